//! Sentences that two articles have in all but a few words, as those of an agency that an outlet has changed, and the claims that stand in
//! them at the same place: whatever their values, they are about one thing.
//!
//! Sentences meet through the smallest hashes of their runs of words (the sketch of Broder 1997) and are held against each other by their
//! longest common subsequence.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher};
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::cluster::{Link, candidates};
use super::story::Story;
use super::subsequence::common;
use crate::claim::Claim;

/// Words of a run.
const RUN: usize = 3;
/// Hashes kept of a sentence.
const SKETCH: usize = 4;
/// Of so long a sentence the rest is not looked at.
const LONGEST: usize = 96;
/// So many words must be shared, fewer if they are all, and this part of the words of both sentences.
const SHARED: usize = 6;
const LEAST: usize = 4;
const ALIKE: f32 = 0.72;
/// Names that only one of the sentences has; a name of each that the other lacks says that something else is told of.
const NAMES: usize = 2;
/// Numbers beside the two claims that only one of the sentences has: with more, it is a form filled in for another event.
const NUMBERS: usize = 1;

/// Pairs of claims of a story at the same place of two sentences that are all but the same.
#[derive(Default)]
pub struct Twins(FxHashSet<(usize, usize)>);

impl Twins {
    /// Among the claims of a story that `looked_at` says yes to.
    pub fn of(story: &Story, looked_at: impl Fn(&Claim) -> bool) -> Self {
        let sentences = sentences(story, looked_at);
        let sketches: Vec<Vec<u64>> = sentences.iter().map(Sentence::sketch).collect();
        let pairs = candidates(&sketches, |i| sentences[i].line).into_iter().filter(|(a, b)| sentences[*a].line != sentences[*b].line);
        let alike: Vec<Alike> = pairs.filter_map(|(a, b)| Alike::of(&sentences, a, b)).collect();
        let best = best(&sentences, &alike);
        let is_best = |x: usize, y: usize, shared: usize| best.get(&(x, sentences[y].line)) == Some(&shared);
        let twins = alike.iter().filter(|p| is_best(p.a, p.b, p.shared.len()) && is_best(p.b, p.a, p.shared.len()));
        Twins(twins.flat_map(|p| p.claims(&sentences[p.a], &sentences[p.b])).collect())
    }

    /// Whether two claims (indices into the story's claims) are twins.
    pub fn are(&self, a: usize, b: usize) -> bool {
        self.0.contains(&(a.min(b), a.max(b)))
    }

    /// The twins among some items, each given by the claim that it is (an index into the story's claims), as links between the items: surer
    /// than any other, those surest that `can_be_one`. No link where that is none.
    pub fn links(&self, members: impl Iterator<Item = usize>, can_be_one: impl Fn(usize, usize) -> Option<bool>) -> Vec<Link> {
        let at: FxHashMap<usize, usize> = members.enumerate().map(|(item, member)| (member, item)).collect();
        let pairs = self.0.iter().filter_map(|(a, b)| Some((*at.get(a)?, *at.get(b)?)));
        pairs.filter_map(|(a, b)| Some(Link { a, b, score: sureness(can_be_one(a, b)?) })).collect()
    }
}

/// How sure it is that twins are one thing, above all that words alone can tell: those of one value join first.
pub fn sureness(can_be_one: bool) -> f32 {
    const SURE: f32 = 20.0;
    if can_be_one { 2.0 * SURE } else { SURE }
}

/// A sentence that holds claims.
struct Sentence {
    line: usize,
    words: Vec<Word>,
    hashes: Vec<u32>,
    /// The same in order.
    sorted: Vec<u32>,
    /// Indices into the story's claims, and which words each is.
    claims: Vec<(usize, Range<usize>)>,
}

#[derive(Clone, Copy)]
struct Word {
    hash: u32,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Number,
    Name,
    Other,
}

/// What only one of two sentences has.
#[derive(Default)]
struct Others {
    all: usize,
    names: usize,
    numbers: usize,
}

impl Others {
    fn and(mut self, kind: Kind) -> Self {
        self.all += 1;
        self.names += usize::from(kind == Kind::Name);
        self.numbers += usize::from(kind == Kind::Number);
        self
    }

    fn go_with(&self, other: &Others) -> bool {
        let names = self.names.min(other.names) == 0 && self.names.max(other.names) <= NAMES;
        names && self.numbers.max(other.numbers) <= NUMBERS
    }
}

impl Sentence {
    fn new(line: usize, words: Vec<Word>, claims: Vec<(usize, Range<usize>)>) -> Self {
        let hashes: Vec<u32> = words.iter().map(|w| w.hash).collect();
        let mut sorted = hashes.clone();
        sorted.sort_unstable();
        Sentence { line, words, hashes, sorted, claims }
    }

    fn sketch(&self) -> Vec<u64> {
        let run = |w: &[u32]| {
            let mut h = FxBuildHasher.build_hasher();
            w.iter().for_each(|w| h.write_u32(*w));
            h.finish()
        };
        let mut hashes: Vec<u64> = self.hashes.windows(RUN).map(run).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes.truncate(SKETCH);
        hashes
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
    let (words, spans): (Vec<Word>, Vec<Range<u32>>) = words(story.sentence(first), story.sentence_start(first)).take(LONGEST).unzip();
    let place = |m: &usize| {
        let c = story.claims[*m].claim;
        let start = spans.partition_point(|s| s.end <= c.start);
        let end = spans.partition_point(|s| s.start < c.end);
        (start < end).then_some((*m, start..end))
    };
    Sentence::new(story.claims[first].line, words, members.iter().filter_map(place).collect())
}

/// Runs of letters and digits, each with its span in code points; the text begins at `start`.
fn words(text: &str, start: u32) -> impl Iterator<Item = (Word, Range<u32>)> + '_ {
    let mut chars = text.chars().zip(start..).peekable();
    let mut first = true;
    std::iter::from_fn(move || {
        while chars.next_if(|(c, _)| !c.is_alphanumeric()).is_some() {}
        let &(initial, from) = chars.peek()?;
        let (mut h, mut to, mut digit) = (FxBuildHasher.build_hasher(), from, false);
        while let Some((c, at)) = chars.next_if(|(c, _)| c.is_alphanumeric()) {
            c.to_lowercase().for_each(|l| h.write_u32(l as u32));
            digit |= c.is_ascii_digit();
            to = at + 1;
        }
        let kind = if digit {
            Kind::Number
        } else if initial.is_uppercase() && !first {
            Kind::Name
        } else {
            Kind::Other
        };
        first = false;
        Some((Word { hash: h.finish() as u32, kind }, from..to))
    })
}

/// Two sentences with most words in common.
struct Alike {
    a: usize,
    b: usize,
    /// The words of the longest common subsequence, by their places in both.
    shared: Vec<(usize, usize)>,
}

impl Alike {
    fn of(sentences: &[Sentence], a: usize, b: usize) -> Option<Alike> {
        let (x, y) = (&sentences[a], &sentences[b]);
        let words = (x.words.len() + y.words.len()) as f32;
        let enough = |shared: usize| shared >= LEAST && 2.0 * shared as f32 >= ALIKE * words;
        let shared = if enough(in_both(&x.sorted, &y.sorted)) { common(&x.hashes, &y.hashes) } else { return None };
        enough(shared.len()).then_some(Alike { a, b, shared })
    }

    /// The claims of the two sentences between the same words.
    fn claims(&self, x: &Sentence, y: &Sentence) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for (a, p) in &x.claims {
            let twin = y.claims.iter().find(|(_, q)| self.is_same_place(x, y, p, q));
            if let Some((b, _)) = twin.filter(|(_, q)| self.is_one_sentence(x, y, p, q)) {
                out.push((*a.min(b), *a.max(b)));
            }
        }
        out
    }

    /// Beside the two claims enough is shared, and all but a few names and numbers.
    fn is_one_sentence(&self, x: &Sentence, y: &Sentence, p: &Range<usize>, q: &Range<usize>) -> bool {
        if x.hashes == y.hashes {
            return x.words.len() >= p.len() + LEAST;
        }
        let beside: Vec<&(usize, usize)> = self.shared.iter().filter(|(i, j)| !p.contains(i) && !q.contains(j)).collect();
        let others = |s: &Sentence, place: &Range<usize>, at: fn(&(usize, usize)) -> usize| {
            let shared: FxHashSet<usize> = beside.iter().map(|pair| at(pair)).collect();
            let rest = s.words.iter().enumerate().filter(|(i, _)| !place.contains(i) && !shared.contains(i));
            rest.fold(Others::default(), |o, (_, w)| o.and(w.kind))
        };
        let (x, y) = (others(x, p, |pair| pair.0), others(y, q, |pair| pair.1));
        let whole = x.all + y.all == 0;
        beside.len() >= if whole { LEAST } else { SHARED } && x.go_with(&y)
    }

    /// The words before are shared, or both begin the sentence; and so with those behind.
    fn is_same_place(&self, x: &Sentence, y: &Sentence, p: &Range<usize>, q: &Range<usize>) -> bool {
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

/// For each sentence and each other article how many words the sentence there shares that shares most.
fn best(sentences: &[Sentence], alike: &[Alike]) -> FxHashMap<(usize, usize), usize> {
    let mut best: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for p in alike {
        for (x, y) in [(p.a, p.b), (p.b, p.a)] {
            let most = best.entry((x, sentences[y].line)).or_default();
            *most = (*most).max(p.shared.len());
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, claims: &[&str]) -> Sentence {
        let (words, spans): (Vec<Word>, Vec<Range<u32>>) = words(text, 0).unzip();
        let place = |(m, c): (usize, &&str)| {
            let at = text.find(c).expect("the claim") as u32;
            let (end, at) = (at + c.len() as u32, at);
            (m, spans.partition_point(|s| s.end <= at)..spans.partition_point(|s| s.start < end))
        };
        Sentence::new(text.len(), words, claims.iter().enumerate().map(place).collect())
    }

    fn twins(a: (&str, &[&str]), b: (&str, &[&str])) -> Vec<(usize, usize)> {
        let both = [of(a.0, a.1), of(b.0, b.1)];
        Alike::of(&both, 0, 1).map_or(Vec::new(), |p| p.claims(&both[0], &both[1]))
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
