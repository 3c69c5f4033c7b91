//! Prison terms of which a part is suspended.

use rustc_hash::FxHashSet;

use super::item::Item;
use crate::reconcile::story::Story;

/// Words before "suspended" that say of what.
const TERM: [&str; 6] = ["jail", "prison", "sentence", "term", "which", "with"];

/// The articles with a prison term that tell of a suspended one, or of a part of it.
pub fn with_a_suspended_part(story: &Story, items: &[Item]) -> FxHashSet<usize> {
    let terms = items.iter().filter(|i| i.key.concept.as_deref() == Some("jail"));
    let articles: FxHashSet<usize> = terms.map(|i| i.article).collect();
    articles.into_iter().filter(|article| story.lines[*article].source.sentences.iter().any(|s| suspends(&s.text))).collect()
}

/// "one year of the term was suspended", "three years, with one suspended"; a licence may be suspended, too.
fn suspends(sentence: &str) -> bool {
    const REACH: usize = 5;
    let lower = sentence.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let of_a_term = |at: usize| words[at.saturating_sub(REACH)..at].iter().any(|w| TERM.contains(w));
    words.iter().enumerate().any(|(at, word)| *word == "suspended" && of_a_term(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_suspended_and_a_licence_is() {
        assert!(suspends("One year of the term was suspended.") && suspends("He got three years in prison, one of which was suspended."));
        assert!(!suspends("Her licence was suspended for two years."));
    }
}
