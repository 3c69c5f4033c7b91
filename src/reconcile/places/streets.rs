//! Streets that are called almost alike: "Harbour Street" here, "Harbor Road" there.

use std::collections::{BTreeMap, BTreeSet};

use super::addresses;
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::story::Story;
use crate::value::name::nearness::{self, STREET_BEGINS};

/// The mentions of one street, by its name.
#[derive(Default)]
struct Street {
    members: Vec<usize>,
    lines: BTreeSet<usize>,
    /// Stems of the content words around, which tell what happened there.
    stems: BTreeSet<String>,
}

/// The most streets that are compared whose names begin alike; only a street map has more.
const CROWD: usize = 40;

/// A group for each two streets that are one under two names: no article has both, the words around tell one matter, and the names differ
/// in a letter or two, or in the kind of street.
pub fn groups(story: &Story) -> Vec<Draft> {
    let streets: Vec<(String, Street)> = streets(story).into_iter().collect();
    // in order of their names, so that those which begin alike stand together
    let together = streets.chunk_by(|a, b| beginning(&a.0) == beginning(&b.0)).filter(|some| some.len() <= CROWD);
    let pairs = together.flat_map(|some| some.iter().enumerate().flat_map(move |(n, a)| some[n + 1..].iter().map(move |b| (a, b))));
    let alike = pairs.filter(|(a, b)| are_spelled_alike(&a.0, &b.0) && are_of_one_matter(a, b));
    alike.map(|(a, b)| draft(story, a, b)).collect()
}

/// Names that begin otherwise are alike by chance.
fn beginning(name: &str) -> String {
    name.chars().take(STREET_BEGINS).collect()
}

fn streets(story: &Story) -> BTreeMap<String, Street> {
    let mut found: BTreeMap<String, Street> = BTreeMap::new();
    for (member, m) in story.claims.iter().enumerate() {
        let named = m.claim.place.as_deref().filter(|p| !p.metonym).and_then(|_| addresses::street(&m.claim.text));
        let Some((_, name)) = named else { continue };
        let street = found.entry(name).or_default();
        street.members.push(member);
        street.lines.insert(m.article);
        street.stems.extend(super::words_around(story.before(member), story.behind(member)));
    }
    found
}

/// The words around tell one matter: they share a word that does not stand beside streets in any report, or two words where only the kinds
/// differ, since a town may have a street and a road of one name.
fn are_of_one_matter(a: &(String, Street), b: &(String, Street)) -> bool {
    const ANYWHERE: [&str; 8] = ["block", "home", "hous", "man", "men", "offic", "peopl", "polic"];
    let own = |name: &str| name.rsplit_once(' ').map(|(own, _)| own.to_owned());
    let least = if own(&a.0) == own(&b.0) { 2 } else { 1 };
    let telling = a.1.stems.intersection(&b.1.stems).filter(|s| !ANYWHERE.contains(&s.as_str()));
    a.1.lines.is_disjoint(&b.1.lines) && telling.count() >= least
}

/// Two names that are taken for each other, and are not the same.
fn are_spelled_alike(a: &str, b: &str) -> bool {
    let (Some((x, kind)), Some((y, other))) = (a.rsplit_once(' '), b.rsplit_once(' ')) else { return false };
    nearness::are_streets_alike(x, y) && (x != y || kind != other)
}

fn draft(story: &Story, a: &(String, Street), b: &(String, Street)) -> Draft {
    let value = |street: &Street| (story.claims[street.members[0]].claim.text.to_string(), street.members.clone());
    let values = vec![value(&a.1), value(&b.1)];
    let why = format!("{} and {}: one street under two names", values[0].0, values[1].0);
    Draft {
        kind: GroupKind::Place,
        identity: format!("street {} {}", a.0, b.0),
        label: format!("street: {}", values[0].0),
        verdict: Verdict::new(Status::Conflict, Reason::Disjoint, why),
        values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_taken_for_each_other() {
        assert!(are_spelled_alike("harbour street", "harbor street"));
        assert!(are_spelled_alike("harbour street", "harbor road") && are_spelled_alike("harbour street", "harbour road"));
        assert!(!are_spelled_alike("harbour street", "harbour street"), "one name is one");
        assert!(!are_spelled_alike("125th street", "126th street") && !are_spelled_alike("oak lane", "oaks lane"));
        assert!(!are_spelled_alike("washington street", "washburn street") && !are_spelled_alike("market street", "basket street"));
    }
}
