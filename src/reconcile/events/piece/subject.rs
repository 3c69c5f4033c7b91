//! Who or what did it: the noun phrase that is the subject of a verb.

use std::ops::Range;

use super::noun::{articles_before, is_bare_number, phrase};
use super::{NESTED, REACH};
use crate::lexicon::{class, lexicon};
use crate::reconcile::events::clause::{Clause, Part};

/// Where the verb group begins whose last verb this is: `is expected to | open`.
pub fn group_start(clause: &Clause, verb: usize) -> usize {
    const MOST: usize = 8;
    let mut at = verb;
    for _ in 0..MOST {
        let Some(before) = at.checked_sub(1) else { break };
        match clause.part(before) {
            Some(Part::Auxiliary | Part::Adverb) => at = before,
            Some(Part::To)
                if before > 0
                    && (matches!(clause.part(before - 1), Some(Part::Verb | Part::Auxiliary)) || is_promise(clause, before - 1)) =>
            {
                at = before - 1
            }
            Some(Part::To) => return before,
            Some(Part::Own) => {
                let time = clause.before_time(at);
                let carried = time.checked_sub(1).is_some_and(|i| clause.is(i, Part::Auxiliary));
                if !carried {
                    break;
                }
                at = time;
            }
            _ => break,
        }
    }
    at
}

/// `due`, `set` before `to`.
fn is_promise(clause: &Clause, i: usize) -> bool {
    clause.token(i).is_some_and(|t| lexicon().tense.get(t).is_some()) && !clause.is(i, Part::Auxiliary)
}

/// The noun phrase that is the subject of a verb group.
pub fn subject_of(clause: &Clause, group: usize, verb: usize, word: Option<&str>) -> Option<Vec<usize>> {
    let from = group.saturating_sub(REACH);
    let known = word.and_then(|w| (from..group).rev().find(|i| clause.word(*i).eq_ignore_ascii_case(w) && clause.is(*i, Part::Noun)));
    let beside = beside(clause, group);
    let Some(head) = beside.or(known) else { return of_joined(clause, group) };
    if clause.is(group, Part::To) && beside != Some(head) {
        return None;
    }
    let start = outermost(clause, clause.phrase_start(without_aside(clause, head)), group)?;
    let kept: Vec<usize> = phrase(clause, start).into_iter().filter(|i| *i < group).collect();
    let opener = kept.len() == 1 && start == 0 && clause.token(0).is_some_and(|t| t.is(class::STARTER));
    (!opener && !kept.is_empty() && !is_other_number(clause, group..verb, start)).then_some(kept)
}

/// The subject of the verb before a joint: "| the mill | was sold and reopened".
fn of_joined(clause: &Clause, group: usize) -> Option<Vec<usize>> {
    let joint = group.checked_sub(1).filter(|i| clause.is(*i, Part::Joint))?;
    let open = |i: &usize| !matches!(clause.part(*i), Some(Part::Stop | Part::Turn | Part::Relative | Part::Joint | Part::To));
    let first = (joint.saturating_sub(REACH)..joint).rev().take_while(open).find(|i| clause.is(*i, Part::Verb))?;
    let begin = group_start(clause, first);
    beside(clause, begin)?;
    subject_of(clause, begin, first, None)
}

/// A plural verb behind one name, which is then not the whole subject ("Lee and his wife, Ann Lee, | were charged"), or that of one behind
/// several ("taxes and fees on wine, which | has been sold").
fn is_other_number(clause: &Clause, group: Range<usize>, start: usize) -> bool {
    let carries = |words: &[&str]| group.clone().any(|i| words.contains(&clause.word(i)));
    let end = clause.words_end(start);
    let (last, joined) = (end - 1, (start..end).any(|i| clause.is(i, Part::Joint)));
    let plural = clause.word(last).ends_with('s') && !["ss", "us", "is"].iter().any(|e| clause.word(last).ends_with(e));
    let counted = (start..end).any(|i| clause.token(i).is_some_and(|t| t.is_number()));
    let capital = clause.is_capital(last);
    let second = articles_before(clause, start).checked_sub(1).is_some_and(|i| clause.is(i, Part::Joint));
    carries(&["were", "are", "have"]) && !plural && (second || capital && last > 0 && !joined && !counted)
        || carries(&["was", "is", "has"]) && plural && !capital
}

/// The noun before what two commas enclose, where this one ends that: "the fire near Holm, | Norland, | killed".
fn without_aside(clause: &Clause, head: usize) -> usize {
    let start = clause.phrase_start(head);
    let enclosed = clause.is_capital(start) && clause.is(head + 1, Part::Comma) && start > 1 && clause.is(start - 1, Part::Comma);
    if enclosed && clause.is(start - 2, Part::Noun) { start - 2 } else { head }
}

/// Where the noun phrase begins on which the others depend: "| tremors from a quake in the south".
fn outermost(clause: &Clause, from: usize, group: usize) -> Option<usize> {
    let mut start = from;
    for _ in 0..NESTED {
        let at = articles_before(clause, start);
        let Some(before) = at.checked_sub(1) else { return Some(start) };
        let outer = before.checked_sub(1).filter(|i| clause.is(*i, Part::Noun));
        match clause.part(before) {
            Some(Part::Preposition | Part::To | Part::Participle) if outer.is_some() => start = clause.phrase_start(outer?),
            Some(Part::Preposition) if is_finite(clause, group) && outer_verb(clause, before) => {
                start = clause.phrase_start(before - 2);
            }
            Some(Part::Preposition | Part::To) => return None,
            // "told the paper in an article | published": what was done to the noun beside it
            Some(Part::Verb | Part::Auxiliary) if !is_subject_behind(clause, start, group) => {
                let noun = !clause.is_capital(from) && !matches!(clause.part(group), Some(Part::Auxiliary | Part::To));
                return noun.then_some(from);
            }
            _ => return Some(start),
        }
    }
    None
}

/// A verb before the preposition says what was done to the noun before it: "people | killed | in".
fn outer_verb(clause: &Clause, preposition: usize) -> bool {
    preposition > 1
        && clause.is(preposition - 1, Part::Verb)
        && clause.is(preposition - 2, Part::Noun)
        && !clause.is_capital(preposition - 2)
}

/// The verb group cannot describe the noun before it: "was sold", "rose".
fn is_finite(clause: &Clause, group: usize) -> bool {
    clause.is(group, Part::Auxiliary) || clause.token(group).is_some_and(|t| t.is(class::CHANGE)) && clause.is(group, Part::Verb)
}

/// Right behind a verb of speech may stand who did what: "police said | the man fled".
fn is_subject_behind(clause: &Clause, start: usize, group: usize) -> bool {
    let cue = (start.saturating_sub(3)..start).any(|i| clause.is_cue(i));
    cue && clause.phrase_end(start) >= group.saturating_sub(1)
}

/// The noun right before a verb group, where only the claim, adverbs or what commas enclose stand between.
fn beside(clause: &Clause, group: usize) -> Option<usize> {
    const STEPS: usize = 4;
    let mut at = group;
    for _ in 0..STEPS {
        let before = at.checked_sub(1)?;
        match clause.part(before)? {
            Part::Noun if before > 0 && clause.is(before - 1, Part::Comma) && is_bare_number(clause, before, before + 1) => at = before - 1,
            Part::Noun => return Some(before),
            Part::Adverb => at = before,
            Part::To if at == group => at = before,
            Part::Relative if before > 0 && clause.is(before - 1, Part::Comma) => at = before - 1,
            Part::Relative => at = before,
            Part::Own | Part::Time => at = clause.before_time(at),
            Part::Comma => at = (before.saturating_sub(REACH)..before).rev().find(|i| clause.is(*i, Part::Comma))?,
            _ => return None,
        }
    }
    None
}
