//! What became of somebody without a name whose age is told: "a 19-year-old man was shot dead", "a man, 21, is charged".

use super::item::Item;
use crate::value::Dimension;

/// Stems of words that tell it, a fate a line.
const FATES: [&[&str]; 3] = [
    // not "kill" and "murder": whose they are is told by words that keys do not have, as "accused of"
    &["dead", "death", "deadli", "die", "drown", "fatal", "slain"],
    &["hospit", "hurt", "injur", "wound"],
    &["accus", "arrest", "charg", "custodi", "detain", "jail", "suspect"],
];

/// Content words that are looked at.
const NEAR: usize = 6;

/// Ages of two who have no name, of whom one is dead and the other charged, or of two sexes.
pub fn are_of_two_fates(x: &Item, y: &Item) -> bool {
    const MEN: [&str; 3] = ["boy", "man", "men"];
    const WOMEN: [&str; 3] = ["girl", "woman", "women"];
    let is_one_of = |i: &Item, nouns: &[&str]| i.key.head.as_deref().is_some_and(|h| nouns.contains(&h));
    let two_sexes = is_one_of(x, &MEN) && is_one_of(y, &WOMEN) || is_one_of(x, &WOMEN) && is_one_of(y, &MEN);
    let two_fates = fate(x).zip(fate(y)).is_some_and(|(a, b)| a != b);
    is_nameless(x) && is_nameless(y) && (two_sexes || two_fates)
}

/// The age of somebody who is not named.
pub fn is_nameless(i: &Item) -> bool {
    i.figure.dimension == Dimension::Age && i.subject.is_none()
}

fn fate(i: &Item) -> Option<usize> {
    let near = &i.key.terms[..i.key.terms.len().min(NEAR)];
    let mut told = (0..FATES.len()).filter(|n| near.iter().any(|t| FATES[*n].contains(&t.as_str())));
    told.next().filter(|_| told.next().is_none())
}
