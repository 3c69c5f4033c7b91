//! What a group of figures is called.

use std::collections::BTreeMap;

use super::called::Names;
use super::figure_item::Item;
use super::figure_text::plural;
use super::story::Story;
use crate::lexicon::{lexicon, stem, stem_of, word_sets};
use crate::value::Dimension;

word_sets! {
    /// Words that tell no figure from another.
    LIGHT = 0: "telling_no_figure_apart";
}

/// A label for readers, and the identity that the group's id is made of: concept, head and subject.
pub fn label(story: &Story, names: &Names, items: &[&Item]) -> (String, String) {
    let concept = most(items.iter().filter_map(|i| i.key.concept.as_deref()));
    let head = most(items.iter().filter_map(|i| i.key.head.as_deref()));
    let unit = most(items.iter().filter_map(|i| i.figure.unit.as_deref()));
    let subject = most(items.iter().filter_map(|i| i.key.subject.as_deref().map(|s| story.entities.id(i.line, s))));
    let dimension = items.first().map_or(Dimension::Other, |i| i.figure.dimension);
    let counted = most(items.iter().filter_map(|i| i.figure.measure.as_deref()));
    let named = concept.and_then(|c| lexicon().concepts.named(c)).map(|c| c.label).or(counted.filter(|c| Some(*c) != unit));
    let noun = || items.iter().find_map(|i| written(story.sentence(i.member), i.key.head.as_deref().filter(|h| Some(*h) == head)?));
    let noun = || unit.map(str::to_owned).or_else(noun);
    let what = named.map_or_else(|| measured(dimension, noun().as_deref()), str::to_owned);
    let whose = subject.and_then(|s| names.get(s)).filter(|_| dimension == Dimension::Age);
    // whose age it is must be known before somebody's name stands beside it
    let near = whose.map_or_else(|| about(story, names, items, &what, dimension != Dimension::Age), |name| vec![name.to_owned()]);
    let label = if near.is_empty() { what } else { format!("{what} ({})", near.join(", ")) };
    let part = |s: Option<&str>| s.unwrap_or("-").to_owned();
    (label, format!("{}|{}|{}|{}", part(concept), part(head), part(subject), dimension.name()))
}

/// What a figure measures that is of no concept: what is counted, or the kind of measure.
fn measured(dimension: Dimension, noun: Option<&str>) -> String {
    match (dimension, noun) {
        (Dimension::Money, _) => "amount".to_owned(),
        (Dimension::Ratio, _) => "score".to_owned(),
        (Dimension::Count | Dimension::Other | Dimension::Rank, Some(noun)) => plural(noun),
        _ => dimension.name().replace('_', " "),
    }
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
fn about(story: &Story, names: &Names, items: &[&Item], what: &str, named: bool) -> Vec<String> {
    let known: Vec<_> = what.split(|c: char| !c.is_alphanumeric()).map(|w| stem(&w.to_lowercase())).collect();
    let mut found = Shared::default();
    for i in items {
        for (rank, e) in i.key.entities.iter().take(if named { NEAR } else { 0 }).enumerate() {
            if let Some(name) = names.get(story.entities.id(i.line, e)) {
                found.add(name.to_owned(), rank);
            }
        }
        let sentence = story.sentence(i.member);
        for (rank, term) in i.key.terms.iter().take(NEAR).enumerate().filter(|(_, t)| !known.iter().any(|k| k == t.as_str())) {
            if let Some(word) = written(sentence, term).filter(|w| says_something(w)) {
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

fn says_something(word: &str) -> bool {
    let lower = word.to_lowercase();
    !lower.ends_with("ly") && !SETS.holds(&lower, LIGHT)
}

/// Names and words, folded in case, with how they are written, the number of members that have each, and the sum of their ranks.
#[derive(Default)]
struct Shared(BTreeMap<String, (String, usize, usize)>);

impl Shared {
    fn add(&mut self, word: String, rank: usize) {
        let (written, count, ranks) = self.0.entry(word.to_lowercase()).or_insert_with(|| (word.clone(), 0, 0));
        // A capital may be that of a headline; small letters are no chance.
        if word.starts_with(char::is_lowercase) {
            *written = word;
        }
        *count += 1;
        *ranks += rank;
    }

    /// Those that more than half of all members have, in order of their ranks.
    fn of_most(self, members: usize) -> Vec<String> {
        let mut list: Vec<(String, usize, usize)> = self.0.into_values().filter(|(_, n, _)| 2 * n > members).collect();
        list.sort_by(|(a, m, x), (b, n, y)| (x * n).cmp(&(y * m)).then_with(|| a.cmp(b)));
        list.into_iter().take(SHOWN).map(|(word, _, _)| word).collect()
    }
}

/// The word of a sentence that has this stem; the capital of a first word counts only where the word has others.
fn written(sentence: &str, stem: &str) -> Option<String> {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).enumerate();
    let (at, word) = words.find(|(_, w)| stem_of(w) == stem)?;
    let is_plain = at == 0 && !word.chars().skip(1).any(char::is_uppercase);
    Some(if is_plain { word.to_lowercase() } else { word.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_the_word_of_the_sentence() {
        assert_eq!(written("The Drina fell to 5.1 meters.", "fall").as_deref(), Some("fell"), "of an irregular verb too");
        assert_eq!(written("Rising water cut the road.", "rise").as_deref(), Some("rising"));
        assert_eq!(written("The Drina fell.", "rise"), None);
    }
}
