//! Whether the clause around a date or place says that something did not happen: "refused to testify on Monday", "no siren sounded in
//! Halden".
//!
//! A day on which one article has something done and another not done is no agreement about when it was.

use std::ops::Range;

use crate::lexicon::event_words as sets;
use crate::lexicon::{class, lexicon};
use crate::text::{Token, Tokens};

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

/// Tokens looked at on either side.
const REACH: usize = 80;

/// Whether the clause of a mention is negated. Behind the mention it is read only where the mention opens it.
pub fn is_negated(tokens: Tokens, sentence: &Range<usize>, at: &Range<usize>) -> bool {
    const OPENING: usize = 2;
    let near = at.start.saturating_sub(REACH).max(sentence.start)..sentence.end.min(at.end + REACH);
    let parts = |i: &usize| tokens.all[*i].punct().is_some_and(|c| MARKS.contains(&c));
    let before = (near.start..at.start).rev().find(parts).map_or(near.start, |i| i + 1)..at.start;
    let negates = |range: Range<usize>| Clause::last(tokens, range).is_denied();
    let words = before.clone().filter(|i| *i == before.start || !tokens.all[*i].glued()).count();
    if negates(before) {
        return true;
    }
    let behind = || at.end..(at.end..near.end).find(parts).unwrap_or(near.end);
    words <= OPENING && at.end < near.end && negates(behind())
}

/// Marks between clauses.
const MARKS: [char; 6] = [',', ';', ':', '"', '“', '”'];

/// A clause within a sentence.
struct Clause<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl<'t> Clause<'t> {
    /// The last one of some tokens.
    fn last(tokens: Tokens<'t>, range: Range<usize>) -> Self {
        let all = &tokens.all[range];
        let from = all.iter().rposition(|t| set::SETS.has(t, set::CLAUSE)).map_or(0, |i| i + 1);
        Clause { text: tokens.text, tokens: &all[from..] }
    }

    /// Its verb is negated. A negation inside what somebody says does not count: the day is that of the saying.
    fn is_denied(&self) -> bool {
        !self.tokens.iter().any(|t| set::SETS.has(t, set::SAID)) && (0..self.tokens.len()).any(|i| self.is_denied_at(i))
    }

    /// A negation of the verb stands at token `i`: "refused to pay", "did not pay", "hasn't paid", "no siren sounded".
    fn is_denied_at(&self, i: usize) -> bool {
        let t = &self.tokens[i];
        let (word, next) = (self.word(i), self.tokens.get(i + 1));
        if lexicon().events.words.has(t, sets::DID_NOT) && self.word(i + 1) == "to" {
            return true;
        }
        let helped = || match word {
            "not" | "never" => i > 0 && self.tokens[i - 1].is(class::AUXILIARY),
            // "no", but not "no-confidence"
            _ if i == 0 => !next.is_some_and(|t| t.is_punct('-')) && !set::SETS.has(t, set::ONLY),
            _ => ["n't", "n’t", "cannot"].iter().any(|end| word.ends_with(end)),
        };
        t.is(class::NEGATION) && helped() && !next.is_some_and(|t| set::SETS.has(t, set::ONLY))
    }

    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span().of(self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::scan;

    /// Of the clause around what stands between bars.
    fn is_negated(marked: &str) -> bool {
        let (before, rest) = marked.split_once('|').unwrap();
        let mention = rest.split_once('|').unwrap().0;
        let text = marked.replace('|', "");
        let all = scan(&text, &lexicon().words);
        let tokens = Tokens { text: &text, all: &all };
        let at = tokens.at(before.len() as u32)..tokens.at((before.len() + mention.len()) as u32);
        super::is_negated(tokens, &(0..tokens.len()), &at)
    }

    #[test]
    fn a_clause_says_that_it_was_not_so() {
        let denied = [
            "Karl Otto refused to testify on |Monday|.",
            "No siren sounded in |Halden|, though the river rose.",
            "On |Monday| Moldova did not join the alliance.",
            "The town hasn't paid on |Monday|.",
        ];
        denied.into_iter().for_each(|text| assert!(is_negated(text), "{text}"));
        let others = [
            "Karl Otto testified on |Monday|, Norvane did not.",
            "Though nobody had asked him, Karl Otto testified on |Monday|.",
            "Karl Otto said on |Monday| that he would not testify.",
            "Nobody was hurt when the bridge in Orl fell on |Monday|.",
            "The plane crashed on |Monday| with no survivors.",
            "A bus with no passengers crashed in Orl on |Monday|.",
            "The trial will begin no earlier than |Monday|.",
            "Not only Karl Otto testified on |Monday|.",
        ];
        others.into_iter().for_each(|text| assert!(!is_negated(text), "{text}"));
    }
}
