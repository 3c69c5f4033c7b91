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

#[test]
fn spellings_of_one_name_are_compatible() {
    let report = report("pipeline-talks");
    assert_eq!(statuses(&report, "name", &["Kyiv", "Kiev"]), ["compatible"]);
    assert_eq!(statuses(&report, "name", &["Odesa", "Odessa"]), ["compatible"]);
    assert_eq!(statuses(&report, "name", &["Volodymyr Zelensky", "Volodymyr Zelenskyy"]), ["compatible"]);
}
