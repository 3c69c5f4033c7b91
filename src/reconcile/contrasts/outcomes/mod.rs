//! How one thing ended, told one way by one article and another way by another: `was found guilty`, `was acquitted`.
//!
//! Two outcomes of one matter exclude each other for one person, or for one thing. An article that tells both tells of a course of things,
//! or of two people, and so says nothing against another.

mod finding;
mod who;

use std::collections::{BTreeMap, BTreeSet};

use self::finding::{Finding, all};
use self::who::Whose;
use super::pairs::{Place, What, shared};
use super::passage::{Passage, Weight};
use crate::claim::Short;
use crate::lexicon::outcomes::Part;

/// Findings of one matter that are held against each other by their words.
const MOST: usize = 64;

/// The places of two articles that tell two outcomes of one matter.
pub fn pairs(passages: &[Passage]) -> Vec<(Place, Place)> {
    let mut by_matter: BTreeMap<u16, Vec<Finding>> = BTreeMap::new();
    all(passages).into_iter().for_each(|f| by_matter.entry(f.matter).or_default().push(f));
    by_matter.values().flat_map(|of| of_people(passages, of).into_iter().chain(of_things(passages, of))).collect()
}

fn place(f: &Finding) -> Place {
    Place { passage: f.passage, words: f.words.clone(), what: What::Outcome(f.matter) }
}

/// Two outcomes for one person, where no article of the two has both.
fn of_people(passages: &[Passage], of: &[Finding]) -> Vec<(Place, Place)> {
    let mut by_person: BTreeMap<&Short, Vec<&Finding>> = BTreeMap::new();
    for f in of.iter().filter(|f| f.told && f.part != Part::What) {
        if let Whose::Person(person) = &f.whose {
            by_person.entry(person).or_default().push(f);
        }
    }
    let article = |f: &Finding| passages[f.passage].article;
    let mut out = Vec::new();
    for (person, told) in by_person {
        let may_be_his = |f: &Finding| matches!(&f.whose, Whose::Unknown) || f.whose == Whose::Person(person.clone());
        let mut ends: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        of.iter()
            .filter(|f| f.part != Part::What && f.counts() && may_be_his(f))
            .for_each(|f| _ = ends.entry(article(f)).or_default().insert(f.name));
        let told: Vec<&Finding> = told.into_iter().filter(|f| ends[&article(f)].len() == 1).collect();
        let Some(first) = told.first() else { continue };
        let others = told.iter().filter(|f| f.name != first.name && are_of_one_day(&passages[first.passage], &passages[f.passage]));
        let others = others.filter(|f| !(is_charged_apart(passages, first, f) || is_charged_apart(passages, f, first)));
        others.for_each(|f| out.push((place(first), place(f))));
    }
    out
}

/// Behind the `of` of one stands another thing than behind the other: "convicted of manslaughter", "acquitted of murder"; "died of
/// cancer", "survived the crash".
fn is_charged_apart(passages: &[Passage], a: &Finding, b: &Finding) -> bool {
    let (p, q) = (&passages[a.passage], &passages[b.passage]);
    let (x, y) = (p.charge(a.words.end), q.charge(b.words.end));
    let y = if y.is_empty() { q.object(b.words.end) } else { y };
    !x.is_empty() && !y.is_empty() && x.is_disjoint(&y)
}

/// Two outcomes for one thing, by the words of the two sentences, where neither article tells the other's of it.
fn of_things(passages: &[Passage], of: &[Finding]) -> Vec<(Place, Place)> {
    let things: Vec<&Finding> = of.iter().filter(|f| f.part == Part::What).take(MOST).collect();
    let article = |f: &Finding| passages[f.passage].article;
    let has = |of: usize, other: &Finding| {
        things.iter().any(|f| article(f) == of && f.name == other.name && f.counts() && may_be_one(passages, f, other))
    };
    let pairs = things.iter().enumerate().flat_map(|(n, a)| things[n + 1..].iter().map(move |b| (*a, *b)));
    let opposed = pairs.filter(|(a, b)| a.told && b.told && a.name != b.name && article(a) != article(b));
    let of_one = opposed.filter(|(a, b)| are_of_one_thing(passages, a, b) && !has(article(a), b) && !has(article(b), a));
    of_one.map(|(a, b)| (place(a), place(b))).collect()
}

/// The two sentences share what the outcome is of, and nobody else decides.
fn are_of_one_thing(passages: &[Passage], a: &Finding, b: &Finding) -> bool {
    const SHARED: f32 = 2.0;
    let (p, q) = (&passages[a.passage], &passages[b.passage]);
    let (x, y) = (p.told(&a.words), q.told(&b.words));
    let full = x.iter().filter(|(word, name)| !**name && y.get(*word) == Some(&false) && !a.deciders.contains(**word)).count();
    let names = |p: &Passage| p.words.iter().filter(|w| w.weight == Weight::Name).map(|w| w.means.clone()).collect::<BTreeSet<_>>();
    let by_another = |of: &Finding, q: &Passage, other: &Finding| {
        !of.deciders.is_empty() && !other.deciders.is_empty() && of.deciders.is_disjoint(&names(q))
    };
    full > 0 && shared(&x, &y) >= SHARED && are_of_one_day(p, q) && !(by_another(a, q, b) && by_another(b, p, a))
}

/// They may be of one thing, as far as one word tells.
fn may_be_one(passages: &[Passage], a: &Finding, b: &Finding) -> bool {
    let (x, y) = (passages[a.passage].told(&a.words), passages[b.passage].told(&b.words));
    x.keys().any(|word| y.contains_key(word))
}

fn are_of_one_day(p: &Passage, q: &Passage) -> bool {
    let (x, y) = (p.days(), q.days());
    x.is_empty() || y.is_empty() || !x.is_disjoint(&y)
}
