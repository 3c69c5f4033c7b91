//! Tables from a word to what it says.

use rustc_hash::FxHashMap;

use crate::text::WordId;

/// What each of some words says.
pub struct ByWord<T>(FxHashMap<WordId, T>);

impl<T: Copy> ByWord<T> {
    /// What a word says, if it is in the table.
    pub fn get(&self, word: WordId) -> Option<T> {
        self.0.get(&word).copied()
    }
}

impl<T> FromIterator<(WordId, T)> for ByWord<T> {
    fn from_iter<I: IntoIterator<Item = (WordId, T)>>(rows: I) -> Self {
        ByWord(rows.into_iter().collect())
    }
}
