//! What is told to have been at a place, in many words: who is picked up is arrested, a jet that puts down somewhere lands there.

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{columns, rows, stem, unknown};

const TABLE: &str = include_str!("sites.tsv");

/// Whether a verb tells the act, or a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Verb,
    Noun,
}

/// How a place stands to the words of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Behind `in`, `at`, `near` and the like.
    At,
    /// Behind `to` or `into`.
    To,
    /// Behind `through` or `across`, or as the object.
    Through,
}

/// Which places an act may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Any,
    Hospital,
    Stage,
}

/// A phrase that tells an act.
pub struct Telling {
    pub act: &'static str,
    pub sort: Sort,
    stands: &'static [Stand],
    /// Words of which one must stand before; empty where none need.
    with: Vec<&'static str>,
    /// Stems of the words behind the first.
    pub rest: Vec<CompactString>,
}

impl Telling {
    /// Whether a place that stands so may be that of the act.
    pub fn may_stand(&self, stand: Stand) -> bool {
        self.stands.contains(&stand)
    }

    /// Whether it needs no word before it, or this one, in the singular or plural: `a ship`, `shots`.
    pub fn may_follow(&self, mut words: impl Iterator<Item = String>) -> bool {
        let is = |word: &str, with: &str| word.strip_prefix(with).is_some_and(|end| matches!(end, "" | "s"));
        self.with.is_empty() || words.any(|word| self.with.iter().any(|with| is(&word, with)))
    }
}

/// Verbs by the stem of the first word, those that need a noun before them first; nouns by themselves, so that `landed` is no `landing`.
static TELLINGS: LazyLock<FxHashMap<CompactString, Vec<Telling>>> = LazyLock::new(|| {
    let mut all: FxHashMap<CompactString, Vec<Telling>> = FxHashMap::default();
    for row in rows(TABLE) {
        let [act, form, place, with, phrases] = columns("sites.tsv", &row);
        let (sort, stands) = place_of(place, &row);
        let with: Vec<&str> = with.split('|').filter(|w| *w != "-").collect();
        for phrase in phrases.split('|') {
            let mut words = phrase.split(' ');
            let first = words.next().unwrap_or_default();
            let form = form_of(form, &row);
            let first = if form == Form::Verb { stem(first) } else { noun(first) };
            all.entry(first).or_default().push(Telling { act, sort, stands, with: with.clone(), rest: words.map(stem).collect() });
        }
    }
    all.values_mut().for_each(|tellings| tellings.sort_by_key(|t| t.with.is_empty()));
    all
});

fn form_of(word: &str, row: &[&str]) -> Form {
    match word {
        "verb" => Form::Verb,
        "noun" => Form::Noun,
        _ => unknown("sites.tsv", row, word),
    }
}

fn place_of(word: &str, row: &[&str]) -> (Sort, &'static [Stand]) {
    match word {
        "at" => (Sort::Any, &[Stand::At]),
        "to" => (Sort::Any, &[Stand::To]),
        "any" => (Sort::Any, &[Stand::At, Stand::To]),
        "through" => (Sort::Any, &[Stand::Through]),
        "hospital" => (Sort::Hospital, &[Stand::At, Stand::To]),
        "stage" => (Sort::Stage, &[Stand::At]),
        _ => unknown("sites.tsv", row, word),
    }
}

/// The key of a noun, which no stem of a verb has.
fn noun(word: &str) -> CompactString {
    CompactString::from(word) + " "
}

/// What a verb with this stem may tell.
pub fn of_verb(stem: &str) -> &'static [Telling] {
    TELLINGS.get(stem).map_or(&[], Vec::as_slice)
}

/// What a noun in lower case may tell, in the singular or the plural.
pub fn of_noun(word: &str) -> &'static [Telling] {
    let singular = word.strip_suffix('s').unwrap_or(word);
    TELLINGS.get(&noun(word)).or_else(|| TELLINGS.get(&noun(singular))).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lines;

    #[test]
    fn the_table_is_sorted() {
        assert!(lines(TABLE).is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn the_words_of_an_act() {
        let verb = |word: &str| of_verb(&stem(word)).iter().map(|t| t.act).collect::<Vec<_>>();
        assert_eq!((verb("caught"), verb("landed"), verb("walked")), (vec!["arrest"], vec!["landing", "going"], vec![]));
        let noun = |word: &str| of_noun(word).iter().map(|t| t.act).collect::<Vec<_>>();
        assert_eq!((noun("landing"), noun("concerts"), noun("landed")), (vec!["landing"], vec!["performance"], vec![]));
    }
}
