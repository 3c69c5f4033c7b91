//! The hour and minute that a date is told with.

use std::ops::Range;

use crate::lexicon::{class, lexicon};
use crate::text::{Tokens, scan};
use crate::value::time::{Clock, Expr, Reader};

/// A time of day by the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockTime {
    /// Minutes since midnight.
    minutes: i32,
    /// The end of a stretch, else the same.
    last: i32,
    /// It may be of either half of the day.
    either_half: bool,
    /// It may be of a clock of 24 hours or of one of twelve: "9.30".
    unhalved: bool,
    /// A part of the day is told with it.
    parted: bool,
    /// It has its minute, not the hour alone.
    fine: bool,
    /// "about 8:30", "shortly before 9".
    near: Option<Near>,
    /// "GMT"; none for local time.
    zone: Option<String>,
    /// No day is told with it.
    pub alone: bool,
}

/// How an inexact time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    About,
    Before,
    After,
}

/// Minutes that are a multiple of this are taken to be rounded.
const ROUND: i32 = 5;
/// The minutes by which an hour alone may be rounded, and a half or full hour told with its minutes.
const OFF_HOUR: i32 = 30;
const OFF_HALF: i32 = 15;
/// The same for minutes that are a multiple of 15, 10 and 5.
const OFF_MINUTES: [(i32, i32); 3] = [(15, 8), (10, 5), (ROUND, 3)];
/// A time told as "about" may be off by at least so many minutes.
const OFF_ABOUT: i32 = 5;
const HALF_DAY: i32 = 12 * 60;
const DAY: i32 = 2 * HALF_DAY;

impl ClockTime {
    /// Reads the time of day of a date as it is written; `None` where it has none.
    pub fn read(text: &str) -> Option<ClockTime> {
        let all = scan(text, &lexicon().words);
        ClockTime::of(Tokens { text, all: &all })
    }

    /// The same of a text that is cut into words.
    pub fn of(tokens: Tokens) -> Option<ClockTime> {
        let words = |at: &Range<usize>| at.clone().filter(|i| tokens.all[*i].is_word());
        let found = Reader::of_clock(tokens, &lexicon().time).read_all(0, tokens.len());
        found.iter().find_map(|f| {
            let clock = f.clock?;
            let minutes = since_midnight(clock)?;
            let last = f.clock_end.and_then(since_midnight).unwrap_or(minutes);
            let either_half = matches!(clock, Clock::Dial(..));
            Some(ClockTime {
                minutes,
                last: behind(minutes, last, if either_half || matches!(f.clock_end, Some(Clock::Dial(..))) { HALF_DAY } else { DAY }),
                either_half,
                unhalved: matches!(clock, Clock::Minute(1..=12, _)) && is_unhalved(tokens, &f.tokens),
                parted: words(&f.tokens).any(|i| tokens.all[i].is(class::DAY_PART)),
                fine: matches!(clock, Clock::Minute(..) | Clock::Dial(_, Some(_))) && f.clock_end.is_none(),
                near: near(tokens, f.tokens.end),
                zone: zone(tokens, &f.tokens),
                alone: f.expr == Expr::ThatDay,
            })
        })
    }

    /// The minutes of its first and last in each half of the day that it may be of beside another.
    fn readings(&self, beside: Option<&ClockTime>) -> impl Iterator<Item = (i32, i32)> + use<> {
        let (first, last) = (self.minutes, self.last);
        let either = self.either_half || self.unhalved && beside.is_some_and(|b| b.parted);
        let other = either.then_some((first + HALF_DAY, last + HALF_DAY));
        std::iter::once((first, last)).chain(other)
    }

    /// How many minutes lie between the two at least. Midnight may be of either day where one of them does not tell its half, or holds it.
    fn distance(&self, other: &ClockTime) -> i32 {
        let loose = |t: &ClockTime| t.either_half || t.last != t.minutes;
        let round: &[i32] = if loose(self) || loose(other) { &[-DAY, 0, DAY] } else { &[0] };
        let gap = |(a, b): (i32, i32), (c, d): (i32, i32)| round.iter().map(move |days| (c + days - b).max(a - d - days).max(0)).min();
        let between = |mine| other.readings(Some(self)).filter_map(move |theirs| gap(mine, theirs)).min();
        self.readings(Some(other)).filter_map(between).min().unwrap_or(0)
    }

    /// Whether it may lie in these hours of the day.
    pub fn may_be_in(&self, hours: &Range<i32>) -> bool {
        self.readings(None).any(|(first, _)| hours.contains(&(first / 60)))
    }

    /// They are surely two times of one day; of times in two zones that is not known.
    pub fn differs(&self, other: &ClockTime) -> bool {
        self.zone == other.zone && self.distance(other) > self.slack().max(other.slack())
    }

    /// By how many minutes it may be off, by the rounding that its minutes show.
    fn slack(&self) -> i32 {
        let told = match self.minutes % 60 {
            _ if !self.fine => OFF_HOUR,
            0 | 30 => OFF_HALF,
            m => OFF_MINUTES.iter().find(|(place, _)| m % place == 0).map_or(0, |(_, off)| *off),
        };
        if self.near.is_some() { (told + told / 2).max(OFF_ABOUT) } else { told }
    }

    /// How it is told, if not exactly.
    pub fn near(&self) -> Option<Near> {
        self.near
    }

    /// It is not after the other, in some half of the day that each may be of.
    pub fn is_reached_by(&self, other: &ClockTime) -> bool {
        self.zone == other.zone && self.readings(Some(other)).any(|(first, _)| other.readings(Some(self)).any(|(later, _)| first <= later))
    }

    /// The same time in the same zone, or in none that is named.
    pub fn is_same(&self, other: &ClockTime) -> bool {
        self.may_be(other) && self.zone == other.zone
    }

    /// They are in the same zone and not the same minute, which rounding may still explain.
    pub fn is_beside(&self, other: &ClockTime) -> bool {
        !self.may_be(other) && self.zone == other.zone
    }

    /// They may be the same minute.
    pub fn may_be(&self, other: &ClockTime) -> bool {
        self.distance(other) == 0
    }

    /// The same minute, which two articles hardly give for two things: how strongly that speaks for one thing, from 0 to 1.
    pub fn coincides(&self, other: &ClockTime) -> f32 {
        let zones = self.zone == other.zone || self.zone.is_none() || other.zone.is_none();
        match self.minutes % 60 {
            _ if !self.may_be(other) || !zones => 0.0,
            0 => 0.3,
            30 => 0.6,
            m if m % ROUND == 0 => 0.8,
            _ => 1.0,
        }
    }

    /// Since midnight.
    pub fn minutes(&self) -> i32 {
        self.minutes
    }

    /// A number for the minute on the dial; none for a full hour, at which many things happen.
    pub fn feature(&self) -> Option<i32> {
        (self.minutes % 60 != 0).then_some(self.minutes % HALF_DAY)
    }
}

/// The words before a time that make it inexact.
fn near(tokens: Tokens, end: usize) -> Option<Near> {
    const FIRST: usize = 3;
    (0..end.min(FIRST)).find_map(|i| match () {
        () if tokens.is_any(i, &["about", "approximately", "around", "roughly"]) => Some(Near::About),
        () if tokens.is_any(i, &["almost", "before", "nearly"]) => Some(Near::Before),
        () if tokens.is_any(i, &["after"]) => Some(Near::After),
        () => None,
    })
}

/// The last minute of a stretch, moved on by steps until it is not before the first.
fn behind(first: i32, last: i32, step: i32) -> i32 {
    std::iter::successors(Some(last), |last| Some(last + step)).find(|last| *last >= first).unwrap_or(last)
}

/// Nothing tells the half of the day, or that hours are counted to 24: "9.30", "9:30 on Monday", not "09:30" nor "9:30 GMT".
fn is_unhalved(tokens: Tokens, at: &Range<usize>) -> bool {
    let first = tokens.str(at.start);
    let tells = |i: usize| tokens.is_any(i, &["am", "a.m.", "a.m", "pm", "p.m.", "p.m", "hours", "time"]);
    let four = first.len() == 4 && first.bytes().all(|b| b.is_ascii_digit());
    !first.starts_with('0') && !four && !at.clone().any(tells) && zone(tokens, at).is_none()
}

fn since_midnight(clock: Clock) -> Option<i32> {
    let (hour, minute) = match clock {
        Clock::Hour(hour) => (hour, 0),
        Clock::Minute(hour, minute) => (hour, minute),
        Clock::Dial(hour, minute) => (hour % 12, minute.unwrap_or(0)),
        Clock::Part(_) => return None,
    };
    Some(i32::from(hour) * 60 + i32::from(minute))
}

/// "GMT", or "moscow" of "Moscow time", in the words of a time.
fn zone(tokens: Tokens, at: &Range<usize>) -> Option<String> {
    const HALVES: [&str; 2] = ["AM", "PM"];
    let words = || at.clone().filter(|i| tokens.all[*i].is_word());
    let short = words().map(|i| tokens.str(i)).find(|w| w.len() > 1 && !HALVES.contains(w) && w.bytes().all(|b| b.is_ascii_uppercase()));
    let named = || words().find(|i| tokens.is(*i, "time")).and_then(|i| i.checked_sub(1)).map(|i| tokens.str(i).to_lowercase());
    short.map(str::to_owned).or_else(|| named().filter(|w| w != "local"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> ClockTime {
        ClockTime::read(text).unwrap()
    }

    #[test]
    fn times_of_a_day_differ() {
        assert!(at("1:30 a.m.").differs(&at("1:00 am Sunday")) && at("2:09 a.m.").differs(&at("2:12 a.m.")));
        assert!(!at("8:49 p.m.").differs(&at("8:50 p.m.")), "one is rounded");
        assert!(at("8 p.m.").differs(&at("8:40 p.m.")) && !at("8 p.m.").differs(&at("8:30 p.m.")), "by half an hour at most");
        assert!(at("8:15 p.m.").differs(&at("8:40 p.m.")) && !at("8:30 p.m.").differs(&at("8:40 p.m.")));
        assert!(at("8:40 p.m.").differs(&at("8:49 p.m.")) && !at("about 8 p.m.").differs(&at("around 8:30pm")));
        assert!(!at("2:09 a.m.").differs(&at("2 a.m.")) && at("3 a.m.").differs(&at("11:01 p.m.")));
        assert!(!at("1453 GMT").differs(&at("5:53 p.m.")), "nobody knows the zone of the other");
        assert!(!at("3:30 p.m. Saturday").differs(&at("4:30 p.m. ET")));
    }

    #[test]
    fn an_hour_of_the_dial_is_of_either_half_of_the_day() {
        assert!(at("twenty past twelve").is_same(&at("12:20 p.m.")) && at("half past two").is_same(&at("2:30 a.m. Monday")));
        assert!(at("shortly before seven").differs(&at("5:50 a.m.")) && !at("shortly before seven").differs(&at("6:50 p.m.")));
        assert!(at("four o'clock on Sunday morning").differs(&at("4 p.m. on Sunday")) && !at("four o'clock").differs(&at("4 p.m.")));
        assert!(!at("between two and half past two").differs(&at("2:20 a.m.")));
        assert!(at("between two and half past two").differs(&at("soon after four o'clock")));
        assert!(at("from six to eight p.m.").differs(&at("9:30 p.m.")) && !at("from six to eight p.m.").differs(&at("7:10 p.m.")));
        assert!(
            !at("between ten and midnight on Monday").differs(&at("11:20 p.m."))
                && !at("twelve on Monday night").differs(&at("11:50 p.m."))
        );
        assert!(!at("between eleven and one in the morning on Monday").differs(&at("12:30 a.m. on Monday")));
        assert!(at("between ten and midnight on Monday").differs(&at("4:20 p.m. on Monday")));
        let evening = at("half past nine in the evening on Monday");
        assert!(!at("9.30 on Monday").differs(&evening) && at("09:30 on Monday").differs(&evening));
        assert!(at("9.30 on Monday").differs(&at("half past ten in the evening")) && at("9.30 on Monday").differs(&at("9:30 p.m.")));
        assert!(at("seven on Monday evening").is_same(&at("7 p.m. on Monday")) && at("a quarter to nine").is_same(&at("8.45am")));
    }

    #[test]
    fn a_minute_is_told_once() {
        assert_eq!(at("2:09 a.m.").coincides(&at("2:09 am PST")), 1.0);
        assert_eq!(at("4.30am").coincides(&at("4:30 a.m. local time")), 0.6);
        assert_eq!(at("2 a.m.").coincides(&at("02:00 GMT")), 0.3);
        assert_eq!(at("2:09 a.m.").coincides(&at("2:12 a.m.")), 0.0);
        assert!(at("2:09 a.m.").is_same(&at("nine minutes past two")) && at("quarter to three").coincides(&at("2:45 p.m.")) > 0.5);
        assert!(at("2:09 a.m.").alone && !at("2:09 a.m. Thursday").alone);
    }
}
