//! Small sets of words that one module asks for, told apart by bits: one load from a table instead of comparing a token with each word.

use super::lexicon;
use crate::text::{Token, WordId};

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

    /// The sets that a word is in.
    #[inline]
    pub fn get(&self, word: WordId) -> u32 {
        self.0.get(word as usize).copied().unwrap_or(0)
    }

    /// Whether a token is a word of at least one of these sets.
    #[inline]
    pub fn has(&self, token: &Token, sets: u32) -> bool {
        self.get(token.word) & sets != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_in_several_sets() {
        let sets = WordSets::of(&[(1, &["of", "in"]), (2, &["in", "at"])]);
        let get = |w: &str| sets.get(lexicon().words.id(w));
        assert_eq!(["of", "in", "at", "the"].map(get), [1, 3, 2, 0]);
    }
}
