//! Stretches of days, and how two of them relate.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The days of the longest month: two days that are no farther apart are "within a month".
pub const MONTH: i32 = 31;

/// Whether a report tells of a day more than a month back.
pub fn is_long_before(day: Date, report: Date) -> bool {
    day.checked_add(MONTH.days()).is_ok_and(|d| d < report)
}

/// From the first day up to the day before `after`; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Interval {
    /// The first day.
    pub first: Date,
    /// The day after the last one.
    pub after: Date,
}

/// How one stretch of days stands to another, read as "a … b".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same days.
    Equal,
    /// a holds all of b and more.
    Contains,
    /// a lies inside b.
    Within,
    /// Some days are shared, each has others.
    Overlaps,
    /// One begins on the day after the other's last.
    Adjacent,
    /// At least one day lies between them.
    Disjoint,
}

impl Interval {
    /// `None` if it would be empty.
    pub fn new(first: Date, after: Date) -> Option<Interval> {
        (first < after).then_some(Interval { first, after })
    }

    /// One day; none at the end of the calendar.
    pub fn day(day: Date) -> Option<Interval> {
        Interval::new(day, day.tomorrow().ok()?)
    }

    /// The days from `first` on, for this length.
    pub(super) fn from_to(first: Date, length: Span) -> Option<Interval> {
        Interval::new(first, first.checked_add(length).ok()?)
    }

    /// The days of an EDTF value; `None` for what is none or lies beyond the years -9999 to 9999. An open or unknown end reaches to the end
    /// of that calendar.
    pub fn parse(edtf: &str) -> Option<Interval> {
        super::edtf::interval(edtf)
    }

    /// How many days.
    pub fn days(self) -> i32 {
        self.first.until(self.after).map_or(i32::MAX, |s| s.get_days())
    }

    /// A quarter or a half of a calendar year, in which firms and countries count.
    pub fn is_part_of_a_year(self) -> bool {
        let months = (self.after.year() - self.first.year()) * 12 + i16::from(self.after.month()) - i16::from(self.first.month());
        let whole = self.first.day() == 1 && self.after.day() == 1;
        whole && matches!(months, 3 | 6) && (i16::from(self.first.month()) - 1) % months == 0
    }

    /// It holds all days of the other.
    pub fn contains(self, other: Interval) -> bool {
        self.first <= other.first && other.after <= self.after
    }

    /// They share a day.
    pub fn overlaps(self, other: Interval) -> bool {
        self.first < other.after && other.first < self.after
    }

    /// Days between it and another; 0 where they touch.
    pub fn days_apart(self, other: Interval) -> i32 {
        let (early, late) = if self.first <= other.first { (self, other) } else { (other, self) };
        if late.first <= early.after { 0 } else { early.after.until(late.first).map_or(i32::MAX, |s| s.get_days()) }
    }

    /// The smallest stretch that holds both.
    pub fn to(self, other: Interval) -> Interval {
        Interval { first: self.first.min(other.first), after: self.after.max(other.after) }
    }

    /// How it stands to the other.
    pub fn relate(self, other: Interval) -> Relation {
        if self == other {
            Relation::Equal
        } else if self.contains(other) {
            Relation::Contains
        } else if other.contains(self) {
            Relation::Within
        } else if self.overlaps(other) {
            Relation::Overlaps
        } else if self.after == other.first || other.after == self.first {
            Relation::Adjacent
        } else {
            Relation::Disjoint
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation() {
        let relate = |a: &str, b: &str| Interval::parse(a).unwrap().relate(Interval::parse(b).unwrap());
        assert_eq!(relate("2025-12", "2025-12-01/2025-12-31"), Relation::Equal);
        assert_eq!(relate("2025", "2025-12-02"), Relation::Contains);
        assert_eq!(relate("2025-12-02", "2025-12"), Relation::Within);
        assert_eq!(relate("2025-36", "2025-24"), Relation::Overlaps);
        assert_eq!(relate("2025-12-02", "2025-12-03"), Relation::Adjacent);
        assert_eq!(relate("2025-12-03", "2025-12-02"), Relation::Adjacent);
        assert_eq!(relate("2025-12-02", "2025-12-04"), Relation::Disjoint);
    }

    #[test]
    fn days_are_counted_across_months_and_years() {
        assert_eq!(Interval::parse("2024").unwrap().days(), 366);
        assert_eq!(Interval::parse("2025-12-31/2026-01-01").unwrap().days(), 2);
    }
}
