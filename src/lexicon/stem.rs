//! Stems of English words, as keys for matching only (Snowball's Porter2); the past forms of irregular verbs have the stem of their base
//! form.

use std::cell::RefCell;
use std::sync::LazyLock;

use compact_str::CompactString;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::rows;

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// How many stems are kept, enough for nearly all running words: stemming costs far more than a look-up.
const KEPT: usize = 1 << 14;

/// Words for people whose stem by Porter's rules would be that of where they live: a count of villagers is none of villages.
const APART: [(&str, &str); 2] = [("villager", "villager"), ("villagers", "villager")];

/// From a past form to the stem of its verb.
static IRREGULAR: LazyLock<FxHashMap<&'static str, CompactString>> = LazyLock::new(|| {
    let verb = |row: Vec<&'static str>| match *row.as_slice() {
        [base, forms] => forms.split(' ').map(move |form| (form, CompactString::from(STEMMER.stem(base)))),
        _ => panic!("a verb has two columns: {row:?}"),
    };
    rows(include_str!("irregular_verbs.tsv")).flat_map(verb).collect()
});

/// Whether a word in lower case is a past form of an irregular verb.
pub fn is_irregular_form(lower: &str) -> bool {
    IRREGULAR.contains_key(lower)
}

thread_local! {
    static STEMS: RefCell<FxHashMap<CompactString, CompactString>> = RefCell::default();
}

/// The stem of a word as it stands in a text.
pub fn stem_of(word: &str) -> CompactString {
    if word.bytes().all(|b| b.is_ascii_lowercase()) { stem(word) } else { stem(&word.to_lowercase()) }
}

/// The stem of a word in lower case.
pub fn stem(lower: &str) -> CompactString {
    STEMS.with_borrow_mut(|stems| {
        if let Some(known) = stems.get(lower) {
            return known.clone();
        }
        let stem = work_out(lower);
        if stems.len() < KEPT {
            stems.insert(lower.into(), stem.clone());
        }
        stem
    })
}

fn work_out(lower: &str) -> CompactString {
    let apart = APART.iter().find(|(form, _)| *form == lower).map(|(_, stem)| CompactString::from(*stem));
    apart.or_else(|| IRREGULAR.get(lower).cloned()).unwrap_or_else(|| CompactString::from(STEMMER.stem(lower)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_verb_have_one_stem() {
        assert_eq!([stem("take"), stem("took"), stem("taken"), stem("taking")], ["take"; 4]);
        assert_eq!(stem("struck"), stem("strikes"));
        assert_eq!((stem("found"), stem("founded")), ("find".into(), "found".into()), "two verbs");
    }

    #[test]
    fn a_form_stands_once_and_in_order() {
        let bases: Vec<&str> = rows(include_str!("irregular_verbs.tsv")).map(|row| row[0]).collect();
        assert!(bases.is_sorted_by(|a, b| a < b));
        let forms = rows(include_str!("irregular_verbs.tsv")).flat_map(|row| row[1].split(' ')).count();
        assert_eq!(IRREGULAR.len(), forms);
    }
}
