//! Words that give the status of a role: `former`, `acting`, `elect`.

use rustc_hash::FxHashMap;

use super::{WordTable, class, rows};
use crate::text::WordId;

const TABLE: &str = include_str!("status.tsv");

/// The status that a word gives to the role beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusWord {
    Current,
    Former,
    Acting,
    Interim,
    Deputy,
    Elect,
    Then,
}

/// The words of status.
#[derive(Default)]
pub struct StatusWords(FxHashMap<WordId, StatusWord>);

impl StatusWords {
    /// Reads the table and marks its words.
    pub fn load(words: &mut WordTable) -> Self {
        let read = |row: Vec<&'static str>| {
            let [word, status] = row[..] else { panic!("status.tsv: {row:?}") };
            (words.mark(word, class::STATUS), named(status))
        };
        StatusWords(rows(TABLE).map(read).collect())
    }

    pub fn get(&self, word: WordId) -> Option<StatusWord> {
        self.0.get(&word).copied()
    }
}

fn named(status: &str) -> StatusWord {
    match status {
        "current" => StatusWord::Current,
        "former" => StatusWord::Former,
        "acting" => StatusWord::Acting,
        "interim" => StatusWord::Interim,
        "deputy" => StatusWord::Deputy,
        "elect" => StatusWord::Elect,
        "then" => StatusWord::Then,
        _ => panic!("status.tsv: no status {status}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{lexicon, tests::assert_sorted};

    #[test]
    fn the_table_is_sorted_and_lower_case() {
        assert_sorted(TABLE);
    }

    #[test]
    fn words_give_their_status() {
        let l = lexicon();
        assert_eq!(l.status.get(l.words.id("ex")), Some(StatusWord::Former));
        assert_eq!(l.status.get(l.words.id("designate")), Some(StatusWord::Elect));
    }
}
