//! What was not compared, in sentences for people.

use super::json::Report;
use super::layout::counted;

/// One sentence for each file that was skipped, for dates that could not be reckoned, and for what is doubtful about an article.
pub fn rows(report: &Report) -> Vec<String> {
    let mut rows: Vec<String> = report.coverage.files_skipped.iter().map(|s| format!("{} was skipped: {}", s.path, s.reason)).collect();
    let dates = report.coverage.dates_unresolved as usize;
    if dates > 0 {
        let undated = report.sources.iter().any(|s| s.published.is_none());
        let remedy = if undated { " (--date gives the day of articles that state none)" } else { "" };
        rows.push(format!("{} without a day that the text fixes{remedy}", counted(dates, "date")));
    }
    let notes = report.sources.iter().flat_map(|s| s.notes.iter().map(move |n| format!("{}: {}", s.path, n.message)));
    rows.extend(notes);
    rows
}
