//! Claims by source: a row a group, from conflict to single source, a column an article. A cell has the words as written; how they were
//! read and the sentence they stand in open below them.

use maud::{Markup, html};

use super::findings::{is_shown, mentions, permalink};
use super::index::{Entry, Index};
use super::sources;
use super::words::{self, STATUSES};
use crate::reconcile::group::{Group, Status};
use crate::report::text::printable;

pub fn section(index: &Index) -> Markup {
    html! {
        section #matrix aria-labelledby="h-matrix" {
            h2 #h-matrix { "Claims by source" }
            p.note { "A cell shows what the article writes; open it for the reading and the sentence." }
            @for s in STATUSES { (part(index, s)) }
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
                div.scroll tabindex="0" role="region" aria-label={ "Claims by source: " (w.name) } { (table(index, status, &groups)) }
            }
        }
    }
}

fn table(index: &Index, status: Status, groups: &[&Group]) -> Markup {
    html! {
        table.matrix {
            caption.hidden { "Claims by source: " (words::status(status).name) }
            thead { tr {
                th scope="col" { "Claim" }
                @for (i, s) in index.report.sources.iter().enumerate() {
                    th scope="col" data-s=(i) { a href={ "#s" (i) } { (i + 1) " " bdi { (sources::short(s)) } } span.path { (sources::published(s)) " · " (s.origin) } }
                }
            } }
            tbody { @for g in groups { (row(index, g)) } }
        }
    }
}

fn row(index: &Index, g: &Group) -> Markup {
    let id = if is_shown(g) { format!("r-{}", g.id) } else { format!("f-{}", g.id) };
    let cells = index.cells(g);
    html! {
        tr.(words::status_class(g.status)).(words::kind(g.kind)) id=(id) data-g=(g.id) {
            th scope="row" { (claim(g)) }
            @for (source, span, entries) in spans(&cells, g.status == Status::SingleSource) { (cell(index, source, span, entries)) }
        }
    }
}

fn claim(g: &Group) -> Markup {
    html! {
        span.label dir="auto" { (printable(&g.label)) }
        details.why {
            summary { (words::kind(g.kind)) ": why " (words::status(g.status).name) }
            p { (printable(&g.explanation)) }
            p.reading { "reasons: " (g.reasons.iter().map(|r| words::reason(*r)).collect::<Vec<_>>().join(", ")) }
        }
        (permalink(g))
    }
}

/// Cells with the source and the number of columns they take. Where only one source speaks, the silence of the others is said once.
fn spans<'c, 'a>(cells: &'c [Vec<Entry<'a>>], joined: bool) -> Vec<(usize, usize, &'c [Entry<'a>])> {
    let mut out: Vec<(usize, usize, &[Entry])> = Vec::new();
    for (source, entries) in cells.iter().enumerate() {
        match out.last_mut() {
            Some((_, span, last)) if joined && last.is_empty() && entries.is_empty() => *span += 1,
            _ => out.push((source, 1, entries)),
        }
    }
    out
}

fn cell(index: &Index, source: usize, span: usize, entries: &[Entry]) -> Markup {
    let values: Vec<String> = entries.iter().map(|e| e.value.to_string()).collect();
    html! {
        @if entries.is_empty() {
            td.none colspan=[(span > 1).then_some(span)] { "not mentioned" }
        } @else {
            td data-s=(source) data-v=(values.join(" ")) { @for e in entries { (entry(index, e)) } }
        }
    }
}

fn entry(index: &Index, e: &Entry) -> Markup {
    html! {
        @if let Some(first) = e.claims.first() {
            details.entry {
                summary { span dir="auto" { (printable(&first.text)) } @if e.claims.len() > 1 { span.times { " ×" (e.claims.len()) } } }
                (mentions(index, &e.claims))
            }
        }
    }
}
