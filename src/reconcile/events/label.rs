//! A label for an event without a name: a piece of one of its sentences, as written, with the words that its sentences share.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use super::clause::{Clause, Part};
use super::piece::{self, Piece};
use crate::lexicon::{are_opposites, stem_of};
use crate::reconcile::story::Story;

/// Stems in order of how many lists have them, then of how early in them they stand; each list has the nearest first.
pub fn ranked<'s, S: AsRef<str> + 's>(lists: impl Iterator<Item = &'s [S]>) -> Vec<&'s str> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for list in lists {
        for (place, stem) in list.iter().enumerate() {
            let c = counts.entry(stem.as_ref()).or_default();
            *c = (c.0 + 1, c.1 + place);
        }
    }
    let mut stems: Vec<(&str, (usize, usize))> = counts.into_iter().collect();
    stems.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.1.1.cmp(&b.1.1)).then(a.0.cmp(b.0)));
    stems.into_iter().map(|s| s.0).collect()
}

/// A member, and what is known of its event.
pub struct Teller<'e> {
    pub member: usize,
    /// "Lee met Moss".
    pub event: Option<&'e str>,
    /// Of the words around it.
    pub stems: Vec<&'e str>,
}

/// The piece of a clause of one member that tells best what happened: it tells who did what, others tell the same, and it is short.
pub fn told(story: &Story, tellers: &[Teller]) -> Option<String> {
    const SHARED: usize = 3;
    const WEIGHT: f32 = 0.4;
    const WORDS: usize = 6;
    const LONGER: f32 = 0.04;
    // more members tell no more
    const MOST: usize = 16;
    let tellers = &tellers[..tellers.len().min(MOST)];
    let known: Vec<FxHashSet<CompactString>> = tellers.iter().map(known).collect();
    let score = |n: usize, p: &Piece| {
        let others = known.iter().enumerate().filter(|(other, _)| *other != n);
        let shared: usize = others.map(|(_, k)| p.stems.iter().filter(|s| k.contains(*s)).count().min(SHARED)).sum();
        let support = shared as f32 / known.len().saturating_sub(1).max(1) as f32;
        p.worth + WEIGHT * support - LONGER * p.text.split(' ').count().saturating_sub(WORDS) as f32
    };
    let clauses = clauses(story, tellers);
    let pieces = tellers.iter().zip(&clauses).enumerate().filter_map(|(n, (t, clause))| Some((n, piece::piece(clause, t.event)?)));
    let scored = pieces.map(|(n, p)| (score(n, &p), n, p));
    let best = scored.reduce(|a, b| if (b.0, Reverse(&b.2.text)) > (a.0, Reverse(&a.2.text)) { b } else { a });
    best.map(|(_, n, piece)| if tellers.len() > 1 { of_all(&clauses, n, &piece, tellers) } else { with_pronoun(&clauses[n], piece) })
}

/// What one clause tells; a verb alone says too little: `she said`, `it was opened`.
fn with_pronoun(clause: &Clause, piece: Piece) -> String {
    const GROUP: usize = 4;
    let [verb] = piece.kept[..] else { return piece.text };
    let helps = |i: &usize| clause.is(*i, Part::Auxiliary) || clause.is(*i, Part::Adverb);
    let group = (verb.saturating_sub(GROUP)..verb).rev().take_while(helps).last().unwrap_or(verb);
    match group.checked_sub(1).filter(|i| clause.is(verb, Part::Verb) && clause.is(*i, Part::Pronoun)) {
        Some(pronoun) => clause.joined(&(pronoun..=verb).collect::<Vec<_>>()),
        None => piece.text,
    }
}

/// What happens around a claim, with a gap where the claim stands: `tremor lasted …`. None if that is told in fewer than three words or
/// without a verb and one of whom or what.
pub fn told_around(story: &Story, member: usize) -> Option<String> {
    const FEW: usize = 3;
    const VERB: f32 = 0.4;
    let clause = clause_of(story, member);
    let piece = piece::piece(&clause, None).filter(|p| p.worth >= VERB && p.kept.len() >= FEW)?;
    let (before, behind) = piece.kept.split_at(piece.kept.partition_point(|i| *i < clause.own.start));
    let sides = [before, behind].map(|side| clause.joined(side));
    let gap = if behind.is_empty() || before.is_empty() { "" } else { " … " };
    Some(sides.join(gap))
}

/// What a piece of one clause tells of all: without the verb where another tells the opposite, and without who did it where another names
/// somebody else.
fn of_all(clauses: &[Clause], own: usize, piece: &Piece, tellers: &[Teller]) -> String {
    let clause = &clauses[own];
    let others = || tellers.iter().enumerate().filter(|(n, _)| *n != own).filter_map(|(n, t)| Some((&clauses[n], t.event?)));
    let opposite = |event: &str| {
        let verbs = piece.kept.iter().filter(|i| clause.is(**i, Part::Verb)).map(|i| clause.word(*i).to_lowercase());
        verbs.into_iter().any(|v| event.split(' ').any(|w| are_opposites(&v, w)))
    };
    if others().any(|(_, event)| opposite(event)) {
        return clause.nouns(&piece.kept);
    }
    let (subject, act) = piece.kept.split_at(piece.subject.min(piece.kept.len()));
    let named = subject.last().is_some_and(|i| clause.is_capital(*i));
    let words = clause.words();
    let other_doer = |other: &Clause, event: &str| {
        let first = event.split(' ').next().filter(|w| w.starts_with(char::is_uppercase));
        let known = |i: &usize| other.words().contains(clause.word(*i).to_lowercase().as_str()) || event.contains(clause.word(*i));
        let verb = |i: &usize| clause.is(*i, Part::Verb) && event.split(' ').any(|w| w == clause.word(*i));
        let other_name = first.is_some_and(|w| !words.contains(w.to_lowercase().as_str()));
        other_name && act.iter().any(verb) && !subject.iter().any(known)
    };
    let alone = named && act.len() > 1 && others().any(|(other, event)| other_doer(other, event));
    without_result(&if alone { clause.joined(act) } else { piece.text.clone() })
}

/// The label without the result of a vote or match, in which articles may differ: `Senate voted 55-45 to pass the bill`.
fn without_result(label: &str) -> String {
    let result = |w: &&str| w.split_once(['-', '–']).is_some_and(|(a, b)| [a, b].iter().all(|n| n.parse::<u32>().is_ok()));
    label.split(' ').filter(|w| !result(w)).collect::<Vec<_>>().join(" ")
}

/// The clauses around the members. Where there are several, each knows the words that all have.
fn clauses<'s>(story: &'s Story, tellers: &[Teller]) -> Vec<Clause<'s>> {
    let mut clauses: Vec<Clause> = tellers.iter().map(|t| clause_of(story, t.member)).collect();
    if clauses.len() > 1 {
        let all = clauses.iter().map(Clause::words).reduce(|a, b| a.intersection(&b).cloned().collect()).unwrap_or_default();
        clauses.iter_mut().for_each(|c| c.share(&all));
    }
    clauses
}

fn known(teller: &Teller) -> FxHashSet<CompactString> {
    let event = teller.event.into_iter().flat_map(|e| e.split(' ')).map(stem_of);
    teller.stems.iter().map(|s| CompactString::new(s)).chain(event).collect()
}

fn clause_of<'s>(story: &'s Story, member: usize) -> Clause<'s> {
    let sentence = story.sentence(member);
    let start = story.before(member).len();
    Clause::around(sentence, start..(sentence.len() - story.behind(member).len()).max(start))
}
