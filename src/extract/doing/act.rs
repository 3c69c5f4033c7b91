//! The act of a day, and what tells it from another of its kind.

use std::ops::Range;

use super::course;
use crate::claim::{Doing, Short};
use crate::extract::Context;
use crate::extract::dates::governor::clause_behind;
use crate::extract::written::Around;
use crate::lexicon::{acts, class, lexicon, stem_of, word_sets};
use crate::text::{Kind, Token, Tokens};

word_sets! {
    /// Says which of several: `the second leg`, `another blast`.
    WHICH = 0: "which_of_several";
    /// Opens a clause that says why or when it was: `before`, `because`.
    TURN = 1: "turning_clause";
    /// Parts of one act that takes several days: `a part`, `a portion`.
    PART = 2: "part_of_one";
    /// `in a | market`.
    AT = 3: "at_grounds";
    /// For whom something opens: `cyclists`.
    USER = 4: "user_of_what_opens";
}

/// Words looked at before a date, and behind it.
const BEFORE: usize = 16;
const BEHIND: usize = 8;

/// A word of the clause of a date.
struct Word {
    stem: Short,
    carries: bool,
}

/// Stems of words before the title of an office that make it another.
const RANKS: [&str; 6] = ["act", "assist", "deputi", "former", "interim", "vice"];

/// Reads the clause of a date on both sides of it.
pub fn read(cx: &Context, around: &Around, event: Option<&str>, places: &[Short]) -> Doing {
    // when it was told is another day
    if event.is_some_and(names_saying) && !is_mass(around) && !is_to_come(around) {
        return Doing::default();
    }
    let before = around.tokens_before(BEFORE);
    let behind = around.tokens_behind(if around.before.len() < 2 { BEFORE } else { BEHIND });
    let clauses = |before_end: usize| {
        let mut doing = Doing { phase: course::phase(around), kinds: kinds(cx.tokens, &before, event), ..Doing::default() };
        let mut words = Vec::new();
        let left = before_date(cx.tokens, &(before.start..before_end)).start..before.end;
        for (clause, end) in [(left, before.end), (behind_date(cx.tokens, &behind), behind.end)] {
            for i in clause {
                tell(cx, i, end, &mut doing, &mut words);
            }
        }
        put_acts(&mut doing, &words, places);
        doing
    };
    // "chief executive since 2021", "in force since 1989": of what lasts only this is told by the words before
    let since = before.end > before.start && cx.tokens.is(before.end - 1, "since");
    let lasting = since.then(|| clauses(before.end - 1)).map(|mut doing| {
        doing.acts.retain(|act| act == "in_force" || act.starts_with("head_"));
        doing
    });
    lasting.filter(|doing| !doing.acts.is_empty()).unwrap_or_else(|| clauses(before.end))
}

/// What one word of the clause says; `end` is where the words end that are looked at.
fn tell(cx: &Context, i: usize, end: usize, doing: &mut Doing, words: &mut Vec<Word>) {
    let t = &cx.tokens.all[i];
    if t.is_word() {
        let carries = !t.is(class::FUNCTION | class::NEGATION | class::TEMPORAL | class::CUE);
        words.push(Word { stem: cx.lexicon.stem(t, cx.tokens.text), carries });
    }
    if is_ground(cx.tokens, i) {
        doing.grounds.push(cx.lexicon.stem(t, cx.tokens.text));
    }
    if SETS.has(t, USER) {
        doing.kinds.push((cx.lexicon.stem(t, cx.tokens.text), "user".into()));
    }
    let of_a_day = class::TEMPORAL | class::WEEKDAY | class::MONTH;
    let next = i + 1 < end && cx.tokens.get(i + 1).is_some_and(|n| n.is_word() && !n.is(of_a_day));
    // "is expected to last five weeks"
    let verb = cx.tokens.is(i, "last") && i > 0 && (cx.tokens.is(i - 1, "to") || cx.tokens.all[i - 1].is(class::AUXILIARY));
    if SETS.has(t, WHICH | PART) && next && !verb {
        doing.which.push(t.text(cx.tokens.text).to_lowercase().into());
    }
}

/// Puts in the acts that the words tell, and what else the words say of them.
fn put_acts(doing: &mut Doing, words: &[Word], places: &[Short]) {
    let stems: Vec<Short> = words.iter().map(|w| w.stem.clone()).collect();
    let (acts, used) = acts::told(&stems);
    if acts.is_empty() {
        doing.grounds.clear();
        return;
    }
    // a deputy mayor is another than the mayor
    if acts.iter().any(|a| a.starts_with("head_")) {
        doing.which.extend(stems.iter().filter(|s| RANKS.contains(&s.as_str())).cloned());
    }
    let of_place = |stem: &Short| places.iter().any(|p| p.trim_start_matches("place:").split('-').any(|w| stem_of(w) == *stem));
    // a place has one poll at a time, and mourns once
    let bound = acts.iter().any(|a| matches!(*a, "mourn" | "poll"));
    let telling = words.iter().enumerate().filter(|(i, w)| w.carries && !used.contains(i)).map(|(_, w)| w.stem.clone());
    (doing.places, doing.about) = telling.partition(|stem| !bound && of_place(stem));
    doing.acts = acts.into_iter().map(Into::into).collect();
}

/// The words for what happened on a day include a verb of reporting.
fn names_saying(event: &str) -> bool {
    let classes = |w: &str| lexicon().words.classes(lexicon().words.id(&w.to_lowercase()));
    event.split_whitespace().skip(1).any(|w| classes(w).any(class::CUE))
}

/// `will be said`: a mass is.
fn is_mass(around: &Around) -> bool {
    let near = &around.before[around.before.len().saturating_sub(BEFORE)..];
    near.windows(2).any(|w| w[0].text() == "be" && w[1].text() == "said")
}

/// `will welcome`: no report.
fn is_to_come(around: &Around) -> bool {
    let near = &around.before[around.before.len().saturating_sub(BEHIND)..];
    near.windows(2).any(|w| w[0].text() == "will" && w[1].class().any(class::CUE))
}

/// A noun in lower case behind a preposition of place and an article: `in a | market`.
fn is_ground(t: Tokens, i: usize) -> bool {
    let token = &t.all[i];
    let noun = token.is_word() && !token.is_capital() && !token.is(class::FUNCTION | class::TEMPORAL | class::NUMBER);
    noun && i > 1 && t.all[i - 1].is(class::ARTICLE) && !t.all[i - 2].is_capital() && SETS.has(&t.all[i - 2], AT)
}

fn turns(t: Tokens, i: usize) -> bool {
    let token = &t.all[i];
    // "took over as mayor"
    let office = t.is(i, "as") && t.get(i + 1).is_some_and(|next| next.is(class::ROLE));
    SETS.has(token, TURN) && !office || token.punct().is_some_and(|c| matches!(c, ';' | ':' | '"' | '“' | '”'))
}

/// The tokens of the clause that a date ends: those behind the last turn.
fn before_date(t: Tokens, words: &Range<usize>) -> Range<usize> {
    words.clone().rev().find(|i| turns(t, *i)).map_or(words.start, |i| i + 1)..words.end
}

/// What a day is chosen for: "set 18 May as | the opening day of the trial".
fn role_of_day(t: Tokens, end: usize) -> Option<usize> {
    const REACH: usize = 5;
    let chosen = (end.saturating_sub(REACH)..end).any(|i| t.is_any(i, &["chose", "fixed", "named", "picked", "set"]));
    (chosen && t.is(end, "as")).then_some(end + 1)
}

/// The tokens of the clause behind a date, up to the first turn: in "at 3:40 a.m., when | the ferry sank" what it dates.
fn behind_date(t: Tokens, words: &Range<usize>) -> Range<usize> {
    let start = clause_behind(t, words.start).or_else(|| role_of_day(t, words.start)).unwrap_or(words.start).min(words.end);
    start..(start..words.end).find(|i| turns(t, *i)).unwrap_or(words.end)
}

/// What stands right before the nouns of the event in the words before the date, each with its noun: `driving test`.
fn kinds(t: Tokens, before: &Range<usize>, event: Option<&str>) -> Vec<(Short, Short)> {
    let words: Vec<&Token> = t.all[before.clone()].iter().filter(|t| t.kind != Kind::Punct).collect();
    let kind = |noun: &str| {
        let at = words.iter().rposition(|w| w.text(t.text) == noun)?;
        let before = words[at.checked_sub(1)?];
        let word = before.text(t.text).trim_start_matches(['\'', '’']);
        let light = before.is(class::FUNCTION | class::TEMPORAL | class::NUMBER | class::STATUS);
        (word.starts_with(char::is_lowercase) && !light).then(|| (stem_of(word), stem_of(noun)))
    };
    event.into_iter().flat_map(str::split_whitespace).filter_map(kind).collect()
}
