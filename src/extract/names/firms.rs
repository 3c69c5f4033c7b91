//! Firms, shops, streets and squares that what stands around them or their kind tells: `a spokesman for Orlane`, `the Orlane supermarket`.

use std::ops::Range;

use super::Segment;
use super::feature::{NO_NAME, PLACES, Props, props};
use super::shape::Segmented;
use super::words::{self, FUNCTION, set};
use crate::extract::Context;
use crate::lexicon::{PlaceType, class, word_sets};
use crate::text::{Kind, Token};

word_sets! {
    /// Who works at a firm, and what it makes and issues.
    STAFF = 0: "staff";
    /// Kinds of shops.
    SHOP = 1: "shop";
    /// What the French, Spanish and Italians call squares and streets.
    SQUARE = 2: "square";
    /// Prepositions before where somebody is.
    PLACED = 3: "before_venue";
    /// What a name ends in that is where somebody is taken or treated, or plays.
    VENUE = 4: "venue";
    /// What partners have together.
    PARTNERSHIP = 5: "partnership";
    /// Nouns in the names of bodies and buildings.
    KIND = 6: "kind_of_body";
}

/// A firm, by what stands before the one word of a segment with this form.
pub fn is_firm(cx: &Context, segment: &Segmented, form: Props) -> bool {
    const TABLES: u64 = NO_NAME | 1 << props::GIVEN | 1 << props::SURNAME;
    let word = segment.last;
    let unknown = word.0 & TABLES == 0 && word.any(props::UNKNOWN) && form.0 & PLACES == 0;
    unknown && is_spoken_for(cx, segment.start())
}

/// `a spokesman for Orlane`. People who have a spokesman are in the tables of names.
fn is_spoken_for(cx: &Context, start: usize) -> bool {
    let noun = start.checked_sub(2).filter(|_| cx.tokens.is_any(start - 1, &["for", "from"]));
    noun.is_some_and(|i| cx.tokens.is_any(i, &["spokesman", "spokesperson", "spokeswoman", "spokespeople"]))
}

/// `the law firm Velm, Orlane & Ross`: a surname in the name of a firm means no person.
pub fn is_partner(cx: &Context, segment: &Segmented) -> bool {
    const PARTNERS: usize = 6;
    const REACH: usize = 8;
    let mark = |i: usize, c: char| cx.tokens.get(i).is_some_and(|t| t.is_punct(c));
    let capital = |i: usize| cx.tokens.get(i).is_some_and(Token::is_capital);
    let ends = (0..PARTNERS).map(|n| segment.end() + 2 * n);
    let last = ends.take_while(|end| *end == segment.end() || mark(end - 2, ',') && capital(end - 1)).last();
    let Some(end) = last.filter(|end| mark(*end, '&') && capital(end + 1)) else { return false };
    let near = (segment.start().saturating_sub(REACH)..segment.start()).chain(end + 2..end + 2 + REACH);
    segment.len == 1 && near.into_iter().any(|i| cx.tokens.is_in(i, &SETS, PARTNERSHIP))
}

fn is_shop(cx: &Context, at: usize) -> bool {
    cx.tokens.get(at).is_some_and(|t| !t.is_capital()) && cx.tokens.is_in(at, &SETS, SHOP)
}

/// `the Orlane supermarket`, `the Ann Lee jewellery store`: called after somebody, who is not meant.
pub fn is_called_after_founder(cx: &Context, segment: &Segmented) -> bool {
    let end = segment.end();
    let goods = |t: &Token| t.is_word() && !t.is_capital() && !t.is(FUNCTION);
    let article = segment.start().checked_sub(1).is_some_and(|i| cx.tokens.all[i].is(class::ARTICLE));
    let alone = segment.len == 1 && is_shop(cx, end) && segment.last.0 & (1 << props::GIVEN | 1 << props::SURNAME) == 0;
    alone || article && segment.len > 1 && (is_shop(cx, end) || cx.tokens.get(end).is_some_and(goods) && is_shop(cx, end + 1))
}

/// `Velm's High Street` is a town and its street.
pub fn is_possessed_street(segment: &Segmented, last_sets: u32) -> bool {
    segment.any.any(props::CLITIC) && last_sets & set::STREET != 0
}

/// `the upscale Place Orlane`: what the French, Spanish and Italians call squares and streets, where no sentence begins.
pub fn is_square(cx: &Context, segment: &Segmented) -> bool {
    let first = segment.first;
    let plain = !first.any(props::START) && !first.any(props::GIVEN_FREQUENT) && segment.last.0 & NO_NAME == 0;
    plain && segment.len == 2 && cx.tokens.is_in(segment.start(), &SETS, SQUARE)
}

/// `the Bristol Royal Hotel`.
pub fn is_hotel(cx: &Context, segment: &Segmented) -> bool {
    const JOINED: u64 = 1 << props::OF | 1 << props::AND | 1 << props::FOR | 1 << props::THE | 1 << props::CLITIC | 1 << props::FUNCTION;
    let plain = segment.any.0 & JOINED == 0 && !segment.first.any(props::START_COMMON);
    plain && (2..=4).contains(&segment.len) && cx.tokens.is(segment.end() - 1, "hotel")
}

/// `taken to Velm County Hospital`, `at the Velm Stadium`: where somebody is, not the body that runs it.
pub fn is_venue(cx: &Context, segment: &Segmented) -> bool {
    let start = segment.start();
    let article = start.checked_sub(1).filter(|i| cx.tokens.is(*i, "the")).unwrap_or(start);
    let placed = article.checked_sub(1).is_some_and(|i| cx.tokens.is_in(i, &SETS, PLACED));
    placed && segment.len > 1 && cx.tokens.is_in(segment.end() - 1, &SETS, VENUE)
}

/// `St. Velm` of `St. Velm's Hospital`.
pub fn is_cut_from_venue(cx: &Context, segment: &Segmented) -> bool {
    let end = segment.end();
    let possessor = cx.tokens.get(end).is_some_and(|t| t.kind == Kind::Clitic);
    possessor && cx.tokens.get(end + 1).is_some_and(Token::is_capital) && cx.tokens.is_in(end + 1, &SETS, VENUE)
}

/// `the Orlane hotel`, which others write with a capital: the words of the name before token `tokens.end`, unless it is a town with a
/// hotel.
pub fn is_before_hotel(cx: &Context, tokens: &Range<usize>) -> bool {
    let place = cx.lexicon.places.exactly(&cx.tokens.all[tokens.clone()]);
    let town = place.is_some_and(|p| p.place_type != PlaceType::City || p.size > 5);
    let the = tokens.start.checked_sub(1).is_some_and(|i| cx.tokens.is(i, "the"));
    the && !town && cx.tokens.is(tokens.end, "hotel")
}

/// The name that ends before token `end` is that of a body at home in a town or county, which is not where something happens: `Velm Crown
/// Court`, `Velm Fire and Rescue Service`.
pub fn is_local_body(cx: &Context, end: usize) -> bool {
    (end.saturating_sub(2)..end).any(|i| cx.tokens.is_in(i, &SETS, KIND))
}

/// A name that begins with a firm's, or a firm by those who work there and what it issues: `Orlane Inc`, `Orlane shares`, `a reporter for
/// Orlane`.
pub fn acts_as_firm(cx: &Context, s: &Segment) -> bool {
    let staff = |i: usize| cx.tokens.get(i).is_some_and(|t| !t.is_capital() && SETS.get(t.word) & STAFF != 0);
    let of = |i: usize| cx.tokens.is_any(i, &["at", "for", "of"]);
    let before = s.tokens.start.checked_sub(2).is_some_and(|i| of(i + 1) && staff(i));
    let clitic = cx.tokens.get(s.tokens.end).is_some_and(|t| t.kind == Kind::Clitic || t.is_punct('\'') || t.is_punct('’'));
    let behind = s.tokens.end + clitic as usize;
    // "Orlane recalled its trains": a person has his and hers
    let its = || (behind + 1..behind + 4).any(|i| cx.tokens.is(i, "its"));
    let makes = || cx.tokens.is_any(behind, &["makes", "recalled", "recalls", "sells"]);
    let named = s.tokens.len() > 1 && cx.tokens.all[s.tokens.end - 1].is(class::ORGANISATION);
    named || before || staff(behind) || its() || makes()
}

/// `at Orlane`, `on Orlane`, `the Orlane`: where no person is named.
pub fn is_at(cx: &Context, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|i| cx.tokens.is_any(i, &["at", "on", "the"]))
}

/// `the Atlantic Division`: the first word of what parts a league.
pub fn is_of_league(cx: &Context, first: &Token, end: usize) -> bool {
    first.is(class::PLACE) && words::of(first, set::STREET) == 0 && cx.tokens.is_any(end - 1, &["conference", "division"])
}
