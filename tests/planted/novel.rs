//! Which sentences use words that the program's tables do not have.

use claimdiff::lexicon::{class, lexicon};
use claimdiff::text::{Classes, scan};

use super::scene::{Kind, Slot};

/// Whether no sentence of the fact has a word that shows the program what it is about.
pub fn is_novel(slot: &Slot) -> bool {
    novel_sentences(slot) == slot.sentences.len()
}

/// How many sentences (for roles: forms of the title) the tables know no word of.
pub fn novel_sentences(slot: &Slot) -> usize {
    let known = |text: &str| {
        let text = without_holes(text);
        let says = |telling| text.split(|c: char| !c.is_alphanumeric()).any(|w| tells(w, telling));
        match slot.kind {
            Kind::Figure | Kind::Date | Kind::Place => shows_a_concept(&text),
            Kind::Quote => says(class::CUE),
            Kind::Role => says(class::ROLE),
            Kind::Name => true,
        }
    };
    match slot.kind {
        Kind::Name => 0,
        Kind::Role => {
            if slot.same.iter().any(|t| known(t)) {
                0
            } else {
                slot.sentences.len()
            }
        }
        _ => slot.sentences.iter().filter(|s| !known(s)).count(),
    }
}

/// A whole trigger of a concept stands in it: "left their homes", not "left".
fn shows_a_concept(text: &str) -> bool {
    let l = lexicon();
    let tokens = scan(text, &l.words);
    (0..tokens.len()).any(|at| l.concepts.at(&tokens, at).is_some())
}

/// A word of the class.
fn tells(word: &str, telling: Classes) -> bool {
    let l = lexicon();
    l.words.classes(l.words.id(&word.to_lowercase())).any(telling)
}

/// The words of a sentence between its names and value.
fn without_holes(template: &str) -> String {
    template.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}
