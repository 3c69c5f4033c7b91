//! The reports of the stories, as they were reviewed.

use claimdiff::claim::{Slot, SlotKind};
use claimdiff::report::index::{Index, Setting};
use claimdiff::report::json::Report;
use claimdiff::report::text::{self, View};
use claimdiff::report::{html, wire};

use crate::library;
use crate::program::{fixtures, stdout, stories};

#[test]
fn the_reports_of_all_stories_are_as_reviewed() {
    for story in stories() {
        let slug = story.trim_start_matches("stories/");
        insta::assert_snapshot!(format!("{slug}.txt"), stdout(&[&story]));
        insta::assert_snapshot!(format!("{slug}.jsonl"), findings(&stdout(&["--format", "jsonl", &story])));
        insta::assert_snapshot!(format!("{slug}.json"), claims(&stdout(&["--format", "json", &story])));
        insta::assert_snapshot!(format!("{slug}.page"), words(&stdout(&["--format", "html", &story])));
    }
}

/// What the lines of JSON leave out of a report: its sources and claims, one a line, without what only counts characters.
fn claims(report: &str) -> String {
    let mut report: serde_json::Value = serde_json::from_str(report).unwrap();
    let keys: Vec<&String> = report.as_object().unwrap().keys().collect();
    let mut out = format!("{keys:?}\n");
    for part in ["sources", "claims"] {
        for line in report[part].as_array_mut().unwrap() {
            for key in ["blocks", "sentences", "byte_start", "byte_end", "start", "end", "column", "origin", "selector", "sentence"] {
                line.as_object_mut().unwrap().remove(key);
            }
            out += &format!("{line}\n");
        }
    }
    out
}

/// A page as it is read, a block a line, without the articles, of which every word is on it.
fn words(page: &str) -> String {
    let hidden = regex::Regex::new(r"(?s)<(style|script|head)\b.*?</(style|script|head)>|<section id=.articles.*?</section>").unwrap();
    let blocks = regex::Regex::new(r"</?(address|article|body|caption|dd|details|div|dl|dt|figure|fieldset|footer|h[1-6]|header|html|label|legend|li|main|nav|ol|option|p|section|select|summary|svg|table|tbody|td|text|th|thead|title|tr|ul)\b[^>]*>").unwrap();
    let tags = regex::Regex::new(r"<[^>]*>").unwrap();
    let text = blocks.replace_all(&hidden.replace_all(page, ""), "\n").into_owned();
    let text = tags
        .replace_all(&text.replace("<tspan", " <tspan"), "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    let lines = text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}

/// As it stands in a terminal of 80 columns.
#[test]
fn a_report_in_colour_is_as_reviewed() {
    let shown = |story: &str| {
        let output = crate::program::program().args(["--color", "always", story]).env("COLUMNS", "80").output().unwrap();
        String::from_utf8(output.stdout).unwrap().replace('\u{1b}', "␛")
    };
    let report = shown("stories/ferry-fire");
    let codes = regex::Regex::new("␛\\[[0-9;]*m").unwrap();
    for line in codes.replace_all(&report, "").lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    insta::assert_snapshot!("ferry-fire.color", report);
}

#[test]
fn help_and_an_explanation_are_as_reviewed() {
    insta::assert_snapshot!("help", stdout(&["--help"]));
    insta::assert_snapshot!("ferry-fire.explain", stdout(&["explain", "4f447357", "stories/ferry-fire"]));
}

/// A part of a report: the lines below a heading, up to the next empty one.
fn part<'r>(report: &'r str, heading: &str) -> Vec<&'r str> {
    report.lines().skip_while(|l| !l.starts_with(heading)).skip(1).take_while(|l| !l.is_empty()).collect()
}

#[test]
fn every_row_says_where_it_is_told() {
    let talks = stdout(&["stories/pipeline-talks"]);
    assert_eq!(
        part(&talks, "= AGREE")[..3],
        ["  Figures", "    length: 1,180 kilometers — 2 sources", "      1-continental.txt:6, 3-steppe-monitor.md:9"]
    );
    assert_eq!(
        part(&talks, "≈ NAMES AND ROLES")[..3],
        [
            "  Kyiv",
            "    Kyiv                       1-continental.txt:10, 3-steppe-monitor.md:15",
            "    Kiev                       2-atlantic-ledger.txt:6"
        ]
    );
    let undated = stdout(&["cli/input/one", "cli/input/two"]);
    assert_eq!(part(&undated, "WHAT HAPPENED")[1].trim(), "one/report.txt:5, two/report.txt:5");
}

#[test]
fn every_row_in_markdown_says_where_it_is_told() {
    let text = stdout(&["--format", "markdown", "stories/ferry-fire"]);
    for row in [
        "| people injured | 34 people | 1-meridian:5, 2-harbour-gazette:9, 3-island-courier:12 |",
        "  * people killed (Paros, rocks): 81 people (figure, line 17)",
    ] {
        assert!(text.lines().any(|l| l == row), "{row}\n{text}");
    }
    assert!(text.contains("first mention: Naxos (3; 1-meridian:5), "), "{text}");
}

#[test]
fn kinds_that_nobody_asked_for_are_named_only_where_some_were() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("fair.txt");
    std::fs::write(&article, "The fair in Zarnovia opened on March 3, 2026, with 40 stalls. Its \"rooms of wonder\" are tents.").unwrap();
    let why = |only: &[&str]| -> String {
        let text = stdout(&[only, &[article.to_str().unwrap()]].concat());
        part(&text, "NOT COMPARED").join(" ").rsplit_once("not compared (").unwrap().1.split(')').next().unwrap().replace("  ", "")
    };
    assert_eq!(why(&[]), "quotations without a speaker");
    assert_eq!(why(&["--only", "figure"]), "quotations without a speaker, kinds not asked for");
}

/// "now" tells that something goes on, and no day that somebody could check.
#[test]
fn now_is_no_date_to_look_into() {
    let fair = folder(&["The fair in Zarnovia is now open. It closed on March 1 last year."]);
    let text = report(&fair, &["--show", "single_source"]);
    assert!(text.contains("March 1 last year") && !text.contains(": now ["), "{text}");
    assert!(text.contains("1 not compared (the word “now”)"), "{text}");
    assert!(!text.contains("tied to a calendar day"), "{text}");
}

/// A figure without a name of its own is told by its clause, and no noun twice.
#[test]
fn what_one_source_counts_is_told_in_words() {
    let fair = folder(&["The old mill burned for 26 hours. Carpenters had restored 80 percent of its beams. Two cats escaped."]);
    let text = report(&fair, &["--only", "figure", "--show", "single_source"]);
    for row in ["duration (old mill burned): 26 hours", "share (Carpenters had restored … of its beams): 80 percent", "    Two cats ["] {
        assert!(text.contains(row), "{row}\n{text}");
    }
}

/// The words below a thing told are those that tell it.
#[test]
fn the_evidence_of_one_source_is_that_of_the_value_shown() {
    let mayor = folder(&["Mayor Anna Holm opened the fair of Zarnovia. Its longtime mayor Anna Holm sang."]);
    let text = report(&mayor, &["--only", "role", "--show", "single_source"]);
    let lines: Vec<&str> = text.lines().collect();
    for (n, line) in lines.iter().enumerate().filter(|(_, l)| l.contains("Anna Holm: ") && l.contains("[role")) {
        let value = line.trim().trim_start_matches("Anna Holm: ").split(" [").next().unwrap();
        let marks = lines[n + 3];
        let at = marks.find('^').unwrap();
        let shown: String = lines[n + 2].chars().skip(at).take(marks.matches('^').count()).collect();
        assert_eq!(shown, value, "{text}");
    }
}

/// "About 6" is not what 5.9 and 6.1 differ in.
#[test]
fn an_annotation_points_at_a_value_that_others_exclude() {
    let quake = folder(&[
        "An earthquake of magnitude 5.9 hit Zarnovia on Monday.",
        "A magnitude 5.9 earthquake shook Zarnovia on Monday.",
        "An earthquake with a magnitude of about 6 hit Zarnovia on Monday.",
        "An earthquake of magnitude 6.1 hit Zarnovia on Monday, and hurt nobody.",
        "A magnitude 6.1 earthquake struck Zarnovia on Monday.",
    ]);
    let said = report(&quake, &["--format", "github"]);
    let error = said.lines().find(|l| l.starts_with("::error")).unwrap_or_else(|| panic!("{said}"));
    assert!(error.contains("/4.txt,") || error.contains("/5.txt,") || error.contains("/1.txt,"), "{said}");
}

#[test]
fn marks_of_markdown_are_not_shown_and_where_claims_stand_counts_them() {
    let folder = tempfile::tempdir().unwrap();
    let article = |dead: &str| {
        format!(
            "# The *Kestrel* sinks\n\n2026-03-09\n\nThe ferry *Kestrel* sank off [Zarnovia](https://z.example). {dead} died, said **Anna Holm**.\n"
        )
    };
    std::fs::write(folder.path().join("a.md"), article("**Twelve people**")).unwrap();
    std::fs::write(folder.path().join("b.md"), article("Fourteen **people**")).unwrap();
    let says = |format: &str| stdout(&["--format", format, folder.path().to_str().unwrap()]);
    let text = says("text");
    assert!(text.contains("      a.md:5\n      Twelve people died, said Anna Holm.\n      ^^^^^^^^^^^^^\n"), "{text}");
    assert!(text.contains("  a.md  2026-03-09  The Kestrel sinks\n"), "{text}");
    let markdown = says("markdown");
    assert!(markdown.contains("| Fourteen | b, line 5 | **Fourteen** people died, said Anna Holm. |"), "{markdown}");
    let page = says("html");
    assert!(page.contains("<p class=\"sentence\" dir=\"auto\"><mark>Twelve people</mark> died, said Anna Holm. "), "{page}");
    let report: serde_json::Value = serde_json::from_str(&says("json")).unwrap();
    let file = std::fs::read_to_string(folder.path().join("a.md")).unwrap();
    for claim in report["claims"].as_array().unwrap().iter().filter(|c| c["source"] == "a") {
        let (from, to) = (claim["byte_start"].as_u64().unwrap() as usize, claim["byte_end"].as_u64().unwrap() as usize);
        assert_eq!(claim["text"], file[from..to], "{claim}");
    }
    assert_eq!(report["sources"][0]["title"], "The *Kestrel* sinks");
}

/// One article takes for a person what the others know as an island.
#[test]
fn a_cell_of_the_page_says_where_else_a_source_has_the_name() {
    let page = stdout(&["--format", "html", "stories/ferry-fire"]);
    let row = page.split("<tr ").find(|r| r.contains(">Naxos</span>") && r.contains("class=\"none\"")).unwrap_or_default();
    assert!(row.contains("\">in another row</a></td>"), "{row}");
}

/// A hyperlink takes no columns, so that places break where they would without.
#[test]
fn places_are_links_where_the_terminal_has_them() {
    let json = std::fs::read_to_string(fixtures().join("reports/ferry-fire.json")).unwrap();
    let report: Report = serde_json::from_str(&json).unwrap();
    let (setting, mut plain, mut linked) = (Setting::default(), Vec::new(), Vec::new());
    let index = Index::new(&report, &setting);
    let links = report.sources.iter().map(|s| (s.path.clone(), format!("file:///{}", s.path))).collect();
    text::write(&index, &View { width: 60, ..View::default() }, &mut plain).unwrap();
    text::write(&index, &View { width: 60, links, ..View::default() }, &mut linked).unwrap();
    let linked = String::from_utf8(linked).unwrap();
    let address = regex::Regex::new("\u{1b}]8;;[^\u{1b}]*\u{1b}\\\\").unwrap();
    assert_eq!(address.replace_all(&linked, ""), String::from_utf8(plain).unwrap());
    let agree = part(&linked, "= AGREE").join("\n");
    assert!(agree.contains("1-meridian.txt\u{1b}\\1-meridian.txt:"), "{agree}");
}

/// The lines of a report in JSON Lines that say what was found.
fn findings(report: &str) -> String {
    let found = ["{\"type\":\"group\"", "{\"type\":\"coverage\"", "{\"type\":\"summary\""];
    let lines: Vec<&str> = report.lines().filter(|l| found.iter().any(|f| l.starts_with(f))).collect();
    lines.join("\n")
}

/// The report is a fixture, so that only a change of the page changes it.
#[test]
fn a_page_is_as_reviewed() {
    let json = std::fs::read_to_string(fixtures().join("reports/ferry-fire.json")).unwrap();
    let report: Report = serde_json::from_str(&json).unwrap();
    let mut page = Vec::new();
    let setting = Setting { some_kinds: true, ..Setting::default() };
    html::write(&Index::new(&report, &setting), &mut page).unwrap();
    insta::assert_snapshot!("ferry-fire.html", elements(&String::from_utf8(page).unwrap()));
}

/// A page with an element a line, without its style, its script and their hashes.
fn elements(page: &str) -> String {
    let policy = regex::Regex::new("'sha256-[^']*'").unwrap();
    let own = regex::Regex::new("(?s)<(style|script)>.*?</(style|script)>").unwrap();
    let page = own.replace_all(page, "<$1></$1>");
    policy.replace_all(&page, "'sha256'").replace("><", ">\n<")
}

#[test]
fn a_whole_report_in_json_is_as_reviewed() {
    insta::assert_snapshot!("two-articles.json", stdout(&["--format", "json", "cli/input/one", "cli/input/two"]));
}

#[test]
fn an_extract_line_is_what_serde_would_write() {
    for file in stories().iter().flat_map(|s| library::story(s.trim_start_matches("stories/"))) {
        for line in library::lines(&file) {
            let written = String::from_utf8(wire::line(&line).unwrap()).unwrap();
            assert_eq!(written, serde_json::to_string(&line).unwrap() + "\n", "{}", file.name);
        }
    }
}

#[test]
fn an_extract_line_tells_what_places_and_people_are_to_something() {
    let text =
        "Norvik Shipping, based in Bergen, lost a jet bound for Oslo.\n\nThe merged group will be led by Ana Lee, who lives in Turin.\n";
    let line = &library::lines(&library::File::new("a.txt", text))[0];
    let slots: Vec<_> = line.claims.iter().filter_map(|c| c.key.as_ref()?.slot.as_deref()).map(|s| (s.kind, s.of.as_str())).collect();
    let merged = (SlotKind::Leader, Slot::MERGED);
    assert_eq!(slots, [(SlotKind::Seat, "norvik shipping"), (SlotKind::Course, "air"), merged, (SlotKind::Home, "person:ana-lee")]);
    assert_eq!(String::from_utf8(wire::line(line).unwrap()).unwrap(), serde_json::to_string(line).unwrap() + "\n");
}

/// A folder of dated articles.
fn folder(texts: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (n, text) in texts.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{}.txt", n + 1)), format!("2026-03-09\n\n{text}\n")).unwrap();
    }
    folder
}

fn report(folder: &tempfile::TempDir, options: &[&str]) -> String {
    stdout(&[options, &[folder.path().to_str().unwrap()]].concat())
}

#[test]
fn every_source_of_a_value_says_where_it_has_it() {
    let mole = folder(&[
        "The harbour of Zarnovia reopened after 300 workers had repaired the mole.",
        "Some 300 workers repaired the mole of Zarnovia.",
        "Ships returned to Zarnovia after 300 workers repaired the mole.",
    ]);
    let text = report(&mole, &[]);
    assert!(text.contains("^^^^^^^^^^^\n      also 3.txt:3\n  • Some 300 workers"), "{text}");
    let markdown = report(&mole, &["--format", "markdown"]);
    assert!(markdown.contains("* 300 workers (1:3, 3:3) — The harbour"), "{markdown}");
    assert!(markdown.contains("* Some 300 workers (2:3) — **Some"), "{markdown}");
}

#[test]
fn other_mentions_of_a_source_are_listed_by_line() {
    let toll = folder(&[
        "Twelve people died in the fire on the ferry Kestrel.\n\nThe 12 dead were tourists.",
        "Fourteen people died in the fire on the ferry Kestrel.",
    ]);
    assert!(report(&toll, &[]).contains("      also 1.txt:5\n"), "{}", report(&toll, &[]));
    let markdown = report(&toll, &["--format", "markdown"]);
    assert!(markdown.contains("| 1, line 3 (and 5) | **Twelve people** died"), "{markdown}");
}

/// The cells of a row of the page, as a reader sees them; of those that are filled, nothing.
fn cells(page: &str, status: &str, label: &str) -> Vec<String> {
    let tags = regex::Regex::new("<[^>]*>").unwrap();
    let rows = page.split("<tr ").filter(|r| r.contains(&format!("class=\"{status}")));
    let row = rows.filter(|r| r.contains(&format!(">{label}</span>"))).last().unwrap_or_else(|| panic!("{label}: no row"));
    let filled = |cell: &str| {
        if cell.starts_with("td class=\"none\"") { tags.replace_all(&format!("<{cell}"), "").into_owned() } else { String::new() }
    };
    let row = row.split("</tr>").next().unwrap_or_default();
    row.split("<td").skip(1).map(|c| filled(&format!("td{c}")).trim().to_owned()).collect()
}

#[test]
fn a_cell_says_not_mentioned_only_where_that_is_so() {
    let strike = folder(&[
        "Dorrin Talk Ends Without a Deal\n\nThe union left the hall of Zarnovia at noon. The Old Street was empty.",
        "Maria Dorrin, the head of the shipyard, met the union of Zarnovia in Mill Street. The guest was Karl Berg.",
        "Maria Dorrin met the union in Mill Street, Zarnovia. The guests were Ana Berg and Karl Berg.",
    ]);
    let page = report(&strike, &["--format", "html"]);
    assert_eq!(cells(&page, "agree", "Maria Dorrin"), ["in the text, line 3", "", ""]);
    assert_eq!(cells(&page, "agree", "Karl Berg"), ["not mentioned", "", ""]);
    // another street
    assert_eq!(cells(&page, "agree", "Mill Street"), ["not mentioned", "", ""]);
    // the Berg of the second article is another one
    assert_eq!(cells(&page, "single_source", "Ana Berg"), ["not mentioned", ""]);
}

#[test]
fn an_act_that_a_source_tells_in_another_row_is_not_silent() {
    let met = folder(&[
        "Anna Holm met Karl Berg and Eva Lindt on May 2, 2026.",
        "Anna Holm met Karl Berg and Eva Lindt on May 2, 2026.",
        "Anna Holm met Karl Berg on June 9, 2026.",
        "Anna Holm met Otto Frey on July 1, 2026.",
    ]);
    let page = report(&met, &["--only", "event", "--format", "html"]);
    assert_eq!(cells(&page, "agree", "meeting: Anna Holm, Eva Lindt, Karl Berg"), ["", "", "similar in another row", "not mentioned"]);
}

#[test]
fn an_event_is_not_shown_as_dated_by_who_gives_no_day() {
    let met =
        folder(&["The mayor Anna Holm met Karl Berg on Monday in Foča.", "Anna Holm met Karl Berg in Foča.", "Anna Holm met Karl Berg."]);
    let json: serde_json::Value = serde_json::from_str(&report(&met, &["--only", "event", "--format", "json"])).unwrap();
    let values: Vec<(String, String)> = json["groups"][0]["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| (v["display"].as_str().unwrap().to_owned(), v["sources"].to_string()))
        .collect();
    let wanted = [("happened", "[\"3\"]"), ("happened, Foča", "[\"2\"]"), ("happened, 2026-03-09, Foča", "[\"1\"]")];
    assert_eq!(values, wanted.map(|(v, s)| (v.to_owned(), s.to_owned())));
    let text = report(&met, &["--only", "event"]);
    assert!(text.contains("— happened / happened, Foča (3 sources, 1 gives the"), "{text}");
    let page = report(&met, &["--only", "event", "--format", "html"]);
    let happened = page.split("<section id=\"happened\"").nth(1).and_then(|s| s.split("</section>").next()).unwrap();
    assert_eq!(happened.matches("happened, Foča").count(), 1, "the day stands before both: {happened}");
}

#[test]
fn that_something_happened_goes_without_saying_where_all_tell_it() {
    let died = folder(&["The painter Anna Holm died on Monday in Foča.", "Anna Holm, the painter, died on Monday in Foča."]);
    let text = report(&died, &["--only", "event"]);
    assert!(text.contains("  death: Anna Holm — Foča (2 sources)\n"), "{text}");
    let text = report(&folder(&["The painter Anna Holm died.", "Anna Holm, the painter, died."]), &["--only", "event"]);
    assert!(text.contains("  death: Anna Holm (2 sources)\n"), "{text}");
    let alone = report(&folder(&["Anna Holm died in Foča.", "The fair opened."]), &["--only", "event", "--show", "single_source"]);
    assert!(alone.contains("    death: Anna Holm, Foča [event, "), "{alone}");
}

#[test]
fn what_goes_on_is_not_done_by_who_tells_it() {
    let town = folder(&[
        "Moscow said on Monday that it had captured the city of Kupiansk. Kyiv reported that fighting in Kupiansk went on.",
        "Putin announced the capture of Kupiansk by Russia.",
    ]);
    let text = report(&town, &["--only", "event"]);
    assert!(text.contains("• fighting reported by Kyiv, Kupiansk — 1"), "{text}");
}

#[test]
fn the_words_that_turn_a_quotation_are_named() {
    let said = |a: &str, b: &str| {
        let told = |quote: &str| format!("The harbour of Zarnovia reopened. \"{quote}\" Anna Holm said.");
        report(&folder(&[&told(a), &told(b)]), &["--only", "quote", "--format", "github"])
    };
    let they = said("The pilots sank the old ferry, and they ruined my life,", "The pilots sank the old ferry, and it ruined my life,");
    assert!(they.contains("A word differs that turns what was said: \"it\" or \"they\" ["), "{they}");
    let not = said("The old ferry was not safe for any of the children,", "The old ferry was safe for any of the children,");
    assert!(not.contains("A word differs that turns what was said: with or without \"not\" ["), "{not}");
}

#[test]
fn a_party_has_its_capital_and_an_office_has_none() {
    let texts = ["Dan Orel, a Republican, met Mayor Eva Lindt.", "Republican Dan Orel met Eva Lindt, the mayor."];
    let text = report(&folder(&texts), &["--only", "role", "--format", "json"]);
    assert!(text.contains("\"Dan Orel: Republican\"") && text.contains("\"Eva Lindt: mayor\""), "{text}");
}

#[test]
fn figures_that_are_read_alike_are_told_together() {
    let talks = folder(&[
        "The talks in Zarnovia lasted six hours.",
        "The talks in Zarnovia lasted about six hours.",
        "The talks in Zarnovia lasted nearly six hours.",
    ]);
    let text = report(&talks, &["--only", "figure", "--format", "json"]);
    assert!(text.contains("\\\"about six hours\\\" and \\\"six hours\\\" read as 5.5 to 6.5 hours; "), "{text}");
}

/// A year that somebody enters has not passed, which the words in marks do not tell.
#[test]
fn two_parts_of_a_day_are_two_values() {
    let told = |when: &str| format!("Nine climbers were killed {when} by an avalanche on Mount Karu.");
    let folder = folder(&[&told("on Sunday afternoon"), &told("late on Sunday evening")]);
    let report = report(&folder, &[]);
    for row in ["  • Sunday afternoon (2026-03-08) — 1\n", "  • late on Sunday evening (2026-03-08) — 2\n"] {
        assert!(report.contains(row), "{report}");
    }
}

#[test]
fn a_year_that_has_just_begun_is_told_as_that() {
    let war = folder(&["The war in Norland is now entering its fifth year.", "The war in Norland has lasted almost five years."]);
    let text = report(&war, &["--only", "figure", "--format", "json"]);
    assert!(text.contains("\\\"fifth year\\\", just begun, reads as 4 to 4.25 years"), "{text}");
}

#[test]
fn the_first_line_fits_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("what-the-papers-say-of-the-harbour-of-zarnovia");
    std::fs::create_dir(&story).unwrap();
    for name in ["1.txt", "2.txt"] {
        std::fs::write(story.join(name), "The harbour of Zarnovia reopened.").unwrap();
    }
    let output = crate::program::program().arg(&story).env("COLUMNS", "60").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.lines().all(|l| l.chars().count() <= 60), "{text}");
}

#[test]
fn a_change_is_one_line_in_every_format() {
    let line = "at least five people (2026-05-14) → nine (2026-05-15) → 12 people (2026-05-17)";
    for format in ["text", "markdown", "github", "html"] {
        let report = stdout(&["--format", format, "stories/drina-flood"]);
        assert!(report.contains(line), "{format}: {report}");
        assert!(!report.contains("Later reports have more: 2026-05-14"), "{format}: {report}");
    }
}

#[test]
fn what_was_skipped_is_said_in_a_workflow() {
    let mixed = folder(&["Twelve people died in Zarnovia.", "Twelve people died in Zarnovia."]);
    std::fs::write(mixed.path().join("empty.txt"), "").unwrap();
    let said = report(&mixed, &["--format", "github"]);
    assert!(said.contains("claimdiff read 2 articles and skipped 1 file: 0 conflicts"), "{said}");
}

#[test]
fn an_explanation_says_in_which_file() {
    let said = stdout(&["explain", "4f447357", "stories/ferry-fire"]);
    assert!(said.contains("reads as former minister  (ferry-fire/1-meridian.txt:11)\n"), "{said}");
}

#[test]
fn what_one_source_has_stands_in_order_of_its_text() {
    let port = folder(&[
        "The port of Zarnovia has 40 cranes. The quay is 2.5 kilometers long. Anna Holm, the mayor, opened it.",
        "The fair of Karsk drew 700 visitors.",
    ]);
    let text = report(&port, &["--only", "figure,role", "--show", "single_source"]);
    let listed = part(&text, "· ONE SOURCE ONLY  4 things");
    let rows: Vec<&str> = listed.iter().filter(|l| l.contains(" [")).map(|l| l.trim().split(" [").next().unwrap()).collect();
    assert_eq!(listed[0], "  1");
    assert_eq!(rows.len(), 4, "{text}");
    assert!(rows[0] == "40 cranes (Zarnovia)" && rows[1].ends_with("2.5 kilometers") && rows[2] == "Anna Holm: mayor", "{rows:?}");
    assert!(text.contains("      1.txt:3\n      The port of Zarnovia has 40 cranes.\n"), "{text}");
}

/// What is taken out of HTML has lines of its own, which nobody can look up.
#[test]
fn a_text_taken_out_of_a_page_has_no_lines() {
    let draft = ["--against", "stories/tram-opening/1-city-paper.html", "stories/tram-opening"];
    let says = |format: &str| stdout(&[&["--format", format], &draft[..]].concat());
    assert!(says("text").contains("\n        12 stops  (stops)  — 2-agency\n"), "{}", says("text"));
    assert!(says("text").contains("    Tampere, Hiedanranta,"), "{}", says("text"));
    assert!(says("markdown").contains("| – | "), "{}", says("markdown"));
    let page = says("html");
    assert!(page.contains(">source 1, sentence ") && !page.contains(">source 1, line "), "{page}");
    assert!(page.contains(">source 2, line "), "{page}");
}
