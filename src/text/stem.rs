//! Stems of English words, as keys for matching only (Snowball's Porter2).

use std::cell::RefCell;
use std::sync::LazyLock;

use compact_str::CompactString;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// So many stems are kept for the next time, which are those of nearly all running words: stemming costs far more than a look-up.
const KEPT: usize = 1 << 14;

/// Whom Porter's rules take for what they live in: a count of villages is none of people.
const APART: [(&str, &str); 2] = [("villager", "villager"), ("villagers", "villager")];

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
        let apart = APART.iter().find(|(form, _)| *form == lower);
        let stem = apart.map_or_else(|| CompactString::from(STEMMER.stem(lower)), |(_, stem)| CompactString::from(*stem));
        if stems.len() < KEPT {
            stems.insert(lower.into(), stem.clone());
        }
        stem
    })
}
