//! A verb with what belongs to it, as far as it tells what happened.

use std::ops::Range;

use super::LONGEST;
use super::noun::{articles_before, is_bare_number};
use crate::lexicon::class;
use crate::reconcile::events::clause::{Clause, Part};

/// How many phrases with a preposition belong to one verb.
const LINKS: usize = 2;

/// A piece as it grows, and where it may end.
pub struct Told<'c, 't> {
    clause: &'c Clause<'t>,
    pub kept: Vec<usize>,
    /// Lengths at which it may end, and whether it would then want an object.
    ends: Vec<(usize, bool)>,
    pub objects: usize,
}

/// Where in the clause of a verb the next thing is taken.
struct Walk {
    verb: usize,
    /// How many verbs it depends on.
    depth: usize,
    at: usize,
    /// The verb has its object.
    object: bool,
    /// The phrases with prepositions that were taken.
    links: usize,
}

impl Walk {
    fn wants_object(&self) -> bool {
        !self.object && self.links == 0
    }
}

impl<'c, 't> Told<'c, 't> {
    /// A verb with what belongs to it, behind the tokens kept already.
    pub fn of(clause: &'c Clause<'t>, kept: Vec<usize>, verb: usize) -> Self {
        let mut told = Told { clause, kept, ends: Vec::new(), objects: 0 };
        told.predicate(verb, 0);
        let whole = told.end();
        told.kept.truncate(whole);
        told
    }

    /// The length at which it ends best.
    fn end(&self) -> usize {
        const FAR: usize = 16;
        let full = |most: usize| self.ends.iter().rev().find(|(end, wants)| *end <= most && !wants);
        let first = self.ends.iter().find(|(end, wants)| *end <= FAR && !wants);
        let last = self.ends.iter().rev().find(|(end, _)| *end <= LONGEST);
        full(LONGEST).or(first).or(last).or(self.ends.first()).map_or(self.kept.len(), |e| e.0)
    }

    /// What is said stands before: "| the bridge was closed |, officials said".
    pub fn said_before(&mut self) {
        const MOST: usize = 4;
        let c = self.clause;
        let Some(comma) = self.kept.first().and_then(|i| articles_before(c, *i).checked_sub(1)).filter(|i| c.is(*i, Part::Comma)) else {
            return;
        };
        let noun = c.behind_articles(0);
        let end = c.phrase_end(noun);
        let verb =
            (end..(end + MOST).min(comma)).take_while(|i| matches!(c.part(*i), Some(Part::Auxiliary | Part::Adverb | Part::Verb))).last();
        if let Some(verb) = verb.filter(|v| c.is(noun, Part::Noun) && c.is(*v, Part::Verb)) {
            let from = self.kept.len();
            self.kept.extend((0..noun).filter(|i| c.is_negation(*i)).chain((noun..verb).filter(|i| c.is_told(*i))));
            self.ends.clear();
            self.objects += 1;
            self.predicate(verb, 1);
            let whole = self.ends.iter().rev().find(|e| e.0 <= from + LONGEST).map_or(self.kept.len(), |e| e.0);
            self.kept.truncate(whole);
        }
    }

    fn may_end(&mut self, wants: bool) {
        self.ends.push((self.kept.len(), wants));
    }

    /// The verb and what belongs to it: particle, object, what it is done with or to.
    fn predicate(&mut self, verb: usize, depth: usize) {
        const STEPS: usize = 8;
        self.kept.push(verb);
        self.may_end(true);
        let mut at = verb + 1;
        if self.is_particle(at) {
            self.kept.push(at);
            self.may_end(true);
            at += 1;
        }
        let mut walk = Walk { verb, depth, at, object: false, links: 0 };
        for _ in 0..STEPS {
            walk.at = self.clause.behind_time(walk.at);
            if !self.step(&mut walk) {
                return;
            }
        }
    }

    /// Takes what stands behind what was taken last; false where nothing belongs to the verb any more.
    fn step(&mut self, walk: &mut Walk) -> bool {
        let (c, at) = (self.clause, walk.at);
        match c.part(at) {
            Some(Part::Adverb) => {
                walk.at += 1;
                true
            }
            // "voted | to pass": another may tell of a vote against it
            Some(Part::To) if c.word(walk.verb).starts_with("vote") && !c.is_common(at + 1) => false,
            Some(Part::To) if matches!(c.part(at + 1), Some(Part::Verb | Part::Auxiliary)) => {
                self.infinitive(walk);
                true
            }
            Some(Part::Pronoun) if walk.wants_object() && matches!(c.word(at), "him" | "her" | "them" | "it") => {
                self.objects += 1;
                self.pronoun(walk);
                true
            }
            Some(Part::Article | Part::Noun | Part::Own) if walk.wants_object() => self.object(walk),
            Some(Part::Relative) if walk.depth == 0 && c.word(at) == "that" => {
                let noun = c.behind_articles(at + 1);
                if c.is(noun, Part::Noun) {
                    self.subclause(at + 1, noun, c.phrase_end(noun));
                }
                false
            }
            Some(Part::Preposition) if c.is(at + 1, Part::Participle) && walk.links < LINKS => {
                self.kept.extend([at, at + 1]);
                (walk.at, walk.object, walk.links) = (at + 2, false, 0);
                true
            }
            Some(Part::Preposition | Part::To | Part::Turn) if walk.links < LINKS && c.is_preposition(at) => self.complement(walk),
            _ => false,
        }
    }

    /// `refused | to pay`.
    fn infinitive(&mut self, walk: &mut Walk) {
        let (c, to) = (self.clause, walk.at);
        self.kept.extend([to, to + 1]);
        let mut at = to + 2;
        while c.is(at, Part::Verb) {
            self.kept.push(at);
            at += 1;
        }
        if c.is(at - 1, Part::Verb) {
            self.may_end(true);
        }
        (walk.at, walk.object, walk.links) = (at, false, 0);
    }

    fn pronoun(&mut self, walk: &mut Walk) {
        self.kept.push(walk.at);
        self.may_end(false);
        (walk.object, walk.at) = (true, walk.at + 1);
    }

    /// A noun phrase that is the object, or the subject of what is said.
    fn object(&mut self, walk: &mut Walk) -> bool {
        let (c, at) = (self.clause, walk.at);
        let noun = c.behind_articles(at);
        if !c.is(noun, Part::Noun) {
            let her = c.word(at) == "her";
            if her {
                self.pronoun(walk);
            }
            return her;
        }
        let end = c.phrase_end(noun);
        let goes_on = matches!(c.part(end), Some(Part::Verb | Part::Auxiliary));
        if walk.depth == 0 && self.subclause(at, noun, end) || c.is_cue(walk.verb) && goes_on || !self.take(at..noun, noun..end) {
            return false;
        }
        (walk.object, walk.at) = (true, end);
        true
    }

    /// A preposition and its noun phrase; a place that not all tell is passed over.
    fn complement(&mut self, walk: &mut Walk) -> bool {
        let (c, at) = (self.clause, walk.at);
        let noun = c.behind_articles(at + 1);
        let end = c.phrase_end(noun);
        // "rose to nine as | divers | found two"
        let clause = c.opens_clause(at) && matches!(c.part(end), Some(Part::Verb | Part::Auxiliary));
        if !clause && c.is(noun, Part::Noun) && c.is_place_of_few(at, noun..end) {
            walk.at = end;
            return !c.is_capital(c.behind_articles(end + 1));
        }
        if clause || !c.is(noun, Part::Noun) || is_bare_number(c, noun, end) || !self.take(at..noun, noun..end) {
            return false;
        }
        (walk.links, walk.at) = (walk.links + 1, end);
        true
    }

    /// A word that belongs to the verb before it, and leads to no time: `broke | out | on Friday`.
    fn is_particle(&self, at: usize) -> bool {
        const LEADING: [&str; 2] = ["on", "over"];
        let leads = self.clause.behind_time(at) > at && LEADING.contains(&self.clause.word(at));
        let weekday = |i: usize| self.clause.token(i).is_some_and(|t| t.is(class::WEEKDAY));
        let into = self.clause.word(at) == "in" && weekday(at + 1);
        into || self.clause.is_particle(at) && !leads && !matches!(self.clause.word(at), "on" if self.clause.is(at + 1, Part::Own))
    }

    /// Takes what leads to a noun phrase, and the phrase; not one that a comma cuts: "a Holm, Norland man".
    fn take(&mut self, leading: Range<usize>, phrase: Range<usize>) -> bool {
        let c = self.clause;
        let indefinite = leading.clone().any(|i| matches!(c.word(i), "a" | "an"));
        if indefinite && c.is_capital(phrase.end - 1) && c.is(phrase.end, Part::Comma) && c.is_capital(phrase.end + 1) {
            return false;
        }
        // "five buildings | away"
        let away = (phrase.start..=phrase.end).any(|i| matches!(c.word(i), "away" | "ago" | "later"));
        let apart = away && c.counts(phrase.clone());
        if apart || !phrase.clone().any(|i| c.is_told(i)) {
            return false;
        }
        self.kept.extend(leading.chain(phrase).filter(|i| c.is_told(*i)));
        self.objects += 1;
        self.may_end(false);
        true
    }

    /// What is said: "said | the bridge was closed"; true if there is such a clause.
    fn subclause(&mut self, from: usize, noun: usize, end: usize) -> bool {
        const MOST: usize = 4;
        let c = self.clause;
        let group = c.behind_time(end);
        let verb = (group..group + MOST).take_while(|i| matches!(c.part(*i), Some(Part::Auxiliary | Part::Adverb | Part::Verb))).last();
        let Some(verb) = verb.filter(|v| c.is(*v, Part::Verb) || c.is(*v, Part::Auxiliary)) else { return false };
        self.kept.extend((from..noun).chain(noun..end).chain(group..verb).filter(|i| c.is_told(*i)));
        self.objects += 1;
        self.predicate(verb, 1);
        true
    }
}
