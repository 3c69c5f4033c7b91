//! Scores and records: `won 24-17`, `a mark of 162-139`, `the 7-9 Rangers`, `voted 396-9`. Two numbers without a unit are a result only
//! where a word beside them says so; elsewhere they may be anything.

use crate::extract::mention::FigureMention;
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, form};
use crate::value::{Amount, Dimension, Quantity};

use super::reader::Reader;

word_sets! {
    /// Nouns that stand behind a result: `a 9-2 lead`, `an 11-5 season`.
    RESULT = 0: "result";
    /// Words before a result: `beat the Rangers 17-14`, `a record of 284-286`, `went 122-147`.
    TELLING = 1: "telling_result";
    /// Verbs of where a team stands in its season: `sits at 9-14`.
    STANDING = 2: "standing_in_season";
    /// Verbs right before what a team is or was so far.
    BEING = 3: "being_so_far";
    /// Words before the two sides of a vote or match that are joined by `to`.
    VOTING = 4: "voting";
    /// Words behind them.
    VERDICT = 5: "kind_of_verdict";
    /// What gives both sides of a result.
    COUNT = 6: "count_of_a_result";
    /// What a record did.
    MOVING = 7: "moves_a_record";
}

/// Tokens between such a word and the result.
const REACH: usize = 7;

/// Tokens of a result: number, dash, number.
pub const LENGTH: usize = 3;

/// The result at token `at`: what the one named first has, in the unit `to` what the other has.
pub fn result(reader: &Reader, at: usize) -> Option<FigureMention> {
    let (first, second) = (points(reader, at)?, points(reader, at + 2)?);
    if !is_result(reader, at) {
        return None;
    }
    let quantity = Quantity::whole(first, format!("to {second}").into(), Dimension::Ratio);
    Some(FigureMention::new(at..at + LENGTH, quantity, None))
}

/// Whether the numbers at `at` and behind its dash are a result.
pub fn is_result(reader: &Reader, at: usize) -> bool {
    let dash = reader.tokens.get(at + 1).is_some_and(|t| t.glued() && matches!(t.punct(), Some('-' | '–')));
    let pair = dash && points(reader, at).is_some() && points(reader, at + 2).is_some();
    let of_results = || reader.tokens.is_in(at + LENGTH, &SETS, RESULT);
    let told = || is_told(reader, at) && (of_results() || !is_measured(reader, at + LENGTH));
    pair && (is_of_team(reader, at) || is_bracketed(reader, at) || told())
}

/// Up to three digits.
fn points(reader: &Reader, at: usize) -> Option<Amount> {
    let t = reader.tokens.get(at).filter(|t| t.is_number() && t.end - t.start < 4)?;
    let n: i64 = t.text(reader.tokens.text).parse().ok()?;
    Some(Amount::from(n))
}

/// `the 7-9 Rangers`, `its 11-5 Rangers`.
fn is_of_team(reader: &Reader, at: usize) -> bool {
    let led =
        at > 0 && (reader.tokens.all[at - 1].is(class::ARTICLE | class::DETERMINER) || reader.tokens.all[at - 1].kind == Kind::Clitic);
    let team = reader.tokens.get(at + LENGTH).is_some_and(|t| {
        t.is_capital() && !t.glued() && !t.is(class::DEMONYM | class::MONTH | class::WEEKDAY | class::UNIT | class::CURRENCY)
    });
    let others = reader.counted(at + LENGTH).is_some_and(|c| c.end > at + LENGTH + 1);
    led && team && !others
}

/// `Rangers (11-5)`.
fn is_bracketed(reader: &Reader, at: usize) -> bool {
    let open = at > 1 && reader.tokens.all[at - 1].is_punct('(') && reader.tokens.all[at - 2].is_capital();
    open && reader.tokens.get(at + LENGTH).is_some_and(|t| t.is_punct(')') || t.is_punct(','))
}

/// A word of results stands right behind, or shortly before in the same clause; or a form of `be` stands before what a team has won and
/// lost.
fn is_told(reader: &Reader, at: usize) -> bool {
    let end = at + LENGTH;
    let behind = reader.tokens.is_in(end, &SETS, RESULT) || reader.is_noun_like(end) && reader.tokens.is_in(end + 1, &SETS, RESULT);
    let within = |i: &usize| {
        !reader.tokens.all[*i].is_number() && !matches!(reader.tokens.all[*i].punct(), Some('.' | ';' | ':' | '(' | ')' | '?' | '!'))
    };
    let before = (at.saturating_sub(REACH)..at).rev().take_while(within).any(|i| reader.tokens.is_in(i, &SETS, TELLING));
    behind || before || is_standing(reader, at)
}

/// `were 11-5 last year`, `improved to 8-8`, `are now 3-0`, `stands at 3-0`, `opened 9-14`.
fn is_standing(reader: &Reader, at: usize) -> bool {
    let moved = at > 1 && reader.tokens.is(at - 1, "to") && reader.tokens.is_in(at - 2, &SETS, MOVING);
    let stands = at > 1 && reader.tokens.is(at - 1, "at") && reader.tokens.is_in(at - 2, &SETS, STANDING);
    let adverb = usize::from(at > 1 && (reader.tokens.all[at - 1].is(class::ADVERB) || reader.tokens.is_any(at - 1, &["just", "only"])));
    let being = at > adverb && reader.tokens.is_in(at - 1 - adverb, &SETS, BEING);
    let ends = reader.tokens.get(at + LENGTH).is_none_or(|t| {
        t.punct().is_some() || t.is(class::FUNCTION | class::TEMPORAL) || reader.tokens.is_any(at + LENGTH, &["lifetime", "overall"])
    });
    let made = at > 1 && reader.tokens.is(at - 1, "it") && reader.tokens.is_any(at - 2, &["made", "make", "makes", "making"]);
    moved || made || stands || being && ends
}

/// A vote or score with `to` between its sides, at token `at`: `by a vote of 52 to 48`, `ruled 5 to 4`, `a 6-to-3 decision`.
pub fn spelled_result(reader: &Reader, at: usize) -> Option<FigureMention> {
    let first = points(reader, at)?;
    let joined = usize::from(reader.tokens.get(at + 1).is_some_and(|t| t.glued() && t.is_punct('-')));
    let end = at + LENGTH + 2 * joined;
    let second = points(reader, end - 1).filter(|_| reader.tokens.is(at + 1 + joined, "to"))?;
    let counted = reader.tokens.is_any(end, &["a", "an", "of", "per"]);
    let ends = reader.tokens.get(end).is_none_or(|t| {
        t.has(form::PARAGRAPH)
            || t.punct().is_some()
            || t.is(class::FUNCTION | class::TEMPORAL) && !t.is(class::UNIT)
            || reader.tokens.is_in(end, &SETS, RESULT)
    });
    let glued = reader.tokens.get(end).is_some_and(|t| t.glued() && matches!(t.punct(), Some('%' | '-' | '°' | '/')));
    // "3 to 5 ruling posts" are no ruling
    let attribute = joined > 0 || at > 0 && reader.tokens.all[at - 1].is(class::ARTICLE);
    // a range rises, a result mostly falls
    let falls = first >= second || reader.tokens.is(at.wrapping_sub(1), "of") || is_lost(reader, at);
    let voted = || ends && !counted && !glued && falls && is_voted(reader, at);
    let told = attribute && reader.tokens.is_in(end, &SETS, VERDICT) || voted();
    let quantity = Quantity::whole(first, format!("to {second}").into(), Dimension::Ratio);
    told.then(|| FigureMention::new(at..end, quantity, None))
}

/// What failed may have had the fewer votes.
fn is_lost(reader: &Reader, at: usize) -> bool {
    (at.saturating_sub(REACH)..at).any(|i| reader.tokens.is_any(i, &["defeated", "failed", "rejected"]))
}

/// A word of voting or winning stands shortly before, and nothing that the numbers may be the ends of: `rose from 12 to 9`.
fn is_voted(reader: &Reader, at: usize) -> bool {
    let near = (at.saturating_sub(REACH)..at).rev().take_while(|i| {
        !reader.tokens.all[*i].is_number()
            && !reader.tokens.is_any(*i, &["from", "between"])
            && !matches!(reader.tokens.all[*i].punct(), Some('.' | ';' | ':' | '(' | ')' | '?' | '!'))
    });
    let of = at > 1 && reader.tokens.is(at - 1, "of") && reader.tokens.is_in(at - 2, &SETS, COUNT);
    let led = of || at > 0 && (reader.tokens.is_any(at - 1, &["was", "by", ","]) || reader.tokens.is_in(at - 1, &SETS, VOTING));
    led && near.into_iter().any(|i| reader.tokens.is_in(i, &SETS, VOTING))
}

/// What the clock of a game still shows, `4:43 left in the first half`, `13:41 to play`, as seconds left.
pub fn time_left(reader: &Reader, at: usize) -> Option<FigureMention> {
    const LEFT: [&str; 2] = ["left", "remaining"];
    let colon = reader.tokens.get(at + 1).is_some_and(|t| t.glued() && t.is_punct(':'));
    let (minutes, seconds) = (points(reader, at)?, reader.tokens.str(at + 2));
    let played = reader.tokens.is(at + LENGTH, "to") && reader.tokens.is_any(at + LENGTH + 1, &["go", "play"]);
    let left = colon && seconds.len() == 2 && (played || reader.tokens.is_any(at + LENGTH, &LEFT));
    let seconds: i64 = seconds.parse().ok().filter(|s| left && *s < 60)?;
    let all = minutes.times(Amount::from(60))?.plus(Amount::from(seconds))?;
    Some(FigureMention::new(at..at + LENGTH, Quantity::whole(all, "second left".into(), Dimension::Duration), None))
}

/// A unit or something counted stands at token `at`: `lost 10-15 pounds`.
fn is_measured(reader: &Reader, at: usize) -> bool {
    let glued = reader.tokens.get(at).is_some_and(|t| t.glued() && matches!(t.punct(), Some('%' | '-' | '°' | '/')));
    let unit = reader.tokens.get(at).is_some_and(|t| t.is(class::UNIT | class::CURRENCY) && !reader.tokens.is_in(at, &SETS, RESULT));
    glued || unit || reader.counted(at).is_some()
}
