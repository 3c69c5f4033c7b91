//! Quarters of a game, which are none of a year: "a touchdown late in the fourth quarter".

use crate::extract::Context;
use crate::extract::dates::tense::sentence;
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

/// Whether an expression is the quarter of a game, by the words of its sentence.
pub fn is_of_a_game(cx: &Context, found: &Found) -> bool {
    if !matches!(found.expr, Expr::InYear(Cell::Quarter(_), YearRef::Open)) {
        return false;
    }
    let words = sentence(cx, found.tokens.start);
    let any = |list: &[&str]| words.clone().any(|i| cx.tokens.is_any(i, list));
    let money = words.clone().any(|i| cx.tokens.all[i].is(crate::lexicon::class::CURRENCY) || cx.tokens.all[i].is_punct('%'));
    !money && !any(&BUSINESS) && (any(&PLAY) || any(&LEAD))
}
