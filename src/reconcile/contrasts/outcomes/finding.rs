//! Where an article tells how a matter ended.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use compact_str::CompactString;

use super::who::{self, Whose};
use crate::claim::Short;
use crate::lexicon::outcomes::{Outcome, Part, Phrase, beginning, matter};
use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::{class, lexicon, stem_of, word_sets};
use crate::reconcile::contrasts::passage::{Name, Passage, Weight, Word};

word_sets! {
    BE = 0: "passive_auxiliary";
    /// What follows is not told as a fact.
    OPEN = 1: "outcome_left_open";
    /// Before `to`: what follows was not done.
    NOT_DONE = 2: "stem_of_not_doing";
    /// Before `to`: what follows came about.
    CAME_ABOUT = 3: "stem_of_coming_about";
    /// Between subject and verb.
    BESIDE = 4: "adverb_beside_verb";
    /// Makes a noun of the word behind it.
    BEFORE_NOUN = 5: "before_a_noun";
    IN_THE_END = 6: "adverb_of_the_end";
    /// Whoever is released from it was not held.
    NO_JAIL = 7: "venue";
}

/// A phrase that tells an outcome, where it stands.
pub struct Finding {
    pub matter: u16,
    pub name: &'static str,
    pub part: Part,
    pub passage: usize,
    /// The verb with what belongs to it.
    pub words: Range<usize>,
    /// It is told as a fact.
    pub told: bool,
    /// Not a fact by itself, but it came about: `was forced to resign`.
    came_about: bool,
    pub whose: Whose,
    /// The names of those who decide.
    pub deciders: BTreeSet<Short>,
}

impl Finding {
    /// The article tells it in some way.
    pub fn counts(&self) -> bool {
        self.told || self.came_about
    }
}

/// The words before a verb that belong to it.
pub struct Group {
    pub start: usize,
    pub passive: bool,
    negated: bool,
    open: bool,
    came_about: bool,
}

/// All findings, so many of a matter in each article at most.
pub fn all(passages: &[Passage]) -> Vec<Finding> {
    const MOST: usize = 24;
    let mut counts: BTreeMap<(usize, u16), usize> = BTreeMap::new();
    let mut out = Vec::new();
    for (i, p) in passages.iter().enumerate() {
        for at in 0..p.words.len() {
            let word = &p.words[at];
            let phrases = if word.quoted || word.tied { &[] } else { beginning(&stem_of(&word.lower)) };
            for phrase in phrases {
                let Some(found) = finding(passages, i, at, phrase) else { continue };
                let count = counts.entry((p.article, found.matter)).or_default();
                *count += 1;
                if *count <= MOST {
                    out.push(found);
                }
            }
        }
    }
    out
}

fn finding(passages: &[Passage], passage: usize, at: usize, phrase: &Phrase) -> Option<Finding> {
    let p = &passages[passage];
    let (end, inner) = follow(p, at, &phrase.stems[1..])?;
    if is_noun(p, at) || is_from_no_jail(p, end) {
        return None;
    }
    let group = group(p, at);
    if is_bare(p, at, &group) {
        return None;
    }
    let outcome = phrase.outcome;
    if outcome.part == Part::What && !is_of_a_thing(p, &group, at..end) {
        return None;
    }
    let name = match (group.negated || inner, outcome.not) {
        (false, _) => outcome.name,
        (true, Some(not)) => not,
        (true, None) => return None,
    };
    // "was arrested and later released": what came of it in the end
    let later = matter(outcome.matter).turns && p.words[group.start..at].iter().any(|w| is(w, IN_THE_END));
    let told = !group.open && !later && !is_long_ago(p, end) && !is_gerund(&p.words[at], &group);
    Some(Finding {
        matter: outcome.matter,
        name,
        part: outcome.part,
        passage,
        words: group.start..end,
        told,
        came_about: group.came_about,
        whose: whose(passages, passage, at, end, &group, outcome),
        deciders: if outcome.part == Part::What { deciders(p, &group, end) } else { BTreeSet::new() },
    })
}

/// The end of a phrase of which other words may stand between the words, and whether a negation does.
fn follow(p: &Passage, at: usize, stems: &[CompactString]) -> Option<(usize, bool)> {
    const BETWEEN: usize = 6;
    let (mut end, mut negated) = (at + 1, false);
    for wanted in stems {
        let near = (end..(end + BETWEEN + 1).min(p.words.len())).take_while(|i| !p.words[*i].begins());
        let next = near.into_iter().find(|i| stem_of(&p.words[*i].lower) == *wanted)?;
        negated |= p.words[end..next].iter().any(is_negation);
        end = next + 1;
    }
    Some((end, negated))
}

fn is_negation(w: &Word) -> bool {
    lexicon().words.classes(lexicon().words.id(&w.lower)).any(class::NEGATION) || w.lower.ends_with("n't") || w.lower.ends_with("n’t")
}

fn is(w: &Word, set: u32) -> bool {
    SETS.holds(&w.lower, set)
}

/// `the release`, `Lund's resignation`
fn is_noun(p: &Passage, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|i| !p.words[at].begins() && (p.words[i].owns || is(&p.words[i], BEFORE_NOUN)))
}

/// `released from hospital`
fn is_from_no_jail(p: &Passage, end: usize) -> bool {
    const REACH: usize = 3;
    let from = p.words.get(end).is_some_and(|w| w.lower == "from");
    from && p.words[end + 1..].iter().take(REACH).any(|w| is(w, NO_JAIL))
}

/// A base form without what makes a verb of it: `escaped | arrest`, but not `jurors | acquit`.
fn is_bare(p: &Passage, at: usize, group: &Group) -> bool {
    let w = &p.words[at];
    let inflected = w.lower.ends_with('s') || w.lower.ends_with("ed") || w.lower.ends_with("ing") || is_irregular_form(&w.lower);
    let plural = |i: usize| p.words[i].lower.ends_with('s');
    !inflected && group.start == at && !at.checked_sub(1).is_some_and(plural)
}

/// Reads the auxiliaries and adverbs before the verb at word `at`.
fn group(p: &Passage, at: usize) -> Group {
    let mut g = Group { start: at, passive: false, negated: false, open: false, came_about: false };
    while let Some(i) = g.start.checked_sub(1).filter(|_| !p.words[g.start].begins()) {
        let w = &p.words[i];
        if w.lower == "to" {
            let before = i.checked_sub(1).map(|b| stem_of(&p.words[b].lower)).unwrap_or_default();
            let not = SETS.holds(&before, NOT_DONE);
            g.negated |= not;
            g.open |= !not;
            g.came_about |= SETS.holds(&before, CAME_ABOUT);
            g.start = i - not as usize;
            if not {
                continue;
            }
            break;
        }
        let auxiliary = lexicon().words.classes(lexicon().words.id(&w.lower)).any(class::AUXILIARY);
        if !(auxiliary || is_negation(w) || is(w, BESIDE) || w.lower.ends_with("ly") && w.weight != Weight::Name) {
            break;
        }
        g.passive |= is(w, BE);
        g.negated |= is_negation(w);
        g.open |= is(w, OPEN);
        g.start = i;
    }
    // "whether she resigned", "if he survives"
    g.open |=
        p.words[g.start.saturating_sub(OPENING)..g.start].iter().any(|w| matches!(w.lower.as_str(), "if" | "whether" | "unless" | "until"));
    g
}

/// Words before a verb among which a condition opens its clause.
const OPENING: usize = 8;

/// A year stands behind it in the clause.
fn is_long_ago(p: &Passage, end: usize) -> bool {
    const REACH: usize = 8;
    let near = p.words.iter().skip(end).take(REACH).take_while(|w| !w.begins());
    near.into_iter().any(|w| w.weight == Weight::Number && w.lower.len() == 4 && w.lower.bytes().all(|b| b.is_ascii_digit()))
}

/// `after being released`, `of killing`: a gerund that no auxiliary makes a verb.
fn is_gerund(w: &Word, group: &Group) -> bool {
    w.lower.ends_with("ing") && !group.passive
}

/// What is decided is a thing: `approved the mine`, `House Bill 12 was voted down`, but not `passed Ann Lee`, `Lee was not signed`.
fn is_of_a_thing(p: &Passage, group: &Group, phrase: Range<usize>) -> bool {
    let Range { start: at, end } = phrase;
    const LONGEST: usize = 12;
    let person = |w: &Word| lexicon().words.classes(lexicon().words.id(&w.lower)).any(class::ROLE | class::KINSHIP);
    let thing = |w: &Word| w.kind != Name::Person && !person(w);
    let told = |w: &&Word| w.weight != Weight::Light;
    let led =
        |phrase: &[Word]| phrase.iter().any(|w| w.lower == "the" || w.weight == Weight::Full && !w.verbal || w.weight == Weight::Number);
    // "completed its acquisition"
    if end > at + 1 && p.words[end - 1].weight == Weight::Full {
        return true;
    }
    let object = &p.words[end..(end + LONGEST).min(p.words.len())];
    let length = object.iter().take_while(|w| !w.begins() && !who::ends_phrase(w)).count();
    if !group.passive && length > 0 {
        return led(&object[..length]) && object[..length].iter().rev().find(told).is_some_and(thing);
    }
    let before = &p.words[group.start.saturating_sub(LONGEST)..group.start];
    let subject = &before[before.iter().rposition(Word::begins).unwrap_or(0)..];
    // "organisers said that the race", "a strike of crews"
    let heads =
        [subject.iter().skip_while(|w| !told(w)).take_while(|w| !who::ends_phrase(w)).filter(told).last(), subject.iter().rev().find(told)];
    heads.into_iter().flatten().any(|w| thing(w) && (w.weight != Weight::Name || led(subject)))
}

fn whose(passages: &[Passage], passage: usize, at: usize, end: usize, group: &Group, outcome: Outcome) -> Whose {
    let p = &passages[passage];
    match outcome.part {
        Part::What => Whose::Unknown,
        Part::Who => who::subject(passages, passage, group.start),
        Part::Whom if group.passive || is_reduced(p, at, end) => who::subject(passages, passage, group.start),
        Part::Whom => who::object(passages, passage, at + 1),
    }
}

/// `Lund, acquitted on Monday`, `Minister sacked`: nothing follows that it could be done to.
fn is_reduced(p: &Passage, at: usize, end: usize) -> bool {
    let participle = p.words[at].lower.ends_with("ed") || is_irregular_form(&p.words[at].lower);
    let preposition = |w: &Word| lexicon().words.classes(lexicon().words.id(&w.lower)).any(class::PREPOSITION);
    participle && end == at + 1 && p.words.get(end).is_none_or(|w| w.begins() || preposition(w))
}

/// The names before an active verb, or behind `by`.
fn deciders(p: &Passage, group: &Group, end: usize) -> BTreeSet<Short> {
    const REACH: usize = 8;
    let names = |words: &[Word]| words.iter().filter(|w| w.weight == Weight::Name).map(|w| w.means.clone()).collect::<BTreeSet<_>>();
    if !group.passive {
        return names(&p.words[..group.start]);
    }
    let behind = &p.words[end..(end + REACH).min(p.words.len())];
    behind.iter().position(|w| w.lower == "by").map(|by| names(&behind[by..])).unwrap_or_default()
}
