//! Places that fill one slot of a thing, according to each source: the seat of a firm, the destination of a vehicle.

use std::collections::{BTreeMap, BTreeSet};

use super::group::{Draft, GroupKind, Verdict};
use super::places::{self, Relation, Stated, relation};
use super::story::Story;
use crate::claim::Place;

/// A claim of a place that fills the slot.
pub struct Filler<'a> {
    pub member: usize,
    pub line: usize,
    pub place: &'a Place,
}

impl<'a> Filler<'a> {
    /// The claim of a place that stands for itself and not for who governs there.
    pub fn of(story: &'a Story, member: usize) -> Option<Self> {
        let m = &story.claims[member];
        let place = m.claim.place.as_deref().filter(|p| !p.metonym)?;
        Some(Filler { member, line: m.line, place })
    }
}

/// Each with each behind it.
pub fn pairs<'i, 'a>(items: &'i [Filler<'a>]) -> impl Iterator<Item = (&'i Filler<'a>, &'i Filler<'a>)> {
    items.iter().enumerate().flat_map(|(n, a)| items[n + 1..].iter().map(move |b| (a, b)))
}

/// The article of one names the place of the other, whatever for.
pub fn names_other(story: &Story, stated: &Stated, a: &Filler, b: &Filler) -> bool {
    let there = |p: &Place| relation(stated, p, b.place) == Relation::Same;
    story.claims.iter().any(|m| m.line == a.line && m.claim.place.as_deref().is_some_and(there))
}

/// The verdict on places of which none are apart.
pub fn of_one(items: &[Filler]) -> Verdict {
    places::of_one(items.iter().map(|i| i.place.entity.as_str()).collect::<BTreeSet<_>>().len())
}

/// A group with a value for each place.
pub fn draft(story: &Story, items: &[Filler], identity: String, label: String, verdict: Verdict) -> Draft {
    let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    items.iter().for_each(|i| values.entry(i.place.entity.as_str()).or_default().push(i.member));
    let values = values.into_values().map(|m| (story.claims[m[0]].claim.text.to_string(), m)).collect();
    Draft { kind: GroupKind::Place, identity, label, verdict, values }
}
