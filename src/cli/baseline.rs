//! What counts for `--fail-on`, also against an earlier report.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::error::about;
use crate::reconcile::group::{Group, Status};

/// The groups of an earlier JSON report: status and values by id.
#[derive(Default)]
pub struct Baseline {
    groups: FxHashMap<String, (Status, FxHashSet<String>)>,
}

#[derive(Deserialize)]
struct OldReport {
    groups: Vec<OldGroup>,
}

#[derive(Deserialize)]
struct OldGroup {
    id: String,
    status: Status,
    values: Vec<OldValue>,
}

#[derive(Deserialize)]
struct OldValue {
    display: String,
}

impl Baseline {
    /// Reads a report of `--format json`.
    pub fn read(path: &Path) -> Result<Baseline> {
        let text = fs::read_to_string(path).map_err(|e| about(path, "cannot be read", &e))?;
        let old: OldReport = serde_json::from_str(&text).with_context(|| format!("{}: not a JSON report of claimdiff", path.display()))?;
        let entry = |g: OldGroup| (g.id, (g.status, g.values.into_iter().map(|v| v.display).collect()));
        Ok(Baseline { groups: old.groups.into_iter().map(entry).collect() })
    }

    /// A group is news when it was not there, was milder, or is a conflict or change with a value that was not there.
    fn is_news(&self, g: &Group) -> bool {
        let Some((status, values)) = self.groups.get(&g.id) else { return true };
        let new_value = || g.values.iter().any(|v| !values.contains(&v.display));
        g.status < *status || matches!(g.status, Status::Conflict | Status::Changed) && new_value()
    }
}

/// Whether some group has status `fail_on` or a worse one, and is news.
pub fn fails(groups: &[Group], fail_on: Option<Status>, baseline: Option<&Baseline>) -> bool {
    let Some(mildest) = fail_on else { return false };
    groups.iter().any(|g| g.status <= mildest && baseline.is_none_or(|b| b.is_news(g)))
}
