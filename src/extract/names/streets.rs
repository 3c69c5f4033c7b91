//! Streets that are no run of capitals, or no name outside an address: `East 223rd Street`, `1213 Elm Ave.`, `Interstate 80`

use std::ops::Range;

use super::Segment;
use super::weights::Label;
use super::words::{self, set};
use crate::extract::Context;
use crate::text::Token;

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

/// A number, or a kind of street in short.
fn may_show(t: &Token) -> bool {
    t.is_number() || t.is_capital() && words::has(t, set::STREET_IN_SHORT)
}

/// The street that a token shows: its number (`223rd Street`, `E. 5th Ave.`, `Highway 20`), or its kind in short behind a house or block
/// (`1213 Elm Ave.`).
fn street(cx: &Context, at: usize) -> Option<Range<usize>> {
    if cx.tokens.all[at].is_number() { numbered(cx, at).or_else(|| road(cx, at)) } else { in_short(cx, at) }
}

/// `Interstate 805`, `state Route 52`, `Highway 20`: a road that its number tells.
fn road(cx: &Context, at: usize) -> Option<Range<usize>> {
    let tokens = cx.tokens;
    let kind = at.checked_sub(1).filter(|i| tokens.all[*i].is_capital() && tokens.is_any(*i, &["route", "interstate", "highway"]))?;
    let whole = tokens.get(at + 1).is_none_or(|t| !(t.glued() && (t.is_word() || t.is_number())));
    let state = kind.checked_sub(1).filter(|i| tokens.is(*i, "state") && tokens.all[*i].is_capital());
    whole.then(|| state.unwrap_or(kind)..at + 1)
}

fn numbered(cx: &Context, at: usize) -> Option<Range<usize>> {
    let tokens = cx.tokens;
    let ordinal = tokens.all.get(at + 1)?.glued() && tokens.is_any(at + 1, &["st", "nd", "rd", "th"]);
    let kind = tokens.all.get(at + 2).filter(|t| ordinal && t.is_capital() && !t.glued())?;
    words::has(kind, set::STREET | set::STREET_IN_SHORT).then(|| direction(cx, at).unwrap_or(at)..at + 3)
}

/// One to three capitals stand before the kind, and a number or `block of` before them.
fn in_short(cx: &Context, at: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 3;
    let tokens = cx.tokens;
    let names = (at.saturating_sub(LONGEST)..at).rev().take_while(|i| tokens.all[*i].is_capital() || tokens.all[*i].is_punct('.'));
    let start = names.last()?;
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
