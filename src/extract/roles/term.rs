//! The term that stands behind an office and says that it is over, or when it was held: `the mayor | until 2019`, `president of Velm |
//! from 2011 to 2016`, `governor | during the 2008 floods`.

use std::ops::Range;

use jiff::ToSpan;

use super::super::mention::DateMention;
use super::office::OfficeReader;
use super::words;
use crate::claim::RoleStatus;
use crate::lexicon::class;
use crate::value::time::{Interval, MONTH};

/// Tokens behind an office that its complement and term may have.
const LONGEST: usize = 24;
/// In days: an office that was left no longer ago may have been left in the story itself, and another article may still have the person in
/// it.
const NEWLY_LEFT: i32 = MONTH;

/// What a term says of the office before it.
enum Term {
    /// It ends on a day of this date.
    Ends(usize),
    /// It was held then, and may be held yet.
    Then,
}

impl OfficeReader<'_> {
    /// The status of the office that ends before token `end` by the term behind it and its complement; none where no term is stated, or
    /// one that has not ended.
    pub(super) fn by_term(&self, end: usize, to: usize) -> Option<RoleStatus> {
        let stop = self.phrase_end(end, to);
        let (before, clause) = self.split(end, stop);
        before.chain(clause).find_map(|i| self.term(i, stop))
    }

    /// The tokens of a phrase before a participle or a clause, and the pronoun that leads the clause: what "a driver held until 2019" or
    /// "the mayor who left in 2008" did then says nothing of the office.
    fn split(&self, start: usize, stop: usize) -> (Range<usize>, Option<usize>) {
        let lower = |i: usize| self.token(i).is_some_and(|t| t.is_word() && !t.is_capital());
        let ends = |i: &usize| self.has(*i, class::RELATIVE) || lower(*i) && (self.is_past(*i) || self.is_participle(*i));
        let end = (start..stop).find(ends);
        (start..end.unwrap_or(stop), end)
    }

    /// Where a term begins that ends before token `end`, and its status: `the mayor | until 2019 |, Ann Lee`.
    pub(super) fn term_ending(&self, from: usize, end: usize) -> Option<(usize, RoleStatus)> {
        let first = from.max(end.saturating_sub(LONGEST));
        (first..end).rev().find_map(|at| Some((at, self.term(at, end).filter(|_| self.phrase_end(at, end) == end)?)))
    }

    /// Behind the phrase that an office and its term stand in: before the comma or the verb that follows.
    fn phrase_end(&self, start: usize, to: usize) -> usize {
        const MARKS: [char; 11] = [',', ';', ':', '.', '?', '!', '(', ')', '—', '–', '”'];
        // "president (2011–2016)"
        let bracket = self.is_punct(start, &['(']) as usize;
        let ends = |i: &usize| {
            let verb = self.has(*i, class::AUXILIARY | class::CUE) && !self.is_in_clause(start, *i);
            let range = self.is_punct(*i, &['–', '—']) && self.date_ending(*i).is_some();
            verb || self.is_punct(*i, &MARKS) && !self.is_abbreviation_stop(*i) && !range
        };
        let last = to.min(start + LONGEST);
        (start + bracket..last).find(ends).unwrap_or(last)
    }

    /// Behind a word that leads a clause of the phrase: `until he | was | elected`.
    fn is_in_clause(&self, start: usize, verb: usize) -> bool {
        (start..verb).any(|i| self.is(i, &["until", "till", "when"]) || self.has(i, class::RELATIVE))
    }

    /// The term at a token, in the phrase that ends before token `stop`.
    fn term(&self, at: usize, stop: usize) -> Option<RoleStatus> {
        let term =
            self.until(at, stop).or_else(|| self.range(at, stop)).or_else(|| self.event(at, stop)).or_else(|| self.removal(at, stop))?;
        match term {
            Term::Then => Some(RoleStatus::Then),
            Term::Ends(date) => self.ended(&self.found.dates[date]),
        }
    }

    /// `until 2019`, `until his defeat`, `until recently`; an office is held that somebody has `until a successor is found`.
    fn until(&self, at: usize, stop: usize) -> Option<Term> {
        if !self.is(at, &["until", "till"]) {
            return None;
        }
        let over = self.is(at + 1, &["he", "her", "his", "recently", "she", "their", "they"]);
        self.dates(at, stop).last().map(Term::Ends).or(over.then_some(Term::Then))
    }

    /// `from 2011 to 2016`, `between March 2016 and 2021`, `(1999–2003)`; `from 2011` alone has no end.
    fn range(&self, at: usize, stop: usize) -> Option<Term> {
        let joint = |i: usize| self.is(i, &["and", "through", "to", "until"]) || self.is_hyphen(i) || self.is_punct(i, &['–', '—']);
        let dates = self.dates(at, stop);
        let last = dates.clone().last()?;
        let within = self.found.dates[last].tokens.clone();
        let whole = dates.start + 1 < dates.end && joint(within.start - 1) || within.clone().any(joint);
        let led = self.is(at, &["between", "from"]) || self.is_punct(at, &['(']) && within.end == stop;
        let adjacent = self.found.dates[dates.start].tokens.start == at + 1;
        (led && adjacent && whole).then_some(Term::Ends(last))
    }

    /// `during the floods`, `at the time of the raid`, `when the bridge fell`, `in 2008`.
    fn event(&self, at: usize, stop: usize) -> Option<Term> {
        let that = self.is(at + 1, &["that", "the"]);
        let time = self.is(at, &["at"]) && that && self.is(at + 2, &["time"]) && (at + 3 == stop || self.is(at + 3, &["of", "when"]));
        let during = self.is(at, &["during"]) && !self.is(at + 1, &["her", "his", "this"]);
        let when = self.is(at, &["when"]) && (at + 1..stop).any(|i| self.is_past(i) || self.is(i, &["was", "were"]));
        let year = || self.is(at, &["in"]) && self.dates(at, stop).last().is_some_and(|d| self.is_long_ago(&self.found.dates[d], stop));
        (time || during || when || year()).then_some(Term::Then)
    }

    /// `in 2008`, `in the 1990s`: at the end of the phrase, and before the year of the article.
    fn is_long_ago(&self, date: &DateMention, stop: usize) -> bool {
        date.tokens.end == stop && self.ended(date) == Some(RoleStatus::Former) && !date.date.relative
    }

    /// `who resigned`, `whom voters threw out`.
    fn removal(&self, at: usize, stop: usize) -> Option<Term> {
        const LEFT: [&str; 3] = ["quit", "resigned", "retired"];
        let past = |i: usize| self.token(i).is_some_and(|t| words::SETS.has(t, words::DISMISSING)) && self.is_past(i);
        let out = |i: usize| self.is(i, &["threw", "thrown", "vote", "voted"]) && self.is(i + 1, &["out"]);
        let removed = |i: usize| past(i) || out(i);
        let passive = self.is(at, &["who"]) && self.is(at + 1, &["was"]) && removed(at + 2);
        let object = self.is(at, &["whom"]) && (at + 1..stop).any(removed);
        let left = self.is(at, &["who"]) && (self.is(at + 1, &LEFT) || self.is(at + 1, &["stepped"]) && self.is(at + 2, &["down"]));
        // "who retired from the army", "whom the paper sacked as columnist": another post
        let other = (at + 1..stop).any(|i| self.is(i, &["from", "as"]));
        ((passive || object || left) && !other).then_some(Term::Then)
    }

    /// The status of an office that a date ends.
    fn ended(&self, date: &DateMention) -> Option<RoleStatus> {
        let Some((today, edtf)) = self.cx.published.zip(date.date.edtf.as_ref()) else { return Some(RoleStatus::Then) };
        let days = Interval::parse(edtf)?;
        let newly = today.checked_sub(NEWLY_LEFT.days()).ok()?;
        match () {
            () if days.after <= newly => Some(RoleStatus::Former),
            // in the year of the article it may not be over
            () if days.first <= today && days.after.year() <= today.year() + 1 => Some(RoleStatus::Then),
            () => None,
        }
    }

    /// The dates that stand behind a token, by number.
    fn dates(&self, at: usize, stop: usize) -> Range<usize> {
        let dates = &self.found.dates;
        dates.partition_point(|d| d.tokens.start <= at)..dates.partition_point(|d| d.tokens.end <= stop)
    }

    /// The date that ends before a token.
    fn date_ending(&self, end: usize) -> Option<&DateMention> {
        let dates = &self.found.dates;
        dates.get(dates.partition_point(|d| d.tokens.end < end)).filter(|d| d.tokens.end == end)
    }
}
