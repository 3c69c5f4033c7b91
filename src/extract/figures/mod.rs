//! Figures: every number that says how much, how many, how long, how far, and what it is a number of.
//!
//! A walk over the tokens that may begin a number. At each, in this order: is it a number that is no figure ([`leave`]); the number with
//! its sign, currency and unit ([`measure`]); a second number that makes it a range ([`range`]); hedges and bounds ([`bounds`]); what
//! is counted ([`counted`]), by what it is divided ([`rates`]), ages, shares, ordinals; at last how it stands to the figure before it
//! ([`pairs`]).

mod ages;
mod bounds;
mod counted;
mod leave;
mod measure;
mod ordinals;
mod pairs;
mod range;
mod rates;
mod read;
mod shares;
mod vague;
mod walk;

use super::Context;
use super::mention::Mentions;

/// Finds the figures of an article; the dates have been found before.
pub fn find(cx: &Context, found: &mut Mentions) {
    found.figures = walk::Walk::new(cx, &found.dates).figures();
}
