//! How alike two bags of words or names are, rare ones weighing more.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// The number of a string of the story: an entity, a stem, a concept.
pub type Symbol = u32;

/// Numbers strings and counts in how many places (sentences) each stands.
#[derive(Default)]
pub struct Symbols {
    ids: FxHashMap<String, Symbol>,
    seen: FxHashSet<(Symbol, u64)>,
    counts: Vec<u32>,
    places: FxHashSet<u64>,
    /// The weight of each string, reckoned when it is first asked for.
    weights: OnceLock<Vec<f32>>,
}

impl Symbols {
    /// The number of a string that stands at a place (any number for a sentence).
    pub fn add(&mut self, s: &str, place: u64) -> Symbol {
        let id = match self.ids.get(s) {
            Some(&id) => id,
            None => {
                let id = self.counts.len() as Symbol;
                self.ids.insert(s.to_owned(), id);
                self.counts.push(0);
                id
            }
        };
        self.weights.take();
        self.places.insert(place);
        if self.seen.insert((id, place)) {
            self.counts[id as usize] += 1;
        }
        id
    }

    /// The weight of a string: the logarithm of how rare it is, as in tf-idf (Spärck Jones 1972).
    pub fn weight(&self, s: Symbol) -> f32 {
        let weights = self.weights.get_or_init(|| {
            let places = self.places.len() as f32;
            self.counts.iter().map(|count| (1.0 + places / *count as f32).ln()).collect()
        });
        weights[s as usize]
    }

    /// How much of two sorted bags without repetition is shared, by weight: from 0 to 1, 0 when either is empty (the coefficient of
    /// Ochiai 1957 over weights).
    pub fn likeness(&self, a: &[Symbol], b: &[Symbol]) -> f32 {
        let sum = |x: &[Symbol]| x.iter().map(|s| self.weight(*s)).sum::<f32>();
        let shared: f32 = shared(a, b).map(|s| self.weight(s)).sum();
        if shared == 0.0 { 0.0 } else { shared / (sum(a) * sum(b)).sqrt() }
    }
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

    #[test]
    fn rare_words_weigh_more() {
        let mut s = Symbols::default();
        let common = s.add("fire", 1);
        for place in 2..9 {
            s.add("fire", place);
        }
        let rare = s.add("griffith", 3);
        assert!(s.weight(rare) > 2.0 * s.weight(common));
        assert!(s.likeness(&[common, rare], &[rare]) > s.likeness(&[common, rare], &[common]));
        assert_eq!(s.likeness(&[common, rare], &[common, rare]), 1.0);
        assert_eq!(shared(&[1, 3, 5], &[2, 3, 5, 9]).collect::<Vec<_>>(), [3, 5]);
    }
}
