//! The floor file: what was reached once on fixed seeds must be reached again. It may only rise.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::judge::Tally;

/// Precision and recall in percent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Floor {
    pub precision: f64,
    pub recall: f64,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Floors {
    pub seed: u64,
    pub stories: u64,
    /// By kind and status: `figure conflict`.
    pub floors: BTreeMap<String, Floor>,
}

impl Floors {
    fn path() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/floors.json")
    }

    pub fn read() -> Floors {
        serde_json::from_str(&std::fs::read_to_string(Floors::path()).expect("the floors")).expect("floors as JSON")
    }

    /// What lies below its floor.
    pub fn fallen(&self, tally: &Tally) -> Vec<String> {
        let reached = reached(tally);
        let low = |(name, floor): (&String, &Floor)| {
            let now = reached.get(name).copied().unwrap_or(Floor { precision: 100.0, recall: 0.0 });
            let fell = now.precision < floor.precision || now.recall < floor.recall;
            fell.then(|| format!("{name}: precision {} of {}, recall {} of {}", now.precision, floor.precision, now.recall, floor.recall))
        };
        self.floors.iter().filter_map(low).collect()
    }

    /// Lifts the floors to what is reached now, lowers none, and writes the file.
    pub fn raise(mut self, tally: &Tally) {
        for (name, now) in reached(tally) {
            let floor = self.floors.entry(name).or_insert(now);
            *floor = Floor { precision: floor.precision.max(now.precision), recall: floor.recall.max(now.recall) };
        }
        let text = serde_json::to_string_pretty(&self).expect("floors as JSON");
        std::fs::write(Floors::path(), text + "\n").expect("the floors");
    }
}

/// Rounded down to tenths, so that the file stays readable.
fn reached(tally: &Tally) -> BTreeMap<String, Floor> {
    let tenths = |x: f64| (x * 10.0).floor() / 10.0;
    let name = |(kind, status): &(_, _)| format!("{kind:?} {status:?}").to_lowercase();
    tally.counts.iter().map(|(k, c)| (name(k), Floor { precision: tenths(c.precision()), recall: tenths(c.recall()) })).collect()
}
