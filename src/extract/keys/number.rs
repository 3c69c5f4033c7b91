//! What a bare number counts where its noun stands before it: "the number of wolves in the valley has risen to 214".

use std::ops::Range;

use super::{Clause, inside};
use crate::claim::Short;
use crate::extract::mention::FigureMention;
use crate::lexicon::{class, word_sets};

word_sets! {
    /// Nouns for how many there are: `number`, `tally`.
    NUMBER_OF = 0: "number_of";
    /// What a verb may be joined to its value by: `rose to`, `stood at`.
    JOINING_VALUE = 1: "joining_value";
}

/// How far before its value the noun may stand.
const REACH: usize = 24;
/// Words of the phrase that is counted.
const PHRASE: usize = 6;

impl Clause<'_> {
    /// The stem of the noun that "the number of …" counts, of which the figure at these tokens is the value.
    pub(super) fn counted_before(&self, at: &Range<usize>) -> Option<Short> {
        let told = self.told_before(at.start)?;
        let from = at.start.saturating_sub(REACH).max(self.tokens.start);
        let ends = |i: &usize| self.token(*i).punct().is_some_and(|c| matches!(c, ';' | ':' | '"' | '“' | '”'));
        let number = (from..told).rev().take_while(|i| !ends(i)).find(|i| self.is_number_of(*i))?;
        // "fell by 18 to 340"
        let change = |f: &FigureMention| f.quantity.direction.is_some();
        let alone = self.found.figures[inside(&self.found.figures, &(number..at.start), |f| &f.tokens)].iter().all(change);
        let noun = number + 2..(number + 2 + PHRASE).min(told);
        if alone { self.head_of(noun) } else { None }
    }

    /// The token that joins the figure beginning at token `start` to what it is told of: a verb, or the `to` or `at` behind one.
    fn told_before(&self, start: usize) -> Option<usize> {
        let joins = |i: usize| self.cx.tokens.is_in(i, &SETS, JOINING_VALUE);
        let light = |i: &usize| self.token(*i).is(class::HEDGE | class::ADVERB | class::ARTICLE) && !joins(*i);
        let before = (self.tokens.start..start).rev().find(|i| !light(i))?;
        (joins(before) || self.is_told(before) || self.token(before).is(class::CHANGE)).then_some(before)
    }

    fn is_number_of(&self, i: usize) -> bool {
        let determined = i > self.tokens.start && {
            let before = self.token(i - 1);
            before.is(class::ARTICLE | class::DETERMINER) || self.cx.tokens.is_any(i - 1, &["total", "overall"])
        };
        determined && self.cx.tokens.is_in(i, &SETS, NUMBER_OF) && self.cx.tokens.is(i + 1, "of")
    }
}
