//! The hour and minute that a date is told with.

use std::ops::Range;

use crate::lexicon::lexicon;
use crate::text::{Tokens, scan};
use crate::value::time::{Clock, Expr, Reader};

/// A time of day by the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockTime {
    /// Minutes since midnight.
    minutes: i32,
    /// With its minute, not the hour alone.
    fine: bool,
    /// "GMT"; none for local time.
    zone: Option<String>,
    /// No day is told with it.
    pub alone: bool,
}

/// Who gives the minutes in fives rounds them.
const ROUND: i32 = 5;
/// So far a rounded time may be off, and so far an hour.
const OFF_ROUND: i32 = 15;
const OFF_HOUR: i32 = 59;

impl ClockTime {
    /// Reads the time of day of a date as it is written; `None` where it has none.
    pub fn read(text: &str) -> Option<ClockTime> {
        let all = scan(text, &lexicon().words);
        ClockTime::of(Tokens { text, all: &all })
    }

    /// The same of a text that is cut into words.
    pub fn of(tokens: Tokens) -> Option<ClockTime> {
        let found = Reader::new(tokens, &lexicon().time).read_all(0, tokens.len());
        found.iter().find_map(|f| {
            let (minutes, fine) = match f.clock? {
                Clock::Hour(hour) => (i32::from(hour) * 60, false),
                Clock::Minute(hour, minute) => (i32::from(hour) * 60 + i32::from(minute), true),
                Clock::Part(_) => return None,
            };
            Some(ClockTime { minutes, fine, zone: zone(tokens, &f.tokens), alone: f.expr == Expr::ThatDay })
        })
    }

    /// Surely another time of one day. Of times in two zones nobody knows.
    pub fn differs(&self, other: &ClockTime) -> bool {
        let off = match (self.fine, other.fine) {
            (true, true) if self.is_round() || other.is_round() => OFF_ROUND,
            (true, true) => 0,
            _ => OFF_HOUR,
        };
        self.zone == other.zone && (self.minutes - other.minutes).abs() > off
    }

    /// The same time in the same zone, or in none that is named.
    pub fn is_same(&self, other: &ClockTime) -> bool {
        self.minutes == other.minutes && self.zone == other.zone
    }

    /// The same minute, which two articles hardly give for two things: how sure that is, from 0 to 1.
    pub fn coincides(&self, other: &ClockTime) -> f32 {
        let zones = self.zone == other.zone || self.zone.is_none() || other.zone.is_none();
        match self.minutes % 60 {
            _ if self.minutes != other.minutes || !zones => 0.0,
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

    /// A number for the minute, where it is one that few things happen at.
    pub fn feature(&self) -> Option<i32> {
        (self.minutes % 60 != 0).then_some(self.minutes)
    }

    fn is_round(&self) -> bool {
        self.minutes % ROUND == 0
    }
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
        assert!(!at("2:09 a.m.").differs(&at("2 a.m.")) && at("3 a.m.").differs(&at("11:01 p.m.")));
        assert!(!at("1453 GMT").differs(&at("5:53 p.m.")), "nobody knows the zone of the other");
        assert!(!at("3:30 p.m. Saturday").differs(&at("4:30 p.m. ET")));
    }

    #[test]
    fn a_minute_is_told_once() {
        assert_eq!(at("2:09 a.m.").coincides(&at("2:09 am PST")), 1.0);
        assert_eq!(at("4.30am").coincides(&at("4:30 a.m. local time")), 0.6);
        assert_eq!(at("2 a.m.").coincides(&at("02:00 GMT")), 0.3);
        assert_eq!(at("2:09 a.m.").coincides(&at("2:12 a.m.")), 0.0);
        assert!(at("2:09 a.m.").alone && !at("2:09 a.m. Thursday").alone);
    }
}
