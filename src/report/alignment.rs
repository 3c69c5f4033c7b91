//! Which words of two versions of an utterance go together, and how far the two are compared.

use std::ops::Range;

use crate::lexicon::{class, lexicon};
use crate::reconcile::quotes::version::LONGEST;
use crate::reconcile::quotes::versions::align;

/// Two versions, word by word.
pub struct Alignment {
    /// Words that go together, by their places in both, in order.
    pub pairs: Vec<(usize, usize)>,
    /// The words of the first version and of the other that are compared: without the ends where one goes on beyond the other. Nothing
    /// differs there, one quotes more.
    pub compared: [Range<usize>; 2],
}

impl Alignment {
    /// None where less than half of the words of the shorter version have a partner, since then all differs, as in translations; or where a
    /// version is too long to be aligned to its end. `a` and `b`: the words of the versions as they are compared.
    pub fn of(a: &[String], b: &[String]) -> Option<Self> {
        let short_enough = a.len().max(b.len()) <= LONGEST;
        let pairs = short_enough.then(|| settled(a, b, align(a, b)))?;
        if pairs.is_empty() || 2 * pairs.len() < a.len().min(b.len()) {
            return None;
        }
        let pairs = together(a, b, pairs);
        let compared = compared(&pairs, a.len(), b.len());
        Some(Alignment { pairs, compared })
    }

    /// Whether a word of the first version has a partner.
    pub fn has_of_first(&self, i: usize) -> bool {
        self.pairs.binary_search_by_key(&i, |p| p.0).is_ok()
    }

    /// Whether a compared word of the first version has no partner.
    pub fn differs_in_first(&self, i: usize) -> bool {
        self.compared[0].contains(&i) && !self.has_of_first(i)
    }

    /// Whether a compared word of the other version has no partner.
    pub fn differs_in_other(&self, i: usize) -> bool {
        self.compared[1].contains(&i) && self.pairs.binary_search_by_key(&i, |p| p.1).is_err()
    }
}

/// Pairs moved to the next ones where the words allow it, so that "I" of "I think that I saw it" goes with "saw it".
fn together(a: &[String], b: &[String], mut pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    for n in (1..pairs.len()).rev() {
        let ((x, y), (next_x, next_y)) = (pairs[n - 1], pairs[n]);
        if y + 1 == next_y && a[next_x - 1] == a[x] {
            pairs[n - 1].0 = next_x - 1;
        } else if x + 1 == next_x && b[next_y - 1] == b[y] {
            pairs[n - 1].1 = next_y - 1;
        }
    }
    pairs
}

/// The words to compare of two aligned versions with `a` and `b` words: without the ends where one goes on beyond the other. Fewer than
/// four words with which only `b`, the shorter one, goes on stay.
fn compared(pairs: &[(usize, usize)], a: usize, b: usize) -> [Range<usize>; 2] {
    const AT_LENGTH: usize = 4;
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return [0..a, 0..b] };
    let goes_on = |(x, y): (usize, usize)| (y == 0, x == 0 && y >= AT_LENGTH);
    let (before, after) = (goes_on(*first), goes_on((a - 1 - last.0, b - 1 - last.1)));
    let from = |beyond: bool, to: usize| if beyond { to } else { 0 };
    let till = |beyond: bool, last: usize, all: usize| if beyond { last + 1 } else { all };
    [from(before.0, first.0)..till(after.0, last.0, a), from(before.1, first.1)..till(after.1, last.1, b)]
}

/// The pairs without light words that meet alone and far from their places, as "at" of "at the quay" and of "when I look at": what lies
/// between their neighbours is aligned once more without such words.
fn settled(a: &[String], b: &[String], mut pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    while let Some(stray) = (0..pairs.len()).find(|n| is_stray(a, b, &pairs, *n)) {
        let [(from_a, from_b), (to_a, to_b)] = neighbours(a, b, &pairs, stray);
        let telling = |words: &[String]| words.iter().enumerate().filter(|(_, w)| !is_light(w)).map(|(i, w)| (i, w.clone())).unzip();
        let (at_a, of_a): (Vec<usize>, Vec<String>) = telling(&a[from_a..to_a]);
        let (at_b, of_b): (Vec<usize>, Vec<String>) = telling(&b[from_b..to_b]);
        let found = align(&of_a, &of_b).into_iter().map(|(x, y)| (from_a + at_a[x], from_b + at_b[y]));
        pairs.splice(stray..=stray, found.collect::<Vec<_>>());
    }
    pairs
}

/// A light word whose neighbours are not aligned, far from where they would have it.
fn is_stray(a: &[String], b: &[String], pairs: &[(usize, usize)], n: usize) -> bool {
    const AWAY: usize = 3;
    let (x, y) = pairs[n];
    let [(from_a, from_b), (to_a, to_b)] = neighbours(a, b, pairs, n);
    let (before, after) = ((x - from_a, y - from_b), (to_a - x - 1, to_b - y - 1));
    let away = |(p, q): (usize, usize)| p.abs_diff(q) >= AWAY;
    is_light(&a[x]) && before != (0, 0) && after != (0, 0) && (away(before) || away(after))
}

/// Where the words begin and end, in both versions, that lie between the pairs before and behind one.
fn neighbours(a: &[String], b: &[String], pairs: &[(usize, usize)], n: usize) -> [(usize, usize); 2] {
    let before = n.checked_sub(1).map_or((0, 0), |i| (pairs[i].0 + 1, pairs[i].1 + 1));
    [before, pairs.get(n + 1).copied().unwrap_or((a.len(), b.len()))]
}

fn is_light(word: &str) -> bool {
    let words = &lexicon().words;
    words.classes(words.id(word.trim_matches(|c: char| !c.is_alphanumeric()))).any(class::FUNCTION)
}
