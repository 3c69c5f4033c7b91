//! How sure it is that two mentions tell of one event.

use super::events::{Item, did_not};
use super::events_places::{Nearness, nearness};
use crate::claim::Modality;
use crate::value::time::Relation;

/// From this sureness on two mentions are of one event. Hand-set on development stories.
const SAME: f32 = 2.0;

/// How sure; `None` where they are not of one event, or it is not sure enough.
pub fn sureness(a: &Item, b: &Item) -> Option<f32> {
    if a.concept.name != b.concept.name {
        return contests(a, b).then_some(SAME);
    }
    let days = days(a, b)?;
    let places = places(a, b)?;
    let score = parties(a, b)? + objects(a, b)? + days + places;
    let open = |i: &Item| matches!(i.event.modality, Modality::Possible | Modality::Planned | Modality::Cancelled);
    let placed = days > 0.0 || places > 0.0;
    let possible = a.event.modality == Modality::Possible || b.event.modality == Modality::Possible;
    let settled = open(a) == open(b) && !possible || placed;
    let denied = |i: &Item| i.event.modality == Modality::Negated;
    let whole = denied(a) == denied(b) || placed && same_whole(a, b);
    (settled && whole && score >= SAME).then_some(score)
}

/// Whether two mentions may stand in one group, though neither has led to the other.
pub fn may_share(a: &Item, b: &Item) -> bool {
    if a.concept.name != b.concept.name {
        return contests(a, b);
    }
    days(a, b).is_some() && places(a, b).is_some() && parties(a, b).is_some() && objects(a, b).is_some()
}

/// Fighting at the place that is said to be captured.
fn contests(a: &Item, b: &Item) -> bool {
    let at = |town: &Item, fight: &Item| {
        let there = |o: &&str| fight.place == Some(*o) || fight.parties.contains(o) || fight.objects.contains(o);
        town.concept.contested_by == Some(fight.concept.name) && town.objects.iter().any(there)
    };
    at(a, b) || at(b, a)
}

/// What happens to one person once may be dated twice; anything else on two days is two events.
fn days(a: &Item, b: &Item) -> Option<f32> {
    let (Some(x), Some(y)) = (a.days, b.days) else { return Some(0.0) };
    match x.relate(y) {
        Relation::Equal => Some(1.0),
        Relation::Adjacent | Relation::Disjoint => is_of_one_person_once(a, b).then_some(0.0),
        _ => Some(0.5),
    }
}

/// A named person dies once, whatever the sources say of the day.
pub fn is_of_one_person_once(a: &Item, b: &Item) -> bool {
    a.concept.once && a.objects == b.objects && a.objects.len() == 1 && a.objects[0].starts_with("person:")
}

fn places(a: &Item, b: &Item) -> Option<f32> {
    let (Some(x), Some(y)) = (a.place, b.place) else { return Some(0.0) };
    match nearness(x, y) {
        Nearness::Same => Some(1.0),
        Nearness::Inside => Some(0.7),
        Nearness::Open => Some(0.0),
        Nearness::Apart => (is_of_one_person_once(a, b) || same_company(a, b) && a.days.is_some() && a.days == b.days).then_some(0.0),
    }
}

/// The same two or more do something together.
pub fn same_company(a: &Item, b: &Item) -> bool {
    a.mutual && b.mutual && a.parties.len() > 1 && a.parties == b.parties
}

fn shared(a: &[&str], b: &[&str]) -> usize {
    a.iter().filter(|x| b.contains(x)).count()
}

fn parties(a: &Item, b: &Item) -> Option<f32> {
    let common = shared(&a.parties, &b.parties);
    if a.parties.is_empty() || b.parties.is_empty() {
        return Some(0.0);
    }
    if a.mutual || b.mutual {
        return match common {
            0 => None,
            1 => Some(1.0),
            _ => Some(2.5),
        };
    }
    let kind = |e: &&str| e.split(':').next().map(str::to_owned);
    let unlike = common == 0 && a.parties.iter().any(|x| b.parties.iter().any(|y| kind(x) == kind(y)));
    if unlike { None } else { Some(common.min(1) as f32) }
}

fn objects(a: &Item, b: &Item) -> Option<f32> {
    let common = shared(&a.objects, &b.objects);
    if common > 0 {
        return Some(2.0);
    }
    match (a.objects.is_empty(), b.objects.is_empty()) {
        (false, false) => None,
        (true, true) => match (a.head, b.head) {
            (Some(x), Some(y)) if x == y => Some(1.0),
            (Some(_), Some(_)) => None,
            _ => Some(0.0),
        },
        _ => Some(0.0),
    }
}

/// All who take part are the same: what is denied of some is not denied of others.
fn same_whole(a: &Item, b: &Item) -> bool {
    a.parties == b.parties && a.objects == b.objects && a.head == b.head
}

/// Two articles contradict each other about whether it happened: each in its own words, by a verb, of the same people and things.
pub fn contradicts(a: &Item, b: &Item) -> bool {
    let own = |i: &Item| i.told && i.claimer.is_none();
    let opposed = a.event.modality == Modality::Done && did_not(b.event.modality);
    let whole = a.mutual && a.parties.len() > 1 || !a.parties.is_empty() && !a.objects.is_empty() || a.days.is_some() && a.days == b.days;
    opposed && own(a) && own(b) && same_whole(a, b) && whole && a.line != b.line
}
