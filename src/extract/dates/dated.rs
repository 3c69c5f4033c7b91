//! What a date dates: the verb of its clause with who does it to whom, or the noun that it stands beside (`Tuesday's talks`).
//!
//! There is no parse tree: the verb is the nearest before the date in its clause, or the first behind a date that opens the sentence.

use std::ops::Range;

use crate::claim::Short;
use crate::extract::Context;
use crate::extract::events::scene::Scene;
use crate::extract::mention::{Mentions, NameMention};
use crate::lexicon::class;
use crate::lexicon::tense::TenseWord;
use crate::text::{Token, form};

/// How far from its date a verb may stand, from its verb a subject, and an object.
const VERB_REACH: usize = 16;
const SUBJECT_REACH: usize = 12;
const OBJECT_REACH: usize = 8;

/// The event that a date of the mentions dates, in words; `None` where the sentence has no verb or noun near it.
pub fn event(cx: &Context, found: &Mentions, date: usize) -> Option<Short> {
    let at = found.dates.get(date)?.tokens.clone();
    let scene = Scene::new(cx, found, super::tense::sentence(cx, at.start));
    let words = numbered_noun(&scene, &at).or_else(|| owned_noun(&scene, at.end)).or_else(|| told(&scene, &at))?;
    Some(Short::from(words.join(" ")))
}

/// `the 2016 election`, `a 2008 Bentley`: a year that belongs to the noun behind it dates nothing else.
fn numbered_noun(scene: &Scene, date: &Range<usize>) -> Option<Vec<String>> {
    const REACH: usize = 4;
    let (year, next) = (date.end - 1, date.end);
    let alone = scene.token(year).is_some_and(Token::is_number) && scene.word(year).len() == 4 && date.len() <= 2;
    let before = date.start.wrapping_sub(1);
    let determined = scene.has(before, class::ARTICLE | class::DETERMINER | class::PRONOUN) || scene.is_clitic(before) || date.len() == 2;
    let noun = phrase(scene, next, next + REACH).filter(|_| alone && !is_verb(scene, next))?;
    let lower = scene.is_lower(next) && !scene.has(noun.end, class::AUXILIARY);
    let named = determined && scene.token(next).is_some_and(Token::is_capital);
    (lower || named).then(|| {
        let words = scene.cx.tokens.span(year..noun.end).of(scene.cx.tokens.text);
        vec![words.split_whitespace().collect::<Vec<_>>().join(" ")]
    })
}

/// `Tuesday's talks`, `the Nov. 5 attack`: the phrase behind the date.
fn owned_noun(scene: &Scene, end: usize) -> Option<Vec<String>> {
    let owned = scene.is_clitic(end);
    let start = end + usize::from(owned);
    let noun = phrase(scene, start, start + 5).filter(|p| p.end > start)?;
    let whole = owned
        || scene.is_lower(start)
            && !is_verb(scene, start)
            && !scene.has(noun.end, class::AUXILIARY)
            && scene.token(start).is_some_and(|t| t.is(class::EVENT));
    whole.then(|| vec![scene.cx.tokens.span(noun).of(scene.cx.tokens.text).split_whitespace().collect::<Vec<_>>().join(" ")])
}

/// Verb, subject, object of the clause of a date.
fn told(scene: &Scene, date: &Range<usize>) -> Option<Vec<String>> {
    let verb = verb_before(scene, date.start).or_else(|| verb_behind(scene, date.end))?;
    let mut words: Vec<String> = subject(scene, verb, date).into_iter().collect();
    words.push(scene.word(verb).to_lowercase());
    words.extend(object(scene, verb, date));
    Some(words)
}

fn verb_before(scene: &Scene, start: usize) -> Option<usize> {
    let from = start.saturating_sub(VERB_REACH).max(scene.tokens.start);
    (from..start).rev().take_while(|i| !ends_clause(scene, *i)).find(|i| is_verb(scene, *i))
}

fn verb_behind(scene: &Scene, end: usize) -> Option<usize> {
    let to = (end + VERB_REACH).min(scene.tokens.end);
    (end..to).take_while(|i| !ends_clause(scene, *i)).find(|i| is_verb(scene, *i))
}

fn ends_clause(scene: &Scene, i: usize) -> bool {
    scene.is_punct(i, &[';', ':', '"', '“', '”', '(', ')', '—', '–'])
}

/// The base form behind a modal verb or `to`: `will appear`, `is due to open`.
fn is_base_form(scene: &Scene, i: usize) -> bool {
    const MODALS: [&str; 11] = ["will", "would", "may", "might", "can", "could", "should", "must", "shall", "to", "not"];
    is_noun(scene, i) && scene.is(i.wrapping_sub(1), &MODALS) && !scene.is(i, &["be", "have"])
}

/// A verb in the past or of the tables, and no participle before a noun that it describes.
fn is_verb(scene: &Scene, i: usize) -> bool {
    let Some(t) = scene.token(i).filter(|t| t.is_word() && !t.is_capital() && !t.is(class::AUXILIARY)) else { return false };
    let told = scene.cx.lexicon.tense.get(t);
    let past = matches!(told, Some(TenseWord::Past | TenseWord::Bare)) && !scene.is(i, &["ago", "since"]);
    let formed = t.end - t.start > 4 && scene.word(i).ends_with("ed") && !t.is(class::NUMBER);
    let described = scene.has(i.wrapping_sub(1), class::ARTICLE | class::DETERMINER) || scene.is_punct(i + 1, &['-']);
    (past || formed || is_base_form(scene, i) || t.is(class::CUE) && !scene.is(i, &["according"])) && !described
}

/// Who or what does it: the nearest name before the verb, else the noun there.
fn subject(scene: &Scene, verb: usize, date: &Range<usize>) -> Option<String> {
    let from = verb.saturating_sub(SUBJECT_REACH).max(if date.end <= verb { date.end } else { scene.tokens.start });
    let open = (from..verb).rev().take_while(|i| !ends_clause(scene, *i)).last()?;
    let acts = |n: &&NameMention| n.tokens.start >= open && n.tokens.end <= verb && !is_placed(scene, n);
    let name = scene.names.iter().rev().find(acts);
    if let Some(n) = name {
        return Some(scene.found.entities[n.entity].name.clone());
    }
    let noun = (open..verb).rev().find(|i| is_noun(scene, *i))?;
    Some(scene.word(noun).to_owned())
}

/// To whom or what: the first name or the noun phrase behind the verb.
fn object(scene: &Scene, verb: usize, date: &Range<usize>) -> Option<String> {
    let to = (verb + 1 + OBJECT_REACH).min(if date.start > verb { date.start } else { scene.tokens.end });
    let close = (verb + 1..to).find(|i| ends_clause(scene, *i) || scene.is_punct(*i, &[','])).unwrap_or(to);
    let noun = (verb + 1..close).find(|i| is_noun(scene, *i)).and_then(|i| phrase(scene, i, close));
    let name = scene.names.iter().find(|n| n.tokens.start > verb && n.tokens.end <= close && !is_placed(scene, n));
    match (noun, name) {
        (Some(p), Some(n)) if p.end <= n.tokens.start => Some(scene.word(p.end - 1).to_owned()),
        (_, Some(n)) => Some(scene.found.entities[n.entity].name.clone()),
        (Some(p), None) => Some(scene.word(p.end - 1).to_owned()),
        (None, None) => None,
    }
}

/// `in Naxos`, `from Santorini`: where it happens, not who does it.
fn is_placed(scene: &Scene, name: &NameMention) -> bool {
    let before = name.tokens.start.wrapping_sub(1);
    scene.has(before, class::PREPOSITION) && !scene.is(before, &["with", "to", "of", "against", "for"]) || scene.is_clitic(name.tokens.end)
}

fn is_noun(scene: &Scene, i: usize) -> bool {
    let function = class::FUNCTION | class::NEGATION | class::NUMBER | class::ADVERB | class::CUE;
    scene.token(i).is_some_and(|t: &Token| t.is_word() && !t.is(function) && !t.has(form::DIGIT)) && !scene.is_adverb(i)
}

/// The words from `start` to before `end` that belong to one phrase, hyphens among them.
fn phrase(scene: &Scene, start: usize, end: usize) -> Option<Range<usize>> {
    let belongs = |i: &usize| is_noun(scene, *i) && (*i == start || !is_verb(scene, *i)) || scene.is_punct(*i, &['-']) && *i > start;
    let last = (start..end.min(scene.tokens.end)).take_while(belongs).last()?;
    Some(start..last + 1)
}
