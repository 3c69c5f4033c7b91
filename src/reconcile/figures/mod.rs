//! Figures about one thing: which may meet, how sure it is that they measure the same, and whether one value satisfies all.

mod apart;
mod company;
mod comparable;
mod demand;
mod fate;
mod features;
mod happening;
mod headline;
pub mod item;
mod items;
mod keys;
mod kind;
pub mod label;
mod links;
mod nature;
mod nouns;
mod owners;
pub mod pairs;
mod period;
mod place;
mod play;
mod readings;
mod result;
mod term;
pub mod text;
mod topic;
mod unit;
mod value;
mod variant;
mod verdict;
pub mod versions;
mod weight;
pub mod words;

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::reconcile::cluster::{Link, cluster_beside};
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::names::called::Names;
use crate::reconcile::story::Story;
use item::Item;
use pairs::Figures;

/// Groups of figures, those of a single member too.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let figures = Figures::new(story);
    let mut links = figures.links();
    let company = company::pairs(story, &figures, &links);
    // what contradicts each other for reasons of its own does so in company as well
    let own: FxHashSet<usize> = links.iter().filter(|l| figures.are_contrary(l.a, l.b)).flat_map(|l| [l.a, l.b]).collect();
    links.extend(company.iter().map(|&(a, b)| Link { a, b, score: COMPANY }));
    let fit = |a, b| figures.may_share_group(a, b) || company.binary_search(&(a.min(b), a.max(b))).is_ok();
    let clusters = cluster_beside(figures.items.len(), links, fit, |link, a, b| figures.repeats(link, a, b));
    let companions: FxHashSet<usize> = company.iter().flat_map(|&(a, b)| [a, b]).collect();
    let doubtful = |c: &[usize]| c.iter().any(|m| companions.contains(m)) && !c.iter().any(|m| own.contains(m));
    clusters.iter().map(|c| draft(story, &figures, names, doubtful(c), c)).collect()
}

/// Below whatever is sure for reasons of its own.
const COMPANY: f32 = -1.0;

/// `doubtful`: nothing but their company tells that those of the figures that exclude each other measure one thing.
fn draft(story: &Story, figures: &Figures, names: &Names, doubtful: bool, members: &[usize]) -> Draft {
    let items: Vec<&Item> = members.iter().map(|m| &figures.items[*m]).collect();
    let (label, identity) = label::label(story, names, &items);
    let mut verdict = verdict::verdict(story, &items);
    if doubtful && verdict.status == Status::Conflict {
        let why = format!("{}, if both mean one thing", verdict.explanation);
        verdict = Verdict::new(Status::Unresolved, Reason::Identity, why);
    }
    Draft { kind: GroupKind::Figure, identity, label, verdict, values: values(story, &items) }
}

/// Distinct values as written: what the texts say was reported before, then the most frequent first.
fn values(story: &Story, items: &[&Item]) -> Vec<(String, Vec<usize>)> {
    let mut by_value: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for item in items {
        let text = &story.claims[item.member].claim.text;
        let members = &mut by_value.entry(item.value_key()).or_insert_with(|| (text.to_string(), Vec::new())).1;
        members.push(item.member);
        members.extend(item.again.iter().map(|a| a.member));
    }
    let mut out: Vec<(String, Vec<usize>)> = by_value.into_values().collect();
    let is_withdrawn = |members: &[usize]| members.iter().all(|m| story.claims[*m].key.superseded);
    out.sort_by(|a, b| is_withdrawn(&b.1).cmp(&is_withdrawn(&a.1)).then(b.1.len().cmp(&a.1.len())).then_with(|| a.0.cmp(&b.0)));
    out
}
