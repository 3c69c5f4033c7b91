//! What strikes without attacking: a quake strikes an island, a lorry a cyclist, two parties a bargain.

use super::{Clause, words};
use crate::lexicon::class;
use crate::text::form;

impl Clause<'_> {
    /// Whether the word at `i` is a form of "strike" that tells of no attack.
    pub(super) fn strikes_no_blow(&self, i: usize) -> bool {
        words::SETS.has(self.token(i), words::STRIKING)
            && (self.is_struck_by_nobody(i) || self.strikes_a_deal(i) || self.strikes_down_law(i))
    }

    /// "struck down the ban", "was struck down by the court": what courts do to laws.
    fn strikes_down_law(&self, verb: usize) -> bool {
        const REACH: usize = 7;
        let around = verb.saturating_sub(REACH).max(self.tokens.start)..(verb + 2 + REACH).min(self.tokens.end);
        self.cx.tokens.is(verb + 1, "down") && around.into_iter().any(|i| words::SETS.has(self.token(i), words::LAW))
    }

    /// Nothing that has a will is the subject, or stands behind "by".
    fn is_struck_by_nobody(&self, verb: usize) -> bool {
        const BEFORE: usize = 8;
        const BEHIND: usize = 7;
        let mindless = |i: &usize| words::SETS.has(self.token(*i), words::MINDLESS);
        let ends = |i: &usize| self.ends_part(*i) || *i != verb && words::SETS.has(self.token(*i), words::STRIKING);
        let passive = (1..=2).any(|n| verb >= self.tokens.start + n && self.token(verb - n).is(class::AUXILIARY));
        let by = (verb + 1..(verb + BEHIND).min(self.tokens.end)).take_while(|i| !ends(i)).find(|i| self.cx.tokens.is(*i, "by"));
        if let Some(by) = by {
            return (by + 1..(by + BEHIND).min(self.tokens.end)).take_while(|i| !ends(i)).any(|i| mindless(&i));
        }
        let from = verb.saturating_sub(BEFORE).max(self.tokens.start);
        !passive && (from..verb).rev().take_while(|i| !ends(i)).any(|i| mindless(&i))
    }

    /// "struck a deal", "struck a last-minute bargain"
    fn strikes_a_deal(&self, verb: usize) -> bool {
        const REACH: usize = 7;
        let near = (verb + 1..(verb + REACH).min(self.tokens.end)).take_while(|i| !self.ends_part(*i));
        near.take_while(|i| !self.token(*i).is(class::PREPOSITION)).any(|i| words::SETS.has(self.token(i), words::BARGAIN))
    }

    fn ends_part(&self, i: usize) -> bool {
        let t = self.token(i);
        t.punct().is_some_and(|c| c != '-') && !t.has(form::DIGIT)
    }
}
