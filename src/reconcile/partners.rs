//! For each item of a story and each other article: which item there goes with it best, and by how much it is ahead of the next one with
//! another value.

use rustc_hash::FxHashMap;

/// By item and article.
#[derive(Default)]
pub struct Partners(FxHashMap<(usize, usize), Partner>);

struct Partner {
    item: usize,
    score: f32,
    /// The best score of an item with another value.
    next: f32,
}

impl Partners {
    /// Notes how well `other`, of `article`, goes with an item. `same` says of two items of an article whether they give one
    /// value.
    pub fn note(&mut self, item: usize, other: usize, article: usize, score: f32, same: impl Fn(usize, usize) -> bool) {
        let p = self.0.entry((item, article)).or_insert(Partner { item: other, score: f32::MIN, next: f32::MIN });
        let same = same(p.item, other);
        if score > p.score {
            let next = if same { p.next } else { p.score };
            *p = Partner { item: other, score, next };
        } else if !same {
            p.next = p.next.max(score);
        }
    }

    /// Whether `other`, of `article`, or a repetition of it goes best with an item, by at least `margin`.
    pub fn is_best(&self, item: usize, other: usize, article: usize, margin: f32, same: impl Fn(usize, usize) -> bool) -> bool {
        self.0.get(&(item, article)).is_some_and(|p| same(p.item, other) && p.score - p.next >= margin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_must_be_ahead_of_the_next_value() {
        // items 1 and 2 of article 9 give one value, item 3 another
        let same = |a: usize, b: usize| (a < 3) == (b < 3);
        let mut partners = Partners::default();
        partners.note(0, 1, 9, 1.0, same);
        partners.note(0, 2, 9, 2.0, same);
        assert!(partners.is_best(0, 1, 9, 0.5, same), "repetitions stand for one another");
        partners.note(0, 3, 9, 1.8, same);
        assert!(!partners.is_best(0, 2, 9, 0.5, same));
        assert!(partners.is_best(0, 2, 9, 0.1, same) && !partners.is_best(0, 3, 9, 0.1, same));
        assert!(!partners.is_best(0, 2, 8, 0.1, same), "another article");
    }
}
