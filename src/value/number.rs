//! The grammar of a single number over tokens: digits, words, mixtures of both, fractions. Knows nothing of units and hedges.
//!
//! ```text
//! number   = digits | words
//! digits   = NUMBER [fraction] [short] scale* ["and" "a" part]          5,660   2 1/4   1.2bn   3.5 million
//! words    = [a] (digit | ten | hundred | group | scale | "and")+ ["and" "a" part | part]   two hundred and ten   half a million
//! fraction = half | a third | two-thirds | 3/4 | ¾
//! ```

use std::ops::Range;

use rust_decimal::Decimal;

use super::Amount;
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::{Numbers, class};
use crate::text::{Tokens, form};

/// A number as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub tokens: Range<usize>,
    pub amount: Amount,
    /// The value of one unit in the last place that was written.
    pub step: Amount,
    pub form: Form,
    /// The other reading of "1.234", where the stop may part thousands.
    pub other: Option<Amount>,
    /// A power of ten was written out (`5 million`, `12K`); what stands before it may share it (`four to five thousand`).
    pub scaled: bool,
}

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

/// Digits of a token that may be a number; longer ones are none.
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

/// Numerator and denominator of a character such as ¾.
fn vulgar(c: char) -> Option<(i64, i64)> {
    const ALL: &str = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
    const PARTS: [(i64, i64); 15] =
        [(1, 2), (1, 4), (3, 4), (1, 3), (2, 3), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (5, 8), (7, 8)];
    ALL.chars().position(|v| v == c).map(|i| PARTS[i])
}

/// A fraction in words is itself a rounded way to speak: its step is a quarter of the part, so that a third reaches from 29 to 37.5 %.
fn part_of_one(tokens: Range<usize>, (numerator, denominator): (i64, i64)) -> Number {
    let ratio = |n: i64, d: i64| Amount::new(Decimal::from(n) / Decimal::from(d.max(1)));
    let (amount, step) = (ratio(numerator, denominator), ratio(1, denominator.saturating_mul(4)));
    Number { tokens, amount, step, form: Form::Fraction, other: None, scaled: false }
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
        let dash = t.is_punct('-') || t.is_punct('‐') || t.is_punct('‑');
        (dash && self.tokens.get(at + 1)?.glued()).then_some(at + 1)
    }

    // digits

    fn digits(&self, at: usize) -> Option<Number> {
        if leading_point(self.tokens, at) {
            return self.decimals_alone(at);
        }
        let text = self.tokens.str(at);
        let (mut value, places) = parse_digits(text)?;
        let mut step = Decimal::new(1, places);
        let mut end = self.spaced_groups(at, &mut value).max(self.indian_groups(at, &mut value, &mut step));
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
        let other = if end == at + 1 { ambiguous_stop(text) } else { None };
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

    /// `hundredths`, `thirds` behind the number of them; quarters and halves may be stretches of time and of games.
    fn parts_behind(&self, of: Range<usize>, value: Decimal) -> Option<Number> {
        let next = self.joint(of.end)?;
        let (end, d) = self.denominator(next).filter(|(_, d)| !matches!(d, 2 | 4))?;
        let numerator = i64::try_from(value).ok().filter(|n| *n > 0)?;
        Some(part_of_one(of.start..end, (numerator, d)))
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

    fn ordinal(&self, tokens: Range<usize>, amount: Amount) -> Number {
        Number { tokens, amount, step: Amount::ONE, form: Form::Ordinal, other: None, scaled: false }
    }

    /// `1/4` with a denominator that is in use for parts, and not part of a date.
    fn ratio(&self, at: usize, value: Decimal) -> Option<Number> {
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
    fn mixed(&self, at: usize) -> Option<(usize, (i64, i64))> {
        let t = self.tokens.get(at)?;
        if let Some(parts) = t.punct().and_then(vulgar) {
            return Some((at + 1, parts));
        }
        let hyphen = usize::from(t.glued() && t.is_punct('-'));
        let numerator: i64 = self.tokens.get(at + hyphen).filter(|t| t.is_number())?.text(self.tokens.text).parse().ok()?;
        let (end, denominator) = self.slash(at + hyphen + 1)?;
        (numerator < denominator && numerator > 0).then_some((end, (numerator, denominator)))
    }

    /// `bn`, ` million`, `-million`, ` hundred thousand` behind digits. `None` when letters are glued to them that make it no number.
    fn scales(&self, mut at: usize, value: &mut Decimal, step: &mut Decimal) -> Option<usize> {
        let mut times = |exponent: u32| {
            *value = value.checked_mul(power_of_ten(exponent))?;
            *step = step.checked_mul(power_of_ten(exponent))?;
            Some(())
        };
        if let Some(exponent) = self.short(at) {
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

    /// `and a half`, `-and-a-half`, `and a quarter` behind a number; behind a scale the part is one of the scale.
    fn and_a_half(&self, end: usize, value: &mut Decimal, step: &mut Decimal, scaled: bool) -> usize {
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
    fn and_part(&self, at: usize) -> Option<(usize, (i64, i64))> {
        let and = self.joint(at).filter(|&i| self.tokens.is(i, "and"))?;
        let at = self.joint(and + 1)?;
        let (numerator, at) = if self.tokens.is(at, "a") { (1, at + 1) } else { self.below_hundred(at)? };
        let at = self.joint(at)?;
        match self.word(at)? {
            NumberWord::Part(d) | NumberWord::Ordinal(d @ 3..=10) if numerator == 1 => Some((at + 1, (1, d))),
            _ => self.denominator(at).filter(|(_, d)| numerator > 0 && numerator < *d).map(|(end, d)| (end, (numerator, d))),
        }
    }

    /// One to ninety-nine in words, and the index behind.
    fn below_hundred(&self, at: usize) -> Option<(i64, usize)> {
        match self.word(at)? {
            NumberWord::Digit(n) => Some((n, at + 1)),
            NumberWord::Ten(tens) => match self.joint(at + 1).and_then(|next| Some((next, self.word(next)?))) {
                Some((next, NumberWord::Digit(ones @ 1..=9))) => Some((tens + ones, next + 1)),
                _ => Some((tens, at + 1)),
            },
            _ => None,
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
    fn over(&self, of: Range<usize>, value: Decimal) -> Option<Number> {
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

    // words

    fn words(&self, at: usize) -> Option<Number> {
        self.fraction(at).or_else(|| self.cardinal(at))
    }

    /// `half`, `a third`, `two-thirds`, `half a million`, `three quarters of a million`.
    fn fraction(&self, at: usize) -> Option<Number> {
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
        let step = size / Decimal::from(denominator);
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

/// `1.234`: one to three digits, a stop, exactly three: decimals here, thousands there.
fn ambiguous_stop(text: &str) -> Option<Amount> {
    let (whole, rest) = text.split_once('.')?;
    let both = (1..=3).contains(&whole.len()) && rest.len() == 3 && !whole.starts_with('0');
    if both { format!("{whole}{rest}").parse().ok() } else { None }
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
