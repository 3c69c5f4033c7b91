//! Whose two figures are: of one person or body, of two, of nobody in particular.

use super::item::{Item, Place};
use crate::claim::entity;
use crate::reconcile::similarity::Symbol;

/// Each is of a person or body that the sentence of the other does not name.
pub fn have_two_owners(x: &Item, y: &Item) -> bool {
    let beside = |i: &Item, owner: Option<Symbol>| owner.is_some_and(|o| i.entities.binary_search(&o).is_ok());
    are_of_two_owners(x, y) && !beside(x, y.subject) && !beside(y, x.subject)
}

/// They are of two people or bodies, each with a rate of its own. People with one surname may be one subject ("the Clintons").
pub fn are_of_two_owners(x: &Item, y: &Item) -> bool {
    let named = |s: &&str| entity::is_person(s) || entity::is_body(s);
    let owners = x.key.subject.as_deref().filter(named).zip(y.key.subject.as_deref().filter(named));
    owners.is_some_and(|(a, b)| x.subject != y.subject && !share_surname(a, b))
}

/// "the Clintons", "Mr Clinton"; not two brothers who are both named in full.
fn share_surname(a: &str, b: &str) -> bool {
    let name = |id: &str| id.rsplit(':').next().unwrap_or(id).to_owned();
    let last = |id: &str| name(id).rsplit('-').next().unwrap_or_default().trim_end_matches('s').to_owned();
    let given = |id: &str| name(id).split_once('-').map(|(given, _)| given.to_owned());
    let two = given(a).zip(given(b)).is_some_and(|(x, y)| !x.starts_with(&y) && !y.starts_with(&x));
    last(a) == last(b) && !two
}

/// An age far down in an article, of somebody without a name whose sentence does not name the bearer of the other age either.
pub fn is_of_nobody(nobody: &Item, other: &Item) -> bool {
    let named = |bearer| nobody.entities.binary_search(&bearer).is_ok();
    nobody.subject.is_none()
        && !nobody.beside.stands_for_one
        && nobody.place == Place::Below
        && other.subject.is_some_and(|bearer| !named(bearer))
}

/// They are of two people.
pub fn are_of_two_people(x: &Item, y: &Item) -> bool {
    let of_a_person = |i: &Item| i.key.subject.as_deref().is_some_and(entity::is_person);
    of_a_person(x) && of_a_person(y)
}

/// How often something was done to one person, and to another.
pub fn are_times_of_two(x: &Item, y: &Item) -> bool {
    let times = |i: &Item| i.figure.unit.as_deref() == Some("time");
    times(x) && times(y) && are_of_two_owners(x, y)
}
