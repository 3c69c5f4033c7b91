//! What a claim of each kind says, except for events.

use serde::{Deserialize, Serialize};

use super::{Grain, Name, PlaceType, RoleStatus, Short};
use crate::value::{Amount, Dimension, Direction, Hedge};

/// A number with what it counts or measures. The interval `low` to `high`, both ends included, is what the words can stand for; how it
/// comes from them is told at [`crate::value::quantity::interval`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The number as written, in `unit`: 19 for "about 19%". Absent for a range and for vague words ("dozens").
    pub amount: Option<Amount>,
    /// The least it can stand for, in `unit`: 18.5 for "about 19%". Absent where nothing bounds it from below: "up to 60".
    pub low: Option<Amount>,
    /// The most it can stand for, in `unit`: 19.5 for "about 19%". Absent where nothing bounds it from above: "at least 12".
    pub high: Option<Amount>,
    /// Singular name of the unit ("square kilometer", "%", "US dollar"), for a count of the noun ("missile"). Absent where there is none;
    /// a share without a unit is a part of one: "a third" is 0.333.
    pub unit: Option<Name>,
    /// What kind of quantity it is, by its unit: share for "%".
    pub dimension: Dimension,
    /// Absent for a bare number.
    pub hedge: Option<Hedge>,
    /// Absent where the figure is no change.
    pub direction: Option<Direction>,
    /// What it measures, in words: "territory under control". Absent where the text shows none.
    pub measure: Option<Short>,
    /// The period or day it holds for, EDTF: "2025-11". Absent where the text ties none to it.
    pub as_of: Option<Short>,
    /// It ranks and counts nothing: "the fourth year".
    pub ordinal: bool,
}

/// A date or time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Date {
    /// The day, time or period, EDTF: "2025-12-02". Absent for a relative date of an article whose own date is unknown.
    pub edtf: Option<Short>,
    /// The calendar unit it is given in: day for "on Tuesday".
    pub grain: Grain,
    /// Counted from the article's date: "on Tuesday", "last year".
    pub relative: bool,
    /// What happened then, in words: "the meeting in Oslo". Absent where the text shows none.
    pub event: Option<Short>,
}

/// A mention of a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// The fullest name that the article has for the person: "Ann Lee" also where it says "Lee".
    pub name: Short,
    /// Id of the person, the same for all mentions in one article: "person:ann-lee".
    pub entity: Short,
}

/// A mention of a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its name: "Kyiv".
    pub name: Short,
    /// Id of the place: "place:kyiv".
    pub entity: Short,
    /// What kind of place it is.
    #[serde(rename = "type")]
    pub place_type: PlaceType,
    /// Stands for a government or institution: "the Kremlin said".
    pub metonym: bool,
}

/// What a person is said to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// The fullest name that the article has for the person.
    pub person: Short,
    /// Id of the person: "person:ann-lee".
    pub entity: Short,
    /// The office or relation, normalised: "president", "foreign minister", "son-in-law".
    pub title: Short,
    /// Whether the person holds it: former for "the former minister".
    pub status: RoleStatus,
}

/// What the quotation marks are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteForm {
    /// A whole sentence that somebody said.
    Direct,
    /// Part of what somebody said: he called it "a bad day for us".
    Fragment,
    /// A few words from which the article keeps its distance: the "experts".
    Scare,
    /// The name of a book, film, ship and the like.
    Title,
    /// Words of the article printed again as a block of their own.
    Pull,
}

/// Words between quotation marks, or the same words without marks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// The speaker as the text names them: a name, a description ("a witness") or a pronoun; whom a pronoun stands for is told by `entity`
    /// and by the claim's claimer. Absent where the text names none.
    pub speaker: Option<Short>,
    /// Id of the speaker: "person:ann-lee". Absent for one without a name.
    pub entity: Option<Short>,
    /// What its quotation marks are for.
    pub form: QuoteForm,
    /// The verb or phrase that attributes it: "said", "according to". Absent where there is none.
    pub cue: Option<Short>,
    /// Who passes the speaker's words on: the spokeswoman of '"We agree," Lee said, according to a spokeswoman'. Absent where nobody does.
    pub relayed_by: Option<Short>,
    /// The words stand without quotation marks, as in a transcript or a letter that is printed whole; another article prints them in marks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unmarked: bool,
}
