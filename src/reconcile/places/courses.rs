//! Where a vehicle was to go, according to each source: "a jet bound for Oslo", "an Oslo-bound jet", "the ferry from Dover to Calais".

use super::slots::{self, CROWD, Filler, names_other, pairs};
use super::{Days, Relation, Stated, relation};
use crate::claim::SlotKind;
use crate::reconcile::group::Draft;
use crate::reconcile::story::Story;

/// A group for each kind of vehicle of which articles each name one destination. `days`: those that each sentence names.
pub fn groups(story: &Story, stated: &Stated, days: &Days) -> Vec<Draft> {
    let courses = slots::places(story, SlotKind::Course);
    courses.values().filter_map(|items| draft(story, stated, days, items)).collect()
}

/// The destinations, if each article gives one of the same vehicle.
fn draft(story: &Story, stated: &Stated, days: &Days, items: &[Filler]) -> Option<Draft> {
    let between = || pairs(items).filter(|(a, b)| a.article != b.article);
    let relate = |a: &Filler, b: &Filler| relation(stated, a.place, b.place);
    if items.len() > CROWD
        || pairs(items).any(|(a, b)| a.article == b.article && relate(a, b) != Relation::Same)
        || !between().any(|(a, b)| are_of_one(story, days, a, b))
    {
        return None;
    }
    // the vehicle may have had both on its way
    let stop = |a: &Filler, b: &Filler| names_other(story, stated, a, b) || names_other(story, stated, b, a);
    let verdict = match between().find(|(a, b)| relate(a, b) == Relation::Apart) {
        Some((a, b)) if !are_of_one(story, days, a, b) || stop(a, b) => return None,
        Some((a, b)) => super::apart(a.place, b.place),
        None if between().any(|(a, b)| relate(a, b) == Relation::Unknown) => return None,
        None => slots::of_one(items),
    };
    Some(slots::draft(story, items, "bound for".to_owned(), "where: bound for".to_owned(), verdict))
}

/// Both sentences tell of one voyage: they share another name or words of what happened, and do not name two days.
fn are_of_one(story: &Story, days: &Days, a: &Filler, b: &Filler) -> bool {
    slots::are_told_alike(story, a, b) && !slots::are_of_two_days(story, days, a, b)
}
