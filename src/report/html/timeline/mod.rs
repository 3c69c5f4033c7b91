//! What changed, and what happened when: inline drawings whose every word is text and whose every mark leads to its finding.

mod events;
mod series;

use maud::{Markup, html};

use super::lookup::Index;
use crate::reconcile::group::{Group, GroupKind, Status};

pub fn section(index: &Index) -> Markup {
    let changed: Vec<&Group> = index.groups(Status::Changed).filter(|g| g.kind == GroupKind::Figure).collect();
    let (alone, shared): (Vec<&Group>, Vec<&Group>) =
        index.report.groups.iter().filter(|g| g.kind == GroupKind::Date).partition(|g| g.status == Status::SingleSource);
    html! {
        section #timeline aria-labelledby="h-timeline" {
            h2 #h-timeline { "Timeline" }
            @if !changed.is_empty() {
                h3 { "Values that changed" }
                div.series { @for g in &changed { (series::chart(index, g)) } }
            }
            h3 { "Dates that several sources give" }
            (events::chart(index, &shared, "Dates that several sources give").unwrap_or_else(|| html! { p.note { "None with a day that the texts fix." } }))
            @if let Some(chart) = events::chart(index, &alone, "Dates that one source gives") {
                details { summary { "Dates that one source gives" } (chart) }
            }
        }
    }
}
