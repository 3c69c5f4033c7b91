//! The words of date expressions: months and days of the week (`months.tsv`), units, sides and the rest (`temporal.tsv`).

use rustc_hash::FxHashMap;

use super::holidays::Holidays;
use super::{WordTable, class, rows};
use crate::text::{Classes, Token, WordId};

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A part of a day without a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// Which one of several years, Tuesdays and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// last, past: before the day of publication.
    Last,
    /// previous, preceding: before what was spoken of.
    Previous,
    /// this, current
    This,
    Next,
    /// coming, upcoming: the nearest ahead.
    Coming,
    /// following, subsequent: after what was spoken of.
    Following,
    /// same, that: the one spoken of.
    Same,
}

/// What a word does in a date expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    /// 1 to 12; a doubtful one is also a name, a verb or a common word.
    Month {
        number: i8,
        doubtful: bool,
    },
    /// 1 (Monday) to 7.
    Weekday {
        number: i8,
        doubtful: bool,
    },
    Unit(Unit),
    /// Days from today.
    Day(i8),
    Tonight,
    /// 1 (spring) to 4.
    Season(i8),
    Part(DayPart),
    /// The hour of noon (12) or midnight (24, at the end of its day).
    Clock(i8),
    Side(Side),
    /// early, late, mid
    Near,
    /// beginning, end … (of)
    EdgeOf,
    Half,
    /// Q3
    Quarter(i8),
    /// H1
    HalfYear(i8),
    /// later (1), earlier (-1)
    Later(i8),
    /// ago (-1), hence (1)
    Ago(i8),
    Ordinal(i8),
    /// 0 is an unknown few.
    Number(i16),
    /// The tens of a decade: 8 for eighties.
    Decade(i8),
    /// now, nowadays
    Now,
    /// An unnumbered stretch of weeks or years up to today: recent.
    Recent,
    /// prior (to)
    Prior,
    /// fiscal: of the year by which accounts are made.
    Fiscal,
}

/// What a word beside a number of four digits says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearCue {
    /// It often stands before a year.
    Leads,
    /// The number behind it is a name or an amount: `flight 1907`, `nearly 1900`.
    Numbered,
    /// The number before it counts it: `1914 soldiers`.
    Counted,
}

/// The words by number.
#[derive(Default)]
pub struct TimeWords {
    by_id: FxHashMap<WordId, TimeWord>,
    year_cues: FxHashMap<WordId, YearCue>,
    pub holidays: Holidays,
}

impl TimeWords {
    /// Reads both tables; their words get numbers and classes.
    pub fn load(words: &mut WordTable) -> TimeWords {
        let mut out = TimeWords { holidays: Holidays::load(words), ..TimeWords::default() };
        for row in rows(include_str!("months.tsv")) {
            out.add(words, &row, month_or_weekday(&row));
        }
        for row in rows(include_str!("temporal.tsv")) {
            out.add(words, &row, temporal(&row));
        }
        for row in rows(include_str!("year_cues.tsv")) {
            let Some(cue) = year_cue(&row) else { panic!("the table of year cues has the row {row:?}") };
            out.year_cues.insert(words.intern(row[0]), cue);
        }
        out
    }

    fn add(&mut self, words: &mut WordTable, row: &[&'static str], read: Option<TimeWord>) {
        let Some(word) = read else { panic!("a table of time words has the row {row:?}") };
        let id = words.mark(row[0], class_of(word));
        self.by_id.insert(id, word);
    }

    /// What a token does in a date expression, if it is a word of these tables.
    pub fn of(&self, token: &Token) -> Option<TimeWord> {
        if token.word == 0 || !token.is_word() { None } else { self.by_id.get(&token.word).copied() }
    }

    /// What the word with this number does in a date expression.
    pub fn of_word(&self, word: WordId) -> Option<TimeWord> {
        self.by_id.get(&word).copied()
    }

    /// Whether a date is the moment of writing and nothing more: `now`.
    pub fn is_now(&self, date: &str) -> bool {
        self.of_word(super::lexicon().words.id(&date.to_lowercase())) == Some(TimeWord::Now)
    }

    /// What a token says about a number of four digits beside it.
    pub fn year_cue(&self, token: &Token) -> Option<YearCue> {
        if token.word == 0 { None } else { self.year_cues.get(&token.word).copied() }
    }
}

fn class_of(word: TimeWord) -> Classes {
    match word {
        TimeWord::Month { .. } => class::MONTH,
        TimeWord::Weekday { .. } => class::WEEKDAY,
        TimeWord::Part(_) | TimeWord::Clock(_) | TimeWord::Tonight => class::DAY_PART,
        TimeWord::Number(_) => class::NUMBER,
        TimeWord::Ordinal(_) => class::ORDINAL,
        _ => class::TEMPORAL,
    }
}

fn month_or_weekday(row: &[&str]) -> Option<TimeWord> {
    let [_, kind, number, doubt] = row else { return None };
    let (number, doubtful) = (number.parse().ok()?, *doubt == "doubtful");
    match *kind {
        "month" => Some(TimeWord::Month { number, doubtful }),
        "weekday" => Some(TimeWord::Weekday { number, doubtful }),
        _ => None,
    }
}

fn temporal(row: &[&str]) -> Option<TimeWord> {
    let [_, kind, value] = *row else { return None };
    Some(match kind {
        "unit" => TimeWord::Unit(unit(value)?),
        "day" => TimeWord::Day(value.parse().ok()?),
        "tonight" => TimeWord::Tonight,
        "season" => TimeWord::Season(value.parse().ok()?),
        "part" => TimeWord::Part(part(value)?),
        "clock" => TimeWord::Clock(value.parse().ok()?),
        "side" => TimeWord::Side(side(value)?),
        "edge" if value == "near" => TimeWord::Near,
        "edge" => TimeWord::EdgeOf,
        "half" if value == "0" => TimeWord::Half,
        "half" => TimeWord::HalfYear(value.parse().ok()?),
        "quarter" => TimeWord::Quarter(value.parse().ok()?),
        "later" => TimeWord::Later(value.parse().ok()?),
        "ago" => TimeWord::Ago(value.parse().ok()?),
        "ordinal" => TimeWord::Ordinal(value.parse().ok()?),
        "number" => TimeWord::Number(value.parse().ok()?),
        "decade" => TimeWord::Decade(value.parse().ok()?),
        "now" => TimeWord::Now,
        "recent" => TimeWord::Recent,
        "prior" => TimeWord::Prior,
        "fiscal" => TimeWord::Fiscal,
        _ => return None,
    })
}

fn year_cue(row: &[&str]) -> Option<YearCue> {
    match *row {
        [_, "leads"] => Some(YearCue::Leads),
        [_, "numbered"] => Some(YearCue::Numbered),
        [_, "counted"] => Some(YearCue::Counted),
        _ => None,
    }
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

fn part(name: &str) -> Option<DayPart> {
    Some(match name {
        "morning" => DayPart::Morning,
        "afternoon" => DayPart::Afternoon,
        "evening" => DayPart::Evening,
        "night" => DayPart::Night,
        _ => return None,
    })
}

fn side(name: &str) -> Option<Side> {
    Some(match name {
        "last" => Side::Last,
        "previous" => Side::Previous,
        "this" => Side::This,
        "next" => Side::Next,
        "coming" => Side::Coming,
        "following" => Side::Following,
        "same" => Side::Same,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTHS: &str = include_str!("months.tsv");
    const TEMPORAL: &str = include_str!("temporal.tsv");

    #[test]
    fn no_word_is_in_both_tables() {
        let months: Vec<&str> = rows(MONTHS).map(|r| r[0]).collect();
        assert!(rows(TEMPORAL).all(|r| !months.contains(&r[0])));
    }
}
