//! What a claim of each kind says, but for events.

use serde::{Deserialize, Serialize};

use super::{Grain, Name, PlaceType, RoleStatus, Short};
use crate::value::{Amount, Dimension, Direction, Hedge};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    pub amount: Option<Amount>,
    pub low: Option<Amount>,
    pub high: Option<Amount>,
    pub unit: Option<Name>,
    pub dimension: Dimension,
    pub hedge: Option<Hedge>,
    pub direction: Option<Direction>,
    /// What it measures, in words.
    pub measure: Option<Short>,
    /// The period or day it holds for, EDTF.
    pub as_of: Option<Short>,
    pub ordinal: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Date {
    /// EDTF; `None` for a relative date of an article whose own date is unknown.
    pub edtf: Option<Short>,
    pub grain: Grain,
    /// Reckoned from the article's date.
    pub relative: bool,
    /// What happened then, in words.
    pub event: Option<Short>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    pub name: Short,
    pub entity: Short,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub name: Short,
    pub entity: Short,
    #[serde(rename = "type")]
    pub place_type: PlaceType,
    /// Stands for a government or institution: "the Kremlin said".
    pub metonym: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    pub person: Short,
    pub entity: Short,
    /// The office or relation, normalised: "president", "foreign minister", "son-in-law".
    pub title: Short,
    pub status: RoleStatus,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteForm {
    Direct,
    Fragment,
    Scare,
    Title,
    Pull,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// The speaker's name, or the words for a speaker without one; a pronoun stays a pronoun, whom it stands for being said by the
    /// entity and by the claimer.
    pub speaker: Option<Short>,
    pub entity: Option<Short>,
    pub form: QuoteForm,
    /// The verb or phrase that attributes it.
    pub cue: Option<Short>,
    pub relayed_by: Option<Short>,
    /// The words stand without quotation marks, as in a transcript or a letter that is printed whole; another article prints them in marks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unmarked: bool,
}
