//! Text quote selectors find their claims again.

use serde_json::Value;

use crate::program::{run, stdout, stories};

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

/// The text of each article of a story, by id.
fn texts(story: &str) -> Vec<(String, String)> {
    let output = run(&["extract", "--with", "text", story]);
    let lines = lines(std::str::from_utf8(&output.stdout).unwrap());
    lines.iter().map(|l| (l["source"]["id"].as_str().unwrap().to_owned(), l["text"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn prefix_exact_and_suffix_stand_in_the_text_where_the_claim_stands() {
    for story in stories() {
        let texts = texts(&story);
        for claim in lines(&stdout(&["--format", "jsonl", &story])).iter().filter(|l| l["type"] == "claim") {
            let text = &texts.iter().find(|(id, _)| claim["source"] == id.as_str()).unwrap().1;
            let part = |name: &str| claim["selector"][name].as_str().unwrap();
            let start = claim["byte_start"].as_u64().unwrap() as usize;
            let words = format!("{}{}{}", part("prefix"), part("exact"), part("suffix"));
            assert_eq!(part("exact"), claim["text"]);
            assert!(text[start - part("prefix").len()..].starts_with(&words), "{words}");
        }
    }
}

#[test]
fn context_ends_with_the_sentence() {
    let report = stdout(&["--format", "jsonl", "--only", "figure", "cli/input/one"]);
    let claims: Vec<Value> = lines(&report).into_iter().filter(|l| l["kind"] == "figure" && l["type"] == "claim").collect();
    let part = |n: usize, name: &str| claims[n]["selector"][name].as_str().unwrap().to_owned();
    let both = |n| [part(n, "prefix"), part(n, "exact"), part(n, "suffix")];
    assert_eq!(both(0), ["", "Two", " hurt in Lyon fire"]);
    assert_eq!(both(1), ["", "Two people", " were hurt in a fire in Lyon on "]);
}

#[test]
fn extract_lines_have_none() {
    assert!(!stdout(&["extract", "stories/ferry-fire"]).contains("selector"));
}
