//! A draft held against the other articles: each of its claims with what they say to it, the gravest answer first.

use maud::{Markup, html};
use rustc_hash::FxHashSet;

use super::evidence;
use super::explanation::explanation;
use super::findings::permalink;
use super::lookup::Index;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Status};
use crate::report::against::{self, Against, Answer, Check};
use crate::report::labels;
use crate::report::layout::printable;

/// Nothing where no draft was given.
pub fn section(index: &Index) -> Markup {
    html! {
        @if let Some(against) = &index.report.against {
            section #draft aria-labelledby="h-draft" {
                h2 #h-draft { "The draft: " bdi { (printable(&against.base)) } }
                p.note { "Held against the other articles: " (labels::answers(index.common, against)) "." }
                @for answer in labels::ANSWERS { (part(index, against, answer)) }
            }
        }
    }
}

/// The claims with one answer; those that nobody has to look at stay closed.
fn part<'a>(index: &Index<'a>, against: &'a Against, answer: Answer) -> Markup {
    let (claims, names) = labels::with_answer(index.common, against, answer);
    html! {
        @if !claims.is_empty() || !names.is_empty() {
            details.part open[answer < Answer::Supported] {
                summary { h3 { (labels::answer(answer)) } span.meaning { (labels::counted_checks(claims.len(), names.len())) } }
                ul.checks { @for c in claims.into_iter().chain(names) { (check(index, c, &against.base)) } }
            }
        }
    }
}

fn check<'a>(index: &Index<'a>, check: &'a Check, base: &str) -> Markup {
    let group = index.common.group(&check.group);
    let claim = check.claims.first().and_then(|id| index.common.claim(id));
    html! {
        @if let (Some(group), Some(claim)) = (group, claim) {
            li.check {
                p.label { @if let Some(news) = labels::news(group) { b.news { (news) ":" } " " } b dir="auto" { (printable(&group.label)) } " " (permalink(group)) }
                (evidence::sentence(index, claim))
                @if check.answer < Answer::Supported { p.why { (why(index, check, group)) } }
                @if let Some(what) = labels::aside(check, claim) { p.why { (what) } }
                @for other in others(index, check, group, base) { (said(index, other)) }
            }
        }
    }
}

/// Why it has its answer, with the sources called by their numbers.
fn why<'a>(index: &Index<'a>, check: &Check, group: &'a Group) -> Markup {
    html! {
        @if check.elsewhere.is_empty() && group.status != Status::Changed { (explanation(index, group)) }
        @else { (printable(&against::why(index.common, check, group))) }
    }
}

/// The first mention of each value in each other article; of names, which are many, none, and of their spellings one for each article.
fn others<'a>(index: &Index<'a>, check: &'a Check, group: &'a Group, base: &str) -> Vec<&'a Claim> {
    let many = group.kind == GroupKind::Name && check.answer >= Answer::Supported;
    let versions = if many { Vec::new() } else { index.common.answers(check, group) };
    let spelled = check.answer == Answer::SpelledDifferently;
    let mut seen = FxHashSet::default();
    let mentions = versions.iter().flat_map(|v| v.by_source()).filter(|c| c.source != base);
    mentions.filter(|c| seen.insert(c.source.as_str()) || !spelled).collect()
}

fn said(index: &Index, claim: &Claim) -> Markup {
    let source = index.source_number(&claim.source).unwrap_or_default();
    html! { div.said { (evidence::source_name(index, source)) (evidence::sentence(index, claim)) } }
}
