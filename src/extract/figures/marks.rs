//! Units that are written in short: `6'2"`, `5’4”`, `a 15.4" screen`, `0.68 in or 17 mm`, `.38-caliber`.

use crate::text::form;
use crate::value::number::{Form, number};
use crate::value::{Amount, Dimension};

use super::measure::{Measure, Measured};
use super::reader::Reader;

/// Tokens before a mark within which a quotation that it would close must begin.
const QUOTED: usize = 40;

impl Reader<'_> {
    /// `6'2"`, `5’4”`: feet and inches with marks for units.
    pub fn feet_in_marks(&self, m: &mut Measured) {
        const TALLEST: i64 = 8;
        let end = m.number.tokens.end;
        let feet = m.measure.is_none() && m.number.amount.is_whole() && m.number.amount <= Amount::from(TALLEST);
        if !feet || !self.is_mark(end, &['\'', '’', '′']) || !self.tokens.get(end + 1).is_some_and(|t| t.glued() && t.is_number()) {
            return;
        }
        let inches = number(self.tokens, &self.lexicon.numbers, end + 1).filter(|n| n.form != Form::Ordinal && n.amount < Amount::from(12));
        if let Some(inches) = inches {
            m.measure = Some(Measure { unit: "foot".into(), dimension: Dimension::Length });
            self.add_inches(m, &inches);
            m.tokens.end += usize::from(self.is_mark(m.tokens.end, &['"', '”', '″']));
        }
    }

    /// A double mark behind digits is an inch where no quotation is open that it could close: `a 15.4" screen`, `a 55” set`.
    pub fn inches_in_mark(&self, m: &mut Measured) {
        let end = m.number.tokens.end;
        let bare = m.measure.is_none() && m.number.form == Form::Digits && !m.number.scaled && m.tokens.end == end;
        if bare && self.is_mark(end, &['"', '”']) && !self.is_quotation_open(m.tokens.start) {
            m.measure = Some(Measure { unit: "inch".into(), dimension: Dimension::Length });
            m.tokens.end = end + 1;
        }
    }

    /// `in` is the unit where the length is said again in another: `0.68 in or 17 mm`, `0.7 in (18 mm)`. The index behind it.
    pub fn inch_said_again(&self, at: usize) -> Option<usize> {
        let again = self.tokens.is(at + 1, "or") || self.tokens.get(at + 1).is_some_and(|t| t.is_punct('('));
        let part =
            number(self.tokens, &self.lexicon.numbers, at + 2).filter(|n| again && self.tokens.is(at, "in") && n.form == Form::Digits)?;
        let (_, unit) = self
            .lexicon
            .units
            .by_symbol(self.tokens, part.tokens.end)
            .or_else(|| self.lexicon.units.by_words(self.tokens, part.tokens.end))?;
        (Dimension::named(unit.dimension) == Dimension::Length).then_some(at + 1)
    }

    /// `.38-caliber`: hundredths of an inch, as `38-caliber` is.
    pub fn parts_of_caliber(&self, m: &mut Measured) {
        let part = m.number.amount > Amount::ZERO && m.number.amount < Amount::ONE && m.number.form == Form::Digits;
        let whole = m.measure.as_ref().filter(|m| part && m.unit == "caliber").and_then(|_| m.number.amount.over(m.number.step));
        if let Some(whole) = whole {
            (m.number.amount, m.number.step) = (whole, Amount::ONE);
        }
    }

    fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.tokens.get(at).filter(|t| t.glued()).and_then(|t| t.punct()).is_some_and(|c| marks.contains(&c))
    }

    /// A mark that opens a quotation stands before token `at`, and none behind it that closes it.
    fn is_quotation_open(&self, at: usize) -> bool {
        for i in (at.saturating_sub(QUOTED)..=at).rev() {
            let t = &self.tokens.all[i];
            if i < at && t.punct().is_some_and(|c| matches!(c, '“' | '”')) {
                return t.is_punct('“');
            }
            if i < at && t.is_punct('"') {
                return !t.glued() || i == 0 || self.tokens.all[i - 1].punct().is_some_and(|c| matches!(c, '(' | '—' | '-' | '['));
            }
            if t.has(form::PARAGRAPH) {
                return false;
            }
        }
        true
    }
}
