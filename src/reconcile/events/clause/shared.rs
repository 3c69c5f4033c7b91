//! What all sentences on one event tell, and the places and counts that only some of them have.

use std::ops::Range;

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use super::{Clause, LOCATING, Part, SETS, is_number};
use crate::lexicon::class;
use crate::text::Token;

/// The most tokens of a number with what hyphens join to it: `six-year-old`.
const MOST_JOINED: usize = 6;

impl Clause<'_> {
    /// Sets the words that all sentences on the event have: only places and counts among them are told.
    pub fn share(&mut self, common: &FxHashSet<CompactString>) {
        self.common = Some(common.clone());
    }

    /// All sentences on the event have the word.
    pub fn is_common(&self, i: usize) -> bool {
        self.common.as_ref().is_none_or(|c| c.contains(self.word(i).to_lowercase().as_str()))
    }

    /// A place that not all sentences tell: "| in Lowick".
    pub fn is_place_of_few(&self, at: usize, phrase: Range<usize>) -> bool {
        let last = phrase.end.saturating_sub(1);
        let street = || self.word(at) == "on" && self.tokens.get(last).is_some_and(|t| t.is(class::PLACE_WORD));
        let leads = self.tokens.get(at).is_some_and(|t| SETS.has(t, LOCATING)) || street();
        leads && self.is_capital(last) && !self.is_common(last)
    }

    /// A token of a phrase that is neither the claim nor another time.
    pub fn is_told(&self, i: usize) -> bool {
        match self.part(i) {
            Some(Part::Own | Part::Time) | None => false,
            Some(Part::Owning) => i > 0 && !matches!(self.parts[i - 1], Part::Own | Part::Time),
            _ => self.common.is_none() || !self.is_count_of_few(i),
        }
    }

    /// It belongs to a number that not all sentences tell: "| 214 | passengers", "a | six-year-old | boy", "| more than | 200", "| 5 meters
    /// |".
    fn is_count_of_few(&self, i: usize) -> bool {
        const MEASURE: usize = 6;
        let from = i.saturating_sub(MEASURE);
        (from..=(i + 2).min(self.len() - 1)).any(|n| self.count_at(n).is_some_and(|c| c.contains(&i)))
    }

    /// The tokens of the number that begins here, with what hedges it and its unit; none where all tell it, or where it is a name: "Route
    /// 52".
    fn count_at(&self, i: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 4;
        let number = |i: usize| self.tokens.get(i).is_some_and(is_number);
        let sign = |i: usize| matches!(self.word(i), "$" | "€" | "£" | "#");
        let label = |i: usize| self.is_capital(i) && self.is(i, Part::Noun) || self.tokens[i].is(class::LABEL);
        // "79th", "one day"
        let other = |i: usize| self.word(i) == "one" || self.tokens[i].is(class::ORDINAL) || self.is_glued_word(i + 1);
        let behind = |i: usize| number(i) || label(i) || matches!(self.word(i), "-" | "." | "/");
        // "9/11"
        let parted = self.word(i + 1) == "/";
        if !number(i) || other(i) || parted || self.is_common(i) || i > 0 && behind(i - 1) {
            return None;
        }
        let mut start = i - usize::from(i > 0 && sign(i - 1));
        while start > 0
            && i - start < 3
            && (self.tokens[start - 1].is(class::HEDGE) || matches!(self.word(start - 1), "than" | "magnitude"))
        {
            start -= 1;
        }
        let mut end = (i + 1..i + LONGEST).find(|i| !number(*i)).unwrap_or(i + LONGEST);
        while end < i + MOST_JOINED && self.is_hyphen(end) {
            end += 2;
        }
        let measured = |t: &Token| t.is(class::UNIT) || matches!(t.text(self.text), "%" | "times" | "percent" | "magnitude");
        end += usize::from(self.tokens.get(end).is_some_and(measured));
        let named = self.is_capital(end) || matches!(self.word(end), "block" | "of");
        (!named).then_some(start..end)
    }

    fn is_glued_word(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is_word() && t.glued())
    }

    /// The phrase has a number that not all sentences tell.
    pub fn counts(&self, phrase: Range<usize>) -> bool {
        self.common.is_some() && phrase.into_iter().any(|i| self.is_count_of_few(i))
    }
}
