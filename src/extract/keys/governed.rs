//! Whether a word that shows a concept governs a figure, or says it of something else in the sentence.

use std::ops::Range;

use super::{Clause, inside};
use crate::lexicon::{class, stem};
use crate::value::{Amount, Dimension};

/// No share costs more than this, in whatever currency.
const DEAREST_SHARE: i64 = 1_000_000;

impl Clause<'_> {
    /// The figure is the object of a verb of its own, and the word before it is one with another object: "killed four people and drove
    /// 3,000 villagers from their homes".
    pub(super) fn is_object_of_another(&self, at: &Range<usize>, trigger: &Range<usize>) -> bool {
        const LEAST: usize = 2;
        if trigger.end + LEAST > at.start || !self.is_verb_form(trigger.end - 1) {
            return false;
        }
        let hedge = class::HEDGE | class::ARTICLE | class::ADVERB | class::DETERMINER | class::PRONOUN;
        let led = |i: usize| {
            self.token(i).is(hedge) || self.cx.tokens.is_any(i, &["as", "at", "least", "many", "more", "some", "than", "to", "up"])
        };
        let Some(verb) = (trigger.end..at.start).rev().find(|i| !led(*i)) else { return false };
        let t = self.token(verb);
        let own = self.is_verb_form(verb) && !t.is(class::CUE | class::CONCEPT | class::AUXILIARY) && !self.cx.tokens.is(verb, "including");
        let joined = verb > trigger.end && (self.token(verb - 1).is_punct(',') || self.token(verb - 1).is(class::CONJUNCTION));
        let object = (trigger.end..verb).any(|i| self.token(i).is(class::NUMBER) || self.token(i).is_number() || self.is_noun(i));
        own && joined && object
    }

    /// A participle, or a past that is no base form.
    fn is_verb_form(&self, i: usize) -> bool {
        let t = self.token(i);
        let word = self.cx.tokens.str(i);
        t.is_word() && !t.is_capital() && (word.ends_with("ed") || word.ends_with("ing") || t.is(class::TENSE))
    }

    fn is_noun(&self, i: usize) -> bool {
        super::is_content(self.token(i)) && !self.token(i).is(class::ADVERB) && !self.is_verb_form(i)
    }

    /// People are not stolen, nobody pays a billion for a share, and a thing on board is no passenger.
    pub(super) fn is_of_another_kind(&self, name: &str, at: &Range<usize>, head: Option<&Range<usize>>) -> bool {
        let noun = || head.map(|h| self.cx.tokens.str(h.end - 1).to_lowercase());
        match name {
            "stolen" => noun().is_some_and(|n| self.cx.lexicon.kin.family(&stem(&n)) == Some("people")),
            "aboard" => head.is_some_and(|h| !self.may_be_people(h)),
            "share_price" => {
                let figures = &self.found.figures;
                let of = figures[inside(figures, at, |f| &f.tokens)].first().map(|f| &f.quantity);
                of.is_some_and(|q| q.dimension == Dimension::Money && q.low.is_some_and(|low| low > Amount::from(DEAREST_SHARE)))
            }
            _ => false,
        }
    }

    /// By its family, as a trade or nation, or by its ending: `tourists`, `geologists`, `climbers`.
    fn may_be_people(&self, head: &Range<usize>) -> bool {
        const ENDINGS: [&str; 12] = ["ers", "er", "ors", "or", "ists", "ist", "ians", "ian", "ees", "ee", "men", "people"];
        let last = head.end - 1;
        let word = self.cx.tokens.str(last).to_lowercase();
        let of = self.cx.lexicon.kin.family(&stem(&word));
        let named = self.token(last).is(class::ROLE | class::DEMONYM | class::KINSHIP | class::CONCEPT);
        named || of == Some("people") || of.is_none() && ENDINGS.iter().any(|e| word.ends_with(e))
    }

    /// "cut short a trip", "cut off a village": nothing is made less.
    pub(super) fn cuts_no_amount(&self, trigger: usize) -> bool {
        self.cx.tokens.is_any(trigger, &["cut", "cuts", "cutting"]) && self.cx.tokens.is_any(trigger + 1, &["off", "short"])
    }
}
