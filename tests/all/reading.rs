//! From bytes to articles: formats, roles of blocks, repetitions, hostile input.

use claimdiff::article::{self, Article, Skipped};
use claimdiff::claim::{BlockRole, Offsets};

fn one(bytes: &[u8], path: &str) -> Article {
    let mut all = article::read(bytes.to_vec(), path, "a");
    assert_eq!(all.len(), 1);
    all.remove(0).unwrap()
}

/// Each block as `role: text`.
fn blocks(a: &Article) -> Vec<String> {
    let name = |role: BlockRole| serde_json::to_string(&role).unwrap().trim_matches('"').to_owned();
    a.blocks.iter().map(|b| format!("{}: {}", name(b.role), b.span.of(&a.text))).collect()
}

fn dates(a: &Article) -> Vec<String> {
    a.meta.dates.iter().map(|d| d.date.to_string()).collect()
}

fn notes(a: &Article) -> Vec<&str> {
    a.notes.iter().map(|n| n.code.as_ref()).collect()
}

const DAM: &str =
    "The wall of the Ostra dam broke on Friday night, and the water took the old mill with it. Nobody was hurt, the mayor said.";
const MILL: &str = "\"We heard it before we saw it,\" said Mara Lind, who lives above the mill. \"Then the lights went out.\" Work on the wall had been put off twice.";

#[test]
fn lines_of_a_plain_text_have_their_roles() {
    let text = format!(
        "Monday, May 4, 2026\r\n\r\nOstra dam breaks, mill is lost\r\n\r\nWORLD\r\nTuesday, May 5, 2026\r\nSource: Reuters\r\n07:15:00\r\n\r\n\
         {DAM}\r\n\r\nA night without light\r\n\r\n{MILL}\r\n\r\nThe mill on Sunday. (Jo Roe/Getty Images)\r\n\r\nSign up for our newsletter\r\n\r\n\
         No comments:\r\n\r\nPost a Comment"
    );
    let a = one(text.as_bytes(), "folder/a.txt");
    assert_eq!(
        blocks(&a),
        [
            "dateline: Monday, May 4, 2026".to_owned(),
            "headline: Ostra dam breaks, mill is lost".to_owned(),
            "boilerplate: WORLD".to_owned(),
            "dateline: Tuesday, May 5, 2026".to_owned(),
            "byline: Source: Reuters".to_owned(),
            "dateline: 07:15:00".to_owned(),
            format!("body: {DAM}"),
            "crosshead: A night without light".to_owned(),
            format!("body: {MILL}"),
            "caption: The mill on Sunday. (Jo Roe/Getty Images)".to_owned(),
            "boilerplate: Sign up for our newsletter".to_owned(),
            "comment: No comments:".to_owned(),
            "comment: Post a Comment".to_owned(),
        ]
    );
    assert_eq!(a.meta.title.as_deref(), Some("Ostra dam breaks, mill is lost"));
    assert_eq!(a.meta.credits, ["Reuters"]);
    assert_eq!(dates(&a), ["2026-05-05", "2026-05-04"]);
    assert_eq!(notes(&a), ["two_dates"]);
    assert_eq!((a.meta.offsets, a.text.len()), (Offsets::File, text.len()));
}

#[test]
fn a_wire_story_opens_with_place_and_agency() {
    let a = one(format!("Dam breaks in Ostra\n\nBy Ann Lee\n\nOSTRA (AP) — {DAM}").as_bytes(), "a.txt");
    assert_eq!(
        blocks(&a),
        [
            "headline: Dam breaks in Ostra".to_owned(),
            "byline: By Ann Lee".to_owned(),
            "dateline: OSTRA (AP) —".to_owned(),
            format!("body: {DAM}")
        ]
    );
    assert_eq!((a.meta.authors.clone(), a.meta.credits.clone()), (vec!["Ann Lee".to_owned()], vec!["Associated Press".to_owned()]));
    assert_eq!(notes(&a), ["no_date"]);
}

#[test]
fn the_day_of_a_wire_story_may_stand_behind_its_agency() {
    let a = one(format!("Dam breaks in Ostra\n\nOSTRA (AP), March 6, 2025 - {DAM}").as_bytes(), "a.txt");
    assert_eq!(blocks(&a)[1..], ["dateline: OSTRA (AP), March 6, 2025 -".to_owned(), format!("body: {DAM}")]);
    assert_eq!(notes(&a), Vec::<String>::new());
}

#[test]
fn what_a_file_repeats_points_at_the_first_copy() {
    let text = format!("Dam breaks in Ostra\n\nDam breaks in Ostra\n\n{DAM}\n\n{MILL}\n\nMost popular\n\n{DAM}\n\n{MILL}");
    let a = one(text.as_bytes(), "a.txt");
    let found: Vec<(BlockRole, Option<u32>)> = a.blocks.iter().map(|b| (b.role, b.repeats)).collect();
    let dam = text.find(DAM).unwrap() as u32;
    // the quotation mark before the first word is not counted
    let mill = text.find(MILL).unwrap() as u32 + 1;
    assert_eq!(
        found,
        [
            (BlockRole::Headline, None),
            (BlockRole::Duplicate, Some(0)),
            (BlockRole::Body, None),
            (BlockRole::Body, None),
            (BlockRole::Boilerplate, None),
            (BlockRole::Duplicate, Some(dam)),
            (BlockRole::Duplicate, Some(mill)),
        ]
    );
    assert!(notes(&a).contains(&"duplicated_block"));
}

#[test]
fn a_sentence_set_apart_is_a_pull_quote() {
    let said = "“We heard the wall long before we saw that it was gone,” said Mara Lind, who lives above the mill and works there.";
    let text = format!(
        "Dam breaks in Ostra\n\n{DAM}\n\n{said} She left at once.\n\n“We heard the wall long before we saw that it was gone”\n\nMara Lind\n\n{MILL}"
    );
    let a = one(text.as_bytes(), "a.txt");
    let pulled: Vec<&str> = a.blocks.iter().filter(|b| b.role == BlockRole::PullQuote).map(|b| b.span.of(&a.text)).collect();
    assert_eq!(pulled, ["“We heard the wall long before we saw that it was gone”", "Mara Lind"]);
}

#[test]
fn a_page_tells_its_title_day_and_authors() {
    let page = format!(
        "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Ostra dam breaks | The Valley News</title>\
         <script type=\"application/ld+json\">{{\"@graph\":[{{\"@type\":\"NewsArticle\",\"headline\":\"Ostra dam breaks\",\
         \"datePublished\":\"2026-05-05T07:15:00+02:00\",\"author\":{{\"@id\":\"#ann\"}},\"publisher\":{{\"name\":\"The Valley News\"}}}},\
         {{\"@type\":\"Person\",\"@id\":\"#ann\",\"name\":\"Ann Lee\"}}]}}</script></head><body><nav><a href=\"/\">Home</a></nav><article>\
         <h1>Ostra dam breaks</h1><p>{DAM}</p><div class=\"newsletter-box\"><p>Get the best of the valley every morning.</p></div>\
         <h2>A night without light</h2><p>{MILL}</p><figure><img src=\"a.jpg\"><figcaption>The mill on Sunday.</figcaption></figure><p>{DAM} {MILL}</p>\
         </article></body></html>"
    );
    let a = one(page.as_bytes(), "a.txt");
    assert_eq!(a.meta.title.as_deref(), Some("Ostra dam breaks"));
    assert_eq!((dates(&a), a.meta.authors.clone()), (vec!["2026-05-05".to_owned()], vec!["Ann Lee".to_owned()]));
    assert_eq!((a.meta.outlet.as_deref(), a.meta.language.as_deref()), (Some("The Valley News"), Some("en")));
    assert_eq!(a.meta.offsets, Offsets::Text);
    let body: Vec<String> = blocks(&a).into_iter().take(4).collect();
    assert_eq!(
        body,
        [
            "headline: Ostra dam breaks".to_owned(),
            format!("body: {DAM}"),
            "crosshead: A night without light".to_owned(),
            format!("body: {MILL}")
        ]
    );
}

#[test]
fn a_logo_is_no_title() {
    let page = |logo: &str| {
        format!(
            "<html><head><title>The wall at Ostra - chapter 2 | Tales of Our Own Valley</title></head><body>\
             <h1><a href=\"{logo}\">Tales of Our Own Valley</a></h1><article><p>{DAM}</p><p>{MILL}</p></article></body></html>"
        )
    };
    let title = |logo: &str| one(page(logo).as_bytes(), "a.html").meta.title;
    assert_eq!(title("/").as_deref(), Some("The wall at Ostra - chapter 2"));
    assert_eq!(title("/tales").as_deref(), Some("Tales of Our Own Valley"));
}

#[test]
fn what_is_printed_or_shown_beside_the_article_is_no_body() {
    let page = format!(
        "<html><body><article><h1>Ostra dam breaks</h1><p>{DAM}</p><p>{MILL}</p>\
         <div class=\"photogallery-wrapper\"><h2>Twelve mills of the valley</h2><p>They have stood for a long time.</p></div>\
         <div class=\"d-none d-print-block\"><p>Ostra dam breaks, retrieved on 5 May 2026.</p></div>\
         <p><b>More information:</b> Lind et al., Old dams, Water (2025).</p><p>This document is subject to copyright. Ask first.</p>\
         </article></body></html>"
    );
    let a = one(page.as_bytes(), "a.html");
    let body: Vec<&str> = a.blocks.iter().filter(|b| b.role == BlockRole::Body).map(|b| b.span.of(&a.text)).collect();
    assert_eq!(body, [DAM, MILL]);
}

/// The offsets of claims are places in a plain text or JSON string as it was given; those of a page are places in what was read from it.
#[test]
fn letters_that_a_typesetter_joined_are_taken_apart_and_stand_where_they_are_written() {
    let joined = |text: &str| text.replace("th", "t\u{ad}h").replace("fi", "ﬁ").replace("at", "a\u{200b}t");
    let page =
        format!("<html><body><article><h1>Ostra dam breaks</h1><p>{}</p><p>{}</p></article></body></html>", joined(DAM), joined(MILL));
    let a = one(page.as_bytes(), "a.html");
    let body: Vec<&str> = a.blocks.iter().filter(|b| b.role == BlockRole::Body).map(|b| b.span.of(&a.text)).collect();
    assert_eq!(body, [DAM, MILL]);
    let plain = format!("Ostra dam breaks\n\n{DAM}\n\n{MILL}\n");
    let text = joined(&plain);
    let json = serde_json::json!({ "text": text }).to_string();
    for (bytes, name) in [(text.as_bytes(), "a.txt"), (text.as_bytes(), "a.md"), (json.as_bytes(), "a.json")] {
        let a = one(bytes, name);
        assert_eq!((&*a.text, a.written_text()), (&*plain, &*text));
    }
}

#[test]
fn a_revised_page_has_the_day_that_it_shows() {
    let page = |shown: &str| {
        let body = "<p>The dam at Ostra broke in the night, and the water reached the first houses of the town by four in the morning.</p>";
        format!(
            "<html><head><title>Ostra dam breaks</title><meta property=\"article:published_time\" content=\"2024-03-05T09:00:00Z\">\
             <meta property=\"article:modified_time\" content=\"2024-03-08T17:20:00Z\"></head>\
             <body><article><h1>Ostra dam breaks</h1><span>{shown}</span>{}</article></body></html>",
            body.repeat(4)
        )
    };
    let first = |shown: &str| dates(&one(page(shown).as_bytes(), "a.html"))[0].clone();
    assert!(first("Updated Friday 8 March 2024 17:20").contains("2024-03-08"));
    assert!(first("5 March 2024").contains("2024-03-05"));
    assert!(first("Published 5 March 2024, updated 8 March 2024").contains("2024-03-05"));
}

#[test]
fn markdown_is_read_in_place() {
    let text =
        format!("---\ntitle: \"The dam\"\ndate: 2026-05-05\n---\n# Ostra dam breaks\n\n{DAM}\n\n## A night without light\n\n{MILL}\n");
    let a = one(text.as_bytes(), "a.md");
    assert_eq!((a.meta.title.as_deref(), dates(&a)), (Some("The dam"), vec!["2026-05-05".to_owned()]));
    let rest: Vec<String> = blocks(&a).into_iter().skip(4).collect();
    assert_eq!(
        rest,
        [
            "boilerplate: #".to_owned(),
            "headline: Ostra dam breaks".to_owned(),
            format!("body: {DAM}"),
            "boilerplate: ##".to_owned(),
            "crosshead: A night without light".to_owned(),
            format!("body: {MILL}"),
        ]
    );
}

#[test]
fn a_broken_line_of_json_costs_itself() {
    let lines = "{\"id\": 7, \"text\": \"The dam broke.\", \"date\": \"2026-05-05\", \"author\": [\"Ann Lee\"]}\n{\"text\": \"The\n{\"title\": \"No body\"}\n{\"text\": \"It held.\"}\n";
    let all = article::read(lines.as_bytes().to_vec(), "a.json", "a");
    let ids: Vec<Result<&str, (Option<usize>, &str)>> = all
        .iter()
        .map(|r| match r {
            Ok(a) => Ok(a.meta.id.as_str()),
            Err(Skipped { part, reason }) => Err((*part, reason.split(':').next().unwrap_or_default())),
        })
        .collect();
    assert_eq!(ids, [Ok("7"), Err((Some(2), "not a JSON article")), Err((Some(3), "no \"text\"")), Ok("a:4")]);
    assert_eq!(blocks(all[0].as_ref().unwrap()), ["body: The dam broke."]);
}

#[test]
fn what_is_no_article_is_refused_with_the_reason() {
    let reason = |bytes: &[u8], path: &str| article::read(bytes.to_vec(), path, "a").remove(0).unwrap_err().reason;
    assert_eq!(reason(b"%PDF-1.4", "a.txt"), "a PDF, not text");
    assert_eq!(reason(b"\x1f\x8b\x08\0\0", "a.txt"), "gzip-compressed, not text");
    assert_eq!(reason(b" \n\n ", "a.txt"), "empty");
    assert_eq!(reason("\u{ad}\u{200b}\n\u{ad}".as_bytes(), "a.txt"), "empty", "nothing that is seen");
    assert_eq!(reason(b"<html><body></body></html>", "a.html"), "no article found on the page");
}

#[test]
fn hostile_texts_are_read() {
    for text in
        ["\"".repeat(5_000), "1".repeat(100_000), "a. ".repeat(10_000), "the dam ".repeat(10_000), "A\n".repeat(5_000), "(".repeat(20_000)]
    {
        assert_eq!(one(text.as_bytes(), "a.txt").text, text);
    }
    let deep = "<div>".repeat(30_000) + DAM + MILL + "</div>";
    assert!(one(format!("<html><body>{deep}").as_bytes(), "a.html").text.contains("the old mill"));
}

#[test]
fn a_text_in_another_language_is_marked() {
    let german = "Die Mauer des Damms brach in der Nacht zum Samstag, und das Wasser riss die alte Mühle mit sich. Niemand wurde verletzt, sagte der Bürgermeister.";
    let a = one(german.as_bytes(), "a.txt");
    assert_eq!((a.meta.language.as_deref(), notes(&a)), (Some("und"), vec!["not_english", "no_date"]));
    assert_eq!(one(DAM.as_bytes(), "a.txt").meta.language.as_deref(), Some("en"));
}

#[test]
fn emphasis_does_not_hide_a_byline_or_a_date() {
    let a = one(format!("# Ostra dam breaks\n\n*By Ann Lee*\n\n**Tuesday, May 5, 2026**\n\n{DAM}\n").as_bytes(), "a.md");
    assert_eq!((a.meta.authors.clone(), dates(&a)), (vec!["Ann Lee".to_owned()], vec!["2026-05-05".to_owned()]));
    assert!(blocks(&a).contains(&"byline: *By Ann Lee*".to_owned()));
}

#[test]
fn a_first_line_of_json_that_is_broken_costs_itself() {
    for path in ["a.json", "a.txt"] {
        let all = article::read(b"{\"text\": broken\n{\"id\": \"b\", \"text\": \"The dam broke.\"}\n".to_vec(), path, "a");
        let read: Vec<Option<&str>> = all.iter().map(|r| r.as_ref().ok().map(|a| a.meta.id.as_str())).collect();
        assert_eq!(read, [None, Some("b")], "{path}");
    }
    assert_eq!(article::read(b"{\"text\":\n\"The dam broke.\n".to_vec(), "a.json", "a").len(), 1);
}

#[test]
fn from_another_language_is_taken_what_holds_in_any() {
    let german = "Die Mauer des Damms brach am 2026-05-01, und das Wasser riss die alte Mühle mit sich. Vier Menschen wurden verletzt, sagte der \
                  Bürgermeister Peter Lind am Montag in London. Die Mauer war 15 km lang und 2,5 km breit, sie kostete $5 Millionen und 1.234 kg Gold. \
                  „Es war schlimm“, sagte er. Der Damm stand in Berlin.";
    let a = one(german.as_bytes(), "a.txt");
    let found: Vec<String> = claimdiff::extract::extract(&a, None).claims.iter().map(|c| c.text.to_string()).collect();
    assert_eq!(found, ["2026-05-01", "Peter Lind", "London", "15 km", "Berlin"]);
}

#[test]
fn what_claimdiff_writes_is_no_article() {
    let folder = tempfile::tempdir().unwrap();
    for (name, arguments) in
        [("old.json", &["--format", "json"][..]), ("old.jsonl", &["--format", "jsonl"]), ("lines.jsonl", &["extract", "--with", "text"])]
    {
        std::fs::write(folder.path().join(name), crate::program::run(&[arguments, &["stories/museum-theft"]].concat()).stdout).unwrap();
    }
    let output = crate::program::run(&[folder.path()]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("old.json: skipped: written by claimdiff itself, no article\n"), "{said}");
    assert!(said.contains("lines.jsonl:1: skipped: written by claimdiff itself, no article\n"), "{said}");
    assert!(said.ends_with("no readable article\n"), "{said}");
}

/// The roles of the blocks that a file with these paragraphs below a headline and a first paragraph has, without those two.
fn roles_of(paragraphs: &[&str]) -> Vec<String> {
    let text = format!("Ostra dam breaks, mill is lost\n\n{DAM}\n\n{}\n\n{MILL}\n", paragraphs.join("\n\n"));
    let all = blocks(&one(text.as_bytes(), "a.txt"));
    all[2..all.len() - 1].to_vec()
}

#[test]
fn a_list_of_other_articles_is_none_of_the_body_and_a_list_of_facts_is() {
    let links = ["Recommended for you", "- Floods kill 200 in the south", "• 5 ways to save money"];
    assert_eq!(roles_of(&links), links.map(|l| format!("boilerplate: {l}")));
    let facts = ["What we know so far:", "- The wall was 40 metres high", "- 200 people had to leave"];
    assert_eq!(roles_of(&facts), facts.map(|l| format!("body: {l}")));
    let news = ["Latest news", "- 14 people are dead", "- The mayor resigned on Monday"];
    assert_eq!(roles_of(&news)[1..], news[1..].iter().map(|l| format!("body: {l}")).collect::<Vec<_>>());
}

#[test]
fn a_fact_above_an_agency_is_body_and_what_a_picture_shows_is_a_caption() {
    let facts = ["At least 14 people are dead. (AP)", "Schools remain closed and 300 families wait in a hall. (Reuters)"];
    let roles = |text: &str| roles_of(&[text]).into_iter().map(|r| r.split(':').next().unwrap().to_owned()).collect::<Vec<_>>();
    for text in facts {
        assert_eq!(roles(text), ["body", "byline"], "{text}");
    }
    for text in ["The mayor is seen in Oslo on Monday. (AP)", "People walk in the rain. (AP)"] {
        assert_eq!(roles(text), ["caption"], "{text}");
    }
    for text in [
        "This is a developing story of 300 people and a dam.",
        "With reporting from 14 countries, the book sold 300,000 copies.",
        "Follow orders from @police and stay at home.",
    ] {
        assert_eq!(roles(text), ["body"], "{text}");
    }
}

#[test]
fn an_agency_behind_a_paragraph_is_credited_and_the_paragraph_stays_body() {
    let credited = |paragraph: &str| {
        let text = format!("Ostra dam breaks, mill is lost\n\n{DAM}\n\n{MILL}\n\n{paragraph}\n");
        let a = one(text.as_bytes(), "a.txt");
        (blocks(&a)[3..].to_vec(), a.meta.credits)
    };
    for (credit, agency) in [("(Reuters)", "Reuters"), ("-- AFP", "Agence France-Presse"), ("/TASS/", "TASS")] {
        let said = "The mayor said 300 people had left.";
        let expected = (vec![format!("body: {said}"), format!("byline: {credit}")], vec![agency.to_owned()]);
        assert_eq!(credited(&format!("{said} {credit}")), expected);
        assert_eq!(credited(&format!("{said}\n\n{credit}")), expected);
    }
    let reporters = "(Reporting by Ann Lee; Editing by Jo Roe)";
    assert_eq!(credited(&format!("It was rebuilt. {reporters}")).0, ["body: It was rebuilt.".to_owned(), format!("byline: {reporters}")]);
    for (line, agency) in [
        ("With files from The Canadian Press", "Canadian Press"),
        ("The Source: Information from this story came from AFP.", "Agence France-Presse"),
        ("PTI", "PTI"),
    ] {
        assert_eq!(credited(line), (vec![format!("byline: {line}")], vec![agency.to_owned()]));
    }
    let whole = "The mayor told an agency (Reuters) that 300 people had left.";
    assert_eq!(credited(whole), (vec![format!("body: {whole}")], vec![]));
}

#[test]
fn what_stands_below_a_picture_is_told_by_its_credit() {
    let captions = [
        "Smoke rises over the mill on Sunday. (Reuters)",
        "Rescuers at the mill in Ostra, May 4, 2026. REUTERS/Jo Roe",
        "The mill on Sunday. Jo Roe/AP",
        "FILE - In this May 3, 2026 photo, the mill stands. (AP Photo/Jo Roe, File)",
        "Image caption Rescuers look for people in 30 cars",
        "[Photo/Agencies]",
    ];
    assert_eq!(roles_of(&captions), captions.map(|l| format!("caption: {l}")));
    let body = ["A poll by Reuters/Ipsos found that most of them had heard of it.", "File-by-file they went through the plans of 2019."];
    assert_eq!(roles_of(&body), body.map(|l| format!("body: {l}")));
}

#[test]
fn lines_of_the_page_between_paragraphs_are_no_body() {
    let page = [
        "3 min read",
        "Our Standards: The Valley News Principles.",
        "Follow @valleynews on X",
        "This is a developing story. Check back for updates.",
        "(This story is auto-generated from a syndicated feed.)",
    ];
    assert_eq!(roles_of(&page), page.map(|l| format!("boilerplate: {l}")));
    let body = ["\"This is a developing story,\" the mayor said.", "\"Follow me,\" she told them.", "The plan took 3 minutes to read."];
    assert_eq!(roles_of(&body), body.map(|l| format!("body: {l}")));
}

#[test]
fn an_opening_is_taken_off_each_printing_of_its_paragraph() {
    let text = format!("Dam breaks in Ostra\n\nOSTRA, May 4 - {DAM}\n\n{MILL}\n\nMost popular\n\nOSTRA, May 4 - {DAM}\n\n{MILL}\n");
    let a = one(text.as_bytes(), "a.txt");
    let body = a.blocks.iter().filter(|b| b.role == BlockRole::Body).count();
    assert_eq!((body, blocks(&a).last()), (2, Some(&format!("duplicate: {MILL}"))));
}

#[test]
fn a_byline_may_name_a_place_or_an_office() {
    let authors = |line: &str| {
        let text = format!("Ostra dam breaks, mill is lost\n\n{line}\n\n{DAM}\n\n{MILL}\n");
        let a = one(text.as_bytes(), "a.txt");
        assert_eq!(blocks(&a)[0], "headline: Ostra dam breaks, mill is lost");
        a.meta.authors
    };
    assert_eq!(authors("Ann Lee in Ostra and agencies"), ["Ann Lee"]);
    assert_eq!(authors("Ann Lee, economics editor"), ["Ann Lee"]);
    assert_eq!(authors("Ann Lee in Ostra"), Vec::<String>::new());
    let page = format!(
        "<html><head><title>Ostra dam breaks - Valley News</title><meta name=\"author\" content=\"Ann Lee\"></head><body><article>\
         <h1>Ostra dam breaks</h1><p>Ann Lee, economics editor</p><p>{DAM}</p><p>{MILL}</p></article></body></html>"
    );
    let a = one(page.as_bytes(), "a.html");
    assert_eq!(a.meta.outlet.as_deref(), Some("Valley News"));
    assert!(!blocks(&a).contains(&"body: Ann Lee, economics editor".to_owned()));
}

#[test]
fn a_lone_title_between_paragraphs_is_the_headline_with_a_note() {
    let a = one(format!("{DAM}\n\nWater of the Ostra dam took the mill\n\n{MILL}\n").as_bytes(), "a.txt");
    assert_eq!(a.meta.title.as_deref(), Some("Water of the Ostra dam took the mill"));
    assert!(notes(&a).contains(&"headline_inside"));
    let a = one(format!("{DAM}\n\nA night without light\n\n{MILL}\n").as_bytes(), "a.txt");
    assert_eq!((a.meta.title.as_deref(), notes(&a)), (None, vec!["no_date"]));
}

#[test]
fn a_title_of_few_words_is_no_label_of_the_page() {
    let title = |line: &str| one(format!("{line}\n\n{DAM}\n\n{MILL}\n").as_bytes(), "a.txt").meta.title;
    assert_eq!(title("Keeper's praise").as_deref(), Some("Keeper's praise"));
    assert_eq!(title("World News"), None);
}

#[test]
fn the_first_of_two_titles_is_the_headline() {
    let above = |line: &str| {
        let a = one(format!("{line}\n\nWater of the Ostra dam took the mill\n\n{DAM}\n\n{MILL}\n").as_bytes(), "a.txt");
        (a.meta.title.clone().unwrap_or_default(), blocks(&a)[..2].to_vec())
    };
    let second = "crosshead: Water of the Ostra dam took the mill";
    let first = "Owners say breaking was no fault of theirs";
    assert_eq!(above(first), (first.to_owned(), vec![format!("headline: {first}"), second.to_owned()]));
    let (title, roles) = above("Stories for people who like the valley");
    assert_eq!(
        (title.as_str(), roles[0].as_str()),
        ("Water of the Ostra dam took the mill", "boilerplate: Stories for people who like the valley")
    );
}

#[test]
fn a_lost_quotation_mark_is_noted() {
    let quoted = |paragraph: &str| {
        let a = one(format!("May 4, 2026\n\n{DAM}\n\n{paragraph}\n").as_bytes(), "a.txt");
        let words: Vec<String> = a.quotations.iter().map(|q| q.span.of(&a.text).to_owned()).collect();
        (words, notes(&a).contains(&"unbalanced_quotes"))
    };
    assert!(quoted("“The plan is fair, said Mayor Lee on Monday.").1);
    assert_eq!(quoted("The mayor said the plan was unfair.” She did not say why."), (vec![], true));
    assert!(quoted("\"I am \"really\" happy with this, said Lee.").1);
    assert_eq!(quoted("The 17\" screen was lost, and `Mara Lind` is code."), (vec![], false));
    assert_eq!(quoted("“It is over,” said Lee."), (vec!["It is over,".to_owned()], false));
    let both = "“I called them, told the truth, and 300 people came.\n\n“Then it broke,” said Lee.";
    assert_eq!(quoted(both), (vec!["I called them, told the truth, and 300 people came.".to_owned(), "Then it broke,".to_owned()], false));
}

#[test]
fn words_of_the_reporter_in_a_quotation_without_its_closing_mark_are_none() {
    let quoted = |paragraphs: &str| {
        let a = one(format!("May 4, 2026\n\n{DAM}\n\n{paragraphs}\n").as_bytes(), "a.txt");
        let words: Vec<String> = a.quotations.iter().map(|q| q.span.of(&a.text).to_owned()).collect();
        (words.join(" | "), notes(&a).contains(&"unbalanced_quotes"))
    };
    for (paragraph, words) in [
        ("\"We will rebuild, said the mayor. The council met on Monday. \"It is late,\" he added.", "We will rebuild, | It is late,"),
        ("“The river took it, Mara Lind said. “We have no house now.” The army came.", "The river took it, | We have no house now."),
        ("\"Nobody told us, said Mara Lind, who lives above the mill. Police closed the road.", "Nobody told us,"),
        ("\"Who paid for it? she asked. Nobody knew.", "Who paid for it?"),
        ("\"We will rebuild, the mayor said.\n\n\"It is late,\" she added.", "We will rebuild, | It is late,"),
    ] {
        assert_eq!(quoted(paragraph), (words.to_owned(), true), "{paragraph}");
    }
    for (paragraphs, words) in [
        (
            "“We came home, and the mayor said nothing.\n\n“Nobody knew, I said to him.\n\n“Then it broke,” said Lee.",
            "We came home, and the mayor said nothing. | Nobody knew, I said to him. | Then it broke,",
        ),
        ("\"He came, said the prayer, and left,\" Mara Lind said.", "He came, said the prayer, and left,"),
    ] {
        assert_eq!(quoted(paragraphs), (words.to_owned(), false), "{paragraphs}");
    }
}

#[test]
fn a_page_with_unclosed_markup_is_read_with_a_note() {
    let page = |inside: &str| {
        format!(
            "<html><head><title>Ostra dam breaks</title></head><body><article><h1>Ostra dam breaks</h1><p>{DAM}</p><p>{MILL}</p>{inside}</article></body></html>"
        )
    };
    assert!(notes(&one(page("<!-- more <p>The rest.</p>").as_bytes(), "a.html")).contains(&"unclosed_markup"));
    assert!(!notes(&one(page("<!-- more --><p>The rest.</p>").as_bytes(), "a.html")).contains(&"unclosed_markup"));
    let lost = page("").replace("<title>Ostra dam breaks</title>", "<style>p { color: red }");
    let reason = "no article found on the page; <style> is never closed; text of the article may be missing";
    assert_eq!(article::read(lost.into_bytes(), "a.html", "a")[0].as_ref().err(), Some(&Skipped { part: None, reason: reason.into() }));
}

#[test]
fn words_of_the_body_that_a_page_sets_apart_are_a_pull_quote() {
    let page = |apart: &str| {
        let page = format!(
            "<html><body><article><h1>Ostra dam breaks</h1><p>{DAM}</p><p>{MILL}</p><blockquote>{apart}</blockquote><p>It was rebuilt in the spring, when the water had gone.</p></article></body></html>"
        );
        let a = one(page.as_bytes(), "a.html");
        let role = |b: &&claimdiff::article::Block| b.span.of(&a.text) == apart;
        a.blocks.iter().find(role).map(|b| (b.role, b.repeats.is_some()))
    };
    assert_eq!(page("Then the lights went out"), Some((BlockRole::PullQuote, true)));
    assert_eq!(page("Nobody had told us that it was weak."), Some((BlockRole::Body, false)));
}

#[test]
fn a_script_without_spaces_is_not_english() {
    let a = one("水坝在夜间决堤\n\n2026年5月4日,奥斯特拉水坝决堤,水冲走了旧磨坊。市长说,没有人受伤。".as_bytes(), "a.txt");
    assert_eq!((a.meta.language.as_deref(), notes(&a)), (Some("und"), vec!["not_english", "no_date"]));
    assert_eq!(a.blocks.last().map(|b| b.role), Some(BlockRole::Body));
}

#[test]
fn a_note_of_correction_is_no_body() {
    let read = |paragraph: &str| {
        let a = one(format!("Ostra dam breaks, mill is lost\n\nMay 4, 2026\n\n{DAM}\n\n{paragraph}\n\n{MILL}\n").as_bytes(), "a.txt");
        let note = notes(&a).contains(&"correction");
        let all = blocks(&a);
        (all[3..all.len() - 1].to_vec(), note)
    };
    for note in [
        "Correction: An earlier version of this article said the wall was 300 metres long; it is 200.",
        "This story has been corrected to show that 14 houses were flooded, not 40.",
        "CORRECTION (May 6, 2026, 9:10 a.m.): Because of an editing error, a previous version gave the height as 9 metres. It is 6.",
        "*Clarification: The mill was built in 1890, not 1980.*",
        "This article originally misstated the age of the mill. It is 130 years old.",
        "Corrections & clarifications: The wall is 6 metres high.",
        "(The headline of an earlier version of this story said the wrong day.)",
        "The article has been corrected: 14 houses were flooded.",
    ] {
        assert_eq!(read(note), (vec![format!("boilerplate: {note}")], true), "{note}");
    }
    for note in [
        "Editor’s note: This story was first told to a class of 40 pupils.",
        "Editors' Note — Names were changed.",
        "This story has been updated with words of the mayor.",
    ] {
        assert_eq!(read(note), (vec![format!("boilerplate: {note}")], false), "{note}");
    }
    let updated = "This story has been updated. The water took 14 houses.";
    let parts = ["boilerplate: This story has been updated.", "body: The water took 14 houses."];
    assert_eq!(read(updated), (parts.map(str::to_owned).to_vec(), false));
    let behind = "Work begins in June. This report was corrected on May 6 to say that 14 houses were flooded.";
    let parts = ["body: Work begins in June.", "boilerplate: This report was corrected on May 6 to say that 14 houses were flooded."];
    assert_eq!(read(behind), (parts.map(str::to_owned).to_vec(), true));
    for body in [
        "Correction of the old wall took 3 years and 14 workers, the mayor said.",
        "Corrections officers carried 14 people out of the prison.",
        "The editor's note on the plan said the wall was 9 metres high.",
        "An earlier version of this report, leaked in May, named 14 firms.",
        "An earlier version of the law would have cost 3 million euros.",
        "This story was told by 14 people who lived above the mill.",
        "The story was updated for the stage, and 300 people saw it.",
        "This report says that 14 houses were flooded.",
        "This report stated that 14 houses were flooded.",
        "This story had a happy ending, for 14 people were saved.",
        "This version was revised in March and costs 3 million euros.",
        "An earlier version of this feature broke 14 engines.",
        "“An earlier version of the plan was cheaper by 3 million,” the mayor said.",
    ] {
        assert_eq!(read(body), (vec![format!("body: {body}")], false), "{body}");
    }
}

#[test]
fn a_day_of_a_correction_is_one_of_a_revision() {
    let a = one(format!("Ostra dam breaks\n\nCorrected May 6, 2026\n\nMay 4, 2026\n\n{DAM}\n\n{MILL}\n").as_bytes(), "a.txt");
    assert_eq!(dates(&a), ["2026-05-04", "2026-05-06"]);
}
