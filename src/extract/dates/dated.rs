//! What a date dates, in words: the verb that governs it with who does it to whom, or the noun that it stands beside (`Tuesday's talks`).

use std::ops::Range;

use super::governor::{Governor, ends_clause, head, is_noun, is_verb, opened, phrase, verb_before};
use crate::claim::Short;
use crate::extract::events::owner::owner_of_subject;
use crate::extract::events::scene::Scene;
use crate::extract::mention::{NameKind, NameMention};
use crate::lexicon::{class, word_sets};

word_sets! {
    /// Participles for how something came about, on its date: `written`.
    MADE = 0: "made";
    /// What a club does with a player, in the past.
    TAKING_ON = 1: "taking_on";
}

/// Tokens back from a relative clause to the noun that it is about.
const ANTECEDENT: usize = 3;
/// How far from its verb a subject may stand, and an object.
const SUBJECT_REACH: usize = 12;
const OBJECT_REACH: usize = 8;
const APPOSITION_REACH: usize = 20;

/// The event that the date at these tokens dates, in words.
pub fn event(scene: &Scene, at: &Range<usize>, governor: &Governor) -> Short {
    match governor {
        Governor::Numbered(noun) | Governor::Noun(noun) => Short::from(scene.cx.tokens.words(noun.clone())),
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
    let clause = clause_before(scene, verb, date);
    if are_addressed(scene, &clause) {
        return None;
    }
    // "what happened on May 4" is nobody's doing
    if scene.is(group_start(scene, &clause).wrapping_sub(1), &["what"]) {
        return None;
    }
    let (start, end) = match relative_before(scene, &clause) {
        Some(comma) => (comma.saturating_sub(ANTECEDENT).max(scene.tokens.start), comma),
        None => (clause.start, aside(scene, &clause).unwrap_or(clause.end)),
    };
    let noun = (start..end).rev().find(|i| is_noun(scene, *i) && !is_verb(scene, *i) && !scene.has(*i, class::TEMPORAL))?;
    let noun = if is_made(scene, verb) { noun } else { head_noun(scene, start..noun + 1) };
    Some(scene.word(noun).to_owned())
}

/// A participle right behind what was made, of whatever that is: "the story of a fund launched in 2011".
fn is_made(scene: &Scene, verb: usize) -> bool {
    let before = verb.wrapping_sub(1);
    scene.is_in(verb, &SETS, MADE) && is_noun(scene, before) && scene.is_lower(before) && scene.has(verb + 1, class::PREPOSITION)
}

/// The head noun of a phrase whose last words may be a complement: "The secretary of a member of the board".
fn head_noun(scene: &Scene, phrase: Range<usize>) -> usize {
    const NESTED: usize = 3;
    let last = phrase.end - 1;
    std::iter::successors(Some(last), |noun| owner_before(scene, phrase.start, *noun)).take(NESTED + 1).last().unwrap_or(last)
}

/// The noun before the "of" or "for" whose phrase ends in this one.
fn owner_before(scene: &Scene, from: usize, noun: usize) -> Option<usize> {
    const PHRASE: usize = 5;
    let within = |i: &usize| is_noun(scene, *i) && !is_verb(scene, *i) || scene.has(*i, class::ARTICLE | class::NUMBER);
    let first = (from..noun).rev().take(PHRASE).take_while(within).last().unwrap_or(noun);
    let of = first.checked_sub(1).filter(|i| *i > from && scene.is(*i, &["of", "for"]))?;
    (is_noun(scene, of - 1) && scene.is_lower(of - 1) && !is_verb(scene, of - 1)).then_some(of - 1)
}

/// Who was born on a date, where it tells a birth: whoever stands before the word, or behind the comma where it opens the sentence ("Born in
/// Oslo on 9 May 1934, the daughter of a smith, Lee studied"). Some, with none where nobody is named.
pub fn birth<'a>(scene: &Scene<'a>, date: &Range<usize>) -> Option<Option<&'a NameMention>> {
    let from = date.start.saturating_sub(SUBJECT_REACH).max(scene.tokens.start);
    let own = |i: &usize| !ends_clause(scene, *i) && scene.date_at(*i).is_none();
    let born = (from..date.start).rev().take_while(own).find(|i| scene.is(*i, &["born"]))?;
    let person = |n: &&NameMention| n.kind == NameKind::Person && !scene.has(n.tokens.start.wrapping_sub(1), class::PREPOSITION);
    if born == scene.tokens.start {
        let comma = (date.end..scene.tokens.end).find(|i| scene.is_punct(*i, &[',']));
        return Some(comma.and_then(|comma| scene.names.iter().filter(person).find(|n| n.tokens.start > comma)));
    }
    let before = scene.names.iter().rev().filter(person).find(|n| n.tokens.end <= born);
    // "he was born", "Lee, whose wife was born"
    let other = |i: usize| scene.is(i, &["he", "she", "her", "his", "they", "their", "whose"]) || scene.is_clitic(i);
    Some(before.filter(|n| !(n.tokens.end..born).any(other)))
}

/// Whom the clause of a verb is about: its subject, or the person to whom a body or place did it ("the club signed Lee on Monday").
pub fn about<'a>(scene: &Scene<'a>, verb: usize, date: &Range<usize>) -> Option<&'a NameMention> {
    let person = |n: &NameMention| n.kind == NameKind::Person;
    let subject = subject_name(scene, verb, date);
    let done_to = || object_name(scene, &object_range(scene, verb, date)).filter(|n| person(n));
    subject.filter(|n| person(n)).or_else(done_to).or(subject)
}

/// What the clause of a verb tells, where the verb alone does not: a club that adds, claims or picks up a player signs them.
pub fn concept(scene: &Scene, verb: usize, date: &Range<usize>) -> Option<&'static str> {
    let rejoined = scene.is_punct(verb.wrapping_sub(1), &['-']) && scene.is(verb.wrapping_sub(2), &["re"]);
    if !scene.is_in(verb, &SETS, TAKING_ON)
        || scene.is(verb, &["resigned"]) && !rejoined
        || scene.is(verb, &["picked"]) && !scene.is(verb + 1, &["up"])
    {
        return None;
    }
    let person = |n: &NameMention| n.kind == NameKind::Person;
    let passive = scene.has(verb.wrapping_sub(1), class::AUXILIARY) && subject_name(scene, verb, date).is_some_and(person);
    let players = object_name(scene, &object_range(scene, verb, date)).is_some_and(person);
    (passive || players).then_some("signing")
}

/// The name that stands before a verb as its subject.
fn subject_name<'a>(scene: &Scene<'a>, verb: usize, date: &Range<usize>) -> Option<&'a NameMention> {
    let clause = clause_before(scene, verb, date);
    if let Some(named) = before_apposition(scene, &clause) {
        return Some(named);
    }
    if has_own_noun(scene, &clause) || are_addressed(scene, &clause) {
        return None;
    }
    let acts = |n: &&NameMention| n.tokens.start >= clause.start && n.tokens.end <= clause.end && !is_placed(scene, n);
    let nearest = scene.names.iter().rev().find(acts)?;
    // "a member of Congress", "the mayor of Oslo"
    let last = nearest.tokens.end - 1;
    if nearest.kind != NameKind::Person && owner_before(scene, clause.start, last).is_some() {
        return None;
    }
    let subject = of_place(scene, nearest).filter(acts).unwrap_or(nearest);
    // "the son of Lee was killed"
    let another = subject.kind == NameKind::Person && owner_of_subject(scene, verb).is_some_and(|owner| owner == scene.entity(subject));
    (!another).then_some(subject)
}

/// Who is "of" a place: in "Lee of Oslo" the person.
fn of_place<'a>(scene: &Scene<'a>, place: &NameMention) -> Option<&'a NameMention> {
    let of = place.tokens.start.checked_sub(1).filter(|i| place.kind == NameKind::Place && scene.is(*i, &["of"]))?;
    scene.name_ending(of).filter(|n| n.kind == NameKind::Person)
}

/// The comma that opens a relative clause right before a verb: "The hall |, which seats 90 people, will stay closed".
fn relative_before(scene: &Scene, clause: &Range<usize>) -> Option<usize> {
    let close = group_start(scene, clause).checked_sub(1).filter(|i| *i > clause.start && scene.is_punct(*i, &[',']))?;
    let open = clause.start.checked_sub(1).filter(|i| scene.is_punct(*i, &[',']) || scene.is(*i, &["which", "who", "whom", "whose"]))?;
    let comma = if scene.is_punct(open, &[',']) { Some(open) } else { open.checked_sub(1) };
    comma.filter(|i| *i > scene.tokens.start && *i < close && scene.is_punct(*i, &[',']) && scene.has(i + 1, class::RELATIVE))
}

/// Where what two commas enclose begins, if it stands right before the verb: "The judge, who was appointed by Lee, ruled".
fn aside(scene: &Scene, clause: &Range<usize>) -> Option<usize> {
    let close = group_start(scene, clause).checked_sub(1).filter(|i| *i > clause.start && scene.is_punct(*i, &[',']))?;
    (clause.start..close).rev().find(|i| scene.is_punct(*i, &[',']))
}

/// The name before what two commas enclose: "Ford, now a coach under Larry Brown, finished".
fn before_apposition<'a>(scene: &Scene<'a>, clause: &Range<usize>) -> Option<&'a NameMention> {
    let close = group_start(scene, clause).checked_sub(1).filter(|i| scene.is_punct(*i, &[',']))?;
    let from = close.saturating_sub(APPOSITION_REACH);
    let before = scene.names.iter().rev().filter(|n| n.tokens.end < close && n.tokens.start >= from);
    before
        .take_while(|n| (n.tokens.end..close).all(|i| !ends_clause(scene, i)))
        .find(|n| scene.is_punct(n.tokens.end, &[',']) && !is_placed(scene, n))
}

/// A noun with its article stands right before the verb, whoever is named before it: "Lee resigned while the police searched".
fn has_own_noun(scene: &Scene, clause: &Range<usize>) -> bool {
    const PHRASE: usize = 3;
    let Some(head) = group_start(scene, clause).checked_sub(1).filter(|i| is_noun(scene, *i) && scene.is_lower(*i)) else { return false };
    let inside = (head.saturating_sub(PHRASE).max(clause.start)..head).rev();
    let article = inside.take_while(|i| scene.is_lower(*i) || scene.has(*i, class::ARTICLE)).find(|i| scene.has(*i, class::ARTICLE));
    article.is_some_and(|i| !scene.has(i.wrapping_sub(1), class::PREPOSITION) || is_made(scene, clause.end))
}

/// A pronoun stands right before the verb that means the one spoken to, not the one named before: "Judge Lee told him he would stand trial".
pub fn is_of_the_addressed(scene: &Scene, verb: usize, date: &Range<usize>) -> bool {
    are_addressed(scene, &clause_before(scene, verb, date))
}

fn are_addressed(scene: &Scene, clause: &Range<usize>) -> bool {
    let Some(subject) = group_start(scene, clause).checked_sub(1).filter(|i| *i > clause.start) else { return false };
    let addressed = [("he", "him"), ("she", "her"), ("they", "them")];
    let object = addressed.iter().find(|(subject_form, _)| scene.is(subject, &[subject_form])).map(|(_, object)| *object);
    object.is_some_and(|object| (clause.start + 1..subject).any(|i| scene.is(i, &[object]) && scene.has(i - 1, class::CUE)))
}

/// Where a verb begins with its auxiliaries and adverbs that ends a clause.
fn group_start(scene: &Scene, clause: &Range<usize>) -> usize {
    let stays = |i: usize| scene.is(i, &["stay", "stays", "stayed", "remain", "remains", "remained"]);
    clause.clone().rev().take_while(|i| scene.has(*i, class::AUXILIARY) || scene.is_adverb(*i) || stays(*i)).last().unwrap_or(clause.end)
}

/// The first of the verbs that share a subject: "shook the island and caused damage". A bounded number is looked at, so that an endless
/// sentence does not cost more for each of its dates.
fn first_of_joined(scene: &Scene, verb: usize) -> usize {
    const JOINED: usize = 4;
    std::iter::successors(Some(verb), |verb| joined_before(scene, *verb)).take(JOINED).last().unwrap_or(verb)
}

/// The verb before `and` or `but` and a verb.
fn joined_before(scene: &Scene, verb: usize) -> Option<usize> {
    const ADVERBS: usize = 3;
    let before = (scene.tokens.start..verb).rev().take(ADVERBS);
    let group = before.take_while(|i| scene.is_adverb(*i) || scene.has(*i, class::AUXILIARY)).last().unwrap_or(verb);
    let joined = group.checked_sub(1).filter(|i| scene.is(*i, &["and", "but"]))?;
    verb_before(scene, joined)
}

/// The tokens before a verb where its subject stands, within reach.
fn clause_before(scene: &Scene, verb: usize, date: &Range<usize>) -> Range<usize> {
    let opened = if date.end <= verb { opened(scene, date) } else { None };
    if let Some(opened) = opened.filter(|o| o.aside && o.verb == verb) {
        return opened.subject;
    }
    if let Some(end) = parted(scene, verb, date) {
        return match end.checked_sub(1).filter(|i| scene.has(*i, class::CONJUNCTION)) {
            Some(joined) => verb_before(scene, joined).map_or(verb..verb, |first| open_before(scene, first, scene.tokens.start)),
            None => open_before(scene, end, scene.tokens.start),
        };
    }
    let verb = first_of_joined(scene, verb);
    open_before(scene, verb, if date.end <= verb { date.end } else { scene.tokens.start })
}

/// Where a subject ends that a date parts from its verb: "The mayor | on Monday apologized".
fn parted(scene: &Scene, verb: usize, date: &Range<usize>) -> Option<usize> {
    let comma = |i: usize| scene.is_punct(i, &[',']);
    let beside = |i: usize| comma(i) || scene.is_adverb(i) || scene.has(i, class::AUXILIARY);
    let end = head(scene, date.start);
    let end = end - usize::from(end > scene.tokens.start && comma(end - 1));
    (date.end <= verb && end > scene.tokens.start && (date.end..verb).all(beside)).then_some(end)
}

/// The tokens within reach before one that no clause ends in.
fn open_before(scene: &Scene, verb: usize, start: usize) -> Range<usize> {
    let from = verb.saturating_sub(SUBJECT_REACH).max(start);
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
