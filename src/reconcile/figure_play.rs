//! What players pile up in a match or a season (points, rebounds, goals): each has his own, of each match another.

use super::figure_item::Item;
use super::figure_words::{Words, are_of_two_people};
use crate::value::Dimension;

/// What two people have piled up in a match or season: each has points of his own.
pub fn are_of_two_players(x: &Item, y: &Item) -> bool {
    x.is_piled_up() && y.is_piled_up() && are_of_two_people(x, y)
}

/// It belongs to one player or team, which both sentences name, unless they are much alike or the number is telling. A plan has points as
/// well.
pub fn may_be_of_two_players(x: &Item, y: &Item, words: &Words) -> bool {
    const ALIKE: f32 = 0.6;
    const TELLING: u32 = 3;
    let open = |i: &Item| i.head.is_none() && i.figure.dimension == Dimension::Count;
    let piled = x.is_piled_up() && (y.is_piled_up() || open(y)) || y.is_piled_up() && open(x);
    let of_a_person = |i: &Item| i.key.subject.as_deref().is_some_and(|s| s.starts_with("person:"));
    let points = |i: &Item| i.key.head.as_deref() == Some("point");
    let played = of_a_person(x) || of_a_person(y) || !(points(x) || points(y));
    let one = x.subject.is_some() && x.subject == y.subject;
    let telling = x.nature.digits.min(y.nature.digits) >= TELLING;
    x.line != y.line && piled && played && !one && !telling && words.alike() < ALIKE
}

/// "8.6 rebounds" is what somebody has in a game on average, "eight rebounds" what he had in one.
pub fn are_average_and_sum(x: &Item, y: &Item) -> bool {
    let average = |i: &Item| i.figure.amount.is_some_and(|a| !a.is_whole());
    x.is_piled_up() && y.is_piled_up() && average(x) != average(y)
}

/// Of two nouns each counts its own, unless one qualifies the other: "six blocks", "six blocked shots".
pub fn are_two_counts_of_play(x: &Item, y: &Item) -> bool {
    let qualifies = |a: &Item, b: &Item| a.key.head.as_ref().is_some_and(|head| b.key.modifiers.contains(head));
    x.is_piled_up() && y.is_piled_up() && !qualifies(x, y) && !qualifies(y, x)
}
