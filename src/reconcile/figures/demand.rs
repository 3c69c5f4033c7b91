//! What somebody asks for is not what is given, and one party asks for other than the other: a prison term, damages, a rise in pay.

use crate::lexicon::{lexicon, word_sets};
use crate::reconcile::story::Story;

word_sets! {
    ASKED = 0: "asked_for";
    GIVEN = 1: "given_out";
    PROSECUTION = 2: "prosecution";
    DEFENCE = 3: "defence";
}

/// How a figure comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    Given,
    Asked(Option<Party>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    Prosecution,
    Defence,
}

impl Demand {
    /// By the nearest word that tells it before the figure.
    pub fn of(story: &Story, member: usize) -> Option<Demand> {
        read(story.before(member))
    }

    pub fn differs(self, other: Demand) -> bool {
        match (self, other) {
            (Demand::Asked(a), Demand::Asked(b)) => a.zip(b).is_some_and(|(a, b)| a != b),
            _ => self != other,
        }
    }
}

fn read(before: &str) -> Option<Demand> {
    const REACH: usize = 14;
    let words: Vec<u32> = before
        .split(|c: char| !c.is_alphanumeric())
        .rev()
        .filter(|w| !w.is_empty())
        .take(REACH)
        .map(|w| SETS.get(lexicon().words.id(&w.to_lowercase())))
        .collect();
    let at = words.iter().position(|w| w & (ASKED | GIVEN) != 0)?;
    if words[at] & GIVEN != 0 {
        return Some(Demand::Given);
    }
    let who = words[at..].iter().find(|w| *w & (PROSECUTION | DEFENCE) != 0);
    Some(Demand::Asked(who.map(|w| if w & DEFENCE != 0 { Party::Defence } else { Party::Prosecution })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_not_given() {
        assert_eq!(read("Prosecutors had sought "), Some(Demand::Asked(Some(Party::Prosecution))));
        assert_eq!(read("The lawyer of Karl Roth asked for "), Some(Demand::Asked(Some(Party::Defence))));
        assert_eq!(read("He was sentenced to "), Some(Demand::Given));
        assert_eq!(read("The bridge is "), None);
        assert!(Demand::Given.differs(Demand::Asked(None)));
        assert!(!Demand::Asked(None).differs(Demand::Asked(Some(Party::Defence))));
    }
}
