//! How alike two bags of words or names are, rare ones weighing more.

use rustc_hash::{FxHashMap, FxHashSet};

/// The number of a string of the story: an entity, a stem, a concept.
pub type Symbol = u32;

/// Numbers strings and counts in how many sentences of each article each stands.
#[derive(Default)]
pub struct Symbols {
    ids: FxHashMap<String, Symbol>,
    seen: FxHashSet<(Symbol, u64)>,
    /// Sentences of an article that have the string.
    counts: FxHashMap<(Symbol, u32), u32>,
    places: FxHashSet<u64>,
    /// Sentences of an article.
    sentences: FxHashMap<u32, u32>,
}

/// The article of a sentence (see `Story::sentence_number`).
fn article(place: u64) -> u32 {
    (place >> 32) as u32
}

impl Symbols {
    /// The number of a string that stands in a sentence (its number in the story).
    pub fn add(&mut self, s: &str, place: u64) -> Symbol {
        let id = match self.ids.get(s) {
            Some(&id) => id,
            None => {
                let id = self.ids.len() as Symbol;
                self.ids.insert(s.to_owned(), id);
                id
            }
        };
        if self.places.insert(place) {
            *self.sentences.entry(article(place)).or_default() += 1;
        }
        if self.seen.insert((id, place)) {
            *self.counts.entry((id, article(place))).or_default() += 1;
        }
        id
    }

    /// Sentences with a string in two articles, which may be one.
    fn sentences_of(&self, articles: (usize, usize)) -> u32 {
        both(articles, |a| self.sentences.get(&a).copied())
    }

    /// The weight of a string where two articles are compared: the logarithm of how rare it is in the two, as in tf-idf (Spärck Jones
    /// 1972). Other articles have no say, so that one more changes nothing between these two. `sentences`: of the two articles.
    fn weight(&self, s: Symbol, articles: (usize, usize), sentences: u32) -> f32 {
        let with = both(articles, |a| self.counts.get(&(s, a)).copied());
        (1.0 + sentences as f32 / with.max(1) as f32).ln()
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

/// The sum of what two articles have, or what the one has that both are.
fn both((x, y): (usize, usize), has: impl Fn(u32) -> Option<u32>) -> u32 {
    let second = if x == y { None } else { has(y as u32) };
    has(x as u32).unwrap_or_default() + second.unwrap_or_default()
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
        let common = s.add("fire", place(0, 1));
        for sentence in 2..9 {
            s.add("fire", place(0, sentence));
        }
        let rare = s.add("griffith", place(1, 3));
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
        let fire = s.add("fire", place(0, 1));
        let town = s.add("town", place(1, 1));
        let before = s.likeness(&[fire, town], &[fire], (0, 1));
        for sentence in 0..50 {
            s.add("fire", place(2, sentence));
        }
        assert_eq!(s.likeness(&[fire, town], &[fire], (0, 1)), before);
    }
}
