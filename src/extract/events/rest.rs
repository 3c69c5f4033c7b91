//! The words of the clause behind what tells an event: by them two mentions may turn out to be of two matters.

use super::scene::Scene;
use crate::claim::Short;
use crate::lexicon::{class, word_sets};

word_sets! {
    /// Begins another clause or phrase.
    CLAUSE_END = 0: "clause_end";
}

/// Stems of the content words behind token `end`, up to the next mark or conjunction.
pub fn behind(scene: &Scene, end: usize) -> Vec<Short> {
    const REACH: usize = 60;
    const SHORTEST: usize = 3;
    let light = class::FUNCTION | class::WEEKDAY | class::MONTH | class::TEMPORAL | class::DAY_PART | class::NUMBER;
    let ends = |i: usize| {
        let conjunction = scene.token(i).is_some_and(|t| SETS.has(t, CLAUSE_END));
        conjunction || scene.is_punct(i, &[',', ';', ':', '.', '“', '”'])
    };
    let tells = |i: &usize| scene.token(*i).is_some_and(|t| t.is_word() && !t.is(light)) && scene.word(*i).len() >= SHORTEST;
    (end..(end + REACH).min(scene.tokens.end)).take_while(|i| !ends(*i)).filter(tells).map(|i| scene.stem(i)).collect()
}
