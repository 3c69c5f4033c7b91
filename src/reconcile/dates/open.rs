//! What a date says whose day no article fixes: a weekday, a day or month without its year, or words that count from a day not known.

use jiff::civil::Date;

use super::clock::ClockTime;
use super::stretch::Stretch;
use crate::lexicon::lexicon;
use crate::lexicon::temporal::{DayPart, Side, TimeWord};
use crate::text::{Token, Tokens, scan};
use crate::value::Interval;

/// A date whose day is not known.
pub struct Open {
    /// 1 (Monday) to 7.
    weekday: Option<i8>,
    /// 1 to 12.
    month: Option<i8>,
    /// Of the month.
    day: Option<i8>,
    part: Option<DayPart>,
    clock: Option<ClockTime>,
    /// A week, month, season or year that nothing fixes either.
    stretch: Option<Stretch>,
    /// Said to lie ahead (`next Friday`) or behind (`last Friday`).
    ahead: Option<bool>,
    /// Of all that, and of what it counts in: `last friday`, `two weeks ago`.
    words: Vec<String>,
    /// "now", "recent weeks": a time that no day of publication would fix.
    vague: bool,
}

impl Open {
    /// Reads a date as it is written.
    pub fn read(text: &str) -> Open {
        const LINKS: [&str; 9] = ["the", "this", "on", "in", "at", "of", ",", "early", "late"];
        const VAGUE: [&str; 5] = ["few", "several", "some", "many", "prior"];
        let all = scan(text, &lexicon().words);
        let tokens = Tokens { text, all: &all };
        // "the last month" goes on to today, "last month" is over
        let stretch = tokens.is(0, "the") && tokens.len() > 2 && tokens.is_any(1, &["last", "past", "next"]);
        let kept = |(i, w): &(usize, String)| !LINKS.contains(&w.as_str()) || *i == 0 && stretch;
        let words = (0..all.len()).map(|i| (i, tokens.str(i).to_lowercase())).filter(kept).map(|(_, w)| w).collect::<Vec<String>>();
        let first = |pick: fn(TimeWord) -> Option<i8>| all.iter().find_map(|t| pick(lexicon().time.of(t)?));
        let month = first(|w| if let TimeWord::Month { number, .. } = w { Some(number) } else { None });
        let has = |pick: fn(TimeWord) -> bool| all.iter().any(|t| lexicon().time.of(t).is_some_and(pick));
        Open {
            weekday: first(|w| if let TimeWord::Weekday { number, .. } = w { Some(number) } else { None }),
            month,
            day: month.and_then(|_| day_of_month(tokens)),
            part: all.iter().find_map(|t| if let Some(TimeWord::Part(part)) = lexicon().time.of(t) { Some(part) } else { None }),
            clock: ClockTime::of(tokens),
            stretch: Stretch::read(text),
            ahead: all.iter().find_map(|t| match lexicon().time.of(t) {
                Some(TimeWord::Side(Side::Next | Side::Coming)) => Some(true),
                Some(TimeWord::Side(Side::Last)) => Some(false),
                _ => None,
            }),
            vague: has(|w| matches!(w, TimeWord::Now | TimeWord::Recent | TimeWord::Number(0)))
                || words.iter().any(|w| VAGUE.contains(&w.as_str()))
                || words.is_empty(),
            words,
        }
    }

    /// Whether a day of publication would fix it; not for a vague time, nor for an hour of a day that the text tells elsewhere.
    pub fn may_be_settled(&self) -> bool {
        !(self.vague || self.clock.is_some() && self.has_no_day())
    }

    /// Whether two such dates are one as far as they go: the same weekday, the same day or month of a year, or the same words.
    pub fn agrees(&self, other: &Open) -> bool {
        // a weekday alone is seldom that of next week
        let ahead = self.ahead.unwrap_or(false) != other.ahead.unwrap_or(false);
        let parts = apart(self.part, other.part) || ahead || self.has_other_time(other);
        let parts = parts || self.is_outside(other) || other.is_outside(self);
        if self.are_at_midnight(other) {
            return true;
        }
        if self.vague || other.vague || parts {
            return false;
        }
        if self.may_hold(other) || other.may_hold(self) {
            return true;
        }
        if self.is_of_weekend(other) || other.is_of_weekend(self) {
            return true;
        }
        match ((self.weekday, other.weekday), (self.month, other.month)) {
            ((Some(a), Some(b)), _) => a == b,
            (_, (Some(a), Some(b))) => a == b && !apart(self.day, other.day),
            _ => self.words == other.words || self.are_hours(other),
        }
    }

    /// It is a stretch of time in which the other one may lie: "last week" and "Friday".
    pub fn may_hold(&self, other: &Open) -> bool {
        let holds = |stretch: Stretch| match (other.weekday, other.month, other.stretch) {
            (Some(_), ..) => stretch.may_hold_weekday(other.ahead),
            (_, Some(month), _) => stretch.may_hold_month(month, other.day.is_some(), other.ahead),
            (.., Some(inner)) => stretch.may_hold(inner),
            _ => false,
        };
        self.stretch.is_some_and(holds)
    }

    /// Both say that they are past, or to come: "next week" and "next Tuesday".
    pub fn lie_on_one_side(&self, other: &Open) -> bool {
        self.ahead.is_some() && self.ahead == other.ahead
    }

    /// It is a Saturday or Sunday, and the other one "the weekend".
    fn is_of_weekend(&self, other: &Open) -> bool {
        const SATURDAY: i8 = 6;
        self.weekday.is_some_and(|day| day >= SATURDAY) && other.weekday.is_none() && other.words.iter().any(|w| w == "weekend")
    }

    /// One is the midnight that the other day begins with: "midnight Dec. 21" and "Dec. 22".
    pub fn are_at_midnight(&self, other: &Open) -> bool {
        self.ends_before(other) || other.ends_before(self)
    }

    fn ends_before(&self, other: &Open) -> bool {
        const MIDNIGHT: i32 = 24 * 60;
        const SHORTEST: i8 = 28;
        let next = |a: i8, b: i8| b == a + 1 || a >= SHORTEST && b == 1;
        let ends = self.clock.as_ref().is_some_and(|c| c.minutes() == MIDNIGHT) && other.clock.is_none() && other.part.is_none();
        let day = |o: &Open| o.month.zip(o.day);
        match (day(self).zip(day(other)), self.weekday.zip(other.weekday)) {
            _ if !ends => false,
            (Some(((month, a), (later, b))), _) => next(a, b) && (later == month) == (b != 1),
            (_, Some((a, b))) => b == a % 7 + 1,
            _ => false,
        }
    }

    /// Both give clock times that differ; where neither has a day, a minute is enough, since nothing else could make them one.
    fn has_other_time(&self, other: &Open) -> bool {
        let differ = |(a, b): (&ClockTime, &ClockTime)| self.are_hours(other) && !a.may_be(b) || a.differs(b);
        self.clock.as_ref().zip(other.clock.as_ref()).is_some_and(differ)
    }

    /// Its clock time lies in another part of the day than the other names.
    fn is_outside(&self, other: &Open) -> bool {
        let Some((clock, part)) = self.clock.as_ref().zip(other.part) else { return false };
        let hours = match part {
            DayPart::Morning => 0..13,
            DayPart::Afternoon => 12..19,
            DayPart::Evening => 16..25,
            DayPart::Night => return !clock.may_be_in(&(0..6)) && !clock.may_be_in(&(17..25)),
        };
        !clock.may_be_in(&hours)
    }

    /// Month and day, where both are named.
    pub fn day_of_year(&self) -> Option<(i8, i8)> {
        self.month.zip(self.day)
    }

    /// The month, where no day is named.
    pub fn month_alone(&self) -> Option<i8> {
        self.month.filter(|_| self.day.is_none() && self.weekday.is_none() && !self.vague)
    }

    /// Both name one weekday or month, and both or neither as one that is past or to come: "last Friday" is seldom another article's
    /// "Friday".
    pub fn is_named_like(&self, other: &Open) -> bool {
        self.feature().is_some() && self.feature() == other.feature() && self.ahead == other.ahead
    }

    /// 1 (Monday) to 7.
    pub fn weekday(&self) -> Option<i8> {
        self.weekday
    }

    /// The same number for all that name the same day of a month, month or weekday.
    pub fn feature(&self) -> Option<u8> {
        const MONTHS: u8 = 12;
        self.month.map(|m| m as u8).or(self.weekday.map(|w| MONTHS + w as u8)).filter(|_| !self.vague)
    }

    /// It names neither a weekday nor a month: "last night".
    pub fn has_no_day(&self) -> bool {
        self.weekday.is_none() && self.month.is_none()
    }

    /// Both are clock times without a day.
    fn are_hours(&self, other: &Open) -> bool {
        self.clock.is_some() && other.clock.is_some() && self.has_no_day() && other.has_no_day()
    }

    /// Whether a date that is known may be it: a day of its weekday, or of its month.
    pub fn fits(&self, known: Interval) -> bool {
        const MONTH: i32 = 31;
        let day: Date = known.first;
        let one = known.days() == 1;
        match (self.weekday, self.month) {
            _ if self.vague => false,
            (Some(weekday), _) => one && day.weekday().to_monday_one_offset() == weekday,
            (None, Some(month)) => known.days() <= MONTH && day.month() == month && (!one || !apart(self.day, Some(day.day()))),
            (None, None) => false,
        }
    }
}

/// Both are known and differ.
fn apart<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a != b)
}

fn day_of_month(tokens: Tokens) -> Option<i8> {
    let digits = |t: &Token| t.text(tokens.text).trim_end_matches(|c: char| c.is_alphabetic()).parse().ok();
    tokens.all.iter().filter(|t| t.is_number()).find_map(digits).filter(|d| (1..=31).contains(d))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(a: &str, b: &str) -> bool {
        Open::read(a).agrees(&Open::read(b))
    }

    #[test]
    fn one_as_far_as_they_go() {
        assert!(agree("Friday", "Friday afternoon") && agree("last Friday", "Friday"));
        assert!(agree("Feb. 22", "February 22") && agree("June", "June 19"));
        assert!(agree("yesterday", "Yesterday") && agree("the same day", "same day"));
        assert!(!agree("Friday", "Saturday") && !agree("Friday morning", "Friday afternoon"));
        assert!(agree("2 a.m.", "2 a.m. local time") && agree("8.49pm on Friday", "20:49 GMT on Friday") && !agree("2 a.m.", "2:30 a.m."));
        assert!(agree("8.49pm on Friday", "around 9pm on Friday") && !agree("8.49pm on Friday", "5pm on Friday"));
        assert!(!agree("2045 GMT", "Friday night") && !agree("9 a.m. Friday", "Friday night") && !agree("next Tuesday", "Tuesday"));
        assert!(!agree("last Friday", "next Friday"));
        assert!(agree("the weekend", "Sunday night") && agree("Saturday", "over the weekend") && !agree("the weekend", "Monday"));
        assert!(
            !agree("June 18", "June 19")
                && !agree("last week", "this week")
                && !agree("the last month", "last month")
                && !agree("today", "Friday")
        );
        assert!(!agree("now", "now") && !agree("recent weeks", "recent weeks") && !agree("a few days ago", "a few days ago"));
    }

    #[test]
    fn named_alike() {
        let alike = |a: &str, b: &str| Open::read(a).is_named_like(&Open::read(b));
        assert!(alike("Friday", "Friday night") && alike("June", "late June") && alike("last Friday", "last Friday"));
        assert!(!alike("last Friday", "Friday") && !alike("Friday", "Saturday") && !alike("today", "today"));
    }

    #[test]
    fn midnight_is_of_two_days() {
        assert!(agree("midnight Dec. 21", "Dec. 22") && agree("April 1", "midnight on March 31") && agree("midnight Friday", "Saturday"));
        assert!(!agree("midnight Dec. 21", "Dec. 23") && !agree("noon Dec. 21", "Dec. 22") && !agree("midnight Friday", "Sunday"));
        assert!(!agree("midnight Dec. 21", "Jan. 22") && !agree("midnight Dec. 21", "Dec. 1"));
    }

    #[test]
    fn a_known_day_that_may_be_it() {
        let fits = |open: &str, known: &str| Open::read(open).fits(Interval::parse(known).unwrap());
        assert!(fits("Monday night", "2025-12-01") && fits("Dec. 1", "2025-12-01") && fits("December", "2025-12"));
        assert!(
            !fits("Tuesday", "2025-12-01") && !fits("Monday", "2025-12") && !fits("Dec. 2", "2025-12-01") && !fits("today", "2025-12-01")
        );
    }
}
