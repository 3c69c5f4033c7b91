//! Groups: claims about one thing, with the verdict on them.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::events;
use super::story::Story;
use crate::text::fnv::fnv64;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    Figure,
    Date,
    Name,
    Role,
    Place,
    Quote,
    Event,
}

impl GroupKind {
    /// In the order of filters and rules.
    pub const ALL: [Self; 7] = [Self::Figure, Self::Date, Self::Name, Self::Role, Self::Place, Self::Quote, Self::Event];
}

/// In the order of reports: the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Conflict,
    Changed,
    Unresolved,
    Compatible,
    Agree,
    SingleSource,
}

impl Status {
    /// The strongest first.
    pub const ALL: [Self; 6] = [Self::Conflict, Self::Changed, Self::Unresolved, Self::Compatible, Self::Agree, Self::SingleSource];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Error,
    Warning,
    Note,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    Cross,
    Internal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Source,
    Attributed,
}

/// Why a group has its status; a closed vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    Same,
    Format,
    Rounding,
    Truncation,
    Hedge,
    Bound,
    Range,
    Unit,
    Granularity,
    DayBoundary,
    OrdinalDuration,
    ExplicitTransition,
    LaterReport,
    Value,
    Backwards,
    UnitBase,
    MissingScope,
    InheritedScope,
    DateAnchor,
    Identity,
    NameVariant,
    MinoritySpelling,
    NameForm,
    RoleVariant,
    RoleStatus,
    Containment,
    Disjoint,
    Identical,
    Excerpt,
    Elided,
    Bracketed,
    Minor,
    LikelyTranslation,
    Wording,
    WordingCritical,
    Attribution,
    ConversionOk,
    ConversionSuspect,
    Modality,
}

/// One distinct value of a group: as written, who has it, and the sentences it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupValue {
    pub display: String,
    pub claims: Vec<String>,
    pub sources: Vec<String>,
    pub sentences: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub id: String,
    pub kind: GroupKind,
    /// The story that it belongs to.
    #[serde(default)]
    pub story: String,
    pub label: String,
    pub status: Status,
    pub reasons: Vec<Reason>,
    pub severity: Severity,
    pub within: Within,
    pub level: Level,
    pub disputed_by_parties: bool,
    pub sources: Vec<String>,
    pub origins: u32,
    pub values: Vec<GroupValue>,
    pub explanation: String,
    /// What an earlier report had of it, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Since>,
}

/// What has become of a group since an earlier report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Since {
    /// The earlier report had none with its id.
    New,
    /// It had a milder status.
    Worse,
    /// As a conflict or change, it had not all the values.
    NewValue,
    Known,
}

/// A group before it has its id and its place in the report. Members are indexes into the story's claims.
pub struct Draft {
    pub kind: GroupKind,
    /// What the id is made of: concept, head and subject.
    pub identity: String,
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

/// Gives drafts their ids and puts them in order. `name` is that of the story. It is no part of the ids: a known finding is known again when
/// articles of other stories come to the folder.
pub fn finish(story: &Story, mut drafts: Vec<Draft>, name: &str) -> Vec<Group> {
    let disputed = events::parties::disputed(story);
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

fn finish_one(story: &Story, draft: Draft, disputed: &FxHashSet<usize>) -> Group {
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
        disputed_by_parties: members.iter().any(|m| disputed.contains(m))
            || draft.kind == GroupKind::Event && super::events::is_disputed(story, &members),
        sources: story.source_ids(&members),
        origins,
        values: draft.values.into_iter().map(|(display, members)| value(story, display, members)).collect(),
        explanation: if status == Status::SingleSource && one_value { ALONE.to_owned() } else { draft.verdict.explanation },
        baseline: None,
    }
}

/// One origin with one value is `single_source`, whatever repeats it; so is one whose values are at one.
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

/// Gives groups of several stories, story by story, unlike ids.
pub fn tell_apart(groups: &mut [Group]) {
    let mut used: FxHashMap<String, u32> = FxHashMap::default();
    for g in groups {
        let first = g.id.split('-').next().unwrap_or_default().to_owned();
        g.id = distinct(first, &mut used);
    }
}

/// Eight hexadecimal digits of kind and identity. Baselines and dismissals of users name groups by them: who changes what goes in here, or
/// the hash, gives every group another id.
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
    members.sort_by_key(|m| (&story.lines[story.claims[*m].line].source.id, *m));
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
