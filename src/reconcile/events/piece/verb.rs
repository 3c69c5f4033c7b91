//! What happened as a verb tells it: who did what to whom.

use super::made::{Piece, finished};
use super::predicate::Told;
use super::subject::{group_start, subject_of};
use crate::reconcile::events::clause::{Clause, Part};

/// What is done or told to be done stands between a verb and the claim: "charged with | robbing | the dairy in May".
pub fn gerund(clause: &Clause, verb: usize) -> Option<usize> {
    let object = |i: usize| clause.is(i, Part::Article) || clause.is(i, Part::Own) || clause.is_capital(i);
    let led = |i: &usize| clause.is(*i, Part::Participle) && clause.is(*i - 1, Part::Preposition) && object(*i + 1);
    (verb + 2..clause.own.start).rev().find(led).filter(|g| !(*g..clause.own.start).any(|i| clause.is(i, Part::Comma)))
}

pub fn by_gerund(clause: &Clause, gerund: usize) -> Piece {
    let told = Told::of(clause, Vec::new(), gerund);
    let worth = if told.objects > 0 { 0.5 } else { 0.0 };
    finished(clause, told.kept, worth)
}

/// Between a verb and the claim behind it begins another predicate: "left the harbour and | was due at midnight"; its verb, if it has one.
pub fn joined_verb(clause: &Clause, verb: usize) -> Option<Option<usize>> {
    const GROUP: usize = 4;
    let carries = |i: usize| matches!(clause.part(i), Some(Part::Auxiliary | Part::Verb));
    let joint = (verb + 1..clause.own.start)
        .rev()
        .find(|i| clause.is(*i, Part::Joint) && carries(i + 1 + usize::from(clause.is(i + 1, Part::Adverb))))?;
    let group = (joint + 1..(joint + 1 + GROUP).min(clause.own.start)).take_while(|i| carries(*i) || clause.is(*i, Part::Adverb)).last();
    Some(group.filter(|v| clause.is(*v, Part::Verb)))
}

/// A clause by its verb, whose subject ends in this word, if that is known.
pub fn told_by_verb(clause: &Clause, verb: usize, subject: Option<&str>) -> Piece {
    let group = group_start(clause, verb);
    let mut kept = subject_of(clause, group, verb, subject).unwrap_or_default();
    let named = !kept.is_empty();
    let subject = kept.len();
    let meant = |i: &usize| clause.is(*i, Part::Verb) || clause.is_told(*i) && !is_led(clause, *i);
    let begins = |i: &usize| clause.is(*i, Part::Verb) || clause.is_negation(*i) || clause.is_modal(*i);
    let group = if named { group } else { (group..verb).find(begins).unwrap_or(verb) };
    kept.extend((group..verb).filter(meant));
    let mut told = Told::of(clause, kept, verb);
    if told.objects == 0 && clause.is_cue(verb) {
        told.said_before();
    }
    let worth = match (named, told.objects > 0, clause.is_cue(verb)) {
        (true, true, _) => 1.0,
        (true, false, true) => 0.2,
        (true, false, false) => 0.5,
        (false, true, _) => 0.4,
        (false, false, _) => 0.0,
    };
    Piece { subject, ..finished(clause, told.kept, worth) }
}

/// A preposition or article that leads to the claim inside a verb group: `will | on | Monday meet`.
fn is_led(clause: &Clause, i: usize) -> bool {
    matches!(clause.part(i), Some(Part::Preposition | Part::Article | Part::Comma | Part::Turn))
}
