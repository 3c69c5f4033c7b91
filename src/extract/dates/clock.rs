//! Clock times in their sentence: the day they belong to where it does not stand beside them, what hedges them, and the same instant told
//! in another zone.

use std::ops::Range;

use super::tense::{is_past_form, sentence};
use crate::extract::Context;
use crate::lexicon::temporal::Unit;
use crate::lexicon::{class, word_sets};
use crate::text::{Token, form};
use crate::value::time::expr::{Base, Cell};
use crate::value::time::{Clock, Expr, Found, Point, Reader, Time};

word_sets! {
    /// Words that may begin a phrase or clause of time.
    OPENING = 0: "opening_phrase_of_time";
    /// Words for what happens once in a life: the year behind them is no clock time.
    OF_A_LIFE = 1: "of_a_life";
}

/// Whether an expression is a clock time without a day.
pub fn is_alone(found: &Found) -> bool {
    found.expr == Expr::ThatDay && found.clock.is_some()
}

/// The day that comes behind a clock time in its clause, with that time: "sent for at 07:00 CET to a warehouse in Mill Lane on Sunday". `n`
/// is the number of the clock time among the expressions read.
pub fn day_behind(cx: &Context, read: &[Found], n: usize) -> Option<Found> {
    let clock = read.get(n).filter(|f| is_alone(f))?;
    let restated = read.get(n + 1).filter(|f| says_it_again(cx, &clock.tokens, f));
    let day = read.get(n + 1 + usize::from(restated.is_some()))?;
    let one_day = match day.expr {
        Expr::Weekday(..) | Expr::Moved(Base::Published, _, Unit::Day) => true,
        expr => matches!(expr, Expr::Fixed(Point::Day(_))) || is_day_of_year(expr),
    };
    let between = restated.unwrap_or(clock).tokens.end..day.tokens.start;
    let joined = one_day && day.to.is_none() && !day.clock.is_some_and(Clock::is_hour);
    let within = joined && sentence(cx, clock.tokens.start).contains(&day.tokens.start) && between.len() <= REACH;
    (within && is_one_clause(cx, between)).then(|| Found { clock: clock.clock, ..day.clone() })
}

/// How many tokens may stand between a clock time and its day.
const REACH: usize = 20;

fn is_day_of_year(expr: Expr) -> bool {
    matches!(expr, Expr::InYear(Cell::Day { .. }, _))
}

/// No verb stands between, and no word that opens a clause.
fn is_one_clause(cx: &Context, between: Range<usize>) -> bool {
    between.into_iter().all(|i| {
        let t = &cx.tokens.all[i];
        let verb = t.is(class::AUXILIARY | class::CUE | class::RELATIVE) || is_past_form(cx, i) && !t.is_capital();
        !verb && !cx.tokens.is_in(i, &SETS, OPENING) && !t.punct().is_some_and(|c| matches!(c, ';' | ':' | '"' | '“' | '”'))
    })
}

/// `before 9.`, `were evacuated at 9`, `shortly after 7`: a bare hour of an unknown half of the day, which counts nothing. But "stood at 9"
/// is a count.
pub fn is_bare_hour(cx: &Context, at: usize) -> bool {
    const LEADS: [&str; 6] = ["after", "at", "before", "past", "until", "till"];
    const HOURS: std::ops::RangeInclusive<u8> = 1..=12;
    let hour = cx.tokens.get(at).is_some_and(Token::is_number) && cx.tokens.str(at).parse().is_ok_and(|n| HOURS.contains(&n));
    let led = at > 0 && cx.tokens.is_any(at - 1, &LEADS);
    hour && led
        && ends_phrase(cx, at + 1)
        && !(cx.tokens.is(at - 1, "at") && (Reader::new(cx.tokens, &cx.lexicon.time).tells_a_level(at - 1) || is_age(cx, at - 1)))
}

/// Nothing that is counted stands here, nor a second number: the end of a clause, or the day of a clock time.
fn ends_phrase(cx: &Context, at: usize) -> bool {
    let next = |i: usize| cx.tokens.get(i);
    let Some(t) = next(at) else { return true };
    let named = |i: usize| next(i).is_some_and(|t| t.is(class::WEEKDAY | class::MONTH | class::DAY_PART));
    let day = |i: usize| named(i) || cx.tokens.is_any(i, &["today", "tomorrow", "tonight", "yesterday"]);
    match t.punct() {
        Some('.' | ',' | ';') => !next(at + 1).is_some_and(|n| n.is_number()),
        Some(_) => false,
        None => t.has(form::PARAGRAPH) || day(at) || cx.tokens.is_any(at, &["on", "in", "this", "last"]) && (day(at + 1) || day(at + 2)),
    }
}

/// `dies at 10`, `was orphaned at 8`: an age stands behind `at`.
fn is_age(cx: &Context, at: usize) -> bool {
    at > 0 && cx.tokens.is_in(at - 1, &SETS, OF_A_LIFE)
}

/// A clock time on a day that stands before it.
pub fn on_day(found: &Found, day: Time) -> Option<Time> {
    let interval = day.interval()?;
    Some(Time { about: found.about, ..Time::from(found.clock?.on(interval.first)) })
}

/// The day of the report, or the one before, where a text has said last that it tells of it: "this morning", "yesterday".
pub fn today(found: &Found, time: Option<Time>, before: Option<Time>) -> Option<Time> {
    match found.expr {
        Expr::Moved(Base::Published, -1 | 0, Unit::Day) => time,
        Expr::ThatDay => before,
        expr if is_day_of_year(expr) || matches!(expr, Expr::Fixed(Point::Day(_)) | Expr::Weekday(..)) => None,
        _ => before,
    }
}

/// A clock time in brackets right behind another is that one in another zone: "4:30 a.m. local time (11.30 p.m. ET)".
pub fn says_it_again(cx: &Context, last: &Range<usize>, found: &Found) -> bool {
    let bracketed = cx.tokens.get(last.end).is_some_and(|t| t.is_punct('(')) && last.end + 1 == found.tokens.start;
    let closed = cx.tokens.get(found.tokens.end).is_some_and(|t| t.is_punct(')'));
    let clock_before = cx.tokens.all[last.clone()].iter().any(|t| t.is_number() || t.is(class::DAY_PART));
    bracketed && closed && is_alone(found) && found.clock.is_some_and(Clock::is_hour) && clock_before
}

/// The tokens of a date with what hedges the clock time that it begins with: "shortly after 5 a.m.".
pub fn hedged(cx: &Context, found: &Found, tokens: Range<usize>) -> Range<usize> {
    let begins = found.clock.is_some_and(Clock::is_hour) && begins_with_clock(cx, &tokens);
    let Some(before) = tokens.start.checked_sub(1).filter(|_| begins) else { return tokens };
    let one = ["about", "approximately", "around", "by", "roughly"];
    let (two, side) = (["just", "shortly", "soon"], ["after", "before", "past"]);
    if cx.tokens.is_any(before, &one) {
        return before..tokens.end;
    }
    if before > 0 && cx.tokens.is_any(before, &side) && cx.tokens.is_any(before - 1, &two) {
        return before - 1..tokens.end;
    }
    tokens
}

fn begins_with_clock(cx: &Context, tokens: &Range<usize>) -> bool {
    let at = tokens.start;
    let spoken = || Reader::of_clock(cx.tokens, &cx.lexicon.time).begins_with_clock(at);
    cx.tokens.get(at).is_some_and(|t| t.is_number()) || cx.tokens.is_any(at, &["midnight", "noon"]) || spoken()
}
