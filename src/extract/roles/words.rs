//! The sets of words that reading roles asks for (`word_sets.tsv`).

use std::sync::LazyLock;

use crate::lexicon::WordSets;
use crate::text::Token;

macro_rules! sets {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $written:literal;)*) => {
        $($(#[$doc])* pub const $name: u32 = 1 << $bit;)*
        static SETS: LazyLock<WordSets> = LazyLock::new(|| WordSets::named(&[$(($written, $name)),*]));
    };
}

sets! {
    AS = 0: "as";
    /// Verbs whose object is given an office.
    APPOINTING = 1: "appointing";
    /// Verbs whose object loses one.
    DISMISSING = 2: "dismissing";
    /// Verbs whose subject has one, or leaves it.
    SERVING = 3: "serving";
    /// Nouns for the time or the work of who has one: `her tenure as`.
    TENURE = 4: "tenure";
    /// Nouns that an office may be the name of: `the post of`.
    POST = 5: "post";
    /// What is done with a post: `kept the post of`.
    HOLDING = 6: "holding";
    BECOMING = 7: "becoming";
    /// Forms of the passive.
    BEING = 8: "being";
    /// What says of an office that it is only wished for.
    WISHING = 9: "wishing";
}

/// Of these sets those that a token is a word of.
pub fn of(t: &Token, sets: u32) -> u32 {
    SETS.get(t.word) & sets
}

/// Whether a token is a word of at least one of these sets.
pub fn has(t: &Token, sets: u32) -> bool {
    of(t, sets) != 0
}
