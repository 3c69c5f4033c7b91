//! The sentences of blocks.

use super::{Block, Sentence};
use crate::lexicon::class;
use crate::text::{Classes, SentenceClasses, Tokens, sentence};

/// What the lexicon says about stops.
const CLASSES: SentenceClasses = SentenceClasses {
    abbreviation: class::ABBREVIATION,
    soft: class::SOFT_ABBREVIATION,
    capitalised: class::CAPITALISED,
    numbered: class::NUMBERED,
    clock: class::CLOCK,
    calendar: Classes(class::MONTH.0 | class::WEEKDAY.0),
    starter: Classes(
        class::STARTER.0
            | class::ARTICLE.0
            | class::DETERMINER.0
            | class::PRONOUN.0
            | class::PREPOSITION.0
            | class::CONJUNCTION.0
            | class::RELATIVE.0,
    ),
    name: Classes(class::GIVEN_NAME.0 | class::SURNAME.0 | class::PLACE.0 | class::DEMONYM.0),
    cue: class::CUE,
    exclaimed: class::EXCLAIMED,
};

/// All sentences of all blocks, in order.
pub fn find(tokens: Tokens<'_>, blocks: &[Block]) -> Vec<Sentence> {
    let mut out = Vec::with_capacity(tokens.len() / 20 + 1);
    for (index, b) in blocks.iter().enumerate() {
        sentence::split(tokens, b.tokens.clone(), &CLASSES, |range| {
            out.push(Sentence { span: tokens.span(range.clone()), tokens: range, block: index });
        });
    }
    out
}
