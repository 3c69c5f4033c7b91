//! Measured concepts: what a figure in the news may be about, and the words that show it.

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{WordTable, class, more, rows, stem};
use crate::text::WordId;

/// One measured concept.
pub struct Concept {
    /// Its name in claim keys: `dead`, `territory_gained`.
    pub name: &'static str,
    /// Words for a reader: `people killed`.
    pub label: &'static str,
    /// The dimensions (names as in reports) that a figure of it can have.
    pub dimensions: Vec<&'static str>,
    /// The family of nouns that it counts, if it counts one.
    pub family: Option<&'static str>,
}

/// All concepts, and which words show which.
pub struct Concepts {
    /// Sorted by name.
    pub all: Vec<Concept>,
    triggers: super::Phrases<Vec<u16>>,
}

impl Concepts {
    /// Reads the table and marks the first word of each trigger.
    pub fn load(words: &mut WordTable) -> Self {
        let mut all = Vec::new();
        let mut by_phrase: Vec<(Box<[WordId]>, Vec<u16>)> = Vec::new();
        let mut seen = rustc_hash::FxHashMap::default();
        for row in sorted_rows() {
            let [name, label, dimensions, family, triggers] = row[..] else { panic!("concepts.tsv: {row:?}") };
            if all.last().is_none_or(|c: &Concept| c.name != name) {
                all.push(Concept { name, label, dimensions: dimensions.split(',').collect(), family: Some(family).filter(|f| *f != "-") });
            }
            let index = all.len() as u16 - 1;
            for trigger in triggers.split(' ') {
                let phrase: Box<[WordId]> = trigger.split('_').map(|w| words.intern(w)).collect();
                words.mark_id(phrase[0], class::CONCEPT);
                let at = *seen.entry(phrase.clone()).or_insert(by_phrase.len());
                if at == by_phrase.len() {
                    by_phrase.push((phrase, Vec::new()));
                }
                by_phrase[at].1.push(index);
            }
        }
        let mut triggers = super::Phrases::default();
        for (phrase, concepts) in by_phrase {
            triggers.insert(phrase, concepts);
        }
        Concepts { all, triggers }
    }

    /// The concepts that the longest trigger at token `at` shows, and its length in tokens.
    pub fn at<'a>(&'a self, tokens: &[crate::text::Token], at: usize) -> Option<(usize, impl Iterator<Item = &'a Concept>)> {
        let (length, list) = self.triggers.longest(tokens, at)?;
        Some((length, list.iter().map(|i| &self.all[*i as usize])))
    }

    /// The concept of this name.
    pub fn named(&self, name: &str) -> Option<&Concept> {
        self.all.binary_search_by(|c| c.name.cmp(name)).ok().map(|i| &self.all[i])
    }
}

/// From the name of a concept to the stems of the single words that show it. Read on first use, since only what compares articles asks.
static SHOWING: LazyLock<FxHashMap<&'static str, FxHashSet<CompactString>>> = LazyLock::new(|| {
    let mut all: FxHashMap<&str, FxHashSet<CompactString>> = FxHashMap::default();
    for row in sorted_rows() {
        let words = row[4].split(' ').filter(|trigger| !trigger.contains('_'));
        all.entry(row[0]).or_default().extend(words.map(stem));
    }
    all
});

/// A word of this stem shows the concept of this name by itself.
pub fn shows(name: &str, stem: &str) -> bool {
    SHOWING.get(name).is_some_and(|stems| stems.contains(stem))
}

/// The rows by name, of one name that of the table first.
fn sorted_rows() -> Vec<Vec<&'static str>> {
    let mut all: Vec<Vec<&str>> = rows(include_str!("concepts.tsv")).collect();
    if let Some(more) = more::more() {
        all.extend(rows(&more.concepts));
        all.sort_by_key(|row| row[0]);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_by_name() {
        let concepts = Concepts::load(&mut WordTable::default());
        assert!(concepts.all.is_sorted_by(|a, b| a.name < b.name));
        assert_eq!(concepts.named("dead").map(|c| c.label), Some("people killed"));
    }
}
