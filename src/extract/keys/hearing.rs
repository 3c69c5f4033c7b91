//! What a court or an inquiry was told: it happened before the day on which that was told.

use std::ops::Range;

use super::Clause;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, word_sets};

word_sets! {
    /// Who hears what happened: `inquest`, `jury`.
    HEARER = 0: "hearer";
}

/// How far a hearer and the verb may stand apart: "an inquest in Vejle was told", "told the district court".
const REACH: usize = 6;

impl Clause<'_> {
    /// The sentence says what was told to a court or an inquiry.
    pub(super) fn is_heard(&self) -> bool {
        self.tokens.clone().any(|i| self.tells_hearer(i))
    }

    /// A day on which something was told to a court or an inquiry, and not the day of what was told.
    pub(super) fn is_day_of_hearing(&self, date: &Range<usize>) -> bool {
        let mut before = (date.start.saturating_sub(REACH).max(self.tokens.start)..date.start).rev();
        let told = before.find(|i| self.tells_hearer(*i));
        told.is_some_and(|verb| {
            (verb + 1..date.start).all(|i| {
                let t = self.token(i);
                t.is_word() && (t.is(class::ARTICLE | class::PREPOSITION) || t.is_capital() || self.is_hearer(i) || i + 2 == date.start)
            })
        })
    }

    /// The day on which somebody said what the sentence tells: "…, police said on Tuesday", "she told reporters late on Monday".
    pub(super) fn is_day_of_telling(&self, date: &Range<usize>) -> bool {
        let before = (date.start.saturating_sub(REACH).max(self.tokens.start)..date.start).rev();
        let mut words = before
            .take_while(|i| self.token(*i).is_word())
            .skip_while(|i| self.token(*i).is(class::PREPOSITION | class::ADVERB) || self.cx.tokens.is_any(*i, &["early", "late"]));
        let is_cue = |i: usize| self.token(i).is(class::CUE) && self.is_past_form(i);
        let last = words.next();
        last.is_some_and(|i| is_cue(i) || words.next().is_some_and(|told| is_cue(told) && self.cx.tokens.is(told, "told")))
    }

    fn is_past_form(&self, i: usize) -> bool {
        self.cx.lexicon.tense.get(self.token(i)) == Some(TenseWord::Past) || self.cx.tokens.str(i).ends_with("ed")
    }

    fn is_hearer(&self, i: usize) -> bool {
        self.cx.tokens.is_in(i, &SETS, HEARER)
    }

    /// A verb of telling or hearing with its hearer: "the court was told", "the inquest heard", "told the jury".
    fn tells_hearer(&self, verb: usize) -> bool {
        let one_phrase = |i: &usize| self.token(*i).is_word() && !self.token(*i).is(class::CONJUNCTION | class::RELATIVE);
        let mut before = (verb.saturating_sub(REACH).max(self.tokens.start)..verb).rev().take_while(one_phrase);
        let mut behind = (verb + 1..(verb + REACH).min(self.tokens.end)).take_while(one_phrase);
        let passive = || verb > self.tokens.start && self.token(verb - 1).is(class::AUXILIARY);
        match () {
            _ if self.cx.tokens.is(verb, "told") && !passive() => behind.any(|i| self.is_hearer(i)),
            _ if self.cx.tokens.is_any(verb, &["told", "hear", "heard", "hears"]) => before.any(|i| self.is_hearer(i)),
            _ => false,
        }
    }
}
