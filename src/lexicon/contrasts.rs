//! Families of words that exclude each other for one thing: a brother is no father, and a fire set by a candle was not set by a heater.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{cells, cut, lexicon, lines};

const TABLE: &str = include_str!("contrasts.tsv");

/// Where two sentences must have the same words for two words of a family to contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    Noun,
    Adjective,
    Between,
    Verb,
}

/// A family of words.
#[derive(Debug)]
pub struct Family {
    /// Its name for readers.
    pub name: &'static str,
    pub stand: Stand,
}

/// A word in a family: two words of one family and unlike cells contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The number of the family.
    pub family: u16,
    /// Its cells in the row of the family, as bits: words with a common bit may be one thing, as `gun` and `rifle`.
    pub kinds: u64,
}

impl Cell {
    pub fn contrasts(self, other: Cell) -> bool {
        self.family == other.family && self.kinds & other.kinds == 0
    }
}

struct Contrasts {
    families: Vec<Family>,
    by_word: FxHashMap<&'static str, Vec<Cell>>,
}

/// Read on first use, since only comparisons of articles need it.
static CONTRASTS: LazyLock<Contrasts> = LazyLock::new(Contrasts::load);

/// The families of a word in lower case; a noun may be in the plural.
pub fn of(lower: &str) -> &'static [Cell] {
    let all = &*CONTRASTS;
    let cells = |word: &str| all.by_word.get(word).map(Vec::as_slice);
    let plurals = &lexicon().plurals;
    let singular = || plurals.is_plural(lower).then(|| plurals.singular(lower)).and_then(|word| cells(&word));
    cells(lower).or_else(singular).unwrap_or(&[])
}

/// A family of this name is one of verbs.
pub fn is_of_verbs(name: &str) -> bool {
    CONTRASTS.families.iter().any(|f| f.name == name && f.stand == Stand::Verb)
}

pub fn family(cell: Cell) -> &'static Family {
    &CONTRASTS.families[cell.family as usize]
}

impl Contrasts {
    fn load() -> Self {
        let mut all = Contrasts { families: Vec::new(), by_word: FxHashMap::default() };
        for line in lines(TABLE) {
            let (head, list) = cut(line, b'\t');
            let (name, stand) = cut(head, b'/');
            all.families.push(Family { name, stand: stand_of(stand) });
            let words = list.into_iter().flat_map(|list| cells(list, b' ')).enumerate();
            words.flat_map(|(kind, cell)| cells(cell, b'|').map(move |word| (kind, word))).for_each(|(kind, word)| all.add(word, kind));
        }
        all
    }

    /// Adds a word to the family that is being read.
    fn add(&mut self, word: &'static str, kind: usize) {
        let family = self.families.len() as u16 - 1;
        let list = self.by_word.entry(word).or_default();
        match list.iter_mut().find(|c| c.family == family) {
            Some(cell) => cell.kinds |= 1 << kind,
            None => list.push(Cell { family, kinds: 1 << kind }),
        }
    }
}

fn stand_of(name: Option<&str>) -> Stand {
    match name {
        Some("noun") => Stand::Noun,
        Some("adjective") => Stand::Adjective,
        Some("between") => Stand::Between,
        Some("verb") => Stand::Verb,
        _ => panic!("contrasts.tsv: {name:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(a: &str, b: &str) -> bool {
        of(a).iter().any(|x| of(b).iter().any(|y| x.contrasts(*y)))
    }

    #[test]
    fn the_table_is_sorted_and_its_families_have_two_kinds() {
        assert!(lines(TABLE).is_sorted_by(|a, b| a < b));
        assert!(lines(TABLE).all(|l| (1..64).contains(&l.matches(' ').count()) && l == l.to_lowercase()));
    }

    #[test]
    fn words_of_one_family_contrast_unless_they_may_be_one_thing() {
        assert!(contrast("brother", "father") && contrast("rifles", "pistol") && contrast("candle", "heater"));
        assert!(!contrast("gun", "rifle") && !contrast("brother", "brothers") && !contrast("brother", "candle"));
        assert!(!contrast("truck", "lorries"));
    }
}
