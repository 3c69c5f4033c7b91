//! What an article claims: one record per mention, with its evidence, its reading and the key that aligns it with others. These types
//! are the wire format of `extract` lines and of reports; their fields are a contract (see the JSON Schema printed by `claimdiff schema`).

mod beside;
pub mod check;
mod doing;
pub mod entity;
mod event;
mod key;
mod readings;
mod source;

use std::borrow::Cow;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

pub use crate::lexicon::PlaceType;
pub use crate::lexicon::status::RoleStatus;
pub use crate::value::Grain;
pub use beside::{Beside, Demand, Stage};
pub use doing::{Doing, Lead, Phase};
pub use event::{Event, Modality, Part, Participant, Period, Pole, Side, Tense};
pub use key::{Key, Site, Slot, SlotKind};
pub use readings::{Date, Figure, Person, Place, Quote, QuoteForm, Role};
pub use source::{BlockRole, Line, Note, Offsets, Prints, PublishedBy, Source, SourceBlock, SourceSentence};

/// The version of the JSON contract, of reports and of extract lines: the first number changes when something that was there is taken away
/// or means something else, the second when something is added.
pub const SCHEMA_VERSION: &str = "1.0";

/// A string that is often one of a few known ones.
pub type Name = Cow<'static, str>;

/// A string that is mostly shorter than 25 bytes and then needs no allocation. An article has a claim for every ten words, each with a
/// dozen strings, so that allocating them would cost more than finding the claim.
pub type Short = CompactString;

/// What a claim is about; the field of this name holds its reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    Figure,
    Date,
    Person,
    Place,
    Role,
    Quote,
    Event,
}

impl ClaimKind {
    /// All kinds, in the order of the enum.
    pub const ALL: [ClaimKind; 7] =
        [ClaimKind::Figure, ClaimKind::Date, ClaimKind::Person, ClaimKind::Place, ClaimKind::Role, ClaimKind::Quote, ClaimKind::Event];

    /// Its name in ids and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            ClaimKind::Figure => "figure",
            ClaimKind::Date => "date",
            ClaimKind::Person => "person",
            ClaimKind::Place => "place",
            ClaimKind::Role => "role",
            ClaimKind::Quote => "quote",
            ClaimKind::Event => "event",
        }
    }
}

/// One mention of a fact: where it stands, what it says, and what aligns it with others. `start`, `end` and `column` count Unicode code
/// points, `byte_start` and `byte_end` UTF-8 bytes; ends are exclusive, lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// `source:kind:byte_start`: "1-meridian:figure:186".
    pub id: Short,
    /// Id of the article.
    pub source: Short,
    /// The origin (group of copied texts) it belongs to; known after reconciling, empty in an extract line.
    #[serde(default, skip_serializing_if = "Short::is_empty")]
    pub origin: Short,
    /// What it is about; decides which reading it has.
    pub kind: ClaimKind,
    /// Exactly the text between `byte_start` and `byte_end`.
    pub text: Short,
    /// Where it begins, in bytes.
    pub byte_start: u32,
    /// Where it ends, in bytes.
    pub byte_end: u32,
    /// Where it begins, in code points.
    pub start: u32,
    /// Where it ends, in code points.
    pub end: u32,
    /// The line of the text in which it begins.
    pub line: u32,
    /// Where it begins in that line, in code points.
    pub column: u32,
    /// What the block is that it stands in.
    pub block: BlockRole,
    /// The id of the same claim in the text that this block repeats; absent where the block repeats none.
    pub duplicate_of: Option<Short>,
    /// Index into the source's sentences; of a claim that crosses sentences, that of the first.
    pub sentence: u32,
    /// Who is said to assert it: "the coast guard"; absent when the article itself does.
    pub claimer: Option<Short>,
    /// Finds the claim again by its words; in reports only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selector: Option<Box<Selector>>,
    /// The reading of a figure; absent for other kinds, as are the readings below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Box<Figure>>,
    /// The reading of a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Box<Date>>,
    /// The reading of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Box<Person>>,
    /// The reading of a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<Place>>,
    /// The reading of a role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Box<Role>>,
    /// The reading of a quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Box<Quote>>,
    /// The reading of an event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Box<Event>>,
    /// What alignment needs; in extract lines only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Box<Key>>,
}

impl Claim {
    /// A claim of a kind that says nothing yet.
    pub fn empty(kind: ClaimKind) -> Claim {
        Claim {
            id: Short::default(),
            source: Short::default(),
            origin: Short::default(),
            kind,
            text: Short::default(),
            byte_start: 0,
            byte_end: 0,
            start: 0,
            end: 0,
            line: 0,
            column: 0,
            block: BlockRole::Body,
            duplicate_of: None,
            sentence: 0,
            claimer: None,
            selector: None,
            figure: None,
            date: None,
            person: None,
            place: None,
            role: None,
            quote: None,
            event: None,
            key: None,
        }
    }
}

/// A text quote selector of the W3C Web Annotation Data Model: the words themselves with what stands right before and behind them in
/// their sentence, so that they are found again in an edited text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selector {
    /// `TextQuoteSelector`.
    #[serde(rename = "type")]
    pub selector_type: Name,
    /// The claim's text.
    pub exact: Short,
    /// What stands right before it.
    pub prefix: Short,
    /// What stands right behind it.
    pub suffix: Short,
}
