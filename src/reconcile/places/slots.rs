//! Places that fill one slot of a thing, according to each source: the seat of a firm, the destination of a vehicle, the
//! home of a person.

use std::collections::{BTreeMap, BTreeSet};

use super::{Days, Relation, Stated, relation, words_around};
use crate::claim::{Place, Slot, SlotKind};
use crate::lexicon::{class, lexicon};
use crate::reconcile::group::{Draft, GroupKind, Verdict};
use crate::reconcile::story::Story;

/// The most fillers of one slot that are compared; no story tells of more.
pub const CROWD: usize = 40;

/// A claim of a place that fills the slot.
#[derive(Clone, Copy)]
pub struct Filler<'a> {
    pub member: usize,
    pub article: usize,
    pub place: &'a Place,
}

/// The places that fill slots of a kind, by what the slot is of.
pub fn places<'a>(story: &Story<'a>, kind: SlotKind) -> BTreeMap<&'a str, Vec<Filler<'a>>> {
    let mut found: BTreeMap<&str, Vec<Filler>> = BTreeMap::new();
    for (member, m) in story.claims.iter().enumerate() {
        let slot = m.key.slot.as_deref().filter(|s| s.kind == kind);
        if let Some((slot, place)) = slot.zip(m.claim.place.as_deref()) {
            found.entry(&slot.of).or_default().push(Filler { member, article: m.article, place });
        }
    }
    found
}

/// What an organisation that has a slot is called.
pub fn called(owner: &str) -> &str {
    if owner == Slot::MERGED { "merged company" } else { owner }
}

/// All pairs.
pub fn pairs<'i, 'a>(items: &'i [Filler<'a>]) -> impl Iterator<Item = (&'i Filler<'a>, &'i Filler<'a>)> {
    items.iter().enumerate().flat_map(|(n, a)| items[n + 1..].iter().map(move |b| (a, b)))
}

/// The article of one names the place of the other, in whatever connection.
pub fn names_other(story: &Story, stated: &Stated, a: &Filler, b: &Filler) -> bool {
    let there = |p: &Place| relation(stated, p, b.place) == Relation::Same;
    story.claims.iter().any(|m| m.article == a.article && m.claim.place.as_deref().is_some_and(there))
}

/// The sentences of two places share another name, or words of what happened.
pub fn are_told_alike(story: &Story, a: &Filler, b: &Filler) -> bool {
    const TELLING: usize = 3;
    let stems = |i: &Filler| words_around(story.before(i.member), story.behind(i.member)).into_iter().collect::<BTreeSet<_>>();
    let own: BTreeSet<String> = [a, b].iter().flat_map(|i| i.place.name.split(' ').map(str::to_lowercase)).collect();
    let named = |i: &Filler| capitals(story.sentence(i.member)).filter(|w| !own.contains(w)).collect::<BTreeSet<_>>();
    !named(a).is_disjoint(&named(b)) || stems(a).intersection(&stems(b)).count() >= TELLING
}

/// The sentences of two places name days, and none in common.
pub fn are_of_two_days(story: &Story, days: &Days, a: &Filler, b: &Filler) -> bool {
    let days = |i: &Filler| days.get(&story.sentence_number(i.member)).map_or(&[][..], Vec::as_slice);
    let (x, y) = (days(a), days(b));
    !x.is_empty() && !y.is_empty() && x.iter().all(|d| y.iter().all(|e| !d.overlaps(*e)))
}

/// The words of a sentence, behind its first, that have a capital and are names.
fn capitals(sentence: &str) -> impl Iterator<Item = String> {
    let words = sentence.split_whitespace().skip(1).take(60).filter(|w| w.starts_with(char::is_uppercase));
    let light = |w: &String| lexicon().words.classes(lexicon().words.id(w)).any(class::FUNCTION | class::WEEKDAY | class::MONTH);
    words.map(|w| plain(w.trim_end_matches("'s").trim_end_matches("’s"))).filter(move |w| w.len() > 2 && !light(w))
}

/// A word without what stands around it, in lower case.
fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The verdict on places of which none are apart.
pub fn of_one(items: &[Filler]) -> Verdict {
    super::of_one(items.iter().map(|i| i.place.entity.as_str()).collect::<BTreeSet<_>>().len())
}

/// A group with a value for each place.
pub fn draft(story: &Story, items: &[Filler], identity: String, label: String, verdict: Verdict) -> Draft {
    let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    items.iter().for_each(|i| values.entry(i.place.entity.as_str()).or_default().push(i.member));
    let values = values.into_values().map(|m| (story.claims[m[0]].claim.text.to_string(), m)).collect();
    Draft { kind: GroupKind::Place, identity, label, verdict, values }
}
