//! Who did it to whom, and the other way round in another article: `Weir beat Lund`, `Lund beat Weir`, `Weir was beaten by Lund`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::pairs::{Place, What};
use super::passage::{Passage, Weight};

/// Verbs of one key that are looked at.
const MOST: usize = 200;
/// Words of a name.
const LONGEST: usize = 5;

/// The meaning of a verb, and a word of each of the two names that it joins.
type Key<'a> = (&'a str, &'a str, &'a str);

/// Two sentences of two articles with one verb between the same two names, which are turned, where neither article has them as the other.
pub fn pairs(passages: &[Passage]) -> Vec<(Place, Place)> {
    let mut told: BTreeMap<Key, Vec<(bool, Place)>> = BTreeMap::new();
    for (passage, p) in passages.iter().enumerate() {
        for at in 0..p.words.len() {
            let Some((doer, other)) = p.doer_and_other(at) else { continue };
            let place = Place { passage, words: at..at + 1, what: What::Turned };
            for (x, y) in words(p, &doer).flat_map(|x| words(p, &other).map(move |y| (x, y))).filter(|(x, y)| x != y) {
                let of = told.entry((&p.words[at].means, x.min(y), x.max(y))).or_default();
                if of.len() < MOST {
                    of.push((x < y, place.clone()));
                }
            }
        }
    }
    told.values().filter_map(|of| turned(passages, of)).collect()
}

/// The words of a name that tell it from others.
fn words<'p>(p: &'p Passage, name: &Range<usize>) -> impl Iterator<Item = &'p str> {
    p.words[name.clone()].iter().filter(|w| !w.title && !w.generic).map(|w| w.means.as_str())
}

/// The first two of them that contradict each other, if each article tells it one way.
fn turned(passages: &[Passage], of: &[(bool, Place)]) -> Option<(Place, Place)> {
    let article = |p: &Place| passages[p.passage].article;
    let alone = |way: bool, p: &Place| !of.iter().any(|(other, q)| *other != way && article(q) == article(p));
    let one = |way: bool| of.iter().find(|(w, p)| *w == way && alone(way, p)).map(|(_, p)| p);
    let (a, b) = one(true).zip(one(false))?;
    let (x, y) = (passages[a.passage].days(), passages[b.passage].days());
    let of_two_days = !x.is_empty() && !y.is_empty() && x.is_disjoint(&y);
    let numbers = |p: &Place| passages[p.passage].numbers();
    (!of_two_days && (numbers(a).is_subset(&numbers(b)) || numbers(b).is_subset(&numbers(a)))).then(|| (a.clone(), b.clone()))
}

impl Passage {
    /// Of the verb at a word by which one of two does something to the other: the names of the two. `beat`, `was beaten by`, but not `was
    /// beaten`.
    fn doer_and_other(&self, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        if !self.strikes(at) {
            return None;
        }
        let suffered = at.checked_sub(1).is_some_and(|i| self.is_passive_auxiliary(i));
        match (suffered, self.by(at + 1)) {
            (false, None) => Some((self.name_before(at)?, self.name_behind(at + 1)?)),
            (true, Some(by)) => Some((self.name_behind(by + 1)?, self.name_before(at)?)),
            _ => None,
        }
    }

    /// The `by` behind a verb; a result or a day may stand before it: `were beaten 3-1 by`.
    fn by(&self, from: usize) -> Option<usize> {
        const REACH: usize = 4;
        let between = |i: &usize| matches!(self.words[*i].weight, Weight::Light | Weight::Number | Weight::Day);
        (from..(from + REACH).min(self.words.len())).take_while(between).find(|i| self.words[*i].lower == "by")
    }

    /// The name nearest before a word, if no mark and no other word with meaning stands between them.
    fn name_before(&self, at: usize) -> Option<Range<usize>> {
        let last = self.place_before(at, false)?;
        let first = (last.saturating_sub(LONGEST - 1)..last).rev().take_while(|i| !self.words[i + 1].apart && self.is_name(*i)).last();
        self.is_name(last).then(|| first.unwrap_or(last)..last + 1)
    }

    /// The name nearest from a word on, likewise.
    fn name_behind(&self, start: usize) -> Option<Range<usize>> {
        let first = self.place_behind(start)?;
        let last = (first + 1..(first + LONGEST).min(self.words.len())).take_while(|i| !self.words[*i].apart && self.is_name(*i)).last();
        self.is_name(first).then(|| first..last.unwrap_or(first) + 1)
    }

    /// A name; a sentence may begin with one that is also a word.
    fn is_name(&self, at: usize) -> bool {
        let w = &self.words[at];
        w.weight == Weight::Name || at == 0 && w.weight == Weight::Full
    }
}
