//! What happened, by day, each event in a row: how each source has it, what parties dispute, what was only planned.

use maud::{Markup, html};

use super::evidence;
use super::lookup::Index;
use super::words;
use crate::reconcile::group::GroupValue;
use crate::report::labels;
use crate::report::layout::printable;
use crate::report::timeline::{Row, rows};
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
            ul { @for v in &g.values { (told(index, v)) } }
        }
    }
}

/// One version of what happened, and where each source tells it first.
fn told<'a>(index: &Index<'a>, value: &'a GroupValue) -> Markup {
    let mentions = index.common.version(value).by_source();
    html! {
        li {
            (printable(&value.display)) " "
            span.about { @for (n, c) in mentions.into_iter().enumerate() { @if n > 0 { ", " } (evidence::place(index, c)) } }
        }
    }
}
