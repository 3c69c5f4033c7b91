//! Of what kind those are that a figure counts: the "USB" of "two USB 3.0 ports".

use super::figure_item::Item;
use crate::claim::Figure;
use crate::lexicon::{class, lexicon};
use crate::value::Dimension;

/// The name right before the counted noun in the text of a figure, but for numbers: none of a country or place, which has several names, and
/// none of what counts people, whom two texts call after two things.
pub fn kind<'a>(text: &'a str, figure: &Figure, family: Option<&str>) -> Option<&'a str> {
    let mut words = text.split_whitespace().rev();
    let head = words.next().filter(|head| figure.dimension == Dimension::Count && family != Some("people") && !is_capital(head))?;
    let named = words.find(|word| !word.starts_with(|c: char| c.is_ascii_digit()))?;
    let own = named.len() < text.len() - head.len() && !text.starts_with(named) && is_capital(named);
    let known = || lexicon().words.classes(lexicon().words.id(&named.to_lowercase()));
    (own && !known().any(class::DEMONYM | class::PLACE | class::NUMBER | class::FUNCTION)).then_some(named)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// "two USB ports" and "two Thunderbolt ports" are four.
pub fn are_of_two_kinds(x: &Item, y: &Item) -> bool {
    let kinds = x.head == y.head && x.kind.zip(y.kind).is_some_and(|(a, b)| !a.eq_ignore_ascii_case(b));
    kinds || are_of_two_deeds(x, y) || are_shots_and_hits(x, y) || are_shots_and_hits(y, x)
}

/// "arrested four times", "shot four times".
fn are_of_two_deeds(x: &Item, y: &Item) -> bool {
    x.key.verb.as_deref().zip(y.key.verb.as_deref()).is_some_and(|(a, b)| a != b)
}

/// Who was shot eleven times was hit so often, however many shots were fired.
fn are_shots_and_hits(hits: &Item, shots: &Item) -> bool {
    let fired = shots.key.head.as_deref().is_some_and(|head| matches!(head, "shot" | "round" | "gunshot"));
    hits.key.verb.as_deref() == Some("shot") && fired
}
