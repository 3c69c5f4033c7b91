//! Well-known names that are neither people nor places.

use super::{Phrases, WordTable, class, cut, lines, unknown};
use crate::text::Token;

const TABLE: &str = include_str!("organisations.tsv");

/// What a well-known name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownName {
    Organisation,
    /// People of one creed, party, tongue or descent.
    People,
    /// An event, a law, a work, a product …
    Thing,
}

#[derive(Default)]
pub struct Organisations(Phrases<KnownName>);

impl Organisations {
    /// Reads the table and marks the first words of its names.
    pub fn load(words: &mut WordTable) -> Self {
        let mut names = Organisations::default();
        for line in lines(TABLE) {
            let (name, kind) = cut(line, b'\t');
            let kind = match kind.unwrap_or("") {
                "o" => KnownName::Organisation,
                "p" => KnownName::People,
                "x" => KnownName::Thing,
                kind => unknown("organisations.tsv", &[line], kind),
            };
            let phrase = words.phrase(name);
            if let Some(first) = phrase.first() {
                words.mark_id(*first, class::NAMED);
            }
            names.0.insert(phrase, kind);
        }
        names
    }

    /// What these tokens, all of them, are the name of.
    pub fn exactly(&self, tokens: &[Token]) -> Option<KnownName> {
        self.0.longest(tokens, 0).filter(|(n, _)| *n == tokens.len()).map(|(_, kind)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;
    use crate::text::scan;

    #[test]
    fn names_are_found_whole() {
        let l = lexicon();
        for (name, kind) in [
            ("NATO", Some(KnownName::Organisation)),
            ("Al Jazeera", Some(KnownName::Organisation)),
            ("Al", None),
            ("Islam", Some(KnownName::Thing)),
        ] {
            assert_eq!(l.organisations.exactly(&scan(name, &l.words)), kind, "{name}");
        }
    }
}
