//! What one person is, according to each source.

use std::collections::BTreeMap;

use super::group::{Draft, GroupKind, Reason, Status, Verdict};
use super::story::Story;
use crate::claim::{Claim, Role, RoleStatus};
use crate::text::fold::fold;

/// One group for each office of each person.
pub fn groups(story: &Story) -> Vec<Draft> {
    let mut by_office: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (i, m) in story.claims.iter().enumerate() {
        if let Some(r) = &m.claim.role {
            let person = story.entities.id(m.line, &r.entity).to_owned();
            by_office.entry((person, office(&r.title).to_owned())).or_default().push(i);
        }
    }
    by_office.into_iter().map(|((person, office), members)| draft(story, &person, &office, &members)).collect()
}

/// Heads of titles that name one office or kind of work, the usual one first.
const SYNONYMS: [&[&str]; 9] = [
    &["adviser", "advisor", "aide", "assistant", "counselor", "consultant", "counsellor"],
    &["chief executive", "ceo", "chief executive officer"],
    &["spokesman", "spokeswoman", "spokesperson", "press secretary"],
    &["envoy", "special envoy", "emissary", "negotiator"],
    &["chairman", "chairwoman", "chair", "chairperson"],
    &["chief", "head", "leader", "director", "boss"],
    &["lawyer", "attorney", "counsel", "solicitor", "barrister"],
    &["officer", "policeman", "police officer"],
    &["foreign minister", "secretary of state"],
];

/// The name under which titles of one office meet.
fn office(title: &str) -> &str {
    let fits = |known: &str| title == known || title.strip_suffix(known).is_some_and(|rest| rest.ends_with(' '));
    SYNONYMS.iter().find(|list| list.iter().any(|k| fits(k))).map_or(title, |list| list[0])
}

fn role(claim: &Claim) -> Option<&Role> {
    claim.role.as_ref()
}

fn draft(story: &Story, person: &str, office: &str, members: &[usize]) -> Draft {
    let mut forms: BTreeMap<(Option<RoleStatus>, String), (String, Vec<usize>)> = BTreeMap::new();
    for &m in members {
        let c = story.claims[m].claim;
        forms.entry((role(c).map(|r| r.status), fold(&c.text))).or_insert_with(|| (c.text.clone(), Vec::new())).1.push(m);
    }
    let name = members
        .iter()
        .filter_map(|m| role(story.claims[*m].claim))
        .map(|r| r.person.as_str())
        .max_by_key(|n| (n.len(), std::cmp::Reverse(*n)));
    let verdict = verdict(story, members, forms.len());
    let values = forms.into_values().collect();
    Draft {
        kind: GroupKind::Role,
        identity: format!("{person}|{office}"),
        label: format!("{}: {office}", name.unwrap_or(person)),
        verdict,
        values,
    }
}

fn verdict(story: &Story, members: &[usize], forms: usize) -> Verdict {
    let with = |status: RoleStatus| {
        members.iter().copied().filter(|m| role(story.claims[*m].claim).is_some_and(|r| r.status == status)).collect::<Vec<_>>()
    };
    let (former, current) = (with(RoleStatus::Former), with(RoleStatus::Current));
    let unlike_sources = former.iter().any(|f| current.iter().any(|c| story.claims[*c].line != story.claims[*f].line));
    if unlike_sources {
        let explanation =
            format!("former in {}, current in {}", story.source_ids(&former).join(", "), story.source_ids(&current).join(", "));
        return Verdict::new(Status::Conflict, Reason::RoleStatus, explanation);
    }
    match forms {
        1 => Verdict::new(Status::Agree, Reason::Same, "the same title everywhere"),
        _ => Verdict::new(Status::Compatible, Reason::RoleVariant, "wordings of one office"),
    }
}
