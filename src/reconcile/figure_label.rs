//! What a group of figures is called.

use std::collections::BTreeMap;

use super::figure_item::Item;
use super::story::Story;
use crate::lexicon::lexicon;

/// A label for readers, and the identity that the group's id is made of: concept, head and subject.
pub fn label(story: &Story, items: &[&Item]) -> (String, String) {
    let concept = most(items.iter().filter_map(|i| i.key.concept.as_deref()));
    let head = most(items.iter().filter_map(|i| i.key.head.as_deref()));
    let unit = most(items.iter().filter_map(|i| i.figure.unit.as_deref()));
    let subject = most(items.iter().filter_map(|i| i.key.subject.as_deref().map(|s| story.entities.id(story.claims[i.member].line, s))));
    let dimension = items.first().map_or("", |i| i.figure.dimension.name());
    let what = concept.and_then(|c| lexicon().concepts.named(c)).map(|c| c.label).or(unit).or(head).unwrap_or(dimension);
    let near: Vec<String> = about(story, items);
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

/// Up to two words or names that most members share and that say what the figures are about.
fn about(story: &Story, items: &[&Item]) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for i in items {
        let sentence = story.sentence(i.member);
        for term in &i.key.terms[..i.key.terms.len().min(4)] {
            if let Some(word) = written(sentence, term) {
                *counts.entry(word).or_default() += 1;
            }
        }
    }
    let mut list: Vec<(String, usize)> = counts.into_iter().filter(|(_, n)| 2 * n > items.len()).collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list.into_iter().take(2).map(|(w, _)| w).collect()
}

/// The word of a sentence that has this stem.
pub fn written(sentence: &str, stem: &str) -> Option<String> {
    let prefix: String = stem.chars().take(stem.chars().count().min(4)).collect();
    let words = sentence.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).filter(|w| w.starts_with(&prefix));
    words.into_iter().find(|w| crate::text::stem(w) == stem)
}
