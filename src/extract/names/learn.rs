//! What the training program of the weights sees: runs as lattices of candidate segments with their features.

use std::ops::Range;

use super::context::{before, behind};
use super::decide::{Decider, LONGEST, labels};
use super::memory::{Memory, begin, extend};
use super::runs::runs;
use super::shape::Segmented;
use super::unit::{Run, Unit};
use super::weights::{Features, LABELS, SLOTS, Weights, weighed};
use crate::extract::Context;
use crate::text::WordId;

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
    let runs = runs(cx);
    let memory = weights.map_or_else(Memory::default, |w| Memory::of(cx, &Decider::new(cx, w).first(&runs).segments));
    runs.runs.iter().map(|run| lattice(cx, run, &runs.units[run.units.clone()], &memory)).collect()
}

/// All that the program would weigh for one run.
fn lattice(cx: &Context, run: &Run, units: &[Unit], memory: &Memory) -> Lattice {
    let sentence = &cx.article.sentences[run.sentence].tokens;
    let mut candidates = Vec::new();
    for start in (0..units.len()).filter(|s| units[*s].may_begin()) {
        let mut segment = Segmented::new(cx, units, start);
        for end in start + 1..=units.len().min(start + LONGEST) {
            segment.grow();
            if units[end - 1].is_name() {
                let features = features(cx, &segment, &units[start..end], sentence, memory);
                let allowed = LABELS.map(|l| labels(&segment) >> l as u8 & 1 == 1);
                candidates.push(Candidate { start, end, features, allowed });
            }
        }
    }
    Lattice { units: units.iter().map(|u| u.tokens.clone()).collect(), names: units.iter().map(Unit::is_name).collect(), candidates }
}

fn features(cx: &Context, segment: &Segmented, units: &[Unit], sentence: &Range<usize>, memory: &Memory) -> Features {
    let none = Default::default();
    let left = before(cx, units[0].tokens.start, sentence.start);
    let right = behind(cx, units[units.len() - 1].tokens.end, sentence.end);
    let key = units[1..].iter().fold(begin(cx, &units[0]), |key, unit| extend(cx, key, unit));
    let recall = memory.recall(cx, key, units);
    let shape = segment.shape();
    let sets = match units {
        [only] => [only.props, none, none, none, shape, left, right, recall],
        _ => [none, segment.first, segment.inner, segment.last, shape, left, right, recall],
    };
    Features { sets, words: words(cx, units) }
}

/// The words at each of the slots.
fn words(cx: &Context, units: &[Unit]) -> [WordId; SLOTS.len()] {
    let (from, to) = (units[0].tokens.start, units[units.len() - 1].tokens.end);
    let word = |i: Option<usize>| weighed(i.and_then(|i| cx.tokens.get(i)));
    let (first, last) = (word(Some(from)), word(Some(units[units.len() - 1].tokens.start)));
    let (only, first, last) = if units.len() == 1 { (first, 0, 0) } else { (0, first, last) };
    [only, first, last, word(from.checked_sub(1)), word(from.checked_sub(2)), word(Some(to)), word(Some(to + 1))]
}
