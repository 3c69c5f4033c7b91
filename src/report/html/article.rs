//! The articles themselves, with their claims marked. One is open at a time; a mark leads to what the others say.

use maud::{Markup, html};
use rustc_hash::FxHashSet;

use super::lookup::Index;
use super::marks::{Span, Stretch, stretches};
use super::sources;
use super::words;
use crate::claim::{BlockRole, Source, SourceBlock, SourceSentence};
use crate::reconcile::group::{Group, GroupKind, Status};
use crate::report::layout::printable;

pub fn section(index: &Index) -> Markup {
    html! {
        section #articles aria-labelledby="h-articles" {
            h2 #h-articles { "Articles" }
            p.note {
                "One article is open at a time. A mark leads to what the others say: "
                @for s in [Status::Conflict, Status::Changed, Status::Unresolved, Status::Compatible, Status::Agree] {
                    span.m.(words::status_class(s)) { (words::status(s).name) } " "
                }
                span.m.single_source { "only here" }
                ". A name that is spelled alike everywhere is marked once."
            }
            @for (i, s) in index.report.sources.iter().enumerate() { (article(index, i, s)) }
        }
    }
}

fn article(index: &Index, number: usize, s: &Source) -> Markup {
    let spans = spans(index, number);
    html! {
        details.article name="article" id={ "s" (number) } open[number == 0] {
            summary { h3 { (number + 1) ". " bdi { (sources::title(s)) } } span.path { (printable(&s.path)) " · " (sources::published(s)) " · " (s.origin) } }
            div.text lang=[language(s)] dir="auto" {
                @for run in s.blocks.chunk_by(|a, b| words::block(a.role).1.is_some() && a.role == b.role) {
                    (blocks(index, s, run, &spans))
                }
            }
        }
    }
}

/// A language tag that may stand in an attribute.
fn language(s: &Source) -> Option<&str> {
    s.language.as_deref().filter(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
}

/// The claims of a source that stand in a group. A name on which all agree is marked where it first stands.
fn spans(index: &Index, source: usize) -> Vec<Span> {
    let mut named: FxHashSet<&str> = FxHashSet::default();
    let mut out: Vec<Span> = index
        .claims_of(source)
        .filter_map(|(i, c)| {
            let g = index.group_of(i)?;
            Some(Span { start: c.start, end: c.end, claim: i, marked: !is_plain_name(g) || named.insert(&g.id) })
        })
        .collect();
    out.sort_by_key(|s| (s.start, s.end));
    out
}

fn is_plain_name(g: &Group) -> bool {
    matches!(g.kind, GroupKind::Name | GroupKind::Place) && matches!(g.status, Status::Agree | Status::SingleSource)
}

/// One block, or a run of blocks that are not compared.
fn blocks(index: &Index, s: &Source, run: &[SourceBlock], spans: &[Span]) -> Markup {
    let Some(first) = run.first() else { return Markup::default() };
    let (class, note) = words::block(first.role);
    let body = html! { @for b in run { (block(index, s, b, spans)) } };
    html! {
        @match note {
            Some(note) if class == "aside" => details.aside { summary { (note) } (body) },
            Some(note) => div.aside { p.path { (note) } (body) },
            None => (body),
        }
    }
}

fn block(index: &Index, s: &Source, b: &SourceBlock, spans: &[Span]) -> Markup {
    let class = words::block(b.role).0;
    let text = html! { @for sentence in sentences(s, b) { (marked(index, sentence, spans)) " " } };
    html! {
        @match b.role {
            BlockRole::Headline | BlockRole::Crosshead => h4.(class) { (text) },
            _ => p.(class) { (text) },
        }
    }
}

/// The sentences that begin in a block.
fn sentences<'s>(s: &'s Source, b: &SourceBlock) -> &'s [SourceSentence] {
    let from = s.sentences.partition_point(|x| x.start < b.start);
    let to = s.sentences.partition_point(|x| x.start < b.end);
    &s.sentences[from..to.max(from)]
}

/// A sentence with its marks.
fn marked(index: &Index, sentence: &SourceSentence, spans: &[Span]) -> Markup {
    let mut chars = sentence.text.chars();
    html! {
        @for piece in stretches(sentence.start, sentence.end, spans) {
            @let text: String = chars.by_ref().take((piece.end - piece.start) as usize).collect();
            (stretch(index, &piece, &printable(&text)))
        }
    }
}

fn stretch(index: &Index, piece: &Stretch, text: &str) -> Markup {
    let group = piece.claim.and_then(|c| index.group_of(c));
    let own = piece.claim.filter(|c| piece.begins.contains(c)).map(|c| format!("c{c}"));
    html! {
        @for c in piece.begins.iter().filter(|c| piece.claim != Some(**c)) { span id={ "c" (c) } {} }
        @match group {
            Some(g) => (mark(g, own.as_deref(), text)),
            None => (text),
        }
        @for g in piece.claim.filter(|_| own.is_some()).into_iter().flat_map(|c| index.others_of(c)).filter(|g| !is_plain_name(g)) { (also(g)) }
    }
}

/// A sign behind words that stand in one more finding.
fn also(g: &Group) -> Markup {
    let (status, kind) = (words::status_class(g.status), words::kind(g.kind));
    html! { a.m.also.(status).(kind) data-g=(g.id) href={ "#f-" (g.id) } aria-label={ "also: " (printable(&g.label)) } {} }
}

fn mark(g: &Group, id: Option<&str>, text: &str) -> Markup {
    let (status, kind) = (words::status_class(g.status), words::kind(g.kind));
    html! {
        @if g.status == Status::SingleSource {
            span.m.(status).(kind) id=[id] data-g=(g.id) { (text) }
        } @else {
            a.m.(status).(kind) id=[id] data-g=(g.id) href={ "#f-" (g.id) } { (text) }
        }
    }
}
