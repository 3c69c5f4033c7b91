//! A hash for each word of a text and for runs of words, by which repeated and copied passages are found.

use crate::lexicon::lexicon;
use crate::text::{Kind, Token};

/// The words of a text without what stands between them.
pub struct WordList {
    pub hashes: Vec<u32>,
    /// The token that each word is.
    pub tokens: Vec<u32>,
}

impl WordList {
    pub fn new(text: &str, tokens: &[Token]) -> WordList {
        let lexicon = lexicon();
        let mut out = WordList { hashes: Vec::with_capacity(tokens.len()), tokens: Vec::with_capacity(tokens.len()) };
        for (i, t) in tokens.iter().enumerate() {
            if matches!(t.kind, Kind::Word | Kind::Number | Kind::Address) {
                out.hashes.push(lexicon.hash(t, text));
                out.tokens.push(i as u32);
            }
        }
        out
    }

    /// The words among these tokens.
    pub fn of(&self, tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let at = |token: usize| self.tokens.partition_point(|t| (*t as usize) < token);
        at(tokens.start)..at(tokens.end)
    }
}

/// Words in a run that is hashed.
pub const RUN: usize = 5;

/// Some of the runs of [`RUN`] words, chosen so that every passage of `WINDOW + RUN - 1` words has one, and so that equal passages have
/// the same ones (winnowing: Schleimer, Wilkerson, Aiken 2003). Calls `found` with the first word and the hash of each.
pub fn winnow<const WINDOW: usize>(words: &[u32], mut found: impl FnMut(usize, u32)) {
    let runs = words.len().saturating_sub(RUN - 1);
    let mut ring = [(u32::MAX, 0usize); WINDOW];
    let mut least = (u32::MAX, usize::MAX);
    for i in 0..runs {
        let this = (run(&words[i..i + RUN]), i);
        ring[i % WINDOW] = this;
        let expired = least.1 == usize::MAX || least.1 + WINDOW <= i;
        if this.0 < least.0 || expired {
            let in_window = &ring[..WINDOW.min(i + 1)];
            let new = if expired { in_window.iter().copied().min_by_key(|(h, at)| (*h, usize::MAX - at)).unwrap_or(this) } else { this };
            least = new;
            if i + 1 >= WINDOW || i + 1 == runs {
                found(least.1, least.0);
            }
        } else if i + 1 == WINDOW || (i + 1 == runs && runs < WINDOW) {
            found(least.1, least.0);
        }
    }
}

/// The hash of a run of words from the hashes of its words.
pub fn run(words: &[u32]) -> u32 {
    let mix = words.iter().fold(0, |h: u64, w| (h.rotate_left(23) ^ *w as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (mix >> 32) as u32
}
