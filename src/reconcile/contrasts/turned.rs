//! Who did it to whom, and the other way round in another article: `Weir beat Lund`, `Lund beat Weir`.

use std::collections::BTreeMap;

use super::pairs::{Place, What};
use super::passage::{Passage, Weight};

/// Verbs of one article that are looked at.
const MOST: usize = 200;

/// Whom the verbs of a passage join, as two meanings, and the verb's own.
type Key<'a> = (&'a str, &'a str, &'a str);

/// Two sentences of two articles with one verb between the same two names, which are turned, where neither article has them as the other.
pub fn pairs(passages: &[Passage]) -> Vec<(Place, Place)> {
    let mut told: BTreeMap<Key, Vec<(bool, Place)>> = BTreeMap::new();
    for (passage, p) in passages.iter().enumerate() {
        for at in (0..p.words.len()).filter(|at| p.strikes(*at)) {
            let Some((x, y)) = p.before(at, false).zip(p.behind(at + 1)).filter(|(x, y)| x.means != y.means) else { continue };
            let names = [x, y].iter().all(|w| w.weight == Weight::Name);
            let (first, second) = (x.means.as_str().min(y.means.as_str()), x.means.as_str().max(y.means.as_str()));
            let of = told.entry((&p.words[at].means, first, second)).or_default();
            if names && of.len() < MOST {
                of.push((x.means.as_str() == first, Place { passage, words: at..at + 1, what: What::Turned }));
            }
        }
    }
    told.values().filter_map(|of| turned(passages, of)).collect()
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
