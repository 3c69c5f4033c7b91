//! What an editor has to look at: conflicts, changes and what could not be settled, each with the sentences of all its sources.

use maud::{Markup, html};

use super::evidence;
use super::explanation::explanation;
use super::index::Index;
use super::sources;
use super::words;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, GroupValue, Status};
use crate::report::layout::printable;

/// Statuses whose groups stand here in full; the others have their row in the matrix.
const SHOWN: [Status; 3] = [Status::Conflict, Status::Changed, Status::Unresolved];

/// Whether a group stands here: one that is dismissed has its row in the matrix only.
pub fn is_shown(index: &Index, group: &Group) -> bool {
    SHOWN.contains(&group.status) && index.report.dismissal(group).is_none()
}

pub fn section(index: &Index) -> Markup {
    let groups: Vec<&Group> = index.report.groups.iter().filter(|g| is_shown(index, g)).collect();
    html! {
        section #findings aria-labelledby="h-findings" {
            h2 #h-findings { "Findings" }
            @if groups.is_empty() { p.note { "No conflict, no change, nothing unresolved." } }
            @for story in index.stories() {
                @let own: Vec<&Group> = groups.iter().copied().filter(|g| g.story == story.name).collect();
                @if !own.is_empty() && own.len() < groups.len() { p.story { "In articles " (sources::numbers(&story.sources)) ":" } }
                @for g in own { (card(index, g)) }
            }
        }
    }
}

fn card(index: &Index, g: &Group) -> Markup {
    html! {
        article.card.(words::status_class(g.status)).(words::kind(g.kind)) id={ "f-" (g.id) } data-g=(g.id) {
            (heading(g))
            p.why { (explanation(index, g)) }
            ul.values { @for v in &g.values { (value(index, g, v)) } }
        }
    }
}

fn heading(g: &Group) -> Markup {
    let w = words::status(g.status);
    html! {
        h3 {
            span.badge { span aria-hidden="true" { (w.sign) } " " (w.name) } " "
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

fn value(index: &Index, g: &Group, v: &GroupValue) -> Markup {
    let members = index.members(v);
    html! {
        li {
            p.display dir="auto" { @if g.kind == GroupKind::Quote { q { (printable(&v.display)) } } @else { (printable(&v.display)) } }
            @for (source, claims) in by_source(index, &members) {
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
                p.more { "also: " @for c in more { (evidence::place(index, c)) " " } }
            }
        }
    }
}

/// Claims by the number of their source, in order.
fn by_source<'a>(index: &Index, claims: &[&'a Claim]) -> Vec<(usize, Vec<&'a Claim>)> {
    let mut out: Vec<(usize, Vec<&Claim>)> = Vec::new();
    for &c in claims {
        let Some(source) = index.source_number(&c.source) else { continue };
        match out.last_mut().filter(|(s, _)| *s == source) {
            Some((_, list)) => list.push(c),
            None => out.push((source, vec![c])),
        }
    }
    out
}
