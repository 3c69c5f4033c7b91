//! The year of a day or month that an article gives with its year at another place: "He died on June 24, 2005. … On June 24 they had …".

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::value::time::expr::{Cell, YearRef};
use crate::value::time::{Expr, Found, MONTH, Point, Time};

/// The attacks of 2001, which any story may name by their day.
const NAMED: Date = jiff::civil::date(2001, 9, 11);

/// Expressions near one.
pub struct Near<'r> {
    /// The others in its sentence.
    pub beside: &'r [Found],
    /// Those in the sentence before.
    pub before: &'r [Found],
}

/// The years that an article gives to days; `None` for two.
#[derive(Default)]
pub struct Years(FxHashMap<(i8, i8), Option<i16>>);

impl Years {
    /// The years that these expressions of an article state.
    pub fn of(read: &[Found]) -> Years {
        let mut years = Years::default();
        for d in read.iter().filter_map(stated) {
            let one = years.0.entry((d.month(), d.day())).or_insert(Some(d.year()));
            *one = one.filter(|y| *y == d.year());
        }
        years
    }

    /// The day of the attacks of 2001, named without a year, where the article gives another year to that day: it is of another attack.
    pub fn of_other_attack(&self, found: &Found, text: &str) -> Option<Expr> {
        let named = found.expr == Expr::Fixed(Point::Day(NAMED)) && !text.contains("2001") && !text.contains('/');
        let year = self.0.get(&(NAMED.month(), NAMED.day())).copied().flatten().filter(|_| named)?;
        Some(Expr::InYear(Cell::Day { month: NAMED.month(), day: NAMED.day() }, YearRef::Given(year)))
    }

    /// The year of the days of an old case around one: "killed her on April 8, 2012. … Her body was found April 9". None for those of two.
    fn of_case(&self, month: i8, day: i8) -> Option<i16> {
        let days = || self.0.iter().filter_map(|((m, d), year)| Date::new((*year)?, *m, *d).ok());
        let year = of_days_around(days(), month, day)?;
        of_days_around(days().filter(|d| d.year() != year), month, day).is_none().then_some(year)
    }

    /// An expression without a year, with the year that the article gives to the same day elsewhere, to another day of the month in its
    /// sentence, or to a day close to it in the sentence before (`near`). None for what lies close to publication, which is of the days of
    /// the report. `time`: its time without that.
    pub fn dated(&self, found: &Found, near: &Near, time: Option<Time>, published: Option<Date>) -> Option<Expr> {
        let Expr::InYear(cell, YearRef::Open) = found.expr else { return None };
        let away = |published: Date| Some(published.until(time?.interval()?.first).ok()?.get_days());
        let away = published.map_or(Some(i32::MIN), away)?;
        if away.saturating_abs() <= MONTH {
            return None;
        }
        let year = match cell {
            Cell::Day { month, day } => {
                let told = || self.0.get(&(month, day)).copied().flatten();
                // what is still to come goes on with no day of the past
                let goes_on = || {
                    let before = of_days_around(near.before.iter().rev().filter_map(stated), month, day);
                    before.or_else(|| self.of_case(month, day)).filter(|_| away < 0)
                };
                told().or_else(|| of_neighbour(near.beside, month)).or_else(goes_on)?
            }
            Cell::Feast(_) => self.0.iter().find_map(|((month, day), year)| {
                let date = Date::new((*year)?, *month, *day).ok()?;
                (cell.first_day(date.year()) == Some(date)).then_some(date.year())
            })?,
            _ => return None,
        };
        Some(Expr::InYear(cell, YearRef::Given(year)))
    }
}

/// The year of the first of some days that lies few days before or behind one, a week at most (a choice): "on April 7, 2024. …
/// Early on April 8".
fn of_days_around(days: impl Iterator<Item = Date>, month: i8, day: i8) -> Option<i16> {
    const DAYS: i32 = 7;
    let within = |d: &Date| {
        let named = Date::new(d.year(), month, day).ok();
        named.and_then(|n| d.until(n).ok()).is_some_and(|apart| apart.get_days().abs() <= DAYS)
    };
    days.into_iter().find(within).map(|d| d.year())
}

/// The year of another day of the same month.
fn of_neighbour(beside: &[Found], month: i8) -> Option<i16> {
    beside.iter().filter_map(stated).find(|d| d.month() == month).map(|d| d.year())
}

/// The day of an expression that gives it whole.
fn stated(found: &Found) -> Option<Date> {
    match found.expr {
        Expr::Fixed(Point::Day(NAMED)) => None,
        Expr::Fixed(Point::Day(d)) => Some(d),
        Expr::InYear(Cell::Day { month, day }, YearRef::Given(year)) => Date::new(year, month, day).ok(),
        _ => None,
    }
}
