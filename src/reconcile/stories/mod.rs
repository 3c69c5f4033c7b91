//! Which articles tell one story. An archive is divided before anything is compared: articles meet through an index on their most telling
//! words, and are joined, the most similar first, while two stories are alike on average over all their articles (group-average clustering
//! as in topic detection: Allan et al. 1998).

mod join;
mod near;
mod topics;

use jiff::civil;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::claim::{Line, Source};
use topics::Counted;

/// How alike articles of one story must be in an archive, and how alike at least where there are few. Of 87 events of the development
/// clusters none is divided by the latter, and of 348 with one article of another event that one is told apart in 297; twice as much
/// divides four events. See [`least`].
const ALIKE: f32 = 0.2;
const BARELY_ALIKE: f32 = 0.06;
/// This many articles are one story whatever they tell: somebody who names them wants them compared.
const PAIR: usize = 2;
/// From this many on the required likeness rises with the logarithm of their number, by so much: a few files in a folder are mostly about
/// one event, while two articles of an archive mostly are not.
const HANDFUL: f32 = 6.0;
const RISE: f32 = 0.06;

/// What dividing into stories needs of an article.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Telling {
    /// Its id and path, by which articles are put in order.
    name: (String, String),
    /// The day on which it was published, if that is known.
    day: Option<i32>,
    words: Vec<Counted>,
}

impl Telling {
    pub fn new(source: &Source) -> Self {
        let name = (source.id.clone(), source.path.clone());
        Telling { name, day: source.published.as_deref().and_then(day), words: topics::count(&source.sentences) }
    }

    pub fn id(&self) -> &str {
        &self.name.0
    }
}

/// Divides articles into stories: indexes into `articles`, each list in order of the ids, and the lists in order of their first ids. The
/// stories do not depend on the order of the articles.
pub fn divide(articles: &[Telling]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|a, b| articles[*a].name.cmp(&articles[*b].name));
    if articles.len() <= PAIR {
        return if articles.is_empty() { Vec::new() } else { vec![order] };
    }
    let least = least(articles.len());
    let words: Vec<&[Counted]> = order.iter().map(|i| articles[*i].words.as_slice()).collect();
    let days: Vec<Option<i32>> = order.iter().map(|i| articles[*i].day).collect();
    let topics = topics::topics(&words);
    let links = near::links(&topics, &days, least);
    let mut stories = join::join(&topics, links, least);
    stories.iter_mut().flatten().for_each(|i| *i = order[*i]);
    stories
}

/// How alike two articles of one story must be, of so many articles.
fn least(articles: usize) -> f32 {
    (RISE * (articles as f32 / HANDFUL).ln()).clamp(BARELY_ALIKE, ALIKE)
}

/// For each source the name of its story: the id of the story's first article.
pub fn names(articles: &[Telling]) -> Vec<String> {
    let mut names = vec![String::new(); articles.len()];
    for story in divide(articles) {
        let name = articles[story[0]].name.0.clone();
        story.into_iter().for_each(|i| names[i].clone_from(&name));
    }
    names
}

/// Stories by their names, in order of their first articles; their lines in the order given, which is that of the ids. A story has the name
/// that its lines give, or, where lines give none and had to be divided, the id of its first article.
pub fn named(lines: Vec<Line>) -> Vec<(String, Vec<Line>)> {
    let open: Vec<&Source> = lines.iter().map(|l| &l.source).filter(|s| s.story.is_empty()).collect();
    let articles: Vec<Telling> = open.par_iter().map(|s| Telling::new(s)).collect();
    let mut names = names(&articles).into_iter();
    let mut home: FxHashMap<String, usize> = FxHashMap::default();
    let mut stories: Vec<(String, Vec<Line>)> = Vec::new();
    for line in lines {
        let name = if line.source.story.is_empty() { names.next().unwrap_or_default() } else { line.source.story.clone() };
        let at = *home.entry(name.clone()).or_insert(stories.len());
        if at == stories.len() {
            stories.push((name, Vec::new()));
        }
        stories[at].1.push(line);
    }
    stories
}

/// The number of a day, counted from some day; for an EDTF date of day precision.
fn day(edtf: &str) -> Option<i32> {
    let date: civil::Date = edtf.parse().ok()?;
    date.since(civil::Date::ZERO).ok().map(|span| span.get_days())
}
