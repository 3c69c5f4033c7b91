//! The words of the sentences of a story, and what two sentences have in common. Many outlets print one sentence, and several kinds of
//! claims stand in it: its words are read once, and two sentences are compared once.

use std::cell::RefCell;
use std::hash::{BuildHasher, Hasher};
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::subsequence::common;

/// Words of a run.
const RUN: usize = 3;
/// Hashes kept of a sentence.
const SKETCH: usize = 4;
/// The most words of a sentence that are looked at.
const LONGEST: usize = 96;

/// The words of a sentence.
pub struct Wording {
    number: usize,
    pub words: Vec<Word>,
    pub hashes: Vec<u32>,
    /// The same in order.
    pub sorted: Vec<u32>,
    /// Where each word stands, in code points from the beginning of the sentence.
    pub spans: Vec<Range<u32>>,
    /// The smallest hashes of its runs of words (the sketch of Broder 1997), in order.
    pub sketch: Vec<u64>,
}

/// A word of a sentence.
#[derive(Clone, Copy)]
pub struct Word {
    hash: u32,
    pub kind: WordKind,
}

/// What a word is, as far as comparing sentences asks.
#[derive(Clone, Copy, PartialEq)]
pub enum WordKind {
    Number,
    Name,
    Other,
}

/// The places of the shared words in both of two sentences, in order.
pub type Shared = Rc<[(usize, usize)]>;

/// What was read so far.
#[derive(Default)]
pub struct Wordings<'a> {
    read: RefCell<FxHashMap<&'a str, Rc<Wording>>>,
    shared: RefCell<FxHashMap<(usize, usize), Shared>>,
}

impl<'a> Wordings<'a> {
    pub fn of(&self, sentence: &'a str) -> Rc<Wording> {
        let mut read = self.read.borrow_mut();
        let number = read.len();
        read.entry(sentence).or_insert_with(|| Rc::new(Wording::new(number, sentence))).clone()
    }

    /// The longest common subsequence of two sentences.
    pub fn shared(&self, x: &Wording, y: &Wording) -> Shared {
        let find = || common(&x.hashes, &y.hashes).into();
        self.shared.borrow_mut().entry((x.number, y.number)).or_insert_with(find).clone()
    }
}

impl Wording {
    pub fn new(number: usize, sentence: &str) -> Self {
        let (words, spans): (Vec<Word>, Vec<Range<u32>>) = words(sentence).take(LONGEST).unzip();
        let hashes: Vec<u32> = words.iter().map(|w| w.hash).collect();
        let mut sorted = hashes.clone();
        sorted.sort_unstable();
        Wording { number, words, sketch: sketch(&hashes), hashes, sorted, spans }
    }

    /// Which words lie between two places, in code points from the beginning of the sentence.
    pub fn between(&self, start: i64, end: i64) -> Range<usize> {
        self.spans.partition_point(|s| i64::from(s.end) <= start)..self.spans.partition_point(|s| i64::from(s.start) < end)
    }
}

fn sketch(words: &[u32]) -> Vec<u64> {
    let run = |w: &[u32]| {
        let mut h = FxBuildHasher.build_hasher();
        w.iter().for_each(|w| h.write_u32(*w));
        h.finish()
    };
    let mut hashes: Vec<u64> = words.windows(RUN).map(run).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(SKETCH);
    hashes
}

/// Runs of letters and digits, each with its span in code points.
fn words(text: &str) -> impl Iterator<Item = (Word, Range<u32>)> + '_ {
    let mut chars = text.chars().zip(0..).peekable();
    let mut first = true;
    std::iter::from_fn(move || {
        while chars.next_if(|(c, _)| !c.is_alphanumeric()).is_some() {}
        let &(initial, from) = chars.peek()?;
        let (mut h, mut to, mut digit) = (FxBuildHasher.build_hasher(), from, false);
        while let Some((c, at)) = chars.next_if(|(c, _)| c.is_alphanumeric()) {
            c.to_lowercase().for_each(|l| h.write_u32(l as u32));
            digit |= c.is_ascii_digit();
            to = at + 1;
        }
        let kind = if digit {
            WordKind::Number
        } else if initial.is_uppercase() && !first {
            WordKind::Name
        } else {
            WordKind::Other
        };
        first = false;
        Some((Word { hash: h.finish() as u32, kind }, from..to))
    })
}
