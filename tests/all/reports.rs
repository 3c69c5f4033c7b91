//! The reports of the stories, as they were reviewed.

use claimdiff::report::index::{Index, Setting};
use claimdiff::report::json::Report;
use claimdiff::report::{html, wire};

use crate::library;
use crate::program::{fixtures, stdout, stories};

#[test]
fn the_reports_of_all_stories_are_as_reviewed() {
    for story in stories() {
        let slug = story.trim_start_matches("stories/");
        insta::assert_snapshot!(format!("{slug}.txt"), stdout(&[&story]));
        insta::assert_snapshot!(format!("{slug}.jsonl"), findings(&stdout(&["--format", "jsonl", &story])));
    }
}

/// The lines of a report in JSON Lines that say what was found.
fn findings(report: &str) -> String {
    let found = ["{\"type\":\"group\"", "{\"type\":\"coverage\"", "{\"type\":\"summary\""];
    let lines: Vec<&str> = report.lines().filter(|l| found.iter().any(|f| l.starts_with(f))).collect();
    lines.join("\n")
}

/// The report is a fixture, so that only a change of the page changes it.
#[test]
fn a_page_is_as_reviewed() {
    let json = std::fs::read_to_string(fixtures().join("reports/ferry-fire.json")).unwrap();
    let report: Report = serde_json::from_str(&json).unwrap();
    let mut page = Vec::new();
    html::write(&Index::new(&report, &Setting::default()), &mut page).unwrap();
    insta::assert_snapshot!("ferry-fire.html", elements(&String::from_utf8(page).unwrap()));
}

/// A page with an element a line, without its style, its script and their hashes.
fn elements(page: &str) -> String {
    let policy = regex::Regex::new("'sha256-[^']*'").unwrap();
    let own = regex::Regex::new("(?s)<(style|script)>.*?</(style|script)>").unwrap();
    let page = own.replace_all(page, "<$1></$1>");
    policy.replace_all(&page, "'sha256'").replace("><", ">\n<")
}

#[test]
fn a_whole_report_in_json_is_as_reviewed() {
    insta::assert_snapshot!("two-articles.json", stdout(&["--format", "json", "cli/input/one", "cli/input/two"]));
}

#[test]
fn an_extract_line_is_what_serde_would_write() {
    for file in stories().iter().flat_map(|s| library::story(s.trim_start_matches("stories/"))) {
        for line in library::lines(&file) {
            let written = String::from_utf8(wire::line(&line).unwrap()).unwrap();
            assert_eq!(written, serde_json::to_string(&line).unwrap() + "\n", "{}", file.name);
        }
    }
}
