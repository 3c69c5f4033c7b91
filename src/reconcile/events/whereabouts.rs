//! Whether the places that two mentions give for one event are one, the one told more closely than the other.
//!
//! That one lies in the other is taken from the table, from a name (`Lund Airport`) or from an article, and never assumed.

use super::Item;
use crate::lexicon::{PlaceType, lexicon};
use crate::reconcile::nearness::{Nearness, above, is_on_the_map, kind, nearness, slug};
use crate::reconcile::story::Story;

/// How the places of two mentions stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// One place, or one in the other.
    One,
    /// One is a wide area, and nothing speaks against the other lying there.
    Wide,
    /// Neither is known to lie in the other.
    Open,
}

/// Compares the places of two mentions; those without a place are of one.
pub fn whereabouts(story: &Story, a: &Item, b: &Item) -> Whereabouts {
    let Some((x, y)) = a.place.zip(b.place) else { return Whereabouts::One };
    if matches!(nearness(x, y), Nearness::Same | Nearness::Inside)
        || is_named_for(story, x, y)
        || is_named_for(story, y, x)
        || is_stated(story, x, y)
    {
        return Whereabouts::One;
    }
    if is_on_the_map(x) && is_on_the_map(y) {
        return Whereabouts::Open;
    }
    let townless = town_in_name(x).is_none() && town_in_name(y).is_none();
    match townless {
        true if a.article == b.article || names(story, a.article, y) || names(story, b.article, x) => Whereabouts::One,
        true if is_wide(x) || is_wide(y) => Whereabouts::Wide,
        _ => Whereabouts::Open,
    }
}

/// `Lund Airport` lies in or at Lund, and where Lund lies.
fn is_named_for(story: &Story, place: &str, other: &str) -> bool {
    let Some(town) = town_in_name(place) else { return false };
    slug(other) == town || above(&town).iter().any(|e| e == slug(other)) || is_stated(story, &format!("place:{town}"), other)
}

/// The town of the table that the name of a place not in the table begins with.
fn town_in_name(place: &str) -> Option<String> {
    const LONGEST: usize = 3;
    let words: Vec<&str> = slug(place).split('-').collect();
    let named = |n: usize| lexicon().places.named(&words[..n].join(" ")).filter(|p| p.place_type == PlaceType::City && !p.is_word);
    let known = is_on_the_map(place) || words.len() < 2;
    (1..words.len().min(LONGEST + 1)).rev().filter(|_| !known).find_map(named).map(|p| p.entity())
}

/// A country or region, which holds much that no article puts into it.
fn is_wide(place: &str) -> bool {
    matches!(kind(place), Some(PlaceType::Country | PlaceType::Region))
}

/// The article names the place, in whatever connection.
fn names(story: &Story, article: usize, place: &str) -> bool {
    story.claims.iter().any(|m| m.article == article && m.claim.place.as_ref().is_some_and(|p| p.entity == place))
}

/// An article puts one into the other: `the Aurora hotel in Lund`, `Aurora, Lund`.
fn is_stated(story: &Story, x: &str, y: &str) -> bool {
    story.claims.iter().enumerate().any(|(m, member)| {
        let Some(inner) = member.claim.place.as_ref().filter(|p| p.entity == x || p.entity == y) else { return false };
        let next = story.claims[m + 1..].iter().take_while(|n| n.article == member.article && n.claim.sentence == member.claim.sentence);
        let outer = if inner.entity == x { y } else { x };
        next.filter(|n| n.claim.place.as_ref().is_some_and(|p| p.entity == outer)).any(|n| {
            let gap = (n.claim.start as usize).saturating_sub(member.claim.end as usize);
            let between: String = story.behind(m).chars().take(gap).collect();
            matches!(between.split_whitespace().collect::<Vec<_>>()[..], ["," | "in"] | [",", "in"] | [",in"])
        })
    })
}
