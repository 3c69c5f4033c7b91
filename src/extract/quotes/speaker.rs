//! From a noun phrase to the speaker it names.

use super::super::mention::{NameKind, NameMention, Speaker};
use super::frame::Frame;
use super::phrase::Phrase;
use crate::lexicon::class;

/// The speaker that a phrase names: an entity, else its words without article.
pub fn speaker(f: &Frame, entities: &[super::super::mention::Entity], phrase: &Phrase) -> Option<Speaker> {
    if let Some(name) = named(f, phrase) {
        return Some(Speaker { name: entities[name.entity].name.clone(), entity: Some(name.entity) });
    }
    let start = phrase.all.clone().find(|i| !f.has(*i, class::ARTICLE))?;
    let tokens = f.tokens(start..phrase.all.end)?;
    let name = f.cx.tokens.span(tokens).of(f.cx.tokens.text).to_owned();
    Some(Speaker { name, entity: None })
}

/// The name that ends the core of the phrase and is its head.
fn named<'a>(f: &Frame<'a>, phrase: &Phrase) -> Option<&'a NameMention> {
    let core = &phrase.core;
    let name = f.name_ending(core.start, core.end)?;
    let first = core.clone().find(|i| !f.has(*i, class::ARTICLE))?;
    let alone = f.index(first)? == name.tokens.start;
    (name.kind == NameKind::Person || alone && phrase.all.end == core.end).then_some(name)
}
