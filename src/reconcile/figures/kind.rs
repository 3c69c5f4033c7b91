//! Figures that count two kinds of things and so do not contradict each other: by the name before the noun (the "USB" of "two USB ports"),
//! needed and held, part and sum, shots and hits.

use super::item::Item;
use crate::reconcile::nearness::{Nearness, nearness};

/// One is needed, the other is held: "a majority of 51 votes", "the party has 51 votes".
fn are_needed_and_held(x: &Item, y: &Item) -> bool {
    x.head == y.head && x.beside.needed != y.beside.needed
}

/// One is of one day, the other of several: "46 arrests on Wednesday", "over 50 since the shooting".
fn are_part_and_sum(part: &Item, sum: &Item) -> bool {
    const NIGHT: i32 = 2;
    sum.beside.sums_up && !part.beside.sums_up && part.time.is_some_and(|t| t.days() <= NIGHT) && sum.time.is_none_or(|t| t.days() > NIGHT)
}

/// "two USB ports" and "two Thunderbolt ports" are four.
pub fn are_of_two_kinds(x: &Item, y: &Item) -> bool {
    let kinds = x.head == y.head && x.beside.kind.as_ref().zip(y.beside.kind.as_ref()).is_some_and(|(a, b)| !a.eq_ignore_ascii_case(b));
    kinds
        || are_of_two_nations(x, y)
        || are_part_and_sum(x, y)
        || are_part_and_sum(y, x)
        || are_of_two_deeds(x, y)
        || are_shots_and_hits(x, y)
        || are_shots_and_hits(y, x)
        || are_needed_and_held(x, y)
        || are_cut_and_created(x, y)
        || are_times_and_things(x, y)
        || are_times_and_things(y, x)
        || are_missiles_and_others(x, y)
}

/// Soldiers, tourists or ships of two countries: each side of a war has its own dead.
fn are_of_two_nations(x: &Item, y: &Item) -> bool {
    let nations = x.beside.nation.as_deref().zip(y.beside.nation.as_deref());
    nations.is_some_and(|(a, b)| nearness(a, b) == Nearness::Apart)
}

/// Jobs that are cut, and jobs that are created.
fn are_cut_and_created(x: &Item, y: &Item) -> bool {
    let jobs = |i: &Item, concept| i.key.concept.as_deref() == Some(concept);
    jobs(x, "jobs_lost") && jobs(y, "jobs_gained") || jobs(x, "jobs_gained") && jobs(y, "jobs_lost")
}

/// One counts missiles; other things are launched, too: routes, books.
fn are_missiles_and_others(x: &Item, y: &Item) -> bool {
    let missile = |i: &Item| i.family == Some("missile");
    x.head.is_some() && y.head.is_some() && missile(x) != missile(y)
}

/// One counts times, the other has no noun: "shot twice", "two".
fn are_times_and_things(times: &Item, things: &Item) -> bool {
    let is_repeated = |i: &Item| i.figure.unit.as_deref() == Some("time");
    is_repeated(times) && !is_repeated(things) && things.head.is_none()
}

/// "arrested four times", "shot four times".
fn are_of_two_deeds(x: &Item, y: &Item) -> bool {
    x.key.verb.as_deref().zip(y.key.verb.as_deref()).is_some_and(|(a, b)| a != b)
}

/// Somebody shot eleven times was hit that often, however many shots were fired.
fn are_shots_and_hits(hits: &Item, shots: &Item) -> bool {
    let fired = shots.key.head.as_deref().is_some_and(|head| matches!(head, "shot" | "round" | "gunshot"));
    hits.key.verb.as_deref() == Some("shot") && fired
}
