//! Who is named in a sentence only for having told what it says.

use super::Clause;
use crate::extract::mention::{NameKind, NameMention};
use crate::lexicon::class;

/// How many words of a title may stand between a verb of saying and the name: "said Vejle district commissioner Paul Lind".
const TITLE: usize = 6;

impl Clause<'_> {
    /// Somebody to whom a verb of saying belongs, before or behind, or "according to": nothing of what the sentence tells need be of them.
    pub(super) fn is_teller(&self, name: &NameMention) -> bool {
        name.kind == NameKind::Person && (self.tells_behind(name) || self.is_told_by(name))
    }

    /// "…, Lind said", "Lind told reporters that …".
    fn tells_behind(&self, name: &NameMention) -> bool {
        self.tokens.contains(&name.tokens.end) && self.token(name.tokens.end).is(class::CUE)
    }

    /// "said Paul Lind", "said police chief Paul Lind", "according to Paul Lind".
    fn is_told_by(&self, name: &NameMention) -> bool {
        let first = name.tokens.start;
        let before = (first.saturating_sub(TITLE).max(self.tokens.start)..first).rev();
        let of_title = |i: &usize| {
            let t = self.token(*i);
            t.is_word() && !t.is(class::CUE) && (!t.is(class::FUNCTION) || t.is(class::ARTICLE) || self.cx.tokens.is(*i, "of"))
        };
        let title = before.clone().take_while(of_title).count();
        let Some(cue) = first.checked_sub(title + 1).filter(|i| *i >= self.tokens.start) else { return false };
        let according = self.cx.tokens.is(cue, "to") && cue > self.tokens.start && self.cx.tokens.is(cue - 1, "according");
        according || self.token(cue).is(class::CUE)
    }
}
