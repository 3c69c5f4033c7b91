//! What is told to have been done so many times: "shot 11 times", "has been arrested four times".

use std::ops::Range;

use super::Clause;
use crate::claim::{Key, Short};
use crate::lexicon::{class, stem};
use crate::text::Tokens;

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

/// The word at `at` tells of something that is done to one person.
pub fn is_done(tokens: Tokens, at: usize) -> bool {
    DONE.iter().any(|forms| tokens.is_any(at, forms))
}

impl Clause<'_> {
    /// Tells in the key of a figure of times what was done so often. Who was shot three times was hit by three bullets, whatever day stands
    /// beside it: that of the shots, or of the report that told it.
    pub(super) fn tell_deed(&self, at: &Range<usize>, unit: Option<&str>, key: &mut Key) {
        key.verb = match unit {
            Some("time") => self.done_so_often(at),
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
        const ENTERING: [&str; 6] = ["entered", "hit", "pierced", "struck", "wounded", "killed"];
        let by = at.start.checked_sub(2).filter(|i| *i >= self.tokens.start && self.cx.tokens.is(at.start - 1, "by"));
        by.is_some_and(|i| DONE[0].iter().any(|form| self.cx.tokens.is(i, form))) || self.cx.tokens.is_any(at.end, &ENTERING)
    }

    /// The deed that a figure of times counts: the nearest before it in its part of the sentence.
    fn done_so_often(&self, at: &Range<usize>) -> Option<Short> {
        const REACH: usize = 8;
        let ends = |i: &usize| {
            self.token(*i).punct().is_some_and(|c| matches!(c, ',' | ';' | ':' | '"' | '“' | '”')) || self.token(*i).is(class::RELATIVE)
        };
        let before = (at.start.saturating_sub(REACH).max(self.tokens.start)..at.start).rev();
        before.take_while(|i| !ends(i)).find_map(|i| DONE.iter().find(|forms| self.cx.tokens.is_any(i, forms)).map(|forms| forms[0].into()))
    }
}
