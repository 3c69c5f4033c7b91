//! Why the members of one group were taken for one thing: the parts of their keys side by side, and what each of them says.
//!
//! Nothing is recorded while groups are made; all of it follows from the extract lines and the group.

mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Claim, Key, Line, RoleStatus};
use crate::lexicon::lexicon;
use crate::reconcile::events::text::word;
use crate::reconcile::group::Group;
use crate::reconcile::names::called::plain;
use crate::reconcile::order;
use crate::reconcile::story::Story;
use crate::value::{Amount, Dimension, Interval};
use words::Written;

/// A part of a claim key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartName {
    Act,
    Party,
    Entity,
    Office,
    Speaker,
    Concept,
    Head,
    Base,
    Subject,
    Time,
    Places,
    Names,
    Words,
    Claimer,
}

/// How a part of the key agrees over all members that have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// All members have the same, or have one in common.
    Matched,
    /// The same for all who have it; some have none.
    Partly,
    /// Members differ in it, and the group was made nevertheless.
    Differs,
}

/// One part of the key over the members: each value, in words, with how many members have it, the most frequent first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which part.
    pub name: PartName,
    /// How it agrees.
    pub fit: Fit,
    /// Each value with the number of members that have it.
    pub values: Vec<(String, usize)>,
}

/// What one member says, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// Both ends included; a missing end is open.
    Figure {
        low: Option<Amount>,
        high: Option<Amount>,
        unit: Option<String>,
        dimension: Dimension,
    },
    /// First and last day; none where the text fixes no day.
    Days(Option<(jiff::civil::Date, jiff::civil::Date)>),
    Name(String),
    Office {
        title: String,
        status: RoleStatus,
    },
    Words(usize),
}

/// A member of the group with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Its words.
    pub text: String,
    /// Id of its article.
    pub source: String,
    /// Its line in the text.
    pub line: u32,
    /// The sentences that it stands in.
    pub sentence: String,
    /// Its reading.
    pub says: Says,
}

/// Everything by which a group can be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The parts of the key that some member has.
    pub parts: Vec<Part>,
    /// The members in order.
    pub members: Vec<Stated>,
}

/// The trace of a group; the lines are those of its story.
pub fn trace(mut lines: Vec<Line>, group: &Group) -> Trace {
    order::by_content(&mut lines);
    let story = Story::new(&lines);
    let wanted: BTreeSet<&str> = group.values.iter().flat_map(|v| v.claims.iter().map(String::as_str)).collect();
    let mut members: Vec<usize> = (0..story.claims.len()).filter(|m| wanted.contains(story.claims[*m].claim.id.as_str())).collect();
    members.sort_by_key(|m| (story.claims[*m].claim.source.clone(), *m));
    let named: Vec<Vec<(PartName, Vec<String>)>> = members.iter().map(|m| parts_of(&story, *m)).collect();
    let written = Written::of(&story, &members);
    let mut parts = side_by_side(&named);
    parts.iter_mut().for_each(|p| p.values = written.values(p.name, std::mem::take(&mut p.values)));
    Trace { parts, members: members.iter().map(|m| stated(&story, *m)).collect() }
}

/// The parts of the key of one member, as alignment sees them: entities joined over the story.
fn parts_of(story: &Story, member: usize) -> Vec<(PartName, Vec<String>)> {
    let m = &story.claims[member];
    let (claim, key): (&Claim, &Key) = (m.claim, m.key);
    let side = claim.event.as_deref().and_then(|e| e.side.as_deref());
    let id = |e: &str| story.entities.id(m.article, e).to_owned();
    let one = |s: Option<&str>| s.map(str::to_owned).into_iter().collect::<Vec<_>>();
    let entity = claim.person.as_ref().map(|p| p.entity.as_str()).or(claim.place.as_ref().map(|p| p.entity.as_str()));
    let entity = entity.or(claim.role.as_ref().map(|r| r.entity.as_str()));
    let speaker = claim.quote.as_ref().and_then(|q| q.entity.as_deref().map(id).or(q.speaker.as_deref().map(str::to_owned)));
    let event = claim.event.as_deref();
    let act = event.and_then(|e| lexicon().events.named(&e.concept)).map(|c| c.label);
    let parties = event.into_iter().flat_map(|e| &e.participants).map(|p| id(&p.entity));
    vec![
        (PartName::Act, one(act)),
        (PartName::Party, parties.collect()),
        (PartName::Entity, one(entity.map(id).as_deref())),
        (PartName::Office, one(claim.role.as_ref().map(|r| r.title.as_str()))),
        (PartName::Speaker, one(speaker.as_deref())),
        (PartName::Concept, one(key.concept.as_deref())),
        (PartName::Head, one(key.head.as_deref().or(side.and_then(|s| s.object.as_deref())))),
        (PartName::Base, one(key.base.as_deref().map(id).as_deref())),
        (PartName::Subject, one(key.subject.as_deref().or(side.and_then(|s| s.subject.as_deref())).map(id).as_deref())),
        (PartName::Time, one(key.time.as_deref())),
        (PartName::Places, key.places.iter().map(|e| id(e)).collect()),
        (PartName::Names, key.entities.iter().map(|e| id(e)).collect()),
        (PartName::Words, key.terms.iter().map(|t| t.to_string()).collect()),
        (PartName::Claimer, one(claim.claimer.as_deref())),
    ]
}

/// Parts that no member has are left out.
fn side_by_side(members: &[Vec<(PartName, Vec<String>)>]) -> Vec<Part> {
    let mut by_name: BTreeMap<PartName, Vec<&[String]>> = BTreeMap::new();
    for (name, values) in members.iter().flatten() {
        by_name.entry(*name).or_default().push(values);
    }
    by_name.into_iter().filter_map(|(name, lists)| part(name, &lists)).collect()
}

fn part(name: PartName, lists: &[&[String]]) -> Option<Part> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for list in lists {
        for value in list.iter().map(String::as_str).collect::<BTreeSet<_>>() {
            *counts.entry(value).or_default() += 1;
        }
    }
    let having = lists.iter().filter(|l| !l.is_empty()).count();
    let most = counts.values().max().copied()?;
    let fit = match most {
        n if n == lists.len() => Fit::Matched,
        n if n == having => Fit::Partly,
        _ => Fit::Differs,
    };
    let mut values: Vec<(String, usize)> = counts.into_iter().map(|(v, n)| (v.to_owned(), n)).collect();
    values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Some(Part { name, fit, values })
}

fn stated(story: &Story, member: usize) -> Stated {
    let claim = story.claims[member].claim;
    Stated {
        text: claim.text.to_string(),
        source: claim.source.to_string(),
        line: claim.line,
        sentence: story.passage(member).into_owned(),
        says: says(claim),
    }
}

fn says(claim: &Claim) -> Says {
    if let Some(f) = &claim.figure {
        return Says::Figure { low: f.low, high: f.high, unit: f.unit.as_deref().map(str::to_owned), dimension: f.dimension };
    }
    if let Some(d) = &claim.date {
        let days = d.edtf.as_deref().and_then(Interval::parse);
        return Says::Days(days.and_then(|i| Some((i.first, i.after.yesterday().ok()?))));
    }
    if let Some(r) = &claim.role {
        return Says::Office { title: r.title.to_string(), status: r.status };
    }
    if claim.quote.is_some() {
        return Says::Words(claim.text.split_whitespace().count());
    }
    if let Some(e) = &claim.event {
        let told = word(e.modality).to_owned();
        let parts = [Some(told), e.edtf.as_ref().map(ToString::to_string), e.place.as_ref().map(|p| plain(p))];
        return Says::Name(parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    Says::Name(claim.person.as_ref().map(|p| &p.name).or(claim.place.as_ref().map(|p| &p.name)).unwrap_or(&claim.text).to_string())
}
