//! Filters by kind and status, and the choice of the base article. The filters are check boxes that the style heeds, so they need no
//! script; the script counts what is shown and brings the base article up.

use maud::{Markup, html};

use super::lookup::Index;
use super::sources;
use super::words;
use crate::claim::Source;
use crate::reconcile::group::{Group, GroupKind, Status};
use crate::report::layout::shorten;

pub fn bar(index: &Index) -> Markup {
    html! {
        form #filters aria-label="Filters" {
            fieldset {
                legend { "Status" }
                @for s in Status::ALL { (status(index, s)) }
            }
            fieldset {
                legend { "Kind" }
                @for k in GroupKind::ALL { (kind(index, k)) }
            }
            fieldset.needs-script hidden {
                legend { "Base article" }
                select #base aria-label="Base article" {
                    option value="" { "none" }
                    @for (i, s) in index.report.sources.iter().enumerate() {
                        option value=(i) selected[is_base(index, s)] { (i + 1) " · " (shorten(&sources::short(s), 40)) }
                    }
                }
            }
            output #shown for="filters" {}
        }
    }
}

/// Whether a source is the draft that the others are held against.
fn is_base(index: &Index, source: &Source) -> bool {
    index.report.against.as_ref().is_some_and(|a| a.base == source.id)
}

fn status(index: &Index, status: Status) -> Markup {
    let n = count(index, |g| g.status == status);
    let w = words::status(status);
    let class = words::status_class(status);
    html! { @if n > 0 { label.pill.(class) title=(w.meaning) {
        input type="checkbox" checked id={ "show-" (class) } autocomplete="off"; span aria-hidden="true" { (w.sign) } " " (n) " " (w.name)
    } } }
}

fn kind(index: &Index, kind: GroupKind) -> Markup {
    let n = count(index, |g| g.kind == kind);
    let name = words::kind(kind);
    html! { @if n > 0 { label.pill {
        input type="checkbox" checked id={ "show-" (name) } autocomplete="off"; (name) " " (n)
    } } }
}

fn count(index: &Index, is: impl Fn(&Group) -> bool) -> usize {
    index.report.groups.iter().filter(|g| is(g)).count()
}
