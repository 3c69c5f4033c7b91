//! Small sets of words that one module asks for, told apart by bits: one load from a table instead of comparing a token with each word.

use super::{WordTable, lexicon, rows};
use crate::text::{Token, WordId};

/// Lines of a set and its words.
const SETS_OF_WORDS: &str = include_str!("word_sets.tsv");

/// Gives the words of the table their numbers.
pub fn intern(words: &mut WordTable) {
    rows(SETS_OF_WORDS).flat_map(|row| row[1].split(' ')).for_each(|word| _ = words.intern(word));
}

/// Constants for some sets of the table, one bit each, and `SETS` to ask a token for them.
macro_rules! word_sets {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $written:literal;)*) => {
        $($(#[$doc])* pub const $name: u32 = 1 << $bit;)*
        pub static SETS: std::sync::LazyLock<$crate::lexicon::WordSets> =
            std::sync::LazyLock::new(|| $crate::lexicon::WordSets::named(&[$(($written, $name)),*]));
    };
}
pub(crate) use word_sets;

/// For each word of the lexicon the sets (bits) that it is in.
pub struct WordSets(Vec<u32>);

impl WordSets {
    /// From each set's bit (or bits) and its words in lower case. Words that no table has are in no set.
    pub fn of(sets: &[(u32, &[&str])]) -> Self {
        let mut bits = Vec::new();
        for (bit, words) in sets {
            for id in words.iter().map(|w| lexicon().words.id(w) as usize).filter(|id| *id > 0) {
                if bits.len() <= id {
                    bits.resize(id + 1, 0);
                }
                bits[id] |= bit;
            }
        }
        WordSets(bits)
    }

    /// From the names of sets of the table and the bit of each.
    pub fn named(sets: &[(&str, u32)]) -> Self {
        let of = |name: &str| rows(SETS_OF_WORDS).find(|row| row[0] == name).map_or(Vec::new(), |row| row[1].split(' ').collect());
        let words: Vec<(u32, Vec<&str>)> = sets.iter().map(|(name, bit)| (*bit, of(name))).collect();
        WordSets::of(&words.iter().map(|(bit, words)| (*bit, &words[..])).collect::<Vec<_>>())
    }

    /// The sets that a word is in.
    #[inline]
    pub fn get(&self, word: WordId) -> u32 {
        self.0.get(word as usize).copied().unwrap_or(0)
    }

    /// Of these sets those that a token is a word of.
    #[inline]
    pub fn among(&self, token: &Token, sets: u32) -> u32 {
        self.get(token.word) & sets
    }

    /// Whether a token is a word of at least one of these sets.
    #[inline]
    pub fn has(&self, token: &Token, sets: u32) -> bool {
        self.among(token, sets) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::tests::assert_sorted;

    #[test]
    fn the_table_of_sets_is_sorted_and_every_set_is() {
        assert_sorted(SETS_OF_WORDS);
        for row in rows(SETS_OF_WORDS) {
            assert!(row[1].split(' ').is_sorted_by(|a, b| a < b), "{}", row[0]);
        }
    }

    #[test]
    fn sets_of_the_table_hold_its_words() {
        let sets = WordSets::named(&[("prize", 1), ("street", 2)]);
        let get = |w: &str| sets.get(lexicon().words.id(w));
        assert_eq!(["medal", "boulevard", "of"].map(get), [1, 2, 0]);
    }

    #[test]
    fn a_word_may_be_in_several_sets() {
        let sets = WordSets::of(&[(1, &["of", "in"]), (2, &["in", "at"])]);
        let get = |w: &str| sets.get(lexicon().words.id(w));
        assert_eq!(["of", "in", "at", "the"].map(get), [1, 3, 2, 0]);
    }
}
