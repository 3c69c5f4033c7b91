//! Words that give the status of a role: `former`, `acting`, `elect`.

use serde::{Deserialize, Serialize};

use super::{ByWord, WordTable, class, columns, rows};

const TABLE: &str = include_str!("status.tsv");

/// How somebody holds a role: what a word gives to the role beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleStatus {
    Current,
    Former,
    Acting,
    Interim,
    Deputy,
    Elect,
    Then,
}

impl RoleStatus {
    /// Its word before a title; nothing for the usual one.
    pub fn prefix(self) -> &'static str {
        match self {
            RoleStatus::Current => "",
            RoleStatus::Former => "former ",
            RoleStatus::Acting => "acting ",
            RoleStatus::Interim => "interim ",
            RoleStatus::Deputy => "deputy ",
            RoleStatus::Elect => "elect ",
            RoleStatus::Then => "then ",
        }
    }
}

/// The words of status.
pub type StatusWords = ByWord<RoleStatus>;

/// Reads the table and marks its words.
pub fn load(words: &mut WordTable) -> StatusWords {
    let read = |row: Vec<&'static str>| {
        let [word, status] = columns("status.tsv", &row);
        (words.mark(word, class::STATUS), named(status))
    };
    rows(TABLE).map(read).collect()
}

fn named(status: &str) -> RoleStatus {
    match status {
        "current" => RoleStatus::Current,
        "former" => RoleStatus::Former,
        "acting" => RoleStatus::Acting,
        "interim" => RoleStatus::Interim,
        "deputy" => RoleStatus::Deputy,
        "elect" => RoleStatus::Elect,
        "then" => RoleStatus::Then,
        _ => panic!("status.tsv: no status {status}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn words_give_their_status() {
        let l = lexicon();
        assert_eq!(l.status.get(l.words.id("ex")), Some(RoleStatus::Former));
        assert_eq!(l.status.get(l.words.id("designate")), Some(RoleStatus::Elect));
    }
}
