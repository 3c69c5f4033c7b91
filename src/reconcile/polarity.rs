//! Whether the clause around a date or place says that something did not happen: "refused to testify on Monday", "no siren sounded in Halden".
//!
//! A day on which one article has something done and another not done is no agreement about when it was.

use crate::lexicon::event_words as sets;
use crate::lexicon::{class, lexicon};
use crate::text::{Token, scan};

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

/// Whether the verb of the last clause in the text is negated. What is said not to have been so is no matter of the day of the saying.
fn negates(text: &str) -> bool {
    let all = scan(text, &lexicon().words);
    let opens = |t: &Token| set::SETS.has(t, set::CLAUSE);
    let clause = Clause { text, tokens: &all[all.iter().rposition(opens).map_or(0, |i| i + 1)..] };
    !clause.tokens.iter().any(|t| set::SETS.has(t, set::SAID)) && (0..clause.tokens.len()).any(|i| clause.is_denied_at(i))
}

struct Clause<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl Clause<'_> {
    /// A negation of the verb stands at token `i`: "refused to pay", "did not pay", "hasn't paid", "no siren sounded".
    fn is_denied_at(&self, i: usize) -> bool {
        let t = &self.tokens[i];
        let (word, next) = (self.word(i), self.tokens.get(i + 1));
        let refused = lexicon().events.words.has(t, sets::DID_NOT) && self.word(i + 1) == "to";
        let helped = match word {
            "not" | "never" => i > 0 && self.tokens[i - 1].is(class::AUXILIARY),
            // "no", but not "no-confidence"
            _ if i == 0 => self.word(1) != "-" && !set::SETS.has(t, set::ONLY),
            _ => ["n't", "n’t", "cannot"].iter().any(|end| word.ends_with(end)),
        };
        refused || t.is(class::NEGATION) && helped && !next.is_some_and(|t| set::SETS.has(t, set::ONLY))
    }

    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span().of(self.text))
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
        assert!(is_negated("On ", " Moldova did not join the alliance."));
        assert!(is_negated("The town hasn't paid on ", "."));
        assert!(!is_negated("Nobody was hurt when the bridge in Orl fell on ", "."));
        assert!(!is_negated("The plane crashed on ", " with no survivors."));
        assert!(!is_negated("A bus with no passengers crashed in Orl on ", "."));
        assert!(!is_negated("The trial will begin no earlier than ", "."));
        assert!(!is_negated("Not only Karl Otto testified on ", "."));
    }
}
