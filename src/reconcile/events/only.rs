//! Concepts of which a story tells only one event: there somebody without a name is the one with a name.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Item;
use crate::claim::entity;
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::{lexicon, stem, synonyms};

/// The concepts of which a story tells only one event, each with those whom it names there.
pub struct Only<'a> {
    borne: FxHashMap<&'static str, Option<&'a str>>,
    /// The concepts that a story tells only of the same parties, and of at most one thing without a name: one treaty that two sign.
    matters: FxHashSet<&'static str>,
}

/// Whom the mentions of a concept name, and which kinds of people or things they leave without a name.
#[derive(Default)]
struct Cast<'a> {
    /// With the articles that name them.
    named: FxHashMap<&'a str, FxHashSet<usize>>,
    kinds: FxHashSet<String>,
    /// Whose those without a name are.
    owners: FxHashSet<&'a str>,
    counts: FxHashSet<Count<'a>>,
}

impl<'a> Only<'a> {
    pub fn of(items: &[Item<'a>]) -> Self {
        let mut casts: FxHashMap<&'static str, Cast> = FxHashMap::default();
        for i in items.iter().filter(|i| i.concept.borne || !i.nameless.is_empty()) {
            let cast = casts.entry(i.concept.name).or_default();
            for o in &i.objects {
                cast.named.entry(o).or_default().insert(i.article);
            }
            cast.owners.extend(i.owner);
            cast.kinds.extend(i.nameless.iter().map(|n| kind(n)));
            cast.counts.extend(i.nameless.iter().filter_map(|n| count(n)));
        }
        Only { borne: casts.into_iter().filter_map(|(name, c)| Some((name, c.only()?))).collect(), matters: matters(items) }
    }

    pub fn is_one_matter(&self, concept: &str) -> bool {
        self.matters.contains(concept)
    }

    pub fn holds(&self, concept: &str) -> bool {
        self.borne.contains_key(concept)
    }

    /// Whom the story names in its only event of the concept, if this mention names anybody.
    pub fn fits(&self, i: &Item) -> bool {
        self.borne.get(i.concept.name).is_some_and(|who| i.objects.is_empty() || who.is_some_and(|w| i.objects.contains(&w)))
    }
}

/// The concepts of which no two mentions have unlike heads or companies.
fn matters(items: &[Item]) -> FxHashSet<&'static str> {
    let mut of: FxHashMap<&'static str, (FxHashSet<&str>, FxHashSet<Vec<&str>>)> = FxHashMap::default();
    for i in items {
        let (heads, companies) = of.entry(i.concept.against.unwrap_or(i.concept.name)).or_default();
        heads.extend(i.head);
        if !i.parties.is_empty() {
            companies.insert(i.parties.clone());
        }
    }
    of.into_iter().filter(|(_, (heads, companies))| heads.len() < 2 && companies.len() < 2).map(|(name, _)| name).collect()
}

impl<'a> Cast<'a> {
    /// The only one named, if there is only one event; of several, the one whom several articles name while each of the others has only
    /// one.
    fn only(&self) -> Option<Option<&'a str>> {
        // somebody and his son are two
        if self.kinds.len() > 1 || self.counts.len() > 1 || self.named.keys().any(|who| self.owners.contains(who)) {
            return None;
        }
        if self.named.len() < 2 {
            return Some(self.named.keys().next().copied());
        }
        let mut often = self.named.iter().filter(|(_, lines)| lines.len() > 1).map(|(who, _)| *who);
        let first = often.next()?;
        (often.next().is_none() && entity::is_person(first)).then_some(Some(first))
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

/// The number of `noun:19-firefighters`, in figures or in one word, or the word that stands for it: `several`.
pub fn count(nameless: &str) -> Option<Count<'_>> {
    let (number, _) = nameless.strip_prefix("noun:")?.split_once('-')?;
    let in_words = match lexicon().numbers.of_word(lexicon().words.id(number)) {
        Some(NumberWord::Digit(n) | NumberWord::Ten(n) | NumberWord::Group(n)) => Some(n),
        _ => None,
    };
    Some(in_words.or_else(|| number.parse().ok()).map_or(Count::Word(number), Count::Number))
}

/// How many there are of somebody or something without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count<'a> {
    Number(i64),
    Word(&'a str),
}
