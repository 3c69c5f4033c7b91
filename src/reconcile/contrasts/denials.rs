//! What one article tells, and another has somebody deny: `the minister asked for the list`, `denied that she had asked for the list`.

use rustc_hash::FxHashMap;

use super::pairs::{Place, What};
use super::passage::{Passage, Weight, Word};

/// Sentences that have a word; one of more tells little.
const HOLDERS: usize = 24;
/// So much of what is denied stands in the sentence that tells it, by weight, and so many words that are no names.
const DENIED: f32 = 0.75;
const FULL: usize = 2;
/// In so many words for each that is denied.
const FARTHEST: usize = 7;

/// Each verb of denial with a sentence of another article that tells what is denied, where that article has no denial of it.
pub fn pairs(passages: &[Passage]) -> Vec<(Place, Place)> {
    let mut holders: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (i, p) in passages.iter().enumerate() {
        for w in p.words.iter().filter(|w| w.weight == Weight::Full) {
            let of = holders.entry(&w.means).or_default();
            if of.last() != Some(&i) {
                of.push(i);
            }
        }
    }
    let denying = denying(passages);
    let mut out = Vec::new();
    for (i, p) in denying.iter().map(|i| (*i, &passages[*i])) {
        for verb in (0..p.words.len()).filter(|at| p.denies(*at)) {
            let clause = p.clause_behind(verb);
            let words: Vec<&Word> =
                clause.clone().map(|i| &p.words[i]).filter(|w| matches!(w.weight, Weight::Full | Weight::Name)).collect();
            let near = words.iter().filter_map(|w| holders.get(w.means.as_str())).filter(|of| of.len() <= HOLDERS).flatten();
            let mut others: Vec<usize> = near.copied().filter(|j| passages[*j].article != p.article).collect();
            others.sort_unstable();
            others.dedup();
            let told = others.into_iter().find_map(|j| Some((j, tells(passages, &denying, j, &words)?)));
            if let Some((j, range)) = told {
                let denial = Place { passage: i, words: verb..clause.end, what: What::Denial };
                out.push((Place { passage: j, words: range, what: What::Denial }, denial));
            }
        }
    }
    out
}

/// The sentences with a verb of denial, so many of each article at most.
fn denying(passages: &[Passage]) -> Vec<usize> {
    const MOST: usize = 32;
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    let mut few = |article: usize| {
        let count = counts.entry(article).or_default();
        *count += 1;
        *count <= MOST
    };
    (0..passages.len()).filter(|i| (0..passages[*i].words.len()).any(|at| passages[*i].denies(at)) && few(passages[*i].article)).collect()
}

/// The words of a sentence that tell what these words do, as a fact, in an article that tells of no denial.
fn tells(passages: &[Passage], denying: &[usize], j: usize, denied: &[&Word]) -> Option<std::ops::Range<usize>> {
    let q = &passages[j];
    let has = |q: &Passage, w: &Word| q.words.iter().any(|o| o.means == w.means && o.weight != Weight::Light);
    let full = |q: &Passage| denied.iter().filter(|w| w.weight == Weight::Full && has(q, w)).count();
    let weight = |w: &&&Word| if w.weight == Weight::Name { 0.5 } else { 1.0 };
    let all: f32 = denied.iter().map(|w| weight(&w)).sum();
    let shared: f32 = denied.iter().filter(|w| has(q, w)).map(|w| weight(&w)).sum();
    let open = q.words.iter().any(|w| w.turns || w.accuses);
    let denies = |o: &usize| passages[*o].article == q.article && full(&passages[*o]) > 0;
    if open || full(q) < FULL || shared < DENIED * all || denying.iter().any(denies) {
        return None;
    }
    let is = |w: &Word| w.weight == Weight::Full && denied.iter().any(|d| d.means == w.means);
    let range = q.words.iter().position(is)?..q.words.iter().rposition(is)? + 1;
    (range.len() <= FARTHEST * denied.len()).then_some(range)
}
