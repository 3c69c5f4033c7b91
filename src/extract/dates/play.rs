//! Quarters of a game, which are none of a year: "a touchdown late in the fourth quarter".

use crate::extract::Context;
use crate::extract::dates::tense::sentence;
use crate::lexicon::class;
use crate::value::time::expr::{Cell, YearRef};
use crate::value::time::{Expr, Found};

/// Words of games that have quarters, and words of business that have them as well.
const PLAY: [&str; 30] = [
    "basket",
    "baskets",
    "coach",
    "dunk",
    "field",
    "foul",
    "fumble",
    "fumbled",
    "goal",
    "half",
    "halftime",
    "interception",
    "interceptions",
    "kick",
    "layup",
    "pass",
    "passes",
    "play",
    "possession",
    "punt",
    "quarterback",
    "rebound",
    "rebounds",
    "score",
    "scored",
    "scoring",
    "tackle",
    "touchdown",
    "touchdowns",
    "yards",
];
const LEAD: [&str; 9] = ["game", "lead", "led", "points", "rally", "straight", "trailed", "trailing", "yard"];
const BUSINESS: [&str; 22] = [
    "bank",
    "company",
    "earnings",
    "economy",
    "economists",
    "fiscal",
    "forecast",
    "gdp",
    "growth",
    "index",
    "investors",
    "loss",
    "market",
    "percent",
    "prices",
    "profit",
    "profits",
    "quarterly",
    "revenue",
    "sales",
    "shares",
    "spending",
];

/// How far from the quarter a word may stand, in tokens: most sentences are no longer, and no list of quarters is read over and over.
const NEAR: usize = 40;

/// Whether an expression is the quarter of a game, by the words of its sentence.
pub fn is_of_a_game(cx: &Context, found: &Found) -> bool {
    if !matches!(found.expr, Expr::InYear(Cell::Quarter(_), YearRef::Open)) {
        return false;
    }
    let sentence = sentence(cx, found.tokens.start);
    let words = found.tokens.start.saturating_sub(NEAR).max(sentence.start)..(found.tokens.end + NEAR).min(sentence.end);
    let any = |list: &[&str]| words.clone().any(|i| cx.tokens.is_any(i, list));
    let money = words.clone().any(|i| cx.tokens.all[i].is(class::CURRENCY) || cx.tokens.all[i].is_punct('%'));
    !money && !any(&BUSINESS) && (any(&PLAY) || any(&LEAD))
}
