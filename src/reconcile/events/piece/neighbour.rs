//! What happened where nothing is known of the event: what the claim hangs on.

use super::made::Piece;
use super::noun::{articles_before, described, told_by_noun};
use super::verb::told_by_verb;
use super::{NESTED, REACH};
use crate::lexicon::class;
use crate::reconcile::events::clause::{Clause, Part};

/// Where nothing is known of the event: the verb or noun that the claim's phrase depends on.
pub fn by_neighbour(clause: &Clause) -> Option<Piece> {
    let at = lead(clause);
    let end = clause.own.end;
    let noun = clause.is(end, Part::Noun) && at > 0 && !clause.token(end).is_some_and(|t| t.is_number());
    if let Some(piece) = described(clause).filter(|_| noun || clause.is(end, Part::Owning)) {
        return Some(piece);
    }
    let Some(before) = at.checked_sub(1) else { return behind(clause) };
    match clause.part(before)? {
        Part::Verb => Some(told_by_verb(clause, before, None)),
        Part::Noun => hung_on(clause, before),
        Part::Auxiliary if before > 0 && clause.is(before - 1, Part::Noun) => Some(told_by_noun(clause, before - 1)),
        Part::Stop | Part::Turn | Part::Joint | Part::Relative => behind(clause),
        _ => None,
    }
}

/// Where what leads to the claim begins: `in the |`.
fn lead(clause: &Clause) -> usize {
    const LEADING: usize = 4;
    let leads = |i: &usize| matches!(clause.part(*i), Some(Part::Preposition | Part::Article | Part::To | Part::Adverb | Part::Time));
    let start = clause.own.start;
    (start.saturating_sub(LEADING)..start).rev().take_while(leads).last().unwrap_or(start)
}

/// The nearest verb before the claim in its clause, else what else tells of it.
pub fn by_verb_before(clause: &Clause) -> Option<Piece> {
    let start = clause.own.start;
    let open = |i: &usize| !matches!(clause.part(*i), Some(Part::Stop | Part::Turn | Part::Relative));
    let verb = (start.saturating_sub(REACH)..start).rev().take_while(open).find(|i| clause.is(*i, Part::Verb));
    verb.map(|verb| told_by_verb(clause, verb, None)).or_else(|| behind(clause))
}

/// The verb whose object the noun is, followed through the nouns that it depends on, or else the first of those.
fn hung_on(clause: &Clause, noun: usize) -> Option<Piece> {
    let mut start = clause.phrase_start(noun);
    for _ in 0..NESTED {
        let Some(before) = articles_before(clause, start).checked_sub(1) else { break };
        let outer = before.checked_sub(1);
        let outer_is =
            |part: Part| outer.is_some_and(|i| clause.is(i, part) && !clause.token(i).is_some_and(|t| t.is_number() || t.is(class::CLOCK)));
        match clause.part(before) {
            Some(Part::Verb) => return Some(told_by_verb(clause, before, None)),
            Some(Part::Preposition | Part::To | Part::Participle | Part::Joint) if outer_is(Part::Noun) => {
                start = clause.phrase_start(outer?)
            }
            Some(Part::Turn) if clause.word(before) == "before" && outer_is(Part::Verb) => {
                return Some(told_by_verb(clause, outer?, None));
            }
            Some(Part::Preposition | Part::To | Part::Participle) if outer_is(Part::Verb) => {
                return Some(told_by_verb(clause, outer?, None));
            }
            Some(Part::Participle) if outer_is(Part::Preposition) && before > 1 => match clause.part(before - 2) {
                Some(Part::Verb) => return Some(told_by_verb(clause, before - 2, None)),
                Some(Part::Noun) => start = clause.phrase_start(before - 2),
                _ => break,
            },
            _ => break,
        }
    }
    let next = clause.own.end;
    let verb =
        (next..next + 5).take_while(|i| matches!(clause.part(*i), Some(Part::Auxiliary | Part::Adverb | Part::Verb | Part::To))).last();
    match verb.filter(|v| clause.is(*v, Part::Verb)) {
        Some(verb) => Some(told_by_verb(clause, verb, Some(clause.word(noun)))),
        None => Some(told_by_noun(clause, clause.words_end(start).min(clause.own.start).checked_sub(1)?)),
    }
}

/// The clause behind a claim that opens its sentence.
fn behind(clause: &Clause) -> Option<Piece> {
    let start = clause.own.end;
    let open = |i: &usize| !matches!(clause.part(*i), Some(Part::Stop | Part::Turn | Part::Relative));
    let verb = (start..(start + REACH).min(clause.len())).take_while(open).find(|i| clause.is(*i, Part::Verb))?;
    Some(told_by_verb(clause, verb, None))
}
