//! The stretches of time for which firms and countries count: months, quarters, halves and years.

use rustc_hash::FxHashMap;

use super::item::Item;
use crate::value::Interval;

/// The shortest of them.
const MONTH: i32 = 28;

/// For each article the only quarter or half of a year that it names beside a figure.
pub fn of_articles(items: &[Item]) -> FxHashMap<usize, Option<Interval>> {
    let mut periods: FxHashMap<usize, Option<Interval>> = FxHashMap::default();
    for (article, time) in items.iter().filter_map(|i| Some((i.article, i.time.filter(|t| t.is_part_of_a_year())?))) {
        periods.entry(article).and_modify(|p| *p = p.filter(|before| *before == time)).or_insert(Some(time));
    }
    periods
}

/// They are of two stretches of at least a month, one of them a quarter or half of a year: what a firm earns in six months is not what it
/// earns in three. What it sold without a word of when it sold in the time that the article is about.
pub fn are_of_two_periods(x: &Item, y: &Item) -> bool {
    let flows = |i: &Item| matches!(i.key.concept.as_deref(), Some("earnings" | "revenue"));
    let of = |i: &Item| i.time.or(i.period.filter(|_| flows(i)));
    let times = of(x).zip(of(y)).filter(|(a, b)| a != b && a.days().min(b.days()) >= MONTH);
    times.is_some_and(|(a, b)| a.is_part_of_a_year() || b.is_part_of_a_year())
}
