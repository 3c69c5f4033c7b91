//! The year of a day or month that an article gives with its year at another place: "He died on June 24, 2005. … On June 24 they had …".

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::value::time::expr::{Cell, YearRef};
use crate::value::time::{Expr, Found, Point, Time};

/// The attacks of 2001, which any story may name by their day.
const NAMED: Date = jiff::civil::date(2001, 9, 11);

/// The years that an article gives to days; `None` for two.
#[derive(Default)]
pub struct Years(FxHashMap<(i8, i8), Option<i16>>);

impl Years {
    /// Those of the expressions of an article.
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

    /// An expression without a year with the one that it has elsewhere: of the same day, or of another day of the month in its
    /// sentence (`beside`, the expressions there). What lies close to publication is of the days of the report. `time`: what it is without that.
    pub fn dated(&self, found: &Found, beside: &[Found], time: Option<Time>, published: Option<Date>) -> Option<Expr> {
        const CLOSE: i32 = 31;
        let Expr::InYear(cell, YearRef::Open) = found.expr else { return None };
        let away = |published: Date| Some(published.until(time?.interval()?.first).ok()?.get_days().abs());
        if published.map_or(Some(i32::MAX), away)? <= CLOSE {
            return None;
        }
        let year = match cell {
            Cell::Day { month, day } => self.0.get(&(month, day)).copied().flatten().or_else(|| of_neighbour(beside, month))?,
            Cell::Feast(_) => self.0.iter().find_map(|((month, day), year)| {
                let date = Date::new((*year)?, *month, *day).ok()?;
                (cell.first_day(date.year()) == Some(date)).then_some(date.year())
            })?,
            _ => return None,
        };
        Some(Expr::InYear(cell, YearRef::Given(year)))
    }
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
