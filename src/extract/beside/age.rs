//! Ages that stand for somebody whom the text has named: "the 31-year-old said".

use crate::extract::written::Around;
use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::{class, lexicon, word_sets};

word_sets! {
    /// Nouns that tell the people of a story apart: `the 25-year-old | victim`.
    TELLING = 0: "party_to_a_crime";
}

/// "The" stands right before, and no noun of another follows.
pub fn stands_for_one(around: &Around) -> bool {
    let led = around.last().is_some_and(|w| w.text().trim_start_matches(['"', '“']).eq_ignore_ascii_case("the"));
    led && !leads_another(around)
}

/// A noun follows that is no person, or that tells the people of a story apart: "the 40-year-old bridge", "the 25-year-old victim".
fn leads_another(around: &Around) -> bool {
    let mut words = around.behind.iter().map(|w| letters(w.text()));
    let (word, next) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let classes_of = |word: &str| lexicon().words.classes(lexicon().words.id(&word.to_lowercase()));
    // "the 30-year-old showed no", not "the 30-year-old retired nurse"
    let does = (word.ends_with("ed") || is_irregular_form(word)) && classes_of(next).any(class::FUNCTION | class::NEGATION);
    let name = word.starts_with(char::is_uppercase);
    let said = word.is_empty() || name || does || classes_of(word).any(class::FUNCTION | class::CUE | class::AUXILIARY | class::ROLE);
    !said || SETS.holds(word, TELLING)
}

/// The letters and digits that a word begins with.
fn letters(word: &str) -> &str {
    &word[..word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::beside::tests::ask;

    #[test]
    fn an_age_stands_for_somebody_or_for_something_else() {
        let for_one = ["The |31-year-old| said nothing.", "the |31-year-old|, who", "The |30-year-old| showed no remorse."];
        assert!(for_one.iter().all(|text| ask(text, stands_for_one)));
        let others = ["The |40-year-old| bridge", "A |31-year-old| said", "The |30-year-old| retired nurse", "the |25-year-old| victim"];
        assert!(!others.iter().any(|text| ask(text, stands_for_one)));
    }
}
