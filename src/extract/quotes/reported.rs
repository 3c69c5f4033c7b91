//! Speech reported without marks: `the ministry said that …`, `according to Smith, …`, `…, officials said`.

use std::ops::Range;

use super::frame::Frame;
use super::phrase::is_pronoun;
use super::saying::Saying;
use super::words;
use crate::lexicon::cues::{CueKind, Tense};
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, word_sets};
use crate::text::Token;

word_sets! {
    /// Verbs that speak only with a clause behind them: one adds points, posts a sign, asks for money, claims a title and rules a country.
    DEED = 0: "verb_of_other_deeds";
}

/// The tokens of what a saying reports outside quotation marks; none for verbs that report nothing.
pub fn content(f: &Frame, sayings: &[Saying], index: usize) -> Option<Range<usize>> {
    let s = &sayings[index];
    if !matches!(s.cue.kind, CueKind::Say | CueKind::Tell | CueKind::Source | CueKind::Show) {
        return None;
    }
    let (start, end) = (s.start(), s.end());
    if closes(f, s) {
        let from = sayings[..index].iter().rev().find(|b| b.end() < start && closes(f, b)).map_or(0, |b| b.end());
        return tokens(f, from..start);
    }
    let next = sayings[index + 1..].iter().filter(|n| n.start() >= end);
    let to = next.filter_map(|n| if closes(f, n) { Some(n.start()) } else { joint(f, n) }).next().unwrap_or(f.len());
    let start = (end..to).find(|i| !f.is_passed_over(*i)).unwrap_or(to);
    let tells = !is_negated(f, s) && (!does_more_than_speak(f, s) || opens_speech(f, start) || is_finite(f, start..to));
    tells.then(|| tokens(f, start..to)).flatten()
}

/// `…, but Mayor Lee said`: the comma before a clause that somebody else has the word in.
fn joint(f: &Frame, s: &Saying) -> Option<usize> {
    let but = s.subject.all.start.checked_sub(1).filter(|i| ["but", "while", "whereas"].contains(&f.word(*i)))?;
    let own = !s.inverted && !is_pronoun(f, s.subject.core.start);
    but.checked_sub(1).filter(|i| own && f.is_comma(*i))
}

/// `has not said when`, `never reported it`.
fn is_negated(f: &Frame, s: &Saying) -> bool {
    let from = s.at.saturating_sub(3);
    s.cue.kind != CueKind::Source && (from..s.at).rev().take_while(|i| f.is_passed_over(*i)).any(|i| f.has(i, class::NEGATION))
}

/// What stands behind the verb may be what somebody does something to: `added 16 points`, and `police found two bodies`.
fn does_more_than_speak(f: &Frame, s: &Saying) -> bool {
    let speaker = s.subject.core.end.saturating_sub(1);
    let institution = f.is(speaker, words::DOCUMENT) || f.has(speaker, class::ORGANISATION) && !f.is(speaker, words::SPEAKING);
    match s.cue.kind {
        CueKind::Show => s.cue.tense != Tense::Gerund && !institution,
        _ => SETS.holds(s.cue.lemma, DEED),
    }
}

/// What is said begins at item `i`: a quotation, `that`, a question; with a hearer or a comma before it or none.
fn opens_speech(f: &Frame, i: usize) -> bool {
    /// `asked the mayor of Denver, "…"`
    const HEARER: usize = 7;
    let asks = |i: usize| ["how", "why", "whether", "if", "what", "when", "where", "who"].contains(&f.word(i));
    let behind = |j: usize| f.quote(j).is_some() || f.is_punct(j, &[':']) || f.is(j, words::THAT) && !f.has(j + 1, class::UNIT);
    let ends = |j: &usize| !f.has(*j, class::CONJUNCTION) && !f.is_punct(*j, &[';']);
    (i..f.len().min(i + HEARER)).take_while(ends).any(|j| behind(j) || asks(j) && !f.is_comma(j.wrapping_sub(1)))
}

/// A clause with a verb of its own begins the items: `added he was ready`, unlike `added 16 points, and Green had 14`.
fn is_finite(f: &Frame, items: Range<usize>) -> bool {
    let opens_another = |i: usize| {
        f.has(i, class::CONJUNCTION | class::RELATIVE)
            || f.is(i, words::OPENING)
            || ["since", "as"].contains(&f.word(i))
            || f.is_punct(i, &[';'])
    };
    let pronoun = ["he", "she", "they", "we", "i", "there"].iter().any(|w| f.word(items.start).eq_ignore_ascii_case(w));
    let clause = items.clone().skip(1).take_while(|i| !opens_another(*i));
    pronoun || clause.into_iter().any(|i| is_finite_verb(f, i))
}

/// An auxiliary with a tense, or a past form that no participle is: it has an object.
fn is_finite_verb(f: &Frame, i: usize) -> bool {
    let infinite = ["be", "been", "being", "having"].contains(&f.word(i)) || f.is(i - 1, words::TO);
    let past =
        |t: &Token| f.cx.lexicon.tense.get(t) == Some(TenseWord::Past) || t.is_word() && !t.is_capital() && f.word(i).ends_with("ed");
    let object = f.has(i + 1, class::ARTICLE | class::PRONOUN) || f.has(i + 1, class::DETERMINER) && !f.has(i + 1, class::RELATIVE);
    f.has(i, class::AUXILIARY) && !infinite || object && f.token(i).is_some_and(past)
}

/// What is said stands before it: `…, said Smith`, `…, the ministry said.`
fn closes(f: &Frame, s: &Saying) -> bool {
    let behind_comma = s.start() > 0 && f.is_comma(s.start() - 1);
    let end = (s.end()..f.len()).find(|i| !f.is_passed_over(*i) && !f.is(*i, words::DAY)).unwrap_or(f.len());
    let at_end = end >= f.len() || f.is_punct(end, &['.', '?', '!']);
    let source_behind = s.cue.kind == CueKind::Source && s.start() > 0;
    s.start() > 0 && (source_behind || s.inverted && s.cue.kind != CueKind::Source || behind_comma && at_end)
}

/// The tokens between the first and the last word of some items; quotations between them are included.
fn tokens(f: &Frame, items: Range<usize>) -> Option<Range<usize>> {
    let first = items.clone().find_map(|i| f.index(i))?;
    let last = items.rev().find_map(|i| f.index(i))?;
    (first < last).then_some(first..last + 1)
}
