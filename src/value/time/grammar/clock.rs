//! Clock times and parts of the day, alone or beside a date.

use super::{Read, Reader};
use crate::lexicon::temporal::{DayPart, TimeWord, Unit};
use crate::lexicon::{class, word_sets};
use crate::value::time::Point;
use crate::value::time::expr::{Cell, Clock, Expr, Found, Inner, YearRef};

word_sets! {
    /// Zones that stand behind a clock time (IANA and common newspaper usage).
    ZONE = 0: "time_zone";
}

/// The hour of midnight in the table of words.
const MIDNIGHT: i8 = 24;

impl Reader<'_> {
    /// A clock time, then its date: `7:37 a.m. on Tuesday`; alone, that of the day last spoken of.
    pub(super) fn clock_first(&self, at: usize) -> Option<Found> {
        let (clock, last, end) = match self.clock(at) {
            Some((clock, end)) => (clock, None, end),
            None => self.dial_stretch(at).map(|(first, last, end)| (first, Some(last), end))?,
        };
        let halved = !last.unwrap_or(clock).wants_half();
        let (part, end) = self.part_of_hour(end).filter(|_| !halved).map_or((None, end), |(p, e)| (Some(p), e));
        let date_at = self.skip(self.skip_punct(end, ','), &["on", "of"]);
        let mut found = match self.date(date_at).filter(takes_hour) {
            Some(found) => found,
            None => Found::new(Expr::ThatDay, at..end),
        };
        if let Some((part, end)) = self.part_behind(found.tokens.end).filter(|_| !halved && takes_clock(&found)) {
            (found.clock, found.tokens.end) = (Some(part), end);
        }
        found.tokens.start = at;
        let part = match found.clock {
            Some(Clock::Part(part)) => Some(part),
            _ => part,
        };
        let within = |clock| part.map_or(clock, |part| in_part(clock, part));
        (found.clock, found.clock_end) = match last.map(within) {
            Some(Clock::Part(part)) => (Some(Clock::Part(part)), None),
            Some(last @ Clock::Dial(..)) => (Some(within(clock)), Some(last)),
            Some(last) => (Some(before(clock, last)), Some(last)),
            None => (Some(within(clock)), None),
        };
        Some(found)
    }

    /// A time of day behind a date of one day: `Tuesday evening`, `Dec. 2 at 7 p.m.`, `tomorrow at noon`.
    pub(super) fn add_clock(&self, found: &mut Found) {
        self.add_time_of_day(found);
        if let Some(Clock::Part(part)) = found.clock
            && let Some((clock, end)) = self.hour_of_part(found.tokens.end)
        {
            found.clock = Some(in_part(clock, part));
            found.tokens.end = end;
        }
    }

    /// The year behind day and time of a stamp: `Wed Oct 26 15:50:06 2016`.
    pub(super) fn add_year_behind_clock(&self, found: &mut Found) {
        let Expr::InYear(cell @ Cell::Day { .. }, YearRef::Open) = found.expr else { return };
        let end = found.tokens.end;
        let year = self.bare_year(end).filter(|(_, end)| found.clock.is_some() && !self.counts(*end));
        if let Some((Expr::InYear(_, year @ YearRef::Given(_)), end)) = year {
            (found.expr, found.tokens.end) = (Expr::InYear(cell, year), end);
        }
    }

    /// `at 8`, `around seven`, `, 7:30` behind a part of the day, which says which half of the day the hour belongs to.
    fn hour_of_part(&self, end: usize) -> Read<Clock> {
        let led = self.skip(self.skip_punct(end, ','), &["at", "around", "about", "by", "@"]);
        if let Some(read) = self.clock(led) {
            return Some(read);
        }
        let (hour, behind) = self.cardinal(led).filter(|(h, _)| led > end && !self.is_punct(led - 1, ',') && (1..=12).contains(h))?;
        let function = class::PREPOSITION | class::CONJUNCTION | class::AUXILIARY | class::ADVERB | class::PRONOUN;
        let alone = self.tokens.get(behind).is_none_or(|t| t.is(function) || matches!(t.punct(), Some('.' | ',' | ';' | ')')));
        (alone && !self.is_any(led, &["a", "an"])).then_some((Clock::Hour(i8::try_from(hour).ok()?), behind))
    }

    fn add_time_of_day(&self, found: &mut Found) {
        if !takes_clock(found) {
            return;
        }
        let end = found.tokens.end;
        let at = self.skip_punct(end, ',');
        let read = self.part_behind(end).or_else(|| self.clock(self.skip(at, &["at", "around", "about", "by", "from", "@"])));
        if let Some((clock, end)) = read {
            found.clock = Some(clock);
            found.tokens.end = end;
        }
    }

    /// `evening`, `in the morning`.
    fn part_behind(&self, at: usize) -> Read<Clock> {
        let at = if self.is_any(at, &["in", "during"]) && self.is(at + 1, "the") { at + 2 } else { at };
        let at = match self.word(at) {
            Some(TimeWord::Near) => at + 1,
            _ => at,
        };
        match self.word(at)? {
            TimeWord::Part(part) if !self.is_plural(at) => Some((Clock::Part(part), at + 1)),
            _ => None,
        }
    }

    /// `7:37 a.m.`, `7 p.m.`, `19:30 GMT`, `noon`, `8.30 pm`, each with its zone.
    pub(super) fn clock(&self, at: usize) -> Read<Clock> {
        if let Some(TimeWord::Clock(hour)) = self.word(at) {
            let hour = if hour == MIDNIGHT && !self.ends_a_day(at) { 0 } else { hour };
            return (!self.is(at + 1, "of")).then_some((Clock::Hour(hour), at + 1));
        }
        if let Some(read) = self.dial(at) {
            return Some(read);
        }
        let (hour, minute, end) = self.four_digits(at).or_else(|| self.hour_and_minute(at))?;
        let (half, end) = match self.half_day(end) {
            Some((pm, end)) => (Some(pm), end),
            None if self.is_any(end, &["o'clock", "hours"]) && (minute.is_some() || self.is(end, "o'clock")) => (None, end + 1),
            None => (None, end),
        };
        let (zone, end) = self.zone(end);
        if half.is_none() && minute.is_none() && !self.is(end - 1, "o'clock")
            || !zone && half.is_none() && minute.is_some() && !self.is_clock_context(at) && !self.is(end, "on")
        {
            return None;
        }
        let hour = match half {
            Some(pm) if (1..=12).contains(&hour) => hour % 12 + if pm { 12 } else { 0 },
            // `17:06 pm`, `00:30 am`: of a clock of 24 hours, said twice.
            Some(pm) if minute.is_some() && pm == (hour > 12) => hour,
            Some(_) => return None,
            None => hour,
        };
        Some((minute.map_or(Clock::Hour(hour), |m| Clock::Minute(hour, m)), end))
    }

    /// Midnight as the end of its day: `just before midnight`, `midnight Friday`, `at midnight on Dec. 31`; not `shortly after midnight
    /// Friday`, nor one that the text gives to no day.
    fn ends_a_day(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        if before.is_some_and(|i| self.is_any(i, &["after", "past", "since"])) {
            return false;
        }
        let next = self.skip(self.skip_punct(at + 1, ','), &["on", "late"]);
        let day = matches!(self.word(next), Some(TimeWord::Weekday { .. } | TimeWord::Day(_) | TimeWord::Tonight | TimeWord::Month { .. }));
        let behind = before.is_some_and(|i| matches!(self.word(i), Some(TimeWord::Weekday { .. })))
            || at > 1 && self.is(at - 1, "at") && matches!(self.word(at - 2), Some(TimeWord::Weekday { .. } | TimeWord::Day(_)));
        day || behind || before.is_some_and(|i| self.is_any(i, &["before", "until", "till", "by", "near", "toward", "towards"]))
    }

    /// `2200 GMT`, `0630 local time`, `at 1353 (1023 GMT)`, `at 1845 on Monday`.
    fn four_digits(&self, at: usize) -> Option<(i8, Option<i8>, usize)> {
        let four = self.digit_count(at) == 4;
        let in_zone = |at: usize| self.digit_count(at) == 4 && self.zone(at + 1).0;
        let weekday = |at: usize| matches!(self.word(at), Some(TimeWord::Weekday { .. } | TimeWord::Day(_)));
        let led = at > 0 && self.is_any(at - 1, &["at", "before", "after"]) && weekday(self.skip(at + 1, &["on"]));
        let n = self.digits(at).filter(|_| in_zone(at) || four && (led || self.is_punct(at + 1, '(') && in_zone(at + 2)))?;
        let (hour, minute) = ((n / 100) as i8, (n % 100) as i8);
        (hour < 24 && minute < 60).then_some((hour, Some(minute), at + 1))
    }

    /// The digits of a clock time: `7`, `7:37`, `8.30`.
    fn hour_and_minute(&self, at: usize) -> Option<(i8, Option<i8>, usize)> {
        if let Some((h, m)) = self.is_number(at).then(|| self.tokens.str(at).split_once('.')).flatten() {
            let (hour, minute): (i8, i8) = (h.parse().ok()?, m.parse().ok()?);
            let amount = self.counts(at + 1) || self.has_class(at + 1, class::CURRENCY);
            return (m.len() == 2 && hour < 24 && minute < 60 && !amount).then_some((hour, Some(minute), at + 1));
        }
        let hour = self.digits(at).filter(|h| (0..24).contains(h) && self.digit_count(at) <= 2)? as i8;
        let minute =
            self.digits(at + 2).filter(|m| self.is_punct(at + 1, ':') && self.is_glued(at + 1) && self.digit_count(at + 2) == 2 && *m < 60);
        match minute {
            Some(m) if self.is_punct(at + 3, ':') && self.digit_count(at + 4) == 2 && self.is_glued(at + 4) => {
                Some((hour, Some(m as i8), at + 5))
            }
            Some(m) => Some((hour, Some(m as i8), at + 3)),
            None => Some((hour, None, at + 1)),
        }
    }

    /// a.m. (false) or p.m. (true).
    pub(super) fn half_day(&self, at: usize) -> Read<bool> {
        let pm = self.is_any(at, &["pm", "p.m.", "p.m"]);
        (pm || self.is_any(at, &["am", "a.m.", "a.m"])).then_some((pm, at + 1))
    }

    /// Whether a zone stands here, and the index behind it: `GMT`, `local time`, `Moscow time`, `(1200 GMT)` left alone.
    pub(super) fn zone(&self, at: usize) -> (bool, usize) {
        if self.is_in(at, &SETS, ZONE) {
            return (true, at + 1);
        }
        let named = (self.is(at, "local") || self.is_capital(at)) && self.is(at + 1, "time");
        if named { (true, at + 2) } else { (false, at) }
    }

    /// `7:37` without a.m. or zone is a clock time only behind a word that says so.
    fn is_clock_context(&self, at: usize) -> bool {
        let time_word = |b: usize| self.is_any(b, &["at", "around", "about", "by", "until", "from", "after", "before", "since", "between"]);
        at > 0
            && (time_word(at - 1)
                || self.is_punct(at - 1, ',')
                || matches!(self.word(at - 1), Some(TimeWord::Weekday { .. } | TimeWord::Day(_)))
                || self.is_number(at - 1))
    }

    /// `the night of Dec. 2`, `the morning of the attack` only with a date.
    pub(super) fn part_of(&self, at: usize, part: DayPart) -> Option<Found> {
        let of = self.is_any(at + 1, &["of", "on"]);
        let mut found = self.date(if of { at + 2 } else { return None }).filter(takes_clock)?;
        found.tokens.start = at;
        found.clock = Some(Clock::Part(part));
        Some(found)
    }
}

/// The hour of a part of the day: `8` of an evening is eight in the evening.
fn in_part(clock: Clock, part: DayPart) -> Clock {
    let late = |h: i8| match part {
        DayPart::Afternoon | DayPart::Evening => h < 12,
        DayPart::Night => (5..12).contains(&h),
        _ => false,
    };
    match clock {
        Clock::Hour(h) if late(h) => Clock::Hour(h + 12),
        Clock::Minute(h, m) if late(h) => Clock::Minute(h + 12, m),
        // in a morning or night it may be either twelve
        Clock::Dial(12, _) if part != DayPart::Afternoon => clock,
        // three on Sunday night is of Monday, or of Sunday
        Clock::Dial(h, _) if part == DayPart::Night && !late(h) => Clock::Part(part),
        Clock::Dial(h, minute) => {
            let hour = h % 12 + if part == DayPart::Afternoon || late(h) { 12 } else { 0 };
            minute.map_or(Clock::Hour(hour), |m| Clock::Minute(hour, m))
        }
        other => other,
    }
}

/// The first hour of a stretch, in the half of the day that its last one tells; of either where midnight lies between.
fn before(first: Clock, last: Clock) -> Clock {
    let (Clock::Dial(h, minute), Clock::Hour(end) | Clock::Minute(end, _)) = (first, last) else { return first };
    let hour = if h % 12 + 12 <= end { h % 12 + 12 } else { h % 12 };
    if hour > end {
        return first;
    }
    minute.map_or(Clock::Hour(hour), |m| Clock::Minute(hour, m))
}

impl Clock {
    /// Which half of the day it is of is not told, or not by itself.
    fn wants_half(self) -> bool {
        matches!(self, Clock::Dial(..) | Clock::Hour(..=12) | Clock::Minute(..=12, _))
    }
}

/// Whether an hour can be added: to a day, or to a part of it.
pub(super) fn takes_hour(found: &Found) -> bool {
    takes_clock(found) || matches!(found.clock, Some(Clock::Part(_))) && takes_clock(&Found { clock: None, ..found.clone() })
}

/// Whether a date is one day, to which a time of day can be added.
fn takes_clock(found: &Found) -> bool {
    let day = matches!(
        found.expr,
        Expr::Fixed(Point::Day(_))
            | Expr::EitherWay(..)
            | Expr::InYear(Cell::Day { .. } | Cell::Feast(_), _)
            | Expr::Weekday(..)
            | Expr::InMonth(Inner::Day(_) | Inner::Weekday(..), _)
            | Expr::Moved(_, _, Unit::Day)
            | Expr::Distant(_, _, Unit::Day)
    );
    day && found.clock.is_none() && found.to.is_none()
}
