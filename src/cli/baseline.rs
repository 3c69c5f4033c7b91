//! An earlier report, against which only what is new counts.

use std::path::Path;

use anyhow::{Context, Result};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::input;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupValue, Status};
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
        let old: OldReport = serde_json::from_str(&text).with_context(|| format!("{}: not a JSON report of claimdiff", path.display()))?;
        let claims = by_id(&old.claims);
        let entry = |g: OldGroup| (g.id, (g.status, meanings(&g.values, &claims)));
        Ok(Baseline { groups: old.groups.into_iter().map(entry).collect() })
    }

    /// The ids of the groups of a report that are no news: there before, not milder than now, and, for conflicts and changes, with all
    /// values that they have now.
    pub fn known(&self, report: &Report) -> FxHashSet<String> {
        let claims = by_id(&report.claims);
        report.groups.iter().filter(|g| !self.is_news(g, &claims)).map(|g| g.id.clone()).collect()
    }

    fn is_news(&self, g: &Group, claims: &FxHashMap<&str, &Claim>) -> bool {
        let Some((status, values)) = self.groups.get(&g.id) else { return true };
        let counts = matches!(g.status, Status::Conflict | Status::Changed);
        g.status < *status || counts && !meanings(&g.values, claims).is_subset(values)
    }
}

fn by_id(claims: &[Claim]) -> FxHashMap<&str, &Claim> {
    claims.iter().map(|c| (c.id.as_str(), c)).collect()
}

fn meanings(values: &[GroupValue], claims: &FxHashMap<&str, &Claim>) -> FxHashSet<String> {
    values.iter().map(|v| meaning::of(v.claims.first().and_then(|c| claims.get(c.as_str()).copied()), &v.display)).collect()
}
