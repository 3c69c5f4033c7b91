//! Quantities as intervals: what a figure as written says about a number.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Amount;
use crate::lexicon::lexicon;

macro_rules! dimensions {
    ($($variant:ident as $written:literal;)*) => {
        /// What a figure measures, as its unit tells.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Dimension { $($variant,)* }

        impl Dimension {
            /// All dimensions, in the order of the enum.
            pub const ALL: &[Dimension] = &[$(Dimension::$variant,)*];

            /// Its name in reports and tables.
            pub fn name(self) -> &'static str {
                match self { $(Dimension::$variant => $written,)* }
            }
        }
    };
}

dimensions! {
    Count as "count";
    Share as "share";
    SharePoints as "share_points";
    Money as "money";
    Length as "length";
    Area as "area";
    Volume as "volume";
    Mass as "mass";
    Temperature as "temperature";
    Speed as "speed";
    Duration as "duration";
    Age as "age";
    Energy as "energy";
    Power as "power";
    Pressure as "pressure";
    Data as "data";
    Magnitude as "magnitude";
    Rate as "rate";
    Ratio as "ratio";
    Rank as "rank";
    Other as "other";
}

/// How exactly a number is meant, by the words around it; what each does to the interval is told at [`interval`]. The words are those of
/// `lexicon/hedges.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    /// "about 19%", "some 270".
    About,
    /// "almost 5 years".
    Almost,
    /// "over 200", "more than 200".
    Over,
    /// "at least 12".
    AtLeast,
    /// "up to 60", "at most 60".
    AtMost,
    /// "under 12", "fewer than 12".
    Under,
    /// Two ends, or a vague word: "10 to 12", "dozens".
    Range,
}

/// Which way a figure that is a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// "rose 2%".
    Up,
    /// "a drop of 12".
    Down,
}

/// A number as written, with all that its form says: `low`..=`high` is the interval it can stand for, an open end is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// None for a range and for vague words ("dozens").
    pub amount: Option<Amount>,
    /// None where nothing bounds it from below: "up to 60".
    pub low: Option<Amount>,
    /// None where nothing bounds it from above: "at least 12".
    pub high: Option<Amount>,
    /// The value of one unit in the last place that was written: 0.1 for "18.6", 100,000 for "3.5 million".
    pub step: Amount,
    /// Singular name ("square kilometer", "%", "dollar"); for a count the head noun in the singular.
    pub unit: Option<Cow<'static, str>>,
    /// What it measures, by its unit.
    pub dimension: Dimension,
    /// None for a bare number.
    pub hedge: Option<Hedge>,
    /// None where the figure is no change.
    pub direction: Option<Direction>,
    /// "fourth": it ranks, and counts nothing.
    pub ordinal: bool,
}

impl Dimension {
    /// The dimension with this name in a table; `Other` if there is none.
    pub fn named(name: &str) -> Self {
        Self::ALL.iter().copied().find(|d| d.name() == name).unwrap_or(Dimension::Other)
    }

    /// What is written is meant to the last one: 40 people, 40 euros. A measure is read off to its last digit.
    pub fn is_exact_as_written(self) -> bool {
        matches!(self, Dimension::Count | Dimension::Rank | Dimension::Money)
    }

    /// Small numbers are not rounded: 20 dead are not 22, but 20 kilometers may be.
    pub fn has_exact_small_numbers(self) -> bool {
        self.is_exact_as_written() || matches!(self, Dimension::Rate | Dimension::Other)
    }

    /// A bare number of things, or the number of one: a noun stands behind it, or nothing, but no unit of measure.
    pub fn is_of_things(self) -> bool {
        matches!(self, Dimension::Count | Dimension::Rank | Dimension::Other)
    }
}

impl Hedge {
    /// The hedge with this name in a table.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "about" => Hedge::About,
            "almost" => Hedge::Almost,
            "over" => Hedge::Over,
            "at_least" => Hedge::AtLeast,
            "at_most" => Hedge::AtMost,
            "under" => Hedge::Under,
            "range" => Hedge::Range,
            _ => return None,
        })
    }
}

/// The interval that one number as written can stand for. `step` is one unit of the last place written (0.1 for "18.6", 100,000 for
/// "3.5 million"); the last place that is not zero is another ([`last_place`]: 1,000 for "5,000"). `counted`: things counted one by one,
/// money and ages, which are exact when written to the last unit.
///
/// | written | stands for | examples |
/// |---|---|---|
/// | a count, money, an age, `step` at most 1 | that value | "28" → 28; "5,000 people" → 5,000 |
/// | the same, `step` above 1 | ± half a step | "3.5 million" → 3,450,000 to 3,550,000 |
/// | a measure or share | ± half a step | "18.6%" → 18.55 to 18.65 |
/// | about, roughly, some | ± half of the last place that is not zero | "about 19%" → 18.5 to 19.5; "about 270" → 265 to 275 |
/// | the same of a round number | ± at most a tenth of it | "about 1,000" → 900 to 1,100 |
/// | almost, nearly, just under | from as much below up to it | "almost 5 years" → 4.5 to 5 |
/// | over, more than, at least | it or more | "at least 5,000" → 5,000 and up |
/// | under, fewer than, up to | it or less | "under 12" → 12 and down |
///
/// Not made here: a range ("10 to 12", "between a and b") has its two ends, a vague word ("dozens": 12 to 120) those of
/// `lexicon/numbers.tsv`, and neither has an amount. A fraction ("a third") is written with a quarter of itself as its step. The hedges are
/// listed in `lexicon/hedges.tsv`.
///
/// A bare round number keeps its exact interval; that "5,000" may be a rounding of 4,900 is decided when it is compared with a finer
/// figure, by [`super::relate::Measured`].
pub fn interval(amount: Amount, step: Amount, counted: bool, hedge: Option<Hedge>) -> (Option<Amount>, Option<Amount>) {
    let written = if counted && step <= Amount::ONE { Amount::ZERO } else { step.half() };
    let loose = || slack(amount, step);
    let around = |below: Amount, above: Amount| (amount.minus(below), amount.plus(above));
    match hedge {
        None if written == Amount::ZERO => (Some(amount), Some(amount)),
        None => around(written, written),
        Some(Hedge::About | Hedge::Range) => around(loose(), loose()),
        Some(Hedge::Almost) => around(loose(), Amount::ZERO),
        Some(Hedge::Over | Hedge::AtLeast) => (Some(amount), None),
        Some(Hedge::AtMost | Hedge::Under) => (None, Some(amount)),
    }
}

/// How far a hedge reaches: half of the last place that is not zero; for round numbers at most a tenth of the amount.
fn slack(amount: Amount, step: Amount) -> Amount {
    let (value, step) = (amount.decimal(), step.decimal());
    let place = last_place(value, step);
    let half = place / Decimal::TWO;
    if place == step { Amount::new(half) } else { Amount::new(half.min(value.abs() / Decimal::TEN)) }
}

/// The value of one unit in the last place of `amount` that is not zero, at least `step`: 1,000 for 5,000.
pub fn last_place(amount: Decimal, step: Decimal) -> Decimal {
    let mut place = step;
    while !place.is_zero() && !amount.is_zero() {
        let Some(next) = place.checked_mul(Decimal::TEN) else { break };
        if !(amount % next).is_zero() {
            break;
        }
        place = next;
    }
    place
}

/// `amount` of unit `from` in unit `to`; `None` when no table converts one into the other.
pub fn convert(amount: Amount, from: &str, to: &str) -> Option<Amount> {
    let units = &lexicon().units;
    let (from, to) = (units.scale(Some(from))?, units.scale(Some(to))?);
    if from.base != to.base {
        return None;
    }
    to.from_base(from.to_base(amount.decimal())?).map(Amount::new)
}

impl Quantity {
    /// A whole number without hedge or direction.
    pub fn whole(amount: Amount, unit: Cow<'static, str>, dimension: Dimension) -> Self {
        let one = Some(amount);
        let (hedge, direction, ordinal) = (None, None, dimension == Dimension::Rank);
        Quantity { amount: one, low: one, high: one, step: Amount::ONE, unit: Some(unit), dimension, hedge, direction, ordinal }
    }

    /// "its fourth year": an ordinal that counts stretches of time.
    pub fn is_ordinal_duration(&self) -> bool {
        self.ordinal && self.unit.as_deref().is_some_and(is_stretch_of_time)
    }
}

/// A unit in which people count how long something has lasted.
pub fn is_stretch_of_time(unit: &str) -> bool {
    matches!(unit, "year" | "month" | "week" | "day" | "decade")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(s: &str) -> Amount {
        s.parse().unwrap()
    }

    #[test]
    fn converts_exactly() {
        for (value, from, to, want) in [
            ("270", "square mile", "square kilometer", "699.296789790720"),
            ("1", "mile", "kilometer", "1.609344"),
            ("50", "degree fahrenheit", "degree celsius", "10"),
            ("2", "year", "month", "24"),
            ("3", "week", "day", "21"),
            ("0.5", "percentage point", "basis point", "50"),
        ] {
            assert_eq!(convert(amount(value), from, to), Some(amount(want)), "{value} {from}");
        }
        assert_eq!(convert(Amount::ONE, "month", "day"), None);
        assert_eq!(convert(Amount::ONE, "dollar", "euro"), None);
    }

    #[test]
    fn intervals_come_from_the_digits_and_the_hedge() {
        let read = |value: &str, step: &str, counted, hedge| {
            let (low, high) = interval(amount(value), amount(step), counted, hedge);
            let show = |end: Option<Amount>| end.map_or("..".to_owned(), |a| a.to_string());
            format!("{}/{}", show(low), show(high))
        };
        assert_eq!(read("28", "1", true, None), "28/28");
        assert_eq!(read("18.6", "0.1", false, None), "18.55/18.65");
        assert_eq!(read("3500000", "100000", true, None), "3450000/3550000");
        assert_eq!(read("19", "1", false, Some(Hedge::About)), "18.5/19.5");
        assert_eq!(read("1000", "1", true, Some(Hedge::About)), "900/1100");
        assert_eq!(read("5", "1", false, Some(Hedge::Almost)), "4.5/5");
        assert_eq!(read("5000", "1", false, Some(Hedge::AtLeast)), "5000/..");
        assert_eq!(read("12", "1", true, Some(Hedge::Under)), "../12");
    }
}
