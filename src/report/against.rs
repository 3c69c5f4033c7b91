//! One article held against the others: what the others say to each of its claims.

use rustc_hash::FxHashSet;

pub use super::answer::{Against, Answer, Check};
use super::elsewhere::Elsewhere;
use super::index::{Index, Version};
use super::series;
use crate::claim::{BlockRole, Claim};
use crate::reconcile::group::{Group, GroupKind, Reason, Status};

/// Holds the article `base` against the others of its report; in order of answer and text, what is new since an earlier report first.
pub fn check(index: &Index, base: &str) -> Against {
    let groups = index.report.groups.iter().filter(|g| g.sources.iter().any(|s| s == base) && index.dismissal(g).is_none());
    let elsewhere = Elsewhere::new(&index.report.claims, base);
    let mut checks: Vec<(u32, Check)> = groups.flat_map(|g| checks(index, g, base)).collect();
    checks.iter_mut().for_each(|(_, check)| look_elsewhere(index, check, &elsewhere));
    let is_known = |c: &Check| index.group(&c.group).is_some_and(|g| !index.is_news(g));
    checks.sort_by(|(a, x), (b, y)| (x.answer, is_known(x), a, &x.group).cmp(&(y.answer, is_known(y), b, &y.group)));
    Against { base: base.to_owned(), checks: checks.into_iter().map(|(_, c)| c).collect() }
}

/// A check for each value that the article has in a group, with where it stands first.
fn checks<'a>(index: &Index<'a>, group: &'a Group, base: &str) -> Vec<(u32, Check)> {
    let versions = index.versions(group);
    let others: Vec<String> = group.sources.iter().filter(|s| *s != base).cloned().collect();
    // Date and author of an article are not for others to confirm.
    let is_said = |c: &&Claim| c.source == base && !matches!(c.block, BlockRole::Byline | BlockRole::Dateline);
    let own = versions.iter().enumerate().filter(|(_, v)| v.claims.iter().any(&is_said));
    let check = |(n, v): (usize, &Version)| {
        let mut claims: Vec<&Claim> = v.claims.iter().copied().filter(is_said).collect();
        claims.sort_by_key(|c| c.start);
        let start = claims.first().map_or(0, |c| c.start);
        let answer = if others.is_empty() { Answer::InNoSource } else { answer(index, group, &versions, n, base) };
        let claims = claims.into_iter().map(|c| c.id.to_string()).collect();
        (start, Check { answer, group: group.id.clone(), claims, sources: others.clone(), elsewhere: Vec::new() })
    };
    own.map(check).collect()
}

/// What no group ties to the others may stand in one of theirs.
fn look_elsewhere<'a>(index: &Index<'a>, check: &mut Check, elsewhere: &Elsewhere<'a>) {
    let Some(claim) = check.claims.first().and_then(|c| index.claim(c)).filter(|_| check.answer == Answer::InNoSource) else { return };
    let (answer, found) = elsewhere.answer(claim);
    check.answer = answer;
    check.elsewhere = found.iter().map(|c| c.id.to_string()).collect();
    if answer != Answer::InNoSource {
        check.sources = found.iter().map(|c| c.source.to_string()).collect();
        check.sources.sort();
    }
}

/// The answer to value `own` of a group that other articles are in, too.
fn answer<'a>(index: &Index<'a>, group: &'a Group, versions: &[Version<'a>], own: usize, base: &str) -> Answer {
    let has_others = |v: &Version| v.sources.iter().any(|s| *s != base);
    let shared = has_others(&versions[own]);
    let unlike = versions.iter().enumerate().any(|(n, v)| n != own && has_others(v));
    match group.status {
        Status::Conflict if !unlike => Answer::Supported,
        Status::Conflict if is_wording(group) => Answer::QuotedDifferently,
        Status::Conflict => Answer::Contradicted,
        Status::Changed if unlike => changed(index, group, &versions[own], base),
        Status::Unresolved if !shared => Answer::Unresolved,
        Status::Compatible if group.disputed_by_parties && unlike => Answer::Unresolved,
        Status::Compatible if group.kind == GroupKind::Quote && !shared => Answer::QuotedDifferently,
        Status::Compatible if is_spelling(group) && !is_spelt_so(versions, own, base) => Answer::SpelledDifferently,
        _ => Answer::Supported,
    }
}

/// Why a claim of a draft has its answer, as a sentence.
pub fn why<'a>(index: &Index<'a>, check: &Check, group: &'a Group) -> String {
    match (check.answer, &index.elsewhere(check)[..]) {
        (Answer::SpelledDifferently, [first, ..]) => format!("Spelt {} elsewhere", first.text),
        _ => series::why(index, group),
    }
}

fn is_wording(group: &Group) -> bool {
    group.reasons.iter().any(|r| matches!(r, Reason::Wording | Reason::WordingCritical))
}

fn is_spelling(group: &Group) -> bool {
    group.kind == GroupKind::Name && group.reasons.contains(&Reason::NameVariant)
}

/// Whether another article has the last word of the name in the same spelling: forms come and go with given names and titles.
fn is_spelt_so(versions: &[Version], own: usize, base: &str) -> bool {
    let last = |wording: &&str| crate::text::fold::fold(wording.rsplit(' ').next().unwrap_or_default());
    let mine: FxHashSet<String> = versions[own].wordings.iter().map(last).collect();
    let others = versions.iter().filter(|v| v.sources.iter().any(|s| *s != base));
    others.flat_map(|v| v.wordings.iter().map(last)).any(|w| mine.contains(&w))
}

/// The answer to a value of a series. An article that has the last value tells of the earlier ones as such.
fn changed<'a>(index: &Index<'a>, group: &'a Group, own: &Version, base: &str) -> Answer {
    let has_others = |v: &Version| v.sources.iter().any(|s| *s != base);
    let steps = series::steps(index, group);
    match steps.last().map(|s| &s.version) {
        Some(last) if !last.sources.contains(&base) => Answer::Older,
        Some(last) if last.wordings == own.wordings && !has_others(last) => Answer::Newer,
        _ => Answer::Supported,
    }
}
