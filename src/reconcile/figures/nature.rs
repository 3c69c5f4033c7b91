//! What a figure is by itself, whatever it is compared with.

use super::item::{Item, Nature, is_ordinal_duration};
use super::play::is_of_a_record;
use super::result::other_side;
use super::variant::names_a_model;
use crate::claim::Figure;
use crate::claim::entity;
use crate::lexicon::concepts::Traits;
use crate::lexicon::heads;
use crate::value::{Amount, Dimension};

/// What a player collects in one game or season has fewer digits.
pub const DIGITS_OF_A_CAREER: u32 = 4;

/// Nouns for people of one sex.
const SEXES: [&[&str]; 2] = [
    &[
        "actress",
        "daughter",
        "girl",
        "ladi",
        "mother",
        "mum",
        "nun",
        "policewoman",
        "policewomen",
        "sister",
        "waitress",
        "wife",
        "wive",
        "woman",
        "women",
    ],
    &["boy", "brother", "dad", "father", "fireman", "firemen", "husband", "man", "men", "monk", "policeman", "policemen", "son"],
];

/// Nouns for people of one age. Who is eighteen is called a man and a teenager, but nobody counts him as both.
const AGES: [&[&str]; 2] = [
    &["adult", "man", "men", "woman", "women"],
    &["babi", "boy", "child", "children", "girl", "infant", "kid", "teen", "teenag", "toddler"],
];

/// Whether nobody can be both: women and men, adults and children.
pub fn are_two_sides(a: &str, b: &str) -> bool {
    are_of_two(&SEXES, a, b) || are_of_two(&AGES, a, b)
}

/// One is a woman, the other a man.
pub fn are_two_sexes(a: &str, b: &str) -> bool {
    are_of_two(&SEXES, a, b)
}

fn are_of_two([one, other]: &[&[&str]; 2], a: &str, b: &str) -> bool {
    one.contains(&a) && other.contains(&b) || other.contains(&a) && one.contains(&b)
}

/// It tells sex or age.
fn is_of_a_side(head: &str) -> bool {
    SEXES.iter().chain(&AGES).any(|side| side.contains(&head))
}

/// What follows from the key and the value of a figure.
pub fn of(i: &Item) -> Nature {
    let (head, concept) = (i.key.head.as_deref(), i.key.concept.as_deref());
    let count = i.figure.dimension == Dimension::Count;
    let of_a_name = count && i.key.base.as_deref().is_some_and(|b| b.contains(':'));
    Nature {
        digits: digits(i.figure.amount, i.figure.dimension == Dimension::Age) + others_digits(i.figure),
        may_contradict: is_exact(i) && !i.listed && (!is_repeated(i) || is_done_to_one(i)),
        may_go_along: is_exact(i) && (!is_repeated(i) || i.key.verb.is_some()),
        counts_a_part: count && (i.partitive || head.is_some_and(is_of_a_side)),
        is_own_toll: is_own_toll(i),
        is_population: count && concept == Some("population"),
        is_one_of_a_kind: concept == Some("war"),
        people: head.filter(|_| i.figure.dimension != Dimension::Age).and_then(heads::sort),
        owner: if of_a_name { i.base } else { i.subject },
    }
}

fn digits(amount: Option<Amount>, to_the_last: bool) -> u32 {
    let Some(a) = amount else { return 1 };
    let written = a.decimal().mantissa().unsigned_abs().to_string();
    let told = if to_the_last { &written } else { written.trim_end_matches('0') };
    told.len() as u32
}

/// A score has the digits of both sides.
fn others_digits(f: &Figure) -> u32 {
    other_side(f).map_or(0, |o| o.len() as u32)
}

/// It is exact, so that it may contradict another. Not a vague word, a place in a row ("its first season"), what players collect in a match
/// or season, the rest beside a part, or a family that somebody leaves behind.
fn is_exact(i: &Item) -> bool {
    let Figure { dimension, .. } = *i.figure;
    let concept = i.key.concept.as_deref();
    let from_somewhere = dimension != Dimension::Length || concept != Some("distance") || i.base.is_some();
    let exact = i.reading.amount.is_some() && i.reading.dimension != Dimension::Rank || is_ordinal_duration(i.figure);
    let left_behind = concept == Some("survived_by");
    // a plan has points as well, but no player has them
    let of_a_career = digits(i.figure.amount, false) >= DIGITS_OF_A_CAREER && (i.beside.stands_now || !is_of_a_record(i));
    let scored = i.is_piled_up()
        && !of_a_career
        && !is_of_one_match(i)
        && !i.is_of_this_season()
        && (i.subject.is_some() || i.key.head.as_deref() != Some("point"));
    // an age does not depend on what else the sentence dates
    let undated = i.key.undated && dimension != Dimension::Age;
    exact && !names_a_model(i) && !i.rest && !left_behind && from_somewhere && !scored && !undated
}

/// It is what a player had in a whole match, so that all reports have the same number; not in a half or quarter of it.
fn is_of_one_match(i: &Item) -> bool {
    const PARTS: [&str; 18] = [
        "averag", "break", "extra", "final", "first", "frame", "half", "halftim", "inning", "interv", "leg", "minut", "overtim", "period",
        "quarter", "run", "set", "stretch",
    ];
    const DAY: i32 = 1;
    let player = i.key.subject.as_deref().is_some_and(entity::is_person);
    let part = i.key.terms.iter().any(|t| PARTS.contains(&t.as_str()));
    player && i.time.is_some_and(|t| t.days() <= DAY) && !part && !is_of_a_record(i)
}

/// It counts how often something was done or happened.
fn is_repeated(i: &Item) -> bool {
    i.figure.unit.as_deref() == Some("time")
}

/// It counts how often something was done to one person, where the deed is one that all count alike: shot, arrested.
fn is_done_to_one(i: &Item) -> bool {
    i.key.verb.is_some() && i.key.subject.as_deref().is_some_and(entity::is_person)
}

/// A count of people or buildings, or an area, without a time of its own, that is of the days of the story.
fn is_own_toll(i: &Item) -> bool {
    let counted = i.head.is_none() || matches!(i.family, Some("people" | "building"));
    matches!(i.figure.dimension, Dimension::Count | Dimension::Area)
        && counted
        && i.time.is_none_or(|_| i.current)
        && i.traits.has(Traits::HARM)
}
