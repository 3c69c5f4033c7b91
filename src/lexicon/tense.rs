//! Words that tell whether a sentence speaks of what was or of what is to come.

use rustc_hash::FxHashMap;

use super::{WordTable, class, columns, rows};
use crate::text::{Token, WordId};

const TABLE: &str = include_str!("tense.tsv");

/// What a word says of the time its sentence speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TenseWord {
    Past,
    /// The past tense that is also the base form (hit, put): past where no auxiliary and no `to` stands before it.
    Bare,
    Future,
    /// Speaks of something fixed for a day to come: will, due, scheduled.
    Promise,
    /// Speaks of the future before `to`: plans, agreed, is.
    BeforeTo,
    /// A verb whose present tense announces: starts, opens.
    Announced,
}

/// The words by number.
#[derive(Default)]
pub struct TenseWords(FxHashMap<WordId, TenseWord>);

impl TenseWords {
    /// Reads the table and marks its words.
    pub fn load(words: &mut WordTable) -> Self {
        let read = |row: Vec<&'static str>| {
            let [word, kind] = columns("tense.tsv", &row);
            (words.mark(word, class::TENSE), named(kind))
        };
        TenseWords(rows(TABLE).map(read).collect())
    }

    /// What a token says, if it is a word of the table.
    pub fn get(&self, token: &Token) -> Option<TenseWord> {
        if token.is(class::TENSE) { self.0.get(&token.word).copied() } else { None }
    }
}

fn named(kind: &str) -> TenseWord {
    match kind {
        "past" => TenseWord::Past,
        "bare" => TenseWord::Bare,
        "future" => TenseWord::Future,
        "promise" => TenseWord::Promise,
        "to" => TenseWord::BeforeTo,
        "announced" => TenseWord::Announced,
        _ => panic!("tense.tsv has the kind {kind}"),
    }
}
