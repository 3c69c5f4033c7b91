//! The words of a quotation, and where its text says that something was left out or put in.

use std::ops::Range;

use super::spelling::{numeral, spelled_out};
use crate::lexicon::{one_spelling, spoken, word_sets};
use crate::text::fold::fold;

word_sets! {
    /// Words whose loss alone turns what was said.
    NEGATION = 0: "negation";
    /// Words that turn what was said when another stands in their place.
    PIVOT = 1: "pivot";
    /// Verbs that say what may or must be, some of which are pivots.
    MODAL = 2: "modal";
    /// Words that come and go between transcripts.
    LIGHT = 3: "light_in_speech";
}

/// The words of a quotation, folded, with its marks.
#[derive(Clone, Debug, Default)]
pub struct Words {
    pub words: Vec<String>,
    /// Where its sentences end, in words.
    ends: Vec<usize>,
    /// In order.
    marks: Vec<(Range<usize>, Mark)>,
}

/// What a mark says of the words that it stands around or between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `[the mayor]`: put in, or put in the place of others.
    Bracketed,
    /// `…`: something was left out.
    Elided,
}

/// Stands for letters that an outlet does not print.
pub const MASK: char = '*';
/// Pronouns that do as well. Before `to` they say who is to do it, so that leaving one out changes who does it.
pub const DOERS: [&str; 6] = ["me", "us", "him", "her", "them", "you"];

impl Words {
    pub fn of(text: &str) -> Words {
        let mut out = Words::default();
        let (mut word, mut dots, mut bracket) = (String::new(), 0, None);
        let text = masked(fold(&spelled_out(text)));
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let decimal = c == '.' && word.ends_with(|c: char| c.is_ascii_digit()) && chars.peek().is_some_and(char::is_ascii_digit);
            if c.is_alphanumeric() || c == '\'' || c == MASK || decimal {
                word.push(c);
                dots = 0;
                continue;
            }
            out.add(&mut word);
            let here = out.words.len();
            dots += (c == '.') as usize;
            match c {
                '&' => out.words.push("and".to_owned()),
                '.' if dots == 3 => out.marks.push((here..here, Mark::Elided)),
                '[' | '(' => bracket = Some(here),
                ']' | ')' => out.marks.extend(bracket.take().map(|from| (from..here, Mark::Bracketed))),
                _ => {}
            }
            if matches!(c, '.' | '?' | '!') {
                out.ends.push(here);
            }
        }
        out.add(&mut word);
        out.ends.push(out.words.len());
        out.ends.dedup();
        out
    }

    /// Adds the words that a written one stands for, which is emptied.
    fn add(&mut self, word: &mut String) {
        if !word.is_empty() {
            self.words.extend(uncontracted(word).into_iter().filter(|w| !w.is_empty()));
            word.clear();
        }
    }

    /// Its sentences, each by its words.
    pub fn sentences(&self) -> impl Iterator<Item = &[String]> {
        self.ranges().map(|r| &self.words[r])
    }

    /// The same as ranges of its words.
    pub fn ranges(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| start..*end).filter(|r| !r.is_empty())
    }

    /// A range of the words with its marks, as one sentence.
    pub fn part(&self, range: Range<usize>) -> Words {
        let inside = self.marks.iter().filter(|(at, _)| at.start >= range.start && at.end <= range.end);
        let marks = inside.map(|(at, mark)| (at.start - range.start..at.end - range.start, *mark)).collect();
        Words { ends: vec![range.len()], words: self.words[range].to_vec(), marks }
    }

    /// Several in sequence as one.
    pub fn joined(parts: &[&Words]) -> Words {
        let mut out = Words::default();
        for part in parts {
            let from = out.words.len();
            out.ends.extend(part.ends.iter().map(|end| end + from));
            out.marks.extend(part.marks.iter().map(|(at, mark)| (at.start + from..at.end + from, *mark)));
            out.words.extend_from_slice(&part.words);
        }
        out
    }

    /// The mark at a range of words: around some of them, between two, or at an edge.
    pub fn mark(&self, range: &Range<usize>) -> Option<Mark> {
        self.marks.iter().find(|(at, _)| at.start <= range.end && range.start <= at.end).map(|(_, mark)| *mark)
    }

    pub fn content(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).filter(|w| is_content(w))
    }
}

/// Folded text in which letters that are not printed become the mask: `f--k`, `b----`.
fn masked(text: String) -> String {
    if !text.contains("--") {
        return text;
    }
    let one = |word: &str| {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut chars = bare.chars();
        let letter = chars.next().is_some_and(|c| c.is_alphabetic() && !matches!(c, 'a' | 'i' | 'o'));
        if letter && chars.as_str().starts_with("--") { word.replace('-', "*") } else { word.to_owned() }
    };
    text.split(' ').map(one).collect::<Vec<_>>().join(" ")
}

/// A word with where it stands in its text, in bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    pub word: String,
    pub at: Range<usize>,
}

/// The words of a text, each with its place; what one written word stands for has one place. Unlike [`Words::of`] it reads every written
/// word by itself.
pub fn placed(text: &str) -> Vec<Placed> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '‘' | '.' | ',' | MASK);
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(char::is_alphanumeric).map(|i| from + i) {
        let end = text[start..].find(|c| !inside(c)).map_or(text.len(), |i| start + i);
        let written = text[start..end].trim_end_matches(|c: char| !c.is_alphanumeric() && c != MASK);
        let at = start..start + written.len();
        out.extend(alone(written).into_iter().map(|word| Placed { word, at: at.clone() }));
        from = end;
    }
    out
}

/// The words that one written word stands for. Most are plain, which is read at once.
fn alone(written: &str) -> Vec<String> {
    let plain = written.bytes().all(|b| b.is_ascii_alphabetic()) && !written.starts_with("US");
    if plain { uncontracted(&written.to_ascii_lowercase()) } else { Words::of(written).words }
}

/// A word with meaning of its own.
pub fn is_content(word: &str) -> bool {
    !SETS.holds(word, LIGHT | NEGATION | PIVOT)
}

/// A word whose loss alone turns what was said.
pub fn is_negation(word: &str) -> bool {
    SETS.holds(word, NEGATION)
}

/// A word that says little and turns nothing.
pub fn is_light(word: &str) -> bool {
    SETS.holds(word, LIGHT) && !SETS.holds(word, PIVOT | NEGATION)
}

/// `don't` as `do not`, `we're` as `we are`, `gonna` as `going to`; other words in one spelling, without marks of quotation.
fn uncontracted(word: &str) -> Vec<String> {
    let word = word.trim_matches('\'');
    if let Some(full) = spoken(word) {
        return full.iter().map(|w| (*w).to_owned()).collect();
    }
    if word == "1" {
        return vec!["one".to_owned()];
    }
    if let Some(digits) = numeral(word) {
        return vec![digits];
    }
    let word = if word.starts_with(MASK) { word.trim_matches(MASK) } else { word };
    const ASKING: [&str; 5] = ["how", "what", "when", "where", "why"];
    const ENDINGS: [(&str, &str); 7] =
        [("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'m", "am"), ("'s", ""), ("'d", "would")];
    for (ending, full) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|s| !s.is_empty()) {
            let stem = if word == "won't" {
                "will"
            } else if word == "can't" {
                "can"
            } else {
                stem
            };
            // "how'd you" is "how did you" or "how would you"
            let full = if ending == "'d" && ASKING.contains(&stem) { "" } else { full };
            return vec![one_spelling(stem).into_owned(), full.to_owned()];
        }
    }
    vec![one_spelling(word).into_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_not_printed_are_masked() {
        assert_eq!(Words::of("You f--k, you b----, he--who left--and I--we").words.join(" "), "you f**k you b**** he who left and i we");
    }

    #[test]
    fn every_word_has_its_place() {
        let text = "“We don't—ever—sell the U.S. mill for 3,000,” five said.";
        let placed: Vec<(String, &str)> = placed(text).into_iter().map(|p| (p.word, &text[p.at])).collect();
        let want = [
            ("we", "We"),
            ("do", "don't"),
            ("not", "don't"),
            ("ever", "ever"),
            ("sell", "sell"),
            ("the", "the"),
            ("usa", "U.S"),
            ("mill", "mill"),
            ("for", "for"),
            ("3000", "3,000"),
            ("5", "five"),
            ("said", "said"),
        ];
        assert_eq!(placed, want.map(|(word, written)| (word.to_owned(), written)));
    }
}
