//! The grammar of English date expressions: a reader over tokens that knows no article. Each rule takes the index of a token and gives a
//! meaning and the index behind it, or nothing; rules of relative expressions and whole phrases give a [`Found`].

mod absolute;
mod clock;
mod counted;
mod dial;
mod edges;
mod feasts;
mod numeric;
mod pairs;
mod sided;
mod spelled;
mod words;
mod years;

use super::{Clock, Expr, Found};
use crate::lexicon::class;
use crate::lexicon::temporal::{TimeWord, TimeWords};
use crate::text::{Classes, Kind, Token, Tokens, form};

/// Words that can begin a date expression.
const BEGINS: Classes =
    Classes(class::MONTH.0 | class::WEEKDAY.0 | class::TEMPORAL.0 | class::DAY_PART.0 | class::NUMBER.0 | class::ORDINAL.0);

/// A meaning and the index of the token behind it.
type Read<T> = Option<(T, usize)>;

/// Reads date expressions from tokens.
#[derive(Clone, Copy)]
pub struct Reader<'t> {
    tokens: Tokens<'t>,
    words: &'t TimeWords,
    /// The text is that of a clock time, so that an hour needs no other words to be one.
    of_clock: bool,
    /// How many expressions hold the one that is being read: `the end of` in `the week before the end of 1943`.
    depth: u8,
}

/// Expressions inside one another beyond which nothing is read, so that the work at each token is bounded.
const DEEPEST: u8 = 5;

impl<'t> Reader<'t> {
    /// A reader for the tokens of a text.
    pub fn new(tokens: Tokens<'t>, words: &'t TimeWords) -> Self {
        Reader { tokens, words, of_clock: false, depth: 0 }
    }

    /// For the text of one date that is told with its hour: in `seven on Monday` that is seven o'clock.
    pub fn of_clock(tokens: Tokens<'t>, words: &'t TimeWords) -> Self {
        Reader { of_clock: true, ..Reader::new(tokens, words) }
    }

    /// All expressions of the tokens from `from` to before `to`, in order; none goes on into the next paragraph.
    pub fn read_all(&self, from: usize, to: usize) -> Vec<Found> {
        let mut out = Vec::new();
        let mut at = from;
        let mut paragraph = *self;
        let mut end = at;
        while let Some(start) = self.next_start(at, to) {
            if start >= end {
                end = self.end_of_paragraph(start);
                paragraph.tokens.all = &self.tokens.all[..end];
            }
            at = match paragraph.read(start) {
                Some(found) => paragraph.with_followers(found, &mut out).max(start + 1),
                None => start + 1,
            };
        }
        out
    }

    fn end_of_paragraph(&self, at: usize) -> usize {
        let rest = self.tokens.all.iter().enumerate().skip(at + 1);
        rest.clone().find(|(_, t)| t.has(form::PARAGRAPH)).map_or(self.tokens.len(), |(i, _)| i)
    }

    /// The expression that begins at this token: with the time of day that goes with it, and the other end of a stretch.
    pub fn read(&self, at: usize) -> Option<Found> {
        let mut found = self.clock_first(at).or_else(|| self.date(at))?;
        self.add_apposition(&mut found);
        self.join_other_end(&mut found);
        self.add_end(&mut found);
        self.inherit_year(&mut found);
        self.add_clock(&mut found);
        self.add_year_behind_clock(&mut found);
        found.about |= self.is_about(found.tokens.start);
        Some(found)
    }

    /// The next token at which an expression may begin.
    fn next_start(&self, from: usize, to: usize) -> Option<usize> {
        let rest = self.tokens.all.get(from..to)?;
        let begins = |t: &Token| t.kind == Kind::Number || t.is(BEGINS);
        let leads = |i: usize, t: &Token| {
            t.is(class::ARTICLE) && self.tokens.get(i + 1).is_some_and(|n| begins(n) || self.skip_apostrophe(i + 1) > i + 1)
        };
        rest.iter().enumerate().find(|(i, t)| begins(t) || leads(from + i, t)).map(|(i, _)| from + i)
    }

    /// A date without a time of day before or behind it.
    fn date(&self, at: usize) -> Option<Found> {
        if self.depth >= DEEPEST { None } else { Reader { depth: self.depth + 1, ..*self }.date_inside(at) }
    }

    fn date_inside(&self, at: usize) -> Option<Found> {
        let begin = self.skip_apostrophe(if self.is(at, "the") { at + 1 } else { at });
        let mut found = if self.is_number(begin) { self.number_first(begin) } else { self.word_first(begin) }?;
        found.tokens.start = at;
        Some(found)
    }

    /// A date that begins with a word, the article passed over.
    fn word_first(&self, at: usize) -> Option<Found> {
        match self.word(at) {
            Some(TimeWord::Month { .. }) => self.whole(self.month_first(at), at),
            Some(TimeWord::Weekday { .. }) => self.weekday(at),
            Some(TimeWord::Day(days)) => self.today(at, days),
            Some(TimeWord::Tonight) => self.tonight(at),
            Some(TimeWord::Season(_)) => self.whole(self.season(at), at),
            Some(TimeWord::Part(part)) => self.part_of(at, part),
            Some(TimeWord::Side(side)) => self.sided(at, side),
            Some(TimeWord::Near) => self.near(at),
            Some(TimeWord::EdgeOf) => self.edge_of(at),
            Some(TimeWord::Later(_)) => self.later_in(at),
            Some(TimeWord::Half) => self.half_unit(at),
            Some(TimeWord::Ordinal(_)) => self.ordinal_first(at),
            Some(TimeWord::Number(_)) => self.ordinal_first(at).or_else(|| self.counted(at)),
            Some(TimeWord::Unit(_)) => self.unit_first(at),
            Some(TimeWord::Decade(tens)) => Some(Found::new(Expr::Tens(tens), at..at + 1)),
            Some(TimeWord::Quarter(_) | TimeWord::HalfYear(_)) => self.whole(self.lettered(at), at),
            Some(TimeWord::Now) => self.now(at),
            Some(TimeWord::Recent) => self.recent(at),
            Some(TimeWord::Prior) => self.prior_to(at),
            Some(TimeWord::Fiscal) => self.fiscal(at),
            Some(TimeWord::Clock(_) | TimeWord::Ago(_)) => None,
            None => self.whole(self.feast(at), at).or_else(|| self.counted(at)),
        }
    }

    /// The apostrophe of `'80s`.
    fn skip_apostrophe(&self, at: usize) -> usize {
        let mark = ['\'', '’', '‘'].iter().any(|c| self.is_punct(at, *c));
        if mark && self.is_glued(at + 1) && self.digit_count(at + 1) == 2 { at + 1 } else { at }
    }

    fn whole(&self, read: Read<Expr>, at: usize) -> Option<Found> {
        read.map(|(expr, end)| Found::new(expr, at..end))
    }

    /// `about 1990`, `around 8 p.m.`
    fn is_about(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        ["about", "around", "circa", "roughly", "approximately"].iter().any(|w| self.is(before, w))
    }
}

impl Clock {
    /// The day part, hour or minute as a point of a day.
    pub fn on(self, day: jiff::civil::Date) -> super::Point {
        match self {
            Clock::Part(part) => super::Point::Part(day, part),
            Clock::Hour(24) => super::Point::Hour(day.tomorrow().unwrap_or(day), 0),
            Clock::Hour(h) => super::Point::Hour(day, h),
            Clock::Minute(h, m) => super::Point::Minute(day, h, m),
            Clock::Dial(..) => super::Point::Day(day),
        }
    }

    /// A time by the clock, no part of the day.
    pub fn is_hour(self) -> bool {
        !matches!(self, Clock::Part(_))
    }

    /// How precise it is.
    pub fn grain(self) -> super::Grain {
        match self {
            Clock::Dial(_, None) => super::Grain::Hour,
            Clock::Dial(_, Some(_)) => super::Grain::Minute,
            told => told.on(jiff::civil::Date::ZERO).grain(),
        }
    }
}
