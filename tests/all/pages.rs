//! Pages: what stands around the article, and the titles that pages give it.

use claimdiff::article::{self, Article};
use claimdiff::claim::BlockRole;

const DAM: &str =
    "The wall of the Ostra dam broke on Friday night, and the water took the old mill with it. Nobody was hurt, the mayor said.";
const MILL: &str = "\"We heard it before we saw it,\" said Mara Lind, who lives above the mill. \"Then the lights went out.\" Work on the wall had been put off twice.";
const WORK: &str = "The province had paid for the work in two parts, and the second of them was due in the week when the wall gave way.";

fn read(head: &str, article: &str) -> Article {
    let page = format!("<html><head>{head}</head><body><article>{article}</article></body></html>");
    article::read(page.into_bytes(), "a.html", "a").remove(0).unwrap()
}

/// The texts of the blocks with a role.
fn texts(a: &Article, role: BlockRole) -> Vec<&str> {
    a.blocks.iter().filter(|b| b.role == role).map(|b| b.span.of(&a.text)).collect()
}

fn title(head: &str, h1: &str) -> Option<String> {
    read(head, &format!("<h1>{h1}</h1><p>{DAM}</p><p>{MILL}</p>")).meta.title
}

#[test]
fn a_site_is_cut_from_a_title_and_a_part_of_the_title_is_not() {
    let head = |site: &str, title: &str| {
        format!("<meta property=\"og:site_name\" content=\"{site}\"><meta property=\"og:title\" content=\"{title}\">")
    };
    assert_eq!(title(&head("Valley News", "The dam at Ostra - Valley News"), "The dam at Ostra").as_deref(), Some("The dam at Ostra"));
    assert_eq!(
        title(&head("Valley News", "The dam at Ostra - Rivers of the North"), "The dam at Ostra").as_deref(),
        Some("The dam at Ostra - Rivers of the North")
    );
    assert_eq!(
        title("<title>The dam at Ostra - chapter 2 | Rivers of the North | Tales of Our Valley</title>", "").as_deref(),
        Some("The dam at Ostra - chapter 2 | Rivers of the North")
    );
}

#[test]
fn the_summary_below_the_title_is_read_once() {
    let summary = "A wall that was to be mended gave way in the night";
    let head = format!("<meta name=\"description\" content=\"{summary}.\">");
    let body =
        |element: &str| format!("<header><h1>Ostra dam breaks</h1>{element}</header><div><p>{DAM}</p><p>{MILL}</p><p>{WORK}</p></div>");
    let crossheads = |head: &str, element: &str| texts(&read(head, &body(element)), BlockRole::Crosshead).join("|");
    assert_eq!(crossheads(&head, &format!("<div class=\"x1\">{summary}</div>")), summary);
    assert_eq!(crossheads("", &format!("<p class=\"post-subtitle\">{summary}</p>")), summary);
    assert_eq!(crossheads("", &format!("<p class=\"x1\">{summary}</p>")), "");
    let described = format!("<meta name=\"description\" content=\"{WORK}\">");
    assert_eq!(crossheads(&described, ""), "");
}

#[test]
fn what_stands_below_a_picture_is_its_caption() {
    let a = read(
        "",
        &format!(
            "<h1>Ostra dam breaks</h1><p>{DAM}</p><div><img src=a.jpg></div><p class=\"imageCaption\">The mill as it stood on Sunday</p><p>{MILL}</p>\
             <div><img src=b.jpg></div><span class=\"photo__credit--x1\">Jo Roe</span><p>{WORK}</p>\
             <p>The wall in 2020. Photograph courtesy of the province.</p><p>The wall in 2021. Image: Jo Roe/Valley Press via Getty Images</p>"
        ),
    );
    assert_eq!(texts(&a, BlockRole::Body), [DAM, MILL, WORK]);
}

#[test]
fn marks_inside_a_link_do_not_break_the_paragraph() {
    let a = read(
        "",
        &format!(
            "<h1>Ostra dam breaks</h1><div>Those who built <a href=\"/x\"><u>the wall of the dam</u></a> are dead, and <s>nobody</s> few remember them.<p>{DAM}</p><p>{MILL}</p></div>"
        ),
    );
    assert_eq!(texts(&a, BlockRole::Body)[0], "Those who built the wall of the dam are dead, and nobody few remember them.");
}

#[test]
fn lines_below_the_last_paragraph_and_ages_of_a_page_are_no_body() {
    let a = read(
        "",
        &format!(
            "<h1>Ostra dam breaks</h1><h3>5 days ago</h3><div><span>Ann Lee</span><time>December 20, 2023</time></div><div><span>Ann Lee</span><span>December 20, 2023</span></div><p>{DAM}</p><p>{MILL}</p>\
             <p>{WORK}</p><ul><li>Two engineers</li><li>A diver</li></ul><p>Deputy Editor</p>"
        ),
    );
    assert_eq!(texts(&a, BlockRole::Body), [DAM, MILL, WORK, "Two engineers", "A diver"]);
    assert!(!texts(&a, BlockRole::Crosshead).contains(&"5 days ago"));
}

#[test]
fn what_names_another_thing_or_number_is_no_repetition() {
    let a = read(
        "",
        &format!(
            "<h1>Ostra dam breaks</h1><p>{DAM}</p><p>Ostra is now without power and is not expected to have any before Monday morning at the earliest.</p>\
             <p>{MILL}</p><p>Lindau is now without power and is not expected to have any before Monday morning at the earliest.</p>"
        ),
    );
    assert_eq!(texts(&a, BlockRole::Duplicate), Vec::<&str>::new());
}

#[test]
fn a_day_of_the_week_is_no_author() {
    let a = read("", &format!("<h1>Ostra dam breaks</h1><p class=\"byline\">Sunday, Feb 1, 2015</p><p>{DAM}</p><p>{MILL}</p>"));
    assert_eq!(a.meta.authors, Vec::<String>::new());
}

#[test]
fn a_paragraph_that_comes_twice_again_is_told_where_it_stands_first() {
    let a = read("", &format!("<h1>Ostra dam breaks</h1><p>{DAM}</p><p>{MILL}</p><p>{DAM}</p><p>{WORK}</p><p>{DAM}</p>"));
    assert_eq!((texts(&a, BlockRole::Body), texts(&a, BlockRole::Duplicate)), (vec![DAM, MILL, WORK], vec![DAM, DAM]));
}

#[test]
fn a_paragraph_beside_a_caption_with_its_words_stays_body() {
    let a = read(
        "",
        &format!(
            "<h1>Ostra dam breaks</h1><figure><img src=a.jpg><figcaption>{WORK}</figcaption></figure><p>{DAM}</p><p>{WORK}</p><p>{MILL}</p>"
        ),
    );
    assert_eq!((texts(&a, BlockRole::Body), texts(&a, BlockRole::Caption)), (vec![DAM, WORK, MILL], vec![WORK]));
}

#[test]
fn short_items_that_come_again_under_another_title_are_no_repetition() {
    let list = "<ul><li>easy to carry</li><li>cheap to run</li></ul>";
    let other = "<ul><li>cheap to run</li><li>loud at night</li></ul>";
    let a = read(
        "",
        &format!("<h1>Pumps for Ostra</h1><p>{DAM}</p><h2>The old one</h2>{list}<p>{MILL}</p><h2>The new one</h2>{other}<p>{WORK}</p>"),
    );
    assert_eq!(texts(&a, BlockRole::Duplicate), Vec::<&str>::new());
    let twice = read("", &format!("<h1>Pumps for Ostra</h1><p>{DAM}</p>{list}<p>{MILL}</p>{list}"));
    assert_eq!(texts(&twice, BlockRole::Duplicate), ["easy to carry", "cheap to run"]);
}

#[test]
fn a_list_of_links_is_none_of_the_article_and_a_link_in_a_list_is() {
    let item = "<li>the wall was built by two brothers in four years</li>";
    let link = "<li><a href=\"/x\">the second part of the work was put off</a></li>";
    let body = |list: &str| {
        texts(&read("", &format!("<h1>Ostra dam breaks</h1><p>{DAM}</p><p>{MILL}</p><ul>{list}</ul><p>{WORK}</p>")), BlockRole::Body).len()
    };
    assert_eq!(body(&format!("{item}{link}<li>neither of them was asked</li>")), 6);
    assert_eq!(body(&link.repeat(3)), 3);
}

#[test]
fn a_page_that_tells_no_day_has_the_day_of_its_date_line() {
    let body = format!(
        "<h1>Ostra dam breaks</h1><p>Updated May 6, 2026</p><p>Ann Lee | May 5, 2026</p><p>OSTRA (Reuters) - {DAM}</p><p>{MILL}</p>"
    );
    let a = read("", &body);
    let dates: Vec<String> = a.meta.dates.iter().map(|d| d.date.to_string()).collect();
    assert_eq!(dates, ["2026-05-05", "2026-05-06"]);
    assert_eq!(texts(&a, BlockRole::Dateline), ["Updated May 6, 2026", "Ann Lee | May 5, 2026", "OSTRA (Reuters) -"]);
    assert_eq!((texts(&a, BlockRole::Body), a.meta.credits.clone()), (vec![DAM, MILL], vec!["Reuters".to_owned()]));
    let told = read("<meta property=\"article:published_time\" content=\"2026-05-05\">", &body);
    assert_eq!(texts(&told, BlockRole::Dateline), ["OSTRA (Reuters) -"]);
}

#[test]
fn a_line_that_ends_by_asking_for_a_click_is_no_body() {
    let told = format!("{WORK} The province asked its people to click here and there.");
    let a = read(
        "",
        &format!(
            "<h1>Ostra dam breaks</h1><p>{DAM}</p><p>All about the valley in one letter a week! <a href=\"/x\">Click here</a>.</p><p>{told}</p><p>{MILL}</p>"
        ),
    );
    assert_eq!(texts(&a, BlockRole::Body), [DAM, &told, MILL]);
}
