//! What a date dates, in words: the verb that governs it with who does it to whom, or the noun that it stands beside (`Tuesday's talks`).

use std::ops::Range;

use super::governor::{Governor, ends_clause, is_noun, phrase};
use crate::claim::Short;
use crate::extract::events::scene::Scene;
use crate::extract::mention::{NameKind, NameMention};
use crate::lexicon::class;

/// How far from its verb a subject may stand, and an object.
const SUBJECT_REACH: usize = 12;
const OBJECT_REACH: usize = 8;

/// The event that the date at these tokens dates, in words.
pub fn event(scene: &Scene, at: &Range<usize>, governor: &Governor) -> Short {
    match governor {
        Governor::Numbered(noun) | Governor::Noun(noun) => {
            let words = scene.cx.tokens.span(noun.clone()).of(scene.cx.tokens.text);
            Short::from(words.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Governor::Verb(verb) => Short::from(told(scene, *verb, at).join(" ")),
    }
}

/// Verb, subject, object of the clause of a date.
fn told(scene: &Scene, verb: usize, date: &Range<usize>) -> Vec<String> {
    let mut words: Vec<String> = subject(scene, verb, date).into_iter().collect();
    words.push(scene.word(verb).to_lowercase());
    words.extend(object(scene, verb, date));
    words
}

/// Who or what does it: the nearest name before the verb, else the noun there.
fn subject(scene: &Scene, verb: usize, date: &Range<usize>) -> Option<String> {
    if let Some(n) = subject_name(scene, verb, date) {
        return Some(scene.found.entities[n.entity].name.clone());
    }
    let open = clause_before(scene, verb, date).start;
    let noun = (open..verb).rev().find(|i| is_noun(scene, *i))?;
    Some(scene.word(noun).to_owned())
}

/// Whom the clause of a verb is about: its subject, or the person to whom a body or place did it ("the club signed Lee on Monday").
pub fn about<'a>(scene: &Scene<'a>, verb: usize, date: &Range<usize>) -> Option<&'a NameMention> {
    let person = |n: &NameMention| n.kind == NameKind::Person;
    let subject = subject_name(scene, verb, date);
    let done_to = || object_name(scene, &object_range(scene, verb, date)).filter(|n| person(n));
    subject.filter(|n| person(n)).or_else(done_to).or(subject)
}

/// The name that stands before a verb as its subject.
fn subject_name<'a>(scene: &Scene<'a>, verb: usize, date: &Range<usize>) -> Option<&'a NameMention> {
    let clause = clause_before(scene, verb, date);
    let acts = |n: &&NameMention| n.tokens.start >= clause.start && n.tokens.end <= verb && !is_placed(scene, n);
    scene.names.iter().rev().find(acts)
}

/// The tokens of a verb's clause before it, within reach of a subject.
fn clause_before(scene: &Scene, verb: usize, date: &Range<usize>) -> Range<usize> {
    let from = verb.saturating_sub(SUBJECT_REACH).max(if date.end <= verb { date.end } else { scene.tokens.start });
    let open = (from..verb).rev().take_while(|i| !ends_clause(scene, *i)).last();
    open.unwrap_or(verb)..verb
}

/// To whom or what: the first name or the noun phrase behind the verb.
fn object(scene: &Scene, verb: usize, date: &Range<usize>) -> Option<String> {
    let range = object_range(scene, verb, date);
    let noun = range.clone().find(|i| is_noun(scene, *i)).and_then(|i| phrase(scene, i, range.end));
    match (noun, object_name(scene, &range)) {
        (Some(p), Some(n)) if p.end <= n.tokens.start => Some(scene.word(p.end - 1).to_owned()),
        (_, Some(n)) => Some(scene.found.entities[n.entity].name.clone()),
        (Some(p), None) => Some(scene.word(p.end - 1).to_owned()),
        (None, None) => None,
    }
}

fn object_name<'a>(scene: &Scene<'a>, range: &Range<usize>) -> Option<&'a NameMention> {
    scene.names.iter().find(|n| n.tokens.start >= range.start && n.tokens.end <= range.end && !is_placed(scene, n))
}

/// The tokens behind a verb where its object stands.
fn object_range(scene: &Scene, verb: usize, date: &Range<usize>) -> Range<usize> {
    let to = (verb + 1 + OBJECT_REACH).min(if date.start > verb { date.start } else { scene.tokens.end });
    verb + 1..(verb + 1..to).find(|i| ends_clause(scene, *i) || scene.is_punct(*i, &[','])).unwrap_or(to)
}

/// `in Naxos`, `from Santorini`: where it happens, not who does it.
fn is_placed(scene: &Scene, name: &NameMention) -> bool {
    let before = name.tokens.start.wrapping_sub(1);
    scene.has(before, class::PREPOSITION) && !scene.is(before, &["with", "to", "of", "against", "for"]) || scene.is_clitic(name.tokens.end)
}
