//! The offence with which somebody is charged or convicted after a killing: murder is not manslaughter.

use std::collections::{BTreeMap, BTreeSet};

use super::{Item, happened};
use crate::claim::Modality;
use crate::lexicon::word_sets;
use crate::reconcile::group::{Reason, Status, Verdict};
use crate::reconcile::story::Story;

word_sets! {
    /// Offences of which one killing is only one.
    OFFENCE = 0: "offence_of_killing";
    /// Words that say what kind of homicide it is; without one it may be murder.
    KIND = 1: "kind_of_homicide";
}

/// Concepts that are told with an offence.
const COURT: [&str; 6] = ["accuse", "acquit", "charge", "convict", "plead", "sentence"];

/// A homicide of whatever kind.
const HOMICIDE: &str = "homicide";

/// The verdict where articles name two offences in one court case, and no article names both.
pub fn verdict(story: &Story, items: &[&Item]) -> Option<Verdict> {
    let mut by_article: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for i in items.iter().filter(|i| COURT.contains(&i.concept.name) && (happened(i.modality) || i.modality == Modality::Planned)) {
        by_article.entry(i.article).or_default().extend(offences(story, i));
    }
    let all: BTreeSet<&String> = by_article.values().flatten().collect();
    if all.len() < 2 || by_article.values().any(|named| named.len() > 1) {
        return None;
    }
    let list = all.iter().map(|o| o.as_str()).collect::<Vec<_>>().join(", ");
    Some(match all.len() == 2 && all.iter().any(|o| o.as_str() == HOMICIDE) {
        true => Verdict::new(Status::Compatible, Reason::Granularity, format!("one offence is told more closely than the other: {list}")),
        false => Verdict::new(Status::Unresolved, Reason::Disjoint, format!("two offences: {list}")),
    })
}

/// The offences with which the clause of a mention goes on: `murder`, `voluntary homicide`.
fn offences(story: &Story, i: &Item) -> Vec<String> {
    const REACH: usize = 12;
    let behind = story.behind(i.member);
    let clause = behind.split([',', '.', ';', ':']).next().unwrap_or("");
    let words: Vec<String> = clause.split_whitespace().take(REACH).map(str::to_lowercase).collect();
    let before = |at: usize| at.checked_sub(1).map_or("", |b| words[b].as_str());
    let named = (0..words.len()).filter(|at| SETS.holds(&words[*at], OFFENCE));
    let called = |at: usize| match words[at] == HOMICIDE && SETS.holds(before(at), KIND) {
        true => format!("{} {HOMICIDE}", before(at)),
        false => words[at].clone(),
    };
    named.map(called).collect()
}
