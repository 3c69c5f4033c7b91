//! How news name what is measured: which nouns mean one thing, and which words before them make a part of it.

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{columns, rows, stem};

/// What a word says of what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicWord {
    /// It means the same as others: the number of its row.
    Same(usize),
    /// What it stands before is a part, or another value, of what the noun alone names: `core` inflation, the speed `limit`.
    Part,
    /// It says nothing of what is measured: `annual`, `rate`.
    Plain,
}

/// By stem. Read on first use, since only what compares articles asks.
static TOPICS: LazyLock<FxHashMap<CompactString, TopicWord>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    for (number, row) in rows(include_str!("topics.tsv")).enumerate() {
        let [kind, words] = columns("topics.tsv", &row);
        let kind = match kind {
            "same" => TopicWord::Same(number),
            "part" => TopicWord::Part,
            "plain" => TopicWord::Plain,
            _ => panic!("topics.tsv: {kind:?}"),
        };
        all.extend(words.split(' ').map(|w| (stem(w), kind)));
    }
    all
});

/// What a stem says of what is measured; `None` for most words, which name it.
pub fn of(stem: &str) -> Option<TopicWord> {
    TOPICS.get(stem).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_one_row() {
        let mut rows_of: FxHashMap<CompactString, usize> = FxHashMap::default();
        for (number, row) in rows(include_str!("topics.tsv")).enumerate() {
            for word in row[1].split(' ') {
                assert_eq!(*rows_of.entry(stem(word)).or_insert(number), number, "{word}");
            }
        }
        assert_eq!(of(&stem("sales")), of(&stem("turnover")));
        assert_eq!(of(&stem("core")), Some(TopicWord::Part));
        assert_eq!(of("chimney"), None);
    }
}
