//! What a claim of an event says.

use serde::{Deserialize, Serialize};

use super::{Name, Short};

/// What happened, will happen or did not happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// A concept of the table of events (`lexicon/events.tsv`): `meet`, `capture`.
    pub concept: Name,
    /// Who takes part, as the sentence tells; may be empty.
    pub participants: Vec<Participant>,
    pub modality: Modality,
    /// Entity id of the place, where the sentence ties one to it.
    pub place: Option<Short>,
    /// When, EDTF, where the sentence ties a date to it.
    pub edtf: Option<Short>,
    /// The day as it is named where nothing fixes the date: `Tuesday`, `November 12`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Short>,
    /// Of a matter that has two sides, which of them is told, and of whom and what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Box<Side>>,
}

/// One side of a matter that has two, of which another article may tell the other: `will hire 600 people`, `shed 600 positions`. Who takes
/// part by name, the place and the day are those of the event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Side {
    /// The concept, `jobs`; of the concept `act`, which any verb may tell, that verb: `warn`.
    pub matter: Short,
    /// Which side is told.
    pub pole: Pole,
    /// A negation or a denial tells it, and not a verb of its own: `was not charged`, unlike `was cleared`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// The time in which it is told.
    pub tense: Tense,
    /// The stem of a subject that is a noun and no name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Short>,
    /// That noun may stand for a body that has a name: `the company`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub body: bool,
    /// The subject is a word for somebody named elsewhere: `they`, `its shares`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pronoun: bool,
    /// Who votes, as the body that they are: `board` for directors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voters: Option<Short>,
    /// The stem of an object that is a noun and no name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Short>,
    /// How many it is done to: `600`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Short>,
    /// The stem of the noun behind `of`: `shop` of `lease of the shop`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Short>,
    /// What kind of alarm it is: `smoke`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Short>,
    /// Which of several occasions it was: `second`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub which: Vec<Short>,
    /// The parts of the day, or the longer times, that the sentence tells of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<Period>,
    /// It is told of nobody or of everybody: `no one was hurt`, `no siren sounded`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub nobody: bool,
    /// It is told of some of those who vote: `two lawmakers`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub some: bool,
    /// What follows restricts it to some of them: `passengers who had booked`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
}

/// Which of the two sides of a matter is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pole {
    /// It is so, or was done: `hired`, `was charged`.
    #[default]
    Yes,
    /// Its opposite, or a negation: `cut jobs`, `was not charged`.
    No,
}

/// The time that one side of a matter is told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tense {
    #[default]
    Past,
    /// What has been done, or not, by the time of the report: `have not said`.
    Perfect,
    Present,
    Future,
}

/// A part of the day, of a day at an exchange, or a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    Morning,
    Noon,
    Afternoon,
    Close,
    AfterHours,
    Evening,
    Night,
    Month,
    Year,
}

/// Who takes part in an event, and how.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Participant {
    /// Its part.
    pub role: Part,
    /// Id of a person, place or body: `person:ann-lee`; for those without a name `noun:` with a number and noun.
    pub entity: Short,
}

/// The part that somebody has in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Who does it.
    Agent,
    /// Whom or what it is done to, or happens to.
    Object,
    /// Who does it together with others: all who meet.
    Partner,
    /// To whom something is given, or for whom it is done.
    Beneficiary,
}

/// Whether an event happened, by the words that tell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// `met`, `was arrested`.
    Done,
    /// `will meet`, `plans to meet`.
    Planned,
    /// `may meet`.
    Possible,
    /// `called off the meeting`.
    Cancelled,
    /// Somebody says that it is not so: `denied killing him`.
    Denied,
    /// Somebody says so, and the article leaves it open: `claimed to have captured`.
    Claimed,
    /// The article says that it did not happen: `did not meet`.
    Negated,
}
