//! The report as one page that explains itself in a browser: no network, no file beside it, and usable without its script.
//!
//! Everything of an article passes through the escaping of [`maud`]; the page's own style and script are the only ones that its
//! Content-Security-Policy lets run. Links on it point into it, with names made of numbers and of group ids.

mod article;
mod draft;
mod evidence;
mod explanation;
mod filters;
mod findings;
mod foot;
mod happened;
mod lookup;
mod marks;
mod matrix;
mod policy;
mod quotes;
mod reading;
mod silence;
mod sources;
mod timeline;
mod words;

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::index;
use lookup::Index;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes the whole page.
pub fn write(index: &index::Index, out: &mut impl Write) -> io::Result<()> {
    out.write_all(page(&Index::new(index)).into_string().as_bytes())
}

fn page(index: &Index) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            (head(index))
            body {
                a.skip href="#findings" { "Skip to the findings" }
                (banner(index))
                (filters::bar(index))
                main {
                    (draft::section(index))
                    (findings::section(index))
                    (happened::section(index))
                    (sources::table(index))
                    (matrix::section(index))
                    (quotes::section(index))
                    (timeline::section(index))
                    (article::section(index))
                }
                (foot::section(index))
                aside #panel hidden aria-label="What the sources say" tabindex="-1" {}
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

fn head(index: &Index) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy::content(STYLE, SCRIPT));
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            title { (title(index)) " – claimdiff" }
            style { (PreEscaped(STYLE)) }
        }
    }
}

fn title(index: &Index) -> String {
    let s = &index.report.summary;
    format!(
        "{} compared: {}, {} changed",
        words::counted(index.report.sources.len(), "article"),
        words::counted(s.conflict as usize, "conflict"),
        s.changed
    )
}

fn banner(index: &Index) -> Markup {
    html! {
        header {
            h1 { (words::counted(index.report.sources.len(), "article")) " compared" }
            p.lead { (lead(index)) }
            nav aria-label="Parts of this page" {
                @if index.report.against.is_some() { a href="#draft" { "The draft" } }
                a href="#findings" { "Findings" }
                @if happened::is_any(index) { a href="#happened" { "What happened" } }
                a href="#sources" { "Sources" }
                a href="#matrix" { "Claims by source" }
                a href="#quotes" { "Quotations" }
                a href="#timeline" { "Timeline" }
                a href="#articles" { "Articles" }
                a href="#method" { "Method and limits" }
            }
        }
    }
}

/// What the page is about, in a sentence.
fn lead(index: &Index) -> String {
    let days: Vec<&str> = index.report.sources.iter().filter_map(|s| s.published.as_deref()).collect();
    let span = match (days.iter().min(), days.iter().max()) {
        (Some(a), Some(b)) if a == b => format!(", published {a}"),
        (Some(a), Some(b)) => format!(", published {a} to {b}"),
        _ => String::new(),
    };
    let undated = index.report.sources.len() - days.len();
    let undated = if undated > 0 { format!("; {} without a date", words::counted(undated, "article")) } else { String::new() };
    let origins = words::counted(index.origins(), "origin");
    let claims = words::counted(index.report.claims.len(), "claim");
    let news = index
        .report
        .summary
        .new
        .map_or(String::new(), |n| format!(" Since the earlier report: {}.", words::counted(n as usize, "new finding")));
    format!(
        "{claims} from {origins}{span}{undated}.{news} Each finding shows the words it rests on; which source is right is for the reader to find out."
    )
}
