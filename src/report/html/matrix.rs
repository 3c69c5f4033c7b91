//! Claims by source: a row a group, from conflict to single source, a column an article. A cell has the words as written; how they were
//! read and the sentence they stand in open below them.

use maud::{Markup, html};

use super::explanation::explanation;
use super::findings::{is_shown, mentions, permalink};
use super::lookup::{Entry, Index, Story};
use super::silence::{Elsewhere, Told};
use super::sources;
use super::words;
use crate::reconcile::group::{Group, Status};
use crate::report::layout::{printable, sentence, shorten};
use crate::report::series;
use crate::report::versions::said;

pub fn section(index: &Index) -> Markup {
    let told = Told::new(index);
    html! {
        section #matrix aria-labelledby="h-matrix" {
            h2 #h-matrix { "Claims by source" }
            p.note { "A cell shows what the article writes; open it for the reading and the sentence. “Not mentioned” says that nothing in the article was read as being about the row." }
            @for s in Status::ALL { (part(index, &told, s)) }
        }
    }
}

/// The groups of one status. Those of a single source are many and stay closed until asked for.
fn part<'a>(index: &Index<'a>, told: &Told<'a>, status: Status) -> Markup {
    let groups: Vec<&'a Group> = index.groups(status).collect();
    let w = words::status(status);
    let class = words::status_class(status);
    html! {
        @if !groups.is_empty() {
            details.part.(class) open[status != Status::SingleSource] {
                summary { h3 { span.badge { span aria-hidden="true" { (w.sign) } " " (w.name) } " " (groups.len()) } span.meaning { (w.meaning) } }
                @for story in index.stories() { (of_story(index, told, &story, status, &groups)) }
            }
        }
    }
}

/// The groups of one story, over its own articles.
fn of_story<'a>(index: &Index<'a>, told: &Told<'a>, story: &Story, status: Status, groups: &[&'a Group]) -> Markup {
    let mut own: Vec<&'a Group> = groups.iter().copied().filter(|g| g.story == story.name).collect();
    if status == Status::SingleSource {
        own.sort_by_key(|g| (g.sources.first().and_then(|s| index.source_number(s)), index.common.told_at(g).map(|c| c.start)));
    }
    let name = format!("Claims by source: {}, story of article {}", words::status(status).name, story.sources[0] + 1);
    html! {
        @if !own.is_empty() {
            div.scroll tabindex="0" role="region" aria-label=(name) {
                table.matrix.many[story.sources.len() > 8] {
                    caption.hidden { (name) }
                    thead { tr { th scope="col" { "Claim" } @for &s in &story.sources { (column(index, s)) } } }
                    tbody { @for g in own { (row(index, told, g, &story.sources)) } }
                }
            }
        }
    }
}

fn column(index: &Index, number: usize) -> Markup {
    let s = &index.report.sources[number];
    html! {
        th scope="col" data-s=(number) {
            a href={ "#s" (number) } { (number + 1) " · " bdi { (sources::short(s)) } }
            span.path { (sources::details(s)) " · " (s.origin) }
        }
    }
}

fn row<'a>(index: &Index<'a>, told: &Told<'a>, g: &'a Group, sources: &[usize]) -> Markup {
    let id = row_id(index, g);
    let cells = index.cells(g, sources);
    let found = told.elsewhere(index, g);
    let silent: Vec<Option<Elsewhere>> = sources.iter().map(|s| found.at(index, g, *s)).collect();
    html! {
        tr.(words::status_class(g.status)).(words::kind(g.kind)) id=(id) data-g=(g.id) {
            th scope="row" { (claim(index, g)) }
            @for (at, span) in spans(&cells, &silent, g.status == Status::SingleSource) {
                @if cells[at].is_empty() { (empty(index, silent[at].as_ref(), sources[at], span)) } @else { (cell(sources[at], &cells[at], index)) }
            }
        }
    }
}

/// A finding that is shown has the address of the group, and its row another.
fn row_id(index: &Index, g: &Group) -> String {
    format!("{}-{}", if is_shown(index, g) { "r" } else { "f" }, g.id)
}

fn claim<'a>(index: &Index<'a>, g: &'a Group) -> Markup {
    html! {
        span.label dir="auto" { (printable(&g.label)) }
        @if let Some((source, text)) = only(index, g) { span.only { "source " (source + 1) ": " bdi { (shorten(&printable(text), 80)) } } }
        details.why {
            summary { (words::kind(g.kind)) ": why " (words::status(g.status).name) }
            @match series::line(index.common, g) {
                Some(line) => p { (printable(&sentence(series::cause(&g.explanation)))) ": " (line) },
                None => p { (explanation(index, g)) },
            }
            p.reading { "reasons: " (g.reasons.iter().map(|r| words::reason(*r)).collect::<Vec<_>>().join(", ")) }
        }
        (permalink(g))
    }
}

/// Where one source alone speaks, its number and words, if they are not the label: in a wide table they may stand far to the right.
fn only<'a>(index: &Index<'a>, g: &'a Group) -> Option<(usize, &'a str)> {
    let claim = index.common.told_at(g)?;
    let text = said(&claim.text);
    let is_more = g.sources.len() == 1 && !g.label.ends_with(text.trim_end_matches('.'));
    is_more.then_some((index.source_number(&claim.source)?, text))
}

/// The places of cells, each with the number of columns it takes. Where only one source speaks, the silence of the others is said once.
fn spans(cells: &[Vec<Entry>], silent: &[Option<Elsewhere>], joined: bool) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let is_silent = |at: usize| cells[at].is_empty() && silent[at].is_none();
    for at in 0..cells.len() {
        match out.last_mut() {
            Some((last, span)) if joined && is_silent(*last) && is_silent(at) => *span += 1,
            _ => out.push((at, 1)),
        }
    }
    out
}

/// What a source has not, or has where this row does not show it.
fn empty(index: &Index, elsewhere: Option<&Elsewhere>, source: usize, span: usize) -> Markup {
    html! {
        td.none colspan=[(span > 1).then_some(span)] {
            @match elsewhere {
                None => "not mentioned",
                Some(Elsewhere::Row(group, how)) => a href={ "#" (row_id(index, group)) } { (how) },
                Some(Elsewhere::Text(line)) => a href={ "#s" (source) } { "in the text, line " (line) },
            }
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
                summary { span dir="auto" { (printable(said(e.shown))) } @if e.claims.len() > 1 { span.times { " ×" (e.claims.len()) } } }
                (mentions(index, &e.claims))
            }
        }
    }
}
