//! Bare numbers that are the magnitude of an earthquake because the article or the sentence says so elsewhere: `the 6.1 hit`, `a second
//! 5.2`.

use rustc_hash::FxHashSet;

use crate::extract::Context;
use crate::extract::mention::FigureMention;
use crate::value::quantity::interval;
use crate::value::{Amount, Dimension};

/// Gives numbers below ten with one decimal and no unit the dimension of a magnitude of the same digits, or of one in their sentence.
pub fn settle(cx: &Context, figures: &mut [FigureMention]) {
    let given = |f: &&FigureMention| f.quantity.dimension == Dimension::Magnitude;
    let known: FxHashSet<Amount> = figures.iter().filter(given).filter_map(|f| f.quantity.amount).collect();
    if known.is_empty() {
        return;
    }
    let sentence = |f: &FigureMention| cx.article.sentences.partition_point(|s| s.tokens.end <= f.tokens.start);
    let rated: FxHashSet<usize> = figures.iter().filter(given).map(sentence).collect();
    for f in figures.iter_mut().filter(|f| is_bare_tenth(f)) {
        // "put the magnitude at 5.9, but the institute said it was 6.1"
        let another = f.head.is_none() && rated.contains(&sentence(f));
        if another || f.quantity.amount.is_some_and(|a| known.contains(&a)) {
            become_magnitude(f);
            f.span = cx.tokens.span(f.tokens.clone());
        }
    }
}

/// A decimal number with one place that counts nothing which can be counted.
fn is_bare_tenth(f: &FigureMention) -> bool {
    let q = &f.quantity;
    let tenth = Amount::ONE.over(Amount::from(10)) == Some(q.step);
    tenth && q.dimension == Dimension::Count && q.amount.is_some_and(|a| !a.is_whole() && a < Amount::from(10))
}

/// Makes it a magnitude; what seemed to be counted behind it is dropped.
fn become_magnitude(f: &mut FigureMention) {
    if let Some(head) = f.head.take() {
        f.tokens.end = f.tokens.end.min(head.start);
    }
    let q = &mut f.quantity;
    (q.unit, q.dimension) = (Some("magnitude".into()), Dimension::Magnitude);
    (q.low, q.high) = q.amount.map_or((q.low, q.high), |a| interval(a, q.step, false, q.hedge));
}
