//! Dismissals held against the groups of a report: which still fit, and which have lapsed.

use rustc_hash::{FxHashMap, FxHashSet};

use super::dismissal::{Dismissal, Dismissed, State};
use super::json::Report;
use super::markup;
use super::meaning;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupValue};
use crate::text::fold::fold;

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
