//! A stretch of time that counts from a day not known, and what may lie in it: a weekday in "last week", a month in "earlier this year".

use crate::lexicon::lexicon;
use crate::text::{Tokens, scan};

/// "last week", "this summer", "earlier this year".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    unit: Unit,
    side: Side,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Week,
    Month,
    /// The first of its three months, from 1.
    Season(i8),
    Year,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Last,
    This,
    Next,
}

impl Stretch {
    /// Reads a date as it is written, in lower case.
    ///
    /// * `text`: "Earlier this year"
    /// * returns: the stretch; none where the words say more or less than one ("two weeks ago", "the last year", "year")
    pub fn read(text: &str) -> Option<Stretch> {
        const PART: [&str; 8] = ["earlier", "later", "early", "late", "mid", "in", "on", "by"];
        let all = scan(text, &lexicon().words);
        let tokens = Tokens { text, all: &all };
        let words: Vec<&str> = (0..all.len()).filter(|i| tokens.all[*i].is_word()).map(|i| tokens.str(i)).collect();
        let [side, unit] = words.iter().filter(|w| !PART.iter().any(|p| w.eq_ignore_ascii_case(p))).collect::<Vec<_>>()[..] else {
            return None;
        };
        let numbered = tokens.all.iter().any(|t| t.is_number());
        Some(Stretch { unit: Unit::read(unit)?, side: Side::read(side)? }).filter(|_| !numbered)
    }

    /// Whether a weekday may lie in it that is named with nothing, or as past or to come.
    pub fn may_hold_weekday(self, ahead: Option<bool>) -> bool {
        self.unit == Unit::Week && self.goes_with(ahead)
    }

    /// Whether a month may lie in it, or a day of a month.
    pub fn may_hold_month(self, month: i8, day: bool, ahead: Option<bool>) -> bool {
        let inside = match self.unit {
            Unit::Week => false,
            Unit::Month => day,
            Unit::Season(first) => (month - first).rem_euclid(MONTHS) < OF_A_SEASON,
            Unit::Year => true,
        };
        inside && self.goes_with(ahead)
    }

    /// Whether a shorter one may lie in it: "last summer" in "last year".
    pub fn may_hold(self, other: Stretch) -> bool {
        self.side == other.side && self.unit == Unit::Year && matches!(other.unit, Unit::Season(_))
    }

    /// A day named alone is seldom one of the next week.
    fn goes_with(self, ahead: Option<bool>) -> bool {
        match self.side {
            Side::Last => ahead != Some(true),
            Side::This => ahead.is_none(),
            Side::Next => ahead == Some(true),
        }
    }
}

const MONTHS: i8 = 12;
/// A season has three months, and the beginning of a fourth.
const OF_A_SEASON: i8 = 4;

impl Unit {
    fn read(word: &str) -> Option<Unit> {
        match word.to_lowercase().as_str() {
            "week" => Some(Unit::Week),
            "month" => Some(Unit::Month),
            "spring" => Some(Unit::Season(3)),
            "summer" => Some(Unit::Season(6)),
            "fall" | "autumn" => Some(Unit::Season(9)),
            "winter" => Some(Unit::Season(12)),
            "year" => Some(Unit::Year),
            _ => None,
        }
    }
}

impl Side {
    fn read(word: &str) -> Option<Side> {
        match word.to_lowercase().as_str() {
            "last" => Some(Side::Last),
            "this" => Some(Side::This),
            "next" => Some(Side::Next),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Stretch {
        Stretch::read(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn one_word_and_where_it_lies() {
        assert_eq!(read("Earlier this year"), Stretch { unit: Unit::Year, side: Side::This });
        assert_eq!(read("late last month"), Stretch { unit: Unit::Month, side: Side::Last });
        for none in ["two weeks ago", "the last year", "last Friday", "year", "in 2009", "the past week", "last 2 weeks", "every week"] {
            assert_eq!(Stretch::read(none), None, "{none}");
        }
    }

    #[test]
    fn what_may_lie_in_it() {
        assert!(read("last week").may_hold_weekday(None) && read("next week").may_hold_weekday(Some(true)));
        assert!(!read("next week").may_hold_weekday(None) && !read("last week").may_hold_weekday(Some(true)));
        assert!(!read("last month").may_hold_weekday(None), "one of four or five");
        assert!(read("earlier this year").may_hold_month(5, false, None) && read("this summer").may_hold_month(6, false, None));
        assert!(!read("this summer").may_hold_month(5, false, None) && read("last winter").may_hold_month(1, true, None));
        assert!(read("this month").may_hold_month(8, true, None) && !read("this month").may_hold_month(8, false, None));
        assert!(read("last year").may_hold(read("last summer")) && !read("this year").may_hold(read("last summer")));
    }
}
