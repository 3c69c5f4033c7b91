//! Where people are from, according to each source: "Ana Lee, 31, of Foča", "Ana Lee, who lives in Foča".

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::slots::{self, Filler};
use super::{Relation, Stated, relation};
use crate::claim::{Place, PlaceType, SlotKind};
use crate::reconcile::cluster::{candidates, cluster, links};
use crate::reconcile::group::{Draft, Reason, Status, Verdict};
use crate::reconcile::names::called::Names;
use crate::reconcile::story::Story;

/// Groups of the places that several mentions give for one person.
pub fn groups(story: &Story, names: &Names, stated: &Stated) -> Vec<Draft> {
    let mut by_person: BTreeMap<&str, Vec<Filler>> = BTreeMap::new();
    for (who, homes) in slots::places(story, SlotKind::Home) {
        homes.into_iter().for_each(|home| by_person.entry(story.entities.id(home.article, who)).or_default().push(home));
    }
    by_person.values_mut().for_each(|homes| homes.sort_by_key(|h| h.member));
    by_person.iter().flat_map(|(whose, homes)| of_person(story, stated, names, whose, homes)).collect()
}

fn of_person(story: &Story, stated: &Stated, names: &Names, whose: &str, items: &[Filler]) -> Vec<Draft> {
    let may_meet = |a: usize, b: usize| may_meet(stated, &items[a], &items[b]);
    let surest = |a: usize, b: usize| if items[a].place.entity == items[b].place.entity { 1.0 } else { 0.0 };
    let pairs = candidates(&vec![vec![0]; items.len()], |i| items[i].place.entity.as_str());
    let links = links(pairs, |a, b| may_meet(a, b).then(|| surest(a, b)));
    let groups = cluster(items.len(), links, may_meet).into_iter().filter(|c| c.len() > 1);
    groups.map(|c| draft(story, stated, names, whose, &c.into_iter().map(|i| items[i]).collect::<Vec<_>>())).collect()
}

/// Whether two homes of a person may be compared. One article gives a person one home. A country and a town whose country is not known are
/// not compared.
fn may_meet(stated: &Stated, a: &Filler, b: &Filler) -> bool {
    let wide = |p: &Place| matches!(p.place_type, PlaceType::Country | PlaceType::Region) || is_side(&p.name);
    match relation(stated, a.place, b.place) {
        Relation::Same => true,
        Relation::Inside => a.article != b.article,
        Relation::Apart => a.article != b.article && wide(a.place) == wide(b.place),
        Relation::Unknown => a.article != b.article && !wide(a.place) && !wide(b.place),
    }
}

/// "South Florida" is no town.
fn is_side(name: &str) -> bool {
    const SIDES: [&str; 6] = ["central", "east", "north", "south", "upstate", "west"];
    name.split_once(' ').is_some_and(|(first, _)| SIDES.iter().any(|s| first.to_lowercase().trim_end_matches("ern") == *s))
}

fn draft(story: &Story, stated: &Stated, names: &Names, whose: &str, items: &[Filler]) -> Draft {
    let label = format!("where: {} is from", names.name(whose, ""));
    slots::draft(story, items, format!("home {whose}"), label, verdict(stated, items))
}

fn verdict(stated: &Stated, items: &[Filler]) -> Verdict {
    let mut seen = FxHashSet::default();
    let homes: Vec<&Place> = items.iter().map(|i| i.place).filter(|p| seen.insert(p.entity.as_str())).collect();
    let pairs = || homes.iter().enumerate().flat_map(|(n, a)| homes[n + 1..].iter().map(move |b| (*a, *b)));
    let find = |wanted: Relation| pairs().find(|(a, b)| relation(stated, a, b) == wanted);
    if let Some((a, b)) = find(Relation::Apart) {
        return super::apart(a, b);
    }
    if let Some((a, b)) = find(Relation::Unknown) {
        let why = format!("{} and {}: neither the texts nor a table say whether one lies in the other", a.name, b.name);
        return Verdict::new(Status::Unresolved, Reason::MissingScope, why);
    }
    super::of_one(homes.len())
}
