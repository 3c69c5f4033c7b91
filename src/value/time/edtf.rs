//! Reading EDTF (ISO 8601-2, Library of Congress profile), as far as claims use it.

use jiff::civil::{Date, date};

use super::{Interval, Point, Time};

/// The days of an EDTF value.
pub(super) fn interval(edtf: &str) -> Option<Interval> {
    let Some((a, b)) = edtf.split_once('/') else { return point(edtf)?.0.interval() };
    let first = if open(a) { date(-9999, 1, 1) } else { point(a)?.0.interval()?.first };
    let after = if open(b) { Date::MAX } else { point(b)?.0.interval()?.after };
    Interval::new(first, after)
}

fn open(end: &str) -> bool {
    end.is_empty() || end == ".."
}

/// A time from its EDTF form; `None` for open ends and for what no [`Time`] can be.
pub fn parse(edtf: &str) -> Option<Time> {
    let (a, b) = edtf.split_once('/').map_or((edtf, None), |(a, b)| (a, Some(b)));
    let (first, about) = point(a)?;
    let last = b.map(point);
    match last {
        None => Some(Time { first, last: None, about }),
        Some(last) => last.map(|(last, also)| Time { first, last: Some(last), about: about || also }),
    }
}

/// One calendar unit, and whether it is marked as uncertain or approximate.
fn point(s: &str) -> Option<(Point, bool)> {
    let plain = s.trim_end_matches(['~', '?', '%']);
    let (day, clock) = plain.split_once('T').map_or((plain, None), |(d, c)| (d, Some(c)));
    let (sign, digits) = day.strip_prefix('-').map_or((1, day), |d| (-1, d));
    let mut parts = digits.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    let point = match month {
        None => years(year, sign)?,
        Some(m) => within(sign * number(year)?, two(m)?, day)?,
    };
    let point = match (point, clock) {
        (p, None) => p,
        (Point::Day(d), Some(c)) => time(d, c)?,
        _ => return None,
    };
    Some((point, plain.len() < s.len()))
}

fn number(s: &str) -> Option<i16> {
    if s.bytes().all(|b| b.is_ascii_digit()) { s.parse().ok() } else { None }
}

fn two(s: &str) -> Option<i8> {
    if s.len() == 2 { number(s).map(|n| n as i8) } else { None }
}

/// `2013`, `199X`, `19XX`.
fn years(year: &str, sign: i16) -> Option<Point> {
    match year.strip_suffix("XX") {
        Some(century) => Some(Point::Century(sign * number(century)?)),
        None => match year.strip_suffix('X') {
            Some(decade) => Some(Point::Decade(sign * number(decade)?)),
            None => Some(Point::Year(sign * number(year)?)),
        },
    }
}

/// What the second part of a date says: a month, perhaps with a day, or one of the numbers of seasons, quarters and halves.
fn within(year: i16, part: i8, day: Option<&str>) -> Option<Point> {
    match (part, day) {
        (1..=12, None) => Some(Point::Month(year, part)),
        (1..=12, Some(d)) => Some(Point::Day(Date::new(year, part, two(d)?).ok()?)),
        (21..=24, None) => Some(Point::Season(year, part - 20)),
        (33..=36, None) => Some(Point::Quarter(year, part - 32)),
        (40..=41, None) => Some(Point::Half(year, part - 39)),
        _ => None,
    }
}

/// `14`, `14:30`, `14:30:05`, each with or without a zone, which is not kept.
fn time(day: Date, clock: &str) -> Option<Point> {
    let local = clock.find(['Z', '+', '-']).map_or(clock, |i| &clock[..i]);
    let mut parts = local.split(':').map(two);
    let hour = parts.next()??;
    match parts.next() {
        None => (hour < 24).then_some(Point::Hour(day, hour)),
        Some(minute) => minute.filter(|m| hour < 24 && *m < 60).map(|m| Point::Minute(day, hour, m)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_again() {
        for s in [
            "2025-12-02",
            "2025-12",
            "2025",
            "2013-21",
            "2013-33",
            "2013-41",
            "199X",
            "19XX",
            "2014/2018",
            "2025-12-02T14:30",
            "2025-12-02T07",
            "-0489",
            "-0479-08",
            "1862~",
            "2026-04/2026-06",
        ] {
            assert_eq!(parse(s).map(|t| t.to_string()).as_deref(), Some(s));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for s in
            ["", "-", "/", "2025-13", "2025-02-30", "2025-12-02T25:00", "25-12-02", "2025-1", "19X", "20253", "é", "2025-12-0é", "+202"]
        {
            assert_eq!(parse(s), None, "{s}");
        }
    }

    #[test]
    fn open_ends_reach_to_the_end_of_the_calendar() {
        let since = Interval::parse("2022-02-24/..").unwrap();
        assert_eq!((since.first, since.after), (date(2022, 2, 24), Date::MAX));
        let until = Interval::parse("../2022").unwrap();
        assert_eq!((until.first, until.after), (date(-9999, 1, 1), date(2023, 1, 1)));
    }
}
