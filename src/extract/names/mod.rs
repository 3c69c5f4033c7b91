//! People, places and organisations.
//!
//! Capitalised runs are cut into units (`runs`, `unit`); a run is split into segments with a kind each so that the sum of their scores is highest
//! (`decide`, a semi-Markov model with one table of weights over features of word, form, context and article, within what the rules of
//! `rules` allow); what the first pass found elsewhere in the article (`memory`) is evidence in the second; lists of one kind are completed
//! (`lists`); at last mentions are gathered into entities (`entity`).

mod bearers;
mod context;
mod decide;
mod entity;
pub mod feature;
mod firms;
mod holder;
pub mod learn;
mod lists;
mod memory;
mod people;
mod place;
mod rules;
mod runs;
mod shape;
mod streets;
mod syllable;
mod towns;
mod unit;
pub mod weights;
mod words;

pub use runs::is_caseless;

use std::ops::Range;

use super::Context;
use super::mention::Mentions;
use decide::Decider;
use memory::Memory;
use weights::{Label, weights};

/// A stretch of tokens with its kind.
#[derive(Clone, Debug)]
struct Segment {
    tokens: Range<usize>,
    label: Label,
    /// By how much its kind beats the next best one.
    margin: i32,
    /// The key of its words, under which they are remembered.
    key: u64,
}

/// Finds people, places and organisations, and resolves them to entities.
pub fn find(cx: &Context, found: &mut Mentions) {
    let runs = runs::runs(cx);
    let mut decider = Decider::new(cx, weights());
    let mut first = decider.first(&runs);
    lists::settle(cx, &mut first.segments);
    let memory = Memory::of(cx, &first.segments);
    let mut segments = decider.second(&runs, &first, &memory);
    lists::settle(cx, &mut segments);
    towns::settle(cx, &mut segments);
    streets::add(cx, &mut segments);
    entity::gather(cx, &segments, found);
}
