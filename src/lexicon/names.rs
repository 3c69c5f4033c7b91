//! Given names, surnames, and the words that stand inside or around names.

use super::{WordTable, class, cut, lines};
use crate::text::WordId;

/// How frequent a word is as given name and as surname: 0 not at all, 1 rare, 9 frequent.
#[derive(Default)]
pub struct Names {
    /// By word number: the given name's frequency in the low half, the surname's in the high half.
    frequency: Vec<u8>,
}

const GIVEN: &str = include_str!("given_names.tsv");
const SURNAMES: &str = include_str!("surnames.tsv");
const COMMON: &str = include_str!("common_words.tsv");

/// Gives the ordinary words their numbers, the most frequent the smallest, so that what is kept by word number lies close together for most
/// words of a text.
pub fn mark_common(words: &mut WordTable) {
    for word in lines(COMMON) {
        words.mark(word, class::COMMON);
    }
}

impl Names {
    /// Reads the tables and gives their words their numbers and classes.
    pub fn load(words: &mut WordTable) -> Self {
        words.mark_list(include_str!("name_words.tsv"));
        let mut names = Names::default();
        names.read(GIVEN, class::GIVEN_NAME, 0, words);
        names.read(SURNAMES, class::SURNAME, 4, words);
        names
    }

    fn read(&mut self, table: &'static str, kind: crate::text::Classes, shift: u8, words: &mut WordTable) {
        for line in lines(table) {
            let (name, code) = cut(line, b'\t');
            let code = code.unwrap_or("1").as_bytes();
            let ambiguous = code.get(1) == Some(&b'w');
            let classes = if ambiguous { kind | class::AMBIGUOUS_NAME } else { kind };
            let id = words.mark(name, classes) as usize;
            if self.frequency.len() <= id {
                self.frequency.resize(id + 1, 0);
            }
            self.frequency[id] |= code.first().map_or(1, |d| d.wrapping_sub(b'0') & 15) << shift;
        }
    }

    /// 0 to 9.
    pub fn as_given(&self, word: WordId) -> u8 {
        self.frequency.get(word as usize).copied().unwrap_or(0) & 15
    }

    /// 0 to 9.
    pub fn as_surname(&self, word: WordId) -> u8 {
        self.frequency.get(word as usize).copied().unwrap_or(0) >> 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn ordinary_words_are_in_lower_case_and_stand_once_the_most_frequent_first() {
        let mut seen = std::collections::HashSet::new();
        assert_eq!(lines(COMMON).find(|w| !seen.insert(*w) || *w != w.to_lowercase()), None);
        assert_eq!(lines(COMMON).take(4).collect::<Vec<_>>(), ["the", "of", "and", "to"]);
    }

    #[test]
    fn names_have_frequencies() {
        let l = lexicon();
        let steve = l.words.id("steve");
        assert!(l.names.as_given(steve) > 7 && l.words.classes(steve).any(class::GIVEN_NAME));
        let smith = l.words.id("smith");
        assert_eq!(l.names.as_surname(smith), 9);
        assert_eq!(l.names.as_surname(l.words.id("the")), 0);
    }
}
