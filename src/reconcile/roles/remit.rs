//! What somebody is in charge of, by the words behind the title: "general manager of the data center unit".

use crate::lexicon::{class, lexicon, stem, word_sets};
use crate::reconcile::story::Story;
use crate::text::Classes;
use crate::text::fold::fold;

word_sets! {
    /// Words for any part of a firm.
    PART = 0: "part_of_firm";
    /// Words said of any part, and words that lead to its name.
    FORMED = 1: "newly_formed";
}

/// Titles of those who head a part of a firm or body, mostly only one.
const HEADS: [&str; 4] = ["general manager", "manager", "vice president", "director"];
/// Words looked at behind a title.
const REACH: usize = 12;

/// Two members of an office with two charges that share no word, if no article gives both.
pub fn two_charges(story: &Story, members: &[usize], office: &str) -> Option<(String, String)> {
    if !HEADS.contains(&office) {
        return None;
    }
    let known: Vec<(usize, String, Vec<String>)> =
        members.iter().filter_map(|m| charge(story, *m).map(|(text, words)| (story.claims[*m].article, text, words))).collect();
    let differ = |a: &[String], b: &[String]| a.iter().all(|w| !b.contains(w));
    let (first, other) = known.iter().enumerate().find_map(|(n, a)| known[n + 1..].iter().find(|b| differ(&a.2, &b.2)).map(|b| (a, b)))?;
    let in_both = known.iter().any(|a| known.iter().any(|b| a.0 == b.0 && differ(&a.2, &b.2)));
    (!in_both).then(|| (first.1.clone(), other.1.clone()))
}

/// The charge as written and the stems of its telling words.
fn charge(story: &Story, member: usize) -> Option<(String, Vec<String>)> {
    let behind = story.behind(member).trim_start();
    let of = behind.strip_prefix("of ").or_else(|| behind.strip_prefix("for "));
    let listed = behind.strip_prefix(", ").filter(|rest| words_of(rest).any(|w| SETS.holds(&fold(w), PART)));
    let words: Vec<&str> = words_of(of.or(listed)?).collect();
    let parts = words.iter().filter(|w| tells(w)).flat_map(|w| w.split('-'));
    let telling: Vec<String> = parts.map(|w| stem(&fold(w)).to_string()).collect();
    (!telling.is_empty()).then(|| (words.join(" "), telling))
}

/// The words of the noun phrase that a text begins with.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let phrase = text.split([',', '.', ';', ':', '—', '(', '"', '”']).next().unwrap_or_default();
    phrase.split_whitespace().take(REACH).take_while(|w| SETS.holds(w, FORMED) || !ends(w))
}

/// A word that ends the noun phrase.
pub(super) fn ends(word: &str) -> bool {
    is(word, class::PREPOSITION | class::RELATIVE | class::AUXILIARY | class::CONJUNCTION | class::CUE | class::PRONOUN)
}

/// A word that tells this charge from others: no function word, no "unit", no "new", no possessor.
fn tells(word: &str) -> bool {
    let owner = word.ends_with("'s") || word.ends_with("’s");
    let folded = fold(word);
    let light = SETS.holds(folded.as_str(), PART) || SETS.holds(folded.as_str(), FORMED);
    !owner && !is(word, class::ARTICLE | class::DETERMINER) && !light
}

fn is(word: &str, classes: Classes) -> bool {
    let words = &lexicon().words;
    words.classes(words.id(&word.to_lowercase())).any(classes)
}
