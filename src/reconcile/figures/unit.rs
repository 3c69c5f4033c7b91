//! Units whose kind the text leaves open: miles at sea may be nautical, a bare dollar may be Canadian.

use rustc_hash::FxHashSet;

use super::item::Item;
use crate::claim::Figure;
use crate::reconcile::story::Story;
use crate::value::relate::{Measured, Relation};
use crate::value::{Dimension, Reading};

/// Countries that call their money dollar, except the United States.
const OF_A_DOLLAR: [&str; 6] =
    ["place:australia", "place:canada", "place:hong-kong", "place:new-zealand", "place:singapore", "place:taiwan"];

/// Stems of what is at sea.
const AT_SEA: [&str; 20] = [
    "aground",
    "boat",
    "captain",
    "coast",
    "coastguard",
    "ferri",
    "freighter",
    "island",
    "lifeboat",
    "nautic",
    "offshor",
    "sail",
    "sailor",
    "sea",
    "ship",
    "shore",
    "tanker",
    "trawler",
    "vessel",
    "yacht",
];

/// The articles that name such a country, whose bare dollars may be of it.
pub fn of_another_dollar(story: &Story) -> FxHashSet<usize> {
    let named = |key: &crate::claim::Key| key.entities.iter().any(|e| OF_A_DOLLAR.contains(&e.as_str()));
    story.claims.iter().filter(|m| named(m.key)).map(|m| m.article).collect()
}

/// Two values that differ only by a kind of unit that one text leaves open.
pub fn may_be_of_two_kinds(x: &Item, y: &Item) -> bool {
    are_two_dollars(x, y) || are_two_dollars(y, x) || are_miles_at_sea(x, y) || are_miles_at_sea(y, x)
}

/// One is a US dollar as it says, the other one of an article that may mean its own.
fn are_two_dollars(told: &Item, bare: &Item) -> bool {
    let unit = |f: &Figure| f.unit.as_deref().map(str::to_owned);
    bare.other_dollar && unit(told.figure).as_deref() == Some("US dollar") && unit(bare.figure).as_deref() == Some("dollar")
}

/// Read as nautical, these miles are what the other figure has.
fn are_miles_at_sea(miles: &Item, other: &Item) -> bool {
    let at_sea = |i: &Item| i.key.terms.iter().any(|t| AT_SEA.contains(&t.as_str()));
    let bare = miles.figure.dimension == Dimension::Length && miles.reading.unit == Some("mile");
    bare && (at_sea(miles) || at_sea(other)) && {
        let nautical = Measured::new(Reading { unit: Some("nautical mile"), ..miles.reading.clone() });
        !matches!(nautical.relate(&other.measured), Relation::Disjoint { .. } | Relation::Unlike)
    }
}
