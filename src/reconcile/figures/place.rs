//! Figures of two places: the wind in two towns, rents in a town and in its country, the dead of two raids, what each side of a war shot
//! down.

use super::item::Item;
use crate::claim::entity;
use crate::lexicon::word_sets;
use crate::reconcile::nearness::{Nearness, is_country, nearness};
use crate::value::Dimension;

word_sets! {
    /// Stems of what strikes many places at once.
    SWEEPING = 0: "stem_of_what_sweeps";
}

/// They are of two places, so that two values do not contradict each other.
pub fn are_of_two_places(x: &Item, y: &Item) -> bool {
    let owner = |i: &Item| i.key.subject.as_deref().filter(|s| entity::is_place(s)).map(str::to_owned);
    let owners = owner(x).zip(owner(y)).filter(|(a, b)| a != b);
    let apart = owners.as_ref().is_some_and(|(a, b)| nearness(a, b) == Nearness::Apart);
    let claims = x.key.concept.as_deref() == Some("shot_down");
    is_beside(x, y)
        || is_beside(y, x)
        || apart && (claims || is_elsewhere(x, y))
        || is_measured_there(x) && is_elsewhere(x, y) && (owners.is_some() || are_towns(x, y))
}

/// The sentence of the one names the place of the other, and says that it is somewhere else: "in Vell, a suburb north of Ribe, six were hurt" is
/// of no other number hurt in Ribe.
fn is_beside(here: &Item, there: &Item) -> bool {
    let counts = here.figure.dimension == Dimension::Count && there.figure.dimension == Dimension::Count;
    let placed = !here.key.places.is_empty() && !there.key.places.is_empty();
    counts && placed && there.key.places.iter().all(|p| !here.key.places.contains(p) && here.key.entities.contains(p))
}

/// One is counted all over the country or the world, the other in a place that its sentence names, which is no country: they are two unless
/// equal.
pub fn are_of_two_reaches(x: &Item, y: &Item) -> bool {
    let local = |i: &Item| !i.beside.everywhere && !i.key.places.is_empty() && !i.key.places.iter().any(|p| is_country(p));
    x.beside.everywhere && local(y) || y.beside.everywhere && local(x)
}

/// One is the toll of a country that something swept over, the other a smaller one of a place in it that its sentence names: those killed by
/// a storm in one county are some of those it killed in the country.
pub fn are_tolls_of_whole_and_part(x: &Item, y: &Item) -> bool {
    is_toll_of_part(x, y) || is_toll_of_part(y, x)
}

fn is_toll_of_part(part: &Item, whole: &Item) -> bool {
    let of_country = !whole.key.places.is_empty() && whole.key.places.iter().all(|p| is_country(p));
    let local = !part.key.places.is_empty() && !part.key.places.iter().any(|p| is_country(p));
    let fewer = part.reading.high.zip(whole.reading.low).is_some_and(|(part, whole)| part < whole);
    let sweeps = |i: &Item| i.key.terms.iter().any(|t| SETS.holds(t, SWEEPING));
    of_country && local && fewer && part.nature.is_own_toll && whole.nature.is_own_toll && (sweeps(part) || sweeps(whole))
}

/// Both sentences name places, and none in common.
fn is_elsewhere(x: &Item, y: &Item) -> bool {
    let named = |i: &Item| !i.key.places.is_empty();
    named(x) && named(y) && !x.key.places.iter().any(|p| y.key.places.contains(p))
}

/// Each names one place, and none lies in the other.
fn are_towns(x: &Item, y: &Item) -> bool {
    let ([a], [b]) = (&x.key.places[..], &y.key.places[..]) else { return false };
    !matches!(nearness(a, b), Nearness::Same | Nearness::Inside)
}

/// It is of a kind of which every place has its own value.
fn is_measured_there(i: &Item) -> bool {
    matches!(i.figure.dimension, Dimension::Share | Dimension::SharePoints | Dimension::Speed | Dimension::Temperature)
        || i.key.concept.as_deref() == Some("rain")
}
