//! Which saying a quotation belongs to.

use super::frame::Frame;
use super::phrase::{can_speak, is_pronoun, tells_of_office};
use super::saying::{Saying, is_citing};
use super::words;
use crate::extract::mention::NameKind;
use crate::lexicon::class;
use crate::lexicon::cues::{CueKind, Tense};
use crate::text::{Classes, Kind, Token};

/// The most words that may be a title or a scare quote, and no sentence.
const SHORT: usize = 3;

/// How a quotation is attached to a saying.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Index into the sayings.
    pub saying: usize,
    /// The saying whose content the first one is: `A says that B said`.
    pub relayed_by: Option<usize>,
    pub place: Place,
}

/// Where the saying stands, seen from its quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// Before it, with so many items between.
    Before(usize),
    /// Right behind it.
    After,
    /// At the end of the sentence.
    Closing,
}

/// The saying of the quotation at item `at`.
pub fn link(f: &Frame, sayings: &[Saying], at: usize) -> Option<Link> {
    let before = saying_before(f, sayings, at);
    let after = saying_after(f, sayings, at);
    let closing = || closing_saying(f, sayings, at);
    let place = |s: usize| Place::Before(at.saturating_sub(sayings[s].end()));
    match (before, after) {
        (Some(b), Some(a)) if a != b && introduces(f, &sayings[b], at) && !is_pronoun(f, sayings[a].subject.core.start) => {
            Some(Link { saying: b, relayed_by: relay(sayings, b, a), place: place(b) })
        }
        (_, Some(a)) => {
            let relayed_by = a.checked_sub(1).filter(|s| is_cited_by(f, &sayings[*s], &sayings[a]));
            Some(Link { saying: a, relayed_by, place: Place::After })
        }
        (Some(b), None) => {
            let relayed_by = outer(f, sayings, b).or_else(|| closing().filter(|c| *c != b).and_then(|c| relay(sayings, b, c)));
            Some(Link { saying: b, relayed_by, place: place(b) })
        }
        (None, None) => closing().map(|c| Link { saying: c, relayed_by: None, place: Place::Closing }),
    }
}

/// The nearest saying whose verb stands before the quotation.
fn saying_before(f: &Frame, sayings: &[Saying], at: usize) -> Option<usize> {
    let behind = sayings.partition_point(|s| s.at < at);
    let nearest = (0..behind).rev().find(|s| reaches(f, &sayings[*s], at))?;
    // "adding that it reflected “…”": a subject that cannot speak is part of what is said
    let speech = || (0..nearest).rev().find(|s| matches!(sayings[*s].cue.kind, CueKind::Say | CueKind::Tell | CueKind::Source));
    let holds = matches!(sayings[nearest].cue.kind, CueKind::Think | CueKind::Show);
    let outer = speech().filter(|s| holds || is_told_by(f, &sayings[nearest], &sayings[*s]));
    Some(outer.unwrap_or(nearest))
}

/// `adding that | it reflected`: what cannot speak is right behind a verb of speech, and so part of what is said.
fn is_told_by(f: &Frame, inner: &Saying, outer: &Saying) -> bool {
    let subject = inner.subject.core.start;
    let voiceless = f.is(subject, words::VAGUE) && !inner.inverted && !matches!(inner.cue.kind, CueKind::Tell);
    voiceless && outer.at < subject && (outer.at + 1..subject).all(|i| f.word(i) == "that")
}

/// The quotation at item `at` may belong to a saying before it: a weak verb stands close, no semicolon lies between, and behind `said
/// Smith` the quotation goes on at once or is set off (else it belongs to what tells of Smith).
fn reaches(f: &Frame, saying: &Saying, at: usize) -> bool {
    let close = saying.cue.kind != CueKind::Weak || at <= saying.at + 5;
    let closed = saying.inverted && matches!(saying.cue.kind, CueKind::Say | CueKind::Tell) && at > saying.end() + 1;
    let goes_on = !closed || f.is_punct(at - 1, &[',', ':', '—', '–']);
    // `wrote the authors of the "…"`: part of the subject
    let apart = !saying.inverted || !f.has(at.wrapping_sub(1), class::ARTICLE);
    close && goes_on && apart && !is_of_insertion(f, saying, at) && !(saying.end()..at).any(|i| f.is_punct(i, &[';']))
}

/// `Lee, who can juggle, was "…"`: the saying stands in a relative clause that is closed before the verb of the quotation at item
/// `at`.
fn is_of_insertion(f: &Frame, saying: &Saying, at: usize) -> bool {
    const REACH: usize = 12;
    let end = saying.end();
    let closed = (end..at)
        .take(REACH)
        .find(|i| f.is_comma(*i) || f.quote(*i).is_some())
        .filter(|i| f.is_comma(*i) && f.has(i + 1, class::AUXILIARY));
    let relative = (saying.at.saturating_sub(REACH)..saying.at).rev().find(|i| f.is_comma(*i)).filter(|i| f.is(i + 1, words::RELATIVE));
    closed.is_some() && relative.is_some() && !saying.inverted
}

/// The saying that follows the quotation at once: `"…," X said`, `"…," said X`, `"…," according to X`.
fn saying_after(f: &Frame, sayings: &[Saying], at: usize) -> Option<usize> {
    let mut i = at + 1;
    let set_off = f.last_mark(at).is_some_and(|c| matches!(c, ',' | '?' | '!' | '—' | '–' | '…' | '.' | '-'));
    let comma = f.is_comma(i);
    while f.is_comma(i) || f.is_passed_over(i) || f.is(i, words::AS) {
        i += 1;
    }
    // `"…," which critics use to refer to …`
    if f.has(i, class::RELATIVE) {
        return None;
    }
    let follows = |s: &Saying| s.start() <= i || set_off && is_description(f, i, s.start());
    let told = |s: &Saying| s.cue.tense != Tense::Gerund || f.is(s.at.wrapping_sub(1), words::AS);
    let s = sayings.iter().position(|s| s.at > at && told(s) && follows(s))?;
    let s = shown(f, sayings, s);
    if is_put_in(f, &sayings[s], at) || judges_another(f, &sayings[s], at) {
        return None;
    }
    let glued = sayings[s].at <= at + 2 || sayings[s].cue.kind == CueKind::Source || lacks_its_comma(f, &sayings[s], at);
    (sayings[s].start() > at && (set_off || comma || glued)).then_some(s)
}

/// `the “loud words” — the mayor vowed to fight — Lee said`: the saying behind the quotation at item `at` stands between two dashes and
/// tells of something else.
fn is_put_in(f: &Frame, saying: &Saying, at: usize) -> bool {
    let sentence = f.last_mark(at).is_some();
    !sentence && f.dashes(saying.at).is_some_and(|(open, close)| open == at + 1 && f.quote(close + 1).is_none())
}

/// `Although the plan was “a gift,” the council | dismissed the concerns`: behind a clause that does not stand alone, and no sentence in marks,
/// the verb has an object of its own, and says nothing.
fn judges_another(f: &Frame, saying: &Saying, at: usize) -> bool {
    let opened = at > 0 && (f.has(0, class::PREPOSITION) || f.is(0, words::OPENING));
    let object = f.has(saying.at + 1, class::ARTICLE | class::DETERMINER | class::PRONOUN);
    let speaks = matches!(saying.cue.kind, CueKind::Say | CueKind::Tell | CueKind::Source);
    opened && object && !speaks && !saying.inverted
}

/// `the video showed Lee telling`, `the paper quoted Lee as saying`: it is Lee who says what the video shows or the paper quotes.
fn shown(f: &Frame, sayings: &[Saying], s: usize) -> usize {
    let next = sayings.get(s + 1).filter(|n| n.cue.tense == Tense::Gerund && n.start() == sayings[s].end());
    let by = |n: &Saying| sayings[s].cue.kind == CueKind::Show || is_cited_by(f, &sayings[s], n);
    if next.is_some_and(by) { s + 1 } else { s }
}

/// `the paper quoted | Lee as saying`: one makes another speak.
fn is_cited_by(f: &Frame, outer: &Saying, inner: &Saying) -> bool {
    let said = inner.cue.tense == Tense::Gerund && f.is(inner.at.wrapping_sub(1), words::AS);
    said && is_citing(f, outer.at) && inner.start() == outer.end()
}

/// `"We did not see it" the mayor said.`: the quotation begins the sentence, and nothing but whose it is stands behind it.
fn lacks_its_comma(f: &Frame, saying: &Saying, at: usize) -> bool {
    let says = matches!(saying.cue.kind, CueKind::Say | CueKind::Tell) && saying.start() == at + 1 && can_speak(f, &saying.subject);
    let sentence = f.quote(at).is_some_and(|q| super::form::word_count(f.cx, q) > SHORT);
    let end = saying.end();
    let ends = end >= f.len() || f.token(end).is_some_and(|t| t.punct().is_some()) || f.has(end, class::PREPOSITION | class::WEEKDAY);
    at == 0 && sentence && says && ends
}

/// `screenwriter Jane Doe`: a few words without mark or verb between item `from` and the name at item `name`.
fn is_description(f: &Frame, from: usize, name: usize) -> bool {
    let closed = class::AUXILIARY | class::RELATIVE | class::PRONOUN | class::CUE | class::ATTITUDE;
    // "Acme.org Director Ann Lee"
    let plain = |t: &Token| t.is_word() && !t.is(closed) || t.is_number() || t.kind == Kind::Address;
    let describes = |i: usize| f.token(i).is_some_and(plain) || f.is_hyphen(i) || tells_of_office(f, i);
    name - from <= 6 && f.name_starting(name).is_some_and(|n| n.kind == NameKind::Person) && (from..name).all(describes)
}

/// A saying that ends the sentence behind a comma: `…, the ministry said.`
fn closing_saying(f: &Frame, sayings: &[Saying], at: usize) -> Option<usize> {
    let s = sayings.iter().rposition(|s| s.at > at && s.cue.tense != Tense::Gerund)?;
    let start = sayings[s].start();
    let comma = |i: usize| f.is_comma(i) || f.last_mark(i) == Some(',');
    let titled = || (start.saturating_sub(6)..start).rev().find(|i| comma(*i)).is_some_and(|i| is_description(f, i + 1, start));
    let set_off = start > 0 && (comma(start - 1) || titled()) || sayings[s].cue.kind == CueKind::Source;
    let end = sayings[s].end();
    let ends = end >= f.len()
        || f.is_punct(end, &['.', ',', '?', '!'])
        || f.has(end, class::PREPOSITION | class::WEEKDAY | class::TEMPORAL)
        || f.is_passed_over(end);
    (set_off && ends).then_some(s)
}

/// The saying stands right before the quotation, with no comma between: `called it "…"`, `said that the talks were "…"`.
fn introduces(f: &Frame, saying: &Saying, at: usize) -> bool {
    let end = saying.end();
    !saying.inverted && at - end.min(at) <= 12 && (end..at).all(|i| !f.is_comma(i) && f.quote(i).is_none())
}

/// `by` as relayer of `of`, unless they are one speaker.
fn relay(sayings: &[Saying], of: usize, by: usize) -> Option<usize> {
    (sayings[of].subject != sayings[by].subject).then_some(by)
}

/// The saying before `inner` whose content `inner` is.
fn outer(f: &Frame, sayings: &[Saying], inner: usize) -> Option<usize> {
    let s = &sayings[inner];
    let o = inner.checked_sub(1)?;
    let speaks = matches!(sayings[o].cue.kind, CueKind::Say | CueKind::Tell | CueKind::Source);
    let start = s.subject.all.start;
    let joined = start > 0 && (f.is(start - 1, words::JOINED) || f.is_comma(start - 1) || f.quote(start - 1).is_some());
    let inside = start >= sayings[o].end() && s.cue.tense != Tense::Gerund;
    (speaks && inside && !joined).then_some(o)
}

/// Whether a link is strong enough to give one to three words a speaker, which may as well be words of doubt: the verb is one of speech,
/// its subject can speak, and it is near.
pub fn convinces(f: &Frame, saying: &Saying, link: &Link, at: usize) -> bool {
    let speech = match saying.cue.kind {
        CueKind::Say | CueKind::Tell | CueKind::Source | CueKind::Name => true,
        CueKind::Act => matches!(link.place, Place::Before(d) if d <= 12),
        _ => false,
    };
    // `described her role of … as a "…"`
    let named = saying.cue.kind == CueKind::Name && (at.saturating_sub(2)..at).any(|i| f.is(i, words::AS));
    let near = match link.place {
        Place::Before(d) => d <= if named { 30 } else { 15 },
        Place::After => f.last_mark(at).is_some() || f.is_comma(at + 1),
        Place::Closing => true,
    };
    speech && near && can_speak(f, &saying.subject) && !f.is(at.wrapping_sub(1), words::NAMING) && !modifies(f, at)
}

/// `the "secret" memo`: the words in marks stand before a noun that they tell of.
fn modifies(f: &Frame, at: usize) -> bool {
    const NO_NOUN: Classes = class::FUNCTION
        .and(class::NEGATION)
        .and(class::CUE)
        .and(class::ATTITUDE)
        .and(class::ADVERB)
        .and(class::TEMPORAL)
        .and(class::DAY_PART);
    let noun = |t: &Token| t.is_word() && !t.is_capital() && t.is(class::COMMON) && !t.is(NO_NOUN);
    let verbal = ["ing", "ed", "ly"].iter().any(|end| f.word(at + 1).ends_with(end));
    let led = at.checked_sub(1).is_some_and(|b| f.token(b).is_some_and(Token::is_word) && !f.has(b, class::CUE) && !f.is(b, words::AS));
    led && !verbal && !f.is_passed_over(at + 1) && f.token(at + 1).is_some_and(noun) && f.last_mark(at).is_none()
}

/// `a play called "…"`: the verb says what a thing is called, not what somebody calls it.
pub fn entitles(f: &Frame, saying: &Saying, at: usize) -> bool {
    let named = saying.cue.kind == CueKind::Name && saying.at + 1 == at && f.is(saying.at, words::NAMING);
    let thing = |i: usize| {
        let somebody = class::ROLE | class::KINSHIP | class::ORGANISATION | class::PRONOUN | class::RELATIVE | class::AUXILIARY;
        f.token(i).is_some_and(|t| t.is_word() && !t.is_capital() && !t.is(somebody)) && !f.is_passed_over(i)
    };
    let asked = || (saying.at.saturating_sub(6)..saying.at).any(|i| f.has(i, class::RELATIVE));
    named && saying.at.checked_sub(1).is_some_and(thing) && !asked()
}

/// The verb stands right before the quotation: `shouted, "…"`.
pub fn is_immediate(f: &Frame, saying: &Saying, link: &Link, at: usize) -> bool {
    match link.place {
        Place::Before(0) => saying.cue.kind == CueKind::Say,
        Place::Before(d) => d <= 1 && f.is_punct(at.wrapping_sub(1), &[',', ':']),
        Place::After => at == 0 && f.last_mark(at) == Some(','),
        Place::Closing => false,
    }
}
