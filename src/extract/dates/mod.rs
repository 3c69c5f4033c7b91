//! Dates and times: what the grammar of `value::time` finds, resolved against the day of publication or the dates told before.

mod ahead;
mod clock;
pub mod dated;
mod elsewhere;
pub mod governor;
mod mode;
pub mod moved;
mod play;
pub mod tense;

use std::ops::Range;

use super::Context;
use super::mention::{DateMention, Mentions};
use crate::claim::{BlockRole, Date, Grain};
use crate::lexicon::{class, word_sets};
use crate::text::{Token, form};
use crate::value::time::expr::{Cell, WeekRef, YearRef};
use crate::value::time::{Anchor, Clock, Expr, Found, Point, Reader, Tense, Time};
pub use clock::is_bare_hour;
use elsewhere::{Near, Years};

word_sets! {
    /// Whose decade it may be: `in her thirties`.
    OWNING = 0: "possessive_of_people";
    /// Nouns for what there is on one weekday of every week: `newspapers`, `school`.
    WEEKLY = 1: "of_a_weekday";
    /// What astronomers designate: `asteroid`.
    BODY = 2: "heavenly_body";
}

/// Finds the dates of all sentences.
pub fn find(cx: &Context, found: &mut Mentions) {
    let reader = Reader::new(cx.tokens, &cx.lexicon.time);
    let read = reader.read_all(0, cx.tokens.len());
    let mut anchor = Anchor { published: cx.published, narrative: mode::is_narrative(&read, cx.published), ..Anchor::default() };
    anchor.day_first = day_first(cx, &read);
    let years = Years::of(&read);
    let mut told = 0..0;
    let mut today = None;
    for (n, f) in read.iter().enumerate() {
        if f.only_future && !tense::promises(cx, &f.tokens)
            || is_in_a_name(cx, &f.tokens)
            || is_in_a_designation(cx, &f.tokens)
            || is_a_kind_of(cx, f)
            || play::is_of_a_game(cx, f)
            || is_of_a_line(cx, f)
            || is_of_a_life(cx, f)
        {
            continue;
        }
        (anchor.tense, anchor.sure) = tense_of(cx, f);
        anchor.same_sentence = told.contains(&f.tokens.start);
        let time = anchor.resolve(f);
        let elsewhere = if anchor.narrative { None } else { years.dated(f, &near(cx, &read, n), time, cx.published) };
        let elsewhere = elsewhere.or_else(|| years.of_other_attack(f, cx.tokens.span(f.tokens.clone()).of(cx.tokens.text)));
        let time = elsewhere.map_or(time, |expr| anchor.resolve(&Found { expr, ..f.clone() }));
        let time = time.or_else(|| clock::day_behind(cx, &read, n).and_then(|day| anchor.resolve(&day)));
        let time = time.or_else(|| clock::on_day(f, today.filter(|_| clock::is_alone(f))?));
        let time = time.filter(|_| !is_fiscal(cx, f));
        today = clock::today(f, time, today);
        if let Some(last) = found.dates.last_mut()
            && clock::says_it_again(cx, &last.tokens, f)
        {
            last.tokens.end = f.tokens.end + 1;
            last.span = cx.tokens.span(last.tokens.clone());
            continue;
        }
        found.dates.push(mention(cx, f, time));
        if f.tokens.start > 0 && cx.tokens.is(f.tokens.start - 1, "since") {
            continue;
        }
        let sentence = tense::sentence(cx, f.tokens.start);
        if let Some(t) = time.filter(|t| moves_story(cx, f, t.grain(), &sentence)) {
            anchor.story = Some(t.first);
        }
        anchor.text = next_anchor(anchor.text, f, time);
        if time.is_some() {
            told = sentence;
        }
    }
}

/// Whether the dates of a text that can be read in one order only have the day before the month; none where some have and others not. Date
/// lines do not count: they may follow the style of the paper and not of the writer.
fn day_first(cx: &Context, read: &[Found]) -> Option<bool> {
    let mut orders = read.iter().filter(|f| !is_of_a_line(cx, f)).filter_map(|f| order(cx, f));
    let first = orders.next()?;
    orders.all(|o| o == first).then_some(first)
}

/// Whether one date has the day before the month: `3 March`, `23/3/2026`; none where it has no month or either order is one.
fn order(cx: &Context, f: &Found) -> Option<bool> {
    const DAYS: std::ops::RangeInclusive<u8> = 1..=31;
    const MONTHS: u8 = 12;
    let tokens = &cx.tokens.all[f.tokens.clone()];
    let day = |t: &Token| t.text(cx.tokens.text).parse().ok().filter(|n| t.is_number() && DAYS.contains(n));
    let month = tokens.iter().position(|t| t.is_word() && t.is(class::MONTH));
    let at = tokens.iter().position(|t| day(t).is_some())?;
    if let Some(month) = month {
        return Some(at < month);
    }
    let slashed = tokens.get(at + 1).is_some_and(|t| t.is_punct('/'));
    let (first, second) = (day(&tokens[at])?, tokens.get(at + 2).and_then(day).filter(|_| slashed)?);
    (first > MONTHS || second > MONTHS).then_some(first > MONTHS)
}

/// `in her thirties`, `his early fifties`: the years of a life, not of a century.
fn is_of_a_life(cx: &Context, f: &Found) -> bool {
    let decade = matches!(f.expr, Expr::Tens(_));
    let start = f.tokens.start;
    decade && (start.saturating_sub(2)..start).any(|i| cx.tokens.is_in(i, &SETS, OWNING))
}

/// It stands in a line that says when the article was written.
fn is_of_a_line(cx: &Context, found: &Found) -> bool {
    let blocks = &cx.article.blocks;
    let at = blocks.partition_point(|b| b.tokens.end <= found.tokens.start);
    blocks.get(at).is_some_and(|b| b.role == BlockRole::Dateline)
}

/// The expressions of the sentence of one, and of the sentence before.
fn near<'r>(cx: &Context, read: &'r [Found], n: usize) -> Near<'r> {
    let sentence = tense::sentence(cx, read[n].tokens.start);
    let from = read[..n].partition_point(|f| f.tokens.start < sentence.start);
    let to = n + read[n..].partition_point(|f| f.tokens.start < sentence.end);
    let earlier = sentence.start.checked_sub(1).map_or(0, |last| tense::sentence(cx, last).start);
    let first = read[..from].partition_point(|f| f.tokens.start < earlier);
    Near { beside: &read[from..to], before: &read[first..from] }
}

/// `the fiscal third quarter`: of a year that each company begins in a month of its own.
fn is_fiscal(cx: &Context, f: &Found) -> bool {
    let part = matches!(f.expr, Expr::InYear(Cell::Quarter(_) | Cell::Half(_), _));
    part && (f.tokens.start.saturating_sub(1)..f.tokens.end).any(|i| cx.tokens.is(i, "fiscal"))
}

/// `Tonight` of a programme or paper (`Entertainment Tonight`): a capital that the word has not by itself, behind another one.
fn is_in_a_name(cx: &Context, tokens: &Range<usize>) -> bool {
    let capital = |at: usize| cx.tokens.get(at).is_some_and(|t| t.is_word() && t.is_capital() && !t.is(class::WEEKDAY | class::MONTH));
    tokens.len() == 1 && tokens.start > 0 && capital(tokens.start) && capital(tokens.start - 1) && {
        let sentence = tense::sentence(cx, tokens.start);
        sentence.start < tokens.start && !super::names::is_caseless(cx, &sentence)
    }
}

/// The year of a provisional designation: `asteroid 2031 QX7`, `comet C/2031 Q2`.
fn is_in_a_designation(cx: &Context, tokens: &Range<usize>) -> bool {
    let at = |i: usize| cx.tokens.get(i);
    let numbered = at(tokens.end).is_some_and(|t| !t.glued() && t.is_capital() && t.has(form::DIGIT));
    let of_body = tokens.start > 0 && SETS.has(&cx.tokens.all[tokens.start - 1], BODY);
    let coded =
        tokens.start > 1 && cx.tokens.all[tokens.start - 1].is_punct('/') && at(tokens.start - 2).is_some_and(|t| t.end - t.start == 1);
    tokens.len() == 1 && numbered && (of_body || coded)
}

/// `the Sunday papers`, `Sunday school`: what has its weekday every week; unlike `said Sunday papers were found`.
fn is_a_kind_of(cx: &Context, f: &Found) -> bool {
    let said = f.tokens.start > 0 && cx.tokens.get(f.tokens.start - 1).is_some_and(|t| t.is(class::CUE));
    let bare = f.tokens.len() == 1 && matches!(f.expr, Expr::Weekday(_, WeekRef::Open));
    bare && !said && cx.tokens.get(f.tokens.end).is_some_and(|t| SETS.has(t, WEEKLY))
}

/// Whether a story goes on from this date: a day, month or season that is not an attribute (`the August 1792 rising`), and a year that
/// opens its sentence.
fn moves_story(cx: &Context, found: &Found, grain: Grain, sentence: &Range<usize>) -> bool {
    let attribute = cx.tokens.is(found.tokens.start, "the") && cx.tokens.get(found.tokens.end).is_some_and(Token::is_word);
    match grain {
        Grain::Decade | Grain::Century => false,
        Grain::Year | Grain::Half => found.tokens.start <= sentence.start + 2 && !attribute,
        _ => !attribute,
    }
}

/// The tense that an expression is told in, and whether it is that of its own verb.
pub fn tense_of(cx: &Context, f: &Found) -> (Tense, bool) {
    match f.expr {
        Expr::Weekday(_, WeekRef::Open) if ahead::is_of_a_close(cx, &f.tokens) => (Tense::Past, true),
        Expr::InYear(cell, YearRef::Open) if cell != Cell::Whole && ahead::is_fixed(cx, &f.tokens) => (Tense::Future, true),
        Expr::InYear(cell, YearRef::Open) if cell != Cell::Whole && ahead::is_on_the_calendar(cx, &f.tokens) => (Tense::Future, false),
        Expr::Weekday(_, WeekRef::Open) if ahead::is_ahead(cx, &f.tokens) => (Tense::Future, true),
        expr if wants_tense(expr) => tense::around(cx, &f.tokens),
        _ => (Tense::Open, false),
    }
}

/// Whether the tense of the sentence can decide what an expression means.
fn wants_tense(expr: Expr) -> bool {
    matches!(expr, Expr::InYear(..) | Expr::Weekday(..) | Expr::Weekend | Expr::DayAndMonth(..))
}

/// The date that later relative ones count from: an unresolved one leaves nothing to count from, a century or decade is no point of a
/// story.
fn next_anchor(text: Option<Point>, found: &Found, time: Option<Time>) -> Option<Point> {
    match time {
        None if leaves_anchor(found.expr) => text,
        None => None,
        Some(t) if t.last.is_some() || matches!(t.grain(), Grain::Decade | Grain::Century) => text,
        Some(t) => Some(t.first),
    }
}

/// Whether an expression that stays unresolved says nothing about where the text stands.
fn leaves_anchor(expr: Expr) -> bool {
    matches!(
        expr,
        Expr::ThatDay | Expr::Distant(..) | Expr::Stretch(..) | Expr::EitherWay(..) | Expr::DayAndMonth(..) | Expr::Now | Expr::Beside
    )
}

fn mention(cx: &Context, found: &Found, time: Option<Time>) -> DateMention {
    let edtf = match (time, found.expr) {
        (Some(time), _) => Some(time.to_string()),
        (None, Expr::EitherWay(a, b)) => Some(format!("[{a},{b}]")),
        (None, _) => None,
    };
    let unsaid = found.clock.filter(|c| matches!(c, Clock::Dial(..)));
    let grain = unsaid.map(Clock::grain).or(time.map(Time::grain)).unwrap_or_else(|| found.grain());
    let date = Date { edtf: edtf.map(Into::into), grain, relative: found.is_relative(), event: None };
    let tokens = clock::hedged(cx, found, own_tokens(cx, &found.tokens));
    DateMention { span: cx.tokens.span(tokens.clone()), tokens, date }
}

/// Without the article of a noun that the date stands before: `the 1933 fire`, `the Sunday attack`.
fn own_tokens(cx: &Context, tokens: &Range<usize>) -> Range<usize> {
    let attribute =
        |t: &Token| t.is_word() && !t.is(class::PREPOSITION | class::AUXILIARY | class::CONJUNCTION | class::RELATIVE | class::ADVERB);
    let begins = tokens.len() == 2 && cx.tokens.is(tokens.start, "the") && cx.tokens.get(tokens.end).is_some_and(attribute);
    let bare = cx.tokens.get(tokens.start + 1).is_some_and(|t| t.is_number() || t.is(class::WEEKDAY | class::MONTH));
    tokens.start + usize::from(begins && bare)..tokens.end
}
