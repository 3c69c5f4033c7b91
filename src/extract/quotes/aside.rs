//! Names that a sentence only mentions in passing: no pronoun stands for them where the sentence tells of somebody else.

use super::super::mention::NameMention;
use crate::lexicon::{class, word_sets};
use crate::text::{Token, Tokens, form};

word_sets! {
    /// What a name stands before that is called after it: `the Lee campaign`.
    CALLED = 0: "called_after_name";
    /// Prepositions behind which a name is what is talked of.
    GOVERNING = 1: "before_topic";
}

/// How many tokens of title and office may stand before a name.
const TITLE: usize = 4;

/// `Lee-era`, `the Lee campaign`, `as it did Lee`: the sentence does not tell of the person named.
pub fn is_aside(tokens: &Tokens, name: &NameMention) -> bool {
    let end = name.tokens.end;
    let hyphen =
        tokens.get(end).is_some_and(|t| t.is_punct('-')) && [end, end + 1].iter().all(|i| tokens.get(*i).is_some_and(Token::glued));
    let the = || before_titles(tokens, name).is_some_and(|i| tokens.is(i, "the"));
    let called = tokens.is_in(end, &SETS, CALLED) || tokens.is(end, "years") && the();
    let compared = before_titles(tokens, name).is_some_and(|i| tokens.is_any(i, &["did", "does"]) && i > 1 && is_comparison(tokens, i));
    hyphen || called || compared || is_topic(tokens, name) || is_of_somebody(tokens, name)
}

/// `one Lee customer`, `a Lee aide`: it tells whose or of what somebody is.
fn is_of_somebody(tokens: &Tokens, name: &NameMention) -> bool {
    let counted = name.tokens.start.checked_sub(1).is_some_and(|i| tokens.is_any(i, &["a", "an", "another", "one"]));
    let noun = |t: &Token| t.is_word() && !t.is_capital() && t.is(class::COMMON) && !t.is(class::FUNCTION | class::CUE);
    counted && tokens.get(name.tokens.end).is_some_and(noun)
}

/// `Governor Lee? “A strong man,” she said.`: a line calls up somebody to be spoken of.
fn is_topic(tokens: &Tokens, name: &NameMention) -> bool {
    before_titles(tokens, name).is_none() && tokens.is(name.tokens.end, "?")
}

/// `as it` before the verb at a token.
fn is_comparison(tokens: &Tokens, verb: usize) -> bool {
    tokens.is_any(verb - 1, &["it", "they", "he", "she"]) && tokens.is_any(verb - 2, &["as", "than"])
}

/// `the calls for Lee`, `a talk with Mayor Lee`: a preposition stands before the name and its title; not `After Lee won`, nor where a
/// relative clause tells of Lee.
pub fn is_governed(tokens: &Tokens, name: &NameMention) -> bool {
    let told = tokens.is(name.tokens.end, ",") && tokens.is_any(name.tokens.end + 1, &["who", "whose"]);
    let begins = |i: usize| tokens.all[i].has(form::LINE);
    !told && before_titles(tokens, name).is_some_and(|i| tokens.is_in(i, &SETS, GOVERNING) && !begins(i))
}

/// The last token before a name, its title and its office in the same line.
fn before_titles(tokens: &Tokens, name: &NameMention) -> Option<usize> {
    let mut first = name.tokens.start;
    while name.tokens.start - first < TITLE && !tokens.all[first].has(form::LINE) && is_title(tokens, first - 1) {
        first -= 1;
    }
    if tokens.all[first].has(form::LINE) { None } else { Some(first - 1) }
}

/// `Governor`, `Mr.` with its stop
fn is_title(tokens: &Tokens, i: usize) -> bool {
    let stop = tokens.is(i, ".") && i > 0 && tokens.all[i - 1].is(class::TITLE | class::ABBREVIATION);
    stop || tokens.all[i].is(class::TITLE | class::ROLE | class::STATUS)
}
