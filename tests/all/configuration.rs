//! The configuration file: what it adds to the tables, and what it silences.

use std::path::PathBuf;

use serde_json::Value;

use crate::program::{program, run, stdout};

/// A folder with a configuration in it.
struct Config {
    folder: tempfile::TempDir,
}

impl Config {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(".claimdiff.toml"), text).unwrap();
        Config { folder }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(".claimdiff.toml")
    }

    /// Writes articles and compares them in a folder below that of the configuration.
    fn report(&self, articles: &[&str]) -> Value {
        let below = self.folder.path().join("a/b");
        std::fs::create_dir_all(&below).unwrap();
        let names: Vec<String> = (1..=articles.len()).map(|n| format!("{n}.txt")).collect();
        for (name, text) in names.iter().zip(articles) {
            std::fs::write(below.join(name), text).unwrap();
        }
        let output = program().current_dir(&below).args(["--format", "json"]).args(&names).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn dismissal(values: &str) -> Config {
    Config::new(&format!(
        "[[dismiss]]\nid = \"d5091736\"\nstatus = \"conflict\"\nvalues = [{values}]\nreason = \"Known.\"\ndate = 2026-03-10\n"
    ))
}

#[test]
fn a_dismissed_finding_is_silent_and_listed() {
    let config = dismissal("\"Eleven dead\", \"14 lives\"");
    let file = config.file();
    let arguments = ["--config", file.to_str().unwrap(), "--only", "figure", "--fail-on", "conflict", "stories/ferry-fire"];
    let output = run(&arguments);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(
        text.contains(
            "\nDISMISSED  1 finding\n  d5091736 conflict: people killed (Naxos): \"Eleven dead\"; \"14 lives\"\n      Known. (2026-03-10)\n"
        ),
        "{text}"
    );
    assert!(!text.contains("CONFLICT"), "{text}");
    assert!(text.contains("\nNo conflict, no change, nothing unresolved but what is dismissed.\n"), "{text}");
    assert!(text.ends_with("from one source; 1 dismissed\n"), "{text}");
    let counts = |arguments: &[&str]| -> Value {
        let report: Value =
            serde_json::from_str(&stdout(&[arguments, &["--format", "json", "--only", "figure", "stories/ferry-fire"]].concat())).unwrap();
        serde_json::json!([report["summary"]["conflict"], report["summary"]["dismissed"]])
    };
    assert_eq!(counts(&[]), serde_json::json!([1, null]));
    assert_eq!(counts(&["--config", file.to_str().unwrap()]), serde_json::json!([0, 1]));
}

#[test]
fn every_format_says_what_is_dismissed() {
    let config = dismissal("\"Eleven dead\", \"14 lives\"");
    let file = config.file();
    for format in ["text", "markdown", "html", "json", "jsonl", "sarif"] {
        let report = stdout(&["--config", file.to_str().unwrap(), "--format", format, "stories/ferry-fire"]);
        assert!(report.contains("Known."), "{format}");
    }
    let page = stdout(&["--config", file.to_str().unwrap(), "--format", "html", "stories/ferry-fire"]);
    assert!(!page.contains("<article class=\"card conflict figure\" id=\"f-d5091736\""));
    let annotations = stdout(&["--config", file.to_str().unwrap(), "--format", "github", "stories/ferry-fire"]);
    assert!(!annotations.contains("d5091736") && annotations.ends_with("; 1 dismissed.\n"), "{annotations}");
}

#[test]
fn a_dismissal_lapses_with_a_further_value() {
    let config = dismissal("\"Eleven dead\"");
    let file = config.file();
    let arguments = ["--config", file.to_str().unwrap(), "--only", "figure", "--fail-on", "conflict", "stories/ferry-fire"];
    let output = run(&arguments);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text.contains("\nDISMISSED  1 finding, 0 of them silent\n"), "{text}");
    assert!(text.contains("(Naxos): \"Eleven dead\"\n      lapsed, for it has changed: Known. (2026-03-10)\n"), "{text}");
    assert!(text.contains("✗ CONFLICT  people killed"), "{text}");
}

#[test]
fn a_dismissal_holds_for_the_words_that_a_report_of_markdown_shows() {
    let said =
        |word: &str| format!("Dam breaks\n\nMay 4, 2026\n\n“We **{word}** saw the [old wall](x) of the dam give way,” Anna Holm said.\n");
    let config = Config::new("");
    for (name, word) in [("a.md", "always"), ("b.md", "never")] {
        std::fs::write(config.folder.path().join(name), said(word)).unwrap();
    }
    let report = |arguments: &[&str]| {
        let output = program().current_dir(config.folder.path()).args(arguments).args(["a.md", "b.md"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let json: Value = serde_json::from_str(&report(&["--format", "json", "--only", "quote"])).unwrap();
    let conflict = json["groups"].as_array().unwrap().iter().find(|g| g["status"] == "conflict").expect("a conflict");
    let values = "\"We always saw the old wall of the dam give way,\", \"We never saw the old wall of the dam give way,\"";
    let text = format!(
        "[[dismiss]]\nid = {}\nstatus = \"conflict\"\nvalues = [{values}]\nreason = \"Known.\"\ndate = 2026-05-05\n",
        conflict["id"]
    );
    std::fs::write(config.file(), text).unwrap();
    let shown = report(&["--only", "quote"]);
    assert!(shown.contains("\nDISMISSED  1 finding\n") && !shown.contains("CONFLICT"), "{shown}");
    assert!(!shown.contains("**") && !shown.contains("](x)"), "{shown}");
}

#[test]
fn a_dismissal_of_another_kind_is_not_looked_for() {
    let config = dismissal("\"Eleven dead\", \"14 lives\"");
    let file = config.file();
    let listed = |only: &[&str]| stdout(&[&["--config", file.to_str().unwrap(), "stories/museum-theft"], only].concat());
    assert!(listed(&[]).contains("14 lives\"\n      no longer found: Known."), "{}", listed(&[]));
    assert!(listed(&["--only", "role"]).contains("14 lives\"\n      not looked for: Known."), "{}", listed(&["--only", "role"]));
}

fn claims<'r>(report: &'r Value, kind: &str) -> Vec<&'r Value> {
    report["claims"].as_array().unwrap().iter().filter(|c| c["kind"] == kind).collect()
}

#[test]
fn an_alias_joins_two_names() {
    let articles =
        ["Talks in Zarnovia ended on Monday. Karl Ottokar Brem spoke.", "The talks in Zarnowia ended on Monday. Karl Ottokar Brehm spoke."];
    let names = |report: &Value| -> Vec<String> {
        let groups =
            report["groups"].as_array().unwrap().iter().filter(|g| g["kind"] == "name" && g["sources"].as_array().unwrap().len() == 2);
        groups.map(|g| g["label"].as_str().unwrap().to_owned()).collect()
    };
    let joined = Config::new("[aliases]\nZarnowia = \"Zarnovia\"\n").report(&articles);
    assert!(names(&joined).iter().any(|n| n.starts_with("Zarno")), "{:?}", names(&joined));
}

#[test]
fn a_unit_of_the_configuration_converts() {
    let config =
        "[[units]]\nname = \"zarn\"\ndimension = \"area\"\nbase = \"square meter\"\nfactor = \"1000\"\nwords = [\"zarn\", \"zarns\"]\n";
    let report = Config::new(config).report(&["The farm covers 40 zarns of land.", "The farm covers 40,000 square meters of land."]);
    let figures = claims(&report, "figure");
    assert_eq!(figures[0]["figure"]["unit"], "zarn");
    assert_eq!(figures[0]["figure"]["dimension"], "area");
}

#[test]
fn a_concept_of_the_configuration_labels_its_figures() {
    let config =
        "[[concepts]]\nname = \"lanterns_lit\"\nlabel = \"lanterns lit\"\ndimensions = [\"count\"]\nwords = [\"lanterns\", \"lit\"]\n";
    let articles = ["On Sunday 120 lanterns were lit in Brook.", "On Sunday 140 lanterns were lit in Brook."];
    let report = Config::new(config).report(&articles);
    let labels: Vec<&str> = report["groups"].as_array().unwrap().iter().filter_map(|g| g["label"].as_str()).collect();
    assert!(labels.iter().any(|l| l.starts_with("lanterns lit")), "{labels:?}");
}

#[test]
fn what_is_wrong_with_a_configuration_is_said_in_one_line() {
    let config = Config::new("[alias]\nKiev = \"Kyiv\"\n");
    let output = run(&["--config", config.file().to_str().unwrap(), "stories/ferry-fire"]);
    let wanted = format!("claimdiff: {}: unknown key \"alias\"; the nearest known one is \"aliases\"\n", config.file().display());
    assert_eq!((String::from_utf8(output.stderr).unwrap(), output.status.code()), (wanted, Some(2)));
}

/// Commands that do not use the configuration do not read it.
#[test]
fn a_configuration_that_is_wrong_stops_no_manual() {
    let config = Config::new("[alias]\n");
    for (arguments, status) in [(&["man"][..], 0), (&["schema"], 0), (&["completions", "bash"], 0), (&["extract", "."], 2)] {
        let output = program().current_dir(config.folder.path()).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn a_base_that_is_no_unit_is_said_with_the_nearest() {
    for (base, near) in [("square metre", "; the nearest known one is \"square meter\""), ("field of corn", "")] {
        let unit = format!("name = \"zarn\"\ndimension = \"area\"\nbase = \"{base}\"\nfactor = 1000\nwords = [\"zarn\"]\n");
        let config = Config::new(&format!("[[units]]\n{unit}"));
        let output = run(&["--config", config.file().to_str().unwrap(), "stories/ferry-fire"]);
        let wanted = format!("claimdiff: {}: unit \"zarn\": unknown base \"{base}\"{near}\n", config.file().display());
        assert_eq!((String::from_utf8(output.stderr).unwrap(), output.status.code()), (wanted, Some(2)));
    }
}

#[test]
fn a_configuration_that_is_named_must_be_there() {
    let output = run(&["--config", "no-such-file.toml", "stories/ferry-fire"]);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "claimdiff: no-such-file.toml: cannot be read: no such file or folder\n");
}

#[test]
fn shells_and_man_know_the_options() {
    assert!(stdout(&["completions", "bash"]).contains("--baseline"));
    let page = stdout(&["man"]);
    assert!(page.contains("\\-\\-baseline"));
    assert!(!page.contains("claimdiff\\-extract(1)"), "no page of a command is named that is not there");
    assert!(page.contains(".SH EXAMPLES\n.nf\n  claimdiff articles/\n"), "examples keep their lines");
    assert!(page.contains("\\fBclaimdiff explain [OPTIONS] <ID> <PATH>...\\fR\n"), "{page}");
}

#[test]
fn the_short_help_fits_a_screen() {
    let help = stdout(&["-h"]);
    assert!(help.lines().count() <= 45, "{help}");
    assert!(help.lines().all(|l| l.chars().count() <= 80), "{help}");
}
