//! Bare decimals of which the word before says that they are so much of a hundred: `a tax rate that was 35.7`, `unemployment stood at 6.8`.

use crate::extract::Context;
use crate::extract::mention::FigureMention;
use crate::lexicon::word_sets;
use crate::value::quantity::interval;
use crate::value::{Amount, Dimension};

word_sets! {
    /// What is told in percent, before `rate`.
    IN_PERCENT = 0: "rate_in_percent";
}

/// Makes shares of them. Of births, murders and currencies a rate is of something else.
pub fn settle(cx: &Context, figures: &mut [FigureMention]) {
    for f in figures.iter_mut().filter(|f| is_bare_decimal(f)) {
        if tells_of_a_rate(cx, f.tokens.start) {
            let q = &mut f.quantity;
            (q.unit, q.dimension) = (Some("%".into()), Dimension::Share);
            (q.low, q.high) = q.amount.map_or((q.low, q.high), |a| interval(a, q.step, false, q.hedge));
        }
    }
}

/// A number below a hundred with a place behind the point that counts nothing.
fn is_bare_decimal(f: &FigureMention) -> bool {
    let q = &f.quantity;
    let bare = q.dimension == Dimension::Count && q.unit.is_none() && f.head.is_none();
    bare && q.step < Amount::ONE && q.amount.is_some_and(|a| a > Amount::ZERO && a < Amount::from(100))
}

/// `tax rate was`, `the jobless rate for 2025 stood at`: nothing but a verb or a preposition right before the number, and the rate not far.
fn tells_of_a_rate(cx: &Context, number: usize) -> bool {
    const REACH: usize = 8;
    let leads = number > 0 && cx.tokens.is_any(number - 1, &["was", "is", "at", "to", "of", "from"]);
    let open = |i: &usize| cx.tokens.all[*i].punct().is_none() && !cx.tokens.all[*i].is_number();
    let rate = |i: usize| i > 0 && cx.tokens.is(i, "rate") && cx.tokens.is_in(i - 1, &SETS, IN_PERCENT);
    leads && (number.saturating_sub(REACH)..number).rev().take_while(|i| open(i) || is_year(cx, *i)).any(rate)
}

/// `the rate for 2025`.
fn is_year(cx: &Context, at: usize) -> bool {
    let text = cx.tokens.str(at);
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && text.bytes().all(|b| b.is_ascii_digit())
}
