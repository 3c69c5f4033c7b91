//! `twice` and `thrice` behind what is done to somebody and counted by all who tell of it: `shot her twice`, `was arrested twice`.

use crate::extract::keys::times;
use crate::extract::mention::FigureMention;
use crate::lexicon::class;
use crate::value::{Amount, Dimension, Quantity};

use super::reader::Reader;

pub fn is_word(reader: &Reader, at: usize) -> bool {
    reader.tokens.is_any(at, &["twice", "thrice"])
}

/// The times at token `at`, unless it compares or repeats (`twice as many`, `twice a week`, `twice the size`).
pub fn twice(reader: &Reader, at: usize) -> Option<FigureMention> {
    let ends = is_word(reader, at).then_some(at + 1)?;
    let goes_on = class::ARTICLE | class::DETERMINER | class::PRONOUN | class::NUMBER;
    let compares = reader.tokens.is_any(ends, &["as", "that", "daily", "weekly", "monthly", "yearly", "annually"])
        || reader.tokens.get(ends).is_some_and(|t| t.is(goes_on) || t.is_punct('-') && t.glued());
    // a ball hits a post as well
    let struck = |i: usize| reader.tokens.is_any(i, &["hit", "hits", "hitting", "striking", "struck"]);
    let told = times::deed_before(reader.tokens, 0, at).is_some_and(|(i, _)| !struck(i));
    let two = if reader.tokens.is(at, "twice") { 2 } else { 3 };
    let quantity = Quantity::whole(Amount::from(two), "time".into(), Dimension::Count);
    (told && !compares).then(|| FigureMention::new(at..ends, quantity, None))
}
