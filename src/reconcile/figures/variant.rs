//! Which of several models of one product a figure is of: "the 13-inch version costs $1,199", "$1,799 for the 15-inch model".
//!
//! A measure that stands before what it tells apart names the model; other figures of the sentence are of the nearest model before them,
//! or of the one that follows with "for".

use rustc_hash::FxHashMap;

use super::item::Item;
use crate::reconcile::nearness::is_on_the_map;
use crate::reconcile::story::Story;
use crate::value::{Amount, Dimension};

/// How many code points behind a figure and its "for" a model may stand to be the figure's.
const FOLLOWS: u32 = 40;
/// Within how many code points two models are named together: "11-inch and 13-inch laptops".
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

/// Two figures that their texts tell of two models: of two sizes, or of two products whose names begin alike and end otherwise, as the
/// Marlin Air and the Marlin Pro.
pub fn are_of_two_models(x: &Item, y: &Item) -> bool {
    let sizes = x.variant.is_some() && y.variant.is_some() && x.variant != y.variant;
    let products = x.key.product.as_deref().zip(y.key.product.as_deref()).filter(|(a, b)| a != b);
    sizes
        || has_two_owners_by_one_name(x, y)
        || products.is_some_and(|(a, b)| {
            if x.article == y.article { !is_part(a, b) && !is_part(b, a) } else { end_otherwise(a, b) || end_otherwise(b, a) }
        })
}

/// Measures of two things whose names begin alike and may be read as places: how long the battery of the Marlin Air lasts, and that of the
/// Marlin Pro.
fn has_two_owners_by_one_name(x: &Item, y: &Item) -> bool {
    use Dimension::{Data, Duration, Length, Mass, Other, Power};
    let measured = matches!(x.figure.dimension, Data | Duration | Length | Mass | Other | Power);
    let name = |i: &Item| {
        let (kind, name) = i.key.subject.as_deref()?.split_once(':')?;
        let made = kind != "person" && name.contains('-') && !is_on_the_map(i.key.subject.as_deref()?);
        made.then(|| name.replace('-', " "))
    };
    measured && x.key.concept.is_none() && name(x).zip(name(y)).is_some_and(|(a, b)| end_otherwise(&a, &b) || end_otherwise(&b, &a))
}

/// The price of one thing; a story has many prices.
pub fn is_price(i: &Item) -> bool {
    i.key.concept.as_deref() == Some("price")
}

/// Prices of products of which neither name is the other's, or a part of it.
pub fn are_of_two_products(x: &Item, y: &Item) -> bool {
    let products = x.key.product.as_deref().zip(y.key.product.as_deref());
    is_price(x) && is_price(y) && products.is_some_and(|(a, b)| !is_part(a, b) && !is_part(b, a))
}

/// Every word of the first name is one of the second: one article's "Novabook" is its "new Novabook Pro".
fn is_part(a: &str, b: &str) -> bool {
    a.split(' ').all(|word| b.split(' ').any(|other| other == word))
}

/// The first word of the second name stands in the first, and what follows there is another: "tesla model 3", "model y".
fn end_otherwise(a: &str, b: &str) -> bool {
    let mut rest = b.split(' ');
    let Some(first) = rest.next() else { return false };
    let behind = a.split(' ').skip_while(|word| *word != first).skip(1);
    behind.zip(rest).any(|(a, b)| a != b)
}

/// A size that stands before the product and tells it from others: "the 13-inch model", "a 13-inch Marlin Air".
pub fn names_a_model(i: &Item) -> bool {
    is_model(i) && (i.key.product.is_some() || i.figure.unit.as_deref() == Some("inch"))
}

/// "13-inch", "a 64GB model" is nevertheless a measure.
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
