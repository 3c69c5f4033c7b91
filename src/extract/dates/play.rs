//! Quarters of a game, not of a year: "a touchdown late in the fourth quarter".

use crate::extract::Context;
use crate::extract::dates::tense::sentence;
use crate::lexicon::{class, word_sets};
use crate::value::time::expr::{Cell, YearRef};
use crate::value::time::{Expr, Found};

word_sets! {
    /// Words of games that have quarters.
    PLAY = 0: "play";
    /// Words of who is ahead, which business has as well.
    LEAD = 1: "lead_in_game";
    /// Words of business, which has quarters too.
    BUSINESS = 2: "business";
}

/// How far from the quarter a word may stand, in tokens: most sentences are no longer, and no list of quarters is read over and over.
const NEAR: usize = 40;

/// Whether an expression is the quarter of a game, by the words of its sentence.
pub fn is_of_a_game(cx: &Context, found: &Found) -> bool {
    if !matches!(found.expr, Expr::InYear(Cell::Quarter(_), YearRef::Open)) {
        return false;
    }
    let sentence = sentence(cx, found.tokens.start);
    let words = found.tokens.start.saturating_sub(NEAR).max(sentence.start)..(found.tokens.end + NEAR).min(sentence.end);
    let any = |sets: u32| words.clone().any(|i| cx.tokens.is_in(i, &SETS, sets));
    let money = words.clone().any(|i| cx.tokens.all[i].is(class::CURRENCY) || cx.tokens.all[i].is_punct('%'));
    !money && !any(BUSINESS) && any(PLAY | LEAD)
}
