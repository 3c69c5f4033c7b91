//! Who is given a post, and who has written a text, according to each source, where two articles each name one person and neither of them
//! names the other's: "Ana Lee was elected chairwoman of the board", "Joan Pike was elected chairwoman of the board".

use std::collections::{BTreeMap, BTreeSet};

use super::leaders::may_be_one_person;
use crate::claim::SlotKind;
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::names::called::Names;
use crate::reconcile::places::slots::CROWD;
use crate::reconcile::story::Story;

/// A person with what he or she is given or has written.
struct Item<'a> {
    member: usize,
    article: usize,
    person: &'a str,
}

/// A group for each post or text of which two articles have two people.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let mut filled: BTreeMap<(SlotKind, &str), Vec<Item>> = BTreeMap::new();
    for (member, m) in story.claims.iter().enumerate() {
        let person = m.claim.person.as_ref().filter(|p| p.name.contains(' '));
        let slot = m.key.slot.as_deref().filter(|s| matches!(s.kind, SlotKind::Post | SlotKind::Author));
        if let Some((person, slot)) = person.zip(slot) {
            let person = story.entities.id(m.article, &person.entity);
            filled.entry((slot.kind, &slot.of)).or_default().push(Item { member, article: m.article, person });
        }
    }
    filled.into_iter().filter_map(|((kind, of), items)| draft(story, names, &called(story, kind, of, items[0].member), &items)).collect()
}

fn draft(story: &Story, names: &Names, label: &str, items: &[Item]) -> Option<Draft> {
    let people: BTreeSet<&str> = items.iter().map(|i| i.person).collect();
    let [a, b] = people.iter().copied().collect::<Vec<_>>()[..] else { return None };
    let lines = |person: &str| items.iter().filter(|i| i.person == person).map(|i| i.article).collect::<BTreeSet<usize>>();
    // who names the other one too may tell of an earlier post, or of who gave it up
    let names_other = |person: &str, other: &str| !lines(person).is_disjoint(&story.articles_naming(other));
    if items.len() > CROWD || !story.are_of_one_month(items.iter().map(|i| i.member)) || names_other(a, b) || names_other(b, a) {
        return None;
    }
    let why = format!("{label}: {} in one, {} in another", names.name(a, ""), names.name(b, ""));
    // "the bank", "the report" may be two, and who is chosen may give up the post; who replaces somebody may do so for an evening
    let body_is_named = label.split_once(" of ").is_some_and(|(title, body)| title != "successor" && body.contains(char::is_uppercase));
    let published: BTreeSet<_> = items.iter().filter_map(|i| story.published(i.member)).collect();
    let verdict = match () {
        _ if may_be_one_person(a, b) => Verdict::new(Status::Unresolved, Reason::Identity, format!("{why}, who may be one")),
        _ if !body_is_named || published.len() > 1 => Verdict::new(Status::Unresolved, Reason::Identity, format!("{why}, perhaps of two")),
        _ => Verdict::new(Status::Conflict, Reason::Disjoint, why),
    };
    let values = people.iter().map(|person| {
        let members: Vec<usize> = items.iter().filter(|i| i.person == *person).map(|i| i.member).collect();
        (story.claims[members[0]].claim.text.to_string(), members)
    });
    Some(Draft { kind: GroupKind::Role, identity: label.to_owned(), label: label.to_owned(), verdict, values: values.collect() })
}

/// `chairman of the finance committee`, `author of the message`: title and body as the text writes them.
fn called(story: &Story, kind: SlotKind, of: &str, member: usize) -> String {
    let sentence = story.sentence(member);
    let (title, body) = of.split_once('|').filter(|_| kind == SlotKind::Post).unwrap_or(("author", of));
    let at = sentence.to_ascii_lowercase().find(&body.to_ascii_lowercase());
    let written = at.and_then(|at| sentence.get(at..at + body.len())).unwrap_or(body);
    format!("{title} of {written}")
}
