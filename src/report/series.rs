//! The values of a group that changed, in order of time.

use super::index::{Index, Version};
use crate::claim::Claim;
use crate::reconcile::group::Group;
use crate::value::Amount;

/// One value with the day from which on it is reported, as far as the articles say.
pub struct Step<'a> {
    pub day: Option<&'a str>,
    pub version: Version<'a>,
}

/// First what something was ("from 28 to 19"), then by the time that the values are said to hold for, or else of the first report, then in
/// order of the text.
pub fn steps<'a>(index: &Index<'a>, group: &'a Group) -> Vec<Step<'a>> {
    let mut steps: Vec<(Key, Step)> = index
        .versions(group)
        .into_iter()
        .map(|version| {
            let day = version.claims.iter().filter_map(|c| day(index, c)).min();
            let was = version.claims.iter().any(|c| stands_behind_from(c));
            let start = version.claims.iter().map(|c| c.start).min().unwrap_or_default();
            ((!was, day.unwrap_or_default(), start), Step { day, version })
        })
        .collect();
    steps.sort_by_key(|(key, _)| *key);
    let mut steps: Vec<Step> = steps.into_iter().map(|(_, step)| step).collect();
    steps.dedup_by(|next, kept| {
        let same = amount(next).is_some() && amount(next) == amount(kept);
        if same {
            kept.day = [kept.day, next.day].into_iter().flatten().min();
        }
        same
    });
    steps
}

/// What is one step where it stands twice in a row, however it is written: `28`, `28-point`.
fn amount(step: &Step) -> Option<Amount> {
    step.version.claims.first()?.figure.as_ref()?.amount
}

/// Whether the value is what something is now, then when, then where in the text.
type Key<'a> = (bool, &'a str, u32);

fn day<'a>(index: &Index<'a>, claim: &'a Claim) -> Option<&'a str> {
    let stated = claim.figure.as_ref().and_then(|f| f.as_of.as_deref());
    stated.or_else(|| index.source(&claim.source)?.published.as_deref())
}

fn stands_behind_from(claim: &Claim) -> bool {
    claim.selector.as_ref().is_some_and(|s| s.prefix.to_lowercase().trim_end().ends_with(" from"))
}
