//! Who leads an organisation, according to each source: "the merged group will be led by Ana Lee", "Ben Ode will run the merged group".

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::SlotKind;
use crate::claim::entity;
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::names::called::Names;
use crate::reconcile::places::slots::{self, CROWD};
use crate::reconcile::story::Story;
use crate::value::name::nearness::may_be_one_name;

/// A person with the organisation that he or she leads.
struct Item<'a> {
    member: usize,
    article: usize,
    person: &'a str,
}

/// A group for each organisation of which articles each name one leader.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let mut led: BTreeMap<&str, Vec<Item>> = BTreeMap::new();
    for (member, m) in story.claims.iter().enumerate() {
        let person = m.claim.person.as_ref().filter(|p| p.name.contains(' '));
        let slot = m.key.slot.as_deref().filter(|s| s.kind == SlotKind::Leader);
        if let Some((person, slot)) = person.zip(slot) {
            led.entry(&slot.of).or_default().push(Item {
                member,
                article: m.article,
                person: story.entities.id(m.article, &person.entity),
            });
        }
    }
    led.into_iter().filter_map(|(owner, items)| draft(story, names, owner, &items)).collect()
}

/// The leaders of an organisation, if each article gives one and none names another's.
fn draft(story: &Story, names: &Names, owner: &str, items: &[Item]) -> Option<Draft> {
    let pairs = || items.iter().enumerate().flat_map(|(n, a)| items[n + 1..].iter().map(move |b| (a, b)));
    let people: BTreeSet<&str> = items.iter().map(|i| i.person).collect();
    let lines: BTreeSet<usize> = items.iter().map(|i| i.article).collect();
    if lines.len() < 2
        || items.len() > CROWD
        || !story.are_of_one_month(items.iter().map(|i| i.member))
        || pairs().any(|(a, b)| a.article == b.article && a.person != b.person)
    {
        return None;
    }
    let apart = pairs().find(|(a, b)| a.person != b.person);
    if apart.is_some_and(|(a, b)| people.len() > 2 || may_be_one_person(a.person, b.person)) {
        return None;
    }
    let verdict = match apart {
        Some((a, b)) => {
            let why = format!("led by {} and by {}", names.name(a.person, ""), names.name(b.person, ""));
            Verdict::new(Status::Conflict, Reason::Disjoint, why)
        }
        None => Verdict::new(Status::Agree, Reason::Same, "the same person everywhere"),
    };
    let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    items.iter().for_each(|i| values.entry(i.person).or_default().push(i.member));
    let values = values.into_values().map(|m| (story.claims[m[0]].claim.text.to_string(), m)).collect();
    Some(Draft {
        kind: GroupKind::Role,
        identity: format!("head {owner}"),
        label: format!("who leads: {}", slots::called(owner)),
        verdict,
        values,
    })
}

/// Two people, by their ids, who may be one. Initials say little about who is meant (`A.J. Lee`, `A.J. Roe`).
pub fn may_be_one_person(a: &str, b: &str) -> bool {
    let surname = |p: &str| entity::name(p).rsplit('-').next().unwrap_or_default().to_owned();
    let initials = |p: &str| entity::name(p).rsplit_once('-').is_some_and(|(given, _)| given.split('-').all(|g| g.len() == 1));
    !(initials(a) && initials(b)) && may_be_one_name(entity::name(a), entity::name(b)) || may_be_one_name(&surname(a), &surname(b))
}
