//! Numbers that are part of what a thing is called: `USB 3.0 ports`, `Falcon XT 650M graphics`, `1080p video`, `a 4K camera`.

use crate::lexicon::{class, word_sets};
use crate::text::{Classes, Token, form};
use crate::value::number::parse_digits;

use super::reader::Reader;

word_sets! {
    /// Nouns of a value behind a number.
    OF_VALUE = 0: "noun_of_value";
}

/// Words that name nothing, so that a number behind them is no part of a name.
pub const NAMES_NOTHING: Classes = class::FUNCTION.and(class::CUE).and(class::HEDGE).and(class::CHANGE).and(class::CURRENCY);

/// Behind the number at token `at` and its letter, where both are a version, a model or a quality of pictures. `behind_opening`: the word
/// before begins its sentence, and may have its capital from there.
pub fn end_of_model(reader: &Reader, at: usize, behind_opening: bool) -> Option<usize> {
    let t = &reader.tokens.all[at];
    if reader.currency_before(at).is_some() {
        return None;
    }
    let letter = reader.tokens.get(at + 1).filter(|n| n.glued() && n.is_word() && n.end - n.start == 1);
    match letter {
        Some(_) => (is_lines(reader, at) || is_kind(reader, at) || is_model(reader, at)).then_some(at + 2),
        None => (!t.has(form::LINE) && is_version(reader, at, behind_opening)).then_some(at + 1),
    }
}

/// The lines of a picture: `1080p video`, `in 720p`; `fell to 720p` is a price in pence.
fn is_lines(reader: &Reader, at: usize) -> bool {
    const LINES: [&str; 9] = ["240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"];
    if !LINES.contains(&reader.tokens.str(at)) || !reader.tokens.is_any(at + 1, &["p", "i"]) {
        return false;
    }
    let led = at > 0 && reader.tokens.is_any(at - 1, &["in", "full", "hd", "shoots", "supports"]);
    led || is_singular(reader, at + 2) || reader.tokens.get(at + 2).is_some_and(Token::is_capital)
}

/// `a 4K camera`, `the 10K race`: an article before, and one thing behind that the number tells from others; `the 20K mark` is a value.
fn is_kind(reader: &Reader, at: usize) -> bool {
    let letter = reader.tokens.str(at + 1) == "K";
    let article = at > 0 && reader.tokens.is_any(at - 1, &["a", "an", "the", "in"]);
    letter && article && reader.tokens.str(at).len() < 3 && is_singular(reader, at + 2) && !reader.tokens.is_in(at + 2, &SETS, OF_VALUE)
}

/// A noun in the singular right behind: nothing that could be counted.
fn is_singular(reader: &Reader, at: usize) -> bool {
    let noun = |i: usize| reader.is_noun_like(i) && !reader.is_verb_like(i) && !reader.is_past(i);
    let t = reader
        .tokens
        .get(at)
        .filter(|t| !t.has(form::LINE) && !t.is(class::TEMPORAL | class::UNIT | class::CURRENCY | class::NUMBER | class::ADVERB));
    t.is_some()
        && noun(at)
        && !reader.lexicon.plurals.is_plural(&reader.lower(&reader.tokens.all[at]))
        && !reader.counted(at).is_some_and(|c| c.plural)
}

/// `Volta XT 650M graphics`: capital letters between a name and the number.
fn is_model(reader: &Reader, at: usize) -> bool {
    let series =
        |t: &Token| t.has(form::ALL_CAPS) && (2..4).contains(&(t.end - t.start)) && !t.is(class::PLACE | class::DEMONYM | class::FUNCTION);
    let named = at > 1 && reader.tokens.all[at - 2].is_capital() && !reader.tokens.all[at - 2].has(form::ALL_CAPS);
    named && series(&reader.tokens.all[at - 1]) && reader.tokens.str(at).len() > 2 && reader.tokens.all[at + 1].is_capital()
}

/// A number with a point right behind a name: of nothing that is counted there are 3.0.
fn is_version(reader: &Reader, at: usize, behind_opening: bool) -> bool {
    let Some((_, places)) = parse_digits(reader.tokens.str(at)) else { return false };
    let named = |t: &Token| t.is_word() && !t.is(NAMES_NOTHING) && t.is_capital() && (t.has(form::ALL_CAPS) || !behind_opening);
    let name = at.checked_sub(1).is_some_and(|before| named(&reader.tokens.all[before]));
    let plural = || reader.counted(at + 1).is_some_and(|c| c.head.start == at + 1);
    name && places == 1 && reader.measured(at).is_some_and(|m| m.measure.is_none() && !m.number.scaled && !m.hyphen) && plural()
}
