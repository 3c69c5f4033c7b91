//! What an article is about: its most telling words, weighed.
//!
//! A word weighs more the fewer articles have it (tf-idf: Spärck Jones 1972, Salton and Buckley 1988). A small folder says little about
//! how rare a word is, so that some articles are imagined beside those that are there: in them an ordinary word is frequent, and one
//! that no dictionary has, mostly a name, is rare.

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::claim::{BlockRole, SourceSentence};
use crate::lexicon::{class, lexicon};
use crate::text::fnv::fnv32;
use crate::text::fold::fold_char;
use crate::text::{Classes, Words};

/// Articles imagined beside those given, and the share of them that has an ordinary word, and one that no dictionary has.
const IMAGINED: f32 = 200.0;
const ORDINARY: f32 = 0.05;
const UNKNOWN: f32 = 0.002;
/// By how many first letters words are compared, so that forms of one word are equal.
const LETTERS: usize = 6;
/// Shorter words tell nothing.
const SHORTEST: usize = 3;
/// How many words of an article are kept, those with the highest weights.
const KEPT: usize = 64;

/// Words that say nothing of what a text is about.
const EMPTY: Classes = class::FUNCTION.and(class::NEGATION).and(class::CUE);

/// A word by its first letters, as a hash.
pub type Word = u32;

/// The words of an article in order of their hashes, with weights whose squares add up to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topic {
    pub words: Vec<(Word, f32)>,
}

impl Topic {
    /// The `n` weightiest words.
    pub fn weightiest(&self, n: usize) -> Vec<Word> {
        let mut words = self.words.clone();
        heaviest_first(&mut words);
        words.into_iter().take(n).map(|(word, _)| word).collect()
    }
}

/// Places for the weights of one article's words: four times as many as there can be words, so that most are found at the first look.
const PLACES: usize = 4 * KEPT;

/// The words of one article as a table for looking up those of many others.
pub struct Weights {
    /// Each word at its hash or in the next free place; a free place weighs nothing.
    places: [(Word, f32); PLACES],
}

impl Weights {
    pub fn new(topic: &Topic) -> Self {
        let mut places = [(0, 0.0); PLACES];
        for (word, weight) in topic.words.iter().take(KEPT) {
            let at = Self::place(&places, *word);
            places[at] = (*word, *weight);
        }
        Weights { places }
    }

    /// Where a word stands, or would.
    fn place(places: &[(Word, f32); PLACES], word: Word) -> usize {
        let mut at = word as usize % PLACES;
        while places[at].1 != 0.0 && places[at].0 != word {
            at = (at + 1) % PLACES;
        }
        at
    }

    /// How much another article is about the same words: from 0 to 1 (the cosine of the angle between the two).
    pub fn likeness(&self, other: &Topic) -> f32 {
        other.words.iter().map(|(word, weight)| weight * self.places[Self::place(&self.places, *word)].1).sum()
    }
}

fn heaviest_first(words: &mut [(Word, f32)]) {
    words.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
}

/// A word of one article: how often it stands there, and whether it is an ordinary one.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "(Word, u16, bool)", into = "(Word, u16, bool)")]
pub struct Counted {
    word: Word,
    times: u16,
    ordinary: bool,
}

impl From<(Word, u16, bool)> for Counted {
    fn from((word, times, ordinary): (Word, u16, bool)) -> Self {
        Counted { word, times, ordinary }
    }
}

impl From<Counted> for (Word, u16, bool) {
    fn from(c: Counted) -> Self {
        (c.word, c.times, c.ordinary)
    }
}

/// In how many articles a word stands, and whether it is an ordinary one.
#[derive(Clone, Copy, Default)]
struct Spread {
    articles: u32,
    ordinary: bool,
}

/// The topics of articles from their words, in their order.
pub fn topics(counted: &[&[Counted]]) -> Vec<Topic> {
    let spread = spread(counted);
    counted.par_iter().map(|words| topic(words, &spread, counted.len())).collect()
}

fn spread(counted: &[&[Counted]]) -> FxHashMap<Word, Spread> {
    let mut spread: FxHashMap<Word, Spread> = FxHashMap::default();
    for c in counted.iter().copied().flatten() {
        let s = spread.entry(c.word).or_default();
        s.articles += 1;
        s.ordinary |= c.ordinary;
    }
    spread
}

fn topic(words: &[Counted], spread: &FxHashMap<Word, Spread>, articles: usize) -> Topic {
    let all = IMAGINED + articles as f32;
    let weight = |c: &Counted| {
        let s = spread.get(&c.word).copied().unwrap_or_default();
        let imagined = IMAGINED * if s.ordinary { ORDINARY } else { UNKNOWN };
        (1.0 + (c.times as f32).ln()) * (all / (imagined + s.articles as f32)).ln().max(0.0)
    };
    let mut words: Vec<(Word, f32)> = words.iter().map(|c| (c.word, weight(c))).filter(|(_, weight)| *weight > 0.0).collect();
    heaviest_first(&mut words);
    words.truncate(KEPT);
    words.sort_unstable_by_key(|(word, _)| *word);
    let length = words.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    words.iter_mut().for_each(|(_, weight)| *weight /= length);
    Topic { words }
}

/// The words of all sentences that tell something, each once.
pub fn count(sentences: &[SourceSentence]) -> Vec<Counted> {
    let mut found: FxHashMap<Word, (u16, bool)> = FxHashMap::default();
    let mut letters = String::new();
    for s in sentences.iter().filter(|s| tells(s.block)) {
        for word in s.text.split(|c: char| !c.is_alphanumeric()) {
            letters.clear();
            word.chars().for_each(|c| fold_char(c, &mut letters));
            if letters.len() < SHORTEST {
                continue;
            }
            let classes = lexicon().words.look_up(&letters).1;
            if !classes.any(EMPTY) {
                let entry = found.entry(hash(&letters)).or_default();
                *entry = (entry.0.saturating_add(1), entry.1 | classes.any(class::COMMON));
            }
        }
    }
    found.into_iter().map(|(word, (times, ordinary))| Counted { word, times, ordinary }).collect()
}

fn tells(block: BlockRole) -> bool {
    !matches!(block, BlockRole::Boilerplate | BlockRole::Comment | BlockRole::Byline | BlockRole::Dateline | BlockRole::Duplicate)
}

/// Of the first letters, so that the forms of a word are one.
fn hash(letters: &str) -> Word {
    fnv32(letters.chars().take(LETTERS).map(u32::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Counted> {
        count(&[SourceSentence { start: 0, end: 0, byte_start: 0, line: 1, column: 1, block: BlockRole::Body, text: text.into() }])
    }

    #[test]
    fn names_tell_more_than_ordinary_words_and_forms_of_a_word_are_one() {
        let texts = ["The ferry Kallisti burned near Naxos", "On Naxos the Kallisti was burning", "The harbour burned near the market"];
        let counted = texts.map(words);
        let topics = topics(&counted.each_ref().map(Vec::as_slice));
        let [itself, same, other] = [0, 1, 2].map(|i| Weights::new(&topics[0]).likeness(&topics[i]));
        assert!(same > 0.7 && other < 0.3 && other > 0.0, "{same} {other}");
        assert!((itself - 1.0).abs() < 1e-6);
        assert_eq!(topics[0].weightiest(2).len(), 2);
    }

    #[test]
    fn a_text_without_words_is_about_nothing() {
        let counted = ["… — !", "of the and"].map(words);
        assert_eq!(topics(&counted.each_ref().map(Vec::as_slice)), [Topic::default(), Topic::default()]);
    }
}
