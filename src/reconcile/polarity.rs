//! Whether the clause around a date or place says that something did not happen: "refused to testify on Monday", "no siren sounded in Halden".
//!
//! A day on which one article has something done and another not done is no agreement about when it was.

use crate::lexicon::event_words as sets;
use crate::lexicon::{class, lexicon};
use crate::text::scan;

mod set {
    use crate::lexicon::word_sets;

    word_sets! {
        /// Verbs by which somebody says something.
        SAID = 0: "saying";
        /// Words behind a negation that leave the verb as it is: `not only`, `no later`.
        ONLY = 1: "not_denying";
    }
}

/// Whether the clause between the text before and behind a mention is negated.
pub fn is_negated(before: &str, behind: &str) -> bool {
    let last = Clause::read(before.rsplit(MARKS).next().unwrap_or(""));
    let first = Clause::read(behind.split(MARKS).next().unwrap_or(""));
    // "said on Monday that he would not": what has the day is that he said so
    !(last.told || first.told) && (last.negated || first.negated)
}

/// Marks between clauses.
const MARKS: [char; 6] = [',', ';', ':', '"', '“', '”'];

struct Clause {
    negated: bool,
    /// Somebody says something in it.
    told: bool,
}

impl Clause {
    fn read(text: &str) -> Clause {
        let lexicon = lexicon();
        let all = scan(text, &lexicon.words);
        let word = |i: usize| all.get(i).map_or("", |t| &text[t.start as usize..t.end as usize]);
        let refused = |i: usize| lexicon.events.words.has(&all[i], sets::DID_NOT) && word(i + 1) == "to";
        let negates = |i: usize| refused(i) || all[i].is(class::NEGATION) && !all.get(i + 1).is_some_and(|t| set::SETS.has(t, set::ONLY));
        Clause { negated: (0..all.len()).any(negates), told: (0..all.len()).any(|i| set::SETS.has(&all[i], set::SAID)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_says_that_it_was_not_so() {
        assert!(is_negated("Karl Otto refused to testify on ", "."));
        assert!(is_negated("No siren sounded in ", ", though the river rose."));
        assert!(!is_negated("Karl Otto testified on ", ", Norvane did not."));
        assert!(!is_negated("Though nobody had asked him, Karl Otto testified on ", "."));
        assert!(!is_negated("Karl Otto said on ", " that he would not testify."));
        assert!(!is_negated("Not only Karl Otto testified on ", "."));
    }
}
