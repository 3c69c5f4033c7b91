//! When two figures give one value: equally exact, less exact, or as a number and its bound.

use super::item::{Item, Place};
use crate::value::quantity::interval;
use crate::value::relate::{Measured, Relation};
use crate::value::{Amount, Dimension, Reading};

/// The same value, equally exact or not.
pub fn is_one_value(relation: Relation) -> bool {
    matches!(relation, Relation::Equal | Relation::Rounding | Relation::Hedge | Relation::Truncation | Relation::Unit)
}

/// The same value, or a bound whose number a headline gives as the value: "65K" for "more than 65,000".
pub fn give_one_value(relation: Relation, x: &Item, y: &Item) -> bool {
    let headline = (x.place == Place::Top) != (y.place == Place::Top);
    let numbers = || plain(x).zip(plain(y)).is_some_and(|(a, b)| is_one_value(a.relate(&b)));
    // "about 60,000" and "more than 60,000" hedge one number
    is_one_value(relation) || relation == Relation::Bound && (headline && numbers() || one_number(x, y))
}

/// The same number of the same unit; one of two counts may leave the noun out ("300K moths", "up to 300,000 of these insects") or use another
/// ("more than 30 nations", "at least 30 countries").
pub fn one_number(x: &Item, y: &Item) -> bool {
    let akin = x.family.is_some_and(|family| family != "people") && x.family == y.family;
    let open = x.figure.dimension == Dimension::Count && (x.figure.unit.is_none() || y.figure.unit.is_none() || akin);
    x.figure.amount.is_some() && x.figure.amount == y.figure.amount && (open || x.figure.unit == y.figure.unit)
}

/// The significant digits of the coarser of two figures.
pub fn digits(x: &Item, y: &Item) -> u32 {
    x.nature.digits.min(y.nature.digits)
}

/// A sum of a million or more.
pub fn is_large_sum(i: &Item) -> bool {
    const MILLION: i64 = 1_000_000;
    i.figure.dimension == Dimension::Money && i.figure.amount.is_some_and(|a| a >= Amount::from(MILLION))
}

/// One article has a sum of money twice: with two digits or more, or what its headline has as well.
pub fn repeats_a_sum(x: &Item, y: &Item) -> bool {
    let top = x.place == Place::Top || y.place == Place::Top;
    x.article == y.article
        && x.figure.dimension == Dimension::Money
        && one_number(x, y)
        && (digits(x, y) > 1 || top)
        && !(x.listed || y.listed)
}

/// The reading of the amount alone, without its bound.
fn plain<'a>(i: &Item<'a>) -> Option<Measured<'a>> {
    let r = &i.reading;
    let (low, high) = interval(r.amount?, r.step, r.dimension.is_exact_as_written(), None);
    Some(Measured::new(Reading { low, high, hedge: None, ..r.clone() }))
}
