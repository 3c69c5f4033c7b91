//! Figures with the intervals that they stand for, as an explanation lists them: those that are read alike together.

use super::item::{Item, is_ordinal_duration};
use super::text;
use crate::reconcile::story::Story;
use crate::value::Amount;
use crate::value::relate::Relation;

/// Figures as they are read alone: `"11"; "about 20" and "some 20" read as 18 to 22`.
pub fn plain(story: &Story, items: &[&Item]) -> String {
    joined(items.iter().map(|i| own(story, i)))
}

/// Figures that one value satisfies, of which some stand for more beside the others, as they are rounded or cut off.
pub fn fitting(story: &Story, items: &[&Item]) -> String {
    let reading = |i: &&Item| match () {
        _ if is_cut_off(i, items) => cut_off(story, i),
        _ if is_rounded(i, items) => rounded(story, i),
        _ => own(story, i),
    };
    joined(items.iter().map(reading))
}

/// A figure as written, why it stands for more than it says, and what it stands for; nothing where that is what is written.
struct Reading<'a> {
    words: &'a str,
    how: &'static str,
    range: Option<String>,
}

fn joined<'a>(readings: impl Iterator<Item = Reading<'a>>) -> String {
    let mut groups: Vec<(Reading, Vec<&str>)> = Vec::new();
    for r in readings {
        let words = r.words;
        match groups.iter_mut().find(|(first, _)| r.range.is_some() && (first.how, &first.range) == (r.how, &r.range)) {
            Some((_, alike)) if alike.contains(&words) => {}
            Some((_, alike)) => alike.push(words),
            None => groups.push((r, vec![words])),
        }
    }
    groups.iter().map(|(first, alike)| told(first, alike)).collect::<Vec<_>>().join("; ")
}

/// `"some 20" and "about 20" read as 18 to 22`.
fn told(first: &Reading, alike: &[&str]) -> String {
    let quoted: Vec<String> = alike.iter().map(|w| format!("\"{w}\"")).collect();
    let words = match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    };
    let verb = if alike.len() > 1 { "read" } else { "reads" };
    first.range.as_ref().map_or(words.clone(), |range| format!("{words}{} {verb} as {range}", first.how))
}

fn words<'a>(story: &'a Story, item: &Item) -> &'a str {
    &story.claims[item.member].claim.text
}

/// A figure with the interval that it stands for, where it stands for more than one value.
fn own<'a>(story: &'a Story, item: &Item) -> Reading<'a> {
    let f = &item.reading;
    let is_exact = f.low.is_some() && f.low == f.high;
    let range = (!is_exact).then(|| text::stands_for(f.low, f.high, f.unit, f.dimension));
    Reading { words: words(story, item), how: if is_just_begun(item) { ", just begun," } else { "" }, range }
}

/// The text says that somebody enters the year that is counted, so that not all of it can have passed.
fn is_just_begun(item: &Item) -> bool {
    let f = &item.reading;
    let whole = f.low.zip(f.high).is_some_and(|(low, high)| low.plus(Amount::from(1)).is_some_and(|end| end <= high));
    is_ordinal_duration(item.figure) && !whole
}

/// It is another's value cut off, so that its own interval does not hold that value.
fn is_cut_off(item: &Item, others: &[&Item]) -> bool {
    let finer = |o: &&&Item| o.reading.step < item.reading.step;
    others.iter().filter(finer).any(|o| item.measured.relate(&o.measured) == Relation::Truncation)
}

/// A figure that is cut off, with the interval that it then stands for.
fn cut_off<'a>(story: &'a Story, item: &Item) -> Reading<'a> {
    let f = &item.reading;
    let high = f.amount.and_then(|a| a.plus(f.step));
    Reading { words: words(story, item), how: ", cut off,", range: Some(text::stands_for(f.amount, high, f.unit, f.dimension)) }
}

/// It is a rounding of another, and its own interval does not meet that one's: "60km" beside "about 58km".
fn is_rounded(item: &Item, others: &[&Item]) -> bool {
    let below = |a: &Item, b: &Item| a.reading.high.zip(b.reading.low).is_some_and(|(high, low)| high < low);
    let rounds = |o: &&Item| {
        let relation = item.measured.relate(&o.measured);
        let finer = matches!(relation, Relation::Rounding | Relation::Hedge) && o.reading.unit == item.reading.unit;
        finer && (below(item, o) || below(o, item))
    };
    item.reading.hedge.is_none() && others.iter().any(rounds)
}

/// A figure that is rounded, with the interval that it then stands for.
fn rounded<'a>(story: &'a Story, item: &Item) -> Reading<'a> {
    let (low, high) = item.measured.as_rounding();
    let range = text::stands_for(low, high, item.reading.unit, item.reading.dimension);
    Reading { words: words(story, item), how: ", rounded,", range: Some(range) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_are_read_alike_are_told_together() {
        let reading = |words, how, range: &str| Reading { words, how, range: Some(range.to_owned()).filter(|r| !r.is_empty()) };
        let told = |list: Vec<Reading>| joined(list.into_iter());
        let hours = "4.5 to 5.5 hours";
        let (plain, about) = (reading("five hours", "", hours), reading("about five hours", "", hours));
        assert_eq!(told(vec![plain, about]), "\"five hours\" and \"about five hours\" read as 4.5 to 5.5 hours");
        let (exact, more) = (reading("11", "", ""), reading("over 10", "", "10 or more"));
        assert_eq!(told(vec![exact, more]), "\"11\"; \"over 10\" reads as 10 or more");
        let (cut, rounded) = (reading("60 km", ", cut off,", "60 to 70 km"), reading("60 km", ", rounded,", "55 to 65 km"));
        let wanted = "\"60 km\", cut off, reads as 60 to 70 km; \"60 km\", rounded, reads as 55 to 65 km";
        assert_eq!(told(vec![cut, rounded]), wanted);
    }
}
