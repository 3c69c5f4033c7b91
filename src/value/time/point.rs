//! One unit of the calendar, from a minute to a century, and pairs of them.

use std::fmt;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use super::Interval;
use crate::lexicon::temporal::DayPart;

/// How precise a time is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    Minute,
    Hour,
    Morning,
    Afternoon,
    Evening,
    Night,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

fn grain_of(part: DayPart) -> Grain {
    match part {
        DayPart::Morning => Grain::Morning,
        DayPart::Afternoon => Grain::Afternoon,
        DayPart::Evening => Grain::Evening,
        DayPart::Night => Grain::Night,
    }
}

/// A unit of the calendar. Years are astronomical: 0 is 1 BC. Seasons are those of the north, spring (1) from March on; the winter of a
/// year begins in its December.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Point {
    /// The years that begin with these two digits.
    Century(i16),
    /// The years that begin with these three digits.
    Decade(i16),
    Year(i16),
    Half(i16, i8),
    Quarter(i16, i8),
    Season(i16, i8),
    Month(i16, i8),
    /// By its Monday.
    Week(Date),
    /// By its Saturday.
    Weekend(Date),
    Day(Date),
    Part(Date, DayPart),
    Hour(Date, i8),
    Minute(Date, i8, i8),
}

impl Point {
    /// The ISO week that holds a day.
    pub fn week_of(day: Date) -> Point {
        Point::Week(back(day, day.weekday().to_monday_zero_offset() as i64))
    }
    /// The weekend of the week that holds a day.
    pub fn weekend_of(day: Date) -> Point {
        Point::Weekend(back(day, day.weekday().to_monday_zero_offset() as i64 - 5))
    }

    /// The unit of the calendar that it is.
    pub fn grain(self) -> Grain {
        match self {
            Point::Century(_) => Grain::Century,
            Point::Decade(_) => Grain::Decade,
            Point::Year(_) => Grain::Year,
            Point::Half(..) => Grain::Half,
            Point::Quarter(..) => Grain::Quarter,
            Point::Season(..) => Grain::Season,
            Point::Month(..) => Grain::Month,
            Point::Week(_) => Grain::Week,
            Point::Weekend(_) => Grain::Weekend,
            Point::Day(_) => Grain::Day,
            Point::Part(_, p) => grain_of(p),
            Point::Hour(..) => Grain::Hour,
            Point::Minute(..) => Grain::Minute,
        }
    }

    /// The year it lies in, if one: its first year for longer stretches.
    pub fn year(self) -> i16 {
        match self {
            Point::Century(c) => c.saturating_mul(100),
            Point::Decade(d) => d.saturating_mul(10),
            Point::Year(y) | Point::Half(y, _) | Point::Quarter(y, _) | Point::Season(y, _) | Point::Month(y, _) => y,
            Point::Week(d) | Point::Weekend(d) | Point::Day(d) | Point::Part(d, _) | Point::Hour(d, _) | Point::Minute(d, ..) => d.year(),
        }
    }

    /// Its days; `None` beyond the years -9999 to 9999.
    pub fn interval(self) -> Option<Interval> {
        let months = |y: i16, m: i8, n: i32| Interval::from_to(first_of(y, m)?, n.months());
        match self {
            Point::Century(c) => Interval::from_to(first_of(c.checked_mul(100)?, 1)?, 100.years()),
            Point::Decade(d) => Interval::from_to(first_of(d.checked_mul(10)?, 1)?, 10.years()),
            Point::Year(y) => months(y, 1, 12),
            Point::Half(y, h) => months(y, 6 * h - 5, 6),
            Point::Quarter(y, q) => months(y, 3 * q - 2, 3),
            Point::Season(y, s) => months(y, 3 * s, 3),
            Point::Month(y, m) => months(y, m, 1),
            Point::Week(d) => Interval::from_to(d, 7.days()),
            Point::Weekend(d) => Interval::from_to(d, 2.days()),
            Point::Day(d) | Point::Part(d, _) | Point::Hour(d, _) | Point::Minute(d, ..) => Interval::from_to(d, 1.day()),
        }
    }
}

fn first_of(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()
}

/// The day `days` before (or after, if negative); the same day at the end of the calendar.
fn back(day: Date, days: i64) -> Date {
    day.checked_sub(Span::new().try_days(days).unwrap_or_default()).unwrap_or(day)
}

/// EDTF, level 1 with the level 2 seasons for quarters (33-36) and halves (40-41).
impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Point::Century(c) => write!(f, "{c:02}XX"),
            Point::Decade(d) => write!(f, "{d:03}X"),
            Point::Year(y) => year(f, y),
            Point::Half(y, h) => year(f, y).and_then(|()| write!(f, "-{}", 39 + h)),
            Point::Quarter(y, q) => year(f, y).and_then(|()| write!(f, "-{}", 32 + q)),
            Point::Season(y, s) => year(f, y).and_then(|()| write!(f, "-{}", 20 + s)),
            Point::Month(y, m) => year(f, y).and_then(|()| write!(f, "-{m:02}")),
            Point::Week(d) => day(f, d).and_then(|()| f.write_str("/")).and_then(|()| day(f, back(d, -6))),
            Point::Weekend(d) => day(f, d).and_then(|()| f.write_str("/")).and_then(|()| day(f, back(d, -1))),
            Point::Day(d) | Point::Part(d, _) => day(f, d),
            Point::Hour(d, h) => day(f, d).and_then(|()| write!(f, "T{h:02}")),
            Point::Minute(d, h, m) => day(f, d).and_then(|()| write!(f, "T{h:02}:{m:02}")),
        }
    }
}

fn year(f: &mut fmt::Formatter<'_>, y: i16) -> fmt::Result {
    if y < 0 { write!(f, "-{:04}", y.unsigned_abs()) } else { write!(f, "{y:04}") }
}

fn day(f: &mut fmt::Formatter<'_>, d: Date) -> fmt::Result {
    year(f, d.year())?;
    write!(f, "-{:02}-{:02}", d.month(), d.day())
}

/// What a date expression means: one unit of the calendar, or all from one to another; perhaps only about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// The unit, or the first of a stretch.
    pub first: Point,
    /// The last unit of a stretch.
    pub last: Option<Point>,
    /// It is told with `about` or the like.
    pub about: bool,
}

impl Time {
    /// From one unit to another.
    pub fn range(first: Point, last: Point) -> Time {
        Time { first, last: Some(last), about: false }
    }
    /// The grain of the first unit.
    pub fn grain(self) -> Grain {
        self.first.grain()
    }
    /// All its days; none beyond the years -9999 to 9999.
    pub fn interval(self) -> Option<Interval> {
        let first = self.first.interval()?;
        match self.last {
            Some(last) => Interval::new(first.first, last.interval()?.after),
            None => Some(first),
        }
    }
}

impl From<Point> for Time {
    fn from(first: Point) -> Time {
        Time { first, last: None, about: false }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let about = if self.about { "~" } else { "" };
        match self.last {
            Some(last) => write!(f, "{}{about}/{}{about}", End(self.first, false), End(last, true)),
            None => write!(f, "{}{about}", self.first),
        }
    }
}

/// One end of a stretch: a week gives only its first or last day.
struct End(Point, bool);

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Point::Week(d) | Point::Weekend(d), false) => day(f, d),
            (Point::Week(d), true) => day(f, back(d, -6)),
            (Point::Weekend(d), true) => day(f, back(d, -1)),
            (p, _) => p.fmt(f),
        }
    }
}

/// The day of this weekday nearest to `from`: that day itself or one of the six before (`-1`) or after (`1`).
pub fn nearest(from: Date, weekday: Weekday, side: i64) -> Date {
    let forward = i64::from(weekday.to_monday_zero_offset() - from.weekday().to_monday_zero_offset()).rem_euclid(7);
    back(from, if side < 0 { (7 - forward) % 7 } else { -forward })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn points_print_as_edtf() {
        let shown = |p: Point| p.to_string();
        assert_eq!(shown(Point::Century(19)), "19XX");
        assert_eq!(shown(Point::Decade(199)), "199X");
        assert_eq!(shown(Point::Year(-489)), "-0489");
        assert_eq!(shown(Point::Half(2013, 1)), "2013-40");
        assert_eq!(shown(Point::Quarter(2013, 4)), "2013-36");
        assert_eq!(shown(Point::Season(2013, 4)), "2013-24");
        assert_eq!(shown(Point::Month(-479, 8)), "-0479-08");
        assert_eq!(shown(Point::week_of(date(2013, 3, 20))), "2013-03-18/2013-03-24");
        assert_eq!(shown(Point::weekend_of(date(2013, 3, 20))), "2013-03-23/2013-03-24");
        assert_eq!(shown(Point::Minute(date(2025, 12, 2), 7, 5)), "2025-12-02T07:05");
    }

    #[test]
    fn stretches_print_their_outer_ends() {
        let week = Point::week_of(date(2013, 3, 20));
        assert_eq!(Time::range(week, week).to_string(), "2013-03-18/2013-03-24");
        assert_eq!(Time { about: true, ..Time::from(Point::Year(1862)) }.to_string(), "1862~");
    }

    #[test]
    fn the_winter_of_a_year_ends_in_the_next() {
        let winter = Point::Season(2012, 4).interval().unwrap();
        assert_eq!((winter.first, winter.after), (date(2012, 12, 1), date(2013, 3, 1)));
    }

    #[test]
    fn the_nearest_weekday_may_be_the_day_itself() {
        let wednesday = date(2025, 12, 3);
        assert_eq!(nearest(wednesday, Weekday::Tuesday, -1), date(2025, 12, 2));
        assert_eq!(nearest(wednesday, Weekday::Wednesday, -1), wednesday);
        assert_eq!(nearest(wednesday, Weekday::Thursday, -1), date(2025, 11, 27));
        assert_eq!(nearest(wednesday, Weekday::Tuesday, 1), date(2025, 12, 9));
    }
}
