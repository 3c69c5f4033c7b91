//! How the page came to be: the method, how figures were read, and what was not compared.

use maud::{Markup, html};

use super::lookup::Index;
use crate::report::layout::printable;
use crate::report::{coverage, labels};

/// How hedged figures are read, as the comparison does.
const INTERVALS: [(&str, &str); 6] = [
    ("640 people; 18.6 %", "a count is exact; a measure lies within half of its last digit"),
    ("270, 5,000", "as written; a round number may equal another within half of its last place that is not zero"),
    (
        "about, around, some, nearly 200",
        "about: half of the last place that is not zero, up or down; nearly: up to the number, not above it",
    ),
    ("at least, more than, up to 12", "a bound, open at the other end"),
    ("between 5 and 8", "both ends; never their middle"),
    ("dozens, several, two-thirds", "an interval from a table"),
];

pub fn section(index: &Index) -> Markup {
    html! {
        footer #method {
            h2 { "Method and limits" }
            (method())
            h3 { "How figures are read" }
            table.intervals {
                thead { tr { th scope="col" { "Written" } th scope="col" { "Read as" } } }
                tbody { @for (written, read) in INTERVALS { tr { th scope="row" { (written) } td { (read) } } } }
            }
            (dismissed(index))
            h3 { "Not compared" }
            ul { @for row in left_out(index) { li { (row) } } }
            p.path { (index.report.generator.name) " " (index.report.generator.version) }
        }
    }
}

fn method() -> Markup {
    html! {
        p {
            "Figures, dates, names, roles, places, quotations and events are taken out of each article by rules, lined up across the articles, and judged "
            "over all members of a group at once: is there a state of the world that makes all of them true as written? Nothing was looked up, and no "
            "model was asked; the same articles give the same page. A value that many sources share is not for that reason right, and copies of "
            "one text count as one origin. Two claims that no sentence ties together are not compared, so silence here is no proof of agreement."
        }
    }
}

/// The findings that the user has dismissed, with the reasons.
fn dismissed(index: &Index) -> Markup {
    html! {
        @if !index.report.dismissed.is_empty() {
            h3 #dismissed { "Dismissed" }
            ul { @for d in &index.report.dismissed {
                li {
                    code { (printable(&d.id)) } " " (labels::status(d.status)) ": " (labels::dismissed(d))
                    " — " (labels::state(d.state)) (printable(&d.reason))
                    @if let Some(date) = &d.date { " (" (date) ")" }
                }
            } }
        }
    }
}

/// All that was read but not compared, and what was doubtful about the articles.
fn left_out(index: &Index) -> Vec<String> {
    let rows: Vec<String> = coverage::rows(index.common).iter().map(|r| printable(r)).collect();
    if rows.is_empty() { vec!["Nothing was left out.".to_owned()] } else { rows }
}
