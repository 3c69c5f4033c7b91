//! Sentences that two articles share except for a few words, such as those of an agency that an outlet has edited, and the claims at the
//! same place in them: whatever their values, they are about one thing.
//!
//! Sentences meet through the smallest hashes of their runs of words and are held against each other by their longest common subsequence.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cluster::{Link, candidates};
use super::story::Story;
use super::wordings::{Shared, WordKind, Wording, Wordings};
use crate::claim::Claim;

/// How many words must be shared (fewer if the sentence has no more), and what part of both sentences.
const SHARED: usize = 6;
const LEAST: usize = 4;
const ALIKE: f32 = 0.72;
/// How many names only one of the sentences may have; where each has a name that the other lacks, they tell of two things.
const NAMES: usize = 2;
/// How many numbers beside the two claims only one of the sentences may have: with more, it is a stock phrase filled in for another event.
const NUMBERS: usize = 1;

/// Pairs of claims of a story at the same place of two nearly equal sentences.
#[derive(Default)]
pub struct Twins(FxHashSet<(usize, usize)>);

impl Twins {
    /// Among the claims of a story that `looked_at` says yes to.
    pub fn of(story: &Story, looked_at: impl Fn(&Claim) -> bool) -> Self {
        let sentences = sentences(story, looked_at);
        let sketches: Vec<&[u64]> = sentences.iter().map(|s| s.wording.sketch.as_slice()).collect();
        let pairs =
            candidates(&sketches, |i| sentences[i].article).into_iter().filter(|(a, b)| sentences[*a].article != sentences[*b].article);
        let alike: Vec<Alike> = pairs.filter_map(|(a, b)| Alike::of(&story.wordings, &sentences, a, b)).collect();
        let best = best(&sentences, &alike);
        let is_best = |x: usize, y: usize, shared: usize| best.get(&(x, sentences[y].article)) == Some(&shared);
        let twins = alike.iter().filter(|p| is_best(p.a, p.b, p.shared.len()) && is_best(p.b, p.a, p.shared.len()));
        Twins(twins.flat_map(|p| p.claims(&sentences[p.a], &sentences[p.b])).collect())
    }

    /// Whether two claims (indices into the story's claims) are twins.
    pub fn are(&self, a: usize, b: usize) -> bool {
        self.0.contains(&(a.min(b), a.max(b)))
    }

    /// The twins among some items, each given by the claim that it is (an index into the story's claims), as links between the items: surer
    /// than any other, and surest where `can_be_one`. No link where that gives none.
    pub fn links(&self, members: impl Iterator<Item = usize>, can_be_one: impl Fn(usize, usize) -> Option<bool>) -> Vec<Link> {
        let at: FxHashMap<usize, usize> = members.enumerate().map(|(item, member)| (member, item)).collect();
        let pairs = self.0.iter().filter_map(|(a, b)| Some((*at.get(a)?, *at.get(b)?)));
        pairs.filter_map(|(a, b)| Some(Link { a, b, score: sureness(can_be_one(a, b)?) })).collect()
    }
}

/// How sure it is that twins are one thing, higher than words alone can make it; those of one value join first.
pub fn sureness(can_be_one: bool) -> f32 {
    const SURE: f32 = 20.0;
    if can_be_one { 2.0 * SURE } else { SURE }
}

/// A sentence that holds claims.
struct Sentence {
    article: usize,
    wording: Rc<Wording>,
    /// Indices into the story's claims, and which words each is.
    claims: Vec<(usize, Range<usize>)>,
}

/// What only one of two sentences has.
#[derive(Default)]
struct Others {
    all: usize,
    names: usize,
    numbers: usize,
}

impl Others {
    fn and(mut self, kind: WordKind) -> Self {
        self.all += 1;
        self.names += usize::from(kind == WordKind::Name);
        self.numbers += usize::from(kind == WordKind::Number);
        self
    }

    fn go_with(&self, other: &Others) -> bool {
        let names = self.names.min(other.names) == 0 && self.names.max(other.names) <= NAMES;
        names && self.numbers.max(other.numbers) <= NUMBERS
    }
}

/// In order of the story's claims.
fn sentences(story: &Story, looked_at: impl Fn(&Claim) -> bool) -> Vec<Sentence> {
    let mut members: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (i, _) in story.claims.iter().enumerate().filter(|(_, m)| looked_at(m.claim)) {
        members.entry(story.sentence_number(i)).or_default().push(i);
    }
    members.into_values().map(|m| sentence(story, &m)).collect()
}

fn sentence(story: &Story, members: &[usize]) -> Sentence {
    let first = members[0];
    let wording = story.wordings.of(story.sentence(first));
    let start = i64::from(story.sentence_start(first));
    let place = |m: &usize| {
        let c = story.claims[*m].claim;
        let words = wording.between(i64::from(c.start) - start, i64::from(c.end) - start);
        (words.start < words.end).then_some((*m, words))
    };
    let claims = members.iter().filter_map(place).collect();
    Sentence { article: story.claims[first].article, wording, claims }
}

/// Two sentences with most words in common.
struct Alike {
    a: usize,
    b: usize,
    /// The words of the longest common subsequence, by their places in both.
    shared: Shared,
}

impl Alike {
    fn of(wordings: &Wordings, sentences: &[Sentence], a: usize, b: usize) -> Option<Alike> {
        let (x, y) = (&sentences[a].wording, &sentences[b].wording);
        let words = (x.words.len() + y.words.len()) as f32;
        let enough = |shared: usize| shared >= LEAST && 2.0 * shared as f32 >= ALIKE * words;
        let shared = if enough(in_both(&x.sorted, &y.sorted)) { wordings.shared(x, y) } else { return None };
        enough(shared.len()).then_some(Alike { a, b, shared })
    }

    /// The claims of the two sentences between the same words.
    fn claims(&self, x: &Sentence, y: &Sentence) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for (a, p) in &x.claims {
            let twin = y.claims.iter().find(|(_, q)| self.is_same_place(&x.wording, &y.wording, p, q));
            if let Some((b, _)) = twin.filter(|(_, q)| self.is_one_sentence(&x.wording, &y.wording, p, q)) {
                out.push((*a.min(b), *a.max(b)));
            }
        }
        out
    }

    /// Beside the two claims enough is shared, and all but a few names and numbers.
    fn is_one_sentence(&self, x: &Wording, y: &Wording, p: &Range<usize>, q: &Range<usize>) -> bool {
        if x.hashes == y.hashes {
            return x.words.len() >= p.len() + LEAST;
        }
        let beside: Vec<(usize, usize)> = self.shared.iter().copied().filter(|(i, j)| !p.contains(i) && !q.contains(j)).collect();
        let others = |s: &Wording, place: &Range<usize>, at: fn(&(usize, usize)) -> usize| {
            let mut shared = beside.iter().map(at).peekable();
            let rest = s.words.iter().enumerate().filter(|(i, _)| !place.contains(i) && shared.next_if_eq(i).is_none());
            rest.fold(Others::default(), |o, (_, w)| o.and(w.kind))
        };
        let (x, y) = (others(x, p, |pair| pair.0), others(y, q, |pair| pair.1));
        let whole = x.all + y.all == 0;
        beside.len() >= if whole { LEAST } else { SHARED } && x.go_with(&y)
    }

    /// The words before are shared, or both begin the sentence; and so with those behind.
    fn is_same_place(&self, x: &Wording, y: &Wording, p: &Range<usize>, q: &Range<usize>) -> bool {
        let shared = |i: usize, j: usize| self.shared.binary_search(&(i, j)).is_ok();
        let before = match (p.start.checked_sub(1), q.start.checked_sub(1)) {
            (Some(i), Some(j)) => shared(i, j),
            (i, j) => i == j,
        };
        let ends = (p.end == x.words.len(), q.end == y.words.len());
        before && if ends.0 || ends.1 { ends.0 == ends.1 } else { shared(p.end, q.end) }
    }
}

/// How many words of the one stand in the other, order apart: no fewer than their longest common subsequence has. Both are in order.
fn in_both(x: &[u32], y: &[u32]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < x.len() && j < y.len() {
        match x[i].cmp(&y[j]) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => (i, j, both) = (i + 1, j + 1, both + 1),
        }
    }
    both
}

/// For each sentence and each other article, how many words it shares with the sentence there that shares most.
fn best(sentences: &[Sentence], alike: &[Alike]) -> FxHashMap<(usize, usize), usize> {
    let mut best: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for p in alike {
        for (x, y) in [(p.a, p.b), (p.b, p.a)] {
            let most = best.entry((x, sentences[y].article)).or_default();
            *most = (*most).max(p.shared.len());
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(article: usize, text: &str, claims: &[&str]) -> Sentence {
        let wording = Wording::new(article, text);
        let place = |(m, c): (usize, &&str)| {
            let at = text.find(c).expect("the claim") as i64;
            (m, wording.between(at, at + c.len() as i64))
        };
        let claims = claims.iter().enumerate().map(place).collect();
        Sentence { article, wording: Rc::new(wording), claims }
    }

    fn twins(a: (&str, &[&str]), b: (&str, &[&str])) -> Vec<(usize, usize)> {
        let both = [of(0, a.0, a.1), of(1, b.0, b.1)];
        Alike::of(&Wordings::default(), &both, 0, 1).map_or(Vec::new(), |p| p.claims(&both[0], &both[1]))
    }

    #[test]
    fn the_same_place_of_two_sentences() {
        let first = ("The firm paid 40 million euros for the mill by the river in May.", ["40 million euros"].as_slice());
        let second = ("The firm paid 70 million euros for the old mill by the river in May.", ["70 million euros"].as_slice());
        assert_eq!(twins(first, second), [(0, 0)]);
        let moved = ("In May the firm, paid for the mill by the river, gave 70 million euros.", ["70 million euros"].as_slice());
        assert_eq!(twins(first, moved), []);
    }

    #[test]
    fn a_form_filled_in_for_another_event_is_no_twin() {
        let first = ("A tremor of magnitude 4.6 struck 14 miles north of Dorset Springs at 2:09 in the morning.", ["4.6"].as_slice());
        let second = ("A tremor of magnitude 3.1 struck 22 miles north of Marlow Creek at 7:51 in the morning.", ["3.1"].as_slice());
        assert_eq!(twins(first, second), []);
    }
}
