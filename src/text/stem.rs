//! Stems of English words, as keys for matching only (Snowball's Porter2).

use std::cell::RefCell;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// So many stems are kept for the next time, which are those of nearly all running words: stemming costs far more than a look-up.
const KEPT: usize = 1 << 14;

thread_local! {
    static STEMS: RefCell<FxHashMap<Box<str>, Box<str>>> = RefCell::default();
}

/// The stem of a word in lower case.
pub fn stem(lower: &str) -> String {
    STEMS.with_borrow_mut(|stems| {
        if let Some(known) = stems.get(lower) {
            return known.as_ref().to_owned();
        }
        let stem = STEMMER.stem(lower).into_owned();
        if stems.len() < KEPT {
            stems.insert(lower.into(), stem.as_str().into());
        }
        stem
    })
}
