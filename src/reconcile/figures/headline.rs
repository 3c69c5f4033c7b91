//! Headlines that give another figure than the text below them.

use rustc_hash::FxHashMap;

use super::item::{Item, Place};
use super::keys::may_be_one_sum;
use crate::claim::BlockRole;
use crate::reconcile::story::Story;
use crate::value::relate::Relation;
use crate::value::{Amount, Dimension};

/// For each figure of a headline that its article contradicts: the figure of the opening in whose place it stands. That is the only one
/// there of its kind and about its size, and the headline's value is nowhere in the article.
pub fn contradicted(story: &Story, items: &[Item]) -> FxHashMap<usize, usize> {
    let mut by_article: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (n, i) in items.iter().enumerate() {
        by_article.entry(i.article).or_default().push(n);
    }
    let is_headline = |n: &usize| story.claims[items[*n].member].claim.block == BlockRole::Headline;
    let mut out = FxHashMap::default();
    for all in by_article.values() {
        for n in all.iter().filter(|n| is_headline(n) && is_plain(&items[**n])) {
            let body = || all.iter().filter(|m| !is_headline(m));
            if let Some(m) = its_body(items, *n, body()) {
                out.insert(*n, m);
            }
        }
    }
    out
}

/// The figure of the body in whose place the headline's stands.
fn its_body<'n>(items: &[Item], headline: usize, body: impl Iterator<Item = &'n usize> + Clone) -> Option<usize> {
    let h = &items[headline];
    let repeated = |m: &usize| !matches!(h.measured.relate(&items[*m].measured), Relation::Disjoint { .. } | Relation::Unlike);
    if body.clone().any(repeated) {
        return None;
    }
    let kin = body.filter(|m| is_version(h, &items[**m]));
    let opening: Vec<usize> = kin.copied().filter(|m| items[*m].place != Place::Below).collect();
    let (first, rest) = opening.split_first()?;
    let alone = rest.iter().all(|m| items[*m].measured.relate(&items[*first].measured) == Relation::Equal);
    alone.then_some(*first)
}

/// An exact number of a kind that headlines give: money, a measure, or a count of something named.
fn is_plain(i: &Item) -> bool {
    let measured = matches!(i.figure.dimension, Dimension::Money | Dimension::Magnitude | Dimension::Length | Dimension::Area);
    let counted = i.figure.dimension == Dimension::Count && (i.concept.is_some() || i.head.is_some());
    i.figure.amount.is_some() && i.figure.hedge.is_none() && !i.key.superseded && i.key.changed_from.is_none() && (measured || counted)
}

/// Both are of one kind, and near enough to be a slip or an older count.
fn is_version(h: &Item, b: &Item) -> bool {
    let one_kind = h.reading.dimension == b.reading.dimension && h.reading.unit == b.reading.unit;
    let one_thing = match h.figure.dimension {
        Dimension::Count => h.concept.is_some() && h.concept == b.concept && (h.head == b.head || h.head.is_none() || b.head.is_none()),
        _ => h.concept == b.concept || h.concept.is_none() || b.concept.is_none() || may_be_one_sum(h, b),
    };
    one_kind && one_thing && is_plain(b) && !b.rest && !b.listed && (h.time.is_none() || h.time == b.time) && are_near(h, b)
}

/// Within a third of each other: a slip or an older count is seldom off by more. Magnitudes, which are logarithms, within one.
fn are_near(h: &Item, b: &Item) -> bool {
    let Some((x, y)) = h.figure.amount.zip(b.figure.amount) else { return false };
    let (low, high) = (x.min(y), x.max(y));
    let apart = high.minus(low);
    if h.figure.dimension == Dimension::Magnitude {
        return apart.is_some_and(|a| a <= Amount::ONE);
    }
    let thrice = apart.and_then(|a| a.plus(a)?.plus(a));
    low > Amount::ZERO && thrice.is_some_and(|t| t <= low)
}
