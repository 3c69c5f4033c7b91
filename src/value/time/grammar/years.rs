//! Years, decades and centuries.

use super::{Read, Reader};
use crate::lexicon::class;
use crate::lexicon::temporal::{TimeWord, Unit, YearCue};
use crate::text::{Kind, Token, form};
use crate::value::time::Point;
use crate::value::time::expr::{Cell, Expr, YearRef};

impl Reader<'_> {
    /// A year where one is expected (behind a month): four digits, or fewer with BC or AD.
    pub(super) fn written_year(&self, at: usize) -> Read<i16> {
        let n = self.digits(at)?;
        if let Some((bc, end)) = self.era(at + 1) {
            return Some((if bc { 1 - n } else { n }, end));
        }
        (self.digit_count(at) == 4 && (1000..=2199).contains(&n) && !self.is_plural_suffix(at + 1)).then_some((n, at + 1))
    }

    /// BC or BCE (true), AD or CE (false).
    fn era(&self, at: usize) -> Read<bool> {
        let bc = self.is_any(at, &["bc", "bce", "b.c.", "b.c.e.", "b.c"]);
        let ad = self.is_any(at, &["ad", "ce", "a.d."]) && self.tokens.get(at).is_some_and(Token::is_capital);
        (bc || ad).then_some((bc, at + 1))
    }

    /// The `s` of `1990s`, with or without an apostrophe.
    pub(super) fn is_plural_suffix(&self, at: usize) -> bool {
        self.is_glued(at)
            && (self.is(at, "s")
                || self.tokens.get(at).is_some_and(|t| t.kind == Kind::Clitic)
                || self.is_punct(at, '\'') && self.is(at + 1, "s")
                || self.is_punct(at, '’') && self.is(at + 1, "s"))
    }

    fn behind_plural_suffix(&self, at: usize) -> usize {
        if self.is(at, "s") || !self.is(at + 1, "s") { at + 1 } else { at + 2 }
    }

    /// `1990s`, `the 480s BC`, `the '90s`; the `1200s` are a century, not its first ten years.
    pub(super) fn decade(&self, at: usize) -> Read<Expr> {
        let n = self.digits(at)?;
        if n % 10 != 0 || !self.is_plural_suffix(at + 1) {
            return None;
        }
        let end = self.behind_plural_suffix(at + 1);
        if let Some((true, end)) = self.era(end) {
            return Some((Expr::Years(1 - n - 9, 1 - n), end));
        }
        match self.digit_count(at) {
            4 if n % 100 == 0 && (1000..=1800).contains(&n) => Some((Expr::Fixed(Point::Century(n / 100)), end)),
            4 if (1000..=2190).contains(&n) => Some((Expr::Fixed(Point::Decade(n / 10)), end)),
            2 if n > 0 && self.tells_decade(at) => Some((Expr::Tens((n / 10) as i8), end)),
            _ => None,
        }
    }

    /// `the 70s` and `'90s`, but not `in his 70s`.
    fn tells_decade(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let owned = self.has_class(before, class::DETERMINER) && !self.is(before, "the");
        let near = |i: usize| matches!(self.word(i), Some(TimeWord::Near));
        let the = self.is(before, "the") || near(before) && before > 0 && self.is(before - 1, "the");
        !owned
            && (the
                || self.is_punct(before, '\'')
                || self.is_punct(before, '’')
                || self.is_punct(before, '‘')
                || self.is_dash(before) && before > 1 && near(before - 1) && self.is(before - 2, "the"))
    }

    /// `century` behind an ordinal: `19th century`, `fifth-century`, `4th century BC`.
    pub(super) fn century_behind(&self, n: i8, at: usize) -> Read<Expr> {
        let at = self.skip_hyphen(at);
        if n < 1 || !matches!(self.unit(at), Some((Unit::Century, _))) {
            return None;
        }
        let n = i16::from(n);
        match self.era(at + 1) {
            Some((true, end)) => Some((Expr::Years(1 - 100 * n, -100 * (n - 1)), end)),
            Some((false, end)) => Some((Expr::Fixed(Point::Century(n - 1)), end)),
            None => Some((Expr::Fixed(Point::Century(n - 1)), at + 1)),
        }
    }

    /// A year that stands alone: `in 2003`, `the 1848 revolutions`, `(1861–1865)`, `499 BC`. Not four digits that count something.
    pub(super) fn bare_year(&self, at: usize) -> Read<Expr> {
        let whole = |y: i16| Expr::InYear(Cell::Whole, YearRef::Given(y));
        let n = self.digits(at)?;
        if let Some((bc, end)) = self.era(at + 1) {
            return (n > 0).then_some((whole(if bc { 1 - n } else { n }), end));
        }
        if let Some(bc) = self.shared_era(at) {
            return Some((whole(if bc { 1 - n } else { n }), at + 1));
        }
        if (self.is_of_our_era(at) || at > 2 && self.is_any(at - 1, &["and", "to", "or"]) && self.is_of_our_era(at - 2)) && n > 0 {
            return Some((whole(n), at + 1));
        }
        let plausible = self.digit_count(at) == 4 && (1000..=2199).contains(&n);
        (plausible && !self.counts_something(at, n)).then_some((whole(n), at + 1))
    }

    /// The era that a second number carries for both: `499–493 BC`, `264 to 241 BC`, `496 and 495 BC`.
    fn shared_era(&self, at: usize) -> Option<bool> {
        let joined = self.is_dash(at + 1) || self.is_any(at + 1, &["to", "and", "or", "until"]);
        let second = if joined { at + 2 } else { return None };
        self.digits(second)?;
        self.era(second + 1).map(|(bc, _)| bc).filter(|bc| *bc)
    }

    /// `AD`, `A.D.` stands before the number.
    fn is_of_our_era(&self, at: usize) -> bool {
        at > 0 && self.is_number(at) && matches!(self.era(at - 1), Some((false, _)))
    }

    /// Whether a number of four digits is an amount, a part of another number or a name rather than a year.
    fn counts_something(&self, at: usize, n: i16) -> bool {
        if self.is_part_of_number(at) || self.is_numbered(at) || self.is_measured(at + 1) || self.is_of_product(at) {
            return true;
        }
        let round = |i: usize| self.digits(i).is_some_and(|n| n % 100 == 0);
        let counted = self.is_counted_noun(at + 1) && (!self.leads_year(at) || at > 1 && self.is(at - 1, "to") && round(at - 2));
        let both = self.is_any(at + 1, &["to", "or"]) && round(at + 2) && self.is_counted_noun(at + 3);
        if n % 100 == 0 && (counted || both) {
            return true;
        }
        let likely = (1500..=2049).contains(&n) && (n % 100 != 0 || (1900..=2000).contains(&n));
        !likely && !self.leads_year(at) && !self.is_marked_off(at)
    }

    /// `$2025`, `"1984"`, `2025%`, `A2025`, `+2025-1986-32` are no years.
    fn is_part_of_number(&self, at: usize) -> bool {
        if self.is_punct(at + 1, '%') || self.is_glued(at + 1) && self.tokens.get(at + 1).is_some_and(|t| t.is_word() || t.is_number()) {
            return true;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        let Some(t) = self.tokens.get(before) else { return false };
        let money = t.is(class::CURRENCY) || t.punct().is_some_and(is_currency_mark);
        let glued = self.is_glued(at) && (t.is_word() || t.is_number() || t.punct().is_some_and(|c| matches!(c, '.' | '#' | '+' | '/')));
        let chained =
            self.is_dash(before) && self.is_glued(before) && self.is_dash(at + 1) && self.is_glued(at + 2) && self.is_number(at + 2);
        let dialled = self.is_dash(before) && self.is_glued(at) && before > 0 && self.digit_count(before - 1) == 3;
        money || glued || chained || dialled || self.is_quote(before) && self.is_quote(at + 1)
    }

    pub(super) fn is_quote(&self, at: usize) -> bool {
        ['"', '“', '”', '‘', '’', '\''].iter().any(|c| self.is_punct(at, *c))
    }

    fn has_cue(&self, at: usize, cue: YearCue) -> bool {
        self.tokens.get(at).is_some_and(|t| self.words.year_cue(t) == Some(cue))
    }

    /// `No. 2025`, `flight 1907`, `more than 1900`.
    fn is_numbered(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if self.is(before, "of") && before > 0 && self.is_any(before - 1, &["average", "total", "maximum", "minimum", "sum"]) {
            return true;
        }
        let bound = self.is(before, "than") && before > 0 && self.is_any(before - 1, &["later", "earlier", "sooner"]);
        self.has_cue(before, YearCue::Numbered) && !bound || self.is_punct(before, '.') && before > 0 && self.is(before - 1, "no")
    }

    /// A unit or counted noun behind it: `1998 miles`, `1914 soldiers`.
    fn is_measured(&self, at: usize) -> bool {
        self.has_class(at, class::UNIT) && !self.is_any(at, &["a", "in", "to", "point"])
            || self.has_cue(at, YearCue::Counted)
            || self.half_day(at).is_some()
    }

    /// One side of a size, or a number with a unit written as a symbol: `1920 x 1200`, `1066 MHz`.
    fn is_of_product(&self, at: usize) -> bool {
        const SYMBOLS: [&str; 9] = ["x", "×", "mhz", "ghz", "khz", "rpm", "px", "dpi", "cc"];
        self.is_any(at + 1, &SYMBOLS) || at > 1 && self.is_any(at - 1, &SYMBOLS[..2]) && self.tokens.all[at - 2].is_number()
    }

    /// A plural in lower case: `2000 pieces`.
    fn is_counted_noun(&self, at: usize) -> bool {
        self.is_plural(at)
            && self.tokens.get(at).is_some_and(|t| t.is_word() && !t.is_capital() && !t.is(class::AUXILIARY | class::PREPOSITION))
    }

    /// The word before a year is one that often leads to one.
    fn leads_year(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.has_cue(before, YearCue::Leads)
            || matches!(self.word(before), Some(TimeWord::Month { .. } | TimeWord::Season(_) | TimeWord::Near))
    }

    /// Alone in brackets, on its line or between marks.
    fn is_marked_off(&self, at: usize) -> bool {
        let opens = at.checked_sub(1).is_none_or(|b| ['(', ',', '['].iter().any(|c| self.is_punct(b, *c)) || self.is_dash(b));
        let closes = self
            .tokens
            .get(at + 1)
            .is_none_or(|t| t.has(form::LINE) || t.punct().is_some_and(|c| matches!(c, ')' | ',' | '-' | '–' | ':' | ']' | ';' | '.')));
        opens && closes
    }
}

fn is_currency_mark(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '₽' | '₴' | '₹')
}
