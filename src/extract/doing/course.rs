//! How it went that day, by the words nearest to a date: it began, ended, went on, was won; or the date is the end or the beginning of
//! something.

use std::ops::Range;

use crate::claim::{Grain, Lead, Phase};
use crate::extract::written::{Around, Written};
use crate::lexicon::word_sets;
use crate::text::Tokens;

word_sets! {
    /// `left`, `opened`, `sank`.
    BEGAN = 0: "how_it_began";
    /// `landed`, `closed`, `were found`.
    ENDED = 1: "how_it_ended";
    /// Words before a part of a month that leave it open on one side: `no later than | the end of June`.
    OPEN_ENDED = 2: "open_ended";
    /// How it is somewhere: `calm`, `tense`.
    STATE = 3: "state_of_a_place";
    /// `remained`.
    LASTING = 4: "remaining";
    BEING = 5: "form_of_be";
    /// Words between such a word and the date: `calm | on`.
    BEFORE_DAY = 6: "before_day";
    /// Verbs of schedules in the present: `starts`.
    ON_THE_CALENDAR = 7: "starting_on_time";
}

/// Words before a date that may hold its verb.
const CLAUSE: usize = 10;

/// By the words of the clause before a date, nearest first, else by those behind.
pub fn phase(around: &Around) -> Option<Phase> {
    const NEAR: usize = 7;
    let of = |w: &Written| match () {
        () if w.has(&SETS, BEGAN) => Some(Phase::Began),
        () if w.has(&SETS, ENDED) => Some(Phase::Ended),
        () => None,
    };
    let left = around.back().take(NEAR).take_while(|w| !ends(w)).find_map(of);
    let joined = |w: &&Written| around.before.is_empty() || !w.is(&["and", "but"]);
    left.or_else(|| around.behind.iter().take(NEAR).take_while(joined).find_map(of))
}

/// The word right before, or before "at least".
pub fn lead(around: &Around, grain: Grain) -> Option<Lead> {
    let mut back = around.back();
    let last = back.next()?;
    let at_least = last.is(&["least"]) && back.next().is_some_and(|w| w.is(&["at"]));
    let word = if at_least { back.next()? } else { last };
    match () {
        () if word.is(&["until", "till", "til"]) => Some(Lead::Until),
        () if word.is(&["through"]) => Some(Lead::Through),
        () if word.is(&["since"]) => Some(Lead::Since),
        () if grain == Grain::Month && word.has(&SETS, OPEN_ENDED) => Some(Lead::Open),
        () => None,
    }
}

/// The last verb before a date, or the first behind one that opens its sentence, tells what was going on: "were fighting", "was still
/// burning", "remained".
pub fn goes_on(around: &Around) -> bool {
    let words = if around.before.is_empty() { &around.behind[..around.behind.len().min(CLAUSE)] } else { &around.before[..] };
    let words = &words[words.len().saturating_sub(CLAUSE)..];
    let words = &words[words.iter().rposition(ends).map_or(0, |i| i + 1)..];
    let doing = |w: &Written| w.text().len() > 4 && w.text().ends_with("ing") && w.text() != "during";
    let being = |i: usize| words[i].is(&["are", "is", "was", "were"]) && words[i + 1..].iter().take(2).any(doing);
    (0..words.len()).any(|i| words[i].has(&SETS, LASTING) || being(i))
}

/// The words before end in the state of a place, perhaps with a preposition: "was calm", "were largely peaceful on".
pub fn is_of_a_state(around: &Around) -> bool {
    let mut back = around.back();
    let last = back.next().filter(|w| !w.has(&SETS, BEFORE_DAY)).or_else(|| back.next());
    last.is_some_and(|w| w.has(&SETS, STATE))
}

/// The last verb before that tells how a match ended.
pub fn won(around: &Around) -> Option<bool> {
    let words = &around.before;
    words.iter().enumerate().rev().find_map(|(n, word)| match word.text() {
        "beat" | "beats" | "won" | "wins" => Some(true),
        "lost" | "loses" => Some(false),
        "beaten" | "defeated" => Some(!words[..n].iter().rev().take(2).any(|w| w.has(&SETS, BEING))),
        _ => None,
    })
}

/// The sentence tells what will or would be, or in the present what stands on the calendar: "the march starts at 11 a.m."
pub fn is_promised(t: Tokens, sentence: Range<usize>) -> bool {
    const REACH: usize = 80;
    sentence.take(REACH).any(|i| t.is_any(i, &["will", "would"]) || t.is_in(i, &SETS, ON_THE_CALENDAR))
}

fn ends(word: &Written) -> bool {
    word.ends_with(&[',', ';', ':'])
}
