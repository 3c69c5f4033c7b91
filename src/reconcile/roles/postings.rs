//! Where an office is held: nobody is mayor of two towns or governor of two regions.

use std::collections::{BTreeMap, BTreeSet};

use super::bodies::{OF_COUNTRY, OF_PLACE, is_in};
use crate::claim::RoleStatus;
use crate::claim::entity;
use crate::lexicon::lexicon;
use crate::reconcile::nearness::{Nearness, are_regions, is_country, is_on_the_map, nearness};
use crate::reconcile::story::Story;

/// How sure it is that the places of one office exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posting {
    /// Two towns, regions or countries.
    Apart,
    /// The tables lack them.
    Unknown,
}

/// A place by name, and the members that say so.
pub type Posted = (String, Vec<usize>);

/// The two places that two articles name for an office, if they differ, and whether they surely exclude each other.
pub fn two_postings(story: &Story, members: &[usize], office: &str) -> Option<(Posting, [Posted; 2])> {
    let last = office.rsplit(' ').next().unwrap_or(office);
    // who has left one office or moves on may have had both
    let current = |m: &usize| story.claims[*m].claim.role.as_deref().is_some_and(|r| r.status == RoleStatus::Current);
    if !story.are_of_one_month(members.iter().copied()) || !members.iter().all(current) {
        return None;
    }
    let place = |m: &usize| posting(story, *m, last);
    let mut by_article: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    members
        .iter()
        .filter_map(|m| Some((story.claims[*m].article, place(m)?)))
        .for_each(|(article, p)| _ = by_article.entry(article).or_default().insert(p));
    if by_article.values().any(|places| places.len() > 1) {
        return None;
    }
    let all: BTreeSet<String> = by_article.into_values().flatten().collect();
    let pairs =
        all.iter().flat_map(|a| all.range::<String, _>((std::ops::Bound::Excluded(a), std::ops::Bound::Unbounded)).map(move |b| (a, b)));
    let (a, b, how) = pairs.into_iter().find_map(|(a, b)| Some((a, b, relation(a, b, last)?)))?;
    let of = |p: &String| (name(p), members.iter().copied().filter(|m| place(m).as_ref() == Some(p)).collect());
    Some((how, [of(a), of(b)]))
}

/// Two places that an office is of, as the table tells.
fn relation(a: &str, b: &str, office: &str) -> Option<Posting> {
    let share = a.trim_start_matches("place:").split('-').any(|w| b.trim_start_matches("place:").split('-').any(|v| v == w));
    match nearness(a, b) {
        _ if share => None,
        Nearness::Apart => Some(Posting::Apart),
        Nearness::Open if is_in(office, OF_PLACE) && are_regions(a, b) => Some(Posting::Apart),
        Nearness::Open if is_in(office, OF_PLACE) && !is_on_the_map(a) && !is_on_the_map(b) => Some(Posting::Unknown),
        _ => None,
    }
}

/// The entity of the place that a member's office is of.
fn posting(story: &Story, member: usize, office: &str) -> Option<String> {
    let base = story.claims[member].key.base.as_deref().filter(|b| entity::is_place(b))?;
    // of a town, the club of one name is another matter
    let team = matches!(office, "coach" | "manager") && is_country(base);
    (team || is_in(office, OF_PLACE | OF_COUNTRY)).then(|| base.to_owned())
}

fn name(entity: &str) -> String {
    let slug = entity.trim_start_matches("place:").replace('-', " ");
    lexicon().places.named(&slug).map_or(slug, |p| p.name())
}
