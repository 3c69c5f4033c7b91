//! Bare numbers that are the magnitude of an earthquake because the article or the sentence says so elsewhere: `the 6.1 hit`, `a second
//! 5.2`, `it measured 5.9`.

use rustc_hash::FxHashSet;

use crate::article::Sentence;
use crate::extract::Context;
use crate::extract::mention::FigureMention;
use crate::lexicon::{class, word_sets};
use crate::value::quantity::interval;
use crate::value::{Amount, Dimension};

word_sets! {
    /// Nouns of what has a magnitude.
    QUAKE = 0: "quake";
    /// Verbs of what instruments show.
    MEASURING = 1: "measuring_of_quake";
}

/// Gives numbers below ten with one decimal and no unit the dimension of a magnitude where a quake is said to measure so much, where they
/// have the digits of a magnitude, or where one is in their sentence.
pub fn settle(cx: &Context, figures: &mut [FigureMention]) {
    for f in figures.iter_mut().filter(|f| is_bare_tenth(f)) {
        if is_measured(cx, f) {
            become_magnitude(f);
            f.span = cx.tokens.span(f.tokens.clone());
        }
    }
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

/// `Measuring 6.4 in magnitude`, `It measured about 6.4`, where this sentence or the one before tells of a quake.
fn is_measured(cx: &Context, f: &FigureMention) -> bool {
    const REACH: usize = 3;
    let sentences = &cx.article.sentences;
    let here = sentences.partition_point(|s| s.tokens.end <= f.tokens.start);
    let before = f.tokens.start.saturating_sub(REACH)..f.tokens.start;
    let passed = |i: &usize| cx.tokens.all[*i].is(class::HEDGE | class::ADVERB) || cx.tokens.is_any(*i, &["a", "at"]);
    let verb = before.rev().find(|i| !passed(i)).is_some_and(|i| cx.tokens.is_in(i, &SETS, MEASURING));
    let quake = |s: &Sentence| s.tokens.clone().any(|i| cx.tokens.is_in(i, &SETS, QUAKE) || cx.tokens.is(i, "magnitude"));
    verb && sentences[here.saturating_sub(1)..].iter().take(1 + usize::from(here > 0)).any(quake)
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
