//! What is counted: the noun phrase behind a number. Without a parser the head is the first plural noun of the phrase: English puts
//! what describes it before it, and a number above one makes it plural.

use std::ops::Range;

use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, Token, form};

use super::reader::Reader;

word_sets! {
    /// Plural nouns that often describe another noun: `two sports cars`, `three arms dealers`.
    DESCRIBING = 0: "describing_plural";
    /// Nouns that with a number and a hyphen tell a kind of thing rather than how many there are: `four-door`, `six-speed`, `one-way`.
    CLASSIFYING = 1: "classifying";
    /// Particles in the plural of a noun that a hyphen joins: `run-ins`.
    PARTICLE = 2: "plural_particle";
    /// Behind `of`, what leads to that of which a part is counted: `two of its five piers`.
    WHOLE = 3: "before_a_whole";
}

/// The noun phrase behind a number: `12 long-range missiles`.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// The noun phrase, its head last.
    pub head: Range<usize>,
    /// The head in the singular.
    pub unit: String,
    pub plural: bool,
    /// Behind the phrase and what is joined to it by `and`: `missiles and long-range drones`.
    pub end: usize,
}

/// Words of a noun phrase before its head is given up.
const REACH: usize = 7;

impl Reader<'_> {
    /// The plural noun phrase at token `at`, behind a number.
    pub fn counted(&self, at: usize) -> Option<Counted> {
        let start = self.past_measure(self.past_more(at));
        let Some(head) = self.plural_head(start) else { return self.counted_of_kind(start) };
        let mut out = self.phrase(start..head + 1, true);
        out.end = self.joined(head + 1).unwrap_or(head + 1);
        Some(out)
    }

    /// A number between an article and two singular nouns describes the second: `the 11 member pact`, `a three course meal`.
    fn counted_of_kind(&self, at: usize) -> Option<Counted> {
        let article =
            (1..5).take_while(|n| *n <= at).find(|n| !self.tokens.all[at - n].is(class::NUMBER) && !self.tokens.all[at - n].is_number())?;
        let article = self.tokens.all[at - article].is(class::ARTICLE);
        let noun = |i: usize| self.is_noun_like(i) && !self.is_verb_like(i) && !self.tokens.all[i].is_capital();
        (article && noun(at) && noun(at + 1)).then(|| self.phrase(at..at + 1, false))
    }

    /// The noun phrase behind `one`.
    pub fn counted_once(&self, at: usize) -> Option<Counted> {
        let start = self.past_more(at);
        let mut end = start;
        while end < start + 4 && self.is_noun_like(end) && !(end > start && self.is_verb_like(end)) {
            end += 1;
        }
        (end > start && !self.is_verb_like(start)).then(|| self.phrase(start..end, false))
    }

    /// A hyphen joins the number to a noun that tells a kind: `four-door`.
    pub fn tells_kind(&self, at: usize) -> bool {
        self.joint(at).is_some_and(|next| next > at && self.tokens.is_in(next, &SETS, CLASSIFYING))
    }

    /// The word joined to a number by a hyphen: `34-point`, `six-member`.
    pub fn counted_joined(&self, at: usize) -> Option<Counted> {
        let next = self.joint(at).filter(|&n| n > at)?;
        let plain = self.is_noun_like(next) && !self.tokens.get(next)?.has(form::DIGIT);
        plain.then(|| self.phrase(next..next + 1, false))
    }

    fn phrase(&self, head: Range<usize>, plural: bool) -> Counted {
        let last = &self.tokens.all[head.end - 1];
        let lower = self.lower(last);
        let mut unit = self.lexicon.plurals.singular(&lower).into_owned();
        if let Some(verb) = self.verb_before_particle(head.end - 1) {
            unit = format!("{verb}-{unit}");
        }
        if last.is(class::DEMONYM) && last.is_capital() {
            unit = unit.chars().next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default() + unit.get(1..).unwrap_or("");
        }
        Counted { end: head.end, head, unit, plural }
    }

    /// What a hyphen joins before the particle that ends a noun: the `run` of `seven run-ins`, the `hold` of `two hold-ups`.
    fn verb_before_particle(&self, at: usize) -> Option<String> {
        let joined =
            at > 1 && self.tokens.is_in(at, &SETS, PARTICLE) && self.tokens.all[at - 1].is_punct('-') && self.tokens.all[at].glued();
        joined.then(|| self.lower(&self.tokens.all[at - 2]))
    }

    /// Past `more`, `other`, `of the` …
    fn past_more(&self, at: usize) -> usize {
        let start = at;
        let mut at = at;
        while ["more", "other", "such", "or"].iter().any(|w| self.tokens.is(at, w)) && !self.tokens.is(at + 1, "than") {
            at += 1;
        }
        // A handful names its set ("two of its five piers"); of thousands the set has another name ("300,000 of these insects").
        let handful = |t: &Token| t.is(class::NUMBER) || t.is_number() && t.end - t.start == 1;
        let counted = at > 0 && !self.tokens.is(at - 1, "one") && (at > start || handful(&self.tokens.all[at - 1]));
        let of = self.tokens.is(at, "of") && self.tokens.is_in(at + 1, &SETS, WHOLE);
        if of && counted { at + 2 } else { at }
    }

    /// Past the size of what is counted: `two 500-pound bombs`, `eight million 250ml bottles`.
    fn past_measure(&self, at: usize) -> usize {
        let number = self.tokens.get(at).is_some_and(|t| t.is_number() && !t.glued());
        let sized = if number { self.measured(at).filter(|m| m.measure.is_some() && m.tokens.start == at) } else { None };
        match sized.filter(|m| self.plural_head(m.tokens.end) == Some(m.tokens.end)) {
            Some(m) => m.tokens.end,
            None => at,
        }
    }

    /// The index of the first plural noun from `start` on, in one noun phrase.
    fn plural_head(&self, start: usize) -> Option<usize> {
        let mut best = None;
        for i in start..start + REACH {
            let t = self.tokens.get(i)?;
            if t.is_punct('-') && t.glued() && i > start || t.kind == Kind::Clitic {
                continue;
            }
            let inside = || self.is_model(i) || self.is_series_comma(i) || self.joins_modifiers(i) || self.is_in_firm(i);
            if best.is_none() && i > start && inside() {
                continue;
            }
            let thanks = self.tokens.is(i, "thanks") && self.tokens.is(i + 1, "to");
            if !self.is_noun_like(i) || thanks || best.is_some() && t.has(form::LINE) {
                break;
            }
            let lower = self.lower(t);
            if self.lexicon.plurals.is_plural(&lower) && !self.is_hyphened(i) && !self.ends_firm(i) {
                best = Some(i);
                if !self.describes(&lower) {
                    break;
                }
            } else if best.is_some() {
                break;
            }
        }
        best
    }

    /// The number of a model inside a phrase: `737 Max jets`, `Airbus 320 planes`.
    fn is_model(&self, at: usize) -> bool {
        let capital = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_capital());
        self.tokens.all[at].is_number() && (capital(at - 1) || capital(at + 1) && self.tokens.str(at).len() > 2)
    }

    /// The `&` of a firm, or the stop of its abbreviation: `two former Berg & Sons managers`, `Berg & Co. employees`.
    fn is_in_firm(&self, at: usize) -> bool {
        let t = &self.tokens.all[at];
        let capital = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_capital());
        let short = capital(at - 1) && self.tokens.str(at - 1).len() < 5 && self.is_noun_like(at + 1) && !capital(at + 1);
        t.is_punct('&') && capital(at - 1) && capital(at + 1) || t.is_punct('.') && t.glued() && short
    }

    /// The `Sons` of `Berg & Sons managers`.
    fn ends_firm(&self, at: usize) -> bool {
        at > 1 && self.is_in_firm(at - 1) && self.is_noun_like(at + 1) && !self.is_verb_like(at + 1)
    }

    /// The comma between two adjectives: `small, friendly deals`.
    fn is_series_comma(&self, at: usize) -> bool {
        let lower = |i: usize| self.is_noun_like(i) && !self.is_verb_like(i) && !self.tokens.all[i].is_capital();
        self.tokens.all[at].is_punct(',') && lower(at - 1) && lower(at + 1)
    }

    /// `and` between two words that describe one noun: `Catholic and Protestant churches`, `small and medium businesses`.
    fn joins_modifiers(&self, at: usize) -> bool {
        let joins = self.tokens.is(at, "and") || self.tokens.is(at, "or");
        let describes =
            |i: usize| self.is_noun_like(i) && !self.is_verb_like(i) && !self.lexicon.plurals.is_plural(&self.lower(&self.tokens.all[i]));
        let alone = ["dead", "missing", "hurt", "more", "others"].iter().any(|w| self.tokens.is(at - 1, w));
        joins && !alone && describes(at - 1) && describes(at + 1)
    }

    /// A plural that may stand before the head: `sports cars`, `injured people`.
    fn describes(&self, lower: &str) -> bool {
        SETS.holds(lower, DESCRIBING) || self.lexicon.plurals.singular(lower) == lower
    }

    /// A hyphen joins the word to the next one: `arms-control`.
    fn is_hyphened(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|t| t.glued() && t.is_punct('-')) && self.tokens.get(at + 2).is_some_and(|t| t.glued())
    }

    /// `and long-range drones` behind a plural noun: the index behind it.
    fn joined(&self, at: usize) -> Option<usize> {
        let and = self.tokens.is(at, "and") && !self.is_verb_like(at + 1) && !self.tokens.get(at + 1)?.has(form::LINE);
        let head = if and { self.plural_head(at + 1)? } else { return None };
        let verb_behind = (at + 1..head).any(|i| self.is_verb_like(i) && !self.is_hyphened(i) && self.tokens.is(i + 1, "the"));
        (!verb_behind).then_some(head + 1)
    }

    /// A word that may stand in a noun phrase behind a number.
    pub fn is_noun_like(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| {
            t.is_word()
                && !t.has(form::PARAGRAPH)
                && (!self.is_function(at) || self.begins_compound(at))
                && (t.is(class::ORDINAL) || !t.is(class::NUMBER) || self.describes_by_part(at) && self.begins_compound(at))
                && !t.is(class::MONTH | class::WEEKDAY)
        })
    }

    /// A single letter, or the `half` of `half-brothers`.
    fn describes_by_part(&self, at: usize) -> bool {
        let t = &self.tokens.all[at];
        t.end - t.start == 1 || self.tokens.is(at, "half")
    }

    /// The first part of a compound: `off-duty officers`, `in-person visit`.
    fn begins_compound(&self, at: usize) -> bool {
        self.is_hyphened(at) && self.tokens.get(at + 2).is_some_and(|t| t.is_word())
    }

    /// A word that looks like a verb behind its subject: said, is, died, leaves.
    pub fn is_verb_like(&self, at: usize) -> bool {
        let Some(t) = self.tokens.get(at) else { return false };
        if t.is(class::CUE | class::AUXILIARY | class::VERB) {
            return true;
        }
        let text = t.text(self.tokens.text);
        !t.is_capital() && text.len() > 4 && ["ed", "ing", "ly", "es"].iter().any(|e| text.ends_with(e))
    }

    /// The past of a verb that has a form of its own for it: won, fell.
    pub fn is_past(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| self.lexicon.tense.get(t) == Some(TenseWord::Past))
    }

    pub fn lower(&self, t: &Token) -> String {
        t.text(self.tokens.text).to_lowercase()
    }
}
