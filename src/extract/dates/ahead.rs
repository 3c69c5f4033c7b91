//! Whether a weekday lies ahead though no verb of its sentence is in the future: "the teams meet on Saturday", "the funeral is Monday",
//! "doubtful for Sunday". Headlines and captions tell of the past in the present tense, so only what is fixed beforehand counts.

use std::ops::Range;

use super::tense::{is_past_form, sentence};
use crate::extract::Context;
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, Token};

word_sets! {
    /// Nouns of what takes place on a day of its own.
    APPOINTMENT = 0: "appointment";
    /// How somebody or something stands for a coming day: `doubtful`.
    STATE = 1: "state_on_a_day";
    /// Things that are fixed for their day.
    FIXED = 2: "fixed_for_its_day";
    /// Verbs of schedules, which behind a plural tell what is fixed: the teams meet.
    SCHEDULED = 3: "scheduled";
    /// Verbs of going on to the next round.
    ADVANCING = 4: "advancing";
    /// What is played for.
    SPORTS_PRIZE = 5: "sports_prize";
    /// Behind these words a clause tells why or since when, in the past as a rule.
    BREAKING = 6: "breaking_clause";
    /// What is called or announced, and begins later.
    CALLED = 7: "called_for_a_time";
    /// What may come true: `hopes of` a day.
    HOPE = 8: "hope";
    /// What is not held, behind its noun.
    OFF = 9: "called_off";
    /// Verbs of who sets a date.
    CALLING = 10: "calls_for_a_date";
}

/// How far before a date what tells it may stand.
const REACH: usize = 12;
const BE: [&str; 5] = ["is", "are", "isn't", "aren't", "remains"];
/// Whether the weekday at these tokens is one to come.
pub fn is_ahead(cx: &Context, date: &Range<usize>) -> bool {
    is_for_that_day(cx, date) || is_called_from(cx, date) || is_fixed(cx, date) || told_before(cx, date)
}

/// `Monday's closing price`, `the closing price on Monday`, `Monday's close`: what will be paid for shares is computed from a price that is
/// known already.
pub fn is_of_a_close(cx: &Context, date: &Range<usize>) -> bool {
    let owned = cx.tokens.get(date.end).is_some_and(|t| t.kind == Kind::Clitic);
    let close = |i: usize| cx.tokens.is(i, "closing") && cx.tokens.is_any(i + 1, &["level", "price", "value"]);
    let led = date.start > 2 && cx.tokens.is_any(date.start - 1, &["on", "of", "from"]) && close(date.start - 3);
    led || owned && (close(date.end + 1) || cx.tokens.is(date.end + 1, "close"))
}

/// `Voters go to the polls in late September`, `goes on trial on 12 May`: what is fixed beforehand is told in the present.
pub fn is_fixed(cx: &Context, date: &Range<usize>) -> bool {
    const BETWEEN: usize = 4;
    let from = sentence(cx, date.start).start.max(date.start.saturating_sub(BETWEEN));
    let Some(end) = (from..date.start).rev().find(|i| cx.tokens.is_any(*i, &["polls", "trial"])) else { return false };
    let led = (end + 1..date.start).all(|i| cx.tokens.all[i].is(class::PREPOSITION | class::ADVERB | class::ARTICLE) || is_edge(cx, i));
    let polls = end > 2 && cx.tokens.is(end, "polls") && cx.tokens.is(end - 1, "the") && cx.tokens.is(end - 2, "to");
    let trial = end > 1 && cx.tokens.is(end, "trial") && cx.tokens.is(end - 1, "on");
    let verb = if polls { end - 3 } else { end.saturating_sub(2) };
    led && (polls || trial) && cx.tokens.is_any(verb, &["go", "goes", "head", "heads"])
}

/// `seven schools open on 1 September`, `has called off a concert on 20 May`: what stands on the calendar is told in the present, and what
/// somebody has taken off it was still to come.
pub fn is_on_the_calendar(cx: &Context, date: &Range<usize>) -> bool {
    let led = date.start > 1 && cx.tokens.is_any(date.start - 1, &["on", "from", "in", "for"]);
    led && (is_scheduled(cx, date.start - 2) || is_called_off(cx, date.start - 1) || is_being_held(cx, date.start - 1))
}

/// `is held in the town hall on`: the present of what is staged. Whoever `is held` is no event.
fn is_being_held(cx: &Context, on: usize) -> bool {
    let from = sentence(cx, on).start.max(on.saturating_sub(REACH));
    let staged = |i: usize| cx.tokens.is_any(i, &["celebrated", "held", "staged"]);
    let breaks = |i: &usize| breaks(cx, *i) && !staged(*i);
    let held = (from..on).rev().take_while(|i| !breaks(i)).find(|i| staged(*i)).filter(|i| *i > from + 1);
    held.is_some_and(|i| cx.tokens.is_any(i - 1, &["is", "are"]) && cx.tokens.is_in(i - 2, &SETS, APPOINTMENT))
}

/// The present of a verb of schedules: behind no auxiliary, `to` or negation.
fn is_scheduled(cx: &Context, verb: usize) -> bool {
    let plain = cx.tokens.is_in(verb, &SETS, SCHEDULED) && !cx.tokens.all[verb].is_capital();
    let led = |t: &Token| t.is(class::AUXILIARY | class::NEGATION | class::ARTICLE | class::PREPOSITION | class::DETERMINER);
    plain && verb > 0 && !led(&cx.tokens.all[verb - 1]) && !cx.tokens.is(verb - 1, "to")
}

/// A verb of cancelling, then something with a day of its own (`the concert`), perhaps with a place, stand before `on`. The day of "called
/// off the search on 20 May" or "cancelled the debt on 20 May" is when that was done.
fn is_called_off(cx: &Context, on: usize) -> bool {
    let noun = before_place(cx, on).checked_sub(1).filter(|_| cx.tokens.is(on, "on"));
    let Some(noun) = noun.filter(|i| SETS.has(&cx.tokens.all[*i], APPOINTMENT)) else { return false };
    let from = sentence(cx, on).start.max(on.saturating_sub(REACH));
    let ends = |i: &usize| cx.tokens.is_in(*i, &SETS, OFF);
    let within = |i: &usize| {
        let t = &cx.tokens.all[*i];
        !t.is(class::CUE | class::RELATIVE | class::CONJUNCTION)
            && !cx.tokens.is_in(*i, &SETS, BREAKING)
            && t.punct().is_none_or(|c| c == '-')
    };
    let off = (from..noun).rev().take_while(|i| ends(i) || within(i)).find(ends);
    off.is_some_and(|i| (!cx.tokens.is(i, "called") || cx.tokens.is(i + 1, "off")) && is_perfect(cx, i))
}

/// The token behind what a phrase of place before token `end` belongs to: `a meeting | in Porto Alto on`.
fn before_place(cx: &Context, end: usize) -> usize {
    const NAME: usize = 3;
    let first = (end.saturating_sub(NAME)..end).rev().take_while(|i| cx.tokens.all[*i].is_capital()).last();
    first.and_then(|i| i.checked_sub(1)).filter(|i| cx.tokens.is_any(*i, &["at", "in"])).unwrap_or(end)
}

/// `has`, `have also` before a participle.
fn is_perfect(cx: &Context, participle: usize) -> bool {
    let has = |n: usize| participle >= n && cx.tokens.is_any(participle - n, &["has", "have"]);
    has(1) || has(2) && cx.tokens.is_any(participle - 1, &["already", "also"])
}

fn is_edge(cx: &Context, at: usize) -> bool {
    cx.tokens.is_any(at, &["early", "late", "mid"])
}

/// `called a strike from Tuesday`, `announced a curfew from Friday`: what is called begins later.
fn is_called_from(cx: &Context, date: &Range<usize>) -> bool {
    if date.start < 3 || !cx.tokens.is_any(date.start - 1, &["from", "beginning"]) || !cx.tokens.is_in(date.start - 2, &SETS, CALLED) {
        return false;
    }
    let from = sentence(cx, date.start).start.max(date.start.saturating_sub(REACH));
    (from..date.start - 2).rev().take_while(|i| cx.tokens.all[*i].punct() != Some(';')).any(|i| cx.tokens.is_in(i, &SETS, CALLING))
}

/// `set for Saturday`, `doubtful for Sunday`; somebody blamed "for Saturday's attack" is blamed afterwards, and somebody out "for
/// Saturday's game" is named before it.
fn is_for_that_day(cx: &Context, date: &Range<usize>) -> bool {
    let led = date.start > 0 && cx.tokens.is(date.start - 1, "for");
    let over = date.start > 2 && cx.tokens.is_any(date.start - 3, &["was", "were", "been", "had"]);
    let owned = cx.tokens.get(date.end).is_some_and(|t| t.kind == Kind::Clitic);
    let ends = cx.tokens.get(date.end).is_none_or(|t| !t.is_word() || t.is(class::FUNCTION | class::DAY_PART));
    led && !over && !owned && ends
}

/// The nearest telling word before the date in its clause says that it is fixed, hoped for, or how things stand.
fn told_before(cx: &Context, date: &Range<usize>) -> bool {
    let from = sentence(cx, date.start).start.max(date.start.saturating_sub(REACH));
    for at in (from..date.start).rev() {
        if cx.tokens.is_any(at, &BE) {
            return is_copula_of(cx, at, date);
        }
        let hoped = cx.tokens.is_in(at, &SETS, HOPE) && cx.tokens.is(at + 1, "of");
        if hoped || acts_by_plan(cx, at, from) || goes_on_to(cx, at, date) || is_left_in(cx, at, date) {
            return true;
        }
        if breaks(cx, at) {
            return false;
        }
    }
    false
}

/// A past form, or what begins or ends a clause.
fn breaks(cx: &Context, at: usize) -> bool {
    let Some(t) = cx.tokens.get(at) else { return true };
    t.is_word() && !t.is_capital() && (is_past_form(cx, at) || t.is(class::CUE))
        || cx.tokens.is_in(at, &SETS, BREAKING)
        || t.punct().is_some_and(|c| matches!(c, ';' | ':'))
}

/// `is Monday`, `is at 8 p.m. on Monday`, `is doubtful on Monday`, `is out for Monday's game`.
fn is_copula_of(cx: &Context, be: usize, date: &Range<usize>) -> bool {
    let led = |t: &Token| t.is(class::PREPOSITION | class::ADVERB | class::ARTICLE) || t.is_number() || t.is_punct(',');
    let bare = (be + 1..date.start).all(|i| led(&cx.tokens.all[i]));
    let stands = (be + 1..=be + 2).any(|i| i < date.start && cx.tokens.is_in(i, &SETS, STATE));
    let owned = cx.tokens.get(date.end).is_some_and(|t| t.kind == Kind::Clitic);
    bare && !owned || stands && (!owned || cx.tokens.is_in(date.end + 1, &SETS, FIXED))
}

/// `heading into Saturday's semifinals`, `advanced to Sunday's final`, `advances to play Saturday`; not `advanced to the final on
/// Saturday`.
fn goes_on_to(cx: &Context, verb: usize, date: &Range<usize>) -> bool {
    if !cx.tokens.is_in(verb, &SETS, ADVANCING) {
        return false;
    }
    let to = verb + 1 + usize::from(cx.tokens.is(verb + 1, "on"));
    let into = cx.tokens.is_any(to, &["into", "to", "for"]);
    let goal = to + 1 + usize::from(cx.tokens.is(to + 1, "the"));
    let owned = cx.tokens.get(date.end).is_some_and(|t| t.kind == Kind::Clitic) && cx.tokens.is_in(date.end + 1, &SETS, FIXED);
    let play = cx.tokens.is(to, "to") && to + 1 < date.start && cx.tokens.is_in(to + 1, &SETS, SCHEDULED);
    into && goal == date.start && (owned || cx.tokens.is(to, "into")) || play
}

/// `four teams left fighting for the cup on Saturday`.
fn is_left_in(cx: &Context, left: usize, date: &Range<usize>) -> bool {
    let vies = cx.tokens.is(left, "left") && cx.tokens.is_any(left + 1, &["battling", "competing", "fighting", "playing", "vying"]);
    vies && cx.tokens.is(left + 2, "for") && (left + 3..date.start).any(|i| cx.tokens.is_in(i, &SETS, SPORTS_PRIZE))
}

/// The present of a verb of schedules behind a plural: `the teams meet`, `voters go`, `they play`.
fn acts_by_plan(cx: &Context, verb: usize, from: usize) -> bool {
    let planned = cx.tokens.is_in(verb, &SETS, SCHEDULED) && cx.tokens.get(verb).is_some_and(|t| !t.is_capital());
    let subject = verb.checked_sub(1).filter(|i| planned && *i >= from);
    subject.is_some_and(|i| {
        let t = &cx.tokens.all[i];
        let plural = t.is_word() && cx.tokens.str(i).len() > 3 && cx.tokens.str(i).ends_with('s') && !cx.tokens.str(i).ends_with("ss");
        let plural = plural && !t.is(class::FUNCTION) || cx.tokens.is_any(i, &["they", "we", "you", "people"]);
        plural && !cx.tokens.is_any(i.wrapping_sub(1), &["to", "will", "would"])
    })
}
