//! Who a bare number of people are, where the sentence tells it behind.

use std::ops::Range;

use super::Clause;
use crate::claim::{Key, Short};
use crate::value::Dimension;

impl Clause<'_> {
    /// The noun of a bare number of people that its sentence gives behind: "of the nine dead, three were children", "four of them children".
    pub(super) fn tell_who(&self, figure: usize, key: &mut Key) {
        let f = &self.found.figures[figure];
        let bare = f.head.as_ref().is_none_or(Range::is_empty) || key.counts_bodies();
        let Some(who) = self.who_they_are(&f.tokens).filter(|_| bare && f.quantity.dimension == Dimension::Count) else { return };
        if key.counts_bodies() {
            key.concept = Some("dead".into());
        }
        (key.head, key.base) = (Some(who), None);
    }

    /// The noun that tells who a bare number of people are: "three were children", "four of them children", "two of whom were children".
    fn who_they_are(&self, at: &Range<usize>) -> Option<Short> {
        let is = |i: usize, words: &[&str]| i < self.tokens.end && self.cx.tokens.is_any(i, words);
        let them = is(at.end, &["of"]) && is(at.end + 1, &["them", "whom"]);
        let after = if them { at.end + 2 } else { at.end };
        let copula = is(after, &["are", "were"]);
        let noun = after + usize::from(copula);
        let closes = noun + 1 >= self.tokens.end || self.token(noun + 1).punct().is_some();
        let people = |noun: &Short| self.cx.lexicon.kin.family(noun) == Some("people");
        let told = (them || copula) && noun < self.tokens.end && closes;
        if told { self.lemma(noun).filter(people) } else { None }
    }
}
