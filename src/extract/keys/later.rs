//! Somebody whose age a report tells before the name: "A 68-year-old woman has died. … Ann Lee was found by a neighbour."

use std::ops::Range;

use super::{Clause, inside, words};
use crate::extract::mention::{FigureMention, NameKind, NameMention};
use crate::lexicon::{Gender, class};
use crate::value::Dimension;

/// Tokens between a name and an age of its own.
const AGE_BEHIND: usize = 4;

impl Clause<'_> {
    /// "A 68-year-old woman has died": the person whom a sentence close behind names as the one to whom it happened, be it "The dead woman
    /// was named as Ann Lee" or "Ann Lee was found by a neighbour". Not where another person of unknown name comes between, nor where the
    /// name has an age of its own.
    pub(super) fn aged_ahead(&self, at: &Range<usize>) -> Option<usize> {
        const REACH: usize = 3;
        let led = at.start > self.tokens.start && self.cx.tokens.is_any(at.start - 1, &["a", "an"]);
        let noun = self.aged_noun(at).filter(|_| led && self.is_attributive(at))?;
        if self.cx.article.is_quoted(at.start) || self.people(at).next().is_some() || !self.befell_somebody(&self.tokens) {
            return None;
        }
        let gender = gender_of_noun(&noun);
        let sentences = self.cx.article.sentences.get(self.sentence + 1..)?;
        let named = sentences.iter().take(REACH).find_map(|s| self.first_named(&s.tokens))?;
        let person = named.entity;
        let own_age = |f: &FigureMention| {
            f.quantity.dimension == Dimension::Age && f.tokens.start >= named.tokens.end && f.tokens.start < named.tokens.end + AGE_BEHIND
        };
        let aged = self.found.figures.iter().any(own_age);
        let first = self.found.names.iter().find(|n| n.entity == person).is_some_and(|n| n.tokens == named.tokens);
        (first && !aged && named.tokens.len() > 1 && self.referents().fits(person, gender)).then_some(person)
    }

    /// The person whom a sentence names, if it begins with the name and a verb of what was done to somebody, or names somebody "as" that
    /// person; `None` for one who has a title or speaks.
    fn first_named(&self, sentence: &Range<usize>) -> Option<&NameMention> {
        let names = &self.found.names[inside(&self.found.names, sentence, |n| &n.tokens)];
        let person = names.iter().find(|n| n.kind == NameKind::Person)?;
        let word = |i: usize| if sentence.contains(&i) { self.cx.tokens.get(i) } else { None };
        let opens = person.tokens.start == sentence.start;
        let passive = word(person.tokens.end).is_some_and(|_| self.cx.tokens.is_any(person.tokens.end, &["was", "had"]));
        let named_as = person.tokens.start > sentence.start + 1
            && self.cx.tokens.is(person.tokens.start - 1, "as")
            && (sentence.start..person.tokens.start).any(|i| self.cx.tokens.is_any(i, &["identified", "named"]));
        let blamed = sentence.clone().any(|i| words::SETS.has(&self.cx.tokens.all[i], words::BLAMED));
        (!blamed && (opens && passive || named_as)).then_some(person)
    }

    /// A word of death, injury or rescue shows in a sentence, and none of blame.
    fn befell_somebody(&self, sentence: &Range<usize>) -> bool {
        const BEFALLEN: [&str; 4] = ["dead", "injured", "missing", "rescued"];
        let shows = |i: usize| {
            self.cx.lexicon.concepts.at(self.cx.tokens.all, i).is_some_and(|(_, mut all)| all.any(|c| BEFALLEN.contains(&c.name)))
        };
        let blamed = |i: usize| words::SETS.has(self.token(i), words::BLAMED);
        sentence.clone().any(|i| self.token(i).is(class::CONCEPT) && shows(i)) && !sentence.clone().any(blamed)
    }
}

/// The gender that the stem of a noun for somebody shows.
fn gender_of_noun(noun: &str) -> Option<Gender> {
    match noun {
        "girl" | "grandmoth" | "mother" | "nun" | "woman" => Some(Gender::Female),
        "boy" | "father" | "grandfath" | "man" | "monk" => Some(Gender::Male),
        _ => None,
    }
}
