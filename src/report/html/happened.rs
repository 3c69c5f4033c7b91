//! What happened, by day, each event in a row: how each source has it, what parties dispute, what was only planned.

use maud::{Markup, html};

use super::evidence;
use super::lookup::Index;
use super::words;
use crate::report::index::Version;
use crate::report::labels;
use crate::report::layout::printable;
use crate::report::timeline::{self, Row, rows};
use crate::value::time::spoken::spoken;

/// Whether several sources tell of an event.
pub fn is_any(index: &Index) -> bool {
    !events(index).is_empty()
}

fn events<'a>(index: &Index<'a>) -> Vec<Row<'a>> {
    let mut told = rows(&index.report.groups, |id| index.common.claim(id));
    told.retain(|r| index.report.dismissal(r.group).is_none());
    told
}

/// Nothing where no event is told by several sources.
pub fn section(index: &Index) -> Markup {
    let told = events(index);
    html! {
        @if !told.is_empty() {
            section #happened aria-labelledby="h-happened" {
                h2 #h-happened { "What happened" }
                p.note { "Events that several sources tell, by day." }
                ul.happened { @for r in &told { (row(index, r)) } }
            }
        }
    }
}

fn row<'a>(index: &Index<'a>, row: &Row<'a>) -> Markup {
    let g = row.group;
    html! {
        li.(words::status_class(g.status)).event data-g=(g.id) {
            span.day { (row.day.map_or_else(|| "no day".to_owned(), spoken)) } " "
            span.badge { span aria-hidden="true" { (labels::sign(g.status)) } " " (labels::group_heading(g).to_lowercase()) } " "
            a href={ "#f-" (g.id) } dir="auto" { (printable(&g.label)) }
            span.about { (row.day_by()) }
            ul { @for (way, version) in &ways(index, row) { (told(index, way, version)) } }
        }
    }
}

/// The ways in which it is told, without the day that stands before them, each once.
fn ways<'a>(index: &Index<'a>, row: &Row<'a>) -> Vec<(String, Version<'a>)> {
    let mut out: Vec<(String, Version)> = Vec::new();
    for value in &row.group.values {
        let (way, version) = (timeline::value(row, &value.display), index.common.version(value));
        match out.iter_mut().find(|(w, _)| *w == way) {
            Some((_, same)) => same.join(version),
            None => out.push((way, version)),
        }
    }
    out
}

/// One way to tell it, and where each source tells it so first.
fn told<'a>(index: &Index<'a>, way: &str, version: &Version<'a>) -> Markup {
    html! {
        li {
            (printable(way)) " "
            span.about { @for (n, c) in version.by_source().into_iter().enumerate() { @if n > 0 { ", " } (evidence::place(index, c)) } }
        }
    }
}
