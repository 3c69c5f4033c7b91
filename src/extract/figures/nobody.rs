//! Counts of zero in words: `no one was hurt`, `nobody has died`, `no injuries`. A report that nothing befell anybody is a count of zero.

use std::ops::Range;

use crate::extract::mention::FigureMention;
use crate::lexicon::concepts::Traits;
use crate::lexicon::{class, word_sets};
use crate::value::{Amount, Dimension, Quantity};

use super::reader::Reader;

word_sets! {
    /// Words that make it a wish, a rule or a case: `so that no one is hurt`.
    UNREAL = 0: "unreal";
    /// What is held to be so: `is believed | to have been`.
    HELD = 1: "held_to_be";
}

/// Words that are passed over between nobody and the verb.
const PASSED: usize = 4;

/// The zero at token `at`.
pub fn nobody(reader: &Reader, at: usize) -> Option<FigureMention> {
    if (at.saturating_sub(4)..at).any(|i| reader.tokens.is_in(i, &SETS, UNREAL)) {
        return None;
    }
    suffered(reader, at).or_else(|| without(reader, at))
}

/// `no one was hurt`, `no-one is believed to have been hurt`: from the words for nobody to the end of them.
fn suffered(reader: &Reader, at: usize) -> Option<FigureMention> {
    let end = pronoun_end(reader, at)?;
    if let Some(verb) = held_to(reader, end) {
        return is_fate(reader, verb).then(|| zero(at..end, "person".into(), None));
    }
    let past = |i: &usize| reader.tokens.is_any(*i, &["was", "were", "had", "has", "have", "been"]);
    let verb = (end..end + PASSED).take_while(past).last()? + 1;
    is_fate(reader, verb).then(|| zero(at..end, "person".into(), None))
}

/// Behind `is believed to be`, `was thought to have been`, `appears to have been`.
fn held_to(reader: &Reader, at: usize) -> Option<usize> {
    let held = at + usize::from(reader.tokens.is_any(at, &["is", "was"]));
    let to = held + 1;
    if !(reader.tokens.is_in(held, &SETS, HELD) && reader.tokens.is(to, "to")) {
        return None;
    }
    let perfect = usize::from(reader.tokens.is(to + 1, "have"));
    reader.tokens.is_any(to + 1 + perfect, &["be", "been"]).then_some(to + 2 + perfect)
}

/// Behind `nobody`, `no one`, `no-one`.
fn pronoun_end(reader: &Reader, at: usize) -> Option<usize> {
    if reader.tokens.is(at, "nobody") {
        return Some(at + 1);
    }
    let one = reader.joint(at + 1).filter(|_| reader.tokens.is(at, "no"))?;
    reader.tokens.is(one, "one").then_some(one + 1)
}

/// `no injuries`, `no deaths`.
fn without(reader: &Reader, at: usize) -> Option<FigureMention> {
    let noun = reader.tokens.get(at + 1).filter(|t| reader.tokens.is(at, "no") && t.is(class::CONCEPT) && t.is_word())?;
    let lower = reader.lower(noun);
    let counted = reader.lexicon.plurals.is_plural(&lower) && is_fate(reader, at + 1);
    let single = reader.lexicon.plurals.singular(&lower).into_owned();
    (counted && single != lower).then(|| zero(at..at + 2, single, Some(at + 1..at + 2)))
}

fn is_fate(reader: &Reader, at: usize) -> bool {
    let concepts = reader.lexicon.concepts.at(reader.tokens.all, at);
    concepts.is_some_and(|(_, mut all)| all.any(|c| c.traits.has(Traits::SUFFERED)))
}

fn zero(tokens: Range<usize>, unit: String, head: Option<Range<usize>>) -> FigureMention {
    FigureMention::new(tokens, Quantity::whole(Amount::ZERO, unit.into(), Dimension::Count), head)
}
