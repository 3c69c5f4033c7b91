//! The values of a group that changed, in order of time.

use super::index::{Index, Version};
use super::layout::printable;
use super::selector;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Status};
use crate::value::Amount;

/// One value with the day from which on it is reported, as far as the articles say.
pub struct Step<'a> {
    /// EDTF; none where no article tells it.
    pub day: Option<&'a str>,
    /// The value.
    pub version: Version<'a>,
}

/// First what something was ("from 34 to 21"), then by the time that the values are said to hold for, or else of the first report, then in
/// the order of the group, which has first what was withdrawn.
pub fn steps<'a>(index: &Index<'a>, group: &'a Group) -> Vec<Step<'a>> {
    let mut steps: Vec<(Key, Step)> = index
        .versions(group)
        .into_iter()
        .enumerate()
        .map(|(n, version)| {
            let day = version.claims.iter().filter_map(|c| day(index, c)).min();
            let was = version.claims.iter().any(|c| stands_behind_from(index, c));
            ((!was, day.unwrap_or_default(), n), Step { day, version })
        })
        .collect();
    steps.sort_by_key(|(key, _)| *key);
    let mut out: Vec<Step> = Vec::new();
    for (_, step) in steps {
        match out.last_mut().filter(|kept| amount(&step).is_some() && amount(&step) == amount(kept)) {
            Some(kept) => {
                kept.day = [kept.day, step.day].into_iter().flatten().min();
                kept.version.join(step.version);
            }
            None => out.push(step),
        }
    }
    out
}

/// The values of a group: those of a change in order of time, else as the group has them.
pub fn versions<'a>(index: &Index<'a>, group: &'a Group) -> Vec<Version<'a>> {
    match group.status {
        Status::Changed => steps(index, group).into_iter().map(|s| s.version).collect(),
        _ => index.versions(group),
    }
}

/// A change in one line: `28 points (reported 2025-12-03) → 19 points (2025-12-04)`. What happened has a day of its own, so that each day
/// on which it was reported is named as one.
pub fn line<'a>(index: &Index<'a>, group: &'a Group) -> Option<String> {
    let steps = if group.status == Status::Changed { steps(index, group) } else { Vec::new() };
    let step = |(n, s): (usize, &Step)| {
        // "28" and "28 boats" are one value
        let telling = s.version.wordings.iter().find(|w| w.contains(char::is_alphabetic));
        let value = printable(telling.or(s.version.wordings.first()).unwrap_or(&""));
        let told = (n == 0 || group.kind == GroupKind::Event) && is_of_report(s);
        let reported = if told { "reported " } else { "" };
        s.day.map_or(value.clone(), |day| format!("{value} ({reported}{day})"))
    };
    (steps.len() > 1).then(|| steps.iter().enumerate().map(step).collect::<Vec<_>>().join(" → "))
}

/// Why a group has its status; of a change, its values in order of time instead of a list of them.
pub fn why<'a>(index: &Index<'a>, group: &'a Group) -> String {
    let why = index.explanation(group);
    line(index, group).map_or_else(|| why.clone(), |line| format!("{}: {line}", cause(&why)))
}

/// What an explanation says before it lists values.
pub fn cause(why: &str) -> &str {
    why.split([':', ';']).next().unwrap_or(why)
}

/// Whether the day of a step is that of a report, not one that the text names.
fn is_of_report(step: &Step) -> bool {
    !step.version.claims.iter().any(|c| c.figure.as_ref().is_some_and(|f| f.as_of.is_some() && f.as_of.as_deref() == step.day))
}

/// What is one step where it stands twice in a row, however it is written: `34`, `34-point`.
fn amount(step: &Step) -> Option<Amount> {
    step.version.claims.first()?.figure.as_ref()?.amount
}

/// Whether the value is what something is now, then when, then its place in the group.
type Key<'a> = (bool, &'a str, usize);

fn day<'a>(index: &Index<'a>, claim: &'a Claim) -> Option<&'a str> {
    let stated = claim.figure.as_ref().and_then(|f| f.as_of.as_deref());
    stated.or_else(|| index.source(&claim.source)?.published.as_deref())
}

fn stands_behind_from(index: &Index, claim: &Claim) -> bool {
    let prefix = index.source(&claim.source).map_or("", |source| selector::prefix(source, claim));
    prefix.to_lowercase().trim_end().ends_with(" from")
}
