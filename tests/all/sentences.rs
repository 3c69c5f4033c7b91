//! Where sentences end, on paragraphs of our own.

use std::fs;
use std::path::Path;

use claimdiff::article::{Meta, txt};

fn sentences(text: &str) -> Vec<String> {
    let article = txt::read(text.to_owned(), Meta::of_file("a.txt"), true);
    article.sentences.iter().map(|s| s.span.of(text).to_owned()).collect()
}

#[test]
fn sentences_end_where_the_bars_stand() {
    let file = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases/sentences.txt")).unwrap();
    let mut wrong = Vec::new();
    for line in file.lines().filter(|l| !l.starts_with('#')) {
        let wanted: Vec<&str> = line.split('|').map(str::trim).collect();
        let found = sentences(&line.replace(" | ", " ").replace('|', ""));
        if found != wanted {
            wrong.push(format!("wanted {line}\nfound  {}", found.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
