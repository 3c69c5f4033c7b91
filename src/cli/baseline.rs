//! An earlier report, against which only what is new counts.

use std::path::Path;

use anyhow::{Context, Result, bail};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use serde_json::Value;

use super::input;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupValue, Since, Status};
use crate::report::json::Report;
use crate::report::meaning;

/// A larger file is no report of articles that could have been compared at once.
const LARGEST: u64 = 1 << 32;

/// The groups of an earlier JSON report: status, and what their values mean, by id.
pub struct Baseline {
    groups: FxHashMap<String, (Status, FxHashSet<String>)>,
}

#[derive(Deserialize)]
struct OldReport {
    groups: Vec<OldGroup>,
    #[serde(default)]
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct OldGroup {
    id: String,
    status: Status,
    values: Vec<GroupValue>,
}

impl Baseline {
    /// Reads a report of `--format json`.
    pub fn read(path: &Path) -> Result<Baseline> {
        let text = input::text(path, LARGEST)?;
        let old: OldReport = parse(&text).with_context(|| format!("{}: no report of --format json", path.display()))?;
        let claims = by_id(&old.claims);
        let entry = |g: OldGroup| (g.id, (g.status, meanings(&g.values, &claims)));
        Ok(Baseline { groups: old.groups.into_iter().map(entry).collect() })
    }

    /// Says of each group of a report what has become of it.
    pub fn mark(&self, report: &mut Report) {
        let claims = by_id(&report.claims);
        let since: Vec<Since> = report.groups.iter().map(|g| self.since(g, &claims)).collect();
        report.groups.iter_mut().zip(since).for_each(|(g, since)| g.baseline = Some(since));
        report.count_news();
    }

    /// Whether a report has none of the groups that this one has, as one of other articles.
    pub fn is_of_others(&self, report: &Report) -> bool {
        !self.groups.is_empty() && !report.groups.iter().any(|g| self.groups.contains_key(&g.id))
    }

    fn since(&self, g: &Group, claims: &FxHashMap<&str, &Claim>) -> Since {
        let counts = matches!(g.status, Status::Conflict | Status::Changed);
        match self.groups.get(&g.id) {
            None => Since::New,
            Some((status, _)) if g.status < *status => Since::Worse,
            Some((_, values)) if counts && !meanings(&g.values, claims).is_subset(values) => Since::NewValue,
            Some(_) => Since::Known,
        }
    }
}

/// Reads the text of a report; the error says in plain words why it is none, where that can be told.
fn parse(text: &str) -> Result<OldReport> {
    let first: Option<Typed> = text.lines().next().and_then(|line| serde_json::from_str(line).ok());
    match text.trim_start().chars().next() {
        None => bail!("the file is empty"),
        Some('{') if first.is_some() => bail!("it has lines of --format jsonl or of claimdiff extract"),
        Some('{') => Ok(serde_json::from_str(text)?),
        Some(_) => bail!("it holds no JSON object"),
    }
}

/// A line of JSON Lines: of a report, or of what was extracted.
#[derive(Deserialize)]
#[serde(untagged)]
enum Typed {
    #[expect(dead_code, reason = "only that it is there counts")]
    Report { r#type: String },
    #[expect(dead_code, reason = "only that it is there counts")]
    Extract { source: Value },
}

fn by_id(claims: &[Claim]) -> FxHashMap<&str, &Claim> {
    claims.iter().map(|c| (c.id.as_str(), c)).collect()
}

fn meanings(values: &[GroupValue], claims: &FxHashMap<&str, &Claim>) -> FxHashSet<String> {
    values.iter().map(|v| meaning::of(v.claims.first().and_then(|c| claims.get(c.as_str()).copied()), &v.display)).collect()
}
