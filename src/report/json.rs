//! The report as one JSON object, and as JSON Lines.

use std::io::{self, Write};

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::answer::Against;
use super::dismissal::{Dismissed, State};
use super::selector;
use crate::claim::{Claim, SCHEMA_VERSION, Source};
use crate::lexicon::lexicon;
use crate::reconcile::Outcome;
use crate::reconcile::group::{Group, Since, Status};

/// What `--format json` prints; `claimdiff schema` describes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The version of the JSON contract: "1.0".
    pub schema_version: String,
    /// The program that wrote it.
    pub generator: Generator,
    /// The articles, in order of their ids.
    pub sources: Vec<Source>,
    /// Their claims, in order of source and text.
    pub claims: Vec<Claim>,
    /// In order of status, number of origins and id.
    pub groups: Vec<Group>,
    /// What was read, and what was not compared.
    pub coverage: Coverage,
    /// Groups by status.
    pub summary: Summary,
    /// Findings that the user has dismissed, as the configuration lists them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Dismissed>,
    /// One article held against the others, when that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
}

/// The program that wrote a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generator {
    /// "claimdiff".
    pub name: String,
    /// The version of the program.
    pub version: String,
}

/// What was read, and what was not compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// How many articles were read.
    pub files_read: u32,
    /// Files that were not read, with the reason.
    pub files_skipped: Vec<SkippedFile>,
    /// How many claims the articles have.
    pub claims: u32,
    /// Claims that stand in a group with another claim.
    pub claims_grouped: u32,
    /// Relative dates of articles whose own date is unknown.
    pub dates_unresolved: u32,
}

/// A file that was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedFile {
    /// As the path of a source.
    pub path: String,
    /// For a reader: "empty".
    pub reason: String,
}

/// How many groups have each status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// How many conflicts, of those not dismissed; so for the numbers below.
    pub conflict: u32,
    pub changed: u32,
    pub unresolved: u32,
    pub compatible: u32,
    pub agree: u32,
    pub single_source: u32,
    /// Conflicts, changes and unresolved groups among them that are new or changed since an earlier report, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<u32>,
    /// Those that the user has dismissed, which the other numbers leave out.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub dismissed: u32,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

impl Generator {
    /// This program.
    pub fn this() -> Self {
        Generator { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

impl Report {
    pub fn new(outcome: Outcome) -> Self {
        let coverage = coverage(&outcome);
        let summary = summary(&outcome.groups, |_| false);
        Report {
            schema_version: SCHEMA_VERSION.to_owned(),
            generator: Generator::this(),
            sources: outcome.sources,
            claims: outcome.claims,
            groups: outcome.groups,
            coverage,
            summary,
            dismissed: Vec::new(),
            against: None,
        }
    }

    /// Gives the claims their selectors, for readers of JSON; other reports have no use for them.
    pub fn add_selectors(&mut self) {
        selector::add(&self.sources, &mut self.claims);
    }

    /// Lists what the user has dismissed, and leaves it out of the numbers.
    pub fn dismiss(&mut self, dismissed: Vec<Dismissed>) {
        self.dismissed = dismissed;
        self.summary = summary(&self.groups, |g| self.dismissal(g).is_some());
    }

    /// The dismissal that silences a group.
    pub fn dismissal(&self, group: &Group) -> Option<&Dismissed> {
        self.dismissed.iter().find(|d| d.id == group.id && d.state == State::Holds)
    }

    /// Counts the findings that are new or changed since an earlier report.
    pub fn count_news(&mut self) {
        let is_new = |g: &&Group| g.status <= Status::Unresolved && g.baseline != Some(Since::Known) && self.dismissal(g).is_none();
        self.summary.new = Some(self.groups.iter().filter(is_new).count() as u32);
    }

    /// What stands behind the numbers of conflicts, changes and unresolved groups where there is an earlier report: `, 2 of them new`.
    pub fn news(&self) -> String {
        match self.summary.new {
            None => String::new(),
            Some(0) => ", none of them new".to_owned(),
            Some(n) => format!(", {n} of them new"),
        }
    }

    /// What stands behind the numbers of findings when some are dismissed: `; 2 dismissed`.
    pub fn set_aside(&self) -> String {
        match self.summary.dismissed {
            0 => String::new(),
            n => format!("; {n} dismissed"),
        }
    }
}

fn coverage(o: &Outcome) -> Coverage {
    let members = |g: &Group| g.values.iter().flat_map(|v| v.claims.iter().cloned()).collect::<Vec<_>>();
    // a place may stand in a group of its name and in one of what happened there
    let aligned: FxHashSet<String> = o.groups.iter().map(members).filter(|m| m.len() > 1).flatten().collect();
    Coverage {
        files_read: o.sources.len() as u32,
        files_skipped: o.skipped.iter().map(|s| SkippedFile { path: s.path.clone(), reason: s.reason.clone() }).collect(),
        claims: o.claims.len() as u32,
        claims_grouped: aligned.len() as u32,
        dates_unresolved: o.claims.iter().filter(|c| is_open(c)).count() as u32,
    }
}

/// A date that is tied to no day, though it is one: "now" is none.
fn is_open(claim: &Claim) -> bool {
    claim.date.as_ref().is_some_and(|d| d.edtf.is_none()) && !lexicon().time.is_now(&claim.text)
}

fn summary(groups: &[Group], is_dismissed: impl Fn(&Group) -> bool) -> Summary {
    let (out, counted): (Vec<&Group>, Vec<&Group>) = groups.iter().partition(|g| is_dismissed(g));
    let count = |status| counted.iter().filter(|g| g.status == status).count() as u32;
    Summary {
        conflict: count(Status::Conflict),
        changed: count(Status::Changed),
        unresolved: count(Status::Unresolved),
        compatible: count(Status::Compatible),
        agree: count(Status::Agree),
        single_source: count(Status::SingleSource),
        new: None,
        dismissed: out.len() as u32,
    }
}

/// Writes the report as indented JSON.
pub fn write(report: &Report, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)?;
    out.write_all(b"\n")
}

/// Writes a line that says what follows, one for each source, claim and group, then coverage and summary, each with its `type`.
pub fn write_lines(report: &Report, out: &mut impl Write) -> io::Result<()> {
    line(out, "report", &Head { schema_version: &report.schema_version, generator: &report.generator })?;
    for s in &report.sources {
        line(out, "source", s)?;
    }
    for c in &report.claims {
        line(out, "claim", c)?;
    }
    for g in &report.groups {
        line(out, "group", g)?;
    }
    line(out, "coverage", &report.coverage)?;
    line(out, "summary", &report.summary)?;
    report.dismissed.iter().try_for_each(|d| line(out, "dismissal", d))?;
    report.against.iter().flat_map(|a| &a.checks).try_for_each(|c| line(out, "check", c))
}

#[derive(Serialize)]
struct Head<'a> {
    schema_version: &'a str,
    generator: &'a Generator,
}

fn line(out: &mut impl Write, kind: &str, value: &impl Serialize) -> io::Result<()> {
    #[derive(Serialize)]
    struct Typed<'a, T> {
        r#type: &'a str,
        #[serde(flatten)]
        value: &'a T,
    }
    serde_json::to_writer(&mut *out, &Typed { r#type: kind, value })?;
    out.write_all(b"\n")
}
