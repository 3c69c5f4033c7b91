//! From mentions to claims: places in the text, ids, sentences, claimers.

use jiff::civil;

use super::keys::Clause;
use super::mention::{Mentions, NameKind};
use super::{Context, Extracted};
use crate::article::bears_claims;
use crate::claim::*;
use crate::text::{LineIndex, Span};

/// A claim that has its reading, but not yet its place in the file.
struct Draft {
    span: Span,
    kind: ClaimKind,
    claim: Claim,
}

/// The extract line of an article. `date` is the publication date given from outside.
pub fn assemble(cx: &Context, found: Mentions, date: Option<civil::Date>) -> Extracted {
    let index = LineIndex::new(cx.tokens.text);
    let mut drafts = drafts(cx, &found);
    drafts.retain(|d| cx.article.blocks.get(block_of(cx, d.span)).is_some_and(|b| bears_claims(b.role)));
    drafts.sort_by_key(|d| (d.span.start, d.span.end, d.kind));
    let claims = drafts.into_iter().map(|d| place(cx, &index, d)).collect();
    Extracted { source: source(cx, &index, date), claims }
}

fn drafts<'a>(cx: &'a Context<'a>, found: &'a Mentions) -> Vec<Draft> {
    let mut out = Vec::new();
    let mut clauses = Clauses { cx, found, open: None };
    for (i, f) in found.figures.iter().enumerate() {
        let q = &f.quantity;
        let mut key = clauses.at(f.tokens.start).figure_key(i);
        key.changed_from = f.changed_from.map(|from| found.figures[from].span.start);
        let figure = Figure {
            amount: q.amount,
            low: q.low,
            high: q.high,
            unit: q.unit.clone(),
            dimension: q.dimension,
            hedge: q.hedge,
            direction: q.direction,
            measure: None,
            as_of: key.time.clone(),
            ordinal: q.ordinal,
        };
        let claim = Claim { figure: Some(figure), key: Some(Box::new(key)), ..empty(ClaimKind::Figure) };
        out.push(Draft { span: f.span, kind: ClaimKind::Figure, claim });
    }
    let mut clauses = Clauses { cx, found, open: None };
    for (i, d) in found.dates.iter().enumerate() {
        let key = clauses.at(d.tokens.start).date_key(i);
        let claim = Claim { date: Some(d.date.clone()), key: Some(Box::new(key)), ..empty(ClaimKind::Date) };
        out.push(Draft { span: d.span, kind: ClaimKind::Date, claim });
    }
    for n in &found.names {
        let e = &found.entities[n.entity];
        let (name, entity) = (e.name.clone(), e.id.clone());
        match n.kind {
            NameKind::Person => out.push(Draft {
                span: n.span,
                kind: ClaimKind::Person,
                claim: Claim { person: Some(Person { name, entity }), ..empty(ClaimKind::Person) },
            }),
            NameKind::Place => {
                let place = Place { name, entity, place_type: e.place_type, metonym: n.metonym };
                out.push(Draft { span: n.span, kind: ClaimKind::Place, claim: Claim { place: Some(place), ..empty(ClaimKind::Place) } });
            }
            NameKind::Organisation => {}
        }
    }
    for r in &found.roles {
        let e = &found.entities[r.entity];
        let role = Role { person: e.name.clone(), entity: e.id.clone(), title: r.title.clone(), status: r.status };
        out.push(Draft { span: r.span, kind: ClaimKind::Role, claim: Claim { role: Some(role), ..empty(ClaimKind::Role) } });
    }
    for q in &found.quotes {
        let entity = q.speaker.as_ref().and_then(|s| s.entity).map(|e| found.entities[e].id.clone());
        let speaker = q.speaker.as_ref().map(|s| s.name.clone());
        let quote = Quote { speaker: speaker.clone(), entity, form: q.form, cue: q.cue.clone(), relayed_by: q.relayed_by.clone() };
        let claim = Claim { quote: Some(quote), claimer: speaker, ..empty(ClaimKind::Quote) };
        out.push(Draft { span: cx.article.quotations[q.quotation].span, kind: ClaimKind::Quote, claim });
    }
    out
}

/// The clause of the sentence that was asked for last; mentions come in order, so each sentence is opened once.
struct Clauses<'a> {
    cx: &'a Context<'a>,
    found: &'a Mentions,
    open: Option<(usize, Clause<'a>)>,
}

impl<'a> Clauses<'a> {
    fn at(&mut self, token: usize) -> &Clause<'a> {
        let sentence = self.cx.article.sentences.partition_point(|s| s.tokens.end <= token);
        if self.open.as_ref().is_none_or(|(s, _)| *s != sentence) {
            self.open = None;
        }
        let (cx, found) = (self.cx, self.found);
        &self.open.get_or_insert_with(|| (sentence, Clause::new(cx, found, sentence))).1
    }
}

fn empty(kind: ClaimKind) -> Claim {
    Claim {
        id: String::new(),
        source: String::new(),
        origin: String::new(),
        kind,
        text: String::new(),
        byte_start: 0,
        byte_end: 0,
        start: 0,
        end: 0,
        line: 0,
        column: 0,
        block: BlockRole::Body,
        duplicate_of: None,
        sentence: 0,
        claimer: None,
        figure: None,
        date: None,
        person: None,
        place: None,
        role: None,
        quote: None,
        key: None,
    }
}

fn block_of(cx: &Context, span: Span) -> usize {
    cx.article.blocks.partition_point(|b| b.span.end <= span.start)
}

fn place(cx: &Context, index: &LineIndex, draft: Draft) -> Claim {
    let Draft { span, kind, mut claim } = draft;
    let place = index.place(span.start);
    let (start, end) = index.chars(span);
    let word = match kind {
        ClaimKind::Figure => "figure",
        ClaimKind::Date => "date",
        ClaimKind::Person => "person",
        ClaimKind::Place => "place",
        ClaimKind::Role => "role",
        ClaimKind::Quote => "quote",
        ClaimKind::Event => "event",
    };
    if let Some(key) = &mut claim.key {
        key.changed_from = key.changed_from.map(|byte| index.place(byte).chars);
    }
    claim.source = cx.article.meta.id.clone();
    claim.id = format!("{}:{word}:{start}", cx.article.meta.id);
    claim.text = span.of(cx.tokens.text).to_owned();
    (claim.byte_start, claim.byte_end) = (span.start, span.end);
    (claim.start, claim.end) = (start, end);
    (claim.line, claim.column) = (place.line, place.column);
    claim.block = cx.article.blocks[block_of(cx, span)].role;
    claim.sentence = cx.article.sentences.partition_point(|s| s.span.end <= span.start) as u32;
    claim
}

fn source(cx: &Context, index: &LineIndex, date: Option<civil::Date>) -> Source {
    let a = cx.article;
    let m = &a.meta;
    let chosen = m.dates.iter().find(|c| Some(c.date) == cx.published);
    Source {
        id: m.id.clone(),
        path: m.path.clone(),
        offsets: m.offsets,
        origin: String::new(),
        title: m.title.clone(),
        outlet: m.outlet.clone(),
        credits: m.credits.clone(),
        authors: m.authors.clone(),
        published: cx.published.map(|d| d.to_string()),
        published_by: chosen.map(|c| c.by).or(date.filter(|d| Some(*d) == cx.published).map(|_| PublishedBy::Option)),
        language: m.language.clone(),
        words: a.tokens.iter().filter(|t| t.is_word()).count() as u32,
        blocks: a.blocks.iter().map(|b| block(index, b)).collect(),
        sentences: a.sentences.iter().map(|s| sentence(cx, index, s)).collect(),
        notes: a.notes.iter().map(|n| note(index, n)).collect(),
        prints: Some(a.prints.clone()),
        skipped: None,
    }
}

fn block(index: &LineIndex, b: &crate::article::Block) -> SourceBlock {
    let (start, end) = index.chars(b.span);
    SourceBlock { role: b.role, start, end }
}

fn sentence(cx: &Context, index: &LineIndex, s: &crate::article::Sentence) -> SourceSentence {
    let (start, end) = index.chars(s.span);
    let line = index.place(s.span.start).line;
    SourceSentence { start, end, line, block: cx.article.blocks[s.block].role, text: s.span.of(cx.tokens.text).to_owned() }
}

fn note(index: &LineIndex, n: &crate::article::ArticleNote) -> Note {
    let (start, end) = n.span.map(|s| index.chars(s)).unzip();
    Note { code: n.code.clone(), message: n.message.clone(), start, end }
}
