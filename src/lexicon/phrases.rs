//! Tables whose entries are one or more words, found by longest match from a token on.

use crate::text::{PUNCT, Token, WordId};

/// Phrases of word numbers with a value each. The first word should carry a class bit, so that only few tokens are looked up.
pub struct Phrases<T> {
    /// By [`place`]: the number of the first of the phrases that begin so, from 1; 0 for none.
    heads: Vec<u32>,
    entries: Vec<Entry<T>>,
}

struct Entry<T> {
    phrase: Box<[WordId]>,
    value: T,
    /// The number of the next phrase that begins so, from 1; 0 for none.
    next: u32,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Phrases { heads: Vec::new(), entries: Vec::new() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase; the longest come first among those with the same first word, equal ones in the order they were added.
    pub fn insert(&mut self, phrase: Box<[WordId]>, value: T) {
        let Some(&first) = phrase.first() else { return };
        let place = place(first);
        self.heads.resize(self.heads.len().max(place + 1), 0);
        let before = self.chain(place).take_while(|(_, e)| e.phrase.len() >= phrase.len()).last().map(|(at, _)| at);
        let number = self.entries.len() as u32 + 1;
        let link = match before {
            Some(at) => &mut self.entries[at].next,
            None => &mut self.heads[place],
        };
        let next = std::mem::replace(link, number);
        self.entries.push(Entry { phrase, value, next });
    }

    /// The phrases at a place with their indexes.
    fn chain(&self, place: usize) -> impl Iterator<Item = (usize, &Entry<T>)> {
        let mut next = self.heads.get(place).copied().unwrap_or(0);
        std::iter::from_fn(move || {
            let at = (next as usize).checked_sub(1)?;
            let entry = self.entries.get(at)?;
            next = entry.next;
            Some((at, entry))
        })
    }

    /// The longest phrase that stands at token `at`: how many tokens, and its value.
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, &T)> {
        let first = tokens.get(at)?.word;
        let (_, entry) = self.chain(place(first)).find(|(_, e)| stands(&e.phrase, tokens, at))?;
        Some((entry.phrase.len(), &entry.value))
    }

    /// The value of exactly this phrase.
    pub fn get(&self, phrase: &[WordId]) -> Option<&T> {
        self.chain(place(*phrase.first()?)).find(|(_, e)| *e.phrase == *phrase).map(|(_, e)| &e.value)
    }
}

/// Where the phrases that begin with a word are found. Marks share the places of the first words.
fn place(word: WordId) -> usize {
    (word & !PUNCT) as usize
}

/// A clitic or a number is never part of a phrase (its word number is 0).
fn stands(phrase: &[WordId], tokens: &[Token], at: usize) -> bool {
    tokens.len() >= at + phrase.len() && phrase.iter().zip(&tokens[at..]).all(|(id, t)| *id == t.word && t.word != 0)
}
