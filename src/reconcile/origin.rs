//! Origins: texts and passages that are copies of one another count once.
//!
//! Copying is shown by long runs of shared words. Each article brings hashes of sampled runs of words with their places
//! ([`Prints`]); a chain of shared hashes at one distance is a shared passage. An article that consists mostly of such passages has the
//! origin of the other; a single copied passage lends its origin to the claims inside it.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::{Claim, ClaimKind, Line, Prints, Source};

/// Shared words that show copying, and those that do where both articles credit the same agency.
const RUN: u32 = 25;
const RUN_WITH_CREDIT: u32 = 12;
/// The share of the shorter article that makes the whole a copy.
const WHOLE: f32 = 0.6;
/// Words of one hashed run; see [`Prints::runs`].
const HASHED: u32 = 5;
/// A hash that so many articles share is a phrase of the trade and shows nothing.
const COMMON: usize = 40;

/// A passage of `length` words at `a` in one article and at `b` in another.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Passage {
    a: u32,
    b: u32,
    length: u32,
}

/// Gives sources and claims their origins `o1`, `o2` …, numbered in order of the lines.
pub fn assign(lines: &mut [Line]) {
    let shared = shared_passages(lines);
    let mut home: Vec<usize> = (0..lines.len()).collect();
    for ((i, j), passages) in &shared {
        let words = |line: usize| lines[line].source.prints.as_ref().map_or(0, |p| p.lengths.iter().sum::<u32>());
        let copied: u32 = passages.iter().map(|p| p.length).sum();
        if copied as f32 >= WHOLE * words(*i).min(words(*j)).max(1) as f32 {
            join(&mut home, *i, *j);
        }
    }
    let mut names: FxHashMap<usize, String> = FxHashMap::default();
    for (i, line) in lines.iter_mut().enumerate() {
        let next = names.len() + 1;
        let origin = names.entry(root(&home, i)).or_insert_with(|| format!("o{next}")).clone();
        for c in &mut line.claims {
            c.origin = origin.as_str().into();
        }
        line.source.origin = origin;
    }
    for ((i, j), passages) in &shared {
        if root(&home, *i) != root(&home, *j) {
            lend(lines, *i, *j, passages);
        }
    }
}

/// Raises the numbers of a story's origins by those of the stories before it; gives how many there are.
pub fn renumber(sources: &mut [Source], claims: &mut [Claim], before: usize) -> usize {
    let number = |origin: &str| origin.strip_prefix('o').and_then(|n| n.parse::<usize>().ok()).unwrap_or(0);
    let count = sources.iter().map(|s| number(&s.origin)).max().unwrap_or(0);
    if before > 0 {
        sources.iter_mut().for_each(|s| s.origin = format!("o{}", number(&s.origin) + before));
        claims.par_iter_mut().for_each(|c| c.origin = compact_str::format_compact!("o{}", number(&c.origin) + before));
    }
    count
}

fn root(home: &[usize], mut i: usize) -> usize {
    while home[i] != i {
        i = home[i];
    }
    i
}

/// The earlier line stands for both.
fn join(home: &mut [usize], i: usize, j: usize) {
    let (a, b) = (root(home, i), root(home, j));
    home[a.max(b)] = a.min(b);
}

/// Passages long enough to show copying, by pair of lines, in order.
fn shared_passages(lines: &[Line]) -> Vec<((usize, usize), Vec<Passage>)> {
    let mut by_hash: FxHashMap<u32, Vec<(usize, usize)>> = FxHashMap::default();
    for (line, l) in lines.iter().enumerate() {
        for (n, (_, hash)) in l.source.prints.iter().flat_map(|p| p.runs.iter().enumerate()) {
            by_hash.entry(*hash).or_default().push((line, n));
        }
    }
    let mut meetings: FxHashMap<(usize, usize), Vec<(usize, usize)>> = FxHashMap::default();
    for places in by_hash.values().filter(|p| p.len() <= COMMON) {
        for (k, x) in places.iter().enumerate() {
            for y in places[k + 1..].iter().filter(|y| y.0 != x.0) {
                meetings.entry((x.0, y.0)).or_default().push((x.1, y.1));
            }
        }
    }
    let mut out: Vec<_> = meetings.into_iter().filter_map(|(pair, met)| Some((pair, passages(lines, pair, met)?))).collect();
    out.sort_by_key(|(pair, _)| *pair);
    out
}

/// Chains of neighbouring hashes at one distance; `None` when none is long enough.
fn passages(lines: &[Line], (i, j): (usize, usize), mut met: Vec<(usize, usize)>) -> Option<Vec<Passage>> {
    let (a, b) = (lines[i].source.prints.as_ref()?, lines[j].source.prints.as_ref()?);
    let needed = if share_credit(&lines[i], &lines[j]) { RUN_WITH_CREDIT } else { RUN };
    met.sort_unstable();
    let starts: FxHashSet<(usize, usize)> = met.iter().copied().collect();
    let mut out = Vec::new();
    for &(m, n) in &met {
        if m > 0 && n > 0 && starts.contains(&(m - 1, n - 1)) && follows(a, b, m - 1, n - 1) {
            continue;
        }
        let mut length = 0;
        while starts.contains(&(m + length + 1, n + length + 1)) && follows(a, b, m + length, n + length) {
            length += 1;
        }
        let words = a.runs[m + length].0 - a.runs[m].0 + HASHED;
        if words >= needed {
            out.push(Passage { a: a.runs[m].0, b: b.runs[n].0, length: words });
        }
    }
    (!out.is_empty()).then_some(out)
}

/// The next hash lies as far on in one article as in the other.
fn follows(a: &Prints, b: &Prints, m: usize, n: usize) -> bool {
    let step = |p: &Prints, i: usize| p.runs.get(i + 1).map(|next| next.0 - p.runs[i].0);
    step(a, m).is_some() && step(a, m) == step(b, n)
}

fn share_credit(a: &Line, b: &Line) -> bool {
    a.source.credits.iter().any(|c| b.source.credits.contains(c))
}

/// The claims inside copied passages of the later article get the origin of the earlier one. Quotations are left out: who quotes the same
/// statement at length has copied nobody.
fn lend(lines: &mut [Line], i: usize, j: usize, passages: &[Passage]) {
    let published = |l: usize| lines[l].source.published.clone().unwrap_or_else(|| "9999".into());
    let (from, to, first) = if published(i) <= published(j) { (i, j, false) } else { (j, i, true) };
    let origin = lines[from].source.origin.clone();
    let Some(prints) = lines[to].source.prints.clone() else { return };
    for p in passages {
        let start = if first { p.a } else { p.b };
        let copied = sentences(&prints, start, start + p.length);
        for c in lines[to].claims.iter_mut().filter(|c| c.kind != ClaimKind::Quote && copied.contains(&c.sentence)) {
            c.origin = origin.as_str().into();
        }
    }
}

/// The sentences that lie mostly between two words.
fn sentences(prints: &Prints, from: u32, to: u32) -> FxHashSet<u32> {
    let mut at = 0;
    let mut out = FxHashSet::default();
    for (i, length) in prints.lengths.iter().enumerate() {
        let (start, end) = (at, at + length);
        let inside = to.min(end).saturating_sub(from.max(start));
        if 2 * inside > *length {
            out.insert(i as u32);
        }
        at = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Source;

    fn line(runs: &[(u32, u32)], words: u32) -> Line {
        let prints = Prints { lengths: vec![words / 2, words - words / 2], runs: runs.to_vec() };
        Line { source: Source { prints: Some(prints), ..Source::default() }, ..Line::default() }
    }

    #[test]
    fn a_chain_of_hashes_at_one_distance_is_a_passage() {
        let lines = [line(&[(0, 7), (6, 8), (13, 9), (20, 10)], 100), line(&[(40, 1), (46, 8), (53, 9), (60, 10), (70, 7)], 100)];
        let got = shared_passages(&lines);
        assert_eq!(got.len(), 0, "19 words are too few");
        let lines = [line(&[(6, 8), (13, 9), (20, 10), (27, 11)], 100), line(&[(46, 8), (53, 9), (60, 10), (67, 11)], 100)];
        assert_eq!(shared_passages(&lines), [((0, 1), vec![Passage { a: 6, b: 46, length: 26 }])]);
    }

    #[test]
    fn copies_share_an_origin_and_strangers_do_not() {
        let runs: Vec<(u32, u32)> = (0..12).map(|i| (i * 7, i + 100)).collect();
        let other: Vec<(u32, u32)> = (0..12).map(|i| (i * 7, i + 500)).collect();
        let mut lines = [line(&runs, 90), line(&other, 90), line(&runs, 95)];
        assign(&mut lines);
        let origins: Vec<&str> = lines.iter().map(|l| l.source.origin.as_str()).collect();
        assert_eq!(origins, ["o1", "o2", "o1"]);
    }
}
