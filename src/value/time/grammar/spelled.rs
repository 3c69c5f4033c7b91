//! Years that are not written with four digits: in words, or by their last two digits behind an apostrophe.

use super::{Read, Reader};
use crate::lexicon::class;
use crate::lexicon::temporal::TimeWord;
use crate::value::time::expr::{Cell, Expr, YearRef};

impl Reader<'_> {
    /// `nineteen eighty-six`, `seventeen hundred and thirty-three`, `two thousand and eighteen`, behind a month or season.
    pub(super) fn spelled_year(&self, at: usize) -> Read<i16> {
        let (head, end) = self.spelled_number(at)?;
        let (year, end) = match head {
            1 | 2 if self.is(end, "thousand") => self.behind_thousand(1000 * head, end + 1)?,
            10..=21 if self.is(end, "hundred") => self.plus_tail(100 * head, self.skip(end + 1, &["and"]))?,
            10..=21 => self.plus_tail(100 * head, end).filter(|(year, _)| year % 100 >= 10)?,
            _ => return None,
        };
        (!self.counts(end)).then_some((year, end))
    }

    /// `and eighteen`, `seven hundred and eighty-nine`.
    fn behind_thousand(&self, thousands: i16, at: usize) -> Read<i16> {
        match self.spelled_number(at) {
            Some((n @ 1..=9, end)) if self.is(end, "hundred") => {
                let hundreds = thousands + 100 * n;
                self.plus_tail(hundreds, self.skip(end + 1, &["and"])).or(Some((hundreds, end + 1)))
            }
            _ => self.plus_tail(thousands, self.skip(at, &["and"])),
        }
    }

    fn plus_tail(&self, hundreds: i16, at: usize) -> Read<i16> {
        self.spelled_number(at).map(|(tail, end)| (hundreds + tail, end))
    }

    /// A number below a hundred in words.
    fn spelled_number(&self, at: usize) -> Read<i16> {
        let TimeWord::Number(1..=90) = self.word(at)? else { return None };
        let (n, end) = self.cardinal(at).filter(|_| !self.is_any(at, &["couple", "dozen"]))?;
        Some((i16::try_from(n).ok()?, if self.is(end - 1, "of") { end - 1 } else { end }))
    }

    /// `’87` behind a month or season; of this century up to 29.
    pub(super) fn short_year(&self, at: usize) -> Read<i16> {
        let number = Some(self.skip_apostrophe(at)).filter(|n| *n > at)?;
        let n = self.digits(number).filter(|_| !self.is_plural_suffix(number + 1))?;
        Some((if n < 30 { 2000 + n } else { 1900 + n }, number + 1))
    }

    /// The `08` of `in ’08`, `the ’08 election`.
    pub(super) fn year_behind_apostrophe(&self, at: usize) -> Read<Expr> {
        let mark = at.checked_sub(1).filter(|m| *m > 0 && !self.is_glued(*m) && self.skip_apostrophe(*m) == at)?;
        let led = self.has_class(mark - 1, class::PREPOSITION | class::ARTICLE);
        let quoted = |end: usize| self.is_quote(end) || self.is_capital(end) || self.is_dash(end) && self.is_glued(end);
        let (year, end) = self.short_year(mark).filter(|(_, end)| led && !self.counts(*end) && !quoted(*end))?;
        Some((Expr::InYear(Cell::Whole, YearRef::Given(year)), end))
    }
}
