//! From what an expression says to days of the calendar.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::expr::{Base, Cell, Expr, Found, Inner, MonthRef, WeekRef, YearRef, grain_of};
use super::point::nearest;
use super::{Grain, Interval, MONTH, Point, Time};
use crate::lexicon::holidays::Feast;
use crate::lexicon::temporal::{Side, Unit};

/// Whether the sentence speaks of what was or of what is to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
    #[default]
    Open,
}

/// What relative expressions count from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchor {
    /// The day of publication, from which `yesterday` counts.
    pub published: Option<Date>,
    /// The last date that the text named.
    pub text: Option<Point>,
    /// The last day or month that it named: where a narrative stands.
    pub story: Option<Point>,
    /// `text` was named in the sentence of the expression.
    pub same_sentence: bool,
    /// The text tells history: what news counts from today counts from the last date named.
    pub narrative: bool,
    /// The tense of the sentence.
    pub tense: Tense,
    /// The tense is that of the expression's own verb.
    pub sure: bool,
    /// The text writes the day before the month, or behind it; none where it does both or neither.
    pub day_first: Option<bool>,
}

impl Anchor {
    /// The days of an expression; `None` when what it counts from is not known, or not precisely enough.
    pub fn resolve(&self, found: &Found) -> Option<Time> {
        if let Some(to) = found.to {
            return self.up_to(self.end(found.expr)?.first, to);
        }
        let time = self.expr(found.expr, found.weekday)?;
        let time = match found.shift {
            Some((n, unit)) => shifted(time, n, unit)?,
            None => time,
        };
        let time = match (found.clock, time.first) {
            (Some(clock), Point::Day(d)) if time.last.is_none() => Time::from(clock.on(d)),
            _ => time,
        };
        Some(Time { about: found.about || time.about, ..time })
    }

    /// One end of a stretch; `now` is the day of publication.
    fn end(&self, expr: Expr) -> Option<Time> {
        if expr == Expr::Now { self.published.map(|d| Point::Day(d).into()) } else { self.expr(expr, None) }
    }

    /// A stretch from a point to the date that ends it; an end without a year is not before the begin.
    fn up_to(&self, first: Point, to: Expr) -> Option<Time> {
        let last = match to {
            Expr::InYear(cell, YearRef::Open) => [0, 1].into_iter().find_map(|n| {
                let time = cell_in(cell, first.year().checked_add(n)?)?;
                (time.interval()?.after > first.interval()?.first).then_some(time)
            })?,
            _ => Anchor { text: Some(first), ..*self }.end(to)?,
        };
        let last = last.last.unwrap_or(last.first);
        Interval::new(first.interval()?.first, last.interval()?.after)?;
        Some(Time::range(first, last))
    }

    fn expr(&self, expr: Expr, weekday: Option<Weekday>) -> Option<Time> {
        let point = match expr {
            Expr::Fixed(p) => p,
            Expr::EitherWay(a, b) => Point::Day(self.either(a, b)?),
            Expr::Years(a, b) => return Some(Time::range(Point::Year(a), Point::Year(b))),
            Expr::Tens(tens) => Point::Decade(self.century().checked_mul(10)?.checked_add(i16::from(tens))?),
            Expr::InYear(cell, year) => return cell_in(cell, self.year(cell, year, weekday)?),
            Expr::Nearest(cell, side) => return self.nearest_cell(cell, side),
            Expr::Weekday(day, week) => Point::Day(self.weekday(day, week)?),
            Expr::Weekend => self.weekend()?,
            Expr::DayAndMonth(a, b) => Point::Day(self.day_and_month(a, b)?),
            Expr::Now | Expr::Beside => return None,
            Expr::ThatDay => moved(self.text.filter(|_| self.same_sentence)?, 0, Unit::Day)?,
            Expr::InMonth(inner, month) => self.in_month(inner, month)?,
            Expr::Moved(base, n, Unit::Day) if weekday.is_some() => Point::Day(self.named_day(base, n, weekday?)?),
            Expr::Moved(base, n, unit) | Expr::Distant(base, n, unit) if n != 0 || matches!(expr, Expr::Moved(..)) => {
                moved(self.base(base)?, n, unit)?
            }
            Expr::Distant(..) | Expr::Moved(..) => return None,
            Expr::Stretch(base, n, unit) => return stretch(self.base(base)?, n, unit),
        };
        Some(point.into())
    }

    /// The point that a relative expression counts from.
    fn base(&self, base: Base) -> Option<Point> {
        let published = self.published.map(Point::Day);
        match base {
            Base::Published if !self.narrative => published,
            Base::Text if self.narrative => self.told_last(),
            _ => self.told_last().or(published),
        }
    }

    /// The date named last; a bare year gives way to the day or month of it that the story stands at.
    fn told_last(&self) -> Option<Point> {
        match (self.text, self.story) {
            (Some(Point::Year(y)), Some(story)) if story.year() == y => Some(story),
            (text, _) => text,
        }
    }

    fn base_day(&self, base: Base) -> Option<Date> {
        match self.base(base)? {
            Point::Day(d) | Point::Part(d, _) | Point::Hour(d, _) | Point::Minute(d, ..) => Some(d),
            _ => None,
        }
    }

    fn century(&self) -> i16 {
        match self.text {
            Some(p) if self.narrative => p.year().div_euclid(100),
            _ => 19,
        }
    }

    /// The reading of `03/12/2025` (`a` with the month first) that the text's other dates ask for, else the one that lies within a month of
    /// publication when the other lies far from it.
    fn either(&self, a: Date, b: Date) -> Option<Date> {
        const FAR: i32 = 92;
        let published = self.published?;
        let apart = |d: Date| days_between(published, d).abs();
        match (self.day_first, apart(a), apart(b)) {
            (Some(true), ..) => Some(b),
            (Some(false), ..) => Some(a),
            (None, near, far) if near <= MONTH && far > FAR => Some(a),
            (None, far, near) if near <= MONTH && far > FAR => Some(b),
            _ => None,
        }
    }

    /// `4/22` where only one order is a date, else the order that lies within a month of publication when the other does not.
    fn day_and_month(&self, a: i8, b: i8) -> Option<Date> {
        let published = self.published?;
        let read = |month: i8, day: i8| Date::new(self.year_near(Cell::Day { month, day }, published)?, month, day).ok();
        match (read(a, b), read(b, a)) {
            (Some(x), Some(y)) if x != y => self.either(x, y),
            (x, y) => x.or(y),
        }
    }

    /// The weekend that is over or under way; the one ahead where the sentence speaks of the future.
    fn weekend(&self) -> Option<Point> {
        let side = if self.tense == Tense::Future { 1 } else { -1 };
        Some(Point::weekend_of(nearest(self.base_day(Base::Published)?, Weekday::Saturday, side)))
    }

    fn year(&self, cell: Cell, year: YearRef, weekday: Option<Weekday>) -> Option<i16> {
        match year {
            YearRef::Given(y) => Some(y),
            YearRef::Moved(base, n) => self.base(base)?.year().checked_add(i16::try_from(n).ok()?),
            YearRef::Open => {
                if let Some(y) = self.year_of_weekday(cell, weekday) {
                    return Some(y);
                }
                match self.text {
                    Some(text) if self.narrative => Some(self.year_of_story(cell, text)),
                    _ => self.year_near(cell, self.published?),
                }
            }
        }
    }

    /// The year nearest to the base in which this day is that weekday.
    fn year_of_weekday(&self, cell: Cell, weekday: Option<Weekday>) -> Option<i16> {
        let (weekday, Cell::Day { month, day }) = (weekday?, cell) else { return None };
        let around = self.base(Base::Published)?.year();
        let fits = |y: &i16| Date::new(*y, month, day).is_ok_and(|d| d.weekday() == weekday);
        [0, -1, 1].into_iter().filter_map(|n| around.checked_add(n)).find(fits)
    }

    /// The year of a cell in news: before or after publication as the tense of its verb says; else the nearer one, with a preference for
    /// the past, and a stronger one beside a verb in the past.
    fn year_near(&self, cell: Cell, published: Date) -> Option<i16> {
        let candidates = [-1, 0, 1].map(|n| published.year().saturating_add(n));
        let distance = |y: i16| -> Option<i32> {
            let days = cell_in(cell, y)?.interval()?;
            let (behind, ahead) = (days_between(days.after, published) + 1, days_between(published, days.first));
            Some(match self.tense {
                _ if behind <= 0 && ahead <= 0 => 0,
                Tense::Past if ahead > 0 => ahead * 6 + if self.sure { 2000 } else { 0 },
                Tense::Future if behind > 0 => behind * 4 + if self.sure { 2000 } else { 0 },
                Tense::Future if ahead > 0 => ahead,
                _ if ahead > 0 => ahead * 3,
                _ => behind,
            })
        };
        candidates.into_iter().filter_map(|y| distance(y).map(|d| (d, y))).min().map(|(_, y)| y)
    }

    /// The year of a cell in a narrative: the one named in the same sentence; else of the years named last that in which the story goes on
    /// from where it stands, by the shortest way.
    fn year_of_story(&self, cell: Cell, text: Point) -> i16 {
        let Some(story) = self.story.filter(|_| !self.same_sentence) else { return text.year() };
        let turn = story.year();
        if turn != text.year() && cell_in(cell, turn).is_some_and(|t| t.first == story) {
            return text.year();
        }
        let cost = |y: &i16| {
            let days = story.interval().zip(cell_in(cell, *y).and_then(Time::interval)).map(|(s, i)| days_between(s.first, i.first));
            days.map_or(i32::MAX, |d| if d < 0 { -4 * d } else { 2 * d } / if *y == text.year() { 2 } else { 1 })
        };
        [text.year(), turn, turn.saturating_add(1)].into_iter().min_by_key(cost).unwrap_or(turn)
    }

    fn nearest_cell(&self, cell: Cell, side: Side) -> Option<Time> {
        let base = if matches!(side, Side::Previous | Side::Following) { Base::Text } else { Base::Published };
        let from = self.base(base)?.interval()?;
        let forward = matches!(side, Side::Next | Side::Coming | Side::Following);
        let years = if forward { [0, 1] } else { [0, -1] };
        years
            .into_iter()
            .filter_map(|n| cell_in(cell, from.first.year().checked_add(n)?))
            .find(|t| t.interval().is_some_and(|i| if forward { i.first >= from.after } else { i.after <= from.first }))
    }

    fn weekday(&self, day: Weekday, week: WeekRef) -> Option<Date> {
        match week {
            WeekRef::Open if self.tense == Tense::Future => Some(nearest(self.base_day(Base::Published)?, day, 1)),
            WeekRef::Open => Some(nearest(self.base_day(Base::Published)?, day, -1)),
            WeekRef::Side(side) => self.sided_weekday(day, side),
            WeekRef::Moved(base, n) => in_week(self.base_day(base)?, day, n),
            WeekRef::Numbered(n) => self.numbered_weekday(day, n),
        }
    }

    /// The day so many days from another; where that is not the weekday named, the last day of that name.
    fn named_day(&self, base: Base, n: i32, weekday: Weekday) -> Option<Date> {
        let counted = self.base_day(base).and_then(|d| day_after(d, n)).filter(|d| d.weekday() == weekday);
        counted.or_else(|| self.weekday(weekday, WeekRef::Open))
    }

    fn sided_weekday(&self, day: Weekday, side: Side) -> Option<Date> {
        let published = || self.base_day(Base::Published);
        match side {
            Side::Last => Some(nearest(published()?.yesterday().ok()?, day, -1)),
            Side::Previous => Some(nearest(self.base_day(Base::Text)?.yesterday().ok()?, day, -1)),
            Side::Following => Some(nearest(self.base_day(Base::Text)?.tomorrow().ok()?, day, 1)),
            Side::Same => Some(nearest(self.base_day(Base::Text)?, day, -1)),
            Side::Next => in_week(published()?, day, 1),
            Side::Coming => Some(nearest(published()?.tomorrow().ok()?, day, 1)),
            Side::This => match self.tense {
                Tense::Past => Some(nearest(published()?, day, -1)),
                Tense::Future => Some(nearest(published()?, day, 1)),
                Tense::Open => in_week(published()?, day, 0),
            },
        }
    }

    /// `Friday the 13th`: in the nearest month where the two fit.
    fn numbered_weekday(&self, weekday: Weekday, n: i8) -> Option<Date> {
        let from = self.base_day(Base::Published)?.first_of_month();
        let month = |m: i64| from.checked_add(Span::new().try_months(m).ok()?).ok();
        let day = |first: Date| Date::new(first.year(), first.month(), n).ok().filter(|d| d.weekday() == weekday);
        [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6].into_iter().filter_map(month).find_map(day)
    }

    fn in_month(&self, inner: Inner, month: MonthRef) -> Option<Point> {
        let first = match month {
            MonthRef::Moved(base, by) => moved(self.base(base)?, by, Unit::Month)?.interval()?.first,
            MonthRef::Open => moved(self.text.or(self.published.map(Point::Day))?, 0, Unit::Month)?.interval()?.first,
        };
        inner_of(inner, first.year(), first.month())
    }
}

/// Days from one date to another, negative when the second is the earlier.
fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(0, |s| s.get_days())
}

fn day_after(day: Date, days: i32) -> Option<Date> {
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// A weekday of the week that holds a day, or of another so many weeks away.
fn in_week(day: Date, weekday: Weekday, weeks: i32) -> Option<Date> {
    let ahead = i32::from(weekday.to_monday_zero_offset()) - i32::from(day.weekday().to_monday_zero_offset());
    day_after(day, ahead + 7 * weeks)
}

/// A part of a year.
fn cell_in(cell: Cell, year: i16) -> Option<Time> {
    let day = |m: i8, d: i8| Date::new(year, m, d).ok().map(Point::Day);
    let point = match cell {
        Cell::Whole => Point::Year(year),
        Cell::Half(n) => Point::Half(year, n),
        Cell::Quarter(n) => Point::Quarter(year, n),
        Cell::Season(n) => Point::Season(year, n),
        Cell::Month(m) => Point::Month(year, m),
        Cell::Day { month, day: d } => day(month, d)?,
        Cell::Months { first, last } => return Some(Time::range(Point::Month(year, first), Point::Month(year, last))),
        Cell::Days { month, first, last } => return Some(Time::range(day(month, first)?, day(month, last)?)),
        Cell::Feast(Feast::Islamic { month, first, last }) => return islamic_in(year, month, first, last),
        Cell::Feast(feast) => Point::Day(day_of_feast(feast, year)?),
        Cell::Week(n) => nth_week(year, n)?,
        Cell::InMonth(month, inner) => inner_of(inner, year, month)?,
    };
    Some(point.into())
}

impl Cell {
    /// The first day of it in a year.
    pub fn first_day(self, year: i16) -> Option<Date> {
        Some(cell_in(self, year)?.interval()?.first)
    }
}

fn day_of_feast(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed { month, day } => Date::new(year, month, day).ok(),
        Feast::Easter(days) => day_after(easter(year)?, i32::from(days)),
        Feast::Nth { month, n, weekday, days } => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            day_after(Date::new(year, month, 1).ok()?.nth_weekday_of_month(n, weekday).ok()?, i32::from(days))
        }
        Feast::Islamic { month, first, .. } => islamic_in(year, month, first, first)?.interval().map(|i| i.first),
    }
}

/// Days of a month of the Islamic calendar in a year of ours, the first time where they come twice; about, since the month begins when the
/// moon is seen.
fn islamic_in(year: i16, month: i8, first: i8, last: i8) -> Option<Time> {
    let near = (i32::from(year) - 622) * 33 / 32;
    let begin = (near..near + 3).filter_map(|y| islamic(y, month, first)).find(|d| d.year() == year)?;
    let end = day_after(begin, i32::from(last - first))?;
    let time = if first == last { Time::from(Point::Day(begin)) } else { Time::range(Point::Day(begin), Point::Day(end)) };
    Some(Time { about: true, ..time })
}

/// A day of the tabular Islamic calendar with its civil epoch (Reingold and Dershowitz, Calendrical Calculations, ch. 7).
fn islamic(year: i32, month: i8, day: i8) -> Option<Date> {
    let months = (59 * (i32::from(month) - 1) + 1).div_euclid(2);
    let days = i32::from(day) - 1 + months + 354 * (year - 1) + (3 + 11 * year).div_euclid(30);
    day_after(Date::new(622, 7, 19).ok()?, days)
}

/// Easter Sunday in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// A part of a month. The first week of a month holds its first day.
fn inner_of(inner: Inner, year: i16, month: i8) -> Option<Point> {
    let first = Date::new(year, month, 1).ok()?;
    Some(match inner {
        Inner::Day(n) => Point::Day(Date::new(year, month, n).ok()?),
        Inner::Week(-1) => Point::week_of(first.last_of_month()),
        Inner::Week(n) => Point::week_of(day_after(first, 7 * (i32::from(n) - 1))?),
        Inner::Weekday(n, weekday) => Point::Day(first.nth_weekday_of_month(n, weekday).ok()?),
    })
}

/// The n-th week of a year in ISO numbering: the first holds 4 January, the last 28 December.
fn nth_week(year: i16, n: i8) -> Option<Point> {
    let day = if n == -1 { Date::new(year, 12, 28).ok()? } else { day_after(Date::new(year, 1, 4).ok()?, 7 * (i32::from(n) - 1))? };
    Some(Point::week_of(day))
}

/// The size of a unit among the others.
fn rank(grain: Grain) -> u8 {
    match grain {
        Grain::Minute | Grain::Hour | Grain::Morning | Grain::Afternoon | Grain::Evening | Grain::Night | Grain::Day => 0,
        Grain::Weekend | Grain::Week => 1,
        Grain::Month => 2,
        Grain::Season | Grain::Quarter => 3,
        Grain::Half => 4,
        Grain::Year => 5,
        Grain::Decade => 6,
        Grain::Century => 7,
    }
}

/// `n` units of the calendar as a span.
fn span(n: i32, unit: Unit) -> Option<Span> {
    let n = i64::from(n);
    match unit {
        Unit::Minute => 0.days().try_minutes(n),
        Unit::Hour => 0.days().try_hours(n),
        Unit::Day => 0.days().try_days(n),
        Unit::Week | Unit::Weekend => 0.days().try_weeks(n),
        Unit::Fortnight => 0.days().try_weeks(2 * n),
        Unit::Month => 0.days().try_months(n),
        Unit::Quarter => 0.days().try_months(3 * n),
        Unit::Year => 0.days().try_years(n),
        Unit::Decade => 0.days().try_years(10 * n),
        Unit::Century => 0.days().try_years(100 * n),
    }
    .ok()
}

/// The unit that holds a point, or the n-th one from it; `None` if the point is coarser than the unit.
fn moved(from: Point, n: i32, unit: Unit) -> Option<Point> {
    if rank(from.grain()) > rank(grain_of(unit)) {
        return None;
    }
    let first = from.interval()?.first;
    let day = first.checked_add(span(n, unit)?).ok()?;
    Some(match unit {
        Unit::Minute | Unit::Hour => return None,
        Unit::Day => Point::Day(day),
        Unit::Week | Unit::Fortnight => Point::week_of(day),
        Unit::Weekend => Point::weekend_of(day),
        Unit::Month => Point::Month(day.year(), day.month()),
        Unit::Quarter => Point::Quarter(day.year(), (day.month() + 2) / 3),
        Unit::Year => Point::Year(day.year()),
        Unit::Decade if day.year() >= 0 => Point::Decade(day.year() / 10),
        Unit::Century if day.year() >= 0 => Point::Century(day.year() / 100),
        Unit::Decade | Unit::Century => return None,
    })
}

/// `the past five years` up to the day before, `the next three months` from the day after; quarters and longer units as whole ones.
fn stretch(from: Point, n: i32, unit: Unit) -> Option<Time> {
    if n == 0 {
        return None;
    }
    if matches!(unit, Unit::Quarter | Unit::Decade | Unit::Century) {
        let (first, last) = if n < 0 { (n, -1) } else { (1, n) };
        return Some(Time::range(moved(from, first, unit)?, moved(from, last, unit)?));
    }
    let Point::Day(day) = moved(from, 0, Unit::Day)? else { return None };
    let other = day.checked_add(span(n, unit)?).ok()?;
    let (first, last) = if n < 0 { (other, day.yesterday().ok()?) } else { (day.tomorrow().ok()?, other) };
    Some(Time::range(Point::Day(first), Point::Day(last)))
}

/// A time so much later or earlier; 0 is the unit that holds it.
fn shifted(time: Time, n: i32, unit: Unit) -> Option<Time> {
    let from = time.first;
    if n == 0 || rank(from.grain()) >= rank(grain_of(unit)) {
        return moved(from, n, unit).map(Time::from);
    }
    let Point::Day(day) = from else { return None };
    Some(Point::Day(day.checked_add(span(n, unit)?).ok()?).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_sundays() {
        for (year, month, day) in [(1943, 4, 25), (2018, 4, 1), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn feasts_by_rule() {
        assert_eq!(day_of_feast(Feast::Nth { month: 11, n: 4, weekday: 4, days: 1 }, 2025), Some(date(2025, 11, 28)));
        let fast = Feast::Islamic { month: 10, first: 1, last: 1 };
        assert_eq!(day_of_feast(fast, 2021), Some(date(2021, 5, 13)));
        assert_eq!(cell_in(Cell::Feast(fast), 2025).map(|t| t.to_string()).as_deref(), Some("2025-03-31~"));
        assert_eq!(day_of_feast(Feast::Nth { month: 5, n: -1, weekday: 1, days: 0 }, 2025), Some(date(2025, 5, 26)));
    }
}
