//! From the claims of one story to groups: what is about the same thing, and whether it can be true together.
//!
//! Needs extract lines and no text. Names are joined first, so that all keys speak of the same people and places; then each kind is
//! aligned by its own module and judged over all members of a group at once.

pub mod cluster;
pub mod dates;
pub mod entities;
pub mod figure_label;
pub mod figure_pairs;
pub mod figure_verdict;
pub mod figures;
pub mod group;
pub mod names;
pub mod origin;
pub mod quote_versions;
pub mod quotes;
pub mod roles;
pub mod similarity;
pub mod story;

use rustc_hash::FxHashSet;

use crate::claim::{Claim, Line, Source};
use group::{Draft, Group, GroupKind};
use story::Story;

/// A file that was not read, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    pub path: String,
    pub reason: String,
}

/// What a comparison found, in the order in which reports show it.
pub struct Outcome {
    pub sources: Vec<Source>,
    pub claims: Vec<Claim>,
    pub groups: Vec<Group>,
    pub skipped: Vec<Skipped>,
}

/// Compares all lines as one story. The order of the lines does not matter. `kinds`: only these kinds of groups; empty means all.
pub fn reconcile(lines: Vec<Line>, kinds: &[GroupKind]) -> Outcome {
    let (mut lines, skipped) = readable(lines);
    lines.sort_by(|a, b| a.source.id.cmp(&b.source.id));
    origin::assign(&mut lines);
    let groups = {
        let story = Story::new(&lines);
        let drafts = drafts(&story, kinds);
        group::finish(&story, drafts)
    };
    let (sources, claims) = shown(lines);
    Outcome { sources, claims, groups, skipped }
}

fn drafts(story: &Story, kinds: &[GroupKind]) -> Vec<Draft> {
    type Aligner = fn(&Story) -> Vec<Draft>;
    const ALIGNERS: [(GroupKind, Aligner); 5] = [
        (GroupKind::Figure, figures::groups),
        (GroupKind::Date, dates::groups),
        (GroupKind::Name, names::groups),
        (GroupKind::Role, roles::groups),
        (GroupKind::Quote, quotes::groups),
    ];
    let wanted = ALIGNERS.iter().filter(|(kind, _)| kinds.is_empty() || kinds.contains(kind));
    wanted.flat_map(|(_, align)| align(story)).collect()
}

/// Lines of articles, and the files that were not read, each once.
fn readable(lines: Vec<Line>) -> (Vec<Line>, Vec<Skipped>) {
    let (skipped, read): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|l| l.source.skipped.is_some());
    let mut list: Vec<Skipped> =
        skipped.into_iter().map(|l| Skipped { path: l.source.path, reason: l.source.skipped.unwrap_or_default() }).collect();
    list.sort();
    list.dedup();
    let mut seen = FxHashSet::default();
    (read.into_iter().filter(|l| seen.insert(l.source.id.clone())).collect(), list)
}

/// Sources and claims as reports show them: without keys and prints.
fn shown(lines: Vec<Line>) -> (Vec<Source>, Vec<Claim>) {
    let mut sources = Vec::with_capacity(lines.len());
    let mut claims = Vec::new();
    for line in lines {
        sources.push(Source { prints: None, ..line.source });
        claims.extend(line.claims.into_iter().map(|c| Claim { key: None, ..c }));
    }
    (sources, claims)
}
