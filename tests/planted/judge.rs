//! Compares a story with the program's own functions and counts what it found of the truth.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil;

use claimdiff::article;
use claimdiff::claim::{Claim, ClaimKind, Line, PublishedBy};
use claimdiff::extract::extract;
use claimdiff::reconcile::group::{Group, GroupKind, Status};
use claimdiff::reconcile::{Outcome, reconcile};

use super::scene::Kind;
use super::truth::{Mention, Story};

/// Right ones among those that were told, and found ones among those that were planted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub right: u32,
    pub told: u32,
    pub found: u32,
    pub planted: u32,
}

impl Count {
    fn add(&mut self, o: Count) {
        self.right += o.right;
        self.told += o.told;
        self.found += o.found;
        self.planted += o.planted;
    }

    /// In percent; 100 where nothing was told.
    pub fn precision(&self) -> f64 {
        percent(self.right, self.told)
    }

    pub fn recall(&self) -> f64 {
        percent(self.found, self.planted)
    }
}

pub fn percent(part: u32, whole: u32) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Something that went wrong, for reading.
#[derive(Clone, Debug)]
pub struct Error {
    pub kind: Kind,
    /// What went wrong in which fact: the class of the error.
    pub class: String,
    pub example: String,
}

#[derive(Default)]
pub struct Tally {
    pub counts: BTreeMap<(Kind, Status), Count>,
    pub groups: u32,
    pub errors: Vec<Error>,
}

impl Tally {
    /// Over all kinds.
    pub fn of(&self, status: Status) -> Count {
        let mut sum = Count::default();
        self.counts.iter().filter(|((_, s), _)| *s == status).for_each(|(_, c)| sum.add(*c));
        sum
    }

    pub fn add(&mut self, other: Tally) {
        for (key, count) in other.counts {
            self.counts.entry(key).or_default().add(count);
        }
        self.groups += other.groups;
        self.errors.extend(other.errors);
    }

    fn count(&mut self, kind: Kind, status: Status) -> &mut Count {
        self.counts.entry((kind, status)).or_default()
    }
}

/// What the program says to some files.
pub fn compare(files: &[(String, String)]) -> Outcome {
    compare_dated(files, None)
}

/// The same, where articles that state no day are of `published`.
pub fn compare_dated(files: &[(String, String)], published: Option<civil::Date>) -> Outcome {
    let articles = files.iter().flat_map(|(name, text)| article::read(text.clone().into_bytes(), name, name)).flatten();
    let lines = articles.map(|a| {
        let mut e = extract(&a, published);
        // as if the article stated it
        e.source.published_by = e.source.published_by.map(|_| PublishedBy::Stated);
        Line { source: e.source, claims: e.claims, ..Line::default() }
    });
    reconcile(lines.collect(), &[])
}

/// Holds what the program says of a story against its truth.
pub fn judge(story: &Story) -> Tally {
    let outcome = compare(&story.files);
    let ids: Vec<&str> = story.files.iter().map(|(name, _)| name.as_str()).collect();
    let claims: BTreeMap<&str, &Claim> = outcome.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    let mut tally = Tally::default();
    let groups: Vec<Found> = outcome.groups.iter().filter_map(|g| found(story, &ids, &claims, g)).collect();
    tally.groups = groups.len() as u32;
    for g in &groups {
        tell(&mut tally, story, g);
    }
    for (n, fact) in story.facts.iter().enumerate() {
        let all: Vec<&Mention> = story.mentions.iter().filter(|m| m.fact == n).collect();
        let articles: BTreeSet<usize> = all.iter().map(|m| m.article).collect();
        if articles.len() > 1 {
            let best = groups.iter().filter(|g| g.kind == fact.kind).max_by_key(|g| g.articles_of(n));
            find(&mut tally, story, n, &all, best);
        }
    }
    tally
}

/// A group of the report with the mentions that its claims are; `None` stands for a claim that nobody planted.
struct Found<'a> {
    kind: Kind,
    group: &'a Group,
    members: Vec<Option<&'a Mention>>,
}

impl Found<'_> {
    fn articles_of(&self, fact: usize) -> usize {
        self.of(fact).iter().map(|m| m.article).collect::<BTreeSet<_>>().len()
    }

    fn of(&self, fact: usize) -> Vec<&Mention> {
        self.members.iter().flatten().filter(|m| m.fact == fact).copied().collect()
    }
}

fn found<'a>(story: &'a Story, ids: &[&str], claims: &BTreeMap<&str, &Claim>, group: &'a Group) -> Option<Found<'a>> {
    let kind = match group.kind {
        GroupKind::Figure => Kind::Figure,
        GroupKind::Date => Kind::Date,
        GroupKind::Name => Kind::Name,
        GroupKind::Role => Kind::Role,
        GroupKind::Place => Kind::Place,
        GroupKind::Quote => Kind::Quote,
        GroupKind::Event => return None,
    };
    let of = |id: &String| claims.get(id.as_str()).and_then(|c| mention(story, ids, kind, c));
    Some(Found { kind, group, members: group.values.iter().flat_map(|v| v.claims.iter().map(of)).collect() })
}

/// The mention that a claim covers most of.
fn mention<'a>(story: &'a Story, ids: &[&str], kind: Kind, claim: &Claim) -> Option<&'a Mention> {
    let span = claim.byte_start as usize..claim.byte_end as usize;
    let shared = |m: &Mention| m.span.end.min(span.end).saturating_sub(m.span.start.max(span.start));
    let here = story.mentions.iter().filter(|m| story.facts[m.fact].kind == kind && ids[m.article] == claim.source.as_str());
    here.filter(|m| shared(m) > 0 && (claim.kind != ClaimKind::Date || shared(m) > 3)).max_by_key(|m| shared(m))
}

/// Counts a group of several articles: is it of one fact, and is its status the one that its members deserve?
fn tell(tally: &mut Tally, story: &Story, g: &Found) {
    let status = g.group.status;
    let judged = matches!(status, Status::Conflict | Status::Changed | Status::Compatible | Status::Agree);
    let facts: BTreeSet<usize> = g.members.iter().flatten().map(|m| m.fact).collect();
    let strays = g.members.iter().filter(|m| m.is_none()).count();
    let harmless = facts.is_empty() && matches!(status, Status::Compatible | Status::Agree);
    if !judged || harmless {
        return;
    }
    let members: Vec<&Mention> = g.members.iter().flatten().copied().collect();
    let deserved = if facts.len() == 1 && strays == 0 { story.deserved(&members) } else { Vec::new() };
    let right = deserved.contains(&status);
    let count = tally.count(g.kind, status);
    count.told += 1;
    count.right += right as u32;
    if !right {
        let names: Vec<&str> = facts.iter().map(|f| story.facts[*f].name.as_str()).collect();
        let why = if facts.len() + strays > 1 { "mixes" } else { "wrong status of" };
        let class = format!("{status:?} {why} {}", names.join(" + "));
        tally.errors.push(Error { kind: g.kind, class, example: shown(g) });
    }
}

/// Counts a planted fact: does the group that holds most of it have the status that all of it deserves?
fn find(tally: &mut Tally, story: &Story, fact: usize, all: &[&Mention], best: Option<&Found>) {
    let deserved = story.deserved(all);
    let (kind, wanted) = (story.facts[fact].kind, deserved[0]);
    let best = best.filter(|g| g.articles_of(fact) > 1);
    let states = |list: &[&Mention]| list.iter().map(|m| m.state).collect::<BTreeSet<_>>().len();
    let right = best.is_some_and(|g| deserved.contains(&g.group.status) && (states(all) == 1 || states(&g.of(fact)) > 1));
    let count = tally.count(kind, wanted);
    count.planted += 1;
    count.found += right as u32;
    if !right {
        let got = best.map_or("no group".to_owned(), |g| format!("{:?}", g.group.status));
        let novel = if story.facts[fact].novel { " (novel)" } else { "" };
        let class = format!("{wanted:?} missed, {got}: {}{novel}", story.facts[fact].name);
        let mut lines: Vec<String> = all.iter().map(|m| format!("{} | {}", m.text, sentence(&story.files[m.article].1, m))).collect();
        lines.dedup();
        tally.errors.push(Error { kind, class, example: lines.join("\n      ") });
    }
}

fn sentence<'a>(text: &'a str, m: &Mention) -> &'a str {
    let from = text[..m.span.start].rfind(['.', '\n']).map_or(0, |i| i + 1);
    let to = text[m.span.end..].find(['.', '\n']).map_or(text.len(), |i| m.span.end + i);
    text[from..to].trim()
}

fn shown(g: &Found) -> String {
    let values = g.group.values.iter().map(|v| format!("{} | {}", v.display, v.sentences.first().map_or("", String::as_str)));
    format!("{}\n      {}", g.group.explanation, values.collect::<Vec<_>>().join("\n      "))
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let line = |f: &mut fmt::Formatter, name: String, c: &Count| {
            writeln!(f, "{name:<22} precision {:5.1} of {:<5} recall {:5.1} of {}", c.precision(), c.told, c.recall(), c.planted)
        };
        for ((kind, status), c) in &self.counts {
            line(f, format!("{kind:?} {status:?}").to_lowercase(), c)?;
        }
        for status in [Status::Conflict, Status::Changed, Status::Compatible, Status::Agree] {
            line(f, format!("all {status:?}").to_lowercase(), &self.of(status))?;
        }
        writeln!(f, "{} groups", self.groups)
    }
}
