//! Spellings of one place that no table of places has: `Dargahan` and `Dargehan`.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::lexicon;
use crate::reconcile::member::Member;
use crate::text::fold::fold;
use crate::value::name::nearness::{SHORTEST, differ_in_a_letter_or_two, skeleton};

/// A place of the story.
struct Place<'a> {
    entity: &'a str,
    /// Its name, folded.
    name: String,
    lines: FxHashSet<usize>,
    mentions: usize,
    known: bool,
}

/// From the id of a place to that of the place that it is another spelling of. Both have one skeleton of consonants and differ in a letter
/// or two, the tables do not have both, and no article names both.
pub fn of(claims: &[Member]) -> Vec<(String, String)> {
    let mut by_skeleton: FxHashMap<String, Vec<Place>> = FxHashMap::default();
    for place in places(claims) {
        by_skeleton.entry(skeleton(&place.name)).or_default().push(place);
    }
    by_skeleton.into_values().flat_map(|mut places| spellings(&mut places)).collect()
}

fn places<'a>(claims: &[Member<'a>]) -> impl Iterator<Item = Place<'a>> {
    let mut all: BTreeMap<&str, Place> = BTreeMap::new();
    for m in claims {
        let Some(p) = &m.claim.place else { continue };
        let place = all.entry(p.entity.as_str()).or_insert_with(|| {
            let name = fold(&p.name);
            let known = lexicon().places.named(&name).is_some();
            Place { entity: p.entity.as_str(), name, lines: FxHashSet::default(), mentions: 0, known }
        });
        place.lines.insert(m.article);
        place.mentions += 1;
    }
    all.into_values().filter(|p| p.name.len() >= SHORTEST && !p.name.contains(|c: char| c.is_ascii_digit()))
}

/// The places of one skeleton that are spellings of another place, which the tables have or which is named more often.
fn spellings(places: &mut [Place]) -> Vec<(String, String)> {
    places.sort_by(|a, b| (b.known, b.mentions).cmp(&(a.known, a.mentions)).then_with(|| a.entity.cmp(b.entity)));
    let mut out = Vec::new();
    let mut heads: Vec<usize> = Vec::new();
    for (i, place) in places.iter().enumerate() {
        match heads.iter().find(|h| !place.known && is_spelling(place, &places[**h])) {
            Some(head) => out.push((place.entity.to_owned(), places[*head].entity.to_owned())),
            None => heads.push(i),
        }
    }
    out
}

fn is_spelling(a: &Place, b: &Place) -> bool {
    a.lines.is_disjoint(&b.lines) && differ_in_a_letter_or_two(&a.name, &b.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place<'a>(entity: &'a str, article: usize, known: bool) -> Place<'a> {
        Place { entity, name: entity.to_owned(), lines: FxHashSet::from_iter([article]), mentions: 1, known }
    }

    #[test]
    fn a_letter_or_two_of_one_skeleton() {
        assert!(is_spelling(&place("dargahan", 0, false), &place("dargehan", 1, false)));
        assert!(!is_spelling(&place("dargahan", 0, false), &place("dargehan", 0, false)), "one article has both");
        assert!(!is_spelling(&place("marina", 0, false), &place("murano", 1, false)));
        let known = |a, b| spellings(&mut [place("hormozgan", 0, a), place("hormuzgan", 1, b)]).len();
        assert_eq!((known(true, false), known(true, true)), (1, 0), "two places that the tables have are two");
    }
}
