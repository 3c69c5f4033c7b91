//! What the extractors find, as spans and readings, before claims are made of it.

use std::ops::Range;

use crate::claim::{Date, Event, PlaceType, QuoteForm, RoleStatus, Short, Site, Slot};
use crate::text::Span;
use crate::value::Quantity;

/// Everything found in one article. Each list is in order of the text. Later extractors see what earlier ones found.
#[derive(Default, Debug)]
pub struct Mentions {
    /// Dates and times.
    pub dates: Vec<DateMention>,
    /// Numbers that count or measure.
    pub figures: Vec<FigureMention>,
    /// Names of people, places and organisations.
    pub names: Vec<NameMention>,
    /// Places inside the names of something else: `Dubai` in `Dubai Police`.
    pub places_inside: Vec<NameMention>,
    /// What the names name, by index.
    pub entities: Vec<Entity>,
    /// Places that the text itself puts into others: inner and outer, as indices into the entities.
    pub within: Vec<(usize, usize)>,
    /// What people are said to be.
    pub roles: Vec<RoleMention>,
    /// Quotations that are somebody's words, titles or scare quotes.
    pub quotes: Vec<QuoteMention>,
    /// Reported speech without marks.
    pub attributions: Vec<Attribution>,
    /// What happened, and one side of matters that have two.
    pub events: Vec<EventMention>,
}

/// A date or time.
#[derive(Debug, Clone)]
pub struct DateMention {
    pub span: Span,
    pub tokens: Range<usize>,
    pub date: Date,
}

/// A figure with its place.
#[derive(Debug, Clone)]
pub struct FigureMention {
    pub span: Span,
    pub tokens: Range<usize>,
    pub quantity: Quantity,
    /// The tokens of the counted noun phrase (its head last), where there is one: `missiles and drones`, `long-range drones`.
    pub head: Option<Range<usize>>,
    /// Index of the figure that this one states again in another unit: `90 square kilometers (35 square miles)`.
    pub restates: Option<usize>,
    /// Index of the figure from which this one has changed: `from 34 to 21 points`.
    pub changed_from: Option<usize>,
}

impl FigureMention {
    /// A figure that restates none; its span is filled in when it is added to the article.
    pub fn new(tokens: Range<usize>, quantity: Quantity, head: Option<Range<usize>>) -> Self {
        FigureMention { span: Span::default(), tokens, quantity, head, restates: None, changed_from: None }
    }
}

/// What a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    Person,
    Place,
    Organisation,
}

/// A name as it stands in the text.
#[derive(Debug, Clone)]
pub struct NameMention {
    /// Without title, role or possessive.
    pub span: Span,
    pub tokens: Range<usize>,
    pub kind: NameKind,
    /// Index into the entities.
    pub entity: usize,
    /// A place that stands for a government or institution.
    pub metonym: bool,
    /// What it is to something that has one only: the seat of a firm.
    pub slot: Option<Box<Slot>>,
    /// What was at the place.
    pub site: Option<Box<Site>>,
}

/// What several mentions of one article name.
#[derive(Debug, Clone)]
pub struct Entity {
    /// What it is.
    pub kind: NameKind,
    /// The fullest form in the article: `Olaf Winkler`.
    pub name: String,
    /// `person:olaf-winkler`, `place:kyiv`, `org:nato`.
    pub id: String,
    /// What kind of place; `Other` for all else.
    pub place_type: PlaceType,
}

/// A title with the person who has it.
#[derive(Debug, Clone)]
pub struct RoleMention {
    /// The title without the name.
    pub span: Span,
    pub tokens: Range<usize>,
    /// Index of the person into the entities.
    pub entity: usize,
    /// Normalised: lower case, singular, without status words.
    pub title: String,
    /// Whether it is held, or was.
    pub status: RoleStatus,
    /// Entity id of the country, body or person that it is of, if the phrase says so.
    pub of: Option<String>,
}

/// A quotation with its speaker.
#[derive(Debug, Clone)]
pub struct QuoteMention {
    /// Index into the article's quotations.
    pub quotation: usize,
    /// What its marks are for.
    pub form: QuoteForm,
    /// None where the text names nobody.
    pub speaker: Option<Speaker>,
    /// The verb or phrase that attributes it.
    pub cue: Option<String>,
    /// Who passes the speaker's words on.
    pub relayed_by: Option<String>,
}

/// Who speaks: an entity of the article, or words that name somebody without a name (`a senior official`).
#[derive(Debug, Clone)]
pub struct Speaker {
    /// The name, or the words for somebody without one.
    pub name: String,
    /// Index into the entities; none for somebody without a name.
    pub entity: Option<usize>,
    /// The pronoun of the text, or `the senator`, where it is somebody by such words.
    pub pronoun: Option<String>,
}

impl Speaker {
    /// The pronoun or office that the text uses, or else the name: whom such words stand for is only a guess.
    pub fn as_written(&self) -> &str {
        self.pronoun.as_deref().unwrap_or(&self.name)
    }
}

/// Reported speech without quotation marks: the tokens of what is said, and who says it.
#[derive(Debug, Clone)]
pub struct Attribution {
    /// The tokens of what is said.
    pub content: Range<usize>,
    /// Who says it.
    pub speaker: Speaker,
    /// The verb or phrase that attributes it.
    pub cue: Option<String>,
}

/// What a verb or noun tells to have happened.
#[derive(Debug, Clone)]
pub struct EventMention {
    /// The verb or noun.
    pub span: Span,
    /// What it tells.
    pub event: Event,
    /// The stem of a verb; none for a noun, which only names an event.
    pub verb: Option<Short>,
    /// The noun that stands where a named object would: `man` of `a man was arrested`.
    pub head: Option<Short>,
    /// Whose that noun is: the entity id of a person, or a noun as `noun:minister`.
    pub owner: Option<Short>,
    /// Who says or denies it, where that is not read off the attributions.
    pub claimer: Option<Short>,
    /// Stems of the words with which the clause goes on behind it.
    pub rest: Vec<Short>,
}
