//! What a date expression says, before it is known which day it counts from.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::{Grain, Point};
use crate::lexicon::holidays::Feast;
use crate::lexicon::temporal::{DayPart, Side, Unit};

/// The meaning of an expression, in the terms of the expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expr {
    /// Known without any other day: `December 2, 2025`, `the 1990s`.
    Fixed(Point),
    /// Two readings of digits: `03/12/2025`; the first has the month first.
    EitherWay(Date, Date),
    /// A part of some year: `June`, `3 December last year`, `the first half of 2013`.
    InYear(Cell, YearRef),
    /// The years from one to the other; used for decades and centuries before Christ.
    Years(i16, i16),
    /// A decade by its tens alone: `the eighties`, `the '90s`.
    Tens(i8),
    Weekday(Weekday, WeekRef),
    /// A part of some month: `the 18th`, `the 20th of next month`, `the first Friday of this month`.
    InMonth(Inner, MonthRef),
    /// A number of units from today (`yesterday`, `last year`) or from the last date of the text (`the next day`).
    Moved(Base, i32, Unit),
    /// A number of units before or after a day, at the unit's grain: `two weeks ago`.
    Distant(Base, i32, Unit),
    /// `the past five years`, `the next three months`; negative for the past, 0 units when their number is not told.
    Stretch(Base, i32, Unit),
    /// The day that the sentence tells of, for a clock time alone.
    ThatDay,
    /// A season or month on one side of today: `last spring`, `next March`.
    Nearest(Cell, Side),
    /// The weekend before today or, as the tense says, the one ahead: `over the weekend`.
    Weekend,
    /// A day and a month in either order, without a year: `4/22`, `5/6`.
    DayAndMonth(i8, i8),
    /// `now`: no day that could be compared with another.
    Now,
    /// A time beside an event that the text does not date: `prior to the visit`.
    Beside,
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
    /// The n-th week of the year, -1 for the last.
    Week(i8),
    Feast(Feast),
    /// A week of a month, or one of its Fridays.
    InMonth(i8, Inner),
}

/// A part of a month; -1 is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inner {
    Day(i8),
    Week(i8),
    Weekday(i8, Weekday),
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

/// Which month a day belongs to.
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
    /// From 0; midnight is hour 24, since it ends its day.
    Hour(i8),
    Minute(i8, i8),
    /// An hour from 1 to 12, perhaps with its minute, of the first or the second half of the day.
    Dial(i8, Option<i8>),
}

/// An expression in the text: one date, or the two ends of a stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The date, or the first one of a stretch.
    pub expr: Expr,
    /// The tokens of the whole expression.
    pub tokens: Range<usize>,
    /// How much later (or earlier) than the date itself: `three days after January 12`.
    pub shift: Option<(i32, Unit)>,
    /// The time of day, of a stretch its first.
    pub clock: Option<Clock>,
    /// The last hour of a stretch: `between four and half past five`.
    pub clock_end: Option<Clock>,
    /// The weekday that stands beside an explicit date.
    pub weekday: Option<Weekday>,
    /// The last date of a stretch: `from March to May`.
    pub to: Option<Expr>,
    /// about, around, circa
    pub about: bool,
    /// A date only where the sentence speaks of the future: `in two weeks`.
    pub only_future: bool,
}

impl Found {
    pub(super) fn new(expr: Expr, tokens: Range<usize>) -> Found {
        Found { expr, tokens, shift: None, clock: None, clock_end: None, weekday: None, to: None, about: false, only_future: false }
    }
    /// Whether its value depends on a day outside the expression.
    pub fn is_relative(&self) -> bool {
        self.expr.is_relative() || self.to.is_some_and(Expr::is_relative)
    }

    /// The grain it is told with, for one that stays unresolved.
    pub fn grain(&self) -> Grain {
        match (self.clock, self.expr) {
            (Some(clock), _) => clock.grain(),
            (_, Expr::Fixed(p)) => p.grain(),
            (_, Expr::EitherWay(..) | Expr::Weekday(..) | Expr::ThatDay | Expr::DayAndMonth(..) | Expr::Now | Expr::Beside) => Grain::Day,
            (_, Expr::Weekend) => Grain::Weekend,
            (_, Expr::InMonth(inner, _)) => inner.grain(),
            (_, Expr::Years(..)) => Grain::Year,
            (_, Expr::Tens(_)) => Grain::Decade,
            (_, Expr::InYear(cell, _) | Expr::Nearest(cell, _)) => cell.grain(),
            (_, Expr::Moved(_, _, unit) | Expr::Distant(_, _, unit) | Expr::Stretch(_, _, unit)) => grain_of(unit),
        }
    }
}

impl Expr {
    fn is_relative(self) -> bool {
        match self {
            Expr::Fixed(_) | Expr::EitherWay(..) | Expr::Years(..) | Expr::Tens(_) => false,
            Expr::InYear(_, year) => !matches!(year, YearRef::Given(_)),
            _ => true,
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
            Cell::Week(_) => Grain::Week,
            Cell::InMonth(_, inner) => inner.grain(),
            Cell::Day { .. } | Cell::Days { .. } | Cell::Feast(_) => Grain::Day,
        }
    }
}

impl Inner {
    fn grain(self) -> Grain {
        if matches!(self, Inner::Week(_)) { Grain::Week } else { Grain::Day }
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
