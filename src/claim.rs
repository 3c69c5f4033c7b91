//! What an article claims: one record per mention, with its evidence, its reading and the key that aligns it with others. These types
//! are the wire format of `extract` lines and of reports; their fields are a contract (see the JSON Schema printed by `claimdiff schema`).

pub mod check;

use std::borrow::Cow;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

pub use crate::lexicon::PlaceType;
pub use crate::lexicon::status::RoleStatus;
pub use crate::value::Grain;
use crate::value::{Amount, Dimension, Direction, Hedge};

/// The version of the JSON contract, of reports and of extract lines: the first number changes when something that was there is taken away or
/// means something else, the second when something is added.
pub const SCHEMA_VERSION: &str = "1.0";

fn version() -> Name {
    SCHEMA_VERSION.into()
}

/// A string that is often one of a few known ones.
pub type Name = Cow<'static, str>;

/// A string that is mostly shorter than 25 bytes, which then stand in place. An article has a claim for every ten words and each of them a
/// dozen of strings, so that allocating them would cost more than finding the claim.
pub type Short = CompactString;

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

/// One claim. `start`/`end` and `column` count Unicode code points, `byte_*` UTF-8 bytes, lines and columns from 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    pub id: Short,
    pub source: Short,
    /// The origin (group of copied texts) it belongs to; known after reconciling, empty in an extract line.
    #[serde(default, skip_serializing_if = "Short::is_empty")]
    pub origin: Short,
    pub kind: ClaimKind,
    pub text: Short,
    pub byte_start: u32,
    pub byte_end: u32,
    pub start: u32,
    pub end: u32,
    pub line: u32,
    pub column: u32,
    pub block: BlockRole,
    /// The id of the same claim in the text that this block repeats.
    pub duplicate_of: Option<Short>,
    /// Index into the source's sentences.
    pub sentence: u32,
    /// Who is said to assert it; `None` when the article itself does.
    pub claimer: Option<Short>,
    /// Finds the claim again by its words; in reports only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selector: Option<Box<Selector>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Box<Figure>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Box<Date>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Box<Person>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<Place>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Box<Role>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Box<Quote>>,
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
/// their sentence, so that they are found again in a text that has moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selector {
    /// `TextQuoteSelector`.
    #[serde(rename = "type")]
    pub selector_type: Name,
    pub exact: Short,
    pub prefix: Short,
    pub suffix: Short,
}

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

/// What happened, will happen or did not happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// A concept of the table of events: `meet`, `capture`.
    pub concept: Name,
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

/// One side of a matter that has two, of which another article may tell the other: `will hire 600 people`, `shed 600 positions`. Who takes part by
/// name, the place and the day are those of the event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Side {
    /// The concept; of an act that any verb may tell the verb: `jobs`, `warn`.
    pub matter: Short,
    pub pole: Pole,
    /// It is a negation or a denial that tells it so, no verb of its own: `was not charged`, but not `was cleared`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    pub tense: Tense,
    /// The stem of the noun that stands where a named subject would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Short>,
    /// That noun may stand for a body that has a name: `the company`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub body: bool,
    /// In its place stands a word for somebody named elsewhere: `they`, `its shares`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pronoun: bool,
    /// Who votes, as the body that they are: `board` for directors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voters: Option<Short>,
    /// The stem of the noun that stands where a named object would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Short>,
    /// How many it is done to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Short>,
    /// The stem of the noun that what it is done to is of: `lease of the shop`.
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
    /// It is told of nobody or of everybody, whom no article names: `no one was hurt`, `no siren sounded`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub nobody: bool,
    /// It is told of some of those who vote: `two lawmakers`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub some: bool,
    /// What follows tells of which of them: `passengers who had booked`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
}

/// Which of the two sides of a matter is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pole {
    #[default]
    Yes,
    No,
}

/// The time that one side of a matter is told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tense {
    #[default]
    Past,
    /// What has been done, or not, by the time of the report.
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
    pub role: Part,
    pub entity: Short,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Agent,
    Object,
    Partner,
    Beneficiary,
}

/// Whether an event happened, by the words that tell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    Done,
    Planned,
    Possible,
    Cancelled,
    Denied,
    Claimed,
    Negated,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockRole {
    Headline,
    Crosshead,
    Byline,
    Dateline,
    Body,
    Caption,
    PullQuote,
    Boilerplate,
    Comment,
    Duplicate,
}

impl BlockRole {
    /// Its name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            BlockRole::Headline => "headline",
            BlockRole::Crosshead => "crosshead",
            BlockRole::Byline => "byline",
            BlockRole::Dateline => "dateline",
            BlockRole::Body => "body",
            BlockRole::Caption => "caption",
            BlockRole::PullQuote => "pull_quote",
            BlockRole::Boilerplate => "boilerplate",
            BlockRole::Comment => "comment",
            BlockRole::Duplicate => "duplicate",
        }
    }
}

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
    /// What a percentage or part is of, as an entity id or a head noun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Short>,
    /// The product or model that a price or measure is told of, in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<Short>,
    /// The governing verb, as a stem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<Short>,
    /// The entity (or noun) that the clause is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Short>,
    /// Entity ids of the sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Short>,
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
    /// Where the figure stands from which this one has changed, in code points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_from: Option<u32>,
    /// Where the figure stands that this one says again in another unit, in code points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restates: Option<u32>,
    /// The text says that it was reported before and holds no longer: "an earlier estimate of 250".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub superseded: bool,
    /// A month stands beside it of a year that the text does not tell.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub undated: bool,
    /// What a place or person is to something that has one only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<Box<Slot>>,
}

impl Key {
    /// The base of a share of what the text has named before: "five percent of them".
    pub const STANDING_FOR: &str = "them";

    /// The counted noun (a stem) is one for the dead: `bodies`, `corpses`.
    pub fn counts_bodies(&self) -> bool {
        matches!(self.head.as_deref(), Some("bodi" | "corps"))
    }
}

/// A thing that is filled by one place or person: "the seat of Norvik Shipping", "where the jet was bound for", "who leads the merged group",
/// "where Ana Lee is from".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub kind: SlotKind,
    /// The organisation in lower case, without what sort of firm it is; of a course the sort of vehicle: `air`, `water`, `road`, `rail`; of a
    /// home the person as an entity.
    pub of: Short,
}

impl Slot {
    /// The one name of all that several organisations become: "the combined company".
    pub const MERGED: &str = "merged";
}

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
    /// What post a person is given, with whose it is behind `|`.
    Post,
    /// What a person has written.
    Author,
}

/// Where the publication date was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublishedBy {
    Stated,
    Metadata,
    Option,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// Into the file as it lies on disk.
    #[default]
    File,
    /// Into the extracted text (HTML, JSON).
    Text,
}

/// One article as reports and extract lines show it. In an extract line a file that was not read has only its path and `skipped`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    pub id: String,
    pub path: String,
    pub offsets: Offsets,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub origin: String,
    /// The story that it belongs to: the id of the story's first article. In an extract line only when somebody has put it there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub story: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub credits: Vec<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub published_by: Option<PublishedBy>,
    pub language: Option<Name>,
    pub words: u32,
    pub blocks: Vec<SourceBlock>,
    pub sentences: Vec<SourceSentence>,
    pub notes: Vec<Note>,
    /// Hashes by which copied passages are seen; in extract lines only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prints: Option<Prints>,
    /// Why the file was not read; in extract lines only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skipped: Option<String>,
}

/// One line of `extract`: an article with its claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The version of the JSON contract.
    #[serde(default = "version")]
    pub schema_version: Name,
    pub source: Source,
    pub claims: Vec<Claim>,
    /// The text that the offsets refer to, when it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Default for Line {
    fn default() -> Self {
        Line { schema_version: version(), source: Source::default(), claims: Vec::new(), text: None }
    }
}

/// A block of an article, in code points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceBlock {
    pub role: BlockRole,
    pub start: u32,
    pub end: u32,
}

/// A sentence: where it begins and ends in code points, and begins in bytes, line and column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceSentence {
    pub start: u32,
    pub end: u32,
    #[serde(default)]
    pub byte_start: u32,
    pub line: u32,
    /// 0 where a line of before does not tell.
    #[serde(default)]
    pub column: u32,
    pub block: BlockRole,
    pub text: String,
}

impl Source {
    /// The sentences that a claim stands in as one text, and where that begins (code points); as many spaces part them as the article has
    /// characters between them.
    pub fn around(&self, claim: &Claim) -> Option<(Cow<'_, str>, u32)> {
        /// Sentences that lie farther apart are not one passage.
        const GAP: u32 = 8;
        let (first, rest) = self.sentences.get(claim.sentence as usize..)?.split_first()?;
        let (mut text, mut end) = (Cow::Borrowed(first.text.as_str()), first.end);
        for s in rest.iter().take_while(|s| s.start < claim.end) {
            let gap = s.start.saturating_sub(end);
            if gap > GAP {
                break;
            }
            text.to_mut().extend(std::iter::repeat_n(' ', gap as usize).chain(s.text.chars()));
            end = s.end;
        }
        Some((text, first.start))
    }
}

/// Something doubtful about an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub code: Name,
    pub message: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
}

/// Hashes of an article's words, so that copies are seen without the text. Words are counted over all sentences with a length, so that
/// the place of a word and the lengths give its sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Prints {
    /// Number of words of each sentence, in order; 0 for one in furniture or in a duplicate.
    pub lengths: Vec<u32>,
    /// Hashes of sampled runs of five words, as (place of the first word, hash), in order. Every passage of 12 words has one at least, and
    /// equal passages have the same ones: two articles that share hashes at places with one distance share all words from the first of
    /// them to the last and its five.
    pub runs: Vec<(u32, u32)>,
}
