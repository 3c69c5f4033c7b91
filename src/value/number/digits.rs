//! Numbers written in digits: groups, decimals, powers, scales glued or apart.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Form, Number, Reader, leading_point, parse_digits, power_of_ten};
use crate::lexicon::numbers::NumberWord;
use crate::text::form;
use crate::value::Amount;

impl Reader<'_> {
    pub(super) fn digits(&self, at: usize) -> Option<Number> {
        if leading_point(self.tokens, at) {
            return self.decimals_alone(at);
        }
        let text = self.tokens.str(at);
        let (mut value, places) = parse_digits(text)?;
        let mut step = Decimal::new(1, places);
        let mut end = self.spaced_groups(at, &mut value).max(self.indian_groups(at, &mut value, &mut step));
        let other = if end == at + 1 { ambiguous_stop(text) } else { None };
        end = self.decimal_comma(at..end, other, &mut value, &mut step).unwrap_or(end);
        if let Some(parts) = self.ordinal_ending(end) {
            return Some(self.ordinal(at..parts, Amount::new(value)));
        }
        if let Some(ratio) = self.ratio(at, value) {
            return Some(ratio);
        }
        if let Some((next, (n, d))) = self.mixed(end) {
            (value, end) = (value + Decimal::from(n) / Decimal::from(d), next);
            step = Decimal::ONE / Decimal::from(d);
        }
        if let Some(parts) = self.parts_behind(at..end, value).or_else(|| self.over(at..end, value)) {
            return Some(parts);
        }
        let digits_end = end;
        end = self.power(end, &mut value, &mut step).or_else(|| self.raised(end, &mut value, &mut step)).unwrap_or(end);
        end = self.scales(end, &mut value, &mut step)?;
        end = self.lower_places(end, &mut value, &mut step);
        end = self.and_a_half(end, &mut value, &mut step, end > digits_end);
        let other = other.filter(|_| end == at + 1);
        let (amount, step) = (Amount::new(value), Amount::new(step));
        Some(Number { tokens: at..end, amount, step, form: Form::Digits, other, scaled: end > digits_end })
    }

    /// `.300` behind its point.
    fn decimals_alone(&self, at: usize) -> Option<Number> {
        let digits = self.tokens.str(at);
        let (whole, _) = parse_digits(digits).filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
        let step = Decimal::try_new(1, digits.len() as u32).ok()?;
        let (mut value, mut step) = (whole.checked_mul(step)?, step);
        let end = self.scales(at + 1, &mut value, &mut step)?;
        let (amount, step) = (Amount::new(value), Amount::new(step));
        Some(Number { tokens: at - 1..end, amount, step, form: Form::Digits, other: None, scaled: end > at + 1 })
    }

    /// `10^6`, `2^-3` behind digits: the number is multiplied with itself. The index behind it.
    fn raised(&self, at: usize, value: &mut Decimal, step: &mut Decimal) -> Option<usize> {
        let mark = self.tokens.get(at).is_some_and(|t| t.glued() && t.is_punct('^'));
        let (exponent, end) = if mark { self.exponent(at + 1)? } else { return None };
        let raised = (0..exponent.unsigned_abs()).try_fold(Decimal::ONE, |product, _| product.checked_mul(*value))?;
        let raised = if exponent < 0 { Decimal::ONE.checked_div(raised)? } else { raised };
        (*value, *step) = (raised, Decimal::new(1, raised.scale()));
        Some(end)
    }

    /// `x10^-4`, `×10−8`, ` x 10⁶`, `e-12` behind digits: the index behind it.
    fn power(&self, at: usize, value: &mut Decimal, step: &mut Decimal) -> Option<usize> {
        let t = self.tokens.get(at)?;
        let at = if t.glued() && self.tokens.is(at, "e") {
            at + 1
        } else if self.tokens.is(at, "x10") {
            self.skip_mark(at + 1, '^')
        } else if (t.is_punct('×') || t.is_punct('·') || self.tokens.is(at, "x")) && self.tokens.str(at + 1) == "10" {
            self.skip_mark(at + 2, '^')
        } else {
            return None;
        };
        let (exponent, end) = self.exponent(at)?;
        let size = power_of_ten(exponent.unsigned_abs());
        let times = |d: Decimal| if exponent < 0 { d.checked_div(size) } else { d.checked_mul(size) };
        (*value, *step) = (times(*value)?, times(*step)?);
        Some(end)
    }

    fn skip_mark(&self, at: usize, mark: char) -> usize {
        if self.tokens.get(at).is_some_and(|t| t.glued() && t.is_punct(mark)) { at + 1 } else { at }
    }

    /// A power of ten of at most two digits, glued: `-4`, `−8`, `⁶`.
    fn exponent(&self, at: usize) -> Option<(i32, usize)> {
        const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        let glued = |i: usize| self.tokens.get(i).filter(|t| t.glued());
        let minus = glued(at)?.punct().is_some_and(|c| matches!(c, '-' | '−' | '⁻'));
        let plus = glued(at)?.is_punct('+');
        let first = at + usize::from(minus || plus);
        let sign = if minus { -1 } else { 1 };
        let raised = glued(first)?.punct().and_then(|c| RAISED.chars().position(|r| r == c));
        let n = match raised {
            Some(n) => n as i32,
            None => glued(first).filter(|t| t.is_number() && t.end - t.start <= 2)?.text(self.tokens.text).parse().ok()?,
        };
        (n <= 24).then_some((sign * n, first + 1))
    }

    /// Smaller places told apart: `4 thousand 3 hundred`, `3 hundred and 21`.
    fn lower_places(&self, at: usize, value: &mut Decimal, step: &mut Decimal) -> usize {
        let and = self.tokens.is(at, "and");
        let first = at + usize::from(and);
        let bare = *step == Decimal::ONE_HUNDRED || *step == Decimal::ONE_THOUSAND;
        let plain = self.tokens.get(first).is_some_and(|t| t.is_number() && !t.has(form::PARAGRAPH) && t.end - t.start <= 3);
        let Some((part, 0)) = parse_digits(self.tokens.str(first)).filter(|_| plain && *step >= Decimal::ONE_HUNDRED) else { return at };
        let size = match self.word(first + 1) {
            Some(NumberWord::Hundred) => Decimal::ONE_HUNDRED,
            Some(NumberWord::Scale(exponent)) => power_of_ten(exponent),
            _ if and && bare => Decimal::ONE,
            _ => return at,
        };
        match part.checked_mul(size).filter(|p| p < step) {
            Some(p) => {
                (*value, *step) = (*value + p, size);
                first + 1 + usize::from(size > Decimal::ONE)
            }
            None => at,
        }
    }

    /// Groups of three digits behind plain spaces: `1 414 021 100`. A lone group is taken only behind one or two digits and not where
    /// it would be a number of its own.
    fn spaced_groups(&self, at: usize, value: &mut Decimal) -> usize {
        let plain = |i: usize| self.tokens.str(i).bytes().all(|b| b.is_ascii_digit());
        let mut end = at + 1;
        if self.tokens.str(at).len() > 3 || !plain(at) {
            return end;
        }
        let group =
            |i: usize| self.tokens.get(i).is_some_and(|t| t.is_number() && t.end - t.start == 3 && t.form == form::SPACE) && plain(i);
        while end < at + 9 && group(end) {
            end += 1;
        }
        let glued_behind = self.tokens.get(end).is_some_and(|t| t.glued() && t.is_punct('-'));
        if end == at + 1 || glued_behind || self.tokens.get(end).is_some_and(|t| t.is_number()) {
            return at + 1;
        }
        for i in at + 1..end {
            let group = parse_digits(self.tokens.str(i)).map_or(Decimal::ZERO, |g| g.0);
            *value = value.checked_mul(Decimal::ONE_THOUSAND).and_then(|v| v.checked_add(group)).unwrap_or(*value);
        }
        end
    }

    /// Groups of two digits before the last of three, as in India: `12,34,567`.
    fn indian_groups(&self, at: usize, value: &mut Decimal, step: &mut Decimal) -> usize {
        let two = |i: usize| self.tokens.str(i).bytes().take_while(u8::is_ascii_digit).count() == 2;
        let mut end = at + 1;
        while self.tokens.get(end).is_some_and(|t| t.is_punct(',') && t.glued())
            && self.tokens.get(end + 1).is_some_and(|t| t.glued() && t.is_number())
            && two(end + 1)
            && end < at + 8
        {
            end += 2;
        }
        let text = self.tokens.str(at);
        let complete = end > at + 1 && self.tokens.str(end - 1).get(2..3) == Some(",") && text.len() <= 2;
        let whole = if complete { parse_digits(self.tokens.span(at..end).of(self.tokens.text)) } else { None };
        let Some((exact, places)) = whole else { return at + 1 };
        (*value, *step) = (exact, Decimal::new(1, places));
        end
    }

    /// The `st`, `nd`, `rd`, `th` glued to digits: the index behind it.
    fn ordinal_ending(&self, end: usize) -> Option<usize> {
        let t = self.tokens.get(end).filter(|t| t.glued() && t.is_word())?;
        matches!(t.text(self.tokens.text), "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH").then_some(end + 1)
    }

    pub(super) fn ordinal(&self, tokens: Range<usize>, amount: Amount) -> Number {
        Number { tokens, amount, step: Amount::ONE, form: Form::Ordinal, other: None, scaled: false }
    }

    /// `bn`, ` million`, `-million`, ` hundred thousand` behind digits. `None` when letters are glued to them that make it no number.
    fn scales(&self, mut at: usize, value: &mut Decimal, step: &mut Decimal) -> Option<usize> {
        let mut times = |exponent: u32| {
            *value = value.checked_mul(power_of_ten(exponent))?;
            *step = step.checked_mul(power_of_ten(exponent))?;
            Some(())
        };
        if let Some(exponent) = self.short(at).or_else(|| self.glued_scale(at)) {
            times(exponent)?;
            return Some(at + 1);
        }
        while let Some(next) = self.joint(at) {
            match self.word(next) {
                Some(NumberWord::Scale(exponent)) => times(exponent)?,
                Some(NumberWord::Hundred) if at == next => times(2)?,
                Some(NumberWord::Group(n) | NumberWord::Vague(n @ (12 | 20), _)) => {
                    *value = value.checked_mul(Decimal::from(n))?;
                    return Some(next + 1);
                }
                _ => break,
            }
            at = next + 1;
        }
        Some(at)
    }

    /// The `million` of `74million`, as British papers set it.
    fn glued_scale(&self, at: usize) -> Option<u32> {
        self.tokens.get(at).filter(|t| t.glued())?;
        match self.word(at)? {
            NumberWord::Scale(exponent) => Some(exponent),
            _ => None,
        }
    }

    /// A short form behind digits: glued (`1.2bn`, `5K`), or one that means nothing else behind a space (`10 bn`). A small `m` or `t`
    /// may be a unit, which is for the caller to see.
    fn short(&self, at: usize) -> Option<u32> {
        let Some(NumberWord::Short(exponent)) = self.word(at) else { return None };
        let t = self.tokens.get(at)?;
        let text = t.text(self.tokens.text);
        let alone = !self.tokens.get(at + 1).is_some_and(|n| n.glued() && (n.is_word() || n.is_number() || n.is_punct('/')));
        let sure = text.len() > 1 && text != "mil";
        if !t.glued() && matches!(text, "M" | "B") {
            return self.is_letter_of_scale(at).then_some(exponent);
        }
        (alone && (sure && t.form & !form::SPACE & !form::CAPITAL & !form::ALL_CAPS == 0 || t.glued() && !matches!(text, "m" | "t")))
            .then_some(exponent)
    }

    /// A capital letter apart is a scale behind decimals or grouped digits where no name goes on: `$1.5 M`, not `Section 5 M Street`.
    fn is_letter_of_scale(&self, at: usize) -> bool {
        let exact = at.checked_sub(1).is_some_and(|i| self.tokens.str(i).contains(['.', ',']));
        exact
            && self
                .tokens
                .get(at + 1)
                .is_none_or(|n| !n.glued() && !n.is_capital() && !n.is_number() || n.punct().is_some_and(|c| c != '-'))
    }
}

/// `1.234`: one to three digits, a stop, exactly three: decimals here, thousands there.
fn ambiguous_stop(text: &str) -> Option<Amount> {
    let (whole, rest) = text.split_once('.')?;
    let both = (1..=3).contains(&whole.len()) && rest.len() == 3 && !whole.starts_with('0');
    if both { format!("{whole}{rest}").parse().ok() } else { None }
}
