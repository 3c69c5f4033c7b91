//! How alike two bags of words or names are, rare ones weighing more.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::Short;

/// The number of a string of the story: an entity, a stem, a concept.
pub type Symbol = u32;

/// What a string is; equal strings of two kinds are two symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    Entity,
    Concept,
    Base,
    Term,
    /// The word that stands for all that mean the same.
    Meaning,
    /// A word that tells of an event.
    Event,
}

/// Numbers strings and counts in how many sentences of each article each stands.
#[derive(Default)]
pub struct Symbols {
    ids: FxHashMap<(Sort, Short), Symbol>,
    seen: FxHashSet<(Symbol, u64)>,
    articles: Vec<Article>,
    places: FxHashSet<u64>,
}

#[derive(Clone, Default)]
struct Article {
    sentences: u32,
    /// Sentences that have the string.
    counts: FxHashMap<Symbol, u32>,
}

/// The article of a sentence (see `Story::sentence_number`).
fn article(place: u64) -> usize {
    (place >> 32) as usize
}

impl Symbols {
    /// The number of a string that stands in a sentence (its number in the story).
    pub fn add(&mut self, sort: Sort, s: &str, place: u64) -> Symbol {
        let next = self.ids.len() as Symbol;
        let id = *self.ids.entry((sort, s.into())).or_insert(next);
        let new_place = self.places.insert(place);
        let new_string = self.seen.insert((id, place));
        if new_place || new_string {
            let article = self.article(place);
            article.sentences += u32::from(new_place);
            *article.counts.entry(id).or_default() += u32::from(new_string);
        }
        id
    }

    fn article(&mut self, place: u64) -> &mut Article {
        let at = article(place);
        if self.articles.len() <= at {
            self.articles.resize(at + 1, Article::default());
        }
        &mut self.articles[at]
    }

    /// Sentences with a string in two articles, which may be one.
    fn sentences_of(&self, articles: (usize, usize)) -> u32 {
        both(articles, |a| self.articles.get(a).map(|a| a.sentences))
    }

    /// The weight of a string where two articles are compared. Other articles have no say, so that one more changes nothing between these
    /// two. `sentences`: of the two articles.
    fn weight(&self, s: Symbol, articles: (usize, usize), sentences: u32) -> f32 {
        let with = both(articles, |a| self.articles.get(a)?.counts.get(&s).copied());
        rareness(with.max(1), sentences)
    }

    /// How much of two sorted bags without repetition is shared, by weight in their two articles: from 0 to 1, 0 when either is empty
    /// (the coefficient of Ochiai 1957 over weights).
    pub fn likeness(&self, a: &[Symbol], b: &[Symbol], articles: (usize, usize)) -> f32 {
        let sentences = self.sentences_of(articles);
        let weight = |s: Symbol| self.weight(s, articles, sentences);
        let shared: f32 = shared(a, b).map(weight).sum();
        if shared == 0.0 {
            return 0.0;
        }
        let sum = |x: &[Symbol]| x.iter().map(|s| weight(*s)).sum::<f32>();
        shared / (sum(a) * sum(b)).sqrt()
    }
}

/// Of so many sentences at most, so many of which have the string, the rareness stands in a table.
const TABLED: (u32, u32) = (16, 256);

/// How rare a string is that so many of some sentences have: the logarithm of the inverse share, as in tf-idf (Spärck Jones 1972).
fn rareness(with: u32, sentences: u32) -> f32 {
    static TABLE: LazyLock<Vec<f32>> =
        LazyLock::new(|| (0..TABLED.0).flat_map(|with| (0..TABLED.1).map(move |all| logarithm(with, all))).collect());
    match with < TABLED.0 && sentences < TABLED.1 {
        true => TABLE[(with * TABLED.1 + sentences) as usize],
        false => logarithm(with, sentences),
    }
}

fn logarithm(with: u32, sentences: u32) -> f32 {
    (1.0 + sentences as f32 / with as f32).ln()
}

/// The sum of what two articles have, or what the one has that both are.
fn both((x, y): (usize, usize), has: impl Fn(usize) -> Option<u32>) -> u32 {
    let second = if x == y { None } else { has(y) };
    has(x).unwrap_or_default() + second.unwrap_or_default()
}

/// What two sorted lists share.
pub fn shared<'x>(a: &'x [Symbol], b: &'x [Symbol]) -> impl Iterator<Item = Symbol> + 'x {
    let mut b = b.iter().peekable();
    a.iter().copied().filter(move |x| {
        while b.peek().is_some_and(|y| **y < *x) {
            b.next();
        }
        b.peek() == Some(&x)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of a sentence of an article.
    fn place(article: u64, sentence: u64) -> u64 {
        article << 32 | sentence
    }

    #[test]
    fn rare_words_weigh_more() {
        let mut s = Symbols::default();
        let common = s.add(Sort::Term, "fire", place(0, 1));
        for sentence in 2..9 {
            s.add(Sort::Term, "fire", place(0, sentence));
        }
        let rare = s.add(Sort::Term, "griffith", place(1, 3));
        let both = (0, 1);
        let weight = |of| s.weight(of, both, s.sentences_of(both));
        assert!(weight(rare) > 2.0 * weight(common));
        assert!(s.likeness(&[common, rare], &[rare], both) > s.likeness(&[common, rare], &[common], both));
        assert_eq!(s.likeness(&[common, rare], &[common, rare], both), 1.0);
        assert_eq!(shared(&[1, 3, 5], &[2, 3, 5, 9]).collect::<Vec<_>>(), [3, 5]);
    }

    #[test]
    fn other_articles_have_no_say() {
        let mut s = Symbols::default();
        let fire = s.add(Sort::Term, "fire", place(0, 1));
        let town = s.add(Sort::Term, "town", place(1, 1));
        let before = s.likeness(&[fire, town], &[fire], (0, 1));
        for sentence in 0..50 {
            s.add(Sort::Term, "fire", place(2, sentence));
        }
        assert_eq!(s.likeness(&[fire, town], &[fire], (0, 1)), before);
    }
}
