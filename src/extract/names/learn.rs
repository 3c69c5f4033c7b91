//! What the training program of the weights sees: runs as lattices of candidate segments with their features.

use std::ops::Range;

use super::decide::Decider;
use super::memory::Memory;
use super::unit;
use super::weights::{Features, Weights};
use crate::extract::Context;

/// A run: its units, and every segment that may be made of them.
pub struct Lattice {
    /// The tokens of each unit.
    pub units: Vec<Range<usize>>,
    /// Which units are no mere connectors.
    pub names: Vec<bool>,
    pub candidates: Vec<Candidate>,
}

/// The units from `start` to `end` taken as one segment.
pub struct Candidate {
    pub start: usize,
    pub end: usize,
    pub features: Features,
    /// Which labels it may have.
    pub allowed: [bool; 6],
}

/// The lattices of an article as the second pass sees them after a first one with `weights`; without weights, as the first pass does.
pub fn lattices(cx: &Context, weights: Option<&Weights>) -> Vec<Lattice> {
    let runs = unit::runs(cx);
    let memory = weights.map_or_else(Memory::default, |w| Memory::of(cx, &Decider::new(cx, w).all(&runs, &Memory::default())));
    let decider = Decider::new(cx, super::weights::weights());
    runs.runs.iter().map(|run| decider.lattice(run, &runs.units[run.units.clone()], &memory)).collect()
}
