//! What single tokens and small groups of them say: numbers, ordinals, months, prepositions.

use jiff::civil::Weekday;

use super::{Read, Reader};
use crate::lexicon::temporal::{TimeWord, Unit};
use crate::lexicon::{WordSets, class};
use crate::text::{Kind, Token, form};

impl Reader<'_> {
    pub(super) fn word(&self, at: usize) -> Option<TimeWord> {
        self.words.of(self.tokens.get(at)?)
    }
    pub(super) fn is(&self, at: usize, lower: &str) -> bool {
        self.tokens.is(at, lower)
    }
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(at, w))
    }
    /// Whether token `at` is a word of at least one of these sets.
    pub(super) fn is_in(&self, at: usize, of: &WordSets, sets: u32) -> bool {
        self.tokens.is_in(at, of, sets)
    }
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_number)
    }
    pub(super) fn is_punct(&self, at: usize, c: char) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is_punct(c))
    }
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::glued)
    }
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capital)
    }
    pub(super) fn is_dash(&self, at: usize) -> bool {
        ['-', '–', '—', '−'].iter().any(|c| self.is_punct(at, *c))
    }
    pub(super) fn has_class(&self, at: usize, mask: crate::text::Classes) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is(mask))
    }
    /// The index behind an optional word.
    pub(super) fn skip(&self, at: usize, words: &[&str]) -> usize {
        if self.is_any(at, words) { at + 1 } else { at }
    }
    pub(super) fn skip_punct(&self, at: usize, c: char) -> usize {
        if self.is_punct(at, c) { at + 1 } else { at }
    }

    /// The value of a token of digits only.
    pub(super) fn digits(&self, at: usize) -> Option<i16> {
        let text = if self.is_number(at) { self.tokens.str(at) } else { return None };
        if text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
    }

    /// How many digits a number token has, when it has nothing else.
    pub(super) fn digit_count(&self, at: usize) -> usize {
        let text = if self.is_number(at) { self.tokens.str(at) } else { "" };
        if text.bytes().all(|b| b.is_ascii_digit()) { text.len() } else { 0 }
    }

    /// A cardinal: `3`, `twelve`, `twenty-five`, `a`, `a few` (0), `a couple of`.
    pub(super) fn cardinal(&self, at: usize) -> Read<i32> {
        if let Some(n) = self.digits(at) {
            return Some((i32::from(n), at + 1));
        }
        if self.is_any(at, &["a", "an"]) {
            return match self.word(at + 1) {
                Some(TimeWord::Number(_)) => self.cardinal(at + 1),
                _ => Some((1, at + 1)),
            };
        }
        let TimeWord::Number(n) = self.word(at)? else { return None };
        if (20..=90).contains(&n) {
            let ones = self.skip_hyphen(at + 1);
            if let Some(TimeWord::Number(m @ 1..=9)) = self.word(ones) {
                return Some((i32::from(n + m), ones + 1));
            }
        }
        Some((i32::from(n), self.skip(at + 1, &["of"])))
    }

    /// An ordinal from 1 to 31: `3rd`, `third`, `twenty-first`.
    pub(super) fn ordinal(&self, at: usize) -> Read<i8> {
        if let Some(n) = self.digits(at) {
            return (self.has_suffix(at + 1) && n <= 99).then_some((n as i8, at + 2));
        }
        match self.word(at)? {
            TimeWord::Ordinal(n) => Some((n, at + 1)),
            TimeWord::Number(tens @ (20 | 30)) => {
                let ones = self.skip_hyphen(at + 1);
                match self.word(ones)? {
                    TimeWord::Ordinal(n @ 1..=9) => Some((tens as i8 + n, ones + 1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The `st`, `nd`, `rd`, `th` of an ordinal in digits.
    pub(super) fn has_suffix(&self, at: usize) -> bool {
        self.is_glued(at) && self.is_any(at, &["st", "nd", "rd", "th"])
    }

    pub(super) fn skip_hyphen(&self, at: usize) -> usize {
        if self.is_dash(at) && self.is_glued(at) && self.is_glued(at + 1) { at + 1 } else { at }
    }

    pub(super) fn unit(&self, at: usize) -> Read<Unit> {
        match self.word(at)? {
            TimeWord::Unit(unit) => Some((unit, at + 1)),
            _ => None,
        }
    }

    pub(super) fn is_plural(&self, at: usize) -> bool {
        let text = self.tokens.str(at);
        text.ends_with('s') || text.ends_with('S')
    }

    /// A day of the month: `3`, `03`, `3rd`, `third`.
    pub(super) fn day_number(&self, at: usize) -> Read<i8> {
        let (n, end) = match self.ordinal(at) {
            Some((n, end)) => (n, end),
            None => (self.digits(at).filter(|_| self.digit_count(at) <= 2)? as i8, at + 1),
        };
        (1..=31).contains(&n).then_some((n, end))
    }

    pub(super) fn weekday_name(&self, at: usize) -> Read<Weekday> {
        let TimeWord::Weekday { number, doubtful } = self.word(at)? else { return None };
        let end = if doubtful { self.skip_stop(at + 1) } else { at + 1 };
        if doubtful && !self.is_short_weekday(at, end) {
            return None;
        }
        Some((Weekday::from_monday_one_offset(number).ok()?, end))
    }

    /// `Sun`, `Wed`, `Sat`: a day only with a stop, or beside a month or a number.
    fn is_short_weekday(&self, at: usize, end: usize) -> bool {
        let next = self.skip_punct(end, ',');
        let dated = matches!(self.word(next), Some(TimeWord::Month { .. })) || self.has_suffix(next + 1);
        self.is_capital(at) && (dated || end > at + 1 && !self.is_capital(end))
    }

    /// The stop of a short form, when it stands right behind it.
    pub(super) fn skip_stop(&self, at: usize) -> usize {
        if self.is_punct(at, '.') && self.is_glued(at) { at + 1 } else { at }
    }

    /// A month's number. Names that are also words or given names need support from their neighbours.
    pub(super) fn month_name(&self, at: usize) -> Read<i8> {
        let TimeWord::Month { number, doubtful } = self.word(at)? else { return None };
        let short = self.tokens.str(at).len() <= 4 && !self.is_any(at, &["may", "june", "july"]);
        let end = if short { self.skip_stop(at + 1) } else { at + 1 };
        if doubtful && !self.is_supported_month(at, end) {
            return None;
        }
        Some((number, end))
    }

    fn is_supported_month(&self, at: usize, end: usize) -> bool {
        let dated_after = self.day_number(self.skip(end, &["the"])).is_some() || self.year_behind(end).is_some();
        let dated_after = dated_after || self.is_dash(end) && matches!(self.word(end + 1), Some(TimeWord::Month { .. }));
        let dated_before = at > 0 && (self.day_before(at) || self.digit_count(at - 1) == 4);
        if dated_after || dated_before {
            return self.is_capital(at) || dated_after || !self.is_any(at, &["may", "march"]);
        }
        let led = at > 0 && (self.has_class(at - 1, class::PREPOSITION) || self.is_led(at - 1));
        if !self.is_capital(at) {
            return led && !self.is_any(at, &["may", "march", "mar", "dec"]);
        }
        if at > 0 && self.names_march(at, end) {
            return false;
        }
        let starts = at == 0 || self.tokens.get(at).is_some_and(|t| t.has(form::LINE)) || self.is_punct(at - 1, '.');
        let named = at > 0 && self.is_capital(at - 1) && !starts && !self.has_class(at - 1, class::ARTICLE);
        led || !starts && !named && !self.is_capital(end) && !self.is_any(end, &["to", "on", "for"])
    }

    /// `Sherman's March`, `the March to the sea`, `the March.`: not the month, as `the March election` is.
    fn names_march(&self, at: usize, end: usize) -> bool {
        let owned = self.is(at - 1, "the") || self.tokens.get(at - 1).is_some_and(|t| t.kind == Kind::Clitic);
        let alone = self.tokens.get(end).is_none_or(|t| !t.is_word()) || self.has_class(end, class::PREPOSITION);
        owned && alone
    }

    /// The day number before a month: glued dashes and suffixes allowed.
    fn day_before(&self, at: usize) -> bool {
        let number = if self.has_suffix(at - 1) { at.checked_sub(2) } else { at.checked_sub(1) };
        number.is_some_and(|n| self.day_number(n).is_some())
    }

    /// The word before a month says that it is one: `last May`, `late March`, `that April`.
    fn is_led(&self, at: usize) -> bool {
        matches!(self.word(at), Some(TimeWord::Side(_) | TimeWord::Near | TimeWord::Month { .. }))
    }
}
