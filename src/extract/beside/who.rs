//! Whose a figure is, by the words beside it: who expects it, who holds the seats, what the counted people did.

use crate::claim::{Key, Short};
use crate::extract::written::{Around, Written};
use crate::lexicon::{class, stem, word_sets};

word_sets! {
    /// Verbs of expecting.
    EXPECTING = 0: "expecting";
    /// `the bank | now | expects`.
    STILL = 1: "still";
    /// A party whatever it is called.
    PARTY = 2: "party_in_general";
    /// `signed | up`.
    PARTICLE = 3: "particle_of_verb";
}

/// What is cast or won in votes, as the stem of the counted noun.
pub fn is_cast(head: &str) -> bool {
    matches!(head, "vote" | "seat" | "deleg" | "signatur")
}

/// Somebody holds it: seats, votes, games in a row.
pub fn is_held(key: &Key) -> bool {
    // a margin is of two
    let margin = key.concept.as_deref() == Some("majority");
    key.head.as_deref().is_some_and(|head| matches!(head, "deleg" | "seat" | "vote")) && !margin || key.concept.as_deref() == Some("streak")
}

/// The word before a verb of expecting that stands near the end of the text before a figure; none of "is expected".
pub fn forecaster(around: &Around) -> Option<Short> {
    const NEAR: usize = 8;
    let verb = around.back().take(NEAR).position(|w| w.has(&SETS, EXPECTING))?;
    let who = around.back().skip(verb + 1).find(|w| !w.has(&SETS, STILL))?;
    let helps = who.class().any(class::AUXILIARY | class::PREPOSITION | class::PRONOUN);
    let who = who.bare();
    (!helps && !who.is_empty()).then(|| stem(&who))
}

/// The capital word of the few before, if nothing else may be its owner: not of "the Greens of Ana Lund".
pub fn holder(around: &Around) -> Option<Short> {
    const NEAR: usize = 4;
    let near = || around.back().take(NEAR);
    let is_name = |w: &&Written| {
        let light = class::FUNCTION | class::WEEKDAY | class::MONTH;
        w.is_capital() && !w.is_possessive() && !w.has(&SETS, PARTY) && !w.class().any(light)
    };
    if near().any(|w| w.text() == "of") { None } else { near().find(is_name).map(|w| Short::from(w.bare())) }
}

/// "has" or "now have" stands right before, or "this season" or "so far" behind.
pub fn stands_now(around: &Around) -> bool {
    const NEAR: usize = 6;
    let near = &around.behind[..around.behind.len().min(NEAR)];
    let ends = near.iter().position(|w| w.ends_with(&[',', ';', ':']));
    let clause = &near[..ends.map_or(near.len(), |at| at + 1)];
    let so_far = |w: &[Written]| w[0].is(&["this"]) && w[1].is(&["season"]) || w[0].is(&["so"]) && w[1].is(&["far"]);
    clause.windows(2).any(so_far) || around.back().find(|w| !w.is(&["already", "now"])).is_some_and(|w| w.is(&["has", "have"]))
}

/// The first word behind, and whether a particle follows it.
pub fn verb(around: &Around) -> Option<(Short, bool)> {
    let verb = around.next()?.bare();
    let phrasal = || around.behind.get(1).is_some_and(|w| w.has(&SETS, PARTICLE));
    verb.ends_with("ed").then(|| (Short::from(verb), phrasal()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::beside::tests::ask;

    #[test]
    fn who_expects_it_and_who_holds_it() {
        assert_eq!(ask("The central bank now expects |1.6%|", forecaster).as_deref(), Some("bank"));
        assert_eq!(ask("It expects |1.6%|", forecaster), None);
        assert_eq!(ask("which gave the Liberals |22 seats|", holder).as_deref(), Some("liberals"));
        assert_eq!((ask("the Greens of Lund |22|", holder), ask("on Monday won |22|", holder)), (None, None));
    }

    #[test]
    fn what_those_did_who_are_counted() {
        assert_eq!(ask("|900 people| signed up for it", verb), Some(("signed".into(), true)));
        assert_eq!(ask("|900 people| signed the letter", verb), Some(("signed".into(), false)));
        assert_eq!(ask("|900 people| in Lund", verb), None);
    }
}
