//! What holds for any input.

use claimdiff::claim::Line;
use claimdiff::reconcile::group::{Group, Status};
use claimdiff::reconcile::reconcile;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::laws::every_span_holds;
use crate::library::{File, groups, lines, story};
use crate::program::stories;

/// Few cases, the same ones in every run; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` give others.
fn few() -> ProptestConfig {
    let seen = ProptestConfig::default();
    let seed = if seen.rng_seed == RngSeed::Random { RngSeed::Fixed(20260309) } else { seen.rng_seed };
    let cases = std::env::var("PROPTEST_CASES").map_or(48, |_| seen.cases);
    ProptestConfig { cases, rng_seed: seed, failure_persistence: None, ..seen }
}

/// Pieces of news, of its typography, and of what breaks programs.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    ". ",
    ", ",
    "; ",
    ": ",
    "-",
    "–",
    "—",
    "…",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "«",
    "»",
    "„",
    "the ",
    "of ",
    "and ",
    "to ",
    "from ",
    "at least ",
    "about ",
    "nearly ",
    "between ",
    "said ",
    "told ",
    "rose ",
    "fell ",
    "killed ",
    "people ",
    "Mr. ",
    "former ",
    "president ",
    "Anna Holm",
    "Holm",
    "Kyiv",
    "Kiev",
    "New York",
    "U.S. ",
    "Reuters",
    "Tuesday",
    "on Monday night ",
    "9 March 2026",
    "March 9, 2026",
    "03/04/2026",
    "2026-03-09",
    "5 p.m. ",
    "yesterday ",
    "last year ",
    "in its fourth year ",
    "0",
    "1",
    "7",
    "11",
    "2,100",
    "1.234",
    "18.6%",
    "19 percent",
    "$4 billion",
    "€2.6 million",
    "°C",
    "km/h",
    "12K",
    "1e9",
    "½",
    "two-thirds ",
    "dozens of ",
    "first ",
    "fourteen ",
    "hundred ",
    "99999999999999999999999999999",
    "-",
    "+",
    "é",
    "e\u{301}",
    "ß",
    "İ",
    "ﬁ",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "😀",
    "👩‍👩‍👧",
    "\u{0}",
    "\u{301}",
    "日本語",
    "Москва",
    "١٢",
    "<p>",
    "</p>",
    "<h1>",
    "<!--",
    "&amp;",
    "&#x110000;",
    "# ",
    "> ",
    "* ",
    "---\n",
    "{",
    "}",
    "[",
    "]",
    "http://example.org/a?b=1",
];

fn news() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..80).prop_map(|pieces| pieces.concat())
}

fn ending() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a"][..])
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), name in ending()) {
        lines(&File::new(name, bytes)).iter().for_each(every_span_holds);
    }

    #[test]
    fn spans_hold_in_any_text(text in news(), name in ending()) {
        lines(&File::new(name, text)).iter().for_each(every_span_holds);
    }

    #[test]
    fn the_same_text_gives_the_same_lines(text in news()) {
        let file = File::new("a.txt", text);
        prop_assert_eq!(serde_json::to_string(&lines(&file)).unwrap(), serde_json::to_string(&lines(&file)).unwrap());
    }

    #[test]
    fn lines_survive_being_written_and_read(text in news()) {
        for line in lines(&File::new("a.txt", text)) {
            let read: Line = serde_json::from_str(&serde_json::to_string(&line).unwrap()).unwrap();
            prop_assert_eq!(read, line);
        }
    }

    #[test]
    fn the_order_of_lines_changes_nothing(texts in prop::collection::vec(news(), 2..5), turn in 1usize..4) {
        let all: Vec<Line> =
            texts.iter().enumerate().flat_map(|(i, t)| lines(&File::new(&format!("{i}.txt"), t.as_str()))).collect();
        let mut turned = all.clone();
        turned.rotate_left(turn.min(all.len()));
        turned.reverse();
        prop_assert_eq!(reconcile(turned, &[]).groups, reconcile(all, &[]).groups);
    }

    #[test]
    fn a_copy_contradicts_nobody(text in news()) {
        let copies = [File::new("a.txt", text.as_str()), File::new("b.txt", text)];
        let conflicts: Vec<Group> = groups(&copies).into_iter().filter(|g| g.status == Status::Conflict && g.origins > 1).collect();
        prop_assert_eq!(conflicts, []);
    }
}

fn slugs() -> Vec<String> {
    stories().iter().map(|s| s.trim_start_matches("stories/").to_owned()).collect()
}

#[test]
fn an_article_against_its_copy_has_no_conflict() {
    for file in slugs().iter().flat_map(|s| story(s)) {
        let copy = File { name: format!("copy-{}", file.name), ..file.clone() };
        for g in groups(&[file.clone(), copy]) {
            assert_ne!(g.status, Status::Conflict, "{}: {}: {}", file.name, g.label, g.explanation);
        }
    }
}

/// Identity and status of all groups.
fn statuses(groups: &[Group]) -> Vec<(&str, Status)> {
    groups.iter().map(|g| (g.id.as_str(), g.status)).collect()
}

#[test]
fn an_article_on_something_else_changes_no_finding() {
    let mut changed: Vec<String> = Vec::new();
    for slug in slugs() {
        let files = story(&slug);
        let before = groups(&files);
        for other in slugs().iter().filter(|s| **s != slug) {
            let stranger = File { name: "stranger.txt".to_owned(), ..story(other).remove(0) };
            let after = groups(&[&files[..], &[stranger]].concat());
            for g in before.iter().filter(|g| g.status != Status::SingleSource) {
                let now = status_of(&after, &g.values[0].claims[0], g);
                if now != Some(g.status) {
                    changed.push(format!("{slug} with an article of {other}: {}: {:?} and then {now:?}", g.label, g.status));
                }
            }
        }
    }
    assert!(changed.is_empty(), "{changed:#?}");
}

#[test]
fn the_day_of_an_article_on_something_else_is_not_that_of_the_story() {
    let texts = [
        "The mayor, Ann Lee, said in 2014 that the Velm bridge would be shut. It was shut on May 3, 2015, with 40 people on it.",
        "Ann Lee said that the Velm bridge had been shut on May 3, 2015. About 40 people were on it. It was opened again in 2014.",
        "The Velm bridge was shut on May 4, 2015, the mayor said. It was built by 40 people in 1962.",
    ];
    let dated =
        |day: &str| texts.iter().zip('a'..).map(|(t, n)| File::new(&format!("{n}.txt"), format!("{day}\n\n{t}\n"))).collect::<Vec<_>>();
    let stranger =
        File::new("stranger.txt", "March 9, 2024\n\nA ferry took 300 sheep to Naxos. The captain, Ivo Orlov, sold none of them.\n");
    for day in ["", "May 5, 2015"] {
        let files = dated(day);
        let (before, after) = (groups(&files), groups(&[&files[..], std::slice::from_ref(&stranger)].concat()));
        let of_several = |groups: &[Group]| -> Vec<(Vec<String>, Status)> {
            groups
                .iter()
                .filter(|g| g.sources.len() > 1)
                .map(|g| (g.values.iter().flat_map(|v| v.claims.clone()).collect(), g.status))
                .collect()
        };
        assert_eq!(of_several(&after), of_several(&before), "{day}");
    }
}

/// The status of the group among `groups` that holds a claim of `g`.
fn status_of(groups: &[Group], claim: &String, g: &Group) -> Option<Status> {
    groups.iter().find(|a| a.kind == g.kind && a.values.iter().any(|v| v.claims.contains(claim))).map(|a| a.status)
}

/// Asserts that a story whose texts are written otherwise has the same groups with the same statuses.
#[track_caller]
fn nothing_changes(rewrite: impl Fn(&str) -> String) {
    for slug in slugs() {
        let files = story(&slug);
        let rewritten: Vec<File> = files.iter().map(|f| File::new(&f.name, rewrite(f.text()))).collect();
        assert_eq!(statuses(&groups(&rewritten)), statuses(&groups(&files)), "{slug}");
    }
}

#[test]
fn the_names_of_files_change_no_status() {
    for slug in slugs() {
        let files = story(&slug);
        let last = files.len();
        let renamed: Vec<File> =
            files.iter().enumerate().map(|(i, f)| File { name: format!("{}-{}", last - i, f.name), ..f.clone() }).collect();
        assert_eq!(statuses(&groups(&renamed)), statuses(&groups(&files)), "{slug}");
    }
}

/// So many words that no other number gives.
fn words(from: usize, many: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    (from..from + many).map(|n| format!("{}o{}u{} ", letter(n), letter(n / 26), letter(n * 7))).collect::<String>().trim_end().to_owned()
}

#[test]
fn whose_words_a_passage_has_does_not_hang_on_the_names_of_files() {
    let passage = words(0, 32);
    // a copy that has another word here and there in just that passage
    let mended = passage.split(' ').enumerate().map(|(n, w)| if n % 8 == 7 { "truly" } else { w }).collect::<Vec<_>>().join(" ");
    let article =
        |from: usize, passage: &str| format!("They {}. Ivan Orlov saw {passage}. They {}.", words(from, 60), words(from + 60, 60));
    let texts = [article(100, &passage), article(400, &passage), article(100, &mended)];
    let status = |names: [&str; 3]| -> Vec<(usize, Status)> {
        let files: Vec<File> = names.iter().zip(&texts).map(|(name, text)| File::new(name, text.as_bytes())).collect();
        let name = groups(&files).into_iter().filter(|g| g.label == "Ivan Orlov");
        name.map(|g| (g.origins as usize, g.status)).collect()
    };
    for names in [["a.txt", "b.txt", "c.txt"], ["c.txt", "b.txt", "a.txt"], ["b.txt", "a.txt", "c.txt"], ["c.txt", "a.txt", "b.txt"]] {
        assert_eq!(status(names), [(1, Status::SingleSource)], "{names:?}");
    }
}

#[test]
fn line_ends_change_no_status() {
    nothing_changes(|t| t.replace('\n', "\r\n"));
}

#[test]
fn a_byte_order_mark_changes_no_status() {
    nothing_changes(|t| format!("\u{feff}{t}"));
}

#[test]
fn composition_of_letters_changes_no_status() {
    const LETTERS: [(&str, &str); 8] = [
        ("ž", "z\u{30c}"),
        ("ć", "c\u{301}"),
        ("č", "c\u{30c}"),
        ("š", "s\u{30c}"),
        ("ä", "a\u{308}"),
        ("ö", "o\u{308}"),
        ("é", "e\u{301}"),
        ("ü", "u\u{308}"),
    ];
    nothing_changes(|t| LETTERS.iter().fold(t.to_owned(), |t, (one, two)| t.replace(one, two)));
}

#[test]
fn the_shape_of_quotation_marks_changes_no_status() {
    nothing_changes(curly);
}

/// Line ends and marks are syntax in it: JSON, HTML, Markdown with a block of metadata.
fn is_syntax(text: &str) -> bool {
    text.starts_with(['{', '<']) || text.starts_with("---")
}

#[track_caller]
fn nothing_changes_in_prose(rewrite: impl Fn(&str) -> String) {
    nothing_changes(|t| if is_syntax(t) { t.to_owned() } else { rewrite(t) });
}

/// Each paragraph on lines of at most so many characters.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let mut at = 0;
        for word in line.split_inclusive(' ') {
            let len = word.trim_end().chars().count();
            if at > 0 && at + len > width {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
                at = 0;
            }
            out.push_str(word);
            at += word.chars().count();
        }
    }
    out
}

#[test]
fn the_width_of_lines_changes_no_status() {
    for width in [64, 72, 80] {
        nothing_changes_in_prose(|t| wrapped(t, width));
    }
}

#[test]
fn the_kind_of_white_space_changes_no_status() {
    for space in ["\t", "\u{a0}", "\u{202f}"] {
        nothing_changes_in_prose(|t| t.replace(' ', space));
    }
}

#[test]
fn a_hyphen_with_a_place_of_its_own_changes_no_status() {
    nothing_changes_in_prose(|t| t.replace('-', "‑"));
}

#[test]
fn what_only_a_typesetter_needs_changes_no_status() {
    nothing_changes_in_prose(|t| t.replace("th", "t\u{ad}h").replace("at", "a\u{200b}t").replace("en", "e\u{2060}n"));
    nothing_changes_in_prose(|t| t.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"));
}

/// What is told of places, roles and figures where a space or hyphen of another kind stands.
#[test]
fn spaces_and_hyphens_of_other_kinds_change_no_group() {
    let texts = [
        "A fire broke out in a shop in Velm, Kerrin, on Friday. Senator Ann Lee (D-Ga.) saw it. The quake was at least magnitude-5.9. \
         A Velm man was arrested. Jack Orlov, 31, is in custody.",
        "The fire broke out in a shop in Kerrin on Friday. The Georgia Democrat said she was “thrilled” by the four hardest-hit villages. \
         The quake was magnitude-6.1. Jack Orlov, 31, of Kerrin was arrested.",
    ];
    let with = |rewrite: &dyn Fn(&str) -> String| {
        let files: Vec<File> = texts.iter().zip(["a.txt", "b.txt"]).map(|(t, name)| File::new(name, rewrite(t))).collect();
        groups(&files).into_iter().map(|g| (g.kind, g.status, g.sources)).collect::<Vec<_>>()
    };
    let plain = with(&str::to_owned);
    for (from, to) in [(" ", "\u{a0}"), (" ", "\t"), ("-", "‑"), ("-", "‐")] {
        assert_eq!(with(&|t| t.replace(from, to)), plain, "{from:?} as {to:?}");
    }
}

/// Straight double marks as curly ones in plain prose; a text whose marks are syntax is left as it is.
fn curly(text: &str) -> String {
    if is_syntax(text) {
        return text.to_owned();
    }
    let mut open = false;
    let turn = |c| match c {
        '"' => {
            open = !open;
            if open { '“' } else { '”' }
        }
        '\'' => '’',
        c => c,
    };
    text.chars().map(turn).collect()
}

#[test]
fn straight_marks_and_curly_ones_show_the_same_claims() {
    let claims = |text: &str| -> Vec<(String, String)> {
        let all = lines(&File::new("a.txt", text)).into_iter().flat_map(|l| l.claims);
        all.map(|c| (format!("{:?}", c.kind), c.text.replace(['‘', '’'], "'").replace(['“', '”'], "\""))).collect()
    };
    for text in [
        "\"Strong,\" he said.",
        "It ended with: \"Conservative meets Cold War: that is the Holm doctrine.\"",
        "He will act, Mr. Webb told \"The Mike Gallen Show\" radio program.",
        "She is known from the \"Family Guild\" show on the Vox network.",
        "\"He has nothing in his hands,\" Webb told the Daily Post. Webb, 39, a records clerk at the hospital, saw it. But Webb left.",
        "\"They have failed us,\" said Foča Councilman Julian Brennholm in a press release.",
        "The militia was on the run, but wasn't yet defeated, and the work in Foča wasn't done.",
        "The group wants Minister Anna Holm to make Berg's report public on Monday.",
        "He kept both hands on his head and said, \"'Oh, no!'\" Holm recalled.",
        "\"I said, 'Oh no!\n\nWhat is going on here?'\" she went on. \"They were calling out.\" The mayor left.",
        "\"That stayed with me. \"Holm told me that the work is different.\n\nThe pay is fine, but it is hard.\" The men went home.",
        "The workers' Valley meeting was held on Monday in Foča.",
        "NORTH BAY 6\n\n\"Who would come?\" Webb asked.\n\nThe mayor, Anna Holm, said \"perhaps nobody\" would.",
    ] {
        let curly = curly(&text.replace("\"'", "\"‘").replace(" '", " ‘"));
        assert_eq!(claims(text), claims(&curly), "{curly}");
    }
}

#[test]
fn the_composition_of_letters_changes_no_claim() {
    let text = "Raúl Brennholm spoke in Foča. This led Raúl to leave. A friend said that José had gone to Bogotá with Hélène.";
    let apart = [("ú", "u\u{301}"), ("č", "c\u{30c}"), ("é", "e\u{301}"), ("á", "a\u{301}"), ("è", "e\u{300}")];
    let decomposed = apart.iter().fold(text.to_owned(), |t, (one, two)| t.replace(one, two));
    let count = |text: &str| lines(&File::new("a.txt", text))[0].claims.iter().map(|c| (c.kind, c.sentence)).collect::<Vec<_>>();
    assert_eq!(count(&decomposed), count(text));
}

/// Long runs of one thing, by which a program that is not linear, or that recurses, would be seen.
#[test]
fn hostile_texts_are_read() {
    let runs = [
        "9",
        "\"",
        "“",
        "(",
        "a.",
        "Mr. ",
        "A ",
        "1-",
        "1,000,",
        "and ",
        "<div>",
        "[",
        "{\"text\":",
        "> ",
        "# ",
        "e\u{301}",
        "said ",
        "\n",
        "of 5 ",
    ];
    for run in runs {
        for name in ["a.txt", "a.md", "a.html", "a.json"] {
            lines(&File::new(name, run.repeat(20_000 / run.len()))).iter().for_each(every_span_holds);
        }
    }
}
