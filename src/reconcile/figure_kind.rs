//! Of what kind those are that a figure counts: the "USB" of "two USB 3.0 ports".

use super::figure_item::Item;
use crate::claim::Figure;
use crate::lexicon::{class, lexicon, word_sets};
use crate::value::Dimension;

word_sets! {
    /// What stands behind a stretch between two things.
    BEHIND = 0: "behind_stretch";
    /// What is said of what there has to be.
    NEEDING = 1: "needing";
    /// Verbs of what there is or was.
    HAVING = 2: "having_reached";
}

/// The name right before the counted noun in the text of a figure, but for numbers: none of a country or place, which has several names, and
/// none of what counts people, whom two texts call after two things.
pub fn kind<'a>(text: &'a str, figure: &Figure, family: Option<&str>) -> Option<&'a str> {
    let mut words = text.split_whitespace().rev();
    let head = words.next().filter(|head| figure.dimension == Dimension::Count && family != Some("people") && !is_capital(head))?;
    let named = words.find(|word| !word.starts_with(|c: char| c.is_ascii_digit()))?;
    let own = named.len() < text.len() - head.len() && !text.starts_with(named) && is_capital(named);
    let known = || lexicon().words.classes(lexicon().words.id(&named.to_lowercase()));
    (own && !known().any(class::DEMONYM | class::PLACE | class::NUMBER | class::FUNCTION)).then_some(named)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Behind it stands the stretch that it sums up: " arrests over the past four nights", " since the shooting".
pub fn sums_up(behind: &str) -> bool {
    const WORDS: usize = 14;
    let ends = |w: &&str| w.ends_with(['.', ';', ':']);
    let words: Vec<String> =
        behind.split_whitespace().take(WORDS).take_while(|w| !ends(w)).map(|w| w.trim_end_matches(',').to_lowercase()).collect();
    let stretch = |w: &String| matches!(w.as_str(), "days" | "nights" | "weeks" | "weekends" | "months" | "years" | "evenings");
    let over = |i: usize| {
        matches!(words[i].as_str(), "over" | "during" | "in" | "across" | "within") && words[i + 1..].iter().take(4).any(stretch)
    };
    (0..words.len()).any(|i| words[i] == "since" || over(i))
}

/// A word of what lies between two points stands behind, or is joined to the length by "to the date" or "to the day".
pub fn lies_between(behind: &str) -> bool {
    let behind = behind.trim_start();
    let behind = ["to the date ", "to the day "].iter().find_map(|exactly| behind.strip_prefix(exactly)).unwrap_or(behind);
    behind.split(|c: char| !c.is_alphabetic()).next().is_some_and(|word| SETS.holds(word, BEHIND))
}

/// "has" or "now have" stands right before.
pub fn stands_now(before: &str) -> bool {
    let mut words = before.split_whitespace().rev().skip_while(|w| matches!(*w, "already" | "now"));
    words.next().is_some_and(|w| matches!(w, "has" | "have"))
}

/// Votes or seats that are needed: "a majority of 51 votes", "60 votes needed to end the debate"; but who "got the required 60 votes" has them.
pub fn is_needed(before: &str, behind: &str, head: Option<&str>) -> bool {
    const NEAR: usize = 3;
    const CLAUSE: usize = 7;
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let needing = |word: &str| SETS.holds(&bare(word), NEEDING);
    let voted = head.is_some_and(|head| matches!(head, "vote" | "seat" | "deleg" | "signatur"));
    let had = || before.split_whitespace().rev().take(CLAUSE).any(|word| SETS.holds(&bare(word), HAVING));
    let majority = || before.trim_end().ends_with("majority of");
    let needed = || before.split_whitespace().rev().take(NEAR).any(needing) || behind.split_whitespace().take(NEAR).any(needing);
    voted && (majority() || needed()) && !had()
}

/// What is needed, and what somebody has: "a majority of 51 votes", "the party has 51 votes".
fn are_needed_and_held(x: &Item, y: &Item) -> bool {
    x.head == y.head && x.is_needed != y.is_needed
}

/// What one day or night had, and what it had with others: "46 arrests on Wednesday", "over 50 since the shooting".
fn are_part_and_sum(part: &Item, sum: &Item) -> bool {
    const NIGHT: i32 = 2;
    sum.sums_up && !part.sums_up && part.time.is_some_and(|t| t.days() <= NIGHT) && sum.time.is_none_or(|t| t.days() > NIGHT)
}

/// "two USB ports" and "two Thunderbolt ports" are four.
pub fn are_of_two_kinds(x: &Item, y: &Item) -> bool {
    let kinds = x.head == y.head && x.kind.zip(y.kind).is_some_and(|(a, b)| !a.eq_ignore_ascii_case(b));
    kinds
        || are_part_and_sum(x, y)
        || are_part_and_sum(y, x)
        || are_of_two_deeds(x, y)
        || are_shots_and_hits(x, y)
        || are_shots_and_hits(y, x)
        || are_needed_and_held(x, y)
        || are_opposites(x, y)
        || are_times_and_things(x, y)
        || are_times_and_things(y, x)
        || are_missiles_and_others(x, y)
}

/// Jobs that are cut, and jobs that are made.
fn are_opposites(x: &Item, y: &Item) -> bool {
    let jobs = |i: &Item, concept| i.key.concept.as_deref() == Some(concept);
    jobs(x, "jobs_lost") && jobs(y, "jobs_gained") || jobs(x, "jobs_gained") && jobs(y, "jobs_lost")
}

/// Routes and books are launched as well.
fn are_missiles_and_others(x: &Item, y: &Item) -> bool {
    let missile = |i: &Item| i.family == Some("missile");
    x.head.is_some() && y.head.is_some() && missile(x) != missile(y)
}

/// "shot twice", and "two" of nobody knows what.
fn are_times_and_things(times: &Item, things: &Item) -> bool {
    let is_repeated = |i: &Item| i.figure.unit.as_deref() == Some("time");
    is_repeated(times) && !is_repeated(things) && things.head.is_none()
}

/// "arrested four times", "shot four times".
fn are_of_two_deeds(x: &Item, y: &Item) -> bool {
    x.key.verb.as_deref().zip(y.key.verb.as_deref()).is_some_and(|(a, b)| a != b)
}

/// Who was shot eleven times was hit so often, however many shots were fired.
fn are_shots_and_hits(hits: &Item, shots: &Item) -> bool {
    let fired = shots.key.head.as_deref().is_some_and(|head| matches!(head, "shot" | "round" | "gunshot"));
    hits.key.verb.as_deref() == Some("shot") && fired
}
