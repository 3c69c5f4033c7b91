//! The subject of a clause whose verb no table knows: its first noun phrase.

use super::super::mention::NameKind;
use super::frame::Frame;
use super::phrase::{LONGEST_INSERTION, Phrase, is_pronoun, phrase_after};
use super::words;
use crate::lexicon::class;
use crate::text::{Classes, form};

/// The subject of the clause that item `i` belongs to, when no table knows its verb: the first noun phrase of the clause.
pub fn main_subject(f: &Frame, i: usize) -> Option<Phrase> {
    let ends = |j: &usize| f.is_punct(*j, &[';', ':']) || f.quote(*j).is_some() && !is_inside_clause(f, *j);
    let start = (0..i).rev().find(ends).map_or(0, |j| j + 1);
    subject_from(f, if start == 0 { dateline_end(f) } else { start }, i)
}

/// `his first “loud” speech`, `he “likes” Ann Lee`: the clause goes on behind a few words in marks.
fn is_inside_clause(f: &Frame, quote: usize) -> bool {
    let word = |i: usize, but: Classes| f.token(i).is_some_and(|t| t.is_word() && !t.is(but));
    let goes_on = word(quote + 1, class::AUXILIARY | class::CONJUNCTION | class::CUE | class::RELATIVE);
    let led = quote.checked_sub(1).is_some_and(|i| word(i, class::CUE));
    led && goes_on && f.last_mark(quote).is_none()
}

/// The subject that opens the frame, whatever stands between it and item `end`.
pub fn opening_subject(f: &Frame, end: usize) -> Option<Phrase> {
    subject_from(f, dateline_end(f), end)
}

/// The item behind a dateline at the head of the frame: `KYIV, Dec. 3 (Reuters) —`.
fn dateline_end(f: &Frame) -> usize {
    if !f.token(0).is_some_and(|t| t.has(form::ALL_CAPS)) {
        return 0;
    }
    let dash = (1..14).find(|i| f.is_punct(*i, &['—', '–', '-']) && !f.is_hyphen(*i));
    dash.map_or(0, |d| d + 1)
}

/// The first noun phrase between two items that is not part of a leading adverbial.
fn subject_from(f: &Frame, start: usize, end: usize) -> Option<Phrase> {
    let mut i = start;
    while i < end {
        if f.is_comma(i) || f.is_passed_over(i) || f.is(i, words::CONJUNCTION) || f.is_punct(i, &['•', '*']) {
            i += 1;
        } else if opens_adverbial(f, i) {
            i = (i..end.min(i + LONGEST_INSERTION)).find(|j| f.is_comma(*j))? + 1;
        } else {
            let phrase = phrase_after(f, i).filter(|p| p.core.end <= end)?;
            if !is_adverbial(f, &phrase, end) {
                return Some(phrase);
            }
            i = phrase.all.end + 1;
        }
    }
    None
}

/// `Hours later, Smith`: a phrase without a name, set off from a person or pronoun by a comma.
fn is_adverbial(f: &Frame, phrase: &Phrase, end: usize) -> bool {
    let behind = phrase.all.end;
    let named = f.name_ending(phrase.core.start, phrase.core.end).is_some() || is_pronoun(f, phrase.core.start);
    let person = |i: usize| is_pronoun(f, i) || f.name_starting(i).is_some_and(|n| n.kind == NameKind::Person);
    !named && behind + 1 < end && f.is_punct(behind, &[',']) && person(behind + 1)
}

/// A preposition, conjunction or participle that begins an adverbial: `In a statement,`, `Asked about it,`.
fn opens_adverbial(f: &Frame, i: usize) -> bool {
    let word = f.word(i);
    let participle = (word.ends_with("ing") || word.ends_with("ed")) && f.name_starting(i).is_none();
    f.has(i, class::PREPOSITION) || f.is(i, words::OPENING) || participle
}
