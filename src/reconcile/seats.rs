//! Where an organisation has its seat, according to each source: "based in Bergen", "Bergen will be home to the headquarters of".

use std::collections::{BTreeMap, BTreeSet};

use super::group::Draft;
use super::nearness::above;
use super::owners::{CROWD, NEW, apposed, last_words, merged_in, named, object, plain, subject};
use super::places::{self, Relation, Stated, relation};
use super::slots::{self, Filler, names_other, pairs};
use super::story::Story;
use crate::claim::{Place, PlaceType};

/// A group for each organisation of which two articles each name one seat.
pub fn groups(story: &Story, stated: &Stated) -> Vec<Draft> {
    let mut owners: BTreeMap<String, Vec<Filler>> = BTreeMap::new();
    let cities = (0..story.claims.len()).filter_map(|m| Filler::of(story, m)).filter(|f| f.place.place_type == PlaceType::City);
    for filler in cities {
        if let Some(owner) = owner(story.before(filler.member), story.behind(filler.member)) {
            owners.entry(owner).or_default().push(filler);
        }
    }
    let people: BTreeSet<String> =
        story.claims.iter().filter_map(|m| m.claim.person.as_ref()).map(|p| p.name.as_str().to_lowercase()).collect();
    // a person by the whole name or by the end of it
    let called: BTreeSet<&str> =
        people.iter().flat_map(|p| std::iter::once(p.as_str()).chain(p.match_indices(' ').map(|(at, _)| &p[at + 1..]))).collect();
    owners
        .into_iter()
        .filter(|(owner, _)| !called.contains(owner.as_str()))
        .filter_map(|(owner, items)| draft(story, stated, &owner, &items))
        .collect()
}

/// Words of an office that has others beside it, or is left.
const MOVED: [&str; 20] = [
    "branch",
    "former",
    "formerly",
    "formed",
    "founded",
    "leave",
    "leaving",
    "left",
    "move",
    "moved",
    "moves",
    "moving",
    "once",
    "originally",
    "previously",
    "relocate",
    "relocated",
    "shift",
    "until",
    "used",
];

/// Whose seat a place is by the words around it.
fn owner(before: &str, behind: &str) -> Option<String> {
    let words = last_words(before);
    let next: Vec<&str> = behind.split_whitespace().take(14).collect();
    if words.iter().chain(&next).any(|w| MOVED.contains(&plain(w).as_str())) {
        return None;
    }
    based(&words).or_else(|| with_office(&words)).or_else(|| office_is(&words)).or_else(|| attribute(behind)).or_else(|| is_home(&next))
}

/// `… based in`, `… run from`.
fn based(words: &[&str]) -> Option<String> {
    let (last, phrase) = (plain(words.last()?), plain(words.get(words.len().checked_sub(2)?)?));
    let of = &words[..words.len() - 2];
    match (phrase.as_str(), last.as_str()) {
        ("based" | "headquartered", "in") | ("run" | "managed", "from") => subject(of).or_else(|| apposed(of)).or_else(|| merged_in(of)),
        _ => None,
    }
}

/// `… has its headquarters in`, `Norvik's head office in`.
fn with_office(words: &[&str]) -> Option<String> {
    const PLAIN: [&str; 10] = ["a", "its", "their", "global", "world", "worldwide", "corporate", "main", "the", "head"];
    let office = words.len().checked_sub(2).filter(|_| words.last().is_some_and(|w| plain(w) == "in"))?;
    let head = match plain(words[office]).as_str() {
        "headquarters" => office,
        "office" => office.checked_sub(1).filter(|i| matches!(plain(words[*i]).as_str(), "head" | "main"))?,
        _ => return None,
    };
    let from = words[..head].iter().rposition(|w| !PLAIN.contains(&plain(w).as_str()))?;
    match plain(words[from]).as_str() {
        "has" | "have" | "keep" | "keeps" => subject_of_having(&words[..=from]),
        "with" => named(&words[..from]).or_else(|| merged_in(&words[..from])),
        _ if words[from].ends_with("'s") || words[from].ends_with("’s") => named(&words[..=from]),
        _ => None,
    }
}

/// Who has something, the verb among the words: "the merged group will have".
fn subject_of_having(words: &[&str]) -> Option<String> {
    let own = &words[..words.len() - 1];
    subject(own).or_else(|| named(own))
}

/// `the headquarters of Norvik will be in`.
fn office_is(words: &[&str]) -> Option<String> {
    let of = words.iter().rposition(|w| plain(w) == "of").filter(|i| *i > 0 && plain(words[i - 1]) == "headquarters")?;
    let end = words.len() - 1;
    (plain(words[end]) == "in" && of + 1 < end).then(|| subject(&words[of + 1..end])).flatten()
}

/// `-based Norvik Shipping`.
fn attribute(behind: &str) -> Option<String> {
    let words: Vec<&str> = behind.strip_prefix("-based ")?.split_whitespace().take(6).collect();
    object(&words)
}

/// `will be home to the headquarters of Norvik`, `is to be the seat of Norvik`.
fn is_home(words: &[&str]) -> Option<String> {
    const COPULAS: [&str; 6] = ["will", "be", "is", "to", "becomes", "become"];
    let from = words.iter().position(|w| !COPULAS.contains(&plain(w).as_str()))?;
    let rest: Vec<String> = words[from..].iter().map(|w| plain(w)).collect();
    let is = |phrase: &[&str]| rest.len() > phrase.len() && phrase.iter().zip(&rest).all(|(a, b)| a == b);
    let phrases: [&[&str]; 5] = [
        &["home", "to", "the", "headquarters", "of"],
        &["home", "to", "the", "head", "office", "of"],
        &["the", "headquarters", "of"],
        &["the", "seat", "of"],
        &["headquarters", "of"],
    ];
    let found = phrases.into_iter().find(|phrase| is(phrase)).filter(|_| from > 0)?;
    object(&words[from + found.len()..])
}

/// The seats that the articles give, if each gives one and all are known.
fn draft(story: &Story, stated: &Stated, owner: &str, items: &[Filler]) -> Option<Draft> {
    let lines: BTreeSet<usize> = items.iter().map(|i| i.line).collect();
    if lines.len() < 2 || items.len() > CROWD || owner != NEW && !story.are_of_one_month(items.iter().map(|i| i.member)) {
        return None;
    }
    let relate = |a: &Filler, b: &Filler| relation(stated, a.place, b.place);
    let two_in_one = pairs(items).any(|(a, b)| a.line == b.line && a.place.entity != b.place.entity);
    if two_in_one || pairs(items).any(|(a, b)| relate(a, b) == Relation::Unknown) {
        return None;
    }
    let verdict = match pairs(items).find(|(a, b)| relate(a, b) == Relation::Apart) {
        Some((a, b)) if are_of_one_region(a.place, b.place) || names_other(story, stated, a, b) || names_other(story, stated, b, a) => {
            return None;
        }
        Some((a, b)) => places::apart(a.place, b.place),
        None => slots::of_one(items),
    };
    let called = if owner == NEW { "merged company" } else { owner };
    Some(slots::draft(story, items, format!("seat {owner}"), format!("where: seat of {called}"), verdict))
}

/// Two towns of one region may be a town and its suburb.
fn are_of_one_region(a: &Place, b: &Place) -> bool {
    let (x, y) = (above(&a.entity), above(&b.entity));
    x.len() > 1 && y.len() > 1 && x.first() == y.first()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_seat() {
        let of = |text: &str| {
            let (before, behind) = text.split_once('|').unwrap();
            owner(before, behind)
        };
        let seats = [
            "Norvik Shipping, based in |.",
            "Norvik Shipping, which is headquartered in |,",
            "Norvik Shipping, a small company based in |,",
            "Norvik Shipping has its head office in |.",
            "The headquarters of Norvik Shipping will be in |.",
            "It is |-based Norvik Shipping that",
            "|will be home to the headquarters of Norvik Shipping.",
            "a fire at Norvik Shipping's headquarters in | on",
        ];
        for text in seats {
            assert_eq!(of(text).as_deref(), Some("norvik shipping"), "{text}");
        }
        assert_eq!(of("The merged company will be based in | and led by").as_deref(), Some("merged"));
        let others = [
            "Norvik Shipping has its European headquarters in |.",
            "Norvik Shipping opened an office in |.",
            "Norvik Shipping, once based in |,",
            "The company is based in |.",
            "a reporter for Norvik Shipping based in |",
        ];
        assert!(others.iter().all(|text| of(text).is_none()));
    }
}
