//! Origins: texts and passages that are copies of one another count once.
//!
//! Copying is shown by long runs of shared words. Each article brings hashes of sampled runs of words with their places
//! ([`Prints`]); a chain of shared hashes at one distance is a shared passage. An article that consists mostly of such passages has the
//! origin of the other; a single copied passage lends its origin to the claims inside it. Where one passage is long enough to show copying,
//! shorter ones count towards the whole as well: an editor who has changed a word in every sentence has copied all the same.

use std::cmp::Reverse;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::{Claim, ClaimKind, Line, Prints, QuoteForm, Source};

/// Shared words that show copying, and those that do where both articles credit the same agency.
const RUN: u32 = 25;
const RUN_WITH_CREDIT: u32 = 12;
/// The share of the shorter article that makes the whole a copy.
const WHOLE: f32 = 0.6;
/// Shared words that count towards the whole beside a passage that shows copying: a passage of this length surely has a sampled hash.
const SHORT_RUN: u32 = 12;
/// Words of one hashed run; see [`Prints::runs`].
const HASHED: u32 = 5;
/// A hash that so many articles share is a common phrase and shows nothing.
const COMMON: usize = 40;

/// What two articles share.
#[derive(Debug, PartialEq)]
struct Copied {
    /// The passages long enough to show copying.
    passages: Vec<Passage>,
    /// The words of these and of the shorter ones beside them.
    words: u32,
}

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
    for ((i, j), copied) in &shared {
        let words = |line: usize| lines[line].source.prints.as_ref().map_or(0, |p| p.lengths.iter().sum::<u32>());
        if copied.words as f32 >= WHOLE * words(*i).min(words(*j)).max(1) as f32 {
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
    let roots: Vec<usize> = (0..home.len()).map(|line| root(&home, line)).collect();
    let mut copies: FxHashMap<usize, usize> = FxHashMap::default();
    roots.iter().for_each(|root| *copies.entry(*root).or_default() += 1);
    let alike: Vec<usize> = roots.iter().map(|root| copies[root]).collect();
    for ((i, j), copied) in &shared {
        if roots[*i] != roots[*j] {
            lend(lines, *i, *j, &copied.passages, &alike);
        }
    }
}

/// The lines with those skipped that have the text of the article `id`: a copy neither bears out nor contradicts what it was copied from.
pub fn without_copies(mut lines: Vec<Line>, id: &str) -> Vec<Line> {
    assign(&mut lines);
    let Some(own) = lines.iter().find(|l| l.source.id == id).map(|l| l.source.origin.clone()) else { return lines };
    for line in lines.iter_mut().filter(|l| l.source.origin == own && l.source.id != id) {
        let skipped = Some(format!("for the most part the text of {id} itself, which it neither supports nor contradicts"));
        *line = Line { source: Source { path: line.source.path.clone(), skipped, ..Source::default() }, ..Line::default() };
    }
    lines
}

/// Numbers the origins of lines again, in their present order.
pub fn number(lines: &mut [Line]) {
    let mut names: FxHashMap<String, String> = FxHashMap::default();
    for line in lines.iter() {
        let next = names.len() + 1;
        names.entry(line.source.origin.clone()).or_insert_with(|| format!("o{next}"));
    }
    for line in lines {
        line.claims.iter_mut().for_each(|c| c.origin = names[c.origin.as_str()].as_str().into());
        line.source.origin = names[&line.source.origin].clone();
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
fn shared_passages(lines: &[Line]) -> Vec<((usize, usize), Copied)> {
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
    let mut out: Vec<_> = meetings.into_iter().filter_map(|(pair, met)| Some((pair, copied(lines, pair, met)?))).collect();
    out.sort_by_key(|(pair, _)| *pair);
    out
}

/// Chains of neighbouring hashes at one distance; `None` when none is long enough.
fn copied(lines: &[Line], (i, j): (usize, usize), mut met: Vec<(usize, usize)>) -> Option<Copied> {
    let (a, b) = (lines[i].source.prints.as_ref()?, lines[j].source.prints.as_ref()?);
    let needed = if share_credit(&lines[i], &lines[j]) { RUN_WITH_CREDIT } else { RUN };
    met.sort_unstable();
    let starts: FxHashSet<(usize, usize)> = met.iter().copied().collect();
    let mut out = Copied { passages: Vec::new(), words: 0 };
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
            out.passages.push(Passage { a: a.runs[m].0, b: b.runs[n].0, length: words });
        }
        if words >= SHORT_RUN.min(needed) {
            out.words += words;
        }
    }
    (!out.passages.is_empty()).then_some(out)
}

/// The next hash lies as far on in one article as in the other.
fn follows(a: &Prints, b: &Prints, m: usize, n: usize) -> bool {
    let step = |p: &Prints, i: usize| p.runs.get(i + 1).map(|next| next.0 - p.runs[i].0);
    step(a, m).is_some() && step(a, m) == step(b, n)
}

fn share_credit(a: &Line, b: &Line) -> bool {
    a.source.credits.iter().any(|c| b.source.credits.contains(c))
}

/// The claims inside copied passages of the later article get the origin of the earlier one, or, where no day tells which is earlier, that
/// of the text with more copies (`alike`, by line), one of which may have the passage in other words. Quotations are left out, with their
/// words: who quotes the same statement at length has copied nobody.
fn lend(lines: &mut [Line], i: usize, j: usize, passages: &[Passage], alike: &[usize]) {
    let rank = |l: usize| (lines[l].source.published.clone().unwrap_or_else(|| "9999".into()), Reverse(alike[l]));
    let (from, to, first) = if rank(i) <= rank(j) { (i, j, false) } else { (j, i, true) };
    let origin = lines[from].source.origin.clone();
    let Some(prints) = lines[to].source.prints.clone() else { return };
    let quoted = quoted_words(&lines[to]);
    for p in passages {
        let start = if first { p.a } else { p.b };
        let copied = sentences(&prints, &quoted, start, start + p.length);
        for c in lines[to].claims.iter_mut().filter(|c| c.kind != ClaimKind::Quote && copied.contains(&c.sentence)) {
            c.origin = origin.as_str().into();
        }
    }
}

/// How many words of each sentence are quoted.
fn quoted_words(line: &Line) -> FxHashMap<u32, u32> {
    let mut out: FxHashMap<u32, u32> = FxHashMap::default();
    let direct = line.claims.iter().filter(|c| c.quote.as_ref().is_some_and(|q| q.form == QuoteForm::Direct));
    for c in direct {
        *out.entry(c.sentence).or_default() += c.text.split_whitespace().count() as u32;
    }
    out
}

/// The sentences most of whose words, quoted ones aside, lie between two words.
fn sentences(prints: &Prints, quoted: &FxHashMap<u32, u32>, from: u32, to: u32) -> FxHashSet<u32> {
    let mut at = 0;
    let mut out = FxHashSet::default();
    for (i, length) in prints.lengths.iter().enumerate() {
        let (start, end) = (at, at + length);
        let quoted = quoted.get(&(i as u32)).copied().unwrap_or_default();
        let inside = to.min(end).saturating_sub(from.max(start)).saturating_sub(quoted);
        if 2 * inside > length.saturating_sub(quoted) {
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
        let wanted = Copied { passages: vec![Passage { a: 6, b: 46, length: 26 }], words: 26 };
        assert_eq!(shared_passages(&lines), [((0, 1), wanted)]);
    }

    #[test]
    fn beside_a_long_passage_shorter_ones_count() {
        // a run of 26 words, another word, and a run of 12
        let a = line(&[(0, 8), (7, 9), (14, 10), (21, 11), (27, 20), (34, 21)], 60);
        let b = line(&[(10, 8), (17, 9), (24, 10), (31, 11), (38, 20), (45, 21)], 60);
        let got = &shared_passages(&[a, b])[0].1;
        assert_eq!((got.passages.len(), got.words), (1, 38));
    }

    #[test]
    fn what_a_sentence_quotes_lends_nothing() {
        let prints = Prints { lengths: vec![30, 12], runs: Vec::new() };
        let copied = |quoted: u32| sentences(&prints, &[(0, quoted)].into_iter().collect(), 0, 26).contains(&0);
        assert!(copied(0) && !copied(22), "four of the eight words around the quotation");
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
