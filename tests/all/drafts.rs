//! A draft held against articles: what bears it out, and what must not.

use std::fs;

use serde_json::Value;

use crate::program::{program, run, stdout};

/// A folder with a draft and articles, and what the program says of them.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new(draft: &str, articles: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("all")).unwrap();
        fs::write(folder.path().join("draft.txt"), draft).unwrap();
        for (n, text) in articles.iter().enumerate() {
            fs::write(folder.path().join(format!("all/{}.txt", n + 1)), text).unwrap();
        }
        Desk(folder)
    }

    fn says(&self, format: &str) -> String {
        let output = program().current_dir(&self.0).args(["--format", format, "--against", "draft.txt", "all"]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The answer to the claim with these words, and where it is said elsewhere.
    fn answer(&self, words: &str) -> (String, Vec<String>) {
        let report: Value = serde_json::from_str(&self.says("json")).unwrap();
        let texts = |ids: &Value| -> Vec<String> {
            let claims = report["claims"].as_array().unwrap();
            let text = |id: &Value| claims.iter().find(|c| c["id"] == *id).unwrap()["text"].as_str().unwrap().to_owned();
            ids.as_array().into_iter().flatten().map(text).collect()
        };
        let checks = report["against"]["checks"].as_array().unwrap();
        let check = checks.iter().find(|c| texts(&c["claims"]).iter().any(|t| t == words)).unwrap();
        (check["answer"].as_str().unwrap().to_owned(), texts(&check["elsewhere"]))
    }
}

fn answer(of: &str, draft: &str, article: &str) -> (String, Vec<String>) {
    Desk::new(draft, &[article]).answer(of)
}

fn found(answer: &str, elsewhere: &[&str]) -> (String, Vec<String>) {
    (answer.to_owned(), elsewhere.iter().map(|e| (*e).to_owned()).collect())
}

#[test]
fn a_copy_of_the_draft_has_no_say() {
    let draft = "stories/ferry-fire/2-harbour-gazette.txt";
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.txt");
    fs::copy(crate::program::fixtures().join(draft), &copy).unwrap();
    let report = stdout(&["--format", "json", "--against", copy.to_str().unwrap(), "stories/ferry-fire"]);
    let report: Value = serde_json::from_str(&report).unwrap();
    let alone: Value = serde_json::from_str(&stdout(&["--format", "json", "--against", draft, "stories/ferry-fire"])).unwrap();
    let answers = |r: &Value| -> Vec<(String, Value)> {
        let checks = r["against"]["checks"].as_array().unwrap();
        checks.iter().map(|c| (c["answer"].as_str().unwrap().to_owned(), c["sources"].clone())).collect()
    };
    assert_eq!(answers(&report), answers(&alone));
    assert_eq!(report["coverage"]["files_skipped"][0]["path"], "ferry-fire/2-harbour-gazette.txt");
    let text = stdout(&["--against", copy.to_str().unwrap(), "stories/ferry-fire"]);
    assert!(text.contains("2-harbour-gazette.txt was skipped: for the most part the text of copy itself"), "{text}");
}

#[test]
fn what_is_new_in_a_draft_since_an_earlier_report_is_marked() {
    let draft = |dead: &str| format!("Floods in Zarnovia killed {dead} people on March 3, 2026. The mayor, Karl Brem, resigned.");
    let article = "Floods in Zarnovia killed 11 people on March 3, 2026. The water stood 4 meters high.";
    let desk = Desk::new(&draft("11"), &[article]);
    fs::write(desk.0.path().join("old.json"), desk.says("json")).unwrap();
    fs::write(desk.0.path().join("draft.txt"), draft("17")).unwrap();
    let says = |format: &str| {
        let args = ["--format", format, "--baseline", "old.json", "--against", "draft.txt", "all"];
        let output = program().current_dir(&desk.0).args(args).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let text = says("text").replace('\n', " ");
    assert!(text.contains("; 1 of those not supported new since the earlier report."), "{text}");
    assert!(text.contains("  • (worse than before) people killed (Zarnovia"), "{text}");
    assert!(says("markdown").contains(" | worse than before: people killed (Zarnovia"), "{}", says("markdown"));
    assert!(
        says("html").contains("<p class=\"label\"><b class=\"news\">worse than before:</b> <b dir=\"auto\">people killed"),
        "{}",
        says("html")
    );
    fs::write(desk.0.path().join("old.json"), desk.says("json")).unwrap();
    let text = says("text").replace('\n', " ");
    assert!(text.contains("; nothing new since the earlier report."), "{text}");
}

#[test]
fn a_draft_alone_is_trouble() {
    let draft = "stories/ferry-fire/2-harbour-gazette.txt";
    let output = run(&["--against", draft, draft]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((said.as_str(), output.status.code()), ("claimdiff: 2-harbour-gazette: no other article to hold it against\n", Some(2)));
}

#[test]
fn words_within_a_longer_quotation_are_quoted() {
    let article = "\"The bridge was a very costly mistake for the whole valley,\" said Anna Holm.";
    let costly = |by: &str| answer("very costly mistake", &format!("The bridge was a \"very costly mistake\", said {by}."), article);
    assert_eq!(costly("Anna Holm").0, "supported");
    assert_eq!(costly("Karl Brem").0, "in_no_source");
    let other = answer("very cheap mistake", "The bridge was a \"very cheap mistake\", said Anna Holm.", article);
    assert_eq!(other.0, "in_no_source");
}

#[test]
fn what_another_speaker_says_is_shown_and_supports_nothing() {
    let article = "\"The bridge was a very costly mistake for the whole valley,\" said Anna Holm.";
    let desk = Desk::new("Some called the plan \"the whole valley\" first. \"A very costly mistake,\" said Karl Brem.", &[article]);
    let whole = "The bridge was a very costly mistake for the whole valley,";
    assert_eq!(desk.answer("A very costly mistake,"), found("in_no_source", &[whole]));
    assert!(desk.says("text").contains("“A very costly mistake”  (Karl Brem)  — said by others in 1"), "{}", desk.says("text"));
}

#[test]
fn a_name_with_other_letters_is_spelled_differently() {
    let spelt = |draft: &str, article: &str| {
        let text = |name: &str| format!("The mayor greeted {name} on Monday. {name} bowed.");
        answer(draft, &text(draft), &text(article))
    };
    assert_eq!(spelt("David Kalinov", "Davit Kalinov"), found("spelled_differently", &["Davit Kalinov"]));
    assert_eq!(spelt("Maria Kalinova", "Marie Kalinova").0, "in_no_source");
}

#[test]
fn a_measure_of_many_digits_is_shown_wherever_it_stands_and_bears_out_nothing() {
    let draft = "The rail line is 733 miles long, and 12 bridges cross it.";
    let article = "Ministers spoke of trade. Workers laid 1,180 kilometers (733 miles) of track. The king owns 12 bridges of gold.";
    assert_eq!(answer("733 miles", draft, article), found("in_no_source", &["733 miles"]));
}

#[test]
fn who_contradicts_a_draft_comes_before_who_has_the_same() {
    let says = |who: &str, more: &str| format!("2026-03-09\n\n{who} people died in the fire on the ferry Kestrel.{more}");
    let desk = Desk::new(&says("Twelve", ""), &[&says("Twelve", " It was old."), &says("Fourteen", ""), &says("Twelve", " It was new.")]);
    let text = desk.says("text");
    let found = text.split("✗ CONTRADICTED").nth(1).unwrap_or_default();
    let at = |words: &str| found.find(words).unwrap_or_else(|| panic!("{words}\n{text}"));
    assert!(at("draft.txt:3") < at("all/2.txt:3") && at("all/2.txt:3") < at("as in the draft: all/1.txt:3, all/3.txt:3"), "{text}");
    let page = desk.says("html");
    let check = page.split("<li class=\"check\">").find(|c| c.contains("Fourteen")).unwrap();
    let marks: Vec<&str> = check.split("<mark>").skip(1).filter_map(|m| m.split('<').next()).collect();
    assert_eq!(marks, ["Twelve people", "Fourteen people", "Twelve people", "Twelve people"]);
    assert!(desk.says("markdown").contains("Fourteen people (2:3); Twelve people (1:3, 3:3) |"), "{}", desk.says("markdown"));
    // who has the toll has the deaths
    assert_eq!(desk.answer("died").0, "supported");
}

#[test]
fn an_act_of_another_day_supports_nothing() {
    let draft = "2026-03-09\n\nTwelve people died in the fire.";
    let died = |article: &str| answer("died", draft, article).0;
    assert_eq!(died("2026-03-09\n\nThe pit is old. Twelve people died in the fire, and the owner fled."), "supported");
    assert_eq!(died("2026-03-09\n\nThe pit is old. Twelve people died in the fire in May 1999."), "in_no_source");
}

#[test]
fn two_forms_of_a_name_are_one_entry() {
    let desk = Desk::new(
        "2026-03-09\n\nThe envoy Steve Whitkov came to Zarnovia. Whitkov spoke for an hour.",
        &[
            "2026-03-09\n\nThe envoy Steve Witkov came to Zarnovia. Witkov spoke for an hour.",
            "2026-03-09\n\nSteve Witkov, the envoy, left Zarnovia. Witkov smiled.",
        ],
    );
    let text = desk.says("text");
    assert_eq!(text.matches("  • Steve Wit").count() + text.matches("  • Steve Whit").count(), 1, "{text}");
    assert!(text.contains("≈ SPELLED DIFFERENTLY"), "{text}");
}

#[test]
fn a_measure_that_another_has_stands_beside_it() {
    let draft = "2026-03-09\n\nThe line from Zarnovia to Karsk is 7.4 kilometers long.";
    let ridden = |how_far: &str| answer("7.4 kilometers", draft, &format!("2026-03-09\n\nThe first riders went {how_far} on Monday."));
    assert_eq!(ridden("7.4 kilometers"), found("in_no_source", &["7.4 kilometers"]));
    assert_eq!(ridden("7.5 kilometers"), found("in_no_source", &[]));
}
