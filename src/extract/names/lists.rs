//! Lists of settlements: `the villages of Orsa, Delin and Fabro`. What one noun announces is of one kind, whatever the names look like.

use super::Segment;
use super::weights::Label;
use super::words::{self, set};
use crate::extract::Context;

/// The most words between the noun and its list: `towns were identified as`.
const ANNOUNCED_WITHIN: usize = 3;

/// Makes places of what was taken for people among the settlements of a list.
pub fn settle(cx: &Context, segments: &mut [Segment]) {
    let mut from = 0;
    while from < segments.len() {
        let joined = |pair: &[Segment]| is_joint(cx, pair[0].tokens.end, pair[1].tokens.start);
        let len = 1 + segments[from..].windows(2).take_while(|pair| joined(pair)).count();
        let list = &mut segments[from..from + len];
        if len > 1 && are_settlements(cx, list[0].tokens.start) {
            list.iter_mut().filter(|s| s.label == Label::Person).for_each(|s| s.label = Label::Place);
        }
        from += len;
    }
}

/// Whether nothing but a comma, `and` or `or` stands from one token to another.
fn is_joint(cx: &Context, from: usize, to: usize) -> bool {
    let between = cx.tokens.all.get(from..to).unwrap_or_default();
    let joins = |i: usize| cx.tokens.is_any(i, &["and", "or"]);
    match between.len() {
        1 => between[0].is_punct(',') || joins(from),
        2 => between[0].is_punct(',') && joins(from + 1),
        _ => false,
    }
}

/// Whether the list that begins at a token is announced as one of towns, villages, islands.
fn are_settlements(cx: &Context, start: usize) -> bool {
    let announces = |i: usize| words::has(&cx.tokens.all[i], set::SETTLEMENTS);
    let passes = |i: usize| words::has(&cx.tokens.all[i], set::ANNOUNCING) || cx.tokens.all[i].is_punct(':');
    let noun = (0..start).rev().take(1 + ANNOUNCED_WITHIN).find(|i| !passes(*i));
    noun.is_some_and(announces)
}
