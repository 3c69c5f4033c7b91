//! What a group of figures is called.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::figure_item::Item;
use super::story::Story;
use crate::lexicon::lexicon;
use crate::text::stem;

/// From the entities of a story to what they are called, where a person or place.
pub struct EntityNames<'a>(FxHashMap<&'a str, &'a str>);

impl<'a> EntityNames<'a> {
    pub fn of(story: &'a Story) -> Self {
        let mut names = FxHashMap::default();
        for m in &story.claims {
            let person = m.claim.person.as_ref().map(|p| (p.entity.as_str(), p.name.as_str()));
            let place = m.claim.place.as_ref().map(|p| (p.entity.as_str(), p.name.as_str()));
            if let Some((id, name)) = person.or(place) {
                let known = names.entry(story.entities.id(m.line, id)).or_insert(name);
                // A dateline shouts: NAXOS.
                if is_shouted(known) {
                    *known = name;
                }
            }
        }
        EntityNames(names)
    }
}

fn is_shouted(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// A label for readers, and the identity that the group's id is made of: concept, head and subject.
pub fn label(story: &Story, names: &EntityNames, items: &[&Item]) -> (String, String) {
    let concept = most(items.iter().filter_map(|i| i.key.concept.as_deref()));
    let head = most(items.iter().filter_map(|i| i.key.head.as_deref()));
    let unit = most(items.iter().filter_map(|i| i.figure.unit.as_deref()));
    let subject = most(items.iter().filter_map(|i| i.key.subject.as_deref().map(|s| story.entities.id(i.line, s))));
    let dimension = items.first().map_or("", |i| i.figure.dimension.name());
    let counted = most(items.iter().filter_map(|i| i.figure.measure.as_deref()));
    let what = concept.and_then(|c| lexicon().concepts.named(c)).map(|c| c.label).or(counted).or(unit).or(head).unwrap_or(dimension);
    let near = about(story, names, items, what);
    let label = if near.is_empty() { what.to_owned() } else { format!("{what} ({})", near.join(", ")) };
    let part = |s: Option<&str>| s.unwrap_or("-").to_owned();
    (label, format!("{}|{}|{}|{dimension}", part(concept), part(head), part(subject)))
}

/// The most frequent, the first in order among equals.
fn most<'x>(names: impl Iterator<Item = &'x str>) -> Option<&'x str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for n in names {
        *counts.entry(n).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(name, n)| (*n, std::cmp::Reverse(*name))).map(|(name, _)| name)
}

/// Up to two names or words that most members share and that say what the figures are about, names first, the nearest first.
fn about(story: &Story, names: &EntityNames, items: &[&Item], what: &str) -> Vec<String> {
    let known: Vec<_> = what.split(|c: char| !c.is_alphanumeric()).map(|w| stem(&w.to_lowercase())).collect();
    let mut found = Shared::default();
    for i in items {
        for (rank, e) in i.key.entities.iter().take(NEAR).enumerate() {
            if let Some(name) = names.0.get(story.entities.id(i.line, e)) {
                found.add((*name).to_owned(), rank);
            }
        }
        let sentence = story.sentence(i.member);
        for (rank, term) in i.key.terms.iter().take(NEAR).enumerate().filter(|(_, t)| !known.iter().any(|k| k == t.as_str())) {
            if let Some(word) = written(sentence, term) {
                found.add(word, NEAR + rank);
            }
        }
    }
    found.of_most(items.len())
}

/// Names and words beyond this many, counted from the figure, are not looked at.
const NEAR: usize = 4;
/// Names and words in a label.
const SHOWN: usize = 2;

/// Names and words with the number of members that have each, and the sum of their ranks.
#[derive(Default)]
struct Shared(BTreeMap<String, (usize, usize)>);

impl Shared {
    fn add(&mut self, word: String, rank: usize) {
        let (count, ranks) = self.0.entry(word).or_default();
        *count += 1;
        *ranks += rank;
    }

    /// Those that more than half of all members have, in order of their ranks.
    fn of_most(self, members: usize) -> Vec<String> {
        let mut list: Vec<(String, (usize, usize))> = self.0.into_iter().filter(|(_, (n, _))| 2 * n > members).collect();
        list.sort_by(|(a, (m, x)), (b, (n, y))| (x * n).cmp(&(y * m)).then_with(|| a.cmp(b)));
        list.into_iter().take(SHOWN).map(|(w, _)| w).collect()
    }
}

/// The word of a sentence that has this stem.
pub fn written(sentence: &str, stem: &str) -> Option<String> {
    let prefix: String = stem.chars().take(stem.chars().count().min(4)).collect();
    let words = sentence.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).filter(|w| w.starts_with(&prefix));
    words.into_iter().find(|w| crate::text::stem(w) == stem)
}
