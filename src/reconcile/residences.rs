//! Where people are from, according to each source: "Ana Lee, 31, of Foča", "Ana Lee, who lives in Foča".

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::called::Names;
use super::cluster::{candidates, cluster, links};
use super::group::{Draft, GroupKind, Reason, Status, Verdict};
use super::inhabitants;
use super::places::{self, Relation, Stated, relation};
use super::story::Story;
use crate::claim::{Place, PlaceType};

/// A place with the person who is from there.
struct Item<'a> {
    member: usize,
    line: usize,
    place: &'a Place,
    whose: &'a str,
}

/// Groups of the places that several mentions give for one person.
pub fn groups(story: &Story, names: &Names, stated: &Stated) -> Vec<Draft> {
    let mut by_person: BTreeMap<&str, Vec<Item>> = BTreeMap::new();
    items(story).into_iter().for_each(|i| by_person.entry(i.whose).or_default().push(i));
    by_person.values().flat_map(|items| of_person(story, stated, names, items)).collect()
}

fn of_person(story: &Story, stated: &Stated, names: &Names, items: &[Item]) -> Vec<Draft> {
    let may_meet = |a: usize, b: usize| may_meet(stated, &items[a], &items[b]);
    let surest = |a: usize, b: usize| if items[a].place.entity == items[b].place.entity { 1.0 } else { 0.0 };
    let pairs = candidates(&vec![vec![0]; items.len()], |i| items[i].place.entity.as_str());
    let links = links(pairs, |a, b| may_meet(a, b).then(|| surest(a, b)));
    let groups = cluster(items.len(), links, may_meet).into_iter().filter(|c| c.len() > 1);
    groups.map(|c| draft(story, stated, names, &c.into_iter().map(|i| &items[i]).collect::<Vec<_>>())).collect()
}

/// Each place that a text says a person is from.
fn items<'a>(story: &'a Story) -> Vec<Item<'a>> {
    let mut out = Vec::new();
    let mut person: Option<usize> = None;
    for (n, m) in story.claims.iter().enumerate() {
        if m.claim.person.is_some() {
            person = Some(n);
        }
        let Some((place, p)) = m.claim.place.as_deref().filter(|p| !p.metonym).zip(person) else { continue };
        let Some(who) = story.claims[p].claim.person.as_ref() else { continue };
        if story.sentence_number(p) == story.sentence_number(n) && is_home(between(story, p, n)) {
            out.push(Item { member: n, line: m.line, place, whose: story.entities.id(m.line, &who.entity) });
        }
    }
    let told = inhabitants::named_later(story).into_iter().filter_map(|(n, p)| {
        let (home, who) = (&story.claims[n], story.claims[p].claim.person.as_ref()?);
        let place = home.claim.place.as_deref()?;
        Some(Item { member: n, line: home.line, place, whose: story.entities.id(home.line, &who.entity) })
    });
    out.extend(told);
    out
}

/// The words from one claim to another of the same sentence.
fn between<'s>(story: &'s Story, first: usize, second: usize) -> &'s str {
    let start = story.sentence(first).len() - story.behind(first).len();
    story.before(second).get(start..).unwrap_or_default()
}

/// Whether what stands between a name and a place says that it is the person's home: nothing but "of", with an age or not, or a verb that
/// says so.
fn is_home(words: &str) -> bool {
    const PASSED_OVER: [&str; 11] = ["a", "an", "the", "who", "is", "was", "year", "years", "old", "nearby", "age"];
    const DWELL: [&str; 6] = ["lives", "lived", "resides", "resident", "native", "hails"];
    if words.contains(['.', ';', ':', '"', '“', '”', '\n']) {
        return false;
    }
    let apart = words.trim_start().starts_with([',', '(', '-', '–', '—']) || words.trim_start().starts_with("who ");
    let mut words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let last = words.pop().unwrap_or_default();
    let dwells = words.iter().any(|w| DWELL.contains(w));
    let nothing_else = words.iter().all(|w| PASSED_OVER.contains(w) || DWELL.contains(w) || w.bytes().all(|b| b.is_ascii_digit()));
    nothing_else && (last == "of" || last == "from" && (apart || dwells) || last == "in" && dwells)
}

/// One of two places may be the other, or lie in it, or contradict it; one article has one home for a person. A land and a town of which
/// nobody knows the land may be anything to each other.
fn may_meet(stated: &Stated, a: &Item, b: &Item) -> bool {
    let wide = |p: &Place| matches!(p.place_type, PlaceType::Country | PlaceType::Region) || is_side(&p.name);
    match relation(stated, a.place, b.place) {
        Relation::Same => true,
        Relation::Inside => a.line != b.line,
        Relation::Apart => a.line != b.line && wide(a.place) == wide(b.place),
        Relation::Unknown => a.line != b.line && !wide(a.place) && !wide(b.place),
    }
}

/// "South Florida" is no town.
fn is_side(name: &str) -> bool {
    const SIDES: [&str; 6] = ["central", "east", "north", "south", "upstate", "west"];
    name.split_once(' ').is_some_and(|(first, _)| SIDES.iter().any(|s| first.to_lowercase().trim_end_matches("ern") == *s))
}

fn draft(story: &Story, stated: &Stated, names: &Names, items: &[&Item]) -> Draft {
    let mut by_place: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    items.iter().for_each(|i| by_place.entry(i.place.entity.as_str()).or_default().push(i.member));
    let values = by_place.into_values().map(|m| (story.claims[m[0]].claim.text.to_string(), m)).collect();
    let whose = items[0].whose;
    let label = format!("where: {} is from", names.name(whose, ""));
    Draft { kind: GroupKind::Place, identity: format!("home {whose}"), label, verdict: verdict(stated, items), values }
}

fn verdict(stated: &Stated, items: &[&Item]) -> Verdict {
    let mut seen = FxHashSet::default();
    let homes: Vec<&Place> = items.iter().map(|i| i.place).filter(|p| seen.insert(p.entity.as_str())).collect();
    let pairs = || homes.iter().enumerate().flat_map(|(n, a)| homes[n + 1..].iter().map(move |b| (*a, *b)));
    let find = |wanted: Relation| pairs().find(|(a, b)| relation(stated, a, b) == wanted);
    if let Some((a, b)) = find(Relation::Apart) {
        return places::apart(a, b);
    }
    if let Some((a, b)) = find(Relation::Unknown) {
        let why = format!("{} and {}: neither the texts nor a table say whether one lies in the other", a.name, b.name);
        return Verdict::new(Status::Unresolved, Reason::MissingScope, why);
    }
    places::of_one(homes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_a_name_and_a_home() {
        let homes = [" of ", ", 31, of ", " (31) from ", ", a 31-year-old from ", ", who lives in ", ", a resident of ", ", who is from "];
        assert!(homes.iter().all(|words| is_home(words)));
        let others = [", director of ", " from ", " in ", ", who works in ", ", 31, arrived in ", ". Of ", ", 31, said from ", " and "];
        assert!(!others.iter().any(|words| is_home(words)));
    }
}
