//! Groups: claims about one thing, with the verdict on them. The types that are written to JSON are a contract, as those of
//! [`crate::claim`].

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::story::Story;
use crate::text::fnv::fnv64;

/// What a group compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// Numbers of one measured thing: how many were killed.
    Figure,
    /// Days and times of one thing that happened.
    Date,
    /// Spellings of the name of one person or place.
    Name,
    /// What one person is, or who holds one office.
    Role,
    /// Where one thing happened, or where something with one place is: the seat of a firm.
    Place,
    /// Versions of one utterance.
    Quote,
    /// Whether one thing happened, to whom, when and where.
    Event,
}

impl GroupKind {
    /// In the order of filters and rules.
    pub const ALL: [Self; 7] = [Self::Figure, Self::Date, Self::Name, Self::Role, Self::Place, Self::Quote, Self::Event];
}

/// The verdict over all members of a group, in the order of reports: the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The same thing at the same time, and no state of the world makes all of it true: "11 dead", "14 dead".
    Conflict,
    /// The values belong to different times, and the texts or their dates say so: "revised from 13 to 11".
    Changed,
    /// What is compared could not be settled: a day that no article dates, two people who may be one. Never counted as a conflict.
    Unresolved,
    /// Forms or values differ, and one state of the world makes all of it true: "about 19%", "18.6%".
    Compatible,
    /// All have the same value.
    Agree,
    /// Only one origin has it.
    SingleSource,
}

impl Status {
    /// The strongest first.
    pub const ALL: [Self; 6] = [Self::Conflict, Self::Changed, Self::Unresolved, Self::Compatible, Self::Agree, Self::SingleSource];
}

/// How much a group matters; follows from its status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A conflict, unless quotations differ in mere wording.
    Error,
    /// Quotations that differ in wording, a change, or something unresolved.
    Warning,
    /// All else.
    Note,
}

/// Between whom the values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// Between articles of unlike origin.
    Cross,
    /// Inside one article, or between copies of it: a headline and the text below.
    Internal,
}

/// Who asserts the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The articles themselves.
    Source,
    /// For one value at least somebody whom an article cites: "the coast guard said".
    Attributed,
}

/// Why a group has its status; a closed vocabulary. `claimdiff explain` says each in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// One value in one form.
    Same,
    /// One value in two forms: "5,660", "5.66 thousand".
    Format,
    /// One is the other rounded: "19%", "18.6%".
    Rounding,
    /// One is the other cut off: "12K", "12,800".
    Truncation,
    /// A hedge allows the other: "about 20", "22".
    Hedge,
    /// A bound holds of the other: "at least 12", "15".
    Bound,
    /// The other lies in a range or vague word: "dozens", "40".
    Range,
    /// Equal when converted: "90 square kilometers", "35 square miles".
    Unit,
    /// A coarser date holds the finer one: "in March", "on 9 March".
    Granularity,
    /// Neighbouring days near midnight or in two time zones.
    DayBoundary,
    /// An ordinal and a length of time: "in its fourth year", "more than three years".
    OrdinalDuration,
    /// A text tells the change: "from 34 to 21".
    ExplicitTransition,
    /// A count that only moves one way, and the later report has moved on.
    LaterReport,
    /// No number satisfies all.
    Value,
    /// A later report goes back without saying that it was revised.
    Backwards,
    /// Units, or what a share is of, that cannot be brought together.
    UnitBase,
    /// One side does not say of which place or time it is.
    MissingScope,
    /// An article without a date takes the days of its story.
    InheritedScope,
    /// No article's date fixes the day.
    DateAnchor,
    /// Whether both mean the same person or thing is open.
    Identity,
    /// Spellings of one name: "Kyiv", "Kiev".
    NameVariant,
    /// One origin alone has its spelling.
    MinoritySpelling,
    /// Fuller and shorter forms of one name: "Ann Lee", "Lee".
    NameForm,
    /// Titles of one office: "minister", "foreign minister".
    RoleVariant,
    /// Held in one, left in the other: "minister", "former minister".
    RoleStatus,
    /// One place lies in the other.
    Containment,
    /// The two exclude each other: days apart, two towns.
    Disjoint,
    /// The same words, marks and case aside.
    Identical,
    /// One quotes a part of the other.
    Excerpt,
    /// One leaves words out with "…".
    Elided,
    /// One puts words in brackets.
    Bracketed,
    /// They differ in light words or the form of words.
    Minor,
    /// One content in two wordings, as translations have it.
    LikelyTranslation,
    /// Content words differ.
    Wording,
    /// A negation, number, pronoun or modal differs.
    WordingCritical,
    /// The same words are given to two speakers.
    Attribution,
    /// A figure said again in another unit fits.
    ConversionOk,
    /// A figure said again in another unit does not fit.
    ConversionSuspect,
    /// Done in one, planned, denied or only claimed in the other.
    Modality,
}

/// One distinct value of a group: as written, who has it, and the sentences it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupValue {
    /// As one of its mentions has it: "14 lives".
    pub display: String,
    /// Ids of its claims.
    pub claims: Vec<String>,
    /// Ids of the articles that have it.
    pub sources: Vec<String>,
    /// The sentences of its claims, each once; where a claim crosses sentences, all of them.
    pub sentences: Vec<String>,
}

/// Claims about one thing, with the verdict on them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Eight hexadecimal digits of its kind and of what it is about, the same in every run: "f0f053e4"; a further group with these digits
    /// has `-2`.
    pub id: String,
    pub kind: GroupKind,
    /// The story that it belongs to: the id of the story's first article.
    #[serde(default)]
    pub story: String,
    /// What it is about, for a reader: "people killed (Naxos)".
    pub label: String,
    pub status: Status,
    /// Why it has its status, the main one first; at least one.
    pub reasons: Vec<Reason>,
    pub severity: Severity,
    pub within: Within,
    pub level: Level,
    /// The articles alike report that parties differ.
    pub disputed_by_parties: bool,
    /// Ids of the articles that speak of it.
    pub sources: Vec<String>,
    /// How many of these articles are no copies of one another.
    pub origins: u32,
    /// At least one.
    pub values: Vec<GroupValue>,
    /// Why it has its status, for a reader.
    pub explanation: String,
    /// What an earlier report had of it; only with `--baseline`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Since>,
}

/// What has become of a group since an earlier report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Since {
    /// The earlier report has none with its id.
    New,
    /// It has a milder status there.
    Worse,
    /// A conflict or change of which the earlier report lacks a value.
    NewValue,
    /// The earlier report has all of it.
    Known,
}

/// A group before it has its id and its place in the report. Members are indexes into the story's claims.
pub struct Draft {
    /// What it compares.
    pub kind: GroupKind,
    /// What the id is made of: concept, head and subject.
    pub identity: String,
    /// What it is about, for a reader.
    pub label: String,
    pub verdict: Verdict,
    /// Each distinct value with its members.
    pub values: Vec<(String, Vec<usize>)>,
}

/// A judgement over all members of a group.
#[derive(Debug)]
pub struct Verdict {
    pub status: Status,
    pub reasons: Vec<Reason>,
    pub explanation: String,
}

impl Verdict {
    pub fn new(status: Status, reason: Reason, explanation: impl Into<String>) -> Self {
        Verdict { status, reasons: vec![reason], explanation: explanation.into() }
    }
}

/// Gives drafts their ids and puts them in order. `name` is that of the story; it is no part of the ids, so that a finding keeps its id
/// when articles of other stories come to the folder. `disputed`: whether parties dispute what some members say, of that kind.
pub fn finish(story: &Story, mut drafts: Vec<Draft>, name: &str, disputed: impl Fn(GroupKind, &[usize]) -> bool) -> Vec<Group> {
    drafts.sort_by_cached_key(|d| (d.values.iter().flat_map(|v| v.1.iter().copied()).min(), d.kind, d.identity.clone()));
    let mut used: FxHashMap<String, u32> = FxHashMap::default();
    let mut groups: Vec<Group> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let id = distinct(identify(&draft), &mut used);
        groups.push(Group { id, story: name.to_owned(), ..finish_one(story, draft, &disputed) });
    }
    sort(&mut groups);
    groups
}

/// Puts groups in the order of reports: status, number of origins, id.
pub fn sort(groups: &mut [Group]) {
    let disputed = |g: &Group| std::cmp::Reverse(g.disputed_by_parties);
    groups.sort_by(|a, b| (a.status, disputed(a), b.origins, &a.id).cmp(&(b.status, disputed(b), a.origins, &b.id)));
}

/// Why a value that only one origin has is not compared.
const ALONE: &str = "told by one origin only";

fn finish_one(story: &Story, draft: Draft, disputed: &impl Fn(GroupKind, &[usize]) -> bool) -> Group {
    let members: Vec<usize> = draft.values.iter().flat_map(|v| v.1.iter().copied()).collect();
    let origins = story.origins(&members);
    let status = alone(draft.verdict.status, origins, draft.values.len());
    let one_value = draft.values.len() < 2;
    Group {
        id: String::new(),
        story: String::new(),
        kind: draft.kind,
        label: draft.label,
        status,
        severity: severity(status, &draft.verdict.reasons),
        reasons: draft.verdict.reasons,
        within: if origins > 1 { Within::Cross } else { Within::Internal },
        level: if members.iter().any(|m| story.claims[*m].claim.claimer.is_some()) { Level::Attributed } else { Level::Source },
        disputed_by_parties: disputed(draft.kind, &members),
        sources: story.source_ids(&members),
        origins,
        values: draft.values.into_iter().map(|(display, members)| value(story, display, members)).collect(),
        explanation: if status == Status::SingleSource && one_value { ALONE.to_owned() } else { draft.verdict.explanation },
        baseline: None,
    }
}

/// The status of a group with so many origins: one origin that does not contradict itself is `single_source`.
fn alone(status: Status, origins: u32, values: usize) -> Status {
    let at_one = values < 2 || matches!(status, Status::Agree | Status::Compatible);
    if origins < 2 && at_one { Status::SingleSource } else { status }
}

fn severity(status: Status, reasons: &[Reason]) -> Severity {
    match status {
        Status::Conflict if reasons.contains(&Reason::Wording) => Severity::Warning,
        Status::Conflict => Severity::Error,
        Status::Changed | Status::Unresolved => Severity::Warning,
        _ => Severity::Note,
    }
}

/// Makes the ids of the groups of several stories distinct, story by story.
pub fn tell_apart(groups: &mut [Group]) {
    let mut used: FxHashMap<String, u32> = FxHashMap::default();
    for g in groups {
        let first = g.id.split('-').next().unwrap_or_default().to_owned();
        g.id = distinct(first, &mut used);
    }
}

/// Eight hexadecimal digits of kind and identity. Baselines and dismissals of users name groups by them: a change of what goes in here, or
/// of the hash, gives every group another id.
fn identify(draft: &Draft) -> String {
    let text = format!("{:?}|{}", draft.kind, draft.identity);
    let hash = fnv64(text.bytes());
    format!("{:08x}", (hash >> 32) as u32 ^ hash as u32)
}

/// The id of a further group with the same digits: `-2`, `-3`.
fn distinct(id: String, used: &mut FxHashMap<String, u32>) -> String {
    let n = used.entry(id.clone()).or_insert(0);
    *n += 1;
    if *n == 1 { id } else { format!("{id}-{n}") }
}

fn value(story: &Story, display: String, mut members: Vec<usize>) -> GroupValue {
    members.sort_by_key(|m| (&story.lines[story.claims[*m].article].source.id, *m));
    let mut seen: FxHashSet<Cow<str>> = FxHashSet::default();
    let told = members.iter().map(|m| story.passage(*m)).filter(|text| !text.is_empty());
    let sentences = told.filter(|text| seen.insert(text.clone())).map(Cow::into_owned).collect();
    GroupValue {
        display,
        claims: members.iter().map(|m| story.claims[*m].claim.id.to_string()).collect(),
        sources: story.source_ids(&members),
        sentences,
    }
}
