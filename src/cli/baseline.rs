//! An earlier report, against which only what is new counts.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Result, anyhow};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::input::larger_than;
use super::lines::BYTE_ORDER_MARK;
use crate::claim::{Claim, check};
use crate::error::about;
use crate::reconcile::group::{Group, GroupValue, Since, Status};
use crate::report::json::Report;
use crate::report::meaning;

/// The most bytes of a report; a bound, since a device has no end.
const LARGEST: u64 = 1 << 32;

/// The groups of an earlier JSON report: status, and what their values mean, by id.
pub struct Baseline {
    groups: FxHashMap<String, (Status, FxHashSet<String>)>,
}

#[derive(Deserialize)]
struct OldReport {
    groups: Vec<OldGroup>,
    schema_version: String,
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
        let old = read(path)?;
        check::version(&old.schema_version).map_err(|other| anyhow!("{}: {other}", path.display()))?;
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

    /// Whether a report shares so few groups with this one that it must be of other articles; a few ids may be equal by chance.
    pub fn is_of_others(&self, report: &Report) -> bool {
        const FEW: usize = 20;
        let known = report.groups.iter().filter(|g| self.groups.contains_key(&g.id)).count();
        !self.groups.is_empty() && known * FEW < report.groups.len()
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

/// Parsed while it is read, so that of a file that is no JSON only the part up to the first wrong byte is read; the error says why it is no
/// report, where that can be told.
fn read(path: &Path) -> Result<OldReport> {
    let unread = |e: &io::Error| about(path, "cannot be read", e);
    let mut from = BufReader::new(File::open(path).map_err(|e| unread(&e))?.take(LARGEST));
    if from.fill_buf().map_err(|e| unread(&e))?.starts_with(BYTE_ORDER_MARK) {
        from.consume(BYTE_ORDER_MARK.len());
    }
    let opening = from.fill_buf().map_err(|e| unread(&e))?.trim_ascii_start().to_vec();
    let begins = |with: &[&str]| with.iter().any(|w| opening.starts_with(w.as_bytes()));
    let extracted = String::from_utf8_lossy(&opening[..opening.len().min(64)]).contains("\"source\":");
    let none = |why: &str| anyhow!("{}: no report of --format json: {why}", path.display());
    if !begins(&["{"]) {
        return Err(none(if opening.is_empty() { "the file is empty" } else { "it holds no JSON object" }));
    }
    serde_json::from_reader(&mut from).map_err(|e| match e.io_error_kind() {
        Some(_) => unread(&e.into()),
        None if from.get_ref().limit() == 0 => anyhow!("{}: {}", path.display(), larger_than(LARGEST)),
        None if extracted || begins(&["{\"type\""]) => none("it has lines of --format jsonl or of claimdiff extract"),
        None => none(&e.to_string()),
    })
}

fn by_id(claims: &[Claim]) -> FxHashMap<&str, &Claim> {
    claims.iter().map(|c| (c.id.as_str(), c)).collect()
}

fn meanings(values: &[GroupValue], claims: &FxHashMap<&str, &Claim>) -> FxHashSet<String> {
    values.iter().map(|v| meaning::of(v.claims.first().and_then(|c| claims.get(c.as_str()).copied()), &v.display)).collect()
}
