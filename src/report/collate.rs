//! Versions of one utterance, collated word by word.

use super::alignment::Alignment;
use super::pieces::{self, Piece};
use crate::text::fold::fold;

/// A word of a version, and whether another version has another one, or none, in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As written, with its marks.
    pub text: String,
    /// Another version has another word in its place, or none.
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
        let Some(alignment) = Alignment::of(a, b) else { continue };
        for (i, word) in out[0].iter_mut().enumerate() {
            word.differs |= alignment.differs_in_first(i);
        }
        for (i, word) in out[n].iter_mut().enumerate() {
            word.differs |= alignment.differs_in_other(i);
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

/// The words of each version, the longest first, with the words marked that a page marks, or, where none differ, the punctuation.
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
