//! Clock times as they are spoken: hours from one to twelve, in words or digits, that count nothing.

use super::{Read, Reader};
use crate::lexicon::temporal::{DayPart, TimeWord, Unit};
use crate::lexicon::{class, word_sets};
use crate::text::form;
use crate::value::time::expr::{Clock, Found};

word_sets! {
    /// Words of amounts, behind which `at` leads to one.
    LEVEL = 0: "level";
    /// What leads to an hour.
    LEADING = 1: "before_hour";
    /// What stands before `after`, `before` or `past` and an hour.
    HEDGE = 2: "before_lead_of_hour";
    /// What stands between a lead and an hour.
    NEARLY = 3: "nearly";
}

impl Reader<'_> {
    /// `four o'clock`, `half past two`, `twenty past twelve`, `a quarter to nine`, `shortly before seven`, `six on Monday morning`.
    pub(super) fn dial(&self, at: usize) -> Read<Clock> {
        let (clock, end) = self.whole_hour(at).or_else(|| self.parted(at)).or_else(|| self.bare_hour(at))?;
        let (_, end) = self.zone(end);
        Some((clock, end))
    }

    /// A stretch from one hour to another: `between four and half past five`, `from six to eight p.m.`; one end must surely be a clock time.
    pub(super) fn dial_stretch(&self, at: usize) -> Option<(Clock, Clock, usize)> {
        let opened = self.of_clock || at > 0 && self.is_any(at - 1, &["between", "from"]);
        let ((first, end), sure) = match self.whole_hour(at).or_else(|| self.parted(at)) {
            _ if !opened => return None,
            Some(read) => (read, true),
            None => (self.plain_hour(at)?, false),
        };
        let joined = self.is_any(end, &["and", "to", "until", "till"]) || self.is_dash(end);
        let next = if joined { self.skip(end + 1, &["about", "around"]) } else { return None };
        let behind = |read: &(Clock, usize)| sure && self.ends_phrase(read.1) || self.part_of_hour(read.1).is_some();
        let halved = || self.hour_and_half(next);
        let (last, end) = halved()
            .or_else(|| self.whole_hour(next).or_else(|| self.parted(next)))
            .or_else(|| self.noon(next))
            .or_else(|| self.plain_hour(next).filter(behind))?;
        Some((first, last, end))
    }

    /// Whether a time by the clock begins here.
    pub fn begins_with_clock(&self, at: usize) -> bool {
        self.clock(at).is_some() || self.dial_stretch(at).is_some()
    }

    /// What a part of the day right behind an hour says: `seven in the morning`, `ten at night`.
    pub(super) fn part_of_hour(&self, end: usize) -> Read<DayPart> {
        if self.is(end, "at") && self.is(end + 1, "night") {
            return Some((DayPart::Night, end + 2));
        }
        match self.word(end + 2) {
            Some(TimeWord::Part(part)) if self.is(end, "in") && self.is(end + 1, "the") && !self.is_plural(end + 2) => {
                Some((part, end + 3))
            }
            _ => None,
        }
    }

    /// `four o'clock`
    fn whole_hour(&self, at: usize) -> Read<Clock> {
        self.plain_hour(at).filter(|(_, end)| self.is_any(*end, &["o'clock", "o’clock"])).map(|(clock, end)| (clock, end + 1))
    }

    /// An hour by its number alone.
    fn plain_hour(&self, at: usize) -> Read<Clock> {
        let (hour, end) = match self.word(at) {
            Some(TimeWord::Number(n)) => (n, at + 1),
            _ => (self.digits(at).filter(|_| self.digit_count(at) <= 2)?, at + 1),
        };
        (1..=12).contains(&hour).then_some((Clock::Dial(hour as i8, None), end))
    }

    /// `7 p.m.` behind another hour.
    fn hour_and_half(&self, at: usize) -> Read<Clock> {
        let (Clock::Dial(hour, _), end) = self.plain_hour(at)? else { return None };
        let (pm, end) = self.half_day(end)?;
        Some((Clock::Hour(hour % 12 + if pm { 12 } else { 0 }), end))
    }

    fn noon(&self, at: usize) -> Read<Clock> {
        match self.word(at)? {
            TimeWord::Clock(hour) => Some((Clock::Hour(hour), at + 1)),
            _ => None,
        }
    }

    /// Minutes past an hour or to one: `half-past two`, `twenty past twelve`, `five minutes to midnight`, `a quarter to nine`.
    fn parted(&self, at: usize) -> Read<Clock> {
        let (minutes, end, sure) = self.part_of_an_hour(at)?;
        let end = self.skip_hyphen(end);
        let past = self.is(end, "past") || sure && minutes != HALF && self.is(end, "after");
        let to = minutes != HALF && (self.is(end, "to") || sure && self.is(end, "before"));
        let (hour, behind) = self.whole_hour(end + 1).or_else(|| self.plain_hour(end + 1)).or_else(|| self.noon(end + 1))?;
        // "from ten to twelve" is a pair of anything
        let told = past && minutes % 5 == 0 && !self.is(end, "after") || self.is_told_of_clock(at, behind);
        if !(past || to) || !told || !self.ends_phrase(behind) {
            return None;
        }
        Some((moved(hour, if past { minutes } else { -minutes })?, behind))
    }

    /// `half`, `a quarter`, `twenty`, `22 minutes`: the minutes, the index behind them, and whether they can be nothing but a part of
    /// something.
    fn part_of_an_hour(&self, at: usize) -> Option<(i8, usize, bool)> {
        let first = self.skip(at, &["a"]);
        match self.word(first)? {
            TimeWord::Half if first == at => return Some((HALF, at + 1, true)),
            TimeWord::Unit(Unit::Quarter) if !self.is_plural(first) => return Some((15, first + 1, true)),
            _ => {}
        }
        let (minutes, end) = self.cardinal(at).filter(|(n, _)| (1..HALF.into()).contains(n) && first == at)?;
        let named = matches!(self.word(end), Some(TimeWord::Unit(Unit::Minute)));
        let round = minutes % 5 == 0 && minutes != 15;
        (named || round).then_some((minutes as i8, end + usize::from(named), named))
    }

    /// A bare hour: `shortly before seven`, `at six on Monday morning`, `around ten in the evening`.
    fn bare_hour(&self, at: usize) -> Read<Clock> {
        let (hour, end) = self.plain_hour(at)?;
        if self.of_clock {
            return self.ends_phrase(end).then_some((hour, end));
        }
        let hedged = at > 1 && self.is_any(at - 1, &["after", "before", "past"]) && self.is_in(at - 2, &SETS, HEDGE);
        // "just past two" is an age or an amount, unless a day stands behind it
        (hedged && self.is_of_a_day(end, true) || self.is_told_of_clock(at, end)).then_some((hour, end))
    }

    /// A lead to a time before what stands at `at`, a part of the day or a day behind it.
    fn is_told_of_clock(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return self.of_clock };
        if self.of_clock {
            return true;
        }
        let near = self.is_in(before, &SETS, NEARLY);
        if near && self.part_of_hour(end).is_some() {
            return true;
        }
        let lead = if near { before.checked_sub(1) } else { Some(before) };
        let Some(lead) = lead.filter(|i| self.is_in(*i, &SETS, LEADING)) else { return false };
        let minutes = end > at + 2 && self.is_any(end - 2, &["past", "to"]) || self.is(end - 1, "o'clock");
        (minutes || self.is_of_a_day(end, self.is(lead, "at"))) && !(self.is(lead, "at") && self.tells_a_level(lead))
    }

    /// A part of the day behind an hour, or (where `any`) a day: `at six on Monday`.
    fn is_of_a_day(&self, end: usize, any: bool) -> bool {
        let day = || self.date(self.skip(end, &["on", "of"]));
        self.part_of_hour(end).is_some()
            || day().is_some_and(|d: Found| any && super::clock::takes_hour(&d) || matches!(d.clock, Some(Clock::Part(_))))
    }

    /// A word of amounts stands before `at`, the token with that number: "the toll stood at nine on Monday", "put the number at 12".
    pub fn tells_a_level(&self, at: usize) -> bool {
        const REACH: usize = 6;
        let mut clause = (at.saturating_sub(REACH)..at).rev().take_while(|i| self.tokens.all[*i].punct().is_none());
        clause.any(|i| SETS.has(&self.tokens.all[i], LEVEL))
    }

    /// Nothing that is counted stands here.
    fn ends_phrase(&self, at: usize) -> bool {
        let Some(t) = self.tokens.get(at).filter(|t| !t.has(form::PARAGRAPH)) else { return true };
        if let Some(mark) = t.punct() {
            return matches!(mark, '.' | ',' | ';' | ')' | '?' | '!' | '"' | '”' | '’' | '–' | '—');
        }
        let hour = matches!(self.word(at + 1), Some(TimeWord::Clock(_)));
        let number = hour || self.is_number(at + 1) || self.has_class(at + 1, class::NUMBER);
        let local = self.is(at, "local") && self.is(at + 1, "time") || self.is_any(at, &["daily", "each", "every", "sharp"]);
        let day = class::WEEKDAY | class::MONTH | class::DAY_PART | class::TEMPORAL;
        let function = t.is(class::PREPOSITION | class::CONJUNCTION | class::PRONOUN | class::RELATIVE)
            && !self.is(at, "of")
            && (!number || self.is(at, "with"));
        local || function || t.is(day) && !self.is_counted_unit(at)
    }

    /// `two weeks`
    fn is_counted_unit(&self, at: usize) -> bool {
        matches!(self.word(at), Some(TimeWord::Unit(_)))
    }
}

/// Minutes of half an hour.
const HALF: i8 = 30;

/// The hour moved by minutes, forward or (negative) back.
fn moved(hour: Clock, minutes: i8) -> Option<Clock> {
    let back = i8::from(minutes < 0);
    let minute = minutes + 60 * back;
    match hour {
        Clock::Dial(h, None) => Some(Clock::Dial((h + 11 - back) % 12 + 1, Some(minute))),
        Clock::Hour(h) => Some(Clock::Minute((h - back).rem_euclid(24), minute)),
        _ => None,
    }
}
