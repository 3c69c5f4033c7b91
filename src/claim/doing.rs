//! What the words around a date tell of its day, on extract lines only.

use serde::{Deserialize, Serialize};

use super::{Name, Short};

/// What was or will be done on the day of a date, as the words before and behind it tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Doing {
    /// Acts of the table of acts: `sign`, `strike`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<Name>,
    /// Of an act the stems of the other words of its clause that carry meaning.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Short>,
    /// Those of them that belong to its places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Short>,
    /// Of an act the stems of the kind of place where it was done: `market` of `in a market`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Short>,
    /// Which of several it is: `second`, `last`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub which: Vec<Short>,
    /// Pairs of stems, a modifier with its noun, of what it is told of: `driving`, `test`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<(Short, Short)>,
    /// The nearest word tells how something began or how it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// The word right before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Lead>,
    /// It goes on that day, and may on others: "were fighting the fire on Sunday".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub goes_on: bool,
    /// It tells how a place was that day, and nothing that happened: "the town was calm on Sunday".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub state: bool,
    /// Whoever played that day won (true) or was beaten (false); absent where the words tell neither.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub won: Option<bool>,
    /// Of an hour: its sentence tells what is still to come.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub promised: bool,
}

/// The beginning or the end of something that lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Began,
    Ended,
}

/// A word right before a date that makes it an end of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// It goes on until that day.
    Until,
    /// It goes on to the end of that day.
    Through,
    /// It has gone on since that day.
    Since,
    /// Of a month: something may lie before it or behind: `by`, `from`.
    Open,
}
