//! Months, days of months, seasons and quarters with the year they belong to.

use jiff::civil::Date;

use super::{Read, Reader};
use crate::lexicon::class;
use crate::lexicon::temporal::{Side, TimeWord, Unit};
use crate::text::Token;
use crate::value::time::Point;
use crate::value::time::expr::{Base, Cell, Clock, Expr, Found, WeekRef, YearRef};

impl Reader<'_> {
    /// `December 2, 2025`, `Dec. 3`, `June 2013`, `June of that year`, `May the 4th`.
    pub(super) fn month_first(&self, at: usize) -> Read<Expr> {
        let (month, end) = self.month_name(at)?;
        let day_at = self.skip(end, &["the"]);
        if let Some((day, end)) = self.day_of_month(day_at) {
            let attack =
                (month, day) == (9, 11) && self.is_any(end, &["attack", "attacks", "terror", "terrorist", "hijackings", "hijackers"]);
            return if attack {
                Some((Expr::Fixed(Point::Day(jiff::civil::date(2001, 9, 11))), end))
            } else {
                self.with_year(Cell::Day { month, day }, end)
            };
        }
        if let Some((date, end)) = self.day_and_year_joined(month, end) {
            return Some((date, end));
        }
        self.with_year(Cell::Month(month), end)
    }

    /// `-23-2020` behind a month.
    fn day_and_year_joined(&self, month: i8, end: usize) -> Read<Expr> {
        let day_at = self.skip_hyphen(end);
        let (day, end) = self.day_number(day_at).filter(|_| day_at > end)?;
        let year_at = self.skip_hyphen(end);
        let (year, end) = self.written_year(year_at).filter(|_| year_at > end)?;
        Date::new(year, month, day).ok().map(|d| (Expr::Fixed(Point::Day(d)), end))
    }

    /// A day number that is not the begin of some other number.
    fn day_of_month(&self, at: usize) -> Read<i8> {
        let (day, end) = self.day_number(at)?;
        let counts = self.is_punct(end, '%') || self.is_punct(end, ':') || self.is_glued(end) && self.is_punct(end, '/');
        (!counts && !self.is_glued(at)).then_some((day, end))
    }

    /// A day number or ordinal, then the month: `2 December 2025`, `4th of July`, `the 20th of next month`.
    pub(super) fn day_first(&self, at: usize) -> Read<Expr> {
        let (day, end) = self.day_number(at)?;
        let end = if self.is(end, "day") { end + 1 } else { self.past_stop(at, end) };
        let month_at = self.skip_hyphen(self.skip(end, &["of"]));
        let (month, end) = self.month_name(month_at)?;
        let followed_by_day = self.is_number(end) && self.digit_count(end) <= 2 && !self.is_glued(end);
        if followed_by_day && !self.has_suffix(at + 1) {
            return None;
        }
        self.with_year(Cell::Day { month, day }, end)
    }

    /// Behind the stop of an ordinal as other languages write it, where no sentence can end: `on 6. November`.
    fn past_stop(&self, day: usize, end: usize) -> usize {
        let before = day.checked_sub(1).is_some_and(|b| self.is_any(b, &["on", "since", "the", "until"]));
        if before && self.is_glued(end) { self.skip_punct(end, '.') } else { end }
    }

    /// A cell of the calendar with the year behind it, if one is told.
    pub(super) fn with_year(&self, cell: Cell, end: usize) -> Read<Expr> {
        let (year, end) = self.year_behind(end).unwrap_or((YearRef::Open, end));
        if let (Cell::Day { month, day }, YearRef::Given(y)) = (cell, year) {
            return Some((Expr::Fixed(Point::Day(Date::new(y, month, day).ok()?)), end));
        }
        if let (Cell::Day { month, day }, true) = (cell, year == YearRef::Open) {
            Date::new(2024, month, day).ok()?;
        }
        Some((Expr::InYear(cell, year), end))
    }

    /// `2025`, `, 2025`, `of 2025`, `of that year`, `last year`, `of the same year`.
    pub(super) fn year_behind(&self, at: usize) -> Read<YearRef> {
        let at = self.skip_hyphen(self.skip_punct(at, ','));
        let at = self.skip(at, &["of", "in"]);
        let written = self.written_year(self.skip(at, &["year"])).or_else(|| self.short_year(at)).or_else(|| self.spelled_year(at));
        if let Some((year, end)) = written {
            return Some((YearRef::Given(year), end));
        }
        let at = self.skip(at, &["the"]);
        let TimeWord::Side(side) = self.word(at)? else { return None };
        let at = if side == Side::Same { self.skip(at + 1, &["same"]) } else { at + 1 };
        if self.is_plural(at) || !matches!(self.unit(at), Some((Unit::Year, _))) {
            return None;
        }
        let (base, by) = match side {
            Side::Last => (Base::Published, -1),
            Side::This => (Base::Published, 0),
            Side::Next | Side::Coming => (Base::Published, 1),
            Side::Previous => (Base::Text, -1),
            Side::Following => (Base::Text, 1),
            Side::Same => (Base::Text, 0),
        };
        Some((YearRef::Moved(base, by), at + 1))
    }

    /// `spring`, `the summer of 2022`, `winter 1942–43`, `autumn of last year`; without a year only where the word cannot be another.
    pub(super) fn season(&self, at: usize) -> Read<Expr> {
        let TimeWord::Season(n) = self.word(at)? else { return None };
        let (expr, end) = self.with_year(Cell::Season(n), at + 1)?;
        let given = !matches!(expr, Expr::InYear(_, YearRef::Open));
        if given {
            return Some((expr, self.second_year_of_winter(end)));
        }
        self.is_season(at).then_some((expr, end))
    }

    /// `1942–43` behind a winter: the second year adds nothing.
    fn second_year_of_winter(&self, at: usize) -> usize {
        let joined = (self.is_dash(at) || self.is_punct(at, '/')) && self.is_glued(at) && self.is_glued(at + 1);
        if joined && matches!(self.digit_count(at + 1), 2 | 4) { at + 2 } else { at }
    }

    /// A season without a year: behind `the`, a preposition or another time word; not `spring` the verb, nor `the fall of Saigon`.
    fn is_season(&self, at: usize) -> bool {
        let led = at > 0
            && (self.is_any(
                at - 1,
                &[
                    "the",
                    "in",
                    "during",
                    "since",
                    "until",
                    "by",
                    "before",
                    "after",
                    "for",
                    "through",
                    "throughout",
                    "and",
                    "of",
                    "over",
                    "all",
                ],
            ) || matches!(self.word(at - 1), Some(TimeWord::Side(_) | TimeWord::Near)));
        // "the Spring Fire", "the Winter Palace"
        let named = self.is_capital(at) && self.is_capital(at + 1);
        let event = self.is(at + 1, "of") || named;
        match self.tokens.str(at) {
            "fall" | "spring" => led && !event && !self.is(at - 1, "of") && !self.is_capital(at + 1) && self.is_season_context(at),
            _ => led && !event,
        }
    }

    /// `in the fall`, `this spring`, but not `the fall in prices`.
    fn is_season_context(&self, at: usize) -> bool {
        let before = if self.is(at - 1, "the") { at.checked_sub(2) } else { Some(at - 1) };
        let led = |b: usize| {
            self.is_any(
                b,
                &[
                    "in",
                    "during",
                    "since",
                    "until",
                    "by",
                    "over",
                    "through",
                    "throughout",
                    "before",
                    "after",
                    "last",
                    "next",
                    "this",
                    "that",
                    "late",
                    "early",
                    "mid",
                ],
            )
        };
        let closed = |t: &Token| {
            !t.is_word()
                || t.is_capital()
                || t.is(class::PREPOSITION | class::AUXILIARY | class::CONJUNCTION | class::ARTICLE | class::PRONOUN)
        };
        before.is_some_and(led) && !self.is(at + 1, "in") && self.tokens.get(at + 1).is_none_or(closed)
    }

    /// `first quarter of 2013`, `third quarter`, `Q3 2025`.
    pub(super) fn quarter_behind(&self, n: i8, end: usize) -> Option<(Expr, usize)> {
        (1..=4).contains(&n).then(|| self.with_year(Cell::Quarter(n), end))?
    }

    /// `Q3 2025`, `H1 of last year`.
    pub(super) fn lettered(&self, at: usize) -> Read<Expr> {
        let (cell, end) = self.lettered_cell(at)?;
        self.with_year(cell, end)
    }

    /// The date or weekday that says which day a relative one is: `the next day, Sept. 15`, `the following day, Friday`.
    pub(super) fn add_apposition(&self, found: &mut Found) {
        let at = self.skip_punct(found.tokens.end, ',');
        let part = matches!(found.clock, Some(Clock::Part(_)));
        if !matches!(found.expr, Expr::Moved(_, _, Unit::Day)) || at == found.tokens.end || part {
            return self.add_bracket(found);
        }
        if let Some((day, end)) = self.weekday_name(at) {
            (found.weekday, found.tokens.end) = (Some(day), end);
        }
        let named = self.dated_weekday(found.tokens.end).filter(|f| !matches!(f.expr, Expr::EitherWay(..) | Expr::DayAndMonth(..)));
        if let Some(named) = named {
            (found.expr, found.tokens.end) = (named.expr, named.tokens.end);
        }
    }

    /// A weekday and the day that it is counted from today, one of them in brackets: `today (Saturday)`, `Saturday (today)`.
    fn add_bracket(&self, found: &mut Found) {
        let (open, at) = (found.tokens.end, found.tokens.end + 1);
        if !self.is_punct(open, '(') || !self.is_punct(at + 1, ')') {
            return;
        }
        match (found.expr, self.word(at)) {
            (Expr::Moved(_, _, Unit::Day), Some(TimeWord::Weekday { .. })) => found.weekday = self.weekday_name(at).map(|(day, _)| day),
            (Expr::Weekday(day, WeekRef::Open), Some(TimeWord::Day(days))) => {
                found.weekday = Some(day);
                found.expr = Expr::Moved(Base::Published, i32::from(days), Unit::Day);
            }
            _ => return,
        }
        found.tokens.end = at + 2;
    }

    /// An explicit date behind the name of its weekday: `Tuesday, Dec. 2`, `Monday the 3rd of May`.
    pub(super) fn dated_weekday(&self, end: usize) -> Option<Found> {
        let at = self.skip_punct(end, ',');
        let at = self.skip(at, &["the", "on"]);
        let (expr, end) = if self.is_number(at) { self.numeric(at).or_else(|| self.day_first(at)) } else { self.month_first(at) }?;
        matches!(expr, Expr::Fixed(_) | Expr::EitherWay(..) | Expr::DayAndMonth(..) | Expr::InYear(Cell::Day { .. }, _))
            .then(|| Found::new(expr, at..end))
    }
}
