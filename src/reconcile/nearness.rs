//! How two places of the table lie to each other.

use crate::claim::entity;
use crate::lexicon::{PlaceType, lexicon};

/// How two places lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    Same,
    /// One lies in the other.
    Inside,
    /// Two towns, or two countries.
    Apart,
    /// The table cannot say.
    Open,
}

/// Compares two entity ids of places.
pub fn nearness(a: &str, b: &str) -> Nearness {
    if a == b {
        return Nearness::Same;
    }
    let (x, y) = (above(a), above(b));
    if x.iter().any(|e| e == slug(b)) || y.iter().any(|e| e == slug(a)) {
        return Nearness::Inside;
    }
    match (kind(a), kind(b)) {
        (Some(PlaceType::City), Some(PlaceType::City)) | (Some(PlaceType::Country), Some(PlaceType::Country)) => Nearness::Apart,
        _ => Nearness::Open,
    }
}

/// The table has the place.
pub fn is_on_the_map(id: &str) -> bool {
    kind(id).is_some()
}

/// The table has the place as a country.
pub fn is_country(id: &str) -> bool {
    kind(id) == Some(PlaceType::Country)
}

/// The table has both as regions, of which none holds the other.
pub fn are_regions(a: &str, b: &str) -> bool {
    let region = |id: &str| kind(id) == Some(PlaceType::Region);
    region(a) && region(b) && nearness(a, b) == Nearness::Open
}

/// The id of a place without its kind: `lund`.
pub fn slug(id: &str) -> &str {
    entity::place(id).unwrap_or(id)
}

/// What kind of place the table has there.
pub fn kind(id: &str) -> Option<PlaceType> {
    lexicon().places.named(&slug(id).replace('-', " ")).map(|p| p.place_type)
}

/// The entities (without `place:`) of the places that hold a place, the nearest first.
pub fn above(id: &str) -> Vec<String> {
    const DEEPEST: usize = 5;
    let places = &lexicon().places;
    let first = places.named(&slug(id).replace('-', " "));
    std::iter::successors(first, |p| places.holder(p)).skip(1).take(DEEPEST).map(|p| p.entity()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_lie_in_regions_and_countries() {
        assert_eq!(nearness("place:kremlin", "place:moscow"), Nearness::Inside);
        assert_eq!(nearness("place:ukraine", "place:pokrovsk"), Nearness::Inside);
        assert_eq!(nearness("place:lahore", "place:pakistan"), Nearness::Inside, "whose region has no row");
        assert_eq!(nearness("place:lahore", "place:india"), Nearness::Open);
        assert_eq!(nearness("place:kyiv", "place:moscow"), Nearness::Apart);
        assert_eq!(nearness("place:kyiv", "place:nowhere-at-all"), Nearness::Open);
        assert_eq!(nearness("place:kyiv", "place:kyiv"), Nearness::Same);
    }
}
