//! Ages told by their decade: `in his 50s`, `in her early 40s`, `a man in his thirties`.

use crate::extract::mention::FigureMention;
use crate::lexicon::temporal::TimeWord;
use crate::lexicon::{lexicon, word_sets};
use crate::value::{Amount, Dimension, Hedge};

use super::draft::{Draft, Value};
use super::measure::Measure;
use super::reader::Reader;

word_sets! {
    /// Possessives before a decade of life: `her`.
    OWNING = 0: "possessive_of_people";
}

/// The age whose decade stands at token `at`, behind the word for whose it is: `his`, or `his early`.
pub fn decade(reader: &Reader, at: usize) -> Option<FigureMention> {
    let (end, first) = written(reader, at)?;
    let hyphen = usize::from(at > 1 && reader.tokens.all[at - 1].is_punct('-'));
    let part = at.checked_sub(1 + hyphen).filter(|i| reader.tokens.is_any(*i, &["early", "mid", "late", "middle"]));
    let owner = part.unwrap_or(at).checked_sub(1)?;
    if !reader.tokens.is_in(owner, &SETS, OWNING) {
        return None;
    }
    let (low, high) = match part.map(|i| reader.tokens.str(i)) {
        Some("early") => (0, 4),
        Some("late") => (6, 9),
        Some(_) => (3, 7),
        None => (0, 9),
    };
    let value = Value::Between(Amount::from(first + low), Amount::from(first + high));
    let measure = Some(Measure { unit: "year".into(), dimension: Dimension::Age });
    let tokens = part.unwrap_or(at)..end;
    Some(Draft { tokens, value, step: Amount::ONE, measure, hedge: Some(Hedge::Range), direction: None, head: None }.finish())
}

/// `50s`, `50's`, `fifties` at token `at`: the index behind it, and the first year.
fn written(reader: &Reader, at: usize) -> Option<(usize, i64)> {
    if let Some(first) = in_words(reader, at) {
        return Some((at + 1, first));
    }
    let tens = reader.tokens.get(at).filter(|t| t.is_number()).and_then(|_| reader.tokens.str(at).parse::<i64>().ok())?;
    let glued = |i: usize, word: &str| reader.tokens.get(i).is_some_and(|t| t.glued()) && reader.tokens.is(i, word);
    let mark = usize::from(reader.tokens.get(at + 1).is_some_and(|t| t.glued() && matches!(t.punct(), Some('\'' | '’'))));
    let clitic = ["'s", "’s"].iter().any(|w| reader.tokens.is(at + 1, w));
    let end = if clitic { at + 2 } else { glued(at + 1 + mark, "s").then_some(at + 2 + mark)? };
    (tens % 10 == 0 && (10..110).contains(&tens)).then_some((end, tens))
}

/// The first year of a decade in words: `fifties`.
fn in_words(reader: &Reader, at: usize) -> Option<i64> {
    match lexicon().time.of(reader.tokens.get(at)?)? {
        TimeWord::Decade(tens) => Some(i64::from(tens) * 10),
        _ => None,
    }
}

/// A word for a decade of a life, where no digits begin the figure.
pub fn is_word(reader: &Reader, at: usize) -> bool {
    in_words(reader, at).is_some()
}
