//! Stems of English words, as keys for matching only (Snowball's Porter2).

use std::cell::RefCell;
use std::sync::LazyLock;

use compact_str::CompactString;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// So many stems are kept for the next time, which are those of nearly all running words: stemming costs far more than a look-up.
const KEPT: usize = 1 << 14;

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
        let stem = CompactString::from(STEMMER.stem(lower));
        if stems.len() < KEPT {
            stems.insert(lower.into(), stem.clone());
        }
        stem
    })
}
