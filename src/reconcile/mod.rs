//! From the claims of one story to groups: what is about the same thing, and whether it can be true together.
//!
//! Needs extract lines alone, never the files: the claims with their keys, and the sentences that a line carries, which some modules read
//! (`events::clause`, `events::piece`, `quotes::unmarked`). A new rule that reads words belongs in [`crate::extract`], which writes
//! what it finds into the key.
//!
//! An archive is divided into stories, each of which is compared by itself. Names are joined first, so that all keys speak of the same
//! people and places; then each kind is aligned by its own module and judged over all members of a group at once.

mod cluster;
mod contrasts;
pub mod dates;
mod entities;
pub mod events;
pub mod figures;
pub mod group;
mod member;
mod names;
mod nearness;
mod order;
pub mod origin;
mod partners;
pub mod places;
pub mod quotes;
mod roles;
mod sides;
pub mod similarity;
mod spaces;
pub mod stories;
pub mod story;
mod subsequence;
pub mod trace;
mod twins;
mod wordings;

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::claim::{Claim, Line, Source};
use group::{Draft, Group, GroupKind};
use names::called::Names;
use story::Story;

/// A file that was not read, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Skipped {
    /// As the source's path: what lies below the argument, led by the argument's last component.
    pub path: String,
    /// For a reader: "empty".
    pub reason: String,
}

/// What a comparison found, in the order in which reports show it.
#[derive(Serialize, Deserialize)]
pub struct Outcome {
    /// The articles, in order of their ids.
    pub sources: Vec<Source>,
    /// Their claims, in order of source and text.
    pub claims: Vec<Claim>,
    /// In order of status, number of origins and id.
    pub groups: Vec<Group>,
    /// Files that were not read.
    pub skipped: Vec<Skipped>,
}

/// Compares all lines as one story. The order of the lines does not matter. `kinds`: only these kinds of groups; empty means all.
pub fn reconcile(lines: Vec<Line>, kinds: &[GroupKind]) -> Outcome {
    let (lines, skipped) = readable(lines);
    let name = lines.first().map(|l| l.source.id.clone()).unwrap_or_default();
    gather(vec![compare(lines, kinds, &name)], skipped)
}

/// Divides the lines into stories and compares each by itself; a line that names its story stays in it. The order of the lines does not
/// matter.
pub fn reconcile_stories(lines: Vec<Line>, kinds: &[GroupKind]) -> Outcome {
    reconcile_watched(lines, kinds, &|_| ())
}

/// The same; `done` is told of each story, when it is compared, how many articles it has.
pub fn reconcile_watched(lines: Vec<Line>, kinds: &[GroupKind], done: &(dyn Fn(usize) + Sync)) -> Outcome {
    let (lines, skipped) = readable(lines);
    let compare_one = |(name, lines): (String, Vec<Line>)| {
        let articles = lines.len();
        let outcome = compare(lines, kinds, &name);
        done(articles);
        outcome
    };
    gather(stories::named(lines).into_par_iter().map(compare_one).collect(), skipped)
}

/// Compares the lines of one story, which are in order of their ids. `name`: that of the story.
pub fn compare(mut lines: Vec<Line>, kinds: &[GroupKind], name: &str) -> Outcome {
    order::by_content(&mut lines);
    quotes::unmarked::add(&mut lines);
    contrasts::add(&mut lines);
    origin::assign(&mut lines);
    let written = spaces::plain(&mut lines);
    let groups = {
        let story = Story::new(&lines);
        let drafts = drafts(&story, kinds);
        let figures = events::parties::disputed(&story);
        let of_event = |kind: GroupKind, members: &[usize]| kind == GroupKind::Event && events::is_disputed(&story, members);
        group::finish(&story, drafts, name, |kind, members| members.iter().any(|m| figures.contains(m)) || of_event(kind, members))
    };
    written.restore(&mut lines);
    keep_shown(&mut lines, &groups);
    order::by_id(&mut lines);
    origin::number(&mut lines);
    for line in &mut lines {
        name.clone_into(&mut line.source.story);
    }
    let (sources, claims) = shown(lines);
    Outcome { sources, claims, groups, skipped: Vec::new() }
}

/// Drops the claims that tell one side of a matter whose other side no article tells.
fn keep_shown(lines: &mut [Line], groups: &[Group]) {
    let used: FxHashSet<&str> = groups.iter().flat_map(|g| &g.values).flat_map(|v| &v.claims).map(|c| c.as_ref()).collect();
    for line in lines {
        line.claims.retain(|c| !sides::is_of_a_side(c) || used.contains(c.id.as_str()));
    }
}

/// What was found in all stories, in the order of reports. The stories are in order of their first ids.
pub fn gather(stories: Vec<Outcome>, skipped: Vec<Skipped>) -> Outcome {
    let mut all = Outcome { sources: Vec::new(), claims: Vec::new(), groups: Vec::new(), skipped };
    let many = stories.len() > 1;
    let mut origins = 0;
    all.sources.reserve_exact(stories.iter().map(|s| s.sources.len()).sum());
    all.claims.reserve_exact(stories.iter().map(|s| s.claims.len()).sum());
    for mut story in stories {
        origins += origin::renumber(&mut story.sources, &mut story.claims, origins);
        all.sources.append(&mut story.sources);
        all.claims.append(&mut story.claims);
        all.groups.append(&mut story.groups);
    }
    if many {
        group::tell_apart(&mut all.groups);
        all.sources.par_sort_by(|a, b| a.id.cmp(&b.id));
        all.claims.par_sort_by(|a, b| a.source.cmp(&b.source));
        group::sort(&mut all.groups);
    }
    all
}

fn drafts(story: &Story, kinds: &[GroupKind]) -> Vec<Draft> {
    type Aligner = fn(&Story, &Names) -> Vec<Draft>;
    const ALIGNERS: [(GroupKind, Aligner); 7] = [
        (GroupKind::Figure, figures::groups),
        (GroupKind::Date, |story, _| dates::groups(story)),
        (GroupKind::Name, names::groups),
        (GroupKind::Role, roles::groups),
        (GroupKind::Place, places::groups),
        (GroupKind::Quote, |story, _| quotes::groups(story)),
        (GroupKind::Event, events::groups),
    ];
    let wanted = ALIGNERS.iter().filter(|(kind, _)| kinds.is_empty() || kinds.contains(kind));
    let names = Names::of(story);
    let mut drafts: Vec<Draft> = wanted.flat_map(|(_, align)| align(story, &names)).collect();
    if kinds.is_empty() || kinds.contains(&GroupKind::Event) {
        contrasts::add_groups(story, &mut drafts);
    }
    drafts
}

/// Lines of articles in order of their ids, and the files that were not read, each once.
fn readable(lines: Vec<Line>) -> (Vec<Line>, Vec<Skipped>) {
    let (skipped, read): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|l| l.source.skipped.is_some());
    let mut seen = FxHashSet::default();
    let mut lines: Vec<Line> = read.into_iter().filter(|l| seen.insert(l.source.id.clone())).collect();
    lines.par_sort_by(|a, b| a.source.id.cmp(&b.source.id));
    (lines, self::skipped(skipped))
}

/// The files that lines say were not read, in order, each once.
pub fn skipped(lines: Vec<Line>) -> Vec<Skipped> {
    let mut list: Vec<Skipped> =
        lines.into_iter().map(|l| Skipped { path: l.source.path, reason: l.source.skipped.unwrap_or_default() }).collect();
    list.sort();
    list.dedup();
    list
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
