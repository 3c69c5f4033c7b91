//! Figures that contradict no other, whatever their words say.

use super::item::Item;
use crate::lexicon::concepts::Traits;
use crate::reconcile::similarity::shared;
use crate::value::{Amount, Dimension};

/// Two figures that do not contradict each other whatever their words: sizes of a product, what is counted again each time, parts of a
/// quotation, whose wording is compared elsewhere.
pub fn are_apart(x: &Item, y: &Item) -> bool {
    is_choice(x) || is_counted_anew(x) && !are_of_one_crowd(x, y) || x.quoted && y.quoted || is_other_stretch(x, y)
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

/// Reports of one day have the same evening's crowd; a few who attend something are no crowd.
pub fn are_of_one_crowd(x: &Item, y: &Item) -> bool {
    const CROWD: i64 = 100;
    let many = |i: &Item| i.figure.amount.is_some_and(|a| a >= Amount::from(CROWD));
    let one_day = x.published.is_some() && x.published == y.published;
    let towns = |i: &Item| i.key.places.iter().any(|p| !is_site(p));
    let elsewhere = towns(x) && towns(y) && shared(&x.entities, &y.entities).next().is_none();
    one_day && x.concept == y.concept && x.key.concept.as_deref() == Some("attended") && many(x) && many(y) && !elsewhere
}

/// A place within a town: "place:liberty-square".
fn is_site(place: &str) -> bool {
    const SITES: [&str; 8] = ["avenue", "boulevard", "bridge", "park", "plaza", "square", "stadium", "street"];
    place.rsplit('-').next().is_some_and(|last| SITES.contains(&last))
}
