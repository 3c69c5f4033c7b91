//! Quotations that several articles have, one version below the other, with the words marked in which they differ.

use maud::{Markup, html};

use super::evidence;
use super::explanation::explanation;
use super::findings::permalink;
use super::lookup::Index;
use super::words;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Status};
use crate::report::layout::printable;
use crate::report::pieces::{Piece, collate};
use crate::report::versions::said;

pub fn section(index: &Index) -> Markup {
    let groups: Vec<&Group> = index
        .report
        .groups
        .iter()
        .filter(|g| g.kind == GroupKind::Quote && g.status != Status::SingleSource && g.values.len() > 1)
        .collect();
    html! {
        section #quotes aria-labelledby="h-quotes" {
            h2 #h-quotes { "Quotations compared" }
            @if groups.is_empty() {
                p.note { "No quotation stands in several articles with different words." }
            } @else {
                p.note {
                    "Each version against the first, the longest: words in which they differ are marked, [–] stands where words of the first "
                    "are left out. Where hardly a word is common, as in translations, nothing is marked."
                }
            }
            @for g in &groups { (collation(index, g)) }
        }
    }
}

fn collation(index: &Index, g: &Group) -> Markup {
    let mut versions: Vec<&Claim> = g.values.iter().filter_map(|v| index.members(v).first().copied()).collect();
    versions.sort_by_key(|c| std::cmp::Reverse(c.text.len()));
    let texts: Vec<&str> = versions.iter().map(|c| said(&c.text)).collect();
    let w = words::status(g.status);
    html! {
        article.collation.quote.(words::status_class(g.status)) data-g=(g.id) {
            h3 {
                span.badge { span aria-hidden="true" { (w.sign) } " " (w.name) } " "
                span dir="auto" { (printable(&g.label)) } " " (permalink(g))
            }
            p.why { (explanation(index, g)) }
            dl { @for (claim, pieces) in versions.iter().zip(collate(&texts)) {
                dt { (evidence::place(index, claim)) }
                dd dir="auto" { @for p in &pieces { (piece(p)) " " } }
            } }
        }
    }
}

fn piece(p: &Piece) -> Markup {
    html! {
        @match p {
            Piece::Same(text) => (printable(text)),
            Piece::Other(text) => mark.differs { (printable(text)) },
            Piece::Missing(text) => span.missing title={ "left out: " (printable(text)) } { span aria-hidden="true" { "[–]" } span.hidden { "left out: " (printable(text)) } },
        }
    }
}
