//! Ranks as news writes them: `the No. 2 official`, `the world's No. 1`, `hits No. 1`, `the number two seed`. What a number only tells from
//! others of its kind is none: `Resolution No. 5`, `Reactor No. 4`.

use crate::extract::mention::FigureMention;
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, form};
use crate::value::number::parse_digits;
use crate::value::{Amount, Dimension, Quantity};

use super::ordinals;
use super::reader::Reader;

word_sets! {
    /// What may stand before a rank, besides articles and the like.
    LEADING = 0: "before_rank";
}

/// Tokens of `No.`.
const MARK: usize = 2;

/// The most digits of a rank.
const DIGITS: usize = 3;

/// The rank whose number is token `at`, with the noun that has it. In a `headline` in title case the capital before it may be a verb.
pub fn rank(reader: &Reader, at: usize, headline: bool) -> Option<FigureMention> {
    if let Some(start) = worded(reader, at) {
        let number = reader.measured(at)?.number;
        return placed(reader, start, at, number.amount);
    }
    let start = at.checked_sub(MARK).filter(|start| is_mark(reader, *start))?;
    let digits = reader.tokens.get(at).filter(|t| t.is_number() && !t.has(form::PARAGRAPH)).map(|_| reader.tokens.str(at))?;
    let (n, places) = parse_digits(digits).filter(|_| digits.len() <= DIGITS)?;
    let led = places == 0 && is_led(reader, start, ranked(reader, at).is_some(), headline);
    led.then(|| placed(reader, start, at, Amount::new(n))).flatten()
}

/// The noun behind the number that has the rank.
fn ranked(reader: &Reader, at: usize) -> Option<usize> {
    ordinals::head(reader, at + 1).filter(|noun| !(at + 1..noun + 1).any(|i| reader.is_verb_like(i) || reader.is_past(i)))
}

/// `the number three seed`, `the world number one`: where the rank begins whose number, in words or digits, is token `at`. `They number
/// three` counts them.
pub fn worded(reader: &Reader, at: usize) -> Option<usize> {
    let start = at.checked_sub(1).filter(|i| *i > 0 && reader.tokens.is(*i, "number"))?;
    let t = reader.tokens.get(at).filter(|t| (t.is_number() || t.is(class::NUMBER)) && !t.has(form::PARAGRAPH))?;
    let before = &reader.tokens.all[start - 1];
    let led =
        before.is(class::ARTICLE | class::DETERMINER) || before.kind == Kind::Clitic || reader.tokens.is_in(start - 1, &SETS, LEADING);
    let small = t.end - t.start <= DIGITS as u32 || !t.is_number();
    (led && small && reader.measured(at).is_some_and(|m| m.measure.is_none() && !m.number.scaled && !m.hyphen)).then_some(start)
}

fn placed(reader: &Reader, start: usize, at: usize, rank: Amount) -> Option<FigureMention> {
    let noun = ranked(reader, at);
    let head = noun.map(|noun| at + 1..noun + 1);
    let unit = noun.map(|noun| reader.lexicon.plurals.singular(&reader.lower(&reader.tokens.all[noun])).into_owned());
    let quantity = Quantity { unit: unit.map(Into::into), ordinal: false, ..Quantity::whole(rank, "".into(), Dimension::Rank) };
    Some(FigureMention::new(start..head.as_ref().map_or(at + 1, |h| h.end), quantity, head))
}

/// `No.`, `no.`
fn is_mark(reader: &Reader, at: usize) -> bool {
    reader.tokens.is(at, "no") && reader.tokens.get(at + 1).is_some_and(|t| t.glued() && t.is_punct('.'))
}

/// It is somebody's place, and no noun before it is numbered: `Reactor No. 4`, `witness No. 3`. A small word may be an adjective where a
/// noun follows (`a former No. 1 seed`), as what begins a sentence is a rank of the noun behind.
fn is_led(reader: &Reader, start: usize, ranks_noun: bool, headline: bool) -> bool {
    let Some(before) = start.checked_sub(1).and_then(|i| reader.tokens.get(i)).filter(|_| !begins(reader, start)) else {
        return ranks_noun;
    };
    if before.is(class::LABEL) {
        return false;
    }
    let leads = class::ARTICLE | class::DETERMINER | class::PRONOUN | class::PREPOSITION | class::AUXILIARY | class::VERB | class::ADVERB;
    let led =
        before.is(leads) || before.kind == Kind::Clitic || reader.is_verb_like(start - 1) || reader.tokens.is_in(start - 1, &SETS, LEADING);
    led || if before.is_capital() { headline } else { ranks_noun }
}

/// Token `at` begins a line or sentence.
fn begins(reader: &Reader, at: usize) -> bool {
    let stop = at > 0 && reader.tokens.curly(at - 1).is_some_and(|c| matches!(c, '.' | '!' | '?' | ':' | '“' | '—' | ','));
    stop || reader.tokens.all[at].has(form::LINE)
}
