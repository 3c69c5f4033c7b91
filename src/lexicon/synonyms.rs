//! Words that mean the same in news: a blaze is a fire.

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::rows;
use super::stem;

const TABLE: &str = include_str!("synonyms.tsv");

/// From a stem to the stem that stands for all of its row. Read on first use, since only what compares articles asks.
static SYNONYMS: LazyLock<FxHashMap<CompactString, CompactString>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    for row in rows(TABLE) {
        let mut words = row.iter().flat_map(|column| column.split(' '));
        let Some(first) = words.next().map(stem) else { continue };
        all.extend(words.map(|w| (stem(w), first.clone())));
    }
    all
});

/// The stem that stands for a stem and all that mean the same in news; itself for most.
pub fn of(stem: &str) -> &str {
    SYNONYMS.get(stem).map_or(stem, CompactString::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_one_row() {
        let mut rows_of: FxHashMap<CompactString, usize> = FxHashMap::default();
        for (number, row) in rows(TABLE).enumerate() {
            for word in row.iter().flat_map(|column| column.split(' ')) {
                assert_eq!(*rows_of.entry(stem(word)).or_insert(number), number, "{word}");
            }
        }
        assert_eq!(of(&stem("blaze")), stem("fire").as_str());
        assert_eq!(of("harbour"), "harbour");
    }
}
