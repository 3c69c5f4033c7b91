//! Parts of a stretch that are named by their place in it: `late September`, `the end of 1943`, `the third quarter`, `the 19th century`.

use super::Reader;
use crate::lexicon::temporal::{TimeWord, Unit};
use crate::text::Kind;
use crate::value::time::Point;
use crate::value::time::expr::{Base, Cell, Expr, Found, Inner, MonthRef, YearRef};

impl Reader<'_> {
    /// `late September`, `mid-1990s`, `early in 1862`, `the early part of the decade`.
    pub(super) fn near(&self, at: usize) -> Option<Found> {
        let next = self.skip_hyphen(at + 1);
        let next = if self.is(next, "part") && self.is(next + 1, "of") { next + 2 } else { self.skip(next, &["in", "on"]) };
        self.stretched(at, next)
    }

    /// `the end of 1943`, `the beginning of the war` only with a date.
    pub(super) fn edge_of(&self, at: usize) -> Option<Found> {
        let next = if self.is(at + 1, "of") { at + 2 } else { return None };
        self.stretched(at, next).filter(|f| !self.is_owner(f.tokens.end))
    }

    /// The `'s` of `yesterday's meeting`, whose end is no part of the day.
    pub(super) fn is_owner(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.kind == Kind::Clitic)
    }

    /// `later this year`, `earlier in the week`, `later in 1943`.
    pub(super) fn later_in(&self, at: usize) -> Option<Found> {
        self.stretched(at, self.skip(at + 1, &["in", "on"])).or_else(|| self.later_in_day(at))
    }

    /// `earlier in the day`
    fn later_in_day(&self, at: usize) -> Option<Found> {
        let day = self.is(at + 1, "in") && self.is(at + 2, "the") && self.is(at + 3, "day");
        day.then(|| Found::new(Expr::Moved(Base::Text, 0, Unit::Day), at..at + 4))
    }

    /// A date at `next`, or the unit we are in, with the words from `at` on.
    fn stretched(&self, at: usize, next: usize) -> Option<Found> {
        let mut found = self.date(next).or_else(|| self.current_unit(next))?;
        found.tokens.start = at;
        Some(found)
    }

    /// `the year`, `the week` behind a word that says which part of it.
    fn current_unit(&self, at: usize) -> Option<Found> {
        let (unit, end) = self.unit(if self.is(at, "the") { at + 1 } else { return None })?;
        let long = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Quarter);
        (long && !self.is_plural(end - 1)).then(|| Found::new(Expr::Moved(Base::Text, 0, unit), at..end))
    }

    /// `first half of 2013`, `second half of the year`; that of a season of play is no half of a year.
    pub(super) fn half_of(&self, at: usize, n: Option<i8>) -> Option<Found> {
        let next = if self.is(at + 1, "of") { at + 2 } else { at + 1 };
        let of_play = |f: &Found| self.is_season_of_play(f.tokens.end) || self.is_season_over_new_year(f.expr, f.tokens.end);
        let (n, year) = (n?, self.stretched(at, next).filter(|f| !of_play(f)));
        match year.map(|f| (f.expr, f.tokens.end)) {
            Some((Expr::InYear(Cell::Whole, year), end)) => Some(Found::new(Expr::InYear(Cell::Half(n), year), at..end)),
            Some((Expr::Moved(base, by, Unit::Year), end)) => {
                Some(Found::new(Expr::InYear(Cell::Half(n), YearRef::Moved(base, by)), at..end))
            }
            Some((other, end)) if self.is(at + 1, "of") => Some(Found::new(other, at..end)),
            _ => None,
        }
    }

    /// What an ordinal begins: a century, a quarter, a half, a week or weekday of a month, a day of a month.
    pub(super) fn ordinal_first(&self, at: usize) -> Option<Found> {
        let (n, end) = self.ordinal(at)?;
        if let Some((expr, end)) = self.century_behind(n, end) {
            return Some(Found::new(expr, at..end));
        }
        if let Some((expr, end)) = self.day_first(at).or_else(|| self.shared_century(n, end)) {
            return Some(Found::new(expr, at..end));
        }
        let unit_at = self.skip_hyphen(end);
        if self.is(unit_at, "month") && self.is(unit_at + 1, "of") && (1..=12).contains(&n) {
            return self.month_by_number(at, n, unit_at + 2);
        }
        match self.word(unit_at) {
            Some(TimeWord::Half) if n <= 2 => self.half_of(unit_at, Some(n)).map(|f| from(at, f)),
            Some(TimeWord::Unit(Unit::Quarter)) => self.ordinal_quarter(at, n, unit_at + 1),
            Some(TimeWord::Unit(Unit::Week)) => self.ordinal_week(at, n, unit_at + 1),
            Some(TimeWord::Weekday { .. }) => self.ordinal_weekday(at, n, unit_at),
            Some(TimeWord::Unit(_)) if self.is(unit_at + 1, "of") && self.is_plural(unit_at) => self.stretched(at, unit_at + 2),
            _ if self.is(unit_at, "part") && self.is(unit_at + 1, "of") => self.stretched(at, unit_at + 2),
            _ => self.numbered_day(at),
        }
    }

    /// The first of `the 18th and 19th centuries`.
    fn shared_century(&self, n: i8, end: usize) -> Option<(Expr, usize)> {
        let (_, behind) = self.ordinal(self.connector(end)?)?;
        let shared = n > 0 && self.is(behind, "centuries");
        shared.then(|| (Expr::Fixed(Point::Century(i16::from(n) - 1)), end))
    }

    /// `the ninth month of next year`
    fn month_by_number(&self, at: usize, n: i8, year_at: usize) -> Option<Found> {
        let (year, end) = self.year_behind(year_at)?;
        Some(Found::new(Expr::InYear(Cell::Month(n), year), at..end))
    }

    fn ordinal_quarter(&self, at: usize, n: i8, end: usize) -> Option<Found> {
        let (expr, end) = self.quarter_behind(n, end)?;
        Some(Found::new(expr, at..end))
    }

    /// `the third week of July`, `first week of 2015`.
    fn ordinal_week(&self, at: usize, n: i8, end: usize) -> Option<Found> {
        let whole = self.date(self.skip(end, &["of", "in"]))?;
        let expr = part_of_month(Inner::Week(n), whole.expr)?;
        Some(Found::new(expr, at..whole.tokens.end))
    }

    /// `the first Friday of May`, `the second Monday in October 2024`.
    fn ordinal_weekday(&self, at: usize, n: i8, weekday_at: usize) -> Option<Found> {
        let (weekday, end) = self.weekday_name(weekday_at)?;
        let whole = self.date(if self.is_any(end, &["of", "in"]) { end + 1 } else { return None })?;
        let expr = part_of_month(Inner::Weekday(n, weekday), whole.expr)?;
        Some(Found::new(expr, at..whole.tokens.end))
    }
}

/// A part of what is a month or (weeks only) a year.
pub(super) fn part_of_month(inner: Inner, whole: Expr) -> Option<Expr> {
    match (inner, whole) {
        (_, Expr::InYear(Cell::Month(month), year)) => Some(Expr::InYear(Cell::InMonth(month, inner), year)),
        (_, Expr::Moved(base, by, Unit::Month)) => Some(Expr::InMonth(inner, MonthRef::Moved(base, by))),
        (Inner::Week(n), Expr::InYear(Cell::Whole, year)) => Some(Expr::InYear(Cell::Week(n), year)),
        (Inner::Week(n), Expr::Moved(base, by, Unit::Year)) => Some(Expr::InYear(Cell::Week(n), YearRef::Moved(base, by))),
        _ => None,
    }
}

fn from(start: usize, mut found: Found) -> Found {
    found.tokens.start = start;
    found
}
