//! What a date expression says, before it is known which day it counts from.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::{Grain, Point};
use crate::lexicon::temporal::{DayPart, Side, Unit};

/// The meaning of an expression, in the terms of the expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expr {
    /// Known whatever the day: `December 2, 2025`, `the 1990s`.
    Fixed(Point),
    /// Two readings of digits: `03/12/2025`; the first has the month first.
    EitherWay(Date, Date),
    /// A part of some year: `June`, `3 December last year`, `the first half of 2013`.
    InYear(Cell, YearRef),
    /// From the first day to the last: `December 2–4, 2025`.
    Days(Date, Date),
    /// The years from one to the other, as numbers are used for decades and centuries before Christ.
    Years(i16, i16),
    /// A decade by its tens alone: `the eighties`, `the '90s`.
    Tens(i8),
    Weekday(Weekday, WeekRef),
    /// `the 18th`, `the 20th of next month`
    DayOfMonth(i8, MonthRef),
    /// So many units from today (`yesterday`, `last year`) or from the last date of the text (`the next day`).
    Moved(Base, i32, Unit),
    /// So many units before or after a day, at the unit's grain: `two weeks ago`.
    Distant(Base, i32, Unit),
    /// `the past five years`, `the next three months`; negative for the past, 0 units when their number is not told.
    Stretch(Base, i32, Unit),
    /// A season or month on one side of today: `last spring`, `next March`.
    Nearest(Cell, Side),
}

/// A part of a year, or all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    Whole,
    Half(i8),
    Quarter(i8),
    Season(i8),
    Month(i8),
    Day {
        month: i8,
        day: i8,
    },
    /// From one month or day to another of the same year or month.
    Months {
        first: i8,
        last: i8,
    },
    Days {
        month: i8,
        first: i8,
        last: i8,
    },
    /// The n-th week of a month or (month 0) of the year, -1 for the last.
    Week {
        month: i8,
        n: i8,
    },
    /// The n-th such weekday of a month, -1 for the last.
    NthWeekday {
        month: i8,
        n: i8,
        weekday: Weekday,
    },
}

/// Which year a cell belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearRef {
    Given(i16),
    /// Not said.
    Open,
    /// Years from the base's: `of last year`, `of that year`.
    Moved(Base, i32),
}

/// Which week a weekday belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekRef {
    Open,
    Side(Side),
    /// Weeks from the base's: `Friday of next week`.
    Moved(Base, i32),
    /// With its number in the month: `Friday the 21st`.
    Numbered(i8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthRef {
    Open,
    /// Months from the base's.
    Moved(Base, i32),
}

/// What a relative expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    Published,
    /// The last date that the text named.
    Text,
}

/// The time of day that goes with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    Part(DayPart),
    Hour(i8),
    Minute(i8, i8),
}

/// An expression in the text: one date, or the two ends of a stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub expr: Expr,
    pub tokens: Range<usize>,
    /// So much later (or earlier) than the date itself: `three days after January 12`.
    pub shift: Option<(i32, Unit)>,
    pub clock: Option<Clock>,
    /// The weekday that stands beside an explicit date.
    pub weekday: Option<Weekday>,
    /// about, around, circa
    pub about: bool,
    /// A date only where the sentence speaks of the future: `in two weeks`.
    pub only_future: bool,
}

impl Found {
    pub(super) fn new(expr: Expr, tokens: Range<usize>) -> Found {
        Found { expr, tokens, shift: None, clock: None, weekday: None, about: false, only_future: false }
    }
    /// Whether its value depends on a day outside the expression.
    pub fn is_relative(&self) -> bool {
        match self.expr {
            Expr::Fixed(_) | Expr::EitherWay(..) | Expr::Days(..) | Expr::Years(..) | Expr::Tens(_) => false,
            Expr::InYear(_, year) => !matches!(year, YearRef::Given(_)),
            _ => true,
        }
    }

    /// The grain it is told with, for one that stays unresolved.
    pub fn grain(&self) -> Grain {
        match (self.clock, self.expr) {
            (Some(clock), _) => clock.on(Date::ZERO).grain(),
            (_, Expr::Fixed(p)) => p.grain(),
            (_, Expr::EitherWay(..) | Expr::Days(..) | Expr::Weekday(..) | Expr::DayOfMonth(..)) => Grain::Day,
            (_, Expr::Years(..)) => Grain::Year,
            (_, Expr::Tens(_)) => Grain::Decade,
            (_, Expr::InYear(cell, _) | Expr::Nearest(cell, _)) => cell.grain(),
            (_, Expr::Moved(_, _, unit) | Expr::Distant(_, _, unit) | Expr::Stretch(_, _, unit)) => grain_of(unit),
        }
    }
}

impl Cell {
    fn grain(self) -> Grain {
        match self {
            Cell::Whole => Grain::Year,
            Cell::Half(_) => Grain::Half,
            Cell::Quarter(_) => Grain::Quarter,
            Cell::Season(_) => Grain::Season,
            Cell::Month(_) | Cell::Months { .. } => Grain::Month,
            Cell::Week { .. } => Grain::Week,
            Cell::Day { .. } | Cell::Days { .. } | Cell::NthWeekday { .. } => Grain::Day,
        }
    }
}

/// The grain of a whole unit.
pub(super) fn grain_of(unit: Unit) -> Grain {
    match unit {
        Unit::Minute => Grain::Minute,
        Unit::Hour => Grain::Hour,
        Unit::Day => Grain::Day,
        Unit::Week | Unit::Fortnight => Grain::Week,
        Unit::Weekend => Grain::Weekend,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        Unit::Year => Grain::Year,
        Unit::Decade => Grain::Decade,
        Unit::Century => Grain::Century,
    }
}
