//! Events of which a story tells but one: those without a name that it happens to are those with one.

use rustc_hash::{FxHashMap, FxHashSet};

use super::events::Item;
use crate::lexicon::{lexicon, stem, synonyms};

/// The concepts of which a story tells one event only.
pub struct Only(FxHashSet<&'static str>);

/// Whom the mentions of a concept name, and which kinds of people or things they leave without a name.
#[derive(Default)]
struct Cast<'a> {
    named: FxHashSet<&'a str>,
    kinds: FxHashSet<String>,
    counts: FxHashSet<&'a str>,
}

impl Only {
    pub fn of(items: &[Item]) -> Self {
        let mut casts: FxHashMap<&'static str, Cast> = FxHashMap::default();
        for i in items.iter().filter(|i| i.concept.borne || !i.nameless.is_empty()) {
            let cast = casts.entry(i.concept.name).or_default();
            cast.named.extend(&i.objects);
            cast.kinds.extend(i.nameless.iter().map(|n| kind(n)));
            cast.counts.extend(i.nameless.iter().filter_map(|n| count(n)));
        }
        let alone = |c: &Cast| c.named.len() < 2 && c.kinds.len() < 2 && c.counts.len() < 2;
        Only(casts.into_iter().filter(|(_, c)| alone(c)).map(|(name, _)| name).collect())
    }

    pub fn holds(&self, concept: &str) -> bool {
        self.0.contains(concept)
    }
}

/// The head of `noun:19-firefighters`, as the stem that stands for all that mean the same.
pub fn head(nameless: &str) -> String {
    synonyms::of(&stem(nameless.rsplit(['-', ':']).next().unwrap_or(nameless))).to_owned()
}

/// The family of nouns that the head belongs to, or its stem.
pub fn kind(nameless: &str) -> String {
    let head = head(nameless);
    lexicon().kin.family(&head).map_or(head, str::to_owned)
}

/// The number of `noun:19-firefighters`, in figures where it is a small one in words.
pub fn count(nameless: &str) -> Option<&str> {
    const WORDS: [(&str, &str); 20] = [
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
        ("eleven", "11"),
        ("twelve", "12"),
        ("thirteen", "13"),
        ("fourteen", "14"),
        ("fifteen", "15"),
        ("sixteen", "16"),
        ("seventeen", "17"),
        ("eighteen", "18"),
        ("nineteen", "19"),
        ("twenty", "20"),
    ];
    let (number, _) = nameless.strip_prefix("noun:")?.split_once('-')?;
    Some(WORDS.iter().find(|(word, _)| *word == number).map_or(number, |(_, figure)| figure))
}
