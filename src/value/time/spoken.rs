//! Times of the calendar as a reader says them.

use super::{Point, Time, edtf};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
const QUARTERS: [&str; 4] = ["first quarter", "second quarter", "third quarter", "fourth quarter"];
const HALVES: [&str; 2] = ["first half", "second half"];

/// An EDTF value in words: `Tue 2 Dec 2025`, `second half of 2012`; what has no plain words stays as it is.
pub fn spoken(edtf: &str) -> String {
    worded(edtf, |d| d.strftime("%a %-d %b %Y").to_string())
}

/// An EDTF value for a line of text: days, months and years by ISO 8601, the rest in words: `2025-12-02`, `spring 2022`, `2025-12-02,
/// 17:00`.
pub fn written(edtf: &str) -> String {
    match edtf::parse(edtf) {
        Some(Time { first: Point::Year(_) | Point::Month(..), last: None, about: false }) => edtf.to_owned(),
        _ => worded(edtf, |d| d.to_string()),
    }
}

fn worded(edtf: &str, day: fn(jiff::civil::Date) -> String) -> String {
    if let Some((a, b)) = edtf.strip_prefix('[').and_then(|e| e.strip_suffix(']')).and_then(|e| e.split_once(',')) {
        return format!("{} or {}", worded(a, day), worded(b, day));
    }
    edtf::parse(edtf).and_then(|t| time(&t, day)).unwrap_or_else(|| edtf.to_owned())
}

fn time(t: &Time, day: fn(jiff::civil::Date) -> String) -> Option<String> {
    let first = point(t.first, day)?;
    let about = if t.about { "about " } else { "" };
    match t.last {
        Some(last) => Some(format!("{about}{first} to {}", point(last, day)?)),
        None => Some(format!("{about}{first}")),
    }
}

fn point(p: Point, day: fn(jiff::civil::Date) -> String) -> Option<String> {
    let part = |names: &[&str], n: i8| names.get((n - 1) as usize).map(|s| (*s).to_owned());
    Some(match p {
        Point::Year(y) if y > 0 => y.to_string(),
        Point::Year(y) => format!("{} BC", 1 - y),
        Point::Decade(d) => format!("{d}0s"),
        Point::Half(y, n) => format!("{} of {y}", part(&HALVES, n)?),
        Point::Quarter(y, n) => format!("{} of {y}", part(&QUARTERS, n)?),
        Point::Season(y, n) => format!("{} {y}", part(&SEASONS, n)?),
        Point::Month(y, n) => format!("{} {y}", part(&MONTHS, n)?),
        Point::Day(d) => day(d),
        Point::Hour(d, h) => format!("{}, {h:02}:00", day(d)),
        Point::Minute(d, h, m) => format!("{}, {h:02}:{m:02}", day(d)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{spoken, written};

    #[test]
    fn times_are_said_as_readers_say_them() {
        assert_eq!(spoken("2025-12-02"), "Tue 2 Dec 2025");
        assert_eq!(spoken("2025-12-01/2025-12-07"), "Mon 1 Dec 2025 to Sun 7 Dec 2025");
        assert_eq!(spoken("2012-41"), "second half of 2012");
        assert_eq!(spoken("2012-34"), "second quarter of 2012");
        assert_eq!(spoken("2022-21"), "spring 2022");
        assert_eq!(spoken("2012-01"), "Jan 2012");
        assert_eq!(spoken("198X"), "1980s");
        assert_eq!(spoken("-0043"), "44 BC");
        assert_eq!(spoken("2025-12-02T17"), "Tue 2 Dec 2025, 17:00");
        assert_eq!(spoken("soon"), "soon");
    }

    #[test]
    fn a_line_of_text_has_days_as_iso_writes_them() {
        assert_eq!(written("2025-12-02"), "2025-12-02");
        assert_eq!(written("2025-12"), "2025-12");
        assert_eq!(written("2025"), "2025");
        assert_eq!(written("2022-21"), "spring 2022");
        assert_eq!(written("198X"), "1980s");
        assert_eq!(written("2025-12-01/2025-12-07"), "2025-12-01 to 2025-12-07");
        assert_eq!(written("2005-06-24T00~"), "about 2005-06-24, 00:00");
    }
}
