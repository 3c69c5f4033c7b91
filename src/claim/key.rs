//! The parts by which claims are aligned, on extract lines only.

use serde::{Deserialize, Serialize};

use super::{Beside, Doing, Name, Short};
use crate::value::Amount;

/// What a claim is about, so far as its article says: the parts by which reconcile decides who may be compared with whom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Key {
    /// The measured or dated concept of the lexicon ("dead", "territory_gained").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concept: Option<Name>,
    /// The head noun that is counted or measured, singular lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Short>,
    /// Content words that modify the head; without a head, those that name what is measured, the noun first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<Short>,
    /// What a percentage or part is of, as an entity id or a head noun; for an event whose the head noun is: the minister of
    /// `the minister's bodyguard`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Short>,
    /// The product or model that has the price or measure, in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<Short>,
    /// The governing verb, as a stem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<Short>,
    /// The entity id (or noun) that the clause is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Short>,
    /// Entity ids of the sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Short>,
    /// Those of them that are named only for having told what it says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tellers: Vec<Short>,
    /// Entity ids of places that locate the clause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Short>,
    /// The time the clause holds for, EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Short>,
    /// Content words near it, stemmed, in order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Short>,
    /// The value of one unit in the last place that was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Amount>,
    /// Where the figure or date stands from which this one has changed ("from 34 to 21", "put off from May 3 to June 4"), in code points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_from: Option<u32>,
    /// Where the figure stands that this one says again in another unit ("1,180 km (733 miles)"), in code points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restates: Option<u32>,
    /// The text says that it was reported before and holds no longer: "an earlier estimate of 250".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub superseded: bool,
    /// A month stands beside it whose year the text does not tell.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub undated: bool,
    /// Its time is the day on which somebody told it: "hit by 12 waves, the captain said on Tuesday".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub told_then: bool,
    /// Its time may be of something else: it stands in a clause of its own ("the 46-storey block, finished in 2015, is still burning"), or
    /// with a value that the figure is compared with.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub dated_aside: bool,
    /// It was told to a court or an inquiry, so that it happened some time before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub heard: bool,
    /// For a place or person: what it is to something that has only one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<Box<Slot>>,
    /// For a place: what was there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Box<Site>>,
    /// What the words around a figure say of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<Box<Beside>>,
    /// What the words around a date tell of its day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doing: Option<Box<Doing>>,
    /// The clause of a date or place says that something did not happen.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
}

impl Key {
    /// The base of a share of what the text has named before: "five percent of them".
    pub const STANDING_FOR: &str = "them";

    /// The counted noun (a stem) means dead people: `bodies`, `corpses`.
    pub fn counts_bodies(&self) -> bool {
        matches!(self.head.as_deref(), Some("bodi" | "corps"))
    }

    /// It is of a streak: "the tenth win in a row".
    pub fn is_of_a_streak(&self) -> bool {
        self.concept.as_deref() == Some("streak")
    }
}

/// Something that only one place or person fills: "the seat of Norvik Shipping", "where the jet was bound for", "who leads the merged
/// group", "where Ana Lee is from".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub kind: SlotKind,
    /// The organisation in lower case, without `Inc` and the like; of a course the sort of vehicle: `air`, `water`, `road`, `rail`; of a
    /// home the entity id of the person.
    pub of: Short,
}

impl Slot {
    /// `of` for what several organisations become: "the combined company".
    pub const MERGED: &str = "merged";
}

/// What was at a place: "Ana Lee was arrested in Bergen", "a concert near Bergen".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The act, as the table of sites calls it: `arrest`.
    pub act: Short,
    /// The person to whom it happened, or who did it, as an entity id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Short>,
    /// It was not in the place, but beside it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub near: bool,
}

/// What the slot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlotKind {
    /// Where an organisation has its seat.
    Seat,
    /// Where a vehicle is bound for.
    Course,
    /// Who leads an organisation.
    Leader,
    /// Where a person is from.
    Home,
    /// What post a person is given; in `of`, behind `|`, whose post it is.
    Post,
    /// What a person has written.
    Author,
}
