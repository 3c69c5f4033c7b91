//! Which sentences use words that the program's tables do not have.

use claimdiff::lexicon::{class, lexicon};
use claimdiff::text::Classes;

use super::scene::{Kind, Slot};

/// Whether no sentence of the fact has a word that shows the program what it is about.
pub fn is_novel(slot: &Slot) -> bool {
    novel_sentences(slot) == slot.sentences.len()
}

/// How many sentences (for roles: forms of the title) the tables know no word of.
pub fn novel_sentences(slot: &Slot) -> usize {
    let telling = match slot.kind {
        Kind::Figure | Kind::Date | Kind::Place => class::CONCEPT,
        Kind::Quote => class::CUE,
        Kind::Role => class::ROLE,
        Kind::Name => return 0,
    };
    let known = |text: &str| without_holes(text).split(|c: char| !c.is_alphanumeric()).any(|w| tells(w, telling));
    match slot.kind {
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

/// A word of the class that means something: "a" begins "a share", and tells nothing.
fn tells(word: &str, telling: Classes) -> bool {
    let light = class::ARTICLE | class::PREPOSITION | class::CONJUNCTION | class::DETERMINER | class::AUXILIARY;
    let l = lexicon();
    let classes = l.words.classes(l.words.id(&word.to_lowercase()));
    classes.any(telling) && !classes.any(light)
}

/// The words of a sentence between its names and value.
fn without_holes(template: &str) -> String {
    template.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}
