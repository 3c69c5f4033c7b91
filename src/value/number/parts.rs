//! Parts of one: `½`, `3/4`, `two-thirds`, `half a million`, `and a half` behind a number.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Form, Number, Reader, power_of_ten};
use crate::lexicon::numbers::NumberWord;
use crate::text::form;
use crate::value::Amount;

/// Numerator and denominator of a character such as ¾.
pub(super) fn vulgar(c: char) -> Option<(i64, i64)> {
    const ALL: &str = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
    const PARTS: [(i64, i64); 15] =
        [(1, 2), (1, 4), (3, 4), (1, 3), (2, 3), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (5, 8), (7, 8)];
    ALL.chars().position(|v| v == c).map(|i| PARTS[i])
}

/// A fraction in words is itself a rounded way to speak: its step is a quarter of the part, so that a third reaches from 29 to 37.5 %.
pub(super) fn part_of_one(tokens: Range<usize>, (numerator, denominator): (i64, i64)) -> Number {
    let ratio = |n: i64, d: i64| Amount::new(Decimal::from(n) / Decimal::from(d.max(1)));
    let (amount, step) = (ratio(numerator, denominator), ratio(1, denominator.saturating_mul(4)));
    Number { tokens, amount, step, form: Form::Fraction, other: None, scaled: false }
}

impl Reader<'_> {
    /// `hundredths`, `thirds` behind the number of them; quarters and halves may be stretches of time and of games.
    pub(super) fn parts_behind(&self, of: Range<usize>, value: Decimal) -> Option<Number> {
        let next = self.joint(of.end)?;
        let (end, d) = self.denominator(next).filter(|(_, d)| !matches!(d, 2 | 4))?;
        let numerator = i64::try_from(value).ok().filter(|n| *n > 0)?;
        Some(part_of_one(of.start..end, (numerator, d)))
    }

    /// `1/4` with a denominator that is in use for parts, and not part of a date.
    pub(super) fn ratio(&self, at: usize, value: Decimal) -> Option<Number> {
        let (end, denominator) = self.slash(at + 1)?;
        let numerator = i64::try_from(value).ok().filter(|n| *n > 0 && *n < denominator)?;
        Some(part_of_one(at..end, (numerator, denominator)))
    }

    /// `/4` at `at`: the index behind it and the denominator.
    fn slash(&self, at: usize) -> Option<(usize, i64)> {
        let slash = self.tokens.get(at)?;
        let below = self.tokens.get(at + 1)?;
        if !(slash.glued() && below.glued() && below.is_number() && (slash.is_punct('/') || slash.is_punct('⁄'))) {
            return None;
        }
        let more = self.tokens.get(at + 2).is_some_and(|t| t.glued() && (t.is_punct('/') || t.is_number()));
        let denominator: i64 = self.tokens.str(at + 1).parse().ok()?;
        (!more && matches!(denominator, 2..=6 | 8 | 10 | 16 | 32 | 64 | 100 | 128)).then_some((at + 2, denominator))
    }

    /// The fraction of a mixed number: `½` or `1/4` behind a whole number.
    pub(super) fn mixed(&self, at: usize) -> Option<(usize, (i64, i64))> {
        let t = self.tokens.get(at)?;
        if let Some(parts) = t.punct().and_then(vulgar) {
            return Some((at + 1, parts));
        }
        let hyphen = usize::from(t.glued() && t.is_punct('-'));
        let numerator: i64 = self.tokens.get(at + hyphen).filter(|t| t.is_number())?.text(self.tokens.text).parse().ok()?;
        let (end, denominator) = self.slash(at + hyphen + 1)?;
        (numerator < denominator && numerator > 0).then_some((end, (numerator, denominator)))
    }

    /// `and a half`, `-and-a-half`, `and a quarter` behind a number; behind a scale the part is one of the scale.
    pub(super) fn and_a_half(&self, end: usize, value: &mut Decimal, step: &mut Decimal, scaled: bool) -> usize {
        let Some((mut next, (n, d))) = self.and_part(end) else { return end };
        let mut unit = if scaled { *step } else { Decimal::ONE };
        if let Some((behind, size)) = self.scale_behind(next).filter(|_| scaled) {
            if size >= *step {
                return end;
            }
            (next, unit) = (behind, size);
        }
        *value += unit * Decimal::from(n) / Decimal::from(d);
        *step = unit / Decimal::from(d);
        next
    }

    /// `and a half`, `and three quarters`, `and fifty-four hundredths` from `at` on: the index behind it and the part.
    pub(super) fn and_part(&self, at: usize) -> Option<(usize, (i64, i64))> {
        let and = self.joint(at).filter(|&i| self.tokens.is(i, "and"))?;
        let at = self.joint(and + 1)?;
        let (numerator, at) = if self.tokens.is(at, "a") { (1, at + 1) } else { self.below_hundred(at)? };
        let at = self.joint(at)?;
        match self.word(at)? {
            NumberWord::Part(d) | NumberWord::Ordinal(d @ 3..=10) if numerator == 1 => Some((at + 1, (1, d))),
            _ => self.denominator(at).filter(|(_, d)| numerator > 0 && numerator < *d).map(|(end, d)| (end, (numerator, d))),
        }
    }

    /// `fifths`, `hundredths`, `twenty-firsts`: the index behind and the denominator.
    fn denominator(&self, at: usize) -> Option<(usize, i64)> {
        if let NumberWord::Parts(d) = self.word(at)? {
            return Some((at + 1, d));
        }
        let NumberWord::Ten(tens) = self.word(at)? else { return None };
        let ones = self.joint(at + 1)?;
        match self.word(ones) {
            Some(NumberWord::Parts(d @ 3..=9)) => Some((ones + 1, tens + d)),
            _ if self.tokens.is(ones, "firsts") => Some((ones + 1, tens + 1)),
            _ => None,
        }
    }

    /// `one over three`, `1 over 20`: a part of one written as it is spoken, with nothing behind that the second number could count.
    pub(super) fn over(&self, of: Range<usize>, value: Decimal) -> Option<Number> {
        let at = self.joint(of.end).filter(|&i| self.tokens.is(i, "over"))? + 1;
        let (d, end) = match self.tokens.get(at).filter(|t| t.is_number()) {
            Some(t) => (t.text(self.tokens.text).parse().ok()?, at + 1),
            None => self.below_hundred(at)?,
        };
        let (d, end) = if self.word(end) == Some(NumberWord::Hundred) { (d * 100, end + 1) } else { (d, end) };
        let ends = self.tokens.get(end).is_none_or(|t| matches!(t.punct(), Some('.' | ',' | ';' | ')')) || t.has(form::PARAGRAPH));
        let n = i64::try_from(value).ok().filter(|n| Decimal::from(*n) == value)?;
        (ends && n > 0 && n < d && d < 10_000).then(|| part_of_one(of.start..end, (n, d)))
    }

    /// `half`, `a third`, `two-thirds`, `half a million`, `three quarters of a million`.
    pub(super) fn fraction(&self, at: usize) -> Option<Number> {
        let (end, numerator, denominator) = self.parts(at)?;
        let fraction = part_of_one(at..end, (numerator, denominator));
        Some(self.part_of_scale(&fraction, denominator).unwrap_or(fraction))
    }

    fn parts(&self, at: usize) -> Option<(usize, i64, i64)> {
        let article = self.tokens.is(at, "a") || self.tokens.is(at, "one");
        match self.word(at) {
            Some(NumberWord::Part(2)) => return Some((at + 1, 1, 2)),
            Some(NumberWord::Part(d)) if self.scale_behind(at + 1).is_some() => return Some((at + 1, 1, d)),
            _ => {}
        }
        let next = self.joint(at + 1)?;
        match (self.word(at), self.word(next)?) {
            (_, NumberWord::Part(d)) if article => Some((next + 1, 1, d)),
            // a "fourth-year student" is no part of one
            (_, NumberWord::Ordinal(d)) if article && d >= 3 && self.joint(next + 1).is_none_or(|behind| behind == next + 1) => {
                Some((next + 1, 1, d))
            }
            (Some(NumberWord::Digit(n)), _) if n > 0 => self.denominator(next).map(|(end, d)| (end, n, d)),
            _ => None,
        }
    }

    /// `[of] [a] million` or `a dozen` behind a part: a number, no part of one.
    fn part_of_scale(&self, part: &Number, denominator: i64) -> Option<Number> {
        let (end, size) = self.scale_behind(part.tokens.end)?;
        let amount = part.amount.decimal().checked_mul(size)?;
        // half a million is no 300,000, but may be said of what is nearly 600,000
        let finer = if size < Decimal::ONE_THOUSAND { 1 } else { 2 };
        let step = size / Decimal::from(denominator.saturating_mul(finer));
        let tokens = part.tokens.start..end;
        Some(Number { tokens, amount: Amount::new(amount), step: Amount::new(step), form: Form::Words, other: None, scaled: true })
    }

    fn scale_behind(&self, mut at: usize) -> Option<(usize, Decimal)> {
        at = self.joint(at)?;
        if self.tokens.is(at, "of") {
            at += 1;
        }
        if self.tokens.is(at, "a") {
            at = self.joint(at + 1)?;
        }
        let mut size = match self.word(at)? {
            NumberWord::Scale(exponent) => power_of_ten(exponent),
            NumberWord::Group(n) => Decimal::from(n),
            NumberWord::Hundred => Decimal::ONE_HUNDRED,
            _ => return None,
        };
        while let Some(NumberWord::Scale(exponent)) = self.word(at + 1) {
            size = size.checked_mul(power_of_ten(exponent))?;
            at += 1;
        }
        Some((at + 1, size))
    }
}
