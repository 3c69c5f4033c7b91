//! How one thing may end: an accused is convicted or acquitted, a bill passed or voted down, a minister resigns or is dismissed.

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{cells, columns, cut, rows, stem, unknown};

const TABLE: &str = include_str!("outcomes.tsv");

/// For whom an outcome is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The subject: `resigned`.
    Who,
    /// The object, or the subject of a passive: `dismissed`.
    Whom,
    /// A thing: `approved the mine`.
    What,
}

/// A matter that ends one way or another.
#[derive(Debug, PartialEq, Eq)]
pub struct Matter {
    pub name: &'static str,
    /// It may end otherwise on another day: who is held today may be free tomorrow.
    pub turns: bool,
}

/// One way in which a matter ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The number of the matter.
    pub matter: u16,
    pub name: &'static str,
    pub part: Part,
    /// The outcome that a negation makes of it.
    pub not: Option<&'static str>,
}

/// A phrase that tells an outcome, as stems.
pub struct Phrase {
    pub outcome: Outcome,
    pub stems: Vec<CompactString>,
}

struct Outcomes {
    matters: Vec<Matter>,
    /// By the first stem.
    phrases: FxHashMap<CompactString, Vec<Phrase>>,
}

/// Read on first use, since only comparisons of articles need it.
static OUTCOMES: LazyLock<Outcomes> = LazyLock::new(Outcomes::load);

/// The phrases that begin with a stem.
pub fn beginning(stem: &str) -> &'static [Phrase] {
    OUTCOMES.phrases.get(stem).map_or(&[], Vec::as_slice)
}

pub fn matter(number: u16) -> &'static Matter {
    &OUTCOMES.matters[number as usize]
}

/// A matter has this name.
pub fn is_matter(name: &str) -> bool {
    OUTCOMES.matters.iter().any(|m| m.name == name)
}

impl Outcomes {
    fn load() -> Self {
        let mut all = Outcomes { matters: Vec::new(), phrases: FxHashMap::default() };
        rows(TABLE).for_each(|row| all.add(&row));
        all
    }

    fn add(&mut self, row: &[&'static str]) {
        let [matter, name, part, not, list] = columns("outcomes.tsv", row);
        let (matter, trait_) = cut(matter, b'/');
        let turns = trait_.is_some_and(|t| t == "turns" || unknown("outcomes.tsv", row, t));
        if self.matters.last().is_none_or(|m| m.name != matter) {
            self.matters.push(Matter { name: matter, turns });
        }
        let part = match part {
            "who" => Part::Who,
            "whom" => Part::Whom,
            "what" => Part::What,
            _ => unknown("outcomes.tsv", row, part),
        };
        let outcome = Outcome { matter: self.matters.len() as u16 - 1, name, part, not: Some(not).filter(|n| *n != "-") };
        for phrase in cells(list, b'|') {
            let stems: Vec<CompactString> = phrase.split(' ').map(stem).collect();
            self.phrases.entry(stems[0].clone()).or_default().push(Phrase { outcome, stems });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lines;

    #[test]
    fn each_matter_has_two_outcomes() {
        assert!(lines(TABLE).is_sorted_by(|a, b| a < b));
        let all: Vec<Outcome> = OUTCOMES.phrases.values().flatten().map(|p| p.outcome).collect();
        let of = |matter: u16| all.iter().filter(move |o| o.matter == matter);
        for (number, m) in (0..).zip(&OUTCOMES.matters) {
            assert!(of(number).any(|a| of(number).any(|b| a.name != b.name)), "{m:?}");
            assert!(of(number).all(|o| o.not.is_none_or(|n| of(number).any(|p| p.name == n))), "{m:?}");
        }
        assert!(beginning("acquit").iter().any(|p| p.outcome.name == "innocent" && p.outcome.part == Part::Whom));
    }
}
