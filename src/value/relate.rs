//! How two figures relate: equal, one a rounding of the other, one inside what the other leaves open, or apart.
//!
//! A figure is a hedged rendering of one fact (Williams & Power 2010); round numbers allow imprecise reading (Krifka, Solt); a rounded
//! value needs half a unit of its last place, a truncated one a whole unit (mlscorecheck). What a figure stands for by itself is told at
//! [`super::quantity::interval`]; here a bare number that is written more coarsely than the other may also be
//!
//! * its rounding: ± half of the last place that is not zero: "14,000" for 13,575, "40%" for 38%;
//! * its truncation: less than one step above it, where the step itself is the coarser one: "12K" for 12,800;
//! * its conversion into another unit, within the half unit by which it was rounded.
//!
//! Never rounded are ages, fixed terms, counts below a hundred ("20 dead" is not 22) and small numbers of a time or share (nine hours are
//! not ten).

use rust_decimal::Decimal;

use super::quantity::last_place;
use super::{Amount, Dimension, Hedge, Quantity};
use crate::lexicon::lexicon;
use crate::lexicon::units::Scale;

/// What a figure says about a number, as far as comparing needs it; can be built from a claim's JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<'a> {
    /// As written; none for a range and vague words.
    pub amount: Option<Amount>,
    /// The least it can stand for; none where that is open.
    pub low: Option<Amount>,
    /// The most it can stand for; none where that is open.
    pub high: Option<Amount>,
    /// The value of one unit in the last place that was written.
    pub step: Amount,
    /// None for a bare number.
    pub hedge: Option<Hedge>,
    /// Singular name of the unit; none for a bare number or a fraction.
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

/// Both ends belong to it; an end that is `None` is open.
#[derive(Clone, Copy, Debug)]
struct Interval {
    low: Option<Decimal>,
    high: Option<Decimal>,
}

impl Interval {
    const ALL: Interval = Interval { low: None, high: None };

    fn around(middle: Decimal, below: Decimal, above: Decimal) -> Self {
        Interval { low: middle.checked_sub(below), high: middle.checked_add(above) }
    }

    fn meet(self, o: Interval) -> Interval {
        let later = |a: Option<Decimal>, b: Option<Decimal>| if a.is_none() || b.is_none() { a.or(b) } else { a.max(b) };
        let earlier = |a: Option<Decimal>, b: Option<Decimal>| if a.is_none() || b.is_none() { a.or(b) } else { a.min(b) };
        Interval { low: later(self.low, o.low), high: earlier(self.high, o.high) }
    }

    fn widest(self, o: Interval) -> Interval {
        let low = if self.low < o.low { self.low } else { o.low };
        let high = if self.high > o.high { self.high } else { o.high };
        Interval { low, high }
    }

    /// How far its ends have passed each other; `None` when it holds a value.
    fn gap(self) -> Option<Decimal> {
        let (low, high) = (self.low?, self.high?);
        if low > high { Some(low - high) } else { None }
    }
}

/// A reading in the base unit of what it measures, exact so far as decimals go: all that comparing it needs, computed once.
#[derive(Clone, Debug)]
pub struct Measured<'a> {
    reading: Reading<'a>,
    /// `None` for a unit that no table converts.
    scale: Option<Scale>,
    amount: Option<Decimal>,
    written: Interval,
    /// What the amount can stand for as a rounding.
    rounded: Interval,
    slack: Decimal,
    step: Decimal,
    place: Decimal,
    plain: bool,
    /// A bare whole number below a hundred of a time or a share, except 20, 30 … 90: nine hours are not ten.
    small: bool,
}

impl<'a> Measured<'a> {
    /// Computes all that comparing needs, once for each figure.
    pub fn new(reading: Reading<'a>) -> Self {
        let r = &reading;
        let known = scale(r);
        let scale = known.unwrap_or(Scale::PLAIN);
        let to_base = |a: Option<Amount>| a.and_then(|a| scale.to_base(a.decimal()));
        let step = scale.length(r.step.decimal());
        // nobody writes 40 of somebody who is 42, and a fixed term is exact
        let exact = r.dimension == Dimension::Age || r.dimension == Dimension::Duration && r.low.is_some() && r.low == r.high;
        let place = r.amount.filter(|_| !exact).map_or(step, |a| scale.length(last_place(a.decimal(), r.step.decimal())));
        let (amount, written) = (to_base(r.amount), Interval { low: to_base(r.low), high: to_base(r.high) });
        // "a third" is imprecise, however many digits its decimal has
        let fraction = r.dimension == Dimension::Share && r.unit.is_none();
        let plain = r.hedge.is_none() && r.amount.is_some() && !fraction;
        let whole = r.step == Amount::ONE && r.amount.is_some_and(|a| a.is_whole() && a.decimal().abs() < Decimal::ONE_HUNDRED);
        // 40 may be a rounding of 38, ten is no rounding of nine
        let round = r.amount.is_some_and(|a| a.decimal() >= Decimal::from(20) && (a.decimal() % Decimal::TEN).is_zero());
        let small = plain && whole && !round && matches!(r.dimension, Dimension::Duration | Dimension::Share);
        let slack = amount.map_or(Decimal::ZERO, |a| slack(a, step, place, r.dimension.has_exact_small_numbers()));
        let rounded = amount.map_or(written, |a| written.widest(Interval::around(a, slack, slack)));
        Measured { reading, scale: known, amount, written, rounded, slack, step, place, plain, small }
    }

    /// About how much it is, in the base unit of what it measures: the amount, or an end of the interval.
    pub fn size(&self) -> Option<Decimal> {
        self.amount.or(self.written.low).or(self.written.high)
    }

    /// How two figures of one thing relate.
    pub fn relate(&self, o: &Measured) -> Relation {
        let (a, b) = (&self.reading, &o.reading);
        if !self.is_like(o) {
            return if a.amount.is_some() && a.amount == b.amount && kin(a, b) { Relation::Unit } else { Relation::Unlike };
        }
        let converted = a.unit.is_some() && b.unit.is_some() && self.scale != o.scale;
        if !converted && a.hedge == b.hedge && self.amount == o.amount && (self.amount.is_some() || (a.low, a.high) == (b.low, b.high)) {
            return Relation::Equal;
        }
        let finest = self.place.min(o.place);
        let meets = |cut| self.beside(finest, cut, converted).meet(o.beside(finest, cut, converted)).gap();
        if only_touch(&[self, o]) {
            return Relation::Disjoint { gap: Amount::ZERO };
        }
        if let Some(gap) = self.excludes(o) {
            return self.disjoint(gap);
        }
        match (meets(false), meets(true)) {
            (None, _) => cause(a, b, converted),
            (Some(_), None) => Relation::Truncation,
            (_, Some(gap)) => self.disjoint(gap),
        }
    }

    fn disjoint(&self, gap: Decimal) -> Relation {
        Relation::Disjoint { gap: Amount::new(self.scale.unwrap_or(Scale::PLAIN).from_length(gap)) }
    }

    /// How far two amounts in one unit lie apart that are not roundings of one another: nine and ten hours.
    fn excludes(&self, o: &Measured) -> Option<Decimal> {
        let (a, b) = self.amount.zip(o.amount).filter(|(a, b)| a != b)?;
        (self.small && o.small && self.scale == o.scale).then(|| (a - b).abs())
    }

    /// What the figure stands for where it is the rounding of a finer one, in its own unit.
    pub fn as_rounding(&self) -> (Option<Amount>, Option<Amount>) {
        let scale = self.scale.unwrap_or(Scale::PLAIN);
        let own = |d: Option<Decimal>| d.and_then(|d| scale.from_base(d)).map(Amount::new);
        (own(self.rounded.low), own(self.rounded.high))
    }

    /// Whether the two have one base: that of a table, or, where no table has their units, the count of one thing.
    fn is_like(&self, o: &Measured) -> bool {
        let (a, b) = (&self.reading, &o.reading);
        match (&self.scale, &o.scale) {
            (Some(x), Some(y)) => x.base == y.base,
            // 24 to 17 and 21 to 14 have no base in common
            (None, None) => a.dimension == b.dimension && (a.unit == b.unit || !matches!(a.dimension, Dimension::Money | Dimension::Ratio)),
            _ => false,
        }
    }

    /// What a hedged number or a range stands for; "about" a time in another unit reaches less far: see [`ABOUT_ONE`]. "Almost" half an hour
    /// in minutes may be less by all of what the half is written to, a quarter of itself.
    fn hedged(&self, converted: bool) -> Interval {
        let almost = converted && self.reading.hedge == Some(Hedge::Almost) && self.reading.dimension == Dimension::Duration;
        if let Some(part) = self.amount.filter(|a| almost && *a == self.step * Decimal::from(FRACTION_STEPS)) {
            return Interval::around(part, self.step, Decimal::ZERO);
        }
        let about = self.reading.hedge == Some(Hedge::About) && self.reading.dimension == Dimension::Duration;
        let near = self
            .amount
            .filter(|_| converted && about)
            .map(|a| Interval::around(a, a / Decimal::from(ABOUT_ONE), a / Decimal::from(ABOUT_ONE)));
        near.map_or(self.written, |near| near.meet(self.written))
    }

    /// What the figure can stand for beside one written to the place `finest`: a coarser plain number may be a rounding or a cut.
    /// A measure that is compared with one in another unit keeps the half unit by which it was rounded, or the slack of the factor.
    fn beside(&self, finest: Decimal, cut: bool, converted: bool) -> Interval {
        let (Some(amount), true) = (self.amount, self.plain) else { return self.hedged(converted) };
        if converted && self.reading.dimension == Dimension::Duration {
            let near = self.slack.min(amount.abs() * NEAR_TIME);
            Interval::around(amount, near, near)
        } else if self.place <= finest && converted {
            self.written.widest(Interval::around(amount, amount.abs() * FACTOR, amount.abs() * FACTOR))
        } else if self.place <= finest {
            Interval::around(amount, Decimal::ZERO, Decimal::ZERO)
        } else if cut && self.step > finest {
            self.written.widest(Interval::around(amount, self.slack, self.slack.max(self.step - finest)))
        } else {
            self.rounded
        }
    }
}

/// "About" one unit of time reaches a third of it either way when compared in another unit: "about a minute" is not 30 seconds, though half
/// a minute is how far rounding to minutes goes. A choice, not a measurement.
const ABOUT_ONE: i64 = 3;

/// How many of its steps a fraction is.
const FRACTION_STEPS: i64 = 4;

/// The share of a time by which one in another unit may differ: a fifth. Half of the coarser unit would be too much: two weeks are not ten
/// days, a year is not seven months. A choice, not a measurement.
const NEAR_TIME: Decimal = Decimal::from_parts(2, 0, 0, false, 1);

/// By what share a converted value may be off: people convert by factors of four digits, such as 2.205 pounds a kilogram.
const FACTOR: Decimal = Decimal::from_parts(3, 0, 0, false, 4);

/// How far rounding may have moved the amount: half a unit of the last place written, or of the last place that is not zero. A count below
/// a hundred is not rounded (twenty dead are not twenty-two), a larger one by a twentieth at most, a measure by a tenth.
fn slack(amount: Decimal, step: Decimal, place: Decimal, counted: bool) -> Decimal {
    let half = |d: Decimal| d / Decimal::TWO;
    if place <= step {
        return half(step);
    }
    let cap = match (counted, amount.abs() < Decimal::ONE_HUNDRED) {
        (true, true) => Decimal::ZERO,
        (true, false) => amount.abs() / Decimal::from(20),
        (false, _) => amount.abs() / Decimal::TEN,
    };
    half(place).min(cap).max(half(step).min(cap))
}

/// Whether a figure that says another again in its own unit (`90 square kilometers (35 square miles)`) is that value converted, within
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
    } else if is_cut(a, b) || is_cut(b, a) {
        Relation::Truncation
    } else if a.hedge.is_none() && b.hedge.is_none() || a.step != b.step {
        Relation::Rounding
    } else {
        Relation::Hedge
    }
}

/// 20 is 20.6 with the last place left out, which rounds to 21.
fn is_cut(coarse: &Reading, fine: &Reading) -> bool {
    let plain = coarse.hedge.is_none() && fine.hedge.is_none() && fine.step < coarse.step;
    let step = coarse.step.decimal();
    let left = coarse.amount.zip(fine.amount).map(|(c, f)| f.decimal() - c.decimal());
    plain && left.is_some_and(|left| left > step / Decimal::TWO && left < step)
}

/// Whether one value satisfies all figures at once. Figures that cannot be compared have none.
pub fn common<'m, 'a: 'm>(figures: impl Iterator<Item = &'m Measured<'a>>) -> bool {
    let figures: Vec<&Measured> = figures.collect();
    let Some(first) = figures.first() else { return true };
    if !figures.iter().all(|f| first.is_like(f)) {
        return false;
    }
    let finest = figures.iter().map(|f| f.place).min().unwrap_or_default();
    let converted = figures.iter().any(|f| f.scale != first.scale);
    let met = figures.iter().fold(Interval::ALL, |met, f| met.meet(f.beside(finest, true, converted)));
    let excluded = || figures.iter().enumerate().any(|(n, a)| figures[n + 1..].iter().any(|b| a.excludes(b).is_some()));
    met.gap().is_none() && !only_touch(&figures) && !excluded()
}

/// All are "about" something and their intervals share nothing but an end: "about 600" and "about 700", since nobody rounds 650 both ways.
fn only_touch(figures: &[&Measured]) -> bool {
    let met = figures.iter().fold(Interval::ALL, |met, f| met.meet(f.written));
    let about = |f: &&Measured| f.reading.hedge == Some(Hedge::About) && f.amount.is_some() && f.amount != met.low;
    met.low.is_some() && met.low == met.high && figures.iter().all(about)
}

fn scale(r: &Reading) -> Option<Scale> {
    match r.unit {
        None if r.dimension == Dimension::Share => Some(Scale::WHOLE),
        unit => lexicon().units.scale(unit),
    }
}

/// Two units of money of which one does not say the country: `dollar` and `US dollar`, `crown` and `krona`.
fn kin(a: &Reading, b: &Reading) -> bool {
    let last = |r: &Reading<'_>| r.unit.and_then(|u| u.rsplit(' ').next().map(str::to_owned));
    let crown = |r: &Reading<'_>| r.unit.is_some_and(|u| ["crown", "koruna", "krona", "krone"].iter().any(|c| u.ends_with(c)));
    let one = last(a) == last(b) || [a, b].iter().any(|r| r.unit == Some("crown")) && crown(a) && crown(b);
    a.dimension == Dimension::Money && b.dimension == Dimension::Money && one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::quantity::interval;

    fn relate(a: &Reading, b: &Reading) -> Relation {
        Measured::new(a.clone()).relate(&Measured::new(b.clone()))
    }

    fn common(readings: &[Reading]) -> bool {
        let measured: Vec<Measured> = readings.iter().cloned().map(Measured::new).collect();
        super::common(measured.iter())
    }

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
        let (low, high) = interval(amount, step, dimension.is_exact_as_written(), hedge);
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
        assert_eq!(both(share("19", "1", Some(Hedge::About)), share("18.6", "0.1", None)), Relation::Rounding);
        assert_eq!(both(share("19", "1", None), share("18.6", "0.1", None)), Relation::Rounding);
        assert_eq!(both(share("19", "1", None), share("19", "1", None)), Relation::Equal);
        assert_eq!(both(share("19", "1", None), share("19", "1", Some(Hedge::About))), Relation::Hedge);
        assert_eq!(both(share("19", "1", None), share("20.6", "0.1", None)), gap("0.7"));
        assert_eq!(both(share("30", "1", None), share("30.7", "0.1", None)), Relation::Truncation);
        assert_eq!(both(share("30", "1", None), share("29.6", "0.1", None)), Relation::Rounding);
        assert_eq!(both(share("18", "1", None), share("19", "1", None)), gap("1"));
        assert_eq!(both(share("9", "1", None), share("10", "1", None)), gap("1"));
        assert_eq!(both(share("38", "1", None), share("40", "1", None)), Relation::Rounding);
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
        assert_eq!(both(dead("600", Some(Hedge::About)), dead("700", Some(Hedge::About))), gap("0"));
    }

    #[test]
    fn ages_are_not_rounded() {
        let age = |years| reading(years, "1", "year", Dimension::Age, None);
        assert!(matches!(relate(&age("40"), &age("42")), Relation::Disjoint { .. }));
        assert_eq!(relate(&age("40"), &age("40")), Relation::Equal);
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
        assert_eq!(both(area("90", "square kilometer"), area("35", "square mile")), Relation::Unit);
        let mass = |value, unit| reading(value, "1", unit, Dimension::Mass, None);
        assert_eq!(both(mass("2754", "kilogram"), mass("6073", "pound")), Relation::Unit);
        assert!(matches!(both(area("90", "square kilometer"), area("45", "square mile")), Relation::Disjoint { .. }));
        assert_eq!(both(area("90", "square kilometer"), share("19", "1", None)), Relation::Unlike);
        let money = |unit| reading("5", "1", unit, Dimension::Money, None);
        assert_eq!(relate(&money("dollar"), &money("US dollar")), Relation::Unit);
        assert_eq!(relate(&money("dollar"), &money("euro")), Relation::Unlike);
        assert_eq!(relate(&money("crown"), &money("krona")), Relation::Unit);
        assert_eq!(relate(&money("krone"), &money("krona")), Relation::Unlike);
    }

    #[test]
    fn restatements() {
        assert_eq!(converted(&area("90", "square kilometer"), &area("35", "square mile")), Some(true));
        assert_eq!(converted(&area("120", "hectare"), &area("300", "acre")), Some(true));
        assert_eq!(converted(&area("120", "hectare"), &area("500", "acre")), Some(false));
        assert_eq!(converted(&area("120", "hectare"), &share("19", "1", None)), None);
    }

    #[test]
    fn almost_a_part_of_an_hour_is_some_minutes_less() {
        let part = |value, step| reading(value, step, "hour", Dimension::Duration, Some(Hedge::Almost));
        let minutes = |value| reading(value, "1", "minute", Dimension::Duration, None);
        assert_eq!(both(part("0.5", "0.125"), minutes("24")), Relation::Unit);
        assert_eq!(both(part("0.25", "0.0625"), minutes("12")), Relation::Unit);
        assert!(matches!(both(part("0.5", "0.125"), minutes("16")), Relation::Disjoint { .. }));
        assert!(matches!(both(part("0.5", "0.125"), minutes("33")), Relation::Disjoint { .. }));
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
