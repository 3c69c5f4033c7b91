//! The report in SARIF 2.1.0 (OASIS, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>): a result for each conflict, at the value that
//! fewest sources have, with the other values as related locations; or for each claim of a draft that the others do not bear out. The types
//! below are the part of the standard that is needed.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::against::{Answer, Check};
use super::dismissal::Dismissed;
use super::index::{Index, Version};
use super::region::{self, Region};
use super::{coverage, labels, series};
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Severity, Status};

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    invocations: [Invocation; 1],
    column_kind: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: String,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: String,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: BTreeMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    physical_location: PhysicalLocation<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<SarifRegion<'a>>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRegion<'a> {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    snippet: Snippet<'a>,
}

#[derive(Serialize)]
struct Snippet<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    justification: &'a str,
}

/// Writes the log.
pub fn write(index: &Index, out: &mut impl Write) -> io::Result<()> {
    let log = Log { schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run(index)] };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn run<'a>(index: &Index<'a>) -> Run<'a> {
    let results = match &index.report.against {
        Some(against) => against.checks.iter().filter_map(|c| checked(index, c)).collect(),
        None => index.report.groups.iter().filter(|g| g.status == Status::Conflict).filter_map(|g| finding(index, g)).collect(),
    };
    let rules = GroupKind::ALL.map(rule).into_iter().chain(index.report.against.iter().flat_map(|_| ANSWERS.map(answer_rule))).collect();
    Run {
        tool: Tool { driver: Driver { name: "claimdiff", semantic_version: env!("CARGO_PKG_VERSION"), rules } },
        invocations: [invocation(index)],
        column_kind: "unicodeCodePoints",
        results,
    }
}

fn invocation(index: &Index) -> Invocation {
    let notification = |text| Notification { level: "note", message: Message { text } };
    Invocation { execution_successful: true, tool_execution_notifications: coverage::rows(index).into_iter().map(notification).collect() }
}

fn rule_id(kind: GroupKind) -> String {
    format!("conflict/{}", labels::kind(kind))
}

fn rule(kind: GroupKind) -> Rule {
    let (short, full) = match kind {
        GroupKind::Figure => {
            ("Articles give figures that cannot all be true", "No number satisfies all figures that the articles give for one thing.")
        }
        GroupKind::Date => {
            ("Articles date one event differently", "No day or time satisfies all dates that the articles give for one event.")
        }
        GroupKind::Name => {
            ("Articles name one person or place differently", "The names that the articles use cannot be those of one person or place.")
        }
        GroupKind::Role => (
            "Articles give one person unlike offices",
            "A person cannot hold the offices, or hold and have left the office, that the articles say.",
        ),
        GroupKind::Place => ("Articles place one event differently", "No place holds all the places that the articles give for one event."),
        GroupKind::Quote => {
            ("Articles quote one utterance differently", "Words of one utterance, or its speaker, differ between the articles.")
        }
        GroupKind::Event => ("Articles tell one event differently", "The articles say of one event what cannot all have happened."),
    };
    let help = "Read the sentences at the locations. What agrees in meaning is no conflict: say so in .claimdiff.toml, and it stays quiet until it changes.";
    Rule {
        id: rule_id(kind),
        short_description: text(short),
        full_description: text(full),
        help: text(help),
        default_configuration: Configuration { level: "error" },
    }
}

/// What the other articles may say against a claim of a draft, each a rule.
const ANSWERS: [Answer; 6] =
    [Answer::Contradicted, Answer::QuotedDifferently, Answer::Older, Answer::Newer, Answer::SpelledDifferently, Answer::Unresolved];

fn answer_rule(answer: Answer) -> Rule {
    let (id, full) = match answer {
        Answer::Contradicted => ("contradicted", "Another article has what cannot be true as well."),
        Answer::QuotedDifferently => ("quoted-differently", "Another article has other words between its quotation marks."),
        Answer::Older => ("older", "Another article has a later value."),
        Answer::Newer => ("newer", "The other articles have earlier values only."),
        Answer::SpelledDifferently => ("spelled-differently", "The other articles spell the name in another way."),
        _ => ("unresolved", "It could not be settled whether the other articles agree."),
    };
    Rule {
        id: format!("draft/{id}"),
        short_description: text(labels::answer_words(answer)),
        full_description: text(full),
        help: text("Read the sentences of the other articles at the related locations."),
        default_configuration: Configuration { level: answer_level(answer) },
    }
}

fn answer_level(answer: Answer) -> &'static str {
    match answer {
        Answer::Contradicted => "error",
        Answer::QuotedDifferently | Answer::Older => "warning",
        _ => "note",
    }
}

/// A claim of the draft that the other articles do not bear out, with their words as related locations.
fn checked<'a>(index: &Index<'a>, check: &'a Check) -> Option<Finding<'a>> {
    let number = ANSWERS.iter().position(|a| *a == check.answer)?;
    let g = index.group(&check.group)?;
    let own = check.claims.first().and_then(|c| index.claim(c))?;
    let versions = index.answers(check, g);
    Some(Finding {
        rule_id: answer_rule(check.answer).id,
        rule_index: GroupKind::ALL.len() + number,
        level: answer_level(check.answer),
        ..result(index, g, &versions, own)?
    })
}

fn text(text: &str) -> Message {
    Message { text: text.to_owned() }
}

fn finding<'a>(index: &Index<'a>, g: &'a Group) -> Option<Finding<'a>> {
    let versions = index.versions(g);
    result(index, g, &versions, region::first(&versions)?)
}

/// A group as it is found at one of its claims.
fn result<'a>(index: &Index<'a>, g: &'a Group, versions: &[Version<'a>], first: &'a Claim) -> Option<Finding<'a>> {
    let others = versions.iter().flat_map(|v| v.by_source()).filter(|c| c.id != first.id);
    let related: Vec<Location> = others.enumerate().filter_map(|(n, c)| location(index, c, Some(n + 1))).collect();
    Some(Finding {
        rule_id: rule_id(g.kind),
        rule_index: GroupKind::ALL.iter().position(|k| *k == g.kind)?,
        level: level(g.severity),
        message: Message { text: message(index, versions, first, g) },
        locations: vec![location(index, first, None)?],
        related_locations: related,
        partial_fingerprints: BTreeMap::from([("claimdiffGroup/v1", g.id.as_str())]),
        baseline_state: g.baseline.map(|_| if index.is_news(g) { "new" } else { "unchanged" }),
        suppressions: suppressions(index, g),
    })
}

/// What is said here and what elsewhere, then why that is a conflict; elsewhere is a link to the related location.
fn message<'a>(index: &Index<'a>, versions: &[Version<'a>], first: &Claim, g: &'a Group) -> String {
    let mut number = 0;
    let mut here = String::new();
    let mut elsewhere = Vec::new();
    for v in versions {
        let others = v.by_source().iter().filter(|c| c.id != first.id).count();
        let wording = plain(v.wordings.first().unwrap_or(&""));
        if v.claims.iter().any(|c| c.id == first.id) {
            here = format!("{wording} in {}", plain(&index.names(&v.sources)));
        } else {
            elsewhere.push(format!("[{wording}]({}) in {}", number + 1, plain(&index.names(&v.sources))));
        }
        number += others;
    }
    elsewhere.insert(0, here);
    format!("{}: {}. {}.", plain(&g.label), elsewhere.join("; "), plain(&series::why(index, g)))
}

/// Text without a link in it (section 3.11.6 of the standard).
fn plain(text: &str) -> String {
    super::layout::printable(text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn location<'a>(index: &Index<'a>, claim: &'a Claim, id: Option<usize>) -> Option<Location<'a>> {
    let source = index.source(&claim.source)?;
    let region = Region::of(claim, source).map(|r| SarifRegion {
        start_line: r.line,
        start_column: r.column,
        end_line: r.end_line,
        end_column: r.end_column,
        snippet: Snippet { text: &claim.text },
    });
    let message = source.sentences.get(claim.sentence as usize).map(|s| Message { text: plain(&s.text) });
    let artifact_location = ArtifactLocation { uri: uri(index.file(source)) };
    Some(Location { id, message, physical_location: PhysicalLocation { artifact_location, region } })
}

fn suppressions<'a>(index: &Index<'a>, g: &Group) -> Vec<Suppression<'a>> {
    let suppression = |d: &'a Dismissed| Suppression { kind: "external", justification: &d.reason };
    index.dismissal(g).map(suppression).into_iter().collect()
}

/// A path as a relative reference (RFC 3986).
pub fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for b in path.bytes() {
        match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(b as char),
            _ => out += &format!("%{b:02X}"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("drafts/été 1#2.txt"), "drafts/%C3%A9t%C3%A9%201%232.txt");
    }

    #[test]
    fn articles_write_no_links() {
        assert_eq!(plain("[sic](1)\n"), "\\[sic\\](1) ");
    }
}
