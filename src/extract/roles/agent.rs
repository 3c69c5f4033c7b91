//! Nouns for who does or is something, told by their endings: `beekeep | er`, `cell | ist`.

use super::super::Context;
use crate::lexicon::word_sets;

word_sets! {
    /// Nouns with such an ending for things, and for who is somebody only beside another.
    NO_TRADE = 0: "no_trade";
}

/// Endings of nouns for who does or is something.
const AGENTIVE: [&str; 13] = ["er", "or", "ist", "ian", "eer", "man", "woman", "smith", "wright", "warden", "steward", "herd", "monger"];

/// A noun for who does or is something, by its ending.
pub fn is_agent(cx: &Context, i: usize) -> bool {
    let word = cx.tokens.str(i);
    word.len() > 4 && AGENTIVE.iter().any(|ending| word.ends_with(ending)) && !SETS.holds(word, NO_TRADE)
}
