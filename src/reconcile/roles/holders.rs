//! Who holds an office that only one person can hold, where two articles name two people: "Norwick mayor Ana Lee said", "Norwick mayor Ana
//! Roe said".

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::leaders::may_be_one_person;
use crate::claim::RoleStatus;
use crate::claim::entity;
use crate::lexicon::role_synonyms::office;
use crate::lexicon::word_sets;
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::names::called::Names;
use crate::reconcile::story::Story;
use crate::text::fold::fold;

word_sets! {
    /// Words that make another office of a title, or another time of it.
    OTHER = 0: "title_of_another_time";
}

/// Offices with one holder at a time in each body. Heads of state and ministers keep the title by courtesy.
const SOLE: [&str; 7] = ["chief executive", "chief of staff", "editor in chief", "general manager", "head coach", "mayor", "police chief"];

/// A person with a title that names office and body.
struct Holder<'a> {
    member: usize,
    article: usize,
    person: &'a str,
}

/// A group for each office of one body to which two articles give two names.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let mut held: BTreeMap<String, Vec<Holder>> = BTreeMap::new();
    let mut otherwise: FxHashSet<(&str, &str)> = FxHashSet::default();
    for (member, m) in story.claims.iter().enumerate() {
        let Some(role) = m.claim.role.as_deref() else { continue };
        let person = story.entities.id(m.article, &role.entity);
        let before = story.before(member).split_whitespace().next_back();
        let other = m.claim.text.split(' ').chain(before).any(|w| SETS.holds(&w.to_lowercase(), OTHER));
        if other || role.status != RoleStatus::Current {
            otherwise.insert((person, office(&role.title)));
        } else if let Some(whole) = whole(&m.claim.text, &role.title) {
            held.entry(whole).or_default().push(Holder { member, article: m.article, person });
        }
    }
    held.retain(|_, list| !list.iter().any(|h| otherwise.iter().any(|(person, _)| *person == h.person)));
    held.into_iter().filter_map(|(title, list)| draft(story, names, &title, &list)).collect()
}

/// Office and body, where the office has one holder and the body is named: `Norwick mayor`, `mayor of Norwick`.
fn whole(text: &str, title: &str) -> Option<String> {
    let office = SOLE.into_iter().find(|o| office(title).strip_suffix(" officer").unwrap_or(office(title)) == *o)?;
    let is_body =
        |w: &&str| w.starts_with(char::is_uppercase) && !office.split(' ').any(|part| w.eq_ignore_ascii_case(part)) && *w != "CEO";
    let behind = text.split_once(" of ").map(|(_, body)| body).filter(|body| body.split(' ').all(|w| is_body(&w)));
    let before = || text.split(' ').take_while(is_body).collect::<Vec<_>>().join(" ");
    let body = behind.map_or_else(before, str::to_owned);
    (!body.is_empty()).then(|| format!("{} {office}", fold(&body)))
}

/// A group for two names of one office, in two articles that each have the holder speak; no article names both.
fn draft(story: &Story, names: &Names, title: &str, list: &[Holder]) -> Option<Draft> {
    let people: BTreeSet<&str> = list.iter().map(|h| h.person).collect();
    let mut two = people.iter().copied();
    let (Some(a), Some(b), None) = (two.next(), two.next(), two.next()) else { return None };
    if !are_two(a, b)
        || !story.articles_naming(a).is_disjoint(&story.articles_naming(b))
        || !story.are_of_one_month(list.iter().map(|h| h.member))
    {
        return None;
    }
    let speaks = |who: &str| {
        story.claims.iter().any(|m| {
            let speaker = m.claim.quote.as_deref().and_then(|q| q.entity.as_deref());
            speaker.is_some_and(|e| story.entities.id(m.article, e) == who)
                && list.iter().any(|h| h.article == m.article && h.person == who)
        })
    };
    if !speaks(a) || !speaks(b) {
        return None;
    }
    let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    list.iter().for_each(|h| values.entry(h.person).or_default().push(h.member));
    let why = format!("held by {} and by {}", names.name(a, ""), names.name(b, ""));
    let shown = |who: &str| names.name(who, "");
    Some(Draft {
        kind: GroupKind::Role,
        identity: format!("holder {title}"),
        label: format!("who is: {}", story.claims[list[0].member].claim.text),
        verdict: Verdict::new(Status::Conflict, Reason::Disjoint, why),
        values: values.into_iter().map(|(who, members)| (shown(who), members)).collect(),
    })
}

/// Two full names, neither of which is a form of the other.
fn are_two(a: &str, b: &str) -> bool {
    let parts = |p: &str| entity::name(p).split('-').map(str::to_owned).collect::<Vec<_>>();
    let (x, y) = (parts(a), parts(b));
    x.len() > 1 && y.len() > 1 && x.last() != y.last() && !may_be_one_person(a, b)
}
