//! Words that one transcript writes as they are spoken and another as they are spelled: `gonna`, `going to`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::rows;

const SPOKEN: &str = include_str!("spoken.tsv");

static WORDS: LazyLock<FxHashMap<&str, Vec<&str>>> =
    LazyLock::new(|| rows(SPOKEN).map(|row| (row[0], row[1].split(' ').collect())).collect());

/// What a word in lower case is where it is spoken otherwise than written.
pub fn spoken(lower: &str) -> Option<&'static [&'static str]> {
    WORDS.get(lower).map(Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spoken_is_several_words() {
        assert_eq!(spoken("gonna"), Some(&["going", "to"][..]));
        assert_eq!(spoken("going"), None);
    }

    #[test]
    fn what_stands_for_a_spoken_word_is_spoken_no_otherwise() {
        assert!(WORDS.values().flatten().all(|word| spoken(word).is_none()));
    }
}
