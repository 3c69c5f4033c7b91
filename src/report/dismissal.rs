//! Findings that somebody has looked at and dismissed: silent until they change.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::json::Report;
use super::markup;
use super::meaning;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupValue, Status};
use crate::text::fold::fold;

/// What the configuration says of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    /// Id of the group.
    pub id: String,
    /// The status that was dismissed; with another one the dismissal lapses.
    pub status: Status,
    /// As the report displayed them.
    pub values: Vec<String>,
    /// Why, in the user's words.
    pub reason: String,
    /// When it was dismissed: "2026-03-10"; absent where the configuration does not say.
    pub date: Option<String>,
}

/// Whether a dismissal still fits the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The group is as it was, and stays silent.
    Holds,
    /// The group has another status or a further value.
    Lapsed,
    /// There is no such group.
    Absent,
    /// There is no such group among the kinds that were compared.
    NotSought,
}

/// A dismissal as reports list it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissed {
    /// Id of the group.
    pub id: String,
    /// What the group is about, if it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The status that was dismissed.
    pub status: Status,
    /// The values that were dismissed, as displayed.
    pub values: Vec<String>,
    /// Why, in the user's words.
    pub reason: String,
    /// When it was dismissed; absent where the configuration does not say.
    pub date: Option<String>,
    /// Whether it still fits.
    pub state: State,
}

/// Holds the dismissals against the groups of a report, and lists them in it. `whole`: groups of all kinds were sought.
pub fn apply(report: &mut Report, dismissals: &[Dismissal], whole: bool) {
    let absent = if whole { State::Absent } else { State::NotSought };
    let claims: FxHashMap<&str, &Claim> = report.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    let groups: FxHashMap<&str, &Group> = report.groups.iter().map(|g| (g.id.as_str(), g)).collect();
    let listed = dismissals.iter().cloned().map(|d| {
        let group = groups.get(d.id.as_str());
        let state = group.map_or(absent, |g| state(&d, g, &claims));
        Dismissed {
            id: d.id,
            label: group.map(|g| g.label.clone()),
            status: d.status,
            values: d.values,
            reason: d.reason,
            date: d.date,
            state,
        }
    });
    let listed = listed.collect();
    report.dismiss(listed);
}

/// A value is known when it means what a dismissed one means, whatever its wording; reports show the words of Markdown articles without
/// their marks.
fn state(d: &Dismissal, g: &Group, claims: &FxHashMap<&str, &Claim>) -> State {
    let meaning = |v: &GroupValue| meaning::of(v.claims.first().and_then(|c| claims.get(c.as_str()).copied()), &v.display);
    let wordings: FxHashSet<String> = d.values.iter().map(|v| fold(v)).collect();
    let told = |v: &&GroupValue| [fold(&v.display), fold(&markup::without(&v.display, (0, 0)).0)].iter().any(|w| wordings.contains(w));
    let known: FxHashSet<String> = g.values.iter().filter(told).map(meaning).collect();
    if g.status == d.status && g.values.iter().map(meaning).all(|m| known.contains(&m)) { State::Holds } else { State::Lapsed }
}
