//! Stems of English words, as keys for matching only (Snowball's Porter2).

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// The stem of a word in lower case.
pub fn stem(lower: &str) -> String {
    STEMMER.stem(lower).into_owned()
}
