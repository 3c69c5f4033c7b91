//! Features by which figures meet: no others are compared.

use rust_decimal::Decimal;

use super::item::{Item, Place};
use crate::value::{Amount, Dimension};

/// Features by which figures meet: the dimension with the concept, head, base, entity or term; with all digits of a large exact value; with
/// the first digit near the beginning of an article and for values that hardly agree by chance.
pub fn features(i: &Item) -> Vec<u64> {
    let dimension = (i.reading.dimension as u64) << 56;
    let f = |kind: u64, s: u32| dimension | kind << 48 | s as u64;
    let mut out: Vec<u64> =
        i.concept.iter().map(|s| f(1, *s)).chain(i.head_term.iter().map(|s| f(2, *s))).chain(i.base.iter().map(|s| f(3, *s))).collect();
    out.extend(i.entities.iter().map(|s| f(4, *s)));
    out.extend(i.terms.iter().map(|s| f(2, *s)));
    // values that two articles hardly share by chance: a score, a sum of money
    let telling = matches!(i.figure.dimension, Dimension::Age | Dimension::Money | Dimension::Ratio);
    out.extend(i.figure.amount.filter(|_| i.place != Place::Below || telling).map(|a| f(5, leading(a))));
    const LARGE: i64 = 100;
    out.extend(i.figure.amount.filter(|a| i.nature.digits > 1 && *a >= Amount::from(LARGE)).map(|a| f(6, whole(a))));
    out
}

/// A number for the first digit of an amount, rounded, and its place.
fn leading(a: Amount) -> u32 {
    numbered(a.decimal().abs().round_sf(1).unwrap_or_default())
}

/// A number for all digits of an amount and their place.
fn whole(a: Amount) -> u32 {
    numbered(a.decimal().abs())
}

/// A number for an amount, however many zeros it is written with; two large ones may share it.
fn numbered(amount: Decimal) -> u32 {
    let plain = amount.normalize();
    (plain.mantissa().unsigned_abs() % 0xff_ffff) as u32 | plain.scale() << 24
}
