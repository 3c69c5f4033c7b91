//! Dates that may tell of something else than the figure beside them: "The 46-storey block, finished in 2015, was still burning".

use std::ops::Range;

use super::{Clause, inside};
use crate::extract::mention::FigureMention;
use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::{class, word_sets};

word_sets! {
    /// What opens a clause on another time: `since`, `when`.
    OPENING = 0: "opening_clause_of_time";
    /// What stands before the value that another is compared with: `compared`, `against`.
    COMPARING = 1: "comparing_values";
}

/// How far before its date an aside may begin.
const REACH: usize = 14;

impl Clause<'_> {
    /// The date nearest to the figure stands in a clause of its own, or belongs to a value that the figure is compared with.
    pub(super) fn is_dated_aside(&self, f: &FigureMention) -> bool {
        let at = &f.tokens;
        self.nearest_date(at).is_some_and(|d| self.is_of_an_aside(at, &d.tokens) || self.is_of_compared(at, &d.tokens))
    }

    /// "best since the exam was changed in 2019", "the comet, first seen in May, will pass".
    fn is_of_an_aside(&self, at: &Range<usize>, date: &Range<usize>) -> bool {
        let Some(opening) = self.aside(date) else { return false };
        let closed = || (date.end..at.start).any(|i| self.token(i).is_punct(',') || self.token(i).is_punct(')'));
        at.end <= opening || date.end <= at.start && closed()
    }

    /// Where the clause begins that holds a date and is an aside: a relative clause, one of time, or a participle between marks.
    fn aside(&self, date: &Range<usize>) -> Option<usize> {
        let from = date.start.saturating_sub(REACH).max(self.tokens.start);
        let ends = |i: &usize| self.token(*i).punct().is_some_and(|c| matches!(c, ';' | ':' | '.' | '"' | '“' | '”'));
        (from..date.start).rev().take_while(|i| !ends(i)).find(|i| self.opens_aside(*i, date.start))
    }

    fn opens_aside(&self, i: usize, date: usize) -> bool {
        let mark = self.token(i).punct().is_some_and(|c| matches!(c, ',' | '(' | '—' | '–'));
        let clause = self.token(i).is(class::RELATIVE) || self.cx.tokens.is_in(i, &SETS, OPENING);
        let told = (i + 1..date).any(|k| self.is_told(k));
        // "the bridge, finished in 2011," but not "the most — 340 — were killed in 2001"
        let first = i + 1 + usize::from(self.token(i + 1).is(class::ADVERB));
        clause && told || mark && first < date && self.is_participle(first) && !self.token(first).is(class::AUXILIARY)
    }

    /// A verb by its table, or what looks like a past form or participle of one.
    pub(super) fn is_told(&self, i: usize) -> bool {
        self.token(i).is(class::AUXILIARY | class::TENSE) || self.is_participle(i)
    }

    fn is_participle(&self, i: usize) -> bool {
        let word = self.cx.tokens.str(i);
        self.token(i).is_word() && !self.token(i).is_capital() && (word.ends_with("ed") || is_irregular_form(word))
    }

    /// "241 wolves, compared with 188 a year earlier".
    fn is_of_compared(&self, at: &Range<usize>, date: &Range<usize>) -> bool {
        const BEFORE: usize = 3;
        if date.start <= at.end {
            return false;
        }
        let others = &self.found.figures[inside(&self.found.figures, &(at.end..date.start), |f| &f.tokens)];
        others.iter().any(|f| {
            let before = f.tokens.start.saturating_sub(BEFORE).max(at.end)..f.tokens.start;
            before.into_iter().any(|i| self.cx.tokens.is_in(i, &SETS, COMPARING))
        })
    }
}
