//! From token to token, past dates and past numbers that are no figures.

use crate::extract::Context;
use crate::extract::mention::{DateMention, FigureMention};
use crate::lexicon::class;
use crate::text::{Kind, Token};
use crate::value::Dimension;

use super::leave::Leave;
use super::read::Reader;
use super::{ordinals, pairs, vague};

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
            if !may_begin(t, self.cx.tokens.get(at + 1)) {
                at += 1;
                continue;
            }
            let end = match self.date_end(at) {
                Some(end) => self.length_in_date(at, end),
                None => leave.end_of_none(at).unwrap_or_else(|| self.figure(at)),
            };
            at = end.max(at + 1);
        }
        self.out
    }

    /// The end of the date that token `at` belongs to.
    fn date_end(&mut self, at: usize) -> Option<usize> {
        while self.dates.peek().is_some_and(|d| d.tokens.end <= at) {
            self.dates.next();
        }
        self.dates.peek().filter(|d| d.tokens.contains(&at)).map(|d| d.tokens.end)
    }

    /// The length of time inside a date says how long, too: `the past two years`, `nine days later`. Behind `ago` only a hedged one does:
    /// `almost four years ago`. The index to go on from.
    fn length_in_date(&mut self, at: usize, end: usize) -> usize {
        let told = |f: &FigureMention| f.quantity.hedge.is_some() || !self.cx.tokens.is(f.tokens.end, "ago");
        let reader = Reader::new(self.cx);
        let figure = reader.hedged_unit(at).or_else(|| reader.figure(at)).filter(|f| told(f) && f.tokens.end <= end);
        if let Some(figure) = figure.filter(|f| f.quantity.dimension == Dimension::Duration)
            && self.out.last().is_none_or(|f| f.tokens.end <= figure.tokens.start)
        {
            pairs::add(self.cx, &mut self.out, figure);
        }
        end
    }

    /// Reads the figure that begins at token `at`, if one does; the index to go on from.
    fn figure(&mut self, at: usize) -> usize {
        let reader = Reader::new(self.cx);
        let read = vague::vague(&reader, at)
            .or_else(|| reader.hedged_unit(at))
            .or_else(|| reader.figure(at))
            .or_else(|| ordinals::ordinal(&reader, at));
        let Some(figure) = read else { return reader.number_end(at) };
        let end = figure.tokens.end;
        if self.out.last().is_none_or(|f| f.tokens.end <= figure.tokens.start) {
            pairs::add(self.cx, &mut self.out, figure);
        }
        end
    }
}

/// A number, a word of number, an article right before one, or a sign such as ½.
fn may_begin(t: &Token, next: Option<&Token>) -> bool {
    match t.kind {
        Kind::Number => true,
        Kind::Word => {
            let article = t.is(class::ARTICLE) && t.end - t.start < 3;
            t.is(class::NUMBER) || article && next.is_some_and(|n| n.is(class::NUMBER | class::UNIT))
        }
        Kind::Punct => t.end - t.start > 1,
        _ => false,
    }
}
