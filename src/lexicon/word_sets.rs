//! Small sets of words that one module asks for, one bit each: one load from a table instead of comparing a token with each word. Where a
//! new word goes is told in [`super`].

use std::sync::LazyLock;

use super::{WordTable, cells, cut, lexicon, lines};
use crate::text::{Token, Tokens, WordId};

/// Lines of a set and its words.
const SETS_OF_WORDS: &str = include_str!("word_sets.tsv");

/// Gives the words of the table their numbers in the lexicon.
pub fn intern(words: &mut WordTable) {
    lines(SETS_OF_WORDS).filter_map(|line| cut(line, b'\t').1).flat_map(|set| cells(set, b' ')).for_each(|word| _ = words.intern(word));
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

/// The words of the table with numbers of their own, from 1 on without gaps, so that the sets of a module take only a few kilobytes.
struct Table {
    /// For each word of the lexicon its number among those of the table, from 1; 0 for the others.
    numbers: Vec<u16>,
    /// Each set and its words, sorted.
    sets: Vec<(&'static str, &'static str)>,
    words: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let sets: Vec<_> = lines(SETS_OF_WORDS).map(|line| cut(line, b'\t')).map(|(name, words)| (name, words.unwrap_or(""))).collect();
    let mut table = Table { numbers: Vec::new(), sets, words: 0 };
    for id in table.sets.iter().flat_map(|(_, words)| cells(words, b' ')).map(id) {
        if table.numbers.len() <= id {
            table.numbers.resize(id + 1, 0);
        }
        if table.numbers[id] == 0 {
            table.words += 1;
            table.numbers[id] = table.words as u16;
        }
    }
    table
});

/// The row of a set.
fn row(name: &str) -> Option<&'static str> {
    let sets = &TABLE.sets;
    sets.binary_search_by_key(&name, |(set, _)| set).ok().map(|row| sets[row].1)
}

/// The words of a set, for modules that need the list itself.
pub fn words_of(name: &str) -> impl Iterator<Item = &'static str> {
    cells(row(name).unwrap_or_else(|| panic!("word_sets.tsv has no set {name}")), b' ')
}

fn id(word: &str) -> usize {
    lexicon().words.id(word) as usize
}

/// The sets of one module, as bits, that hold each word of the table.
pub struct WordSets {
    numbers: &'static [u16],
    /// By the number of a word in the table; 0 is none.
    bits: Box<[u32]>,
}

impl WordSets {
    /// From the names of sets of the table and the bit of each.
    pub fn named(sets: &[(&str, u32)]) -> Self {
        let table = &*TABLE;
        let mut bits = vec![0; table.words + 1].into_boxed_slice();
        for (name, bit) in sets {
            words_of(name).for_each(|word| bits[table.numbers[id(word)] as usize] |= bit);
        }
        WordSets { numbers: &table.numbers, bits }
    }

    /// The sets that a word is in.
    #[inline]
    pub fn get(&self, word: WordId) -> u32 {
        self.numbers.get(word as usize).map_or(0, |number| self.bits[*number as usize])
    }

    /// Which of these sets hold the token, as bits.
    #[inline]
    pub fn among(&self, token: &Token, sets: u32) -> u32 {
        self.get(token.word) & sets
    }

    /// Whether a token is a word of at least one of these sets.
    #[inline]
    pub fn has(&self, token: &Token, sets: u32) -> bool {
        self.among(token, sets) != 0
    }

    /// Whether a word in lower case is in at least one of these sets.
    pub fn holds(&self, word: &str, sets: u32) -> bool {
        self.get(lexicon().words.id(word)) & sets != 0
    }
}

impl Tokens<'_> {
    /// Whether token `i` is a word of at least one of these sets.
    #[inline]
    pub fn is_in(&self, i: usize, of: &WordSets, sets: u32) -> bool {
        self.get(i).is_some_and(|t| of.has(t, sets))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::lexicon::rows;
    use crate::text::scan;

    #[test]
    fn the_table_of_sets_is_sorted_and_every_set_is() {
        for row in rows(SETS_OF_WORDS) {
            assert!(row[1].split(' ').is_sorted_by(|a, b| a < b), "{}", row[0]);
        }
    }

    /// The text of every source file in a directory and below.
    fn sources(directory: &Path, out: &mut String) {
        for entry in fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                sources(&entry, out);
            } else if entry.extension().is_some_and(|e| e == "rs") {
                *out += &fs::read_to_string(&entry).unwrap();
            }
        }
    }

    #[test]
    fn modules_ask_for_the_sets_of_the_table_and_no_others() {
        let mut code = String::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
        let unasked = |name: &&str| !code.contains(&format!("\"{name}\""));
        assert_eq!(TABLE.sets.iter().map(|(name, _)| *name).find(unasked), None);
        let asked = |line: &str| {
            let (constant, name) = line.trim().strip_suffix("\";")?.split_once(": \"")?;
            let (_, bit) = constant.split_once(" = ")?;
            bit.parse::<u32>().is_ok().then(|| name.to_owned())
        };
        let missing = |name: &String| TABLE.sets.binary_search_by_key(&name.as_str(), |(set, _)| set).is_err();
        assert_eq!(code.lines().filter_map(asked).find(missing), None);
    }

    #[test]
    fn sets_of_the_table_hold_its_words() {
        let sets = WordSets::named(&[("prize", 1), ("street", 2)]);
        let get = |w: &str| sets.get(lexicon().words.id(w));
        assert_eq!(["medal", "boulevard", "of"].map(get), [1, 2, 0]);
    }

    #[test]
    fn a_word_may_be_in_several_sets() {
        let sets = WordSets::named(&[("law", 1), ("prize", 2)]);
        assert_eq!(["court", "act", "medal", "zyxwvs"].map(|w| sets.get(lexicon().words.id(w))), [1, 3, 2, 0]);
        assert!(sets.holds("act", 2) && !sets.holds("court", 2) && !sets.holds("", 3));
    }

    #[test]
    fn a_token_is_in_a_set_whatever_its_case() {
        let sets = WordSets::named(&[("law", 1)]);
        let text = "The Court's court COURT, 7";
        let all = scan(text, &lexicon().words);
        let tokens = Tokens { text, all: &all };
        let found: Vec<&str> = (0..9).filter(|i| tokens.is_in(*i, &sets, 1)).map(|i| tokens.str(i)).collect();
        assert_eq!(found, ["Court", "court", "COURT"]);
    }

    #[test]
    fn a_set_that_the_table_does_not_have_is_none() {
        assert!(row("zyxwvs").is_none() && row("prize").is_some_and(|words| words.contains("medal")));
    }
}
