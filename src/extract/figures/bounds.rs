//! Hedges and bounds around a number: `about`, `at least`, `or more`, `+`, `-plus`.

use crate::lexicon::{class, word_sets};
use crate::text::Token;
use crate::value::{Dimension, Hedge};

use super::reader::Reader;

word_sets! {
    /// Verbs of going beyond a number.
    PASSING = 0: "passing";
    /// Nouns of what may go beyond a number.
    TALLY = 1: "tally";
    /// Words behind which `about` leads a topic.
    TOPIC = 2: "leads_topic";
    /// Verbs of reaching over a length.
    EXTENDING = 3: "extending";
    /// Words before `over` when it tells how much or how long, besides participles.
    LASTING = 4: "before_over";
    /// Verbs of passing over something.
    MOVING_OVER = 5: "moving_over";
}

impl Reader<'_> {
    /// The hedge that ends right before token `at`: where it begins (behind an article that parts it from the number, where the
    /// number begins), and what it says.
    pub fn hedge_before(&self, at: usize) -> Option<(usize, Hedge)> {
        let direct = self.one_hedge(at);
        if let Some((start, hedge)) = direct {
            return Some(match self.one_hedge(start) {
                Some((outer, bound)) => (outer, bound),
                None => (start, hedge),
            });
        }
        let between = at.checked_sub(1).filter(|&i| ["a", "an", "another", "just", "only"].iter().any(|w| self.tokens.is(i, w)))?;
        let (_, hedge) = self.one_hedge(between)?;
        Some((at, hedge))
    }

    /// The hedge right before token `at`.
    pub fn one_hedge(&self, at: usize) -> Option<(usize, Hedge)> {
        let before = self.tokens.get(at.checked_sub(1)?)?;
        let sign = match before.punct() {
            Some('~' | '≈') => Some(Hedge::About),
            Some('>') => Some(Hedge::Over),
            Some('≥') => Some(Hedge::AtLeast),
            Some('<') => Some(Hedge::Under),
            Some('≤') => Some(Hedge::AtMost),
            _ => None,
        };
        if let Some(hedge) = sign {
            return Some((at - 1, hedge));
        }
        if before.is_punct('-') && before.glued() && at > 1 && self.tokens.is(at - 2, "sub") {
            return Some((at - 2, Hedge::Under));
        }
        if self.goes_past(at - 1) {
            return Some((at - 1, Hedge::Over));
        }
        let (start, name) = self.lexicon.hedges.before(self.tokens.all, at)?;
        if self.tells_topic(start, at) || self.lies_beneath(start, at) {
            return None;
        }
        Some((start, Hedge::named(name)?))
    }

    /// The verb at token `at` says that what is counted before it goes beyond a number: `the toll passes 500`, `deaths topped 40`.
    fn goes_past(&self, at: usize) -> bool {
        const REACH: usize = 4;
        self.tokens.is_in(at, &SETS, PASSING) && (at.saturating_sub(REACH)..at).any(|i| self.tokens.is_in(i, &SETS, TALLY))
    }

    /// `learned about two programs`: `about` says what it is about.
    fn tells_topic(&self, start: usize, end: usize) -> bool {
        end == start + 1 && start > 0 && self.tokens.is(start, "about") && self.tokens.is_in(start - 1, &SETS, TOPIC)
    }

    /// `jumped over two fences`: what is counted is what somebody or something passes. A measure has parts.
    fn lies_beneath(&self, start: usize, end: usize) -> bool {
        const FEW: [&str; 3] = ["two", "three", "four"];
        let thing = |t: &Token| {
            let measured = t.is(class::UNIT | class::NUMBER | class::TEMPORAL | class::CURRENCY | class::ADVERB | class::FUNCTION);
            t.is_word() && !measured && !self.tokens.is_any(end + 1, &["percentage", "point", "points", "time", "times"])
        };
        let moves = start > 0 && self.tokens.is_in(start - 1, &SETS, MOVING_OVER);
        let alone = moves && end == start + 1 && self.tokens.is(start, "over") && self.tokens.is_any(end, &FEW);
        alone && self.tokens.get(end + 1).is_some_and(thing)
    }

    /// The hedge at token `at`, behind a number: `or more`, `+`, `-plus`; the index behind it.
    pub fn hedge_behind(&self, at: usize) -> Option<(usize, Hedge)> {
        let t = self.tokens.get(at)?;
        if t.glued() && t.is_punct('+') {
            return Some((at + 1, Hedge::AtLeast));
        }
        let next = self.joint(at)?;
        // "a three-hour plus meeting", but "60 people plus staff"
        let open = !self
            .tokens
            .get(next + 1)
            .is_some_and(|t| t.is_number() || t.is_capital() || t.is(class::NUMBER | class::ARTICLE | class::DETERMINER));
        let length = at > 1 && self.tokens.all[at - 1].is(class::UNIT) && self.tokens.all[at - 2].is_punct('-') && open;
        if (next > at || length) && self.tokens.is(next, "plus") {
            return Some((next + 1, Hedge::AtLeast));
        }
        if next > at && self.tokens.is(next, "odd") {
            return Some((next + 1, Hedge::About));
        }
        let (n, name) = self.lexicon.hedges.after(self.tokens.all, at).filter(|_| next == at && !self.tokens.is(at, "odd"))?;
        // "5,000 or more than 4,500": a bound of the next number.
        if self.tokens.is(at + n, "than") {
            return None;
        }
        Some((at + n, Hedge::named(name)?))
    }

    /// `over` before a span of time or a length that follows another figure or a noun is a preposition (`cut 500 jobs over 3 years`, `rose
    /// in value over three days`, `leads over 20 km`), as it is at the head of a sentence; not behind another verb or a preposition
    /// (`waited over two hours`, `for over a year`).
    pub fn is_period(&self, hedge_at: usize, dimension: Dimension) -> bool {
        let spans = matches!(dimension, Dimension::Duration | Dimension::Length);
        spans
            && self.tokens.is(hedge_at, "over")
            && (hedge_at == 0 || self.tokens.all[hedge_at].is_capital() || {
                let before = &self.tokens.all[hedge_at - 1];
                let counted = before.is_number()
                    || before.is(class::UNIT | class::CURRENCY)
                    || before.punct().is_some()
                    || self.tokens.is(hedge_at - 1, "more");
                let extends = dimension == Dimension::Length && self.tokens.is_in(hedge_at - 1, &SETS, EXTENDING);
                let noun = before.is_word() && !before.is(class::FUNCTION | class::ADVERB | class::VERB | class::TENSE);
                // a canal over 20 km; but snow fell over 12 inches
                let named = dimension == Dimension::Duration || hedge_at > 1 && self.tokens.all[hedge_at - 2].is(class::ARTICLE);
                counted || extends || noun && named && !is_verb_form(self.tokens.str(hedge_at - 1))
            })
    }
}

fn is_verb_form(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with("ing") || SETS.holds(word, LASTING)
}
