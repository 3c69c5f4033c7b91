//! Streets that are no run of capitals, or no name outside an address: `East 223rd Street`, `1213 Elm Ave.`, `Interstate 80`

use std::ops::Range;

use super::Segment;
use super::weights::Label;
use super::words::{self, set};
use crate::extract::Context;
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, Token};

word_sets! {
    /// What stands on a street.
    BUILDING = 0: "building_on_street";
}

/// How sure such a street is, on the scale of the model's margins.
const SURE: i32 = 300;

/// Adds such streets, in order; what was found inside one goes.
pub fn add(cx: &Context, segments: &mut Vec<Segment>) {
    let streets: Vec<Range<usize>> =
        cx.tokens.all.iter().enumerate().filter(|(_, t)| may_show(t)).filter_map(|(i, _)| street(cx, i)).collect();
    if streets.is_empty() {
        return;
    }
    let apart = |a: &Range<usize>, b: &Range<usize>| a.end <= b.start || b.end <= a.start;
    segments.retain(|s| streets.iter().all(|street| apart(street, &s.tokens)));
    segments.extend(streets.into_iter().map(|tokens| Segment { tokens, label: Label::Place, margin: SURE, key: 0 }));
    segments.sort_by_key(|s| s.tokens.start);
}

/// A number, or a kind of street.
fn may_show(t: &Token) -> bool {
    t.is_number() || t.is_capital() && words::has(t, set::STREET | set::STREET_IN_SHORT)
}

/// The street that a token shows: its number (`223rd Street`, `E. 5th Ave.`, `Highway 20`), or its kind behind a house or block (`1213 Elm
/// Ave.`), a preposition (`on Elm Street`) or the article of what stands there (`an Elm Street apartment`).
fn street(cx: &Context, at: usize) -> Option<Range<usize>> {
    let kind = &cx.tokens.all[at];
    if kind.is_number() {
        return numbered(cx, at).or_else(|| road(cx, at));
    }
    let whole = words::has(kind, set::STREET);
    in_short(cx, at).or_else(|| if whole { in_words(cx, at) } else { None })
}

/// `Interstate 805`, `state Route 52`, `highway 20`: a road that its number tells. In small letters it is one only where no noun is
/// counted.
fn road(cx: &Context, at: usize) -> Option<Range<usize>> {
    let tokens = cx.tokens;
    let kind = at.checked_sub(1).filter(|i| tokens.is_any(*i, &["route", "interstate", "highway"]))?;
    let whole = tokens.get(at + 1).is_none_or(|t| !(t.glued() && (t.is_word() || t.is_number())));
    let counts = tokens.get(at + 1).is_some_and(|t| t.is_word() && !t.is_capital() && !t.is(class::FUNCTION | class::CUE));
    (whole && (tokens.all[kind].is_capital() || !counts)).then_some(kind..at + 1)
}

fn numbered(cx: &Context, at: usize) -> Option<Range<usize>> {
    let tokens = cx.tokens;
    let ordinal = tokens.all.get(at + 1)?.glued() && tokens.is_any(at + 1, &["st", "nd", "rd", "th"]);
    let kind = tokens.all.get(at + 2).filter(|t| ordinal && t.is_capital() && !t.glued())?;
    words::has(kind, set::STREET | set::STREET_IN_SHORT).then(|| direction(cx, at).unwrap_or(at)..at + 3)
}

/// One or two capitals stand before the kind, which ends the name, and before them a preposition of place, or an article where a building
/// stands behind.
fn in_words(cx: &Context, at: usize) -> Option<Range<usize>> {
    const PLACED: [&str; 5] = ["along", "at", "near", "off", "on"];
    const LONGEST: usize = 2;
    let tokens = cx.tokens;
    let start = name_before(cx, at, LONGEST)?;
    let before = start.checked_sub(1)?;
    let ends = tokens.get(at + 1).is_none_or(|t| !(t.is_word() && t.is_capital() || t.kind == Kind::Clitic));
    let stands_there = tokens.all[before].is(class::ARTICLE) && tokens.is_in(at + 1, &SETS, BUILDING);
    (ends && (tokens.is_any(before, &PLACED) || stands_there)).then_some(start..at + 1)
}

/// The first of at most so many words with capitals that stand right before a token; none that begins with an article or the like.
fn name_before(cx: &Context, at: usize, longest: usize) -> Option<usize> {
    let named = |i: &usize| (cx.tokens.all[*i].is_capital() || cx.tokens.all[*i].is_punct('.')) && !cx.tokens.all[*i].is(class::FUNCTION);
    (at.saturating_sub(longest)..at).rev().take_while(named).last()
}

/// One to three capitals stand before the kind, and a number or `block of` before them.
fn in_short(cx: &Context, at: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 3;
    let tokens = cx.tokens;
    let start = name_before(cx, at, LONGEST)?;
    let before = start.checked_sub(1)?;
    let block = || tokens.is(before, "of") && before > 0 && tokens.is(before - 1, "block");
    (tokens.all[start].is_capital() && (tokens.all[before].is_number() || block())).then_some(start..at + 1)
}

/// The token of the direction right before a number: `East`, `N.W.`, `S`.
fn direction(cx: &Context, at: usize) -> Option<usize> {
    let tokens = cx.tokens;
    let stop = at.checked_sub(1).filter(|i| tokens.all[*i].is_punct('.') && tokens.all[*i].glued());
    let word = stop.unwrap_or(at).checked_sub(1)?;
    (tokens.all[word].is_capital() && words::has(&tokens.all[word], set::DIRECTION)).then_some(word)
}
