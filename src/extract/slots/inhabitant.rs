//! People introduced by their home before they are named: "A Foča man was found guilty of theft on Monday. Marko Ilic, 31, said nothing."
//!
//! Reports from courts and the police begin so. The one who is named is of the sex that the noun tells, stands with an age within the next
//! sentences, and both sentences tell of what befalls suspects.

use std::ops::Range;

use crate::article::bears_claims;
use crate::claim::BlockRole;
use crate::extract::Context;
use crate::extract::mention::{Mentions, NameKind, NameMention};
use crate::lexicon::Gender;
use crate::text::{Token, Tokens};
use crate::value::NameForm;

/// Nouns for somebody introduced by a home.
const NOUNS: [(&str, Gender); 6] = [
    ("boy", Gender::Male),
    ("father", Gender::Male),
    ("girl", Gender::Female),
    ("man", Gender::Male),
    ("mother", Gender::Female),
    ("woman", Gender::Female),
];
/// Within how many sentences behind it they must be named.
const NAMED_WITHIN: usize = 3;
/// Beginnings of words for what happens to suspects (any dictionary).
const BEFALLS: [&str; 14] = [
    "accus", "acquit", "arraign", "arrest", "charge", "convict", "custody", "guilty", "indict", "jail", "plead", "prison", "sentenc",
    "suspect",
];

/// The one whose home a place is, named in a sentence behind. `at`: the number of the place's sentence.
pub fn named_later<'a>(cx: &Context, found: &'a Mentions, at: usize, place: &NameMention) -> Option<&'a NameMention> {
    let sentences = &cx.article.sentences;
    if is_state_of_town(cx, found, place) {
        return None;
    }
    let end = behind_state(cx, found, place);
    let noun = cx.tokens.all.get(end).filter(|t| !t.glued() && sentences[at].tokens.contains(&end))?;
    let gender = NOUNS.into_iter().find(|(word, _)| noun.text(cx.tokens.text).eq_ignore_ascii_case(word))?.1;
    if !befalls(cx.tokens, sentences[at].tokens.clone()) {
        return None;
    }
    let behind = sentences[at + 1..].iter().take(NAMED_WITHIN).filter(|s| is_own(cx.article.blocks[s.block].role));
    let mut people = behind.flat_map(|s| people(found, s.tokens.clone()).map(move |p| (s, p)));
    let is_named = |p: &NameMention| {
        let name = cx.tokens.words(p.tokens.clone());
        name.contains(' ') && NameForm::new(&name).given_gender() == Some(gender)
    };
    let (sentence, person) = people.find(|(_, p)| is_named(p))?;
    (has_age(cx.tokens, &person.tokens) && befalls(cx.tokens, sentence.tokens.clone())).then_some(person)
}

/// `a Velm, | Ohio | man`: the town before the comma is the home.
fn is_state_of_town(cx: &Context, found: &Mentions, place: &NameMention) -> bool {
    let comma = place.tokens.start.checked_sub(1).filter(|i| cx.tokens.is(*i, ","));
    let at = found.names.partition_point(|n| n.tokens.end < place.tokens.start - comma.is_some() as usize);
    found.names.get(at).is_some_and(|n| n.kind == NameKind::Place && Some(n.tokens.end) == comma)
}

/// The token behind a town and its state: `a Velm, Ohio | man`, `a Velm, Ohio, | man`.
fn behind_state(cx: &Context, found: &Mentions, place: &NameMention) -> usize {
    let end = place.tokens.end;
    let at = found.names.partition_point(|n| n.tokens.start < end + 1);
    let state = found.names.get(at).filter(|n| cx.tokens.is(end, ",") && n.tokens.start == end + 1 && n.kind == NameKind::Place);
    state.map_or(end, |n| n.tokens.end + cx.tokens.is(n.tokens.end, ",") as usize)
}

/// A block of the article that repeats no other.
fn is_own(role: BlockRole) -> bool {
    bears_claims(role) && !matches!(role, BlockRole::PullQuote | BlockRole::Duplicate)
}

fn people(found: &Mentions, tokens: Range<usize>) -> impl Iterator<Item = &NameMention> {
    let from = found.names.partition_point(|n| n.tokens.start < tokens.start);
    found.names[from..].iter().take_while(move |n| n.tokens.start < tokens.end).filter(|n| n.kind == NameKind::Person)
}

fn befalls(t: Tokens<'_>, sentence: Range<usize>) -> bool {
    let begins = |token: &Token, with: &str| {
        let word = token.text(t.text).as_bytes();
        word.get(..with.len()).is_some_and(|w| w.eq_ignore_ascii_case(with.as_bytes()))
    };
    t.all[sentence].iter().filter(|token| token.is_word()).any(|token| BEFALLS.iter().any(|b| begins(token, b)))
}

/// "Marko Ilic, 31,", "31-year-old Marko Ilic".
fn has_age(t: Tokens<'_>, name: &Range<usize>) -> bool {
    let mark = |i: usize, marks: &[char]| t.get(i).and_then(Token::punct).is_some_and(|c| marks.contains(&c));
    let number = |i: usize| t.get(i).is_some_and(|n| n.is_number() && n.end - n.start < 3);
    let ends = |i: usize| t.get(i).is_none_or(|n| !n.glued()) || mark(i, &[',', '.']);
    let behind = mark(name.end, &[',']) && number(name.end + 1) && ends(name.end + 2);
    let year = |i: usize| t.is(i, "year") || mark(i, &['-']) && i > 0 && t.is(i - 1, "year");
    behind || name.start > 1 && t.is(name.start - 1, "old") && year(name.start - 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;
    use crate::text::scan;

    #[test]
    fn what_befalls_suspects() {
        let befalls = |text: &str| {
            let tokens = scan(text, &lexicon().words);
            befalls(Tokens { text, all: &tokens }, 0..tokens.len())
        };
        assert!(befalls("A man was Arrested.") && befalls("They pleaded guilty"));
        assert!(!befalls("A man won the race.") && !befalls("čas"));
    }

    #[test]
    fn an_age_beside_a_name() {
        let has_age = |text: &str, name: Range<usize>| {
            let tokens = scan(text, &lexicon().words);
            has_age(Tokens { text, all: &tokens }, &name)
        };
        assert!(has_age("Marko Ilic, 31, said nothing", 0..2) && has_age("a 31-year-old Marko Ilic", 6..8));
        assert!(!has_age("Marko Ilic, 310, said nothing", 0..2) && !has_age("Marko Ilic said nothing", 0..2));
    }
}
