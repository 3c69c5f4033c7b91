//! Spellings of one person or place over all sources.

pub(super) mod called;
pub(super) mod strangers;

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::entity;
use crate::claim::{Claim, ClaimKind};
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::story::Story;
use crate::text::fold::fold;
use crate::value::name::nearness::{are_spellings_of_one, is_no_short_form};
use called::Names;

/// One group for each person and place of the story.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let mut by_entity: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, m) in story.claims.iter().enumerate() {
        if let Some(entity) = entity(m.claim) {
            by_entity.entry(story.entities.id(m.article, entity)).or_default().push(i);
        }
    }
    settle_kinds(story, &mut by_entity);
    by_entity.into_iter().map(|(entity, members)| draft(story, names, entity, &members)).collect()
}

/// A name of one word that some articles take for a person and others for a place becomes what most take it for, unless one article has
/// both.
fn settle_kinds(story: &Story, by_entity: &mut BTreeMap<&str, Vec<usize>>) {
    let ids: Vec<&str> = by_entity.keys().copied().filter(|id| entity::is_person(id) && !id.contains('-')).collect();
    let lines = |members: &[usize]| members.iter().map(|m| story.claims[*m].article).collect::<BTreeSet<usize>>();
    for person in ids {
        let place = format!("place:{}", entity::name(person));
        let Some((&place, there)) = by_entity.get_key_value(place.as_str()) else { continue };
        let (own, other) = (lines(&by_entity[person]), lines(there));
        if !own.is_disjoint(&other) {
            continue;
        }
        let (few, most) = if own.len() > other.len() { (place, person) } else { (person, place) };
        let moved = by_entity.remove(few).unwrap_or_default();
        let members = by_entity.entry(most).or_default();
        members.extend(moved);
        members.sort_unstable();
    }
}

fn entity(claim: &Claim) -> Option<&str> {
    match claim.kind {
        ClaimKind::Person => claim.person.as_ref().map(|p| p.entity.as_str()),
        ClaimKind::Place => claim.place.as_ref().map(|p| p.entity.as_str()),
        _ => None,
    }
}

fn draft(story: &Story, names: &Names, entity: &str, members: &[usize]) -> Draft {
    let mut forms: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for &m in members {
        let text = &story.claims[m].claim.text;
        forms.entry(fold(text)).or_insert_with(|| (text.to_string(), Vec::new())).1.push(m);
    }
    let label = names.get(entity).unwrap_or(entity);
    let mut values: Vec<(String, Vec<usize>)> = forms.into_values().collect();
    values.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    Draft { kind: GroupKind::Name, identity: entity.to_owned(), label: label.to_owned(), verdict: verdict(story, &values), values }
}

/// Spellings are compared by the last word of each form and the first of a longer one. Given names and titles may be left out, and other
/// names of one place ("US", "United States") are no spellings.
fn verdict(story: &Story, values: &[(String, Vec<usize>)]) -> Verdict {
    if values.len() == 1 {
        return Verdict::new(Status::Agree, Reason::Same, "written alike everywhere");
    }
    let family = words(values, |form| form.split_whitespace().next_back());
    let given = words(values, |form| Some(form.split_once(char::is_whitespace)?.0));
    let differs = |spellings: &&Spellings, unlike: fn(&str, &str) -> bool| {
        spellings.keys().any(|a| spellings.keys().any(|b| a < b && are_spellings_of_one(a, b) && unlike(a, b)))
    };
    let spelt = Some(&family).filter(|s| differs(s, |_, _| true)).or(Some(&given).filter(|s| differs(s, is_no_short_form)));
    spelt.map_or_else(|| Verdict::new(Status::Agree, Reason::NameForm, "forms of one name"), |spellings| variants(story, spellings))
}

/// The members by a folded word of their name, with that word as it is written.
type Spellings = BTreeMap<String, Vec<(String, usize)>>;

fn words(values: &[(String, Vec<usize>)], pick: fn(&str) -> Option<&str>) -> Spellings {
    let mut spellings = Spellings::new();
    for (form, members) in values {
        if let Some(word) = pick(form) {
            spellings.entry(fold(word)).or_default().extend(members.iter().map(|m| (word.to_owned(), *m)));
        }
    }
    spellings
}

fn variants(story: &Story, spellings: &Spellings) -> Verdict {
    let origins = |spelt: &[(String, usize)]| story.origins(&spelt.iter().map(|(_, m)| *m).collect::<Vec<_>>());
    let all = origins(&spellings.values().flatten().cloned().collect::<Vec<_>>());
    let each: Vec<(&str, u32)> = spellings.values().map(|spelt| (most_written(spelt), origins(spelt))).collect();
    let counts: Vec<String> = each.iter().map(|(word, n)| format!("{word} in {n} of {all}")).collect();
    let alone = each.iter().filter(|(_, n)| *n == 1).count() == 1 && each.iter().any(|(_, n)| *n > 1);
    let reasons = if alone { vec![Reason::NameVariant, Reason::MinoritySpelling] } else { vec![Reason::NameVariant] };
    Verdict { status: Status::Compatible, reasons, explanation: format!("spellings of one name: {}", counts.join(", ")) }
}

/// The word as most write it: `McKay` rather than `MCKAY`.
fn most_written(spelt: &[(String, usize)]) -> &str {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    spelt.iter().for_each(|(word, _)| *uses.entry(word).or_default() += 1);
    uses.into_iter().max_by_key(|(word, n)| (*n, std::cmp::Reverse(*word))).map_or("", |(word, _)| word)
}
