//! Whether an article tells news, which counts from the day of publication, or history, which counts from the date told last.

use jiff::civil::Date;

use crate::value::time::expr::{Base, Cell, YearRef};
use crate::value::time::{Expr, Found, Point};

/// More than half of the years that the text states lie two or more years before its publication, and it hardly speaks of the days around
/// it (`today`, `last week`, bare weekdays).
pub fn is_narrative(read: &[Found], published: Option<Date>) -> bool {
    let Some(published) = published else { return false };
    let years: Vec<i16> = read.iter().filter_map(|f| stated_year(f.expr)).collect();
    let old = years.iter().filter(|y| **y < published.year() - 1).count();
    let current = read.iter().filter(|f| counts_from_publication(f.expr)).count();
    old * 2 > years.len() && old > 3 * current && old >= 4
}

fn stated_year(expr: Expr) -> Option<i16> {
    match expr {
        Expr::Fixed(p @ Point::Day(_)) => Some(p.year()),
        Expr::InYear(_, YearRef::Given(y)) => Some(y),
        _ => None,
    }
}

fn counts_from_publication(expr: Expr) -> bool {
    match expr {
        Expr::Moved(Base::Published, ..) | Expr::Distant(Base::Published, ..) | Expr::Weekday(..) | Expr::Nearest(..) => true,
        Expr::InYear(cell, YearRef::Moved(Base::Published, _)) => cell != Cell::Whole,
        _ => false,
    }
}
