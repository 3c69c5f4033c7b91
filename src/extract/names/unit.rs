//! Units, of which names are made, and the runs in which they stand.

use std::ops::Range;

use super::feature::{Props, props};

/// The smallest part of a name: a word, an initial with its stop, a particle, a hyphen.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What is known of its word.
    pub props: Props,
    /// The key of its first token.
    pub key: u64,
    pub lead: Lead,
    /// A name begins here whatever stands before: `Director of National Intelligence | Ann Lee`.
    pub fresh: bool,
}

/// Whether a unit is a word that names of people follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    No,
    /// `Mr`, `Sen`: nothing else follows.
    Courtesy,
    /// `President`, `Minister`: mostly they follow.
    Office,
    /// `Dean` of `Dean Smith`: the surname follows.
    Given,
    /// `QB`, `RBs`: inside no name.
    Code,
    /// `Hurricane`, `HMS`: the name of such a thing follows, no person and no place.
    Thing,
}

impl Unit {
    /// A capitalised word; else something that only connects such words.
    pub fn is_name(&self) -> bool {
        !self.props.any(props::CONNECTOR)
    }

    /// A name may begin with it.
    pub fn may_begin(&self) -> bool {
        self.is_name() || self.props.any(props::LOWER_PARTICLE)
    }
}

/// The units between two places where no name can go on. `units` index into [`Runs::units`].
#[derive(Clone, Debug)]
pub struct Run {
    pub units: Range<usize>,
    pub sentence: usize,
}

/// The runs of an article.
#[derive(Default, Debug)]
pub struct Runs {
    pub units: Vec<Unit>,
    pub runs: Vec<Run>,
}
