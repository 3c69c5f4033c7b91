//! What is on its way to a place: "a jet bound for |", "a |-bound jet", "the ferry from Dover to |".

use crate::extract::written::Written;
use crate::lexicon::word_sets;
use crate::text::Token;

word_sets! {
    AIR = 0: "craft_of_air";
    WATER = 1: "craft_of_water";
    ROAD = 2: "craft_of_road";
    RAIL = 3: "craft_of_rail";
    /// Before a vehicle that is not the one which the story is about, and beside places on its way.
    OTHER = 4: "other_craft";
    /// Verbs for going on in another vehicle: `booked`, `transferred`.
    GOING_ON = 5: "going_on";
}

const CRAFT: u32 = AIR | WATER | ROAD | RAIL;

/// The word names a vehicle: without one, no sentence tells where one goes.
pub fn is_craft(token: &Token) -> bool {
    SETS.has(token, CRAFT)
}

/// The sort of vehicle whose destination a place is, by the words on both sides. `behind` begins right behind its name.
pub fn craft(before: &[Written], behind: &[Written]) -> Option<&'static str> {
    const BEHIND: usize = 4;
    if before.iter().any(|w| w.has(&SETS, OTHER | GOING_ON)) {
        return None;
    }
    if behind.first().is_some_and(|w| w.is_suffix("bound")) {
        return behind[1..].iter().take(BEHIND).find_map(sort);
    }
    let at = before.iter().rposition(|w| w.has(&SETS, CRAFT))?;
    let other = behind.iter().take(BEHIND).any(|w| w.has(&SETS, OTHER));
    (!other && leads(&before[at + 1..])).then(|| sort(&before[at])).flatten()
}

/// The sort of vehicle that a word names.
fn sort(word: &Written) -> Option<&'static str> {
    let sorts = [(AIR, "air"), (WATER, "water"), (ROAD, "road"), (RAIL, "rail")];
    sorts.into_iter().find(|(set, _)| word.has(&SETS, *set)).map(|(_, sort)| sort)
}

/// The words behind a vehicle end in what leads to where it goes.
fn leads(words: &[Written]) -> bool {
    let Some((last, rest)) = words.split_last() else { return false };
    let bound = rest.last().is_some_and(|phrase| {
        phrase.is(&["bound", "destined"]) && last.is(&["for"])
            || phrase.is(&["way", "route"]) && last.is(&["to"])
            || phrase.is(&["heading", "headed"]) && last.is(&["for", "to", "towards"])
    });
    bound || last.is(&["to"]) && (rest.is_empty() || goes_from(rest))
}

/// `from New York`, `was flying from New York`: where it comes from, between a vehicle and `to`.
fn goes_from(words: &[Written]) -> bool {
    const LONGEST: usize = 4;
    let Some(from) = words.iter().rposition(|w| w.is(&["from"])) else { return false };
    let place = &words[from + 1..];
    !place.is_empty() && place.len() <= LONGEST && place.iter().all(Written::is_capital)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::slots::tests::{Marked, words};

    fn of(text: &str) -> Option<&'static str> {
        let marked = Marked::new(text);
        let (before, behind) = words(&marked);
        craft(&before, &behind)
    }

    #[test]
    fn what_is_bound_for_a_place() {
        let air = [
            "A jet bound for | landed",
            "The plane was on its way from Cork to | when",
            "A |-bound airliner",
            "the flight from Cork to | on",
            "The aircraft was flying from New York to | with",
            "a plane heading for | ",
        ];
        for text in air {
            assert_eq!(of(text), Some("air"), "{text}");
        }
        assert_eq!(of("The ferry was en route to | with"), Some("water"));
        let others = [
            "The jet was diverted to |,",
            "A second flight bound for |",
            "The jet to | via Cork",
            "They were put on a plane to |",
            "The passengers of the jet went to |",
            "He was bound for |",
            "A connecting flight to | was",
            "The jet landed in |",
        ];
        for text in others {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
