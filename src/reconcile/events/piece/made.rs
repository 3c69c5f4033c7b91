//! A piece of a clause, ready to be shown.

use compact_str::CompactString;

use crate::lexicon::{class, stem_of};
use crate::reconcile::events::clause::{Clause, Part};

/// A piece of a clause.
#[derive(Debug)]
pub struct Piece {
    pub text: String,
    /// The tokens of the clause that it is made of, and how many of them are who did it.
    pub kept: Vec<usize>,
    pub subject: usize,
    /// Stems of its words that carry meaning.
    pub stems: Vec<CompactString>,
    /// How much it tells, from 0 to 1.
    pub worth: f32,
}

/// The piece of these tokens, without what hangs at its end. `worth`: how much it tells.
pub fn finished(clause: &Clause, mut kept: Vec<usize>, worth: f32) -> Piece {
    let hangs = |i: usize| matches!(clause.part(i), Some(Part::Preposition | Part::To | Part::Article | Part::Joint));
    let particle = |kept: &[usize], i: usize| kept.len() > 1 && clause.is_particle(i) && clause.is(kept[kept.len() - 2], Part::Verb);
    while kept.last().is_some_and(|i| hangs(*i) && !particle(&kept, *i)) {
        kept.pop();
    }
    let carries = |i: &&usize| clause.token(**i).is_some_and(|t| t.is_word() && !t.is(class::FUNCTION | class::NEGATION | class::TEMPORAL));
    let mut stems: Vec<CompactString> = kept.iter().filter(carries).map(|i| stem_of(clause.word(*i))).collect();
    stems.sort_unstable();
    stems.dedup();
    let text = if stems.is_empty() { String::new() } else { clause.joined(&kept) };
    Piece { text, kept, subject: 0, stems, worth }
}
