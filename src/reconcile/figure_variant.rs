//! Which of several models of one product a figure is of: "the 13-inch version costs $1,199", "$1,799 for the 15-inch model".
//!
//! A measure that stands before what it tells apart names the model; other figures of the sentence are of the nearest model before them,
//! or of the one that follows with "for".

use rustc_hash::FxHashMap;

use super::figure_item::Item;
use super::story::Story;
use crate::value::{Amount, Dimension};

/// A model so many code points behind a figure and its "for" is the figure's.
const FOLLOWS: u32 = 40;
/// Two models so near to each other are named together: "11-inch and 13-inch laptops".
const TOGETHER: u32 = 16;

/// Notes for each figure the model that its sentence names for it.
pub fn note(story: &Story, items: &mut [Item]) {
    let mut models: FxHashMap<u64, Vec<(u32, u32, Amount)>> = FxHashMap::default();
    for i in items.iter().filter(|i| is_model(i)) {
        if let Some(size) = i.figure.amount {
            let end = story.claims[i.member].claim.end;
            models.entry(i.sentence).or_default().push((i.start, end, size));
        }
    }
    for i in items.iter_mut().filter(|i| !is_model(i)) {
        i.variant = models.get(&i.sentence).and_then(|models| variant(story, i, models));
    }
}

/// "13-inch", "a 64GB model" is a measure all the same.
fn is_model(i: &Item) -> bool {
    i.hyphenated && i.figure.dimension == Dimension::Length && !i.figure.ordinal
}

/// The size of the model of a figure; `None` where two models are named together.
fn variant(story: &Story, item: &Item, models: &[(u32, u32, Amount)]) -> Option<Amount> {
    let next = models.partition_point(|m| m.0 < item.start);
    let end = story.claims[item.member].claim.end;
    let between = |m: &(u32, u32, Amount)| story.behind(item.member).chars().take(m.0.saturating_sub(end) as usize).collect::<String>();
    let for_it = |m: &(u32, u32, Amount)| between(m).split_whitespace().any(|word| word == "for");
    let follows = models.get(next).is_some_and(|m| m.0 < item.start + FOLLOWS && for_it(m));
    let at = if follows { next } else { next.checked_sub(1)? };
    let alone = |a: usize, b: usize| models.get(a).zip(models.get(b)).is_none_or(|(a, b)| a.1 + TOGETHER < b.0);
    (at.checked_sub(1).is_none_or(|before| alone(before, at)) && alone(at, at + 1)).then(|| models[at].2)
}
