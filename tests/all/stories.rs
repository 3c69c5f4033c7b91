//! Whole comparisons: the articles of `fixtures/stories`, and what an editor must be told about each.

use serde_json::Value;

use crate::program::stdout;

fn report(story: &str) -> Value {
    serde_json::from_str(&stdout(&["--format", "json", &format!("stories/{story}")])).unwrap()
}

/// The groups of a kind that hold all these values, as written, and maybe others: their statuses.
fn statuses(report: &Value, kind: &str, displays: &[&str]) -> Vec<String> {
    let has = |g: &Value, wanted: &str| g["values"].as_array().unwrap().iter().any(|v| v["display"] == wanted);
    let groups = report["groups"].as_array().unwrap().iter();
    groups.filter(|g| g["kind"] == kind && displays.iter().all(|d| has(g, d))).map(|g| g["status"].as_str().unwrap().to_owned()).collect()
}

/// Asserts that one group holds all these values, and its status.
#[track_caller]
fn told(report: &Value, kind: &str, displays: &[&str], status: &str) {
    assert_eq!(statuses(report, kind, displays), [status], "{displays:?}");
}

/// Asserts that no group holds all these values.
#[track_caller]
fn apart(report: &Value, kind: &str, displays: &[&str]) {
    assert_eq!(statuses(report, kind, displays), [""; 0], "{displays:?}");
}

#[test]
fn ferry_fire_has_conflicts() {
    let report = report("ferry-fire");
    told(&report, "role", &["Greece's shipping minister", "former shipping minister"], "conflict");
    told(&report, "figure", &["34", "34 people"], "agree");
    told(&report, "figure", &["214 passengers", "More than 200 passengers"], "compatible");
    apart(&report, "figure", &["11 people", "81 people"]);
    apart(&report, "figure", &["34", "six"]);
}

#[test]
fn drina_flood_has_changed() {
    let report = report("drina-flood");
    told(&report, "figure", &["40 million euros", "55 million euros"], "changed");
    apart(&report, "figure", &["at least five people", "more than 60 people"]);
}

#[test]
fn pipeline_talks_say_one_thing_in_many_ways() {
    let report = report("pipeline-talks");
    told(&report, "name", &["Kyiv", "Kiev"], "compatible");
    told(&report, "name", &["Odesa", "Odessa"], "compatible");
    told(&report, "name", &["Volodymyr Zelensky", "Volodymyr Zelenskyy"], "compatible");
    told(&report, "figure", &["$3.96 billion", "around $4 billion"], "compatible");
    told(&report, "figure", &["nearly six hours", "five hours and 50 minutes"], "compatible");
    assert_eq!(report["summary"]["conflict"], 0);
}

#[test]
fn museum_theft_has_a_reprint_that_changed_a_figure() {
    let report = report("museum-theft");
    told(&report, "figure", &["seven drawings", "nine drawings"], "conflict");
    told(&report, "figure", &["2.6 million euros"], "agree");
    let origins: Vec<&Value> = report["sources"].as_array().unwrap().iter().map(|s| &s["origin"]).collect();
    assert_eq!(origins[0], origins[1]);
    assert_ne!(origins[0], origins[2]);
}

#[test]
fn tram_opening_is_silent() {
    let report = report("tram-opening");
    told(&report, "figure", &["12 stops"], "agree");
    apart(&report, "figure", &["12 stops", "14 stops"]);
    for status in ["conflict", "changed", "unresolved"] {
        assert_eq!(report["summary"][status], 0, "{status}");
    }
}
