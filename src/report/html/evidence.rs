//! The words behind a finding: a sentence with the claim marked, where it stands, and how it was read.

use maud::{Markup, html};

use super::lookup::Index;
use super::reading::reading;
use super::sources;
use crate::claim::{Claim, ClaimKind, Offsets};
use crate::report::layout::{printable, shorten};

/// The sentence of a claim, its words marked, with a link to its place in the article.
pub fn sentence(index: &Index, claim: &Claim) -> Markup {
    let all = || (claim.text.as_str().into(), (0, claim.text.chars().count()));
    let (text, (start, end)) = index.common.passage(claim).unwrap_or_else(all);
    let (before, marked, after) = split(&text, start, end.saturating_sub(start));
    html! {
        p.sentence dir="auto" { (printable(before)) mark { (printable(marked)) } (printable(after)) " " (place(index, claim)) }
    }
}

/// How a claim was read, where that says more than its words.
pub fn read_as(claim: &Claim) -> Markup {
    html! {
        @if let Some(r) = reading(claim) { p.reading { "read as: " (printable(&r)) } }
        @if let Some(who) = claim.claimer.as_ref().filter(|_| is_statement(claim) && claim.quote.is_none()) { p.reading { "according to " (printable(who)) } }
    }
}

/// Whether it says something that somebody may vouch for: who is cited vouches for what happened, not for the names and titles in it.
fn is_statement(claim: &Claim) -> bool {
    !matches!(claim.kind, ClaimKind::Person | ClaimKind::Place | ClaimKind::Role)
}

/// `source 2, line 14`, a link to the mark in the article; a text that was taken out of its file has no such lines, only sentences.
pub fn place(index: &Index, claim: &Claim) -> Markup {
    let number = index.claim_number(&claim.id).unwrap_or_default();
    let source = index.source_number(&claim.source).unwrap_or_default();
    let is_in_file = index.report.sources.get(source).is_some_and(|s| s.offsets == Offsets::File);
    html! { a.where href={ "#c" (number) } { "source " (source + 1) @if is_in_file { ", line " (claim.line) } @else { ", sentence " (claim.sentence + 1) } } }
}

/// The number, name and date of a source.
pub fn source_name(index: &Index, source: usize) -> Markup {
    let s = &index.report.sources[source];
    html! { p.source { b { (source + 1) } " · " bdi { (shorten(&sources::short(s), 48)) } " · " (sources::details(s)) } }
}

/// A text cut at `start` and `start + length`, which count code points and may lie beyond its end.
fn split(text: &str, start: usize, length: usize) -> (&str, &str, &str) {
    let at = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(i, _)| i);
    let (a, b) = (at(start), at(start.saturating_add(length)));
    (&text[..a], &text[a..b], &text[b..])
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_cut_counts_code_points_and_never_fails() {
        assert_eq!(split("über 40 Tote", 5, 2), ("über ", "40", " Tote"));
        assert_eq!(split("kurz", 2, 9), ("ku", "rz", ""));
        assert_eq!(split("kurz", 7, 9), ("kurz", "", ""));
    }
}
