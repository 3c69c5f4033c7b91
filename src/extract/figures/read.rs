//! One figure from its parts: number, range, unit, hedge, what is counted, rate, direction.

use crate::extract::mention::FigureMention;
use crate::lexicon::{class, word_sets};
use crate::text::form;
use crate::value::number::{Form, Number, number};
use crate::value::{Amount, Dimension, Hedge};

use super::counted::Counted;
use super::draft::{Draft, Value};
use super::measure::{Measure, Measured};
use super::reader::Reader;

word_sets! {
    /// What is counted one by one until now: `the last five games`.
    SEASON = 0: "counted_to_the_last";
}

const DOZEN: i64 = 12;

impl Reader<'_> {
    /// Behind the number at token `at`, whether or not it is a figure.
    pub fn number_end(&self, at: usize) -> usize {
        number(self.tokens, &self.lexicon.numbers, at).map_or(at + 1, |n| n.tokens.end)
    }

    /// The figure whose number begins at token `at`.
    pub fn figure(&self, at: usize) -> Option<FigureMention> {
        let first = self.measured(at)?;
        if self.is_no_count(&first) {
            return None;
        }
        let (mut draft, last) = self.value(first)?;
        self.qualify(&mut draft, &last);
        Some(draft.finish())
    }

    /// `more than a year`, `about an hour`: behind a hedge the article is one.
    pub fn hedged_unit(&self, at: usize) -> Option<FigureMention> {
        let article = self.tokens.is(at, "a") || self.tokens.is(at, "an");
        let (start, hedge) = self.hedge_before(at).filter(|(start, _)| article && *start < at)?;
        let (n, unit) = self.lexicon.units.by_words(self.tokens, at + 1)?;
        let dimension = Dimension::named(unit.dimension);
        let measures = matches!(dimension, Dimension::Duration | Dimension::Length | Dimension::Mass | Dimension::Area | Dimension::Volume);
        if !measures || self.is_period(start, dimension) || self.tokens.is(at + 1, "second") {
            return None;
        }
        let measure = Some(Measure { unit: unit.name.into(), dimension });
        let (tokens, value, step) = (start..at + 1 + n, Value::One(Amount::ONE), Amount::ONE);
        Some(Draft { tokens, value, step, measure, hedge: Some(hedge), direction: None, head: None }.finish())
    }

    /// `an hour and a half`, `a year and half`, `an hour and 30 minutes`: one unit and a part of it.
    pub fn one_and_part(&self, at: usize) -> Option<FigureMention> {
        let article = self.tokens.is(at, "a") || self.tokens.is(at, "an");
        let (n, unit) = self.lexicon.units.by_words(self.tokens, at + 1).filter(|_| article)?;
        let end = at + 1 + n;
        if !self.tokens.is(end, "and") || self.tokens.is(at + 1, "second") {
            return None;
        }
        let one = Number { tokens: at..at + 1, amount: Amount::ONE, step: Amount::ONE, form: Form::Words, other: None, scaled: false };
        let measure = Some(Measure { unit: unit.name.into(), dimension: Dimension::named(unit.dimension) });
        let mut m = Measured { tokens: at..end, number: one, measure, plus: false, hyphen: false };
        let part = number(self.tokens, &self.lexicon.numbers, end + 1).filter(|p| p.form == Form::Fraction && p.amount < Amount::ONE);
        match part.filter(|p| self.unit_behind(p.tokens.end, p).is_none()) {
            Some(part) => {
                (m.number.amount, m.number.step) = (Amount::ONE.plus(part.amount)?, part.amount.half());
                m.tokens.end = part.tokens.end;
            }
            None => self.second_part(&mut m),
        }
        (m.tokens.end > end).then(|| {
            let mut draft = Draft::of(&m);
            self.qualify(&mut draft, &m);
            draft.finish()
        })
    }

    /// `jailed for a year`, `closed for another week`: one of a longer unit, where nothing that it describes follows.
    pub fn lasting(&self, at: usize) -> Option<FigureMention> {
        const LONG: [&str; 8] = ["hour", "day", "week", "fortnight", "month", "year", "decade", "century"];
        let one = ["a", "an", "another"].iter().any(|w| self.tokens.is(at, w));
        let (n, unit) = self.lexicon.units.by_words(self.tokens, at + 1).filter(|_| one && at > 0 && self.tokens.is(at - 1, "for"))?;
        let open = class::PREPOSITION | class::AUXILIARY | class::ADVERB | class::PRONOUN | class::RELATIVE;
        let end = at + 1 + n;
        let ends = self.tokens.get(end).is_none_or(|t| {
            t.has(form::PARAGRAPH)
                || t.is(open)
                || self.tokens.is(end, "and")
                || matches!(t.punct(), Some('.' | ',' | ';' | ')' | '?' | '!'))
        });
        let measure = Some(Measure { unit: unit.name.into(), dimension: Dimension::Duration });
        let draft =
            Draft { tokens: at..end, value: Value::One(Amount::ONE), step: Amount::ONE, measure, hedge: None, direction: None, head: None };
        (ends && LONG.contains(&unit.name) && !self.is_first_since(at)).then(|| draft.finish())
    }

    /// `the first new mill for a century`, `the worst floods for a decade`: how long ago there was one, not how long one lasts.
    fn is_first_since(&self, at: usize) -> bool {
        const REACH: usize = 8;
        let most = |i: usize| {
            let word = self.tokens.str(i);
            self.tokens.is_any(i, &["best", "first", "last", "most", "only", "worst"]) || word.len() > 5 && word.ends_with("est")
        };
        let near = (at.saturating_sub(REACH)..at.saturating_sub(1))
            .rev()
            .take_while(|i| !self.tokens.is(*i, "for") && !matches!(self.tokens.all[*i].punct(), Some('.' | ';' | '?' | '!')));
        near.into_iter().any(|i| most(i) && i > 0 && self.tokens.all[i - 1].is(class::ARTICLE | class::DETERMINER | class::PRONOUN))
    }

    /// `a full day`, `all year`, `the whole week`, from the unit's token: one of it.
    pub fn whole_unit(&self, at: usize) -> Option<FigureMention> {
        let word = self.whole_before(at)?;
        let (n, unit) = self.lexicon.units.by_words(self.tokens, at)?;
        let dimension = Dimension::named(unit.dimension);
        let plural = self.lexicon.plurals.is_plural(&self.lower(self.tokens.get(at)?));
        let short = matches!(unit.name, "second" | "millisecond" | "night");
        if dimension != Dimension::Duration || plural || short || self.joint(at + n).is_some_and(|next| self.tokens.is(next, "old")) {
            return None;
        }
        let article = word > 0 && (self.tokens.is(word - 1, "a") || self.tokens.is(word - 1, "an"));
        let tokens = word - usize::from(article)..at + n;
        let measure = Some(Measure { unit: unit.name.into(), dimension });
        Some(
            Draft { tokens, value: Value::One(Amount::ONE), step: Amount::ONE, measure, hedge: None, direction: None, head: None }.finish(),
        )
    }

    /// The `full`, `whole`, `entire` or `all` that stands before token `at` or is joined to it.
    pub fn whole_before(&self, at: usize) -> Option<usize> {
        let word = |i: &usize| ["full", "whole", "entire", "all"].iter().any(|w| self.tokens.is(*i, w));
        let joined = at > 1 && self.joint(at - 1) == Some(at);
        at.checked_sub(if joined { 2 } else { 1 }).filter(word)
    }

    /// The value: a range, a share (`one in five`) or the number alone.
    fn value(&self, mut first: Measured) -> Option<(Draft, Measured)> {
        let mut draft = Draft::of(&first);
        if let Some(range) = self.range(&first) {
            draft.tokens = range.start..range.last.tokens.end;
            draft.value = Value::Between(range.low, range.high);
            draft.step = first.number.step.min(range.last.number.step);
            draft.measure = range.last.measure.clone();
            if draft.measure.is_none() && range.ages {
                draft.measure = Some(Measure { unit: "year".into(), dimension: Dimension::Age });
            }
            draft.hedge = Some(Hedge::Range);
            return Some((draft, range.last));
        }
        if let Some((end, share, step)) = self.share(&first) {
            (draft.tokens.end, draft.value, draft.step) = (end, Value::One(share), step);
            draft.measure = Some(Measure { unit: "".into(), dimension: Dimension::Share });
        } else if first.number.form == Form::Fraction && first.measure.is_none() {
            draft.measure = Some(Measure { unit: "".into(), dimension: Dimension::Share });
        } else if let Some(measure) = self.unit_of_list(&first) {
            first.measure = Some(measure);
            draft = Draft::of(&first);
        }
        Some((draft, first))
    }

    /// Hedges, age, what is counted, rate, direction: what stands around the value.
    pub fn qualify(&self, draft: &mut Draft, last: &Measured) {
        self.hedge(draft);
        if let Some((end, unit)) = self.age(draft, last) {
            draft.tokens.end = end;
            draft.measure = Some(Measure { unit, dimension: Dimension::Age });
        }
        self.count(draft, last);
        if draft.hedge.is_none()
            && let Some((end, hedge)) = self.hedge_behind(draft.tokens.end)
        {
            (draft.tokens.end, draft.hedge) = (end, Some(hedge));
        }
        self.divide(draft);
        draft.direction = self.direction(draft, last.plus);
    }

    fn hedge(&self, draft: &mut Draft) {
        let dimension = draft.measure.as_ref().map_or(Dimension::Count, |m| m.dimension);
        let at = self.before_age_words(self.before_magnitude(draft.tokens.start, dimension));
        let stretch = if self.counts_seasons(draft) { Dimension::Duration } else { dimension };
        let found = match self.hedge_before(at) {
            // "leads over more than 170 km": the inner one
            Some((start, _)) if self.is_period(start, stretch) => self.one_hedge(at).filter(|(inner, _)| *inner > start),
            other => other,
        };
        if let Some((start, hedge)) = found {
            // nobody who says "nearly two dozen" has counted to the last one
            if self.tokens.is(draft.tokens.end - 1, "dozen") {
                draft.step = draft.step.max(Amount::from(DOZEN).half());
            }
            draft.tokens.start = start;
            draft.hedge = draft.hedge.or(Some(hedge));
        }
    }

    /// `over three seasons` is a stretch as `over three years` is.
    fn counts_seasons(&self, draft: &Draft) -> bool {
        self.tokens.is_in(draft.tokens.end, &SETS, SEASON)
    }

    /// Past the word that stands between a magnitude and its hedge: `at least magnitude-5.9`, `about magnitude 6`; else `start`.
    fn before_magnitude(&self, start: usize, dimension: Dimension) -> usize {
        let joined = usize::from(start > 1 && self.tokens.all[start - 1].is_punct('-'));
        let word = start.checked_sub(1 + joined).filter(|i| dimension == Dimension::Magnitude && self.tokens.is(*i, "magnitude"));
        word.filter(|w| self.hedge_before(*w).is_some()).unwrap_or(start)
    }

    /// The head of a number without a unit, and hedges between the two (`three or more people`).
    fn count(&self, draft: &mut Draft, last: &Measured) {
        let share = draft.measure.as_ref().is_some_and(|m| m.dimension == Dimension::Share && m.unit.is_empty());
        if draft.measure.is_some() && !share {
            return;
        }
        let mut at = draft.tokens.end;
        if let Some((end, hedge)) = self.hedge_behind(at) {
            at = end;
            draft.tokens.end = end;
            draft.hedge = draft.hedge.or(Some(hedge));
            if let Some((end, measure)) = self.unit_behind(at, &last.number) {
                draft.tokens.end = end;
                draft.measure = Some(measure);
                return;
            }
        }
        if share {
            return;
        }
        if let Some(counted) = self.counted_joined(at).or_else(|| self.counted_at(at, draft)) {
            draft.tokens.end = counted.end;
            let lasts = self.lexicon.units.by_words(self.tokens, counted.head.end - 1).filter(|(_, u)| u.dimension == "duration");
            draft.measure = Some(match lasts {
                Some((_, unit)) if counted.plural => Measure { unit: unit.name.into(), dimension: Dimension::Duration },
                _ => Measure { unit: counted.unit.into(), dimension: Dimension::Count },
            });
            draft.head = Some(counted.head).filter(|_| lasts.is_none());
        }
    }

    fn counted_at(&self, at: usize, draft: &Draft) -> Option<Counted> {
        match draft.value {
            Value::One(one) if one == Amount::ONE => self.counted_once(at),
            _ => self.counted(at),
        }
    }

    fn divide(&self, draft: &mut Draft) {
        let Some(measure) = draft.measure.as_mut().filter(|m| !m.unit.is_empty() && m.dimension != Dimension::Age) else { return };
        let behind = self.of_what(draft.tokens.end);
        let found = self.rate(draft.tokens.end).map(|r| (r, true)).or_else(|| self.rate(behind?).map(|r| (r, false)));
        let Some(((end, base), near)) = found else { return };
        *measure = Measure { unit: format!("{} per {base}", measure.unit).into(), dimension: Dimension::Rate };
        if near {
            draft.tokens.end = end;
        }
    }

    /// Behind `of jet fuel`: up to three words of what a unit is of.
    fn of_what(&self, at: usize) -> Option<usize> {
        let of = self.tokens.is(at, "of").then_some(at + 1)?;
        let end = (of..of + 4).find(|&i| !self.is_noun_like(i))?;
        (end > of).then_some(end)
    }
}
