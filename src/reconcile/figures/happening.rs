//! Which of several happenings of one kind a figure is of: the first blast or the second, Sunday's fire or Monday's.

use rustc_hash::{FxHashMap, FxHashSet};

use super::item::{Happening, Item, Which};
use crate::lexicon::concepts::Traits;
use crate::lexicon::word_sets;
use crate::reconcile::story::Story;
use crate::value::{Dimension, Interval, time};

word_sets! {
    /// What strikes or is done to a place once, and may again.
    HAPPENING = 0: "happening";
}

const ORDINALS: [&[&str]; 4] = [&["first", "earlier", "previous"], &["second"], &["third"], &["fourth"]];
const OTHER: [&str; 2] = ["another", "new"];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Notes for each figure what its sentence and its article say. Each sentence is read once.
pub fn note(story: &Story, items: &mut [Item]) {
    let mut told: FxHashMap<u64, Happening> = FxHashMap::default();
    let lines: FxHashSet<usize> = items.iter().map(|i| i.article).collect();
    let several: FxHashSet<usize> = lines.into_iter().filter(|article| tells_of_several(story, *article)).collect();
    for i in items {
        let of_sentence = *told.entry(i.sentence).or_insert_with(|| read(story.sentence(i.member)));
        i.happening = Happening { one_of_several: several.contains(&i.article), ..of_sentence };
    }
}

/// Two of one kind: the first and the second, whatever their values.
pub fn are_told_apart(x: &Item, y: &Item) -> bool {
    let (a, b) = (x.happening.which, y.happening.which);
    let two = a.zip(b).is_some_and(|(a, b)| a != b && a != Which::Other && b != Which::Other) || are_of_two_days(x, y);
    two && is_of_it(x) && is_of_it(y)
}

/// What a happening did: whom it hurt, what it destroyed, what was stolen, how strong it was. How many live there is not of it.
fn is_of_it(i: &Item) -> bool {
    i.figure.dimension == Dimension::Magnitude || i.key.concept.is_some() && !i.traits.has(Traits::STANDING)
}

/// Two values of them may be of two: what only one calls the second or another, or what befell two days of which an article tells that both had one.
pub fn may_be_two(x: &Item, y: &Item) -> bool {
    let later = |i: &Item| i.happening.which.is_some_and(|w| w != Which::First);
    let one = x.happening.which == y.happening.which;
    let several = x.happening.one_of_several || y.happening.one_of_several;
    is_of_it(x) && is_of_it(y) && ((later(x) || later(y)) && !one || are_told_apart(x, y) || several && are_of_two_times(x, y))
}

/// "Sunday's blast", "Monday's blast".
fn are_of_two_days(x: &Item, y: &Item) -> bool {
    x.happening.day.zip(y.happening.day).is_some_and(|(a, b)| a != b) && are_of_two_times(x, y)
}

/// Each is dated, and by no more than a night.
fn are_of_two_times(x: &Item, y: &Item) -> bool {
    const NIGHT: i32 = 2;
    let apart = |a: Interval, b: Interval| matches!(a.relate(b), time::Relation::Disjoint | time::Relation::Adjacent);
    x.time.zip(y.time).is_some_and(|(a, b)| a.days() <= NIGHT && b.days() <= NIGHT && apart(a, b))
}

fn tells_of_several(story: &Story, article: usize) -> bool {
    let later = |text: &str| read(text).which.is_some_and(|w| w != Which::First);
    story.lines[article].source.sentences.iter().any(|s| later(&s.text))
}

/// What a sentence says; nothing of which it is where it names several.
fn read(sentence: &str) -> Happening {
    let lower = sentence.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let mut out = Happening::default();
    let mut several = false;
    for (at, word) in words.iter().enumerate() {
        if let Some(which) = which(word).filter(|_| is_followed(&words[at + 1..])) {
            several |= out.which.is_some_and(|before| before != which);
            out.which = Some(which);
        }
        let weekday = DAYS.iter().position(|day| day == word).filter(|_| words.get(at + 1) == Some(&"s"));
        out.day = out.day.or(weekday.filter(|_| is_followed(&words[(at + 2).min(words.len())..])));
    }
    if several { Happening { which: None, ..out } } else { out }
}

fn which(word: &str) -> Option<Which> {
    let nth = |n: usize| if n == 0 { Which::First } else { Which::Nth(n) };
    ORDINALS.iter().position(|names| names.contains(&word)).map(nth).or_else(|| OTHER.contains(&word).then_some(Which::Other))
}

/// The noun of a happening stands first, or behind a word that tells its sort: "second gas blast".
fn is_followed(words: &[&str]) -> bool {
    words.iter().take(2).any(|w| SETS.holds(w, HAPPENING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_it_is() {
        assert_eq!(read("A second gas blast hurt three.").which, Some(Which::Nth(1)));
        assert_eq!(read("The first blast hurt five.").which, Some(Which::First));
        assert_eq!(read("Another fire broke out.").which, Some(Which::Other));
        assert_eq!(read("A second blast came after the first blast.").which, None, "of which the figures are nobody knows");
        assert_eq!(read("The second man was held after the blast.").which, None);
        assert_eq!(read("Sunday\u{2019}s blast hurt five.").day, Some(6));
        assert_eq!(read("The blast hurt five on Sunday.").day, None);
    }
}
