//! How alike two bags of words or names are, rare ones weighing more.

use std::ops::Deref;
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
    /// A counted noun, or the one that stands for all that count the same.
    Head,
    Term,
    /// The word that stands for all that mean the same.
    Meaning,
    /// A word that tells of an event.
    Event,
    /// A word or number anywhere in a sentence.
    Word,
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
    /// A bit for each of them, shared by several: a quick answer for strings that the article does not have, as most are.
    bits: [u64; WORDS_OF_BITS],
}

const WORDS_OF_BITS: usize = 16;

impl Article {
    fn add(&mut self, s: Symbol) {
        *self.counts.entry(s).or_default() += 1;
        let (word, bit) = Self::bit(s);
        self.bits[word] |= bit;
    }

    fn count(&self, s: Symbol) -> u32 {
        let (word, bit) = Self::bit(s);
        if self.bits[word] & bit == 0 { 0 } else { self.counts.get(&s).copied().unwrap_or_default() }
    }

    fn bit(s: Symbol) -> (usize, u64) {
        (s as usize / 64 % WORDS_OF_BITS, 1 << (s % 64))
    }
}

/// Symbols of one claim in order, each once, with how many sentences of its article have each.
#[derive(Default)]
pub struct Bag {
    symbols: Vec<Symbol>,
    counts: Vec<u32>,
}

impl From<Vec<Symbol>> for Bag {
    /// The counts are left to [`Symbols::count`].
    fn from(mut symbols: Vec<Symbol>) -> Self {
        symbols.sort_unstable();
        symbols.dedup();
        Bag { symbols, counts: Vec::new() }
    }
}

impl Deref for Bag {
    type Target = [Symbol];

    fn deref(&self) -> &[Symbol] {
        &self.symbols
    }
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
        let article = article(place);
        if self.articles.len() <= article {
            self.articles.resize(article + 1, Article::default());
        }
        let article = &mut self.articles[article];
        article.sentences += u32::from(self.places.insert(place));
        if self.seen.insert((id, place)) {
            article.add(id);
        }
        id
    }

    /// Counts the symbols of a bag, once all strings of its article are added.
    pub fn count(&self, bag: &mut Bag, article: usize) {
        bag.counts = self.articles.get(article).map_or(Vec::new(), |a| bag.symbols.iter().map(|s| a.count(*s)).collect());
    }

    /// How much of two bags is shared, by weight in their two articles: from 0 to 1, 0 when either is empty (the coefficient of Ochiai 1957
    /// over weights). Other articles have no say, so that one more changes nothing between these two.
    pub fn likeness(&self, a: &Bag, b: &Bag, articles: (usize, usize)) -> f32 {
        let (Some(x), Some(y)) = (self.articles.get(articles.0), self.articles.get(articles.1)) else { return 0.0 };
        let one = articles.0 == articles.1;
        let sentences = if one { x.sentences } else { x.sentences + y.sentences };
        let weight = |own: u32, others: u32| rareness((own + if one { 0 } else { others }).max(1), sentences);
        let shared: f32 = places(a, b).map(|(i, j)| weight(a.counts[i], b.counts[j])).sum();
        if shared == 0.0 {
            return 0.0;
        }
        let sum = |bag: &Bag, other: &Article| -> f32 {
            bag.symbols.iter().zip(&bag.counts).map(|(s, own)| weight(*own, if one { 0 } else { other.count(*s) })).sum()
        };
        shared / (sum(a, y) * sum(b, x)).sqrt()
    }
}

/// Up to how many sentences with the string, and in all, the rareness stands in a table.
const TABLED: (u32, u32) = (16, 256);

/// How rare a string is that `with` of some sentences have: the logarithm of the inverse share, as in tf-idf (Spärck Jones 1972).
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

/// What two sorted lists share.
pub fn shared<'x>(a: &'x [Symbol], b: &'x [Symbol]) -> impl Iterator<Item = Symbol> + 'x {
    places(a, b).map(|(i, _)| a[i])
}

/// The places of what two sorted lists share in both.
fn places<'x>(a: &'x [Symbol], b: &'x [Symbol]) -> impl Iterator<Item = (usize, usize)> + 'x {
    let mut j = 0;
    a.iter().enumerate().filter_map(move |(i, x)| {
        while b.get(j).is_some_and(|y| y < x) {
            j += 1;
        }
        (b.get(j) == Some(x)).then_some((i, j))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of a sentence of an article.
    fn place(article: u64, sentence: u64) -> u64 {
        article << 32 | sentence
    }

    /// A bag of an article.
    fn bag(s: &Symbols, symbols: &[Symbol], article: usize) -> Bag {
        let mut bag = Bag::from(symbols.to_vec());
        s.count(&mut bag, article);
        bag
    }

    #[test]
    fn rare_words_weigh_more() {
        let mut s = Symbols::default();
        let common = s.add(Sort::Term, "fire", place(0, 1));
        for sentence in 2..9 {
            s.add(Sort::Term, "fire", place(0, sentence));
        }
        let rare = s.add(Sort::Term, "griffith", place(1, 3));
        s.add(Sort::Term, "fire", place(1, 3));
        let all = bag(&s, &[rare, common], 0);
        let like = |symbols: &[Symbol]| s.likeness(&all, &bag(&s, symbols, 1), (0, 1));
        assert!(like(&[rare]) > 1.3 * like(&[common]));
        assert_eq!(like(&[common, rare]), 1.0);
        assert_eq!(like(&[]), 0.0);
        assert_eq!(shared(&[1, 3, 5], &[2, 3, 5, 9]).collect::<Vec<_>>(), [3, 5]);
    }

    #[test]
    fn other_articles_have_no_say() {
        let mut s = Symbols::default();
        let fire = s.add(Sort::Term, "fire", place(0, 1));
        let town = s.add(Sort::Term, "town", place(1, 1));
        let likeness = |s: &Symbols| s.likeness(&bag(s, &[fire, town], 0), &bag(s, &[fire], 1), (0, 1));
        let before = likeness(&s);
        for sentence in 0..50 {
            s.add(Sort::Term, "fire", place(2, sentence));
        }
        assert_eq!(likeness(&s), before);
    }
}
