//! What the people and places of a story are called in labels and sentences.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::Claim;
use crate::claim::entity;
use crate::reconcile::story::Story;

/// From the entities of a story to their names.
pub struct Names<'a> {
    names: FxHashMap<&'a str, &'a str>,
    /// The people who alone bear a last name, by that name.
    by_surname: FxHashMap<&'a str, Option<&'a str>>,
}

/// The origins that use a name.
type Uses<'a> = FxHashMap<&'a str, FxHashSet<u32>>;

impl<'a> Names<'a> {
    pub fn of(story: &'a Story) -> Self {
        let mut uses: FxHashMap<&str, Uses> = FxHashMap::default();
        for m in &story.claims {
            if let Some((entity, name)) = named(m.claim) {
                uses.entry(story.entities.id(m.article, entity)).or_default().entry(name).or_default().insert(m.origin);
            }
        }
        let names: FxHashMap<&str, &str> = uses.into_iter().filter_map(|(entity, uses)| Some((entity, usual(entity, &uses)?))).collect();
        let mut by_surname: FxHashMap<&str, Option<&str>> = FxHashMap::default();
        for (_, name) in names.iter().filter(|(entity, _)| entity::is_person(entity)) {
            by_surname.entry(last(name)).and_modify(|n| *n = None).or_insert(Some(name));
        }
        Names { names, by_surname }
    }

    /// The name of a person or place that the story names.
    pub fn get(&self, entity: &str) -> Option<&'a str> {
        self.names.get(entity).copied()
    }

    /// The name of an entity, or else the words of its id as `sentence` writes them.
    pub fn name(&self, entity: &str, sentence: &str) -> String {
        self.get(entity).map_or_else(|| written(entity, sentence).unwrap_or_else(|| plain(entity)), str::to_owned)
    }

    /// A speaker by the full name, where the surname is that of one person.
    pub fn speaker<'s>(&self, said_by: &'s str) -> &'s str
    where
        'a: 's,
    {
        if said_by.contains(' ') { said_by } else { self.by_surname.get(said_by).copied().flatten().unwrap_or(said_by) }
    }
}

fn named(claim: &Claim) -> Option<(&str, &str)> {
    let person = claim.person.as_ref().map(|p| (p.entity.as_str(), p.name.as_str()));
    person.or_else(|| claim.place.as_ref().map(|p| (p.entity.as_str(), p.name.as_str())))
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// For a person a full name, and any name rather not in capitals as in a dateline (NAXOS); then the one that most origins use, so that no
/// single outlet's spelling is shown; then the longest.
fn usual<'a>(entity: &str, uses: &Uses<'a>) -> Option<&'a str> {
    let is_full = |name: &str| entity::is_person(entity) && name.contains(' ');
    let is_shouted = |name: &str| !name.chars().any(char::is_lowercase);
    let rank =
        |(name, origins): &(&&'a str, &FxHashSet<u32>)| (is_full(name), !is_shouted(name), origins.len(), name.len(), Reverse(**name));
    uses.iter().max_by_key(rank).map(|(name, _)| *name)
}

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || c == ',')
}

/// The words of an id as a sentence has them: `org:seamicro` in "AMD buys SeaMicro" is `SeaMicro`, `org:1200-crates` in "sank with 1,200
/// crates" is `1,200 crates`.
fn written(entity: &str, sentence: &str) -> Option<String> {
    let slug = entity::name(entity);
    let words = sentence.split(|c: char| !c.is_alphanumeric() && c != ',').map(|w| w.trim_matches(','));
    let words: Vec<&str> = words.flat_map(|w| w.split(|c| c == ',' && !is_number(w))).filter(|w| !w.is_empty()).collect();
    let parts: Vec<&str> = slug.split('-').collect();
    let is_it = |run: &&[&str]| run.iter().zip(&parts).all(|(word, part)| word.to_lowercase().replace(',', "") == *part);
    words.windows(parts.len().max(1)).find(is_it).map(|run| run.join(" "))
}

/// Words for an entity id: `org:white-house` → `White House`.
pub fn plain(entity: &str) -> String {
    let slug = entity::name(entity);
    if entity::is_nameless(entity) {
        // `noun:another-coach` sets him apart from whom his article names; the text has only the coach
        return slug.strip_prefix("another-").unwrap_or(slug).replace('-', " ");
    }
    const INITIALS: usize = 4;
    if entity::is_body(entity) && slug.len() <= INITIALS {
        return slug.to_uppercase();
    }
    let capital = |w: &str| w.chars().next().map(|c| c.to_uppercase().chain(w.chars().skip(1)).collect::<String>()).unwrap_or_default();
    slug.split('-').map(capital).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_full_and_that_of_most() {
        let uses = |list: &[(&'static str, u32)]| list.iter().map(|(n, k)| (*n, (0..*k).collect())).collect::<Uses>();
        assert_eq!(usual("person:a", &uses(&[("Orla Keene", 3), ("Orla Kean", 1), ("Keene", 4)])), Some("Orla Keene"));
        assert_eq!(usual("place:b", &uses(&[("NAXOS", 3), ("Naxos", 1)])), Some("Naxos"));
        assert_eq!(usual("place:c", &uses(&[("Upper Drina", 1), ("Drina", 2)])), Some("Drina"));
    }

    #[test]
    fn an_id_is_called_as_the_text_does() {
        assert_eq!(written("org:seamicro", "AMD buys SeaMicro, a start-up"), Some("SeaMicro".to_owned()));
        assert_eq!(written("org:white-house", "the White House said"), Some("White House".to_owned()));
        assert_eq!(written("org:white-house", "a white fence"), None);
        assert_eq!(written("noun:1200-crates", "lost, with 1,200 crates, at sea"), Some("1,200 crates".to_owned()));
        assert_eq!(written("place:lowick", "in Lowick,Norland"), Some("Lowick".to_owned()));
        assert_eq!(plain("org:white-house"), "White House");
        assert_eq!(plain("org:amd"), "AMD");
    }
}
