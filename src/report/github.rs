//! Workflow commands of GitHub Actions: annotations that appear at the lines of a pull request
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).
//!
//! GitHub shows ten annotations of each kind a step and drops the rest, so the strongest come first and the rest are counted.

use std::io::{self, Write};

use super::against::{self, Against, Answer, Check};
use super::index::{Index, Version};
use super::labels;
use super::layout::{counted, printable, shorten};
use super::region::{self, Region};
use super::series;
use crate::claim::Claim;
use crate::reconcile::group::{Group, Severity, Status};

/// Annotations of one kind that a step may show.
const MOST: usize = 10;
/// Bytes that a job summary may have.
pub const LARGEST_SUMMARY: usize = 1 << 20;
/// Columns of a title.
const TITLE: usize = 200;

/// A command and its annotation.
type Annotated = (&'static str, String);

/// Writes an annotation for each conflict, change and unresolved group that is new, or for each claim of a draft that the others do not
/// bear out, then one line with the numbers.
pub fn write(index: &Index, out: &mut impl Write) -> io::Result<()> {
    let list = index.report.against.as_ref().map_or_else(|| findings(index), |against| checks(index, against));
    for command in ["error", "warning", "notice"] {
        let all: Vec<&String> = list.iter().filter(|(c, _)| *c == command).map(|(_, text)| text).collect();
        for text in all.iter().take(MOST) {
            writeln!(out, "{text}")?;
        }
        if all.len() > MOST {
            writeln!(out, "{} not annotated; the summary of the job has all.", counted(all.len() - MOST, &format!("more {command}")))?;
        }
    }
    let read = counted(index.report.sources.len(), "article");
    writeln!(out, "claimdiff read {read}{}: {}.", skipped(index), printable(&numbers(index)))
}

fn findings<'a>(index: &Index<'a>) -> Vec<Annotated> {
    let groups = index.groups(&[Status::Conflict, Status::Changed, Status::Unresolved]).into_iter();
    groups.filter(|g| index.is_news(g)).map(|g| (command(g), annotation(index, g))).collect()
}

/// ` and skipped 2 files`, where there are such.
fn skipped(index: &Index) -> String {
    let files = index.report.coverage.files_skipped.len();
    if files == 0 { String::new() } else { format!(" and skipped {}", counted(files, "file")) }
}

fn numbers(index: &Index) -> String {
    if let Some(against) = &index.report.against {
        return format!("{}: {}", index.name(&against.base), labels::answers(index, against));
    }
    let s = &index.report.summary;
    let found =
        format!("{}, {} changed, {} unresolved{}", counted(s.conflict as usize, "conflict"), s.changed, s.unresolved, index.report.news());
    found + &index.report.set_aside()
}

/// The claims of a draft that another article contradicts, has later, or writes differently, at their lines.
fn checks<'a>(index: &Index<'a>, against: &'a Against) -> Vec<Annotated> {
    let is_found = |c: &&Check| c.answer < Answer::Supported;
    against.checks.iter().filter(is_found).filter_map(|c| Some((answer_command(c.answer), checked(index, c)?))).collect()
}

fn answer_command(answer: Answer) -> &'static str {
    match answer {
        Answer::Contradicted => "error",
        Answer::QuotedDifferently | Answer::Older => "warning",
        _ => "notice",
    }
}

fn checked<'a>(index: &Index<'a>, check: &'a Check) -> Option<String> {
    let group = index.group(&check.group).filter(|g| index.is_news(g))?;
    let claim = check.claims.first().and_then(|c| index.claim(c))?;
    let versions = if check.elsewhere.is_empty() { series::versions(index, group) } else { index.answers(check, group) };
    let title = format!("{}: {}", labels::answer_words(check.answer), shorten(&printable(&group.label), TITLE));
    let place = place(index, claim, &title);
    Some(format!(
        "::{} {}::{}",
        answer_command(check.answer),
        place,
        data(&message(index, &versions, group, &against::why(index, check, group)))
    ))
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
    let versions = series::versions(index, g);
    let title = format!("{}: {}", labels::heading(g.status), shorten(&printable(&g.label), TITLE));
    let place = region::first(&versions).map_or_else(|| format!("title={}", property(&title)), |claim| place(index, claim, &title));
    format!("::{} {place}::{}", command(g), data(&message(index, &versions, g, &series::why(index, g))))
}

/// File, lines and title of an annotation.
fn place<'a>(index: &Index<'a>, claim: &'a Claim, title: &str) -> String {
    let mut parts = Vec::new();
    if let Some(source) = index.source(&claim.source) {
        parts.push(format!("file={}", property(index.file(source))));
        parts.extend(Region::of(claim, source).map(properties));
    }
    parts.push(format!("title={}", property(title)));
    parts.join(",")
}

/// Columns are allowed on one line only.
fn properties(r: Region) -> String {
    let lines = format!("line={},endLine={}", r.line, r.end_line);
    if r.line == r.end_line { format!("{lines},col={},endColumn={}", r.column, r.end_column) } else { lines }
}

/// The values with their sources, one a line, then why.
fn message<'a>(index: &Index<'a>, versions: &[Version<'a>], g: &'a Group, why: &str) -> String {
    let row = |v: &Version<'a>| {
        let wordings: Vec<String> = v.wordings.iter().map(|w| printable(w)).collect();
        format!("{}: {}\n", wordings.join(" / "), printable(&index.names(&v.sources)))
    };
    format!("{}{} [{}]", versions.iter().map(row).collect::<String>(), printable(why), g.id)
}

/// What the platform reads as this text; other controls, which a path may hold, do not reach the terminal.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    text.replace(char::is_control, "\u{fffd}")
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
        assert_eq!(property("a\u{1b}[31m\n.txt"), "a\u{fffd}[31m%0A.txt");
    }

    #[test]
    fn columns_stand_on_one_line_only() {
        let one = Region { line: 3, column: 2, end_line: 3, end_column: 9 };
        assert_eq!(properties(one), "line=3,endLine=3,col=2,endColumn=9");
        assert_eq!(properties(Region { end_line: 4, ..one }), "line=3,endLine=4");
    }
}
