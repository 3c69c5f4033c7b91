//! Workflow commands of GitHub Actions: annotations that appear at the lines of a pull request
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).
//!
//! GitHub shows ten annotations of each kind a step and drops the rest, so the strongest come first and the rest are counted.

use std::io::{self, Write};

use super::index::{Index, Version};
use super::labels;
use super::layout::{counted, printable, shorten};
use super::region::{self, Region};
use crate::reconcile::group::{Group, Severity, Status};

/// Annotations of one kind that a step may show.
const MOST: usize = 10;
/// Bytes that a job summary may have.
pub const LARGEST_SUMMARY: usize = 1 << 20;
/// Columns of a title.
const TITLE: usize = 200;

/// Writes an annotation for each conflict, change and unresolved group that is new, then one line with the numbers.
pub fn write<'a>(index: &Index<'a>, out: &mut impl Write) -> io::Result<()> {
    let groups = index.groups(&[Status::Conflict, Status::Changed, Status::Unresolved]);
    let news: Vec<&'a Group> = groups.into_iter().filter(|g| index.is_news(g)).collect();
    for command in ["error", "warning", "notice"] {
        let all: Vec<&'a Group> = news.iter().copied().filter(|g| self::command(g) == command).collect();
        for g in all.iter().take(MOST) {
            writeln!(out, "{}", annotation(index, g))?;
        }
        if all.len() > MOST {
            writeln!(out, "{} not annotated; the summary of the job has all.", counted(all.len() - MOST, &format!("more {command}")))?;
        }
    }
    let s = &index.report.summary;
    let kept = if index.setting.known.is_some() { format!(", {} of them new", news.len()) } else { String::new() };
    let found = format!("{}, {} changed, {} unresolved{kept}", counted(s.conflict as usize, "conflict"), s.changed, s.unresolved);
    writeln!(out, "claimdiff read {}: {found}{}.", counted(index.report.sources.len(), "article"), index.report.set_aside())
}

/// A change over time and what could not be settled are for information.
fn command(g: &Group) -> &'static str {
    match (g.status, g.severity) {
        (Status::Conflict, Severity::Error) => "error",
        (Status::Conflict, _) => "warning",
        _ => "notice",
    }
}

fn annotation<'a>(index: &Index<'a>, g: &'a Group) -> String {
    let versions = index.versions(g);
    let mut place = Vec::new();
    if let Some((claim, source)) = region::first(&versions).and_then(|c| Some((c, index.source(&c.source)?))) {
        place.push(format!("file={}", property(index.file(source))));
        place.extend(Region::of(claim, source).map(properties));
    }
    let title = format!("{}: {}", labels::heading(g.status), shorten(&printable(&g.label), TITLE));
    place.push(format!("title={}", property(&title)));
    format!("::{} {}::{}", command(g), place.join(","), data(&message(index, &versions, g)))
}

/// Columns are allowed on one line only.
fn properties(r: Region) -> String {
    let lines = format!("line={},endLine={}", r.line, r.end_line);
    if r.line == r.end_line { format!("{lines},col={},endColumn={}", r.column, r.end_column) } else { lines }
}

/// The values with their sources, one a line, then why.
fn message<'a>(index: &Index<'a>, versions: &[Version<'a>], g: &'a Group) -> String {
    let row = |v: &Version<'a>| {
        let wordings: Vec<String> = v.wordings.iter().map(|w| printable(w)).collect();
        format!("{}: {}\n", wordings.join(" / "), printable(&index.names(&v.sources)))
    };
    format!("{}{} [{}]", versions.iter().map(row).collect::<String>(), printable(&index.explanation(g)), g.id)
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_a_command() {
        assert_eq!(data("9%\n::error::x"), "9%25%0A::error::x");
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
    }

    #[test]
    fn columns_stand_on_one_line_only() {
        let one = Region { line: 3, column: 2, end_line: 3, end_column: 9 };
        assert_eq!(properties(one), "line=3,endLine=3,col=2,endColumn=9");
        assert_eq!(properties(Region { end_line: 4, ..one }), "line=3,endLine=4");
    }
}
