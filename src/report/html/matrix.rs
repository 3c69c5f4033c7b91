//! Claims by source: a row a group, from conflict to single source, a column an article. A cell has the words as written; how they were
//! read and the sentence they stand in open below them.

use maud::{Markup, html};

use super::explanation::explanation;
use super::findings::{is_shown, mentions, permalink};
use super::lookup::{Entry, Index, Story};
use super::sources;
use super::words;
use crate::reconcile::group::{Group, Status};
use crate::report::layout::{printable, shorten};

pub fn section(index: &Index) -> Markup {
    html! {
        section #matrix aria-labelledby="h-matrix" {
            h2 #h-matrix { "Claims by source" }
            p.note { "A cell shows what the article writes; open it for the reading and the sentence." }
            @for s in Status::ALL { (part(index, s)) }
        }
    }
}

/// The groups of one status. Those of a single source are many and stay closed until asked for.
fn part(index: &Index, status: Status) -> Markup {
    let groups: Vec<&Group> = index.groups(status).collect();
    let w = words::status(status);
    let class = words::status_class(status);
    html! {
        @if !groups.is_empty() {
            details.part.(class) open[status != Status::SingleSource] {
                summary { h3 { span.badge { span aria-hidden="true" { (w.sign) } " " (w.name) } " " (groups.len()) } span.meaning { (w.meaning) } }
                @for story in index.stories() { (of_story(index, &story, status, &groups)) }
            }
        }
    }
}

/// The groups of one story, over its own articles.
fn of_story(index: &Index, story: &Story, status: Status, groups: &[&Group]) -> Markup {
    let mut own: Vec<&Group> = groups.iter().copied().filter(|g| g.story == story.name).collect();
    if status == Status::SingleSource {
        own.sort_by_key(|g| g.sources.first().and_then(|s| index.source_number(s)));
    }
    let name = format!("Claims by source: {}, story of article {}", words::status(status).name, story.sources[0] + 1);
    html! {
        @if !own.is_empty() {
            div.scroll tabindex="0" role="region" aria-label=(name) {
                table.matrix.many[story.sources.len() > 8] {
                    caption.hidden { (name) }
                    thead { tr { th scope="col" { "Claim" } @for &s in &story.sources { (column(index, s)) } } }
                    tbody { @for g in own { (row(index, g, &story.sources)) } }
                }
            }
        }
    }
}

fn column(index: &Index, number: usize) -> Markup {
    let s = &index.report.sources[number];
    html! {
        th scope="col" data-s=(number) {
            a href={ "#s" (number) } { (number + 1) " " bdi { (sources::short(s)) } }
            span.path { (sources::details(s)) " · " (s.origin) }
        }
    }
}

fn row<'a>(index: &Index<'a>, g: &'a Group, sources: &[usize]) -> Markup {
    let id = row_id(index, g);
    let cells = index.cells(g, sources);
    html! {
        tr.(words::status_class(g.status)).(words::kind(g.kind)) id=(id) data-g=(g.id) {
            th scope="row" { (claim(index, g)) }
            @for (source, span, entries) in spans(sources, &cells, g.status == Status::SingleSource) {
                @if entries.is_empty() { (silent(index, g, source, span)) } @else { (cell(source, entries, index)) }
            }
        }
    }
}

/// A finding that is shown has the address of the group, and its row another.
fn row_id(index: &Index, g: &Group) -> String {
    format!("{}-{}", if is_shown(index, g) { "r" } else { "f" }, g.id)
}

fn claim(index: &Index, g: &Group) -> Markup {
    html! {
        span.label dir="auto" { (printable(&g.label)) }
        @if let Some((source, text)) = only(index, g) { span.only { "source " (source + 1) ": " bdi { (shorten(&printable(text), 80)) } } }
        details.why {
            summary { (words::kind(g.kind)) ": why " (words::status(g.status).name) }
            p { (explanation(index, g)) }
            p.reading { "reasons: " (g.reasons.iter().map(|r| words::reason(*r)).collect::<Vec<_>>().join(", ")) }
        }
        (permalink(g))
    }
}

/// Where one source alone speaks, its number and words: in a wide table they may stand far to the right.
fn only<'a>(index: &Index<'a>, g: &Group) -> Option<(usize, &'a str)> {
    let claim = index.members(g.values.first()?).first().copied()?;
    (g.sources.len() == 1).then_some((index.source_number(&claim.source)?, claim.text.as_str()))
}

/// Cells with the source and the number of columns they take. Where only one source speaks, the silence of the others is said once.
fn spans<'c, 'a>(sources: &[usize], cells: &'c [Vec<Entry<'a>>], joined: bool) -> Vec<(usize, usize, &'c [Entry<'a>])> {
    let mut out: Vec<(usize, usize, &[Entry])> = Vec::new();
    for (&source, entries) in sources.iter().zip(cells) {
        match out.last_mut() {
            Some((_, span, last)) if joined && last.is_empty() && entries.is_empty() => *span += 1,
            _ => out.push((source, 1, entries)),
        }
    }
    out
}

/// What a source has not, or has in another row of the same name.
fn silent(index: &Index, g: &Group, source: usize, span: usize) -> Markup {
    let other = if span == 1 { index.namesake(g, source) } else { None };
    html! {
        td.none colspan=[(span > 1).then_some(span)] {
            @if let Some(other) = other { a href={ "#" (row_id(index, other)) } { "in another row" } } @else { "not mentioned" }
        }
    }
}

fn cell(source: usize, entries: &[Entry], index: &Index) -> Markup {
    let values: Vec<String> = entries.iter().map(|e| e.value.to_string()).collect();
    html! { td data-s=(source) data-n=(source + 1) data-v=(values.join(" ")) { @for e in entries { (entry(index, e)) } } }
}

fn entry(index: &Index, e: &Entry) -> Markup {
    html! {
        @if !e.claims.is_empty() {
            details.entry {
                summary { span dir="auto" { (printable(e.shown)) } @if e.claims.len() > 1 { span.times { " ×" (e.claims.len()) } } }
                (mentions(index, &e.claims))
            }
        }
    }
}
