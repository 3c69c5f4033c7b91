//! The sets of words that reading keys asks for (`word_sets.tsv`).

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
    /// Words that show a concept only beside a noun that it counts: a team has lost games, not buildings.
    WEAK = 0: "weak";
    /// What is done to others, and to nobody by those who are counted: `two men accused of killing her`.
    DEED = 1: "deed";
    /// What is said of those who did it.
    BLAMED = 2: "blamed";
    FLEEING = 3: "fleeing";
    /// What an utterance is made in: `said in a statement Friday`.
    STATEMENT = 4: "statement";
    /// Words for an earlier figure, and for reports of figures.
    EARLIER = 5: "earlier";
    REPORT = 6: "report";
    /// What there is room for, and verbs that say so behind `can`.
    ROOM = 7: "room";
    CONTAINING = 8: "containing";
    PARENT = 9: "parent";
}

/// Whether a token is a word of at least one of these sets.
pub fn has(t: &Token, sets: u32) -> bool {
    SETS.has(t, sets)
}
