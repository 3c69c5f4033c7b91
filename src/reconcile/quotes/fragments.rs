//! Whether a few quoted words belong to a longer quotation of their speaker, judged by the words around them.

use std::collections::BTreeSet;

use super::days::{apart, named};
use super::versions::contains;
use super::words::{Words, is_content};
use crate::lexicon::{class, lexicon, stem, word_sets};

word_sets! {
    /// What leads a noun.
    LEADING = 0: "leading_noun";
}

/// A quotation of a few words or more, with the sentence that it stands in.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    pub words: &'a Words,
    pub text: &'a str,
    pub sentence: &'a str,
}

/// How a few words stand to a longer quotation of one speaker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tie {
    Apart,
    /// The words stand in it.
    Words,
    /// They stand in it, and the words around them are shared as well.
    Context,
}

/// More words than these are more than a topic.
const TOPIC: usize = 2;

/// How `part`, a few words, stands to `whole`.
pub fn tie(part: Told, whole: Told) -> Tie {
    let core = core(part.words);
    let held = core.content().next().is_some() && contains(whole.words, &core);
    if !held || apart(&named(part.sentence), &named(whole.sentence)) {
        return Tie::Apart;
    }
    let more = whole.words.words.len() > part.words.words.len();
    if more && core.words.len() <= TOPIC && is_topic(part) {
        Tie::Apart
    } else if more && shares_context(part, whole) {
        Tie::Context
    } else if more && !contains(whole.words, part.words) {
        Tie::Apart
    } else {
        Tie::Words
    }
}

/// Without the article or pointer that leads the words: `the noise` and `that noise` are one.
pub fn core(words: &Words) -> Words {
    let led = words.words.len() > 1 && SETS.holds(&words.words[0], LEADING);
    words.part(usize::from(led)..words.words.len())
}

/// Words around the fragment, except names and verbs of saying, stand around or within the longer quotation as well.
fn shares_context(part: Told, whole: Told) -> bool {
    let around = context(part);
    let own = stems(part.words);
    let there: BTreeSet<String> = stems(whole.words).union(&context(whole)).cloned().collect();
    around.difference(&own).any(|s| there.contains(s))
}

fn stems(words: &Words) -> BTreeSet<String> {
    words.content().map(|w| stem(w).to_string()).collect()
}

/// Stems of the words with meaning in the sentence around a quotation, except names and verbs of saying.
fn context(told: Told) -> BTreeSet<String> {
    const SHORTEST: usize = 4;
    let l = lexicon();
    let (before, after) = told.sentence.split_once(told.text).unwrap_or((told.sentence, ""));
    let words = before.split(|c: char| !c.is_alphanumeric()).chain(after.split(|c: char| !c.is_alphanumeric()));
    let plain = words.filter(|w| w.len() >= SHORTEST && w.chars().all(char::is_lowercase) && is_content(w));
    let no_meaning = class::CUE | class::FUNCTION | class::ADVERB | class::ROLE | class::TEMPORAL | class::UNIT;
    plain.filter(|w| !l.words.classes(l.words.id(w)).any(no_meaning)).map(|w| stem(w).to_string()).collect()
}

/// `a matter of "public safety"`: behind a preposition the words name a topic, which others may name as well.
fn is_topic(told: Told) -> bool {
    let Some((before, _)) = told.sentence.split_once(told.text) else { return false };
    let last = before.split(|c: char| !c.is_alphanumeric()).rfind(|w| !w.is_empty());
    last.is_some_and(|w| ["about", "for", "from", "in", "of", "on", "over", "with"].contains(&w))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(part: (&str, &str), whole: (&str, &str)) -> Tie {
        let words = [Words::of(part.0), Words::of(whole.0)];
        tie(Told { words: &words[0], text: part.0, sentence: part.1 }, Told { words: &words[1], text: whole.0, sentence: whole.1 })
    }

    #[test]
    fn a_few_words_are_of_a_quotation_that_the_words_around_them_fit() {
        let noise = ("I understand that noise", "“I understand that noise,” Lee said.");
        assert_eq!(of(("the noise", "Lee told us that he understands “the noise” of the harbour."), noise), Tie::Context);
        assert_eq!(of(("the noise", "Lee wrote of “the noise” of the harbour."), noise), Tie::Apart);
        let safety = ("This is public safety and no game", "“This is public safety and no game,” Lee said.");
        assert_eq!(of(("public safety", "Lee called the dam a matter of “public safety.”"), safety), Tie::Apart);
        assert_eq!(of(("public safety", "Lee called the dam “public safety.”"), safety), Tie::Words);
        let monday = ("It was a total loss for us", "“It was a total loss for us,” Lee said on Monday.");
        assert_eq!(of(("total loss", "On Friday Lee spoke of a “total loss.”"), monday), Tie::Apart);
        assert_eq!(of(("total loss", "On Monday Lee spoke of a “total loss.”"), monday), Tie::Words);
    }
}
