//! Tables whose entries are one or more words, found by longest match from a token on.

use rustc_hash::FxHashMap;

use crate::text::{PUNCT, Token, WordId};

type Entry<T> = (Box<[WordId]>, T);

/// Phrases of word numbers with a value each. The first word should carry a class bit, so that only few tokens are looked up.
pub struct Phrases<T> {
    by_first: FxHashMap<WordId, Vec<Entry<T>>>,
    /// A bit for each word that begins a phrase: most words begin none, which is told without hashing.
    begins: Vec<u64>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Phrases { by_first: FxHashMap::default(), begins: Vec::new() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase; the longest come first among those with the same first word, equal ones in the order they were added.
    pub fn insert(&mut self, phrase: Box<[WordId]>, value: T) {
        let Some(&first) = phrase.first() else { return };
        let (place, bit) = place(first);
        if self.begins.len() <= place {
            self.begins.resize(place + 1, 0);
        }
        self.begins[place] |= bit;
        let list = self.by_first.entry(first).or_default();
        let at = list.partition_point(|(p, _)| p.len() >= phrase.len());
        list.insert(at, (phrase, value));
    }

    /// The longest phrase that stands at token `at`: how many tokens, and its value.
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, &T)> {
        let first = tokens.get(at)?.word;
        let (place, bit) = place(first);
        if self.begins.get(place)? & bit == 0 {
            return None;
        }
        let list = self.by_first.get(&first)?;
        let (phrase, value) = list.iter().find(|(p, _)| stands(p, tokens, at))?;
        Some((phrase.len(), value))
    }

    /// The value of exactly this phrase.
    pub fn get(&self, phrase: &[WordId]) -> Option<&T> {
        let list = self.by_first.get(phrase.first()?)?;
        list.iter().find(|(p, _)| **p == *phrase).map(|(_, v)| v)
    }
}

/// Where the bit of a word stands. Marks share the bits of the first words.
fn place(word: WordId) -> (usize, u64) {
    let number = word & !PUNCT;
    (number as usize / 64, 1 << (number % 64))
}

/// A clitic or a number is never part of a phrase (its word number is 0).
fn stands(phrase: &[WordId], tokens: &[Token], at: usize) -> bool {
    tokens.len() >= at + phrase.len() && phrase.iter().zip(&tokens[at..]).all(|(id, t)| *id == t.word && t.word != 0)
}
