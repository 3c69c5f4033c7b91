//! What the clause says beside one side of a matter: which of several occasions it is, the time of day, and which of several people or
//! things it is about.

use std::ops::Range;

use super::words::{self, is_of};
use crate::claim::{Period, Pole, Short, Side, Tense};
use crate::extract::events::scene::Scene;
use crate::lexicon::class;

/// How far around the words of a side is read.
const REACH: usize = 60;

/// A side that these tokens tell, with what stands beside them.
pub fn side(scene: &Scene, tokens: &Range<usize>, matter: Short, pole: Pole, tense: Tense) -> Side {
    let clause = clause(scene, tokens);
    Side {
        matter,
        pole,
        tense,
        which: which(scene, clause.clone()),
        periods: periods(scene, tokens.start.saturating_sub(REACH)..clause.end),
        restricted: is_of(scene, tokens.end, words::RESTRICTING),
        ..Side::default()
    }
}

/// The clause that these tokens stand in, up to a mark on either side.
pub fn clause(scene: &Scene, tokens: &Range<usize>) -> Range<usize> {
    let mark = |i: &usize| scene.is_punct(*i, &[',', ';', ':', '.']);
    let from = tokens.start.saturating_sub(REACH).max(scene.tokens.start);
    let to = (tokens.end + REACH).min(scene.tokens.end).max(tokens.end);
    let start = (from..tokens.start).rev().find(mark).map_or(from, |i| i + 1);
    start..(tokens.end..to).find(mark).unwrap_or(to)
}

/// `the second explosion`, but not `second-degree`.
fn which(scene: &Scene, clause: Range<usize>) -> Vec<Short> {
    let tells = |i: &usize| is_of(scene, *i, words::WHICH | words::ANOTHER) && !scene.is_punct(i + 1, &['-']);
    clause.filter(tells).map(|i| Short::from(scene.word(i).to_lowercase())).collect()
}

/// `up at noon`, `closed down`
fn periods(scene: &Scene, tokens: Range<usize>) -> Vec<Period> {
    const PERIODS: [(u32, Period); 9] = [
        (words::MORNING, Period::Morning),
        (words::NOON, Period::Noon),
        (words::AFTERNOON, Period::Afternoon),
        (words::CLOSE, Period::Close),
        (words::AFTER_HOURS, Period::AfterHours),
        (words::EVENING, Period::Evening),
        (words::NIGHT, Period::Night),
        (words::MONTH, Period::Month),
        (words::YEAR, Period::Year),
    ];
    let of = |i: usize| PERIODS.iter().find(|(set, _)| is_of(scene, i, *set)).map(|(_, period)| *period);
    let mut told: Vec<Period> = tokens.filter_map(of).collect();
    told.sort_unstable();
    told.dedup();
    told
}

/// `two | lawmakers`, `most | members`: others may do otherwise.
pub fn is_of_some(scene: &Scene, tokens: &Range<usize>) -> bool {
    let number = |i: usize| scene.token(i).is_some_and(|t| t.is_number() || t.is(class::NUMBER)) && scene.date_at(i).is_none();
    (clause(scene, tokens).start..tokens.start).any(|i| number(i) || is_of(scene, i, words::SOME))
}
