//! Where a vehicle was to go, according to each source: "a jet bound for Oslo", "an Oslo-bound jet", "the ferry from Dover to Calais".

use std::collections::{BTreeMap, BTreeSet};

use super::group::Draft;
use super::owners::{CROWD, last_words, plain};
use super::places::{self, Days, Relation, Stated, relation, words_around};
use super::slots::{self, Filler, names_other, pairs};
use super::story::Story;
use crate::lexicon::{class, lexicon, word_sets};

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

/// A group for each kind of vehicle of which articles each name one destination. `days`: those that each sentence names.
pub fn groups(story: &Story, stated: &Stated, days: &Days) -> Vec<Draft> {
    let mut courses: BTreeMap<u32, Vec<Filler>> = BTreeMap::new();
    for filler in (0..story.claims.len()).filter_map(|m| Filler::of(story, m)) {
        if let Some(craft) = craft(story.before(filler.member), story.behind(filler.member)) {
            courses.entry(craft).or_default().push(filler);
        }
    }
    courses.values().filter_map(|items| draft(story, stated, days, items)).collect()
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
fn draft(story: &Story, stated: &Stated, days: &Days, items: &[Filler]) -> Option<Draft> {
    let between = || pairs(items).filter(|(a, b)| a.line != b.line);
    let relate = |a: &Filler, b: &Filler| relation(stated, a.place, b.place);
    if items.len() > CROWD
        || pairs(items).any(|(a, b)| a.line == b.line && relate(a, b) != Relation::Same)
        || !between().any(|(a, b)| are_of_one(story, days, a, b))
    {
        return None;
    }
    // the vehicle may have had both on its way
    let stop = |a: &Filler, b: &Filler| names_other(story, stated, a, b) || names_other(story, stated, b, a);
    let verdict = match between().find(|(a, b)| relate(a, b) == Relation::Apart) {
        Some((a, b)) if !are_of_one(story, days, a, b) || stop(a, b) => return None,
        Some((a, b)) => places::apart(a.place, b.place),
        None if between().any(|(a, b)| relate(a, b) == Relation::Unknown) => return None,
        None => slots::of_one(items),
    };
    Some(slots::draft(story, items, "bound for".to_owned(), "where: bound for".to_owned(), verdict))
}

/// Both sentences tell of one voyage: a name besides is shared, or words of what happened, and no other day.
fn are_of_one(story: &Story, days: &Days, a: &Filler, b: &Filler) -> bool {
    const TELLING: usize = 3;
    let stems = |i: &Filler| words_around(story.before(i.member), story.behind(i.member)).into_iter().collect::<BTreeSet<_>>();
    let own: BTreeSet<String> = [a, b].iter().flat_map(|i| i.place.name.split(' ').map(str::to_lowercase)).collect();
    let named = |i: &Filler| capitals(story.sentence(i.member)).filter(|w| !own.contains(w)).collect::<BTreeSet<_>>();
    let days = |i: &Filler| days.get(&story.sentence_number(i.member)).map_or(&[][..], Vec::as_slice);
    let (x, y) = (days(a), days(b));
    let other_day = !x.is_empty() && !y.is_empty() && x.iter().all(|d| y.iter().all(|e| !d.overlaps(*e)));
    let told = !named(a).is_disjoint(&named(b)) || stems(a).intersection(&stems(b)).count() >= TELLING;
    told && !other_day
}

/// The words of a sentence, behind its first, that have a capital and are names.
fn capitals(sentence: &str) -> impl Iterator<Item = String> {
    let words = sentence.split_whitespace().skip(1).take(60).filter(|w| w.starts_with(char::is_uppercase));
    let light = |w: &String| lexicon().words.classes(lexicon().words.id(w)).any(class::FUNCTION | class::WEEKDAY | class::MONTH);
    words.map(|w| plain(w.trim_end_matches("'s").trim_end_matches("’s"))).filter(move |w| w.len() > 2 && !light(w))
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
