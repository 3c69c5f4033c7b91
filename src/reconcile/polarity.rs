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
        /// Words that open another clause.
        CLAUSE = 2: "opening_clause";
    }
}

/// Whether the clause between the text before and behind a mention is negated. Behind the mention it is read only where the mention opens it.
pub fn is_negated(before: &str, behind: &str) -> bool {
    const OPENING: usize = 2;
    let last = before.rsplit(MARKS).next().unwrap_or("");
    if last.split_whitespace().count() > OPENING {
        negates(last)
    } else {
        negates(last) || negates(behind.split(MARKS).next().unwrap_or(""))
    }
}

/// Marks between clauses.
const MARKS: [char; 6] = [',', ';', ':', '"', '“', '”'];

/// Whether the verb of the last clause in the text is negated: "did not pay", "refused to pay", "no siren sounded". What is said not to have
/// been so is no matter of the day of the saying.
fn negates(text: &str) -> bool {
    let lexicon = lexicon();
    let all = scan(text, &lexicon.words);
    let is = |i: usize, set: u32| all.get(i).is_some_and(|t| set::SETS.has(t, set));
    let last = (0..all.len()).rev().find(|i| is(*i, set::CLAUSE)).map_or(0, |i| i + 1);
    let word = |i: usize| all.get(i).map_or("", |t| &text[t.start as usize..t.end as usize]);
    let refused = |i: usize| lexicon.events.words.has(&all[i], sets::DID_NOT) && word(i + 1) == "to";
    let helped = |i: usize| {
        let not = all[i].is(class::NEGATION) && ["not", "never", "n't", "n’t"].contains(&word(i));
        (not && i > last && all[i - 1].is(class::AUXILIARY)
            || all[i].is(class::NEGATION) && ["n't", "n’t", "cannot"].iter().any(|end| word(i).ends_with(end)))
            && !is(i + 1, set::ONLY)
    };
    let nobody = |i: usize| i == last && all[i].is(class::NEGATION) && !is(i, set::ONLY) && !is(i + 1, set::ONLY) && word(i + 1) != "-";
    let told = (last..all.len()).any(|i| is(i, set::SAID));
    !told && (last..all.len()).any(|i| refused(i) || helped(i) || nobody(i))
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
        assert!(is_negated("On ", " Moldova did not join the alliance."));
        assert!(is_negated("The town hasn't paid on ", "."));
        assert!(!is_negated("Nobody was hurt when the bridge in Orl fell on ", "."));
        assert!(!is_negated("The plane crashed on ", " with no survivors."));
        assert!(!is_negated("A bus with no passengers crashed in Orl on ", "."));
        assert!(!is_negated("The trial will begin no earlier than ", "."));
        assert!(!is_negated("Not only Karl Otto testified on ", "."));
    }
}
