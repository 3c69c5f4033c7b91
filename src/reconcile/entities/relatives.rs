//! The relative of one person whose given name two articles spell in two ways: `his sister Marisela`, `his sister Marisella`.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::entity;
use crate::lexicon::{lexicon, word_sets};
use crate::reconcile::member::Member;
use crate::text::fold::fold;
use crate::value::name::nearness::are_of_one_skeleton;

word_sets! {
    /// Words of four kinds of kin, of each of which a person has few.
    PARENT = 0: "kin_parent";
    CHILD = 1: "kin_child";
    SIBLING = 2: "kin_sibling";
    SPOUSE = 3: "kin_spouse";
}

const KIN: u32 = (1 << 4) - 1;
/// The most relatives of one kind that are compared; news name fewer.
const MOST: usize = 8;

/// A person of the story.
#[derive(Default)]
struct Person {
    lines: FxHashSet<usize>,
    mentions: usize,
}

/// Pairs of people of the story, the second under another spelling of the name of the first: both are the same kin of one person, and no
/// article names both. `id`: the story's id of a person of an article.
pub fn of<'a>(claims: &'a [Member], id: impl Fn(usize, &'a str) -> Option<&'a str>) -> FxHashMap<String, String> {
    let people = people(claims, &id);
    let mut out = FxHashMap::default();
    for names in kin(claims, &id).into_values().filter(|names| (2..=MOST).contains(&names.len())) {
        let mut names: Vec<(&str, String)> = names.into_iter().collect();
        names.sort_by_key(|(person, _)| (std::cmp::Reverse(people.get(person).map_or(0, |p| p.mentions)), *person));
        for (n, (other, written)) in names.iter().enumerate() {
            let apart = |person: &str| people.get(person).zip(people.get(other)).is_some_and(|(a, b)| a.lines.is_disjoint(&b.lines));
            let head = names[..n].iter().find(|(person, name)| are_one_relative(name, written) && apart(person));
            if let Some((person, _)) = head.filter(|(person, _)| !out.contains_key(*person)) {
                out.insert((*other).to_owned(), (*person).to_owned());
            }
        }
    }
    out
}

fn people<'a>(claims: &'a [Member], id: &impl Fn(usize, &'a str) -> Option<&'a str>) -> FxHashMap<&'a str, Person> {
    let mut people: FxHashMap<&str, Person> = FxHashMap::default();
    for m in claims {
        if let Some(id) = m.claim.person.as_ref().and_then(|p| id(m.article, p.entity.as_str())) {
            let person = people.entry(id).or_default();
            person.lines.insert(m.article);
            person.mentions += 1;
        }
    }
    people
}

/// The people with their folded names, by kind of kin and by the person whose kin they are.
fn kin<'a>(
    claims: &'a [Member],
    id: &impl Fn(usize, &'a str) -> Option<&'a str>,
) -> BTreeMap<(&'a str, &'a str), BTreeMap<&'a str, String>> {
    let mut kin: BTreeMap<(&str, &str), BTreeMap<&str, String>> = BTreeMap::new();
    for m in claims {
        let Some(role) = m.claim.role.as_deref().filter(|r| SETS.get(lexicon().words.id(&r.title)) & KIN != 0) else { continue };
        let owner = m.key.base.as_deref().filter(|b| entity::is_person(b)).and_then(|b| id(m.article, b));
        if let Some((owner, person)) = owner.zip(id(m.article, role.entity.as_str())) {
            kin.entry((role.title.as_str(), owner)).or_default().entry(person).or_insert_with(|| fold(&role.person));
        }
    }
    kin
}

/// The given names are spellings of one, and so are the surnames where both have one.
fn are_one_relative(a: &str, b: &str) -> bool {
    let given = |name: &'_ str| name.split(' ').next().unwrap_or_default().to_owned();
    let family = |name: &'_ str| name.split_once(' ').and_then(|(_, rest)| rest.rsplit(' ').next()).map(str::to_owned);
    are_of_one_skeleton(&given(a), &given(b)) && family(a).zip(family(b)).is_none_or(|(x, y)| x == y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_name_may_be_spelt_in_two_ways() {
        assert!(are_one_relative("marisela holt", "marisella") && are_one_relative("marisela holt", "marisella holt"));
        assert!(
            !are_one_relative("marisela holt", "marisella dunn") && !are_one_relative("anna holt", "anne holt"),
            "short names are alike by chance"
        );
    }
}
