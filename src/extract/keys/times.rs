//! What is told to have been done so many times: "shot 11 times", "has been arrested four times".

use std::ops::Range;

use super::Clause;
use crate::claim::Short;
use crate::lexicon::class;

/// What is done to one person and counted by everybody alike, by the forms of the verbs; those of one line may stand for each other.
const DONE: [&[&str]; 10] = [
    &["shot", "shoot", "shooting", "hit", "struck"],
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

impl Clause<'_> {
    /// The deed that a figure of times counts: the nearest before it in its part of the sentence.
    pub(super) fn done_so_often(&self, at: &Range<usize>) -> Option<Short> {
        const REACH: usize = 8;
        let ends = |i: &usize| {
            self.token(*i).punct().is_some_and(|c| matches!(c, ',' | ';' | ':' | '"' | '“' | '”')) || self.token(*i).is(class::RELATIVE)
        };
        let before = (at.start.saturating_sub(REACH).max(self.tokens.start)..at.start).rev();
        before.take_while(|i| !ends(i)).find_map(|i| DONE.iter().find(|forms| self.cx.tokens.is_any(i, forms)).map(|forms| forms[0].into()))
    }
}
