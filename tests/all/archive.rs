//! Many events in one folder: divided into stories, each compared by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::program::{run, run_with, stdout, stories};

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(&[&["--format", "json"], args].concat())).unwrap()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap()
}

/// For each story the paths of its sources.
fn told(report: &Value) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut told: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for s in report["sources"].as_array().unwrap() {
        told.entry(text(s, "story")).or_default().insert(text(s, "path"));
    }
    told
}

/// Groups by id (but for what tells them from those of other stories), kind and label, with status and values.
fn findings(report: &Value) -> BTreeSet<String> {
    let shown = |g: &Value| {
        let values: Vec<&Value> = g["values"].as_array().unwrap().iter().map(|v| &v["display"]).collect();
        format!("{} {} {} {} {values:?}", &text(g, "id")[..8], g["kind"], g["label"], g["status"])
    };
    report["groups"].as_array().unwrap().iter().map(shown).collect()
}

#[test]
fn a_folder_of_many_events_is_divided_into_its_stories() {
    let report = json(&["stories"]);
    let told = told(&report);
    assert_eq!(told.len(), stories().len(), "{told:#?}");
    for paths in told.values() {
        let folders: BTreeSet<&str> = paths.iter().map(|p| p.rsplit_once('/').unwrap().0).collect();
        assert_eq!(folders.len(), 1, "{paths:?}");
    }
}

#[test]
fn the_groups_of_a_mixed_folder_are_those_of_its_events() {
    let mixed = json(&["stories"]);
    let alone: BTreeSet<String> = stories().iter().flat_map(|s| findings(&json(&[s]))).collect();
    assert_eq!(findings(&mixed), alone);
    let origins: BTreeSet<&str> = mixed["sources"].as_array().unwrap().iter().map(|s| text(s, "origin")).collect();
    assert_eq!(origins.len(), origins.iter().filter(|o| o.starts_with('o')).count());
    let ids: BTreeSet<&str> = mixed["groups"].as_array().unwrap().iter().map(|g| text(g, "id")).collect();
    assert_eq!(ids.len(), mixed["groups"].as_array().unwrap().len());
}

#[test]
fn two_files_and_whatever_one_says_is_one_story() {
    let all = json(&["--story", "one", "stories"]);
    assert_eq!(told(&all).len(), 1);
    let two = json(&["stories/ferry-fire/1-meridian.txt", "stories/museum-theft/1-wire.txt"]);
    assert_eq!(told(&two).len(), 1);
}

#[test]
fn an_article_on_something_else_is_a_story_by_itself_and_changes_nothing() {
    for folder in stories() {
        let other = if folder.ends_with("museum-theft") { "stories/tram-opening/2-agency.txt" } else { "stories/museum-theft/1-wire.txt" };
        let mixed = json(&[&folder, other]);
        assert_eq!(told(&mixed).len(), 2, "{folder}");
        assert!(findings(&mixed).is_superset(&findings(&json(&[&folder]))), "{folder}");
    }
}

#[test]
fn a_story_that_is_told_in_the_lines_holds() {
    let lines = stdout(&["extract", "stories/ferry-fire", "stories/tram-opening"]);
    let told_lines: String = lines
        .lines()
        .map(|line| {
            let mut line: Value = serde_json::from_str(line).unwrap();
            let story = if text(&line["source"], "path").starts_with("ferry") { "a" } else { "b" };
            line["source"]["story"] = story.into();
            format!("{line}\n")
        })
        .collect();
    let report: Value = serde_json::from_slice(&run_with(&["reconcile", "--format", "json"], told_lines.as_bytes()).stdout).unwrap();
    assert_eq!(told(&report).keys().copied().collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn the_stories_of_lines_are_those_of_a_report() {
    let lines = stdout(&["extract", "stories"]);
    let said = run_with(&["stories"], lines.as_bytes()).stdout;
    let said: BTreeSet<(String, String)> = String::from_utf8(said)
        .unwrap()
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).unwrap())
        .map(|l| (text(&l, "id").to_owned(), text(&l, "story").to_owned()))
        .collect();
    let report = json(&["stories"]);
    let sources = report["sources"].as_array().unwrap();
    assert_eq!(said, sources.iter().map(|s| (text(s, "id").to_owned(), text(s, "story").to_owned())).collect());
}

#[test]
fn a_file_under_two_arguments_is_read_once() {
    let twice = json(&["stories/ferry-fire", "stories/ferry-fire/1-meridian.txt", "./stories/../stories/ferry-fire"]);
    assert_eq!(twice, json(&["stories/ferry-fire"]));
}

#[test]
fn a_broken_line_costs_itself_only() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("many.jsonl");
    let mut lines: Vec<u8> = Vec::new();
    for n in 0..2000 {
        match n {
            700 => lines.extend(b"{\"text\": \"cut off"),
            900 => lines.extend(b"{\"text\": \"\xff\"}"),
            _ => lines.extend(format!("{{\"id\": \"a{n}\", \"text\": \"In {n} the harbour had {n} boats.\"}}").bytes()),
        }
        lines.push(b'\n');
    }
    fs::write(&file, &lines).unwrap();
    let output = run(&["extract", file.to_str().unwrap()]);
    assert!(output.status.success());
    assert_eq!(output.stdout.iter().filter(|b| **b == b'\n').count(), 2000);
    let error = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = error.lines().collect();
    assert_eq!(lines[0], "claimdiff: many.jsonl:701: skipped: not a JSON article: EOF while parsing a string at column 17");
    assert_eq!(lines[1..], ["claimdiff: many.jsonl:901: skipped: not UTF-8"]);
    // Standard input goes line by line too.
    let piped = run_with(&["extract", "-"], &fs::read(&file).unwrap());
    assert_eq!(piped.stdout.iter().filter(|b| **b == b'\n').count(), 2000);
}
