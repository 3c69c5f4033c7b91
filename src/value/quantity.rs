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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    About,
    Almost,
    Over,
    AtLeast,
    AtMost,
    Under,
    Range,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Up,
    Down,
}

/// A number as written, with all that its form says: `low`..=`high` is the interval it can stand for, an open end is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// None for a range and for vague words ("dozens").
    pub amount: Option<Amount>,
    pub low: Option<Amount>,
    pub high: Option<Amount>,
    /// The value of one unit in the last place that was written: 0.1 for "19.3", 100,000 for "3.5 million".
    pub step: Amount,
    /// Singular name ("square kilometer", "%", "dollar"); for a count the head noun in the singular.
    pub unit: Option<Cow<'static, str>>,
    pub dimension: Dimension,
    pub hedge: Option<Hedge>,
    pub direction: Option<Direction>,
    pub ordinal: bool,
}

impl Dimension {
    /// The dimension with this name in a table; `Other` if there is none.
    pub fn named(name: &str) -> Self {
        Self::ALL.iter().copied().find(|d| d.name() == name).unwrap_or(Dimension::Other)
    }

    /// Things are counted one by one; measures are read off to a last digit.
    pub fn is_counted(self) -> bool {
        matches!(self, Dimension::Count | Dimension::Rank | Dimension::Money)
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

/// The interval that one number as written can stand for: see the table in the crate's design. Counts are exact, measures are good to
/// half of their last digit, hedges widen, bounds are open at one end.
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

/// Half of the last place that is not zero; for round numbers at most a tenth of the amount.
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
        assert_eq!(read("19.3", "0.1", false, None), "19.25/19.35");
        assert_eq!(read("3500000", "100000", true, None), "3450000/3550000");
        assert_eq!(read("19", "1", false, Some(Hedge::About)), "18.5/19.5");
        assert_eq!(read("1000", "1", true, Some(Hedge::About)), "900/1100");
        assert_eq!(read("5", "1", false, Some(Hedge::Almost)), "4.5/5");
        assert_eq!(read("5000", "1", false, Some(Hedge::AtLeast)), "5000/..");
        assert_eq!(read("12", "1", true, Some(Hedge::Under)), "../12");
    }
}
