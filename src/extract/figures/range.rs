//! Two numbers that are the ends of one range: `between 25,000 and 30,000`, `30- to 50-kilometer`, `5-7 per cent`, `three or four years`.

use rust_decimal::Decimal;

use crate::lexicon::class;
use crate::text::form;
use crate::value::{Amount, Dimension};

use super::measure::Measured;
use super::reader::Reader;

/// Both ends of a range, with the unit of both.
pub struct Range {
    pub low: Amount,
    pub high: Amount,
    /// The second number, with the unit of both.
    pub last: Measured,
    /// Where it begins: at `between`, `from` or the first number.
    pub start: usize,
    /// It is one of ages: `between the ages of 12 and 16`.
    pub ages: bool,
}

/// Behind `rose` the upper end of a range is at most twice the lower one, behind `rose by` four times: else it is the level that was reached.
/// Choices, not measurements.
const TWICE: i64 = 2;
const WIDEST: i64 = 4;

#[derive(Clone, Copy, PartialEq)]
enum Link {
    To,
    Dash,
    Or,
    And,
}

impl Reader<'_> {
    /// The range that `first` begins.
    pub fn range(&self, first: &Measured) -> Option<Range> {
        let behind = first.tokens.end;
        let (link, at) = self.link(behind).or_else(|| self.link(first.number.tokens.end))?;
        let mut last = self.measured(self.past_sign(at))?;
        let from = self.before_ages(first.tokens.start);
        let between = from > 0 && self.tokens.is(from - 1, "between");
        if link == Link::And && !between || !self.agree(first, &mut last) {
            return None;
        }
        if link == Link::To
            && first.tokens.start > 0
            && self.tokens.is(first.tokens.start - 1, "from")
            && self.is_change(first.tokens.start - 1)
            && !is_from_rest(first, &last)
        {
            return None;
        }
        let low = self.share_scale(first, &last);
        let ascends = low < last.amount();
        let start = first.tokens.start;
        let changed = start > 0 && (self.tokens.all[start - 1].is(class::CHANGE) || self.tokens.is(start - 1, "off"));
        // "moved 3 to 9 points", "fell by 0.2 to 4.1 percent": a change, and where it led to
        let by = start > 0 && self.tokens.is(start - 1, "by") && self.is_change(start - 1);
        if link == Link::To && (changed && !is_within(low, last.amount(), TWICE) || by && !is_within(low, last.amount(), WIDEST)) {
            return None;
        }
        let fits = match link {
            Link::And => true,
            Link::To => ascends || self.is_ranging(first.tokens.start),
            Link::Dash => {
                ascends && !self.tokens.get(last.tokens.end).is_some_and(|t| t.glued() && t.is_punct('-') && last.measure.is_none())
            }
            Link::Or => ascends && !first.number.scaled && self.is_small_step(low, last.amount()),
        };
        let start = if between { from - 1 } else { first.tokens.start };
        let ages = from < first.tokens.start;
        fits.then(|| Range { low: low.min(last.amount()), high: low.max(last.amount()), last, start, ages })
    }

    /// Past `the ages of` before a number, of `between the ages of 12 and 16`.
    fn before_ages(&self, start: usize) -> usize {
        let is = |n: usize, words: &[&str]| start >= n && self.tokens.is_any(start - n, words);
        if is(1, &["of"]) && is(2, &["ages"]) && is(3, &["the"]) { start - 3 } else { start }
    }

    /// `to`, a dash, `or`, `and` at token `at`: which, and the index behind it.
    fn link(&self, at: usize) -> Option<(Link, usize)> {
        let t = self.tokens.get(at)?;
        if t.has(form::PARAGRAPH) {
            return None;
        }
        let dash = matches!(t.punct(), Some('-' | '–' | '−' | '—'));
        if dash && t.glued() && (self.tokens.is(at + 1, "to") || self.tokens.is(at + 1, "or")) {
            return Some((Link::To, at + 2));
        }
        if dash {
            let even = t.glued() == self.tokens.get(at + 1)?.glued();
            return even.then_some((Link::Dash, at + 1));
        }
        match t.text(self.tokens.text) {
            "to" | "through" => Some((Link::To, at + 1)),
            "or" => Some((Link::Or, at + 1)),
            "and" => Some((Link::And, at + 1)),
            _ => None,
        }
    }

    /// Past a currency sign, which the number behind it looks back to.
    fn past_sign(&self, at: usize) -> usize {
        let sign = |i: usize| {
            self.tokens.get(i).is_some_and(|t| t.punct().is_some() || t.has(form::ALL_CAPS))
                && !self.tokens.get(i).is_some_and(|t| t.is_number())
        };
        let mut at = at;
        for _ in 0..2 {
            if sign(at) {
                at += 1;
            }
        }
        at
    }

    /// Both have one unit, or only one of them names it.
    fn agree(&self, first: &Measured, last: &mut Measured) -> bool {
        match (&first.measure, &last.measure) {
            (Some(a), Some(b)) => a == b,
            (Some(a), None) => {
                let start = first.tokens.start;
                let framed = start > 0 && (self.tokens.is(start - 1, "from") || self.tokens.is(start - 1, "between"));
                let plain = self.counted(last.tokens.end).is_none();
                last.measure = Some(a.clone());
                plain && (framed || first.tokens.end == first.number.tokens.end)
            }
            (None, _) => true,
        }
    }

    /// `four to five thousand`: the first number shares the scale of the second when it is the smaller one without it.
    fn share_scale(&self, first: &Measured, last: &Measured) -> Amount {
        let low = first.amount();
        if first.number.scaled || !last.number.scaled {
            return low;
        }
        let scale = self.scale_of(last);
        let Some(mantissa) = last.amount().over(scale) else { return low };
        if low < mantissa { low.times(scale).unwrap_or(low) } else { low }
    }

    /// The power of ten that was written behind the digits of a number.
    fn scale_of(&self, m: &Measured) -> Amount {
        let bare = crate::value::number::parse_digits(self.tokens.str(m.number.tokens.start)).map(|(v, _)| Amount::new(v));
        match bare.filter(|b| *b != Amount::ZERO) {
            Some(bare) => m.amount().over(bare).unwrap_or(Amount::ONE),
            None => m.number.step,
        }
    }

    /// `ranging from`, `range from`: the order of the ends says nothing.
    fn is_ranging(&self, start: usize) -> bool {
        start > 1
            && self.tokens.is(start - 1, "from")
            && ["ranging", "range", "ranges", "ranged", "varying", "anywhere"].iter().any(|w| self.tokens.is(start - 2, w))
    }

    /// `three or four`, `10 or 12`, `20 or 30`: near neighbours.
    fn is_small_step(&self, low: Amount, high: Amount) -> bool {
        let twice = low.plus(low).unwrap_or(low);
        low > Amount::ZERO && low.is_whole() && high.is_whole() && high <= twice
    }
}

/// The upper end is no more than so many times the lower one.
fn is_within(low: Amount, high: Amount, times: i64) -> bool {
    high.decimal() <= low.decimal() * Decimal::from(times)
}

/// `from 0 to 62 mph`: what a vehicle runs through, no change that is told.
fn is_from_rest(first: &Measured, last: &Measured) -> bool {
    first.amount() == Amount::ZERO && last.measure.as_ref().is_some_and(|m| m.dimension == Dimension::Speed)
}
