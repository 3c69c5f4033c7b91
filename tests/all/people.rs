//! Quotes with their speakers and roles with their people, on sentences of our own.

use std::fs;
use std::path::Path;

use claimdiff::article::{Meta, txt};
use claimdiff::claim::{Claim, Short};
use claimdiff::extract::extract;

/// The wire name of a plain enum value.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap().trim_matches('"').to_owned()
}

fn quote(c: &Claim) -> Option<String> {
    let q = c.quote.as_ref()?;
    let or_nobody = |s: &Option<Short>| s.clone().unwrap_or("-".into());
    Some([word(&q.form).into(), or_nobody(&q.speaker), or_nobody(&c.claimer), c.text.clone()].join(" | "))
}

fn role(c: &Claim) -> Option<String> {
    let r = c.role.as_ref()?;
    Some([word(&r.status).into(), r.title.clone(), r.person.clone(), c.text.clone()].join(" | "))
}

fn claimer(c: &Claim) -> Option<String> {
    c.figure.as_ref()?;
    Some([c.claimer.clone().unwrap_or("-".into()), c.text.clone()].join(" | "))
}

/// Each case is a text and the lines of what is found in it.
fn check(file: &str, show: fn(&Claim) -> Option<String>) {
    let cases = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases").join(file)).unwrap();
    let mut wrong = Vec::new();
    for case in cases.split("\n\n").filter(|c| !c.starts_with('#')) {
        let (text, wanted) = case.trim().split_once('\n').unwrap_or((case.trim(), ""));
        let article = txt::read(text.replace('¶', "\n\n"), Meta::of_file("a.txt"), true);
        let found: Vec<String> = extract(&article, None).claims.iter().filter_map(show).collect();
        if found.join("\n") != wanted {
            wrong.push(format!("{text}\nwanted\n{wanted}\nfound\n{}", found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn quotes_have_their_speakers() {
    check("quotes.txt", quote);
}

#[test]
fn roles_are_bound_to_their_people() {
    check("roles.txt", role);
}

#[test]
fn figures_have_their_claimers() {
    check("claimers.txt", claimer);
}
