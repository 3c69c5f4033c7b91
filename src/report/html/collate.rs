//! Versions of a quotation against the first of them, word by word.

use crate::reconcile::quote_versions::align;
use crate::text::fold::fold;

/// A stretch of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that the first version has here too; in the first version, words that all others have.
    Same(String),
    /// Words that stand in this version only, or in place of others.
    Other(String),
    /// Words of the first version that are left out here.
    Missing(String),
}

/// The pieces of each version, in order. Case, punctuation and the form of marks do not count as differences.
pub fn collate(versions: &[&str]) -> Vec<Vec<Piece>> {
    let words: Vec<Vec<&str>> = versions.iter().map(|v| v.split_whitespace().collect()).collect();
    let keys: Vec<Vec<String>> = words.iter().map(|w| w.iter().map(|w| key(w)).collect()).collect();
    let Some((first, others)) = keys.split_first() else { return Vec::new() };
    let pairs: Vec<Vec<(usize, usize)>> = others.iter().map(|o| align(first, o)).collect();
    let mut out = vec![first_pieces(&words[0], &pairs)];
    out.extend(pairs.iter().zip(&words[1..]).map(|(p, w)| pieces(&words[0], w, p)));
    out
}

/// What is compared of a word.
fn key(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The first version: words that all the others have, and words that some lack.
fn first_pieces(first: &[&str], pairs: &[Vec<(usize, usize)>]) -> Vec<Piece> {
    let mut had = vec![0usize; first.len()];
    for &(i, _) in pairs.iter().flatten() {
        had[i] += 1;
    }
    let mut out = Vec::new();
    for (i, word) in first.iter().enumerate() {
        push(&mut out, if had[i] == pairs.len() { Piece::Same } else { Piece::Other }, word);
    }
    out
}

fn pieces(first: &[&str], words: &[&str], pairs: &[(usize, usize)]) -> Vec<Piece> {
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for &(a, b) in pairs.iter().chain([&(first.len(), words.len())]) {
        if j < b {
            words[j..b].iter().for_each(|w| push(&mut out, Piece::Other, w));
        } else {
            first[i..a].iter().for_each(|w| push(&mut out, Piece::Missing, w));
        }
        if b < words.len() {
            push(&mut out, Piece::Same, words[b]);
        }
        (i, j) = (a + 1, b + 1);
    }
    out
}

/// Adds a word to the last piece, or begins one.
fn push(out: &mut Vec<Piece>, make: fn(String) -> Piece, word: &str) {
    let new = make(word.to_owned());
    match (out.last_mut(), &new) {
        (Some(Piece::Same(text)), Piece::Same(_))
        | (Some(Piece::Other(text)), Piece::Other(_))
        | (Some(Piece::Missing(text)), Piece::Missing(_)) => {
            text.push(' ');
            text.push_str(word);
        }
        _ => out.push(new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(s: &str) -> Piece {
        Piece::Same(s.to_owned())
    }
    fn other(s: &str) -> Piece {
        Piece::Other(s.to_owned())
    }
    fn missing(s: &str) -> Piece {
        Piece::Missing(s.to_owned())
    }

    #[test]
    fn words_that_differ_are_told_from_those_left_out() {
        let got = collate(&["We will never sell the harbour, he said.", "we will not sell the harbour"]);
        assert_eq!(got[0], [same("We will"), other("never"), same("sell the harbour,"), other("he said.")]);
        assert_eq!(got[1], [same("we will"), other("not"), same("sell the harbour"), missing("he said.")]);
    }

    #[test]
    fn one_version_has_no_differences() {
        assert_eq!(collate(&["as it is"]), [[same("as it is")]]);
        assert_eq!(collate(&[]), [] as [Vec<Piece>; 0]);
    }
}
