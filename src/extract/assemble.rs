//! From mentions to claims: places in the text, ids, sentences, claimers.

use std::cell::OnceCell;

use compact_str::format_compact;
use jiff::civil;

use super::dates::governor::Governor;
use super::dates::{dated, moved, tense};
use super::events::owner::owner_of_subject;
use super::events::scene::Scene;
use super::keys::Clause;
use super::mention::{EventMention, Mentions, NameKind, NameMention, QuoteMention, RoleMention};
use super::products::Products;
use super::quotes::referents::Referents;
use super::{Context, Extracted, beside, doing, polarity};
use crate::article::bears_claims;
use crate::claim::*;
use crate::text::{LineIndex, Span};
use crate::value::{Amount, Dimension, Quantity};

/// A claim that has its reading, but not yet its place in the file.
struct Draft {
    span: Span,
    reading: Reading,
    key: Option<Box<Key>>,
    claimer: Option<Short>,
}

enum Reading {
    Figure(Box<Figure>),
    Date(Box<Date>),
    Person(Box<Person>),
    Place(Box<Place>),
    Role(Box<Role>),
    Quote(Box<Quote>),
    Event(Box<Event>),
}

impl Reading {
    fn kind(&self) -> ClaimKind {
        match self {
            Reading::Figure(_) => ClaimKind::Figure,
            Reading::Date(_) => ClaimKind::Date,
            Reading::Person(_) => ClaimKind::Person,
            Reading::Place(_) => ClaimKind::Place,
            Reading::Role(_) => ClaimKind::Role,
            Reading::Quote(_) => ClaimKind::Quote,
            Reading::Event(_) => ClaimKind::Event,
        }
    }

    fn put(self, claim: &mut Claim) {
        match self {
            Reading::Figure(r) => claim.figure = Some(r),
            Reading::Date(r) => claim.date = Some(r),
            Reading::Person(r) => claim.person = Some(r),
            Reading::Place(r) => claim.place = Some(r),
            Reading::Role(r) => claim.role = Some(r),
            Reading::Quote(r) => claim.quote = Some(r),
            Reading::Event(r) => claim.event = Some(r),
        }
    }
}

/// The extract line of an article. `date` is the publication date given from outside.
pub fn assemble(cx: &Context, found: Mentions, date: Option<civil::Date>) -> Extracted {
    let index = LineIndex::new(cx.article.written_text());
    let mut drafts = drafts(cx, &found);
    drafts.retain(|d| cx.article.blocks.get(block_of(cx, d.span)).is_some_and(|b| bears_claims(b.role)));
    drafts.sort_by_key(|d| (d.span.start, d.span.end, d.reading.kind()));
    let sayings = Sayings::new(cx, &found);
    let mut ids = Ids::new(&cx.article.meta.id);
    let starts: Vec<u32> = drafts.iter().map(|d| d.span.start).collect();
    let mut claims: Vec<Claim> = drafts.into_iter().map(|d| place(cx, &index, &sayings, &mut ids, d)).collect();
    number_equal_ids(&mut claims);
    mark_repetitions(cx, &mut claims, &starts);
    Extracted { source: source(cx, &index, date), claims }
}

/// Makes the ids of claims of one kind at one place distinct (two people who share a title).
fn number_equal_ids(claims: &mut [Claim]) {
    let (mut start, mut counts) = (None, [0u32; ClaimKind::ALL.len()]);
    for c in claims {
        if start != Some(c.byte_start) {
            (start, counts) = (Some(c.byte_start), [0; ClaimKind::ALL.len()]);
        }
        let n = &mut counts[c.kind as usize];
        *n += 1;
        if *n > 1 {
            c.id = format_compact!("{}-{n}", c.id);
        }
    }
}

/// A claim in a block that repeats an earlier passage points to the same claim there. `starts`: where the claims begin in the article.
fn mark_repetitions(cx: &Context, claims: &mut [Claim], starts: &[u32]) {
    let repeating: Vec<_> = cx.article.blocks.iter().filter_map(|b| Some((b.span, b.repeats?))).collect();
    if repeating.is_empty() {
        return;
    }
    let first: rustc_hash::FxHashMap<(ClaimKind, u32), Short> =
        claims.iter().zip(starts).map(|(c, start)| ((c.kind, *start), c.id.clone())).collect();
    for (c, start) in claims.iter_mut().zip(starts) {
        let at = repeating.partition_point(|(span, _)| span.end <= *start);
        if let Some((span, of)) = repeating.get(at).filter(|(span, _)| span.start <= *start) {
            c.duplicate_of = first.get(&(c.kind, start - span.start + of)).cloned();
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
    let lists = [found.figures.len(), found.dates.len(), found.names.len(), found.roles.len(), found.quotes.len(), found.events.len()];
    let mut out = Vec::with_capacity(lists.iter().sum::<usize>() + found.places_inside.len());
    measured(cx, found, &mut out);
    out.extend(found.names.iter().chain(&found.places_inside).filter_map(|n| named(cx, found, n)));
    out.extend(found.roles.iter().map(|r| held(found, r)));
    out.extend(found.quotes.iter().map(|q| quoted(cx, found, q)));
    out.extend(found.events.iter().map(told));
    out
}

/// Figures and dates, which are read sentence by sentence.
fn measured(cx: &Context, found: &Mentions, out: &mut Vec<Draft>) {
    let referents = OnceCell::new();
    let products = Products::of(cx, found);
    let mut clauses = Clauses { cx, found, referents: &referents, open: None };
    let (mut figures, mut dates) = (0..found.figures.len(), 0..found.dates.len());
    loop {
        let figure = found.figures.get(figures.start).map(|f| f.tokens.start);
        let date = found.dates.get(dates.start).map(|d| d.tokens.start);
        let first = match (figure, date) {
            (Some(f), Some(d)) if d < f => dates.next().map(|i| on_a_date(cx, found, clauses.at(d), i)),
            (Some(f), _) => figures.next().map(|i| figured(cx, found, clauses.at(f), &products, i)),
            (None, Some(d)) => dates.next().map(|i| on_a_date(cx, found, clauses.at(d), i)),
            (None, None) => return,
        };
        out.extend(first);
    }
}

fn figured(cx: &Context, found: &Mentions, clause: &Clause, products: &Products, i: usize) -> Draft {
    let f = &found.figures[i];
    let q = &f.quantity;
    let mut key = clause.figure_key(i);
    let people = key.head.as_deref().and_then(|head| cx.lexicon.kin.family(head)) == Some("people");
    key.product = products.at(cx, &f.tokens, q.dimension).filter(|_| !people);
    if key.product.is_some() && key.concept.is_none() && is_price(q) {
        key.concept = Some("price".into());
    }
    key.beside = beside::read(cx, f, &key);
    key.changed_from = f.changed_from.map(|from| found.figures[from].span.start);
    key.restates = f.restates.map(|first| found.figures[first].span.start);
    let (low, high) = clause.ordinal_stretch(i).map_or((q.low, q.high), |(a, b)| (Some(a), Some(b)));
    let figure = Figure {
        amount: q.amount,
        low,
        high,
        unit: q.unit.clone(),
        dimension: q.dimension,
        hedge: q.hedge,
        direction: q.direction,
        measure: clause.measure(i, &key),
        // an age is of the day of the report, whatever else the sentence dates
        as_of: key.time.clone().filter(|_| q.dimension != Dimension::Age),
        ordinal: q.ordinal,
    };
    Draft { span: f.span, reading: Reading::Figure(Box::new(figure)), key: Some(Box::new(key)), claimer: None }
}

/// A price of a product, or a discount: sums in millions are what it earned or cost to make.
fn is_price(q: &Quantity) -> bool {
    const MOST: i64 = 1_000_000;
    let asked = |amount: Amount| amount < Amount::from(MOST);
    q.dimension == Dimension::Money && q.amount.or(q.low).is_some_and(asked)
}

fn on_a_date(cx: &Context, found: &Mentions, clause: &Clause, i: usize) -> Draft {
    let d = &found.dates[i];
    let scene = Scene::new(cx, found, tense::sentence(cx, d.tokens.start));
    let governor = Governor::of(&scene, &d.tokens);
    let event = governor.as_ref().map(|g| dated::event(&scene, &d.tokens, g));
    let subject = match governor {
        Some(Governor::Verb(verb)) => dated::about(&scene, verb, &d.tokens),
        _ => None,
    };
    let of_the_addressed = matches!(governor, Some(Governor::Verb(verb)) if dated::is_of_the_addressed(&scene, verb, &d.tokens));
    let shown = match governor {
        Some(Governor::Verb(verb)) => dated::concept(&scene, verb, &d.tokens),
        _ => None,
    };
    let mut key = clause.date_key(i, governor.as_ref(), shown, subject);
    if let (Some(Governor::Verb(verb)), None, Some(_)) = (&governor, subject, &key.subject) {
        let owner = owner_of_subject(&scene, *verb);
        key.subject = key.subject.filter(|s| owner.as_ref() != Some(s));
    }
    key.changed_from = moved::moved_from(cx, &found.dates, i).map(|old| found.dates[old].span.start);
    key.doing = doing::read(cx, d, event.as_deref(), &key.places);
    if key.concept.as_deref() == Some("born") {
        let born = dated::birth(&scene, &d.tokens);
        key.subject = born.flatten().map(|n| found.entities[n.entity].id.as_str().into());
        key.doing.iter_mut().filter(|_| born.is_none()).for_each(|doing| doing.acts.retain(|act| act != "bear"));
    } else if of_the_addressed {
        key.subject = None;
    }
    key.negated = is_of_days(d.date.grain) && polarity::is_negated(cx.tokens, &tense::sentence(cx, d.tokens.start), &d.tokens);
    let date = Date { event, ..d.date.clone() };
    Draft { span: d.span, reading: Reading::Date(Box::new(date)), key: Some(Box::new(key)), claimer: None }
}

/// It is of days: a longer time mostly belongs to a noun ("its 2012 forecast").
fn is_of_days(grain: Grain) -> bool {
    use Grain::{Century, Decade, Half, Month, Quarter, Season, Year};
    !matches!(grain, Month | Season | Quarter | Half | Year | Decade | Century)
}

/// A person or place; organisations are no claims of their own.
fn named(cx: &Context, found: &Mentions, n: &NameMention) -> Option<Draft> {
    let e = &found.entities[n.entity];
    let entry = || (Short::from(&e.name), Short::from(&e.id));
    let reading = match n.kind {
        NameKind::Person => {
            let (name, entity) = entry();
            Reading::Person(Box::new(Person { name, entity }))
        }
        NameKind::Place => {
            let (name, entity) = entry();
            Reading::Place(Box::new(Place { name, entity, place_type: e.place_type, metonym: n.metonym }))
        }
        // a hospital or court where something was is a place
        NameKind::Organisation if n.site.is_some() => {
            let entity = format_compact!("place:{}", entity::name(&e.id));
            Reading::Place(Box::new(Place { name: Short::from(&e.name), entity, place_type: PlaceType::Building, metonym: false }))
        }
        NameKind::Organisation => return None,
    };
    let negated = n.kind == NameKind::Place && polarity::is_negated(cx.tokens, &tense::sentence(cx, n.tokens.start), &n.tokens);
    let key = Key { slot: n.slot.clone(), site: n.site.clone(), negated, ..Key::default() };
    let key = (key.slot.is_some() || key.site.is_some() || negated).then(|| Box::new(key));
    Some(Draft { span: n.span, reading, key, claimer: None })
}

fn held(found: &Mentions, r: &RoleMention) -> Draft {
    let e = &found.entities[r.entity];
    let role = Role { person: Short::from(&e.name), entity: Short::from(&e.id), title: Short::from(&r.title), status: r.status };
    let key = Key { base: r.of.as_ref().map(Short::from), ..Key::default() };
    Draft { span: r.span, reading: Reading::Role(Box::new(role)), key: Some(Box::new(key)), claimer: None }
}

fn quoted(cx: &Context, found: &Mentions, q: &QuoteMention) -> Draft {
    let speaker = q.speaker.as_ref();
    let quote = Quote {
        speaker: speaker.map(|s| s.as_written().into()),
        entity: speaker.and_then(|s| s.entity).map(|e| Short::from(&found.entities[e].id)),
        form: q.form,
        cue: q.cue.as_ref().map(Short::from),
        relayed_by: q.relayed_by.as_ref().map(Short::from),
        unmarked: false,
    };
    let span = cx.article.quotations[q.quotation].span;
    Draft { span, reading: Reading::Quote(Box::new(quote)), key: None, claimer: speaker.map(|s| Short::from(&s.name)) }
}

fn told(e: &EventMention) -> Draft {
    let key = Key { verb: e.verb.clone(), head: e.head.clone(), base: e.owner.clone(), terms: e.rest.clone(), ..Key::default() };
    Draft { span: e.span, reading: Reading::Event(Box::new(e.event.clone())), key: Some(Box::new(key)), claimer: e.claimer.clone() }
}

/// The clause of the sentence that was asked for last; mentions come in order, so each sentence is opened once.
struct Clauses<'a> {
    cx: &'a Context<'a>,
    found: &'a Mentions,
    referents: &'a OnceCell<Referents<'a>>,
    open: Option<(usize, Clause<'a>)>,
}

impl<'a> Clauses<'a> {
    fn at(&mut self, token: usize) -> &Clause<'a> {
        let sentence = self.cx.article.sentences.partition_point(|s| s.tokens.end <= token);
        if self.open.as_ref().is_none_or(|(s, _)| *s != sentence) {
            self.open = None;
        }
        let (cx, found, referents) = (self.cx, self.found, self.referents);
        &self.open.get_or_insert_with(|| (sentence, Clause::new(cx, found, referents, sentence))).1
    }
}

fn block_of(cx: &Context, span: Span) -> usize {
    cx.article.blocks.partition_point(|b| b.span.end <= span.start)
}

fn place(cx: &Context, index: &LineIndex, sayings: &Sayings, ids: &mut Ids, draft: Draft) -> Claim {
    let Draft { span, reading, mut key, mut claimer } = draft;
    let written = cx.article.place(span);
    let place = index.place(written.start);
    if let Some(key) = &mut key {
        let other = |byte: u32| index.code_points(cx.article.place(Span::new(byte, byte)).start);
        key.changed_from = key.changed_from.map(other);
        key.restates = key.restates.map(other);
    }
    let kind = reading.kind();
    if kind != ClaimKind::Quote && claimer.is_none() {
        claimer = sayings.speaker(span).map(Short::from);
    }
    let mut claim = Claim {
        id: ids.id(kind, place.chars),
        source: Short::from(&cx.article.meta.id),
        text: Short::from(written.of(cx.article.written_text())),
        byte_start: written.start,
        byte_end: written.end,
        start: place.chars,
        end: index.code_points(written.end),
        line: place.line,
        column: place.column,
        block: cx.article.blocks[block_of(cx, span)].role,
        sentence: cx.article.sentences.partition_point(|s| s.span.end <= span.start) as u32,
        claimer,
        key,
        ..Claim::empty(kind)
    };
    reading.put(&mut claim);
    claim
}

/// Makes the ids of an article's claims: `source:kind:start`, with the start in code points. They are put together in one place, so that a
/// short one is not allocated.
struct Ids {
    text: String,
    /// Length of what all begin with.
    source: usize,
}

impl Ids {
    fn new(source: &str) -> Self {
        let text = format!("{source}:");
        Ids { source: text.len(), text }
    }

    fn id(&mut self, kind: ClaimKind, start: u32) -> Short {
        self.text.truncate(self.source);
        self.text.push_str(kind.name());
        self.text.push(':');
        self.text.push_str(itoa::Buffer::new().format(start));
        Short::from(&self.text)
    }
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
        blocks: a.blocks.iter().map(|b| block(cx, index, b)).collect(),
        sentences: a.sentences.iter().map(|s| sentence(cx, index, s)).collect(),
        notes: a.notes.iter().map(|n| note(cx, index, n)).collect(),
        prints: Some(a.prints.clone()),
        skipped: None,
    }
}

fn block(cx: &Context, index: &LineIndex, b: &crate::article::Block) -> SourceBlock {
    let (start, end) = index.chars(cx.article.place(b.span));
    SourceBlock { role: b.role, start, end }
}

fn sentence(cx: &Context, index: &LineIndex, s: &crate::article::Sentence) -> SourceSentence {
    let written = cx.article.place(s.span);
    let place = index.place(written.start);
    SourceSentence {
        start: place.chars,
        end: index.code_points(written.end),
        byte_start: written.start,
        line: place.line,
        column: place.column,
        block: cx.article.blocks[s.block].role,
        text: written.of(cx.article.written_text()).to_owned(),
    }
}

fn note(cx: &Context, index: &LineIndex, n: &crate::article::ArticleNote) -> Note {
    let (start, end) = n.span.map(|s| index.chars(cx.article.place(s))).unzip();
    Note { code: n.code.clone(), message: n.message.clone(), start, end }
}
