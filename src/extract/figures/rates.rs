//! Rates: what a figure is divided by. `$3 a gallon`, `casualties a month`, `per capita`, `barrels-a-day`.

use super::reader::Reader;
use crate::lexicon::{class, word_sets};

word_sets! {
    /// What prices and loads are given per, besides units of measure.
    BASE = 0: "base_of_rate";
}

impl Reader<'_> {
    /// The base of a rate at token `at`: the index behind it, and its name.
    pub fn rate(&self, at: usize) -> Option<(usize, String)> {
        let t = self.tokens.get(at)?;
        if t.is_punct('/') && t.glued() && self.tokens.get(at + 1)?.glued() {
            return self.base(at + 1);
        }
        let at = self.joint(at)?;
        if self.tokens.is(at, "apiece") && self.is_of_shares(at) {
            return Some((at + 1, "share".to_owned()));
        }
        let each = self.tokens.is_any(at + 1, &["each", "every"]);
        let at = at + usize::from(self.tokens.is(at, "for") && each && self.tokens.is(at + 2, "share"));
        let per = ["per", "each", "every"].iter().any(|w| self.tokens.is(at, w));
        if self.tokens.is(at, "per") && self.tokens.is(at + 1, "annum") {
            return Some((at + 2, "year".to_owned()));
        }
        if !per && !self.tokens.is(at, "a") && !self.tokens.is(at, "an") {
            return None;
        }
        let next = self.joint(at + 1)?;
        let base = self.base(next);
        if base.is_none() && self.tokens.is(at, "per") && self.is_noun_like(next) {
            return Some((next + 1, self.lower(&self.tokens.all[next])));
        }
        base
    }

    /// A word for shares stands shortly before: "shareholders are to receive 3 euros apiece".
    fn is_of_shares(&self, at: usize) -> bool {
        const REACH: usize = 12;
        let words = ["dividend", "shareholder", "shareholders", "shares", "stockholders"];
        (at.saturating_sub(REACH)..at).any(|i| self.tokens.is_any(i, &words))
    }

    fn base(&self, at: usize) -> Option<(usize, String)> {
        if let Some((n, unit)) = self.lexicon.units.by_words(self.tokens, at) {
            let one = self.tokens.get(at).is_some_and(|t| t.is(class::UNIT))
                && !self.lexicon.plurals.is_plural(&self.lower(&self.tokens.all[at + n - 1]));
            let age = self.tokens.get(at + n).is_some_and(|t| t.is_punct('-') && t.glued());
            let ago = ["ago", "earlier", "later", "before", "after", "old"].iter().any(|w| self.tokens.is(at + n, w));
            let more = (self.tokens.is(at + n, "or") || self.tokens.is(at + n, "and"))
                && (self.tokens.is(at + n + 1, "two") || self.tokens.is(at + n + 1, "a"));
            return (one && !age && !ago && !more).then(|| (at + n, unit.name.to_owned()));
        }
        if let Some((n, unit)) = self.lexicon.units.by_symbol(self.tokens, at) {
            return Some((at + n, unit.name.to_owned()));
        }
        let word = self.tokens.get(at).filter(|t| SETS.has(t, BASE))?;
        Some((at + 1, self.lower(word)))
    }
}
