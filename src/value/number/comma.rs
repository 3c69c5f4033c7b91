//! The decimal comma of other languages: `3,4 %`, `1.234,56 EUR`. Without what tells it from a list, a comma parts two numbers.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Reader, parse_digits};
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::{class, lexicon};
use crate::value::Amount;

/// Decimals behind a comma; three digits are a group of thousands.
const MOST_DECIMALS: usize = 2;

impl Reader<'_> {
    /// One or two digits behind a comma that is glued to both sides, where a unit, a currency or a scale says that they are decimals, or
    /// thousands with a stop go before (`thousands`: their value). The index behind it.
    pub(super) fn decimal_comma(
        &self,
        whole: Range<usize>,
        thousands: Option<Amount>,
        value: &mut Decimal,
        step: &mut Decimal,
    ) -> Option<usize> {
        let end = self.comma_end(whole.end)?;
        let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let shown = |first: &str| plain(first) && !self.is_in_list(whole.start) && self.is_measured(whole.clone(), end);
        if thousands.is_none() && !shown(self.tokens.str(whole.start)) {
            return None;
        }
        let (digits, _) = parse_digits(self.tokens.str(end - 1))?;
        let places = self.tokens.str(end - 1).len() as u32;
        let unit = Decimal::new(1, places);
        let base = thousands.map_or(*value, Amount::decimal);
        (*value, *step) = (base.checked_add(digits.checked_mul(unit)?)?, unit);
        Some(end)
    }

    /// Behind the comma at token `at` and its decimals, with no further number in the row.
    fn comma_end(&self, at: usize) -> Option<usize> {
        let glued = |i: usize| self.tokens.get(i).filter(|t| t.glued());
        let digits = glued(at).filter(|t| t.is_punct(',')).and_then(|_| glued(at + 1)).filter(|t| t.is_number())?;
        let decimals = (1..=MOST_DECIMALS).contains(&((digits.end - digits.start) as usize));
        let more = glued(at + 2).is_some_and(|t| t.is_punct(',')) && glued(at + 3).is_some_and(|t| t.is_number());
        (decimals && !more).then_some(at + 2)
    }

    /// Another number leans on it from before: `1,2,3`.
    fn is_in_list(&self, at: usize) -> bool {
        at > 1 && self.tokens.all[at].glued() && self.tokens.all[at - 1].is_punct(',') && self.tokens.all[at - 2].is_number()
    }

    /// A unit, a currency or a scale stands at the number, or at the other end of its range: `3,4 to 3,8 %`.
    fn is_measured(&self, whole: Range<usize>, end: usize) -> bool {
        let before = whole.start.checked_sub(1).is_some_and(|b| lexicon().currencies.by_sign(self.tokens.str(b)).is_some());
        let joins = self.tokens.is_any(end, &["and", "to"]) || self.tokens.get(end).is_some_and(|t| t.is_punct('-') || t.is_punct('–'));
        let other = || self.comma_end(end + 2).is_some_and(|other| self.is_unit(other));
        // "of the 12,40 percent were women"
        let two = self.tokens.str(end - 1).len() == MOST_DECIMALS && self.tokens.str(whole.start) != "0";
        let two = two && !self.is_money(before, end) && !self.is_word_of_unit(end);
        let row = two || follow_each_other(self.tokens.str(whole.start), self.tokens.str(end - 1)) && self.is_word_of_unit(end);
        !row && (before || self.is_unit(end) || joins && other())
    }

    /// A unit in words, which may as well stand behind two numbers: `2,3 days`.
    fn is_word_of_unit(&self, at: usize) -> bool {
        lexicon().units.by_words(self.tokens, at).is_some_and(|(_, unit)| unit.dimension != "share" && unit.dimension != "share_points")
    }

    /// Two decimals are written of money, where a sign or a word of a currency, or a scale, stands at them.
    fn is_money(&self, before: bool, end: usize) -> bool {
        let scale = matches!(self.word(end), Some(NumberWord::Scale(_)));
        let currencies = &lexicon().currencies;
        before || scale || currencies.by_words(self.tokens, end).is_some() || currencies.by_sign(self.tokens.str(end)).is_some()
    }

    fn is_unit(&self, at: usize) -> bool {
        let Some(t) = self.tokens.get(at).filter(|t| !t.is(class::PREPOSITION | class::ARTICLE)) else { return false };
        let (units, currencies) = (&lexicon().units, &lexicon().currencies);
        let scale = matches!(self.word(at), Some(NumberWord::Scale(_))) || matches!(self.word(at), Some(NumberWord::Short(_))) && t.glued();
        scale
            || t.is_punct('%')
            || units.by_words(self.tokens, at).is_some()
            || units.by_symbol(self.tokens, at).is_some()
            || currencies.by_words(self.tokens, at).is_some()
            || currencies.by_sign(self.tokens.str(at)).is_some()
    }
}

/// `2,3 days` may be two numbers in a row.
fn follow_each_other(before: &str, behind: &str) -> bool {
    let digit = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() == 1);
    digit(before).zip(digit(behind)).is_some_and(|(a, b)| a + 1 == b)
}
