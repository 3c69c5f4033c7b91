//! Figures about one thing: which may meet, how sure it is that they measure the same, and whether one value satisfies all.

mod apart;
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

use crate::reconcile::cluster::cluster_beside;
use crate::reconcile::group::{Draft, GroupKind};
use crate::reconcile::names::called::Names;
use crate::reconcile::story::Story;
use item::Item;
use pairs::Figures;

/// Groups of figures, those of a single member too.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let figures = Figures::new(story);
    let fit = |a, b| figures.may_share_group(a, b);
    let clusters = cluster_beside(figures.items.len(), figures.links(), fit, |link, a, b| figures.repeats(link, a, b));
    clusters.iter().map(|c| draft(story, &figures, names, c)).collect()
}

fn draft(story: &Story, figures: &Figures, names: &Names, members: &[usize]) -> Draft {
    let items: Vec<&Item> = members.iter().map(|m| &figures.items[*m]).collect();
    let (label, identity) = label::label(story, names, &items);
    Draft { kind: GroupKind::Figure, identity, label, verdict: verdict::verdict(story, &items), values: values(story, &items) }
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
