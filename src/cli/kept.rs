//! Articles as a run has them: read and extracted now, or found by an earlier run and kept in its cache.

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::cache::{Cache, Key};
use super::extracted;
use super::item::{Head, Item, Kept};
use crate::article::Article;
use crate::claim::{Line, Source};
use crate::extract::{Extracted, extract, extract_all};
use crate::reconcile::group::GroupKind;
use crate::reconcile::stories::{self, Telling};
use crate::reconcile::{self, Outcome};
use crate::report::wire;

/// How articles become lines.
#[derive(Clone, Copy)]
pub struct How<'a> {
    /// The date of articles that state none.
    pub date: Option<Date>,
    /// Lines have the text.
    pub text: bool,
    pub cache: Option<&'a Cache>,
}

/// What a run knows of an article, or of a file that was not read.
pub enum Told<'a> {
    Line(Box<Line>, Option<Key>),
    Kept(Box<Kept<'a>>),
}

impl Told<'_> {
    pub fn line(self, how: How) -> Line {
        match self {
            Told::Line(line, _) => *line,
            Told::Kept(kept) => line_of_kept(*kept, how),
        }
    }

    /// The line as it was written, if that is at hand.
    pub fn written(self) -> Result<Vec<u8>, Self> {
        match self {
            Told::Kept(kept) => Ok(kept.line),
            other => Err(other),
        }
    }

    fn is_skipped(&self) -> bool {
        matches!(self, Told::Line(line, _) if line.source.skipped.is_some())
    }

    fn id(&self) -> &str {
        match self {
            Told::Line(line, _) => &line.source.id,
            Told::Kept(kept) => kept.id(),
        }
    }

    fn telling(&self) -> Telling {
        match self {
            Told::Line(line, _) => Telling::new(&line.source),
            Told::Kept(kept) => kept.head.telling.clone(),
        }
    }

    /// The key of its part in a story.
    fn key(&self, cache: &Cache) -> Key {
        match self {
            Told::Kept(kept) => kept.key.clone(),
            Told::Line(_, Some(key)) => key.clone(),
            // Serde can write every line.
            Told::Line(line, None) => cache.key(&[b"text", &wire::line(line).unwrap_or_default()]),
        }
    }
}

/// The line of an article that an earlier run has kept; if what was kept is no line, the article is extracted.
fn line_of_kept(kept: Kept, how: How) -> Line {
    extracted::line(&kept.line).unwrap_or_else(|_| {
        if let Some(cache) = how.cache {
            cache.distrust(&kept.key);
        }
        line_of(Item::read_one(kept.raw, Some(kept.key)), how)
    })
}

/// The line of one item.
fn line_of(item: Item, how: How) -> Line {
    match item {
        Item::Kept(kept) => line_of_kept(*kept, how),
        Item::Skipped { path, reason } => skipped(path, reason),
        Item::Article(article, key) => {
            let extracted = extract(&article, how.date);
            extracted_line(*article, extracted, key.as_ref(), how)
        }
    }
}

/// The line of what was not read.
fn skipped(path: String, reason: String) -> Line {
    Line { source: Source { path, skipped: Some(reason), ..Source::default() }, ..Line::default() }
}

/// The line of an article, which is kept.
fn extracted_line(article: Article, Extracted { source, claims }: Extracted, key: Option<&Key>, how: How) -> Line {
    let troubles = troubles(&article);
    let line = Line { source, claims, text: how.text.then(|| article.into_written_text()), ..Line::default() };
    if let Some((cache, key)) = how.cache.zip(key) {
        keep(cache, key, &line, troubles);
    }
    line
}

/// What becomes of some items; what is extracted is kept.
pub fn lines<'a>(items: Vec<Item<'a>>, how: How) -> impl Iterator<Item = Told<'a>> {
    let articles: Vec<&Article> = items.iter().filter_map(|item| if let Item::Article(a, _) = item { Some(&**a) } else { None }).collect();
    let mut extracted = extract_all(&articles, how.date).into_iter();
    items.into_iter().filter_map(move |item| match item {
        Item::Kept(kept) => Some(Told::Kept(kept)),
        Item::Skipped { path, reason } => Some(Told::Line(Box::new(skipped(path, reason)), None)),
        Item::Article(article, key) => extracted.next().map(|e| {
            let line = extracted_line(*article, e, key.as_ref(), how);
            Told::Line(Box::new(line), key)
        }),
    })
}

/// What is doubtful about the encoding of an article.
pub fn troubles(article: &Article) -> Vec<String> {
    let notes = article.notes.iter().filter(|n| n.code.starts_with("encoding_"));
    notes.map(|n| format!("{}: {}", article.meta.path, n.message)).collect()
}

fn keep(cache: &Cache, key: &Key, line: &Line, troubles: Vec<String>) {
    let head = Head { telling: Telling::new(&line.source), troubles };
    if let (Ok(mut entry), Ok(line)) = (serde_json::to_vec(&head), wire::line(line)) {
        entry.push(b'\n');
        entry.extend(line);
        cache.put(key, &entry);
    }
}

/// Compares what was read, all as one story or each by itself; a story that an earlier run compared, with exactly these articles, is taken
/// from the cache. `done` is told of each story, when it is compared, how many articles it has.
pub fn compare(told: Vec<Told>, one: bool, kinds: &[GroupKind], how: How, done: &(dyn Fn(usize) + Sync)) -> Outcome {
    let Some(cache) = how.cache else {
        let lines = told.into_iter().map(|t| t.line(how)).collect();
        return if one { reconcile::reconcile(lines, kinds) } else { reconcile::reconcile_watched(lines, kinds, done) };
    };
    let (skipped, mut read): (Vec<Told>, Vec<Told>) = told.into_iter().partition(Told::is_skipped);
    let skipped = reconcile::skipped(skipped.into_iter().map(|t| t.line(how)).collect());
    read.sort_by(|a, b| a.id().cmp(b.id()));
    let names = names(&read, one);
    let mut home: FxHashMap<&str, usize> = FxHashMap::default();
    let mut stories: Vec<(&str, Vec<Told>)> = Vec::new();
    for (told, name) in read.into_iter().zip(&names) {
        let at = *home.entry(name).or_insert(stories.len());
        if at == stories.len() {
            stories.push((name, Vec::new()));
        }
        stories[at].1.push(told);
    }
    let compare_one = |(name, told): (&str, Vec<Told>)| {
        let articles = told.len();
        let outcome = compare_story(name, told, kinds, how, cache);
        done(articles);
        outcome
    };
    reconcile::gather(stories.into_par_iter().map(compare_one).collect(), skipped)
}

/// The story of each.
fn names(read: &[Told], one: bool) -> Vec<String> {
    match (one, read.first()) {
        (true, Some(first)) => vec![first.id().to_owned(); read.len()],
        _ => stories::names(&read.par_iter().map(Told::telling).collect::<Vec<_>>()),
    }
}

fn compare_story(name: &str, told: Vec<Told>, kinds: &[GroupKind], how: How, cache: &Cache) -> Outcome {
    let members: Vec<Key> = told.iter().map(|t| t.key(cache)).collect();
    let kinds_asked = format!("{kinds:?}");
    let mut parts: Vec<&[u8]> = vec![b"story", name.as_bytes(), kinds_asked.as_bytes()];
    parts.extend(members.iter().map(Key::as_bytes));
    let key = cache.key(&parts);
    if let Some(entry) = cache.get(&key) {
        match serde_json::from_slice(&entry) {
            Ok(outcome) => return outcome,
            Err(_) => cache.distrust(&key),
        }
    }
    let outcome = reconcile::compare(told.into_iter().map(|t| t.line(how)).collect(), kinds, name);
    if let Ok(entry) = serde_json::to_vec(&outcome) {
        cache.put(&key, &entry);
    }
    outcome
}
