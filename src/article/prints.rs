//! Hashes by which copied passages are seen later without the text.

use std::ops::Range;

use super::words::{WordList, runs, winnow};
use super::{Block, Sentence, bears_claims};
use crate::claim::{BlockRole, Prints};

/// Every passage of `WINDOW + RUN - 1` = 12 words leaves at least one hash, and equal passages leave equal ones.
const WINDOW: usize = 8;

/// The prints of all sentences that tell something for the first time; the others (furniture, duplicates) have length 0.
pub fn of(words: &WordList, blocks: &[Block], sentences: &[Sentence]) -> Prints {
    let mut lengths = Vec::with_capacity(sentences.len());
    let mut told: Vec<Range<usize>> = Vec::new();
    for s in sentences {
        let role = blocks[s.block].role;
        let range = if bears_claims(role) && role != BlockRole::Duplicate { words.of(s.tokens.clone()) } else { 0..0 };
        lengths.push(range.len() as u32);
        match told.last_mut() {
            _ if range.is_empty() => {}
            Some(last) if last.end == range.start => last.end = range.end,
            _ => told.push(range),
        }
    }
    let mut prints = Vec::with_capacity(words.hashes.len() / 4);
    let keep = |at: usize, hash| prints.push((at as u32, hash));
    match &told[..] {
        // the usual case: nothing is repeated, and the runs are known
        [all] => winnow::<WINDOW>(words.runs(all.clone()), keep),
        parts => {
            let all: Vec<u32> = parts.iter().flat_map(|part| &words.hashes[part.clone()]).copied().collect();
            winnow::<WINDOW>(&runs(&all), keep);
        }
    }
    Prints { lengths, runs: prints }
}
