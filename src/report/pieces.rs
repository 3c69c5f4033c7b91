//! Versions of a quotation against the first of them, word by word.

use super::alignment::Alignment;
use crate::text::fold::fold;

/// A stretch of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that the first version has here too; in the first version, words that nobody contradicts.
    Same(String),
    /// Words that stand here and not in the first version; in the first version, words for which others have something else or nothing.
    Other(String),
    /// Words of the first version that are left out here.
    Missing(String),
}

/// The pieces of each version, in order. Case, punctuation and the form of marks do not count as differences. A version that has hardly a
/// word in common with the first, as translations have, is one piece.
pub fn collate(versions: &[&str]) -> Vec<Vec<Piece>> {
    let words: Vec<Vec<String>> = versions.iter().map(|v| words(v)).collect();
    let keys: Vec<Vec<String>> = words.iter().map(|w| w.iter().map(|w| key(w)).collect()).collect();
    let Some((first, others)) = keys.split_first() else { return Vec::new() };
    let aligned: Vec<Option<Alignment>> = others.iter().map(|o| Alignment::of(first, o)).collect();
    let mut out = vec![first_pieces(&words[0], &aligned)];
    out.extend(aligned.iter().zip(&words[1..]).map(|(a, w)| pieces(&words[0], w, a.as_ref())));
    out
}

/// The words of a text; a dash alone is none and stays with the word before it.
fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match out.last_mut() {
            Some(last) if key(word).is_empty() => {
                last.push(' ');
                last.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out
}

/// What is compared of a word.
fn key(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The first version: a word is marked when it is compared with the words of another and nobody has it.
fn first_pieces(first: &[String], aligned: &[Option<Alignment>]) -> Vec<Piece> {
    let aligned = || aligned.iter().flatten();
    let mut out = Vec::new();
    for (i, word) in first.iter().enumerate() {
        let differs = aligned().any(|a| a.differs_in_first(i)) && !aligned().any(|a| a.has_of_first(i));
        push(&mut out, if differs { Piece::Other } else { Piece::Same }, word);
    }
    out
}

/// Another version. What the first has before and after it is shown as left out; words of its own are marked.
fn pieces(first: &[String], words: &[String], alignment: Option<&Alignment>) -> Vec<Piece> {
    let Some(alignment) = alignment else { return vec![Piece::Same(words.join(" "))] };
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for &(a, b) in alignment.pairs.iter().chain([&(first.len(), words.len())]) {
        if j < b {
            let made = |at: usize| if alignment.differs_in_other(at) { Piece::Other } else { Piece::Same };
            words[j..b].iter().zip(j..).for_each(|(w, at)| push(&mut out, made(at), w));
        } else {
            first[i..a].iter().for_each(|w| push(&mut out, Piece::Missing, w));
        }
        if b < words.len() {
            push(&mut out, Piece::Same, &words[b]);
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
        assert_eq!(got[0], [same("We will"), other("never"), same("sell the harbour, he said.")]);
        assert_eq!(got[1], [same("we will"), other("not"), same("sell the harbour"), missing("he said.")]);
    }

    #[test]
    fn a_word_that_somebody_shares_is_not_marked_in_the_first() {
        let got = collate(&["It was a hard, long night", "It was a long night", "It was a hard night"]);
        assert_eq!(got[0], [same("It was a hard, long night")]);
        assert_eq!(got[1], [same("It was a"), missing("hard,"), same("long night")]);
    }

    #[test]
    fn versions_with_hardly_a_common_word_stand_side_by_side() {
        let got = collate(&["There is no deal yet", "An agreement was not reached so far"]);
        assert_eq!(got, [[same("There is no deal yet")], [same("An agreement was not reached so far")]]);
    }

    #[test]
    fn ends_are_marked_where_both_have_words() {
        let got =
            collate(&["Yesterday I was stopped at the gate. I do not think that I am fined.", "This morning I was stopped at the gate,"]);
        assert_eq!(got[0], [other("Yesterday"), same("I was stopped at the gate. I do not think that I am fined.")]);
        assert_eq!(got[1][..2], [other("This morning"), same("I was stopped at the gate,")]);
        let got = collate(&[
            "When I see how hard they train -- that is why I came.",
            "When I look how hard they train, that is why I came. I run no more these days.",
        ]);
        assert_eq!(got[1], [same("When I"), other("look"), same("how hard they train, that is why I came. I run no more these days.")]);
    }

    #[test]
    fn a_dash_is_no_word() {
        let got = collate(&["we came — and went", "we came and went —"]);
        assert_eq!(got, [[same("we came — and went")], [same("we came and went —")]]);
    }

    #[test]
    fn one_version_has_no_differences() {
        assert_eq!(collate(&["as it is"]), [[same("as it is")]]);
        assert_eq!(collate(&[]), [] as [Vec<Piece>; 0]);
    }
}
