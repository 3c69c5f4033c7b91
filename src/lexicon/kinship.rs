//! Words of kinship: `son`, `wife`, `niece`.

use rustc_hash::FxHashMap;

use super::{Gender, WordTable, class, rows};
use crate::text::WordId;

const TABLE: &str = include_str!("kinship.tsv");

/// What a word of kinship says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kin {
    /// The word in the singular.
    pub singular: &'static str,
    /// It is the plural.
    pub plural: bool,
    /// That of the relative; none for `cousin`.
    pub gender: Option<Gender>,
}

/// The words of kinship, singular and plural.
#[derive(Default)]
pub struct Kinship(FxHashMap<WordId, Kin>);

impl Kinship {
    /// Reads the table and marks its words.
    pub fn load(words: &mut WordTable) -> Self {
        let mut by_word = FxHashMap::default();
        for row in rows(TABLE) {
            let [singular, plural, gender] = row[..] else { panic!("kinship.tsv: {row:?}") };
            let gender = Gender::from_column(gender, "kinship.tsv", &row);
            by_word.insert(words.mark(singular, class::KINSHIP), Kin { singular, plural: false, gender });
            by_word.insert(words.mark(plural, class::KINSHIP), Kin { singular, plural: true, gender });
        }
        Kinship(by_word)
    }

    /// What a word says, if it is one of kinship.
    pub fn get(&self, word: WordId) -> Option<Kin> {
        self.0.get(&word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::tests::assert_sorted;

    #[test]
    fn the_table_is_sorted_and_lower_case() {
        assert_sorted(TABLE);
    }
}
