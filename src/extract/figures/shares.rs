//! Parts of a whole in words: `one in five`, `two out of three`; and when `half` or `one` are no figures.

use rust_decimal::Decimal;

use crate::extract::mention::FigureMention;
use crate::lexicon::{class, word_sets};
use crate::text::form;
use crate::value::number::{Form, Number, number};
use crate::value::{Amount, Dimension};

use super::draft::Draft;
use super::measure::{Measure, Measured};
use super::reader::Reader;

word_sets! {
    /// Before which `one` stands for a thing or for anybody.
    POINTING = 0: "pointing_at_one";
    /// Nouns that `one` only points at: `at one point`.
    LOOSE = 1: "one_in_general";
    /// Nouns of things in a row: `a third term` is not a part of one.
    IN_ORDER = 2: "counted_in_order";
    /// By what one side is ahead.
    SURPLUS = 3: "surplus";
}

impl Reader<'_> {
    /// `in five`, `out of 10`, `of every three` behind a smaller number: the index behind it, the share, its step.
    pub fn share(&self, first: &Measured) -> Option<(usize, Amount, Amount)> {
        if first.measure.is_some() || !first.amount().is_whole() {
            return None;
        }
        let at = first.tokens.end;
        let is = |i: usize, w: &str| self.tokens.is(at + i, w);
        let (skip, sure) = match () {
            () if is(0, "out") && is(1, "of") => (2 + usize::from(is(2, "every")), true),
            () if (is(0, "of") || is(0, "in")) && is(1, "every") => (2, true),
            () if is(0, "in") => (1, false),
            () => return None,
        };
        let whole =
            number(self.tokens, &self.lexicon.numbers, at + skip).filter(|n| n.form != Form::Ordinal && n.amount > first.amount())?;
        let single = first.amount() == Amount::ONE && !self.is_year(at + skip);
        let plain = self.unit_behind(whole.tokens.end, &whole).is_none();
        if !(sure || single && plain) || whole.amount.decimal() > Decimal::from(1_000_000) {
            return None;
        }
        let share = first.amount().over(whole.amount)?;
        let step = Amount::new(share.decimal() / Decimal::from(4));
        Some((whole.tokens.end, share, step))
    }

    /// `a quarter point`, `half-point`: a part of a percentage point, from its article or itself.
    pub fn part_of_point(&self, at: usize) -> Option<FigureMention> {
        let part = at + usize::from(self.tokens.is(at, "a"));
        let parts: i64 = if self.tokens.is(part, "quarter") { 4 } else { 2 };
        if parts == 2 && !self.tokens.is(part, "half") {
            return None;
        }
        let unit_at = self.joint(part + 1)?;
        let (n, _) = self.lexicon.units.by_words(self.tokens, unit_at).filter(|(_, u)| matches!(u.name, "point" | "percentage point"))?;
        let amount = Amount::ONE.over(Amount::from(parts))?;
        let number = Number { tokens: at..part + 1, amount, step: amount.half(), form: Form::Fraction, other: None, scaled: false };
        let measure = Some(Measure { unit: "percentage point".into(), dimension: Dimension::SharePoints });
        let measured = Measured { tokens: at..unit_at + n, number, measure, plus: false, hyphen: false };
        let mut draft = Draft::of(&measured);
        self.qualify(&mut draft, &measured);
        Some(draft.finish())
    }

    /// Numbers that are no figures by their neighbours: `one of`, `that one`, `second half`, `one-sided`.
    pub fn is_no_count(&self, m: &Measured) -> bool {
        let at = m.number.tokens.start;
        if m.number.form == Form::Fraction && m.measure.is_none() {
            return self.is_no_share(m);
        }
        if self.is_result(m) {
            return true;
        }
        if m.measure.is_none() && self.tells_kind(m.number.tokens.end) {
            return true;
        }
        if m.measure.is_none() && self.ends_stretch(at) {
            return true;
        }
        let one = self.tokens.is(at, "one") && m.number.tokens.len() == 1 && m.tokens.start == at;
        if self.tokens.is(at, "zero") && m.measure.is_none() {
            return self.counted(m.tokens.end).is_none();
        }
        one && self.is_pronoun(m) || self.stands_for_people(m)
    }

    /// The `two` of `in the coming year or two`, `the next month or two`.
    fn ends_stretch(&self, at: usize) -> bool {
        let unit = || self.lexicon.units.by_words(self.tokens, at - 2).is_some_and(|(_, u)| u.dimension == "duration");
        at > 2 && self.tokens.is(at - 1, "or") && self.tokens.is(at, "two") && unit()
    }

    /// `a score of 3-1`, `four scores`: what a player or team has, not twenty (`three score years`).
    fn is_result(&self, m: &Measured) -> bool {
        let last = m.number.tokens.end - 1;
        let end = m.number.tokens.end;
        self.tokens.is_any(last, &["score", "scores"])
            && !self.tokens.is(end, "years")
            && !self.tokens.is(end, "and")
            && !self.counted_of(end)
    }

    /// `a score of people`.
    fn counted_of(&self, end: usize) -> bool {
        self.tokens.is(end, "of") && !self.tokens.get(end + 1).is_some_and(|t| t.is_number())
    }

    /// `the two met`: a word of number behind `the` with a verb behind it stands for those that were named.
    fn stands_for_people(&self, m: &Measured) -> bool {
        let (start, end) = (m.tokens.start, m.tokens.end);
        let bare = m.measure.is_none() && m.number.form == Form::Words && end == start + 1;
        let the = bare && start > 0 && self.tokens.is(start - 1, "the");
        let acts = |i: usize| self.tokens.get(i).is_some_and(|t| t.is(class::AUXILIARY | class::CUE | class::VERB));
        the && (acts(end) || self.tokens.get(end).is_some_and(|t| t.is(class::ADVERB)) && acts(end + 1))
    }

    /// `one` that stands for a thing or for anybody.
    fn is_pronoun(&self, m: &Measured) -> bool {
        let end = m.number.tokens.end;
        let before = m.tokens.start.checked_sub(1);
        if self.share(m).is_some() || self.range(m).is_some() {
            return false;
        }
        if let Some(measure) = &m.measure {
            let some_day = measure.unit == "day" && !m.hyphen;
            let governed = m.tokens.start > 0 && self.tokens.all[m.tokens.start - 1].is(class::PREPOSITION | class::HEDGE);
            let at_one_point = measure.unit == "point" && before.is_some_and(|i| self.tokens.is(i, "at"));
            return at_one_point || measure.dimension == Dimension::Duration && some_day && !governed;
        }
        if m.hyphen && self.is_narrow(end) {
            return false;
        }
        if m.hyphen || self.tokens.is(end, "of") || self.hedge_behind(end).is_some() {
            return m.hyphen || self.hedge_behind(end).is_none();
        }
        before.is_some_and(|i| self.tokens.is_in(i, &SETS, POINTING))
            || self.tokens.is_in(end, &SETS, LOOSE)
            || self.counted_once(end).is_none()
    }

    /// `a one-seat majority`, `a one-vote lead`: by how much, from the hyphen on.
    fn is_narrow(&self, at: usize) -> bool {
        self.tokens.is_in(at + 2, &SETS, SURPLUS) && self.counted_joined(at).is_some()
    }

    /// The lower end of a range of parts: `half to two-thirds`, `between half and three-quarters`.
    fn leads_to_part(&self, m: &Measured) -> bool {
        let end = m.tokens.end;
        let between = m.tokens.start > 0 && self.tokens.is(m.tokens.start - 1, "between");
        let linked = self.tokens.is(end, "to") || between && self.tokens.is(end, "and");
        linked && self.measured(end + 1).is_some_and(|part| part.number.form == Form::Fraction)
    }

    /// `half` in half-time, second half, half brother; `a third man`, `a quarter` of a year.
    fn is_no_share(&self, m: &Measured) -> bool {
        let (start, end) = (m.tokens.start, m.tokens.end);
        let behind = self.tokens.get(end);
        let half = self.tokens.is(end - 1, "half");
        let ordinal_before = start > 0 && self.tokens.all[start - 1].is(class::ORDINAL);
        let fixed = start > 0
            && (self.tokens.all[start - 1].is_punct('-')
                || self.tokens.is_any(start - 1, &["the", "other", "in", "by", "better", "later", "latter", "this", "each", "every"]));
        let joined = behind.is_some_and(|t| t.glued() && t.is_punct('-'));
        let of = ["of", "the", "its", "their", "his", "her", "our", "all", "that", "those"].iter().any(|w| self.tokens.is(end, w));
        let ends = behind.is_none_or(|t| t.punct().is_some() || t.has(form::PARAGRAPH));
        if half && m.number.tokens.len() == 1 {
            return ordinal_before || fixed || joined || !(of || self.counted(end).is_some() || ends || self.leads_to_part(m));
        }
        let lone_article = self.tokens.is(start, "a") && !of;
        joined
            || lone_article && self.tokens.is_in(end, &SETS, IN_ORDER)
            || lone_article
                && !ends
                && !self
                    .tokens
                    .get(end)
                    .is_some_and(|t| t.is(class::AUXILIARY | class::CUE | class::CONJUNCTION | class::PREPOSITION) || t.is(class::VERB))
    }
}
