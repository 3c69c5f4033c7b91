//! Hashes by which copied passages are seen later without the text.

use super::words::{WordList, winnow};
use super::{Block, Sentence, bears_claims};
use crate::claim::{BlockRole, Prints};

/// Every passage of `WINDOW + RUN - 1` = 12 words leaves at least one hash, and equal passages leave equal ones.
const WINDOW: usize = 8;

/// The prints of all sentences that tell something for the first time; the others (furniture, duplicates) have length 0.
pub fn of(words: &WordList, blocks: &[Block], sentences: &[Sentence]) -> Prints {
    let mut lengths = Vec::with_capacity(sentences.len());
    let mut counted = Vec::with_capacity(words.hashes.len());
    for s in sentences {
        let role = blocks[s.block].role;
        let range = if bears_claims(role) && role != BlockRole::Duplicate { words.of(s.tokens.clone()) } else { 0..0 };
        lengths.push(range.len() as u32);
        counted.extend_from_slice(&words.hashes[range]);
    }
    let mut runs = Vec::with_capacity(counted.len() / 4);
    winnow::<WINDOW>(&counted, |at, hash| runs.push((at as u32, hash)));
    Prints { lengths, runs }
}
