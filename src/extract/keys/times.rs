//! What was done a number of times: "shot 11 times", "has been arrested four times".

use std::ops::Range;

use super::Clause;
use crate::claim::Key;
use crate::lexicon::{class, stem, word_sets};
use crate::text::Tokens;

word_sets! {
    /// What bullets do.
    ENTERING = 0: "what_bullets_do";
}

/// What is done to one person and counted by everybody alike, by the forms of the verbs; those of one line may stand for each other.
const DONE: [&[&str]; 10] = [
    &["shot", "shoot", "shooting", "hit", "hits", "hitting", "struck", "striking"],
    &["stabbed", "stab", "stabbing", "knifed"],
    &["arrested", "arrest", "detained"],
    &["convicted", "convict"],
    &["jailed", "imprisoned"],
    &["married", "marry"],
    &["divorced", "divorce"],
    &["elected", "elect", "reelected"],
    &["tasered", "tased", "taser"],
    &["bitten", "bit"],
];

/// What hits somebody whom shots were fired at.
const BULLETS: [&str; 2] = ["bullet", "bullets"];

/// The nearest deed before token `at` in its part of the sentence, which begins no earlier than token `from`: its token, and the first form
/// of its verb. "Arrested after he was seen there twice" tells of no arrests.
pub fn deed_before(tokens: Tokens, from: usize, at: usize) -> Option<(usize, &'static str)> {
    const REACH: usize = 8;
    let part = |i: &usize| {
        let t = &tokens.all[*i];
        let mark = t.punct().is_some_and(|c| matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | '"' | '“' | '”' | '(' | ')' | '—' | '–'));
        mark || t.is(class::RELATIVE) || tokens.is_any(*i, &["after", "as", "before", "since", "until", "when", "while"])
    };
    let mut before = (at.saturating_sub(REACH).max(from)..at).rev().take_while(|i| !part(i));
    before.find_map(|i| DONE.iter().find(|forms| tokens.is_any(i, forms)).map(|forms| (i, forms[0])))
}

impl Clause<'_> {
    /// Tells in the key of a figure of times what was done so often. Who was shot three times was hit by three bullets, whatever day stands
    /// beside it: that of the shots, or of the report that told it.
    pub(super) fn tell_deed(&self, at: &Range<usize>, unit: Option<&str>, key: &mut Key) {
        key.verb = match unit {
            Some("time") => deed_before(self.cx.tokens, self.tokens.start, at.start).map(|(_, verb)| verb.into()),
            Some("bullet") if self.hit_somebody(at) => Some(DONE[0][0].into()),
            _ => None,
        };
        // "arrested twice and killed": the deed says what was counted, and it counts no people
        if key.verb.is_some() && unit == Some("time") {
            key.concept = None;
        }
        if key.verb.as_deref() == Some(DONE[0][0]) {
            (key.head, key.time) = (Some(stem(BULLETS[0])), None);
        }
    }

    /// "hit by seven bullets", "seven bullets entered his body".
    fn hit_somebody(&self, at: &Range<usize>) -> bool {
        let by = at.start.checked_sub(2).filter(|i| *i >= self.tokens.start && self.cx.tokens.is(at.start - 1, "by"));
        by.is_some_and(|i| DONE[0].iter().any(|form| self.cx.tokens.is(i, form))) || self.cx.tokens.is_in(at.end, &SETS, ENTERING)
    }
}
