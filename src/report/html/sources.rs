//! The articles that were compared: number, title, date and where it was taken from, origin.

use maud::{Markup, html};

use super::lookup::{Index, Story};
use super::words::counted;
use crate::claim::{PublishedBy, Source};
use crate::report::layout::printable;

/// The sources, in the order and with the numbers by which the page names them.
pub fn table(index: &Index) -> Markup {
    html! {
        section #sources aria-labelledby="h-sources" {
            h2 #h-sources { "Sources" }
            div.scroll tabindex="0" role="region" aria-labelledby="h-sources" {
                table.sources {
                    thead { tr {
                        th scope="col" { "No." } th scope="col" { "Article" } th scope="col" { "Published" } th scope="col" { "Origin" } th scope="col" { "Length" }
                    } }
                    tbody { @for (i, s) in index.report.sources.iter().enumerate() { (row(index, i, s)) } }
                }
            }
            @if index.origins() < index.report.sources.len() {
                p.note { "Articles that copy one another share an origin and count once." }
            }
        }
    }
}

fn row(index: &Index, number: usize, s: &Source) -> Markup {
    let copies: Vec<usize> =
        (0..index.report.sources.len()).filter(|&i| i != number && index.report.sources[i].origin == s.origin).collect();
    html! {
        tr {
            td { (number + 1) }
            th scope="row" { a href={ "#s" (number) } dir="auto" { (title(s)) } @if s.title.is_some() || s.outlet.is_some() { span.path { (printable(&s.path)) } } (credit(s)) }
            td { (published(s)) span.path { (published_by(s)) } }
            td { (s.origin) @if !copies.is_empty() { span.path { "shared with " (numbers(&copies)) } } }
            td { (counted(s.words as usize, "word")) }
        }
    }
}

/// The numbers of sources as the page shows them, those in a row as one: `1–14, 16`.
pub fn numbers(sources: &[usize]) -> String {
    let runs = sources.chunk_by(|a, b| a + 1 == *b).filter_map(|run| {
        let (first, last) = (run.first()? + 1, run.last()? + 1);
        Some(match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        })
    });
    runs.collect::<Vec<_>>().join(", ")
}

/// What a story is called: the first headline of its articles, else the name of the first.
pub fn story_title<'a>(index: &Index<'a>, story: &Story<'a>) -> &'a str {
    story.sources.iter().find_map(|s| index.report.sources[*s].title.as_deref()).unwrap_or(story.name)
}

/// `source 2`, `sources 2, 6`.
pub fn named(sources: &[usize]) -> String {
    format!("source{} {}", if sources.len() == 1 { "" } else { "s" }, numbers(sources))
}

/// The headline, else the outlet, else the path.
pub fn title(s: &Source) -> String {
    printable(s.title.as_deref().or(s.outlet.as_deref()).unwrap_or(&s.path))
}

/// What stands over a column: the outlet where the article names it, else the headline.
pub fn short(s: &Source) -> String {
    printable(s.outlet.as_deref().or(s.title.as_deref()).unwrap_or(&s.id))
}

/// What else tells it from the others: the id where a headline stands for the outlet, the date.
pub fn details(s: &Source) -> String {
    match (&s.outlet, &s.title) {
        (Some(_), _) | (None, None) => published(s).to_owned(),
        (None, Some(_)) => format!("{} · {}", printable(&s.id), published(s)),
    }
}

pub fn published(s: &Source) -> &str {
    s.published.as_deref().unwrap_or("no date")
}

fn published_by(s: &Source) -> &'static str {
    match s.published_by {
        Some(PublishedBy::Stated) => "stated in the text",
        Some(PublishedBy::Metadata) => "from the page's metadata",
        Some(PublishedBy::Option) => "given with --date",
        None => "relative dates stay open",
    }
}

fn credit(s: &Source) -> Markup {
    let names: Vec<String> = s.outlet.iter().chain(&s.authors).chain(&s.credits).map(|n| printable(n)).collect();
    html! { @if !names.is_empty() { span.path dir="auto" { (names.join(" · ")) } } }
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_in_a_row_are_one() {
        assert_eq!(numbers(&[0, 1, 2, 3, 5]), "1–4, 6");
        assert_eq!(numbers(&[0, 1]), "1, 2");
        assert_eq!(numbers(&[]), "");
    }
}
