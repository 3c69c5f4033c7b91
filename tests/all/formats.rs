//! Formats that other programs read, on the stories: as they were reviewed, and as their standards want them.

use boon::{Compiler, Schemas};
use serde_json::Value;

use crate::program::{fixtures, program, stdout, stories};

#[test]
fn the_formats_of_all_stories_are_as_reviewed() {
    for story in stories() {
        let slug = story.trim_start_matches("stories/");
        for format in ["markdown", "sarif", "github"] {
            insta::assert_snapshot!(format!("{slug}.{format}"), stdout(&["--format", format, &story]));
        }
    }
}

#[test]
fn drafts_are_checked_as_reviewed() {
    for (story, draft) in
        [("ferry-fire", "2-harbour-gazette.txt"), ("drina-flood", "1-first-day.txt"), ("pipeline-talks", "3-steppe-monitor.md")]
    {
        let draft = format!("stories/{story}/{draft}");
        insta::assert_snapshot!(format!("{story}.against"), stdout(&["--against", &draft, &format!("stories/{story}")]));
    }
}

const DRAFT: [&str; 3] = ["--against", "stories/ferry-fire/2-harbour-gazette.txt", "stories/ferry-fire"];

#[test]
fn a_draft_is_checked_in_every_format() {
    for format in ["markdown", "sarif", "github"] {
        insta::assert_snapshot!(format!("ferry-fire.against.{format}"), stdout(&[&["--format", format], &DRAFT[..]].concat()));
    }
    let page = stdout(&[&["--format", "html"], &DRAFT[..]].concat());
    assert!(page.contains("<h2 id=\"h-draft\">The draft: <bdi>2-harbour-gazette</bdi></h2>"), "the draft stands on the page");
    assert!(page.contains("<option value=\"1\" selected>"), "the draft is the base article");
}

/// `sarif-schema-2.1.0.json` is the schema of the OASIS standard, unchanged, from <https://github.com/oasis-tcs/sarif-spec>; Copyright
/// OASIS Open, which permits copying under its policy on intellectual property.
#[test]
fn sarif_is_valid_by_the_schema_of_the_standard() {
    let schema: Value = serde_json::from_str(include_str!("sarif-schema-2.1.0.json")).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    compiler.add_resource("sarif.json", schema).unwrap();
    let index = compiler.compile("sarif.json", &mut schemas).unwrap();
    let arguments = stories().into_iter().chain(["cli/input".to_owned()]).map(|path| vec![path]);
    for arguments in arguments.chain([DRAFT.map(str::to_owned).into()]) {
        let log = sarif(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        if let Err(e) = schemas.validate(&log, index) {
            panic!("{arguments:?}: {e:#}");
        }
    }
}

fn sarif(arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(&[&["--format", "sarif"], arguments].concat())).unwrap()
}

/// The text that a region covers, by lines and columns.
fn covered(text: &str, region: &Value) -> String {
    let number = |name: &str| region[name].as_u64().unwrap() as usize;
    let lines: Vec<&str> = text.split('\n').collect();
    let range = number("startLine") - 1..number("endLine");
    let mut words = lines[range].join("\n").chars().collect::<Vec<char>>();
    let last = lines[number("endLine") - 1].chars().count();
    words.truncate(words.len() + number("endColumn") - 1 - last);
    words[number("startColumn") - 1..].iter().collect()
}

#[test]
fn regions_cover_the_words_that_they_say() {
    let mut seen = 0;
    for story in stories() {
        let log = sarif(&[&story]);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let related = |r: &Value| r["relatedLocations"].as_array().cloned().unwrap_or_default();
        for location in results.iter().flat_map(|r| [r["locations"].as_array().cloned().unwrap(), related(r)].concat()) {
            let place = &location["physicalLocation"];
            let Some(region) = place.get("region") else { continue };
            let file = fixtures().join(place["artifactLocation"]["uri"].as_str().unwrap());
            assert_eq!(covered(&std::fs::read_to_string(file).unwrap(), region), region["snippet"]["text"].as_str().unwrap());
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn fingerprints_outlive_an_added_paragraph() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("ferry-fire");
    std::fs::create_dir(&story).unwrap();
    for entry in std::fs::read_dir(fixtures().join("stories/ferry-fire")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let more = format!("{text}\nThe weather on the island was fine, and the shops stayed open.\n");
        std::fs::write(story.join(path.file_name().unwrap()), more).unwrap();
    }
    let prints = |log: Value| -> Vec<Value> {
        log["runs"][0]["results"].as_array().unwrap().iter().map(|r| r["partialFingerprints"].clone()).collect()
    };
    assert_eq!(prints(sarif(&[story.to_str().unwrap()])), prints(sarif(&["stories/ferry-fire"])));
}

#[test]
fn a_job_on_github_gets_a_summary() {
    let folder = tempfile::tempdir().unwrap();
    let summary = folder.path().join("summary.md");
    std::fs::write(&summary, "# Before\n").unwrap();
    let output = program().args(["--format", "github", "stories/ferry-fire"]).env("GITHUB_STEP_SUMMARY", &summary).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), stdout(&["--format", "github", "stories/ferry-fire"]));
    let wanted = format!("# Before\n{}", stdout(&["--format", "markdown", "stories/ferry-fire"]));
    assert_eq!(std::fs::read_to_string(&summary).unwrap(), wanted);
}

#[test]
fn a_baseline_says_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.json");
    let report = stdout(&["--format", "json", "--only", "figure", "stories/ferry-fire"]);
    std::fs::write(&old, report).unwrap();
    let log = sarif(&["--baseline", old.to_str().unwrap(), "stories/ferry-fire"]);
    let states: Vec<(&str, &str)> = log["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| (r["ruleId"].as_str().unwrap(), r["baselineState"].as_str().unwrap()))
        .collect();
    assert_eq!(states, [("conflict/role", "new"), ("conflict/figure", "unchanged")]);
    let annotations = stdout(&["--format", "github", "--baseline", old.to_str().unwrap(), "stories/ferry-fire"]);
    assert!(!annotations.contains("people killed"), "{annotations}");
    let report = |format: &str| stdout(&["--format", format, "--baseline", old.to_str().unwrap(), "stories/ferry-fire"]);
    let json: Value = serde_json::from_str(&report("json")).unwrap();
    let since: Vec<(&str, &str)> =
        json["groups"].as_array().unwrap().iter().take(2).map(|g| (g["kind"].as_str().unwrap(), g["baseline"].as_str().unwrap())).collect();
    assert_eq!((&since[..], &json["summary"]["new"]), (&[("role", "new"), ("figure", "known")][..], &1.into()));
    assert!(report("text").contains("✗ CONFLICT (new)  Dimitris Vamvakas: minister"), "{}", report("text"));
    assert!(report("markdown").contains("### ✗ Conflict (new): Dimitris Vamvakas: minister\n"), "{}", report("markdown"));
    for format in ["text", "markdown", "github"] {
        assert!(report(format).contains("2 conflicts, 0 changed, 0 unresolved, 1 of them new"), "{format}: {}", report(format));
    }
    assert!(report("html").contains("<b class=\"news\">new:</b>"));
}

#[test]
fn what_is_no_baseline_is_said_in_plain_words() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.json");
    let error = |text: &str| {
        std::fs::write(&old, text).unwrap();
        let output = crate::program::run(&["--baseline", old.to_str().unwrap(), "stories/ferry-fire"]);
        String::from_utf8(output.stderr).unwrap().replace(old.to_str().unwrap(), "old.json")
    };
    let none = "claimdiff: old.json: no report of --format json: ";
    assert_eq!(error(""), format!("{none}the file is empty\n"));
    assert_eq!(error("[]"), format!("{none}it holds no JSON object\n"));
    let lines = stdout(&["--format", "jsonl", "stories/ferry-fire"]);
    assert_eq!(error(&lines), format!("{none}it has lines of --format jsonl or of claimdiff extract\n"));
    let other = stdout(&["--format", "json", "stories/museum-theft"]);
    assert_eq!(error(&other), "claimdiff: the earlier report has hardly any of the groups of this one; was it made of other articles?\n");
    assert_eq!(error(&stdout(&["--format", "json", "stories/ferry-fire"])), "");
}
