//! Numbers written in words, cardinal and ordinal.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Form, Number, Reader, power_of_ten};
use crate::lexicon::numbers::NumberWord;
use crate::value::Amount;

impl Reader<'_> {
    /// One to ninety-nine in words, and the index behind.
    pub(super) fn below_hundred(&self, at: usize) -> Option<(i64, usize)> {
        match self.word(at)? {
            NumberWord::Digit(n) => Some((n, at + 1)),
            NumberWord::Ten(tens) => match self.joint(at + 1).and_then(|next| Some((next, self.word(next)?))) {
                Some((next, NumberWord::Digit(ones @ 1..=9))) => Some((tens + ones, next + 1)),
                _ => Some((tens, at + 1)),
            },
            _ => None,
        }
    }

    pub(super) fn words(&self, at: usize) -> Option<Number> {
        self.fraction(at).or_else(|| self.cardinal(at))
    }

    /// Cardinal and ordinal words: `two hundred and ten`, `twenty-first`, `a dozen`, `a hundred`.
    fn cardinal(&self, at: usize) -> Option<Number> {
        let mut sum = Sum::default();
        let (mut end, mut fresh) = (at, true);
        if self.tokens.is(at, "a") {
            let next = self.joint(at + 1)?;
            matches!(self.word(next)?, NumberWord::Hundred | NumberWord::Scale(_) | NumberWord::Group(_)).then_some(())?;
            (sum.part, end) = (Some(1), next);
        }
        while let Some((word_at, word)) = self.next_word(end, std::mem::take(&mut fresh)) {
            match sum.add(word) {
                Step::Taken => end = word_at + 1,
                Step::Ordinal(n) => return Some(self.ordinal(at..word_at + 1, Amount::from(n))),
                Step::Refused => break,
            }
        }
        if end == at {
            return None;
        }
        self.finish(at..end, sum)
    }

    /// The word of number at `at` or behind a joint or `and` there.
    fn next_word(&self, at: usize, first: bool) -> Option<(usize, NumberWord)> {
        if first {
            return self.word(at).map(|w| (at, w));
        }
        let next = self.joint(at)?;
        if self.tokens.is(next, "and") {
            let behind = self.joint(next + 1)?;
            let small = self.word(behind).filter(|w| matches!(w, NumberWord::Digit(_) | NumberWord::Ten(_)))?;
            let larger = matches!(self.word(at.checked_sub(1)?), Some(NumberWord::Hundred | NumberWord::Scale(_)));
            let part = self.and_part(at).is_some();
            let counts_again = matches!(self.word(behind + 1), Some(NumberWord::Hundred | NumberWord::Scale(_))) && !larger;
            return (larger && !counts_again && !part).then_some((behind, small));
        }
        self.word(next).map(|w| (next, w))
    }

    fn finish(&self, tokens: Range<usize>, sum: Sum) -> Option<Number> {
        let mut value = Decimal::from(sum.total()?);
        if let Some(parts) = self.parts_behind(tokens.clone(), value).or_else(|| self.over(tokens.clone(), value)) {
            return Some(parts);
        }
        let mut step = Decimal::from(sum.scale.max(1));
        let scaled = sum.scale > 1;
        let mut end = self.and_a_half(tokens.end, &mut value, &mut step, scaled);
        if end > tokens.end
            && let Some(NumberWord::Scale(exponent)) = self.word(end)
        {
            (value, step) = (value.checked_mul(power_of_ten(exponent))?, step.checked_mul(power_of_ten(exponent))?);
            end += 1;
        }
        end = self.point(end, &mut value, &mut step);
        let tokens = tokens.start..end;
        Some(Number { tokens, amount: Amount::new(value), step: Amount::new(step), form: Form::Words, other: None, scaled })
    }

    /// `point five`, `point zero three` behind whole words.
    fn point(&self, end: usize, value: &mut Decimal, step: &mut Decimal) -> usize {
        let mut at = end + 1;
        if !self.tokens.is(end, "point") {
            return end;
        }
        if let Some((n @ 10..=99, behind)) = self.below_hundred(at) {
            *step /= Decimal::ONE_HUNDRED;
            *value += *step * Decimal::from(n);
            return behind;
        }
        while let Some(NumberWord::Digit(d @ 0..=9)) = self.word(at) {
            if at > end + 8 {
                break;
            }
            *step /= Decimal::TEN;
            *value += *step * Decimal::from(d);
            at += 1;
        }
        if at > end + 1 { at } else { end }
    }
}

enum Step {
    Taken,
    Ordinal(i64),
    Refused,
}

/// A cardinal that is being read, left to right.
#[derive(Default)]
struct Sum {
    /// What larger scales have gathered.
    gathered: i64,
    /// What has been read since the last scale.
    part: Option<i64>,
    /// The last scale that closed a part, from a thousand on; 1 or 0 when smaller places were written.
    scale: i64,
}

impl Sum {
    fn total(&self) -> Option<i64> {
        self.gathered.checked_add(self.part.unwrap_or(0))
    }

    fn add(&mut self, word: NumberWord) -> Step {
        let part = self.part.unwrap_or(0);
        let fits = |below: i64| part % below == 0 && (self.part.is_none() || part > 0);
        match word {
            NumberWord::Digit(d) if fits(if d < 10 { 10 } else { 100 }) && part % 100 != 10 => self.set(part + d),
            NumberWord::Ten(t) if fits(100) => self.set(part + t),
            NumberWord::Hundred if self.part.is_some_and(|p| p > 0 && p < 100) => self.set(part * 100),
            NumberWord::Group(n) | NumberWord::Vague(n @ (12 | 20), _) if self.part.is_some_and(|p| p > 0 && p < 1000) => {
                self.set(part * n)
            }
            NumberWord::Scale(exponent) if self.part.is_some_and(|p| p > 0) => self.close(10i64.pow(exponent)),
            NumberWord::Ordinal(n) if n < 100 && fits(if n < 10 { 10 } else { 100 }) => {
                self.total().and_then(|t| t.checked_add(n)).map_or(Step::Refused, Step::Ordinal)
            }
            NumberWord::Ordinal(n) if n >= 100 && self.part.is_some_and(|p| p > 0) => {
                self.total().and_then(|t| t.checked_mul(n)).map_or(Step::Refused, Step::Ordinal)
            }
            _ => Step::Refused,
        }
    }

    fn set(&mut self, part: i64) -> Step {
        (self.part, self.scale) = (Some(part), 0);
        Step::Taken
    }

    /// A scale word takes what was read since the last one; a larger scale takes all of it (`two hundred thousand million`).
    fn close(&mut self, size: i64) -> Step {
        let smaller = self.scale == 0 || size < self.scale || self.gathered == 0;
        let whole = if smaller { self.part.unwrap_or(0).checked_mul(size).and_then(|p| p.checked_add(self.gathered)) } else { None };
        let Some(whole) = whole else { return Step::Refused };
        (self.gathered, self.part, self.scale) = (whole, None, size);
        Step::Taken
    }
}
