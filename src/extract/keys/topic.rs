//! What is measured where the figure itself counts no noun: the fuel costs of "fuel costs at the airline rose 5%", the domestic bookings of
//! "a 6% rise in domestic bookings", the tower of "the tower is 80 metres high".

use std::ops::Range;

use super::{Clause, is_content};
use crate::claim::Short;
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, form};

word_sets! {
    /// Verbs whose subject has the length of time: `lasted`.
    LASTING = 0: "lasting";
    /// What opens a clause.
    OPENING = 1: "opening_clause_behind_topic";
}

/// Tokens between a figure and what governs it: "rose by more than an estimated 5%".
const GOVERNOR_REACH: usize = 6;
/// Tokens of a subject with what stands between its noun and the verb.
const SUBJECT_REACH: usize = 14;
/// Words before a noun that are looked at.
const PHRASE_REACH: usize = 4;

impl Clause<'_> {
    /// The stems of the noun phrase that a figure measures, its noun first; empty where the text shows none. `lasts`: it is a length of
    /// time.
    pub(super) fn topic(&self, at: &Range<usize>, lasts: bool) -> Vec<Short> {
        self.topic_of_change(at.end).or_else(|| self.topic_before(at, lasts)).unwrap_or_default()
    }

    /// "a 6% rise in its domestic bookings", "5% less in fuel costs".
    fn topic_of_change(&self, end: usize) -> Option<Vec<Short>> {
        const ADJECTIVES: usize = 2;
        let change = (end..end + ADJECTIVES).find(|i| self.tokens.contains(i) && self.token(*i).is(class::CHANGE))?;
        let named = (end..change).all(|i| is_content(self.token(i)));
        (named && self.cx.tokens.is(change + 1, "in")).then(|| self.phrase_behind(change + 2))?
    }

    /// The phrase before "of" or the verb that governs the figure.
    fn topic_before(&self, at: &Range<usize>, lasts: bool) -> Option<Vec<Short>> {
        let passed = |i: &usize| {
            let t = self.token(*i);
            t.is(class::PREPOSITION | class::HEDGE | class::ARTICLE | class::DETERMINER) && !t.is(class::CHANGE) || self.is_adverb(*i)
        };
        let from = at.start.saturating_sub(GOVERNOR_REACH).max(self.tokens.start);
        let governor = (from..at.start).rev().find(|i| !passed(i))?;
        // "its chimney, 80 metres high,", "a queue 300 metres long"
        let told = at.end < self.tokens.end && self.cx.tokens.is_any(at.end, &["deep", "high", "long", "tall", "wide"]);
        if told && governor + 1 == at.start && self.names_topic(governor) && !self.is_verb(governor) {
            return self.phrase_at(self.tokens.start, governor);
        }
        if governor + 1 == at.start && self.token(governor).is_punct(',') {
            return (told && governor > from).then(|| self.phrase_at(self.tokens.start, governor - 1))?;
        }
        let of = self.cx.tokens.is(governor + 1, "of") && governor + 1 < at.start;
        let behind = || if self.cx.tokens.is(at.end, "in") { self.phrase_behind(at.end + 1) } else { None };
        match () {
            _ if of && self.token(governor).is(class::CHANGE) => behind(),
            _ if of => self.phrase_at(self.tokens.start, governor),
            // envoys may talk for hours, and talks may last for hours
            _ if lasts && !self.cx.tokens.is_in(governor, &SETS, LASTING) => None,
            _ if self.is_verb(governor) => self.subject_before(governor),
            _ => None,
        }
    }

    /// The subject of the verb at `verb`: the phrase between the beginning of its clause and its first preposition.
    fn subject_before(&self, verb: usize) -> Option<Vec<Short>> {
        let helps = |i: &usize| self.token(*i).is(class::AUXILIARY | class::NEGATION) || self.is_adverb(*i);
        let from = verb.saturating_sub(SUBJECT_REACH).max(self.tokens.start);
        let end = (from..verb).rev().find(|i| !helps(i))? + 1;
        // a clause between two commas says more of the noun before it: "core inflation, which excludes food, was 3.1%"
        let closed = end > from && self.token(end - 1).is_punct(',');
        let opened = |i: &usize| *i > from && self.token(*i).is(class::RELATIVE) && self.token(*i - 1).is_punct(',');
        let edge = match closed {
            true => (from..end - 1).rev().find(opened),
            false => (from..end).rev().find(|i| self.ends_clause(*i)),
        };
        // "the wall that gave way was 90 metres high", "the ship, which is 140 metres long"; but "said that costs rose"
        if let Some(relative) = edge.filter(|i| self.token(*i).is(class::RELATIVE) && *i > self.tokens.start + 1) {
            let noun = relative - 1 - usize::from(self.token(relative - 1).is_punct(','));
            if self.names_topic(noun) {
                return self.phrase_at(self.tokens.start, noun);
            }
        }
        let start = edge.map_or(from, |i| i + 1);
        let preposition = |i: usize| self.token(i).is(class::PREPOSITION);
        if start >= end || start == from && from > self.tokens.start {
            return None;
        }
        if preposition(start) {
            return self.phrase_at(start, end - 1);
        }
        let first = (start..end).find(|i| preposition(*i));
        let mut phrase = self.phrase_at(start, first.unwrap_or(end).checked_sub(1)?)?;
        let owned = |of: usize| self.token(of + 1).is(class::ARTICLE | class::DETERMINER);
        if let Some(of) = first.filter(|i| self.cx.tokens.is(*i, "of") && !owned(*i)) {
            phrase.extend((of + 1..end).take_while(|i| !preposition(*i)).filter(|i| self.names_topic(*i)).filter_map(|i| self.lemma(i)));
        }
        Some(phrase)
    }

    /// The noun at `head` with the words before it, not farther back than `from`; `None` for a name.
    fn phrase_at(&self, from: usize, head: usize) -> Option<Vec<Short>> {
        if head < from || !self.names_topic(head) {
            return None;
        }
        let hyphen = |i: &usize| self.token(*i).is_punct('-');
        let before = (head.saturating_sub(PHRASE_REACH).max(from)..head).rev();
        let words = before.take_while(|i| self.names_topic(*i) || hyphen(i)).filter(|i| !hyphen(i));
        Some(std::iter::once(head).chain(words).filter_map(|i| self.lemma(i)).collect())
    }

    /// The noun phrase that begins at `start`.
    fn phrase_behind(&self, start: usize) -> Option<Vec<Short>> {
        const LENGTH: usize = 8;
        let end = (start + LENGTH).min(self.tokens.end);
        let leads = |i: &usize| {
            let t = self.token(*i);
            t.is(class::ARTICLE | class::DETERMINER | class::PRONOUN) || t.is_capital() || t.kind == Kind::Clitic
        };
        let first = (start..end).find(|i| !leads(i)).filter(|i| self.names_topic(*i))?;
        let head = (first..end).take_while(|i| self.names_topic(*i) || self.token(*i).is_punct('-')).last()?;
        self.phrase_at(first, head)
    }

    /// A word that may be part of what is measured: no name, no figure, no word of time.
    fn names_topic(&self, i: usize) -> bool {
        let t = self.token(i);
        let opens = i == self.tokens.start;
        let timed = t.is(class::WEEKDAY | class::MONTH);
        is_content(t) && !timed && (!t.is_capital() || opens && !t.has(form::ALL_CAPS)) && !self.is_in_name(i)
    }

    fn is_adverb(&self, i: usize) -> bool {
        let t = self.token(i);
        t.is(class::ADVERB) || t.kind == Kind::Word && !t.is_capital() && self.cx.tokens.str(i).ends_with("ly")
    }

    fn is_verb(&self, i: usize) -> bool {
        let t = self.token(i);
        let word = self.cx.tokens.str(i);
        let told = t.is(class::AUXILIARY | class::VERB | class::TENSE | class::CHANGE) || word.ends_with("ed") || word.ends_with("ing");
        t.is_word() && told && !t.is_capital()
    }

    /// A word behind which a clause begins.
    fn ends_clause(&self, i: usize) -> bool {
        let t = self.token(i);
        let mark = t.punct().is_some_and(|c| c != '-' && c != '\'' && c != '’' && c != '&');
        mark || t.is(class::CONJUNCTION | class::RELATIVE | class::CUE | class::AUXILIARY) || self.cx.tokens.is_in(i, &SETS, OPENING)
    }
}
