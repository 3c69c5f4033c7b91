//! The key of a date: what happened then.

use std::ops::Range;

use super::{Clause, words};
use crate::claim::Key;
use crate::lexicon::class;
use crate::text::Token;

impl Clause<'_> {
    /// The key of a date of this sentence.
    pub fn date_key(&self, date: usize) -> Key {
        let d = &self.found.dates[date];
        let spoken = self.beside(&d.tokens).any(|t| t.is(class::CUE)) || self.is_of_a_statement(d.tokens.start);
        let concept = if spoken { Some("said") } else { self.concept(&d.tokens, None, "date") };
        Key { time: None, concept: concept.map(Into::into), ..self.scope(&d.tokens) }
    }

    /// "said in a statement Friday", "told reporters at a news conference on Monday".
    fn is_of_a_statement(&self, date: usize) -> bool {
        const REACH: usize = 7;
        let from = date.saturating_sub(REACH).max(self.tokens.start);
        let mut stated = false;
        for i in (from..date).rev() {
            let t = self.token(i);
            if words::SETS.has(t, words::STATEMENT) {
                stated = true;
            } else if t.is(class::CUE) {
                return stated;
            } else if !t.is(class::PREPOSITION | class::ARTICLE | class::DETERMINER) {
                return false;
            }
        }
        false
    }

    /// The tokens right before and right behind, a preposition between passed over.
    fn beside(&self, at: &Range<usize>) -> impl Iterator<Item = &Token> {
        let step_over = |i: usize| self.tokens.contains(&i) && self.token(i).is(class::PREPOSITION);
        let before = at.start.checked_sub(1).map(|i| if step_over(i) { i.saturating_sub(1) } else { i });
        [before, Some(at.end)].into_iter().flatten().filter(|i| self.tokens.contains(i)).map(|i| self.token(i))
    }
}
