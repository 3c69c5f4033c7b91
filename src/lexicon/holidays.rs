//! Feasts and holidays: their names and the rule that gives their day in a year.

use rustc_hash::FxHashMap;

use super::{WordTable, class, rows};
use crate::text::{Token, WordId};

/// How the day of a feast is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    Fixed {
        month: i8,
        day: i8,
    },
    /// So many days after the n-th such weekday (Monday 1) of a month; n = -1 is the last.
    Nth {
        month: i8,
        n: i8,
        weekday: i8,
        days: i8,
    },
    /// Days after (before, if negative) Easter Sunday of the western churches.
    Easter(i8),
    /// From one day of a month of the Islamic calendar to another.
    Islamic {
        month: i8,
        first: i8,
        last: i8,
    },
}

/// The names by the number of their first word, the longest first.
#[derive(Default)]
pub struct Holidays {
    by_first: FxHashMap<WordId, Vec<(Vec<&'static str>, Feast)>>,
}

impl Holidays {
    pub fn load(words: &mut WordTable) -> Holidays {
        let mut out = Holidays::default();
        for row in rows(include_str!("holidays.tsv")) {
            let Some((name, feast)) = read(&row) else { panic!("the table of holidays has the row {row:?}") };
            let first = words.mark(name[0], class::TEMPORAL);
            let list = out.by_first.entry(first).or_default();
            let at = list.partition_point(|(n, _)| n.len() >= name.len());
            list.insert(at, (name, feast));
        }
        out
    }

    /// The names that begin with this word, the longest first, as their words.
    pub fn beginning_with(&self, token: &Token) -> &[(Vec<&'static str>, Feast)] {
        self.by_first.get(&token.word).map_or(&[], Vec::as_slice)
    }
}

fn read(row: &[&'static str]) -> Option<(Vec<&'static str>, Feast)> {
    let [name, rule] = *row else { return None };
    Some((name.split(' ').collect(), rule_of(rule)?))
}

fn rule_of(rule: &str) -> Option<Feast> {
    let number = |s: &str| s.parse().ok();
    match rule.split(' ').collect::<Vec<_>>()[..] {
        ["nth", month, n, weekday, days] => {
            Some(Feast::Nth { month: number(month)?, n: number(n)?, weekday: number(weekday)?, days: number(days)? })
        }
        ["islamic", month, first, last] => Some(Feast::Islamic { month: number(month)?, first: number(first)?, last: number(last)? }),
        ["easter", days] => Some(Feast::Easter(number(days)?)),
        [date] => date.split_once('-').and_then(|(m, d)| Some(Feast::Fixed { month: number(m)?, day: number(d)? })),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_rule_is_read() {
        assert_eq!(rule_of("nth 11 4 4 1"), Some(Feast::Nth { month: 11, n: 4, weekday: 4, days: 1 }));
        assert_eq!(rule_of("easter -46"), Some(Feast::Easter(-46)));
        assert_eq!(rule_of("12-25"), Some(Feast::Fixed { month: 12, day: 25 }));
    }
}
