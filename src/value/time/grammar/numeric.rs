//! Dates that begin with digits.

use jiff::civil::Date;

use super::pairs::in_year;
use super::{Read, Reader};
use crate::lexicon::temporal::TimeWord;
use crate::lexicon::word_sets;
use crate::value::time::Point;

use crate::value::time::expr::{Cell, Expr, Found, YearRef};

word_sets! {
    /// What leads to a day and a month in digits.
    LEADING = 0: "before_numeric_date";
}

impl Reader<'_> {
    /// A date that begins with a number token.
    pub(super) fn number_first(&self, at: usize) -> Option<Found> {
        if at > 0 && self.is_glued(at) && self.is_inside_word(at - 1) {
            return None;
        }
        let plain = self
            .numeric(at)
            .or_else(|| self.day_range(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.year_first(at));
        if let Some(found) = self.whole(plain, at) {
            return Some(found);
        }
        let year = || self.whole(self.bare_year(at).or_else(|| self.year_behind_apostrophe(at)), at);
        self.ordinal_first(at).or_else(|| self.counted(at)).or_else(year)
    }

    /// The token before says that this number is a part of something else: `A-10`, `+86`, `$5`, `3/4`.
    fn is_inside_word(&self, before: usize) -> bool {
        let Some(t) = self.tokens.get(before) else { return false };
        t.punct().is_some_and(|c| matches!(c, '$' | '€' | '£' | '#' | '+' | '.' | '/' | '@' | '_' | '=')) || t.is_word() && t.glued()
    }

    /// `2025-12-03`, `2025/12/03`, `03/12/2025`, `3.12.2025`, `3-Dec-2025`, `2025-12`.
    pub(super) fn numeric(&self, at: usize) -> Read<Expr> {
        let (mark, a) = (self.separator(at + 1)?, self.digits(at)?);
        if let Some((month, end)) = self.month_name(at + 2).filter(|_| self.is_glued(at + 2)) {
            return self.with_named_month(at, a, month, end, mark);
        }
        let b = self.digits(at + 2).filter(|_| self.is_glued(at + 2))?;
        if self.separator(at + 3) == Some(mark) && self.is_glued(at + 4) {
            let c = self.digits(at + 4)?;
            let sizes = [at, at + 2, at + 4].map(|i| self.digit_count(i));
            return three_numbers([a, b, c], sizes).map(|e| (e, at + 5));
        }
        self.two_numbers(at, a, b, mark)
    }

    /// A mark between the parts of a date, glued on both sides.
    fn separator(&self, at: usize) -> Option<char> {
        let c = self.tokens.get(at)?.punct().filter(|c| matches!(c, '-' | '/' | '.'));
        c.filter(|_| self.is_glued(at) && self.is_glued(at + 1))
    }

    /// `2019-aug-1`, `22/Jan/2019`, `3-Dec`.
    fn with_named_month(&self, at: usize, first: i16, month: i8, end: usize, mark: char) -> Read<Expr> {
        if self.digit_count(at) == 4 {
            return match self.digits(end + 1).filter(|_| self.separator(end) == Some(mark)) {
                Some(day) => Some((fixed_day(first, month, day as i8)?, end + 2)),
                None => Some((Expr::InYear(Cell::Month(month), YearRef::Given(first)), end)),
            };
        }
        let year_at = if self.separator(end).is_some() { end + 1 } else { end };
        match self.written_year(year_at) {
            Some((year, end)) => Some((fixed_day(year, month, first as i8)?, end)),
            None => self.with_year(Cell::Day { month, day: i8::try_from(first).ok().filter(|d| (1..=31).contains(d))? }, end),
        }
    }

    /// `2015-3`, `12/2015`; `22/04` only as the sole number of a date after a preposition.
    fn two_numbers(&self, at: usize, a: i16, b: i16, mark: char) -> Read<Expr> {
        let sizes = (self.digit_count(at), self.digit_count(at + 2));
        let month = |y: i16, m: i16| (1..=12).contains(&m).then_some(Expr::InYear(Cell::Month(m as i8), YearRef::Given(y)));
        if self.is_glued(at + 3) && (self.separator(at + 3).is_some() || self.is_number(at + 3)) {
            return None;
        }
        match sizes {
            (4, 1 | 2) if mark != '.' && (1900..=2100).contains(&a) && b != (a + 1) % 100 => Some((month(a, b)?, at + 3)),
            (1 | 2, 4) if mark != '.' && (1900..=2100).contains(&b) => Some((month(b, a)?, at + 3)),
            (1 | 2, 1 | 2) if mark == '/' => self.day_and_month(at, i8::try_from(a).ok()?, i8::try_from(b).ok()?),
            _ => None,
        }
    }

    /// `on 22/04`, `from 10/1 to 11/7`, `Friday 4/22`; `9/11` alone, `on 9/11` and `after 9/11` are the day of 2001.
    fn day_and_month(&self, at: usize, a: i8, b: i8) -> Read<Expr> {
        let led = |before: usize| {
            let second = self.is_any(before, &["to", "and"]) && before > 2 && self.separator(before - 2) == Some('/');
            self.is_in(before, &SETS, LEADING) || matches!(self.word(before), Some(TimeWord::Weekday { .. })) || second
        };
        let attacks = at.checked_sub(1).is_none_or(|before| !led(before) || self.is_any(before, &["on", "after", "before", "since"]));
        let led = at.checked_sub(1).is_some_and(led);
        if (a, b) == (9, 11) && attacks {
            return fixed_day(2001, 9, 11).map(|day| (day, at + 3));
        }
        let day = |month: i8, day: i8| Date::new(2024, month, day).is_ok();
        let fits = led && (day(a, b) || day(b, a)) && !self.is(at + 3, "of") && !self.counts(at + 3);
        fits.then_some((Expr::DayAndMonth(a, b), at + 3))
    }

    /// `2–4 December`, `3 to 12 of September`, `from 2 to 7 Feb`: the days share a month. Of `28 and 29 August` only the first, with that
    /// month.
    fn day_range(&self, at: usize) -> Read<Expr> {
        let (first, end) = self.day_number(at)?;
        let listed = self.is_any(end, &["and", "or"]);
        let joined = self.is_dash(end) || self.is_any(end, &["to", "until", "till", "through"]);
        let second = if joined || listed { self.skip(end + 1, &["the"]) } else { return None };
        let (expr, behind) = self.day_first(second)?;
        let (month, last, year) = match expr {
            Expr::Fixed(Point::Day(d)) => (d.month(), d.day(), YearRef::Given(d.year())),
            Expr::InYear(Cell::Day { month, day }, year) => (month, day, year),
            _ => return None,
        };
        if listed {
            return Some((in_year(Cell::Day { month, day: first }, year)?, end));
        }
        (first < last).then_some((Expr::InYear(Cell::Days { month, first, last }, year), behind))
    }

    /// `2016 November`, `2016 Q3`.
    fn year_first(&self, at: usize) -> Read<Expr> {
        let (year, end) = self.written_year(at)?;
        let next = self.skip_punct(self.skip_hyphen(end), ',');
        if let Some((month, end)) = self.month_name(next).filter(|(_, e)| self.day_number(*e).is_none() && self.digit_count(*e) != 4) {
            return Some((Expr::InYear(Cell::Month(month), YearRef::Given(year)), end));
        }
        let (cell, end) = self.lettered_cell(next)?;
        Some((Expr::InYear(cell, YearRef::Given(year)), end))
    }

    /// `Q3`, `H1`.
    pub(super) fn lettered_cell(&self, at: usize) -> Read<Cell> {
        match self.word(at)? {
            TimeWord::Quarter(n) => Some((Cell::Quarter(n), at + 1)),
            TimeWord::HalfYear(n) => Some((Cell::Half(n), at + 1)),
            _ => None,
        }
    }
}

fn fixed_day(year: i16, month: i8, day: i8) -> Option<Expr> {
    Date::new(year, month, day).ok().map(|d| Expr::Fixed(Point::Day(d)))
}

/// Three numbers between marks: year first, or year last with day and month in either order.
fn three_numbers(n: [i16; 3], sizes: [usize; 3]) -> Option<Expr> {
    let day = |y: i16, m: i16, d: i16| Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok();
    match sizes {
        [4, 1 | 2, 1 | 2] => day(n[0], n[1], n[2]).map(|d| Expr::Fixed(Point::Day(d))),
        [1 | 2, 1 | 2, 2 | 4] => {
            let year = if sizes[2] == 4 { n[2] } else { full_year(n[2]) };
            match (day(year, n[0], n[1]), day(year, n[1], n[0])) {
                (Some(a), Some(b)) if a != b => Some(Expr::EitherWay(a, b)),
                (a, b) => a.or(b).map(|d| Expr::Fixed(Point::Day(d))),
            }
        }
        _ => None,
    }
}

/// A year of two digits: up to 49 of this century, else of the last (as in POSIX, with a later limit).
fn full_year(two: i16) -> i16 {
    if two < 50 { 2000 + two } else { 1900 + two }
}
