//! People in one company: two articles that name mostly the same tell the same numbers and names around two that the other article does not
//! have, and no words need be alike ("Captain Weir was sent off in the 61st minute for a foul on Lund", "Webb saw the red card in the 61st
//! minute when he brought down Lund").

use std::hash::{BuildHasher, Hasher};
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashSet};

use super::pairs::{Articles, Place, What, are_of_two_days, are_strangers};
use super::passage::{Name, Passage, Weight};
use crate::reconcile::cluster::candidates;

/// So much company is enough: a number counts twice, a name once, other words once together. A choice, not a measurement.
const ENOUGH: usize = 4;

/// Pairs of people of two articles that may stand in one place.
pub fn pairs(passages: &[Passage], articles: &Articles) -> Vec<(Place, Place)> {
    let mut places: Vec<Place> = Vec::new();
    for (passage, p) in passages.iter().enumerate() {
        let people = p.names().into_iter().filter(|n| p.words[n.clone()].iter().any(|w| w.kind == Name::Person));
        places.extend(people.map(|words| Place { passage, words, what: What::Stranger }));
    }
    let features: Vec<Vec<u64>> = places.iter().map(|p| features(&passages[p.passage], &p.words)).collect();
    let found = candidates(&features, |i| places[i].passage).into_iter().map(|(i, j)| (&places[i], &places[j]));
    found.filter(|(a, b)| may_be_one(passages, articles, a, b)).map(|(a, b)| (a.clone(), b.clone())).collect()
}

/// A number that two sentences do not share by chance: `61st`, `340`.
fn is_telling(p: &Passage, i: usize) -> bool {
    const SHORTEST: usize = 3;
    let w = &p.words[i];
    let digits = w.weight == Weight::Number && w.lower.bytes().all(|b| b.is_ascii_digit());
    let ordinal = || p.words.get(i + 1).is_some_and(|w| !w.apart && matches!(w.lower.as_str(), "st" | "nd" | "rd" | "th"));
    digits && (w.lower.len() >= SHORTEST || w.lower.len() + 1 == SHORTEST && ordinal())
}

/// The telling numbers of the sentence.
fn features(p: &Passage, at: &Range<usize>) -> Vec<u64> {
    let hash = |i: usize| {
        let mut h = FxBuildHasher.build_hasher();
        h.write(p.words[i].means.as_bytes());
        h.finish()
    };
    others(p, at).filter(|i| is_telling(p, *i)).map(hash).collect()
}

/// The words of the sentence but for some.
fn others(p: &Passage, at: &Range<usize>) -> impl Iterator<Item = usize> {
    let at = at.clone();
    (0..p.words.len()).filter(move |i| !at.contains(i))
}

fn may_be_one(passages: &[Passage], articles: &Articles, a: &Place, b: &Place) -> bool {
    let (p, q) = (&passages[a.passage], &passages[b.passage]);
    p.article != q.article
        && company(p, a, q, b) >= ENOUGH
        && articles.are_close(p.article, q.article)
        && articles.are_of_one_time(passages, a, b)
        && are_strangers(articles, (p, a), (q, b))
        && !are_of_two_days(p, q)
        && is_only_stranger(articles, p, a, q.article)
        && is_only_stranger(articles, q, b, p.article)
}

/// No other name of the sentence is one that the other article does not have.
fn is_only_stranger(articles: &Articles, p: &Passage, a: &Place, other: usize) -> bool {
    p.names().iter().all(|n| *n == a.words || articles.has(other, &p.words[n.clone()]))
}

/// How much both sentences tell.
fn company(p: &Passage, a: &Place, q: &Passage, b: &Place) -> usize {
    let told: FxHashSet<&str> = others(q, &b.words).map(|i| q.words[i].means.as_str()).collect();
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let (mut sum, mut words) = (0, 0);
    for i in others(p, &a.words) {
        let w = &p.words[i];
        if !told.contains(w.means.as_str()) || !seen.insert(w.means.as_str()) {
            continue;
        }
        match w.weight {
            Weight::Number if is_telling(p, i) => sum += 2,
            Weight::Name | Weight::Day => sum += 1,
            Weight::Full => words = 1,
            Weight::Number | Weight::Light => {}
        }
    }
    sum + words
}
