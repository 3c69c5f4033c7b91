//! What stands in the quotations of a story, read once for all articles that print the same words, and what two of them share.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::spelling::spelled_out;
use super::versions::align;
use super::words::{Words, is_content};
use crate::claim::Short;
use crate::lexicon::stem;
use crate::text::fnv::fnv64;

/// The words of a quotation.
pub struct Utterance {
    /// Equal for quotations of one text.
    pub number: usize,
    pub words: Words,
    /// A number for each word, by which words are compared, and whether it is one of content.
    pub numbers: Vec<u32>,
    pub content: Vec<bool>,
    /// A number for each three words in a row.
    pub runs: Vec<u64>,
    /// Stems of its content words.
    pub stems: Vec<Short>,
    /// The same for each of its sentences and clauses.
    pub segments: Vec<Vec<Short>>,
}

/// What two quotations have in common.
#[derive(Clone, Copy)]
pub struct Common {
    /// Words of the shorter one.
    pub shorter: usize,
    /// Words of content that both have in one order.
    pub content: usize,
    /// The part of the shorter one that both have in one order.
    pub aligned: f32,
}

/// What was read so far.
#[derive(Default)]
pub struct Utterances<'a> {
    read: FxHashMap<&'a str, Rc<Utterance>>,
    numbers: FxHashMap<String, u32>,
    common: RefCell<FxHashMap<(usize, usize), Common>>,
}

impl<'a> Utterances<'a> {
    pub fn of(&mut self, text: &'a str) -> Rc<Utterance> {
        if let Some(known) = self.read.get(text) {
            return known.clone();
        }
        let words = Words::of(text);
        let utterance = Rc::new(Utterance {
            number: self.read.len(),
            numbers: words.words.iter().map(|w| self.number(w)).collect(),
            content: words.words.iter().map(|w| is_content(w)).collect(),
            runs: words.words.windows(3).map(|w| hash(&[&w[0], &w[1], &w[2]])).collect(),
            stems: stems(&words),
            segments: spelled_out(text).split(['.', '?', '!', ';', ',', '—']).map(|s| stems(&Words::of(s))).collect(),
            words,
        });
        self.read.insert(text, utterance.clone());
        utterance
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(word.to_owned()).or_insert(next)
    }

    pub fn common(&self, a: &Utterance, b: &Utterance) -> Common {
        *self.common.borrow_mut().entry((a.number, b.number)).or_insert_with(|| Common::of(a, b))
    }
}

impl Common {
    fn of(a: &Utterance, b: &Utterance) -> Self {
        let shorter = a.numbers.len().min(b.numbers.len());
        let pairs = align(&a.numbers, &b.numbers);
        let content = pairs.iter().filter(|p| a.content[p.0]).count();
        Common { shorter, content, aligned: pairs.len() as f32 / shorter.max(1) as f32 }
    }
}

fn stems(words: &Words) -> Vec<Short> {
    words.content().map(|w| Short::from(&*stem(w))).collect()
}

/// A number for some words in a row.
pub fn hash(words: &[&str]) -> u64 {
    fnv64(words.iter().flat_map(|w| w.bytes().chain([0])))
}
