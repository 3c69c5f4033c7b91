//! What every part of the page looks up: claims and sources by id, the group of a claim, the claims of a source.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::claim::{Claim, Source, SourceSentence};
use crate::reconcile::group::{Group, GroupKind, GroupValue, Status};
use crate::report::index as common;
use crate::report::json::Report;
use crate::report::meaning;

/// A report by the numbers that the page gives claims and sources.
pub struct Index<'a> {
    pub report: &'a Report,
    /// The same report as the other formats look it up.
    pub common: &'a common::Index<'a>,
    claims: FxHashMap<&'a str, usize>,
    sources: FxHashMap<&'a str, usize>,
    /// The groups of each claim, the strongest first.
    groups_of: Vec<Vec<usize>>,
    /// The claims of each source, in order of the text.
    by_source: Vec<Vec<usize>>,
    /// The groups of each story, kind and label.
    by_label: FxHashMap<(&'a str, GroupKind, &'a str), Vec<usize>>,
}

/// A story, by the numbers of its articles.
pub struct Story<'a> {
    pub name: &'a str,
    pub sources: Vec<usize>,
}

/// The mentions of one value in one source, in order of the text.
pub struct Entry<'a> {
    /// The place of the value in its group, the same for all wordings of it.
    pub value: usize,
    /// What the cell shows: the words, for an event how it is told.
    pub shown: &'a str,
    pub claims: Vec<&'a Claim>,
}

impl<'a> Index<'a> {
    pub fn new(common: &'a common::Index<'a>) -> Self {
        let report = common.report;
        let claims: FxHashMap<&str, usize> = report.claims.iter().enumerate().map(|(i, c)| (c.id.as_str(), i)).collect();
        let sources: FxHashMap<&str, usize> = report.sources.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect();
        let mut groups_of = vec![Vec::new(); report.claims.len()];
        for (i, g) in report.groups.iter().enumerate() {
            for &c in g.values.iter().flat_map(|v| &v.claims).filter_map(|id| claims.get(id.as_str())) {
                groups_of[c].push(i);
            }
        }
        let mut by_source = vec![Vec::new(); report.sources.len()];
        for (i, c) in report.claims.iter().enumerate() {
            if let Some(&s) = sources.get(c.source.as_str()) {
                by_source[s].push(i);
            }
        }
        let mut by_label: FxHashMap<_, Vec<usize>> = FxHashMap::default();
        for (i, g) in report.groups.iter().enumerate() {
            by_label.entry((g.story.as_str(), g.kind, g.label.as_str())).or_default().push(i);
        }
        Index { report, common, claims, sources, groups_of, by_source, by_label }
    }

    /// Another group that is called as this one is, and in which a source has a claim.
    pub fn namesake(&self, group: &Group, source: usize) -> Option<&'a Group> {
        const MOST: usize = 8;
        let id = &self.report.sources[source].id;
        let alike = self.by_label.get(&(group.story.as_str(), group.kind, group.label.as_str()))?.iter().take(MOST);
        alike.map(|i| &self.report.groups[*i]).find(|g| g.id != group.id && g.sources.contains(id))
    }

    /// The stories, in order of their first articles.
    pub fn stories(&self) -> Vec<Story<'a>> {
        let mut out: Vec<Story> = Vec::new();
        let mut place: FxHashMap<&str, usize> = FxHashMap::default();
        for (i, s) in self.report.sources.iter().enumerate() {
            let at = *place.entry(&s.story).or_insert(out.len());
            match out.get_mut(at) {
                Some(story) => story.sources.push(i),
                None => out.push(Story { name: &s.story, sources: vec![i] }),
            }
        }
        out
    }

    /// How many origins the sources have.
    pub fn origins(&self) -> usize {
        self.report.sources.iter().map(|s| s.origin.as_str()).collect::<BTreeSet<_>>().len()
    }

    pub fn claim_number(&self, id: &str) -> Option<usize> {
        self.claims.get(id).copied()
    }

    /// The place of a source, from 0.
    pub fn source_number(&self, id: &str) -> Option<usize> {
        self.sources.get(id).copied()
    }

    pub fn source(&self, id: &str) -> Option<&'a Source> {
        self.source_number(id).map(|i| &self.report.sources[i])
    }

    /// The group that a claim is marked with.
    pub fn group_of(&self, claim: usize) -> Option<&'a Group> {
        self.groups_of[claim].first().map(|i| &self.report.groups[*i])
    }

    /// The other groups of several sources in which a claim stands, the strongest first.
    pub fn others_of(&self, claim: usize) -> impl Iterator<Item = &'a Group> {
        self.groups_of[claim].iter().skip(1).map(|i| &self.report.groups[*i]).filter(|g| g.status != Status::SingleSource)
    }

    /// The claims of a source, in order of the text.
    pub fn claims_of(&self, source: usize) -> impl Iterator<Item = (usize, &'a Claim)> {
        self.by_source[source].iter().map(|&i| (i, &self.report.claims[i]))
    }

    /// The sentence in which a claim begins.
    pub fn sentence(&self, claim: &Claim) -> Option<&'a SourceSentence> {
        self.source(&claim.source)?.sentences.get(claim.sentence as usize)
    }

    /// The claims of a value, in order of the report.
    pub fn members(&self, value: &GroupValue) -> Vec<&'a Claim> {
        let mut found: Vec<usize> = value.claims.iter().filter_map(|id| self.claim_number(id)).collect();
        found.sort_unstable();
        found.into_iter().map(|i| &self.report.claims[i]).collect()
    }

    /// What each of these sources has of a group; an empty list for one that does not mention it.
    pub fn cells(&self, group: &'a Group, sources: &[usize]) -> Vec<Vec<Entry<'a>>> {
        let column: FxHashMap<&str, usize> = sources.iter().enumerate().map(|(i, s)| (self.report.sources[*s].id.as_str(), i)).collect();
        let mut cells: Vec<Vec<Entry>> = sources.iter().map(|_| Vec::new()).collect();
        let mut meanings: Vec<String> = Vec::new();
        for value in &group.values {
            let members = self.members(value);
            let meaning = meaning::of(members.first().copied(), &value.display);
            let number = meanings.iter().position(|m| *m == meaning).unwrap_or(meanings.len());
            if number == meanings.len() {
                meanings.push(meaning);
            }
            let mut last = None;
            for claim in members {
                let Some(&at) = column.get(claim.source.as_str()) else { continue };
                match cells[at].last_mut().filter(|_| last == Some(at)) {
                    Some(entry) => entry.claims.push(claim),
                    None => {
                        let shown = if group.kind == GroupKind::Event { &value.display } else { claim.text.as_str() };
                        cells[at].push(Entry { value: number, shown, claims: vec![claim] });
                    }
                }
                last = Some(at);
            }
        }
        cells
    }

    pub fn groups(&self, status: Status) -> impl Iterator<Item = &'a Group> {
        self.report.groups.iter().filter(move |g| g.status == status)
    }
}
