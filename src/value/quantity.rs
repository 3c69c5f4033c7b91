//! Quantities as intervals: what a figure as written says about a number.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Amount;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    Count,
    Share,
    SharePoints,
    Money,
    Length,
    Area,
    Volume,
    Mass,
    Temperature,
    Speed,
    Duration,
    Age,
    Energy,
    Power,
    Pressure,
    Data,
    Magnitude,
    Rate,
    Ratio,
    Rank,
    Other,
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

impl Dimension {
    /// Its name in reports and tables.
    pub fn name(self) -> &'static str {
        use Dimension::*;
        match self {
            Count => "count",
            Share => "share",
            SharePoints => "share_points",
            Money => "money",
            Length => "length",
            Area => "area",
            Volume => "volume",
            Mass => "mass",
            Temperature => "temperature",
            Speed => "speed",
            Duration => "duration",
            Age => "age",
            Energy => "energy",
            Power => "power",
            Pressure => "pressure",
            Data => "data",
            Magnitude => "magnitude",
            Rate => "rate",
            Ratio => "ratio",
            Rank => "rank",
            Other => "other",
        }
    }
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
