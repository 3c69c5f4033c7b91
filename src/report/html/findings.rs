//! What an editor has to look at: conflicts, changes and what could not be settled, each with the sentences of all its sources.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::evidence;
use super::explanation::explanation;
use super::lookup::Index;
use super::sources;
use super::words;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Status};
use crate::report::index::Version;
use crate::report::labels;
use crate::report::layout::{printable, sentence};
use crate::report::series;

/// Statuses whose groups stand here in full; the others have their row in the matrix.
const SHOWN: [Status; 3] = [Status::Conflict, Status::Changed, Status::Unresolved];

/// Whether a group stands here: what sources or parties dispute. One that is dismissed, or a date that waits for the day of its article,
/// has its row in the matrix only.
pub fn is_shown(index: &Index, group: &Group) -> bool {
    (SHOWN.contains(&group.status) || labels::is_disputed(group)) && index.report.dismissal(group).is_none() && !labels::is_open_date(group)
}

pub fn section(index: &Index) -> Markup {
    let mut groups: Vec<&Group> = index.report.groups.iter().filter(|g| is_shown(index, g)).collect();
    groups.sort_by_key(|g| !index.common.is_news(g));
    let many = index.stories().len() > 1;
    html! {
        section #findings aria-labelledby="h-findings" {
            h2 #h-findings { "Findings" }
            @if groups.is_empty() { p.note { "No conflict, no change, nothing unresolved." } }
            @for story in index.stories() {
                @let own: Vec<&Group> = groups.iter().copied().filter(|g| g.story == story.name).collect();
                @if !own.is_empty() && many { h3.story { (printable(sources::story_title(index, &story))) span.about { " articles " (sources::numbers(&story.sources)) } } }
                @for g in own { (card(index, g)) }
            }
            (open_dates(index))
        }
    }
}

/// Links to the dates that wait for the day of their article.
fn open_dates(index: &Index) -> Markup {
    let open: Vec<&Group> = index.report.groups.iter().filter(|g| labels::is_open_date(g) && index.report.dismissal(g).is_none()).collect();
    html! {
        @if !open.is_empty() {
            h3 { "Dates whose day no article's own date fixes" }
            ul.open { @for g in open { (open_date(index, g)) } }
        }
    }
}

/// A date, as each source writes it, with where that stands.
fn open_date(index: &Index, g: &Group) -> Markup {
    html! {
        li {
            a href={ "#f-" (g.id) } dir="auto" { (printable(labels::bare(&g.label))) } ":"
            @for (n, v) in index.common.versions(g).into_iter().enumerate() {
                (if n > 0 { ", " } else { " " }) span dir="auto" { (printable(v.wordings.first().unwrap_or(&""))) }
                " (" @for (n, c) in v.by_source().into_iter().enumerate() { @if n > 0 { ", " } (evidence::place(index, c)) } ")"
            }
        }
    }
}

fn card(index: &Index, g: &Group) -> Markup {
    html! {
        article.card.(words::status_class(g.status)).(words::kind(g.kind)) id={ "f-" (g.id) } data-g=(g.id) {
            (heading(g))
            @match series::line(index.common, g) {
                Some(line) => { p.why { (printable(&sentence(series::cause(&g.explanation)))) ":" } p.steps { (line) } }
                None => p.why { (explanation(index, g)) },
            }
            ul.values { @for v in series::versions(index.common, g) { (value(index, g, &v)) } }
        }
    }
}

fn heading(g: &Group) -> Markup {
    let w = words::status(g.status);
    html! {
        h3 {
            span.badge { span aria-hidden="true" { (w.sign) } " " (if labels::is_disputed(g) { "disputed by parties" } else { w.name }) } " "
            @if let Some(news) = labels::news(g) { b.news { (news) ":" } " " }
            span dir="auto" { (printable(&g.label)) } " "
            span.about { (words::kind(g.kind)) ", " (words::counted(g.sources.len(), "source")) @if (g.origins as usize) < g.sources.len() { " of " (words::counted(g.origins as usize, "origin")) } }
            " " (permalink(g))
        }
    }
}

/// A link to the finding itself.
pub fn permalink(g: &Group) -> Markup {
    html! { a.permalink href={ "#f-" (g.id) } aria-label={ "Link to finding " (g.id) } { "#" (g.id) } }
}

fn value(index: &Index, g: &Group, v: &Version) -> Markup {
    let wordings = v.wordings.iter().map(|w| printable(w)).collect::<Vec<_>>().join(" · ");
    html! {
        li {
            p.display dir="auto" { @if g.kind == GroupKind::Quote { q { (wordings) } } @else { (wordings) } }
            @for (source, claims) in by_source(index, &v.claims) {
                div.said { (evidence::source_name(index, source)) (mentions(index, &claims)) }
            }
        }
    }
}

/// The first mention with its sentence, links to the others.
pub fn mentions(index: &Index, claims: &[&Claim]) -> Markup {
    html! {
        @if let Some((first, more)) = claims.split_first() {
            (evidence::sentence(index, first))
            (evidence::read_as(first))
            @if !more.is_empty() {
                p.more { "also: " @for (n, c) in more.iter().enumerate() { @if n > 0 { ", " } (evidence::place(index, c)) } }
            }
        }
    }
}

/// Claims by the number of their source, in order of the text.
fn by_source<'a>(index: &Index, claims: &[&'a Claim]) -> Vec<(usize, Vec<&'a Claim>)> {
    let mut out: BTreeMap<usize, Vec<&Claim>> = BTreeMap::new();
    for &c in claims {
        if let Some(source) = index.source_number(&c.source) {
            out.entry(source).or_default().push(c);
        }
    }
    for list in out.values_mut() {
        list.sort_by_key(|c| c.start);
    }
    out.into_iter().collect()
}
