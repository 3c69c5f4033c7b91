//! Two sentences that several articles print as two quotations are two utterances, even if another article prints them in one piece.

use rustc_hash::FxHashMap;

use crate::reconcile::cluster::Link;

/// How many other articles are looked at for a quotation.
const LOOK: usize = 16;

/// What each quotation is linked with.
pub struct Parted<L> {
    /// By quotation the linked ones that another article has, with that article.
    linked: FxHashMap<usize, Vec<(usize, usize)>>,
    article: L,
}

impl<L: Fn(usize) -> usize> Parted<L> {
    pub fn of(links: &[Link], article: L) -> Self {
        let mut linked: FxHashMap<usize, Vec<(usize, usize)>> = FxHashMap::default();
        for Link { a, b, .. } in links {
            linked.entry(*a).or_default().push((article(*b), *b));
            linked.entry(*b).or_default().push((article(*a), *a));
        }
        linked.values_mut().for_each(|l| l.sort_unstable());
        Parted { linked, article }
    }

    /// Another article than that of `a` and `b` has one quotation that is linked with `a` alone, and one with `b` alone.
    pub fn has(&self, a: usize, b: usize) -> bool {
        let (Some(of_a), Some(of_b)) = (self.linked.get(&a), self.linked.get(&b)) else { return false };
        let own = (self.article)(a);
        let is_in = |list: &[(usize, usize)], i: &(usize, usize)| list.binary_search(i).is_ok();
        let alone = of_a.iter().filter(|i| i.0 != own && !is_in(of_b, i)).take(LOOK);
        alone.into_iter().any(|i| {
            let from = of_b.partition_point(|j| j.0 < i.0);
            of_b[from..].iter().take_while(|j| j.0 == i.0).take(LOOK).any(|j| !is_in(of_a, j))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_articles_part_is_parted() {
        // articles of two quotations each, except the last one: 0 1 | 2 3 | 4
        let link = |a, b| Link { a, b, score: 1.0 };
        let whole = [link(0, 4), link(1, 4)];
        let both = [link(0, 4), link(1, 4), link(2, 4), link(3, 4), link(0, 2), link(1, 3)];
        let article = |i: usize| i / 2;
        assert!(!Parted::of(&whole, article).has(0, 1) && Parted::of(&both, article).has(0, 1));
    }
}
