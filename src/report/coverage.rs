//! What was not compared, in sentences for people.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::index::Index;
use super::layout::counted;
use crate::claim::{BlockRole, Claim};
use crate::lexicon::lexicon;

/// One sentence for each file that was skipped, for claims that met no other, for dates that no day fixes, and for each doubt about
/// articles.
pub fn rows(index: &Index) -> Vec<String> {
    let report = index.report;
    let mut rows: Vec<String> =
        report.coverage.files_skipped.iter().map(|s| format!("{} was skipped: {}", index.within(&s.path), s.reason)).collect();
    rows.extend(alone(index));
    let dates = report.coverage.dates_unresolved as usize;
    if dates > 0 {
        let undated = report.sources.iter().any(|s| s.published.is_none());
        let remedy = if undated { " (--date gives the day of articles that state none)" } else { "" };
        rows.push(format!("{} that cannot be tied to a calendar day{remedy}", counted(dates, "date")));
    }
    rows.extend(notes(index));
    rows
}

/// How many claims met another, and what became of the others; nothing where all did.
fn alone(index: &Index) -> Option<String> {
    let report = index.report;
    let (aligned, all) = (report.coverage.claims_grouped as usize, report.coverage.claims as usize);
    let grouped: FxHashSet<&str> = report.groups.iter().flat_map(|g| &g.values).flat_map(|v| &v.claims).map(String::as_str).collect();
    let left: Vec<&Claim> = report.claims.iter().filter(|c| !grouped.contains(c.id.as_str())).collect();
    let once = grouped.len().saturating_sub(aligned);
    let out = if left.is_empty() { String::new() } else { format!(", {} not compared ({})", left.len(), reasons(index, &left)) };
    (aligned < all).then(|| format!("{aligned} of {} aligned with another mention, {once} mentioned only once{out}", counted(all, "claim")))
}

/// Why claims stand in no group: as many of the reasons as occur.
fn reasons(index: &Index, left: &[&Claim]) -> String {
    let repeated = |c: &Claim| c.duplicate_of.is_some() || matches!(c.block, BlockRole::Duplicate | BlockRole::PullQuote);
    let unspoken = |c: &Claim| !repeated(c) && c.quote.is_some() && c.claimer.is_none();
    let now = |c: &Claim| c.date.is_some() && lexicon().time.is_now(&c.text);
    let some = |is: &dyn Fn(&Claim) -> bool| left.iter().any(|c| is(c));
    let told = [
        (some(&repeated), "repeated passages"),
        (some(&unspoken), "quotations without a speaker"),
        (some(&|c| !repeated(c) && now(c)), "the word “now”"),
        (index.setting.some_kinds, "kinds not asked for"),
    ];
    let told: Vec<&str> = told.into_iter().filter(|(is, _)| *is).map(|(_, why)| why).collect();
    if told.is_empty() { "nothing to compare them by".to_owned() } else { told.join(", ") }
}

/// The most files named in a note; of the rest only the number is told.
const NAMED: usize = 4;

/// What is doubtful about the articles, each doubt once.
fn notes(index: &Index) -> Vec<String> {
    let mut by_message: Vec<(&str, Vec<Cow<str>>)> = Vec::new();
    for source in &index.report.sources {
        for note in &source.notes {
            match by_message.iter_mut().find(|(message, _)| *message == note.message) {
                Some((_, paths)) => paths.push(index.place(source)),
                None => by_message.push((&note.message, vec![index.place(source)])),
            }
        }
    }
    by_message.into_iter().map(|(message, paths)| format!("{}: {message}", named(paths))).collect()
}

fn named(mut paths: Vec<Cow<str>>) -> String {
    paths.dedup();
    let more = paths.len().saturating_sub(NAMED);
    let behind = if more > 0 { format!(" and {more} more") } else { String::new() };
    paths[..paths.len() - more].join(", ") + &behind
}
