//! Which words of two articles stand in one place of one story.

use std::collections::BTreeSet;

use super::passage::{Passage, Weight, Word};
use crate::lexicon::contrasts::{self, Cell, Stand};

/// A word of a family where it stands.
#[derive(Clone, Copy)]
pub struct Place {
    /// The number of the passage, and of the word in it.
    pub passage: usize,
    pub word: usize,
    pub cell: Cell,
}

/// How much two sentences must share, by weight, and how much of what both have.
const SHARED: f32 = 2.5;
const ALIKE: f32 = 0.45;
/// And of the words next to the two.
const NEAR: usize = 3;
const SHARED_NEAR: f32 = 1.0;
/// Words around in which names that the other lacks tell of somebody else.
const AROUND: usize = 6;

/// A name is told in many sentences of its article.
fn weight(name: bool) -> f32 {
    if name { 0.5 } else { 1.0 }
}

/// What a sentence tells but for a word: meanings, and whether each is a name.
type Told<'a> = BTreeSet<(&'a str, bool)>;

fn sum<'a>(words: impl Iterator<Item = &'a (&'a str, bool)>) -> f32 {
    words.map(|(_, name)| weight(*name)).sum()
}

/// Two words of one family and unlike kinds are told of one thing.
pub fn are_of_one(passages: &[Passage], a: &Place, b: &Place) -> bool {
    let (p, q) = (&passages[a.passage], &passages[b.passage]);
    let both = |holder: &Passage, kinds: u64| holder.words.iter().any(|w| is_of(w, a.cell.family, kinds));
    if both(p, b.cell.kinds) || both(q, a.cell.kinds) || p.turns(a.word) != q.turns(b.word) {
        return false;
    }
    let (x, y) = (p.told(a.word), q.told(b.word));
    let shared = sum(x.intersection(&y));
    let alike = 2.0 * shared / (sum(x.iter()) + sum(y.iter())).max(f32::MIN_POSITIVE);
    shared >= SHARED && alike >= ALIKE && are_near(p, q, a, b) && stand_alike(p, q, a, b) && !are_of_two(p, q, a, b)
}

/// Words next to the two are the same.
fn are_near(p: &Passage, q: &Passage, a: &Place, b: &Place) -> bool {
    let near = |p: &Passage, at: usize| p.near(at, NEAR).map(|w| (w.means.to_string(), w.weight == Weight::Name)).collect::<BTreeSet<_>>();
    near(p, a.word).intersection(&near(q, b.word)).map(|(_, name)| weight(*name)).sum::<f32>() >= SHARED_NEAR
}

/// The words beside the two are those that the family asks for.
fn stand_alike(p: &Passage, q: &Passage, a: &Place, b: &Place) -> bool {
    let same = |x: Option<&Word>, y: Option<&Word>| x.zip(y).is_some_and(|(x, y)| x.means == y.means);
    let before = || same(p.before(a.word), q.before(b.word));
    let behind = || same(p.behind(a.word), q.behind(b.word));
    let next =
        |p: &Passage, at: usize| p.words.get(at + 1).filter(|w| !w.apart && w.weight == Weight::Full && !w.verbal).map(|w| w.means.clone());
    match contrasts::family(a.cell).stand {
        Stand::Adjective => behind(),
        Stand::Between => before() && behind(),
        Stand::Verb => before() || behind() && p.before(a.word).is_none(),
        // of whom or what, and the kind of a noun that follows: "the driver's brother", "a bus driver"
        Stand::Noun => next(p, a.word) == next(q, b.word) && owner(p, a.word).zip(owner(q, b.word)).is_none_or(|(x, y)| x == y),
    }
}

/// Whose it is: the word before, with the clitic of a genitive.
fn owner(p: &Passage, at: usize) -> Option<&str> {
    const REACH: usize = 3;
    let near = at.saturating_sub(REACH)..at;
    near.rev().take_while(|i| !p.words[i + 1].apart).find(|i| p.words[*i].owns).map(|i| p.words[i].means.as_str())
}

/// Each names somebody, a day or a year whom the other does not.
fn are_of_two(p: &Passage, q: &Passage, a: &Place, b: &Place) -> bool {
    let names = |p: &Passage, at: usize| -> BTreeSet<String> {
        let around = &p.words[at.saturating_sub(AROUND)..(at + AROUND).min(p.words.len())];
        around
            .iter()
            .filter(|w| w.weight == Weight::Name || w.weight == Weight::Number && w.lower.len() == 4)
            .map(|w| w.means.to_string())
            .collect()
    };
    let all = |p: &Passage| -> BTreeSet<String> { p.words.iter().map(|w| w.means.to_string()).collect() };
    let others = |x: BTreeSet<String>, y: BTreeSet<String>| !x.is_subset(&y);
    let days = (p.days(), q.days());
    let of_two_days = !days.0.is_empty() && !days.1.is_empty() && days.0.is_disjoint(&days.1);
    of_two_days || others(names(p, a.word), all(q)) && others(names(q, b.word), all(p))
}

fn is_of(w: &Word, family: u16, kinds: u64) -> bool {
    contrasts::of(&w.lower).iter().any(|c| c.family == family && c.kinds & kinds != 0)
}

/// The word of `a` stands in a sentence of the article of `b` on the same thing.
pub fn is_told_there<'p>(passages: &[Passage], a: &Place, mut there: impl Iterator<Item = &'p Place>) -> bool {
    const ENOUGH: f32 = 2.0;
    let told = passages[a.passage].told(a.word);
    let on_it = |q: &Place| {
        let other: Told = passages[q.passage].told(q.word);
        sum(told.intersection(&other)) >= ENOUGH
    };
    there.any(|q| q.cell.family == a.cell.family && q.cell.kinds & a.cell.kinds != 0 && on_it(q))
}
