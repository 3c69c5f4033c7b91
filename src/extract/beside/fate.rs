//! Whether others than those counted before had another fate: "three people died and 14 others were hurt" has all who were hurt.

use crate::claim::Key;
use crate::extract::written::Around;
use crate::lexicon::concepts::{self, Traits};
use crate::lexicon::{lexicon, stem};

/// What befell those counted before, in the same sentence, is another fate, and nobody is named there who shares theirs.
pub fn is_first_of_its_fate(around: &Around, key: &Key) -> bool {
    let own = key.concept.as_deref().filter(|c| lexicon().concepts.traits(Some(c)).has(Traits::FATE));
    let before: Vec<_> = around.before.iter().map(|w| stem(&w.text().to_lowercase())).collect();
    let told = |fate: &str| before.iter().any(|word| concepts::shows(fate, word));
    let mut fates = lexicon().concepts.all.iter().filter(|c| c.traits.has(Traits::FATE) && c.traits.has(Traits::HARM));
    own.is_some_and(|own| !told(own) && fates.any(|fate| fate.name != own && told(fate.name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::beside::tests::ask;

    #[test]
    fn others_with_a_fate_of_their_own() {
        let first = |text: &str, concept: &'static str| {
            let key = Key { concept: Some(concept.into()), ..Key::default() };
            ask(text, |around| is_first_of_its_fate(around, &key))
        };
        assert!(first("Three people died and |14 others| were hurt.", "injured"));
        assert!(!first("A boy was hurt when his aunt died, and |14 others| were hurt.", "injured"));
        assert!(!first("Three people died in the car and |14 others| in the bus.", "dead"));
    }
}
