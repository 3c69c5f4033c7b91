//! Versions of one utterance, collated word by word.

use std::ops::Range;

use super::pieces::{self, Piece};
use crate::lexicon::{class, lexicon};
use crate::reconcile::quotes::versions::{LONGEST, align};
use crate::text::fold::fold;

/// A word of a version, and whether another version has another one, or none, in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub differs: bool,
}

/// The words of each version. Versions are compared with the first; `marks` says whether marks of punctuation count. Where two have less
/// than half of their words in common, nothing is marked: all differs, as in translations; nor in one that is too long to be aligned, nor
/// where one goes on beyond the end of the other.
pub fn collate(versions: &[&str], marks: bool) -> Vec<Vec<Word>> {
    let mut out: Vec<Vec<Word>> = versions.iter().map(|v| plain(v)).collect();
    let keys: Vec<Vec<String>> = out.iter().map(|words| words.iter().map(|w| key(&w.text, marks)).collect()).collect();
    for n in 1..out.len() {
        let (a, b) = (&keys[0], &keys[n]);
        let Some(pairs) = worth_marking(a, b).map(|pairs| together(a, b, pairs)) else { continue };
        let Some([of_first, of_this]) = compared(&pairs, a.len(), b.len()) else { continue };
        for (i, word) in out[0].iter_mut().enumerate() {
            word.differs |= of_first.contains(&i) && !pairs.iter().any(|(x, _)| *x == i);
        }
        for (i, word) in out[n].iter_mut().enumerate() {
            word.differs |= of_this.contains(&i) && !pairs.iter().any(|(_, y)| *y == i);
        }
    }
    out
}

/// The words of a text of which none differs.
pub fn plain(text: &str) -> Vec<Word> {
    words(text, false).collect()
}

fn words(text: &str, differs: bool) -> impl Iterator<Item = Word> {
    text.split_whitespace().map(move |text| Word { text: text.to_owned(), differs })
}

/// The words of each version, the longest first, with those marked that a page marks; where there are none, marks of punctuation.
pub fn marked(versions: &[&str]) -> Vec<Vec<Word>> {
    let pieces = pieces::collate(versions);
    if pieces.iter().flatten().all(|p| matches!(p, Piece::Same(_))) {
        return collate(versions, true);
    }
    let told = |piece: &Piece| match piece {
        Piece::Same(text) => words(text, false).collect(),
        Piece::Other(text) => words(text, true).collect(),
        Piece::Missing(_) => Vec::new(),
    };
    pieces.iter().map(|version| version.iter().flat_map(told).collect()).collect()
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

/// The words of two aligned versions of so many words, without the ends where one goes on at length beyond the other: nothing differs
/// there, one quotes more.
fn compared(pairs: &[(usize, usize)], a: usize, b: usize) -> Option<[Range<usize>; 2]> {
    const AT_LENGTH: usize = 4;
    let goes_on = |x: usize, y: usize| x.min(y) == 0 && x.max(y) >= AT_LENGTH;
    let (first, last) = (pairs.first()?, pairs.last()?);
    let start = if goes_on(first.0, first.1) { *first } else { (0, 0) };
    let end = if goes_on(a - 1 - last.0, b - 1 - last.1) { (last.0 + 1, last.1 + 1) } else { (a, b) };
    Some([start.0..end.0, start.1..end.1])
}

/// The aligned words of two versions; none where less than half of the shorter one's are, for then all differs, or where a version is too
/// long to be aligned to its end.
pub(super) fn worth_marking(a: &[String], b: &[String]) -> Option<Vec<(usize, usize)>> {
    let short_enough = a.len().max(b.len()) <= LONGEST;
    let pairs = short_enough.then(|| settled(a, b, align(a, b)))?;
    (2 * pairs.len() >= a.len().min(b.len())).then_some(pairs)
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

/// A light word whose neighbours are not aligned, so many words away from where they would have it.
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

fn key(word: &str, marks: bool) -> String {
    let folded = fold(word);
    let inner = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if marks || inner.is_empty() { folded } else { inner.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The versions with differing words in brackets.
    fn shown(versions: &[&str], marks: bool) -> Vec<String> {
        let word = |w: &Word| if w.differs { format!("[{}]", w.text) } else { w.text.clone() };
        collate(versions, marks).iter().map(|v| v.iter().map(word).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn differing_words_are_marked() {
        let got = shown(&["We will never sign this,", "We will not sign this today."], false);
        assert_eq!(got, ["We will [never] sign this,", "We will [not] sign this [today.]"]);
        assert_eq!(shown(&["“Stop,” he said", "\"Stop.\" he said"], false), ["“Stop,” he said", "\"Stop.\" he said"]);
        assert_eq!(shown(&["Stop, now", "Stop now"], true), ["[Stop,] now", "[Stop] now"]);
    }

    #[test]
    fn a_word_that_two_of_three_have_is_not_marked() {
        let said = marked(&["We came home late that night", "We came home late night", "We came back late that night"]);
        let differing: Vec<Vec<&str>> = said.iter().map(|v| v.iter().filter(|w| w.differs).map(|w| w.text.as_str()).collect()).collect();
        assert_eq!(differing, [vec![], vec![], vec!["back"]]);
    }

    #[test]
    fn what_only_one_quotes_is_not_marked() {
        let got = shown(&["We saw it rise, and then we ran for the hills.", "We saw it rise."], false);
        assert_eq!(got, ["We saw it rise, and then we ran for the hills.", "We saw it rise."]);
        let got = shown(&["I say it because I think we all saw it rise", "I think we saw it rise"], false);
        assert_eq!(got, ["I say it because I think we [all] saw it rise", "I think we saw it rise"]);
    }

    #[test]
    fn a_light_word_does_not_meet_a_far_one() {
        let long = "It is a joy to be named in one breath with Lee. When I look at how she trains, I am glad";
        let got = shown(&[long, "It is a joy to be named in one breath at Lee."], false);
        let all = "It is a joy to be named in one breath";
        assert_eq!(got, [format!("{all} [with] Lee. When I look at how she trains, I am glad"), format!("{all} [at] Lee.")]);
    }

    #[test]
    fn translations_are_not_marked() {
        assert_eq!(shown(&["no deal was found", "an accord is missing"], false), ["no deal was found", "an accord is missing"]);
    }
}
