//! Where a vehicle was to go, according to each source: "a jet bound for Oslo", "an Oslo-bound jet", "the ferry from Dover to Calais".

use std::collections::{BTreeMap, BTreeSet};

use super::group::{Draft, GroupKind};
use super::owners::{CROWD, last_words, plain};
use super::places::{self, Relation, Stated, relation, words_around};
use super::story::{Member, Story};
use crate::claim::Place;
use crate::lexicon::{class, lexicon, word_sets};
use crate::value::Interval;

word_sets! {
    AIR = 0: "craft_of_air";
    WATER = 1: "craft_of_water";
    ROAD = 2: "craft_of_road";
    RAIL = 3: "craft_of_rail";
    /// Before a vehicle that is not the one which the story is about, and beside places on its way.
    OTHER = 4: "other_craft";
    /// Who goes on in another: `booked`, `transferred`.
    GOING_ON = 5: "going_on";
}

const CRAFT: u32 = AIR | WATER | ROAD | RAIL;

/// A place with the kind of vehicle that was bound for it.
struct Item<'a> {
    member: usize,
    line: usize,
    place: &'a Place,
}

/// A group for each kind of vehicle of which articles each name one destination.
pub fn groups(story: &Story, stated: &Stated) -> Vec<Draft> {
    let mut courses: BTreeMap<u32, Vec<Item>> = BTreeMap::new();
    for (member, m) in story.claims.iter().enumerate() {
        let Some(place) = m.claim.place.as_deref().filter(|p| !p.metonym) else { continue };
        if let Some(craft) = craft(story.before(member), story.behind(member)) {
            courses.entry(craft).or_default().push(Item { member, line: m.line, place });
        }
    }
    courses.values().filter_map(|items| draft(story, stated, items)).collect()
}

fn sets(word: &str) -> u32 {
    SETS.get(lexicon().words.id(&plain(word)))
}

/// The kind of vehicle whose destination a place is by the words around it.
fn craft(before: &str, behind: &str) -> Option<u32> {
    const BEHIND: usize = 4;
    let words = last_words(before);
    if let Some(rest) = behind.strip_prefix("-bound ") {
        let next: Vec<&str> = rest.split_whitespace().take(BEHIND).collect();
        return vehicle(&words, next.iter().position(|w| sets(w) & CRAFT != 0).map(|i| sets(next[i]) & CRAFT));
    }
    let at = (0..words.len()).rev().find(|i| sets(words[*i]) & CRAFT != 0)?;
    let other = sets(words[at.saturating_sub(1)]) & OTHER != 0 || behind.split_whitespace().take(BEHIND).any(|w| sets(w) & OTHER != 0);
    (leads(&words, at) && !other).then(|| vehicle(&words, Some(sets(words[at]) & CRAFT))).flatten()
}

/// The vehicle, where the words tell of no other one, nor of who goes on in it.
fn vehicle(words: &[&str], craft: Option<u32>) -> Option<u32> {
    craft.filter(|_| words.iter().all(|w| sets(w) & (OTHER | GOING_ON) == 0))
}

/// The words behind a vehicle end in what leads to where it goes.
fn leads(words: &[&str], craft: usize) -> bool {
    let tail: Vec<String> = words.iter().rev().take(2).map(|w| plain(w)).collect();
    let last = tail.first().map_or("", |w| w.as_str());
    let phrase = tail.get(1).map_or("", |w| w.as_str());
    match (phrase, last) {
        ("bound" | "destined", "for") | ("way" | "route", "to") | ("heading" | "headed", "for" | "to" | "towards") => true,
        (_, "to") => craft + 2 == words.len() || goes_from(&words[craft + 1..words.len() - 1]),
        _ => false,
    }
}

/// `from New York`, `was flying from New York`: where it comes from, between a vehicle and `to`.
fn goes_from(words: &[&str]) -> bool {
    const LONGEST: usize = 4;
    let Some(from) = words.iter().rposition(|w| plain(w) == "from") else { return false };
    let place = &words[from + 1..];
    !place.is_empty() && place.len() <= LONGEST && place.iter().all(|w| w.starts_with(char::is_uppercase))
}

/// The destinations, if each article gives one of the same vehicle.
fn draft(story: &Story, stated: &Stated, items: &[Item]) -> Option<Draft> {
    let pairs = || items.iter().enumerate().flat_map(|(n, a)| items[n + 1..].iter().map(move |b| (a, b)));
    let between = || pairs().filter(|(a, b)| a.line != b.line);
    let relate = |a: &Item, b: &Item| relation(stated, a.place, b.place);
    if items.len() > CROWD
        || pairs().any(|(a, b)| a.line == b.line && relate(a, b) != Relation::Same)
        || !between().any(|(a, b)| are_of_one(story, a, b))
    {
        return None;
    }
    let apart = between().find(|(a, b)| relate(a, b) == Relation::Apart);
    let verdict = match apart {
        Some((a, b)) if !are_of_one(story, a, b) || names(story, stated, a, b) || names(story, stated, b, a) => return None,
        Some((a, b)) => places::apart(a.place, b.place),
        None if between().any(|(a, b)| relate(a, b) == Relation::Unknown) => return None,
        None => places::of_one(items.iter().map(|i| i.place.entity.as_str()).collect::<BTreeSet<_>>().len()),
    };
    let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    items.iter().for_each(|i| values.entry(i.place.entity.as_str()).or_default().push(i.member));
    let values = values.into_values().map(|m| (story.claims[m[0]].claim.text.to_string(), m)).collect();
    Some(Draft { kind: GroupKind::Place, identity: "bound for".to_owned(), label: "where: bound for".to_owned(), verdict, values })
}

/// Both sentences tell of one voyage: a name besides is shared, or words of what happened, and no other day.
fn are_of_one(story: &Story, a: &Item, b: &Item) -> bool {
    const TELLING: usize = 3;
    let stems = |i: &Item| words_around(story.before(i.member), story.behind(i.member)).into_iter().collect::<BTreeSet<_>>();
    let own: BTreeSet<String> = [a, b].iter().flat_map(|i| i.place.name.split(' ').map(str::to_lowercase)).collect();
    let named = |i: &Item| capitals(story.sentence(i.member)).filter(|w| !own.contains(w)).collect::<BTreeSet<_>>();
    let (x, y) = (days(story, a), days(story, b));
    let other_day = !x.is_empty() && !y.is_empty() && x.iter().all(|d| y.iter().all(|e| !d.overlaps(*e)));
    let told = !named(a).is_disjoint(&named(b)) || stems(a).intersection(&stems(b)).count() >= TELLING;
    told && !other_day
}

/// The days that the sentence of a place names.
fn days(story: &Story, i: &Item) -> Vec<Interval> {
    let beside = |m: &&Member| m.line == i.line && m.claim.sentence == story.claims[i.member].claim.sentence;
    story.claims.iter().filter(beside).filter_map(|m| Interval::parse(m.claim.date.as_ref()?.edtf.as_deref()?)).collect()
}

/// The words of a sentence, behind its first, that have a capital and are names.
fn capitals(sentence: &str) -> impl Iterator<Item = String> {
    let words = sentence.split_whitespace().skip(1).take(60).filter(|w| w.starts_with(char::is_uppercase));
    let light = |w: &String| lexicon().words.classes(lexicon().words.id(w)).any(class::FUNCTION | class::WEEKDAY | class::MONTH);
    words.map(|w| plain(w.trim_end_matches("'s").trim_end_matches("’s"))).filter(move |w| w.len() > 2 && !light(w))
}

/// The article of one names the place of the other, or one that holds it or lies in it: the vehicle may have had both on its way.
fn names(story: &Story, stated: &Stated, a: &Item, b: &Item) -> bool {
    let near = |p: &Place| matches!(relation(stated, p, b.place), Relation::Same);
    story.claims.iter().any(|m| m.line == a.line && m.claim.place.as_deref().is_some_and(near))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_bound_for_a_place() {
        let of = |text: &str| {
            let (before, behind) = text.split_once('|').unwrap();
            craft(before, behind)
        };
        let air = [
            "A jet bound for | landed",
            "The plane was on its way from Cork to | when",
            "A |-bound airliner",
            "the flight from Cork to | on",
            "The aircraft was flying from New York to | with",
            "Flight 20 to |; a plane heading for | ",
        ];
        for text in &air[..5] {
            assert_eq!(of(text), Some(AIR), "{text}");
        }
        assert_eq!(of("The ferry was en route to | with"), Some(WATER));
        let others = [
            "The jet was diverted to |,",
            "A second flight bound for |",
            "The jet to | via Cork",
            "They were put on a plane to |",
            "The passengers of the jet went to |",
            "He was bound for |",
            "A connecting flight to | was",
            "The jet landed in |",
        ];
        for text in others {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
