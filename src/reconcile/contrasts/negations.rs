//! What one article tells, and another tells as not done: `the hall reopened`, `the hall did not reopen`, `failed to reopen`.
//!
//! The tables know acts that news is made of; this needs no table, only a sentence that tells all of what the other says was not so.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::pairs::{Place, What};
use super::passage::{Passage, Weight, Word};
use crate::lexicon::word_sets;

word_sets! {
    /// Auxiliaries before `not`, or with `n't`, by which a past act is negated: `did`, `has`.
    PAST = 0: "past_auxiliary";
    /// Verbs that make the one behind `to` undone: `failed`, `refused`.
    LEAVING = 1: "leaves_undone";
    /// What people do or do not do in any report, and what goes on inside of them.
    ANYBODY = 2: "done_by_anybody";
    /// Words behind a negation that limit it.
    LIMITING = 3: "limiting_denial";
}

/// Sentences of a verb that are looked at, and negations of an article. Choices, as all that follow.
const HOLDERS: usize = 24;
const MOST: usize = 32;
/// Words before the negation among which its subject stands, and words behind its verb that tell what was not done.
const SUBJECT: usize = 6;
const OBJECT: usize = 8;
/// So much of what is negated stands in the sentence that tells it, by weight; and so many words beside the verb.
const TOLD: f32 = 0.8;
const BESIDE: usize = 2;

/// What is told as not done: the words of the negated clause, its verb among them.
struct Negation<'p> {
    passage: usize,
    words: Range<usize>,
    verb: &'p Word,
    beside: Vec<&'p Word>,
}

/// Each negation with a sentence of another article that tells the same as done, where neither article has both.
pub fn pairs(passages: &[Passage]) -> Vec<(Place, Place)> {
    let all = negations(passages);
    let mut holders: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
    for n in &all {
        holders.entry(&n.verb.means).or_default();
    }
    for (passage, p) in passages.iter().enumerate() {
        for (at, w) in p.words.iter().enumerate().filter(|(_, w)| w.weight == Weight::Full) {
            if let Some(of) = holders.get_mut(w.means.as_str()).filter(|of| of.len() < HOLDERS) {
                of.push((passage, at));
            }
        }
    }
    let denied: FxHashSet<(&str, usize)> = all.iter().map(|n| (n.verb.means.as_str(), passages[n.passage].article)).collect();
    let mut out = Vec::new();
    for n in &all {
        let (article, of) = (passages[n.passage].article, &holders[n.verb.means.as_str()]);
        let denied_there = |article: usize| denied.contains(&(n.verb.means.as_str(), article));
        let days = passages[n.passage].days();
        let of_one_day = |q: &Passage| days.is_empty() || q.days().is_empty() || !days.is_disjoint(&q.days());
        let told = |(passage, at): &(usize, usize)| {
            let q = &passages[*passage];
            *passage != n.passage && of_one_day(q) && is_told(q, *at, n)
        };
        if of.iter().any(|h| passages[h.0].article == article && told(h)) {
            continue;
        }
        let elsewhere = of.iter().find(|h| passages[h.0].article != article && told(h) && !denied_there(passages[h.0].article));
        if let Some(&(passage, at)) = elsewhere {
            out.push((
                Place { passage, words: at..at + 1, what: What::Negation },
                Place { passage: n.passage, words: n.words.clone(), what: What::Negation },
            ));
        }
    }
    out
}

fn negations(passages: &[Passage]) -> Vec<Negation<'_>> {
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    let mut out = Vec::new();
    for (passage, p) in passages.iter().enumerate() {
        for at in 0..p.words.len() {
            let Some((words, verb)) = negated(p, at) else { continue };
            let count = counts.entry(p.article).or_default();
            *count += 1;
            if *count <= MOST {
                out.extend(negation(passage, p, words, verb));
            }
        }
    }
    out
}

/// The words from a negation at a word to its verb, and where the verb stands: `did not | sign`, `failed to sign`, `was not signed`.
fn negated(p: &Passage, at: usize) -> Option<(Range<usize>, usize)> {
    const REACH: usize = 3;
    let lower = |i: usize| p.words.get(i).map_or("", |w| w.lower.as_str());
    let past = |i: usize| SETS.holds(lower(i), PAST);
    let joined = lower(at).strip_suffix("n't").or(lower(at).strip_suffix("n’t")).is_some_and(|w| SETS.holds(w, PAST));
    let (first, from) = match lower(at) {
        "not" | "never" if at > 0 && past(at - 1) => (at - 1, at + 1),
        _ if joined => (at, at + 1),
        word if SETS.holds(word, LEAVING) && lower(at + 1) == "to" => (at, at + 2),
        _ => return None,
    };
    let near = from..(from + REACH).min(p.words.len());
    let verb = near.take_while(|i| *i == from || !p.words[*i].apart).find(|i| p.words[*i].weight != Weight::Light)?;
    let limited = (from..verb).any(|i| SETS.holds(lower(i), LIMITING));
    (p.words[verb].weight == Weight::Full && !limited && !SETS.holds(lower(verb), ANYBODY)).then_some((first..verb + 1, verb))
}

/// None where the sentence leaves it open or limits it, or tells too little around it.
fn negation(passage: usize, p: &Passage, words: Range<usize>, verb: usize) -> Option<Negation<'_>> {
    let tells = |i: &usize| matches!(p.words[*i].weight, Weight::Full | Weight::Name);
    let before = (words.start.saturating_sub(SUBJECT)..words.start).rev().take_while(|i| *i + 1 == words.start || !p.words[i + 1].apart);
    let behind: Vec<usize> = (verb + 1..(verb + OBJECT).min(p.words.len())).take_while(|i| !p.words[*i].apart).collect();
    // "if it did not", "denied that it did not"
    let open = p.turns_beside(&words) > 0 || p.words.iter().any(|w| w.accuses);
    if open || behind.iter().any(|i| SETS.holds(&p.words[*i].lower, LIMITING)) {
        return None;
    }
    let beside: Vec<&Word> = before.filter(tells).chain(behind.into_iter().filter(tells)).map(|i| &p.words[i]).collect();
    (beside.len() >= BESIDE).then_some(Negation { passage, words, verb: &p.words[verb], beside })
}

/// A sentence tells as a fact what is negated elsewhere, by the verb at a word.
fn is_told(q: &Passage, at: usize, n: &Negation) -> bool {
    let past = q.words[at].verbal && !q.words[at].lower.ends_with("ing");
    let open = q.words.iter().any(|w| w.turns || w.accuses) || !past || is_infinitive(q, at);
    let has = |w: &&&Word| q.words.iter().any(|o| o.means == w.means && o.weight != Weight::Light);
    let weight = |w: &Word| if w.weight == Weight::Name { 0.5 } else { 1.0 };
    let shared = n.beside.iter().filter(has);
    let count = shared.clone().count();
    let told: f32 = shared.map(|w| weight(w)).sum();
    let all: f32 = n.beside.iter().map(|w| weight(w)).sum();
    !open && count >= BESIDE && told >= TOLD * all
}

/// `to sign`, `will sign`: what is to come.
fn is_infinitive(q: &Passage, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|i| matches!(q.words[i].lower.as_str(), "to" | "will" | "shall" | "can" | "must"))
}
