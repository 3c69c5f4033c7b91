//! What happened as a noun tells it: `arson attacks | on a dairy`.

use super::LONGEST;
use super::made::{Piece, finished};
use crate::lexicon::class;
use crate::reconcile::events::clause::{Clause, Part};

/// The noun that the claim describes, as far as its owner.
pub fn described(clause: &Clause) -> Option<Piece> {
    let noun = clause.own.end + usize::from(clause.is(clause.own.end, Part::Owning));
    if !clause.is(noun, Part::Noun) {
        return None;
    }
    let end = clause.words_end(noun);
    let owner = (noun..end).find(|i| clause.is(*i, Part::Owning));
    match owner {
        Some(owner) => Some(of_noun(clause, (noun..owner).filter(|i| clause.is_told(*i)).collect())),
        None => Some(told_by_noun(clause, end - 1)),
    }
}

/// A noun by its last word, with its `of` phrases and what depends on it.
pub fn told_by_noun(clause: &Clause, head: usize) -> Piece {
    let mut start = clause.phrase_start(head);
    let before = articles_before(clause, start);
    if before > 1 && clause.word(before - 1) == "of" && clause.is(before - 2, Part::Noun) && clause.word(before - 2) != "ahead" {
        start = clause.phrase_start(before - 2);
    }
    let mut kept: Vec<usize> = phrase(clause, start);
    complement(clause, clause.phrase_end(start), &mut kept);
    of_noun(clause, kept)
}

/// A piece that is a noun phrase.
pub fn of_noun(clause: &Clause, kept: Vec<usize>) -> Piece {
    let event = kept.iter().any(|i| clause.token(*i).is_some_and(|t| t.is(class::EVENT)));
    let words = kept.iter().filter(|i| clause.token(**i).is_some_and(|t| t.is_word())).count();
    finished(clause, kept, if event { 0.6 } else { 0.2 } + if words > 1 { 0.1 } else { 0.0 })
}

/// Where the articles before a noun phrase begin.
pub fn articles_before(clause: &Clause, start: usize) -> usize {
    const MOST: usize = 4;
    let leads = |i: &usize| matches!(clause.part(*i), Some(Part::Article | Part::Own | Part::Owning));
    (start.saturating_sub(MOST)..start).rev().take_while(leads).last().unwrap_or(start)
}

/// The tokens of a noun phrase except those of the claim.
pub fn phrase(clause: &Clause, start: usize) -> Vec<usize> {
    // "no decision": without its article it would tell the opposite
    let negated = (articles_before(clause, start)..start).filter(|i| clause.is_negation(*i));
    negated.chain((start..clause.phrase_end(start)).filter(|i| clause.is_told(*i))).collect()
}

/// A preposition and its noun behind a phrase: `vigil | in the harbour`.
fn complement(clause: &Clause, at: usize, kept: &mut Vec<usize>) {
    if kept.len() >= LONGEST - 4 || clause.behind_time(at) != at || !clause.is(at, Part::Preposition) {
        return;
    }
    let noun = clause.behind_articles(at + 1);
    let end = clause.phrase_end(noun);
    let told = phrase(clause, noun);
    let tells = !told.is_empty() && !is_bare_number(clause, noun, end) && !clause.is_place_of_few(at, noun..end);
    if clause.is(noun, Part::Noun) && tells && clause.word(noun) != "order" {
        kept.extend((at..noun).filter(|i| clause.is_told(*i)));
        kept.extend(told);
    }
}

/// A number alone, or an hour: "about | 9.40 | a.m.".
pub fn is_bare_number(clause: &Clause, start: usize, end: usize) -> bool {
    let hour = |i: usize| clause.token(i).is_some_and(|t| t.is(class::CLOCK));
    clause.token(start).is_some_and(|t| t.is_number()) && (end == start + 1 || (start..end).any(hour))
}
