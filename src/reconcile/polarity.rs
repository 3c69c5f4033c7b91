//! Whether the clause around a date or place says that something did not happen: "refused to testify on Monday", "no siren sounded in Halden".
//!
//! A day on which one article has something done and another not done is no agreement about when it was.

use crate::lexicon::event_words as sets;
use crate::lexicon::{class, lexicon};
use crate::text::scan;

/// Whether the clause between the text before and behind a mention is negated.
pub fn is_negated(before: &str, behind: &str) -> bool {
    let last = before.rsplit([',', ';', ':', '"', '“', '”']).next().unwrap_or("");
    let first = behind.split([',', ';', ':', '"', '“', '”']).next().unwrap_or("");
    negates(last) || negates(first)
}

fn negates(clause: &str) -> bool {
    let lexicon = lexicon();
    let all = scan(clause, &lexicon.words);
    let word = |i: usize| all.get(i).map_or("", |t| &clause[t.start as usize..t.end as usize]);
    let not_only = |i: usize| ["only", "just", "until", "yet", "later", "more", "less", "fewer", "longer"].contains(&word(i));
    // "said on Monday that he would not": what has the day is that he said so
    let told = all.iter().any(|t| t.is(class::CUE) && !t.is_capital());
    !told
        && (0..all.len()).any(|i| {
            let refused = lexicon.events.words.has(&all[i], sets::DID_NOT) && word(i + 1) == "to";
            refused || all[i].is(class::NEGATION) && !not_only(i + 1)
        })
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
