//! Number of nouns: is a word a plural, and what is its singular.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::rows;

/// Irregular plurals; regular ones are told by their ending.
#[derive(Default)]
pub struct Plurals {
    irregular: FxHashMap<&'static str, &'static str>,
}

/// Words in -s that are no plurals.
const SINGULAR_ENDINGS: [&str; 5] = ["ss", "us", "is", "'s", "’s"];

impl Plurals {
    pub fn load() -> Self {
        let pair = |row: Vec<&'static str>| match *row.as_slice() {
            [plural, singular] => (plural, singular),
            _ => panic!("a plural has two columns: {row:?}"),
        };
        Plurals { irregular: rows(include_str!("plurals.tsv")).map(pair).collect() }
    }

    /// Whether a lower-case word looks like a plural noun.
    pub fn is_plural(&self, lower: &str) -> bool {
        self.irregular.contains_key(lower)
            || lower.len() > 2 && lower.ends_with('s') && !SINGULAR_ENDINGS.iter().any(|e| lower.ends_with(e))
    }

    /// The plural of a lower-case noun in the singular; the first in order where a noun has several.
    pub fn plural(&self, singular: &str) -> String {
        let irregular = self.irregular.iter().filter(|(p, s)| **s == singular && p != s).map(|(p, _)| *p).min();
        if let Some(plural) = irregular {
            return plural.to_owned();
        }
        let consonant_y = singular.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
        match consonant_y {
            _ if self.is_plural(singular) => singular.to_owned(),
            Some(stem) => format!("{stem}ies"),
            None if ["s", "x", "z", "ch", "sh"].iter().any(|e| singular.ends_with(e)) => format!("{singular}es"),
            None => format!("{singular}s"),
        }
    }

    /// The singular of a lower-case noun; a singular is left as it is.
    pub fn singular<'w>(&self, lower: &'w str) -> Cow<'w, str> {
        if let Some(&singular) = self.irregular.get(lower) {
            return Cow::Borrowed(singular);
        }
        let cut = |n: usize| &lower[..lower.len() - n];
        if !self.is_plural(lower) {
            Cow::Borrowed(lower)
        } else if lower.len() > 4 && lower.ends_with("ies") {
            Cow::Owned(format!("{}y", cut(3)))
        } else if ["sses", "xes", "ches", "shes", "zzes"].iter().any(|e| lower.ends_with(e)) {
            Cow::Borrowed(cut(2))
        } else {
            Cow::Borrowed(cut(1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_singular() {
        let plurals = Plurals::load();
        for (plural, singular) in [
            ("missiles", "missile"),
            ("casualties", "casualty"),
            ("people", "person"),
            ("boxes", "box"),
            ("passes", "pass"),
            ("houses", "house"),
            ("viruses", "virus"),
            ("lives", "life"),
            ("series", "series"),
            ("dead", "dead"),
        ] {
            assert!(plurals.is_plural(plural), "{plural}");
            assert_eq!(plurals.singular(plural), singular);
        }
        for word in ["boss", "campus", "crisis", "drone"] {
            assert!(!plurals.is_plural(word), "{word}");
            assert_eq!(plurals.singular(word), word);
        }
    }

    #[test]
    fn finds_the_plural() {
        let plurals = Plurals::load();
        for (singular, plural) in [
            ("missile", "missiles"),
            ("casualty", "casualties"),
            ("day", "days"),
            ("person", "people"),
            ("box", "boxes"),
            ("inch", "inches"),
            ("child", "children"),
            ("series", "series"),
            ("points", "points"),
        ] {
            assert_eq!(plurals.plural(singular), plural);
        }
    }
}
