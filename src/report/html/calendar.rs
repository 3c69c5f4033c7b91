//! Times of the calendar as a reader says them.

use crate::value::time::{Point, Time, edtf};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
const QUARTERS: [&str; 4] = ["first quarter", "second quarter", "third quarter", "fourth quarter"];
const HALVES: [&str; 2] = ["first half", "second half"];

/// An EDTF value in words: `Tue 2 Dec 2025`, `second half of 2012`; what has no plain words stays as it is.
pub fn spoken(edtf: &str) -> String {
    edtf::parse(edtf).and_then(|t| time(&t)).unwrap_or_else(|| edtf.to_owned())
}

fn time(t: &Time) -> Option<String> {
    let first = point(t.first)?;
    match t.last {
        Some(last) => Some(format!("{first} to {}", point(last)?)),
        None => Some(first),
    }
}

fn point(p: Point) -> Option<String> {
    let part = |names: &[&str], n: i8| names.get((n - 1) as usize).map(|s| (*s).to_owned());
    Some(match p {
        Point::Year(y) => y.to_string(),
        Point::Decade(d) => format!("{d}0s"),
        Point::Half(y, n) => format!("{} of {y}", part(&HALVES, n)?),
        Point::Quarter(y, n) => format!("{} of {y}", part(&QUARTERS, n)?),
        Point::Season(y, n) => format!("{} {y}", part(&SEASONS, n)?),
        Point::Month(y, n) => format!("{} {y}", part(&MONTHS, n)?),
        Point::Day(d) => d.strftime("%a %-d %b %Y").to_string(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn times_are_said_as_readers_say_them() {
        assert_eq!(spoken("2025-12-02"), "Tue 2 Dec 2025");
        assert_eq!(spoken("2025-12-01/2025-12-07"), "Mon 1 Dec 2025 to Sun 7 Dec 2025");
        assert_eq!(spoken("2012-41"), "second half of 2012");
        assert_eq!(spoken("2012-34"), "second quarter of 2012");
        assert_eq!(spoken("2022-21"), "spring 2022");
        assert_eq!(spoken("2012-01"), "Jan 2012");
        assert_eq!(spoken("198X"), "1980s");
        assert_eq!(spoken("2025-12-02T17"), "2025-12-02T17");
        assert_eq!(spoken("soon"), "soon");
    }
}
