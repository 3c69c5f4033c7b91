//! Vague numbers as named intervals: `dozens`, `tens of thousands`, `several hundred`, `a couple of months`, `a year or two`.

use crate::extract::mention::FigureMention;
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::{class, word_sets};
use crate::value::number::{Form, Number};
use crate::value::{Amount, Dimension, Hedge};

use super::draft::{Draft, Value};
use super::measure::Measure;
use super::reader::Reader;

word_sets! {
    /// Plurals of which a pair is one thing.
    ONE_THING = 0: "pair_of_one_thing";
    /// Behind `of`, what leads to that of which a part is counted: `dozens of the guests`.
    WHOLE = 1: "before_a_whole";
}

/// The vague figure at token `at`.
pub fn vague(reader: &Reader, at: usize) -> Option<FigureMention> {
    let mut draft = scores(reader, at).or_else(|| some(reader, at)).or_else(|| one_or_two(reader, at)).or_else(|| pair(reader, at))?;
    if let Some((start, _)) = reader.hedge_before(draft.tokens.start) {
        draft.tokens.start = start;
    }
    Some(draft.finish())
}

fn draft(tokens: std::ops::Range<usize>, low: i64, high: i64, step: i64) -> Draft {
    let value = Value::Between(Amount::from(low), Amount::from(high));
    Draft { tokens, value, step: Amount::from(step), measure: None, hedge: Some(Hedge::Range), direction: None, head: None }
}

fn word(reader: &Reader, at: usize) -> Option<NumberWord> {
    reader.tokens.get(at).and_then(|t| reader.lexicon.numbers.get(t))
}

/// `dozens of people`, `tens of thousands`, `hundreds`.
fn scores(reader: &Reader, at: usize) -> Option<Draft> {
    let Some(NumberWord::Vague(mut low, mut high)) = word(reader, at) else { return None };
    let mut end = at + 1;
    if let (true, Some(NumberWord::Vague(unit, _))) = (reader.tokens.is(end, "of"), word(reader, end + 1)) {
        (low, high) = (low.checked_mul(unit)?, high.checked_mul(unit)?);
        end += 2;
    } else if low == 10 || low == 20 && !reader.tokens.is(end, "of") {
        return None;
    }
    let mut out = draft(at..end, low, high, low);
    count(reader, &mut out);
    Some(out)
}

/// The unit or noun behind a vague number, behind `of` or not; without it right behind (`dozens injured`, `hundreds more guest workers`).
fn count(reader: &Reader, out: &mut Draft) {
    let end = out.tokens.end;
    let of = reader.tokens.is(end, "of");
    let mut at = end + usize::from(of);
    if of && reader.tokens.is_in(at, &SETS, WHOLE) {
        at += 1;
    }
    let number =
        Number { tokens: out.tokens.clone(), amount: Amount::ONE, step: Amount::ONE, form: Form::Words, other: None, scaled: false };
    if let Some((end, measure)) = reader.unit_behind(at, &number) {
        (out.tokens.end, out.measure) = (end, Some(measure));
    } else if let Some(counted) = reader.counted(at).filter(|c| of || c.head.len() == 1 || c.head.start > at) {
        out.tokens.end = counted.end;
        out.head = Some(counted.head);
        out.measure = Some(Measure { unit: counted.unit.into(), dimension: Dimension::Count });
    }
}

/// `several hundred people`, `a few thousand`, `a couple of months`, `for few hours`; `several` before what is no unit says too little.
fn some(reader: &Reader, at: usize) -> Option<Draft> {
    let article = reader.tokens.is(at, "a");
    let first = at + usize::from(article);
    let Some(NumberWord::Some(low, high)) = word(reader, first) else { return None };
    let mut end = first + 1;
    if reader.tokens.is(end, "of") && article {
        end += 1;
    }
    let led = first > 0 && reader.tokens.is(first, "few") && reader.tokens.all[first - 1].is(class::PREPOSITION);
    if !article && !reader.tokens.is(first, "several") && !led {
        return None;
    }
    let size = match word(reader, end) {
        Some(NumberWord::Hundred) => 100,
        Some(NumberWord::Scale(exponent)) => 10i64.pow(exponent),
        Some(NumberWord::Group(n)) => n,
        _ => 1,
    };
    end += usize::from(size > 1);
    let mut out = draft(at..end, low.checked_mul(size)?, high.checked_mul(size)?, size);
    count(reader, &mut out);
    let unit = out.measure.as_ref().is_some_and(|m| m.dimension != Dimension::Count);
    (size > 1 || unit).then_some(out)
}

/// `a pair of` at token `at`, which is two of them.
pub fn is_pair(reader: &Reader, at: usize) -> bool {
    reader.tokens.is(at, "a") && reader.tokens.is(at + 1, "pair") && reader.tokens.is(at + 2, "of")
}

/// `a pair of goals`: two, unless the pair is one thing: `a pair of jeans`.
fn pair(reader: &Reader, at: usize) -> Option<Draft> {
    const PAIR: usize = 3;
    let counted = is_pair(reader, at).then(|| reader.counted(at + PAIR))?.filter(|c| c.plural)?;
    if reader.tokens.is_in(counted.head.end - 1, &SETS, ONE_THING) {
        return None;
    }
    let measure = Some(Measure { unit: counted.unit.into(), dimension: Dimension::Count });
    let (tokens, value) = (at..counted.end, Value::One(Amount::from(2)));
    Some(Draft { tokens, value, step: Amount::ONE, measure, hedge: None, direction: None, head: Some(counted.head) })
}

/// `a year or two`, `another day or two`.
fn one_or_two(reader: &Reader, at: usize) -> Option<Draft> {
    if !reader.tokens.is(at, "two") || at < 3 || !reader.tokens.is(at - 1, "or") {
        return None;
    }
    let article = ["a", "an", "another"].iter().any(|w| reader.tokens.is(at - 3, w));
    let (_, unit) = reader.lexicon.units.by_words(reader.tokens, at - 2).filter(|_| article)?;
    let mut out = draft(at - 3..at + 1, 1, 2, 1);
    out.measure = Some(Measure { unit: unit.name.into(), dimension: Dimension::named(unit.dimension) });
    Some(out)
}
