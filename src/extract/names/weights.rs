//! The one table of weights: what each feature says for each kind.

use std::sync::LazyLock;

use super::context::{LEFTS, RIGHTS};
use super::feature::{PROPS, Props, RECALLS, SHAPES};
use crate::lexicon::{cells, cut, lexicon, lines};
use crate::text::{PUNCT, Token, WordId};

/// What a segment can be. `None` is a word that is no name, `Other` a name of something else (an event, a law, a work).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    None,
    Person,
    Place,
    Organisation,
    People,
    Other,
}

/// All labels, in the order of the columns of the tables.
pub const LABELS: [Label; 6] = [Label::None, Label::Person, Label::Place, Label::Organisation, Label::People, Label::Other];
/// Room for the scores of all labels, a power of two.
pub const WIDTH: usize = 8;

/// The groups of features, in the order of a segment's feature sets.
pub const GROUPS: [(&str, &[&str]); 8] = [
    ("only", PROPS),
    ("first", PROPS),
    ("inner", PROPS),
    ("last", PROPS),
    ("shape", SHAPES),
    ("left", LEFTS),
    ("right", RIGHTS),
    ("recall", RECALLS),
];

/// Where the sets of features stand among the groups.
pub mod group {
    pub const ONLY: usize = 0;
    pub const FIRST: usize = 1;
    pub const INNER: usize = 2;
    pub const LAST: usize = 3;
    pub const SHAPE: usize = 4;
    pub const LEFT: usize = 5;
    pub const RIGHT: usize = 6;
    pub const RECALL: usize = 7;
}

/// Places of a segment and its surroundings whose very words weigh: its only, first and last word, the tokens before and behind it.
pub const SLOTS: [&str; 7] = ["only", "first", "last", "before", "before2", "behind", "behind2"];

/// Where the words stand among the slots.
pub mod slot {
    pub const ONLY: usize = 0;
    pub const FIRST: usize = 1;
    pub const LAST: usize = 2;
    pub const BEFORE: usize = 3;
    pub const BEFORE2: usize = 4;
    pub const BEHIND: usize = 5;
    pub const BEHIND2: usize = 6;
}

/// The number by which a token weighs: that of its word or mark, 0 for none. Quotation marks of all shapes weigh what straight ones do.
pub fn weighed(token: Option<&Token>) -> WordId {
    let Some(token) = token else { return 0 };
    match token.punct() {
        Some('“' | '”' | '„' | '«' | '»') => PUNCT + '"' as WordId,
        Some('‘' | '’' | '‚') => PUNCT + '\'' as WordId,
        _ => token.word,
    }
}

/// The features of a segment: a set for each of [`GROUPS`], a word (or mark, or 0) for each of [`SLOTS`].
#[derive(Clone, Default)]
pub struct Features {
    pub sets: [Props; GROUPS.len()],
    pub words: [WordId; SLOTS.len()],
}

/// The weight of each label, or a sum of such.
pub type Scores = [i16; WIDTH];

/// The score of a label that a segment cannot have: below every sum of weights, and far enough from the least number to have some added.
pub const NEVER: i16 = -28_000;

/// A weight for each feature and label.
pub struct Weights {
    pub features: [Scores; GROUPS.len() * 64],
    pub words: WordWeights,
}

/// Weights by word (or mark) and slot. All candidates ask for seven of them, so words lead to their rows without hashing.
#[derive(Default)]
pub struct WordWeights {
    /// By [`WordWeights::place`]: an index into `slots`, from 1; 0 for a word that weighs nothing.
    numbers: Vec<u32>,
    /// By slot: an index into `rows`, from 1; 0 for none.
    slots: Vec<[u32; SLOTS.len()]>,
    rows: Vec<Scores>,
}

impl WordWeights {
    /// Sets the weights of a word in a slot.
    pub fn insert(&mut self, slot: usize, word: WordId, scores: Scores) {
        let place = WordWeights::place(word);
        if self.numbers.len() <= place {
            self.numbers.resize((place + 1).next_power_of_two(), 0);
        }
        if self.numbers[place] == 0 {
            self.slots.push([0; SLOTS.len()]);
            self.numbers[place] = self.slots.len() as u32;
        }
        self.rows.push(scores);
        self.slots[self.numbers[place] as usize - 1][slot] = self.rows.len() as u32;
    }

    /// The weights of a word in a slot.
    pub fn get(&self, slot: usize, word: WordId) -> Option<&Scores> {
        let number = *self.numbers.get(WordWeights::place(word))?;
        let slots = self.slots.get((number as usize).checked_sub(1)?)?;
        self.rows.get((slots[slot] as usize).checked_sub(1)?)
    }

    /// Slot, word (or mark) and weights of every row.
    pub fn iter(&self) -> impl Iterator<Item = (usize, WordId, &Scores)> {
        let known = self.numbers.iter().enumerate().filter(|(_, number)| **number > 0);
        known.flat_map(move |(place, number)| {
            let word = place as WordId / 2 + if place % 2 == 0 { 0 } else { PUNCT };
            let rows = self.slots[*number as usize - 1].iter().enumerate().filter(|(_, row)| **row > 0);
            rows.map(move |(slot, row)| (slot, word, &self.rows[*row as usize - 1]))
        })
    }

    /// Words stand at even places, marks at odd ones.
    fn place(word: WordId) -> usize {
        if word < PUNCT { word as usize * 2 } else { (word - PUNCT) as usize * 2 + 1 }
    }
}

/// Lines `group.feature`, then a weight for each label in order. Features without a line weigh nothing.
const TABLE: &str = include_str!("weights.tsv");
/// Lines of a slot, a word, then a weight for each label in order.
const WORDS: &str = include_str!("word_weights.tsv");

static WEIGHTS: LazyLock<Box<Weights>> = LazyLock::new(|| Box::new(Weights::read(TABLE, WORDS)));

/// The weights of the program.
pub fn weights() -> &'static Weights {
    &WEIGHTS
}

impl Weights {
    /// From the text of the tables.
    pub fn read(features: &'static str, words: &'static str) -> Self {
        let mut all = Weights { features: [[0; WIDTH]; GROUPS.len() * 64], words: WordWeights::default() };
        for line in lines(features) {
            let (name, weights) = cut(line, b'\t');
            let Some(index) = index_of(name) else { panic!("weights.tsv: no feature {name}") };
            all.features[index] = scores(weights.unwrap_or(""));
        }
        for line in lines(words) {
            let (slot, rest) = cut(line, b'\t');
            let (word, weights) = cut(rest.unwrap_or(""), b'\t');
            if let (Some(slot), Some(word)) = (SLOTS.iter().position(|s| *s == slot), word_id(word)) {
                all.words.insert(slot, word, scores(weights.unwrap_or("")));
            }
        }
        all
    }

    /// Adds the weights of a set of features of one of [`GROUPS`].
    #[inline]
    pub fn add(&self, sum: &mut Scores, group: usize, set: Props) {
        let (rows, _) = self.features[group * 64..].as_chunks::<64>();
        let Some(rows) = rows.first() else { return };
        let (mut bits, mut all) = (set.0, *sum);
        while bits != 0 {
            add(&mut all, &rows[bits.trailing_zeros() as usize & 63]);
            bits &= bits - 1;
        }
        *sum = all;
    }

    /// Adds what a word (or mark, or 0) weighs at one of [`SLOTS`].
    pub fn add_word(&self, sum: &mut Scores, slot: usize, word: WordId) {
        if let Some(row) = self.words.get(slot, word) {
            add(sum, row);
        }
    }
}

/// Adds the scores of every label. No sum of weights overflows (see [`NEVER`]), and without a check for that it is one instruction.
#[inline]
pub fn add(sum: &mut Scores, row: &Scores) {
    for (s, w) in sum.iter_mut().zip(row) {
        *s = s.wrapping_add(*w);
    }
}

fn scores(line: &'static str) -> Scores {
    let mut row = [0; WIDTH];
    for (weight, text) in row.iter_mut().zip(cells(line, b'\t')) {
        *weight = text.parse().unwrap_or(0);
    }
    row
}

/// The number of a word of the lexicon, or of a mark.
fn word_id(word: &str) -> Option<WordId> {
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_alphanumeric() => Some(PUNCT + c as u32),
        _ => Some(lexicon().words.id(word)).filter(|id| *id != 0),
    }
}

fn index_of(name: &str) -> Option<usize> {
    let (group, feature) = name.split_once('.')?;
    let number = GROUPS.iter().position(|(g, _)| *g == group)?;
    let bit = GROUPS[number].1.iter().position(|f| *f == feature)?;
    Some(number * 64 + bit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;
    use crate::text::fnv::fnv64;

    #[test]
    fn every_line_of_the_weights_belongs_to_a_feature_of_the_program() {
        let unknown: Vec<&str> = rows(TABLE).map(|row| row[0]).filter(|name| index_of(name).is_none()).collect();
        assert_eq!(unknown, Vec::<&str>::new());
        let unplaced: Vec<&str> = rows(WORDS).map(|row| row[0]).filter(|slot| !SLOTS.contains(slot)).collect();
        assert_eq!(unplaced, Vec::<&str>::new());
    }

    #[test]
    fn no_sum_of_weights_comes_near_that_of_what_cannot_be() {
        let all = Weights::read(TABLE, WORDS);
        let least = |label: usize| {
            let features: i32 = all.features.iter().map(|row| (row[label] as i32).min(0)).sum();
            let mut words = [0; SLOTS.len()];
            all.words.iter().for_each(|(slot, _, row)| words[slot] = words[slot].min(row[label] as i32));
            features + words.iter().sum::<i32>()
        };
        assert!((0..LABELS.len()).all(|label| least(label) > NEVER as i32 + 4_000));
    }

    /// The features that were there when the weights were learned, and the weights, by hash: whoever changes one must learn the other
    /// again.
    #[test]
    fn the_weights_were_learned_for_these_features() {
        let names: String =
            GROUPS.iter().flat_map(|(group, names)| [*group].into_iter().chain(names.iter().copied())).chain(SLOTS).collect();
        assert_eq!(
            [&names, TABLE, WORDS].map(|text| fnv64(text.bytes())),
            [0x5607_82a6_3175_8e11, 0xca69_ab35_6c6e_8e0f, 0x5841_8bda_9d65_dc62]
        );
    }
}
