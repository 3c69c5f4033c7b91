//! What breaks programs, as a table. Each input is compared with an article of a few lines, which must be read whatever stands beside it,
//! within bounds of memory and processor time that only work beyond all measure reaches.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::laws::no_controls;
use crate::program::{fixtures, program, run_with};

/// An input, and what the program makes of it.
struct Case {
    /// The name of the file; how it is shown when that is unlike.
    name: &'static str,
    shown: Option<&'static str>,
    bytes: Vec<u8>,
    /// The lines on standard error.
    said: &'static [&'static str],
    /// The articles in it.
    articles: usize,
    /// The most claims that it may give.
    claims: usize,
}

/// A file that is an article, silently.
fn article(name: &'static str, bytes: impl Into<Vec<u8>>, claims: usize) -> Case {
    Case { name, shown: None, bytes: bytes.into(), said: &[], articles: 1, claims }
}

/// A file that is none.
fn refused(name: &'static str, bytes: impl Into<Vec<u8>>, said: &'static [&'static str]) -> Case {
    Case { said, articles: 0, ..article(name, bytes, 0) }
}

/// A page around some markup, with words enough to be an article.
fn page(markup: &str) -> String {
    format!(
        "<!doctype html><html><body>{markup}<p>Eleven people died in the fire on the ferry off Naxos, the coast guard said.</p></body></html>"
    )
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
}

const NEWS: &str = "Ferry fire kills 14\n\n9 March 2026\n\nFourteen people died when a ferry burned off Naxos, the coast guard said.\n";
const MANY: usize = 8_000;

/// Long runs of one thing.
fn runs() -> Vec<Case> {
    vec![
        article("digits.txt", "9".repeat(MANY * 10), 1),
        article("numbers.txt", "9 ".repeat(MANY), MANY),
        article("thousands.txt", "1,000,".repeat(MANY), MANY),
        article("days.txt", "9 March 2026 ".repeat(MANY / 10), MANY / 10),
        article("marks.txt", "\"".repeat(MANY), 1),
        article("open-marks.txt", "“".repeat(MANY), 1),
        article("quoted.txt", " \"a\"".repeat(MANY), MANY),
        article("sayings.txt", "\"Yes,\" said Holm. ".repeat(MANY / 10), MANY),
        article("names.txt", "Anna Holm ".repeat(MANY / 10), MANY),
        article("one-word.txt", "a".repeat(MANY * 50), 1),
        article("hyphens.txt", "a-".repeat(MANY), 1),
        article("labels.txt", "ab.".repeat(MANY), 1),
        article("stops.txt", "A.".repeat(MANY), MANY),
        article("titles.txt", "Mr. ".repeat(MANY), MANY),
        article("brackets.txt", "(".repeat(MANY), 1),
        article("prepositions.txt", "of the ".repeat(MANY), 1),
        article("one-line.txt", "Eleven people died on Monday. ".repeat(MANY / 10), MANY),
        article("ellipses.txt", "…".repeat(MANY * 10), 1),
        article("cries.txt", "! ".repeat(MANY * 5), 1),
        article("nested-marks.txt", "“a ‘b ".repeat(MANY), MANY),
        article("joined-verbs.txt", "and fell on Monday ".repeat(MANY), 2 * MANY),
        article("meanwhile.txt", "as he walked on Monday ".repeat(MANY), 2 * MANY),
        article("blank-lines.txt", "\n".repeat(MANY * 10) + NEWS, 30),
        article("accents.txt", format!("{NEWS}e{}", "\u{301}".repeat(MANY)), 30),
        article("joiners.txt", format!("{NEWS}👩{}", "\u{200d}👩".repeat(MANY)), 30),
        article("lists.txt", "- a\n".repeat(MANY), 1),
        article("headings.md", "# a\n".repeat(MANY), MANY),
        article("quoting.md", format!("{} {NEWS}", ">".repeat(MANY)), 30),
        refused("too-long.txt", "a ".repeat((4 << 20) + 1), &["too-long.txt: skipped: a text of more than 8 MiB"]),
        refused("too-many.txt", "9 ".repeat((1 << 20) + 1), &["too-many.txt: skipped: a text of more than a million words and marks"]),
    ]
}

/// Pages.
fn pages() -> Vec<Case> {
    vec![
        article("deep.html", page(&"<div>".repeat(100_000)), 10),
        article("deep-spans.html", page(&"<b><i>".repeat(50_000)), 10),
        article("deep-lists.html", page(&"<ul><li>".repeat(MANY)), 10),
        article("deep-tables.html", page(&"<table><tr><td>".repeat(MANY)), 10),
        article("wide.html", page(&"<p>Eleven died.</p>".repeat(2_000)), 9_000),
        article("attributes.html", page(&format!("<p {}>", (0..MANY).map(|i| format!("a{i}=1 ")).collect::<String>())), 10),
        article("long-attribute.html", page(&format!("<p class=\"{}\">", "x ".repeat(MANY * 5))), 10),
        article("entities.html", page(&"&lt;".repeat(MANY)), 10),
        article("ampersands.html", page(&format!("<p>{}</p>", "&amp; ".repeat(MANY * 40))), 10),
        article("escaped-attribute.html", page(&format!("<p title=\"{}\">", "&amp;".repeat(MANY * 40))), 10),
        article("bomb.html", bomb(), 10),
        article("json-ld.html", page(&format!("<script type=\"application/ld+json\">{}</script>", "[".repeat(100_000))), 10),
        article("authors.html", page(&authors()), 10),
        article("titles.html", page(&format!("<title>{0}</title><h1>{0}</h1>", words(MANY * 8))), 10),
        article("dates.html", page(&"<meta property=\"article:published_time\" content=\"2026-03-09\">".repeat(2_000)), 10),
        refused(
            "comment.html",
            format!("<html><body><!--{}", "-".repeat(MANY)),
            &["comment.html: skipped: no article found on the page; a comment is never closed; text of the article may be missing"],
        ),
        refused(
            "scripts.html",
            format!("<html><body>{}", "<script>".repeat(MANY)),
            &["scripts.html: skipped: no article found on the page; <script> is never closed; text of the article may be missing"],
        ),
    ]
}

/// This many words, no two alike.
fn words(n: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 16) as u8);
    let word = |n: usize| [n >> 12, n >> 8, n >> 4, n].map(letter).iter().collect::<String>();
    (0..n).map(|n| format!("w{} ", word(n))).collect()
}

/// Authors whose names stand in objects of their own.
fn authors() -> String {
    let words = words(MANY * 8);
    let all = || words.split_whitespace();
    let ids: Vec<String> = all().map(|w| format!("{{\"@id\":\"{w}\"}}")).collect();
    let people: Vec<String> = all().map(|w| format!("{{\"@id\":\"{w}\",\"name\":\"Anna {w}\"}}")).collect();
    let article = format!("{{\"@type\":\"NewsArticle\",\"author\":[{}]}}", ids.join(","));
    format!("<script type=\"application/ld+json\">{{\"@graph\":[{article},{}]}}</script>", people.join(","))
}

/// Entities that stand for ten others each, nine times over.
fn bomb() -> String {
    let level = |n: usize| format!("<!ENTITY a{} \"{}\">", n + 1, format!("&a{n};").repeat(10));
    let declared: String = (0..9).map(level).collect();
    page("&a9;").replace("<!doctype html>", &format!("<!DOCTYPE html [<!ENTITY a0 \"lol\">{declared}]>"))
}

/// What the ending of a name does not say.
fn disguises() -> Vec<Case> {
    vec![
        refused("gzip.txt", b"\x1f\x8b\x08\0\0\0\0\0", &["gzip.txt: skipped: gzip-compressed, not text"]),
        refused("pdf.txt", "%PDF-1.7\n1 0 obj", &["pdf.txt: skipped: a PDF, not text"]),
        refused("zip.txt", b"PK\x03\x04\x14\0\0\0", &["zip.txt: skipped: a ZIP archive or office document, not text"]),
        refused("picture.html", b"\x89PNG\r\n\x1a\n\0\0", &["picture.html: skipped: a PNG image, not text"]),
        refused("archive.txt", ["a.txt".as_bytes(), &[0; 95]].concat(), &["archive.txt: skipped: binary data, not text"]),
        refused("zero.txt", "Eleven died\0 off Naxos", &["zero.txt: skipped: binary data, not text"]),
        refused("spaces.txt", " \n\u{feff}\t ", &["spaces.txt: skipped: empty"]),
        refused("nothing.html", "", &["nothing.html: skipped: empty"]),
        article("page.txt", page(""), 10),
        article("no-page.html", NEWS, 30),
    ]
}

/// Bytes that are no text, or text of another kind.
fn encodings() -> Vec<Case> {
    let cut = |said, bytes: &[u8]| Case { said, ..article("cut.txt", bytes, 30) };
    vec![
        article("utf-16-le.txt", utf_16(NEWS, u16::to_le_bytes), 30),
        article("utf-16-be.txt", utf_16(NEWS, u16::to_be_bytes), 30),
        Case {
            said: &["odd-utf-16.txt: some bytes are not UTF-16LE"],
            ..article("odd-utf-16.txt", [utf_16(NEWS, u16::to_le_bytes), vec![65]].concat(), 30)
        },
        Case {
            said: &["half-pair.txt: some bytes are not UTF-16LE"],
            ..article("half-pair.txt", [utf_16(NEWS, u16::to_le_bytes), vec![0, 0xd8, 65, 0]].concat(), 30)
        },
        refused("utf-32.txt", b"\xff\xfe\0\0E\0\0\0", &["utf-32.txt: skipped: UTF-32, which is not read"]),
        cut(&["cut.txt: some bytes are not UTF-8"], &[NEWS.as_bytes(), b"\xe2\x80"].concat()),
        Case {
            said: &["overlong.txt: the encoding is not stated; read as windows-1252"],
            ..article("overlong.txt", [NEWS.as_bytes(), b" \xc0\xaf \xe0\x80\xaf"].concat(), 30)
        },
        Case {
            said: &["surrogates.txt: the encoding is not stated; read as GBK"],
            ..article("surrogates.txt", [NEWS.as_bytes(), b" \xed\xa0\x80\xed\xb0\x80"].concat(), 30)
        },
        Case { said: &["ones.txt: the encoding is not stated; read as windows-1256"], ..article("ones.txt", vec![0xff; MANY], 1) },
    ]
}

/// Characters that steer, hide or imitate.
fn characters() -> Vec<Case> {
    vec![
        article("escapes.txt", "\u{1b}[2J\u{1b}]0;x\u{7}Eleven\u{1b}[31m people died off Naxos on 9 March 2026, said An\u{8}na Holm.", 10),
        article("c1.txt", "Eleven people \u{9b}31mdied off Naxos on 9 March 2026\u{85}, said \u{7f}Anna Holm.", 10),
        article("directions.txt", "Eleven \u{202e}people died\u{202c} off Na\u{200b}xos on \u{2067}9 March 2026.", 10),
        article("look-alikes.txt", "Elеven рeople dіed off Νахоs on 9 March 2026.", 10),
        article("markup.txt", format!("{NEWS}<script>alert(1)</script> </script> --> ]]> <img src=x onerror=alert(1)>"), 30),
        article("markdown.txt", format!("{NEWS}[x](javascript:alert(1)) | `a | **b** ``` ![c](http://example.org/c.png)"), 30),
        article("commands.txt", format!("::error::x\n\n{NEWS}\n::set-output name=x::y 14 people\n"), 30),
        article("formulas.txt", format!("{NEWS}\n=cmd|' /C calc'!A0 14 people. +1+1 people. @SUM(1) people.\n"), 40),
        article(
            "limits.txt",
            format!(
                "{} people, 1e999 people, 0.{}1 %, 99999999999 years ago, 31 February 9999, in 999999999 days",
                "9".repeat(400),
                "0".repeat(300)
            ),
            12,
        ),
    ]
}

/// JSON.
fn json() -> Vec<Case> {
    const BROKEN: &[&str] = &[
        "broken.jsonl:2: skipped: not a JSON article: expected value at column 10",
        "broken.jsonl:3: skipped: not a JSON article: no object",
        "broken.jsonl:4: skipped: not a JSON article: no object",
        "broken.jsonl:5: skipped: no \"text\"",
        "broken.jsonl:6: skipped: an empty \"text\"",
        "broken.jsonl:7: skipped: not UTF-8",
    ];
    let good = "{\"text\": \"Fourteen people died off Naxos on 9 March 2026.\"}\n";
    let broken: Vec<u8> = [good, "{\"text\": broken\n[1]\nnull\n{}\n{\"text\":\"\"}\n\""].concat().into_bytes();
    // two quotations of one speaker, each as long as a book, that begin alike
    let speech = |words: &str| {
        let said = format!("the harbour of the old town is closed for a year {}", words.repeat(MANY));
        format!("{{\"text\": \"Mayor Ann Keller spoke on Monday. She said: “{said}.”\"}}\n")
    };
    vec![
        Case { articles: 2, ..article("speeches.jsonl", speech("we have ships and ") + &speech("we have boats and no "), 30) },
        Case { articles: 2, said: BROKEN, ..article("broken.jsonl", [&broken, &b"\xff\"\n"[..], good.as_bytes()].concat(), 20) },
        Case {
            articles: 2,
            said: &["long.jsonl:2: skipped: a line of more than 8 MiB"],
            ..article("long.jsonl", format!("{good}{{\"text\":\"{}\"}}\n{good}", "a ".repeat(4 << 20)), 20)
        },
        Case { articles: 500, ..article("one-id.jsonl", good.replace('{', "{\"id\": \"x\", ").repeat(500), 5_000) },
        refused(
            "nested.json",
            "[".repeat(100_000),
            &["nested.json: skipped: not a JSON article: recursion limit exceeded at line 1 column 128"],
        ),
        refused(
            "long-id.json",
            format!("{{\"id\": \"{}\", \"text\": \"Eleven died.\"}}", "x".repeat(5 << 20)),
            &["long-id.json: skipped: an \"id\" of more than 4096 bytes"],
        ),
        refused("empty-list.json", "[]", &["empty-list.json: skipped: not a JSON article: an empty list"]),
        refused(
            "half.json",
            "{\"text\": \"\\ud800 died\"}",
            &["half.json: skipped: not a JSON article: unexpected end of hex escape at line 1 column 17"],
        ),
        refused(
            "infinite.json",
            "{\"id\": 1e999, \"text\": \"a\"}",
            &["infinite.json: skipped: not a JSON article: number out of range at line 1 column 12"],
        ),
        article(
            "steering.json",
            "{\"id\": \"\\u001b[2J\\n\", \"title\": \"\\u001b]0;x\\u0007\", \"author\": \"\\u009bm\", \"text\": \"Eleven \\u007fdied off Naxos.\"}",
            10,
        ),
    ]
}

/// Names of files.
fn names() -> Vec<Case> {
    let named = |name, shown| Case { shown: Some(shown), said: &[], ..article(name, NEWS, 30) };
    vec![
        named("a\nclaimdiff: b.txt: skipped: x.txt", "a\nclaimdiff: b.txt: skipped: x.txt"),
        named("\u{1b}[31m.txt", "\u{1b}[31m.txt"),
        named("a,b:c%0A.txt", "a,b:c%0A.txt"),
        named("\"q\" <x>'.txt", "\"q\" <x>'.txt"),
        named("\u{202e}txt.a", "\u{202e}txt.a"),
        Case { said: &["new line.txt: skipped: empty"], shown: Some("new\nline.txt"), articles: 0, ..article("new\nline.txt", "", 0) },
    ]
}

/// The program in a folder, with bounds of virtual memory (KiB) and processor time (seconds; tests run an unoptimised program).
fn bounded(folder: &Path, arguments: &[&str]) -> Output {
    let script = "ulimit -v 3000000 && ulimit -t 120 && exec \"$0\" \"$@\"";
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_claimdiff")]).args(arguments).current_dir(folder).env_remove("GITHUB_STEP_SUMMARY");
    command.stdin(Stdio::null()).output().unwrap()
}

const GOOD: &str = "good.txt";

/// Says what is wrong with the answer to a case.
fn judge(case: &Case) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(GOOD), fs::read(fixtures().join("stories/museum-theft/1-wire.txt")).unwrap()).unwrap();
    fs::write(folder.path().join(case.name), &case.bytes).unwrap();
    let output = bounded(folder.path(), &["--format", "json", "--threads", "2", case.name, GOOD]);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    no_controls(&out);
    no_controls(&err);
    let mut wrong = String::new();
    let said: String = case.said.iter().map(|s| format!("claimdiff: {s}\n")).collect();
    if output.status.code() != Some(0) || err != said {
        let _ = writeln!(wrong, "{:?}: {}\nwanted: {said}got: {err}", case.name, output.status);
    }
    let Ok(report) = serde_json::from_str::<Value>(&out) else { return wrong };
    let own = |path: &Value| path.as_str() != Some(GOOD);
    let articles: Vec<&Value> = report["sources"].as_array().unwrap().iter().filter(|s| own(&s["path"])).collect();
    let ids: Vec<&Value> = articles.iter().map(|s| &s["id"]).collect();
    let claims = report["claims"].as_array().unwrap().iter().filter(|c| ids.contains(&&c["source"])).count();
    if articles.len() != case.articles || articles.iter().any(|s| s["path"] != case.shown.unwrap_or(case.name)) {
        let _ = writeln!(wrong, "{:?}: {} articles", case.name, articles.len());
    }
    if report["sources"].as_array().unwrap().len() != case.articles + 1 {
        let _ = writeln!(wrong, "{:?}: the article beside it is not read", case.name);
    }
    if claims > case.claims {
        let _ = writeln!(wrong, "{:?}: {claims} claims", case.name);
    }
    wrong
}

#[track_caller]
fn all_are_as_said(cases: &[Case]) {
    let wrong: String = cases.iter().map(judge).collect();
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn long_runs_cost_little() {
    all_are_as_said(&runs());
}

#[test]
fn pages_cost_little() {
    all_are_as_said(&pages());
}

#[test]
fn files_are_what_they_hold() {
    all_are_as_said(&disguises());
    all_are_as_said(&encodings());
}

#[test]
fn characters_steer_nothing() {
    all_are_as_said(&characters());
}

#[test]
fn a_broken_article_costs_itself_only() {
    all_are_as_said(&json());
}

#[test]
fn names_of_files_steer_nothing() {
    all_are_as_said(&names());
}

/// Every format over all that steers, together.
#[test]
fn no_format_lets_a_control_character_through() {
    let folder = tempfile::tempdir().unwrap();
    for case in characters().iter().chain(&names()).chain(&json()) {
        fs::write(folder.path().join(case.name), &case.bytes).unwrap();
    }
    for format in ["text", "markdown", "html", "json", "jsonl", "sarif", "github"] {
        for story in ["each", "one"] {
            let output = bounded(folder.path(), &["--format", format, "--story", story, "--show", "conflict,agree,single_source", "."]);
            assert_eq!(output.status.code(), Some(0), "{format}");
            no_controls(std::str::from_utf8(&output.stdout).unwrap());
            no_controls(std::str::from_utf8(&output.stderr).unwrap());
        }
    }
    let lines = bounded(folder.path(), &["extract", "--with", "text", "."]);
    no_controls(std::str::from_utf8(&lines.stdout).unwrap());
}

/// What a command answers on standard error, and its status.
#[track_caller]
fn answers(output: &Output, status: i32, said: &str) {
    assert_eq!((String::from_utf8_lossy(&output.stderr).as_ref(), output.status.code()), (said, Some(status)));
}

/// The line of an article.
fn sound() -> Value {
    serde_json::from_slice(&program().args(["extract", "stories/museum-theft/1-wire.txt"]).output().unwrap().stdout).unwrap()
}

/// What its first claim has.
fn first(pointer: &str) -> Value {
    sound().pointer(&format!("/claims/0{pointer}")).unwrap().clone()
}

/// Words as long as those of its first claim.
fn other_words() -> String {
    "x".repeat(first("/text").as_str().unwrap().chars().count())
}

/// The pointer to a part of its first figure.
fn of_figure(part: &str) -> String {
    let at = sound()["claims"].as_array().unwrap().iter().position(|c| c["kind"] == "figure").unwrap();
    format!("/claims/{at}/{part}")
}

/// The line of an article, spoilt.
fn spoilt(pointer: &str, value: Value) -> Vec<u8> {
    let mut line = sound();
    *line.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    serde_json::to_vec(&line).unwrap()
}

#[test]
fn lines_of_claims_that_cannot_be_are_refused() {
    let version = "schema_version is \"2.0\", this program reads 1.0";
    let words = "its sentence has other words at its place";
    let cases: [(&str, Value, &str); 17] = [
        ("/schema_version", "2.0".into(), version),
        ("/claims/0/sentence", 9999.into(), "its sentence is not there"),
        ("/claims/0/start", 4_000_000_000u32.into(), "its offsets are out of order"),
        ("/claims/0/byte_end", 0.into(), "its offsets are out of order"),
        ("/claims/0/source", "other".into(), "it is of another source"),
        ("/source/sentences/0/end", 4_000_000_000u32.into(), "the sentences are not in order"),
        ("/source/sentences/1/line", 99_999.into(), "the sentences are not in order"),
        ("/source/sentences/0/line", 0.into(), "a sentence has the number of a line that is not there"),
        ("/source/published", "2026-13-45".into(), "published is \"2026-13-45\", which is no date"),
        ("/claims/0/line", 99_999.into(), "its line and column are not those of its place"),
        ("/claims/0/line", 0.into(), "its line and column are not those of its place"),
        ("/claims/0/column", 0.into(), "its line and column are not those of its place"),
        ("/claims/0/text", "too long for its place".into(), "its text is not as long as its place"),
        ("/claims/0/text", other_words().into(), words),
        ("/claims/0/duplicate_of", "nobody".into(), "what it is a duplicate of is not there"),
        ("/claims/0/duplicate_of", first("/id"), "what it is a duplicate of is not there"),
        (&of_figure("figure/low"), 4_000_000_000u32.into(), "its low is above its high"),
    ];
    for (pointer, value, reason) in cases {
        let output = run_with(&["reconcile"], &spoilt(pointer, value));
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(err.starts_with("claimdiff: standard input: line 1 is not a line of claimdiff extract: "), "{pointer}: {err}");
        assert!(err.ends_with(&format!("{reason}\n")) && output.status.code() == Some(2), "{pointer}: {err}");
    }
}

#[test]
fn lines_of_claims_that_are_none_are_refused() {
    let begin = "claimdiff: standard input: line 1 is not a line of claimdiff extract: ";
    for (input, reason) in [
        (&b"{"[..], "an object on several lines, such as a report\n"),
        (b"{\"type\": \"report\", \"generator\": {}}", "it is of a report\n"),
        (b"{\"source\": ", "EOF while parsing a value at column 10\n"),
        (b"\xff\xfe", "no object\n"),
        (b"[]", "no object\n"),
        (b"{\"source\": 5, \"claims\": []}", "invalid type: integer `5`, expected struct Source at column 12\n"),
    ] {
        answers(&run_with(&["reconcile"], input), 2, &format!("{begin}{reason}"));
        answers(&run_with(&["stories"], input), 2, &format!("{begin}{reason}"));
    }
}

/// Of two articles of one id neither may vanish; one that is given twice is one.
#[test]
fn lines_of_two_articles_of_one_id_are_refused() {
    let good = serde_json::to_vec(&sound()).unwrap();
    let other = spoilt("/source/path", "other/1-wire.txt".into());
    let together = |lines: [&[u8]; 3]| run_with(&["reconcile"], &lines.join(&b'\n'));
    let said = "claimdiff: standard input: line 3: the article of line 1 has the id \"1-wire\" too; extract them together, or rename one\n";
    answers(&together([&good, &good, &other]), 2, said);
    answers(&together([&good, b"", &good]), 0, "");
}

/// As an article's JSON may begin, and only there.
#[test]
fn a_byte_order_mark_before_lines_is_passed_over() {
    let good = serde_json::to_vec(&sound()).unwrap();
    let marked = [b"\xef\xbb\xbf", &good[..]].concat();
    answers(&run_with(&["reconcile"], &marked), 0, "");
    let second = [&good[..], &marked].join(&b'\n');
    answers(&run_with(&["reconcile"], &second), 2, "claimdiff: standard input: line 2 is not a line of claimdiff extract: no object\n");
}

#[test]
fn what_is_no_file_is_named_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at(GOOD), NEWS).unwrap();
    std::os::unix::fs::symlink("loop", at("loop")).unwrap();
    fs::create_dir(at("inside")).unwrap();
    fs::write(at("inside/a.txt"), NEWS).unwrap();
    std::os::unix::fs::symlink("..", at("inside/up")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", at("inside/out.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(at("inside/pipe.txt")).status().unwrap().success());
    let out = |arguments: &[&str]| bounded(folder.path(), arguments);
    answers(&out(&[GOOD, "loop"]), 0, "claimdiff: loop: skipped: too many levels of symbolic links\n");
    answers(&out(&[GOOD, "/dev/null"]), 0, "claimdiff: null: skipped: empty\n");
    answers(&out(&[GOOD, "/dev/zero"]), 0, "claimdiff: zero: skipped: larger than 64 MiB\n");
    fs::File::create(at("big.txt")).unwrap().set_len(200 << 20).unwrap();
    answers(&out(&[GOOD, "big.txt"]), 0, "claimdiff: big.txt: skipped: larger than 64 MiB\n");
    std::os::unix::fs::symlink("vanished.txt", at("link.txt")).unwrap();
    answers(&out(&[GOOD, "link.txt"]), 0, "claimdiff: link.txt: skipped: no such file or folder\n");
    answers(&out(&[GOOD, "gone.txt"]), 0, "claimdiff: gone.txt: skipped: no such file or folder\n");
    answers(&out(&[GOOD, &"n".repeat(300)]), 0, &format!("claimdiff: {}: skipped: file name too long\n", "n".repeat(300)));
    // Links and pipes in a folder are passed over.
    let inside = out(&["--format", "json", "inside"]);
    answers(&inside, 0, "");
    let report: Value = serde_json::from_slice(&inside.stdout).unwrap();
    let paths: Vec<&Value> = report["sources"].as_array().unwrap().iter().map(|s| &s["path"]).collect();
    assert_eq!(paths, ["inside/a.txt"]);
}

/// A pipe that a shell names for a command is read.
#[test]
fn a_pipe_is_an_argument() {
    let script = format!("\"$0\" --format json <(printf '{}')", NEWS.replace('\n', "\\n"));
    let output = Command::new("bash").args(["-c", &script, env!("CARGO_BIN_EXE_claimdiff")]).output().unwrap();
    answers(&output, 0, "");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["sources"][0]["title"], "Ferry fire kills 14");
}

#[test]
fn settings_that_are_none_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(GOOD), NEWS).unwrap();
    fs::write(folder.path().join("deep.toml"), format!("a = {}", "[".repeat(100_000))).unwrap();
    fs::write(folder.path().join("bytes.toml"), b"\xff").unwrap();
    let out = |arguments: &[&str]| bounded(folder.path(), &[arguments, &[GOOD]].concat());
    answers(&out(&["--config", "."]), 2, "claimdiff: .: cannot be read: is a directory\n");
    answers(&out(&["--config", "bytes.toml"]), 2, "claimdiff: bytes.toml: cannot be read: stream did not contain valid utf-8\n");
    answers(&out(&["--config", "/dev/zero"]), 2, "claimdiff: /dev/zero: larger than 16 MiB\n");
    answers(&out(&["--config", "/dev/null"]), 0, "");
    let aliases: String = (0..2 * MANY).map(|n| format!("\"Port {n}\" = \"Harbour {n}\"\n")).collect();
    fs::write(folder.path().join("aliases.toml"), format!("[aliases]\n{aliases}")).unwrap();
    answers(&out(&["--config", "aliases.toml"]), 0, "");
    let deep = out(&["--config", "deep.toml"]);
    let err = String::from_utf8_lossy(&deep.stderr).into_owned();
    assert!(err.starts_with("claimdiff: deep.toml: line 1: ") && err.lines().count() == 1, "{err}");
    assert_eq!(deep.status.code(), Some(2));
    for file in ["good.txt", "/dev/zero"] {
        let said = format!("claimdiff: {file}: no report of --format json: it holds no JSON object\n");
        answers(&out(&["--baseline", file]), 2, &said);
    }
    answers(&out(&["--baseline", "."]), 2, "claimdiff: .: cannot be read: is a directory\n");
    fs::write(folder.path().join("later.json"), "{\"schema_version\": \"9.0\", \"groups\": []}").unwrap();
    let version = "claimdiff: later.json: schema_version is \"9.0\", this program reads 1.0\n";
    answers(&out(&["--baseline", "later.json"]), 2, version);
    fs::write(folder.path().join("nameless.json"), "{\"groups\": []}").unwrap();
    let none = "claimdiff: nameless.json: no report of --format json: missing field `schema_version` at line 1 column 14\n";
    answers(&out(&["--baseline", "nameless.json"]), 2, none);
    for day in ["2026-03-09T10:00", "0000-01-01", "-000001-01-01", "20260309"] {
        let said = format!("claimdiff: invalid value '{day}' for '--date <YYYY-MM-DD>': not a day of the calendar as in 2026-03-09\n");
        answers(&out(&[&format!("--date={day}")]), 2, &said);
    }
}
