//! A hash for each word of a text and for runs of words, by which repeated and copied passages are found.

use crate::lexicon::lexicon;
use crate::text::{Kind, Token};

/// The words of a text without what stands between them.
pub struct WordList {
    /// The hash of each word, folded.
    pub hashes: Vec<u32>,
    /// The token that each word is.
    pub tokens: Vec<u32>,
    /// See [`runs`].
    runs: Vec<u32>,
}

impl WordList {
    /// Hashes all words of a text.
    pub fn new(text: &str, tokens: &[Token]) -> WordList {
        let lexicon = lexicon();
        let (mut hashes, mut places) = (Vec::with_capacity(tokens.len()), Vec::with_capacity(tokens.len()));
        for (i, t) in tokens.iter().enumerate() {
            if matches!(t.kind, Kind::Word | Kind::Number | Kind::Address) {
                hashes.push(lexicon.hash(t, text));
                places.push(i as u32);
            }
        }
        WordList { runs: runs(&hashes), hashes, tokens: places }
    }

    /// The hashes of the runs that lie in a range of words.
    pub fn runs(&self, words: std::ops::Range<usize>) -> &[u32] {
        let end = (words.end + 1).saturating_sub(RUN).max(words.start).min(self.runs.len());
        &self.runs[words.start.min(end)..end]
    }

    /// The words among these tokens.
    pub fn of(&self, tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let at = |token: usize| self.tokens.partition_point(|t| (*t as usize) < token);
        at(tokens.start)..at(tokens.end)
    }
}

/// Words in a run that is hashed.
pub const RUN: usize = 5;

/// Some of the runs of [`RUN`] words, by their hashes in order, chosen so that every passage of `WINDOW + RUN - 1` words has one, and so
/// that equal passages have the same ones (winnowing: Schleimer, Wilkerson, Aiken 2003). Calls `found` with the place and the hash of each.
pub fn winnow<const WINDOW: usize>(runs: &[u32], mut found: impl FnMut(usize, u32)) {
    let (mut at, mut least) = (0, u32::MAX);
    for (i, hash) in runs.iter().enumerate() {
        let expired = i == 0 || at + WINDOW <= i;
        let changed = expired || *hash < least;
        if expired {
            (at, least) = last_least(&runs[..=i], (i + 1).saturating_sub(WINDOW));
        } else if changed {
            (at, least) = (i, *hash);
        }
        let tells = if i + 1 > WINDOW { changed } else { i + 1 == WINDOW || i + 1 == runs.len() };
        if tells {
            found(at, least);
        }
    }
}

/// The least of some hashes from place `from` on, of equal ones the last.
fn last_least(runs: &[u32], from: usize) -> (usize, u32) {
    let mut least = (from, u32::MAX);
    for (i, hash) in runs[from..].iter().enumerate() {
        if *hash <= least.1 {
            least = (from + i, *hash);
        }
    }
    least
}

/// The hashes of all runs of words, from the hashes of the words.
pub fn runs(words: &[u32]) -> Vec<u32> {
    words.windows(RUN).map(run).collect()
}

/// The hash of a run of words.
fn run(words: &[u32]) -> u32 {
    let mix = words.iter().fold(0, |h: u64, w| (h.rotate_left(23) ^ *w as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (mix >> 32) as u32
}
