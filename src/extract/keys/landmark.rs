//! Places that only tell where another place lies.

use super::{Clause, inside};
use crate::extract::mention::{NameKind, NameMention};
use crate::lexicon::{class, word_sets};

word_sets! {
    /// `north`, `southwest`.
    DIRECTION = 0: "direction";
}

/// How far behind the place it may stand.
const REACH: usize = 10;

impl Clause<'_> {
    /// "in Vell, a suburb north of Ribe", "in Vell, 20 km from Ribe": what happens there does not happen in Ribe.
    pub(super) fn is_landmark(&self, name: &NameMention) -> bool {
        let names = &self.found.names;
        let before = inside(names, &(name.tokens.start.saturating_sub(REACH).max(self.tokens.start)..name.tokens.start), |n| &n.tokens);
        let Some(place) = names[before].last().filter(|n| n.kind == NameKind::Place && !n.metonym) else { return false };
        let apposition = place.tokens.end..name.tokens.start;
        let opened = self.token(apposition.start).is_punct(',');
        let between = apposition.start + 1..apposition.end;
        let one_phrase = between.clone().all(|i| {
            let t = self.token(i);
            t.punct().is_none_or(|c| c == '-' || c == '.') && !t.is(class::AUXILIARY | class::CONJUNCTION | class::RELATIVE)
        });
        opened && one_phrase && self.leads_away(between)
    }

    /// The words before a place say that something is not in it: "north of", "near", "12 km from".
    fn leads_away(&self, before: std::ops::Range<usize>) -> bool {
        let Some(last) = before.clone().last() else { return false };
        let directed = last > before.start && self.cx.tokens.is(last, "of") && self.cx.tokens.is_in(last - 1, &SETS, DIRECTION);
        directed || self.cx.tokens.is_any(last, &["from", "near", "outside"])
    }
}
