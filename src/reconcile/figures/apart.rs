//! Figures that contradict no other, whatever their words say.

use super::item::Item;
use crate::lexicon::concepts::Traits;
use crate::value::Dimension;

/// Two figures that do not contradict each other whatever their words: sizes of a product, what is counted again each time, parts of a
/// quotation, whose wording is compared elsewhere.
pub fn are_apart(x: &Item, y: &Item) -> bool {
    is_choice(x) || is_counted_anew(x) || x.quoted && y.quoted || is_other_stretch(x, y)
}

/// The term of a thing ("a one-year contract") is not how long something took ("two contracts in seven months"), unless both name it.
pub fn is_other_stretch(x: &Item, y: &Item) -> bool {
    let is_term = |i: &Item| i.figure.dimension == Dimension::Duration && i.hyphenated;
    is_term(x) != is_term(y) && (x.concept.is_none() || x.concept != y.concept)
}

/// A product comes in several sizes.
fn is_choice(i: &Item) -> bool {
    i.figure.dimension == Dimension::Data || i.figure.unit.as_deref().is_some_and(|u| u.ends_with("hertz") || u.ends_with("pixel"))
}

/// Every poll or every evening counts it again.
pub fn is_counted_anew(i: &Item) -> bool {
    i.traits.has(Traits::ANEW)
}
