//! Who has killed somebody, according to each source, where two articles each name one person and neither of them names the other's.

use std::collections::{BTreeMap, BTreeSet};

use super::Item;
use crate::claim::Modality;
use crate::claim::entity;
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::names::called::Names;
use crate::reconcile::roles::leaders::may_be_one_person;
use crate::reconcile::story::Story;

/// A group for each person who was killed by one person in one article and by another in the other.
pub fn groups(story: &Story, names: &Names, items: &[Item]) -> Vec<Draft> {
    let mut killed: BTreeMap<&str, Vec<(&Item, &str)>> = BTreeMap::new();
    for i in items {
        if let (true, [object], [doer]) = (is_killing(i), &i.objects[..], &i.parties[..])
            && is_full(object)
            && is_full(doer)
        {
            killed.entry(object).or_default().push((i, doer));
        }
    }
    killed.into_iter().filter_map(|(object, told)| draft(story, names, object, &told)).collect()
}

fn is_killing(i: &Item) -> bool {
    i.concept.name == "die" && i.told && i.modality == Modality::Done && i.claimer.is_none() && !i.background && i.nameless.is_empty()
}

/// A person by given name and surname.
fn is_full(entity: &str) -> bool {
    entity::is_person(entity) && entity.contains('-')
}

fn draft(story: &Story, names: &Names, object: &str, told: &[(&Item, &str)]) -> Option<Draft> {
    let doers: BTreeSet<&str> = told.iter().map(|(_, doer)| *doer).collect();
    let [a, b] = doers.iter().copied().collect::<Vec<_>>()[..] else { return None };
    let names_other = |doer: &str, other: &str| {
        let named = story.articles_naming(other);
        told.iter().any(|(i, d)| *d == doer && named.contains(&i.article))
    };
    if may_be_one_person(a, b) || names_other(a, b) || names_other(b, a) || !story.are_of_one_month(told.iter().map(|(i, _)| i.member)) {
        return None;
    }
    let why = format!("by {} in one, by {} in another", names.name(a, ""), names.name(b, ""));
    let values = doers.iter().map(|doer| {
        let members: Vec<usize> = told.iter().filter(|(_, d)| d == doer).map(|(i, _)| i.member).collect();
        (story.claims[members[0]].claim.text.to_string(), members)
    });
    Some(Draft {
        kind: GroupKind::Event,
        identity: format!("doer|{object}"),
        label: format!("who killed {}", names.name(object, "")),
        verdict: Verdict::new(Status::Conflict, Reason::Disjoint, why),
        values: values.collect(),
    })
}
