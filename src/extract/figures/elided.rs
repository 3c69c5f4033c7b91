//! A bare number whose noun stands at a figure before it: `310 flats by auction and 142 by lot`, `Berg had 16 points while Lind had 14`,
//! `Vejle has 12 schools, Ribe nine`.

use crate::extract::Context;
use crate::extract::mention::FigureMention;
use crate::lexicon::{class, stem};
use crate::value::quantity::interval;
use crate::value::{Amount, Dimension};

/// Tokens between a bare number and the figure whose unit it takes over: where a word links them, and where the clauses are alike.
const LINKED: usize = 14;
const ALIKE: usize = 30;
/// Figures before it that are looked at.
const LOOK_BACK: usize = 3;

/// Gives a number with nothing countable behind it the unit of the figure that its clause leaves it to.
pub fn take_unit(cx: &Context, out: &[FigureMention], figure: &mut FigureMention) {
    let q = &figure.quantity;
    // "the 3.0 and the 2.0" are versions, and nobody counts to a tenth
    let version = q.step < Amount::ONE && q.amount.is_some_and(|a| a.is_whole());
    let bare = q.unit.is_none() && q.dimension == Dimension::Count && !q.ordinal && !version;
    if !bare || !ends_phrase(cx, figure.tokens.end) {
        return;
    }
    let Some(given) = linked(cx, out, figure).or_else(|| alike(cx, out, figure)).or_else(|| gapped(cx, out, figure)) else { return };
    let (unit, dimension) = (given.quantity.unit.clone(), given.quantity.dimension);
    let q = &mut figure.quantity;
    (q.unit, q.dimension) = (unit, dimension);
    if let Some(amount) = q.amount.filter(|_| !dimension.is_exact_as_written()) {
        (q.low, q.high) = interval(amount, q.step, false, q.hedge);
    }
}

/// No noun that the number could count follows, and no "in a row".
fn ends_phrase(cx: &Context, end: usize) -> bool {
    let in_a_row = cx.tokens.is(end, "in") && (1..3).any(|n| cx.tokens.is_any(end + n, &["row", "succession"]));
    if in_a_row {
        return false;
    }
    let function = class::PREPOSITION | class::RELATIVE | class::AUXILIARY | class::CONJUNCTION;
    cx.tokens.get(end).is_none_or(|t| t.is(function) || matches!(t.punct(), Some('.' | ',' | ';' | ')')))
}

/// `and 142 by lot`: a word that links right before the number, and a count before that in the sentence.
fn linked<'o>(cx: &Context, out: &'o [FigureMention], figure: &FigureMention) -> Option<&'o FigureMention> {
    const LINKS: [&str; 10] = ["and", "to", "from", "including", "with", "or", "by", ",", "but", "while"];
    let start = before_some(cx, figure.tokens.start);
    let near = |l: &&FigureMention| start.saturating_sub(l.tokens.end) <= LINKED;
    let counts = |l: &&FigureMention| l.quantity.dimension == Dimension::Count && l.quantity.unit.is_some();
    let last = out.iter().rev().take(2).filter(near).find(counts)?;
    let one_sentence = !(last.tokens.end..start).any(|i| matches!(cx.tokens.all[i].punct(), Some('.' | '!' | '?' | ';' | '(' | ')')));
    (start > 0 && cx.tokens.is_any(start - 1, &LINKS) && one_sentence).then_some(last)
}

/// Some of those before: `15 seasons, the first 11 abroad`.
fn before_some(cx: &Context, number: usize) -> usize {
    let some = number > 2 && cx.tokens.is(number - 2, "the") && cx.tokens.is_any(number - 1, &["final", "first", "last", "next", "other"]);
    if some { number - 2 } else { number }
}

/// `sold 3,100 lorries, and its rival sold 2,450`, `Berg had 16 points. Lind had 14`: the verb is that of the count before, or no more than
/// "had", in its sentence or the next one.
fn alike<'o>(cx: &Context, out: &'o [FigureMention], figure: &FigureMention) -> Option<&'o FigureMention> {
    let verb = verb_before(cx, figure.tokens.start)?;
    let given = only_count(cx, out, figure)?;
    let unit = given.quantity.unit.as_deref()?;
    let one_sentence = sentence(cx, given) == sentence(cx, figure);
    // who "had 11" had no rebounds, if the text counts those alone, and no turnovers because the sentence before has some
    let play = unit != "point" && cx.lexicon.kin.family(&stem(unit)) == Some("play");
    let had = cx.tokens.is_any(verb, &HAD) && (unit == "point" || one_sentence && !play);
    (had || (one_sentence || !play) && governs(cx, verb, given)).then_some(given)
}

/// `Vejle has 12 schools, Ribe nine and Assens four`: of a row of clauses the first has the verb and the noun.
fn gapped<'o>(cx: &Context, out: &'o [FigureMention], figure: &FigureMention) -> Option<&'o FigureMention> {
    const NAME: usize = 3;
    let start = figure.tokens.start;
    let name = (start.saturating_sub(NAME)..start).rev().take_while(|i| cx.tokens.all[*i].is_capital()).last()?;
    let led = name > 0 && cx.tokens.is_any(name - 1, &[",", "and", "while"]);
    let ends = cx.tokens.get(figure.tokens.end).is_none_or(|t| t.punct().is_some() || t.is(class::CONJUNCTION));
    let given = only_count(cx, out, figure).filter(|_| led && ends)?;
    // "after 12 games, Lions 3"
    let had = verb_before(cx, given.tokens.start).is_some();
    (had && sentence(cx, given) == sentence(cx, figure)).then_some(given)
}

const HAD: [&str; 3] = ["had", "has", "have"];

/// The verb right before token `at`, adverbs skipped.
fn verb_before(cx: &Context, at: usize) -> Option<usize> {
    const REACH: usize = 3;
    let passed = |i: &usize| cx.tokens.all[*i].is(class::ADVERB) || cx.tokens.is_any(*i, &["just", "now", "only"]);
    let word = (at.saturating_sub(REACH)..at).rev().find(|i| !passed(i))?;
    let function = cx.tokens.all[word].is(class::FUNCTION) || !cx.tokens.all[word].is_word() || cx.tokens.all[word].is_capital();
    (cx.tokens.is_any(word, &HAD) || !function).then_some(word)
}

/// The same verb stands shortly before another figure.
fn governs(cx: &Context, verb: usize, other: &FigureMention) -> bool {
    const REACH: usize = 4;
    let lemma = |i: usize| cx.lexicon.stem(&cx.tokens.all[i], cx.tokens.text);
    (other.tokens.start.saturating_sub(REACH)..other.tokens.start).any(|i| lemma(i) == lemma(verb))
}

/// The last figure that counts something before a number, in its sentence or the one before, if that sentence counts nothing else. A bare
/// number of what somebody had in a match is points, whatever else is counted there.
fn only_count<'o>(cx: &Context, out: &'o [FigureMention], figure: &FigureMention) -> Option<&'o FigureMention> {
    let near = |l: &&FigureMention| figure.tokens.start.saturating_sub(l.tokens.end) <= ALIKE;
    let counts = |l: &&FigureMention| matches!(l.quantity.dimension, Dimension::Count | Dimension::Other) && l.quantity.unit.is_some();
    let mut counted = out.iter().rev().take(LOOK_BACK).take_while(near).filter(counts);
    let last = counted.next()?;
    let (own, its) = (sentence(cx, figure), sentence(cx, last));
    let together = own == its || own == its + 1 && cx.article.sentences.get(own)?.block == cx.article.sentences.get(its)?.block;
    let others: Vec<&FigureMention> = counted.filter(|l| sentence(cx, l) >= its && l.quantity.unit != last.quantity.unit).collect();
    let points = |l: &&FigureMention| l.quantity.unit.as_deref() == Some("point");
    if !together {
        None
    } else if others.is_empty() {
        Some(last)
    } else {
        [last].into_iter().chain(others).find(points)
    }
}

fn sentence(cx: &Context, figure: &FigureMention) -> usize {
    cx.article.sentences.partition_point(|s| s.tokens.end <= figure.tokens.start)
}
