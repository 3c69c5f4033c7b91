//! What changed, and what happened when: inline drawings whose every word is text and whose every mark leads to its finding.

mod events;
mod series;

use maud::{Markup, html};

use super::lookup::Index;
use crate::reconcile::group::{Group, GroupKind, Status};
use crate::report::layout::printable;
use crate::report::series::line;

pub fn section(index: &Index) -> Markup {
    let (changed, told): (Vec<&Group>, Vec<&Group>) = index.groups(Status::Changed).partition(|g| g.kind == GroupKind::Figure);
    let (alone, shared): (Vec<&Group>, Vec<&Group>) =
        index.report.groups.iter().filter(|g| g.kind == GroupKind::Date).partition(|g| g.sources.len() < 2);
    html! {
        section #timeline aria-labelledby="h-timeline" {
            h2 #h-timeline { "Timeline" }
            @if !changed.is_empty() || !told.is_empty() {
                h3 { "Values that changed" }
                div.series { @for g in &changed { (series::chart(index, g)) } }
                @for g in &told { p data-g=(g.id) { a href={ "#f-" (g.id) } dir="auto" { (printable(&g.label)) } ": " (line(index.common, g).unwrap_or_default()) } }
            }
            h3 { "Dates that several sources give" }
            (events::chart(index, &shared, "Dates that several sources give").unwrap_or_else(|| html! { p.note { "None with a day that the texts fix." } }))
            @if let Some(chart) = events::chart(index, &alone, "Dates that one source gives") {
                details { summary { "Dates that one source gives" } (chart) }
            }
        }
    }
}
