//! Where an organisation has its seat, according to each source: "based in Bergen", "Bergen will be home to the headquarters of".

use std::collections::BTreeSet;

use super::slots::{self, CROWD, Filler, names_other, pairs};
use super::{Relation, Stated, relation};
use crate::claim::{Place, PlaceType, Slot, SlotKind};
use crate::reconcile::group::Draft;
use crate::reconcile::nearness::above;
use crate::reconcile::story::Story;

/// A group for each organisation of which two articles each name one seat.
pub fn groups(story: &Story, stated: &Stated) -> Vec<Draft> {
    let mut owners = slots::places(story, SlotKind::Seat);
    owners.values_mut().for_each(|fillers| fillers.retain(|f| f.place.place_type == PlaceType::City));
    let people: BTreeSet<String> =
        story.claims.iter().filter_map(|m| m.claim.person.as_ref()).map(|p| p.name.as_str().to_lowercase()).collect();
    // a person by the whole name or by the end of it
    let called: BTreeSet<&str> =
        people.iter().flat_map(|p| std::iter::once(p.as_str()).chain(p.match_indices(' ').map(|(at, _)| &p[at + 1..]))).collect();
    owners
        .into_iter()
        .filter(|(owner, _)| !called.contains(owner))
        .filter_map(|(owner, items)| draft(story, stated, owner, &items))
        .collect()
}

/// The seats that the articles give, if each gives one and all are known.
fn draft(story: &Story, stated: &Stated, owner: &str, items: &[Filler]) -> Option<Draft> {
    let lines: BTreeSet<usize> = items.iter().map(|i| i.article).collect();
    if lines.len() < 2 || items.len() > CROWD || owner != Slot::MERGED && !story.are_of_one_month(items.iter().map(|i| i.member)) {
        return None;
    }
    let relate = |a: &Filler, b: &Filler| relation(stated, a.place, b.place);
    let two_in_one = pairs(items).any(|(a, b)| a.article == b.article && a.place.entity != b.place.entity);
    if two_in_one || pairs(items).any(|(a, b)| relate(a, b) == Relation::Unknown) {
        return None;
    }
    let verdict = match pairs(items).find(|(a, b)| relate(a, b) == Relation::Apart) {
        Some((a, b)) if names_other(story, stated, a, b) || names_other(story, stated, b, a) => return None,
        // a town and its suburb
        Some((a, b)) if are_of_one_region(a.place, b.place) => super::open(a.place, b.place),
        Some((a, b)) => super::apart(a.place, b.place),
        None => slots::of_one(items),
    };
    Some(slots::draft(story, items, format!("seat {owner}"), format!("where: seat of {}", slots::called(owner)), verdict))
}

/// Two towns of one region may be a town and its suburb.
fn are_of_one_region(a: &Place, b: &Place) -> bool {
    let (x, y) = (above(&a.entity), above(&b.entity));
    x.len() > 1 && y.len() > 1 && x.first() == y.first()
}
