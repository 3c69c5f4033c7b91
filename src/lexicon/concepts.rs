//! Measured concepts: what a figure in the news may be about, and the words that show it.

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{WordTable, class, columns, more, rows, stem, unknown};
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
    pub traits: Traits,
}

/// What the table says of a concept besides; the first line of the table tells what each trait means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u16);

impl Traits {
    pub const WHO: Traits = Traits(1);
    pub const FATE: Traits = Traits(1 << 1);
    pub const SUFFERED: Traits = Traits(1 << 2);
    pub const WORK: Traits = Traits(1 << 3);
    pub const HARM: Traits = Traits(1 << 4);
    pub const GROWS: Traits = Traits(1 << 5);
    pub const EBBS: Traits = Traits(1 << 6);
    pub const ONE: Traits = Traits(1 << 7);
    pub const ANEW: Traits = Traits(1 << 8);
    pub const SUM: Traits = Traits(1 << 9);
    pub const STANDING: Traits = Traits(1 << 10);
    pub const OUT: Traits = Traits(1 << 11);
    pub const START: Traits = Traits(1 << 12);
    pub const REPEATED: Traits = Traits(1 << 13);

    /// Whether it has this trait.
    pub fn has(self, one: Traits) -> bool {
        self.0 & one.0 != 0
    }

    /// The traits in a column of the table.
    fn read(column: &str, row: &[&str]) -> Traits {
        let named = |name: &str| TRAITS.iter().find(|(n, _)| *n == name).unwrap_or_else(|| unknown("concepts.tsv", row, name)).1;
        column.split(',').filter(|name| *name != "-").map(named).fold(Traits::default(), |all, one| Traits(all.0 | one.0))
    }
}

/// The traits by their names in the table.
const TRAITS: [(&str, Traits); 14] = [
    ("who", Traits::WHO),
    ("fate", Traits::FATE),
    ("suffered", Traits::SUFFERED),
    ("work", Traits::WORK),
    ("harm", Traits::HARM),
    ("grows", Traits::GROWS),
    ("ebbs", Traits::EBBS),
    ("one", Traits::ONE),
    ("anew", Traits::ANEW),
    ("sum", Traits::SUM),
    ("standing", Traits::STANDING),
    ("out", Traits::OUT),
    ("start", Traits::START),
    ("repeated", Traits::REPEATED),
];

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
            let [name, label, dimensions, family, traits, triggers] = columns("concepts.tsv", &row);
            if all.last().is_none_or(|c: &Concept| c.name != name) {
                let (family, traits) = (Some(family).filter(|f| *f != "-"), Traits::read(traits, &row));
                all.push(Concept { name, label, dimensions: dimensions.split(',').collect(), family, traits });
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

    /// The traits of the concept of this name; none where there is no name.
    pub fn traits(&self, name: Option<&str>) -> Traits {
        name.and_then(|name| self.named(name)).map_or_else(Traits::default, |c| c.traits)
    }
}

/// From the name of a concept to the stems of the single words that show it. Read on first use, since only what compares articles asks.
static SHOWING: LazyLock<FxHashMap<&'static str, FxHashSet<CompactString>>> = LazyLock::new(|| {
    let mut all: FxHashMap<&str, FxHashSet<CompactString>> = FxHashMap::default();
    for row in sorted_rows() {
        let words = row[5].split(' ').filter(|trigger| !trigger.contains('_'));
        all.entry(row[0]).or_default().extend(words.map(stem));
    }
    all
});

/// A word of this stem shows the concept of this name by itself.
pub fn shows(name: &str, stem: &str) -> bool {
    SHOWING.get(name).is_some_and(|stems| stems.contains(stem))
}

/// The rows sorted by name; among rows of one name, that of the table comes first.
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

    #[test]
    fn concepts_have_their_traits_and_no_others() {
        let concepts = Concepts::load(&mut WordTable::default());
        let has = |name, one| concepts.traits(Some(name)).has(one);
        assert!(has("dead", Traits::GROWS) && has("dead", Traits::FATE) && !has("dead", Traits::EBBS));
        assert!(has("evacuated", Traits::EBBS) && !has("price", Traits::GROWS));
        assert_eq!(concepts.traits(None), Traits::default());
    }
}
