//! Dates that tell of something else than what the sentence reports: "The 46-storey block, finished in 2015, was still burning".

use std::ops::Range;

use super::{Clause, inside};
use crate::extract::mention::DateMention;
use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::{class, word_sets};
use crate::value::Interval;

word_sets! {
    /// What opens a clause on another time: `since`, `when`.
    OPENING = 0: "opening_clause_of_time";
    /// What stands before the value that another is compared with: `compared`, `against`.
    COMPARING = 1: "comparing_values";
}

/// A date that lies so far from the report is not of what it reports, unless it says so.
const DAYS: i32 = 10;
/// How far before its date an aside may begin.
const REACH: usize = 14;

impl Clause<'_> {
    /// A date far from the report stands in a clause of its own, and the figure does not: "best since the exam was changed in 2019", "the
    /// comet, first seen in May, will pass".
    pub(super) fn is_of_an_aside(&self, at: &Range<usize>, date: &DateMention) -> bool {
        let Some(opening) = self.aside(&date.tokens).filter(|_| self.is_far(date)) else { return false };
        let closed = || (date.tokens.end..at.start).any(|i| self.token(i).is_punct(',') || self.token(i).is_punct(')'));
        at.end <= opening || date.tokens.end <= at.start && closed()
    }

    fn is_far(&self, date: &DateMention) -> bool {
        let day = |edtf: &str| Some((Interval::parse(edtf)?, self.cx.published?));
        date.date.edtf.as_deref().and_then(day).is_some_and(|(i, published)| {
            let (since, to) = (i.after.until(published), published.until(i.first));
            [since, to].into_iter().flatten().any(|span| span.get_days() > DAYS)
        })
    }

    /// Where the clause begins that holds a date and is an aside: a relative clause, one of time, or a participle between marks.
    fn aside(&self, date: &Range<usize>) -> Option<usize> {
        let from = date.start.saturating_sub(REACH).max(self.tokens.start);
        let ends = |i: &usize| self.token(*i).punct().is_some_and(|c| matches!(c, ';' | ':' | '.' | '"' | '“' | '”'));
        let before = (from..date.start).rev().take_while(|i| !ends(i));
        before.into_iter().find(|i| self.opens_aside(*i, date.start))
    }

    fn opens_aside(&self, i: usize, date: usize) -> bool {
        let mark = self.token(i).punct().is_some_and(|c| matches!(c, ',' | '(' | '—' | '–'));
        let clause = self.token(i).is(class::RELATIVE) || self.cx.tokens.is_in(i, &SETS, OPENING);
        let told = (i + 1..date).any(|k| self.is_told(k));
        clause && told || mark && (i + 1..date.min(i + 3)).any(|k| self.is_participle(k))
    }

    /// A verb in a finite form.
    fn is_told(&self, i: usize) -> bool {
        self.token(i).is(class::AUXILIARY | class::TENSE) || self.is_participle(i)
    }

    fn is_participle(&self, i: usize) -> bool {
        let word = self.cx.tokens.str(i);
        self.token(i).is_word() && !self.token(i).is_capital() && (word.ends_with("ed") || is_irregular_form(word))
    }

    /// A date behind another value that the figure is compared with: "241 wolves, compared with 188 a year earlier".
    pub(super) fn is_of_compared(&self, at: &Range<usize>, date: &Range<usize>) -> bool {
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
