//! A quotation as it is compared.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::fragments::Told;
use super::names::Name;
use super::utterances::Utterance;
use super::version::Version;
use super::versions::relate;
use super::words::Words;
use crate::claim::{Quote, SourceSentence};
use crate::reconcile::similarity::Bag;
use crate::text::fold::fold;

/// A quotation with what its comparison needs.
pub struct Item<'a> {
    pub member: usize,
    pub article: usize,
    pub quote: &'a Quote,
    /// The speaker as an entity of the story, or as folded words.
    pub speaker: Option<String>,
    /// The name of a speaker whom the text names directly.
    pub name: Option<Name>,
    /// The name of a speaker for whom a pronoun or an office stands.
    pub reckoned: Option<Name>,
    /// The sentences of its article, and the number of the one around it.
    pub sentences: &'a [SourceSentence],
    pub at: usize,
    pub said: Rc<Utterance>,
    /// The quotation as written, and the sentence around it.
    pub text: &'a str,
    pub sentence: &'a str,
    /// The words of that sentence; only for words in marks that may be nobody's.
    pub around: Words,
    /// Stems of its content words, sorted.
    pub stems: Bag,
    /// The same for each of its sentences and clauses that has two or more.
    pub segments: Vec<Bag>,
    /// Days of the week on which it may have been said.
    pub days: Vec<String>,
    /// It stands in a headline, which shortens.
    pub headline: bool,
    /// What is quoted of the speaker is a translation.
    pub foreign: bool,
}

impl Item<'_> {
    pub fn words(&self) -> &Words {
        &self.said.words
    }

    pub fn told(&self) -> Told<'_> {
        Told { words: &self.said.words, text: self.text, sentence: self.sentence }
    }
}

/// Quotations of at most so many words are compared only within one speaker.
pub const FRAGMENT: usize = 3;

/// A speaker without a name, as words that two articles may share.
pub fn speaker_key(speaker: &str) -> String {
    let folded = fold(speaker);
    folded.strip_prefix("the ").unwrap_or(&folded).to_owned()
}

pub fn length(i: &Item) -> usize {
    i.said.words.words.len()
}

/// Too few words to have a wording.
pub fn is_fragment(i: &Item) -> bool {
    length(i) <= FRAGMENT
}

/// Both name their speaker directly, and the names differ: only then can one of them be wrong.
pub fn names_differ(a: &Item, b: &Item) -> bool {
    let Some((x, y)) = a.name.as_ref().zip(b.name.as_ref()) else { return false };
    let part = |n: &Name, of: &Name| if n.has_other_given(of) { n.given().unwrap_or_default().to_owned() } else { n.surname.clone() };
    !x.is_like(y) && !has_a_part(a.sentence, &part(y, x)) && !has_a_part(b.sentence, &part(x, y))
}

/// Two people are said to have spoken the same words: both by name, or one by a pronoun or an office that stands for a name.
pub fn are_two_speakers(a: &Item, b: &Item) -> bool {
    names_differ(a, b) || is_another(a, b) || is_another(b, a)
}

/// The speaker as written, and with a pronoun or office the name behind it.
pub fn shown(i: &Item) -> Option<String> {
    let speaker = i.quote.speaker.as_deref()?;
    Some(i.reckoned.as_ref().map_or(speaker.to_owned(), |name| format!("{} ({speaker})", name.written)))
}

/// The speaker of `b`, for whom a pronoun or office stands, is not that of `a`: the name stands right before, and the article of `b` does
/// not name the other.
fn is_another(a: &Item, b: &Item) -> bool {
    const CONTENT: usize = 5;
    let Some((x, y)) = a.name.as_ref().zip(b.reckoned.as_ref()) else { return false };
    let near = b.sentences.get(b.at.saturating_sub(1)..=b.at).unwrap_or_default();
    let names = |sentences: &[SourceSentence], name: &Name| sentences.iter().any(|s| has_a_part(&s.text, &name.surname));
    let same = || relate(a.words(), b.words(), false) <= Version::Minor && a.words().content().nth(CONTENT - 1).is_some();
    !x.is_like(y) && !has_a_part(a.sentence, &y.surname) && names(near, y) && same() && !names(b.sentences, x)
}

/// Somebody of this surname in the sentence may have said it too, or first: "Lee and her husband Tom Webb said", "Lee said, quoting Webb";
/// not the hearer of "told".
fn has_a_part(sentence: &str, surname: &str) -> bool {
    const TITLES: usize = 5;
    let folded = fold(sentence);
    let parts = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-'));
    let words: Vec<&str> = folded.split(parts).map(|w| w.trim_matches(['\'', '-'])).filter(|w| !w.is_empty()).collect();
    let named = |w: &str| w == surname || w.strip_suffix("'s") == Some(surname) || w.split('-').any(|part| part == surname);
    (0..words.len()).any(|at| named(words[at]) && !words[at.saturating_sub(TITLES)..at].contains(&"told"))
}

/// The first of each text.
pub fn of_each_text<'i, 'a>(items: &[&'i Item<'a>]) -> Vec<&'i Item<'a>> {
    let mut seen = FxHashSet::default();
    items.iter().copied().filter(|i| seen.insert(i.said.number)).collect()
}

pub fn longest<'i, 'a>(items: &[&'i Item<'a>]) -> Option<&'i Item<'a>> {
    items.iter().copied().max_by_key(|i| (i.said.words.words.len(), std::cmp::Reverse(i.member)))
}
