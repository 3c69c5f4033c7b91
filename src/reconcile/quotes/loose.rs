//! Words in marks that may be nobody's speech: when they are somebody's, because another article has them as said by a speaker.

use super::item::Item;
use super::versions::contains;
use super::words::Words;
use crate::claim::QuoteForm;
use crate::lexicon::word_sets;

word_sets! {
    /// Prepositions behind which a word is no subject.
    GOVERNING = 0: "governing_preposition";
}

/// How many words with meaning are needed to tell whose they are.
const CONTENT: usize = 2;

/// Words in marks that may be nobody's speech: scare quotes, or words with the capitals of a title.
pub fn is_loose(i: &Item) -> bool {
    matches!(i.quote.form, QuoteForm::Scare | QuoteForm::Title)
}

/// One of the two is loose, and its words are from the other.
pub fn are_one(a: &Item, b: &Item) -> bool {
    let of = |few: &Item, whole: &Item| heads(few, whole) || are_taken_from(few, whole);
    are_the_same_few(a, b) || of(a, b) || of(b, a)
}

/// A headline has words of a quotation in one piece and in capitals, enough of them with meaning.
fn heads(title: &Item, quote: &Item) -> bool {
    let capital = title.quote.form == QuoteForm::Title && !is_loose(quote);
    let held = || contains(&quote.said.words, &title.said.words) && !names(quote, title.text);
    capital && title.said.words.content().nth(CONTENT - 1).is_some() && held()
}

/// A quotation has words in marks of their own: a motto or a work that is spoken of.
fn names(quote: &Item, words: &str) -> bool {
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    let marked = |at: usize| quote.text[..at].ends_with(['\'', '‘', '’', '"', '“', '`']);
    quote.text.match_indices(bare).any(|(at, _)| marked(at))
}

/// Words without a speaker equal those that another article gives to a speaker, enough of them with meaning.
fn are_the_same_few(a: &Item, b: &Item) -> bool {
    let one = is_loose(a) != is_loose(b);
    one && a.article != b.article && a.said.words.words == b.said.words.words && a.said.words.content().nth(CONTENT - 1).is_some()
}

/// Words without a speaker stand in what another article quotes of somebody whom their sentence names: in one piece with enough meaning, or
/// together with the words around them.
fn are_taken_from(few: &Item, whole: &Item) -> bool {
    const AROUND: usize = 3;
    const PIECE: usize = 3;
    let loose = few.quote.form == QuoteForm::Scare && !is_loose(whole) && few.article != whole.article;
    let content = few.said.content.iter().filter(|c| **c).count();
    if !loose || content < CONTENT || !contains(&whole.said.words, &few.said.words) {
        return false;
    }
    let named = || whole.name.as_ref().is_some_and(|n| leads(&few.around, &n.surname));
    (content >= PIECE || stand_alike(&few.around, few.words(), whole.words()) >= AROUND) && named()
}

/// A surname stands in a sentence, and not behind what makes it the name of another's friend or critic: `a critic of Ms. Lee`.
fn leads(sentence: &Words, surname: &str) -> bool {
    const NEAR: usize = 3;
    let words = &sentence.words;
    let named = |w: &String| w == surname || w.strip_suffix("'s") == Some(surname);
    let first = words.iter().position(named);
    first.is_some_and(|at| !words[at.saturating_sub(NEAR)..at].iter().any(|w| SETS.holds(w, GOVERNING)))
}

/// How many words right before and behind a few words are the same in a sentence and in a longer quotation.
fn stand_alike(sentence: &Words, few: &Words, whole: &Words) -> usize {
    let places = |w: &Words| -> Vec<usize> {
        w.words.windows(few.words.len().max(1)).enumerate().filter(|(_, v)| *v == few.words).map(|(at, _)| at).collect()
    };
    let alike = |s: usize, w: usize| {
        let before = sentence.words[..s].iter().rev().zip(whole.words[..w].iter().rev()).take_while(|(a, b)| a == b).count();
        let len = few.words.len();
        let behind = sentence.words[s + len..].iter().zip(&whole.words[w + len..]).take_while(|(a, b)| a == b).count();
        before + behind
    };
    let (there, here) = (places(whole), places(sentence));
    here.iter().flat_map(|s| there.iter().map(|w| alike(*s, *w))).max().unwrap_or(0)
}
