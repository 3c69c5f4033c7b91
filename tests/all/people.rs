//! Quotes with their speakers and roles with their people, on sentences of our own.

use std::fs;
use std::path::Path;

use claimdiff::article::{Meta, txt};
use claimdiff::claim::{Claim, Line, Short};
use claimdiff::extract::extract;
use claimdiff::reconcile::group::{GroupKind, Status};
use claimdiff::reconcile::reconcile;

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

/// Labels and status of the roles that two articles of one day tell.
fn roles(a: &str, b: &str) -> Vec<(String, Status)> {
    let line = |(i, text): (usize, &str)| {
        let article = txt::read(text.to_owned(), Meta::of_file(&format!("{i}.txt")), true);
        let extracted = extract(&article, Some("2026-03-12".parse().unwrap()));
        Line { source: extracted.source, claims: extracted.claims, ..Line::default() }
    };
    let groups = reconcile([a, b].into_iter().enumerate().map(line).collect(), &[GroupKind::Role]).groups;
    groups.into_iter().filter(|g| g.sources.len() > 1).map(|g| (g.label, g.status)).collect()
}

#[test]
fn one_office_has_one_holder() {
    let told = |title: &str, name: &str| format!("“The bridge is safe for everybody,” {title} {name} said on Monday.");
    let both = |a: &str, b: &str| roles(&told(a, "Ana Lindqvist"), &told(b, "Piet Harwen"));
    assert_eq!(both("Norwick mayor", "Norwick mayor"), [("who is: Norwick mayor".to_owned(), Status::Conflict)]);
    for (a, b) in [
        ("Norwick mayor", "Lund mayor"),
        ("Norwick mayor", "former Norwick mayor"),
        ("Norwick mayor", "acting Norwick mayor"),
        ("Norwick mayor", "Norwick deputy mayor"),
        ("Norwick councillor", "Norwick councillor"),
        ("Mayor", "Mayor"),
    ] {
        assert_eq!(both(a, b), [], "{a}, {b}");
    }
    let alike = roles(&told("Norwick mayor", "Ana Lindqvist"), &told("Norwick mayor", "Anna Lindquist"));
    assert!(alike.iter().all(|(_, status)| *status != Status::Conflict), "{alike:?}");
    let knows_both = format!("{} Ana Lindqvist was there.", told("Norwick mayor", "Piet Harwen"));
    assert_eq!(roles(&told("Norwick mayor", "Ana Lindqvist"), &knows_both), []);
}

/// The statuses of the roles of one person whom two articles give these titles.
fn titled(a: &str, b: &str) -> Vec<Status> {
    let told = |title: &str| format!("Ana Lindqvist, {title}, spoke in Lund on Monday.");
    roles(&told(a), &told(b)).into_iter().map(|(_, status)| status).collect()
}

#[test]
fn an_assistant_holds_another_office() {
    assert_eq!(titled("an assistant district attorney", "a district attorney"), [Status::Unresolved]);
    for (a, b) in
        [("an assistant professor", "a professor"), ("a district attorney", "a district attorney and former assistant district attorney")]
    {
        assert!(!titled(a, b).contains(&Status::Unresolved), "{a}, {b}");
    }
}

#[test]
fn one_title_in_two_bodies_is_left_to_the_reader() {
    assert_eq!(titled("head coach of the Orl Rovers", "head coach of the Dray Harriers"), [Status::Unresolved]);
    assert_eq!(titled("a professor at Orl University", "a professor at Dray University"), [Status::Unresolved]);
    for (a, b) in [
        ("chief executive of Orl Steel", "chief executive of Orl Steel Holdings"),
        ("a spokeswoman for the Ministry of Mines", "a spokeswoman for the Mines Ministry"),
        ("head coach of the Orl Rovers", "head coach of the team"),
        ("a member of the Orl Guild", "a member of the Dray Guild"),
    ] {
        assert!(!titled(a, b).contains(&Status::Unresolved), "{a}, {b}");
    }
}
