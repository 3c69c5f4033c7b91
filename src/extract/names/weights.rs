//! The one table of weights: what each feature says for each kind.

use std::sync::LazyLock;

use super::context::{LEFTS, RIGHTS};
use super::feature::{PROPS, Props, RECALLS, SHAPES};
use crate::lexicon::rows;

/// What a segment can be. `None` is a word that is no name, `Other` a name of something else (an event, a law, a work).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    None,
    Person,
    Place,
    Organisation,
    People,
    Other,
}

pub const LABELS: [Label; 6] = [Label::None, Label::Person, Label::Place, Label::Organisation, Label::People, Label::Other];
const WIDTH: usize = 8;

/// The groups of features, in the order of a segment's feature sets.
pub const GROUPS: [(&str, &[&str]); 8] = [
    ("only", PROPS),
    ("first", PROPS),
    ("inner", PROPS),
    ("last", PROPS),
    ("shape", SHAPES),
    ("left", LEFTS),
    ("right", RIGHTS),
    ("recall", RECALLS),
];

/// The features of a segment, a set for each of [`GROUPS`].
pub type Features = [Props; GROUPS.len()];
pub type Scores = [i32; WIDTH];

pub struct Weights([[i32; WIDTH]; GROUPS.len() * 64]);

/// Lines `group.feature`, then a weight for each label in order. Features without a line weigh nothing.
const TABLE: &str = include_str!("weights.tsv");

static WEIGHTS: LazyLock<Box<Weights>> = LazyLock::new(|| Box::new(Weights::read(TABLE)));

pub fn weights() -> &'static Weights {
    &WEIGHTS
}

impl Weights {
    fn read(table: &'static str) -> Self {
        let mut all = [[0; WIDTH]; GROUPS.len() * 64];
        for row in rows(table) {
            let Some(index) = index_of(row[0]) else { panic!("weights.tsv: no feature {}", row[0]) };
            for (weight, text) in all[index].iter_mut().zip(&row[1..]) {
                *weight = text.parse().unwrap_or(0);
            }
        }
        Weights(all)
    }

    /// The score of every label.
    pub fn score(&self, features: &Features) -> Scores {
        let mut sum = [0; WIDTH];
        for (group, set) in features.iter().enumerate() {
            let mut bits = set.0;
            while bits != 0 {
                let row = &self.0[group * 64 + bits.trailing_zeros() as usize];
                for (s, w) in sum.iter_mut().zip(row) {
                    *s += w;
                }
                bits &= bits - 1;
            }
        }
        sum
    }
}

fn index_of(name: &str) -> Option<usize> {
    let (group, feature) = name.split_once('.')?;
    let number = GROUPS.iter().position(|(g, _)| *g == group)?;
    let bit = GROUPS[number].1.iter().position(|f| *f == feature)?;
    Some(number * 64 + bit)
}
