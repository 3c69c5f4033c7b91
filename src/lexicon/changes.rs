//! Verbs and nouns of change, and where they go.

use rustc_hash::FxHashMap;

use super::{WordTable, class, columns, rows, unknown};
use crate::text::{Token, WordId};

const TABLE: &str = include_str!("changes.tsv");

/// Where a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    Up,
    Down,
    /// Revised, moved: from one value to another, either way.
    Other,
}

/// Beside which figures a word tells of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// A change beside any figure: rose, fell.
    Any,
    /// Only as a noun: growth of.
    Noun,
    /// A change only beside shares, points and money: gained 2 %, unlike gained territory.
    Loose,
}

/// The words of change.
#[derive(Default)]
pub struct Changes {
    words: FxHashMap<WordId, (Course, Bond)>,
}

impl Changes {
    pub fn load(words: &mut WordTable) -> Self {
        let mut all = Changes::default();
        for row in rows(TABLE) {
            let [word, course, bond] = columns("changes.tsv", &row);
            all.words.insert(words.mark(word, class::CHANGE), (course_of(course, &row), bond_of(bond, &row)));
        }
        all
    }

    /// What a token says, if it is a word of change.
    pub fn get(&self, token: &Token) -> Option<(Course, Bond)> {
        if token.is(class::CHANGE) { self.words.get(&token.word).copied() } else { None }
    }
}

fn course_of(word: &str, row: &[&str]) -> Course {
    match word {
        "up" => Course::Up,
        "down" => Course::Down,
        "other" => Course::Other,
        _ => unknown("changes.tsv", row, word),
    }
}

fn bond_of(word: &str, row: &[&str]) -> Bond {
    match word {
        "any" => Bond::Any,
        "noun" => Bond::Noun,
        "loose" => Bond::Loose,
        _ => unknown("changes.tsv", row, word),
    }
}
