//! From token to token, past dates and past numbers that are no figures.

use std::ops::Range;

use crate::extract::Context;
use crate::extract::mention::{DateMention, FigureMention};
use crate::lexicon::class;
use crate::text::{Kind, Token};
use crate::value::Dimension;

use super::leave::Leave;
use super::reader::Reader;
use super::{decades, nobody, ordinals, pairs, ranks, resolution, results, twice, vague};

/// One pass over the tokens of an article.
pub struct Walk<'a> {
    cx: &'a Context<'a>,
    dates: std::iter::Peekable<std::slice::Iter<'a, DateMention>>,
    out: Vec<FigureMention>,
}

impl<'a> Walk<'a> {
    pub fn new(cx: &'a Context<'a>, dates: &'a [DateMention]) -> Self {
        Walk { cx, dates: dates.iter().peekable(), out: Vec::new() }
    }

    pub fn figures(mut self) -> Vec<FigureMention> {
        let mut leave = Leave::new(self.cx);
        let mut at = 0;
        while let Some(t) = self.cx.tokens.get(at) {
            let reader = Reader::new(self.cx);
            if !(may_begin(t, self.cx.tokens.get(at + 1))
                || self.is_whole_unit(at)
                || decades::is_word(&reader, at)
                || vague::is_pair(&reader, at)
                || twice::is_word(&reader, at))
            {
                at += 1;
                continue;
            }
            let end = match self.date_at(at) {
                Some(date) => self.length_in_date(at, date.end),
                None if self.add(whole(&reader, at)) => self.out[self.out.len() - 1].tokens.end,
                None => match leave.end_of_none(at) {
                    Some(end) => {
                        let headline = leave.is_title_case(at);
                        self.placed(at, end, headline)
                    }
                    None => self.figure(at),
                },
            };
            at = end.max(at + 1);
        }
        self.out
    }

    /// Adds what was read as a whole, if anything was; whether it was.
    fn add(&mut self, read: Option<FigureMention>) -> bool {
        let apart = |f: &FigureMention| self.out.last().is_none_or(|l| l.tokens.end <= f.tokens.start);
        let Some(mut figure) = read.filter(apart) else { return false };
        figure.span = self.cx.tokens.span(figure.tokens.clone());
        self.out.push(figure);
        true
    }

    /// A unit behind a word that says it is one and no less: `full day`, `all year`.
    fn is_whole_unit(&self, at: usize) -> bool {
        self.cx.tokens.all[at].is(class::UNIT) && Reader::new(self.cx).whole_before(at).is_some()
    }

    /// The tokens of the date that token `at` belongs to.
    fn date_at(&mut self, at: usize) -> Option<Range<usize>> {
        while self.dates.peek().is_some_and(|d| d.tokens.end <= at) {
            self.dates.next();
        }
        self.dates.peek().filter(|d| d.tokens.contains(&at)).map(|d| d.tokens.clone())
    }

    /// A length within a date is a figure of its own only where it is hedged: `almost four years ago`, not `two weeks ago` or `the past two
    /// years`, which are times of the calendar. The index to go on from.
    fn length_in_date(&mut self, at: usize, end: usize) -> usize {
        let reader = Reader::new(self.cx);
        let hedged = |f: &FigureMention| f.quantity.hedge.is_some() && f.quantity.dimension == Dimension::Duration && f.tokens.end <= end;
        if let Some(figure) = reader.hedged_unit(at).or_else(|| reader.figure(at)).filter(hedged)
            && !self.compares(figure.tokens.start)
            && self.out.last().is_none_or(|f| f.tokens.end <= figure.tokens.start)
        {
            pairs::add(self.cx, &mut self.out, figure);
        }
        end
    }

    /// `7% more than a year earlier`: so much more than then, and no bound of how long ago that was.
    fn compares(&self, hedge: usize) -> bool {
        let much = |i: usize| {
            let t = &self.cx.tokens.all[i];
            t.is_number() || t.is_punct('%') || self.cx.tokens.is_any(i, &["cent", "percent", "times"])
        };
        hedge > 0 && self.cx.tokens.is_any(hedge, &["fewer", "less", "more"]) && much(hedge - 1)
    }

    /// Reads the figure that begins at token `at`, if one does; the index to go on from.
    fn figure(&mut self, at: usize) -> usize {
        let reader = Reader::new(self.cx);
        let read = vague::vague(&reader, at)
            .or_else(|| reader.one_and_part(at))
            .or_else(|| reader.hedged_unit(at))
            .or_else(|| reader.part_of_point(at))
            .or_else(|| reader.figure(at))
            .or_else(|| reader.whole_unit(at))
            .or_else(|| reader.lasting(at))
            .or_else(|| ordinals::ordinal(&reader, at))
            .or_else(|| nobody::nobody(&reader, at));
        let Some(figure) = read else { return reader.number_end(at) };
        let end = figure.tokens.end;
        if self.out.last().is_none_or(|f| f.tokens.end <= figure.tokens.start) {
            let size = self.size_of_counted(&reader, at, &figure);
            pairs::add(self.cx, &mut self.out, figure);
            self.out.extend(size);
        }
        end
    }

    /// Reads the score, time left or rank that the numbers from `at` to `end`, which are no figures by themselves, may be; the index to go
    /// on from. `headline`: they stand in one that is set in title case.
    fn placed(&mut self, at: usize, end: usize, headline: bool) -> usize {
        let reader = Reader::new(self.cx);
        let read = || results::result(&reader, at).or_else(|| results::time_left(&reader, at));
        let score = (end == at + results::LENGTH).then(read).flatten();
        self.add(score.or_else(|| ranks::rank(&reader, at, headline)));
        end
    }

    /// The size of each thing counted: the `250ml` of `eight million 250ml bottles`.
    fn size_of_counted(&self, reader: &Reader, at: usize, figure: &FigureMention) -> Option<FigureMention> {
        let head = figure.head.as_ref()?;
        let inner = (reader.number_end(at)..head.start).find(|i| self.cx.tokens.all[*i].is_number())?;
        let mut size = reader.figure(inner).filter(|f| f.tokens.end <= head.start && f.quantity.unit.is_some())?;
        size.span = self.cx.tokens.span(size.tokens.clone());
        Some(size)
    }
}

/// What several numbers or a word tell together, which begins at token `at`.
fn whole(reader: &Reader, at: usize) -> Option<FigureMention> {
    decades::decade(reader, at)
        .or_else(|| resolution::resolution(reader, at))
        .or_else(|| results::spelled_result(reader, at))
        .or_else(|| twice::twice(reader, at))
}

/// A number, a word of number, an article right before one, or a sign such as ½.
fn may_begin(t: &Token, next: Option<&Token>) -> bool {
    match t.kind {
        Kind::Number => true,
        Kind::Word => {
            let article = t.is(class::ARTICLE) && t.end - t.start < 3;
            let negates =
                t.is(class::NEGATION) && next.is_some_and(|n| n.is(class::NUMBER | class::CONCEPT | class::AUXILIARY) || n.is_punct('-'));
            t.is(class::NUMBER)
                || negates
                || (article || t.is(class::DETERMINER)) && next.is_some_and(|n| n.is(class::NUMBER | class::UNIT))
        }
        Kind::Punct => t.end - t.start > 1,
        _ => false,
    }
}
