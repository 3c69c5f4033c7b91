//! Versions of one utterance, collated word by word.

use crate::reconcile::quote_versions::{LONGEST, align};
use crate::text::fold::fold;

/// A word of a version, and whether another version has another one, or none, in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    pub text: &'t str,
    pub differs: bool,
}

/// The words of each version. Versions are compared with the first; `marks` says whether marks of punctuation count. Where two have less
/// than half of their words in common, nothing is marked: all differs, as in translations; nor in one that is too long to be aligned.
pub fn collate<'t>(versions: &[&'t str], marks: bool) -> Vec<Vec<Word<'t>>> {
    let plain = |text: &'t str| text.split_whitespace().map(|text| Word { text, differs: false }).collect::<Vec<_>>();
    let mut out: Vec<Vec<Word>> = versions.iter().map(|v| plain(v)).collect();
    let keys: Vec<Vec<String>> = out.iter().map(|words| words.iter().map(|w| key(w.text, marks)).collect()).collect();
    for n in 1..out.len() {
        let (a, b) = (&keys[0], &keys[n]);
        let pairs = if a.len().max(b.len()) > LONGEST { Vec::new() } else { align(a, b) };
        if 2 * pairs.len() < a.len().min(b.len()) {
            continue;
        }
        for (i, word) in out[0].iter_mut().enumerate() {
            word.differs |= !pairs.iter().any(|(x, _)| *x == i);
        }
        for (i, word) in out[n].iter_mut().enumerate() {
            word.differs |= !pairs.iter().any(|(_, y)| *y == i);
        }
    }
    out
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
        let word = |w: &Word| if w.differs { format!("[{}]", w.text) } else { w.text.to_owned() };
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
    fn translations_are_not_marked() {
        assert_eq!(shown(&["no deal was found", "an accord is missing"], false), ["no deal was found", "an accord is missing"]);
    }
}
