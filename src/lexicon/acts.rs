//! Acts that news tell in many words: who inks a contract signs it, a match that is played again is repeated.

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{rows, stem};

const TABLE: &str = include_str!("acts.tsv");

/// How many other words may stand between two of a phrase: "sit their driving test again".
const BETWEEN: usize = 4;

/// An act with the stems of a phrase that tells it.
struct Phrase {
    act: &'static str,
    stems: Vec<CompactString>,
}

/// By the first stem. Read on first use, since only what compares articles asks.
static PHRASES: LazyLock<FxHashMap<CompactString, Vec<Phrase>>> = LazyLock::new(|| {
    let mut all: FxHashMap<CompactString, Vec<Phrase>> = FxHashMap::default();
    for row in rows(TABLE) {
        for phrase in row[1].split('|') {
            let stems: Vec<CompactString> = phrase.split(' ').map(stem).collect();
            all.entry(stems[0].clone()).or_default().push(Phrase { act: row[0], stems });
        }
    }
    all
});

/// The acts that some stems tell, each once, and which of the stems do.
pub fn told(stems: &[CompactString]) -> (Vec<&'static str>, Vec<usize>) {
    let (mut acts, mut used) = (Vec::new(), Vec::new());
    for (at, first) in stems.iter().enumerate() {
        for phrase in PHRASES.get(first).into_iter().flatten() {
            let Some(places) = follow(&stems[at..], &phrase.stems) else { continue };
            used.extend(places.into_iter().map(|i| at + i));
            if !acts.contains(&phrase.act) {
                acts.push(phrase.act);
            }
        }
    }
    (acts, used)
}

/// Where the words of a phrase stand from the first stem on, with few others between them.
fn follow(stems: &[CompactString], phrase: &[CompactString]) -> Option<Vec<usize>> {
    let mut places = vec![0];
    for wanted in &phrase[1..] {
        let from = places.last()? + 1;
        let found = stems.iter().skip(from).take(BETWEEN + 1).position(|s| s == wanted)?;
        places.push(from + found);
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acts(text: &str) -> Vec<&'static str> {
        told(&text.split(' ').map(stem).collect::<Vec<_>>()).0
    }

    #[test]
    fn one_act_in_many_words() {
        assert_eq!(acts("learners have to sit the driving test again"), ["repeat"]);
        assert_eq!(acts("the contract was inked"), ["sign"]);
        assert_eq!(acts("nurses walked out"), ["strike"]);
        assert!(acts("the teams sat down").is_empty());
    }
}
