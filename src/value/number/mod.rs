//! The grammar of a single number over tokens: digits, words, mixtures of both, fractions. Knows nothing of units and hedges.
//!
//! ```text
//! number   = digits | words
//! digits   = NUMBER [fraction] [short] scale* ["and" "a" part]          5,660   2 1/4   1.2bn   3.5 million
//! words    = [a] (digit | ten | hundred | group | scale | "and")+ ["and" "a" part | part]   two hundred and ten   half a million
//! fraction = half | a third | two-thirds | 3/4 | ¾
//! ```

mod comma;
mod digits;
mod parts;
mod words;

use std::ops::Range;

use rust_decimal::Decimal;

use self::parts::{part_of_one, vulgar};
use super::Amount;
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::{Numbers, class};
use crate::text::{Tokens, form};

/// A number as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The tokens of digits, words, scale and fraction.
    pub tokens: Range<usize>,
    /// Its value: 3,500,000 for `3.5 million`.
    pub amount: Amount,
    /// The value of one unit in the last place that was written.
    pub step: Amount,
    /// How it is written.
    pub form: Form,
    /// The other reading of "1.234", where the stop may part thousands.
    pub other: Option<Amount>,
    /// A power of ten was written out (`5 million`, `12K`); what stands before it may share it (`four to five thousand`).
    pub scaled: bool,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits alone or with a scale.
    Digits,
    Words,
    /// A part of one: a third, two-thirds, half.
    Fraction,
    /// Twenty-first, 21st.
    Ordinal,
}

impl Number {
    /// Takes a power of ten that stands apart from it: `75 USD million`.
    pub fn grow(&mut self, exponent: u32) {
        let size = Amount::new(power_of_ten(exponent));
        if let (Some(amount), Some(step)) = (self.amount.times(size), self.step.times(size)) {
            (self.amount, self.step, self.scaled) = (amount, step, true);
        }
    }
}

/// The most digits of a number; a longer token is none.
const MOST_DIGITS: usize = 28;

/// The number that begins at token `at`, if one does.
pub fn number(tokens: Tokens, numbers: &Numbers, at: usize) -> Option<Number> {
    let reader = Reader { tokens, numbers };
    let t = tokens.get(at)?;
    if t.is_number() {
        return reader.digits(at);
    }
    if let Some(parts) = t.punct().and_then(vulgar) {
        return Some(part_of_one(at..at + 1, parts));
    }
    if t.is(class::NUMBER) || t.is(class::ARTICLE) { reader.words(at) } else { None }
}

/// The exact value of a digit token: `5,660`, `1.25`; also its decimal places.
pub fn parse_digits(text: &str) -> Option<(Decimal, u32)> {
    if text.len() > MOST_DIGITS * 2 {
        return None;
    }
    let (mut value, mut digits, mut places) = (0i128, 0, None);
    for c in text.chars() {
        match c.to_digit(10) {
            Some(d) => {
                value = value.checked_mul(10)?.checked_add(i128::from(d))?;
                digits += 1;
                places = places.map(|p| p + 1);
            }
            None if c == '.' => places = Some(0),
            None => {}
        }
    }
    let places = places.unwrap_or(0);
    let exact = (digits <= MOST_DIGITS).then(|| Decimal::try_from_i128_with_scale(value, places).ok()).flatten()?;
    Some((exact, places))
}

/// The number at `at` is the decimals of a point that stands before it: `.300`, `$.50`.
pub fn leading_point(tokens: Tokens, at: usize) -> bool {
    let glued = tokens.get(at).is_some_and(|t| t.glued() && t.is_number());
    let point = at.checked_sub(1).and_then(|i| tokens.get(i)).filter(|t| glued && t.is_punct('.'));
    point.is_some_and(|t| !t.glued() || at > 1 && matches!(tokens.all[at - 2].punct(), Some('$' | '£' | '€' | '(' | '-' | '+' | '~')))
}

fn power_of_ten(exponent: u32) -> Decimal {
    Decimal::from(10i128.pow(exponent.min(27)))
}

#[derive(Clone, Copy)]
struct Reader<'t> {
    tokens: Tokens<'t>,
    numbers: &'t Numbers,
}
impl Reader<'_> {
    fn word(&self, at: usize) -> Option<NumberWord> {
        self.tokens.get(at).and_then(|t| self.numbers.get(t))
    }

    /// The index behind a hyphen (or any dash) at `at` that is glued to both sides; `at` itself when a space stands there.
    fn joint(&self, at: usize) -> Option<usize> {
        let t = self.tokens.get(at)?;
        if !t.glued() {
            return (!t.has(form::PARAGRAPH)).then_some(at);
        }
        let dash = t.is_punct('-');
        (dash && self.tokens.get(at + 1)?.glued()).then_some(at + 1)
    }
}
