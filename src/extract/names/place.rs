//! Places: their canonical names and types, which of them act, and which is said to lie in which.

use std::ops::Range;

use crate::claim::entity;
use crate::extract::Context;
use crate::extract::mention::{Mentions, NameKind};
use crate::lexicon::{PlaceType, class, word_sets};
use crate::text::Classes;

word_sets! {
    /// Kinds of places.
    WATER = 0: "water";
    REGION = 1: "region";
    CITY = 2: "city";
    BUILDING = 3: "building";
    /// Capitals and seats that stand for those who govern there (any style guide), as entities without `place:`, sorted.
    SEAT = 4: "seat_of_government";
    /// Verbs of those who govern, besides verbs of speech and auxiliaries (any dictionary).
    GOVERNMENT_ACT = 5: "government_act";
    /// What may stand between `in` and the larger of two places.
    DIRECTION = 6: "part_of_land";
}

/// The number of the place of the table at these tokens, a lower-case word of kind behind it included (`Donetsk region`).
pub fn number(cx: &Context, tokens: &Range<usize>) -> Option<u32> {
    let places = &cx.lexicon.places;
    let longer = places.longest(cx.tokens.all, tokens.start).filter(|(n, _)| *n > tokens.len()).map(|(_, p)| p);
    longer.or_else(|| places.spelt(&cx.tokens.all[tokens.clone()]))
}

/// The country, region or city of the table whose name begins at token `at`, inside a name that ends before token `end`: its length in
/// tokens and its number. Those of regions and cities that are ordinary words as well, or names of people, may mean something else there.
pub fn inside(cx: &Context, at: usize, end: usize) -> Option<(usize, u32)> {
    let places = &cx.lexicon.places;
    cx.tokens.get(at).filter(|t| t.is_capital())?;
    places.longest(&cx.tokens.all[..end], at).filter(|(_, number)| {
        let place = places.get(*number);
        let country = place.place_type == PlaceType::Country;
        let settled = matches!(place.place_type, PlaceType::Region | PlaceType::City) && !is_firm(cx, at);
        // "Reunion" and "Jersey" are words before they are countries
        country && (!place.is_word || place.size > 7) || settled && !place.is_word && !place.is_name
    })
}

/// `Amazon` of `Amazon Prime Video`.
fn is_firm(cx: &Context, at: usize) -> bool {
    cx.tokens.all[at].is(class::NAMED) && cx.lexicon.organisations.exactly(&cx.tokens.all[at..at + 1]).is_some()
}

/// Plural kinds at the end of a list of places, with the singular that each place is: `Sonoma and Lake counties`.
const SHARED_KINDS: [(&str, (&str, PlaceType)); 4] = [
    ("avenues", ("Avenue", PlaceType::Other)),
    ("counties", ("County", PlaceType::Region)),
    ("rivers", ("River", PlaceType::Water)),
    ("streets", ("Street", PlaceType::Other)),
];

/// The kind that the name before token `tokens.end` shares with the names of its list: `County` for the `Sonoma` of `Sonoma and Lake
/// counties`.
pub fn shared_kind(cx: &Context, tokens: &Range<usize>) -> Option<(&'static str, PlaceType)> {
    const REACH: usize = 16;
    let joins = |i: usize| cx.tokens.all[i].is_punct(',') || cx.tokens.is_any(i, &["and", "or"]);
    let kind = |i: usize| SHARED_KINDS.iter().find(|(plural, _)| cx.tokens.is(i, plural)).map(|(_, one)| *one);
    let reach = tokens.start.saturating_sub(REACH)..(tokens.end + REACH).min(cx.tokens.len());
    let end = (tokens.end..reach.end).find(|i| kind(*i).is_some() || !joins(*i) && !cx.tokens.all[*i].is_capital())?;
    let listed = (reach.start..tokens.start).next_back().is_some_and(joins) || joins(tokens.end);
    kind(end).filter(|_| listed)
}

/// The type that a word of kind inside, before or behind the name gives.
pub fn kind_of(cx: &Context, tokens: &Range<usize>) -> PlaceType {
    const KINDS: [(u32, PlaceType); 4] =
        [(WATER, PlaceType::Water), (REGION, PlaceType::Region), (BUILDING, PlaceType::Building), (CITY, PlaceType::City)];
    let words = [Some(tokens.end - 1), Some(tokens.start), Some(tokens.end), tokens.start.checked_sub(2)];
    for i in words.into_iter().flatten() {
        if let Some((_, kind)) = KINDS.iter().find(|(set, _)| cx.tokens.is_in(i, &SETS, *set)) {
            return *kind;
        }
    }
    PlaceType::Other
}

/// Whether an entity is a capital or seat that may stand for a government.
pub fn is_seat(id: &str) -> bool {
    entity::place(id).is_some_and(|s| SETS.holds(s, SEAT))
}

/// A capital or seat stands for a government: it speaks or acts, or somebody deals with it.
pub fn acts(cx: &Context, tokens: &Range<usize>) -> bool {
    let article = tokens.start.checked_sub(1).is_some_and(|i| cx.tokens.is(i, "the"));
    let before = tokens.start.checked_sub(1 + article as usize);
    let dealt_with = before.is_some_and(|i| cx.tokens.is_any(i, &["with", "by", "against", "between"]));
    if before.is_some_and(|i| cx.tokens.all[i].is(class::PREPOSITION)) {
        return dealt_with;
    }
    let next = cx.tokens.get(tokens.end);
    let acting = Classes(class::CUE.0 | class::AUXILIARY.0);
    next.is_some_and(|t| t.is_word() && t.is(acting)) || cx.tokens.is_in(tokens.end, &SETS, GOVERNMENT_ACT)
}

/// The most such statements that are kept.
const MANY: usize = 200;

/// `Kupiansk, in the Kharkiv region`; `Austin, Texas`: notes which place the text itself puts into which.
pub fn containments(cx: &Context, found: &mut Mentions) {
    for pair in found.names.windows(2) {
        let [inner, outer] = pair else { continue };
        if inner.kind != NameKind::Place || outer.kind != NameKind::Place || inner.entity == outer.entity {
            continue;
        }
        let larger = found.entities[outer.entity].place_type;
        let wide = matches!(larger, PlaceType::Country | PlaceType::Region | PlaceType::City);
        let smaller = !matches!(found.entities[inner.entity].place_type, PlaceType::Country);
        if found.within.len() < MANY
            && wide
            && smaller
            && joins(cx, inner.tokens.end..outer.tokens.start)
            && !found.within.contains(&(inner.entity, outer.entity))
        {
            found.within.push((inner.entity, outer.entity));
        }
    }
}

/// A comma, `in`, or both, and an article or a word such as `eastern`.
fn joins(cx: &Context, between: Range<usize>) -> bool {
    if between.is_empty() || between.len() > 4 {
        return false;
    }
    let comma = cx.tokens.all[between.start].is_punct(',') as usize;
    let rest = between.start + comma..between.end;
    if rest.is_empty() {
        return true;
    }
    let first_in = cx.tokens.is(rest.start, "in");
    first_in && rest.skip(1).all(|i| cx.tokens.all[i].is(class::ARTICLE) || cx.tokens.is_in(i, &SETS, DIRECTION))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_places() {
        assert!(is_seat("place:white-house") && is_seat("place:kyiv") && !is_seat("person:kyiv"));
    }
}
