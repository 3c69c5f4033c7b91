//! From mentions to claims: places in the text, ids, sentences, claimers.

use compact_str::{ToCompactString, format_compact};
use jiff::civil;

use super::keys::Clause;
use super::mention::{EventMention, Mentions, NameKind, NameMention, QuoteMention, RoleMention};
use super::{Context, Extracted};
use crate::article::bears_claims;
use crate::claim::*;
use crate::text::{LineIndex, Span};

/// A claim that has its reading, but not yet its place in the file.
struct Draft {
    span: Span,
    claim: Claim,
}

/// The extract line of an article. `date` is the publication date given from outside.
pub fn assemble(cx: &Context, found: Mentions, date: Option<civil::Date>) -> Extracted {
    let index = LineIndex::new(cx.tokens.text);
    let mut drafts = drafts(cx, &found);
    drafts.retain(|d| cx.article.blocks.get(block_of(cx, d.span)).is_some_and(|b| bears_claims(b.role)));
    drafts.sort_by_key(|d| (d.span.start, d.span.end, d.claim.kind));
    let sayings = Sayings::new(cx, &found);
    let mut claims: Vec<Claim> = drafts.into_iter().map(|d| place(cx, &index, &sayings, d)).collect();
    number_equal_ids(&mut claims);
    mark_repetitions(cx, &mut claims);
    Extracted { source: source(cx, &index, date), claims }
}

/// Two claims of one kind at one place (two people who share a title) get unlike ids.
fn number_equal_ids(claims: &mut [Claim]) {
    let mut seen = rustc_hash::FxHashMap::default();
    for c in claims {
        let n = seen.entry((c.kind, c.byte_start)).or_insert(0u32);
        *n += 1;
        if *n > 1 {
            c.id = format_compact!("{}-{n}", c.id);
        }
    }
}

/// A claim in a block that repeats an earlier passage points to the same claim there.
fn mark_repetitions(cx: &Context, claims: &mut [Claim]) {
    let repeating: Vec<_> = cx.article.blocks.iter().filter_map(|b| Some((b.span, b.repeats?))).collect();
    if repeating.is_empty() {
        return;
    }
    let first: rustc_hash::FxHashMap<(ClaimKind, u32), Short> = claims.iter().map(|c| ((c.kind, c.byte_start), c.id.clone())).collect();
    for c in claims {
        let at = repeating.partition_point(|(span, _)| span.end <= c.byte_start);
        if let Some((span, of)) = repeating.get(at).filter(|(span, _)| span.start <= c.byte_start) {
            c.duplicate_of = first.get(&(c.kind, c.byte_start - span.start + of)).cloned();
        }
    }
}

/// Who says what, in direct and in reported speech.
struct Sayings<'a> {
    /// Stretches of speech in order of their starts, with the speaker.
    list: Vec<(Span, &'a str)>,
}

impl<'a> Sayings<'a> {
    fn new(cx: &Context, found: &'a Mentions) -> Self {
        let reported = found
            .attributions
            .iter()
            .filter(|a| !a.content.is_empty())
            .map(|a| (cx.tokens.span(a.content.clone()), a.speaker.name.as_str()));
        let quoted = found.quotes.iter().filter_map(|q| Some((cx.article.quotations[q.quotation].span, q.speaker.as_ref()?.name.as_str())));
        let mut list: Vec<_> = reported.chain(quoted).collect();
        list.sort();
        Sayings { list }
    }

    /// The speaker of the shortest stretch that holds the span.
    fn speaker(&self, span: Span) -> Option<&'a str> {
        const LOOK_BACK: usize = 12;
        let after = self.list.partition_point(|(s, _)| s.start <= span.start);
        let near = self.list[after.saturating_sub(LOOK_BACK)..after].iter();
        near.filter(|(s, _)| s.contains(span)).min_by_key(|(s, _)| s.len()).map(|(_, who)| *who)
    }
}

fn drafts<'a>(cx: &'a Context<'a>, found: &'a Mentions) -> Vec<Draft> {
    let mut out = Vec::with_capacity(found.figures.len() + found.dates.len() + found.names.len() + found.roles.len() + found.quotes.len());
    let mut clauses = Clauses { cx, found, open: None };
    for (i, f) in found.figures.iter().enumerate() {
        let q = &f.quantity;
        let mut key = clauses.at(f.tokens.start).figure_key(i);
        key.changed_from = f.changed_from.map(|from| found.figures[from].span.start);
        key.restates = f.restates.map(|first| found.figures[first].span.start);
        let (low, high) = clauses.at(f.tokens.start).ordinal_stretch(i).map_or((q.low, q.high), |(a, b)| (Some(a), Some(b)));
        let figure = Box::new(Figure {
            amount: q.amount,
            low,
            high,
            unit: q.unit.clone(),
            dimension: q.dimension,
            hedge: q.hedge,
            direction: q.direction,
            measure: clauses.at(f.tokens.start).measure(i, &key),
            as_of: key.time.clone(),
            ordinal: q.ordinal,
        });
        let claim = Claim { figure: Some(figure), key: Some(Box::new(key)), ..empty(ClaimKind::Figure) };
        out.push(Draft { span: f.span, claim });
    }
    let mut clauses = Clauses { cx, found, open: None };
    for (i, d) in found.dates.iter().enumerate() {
        let key = clauses.at(d.tokens.start).date_key(i);
        let claim = Claim { date: Some(Box::new(d.date.clone())), key: Some(Box::new(key)), ..empty(ClaimKind::Date) };
        out.push(Draft { span: d.span, claim });
    }
    out.extend(found.names.iter().chain(&found.places_inside).filter_map(|n| named(found, n)));
    out.extend(found.roles.iter().map(|r| held(found, r)));
    out.extend(found.quotes.iter().map(|q| quoted(cx, found, q)));
    out.extend(found.events.iter().map(told));
    out
}

/// A person or place; organisations are no claims of their own.
fn named(found: &Mentions, n: &NameMention) -> Option<Draft> {
    let e = &found.entities[n.entity];
    let (name, entity) = (Short::from(&e.name), Short::from(&e.id));
    let claim = match n.kind {
        NameKind::Person => Claim { person: Some(Box::new(Person { name, entity })), ..empty(ClaimKind::Person) },
        NameKind::Place => {
            let place = Place { name, entity, place_type: e.place_type, metonym: n.metonym };
            Claim { place: Some(Box::new(place)), ..empty(ClaimKind::Place) }
        }
        NameKind::Organisation => return None,
    };
    Some(Draft { span: n.span, claim })
}

fn held(found: &Mentions, r: &RoleMention) -> Draft {
    let e = &found.entities[r.entity];
    let role = Role { person: Short::from(&e.name), entity: Short::from(&e.id), title: Short::from(&r.title), status: r.status };
    let key = Key { base: r.of.as_ref().map(Short::from), ..Key::default() };
    Draft { span: r.span, claim: Claim { role: Some(Box::new(role)), key: Some(Box::new(key)), ..empty(ClaimKind::Role) } }
}

fn quoted(cx: &Context, found: &Mentions, q: &QuoteMention) -> Draft {
    let speaker = q.speaker.as_ref();
    let quote = Quote {
        speaker: speaker.map(|s| s.as_written().into()),
        entity: speaker.and_then(|s| s.entity).map(|e| Short::from(&found.entities[e].id)),
        form: q.form,
        cue: q.cue.as_ref().map(Short::from),
        relayed_by: q.relayed_by.as_ref().map(Short::from),
    };
    let claim = Claim { quote: Some(Box::new(quote)), claimer: speaker.map(|s| Short::from(&s.name)), ..empty(ClaimKind::Quote) };
    Draft { span: cx.article.quotations[q.quotation].span, claim }
}

fn told(e: &EventMention) -> Draft {
    let key = Key { verb: e.verb.clone(), head: e.head.clone(), ..Key::default() };
    let event = Some(Box::new(e.event.clone()));
    Draft { span: e.span, claim: Claim { event, key: Some(Box::new(key)), claimer: e.claimer.clone(), ..empty(ClaimKind::Event) } }
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
        id: Short::default(),
        source: Short::default(),
        origin: Short::default(),
        kind,
        text: Short::default(),
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
        selector: None,
        figure: None,
        date: None,
        person: None,
        place: None,
        role: None,
        quote: None,
        event: None,
        key: None,
    }
}

fn block_of(cx: &Context, span: Span) -> usize {
    cx.article.blocks.partition_point(|b| b.span.end <= span.start)
}

fn place(cx: &Context, index: &LineIndex, sayings: &Sayings, draft: Draft) -> Claim {
    let Draft { span, mut claim } = draft;
    let place = index.place(span.start);
    let (start, end) = (place.chars, index.code_points(span.end));
    if let Some(key) = &mut claim.key {
        key.changed_from = key.changed_from.map(|byte| index.code_points(byte));
        key.restates = key.restates.map(|byte| index.code_points(byte));
    }
    if claim.kind != ClaimKind::Quote && claim.claimer.is_none() {
        claim.claimer = sayings.speaker(span).map(Short::from);
    }
    claim.source = Short::from(&cx.article.meta.id);
    claim.id = id(&claim.source, claim.kind, start);
    claim.text = Short::from(span.of(cx.tokens.text));
    (claim.byte_start, claim.byte_end) = (span.start, span.end);
    (claim.start, claim.end) = (start, end);
    (claim.line, claim.column) = (place.line, place.column);
    claim.block = cx.article.blocks[block_of(cx, span)].role;
    claim.sentence = cx.article.sentences.partition_point(|s| s.span.end <= span.start) as u32;
    claim
}

/// `source:kind:start`, with the start in code points.
fn id(source: &str, kind: ClaimKind, start: u32) -> Short {
    const REST: usize = ":figure:4294967295".len();
    let mut id = Short::with_capacity(source.len() + REST);
    id.push_str(source);
    id.push(':');
    id.push_str(kind.name());
    id.push(':');
    id.push_str(&start.to_compact_string());
    id
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
        story: String::new(),
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
    let line = index.line(s.span.start);
    SourceSentence { start, end, line, block: cx.article.blocks[s.block].role, text: s.span.of(cx.tokens.text).to_owned() }
}

fn note(index: &LineIndex, n: &crate::article::ArticleNote) -> Note {
    let (start, end) = n.span.map(|s| index.chars(s)).unzip();
    Note { code: n.code.clone(), message: n.message.clone(), start, end }
}
