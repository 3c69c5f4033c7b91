//! Ordinals as figures: `sixth meeting`, `its fourth year`. A rank, or the place in a run of years.

use crate::extract::mention::FigureMention;
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, form};
use crate::value::number::{Form, number};
use crate::value::{Amount, Dimension, Quantity};

use super::reader::Reader;

word_sets! {
    /// What `second` numbers without ranking anything: parts, places in space, fixed terms.
    POSITION = 0: "numbered_without_rank";
    /// Nouns that an ordinal ranks when a hyphen joins them to it: `a second-round pick`, `third-place finish`.
    JOINED = 1: "joined_to_ordinal";
    /// What has a number for a name: `11th Street`, `2nd Battalion`.
    NUMBERED = 2: "numbered_by_name";
    /// What is held again and again, and numbered: `the 76th Awards`.
    RECURRING = 3: "recurring_occasion";
    POSSESSIVE = 4: "possessive";
}

/// The ordinal at token `at` with the noun it ranks: `sixth meeting`, `an eighth term`, `fourth-highest total`, `second-round pick`.
pub fn ordinal(reader: &Reader, at: usize) -> Option<FigureMention> {
    let first = at + usize::from(is_after_article(reader, at));
    let n = number(reader.tokens, &reader.lexicon.numbers, first).filter(|n| n.form == Form::Ordinal)?;
    let end = past_such(reader, n.tokens.end);
    let (noun, from) = joined(reader, end).map(|noun| (noun, end + 1)).or_else(|| Some((head(reader, end)?, end)))?;
    if n.amount <= Amount::from(2) && !is_counted_first(reader, first, noun) && !is_ranked_second(reader, first, from..noun + 1) {
        return None;
    }
    let word = reader.lower(&reader.tokens.all[noun]);
    let unit = reader.lexicon.plurals.singular(&word).into_owned();
    let quantity = Quantity::whole(n.amount, unit.into(), Dimension::Rank);
    Some(FigureMention::new(first..noun + 1, quantity, Some(from..noun + 1)))
}

/// Past the `such` of `the second such arrest`, and the `and final` of `his second and final term`.
fn past_such(reader: &Reader, at: usize) -> usize {
    let last = reader.tokens.is(at, "and") && reader.tokens.is_any(at + 1, &["final", "last"]);
    at + if last { 2 } else { usize::from(reader.tokens.is(at, "such")) }
}

/// `an eighth` before a noun: no part of one, as in `a third less`, `a fifth of them`.
fn is_after_article(reader: &Reader, at: usize) -> bool {
    let article = reader.tokens.is_any(at, &["a", "an"]);
    let compares = reader.tokens.is_any(at + 2, &["less", "more", "fewer"]) || (at + 2..at + 5).any(|i| reader.tokens.is(i, "than"));
    article && !compares && reader.tokens.get(at + 1).is_some_and(|t| t.is(class::ORDINAL)) && !reader.tokens.is(at + 2, "of")
}

/// The last token of what a hyphen joins to an ordinal: a superlative with its noun (`fourth-highest total`), or one that is [`JOINED`].
fn joined(reader: &Reader, at: usize) -> Option<usize> {
    let next = reader.joint(at).filter(|next| *next > at)?;
    let word = reader.lower(reader.tokens.get(next)?);
    if word.len() > 5 && word.ends_with("est") || ["best", "most", "overall"].contains(&word.as_str()) {
        return Some(head(reader, next + 1).unwrap_or(next));
    }
    SETS.holds(word.as_str(), JOINED).then_some(next)
}

/// The last noun of the phrase behind an ordinal, at most three words on.
pub fn head(reader: &Reader, at: usize) -> Option<usize> {
    let next = reader.joint(at)?;
    if next > at {
        return None;
    }
    if reader.tokens.get(at)?.is_capital() {
        return held_again(reader, at).or_else(|| behind_name(reader, at));
    }
    noun_phrase_end(reader, at)
}

/// The last noun of what a name or initials describe: the `coach` of `fifth NBA head coach`.
fn behind_name(reader: &Reader, at: usize) -> Option<usize> {
    let outside = class::MONTH | class::WEEKDAY | class::UNIT | class::CURRENCY | class::NUMBER;
    let capital = |i: &usize| reader.tokens.get(*i).is_some_and(|t| t.is_word() && t.is_capital() && !t.is(outside) && !t.has(form::LINE));
    let noun = (at..at + 4).take_while(capital).last()? + 1;
    let verb = reader.is_verb_like(noun) || reader.is_past(noun);
    let plain = reader.joint(noun) == Some(noun) && !reader.tokens.get(noun)?.is_capital() && !verb && !is_numbered_name(reader, noun - 1);
    plain.then(|| noun_phrase_end(reader, noun)).flatten()
}

/// The last word of the name of what has a number for a name: `67th Precinct`, `223rd Street`.
fn is_numbered_name(reader: &Reader, at: usize) -> bool {
    reader.tokens.is_in(at, &SETS, NUMBERED)
}

fn noun_phrase_end(reader: &Reader, at: usize) -> Option<usize> {
    let end = (at..at + 4).take_while(|&i| i == at && reader.is_noun_like(i) || i > at && continues(reader, i)).last()?;
    (!speaks(reader, end)).then_some(end)
}

/// The last word of the name of what is held again and again: `79th Academy Awards`, `25th Annual Film Festival`; not of a street or court.
fn held_again(reader: &Reader, at: usize) -> Option<usize> {
    let capital = |i: &usize| reader.tokens.get(*i).is_some_and(|t| t.is_word() && t.is_capital());
    let held = (at..at + 5).take_while(capital).find(|i| reader.tokens.is_in(*i, &SETS, RECURRING))?;
    // "the third conference coach" counts coaches, not conferences
    let described = reader.tokens.is(held, "conference") && behind_name(reader, at).is_some();
    (!described).then_some(held)
}

/// A verb of speech that is no noun as well: the `said` of `the third said`, not the `term` of `his eighth term`.
fn speaks(reader: &Reader, at: usize) -> bool {
    let text = reader.tokens.str(at);
    reader.tokens.all[at].is(class::CUE) && (reader.is_past(at) || text.ends_with("ed") || text.ends_with('s'))
}

fn continues(reader: &Reader, at: usize) -> bool {
    let t = &reader.tokens.all[at.min(reader.tokens.len() - 1)];
    let joined = t.kind == Kind::Punct && t.is_punct('-') && t.glued();
    let noun = reader.is_noun_like(at) && !reader.is_verb_like(at) && !t.is_capital() && !reader.is_past(at);
    noun || joined && reader.tokens.get(at + 1).is_some_and(|n| n.glued())
}

/// First and second rank something where somebody's or a run of times is meant: `his first visit`, `the second day in a row`, `for the
/// second time`.
fn is_counted_first(reader: &Reader, at: usize, noun: usize) -> bool {
    let owned = at > 0 && {
        let before = &reader.tokens.all[at - 1];
        before.kind == Kind::Clitic || reader.tokens.is_in(at - 1, &SETS, POSSESSIVE)
    };
    let again = reader.tokens.is(noun, "time") && reader.tokens.is_any(at, &["second", "2nd"]) && at > 0 && reader.tokens.is(at - 1, "the");
    owned || again || is_time(reader, noun) && reader.tokens.is(noun + 1, "in")
}

/// A second one says that there was a first: `the second arrest`, `a second lawsuit`. Not of a stretch of time, nor of what lies one behind
/// the other (`the second row`), nor where a word of number follows.
fn is_ranked_second(reader: &Reader, at: usize, phrase: std::ops::Range<usize>) -> bool {
    let noun = phrase.end - 1;
    let led = at > 0 && (reader.tokens.all[at - 1].is(class::ARTICLE) || reader.tokens.is_any(at - 1, &["in", "for"]));
    let listed = reader.tokens.is_in(noun, &SETS, POSITION) || reader.tokens.is_in(phrase.start, &SETS, POSITION);
    let numbered = phrase.clone().any(|i| reader.tokens.all[i].is(class::NUMBER | class::UNIT));
    led && reader.tokens.is_any(at, &["second", "2nd"]) && !listed && !numbered && !is_time(reader, noun) && !is_half(reader, noun)
}

/// Halves and quarters of games and years.
fn is_half(reader: &Reader, noun: usize) -> bool {
    reader.tokens.is_any(noun, &["half", "halves", "inning", "innings", "period", "quarter", "set", "time"])
}

fn is_time(reader: &Reader, noun: usize) -> bool {
    reader.lexicon.units.by_words(reader.tokens, noun).is_some_and(|(_, u)| u.dimension == "duration")
}
