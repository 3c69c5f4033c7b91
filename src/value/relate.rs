//! How two figures relate: equal, one a rounding of the other, one inside what the other leaves open, or apart.
//!
//! A figure is a hedged rendering of one fact (Williams & Power 2010); round numbers allow imprecise reading (Krifka, Solt); a rounded
//! value needs half a unit of its last place, a truncated one a whole unit (mlscorecheck).

use rust_decimal::Decimal;

use super::quantity::last_place;
use super::{Amount, Dimension, Hedge, Quantity};
use crate::lexicon::lexicon;
use crate::lexicon::units::Scale;

/// What a figure says about a number, as far as comparing needs it; can be built from a claim's JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<'a> {
    pub amount: Option<Amount>,
    pub low: Option<Amount>,
    pub high: Option<Amount>,
    /// The value of one unit in the last place that was written.
    pub step: Amount,
    pub hedge: Option<Hedge>,
    pub unit: Option<&'a str>,
    pub dimension: Dimension,
}

/// How two readings of one thing stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same value, in the same unit, with the same hedge.
    Equal,
    /// The same value, with another hedge or a hedge that allows the other's value.
    Hedge,
    /// The coarser one is the finer one rounded.
    Rounding,
    /// The coarser one is the finer one cut off, closer than one unit of its last place.
    Truncation,
    /// One is a bound that the other keeps.
    Bound,
    /// One is a range (or a vague word) that meets the other.
    Range,
    /// Equal when converted.
    Unit,
    /// Nothing satisfies both; `gap` lies between them, in the unit of the first.
    Disjoint { gap: Amount },
    /// Units that no table converts, or that are not known well enough (dollars of two countries): not comparable.
    Unlike,
}

impl<'a> From<&'a Quantity> for Reading<'a> {
    fn from(q: &'a Quantity) -> Self {
        let Quantity { amount, low, high, step, hedge, dimension, .. } = *q;
        Reading { amount, low, high, step, hedge, unit: q.unit.as_deref(), dimension }
    }
}

/// Closed at both ends; an end that is `None` is open.
#[derive(Clone, Copy, Debug)]
struct Interval {
    low: Option<Decimal>,
    high: Option<Decimal>,
}

impl Interval {
    fn around(middle: Decimal, below: Decimal, above: Decimal) -> Self {
        Interval { low: middle.checked_sub(below), high: middle.checked_add(above) }
    }

    fn meet(self, o: Interval) -> Interval {
        let later = |a: Option<Decimal>, b: Option<Decimal>| if a.is_none() || b.is_none() { a.or(b) } else { a.max(b) };
        let earlier = |a: Option<Decimal>, b: Option<Decimal>| if a.is_none() || b.is_none() { a.or(b) } else { a.min(b) };
        Interval { low: later(self.low, o.low), high: earlier(self.high, o.high) }
    }

    /// How far its ends have passed each other; `None` when it holds a value.
    fn gap(self) -> Option<Decimal> {
        let (low, high) = (self.low?, self.high?);
        if low > high { Some(low - high) } else { None }
    }
}

/// A reading in the base unit of what it measures, exact so far as decimals go.
#[derive(Clone, Copy, Debug)]
struct Measured {
    amount: Option<Decimal>,
    written: Interval,
    step: Decimal,
    place: Decimal,
    plain: bool,
    counted: bool,
}

impl Measured {
    fn of(r: &Reading, scale: &Scale) -> Self {
        let to_base = |a: Option<Amount>| a.and_then(|a| scale.to_base(a.decimal()));
        let step = scale.length(r.step.decimal());
        let place = r.amount.map_or(step, |a| scale.length(last_place(a.decimal(), r.step.decimal())));
        let written = Interval { low: to_base(r.low), high: to_base(r.high) };
        // a third is a loose way to speak, whatever digits one gives it
        let fraction = r.dimension == Dimension::Share && r.unit.is_none();
        let plain = r.hedge.is_none() && r.amount.is_some() && !fraction;
        let counted = matches!(r.dimension, Dimension::Count | Dimension::Rank | Dimension::Money | Dimension::Rate | Dimension::Other);
        Measured { amount: to_base(r.amount), written, step, place, plain, counted }
    }

    /// What the figure can stand for beside one written to the place `finest`: a coarser plain number may be a rounding or a cut.
    fn beside(&self, finest: Decimal, cut: bool) -> Interval {
        let (Some(amount), true) = (self.amount, self.plain) else { return self.written };
        if self.place <= finest {
            return Interval::around(amount, Decimal::ZERO, Decimal::ZERO);
        }
        let slack = self.slack(amount);
        let above = if cut && self.step > finest { slack.max(self.step - finest) } else { slack };
        self.widest(Interval::around(amount, slack, above))
    }

    fn widest(&self, i: Interval) -> Interval {
        let low = if self.written.low < i.low { self.written.low } else { i.low };
        let high = if self.written.high > i.high { self.written.high } else { i.high };
        Interval { low, high }
    }

    /// Half a unit of the last written place, or of the last place that is not zero. A small count is not rounded: twenty dead are
    /// not twenty-two; larger ones at most by a twentieth.
    fn slack(&self, amount: Decimal) -> Decimal {
        let half = |d: Decimal| d / Decimal::TWO;
        if self.place <= self.step {
            return half(self.step);
        }
        let cap = match (self.counted, amount.abs() < Decimal::ONE_HUNDRED) {
            (true, true) => Decimal::ZERO,
            (true, false) => amount.abs() / Decimal::from(20),
            (false, _) => amount.abs() / Decimal::TEN,
        };
        half(self.place).min(cap).max(half(self.step).min(cap))
    }
}

/// How `a` and `b`, two figures of one thing, relate.
pub fn relate(a: &Reading, b: &Reading) -> Relation {
    let Some((scale_a, scale_b)) = scales(a, b) else {
        return if a.amount.is_some() && a.amount == b.amount && kin(a, b) { Relation::Unit } else { Relation::Unlike };
    };
    let (x, y) = (Measured::of(a, &scale_a), Measured::of(b, &scale_b));
    let converted = a.unit.is_some() && b.unit.is_some() && scale_a != scale_b;
    if !converted && a.hedge == b.hedge && x.amount == y.amount && (x.amount.is_some() || (a.low, a.high) == (b.low, b.high)) {
        return Relation::Equal;
    }
    let finest = x.place.min(y.place);
    let meets = |cut| x.beside(finest, cut).meet(y.beside(finest, cut)).gap();
    match (meets(false), meets(true)) {
        (None, _) => cause(a, b, converted),
        (Some(_), None) => Relation::Truncation,
        (_, Some(gap)) => Relation::Disjoint { gap: Amount::new(scale_a.from_length(gap)) },
    }
}

/// Whether a figure that says another again in its own unit (`701 square kilometers (270 square miles)`) is that value converted, within
/// one unit of its last place that is not zero. `None` when no table converts the units.
pub fn converted(first: &Reading, again: &Reading) -> Option<bool> {
    let (from, to) = (scale(first)?, scale(again)?);
    let (first, written) = (first.amount?.decimal(), again.amount?.decimal());
    let exact = (from.base == to.base).then(|| from.to_base(first).and_then(|base| to.from_base(base)))??;
    Some((exact - written).abs() <= last_place(written, again.step.decimal()))
}

/// Why two readings that have a value in common are not simply equal.
fn cause(a: &Reading, b: &Reading, converted: bool) -> Relation {
    let one = |f: fn(&Reading) -> bool| f(a) || f(b);
    if one(|r| r.amount.is_none()) {
        Relation::Range
    } else if one(|r| matches!(r.hedge, Some(Hedge::Over | Hedge::AtLeast | Hedge::AtMost | Hedge::Under))) {
        Relation::Bound
    } else if converted {
        Relation::Unit
    } else if a.amount == b.amount {
        Relation::Hedge
    } else if a.hedge.is_none() && b.hedge.is_none() || a.step != b.step {
        Relation::Rounding
    } else {
        Relation::Hedge
    }
}

/// Whether one value satisfies all readings at once. Readings that cannot be compared have none.
pub fn common(readings: &[Reading]) -> bool {
    let Some(first) = readings.first() else { return true };
    let mut measured = Vec::with_capacity(readings.len());
    for r in readings {
        let Some((_, scale)) = scales(first, r) else { return false };
        measured.push(Measured::of(r, &scale));
    }
    let finest = measured.iter().map(|m| m.place).min().unwrap_or_default();
    let all = Interval { low: None, high: None };
    measured.iter().fold(all, |met, m| met.meet(m.beside(finest, true))).gap().is_none()
}

/// The scales of two readings on one base; `None` when no table brings them together.
fn scales(a: &Reading, b: &Reading) -> Option<(Scale, Scale)> {
    match (scale(a), scale(b)) {
        (Some(x), Some(y)) => (x.base == y.base).then_some((x, y)),
        (None, None) if a.dimension == b.dimension && (a.unit == b.unit || a.dimension != Dimension::Money) => {
            Some((Scale::PLAIN, Scale::PLAIN))
        }
        _ => None,
    }
}

fn scale(r: &Reading) -> Option<Scale> {
    match r.unit {
        None if r.dimension == Dimension::Share => Some(Scale::WHOLE),
        unit => lexicon().units.scale(unit),
    }
}

/// Two units of money of which one does not say the country: `dollar` and `US dollar`.
fn kin(a: &Reading, b: &Reading) -> bool {
    let last = |r: &Reading<'_>| r.unit.and_then(|u| u.rsplit(' ').next().map(str::to_owned));
    a.dimension == Dimension::Money && b.dimension == Dimension::Money && last(a) == last(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::quantity::interval;

    /// `value step unit hedge`, a range as `low..high`.
    fn reading<'a>(value: &str, step: &str, unit: &'a str, dimension: Dimension, hedge: Option<Hedge>) -> Reading<'a> {
        let number = |s: &str| s.parse::<Amount>().unwrap();
        let unit = (!unit.is_empty()).then_some(unit);
        let step = number(step);
        if let Some((low, high)) = value.split_once("..") {
            let hedge = Some(Hedge::Range);
            return Reading { amount: None, low: Some(number(low)), high: Some(number(high)), step, hedge, unit, dimension };
        }
        let amount = number(value);
        let (low, high) = interval(amount, step, dimension.is_counted(), hedge);
        Reading { amount: Some(amount), low, high, step, hedge, unit, dimension }
    }

    fn share(value: &str, step: &str, hedge: Option<Hedge>) -> Reading<'static> {
        reading(value, step, "%", Dimension::Share, hedge)
    }

    fn area(value: &str, unit: &'static str) -> Reading<'static> {
        reading(value, "1", unit, Dimension::Area, None)
    }

    fn dead(value: &str, hedge: Option<Hedge>) -> Reading<'static> {
        reading(value, "1", "dead", Dimension::Count, hedge)
    }

    fn both(a: Reading, b: Reading) -> Relation {
        let there = relate(&a, &b);
        let back = relate(&b, &a);
        if !matches!(there, Relation::Disjoint { .. }) {
            assert_eq!(there, back, "{a:?} {b:?}");
        }
        assert_eq!(common(&[a.clone(), b.clone()]), !matches!(there, Relation::Disjoint { .. } | Relation::Unlike), "{a:?} {b:?}");
        there
    }

    fn gap(n: &str) -> Relation {
        Relation::Disjoint { gap: n.parse().unwrap() }
    }

    #[test]
    fn shares() {
        assert_eq!(both(share("19", "1", Some(Hedge::About)), share("19.3", "0.1", None)), Relation::Rounding);
        assert_eq!(both(share("19", "1", None), share("19.3", "0.1", None)), Relation::Rounding);
        assert_eq!(both(share("19", "1", None), share("19", "1", None)), Relation::Equal);
        assert_eq!(both(share("19", "1", None), share("19", "1", Some(Hedge::About))), Relation::Hedge);
        assert_eq!(both(share("19", "1", None), share("20.6", "0.1", None)), gap("0.7"));
        assert_eq!(both(share("18", "1", None), share("19", "1", None)), gap("1"));
        assert_eq!(both(share("19", "1", None), share("20", "1", None)), Relation::Rounding);
    }

    #[test]
    fn fractions_are_hedged_shares() {
        let third =
            || Reading { dimension: Dimension::Share, ..reading("0.333333333333333", "0.0833333333333333", "", Dimension::Share, None) };
        assert_eq!(both(third(), share("30", "1", None)), Relation::Rounding);
        assert!(matches!(both(third(), share("25", "1", None)), Relation::Disjoint { .. }));
    }

    #[test]
    fn tolls() {
        assert_eq!(both(dead("12", Some(Hedge::AtLeast)), dead("15", None)), Relation::Bound);
        assert_eq!(both(dead("15", Some(Hedge::AtLeast)), dead("12", None)), gap("3"));
        assert_eq!(both(dead("20", None), dead("22", None)), gap("2"));
        assert_eq!(both(dead("20", Some(Hedge::About)), dead("22", None)), Relation::Hedge);
        assert_eq!(both(dead("300", None), dead("287", None)), Relation::Rounding);
        assert_eq!(both(dead("300", None), dead("260", None)), gap("25"));
    }

    #[test]
    fn rounded_and_cut_thousands() {
        let count = |value, step| reading(value, step, "job", Dimension::Count, None);
        assert_eq!(both(count("14000", "1000"), count("13575", "1")), Relation::Rounding);
        assert_eq!(both(count("12000", "1000"), count("12800", "1")), Relation::Truncation);
        assert_eq!(both(count("2100", "100"), count("2157", "1")), Relation::Truncation);
        assert_eq!(both(count("3500000", "100000"), count("3512345", "1")), Relation::Rounding);
        assert_eq!(both(count("3500000", "100000"), count("3700000", "100000")), gap("200000"));
    }

    #[test]
    fn units() {
        assert_eq!(both(area("701", "square kilometer"), area("270", "square mile")), Relation::Unit);
        assert!(matches!(both(area("701", "square kilometer"), area("320", "square mile")), Relation::Disjoint { .. }));
        assert_eq!(both(area("701", "square kilometer"), share("19", "1", None)), Relation::Unlike);
        let money = |unit| reading("5", "1", unit, Dimension::Money, None);
        assert_eq!(relate(&money("dollar"), &money("US dollar")), Relation::Unit);
        assert_eq!(relate(&money("dollar"), &money("euro")), Relation::Unlike);
    }

    #[test]
    fn restatements() {
        assert_eq!(converted(&area("701", "square kilometer"), &area("270", "square mile")), Some(true));
        assert_eq!(converted(&area("120", "hectare"), &area("300", "acre")), Some(true));
        assert_eq!(converted(&area("120", "hectare"), &area("500", "acre")), Some(false));
        assert_eq!(converted(&area("120", "hectare"), &share("19", "1", None)), None);
    }

    #[test]
    fn ranges() {
        let time = |value, hedge| reading(value, "1", "year", Dimension::Duration, hedge);
        assert_eq!(both(time("3..4", None), time("4", None)), Relation::Range);
        assert_eq!(both(time("3..4", None), time("4..5", None)), Relation::Range);
        assert_eq!(both(time("3..4", None), time("3..4", None)), Relation::Equal);
        assert_eq!(both(time("3..4", None), time("4", Some(Hedge::Almost))), Relation::Range);
        assert_eq!(both(time("3..4", None), time("6", None)), gap("2"));
    }

    #[test]
    fn one_value_for_all_is_more_than_one_for_each_pair() {
        let (low, high, exact) = (dead("10..12", None), dead("12..14", None), dead("11", None));
        assert!(common(&[low.clone(), high.clone()]));
        assert!(common(&[low.clone(), exact.clone()]));
        assert!(!common(&[low, high, exact]));
        assert!(common(&[]));
    }
}
