//! What was not compared, in sentences for people.

use super::json::Report;
use super::layout::counted;

/// One sentence for each file that was skipped, for dates that could not be reckoned, and for each doubt about articles.
pub fn rows(report: &Report) -> Vec<String> {
    let mut rows: Vec<String> = report.coverage.files_skipped.iter().map(|s| format!("{} was skipped: {}", s.path, s.reason)).collect();
    let dates = report.coverage.dates_unresolved as usize;
    if dates > 0 {
        let undated = report.sources.iter().any(|s| s.published.is_none());
        let remedy = if undated { " (--date gives the day of articles that state none)" } else { "" };
        rows.push(format!("{} without a day that the text fixes{remedy}", counted(dates, "date")));
    }
    rows.extend(notes(report));
    rows
}

/// Files that are named before what is said of them.
const NAMED: usize = 4;

/// What is doubtful about the articles, each doubt once.
fn notes(report: &Report) -> Vec<String> {
    let mut by_message: Vec<(&str, Vec<&str>)> = Vec::new();
    for source in &report.sources {
        for note in &source.notes {
            match by_message.iter_mut().find(|(message, _)| *message == note.message) {
                Some((_, paths)) => paths.push(&source.path),
                None => by_message.push((&note.message, vec![&source.path])),
            }
        }
    }
    by_message.into_iter().map(|(message, paths)| format!("{}: {message}", named(paths))).collect()
}

fn named(mut paths: Vec<&str>) -> String {
    paths.dedup();
    let more = paths.len().saturating_sub(NAMED);
    let behind = if more > 0 { format!(" and {more} more") } else { String::new() };
    paths[..paths.len() - more].join(", ") + &behind
}
