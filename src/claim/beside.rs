//! What the words around a figure say of it; on extract lines only.

use serde::{Deserialize, Serialize};

use super::Short;

/// What the words right before and behind a figure say of it, by which figures of two things are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Beside {
    /// It counts others than those counted before: "three other women", "another 250 homes".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub rest: bool,
    /// It counts those at the top by some measure: "the 12 worst-hit villages".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub selection: bool,
    /// It counts what is added to others or taken from them: "will open 12 shops", "twelve shops are to be closed".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub changes: bool,
    /// It counts the whole of which a number before it counts a part: the 40 of "two of the 40".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub whole: bool,
    /// It counts two sorts together: "60 pupils and teachers".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub joined: bool,
    /// It counts only some by a word beside it: those who were flown, or badly hurt.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
    /// It sums up a length of time that its sentence names: "over 50 arrests in four nights", "12 dead since Monday".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sums_up: bool,
    /// It counts all over the country or the world: "nationwide".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub everywhere: bool,
    /// Votes or seats that somebody needs, rather than has.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub needed: bool,
    /// What somebody hoped for or aimed at, whatever came of it: "had hoped to raise £60,000", "a target of 900 seats".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub wished: bool,
    /// How far two things lie apart: "two weeks after the quake", "a year to the day before".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub between: bool,
    /// A length of time fixed to the day, as the noun behind it tells: "a two-year sentence".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub term: bool,
    /// An age that stands for somebody whom the text has named: "the 31-year-old said".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub stands_for_one: bool,
    /// What somebody has by now: "has 1,946 points".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub stands_now: bool,
    /// A result behind which another stands, as that of the next set: "6-4, 6-3".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub goes_on: bool,
    /// Whether it is asked for or given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demand: Option<Demand>,
    /// What was done with the things that it counts or is the worth of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The name before the noun that tells its kind: "USB ports".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Short>,
    /// The country of those whom it counts, by the adjective before them or the noun itself, as in an entity id: `france` for "two French
    /// soldiers".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nation: Option<Short>,
    /// The stem of the noun for the whole of which it is a share: `pupil` for "among pupils".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub among: Option<Short>,
    /// Who expects or forecasts it, by the stem of the last word: "the central bank expects 1.6%".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forecaster: Option<Short>,
    /// Who holds the seats, votes or streak that it counts, by the last word: "gave the Liberals 22 seats".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Short>,
    /// The verb behind those who are counted: "900 people signed".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<Short>,
    /// A particle follows that verb: "900 people signed up".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub phrasal: bool,
}

/// How a prison term, damages or a rise in pay comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// "was sentenced to two years".
    Given,
    /// "demands two years", by whomever.
    Asked,
    AskedByProsecution,
    AskedByDefence,
}

/// What was done with something: a book is printed and sold, a watch is stolen and found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Printed, built, planted.
    Made,
    Sold,
    /// Stolen, seized.
    Taken,
    /// Found again, returned.
    Back,
}
