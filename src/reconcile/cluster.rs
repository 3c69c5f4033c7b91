//! Best-first clustering: the surest pairs join first; a join is refused if it would bring two members together that may not be.

use rustc_hash::FxHashMap;

/// A pair of items that may be about the same thing, and how sure that is.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The first item, by index.
    pub a: usize,
    /// The second item.
    pub b: usize,
    /// How sure; any scale, only the order counts.
    pub score: f32,
}

/// Those of the pairs that are sure enough, with how sure.
pub fn links(pairs: Vec<(usize, usize)>, sureness: impl Fn(usize, usize) -> Option<f32>) -> Vec<Link> {
    pairs.into_iter().filter_map(|(a, b)| Some(Link { a, b, score: sureness(a, b)? })).collect()
}

/// How many members of a cluster, those that joined surest, stand for all of it when another is to join.
const LOOK: usize = 16;

/// Clusters of `n` items. Two clusters become one only if each member of the one may be together with each of the other: `fit`.
/// Deterministic: equal scores are taken in order of the items.
pub fn cluster(n: usize, links: Vec<Link>, fit: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    cluster_beside(n, links, fit, |_, _, _| false)
}

/// As [`cluster`], but `beside` may let two members be together because of the link by which their clusters would join.
pub fn cluster_beside(
    n: usize,
    mut links: Vec<Link>,
    fit: impl Fn(usize, usize) -> bool,
    beside: impl Fn(&Link, usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    links.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut clusters = Clusters::of(n);
    for link in links {
        clusters.join(link, &fit, |p, q| beside(&link, p, q));
    }
    let mut out: Vec<Vec<usize>> = clusters.members.into_iter().filter(|c| !c.is_empty()).collect();
    for c in &mut out {
        c.sort_unstable();
    }
    out.sort();
    out
}

/// Two members that may not be together, and how many members the two clusters had when that was found.
struct Refusal {
    looked_at: (usize, usize),
    apart: (usize, usize),
}

struct Clusters {
    /// The cluster of each item.
    home: Vec<usize>,
    /// In order of joining.
    members: Vec<Vec<usize>>,
    /// Why two clusters may not join, so that nothing is asked twice.
    refused: FxHashMap<(usize, usize), Refusal>,
}

impl Clusters {
    /// Each item alone.
    fn of(n: usize) -> Self {
        Clusters { home: (0..n).collect(), members: (0..n).map(|i| vec![i]).collect(), refused: FxHashMap::default() }
    }

    fn join(&mut self, link: Link, fit: impl Fn(usize, usize) -> bool, beside: impl Fn(usize, usize) -> bool) {
        let (x, y) = (self.home[link.a], self.home[link.b]);
        let (a, b) = (x.min(y), x.max(y));
        let (first, second) = (looked_at(&self.members[a]), looked_at(&self.members[b]));
        let sizes = (first.len(), second.len());
        let refused = self.refused.get(&(a, b)).is_some_and(|r| r.looked_at == sizes && !beside(r.apart.0, r.apart.1));
        if a == b || refused {
            return;
        }
        let pairs = || first.iter().flat_map(|&p| second.iter().map(move |&q| (p, q)));
        match pairs().find(|&(p, q)| !fit(p, q) && !beside(p, q)) {
            None => self.unite(a, b),
            Some(apart) => drop(self.refused.insert((a, b), Refusal { looked_at: sizes, apart })),
        }
    }

    /// The smaller cluster goes into the larger.
    fn unite(&mut self, a: usize, b: usize) {
        let (keep, gone) = if self.members[a].len() >= self.members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut self.members[gone]);
        moved.iter().for_each(|&m| self.home[m] = keep);
        self.members[keep].extend(moved);
    }
}

fn looked_at(members: &[usize]) -> &[usize] {
    &members[..members.len().min(LOOK)]
}

/// A feature that more items share is crowded: each item then meets only its neighbours in order of value.
const CROWD: usize = 40;
/// How many neighbours on either side.
const NEIGHBOURS: usize = 8;

/// Pairs of items that share a feature, found through an index, each once and in order. The number of pairs grows with the items, not
/// with their square: items of a crowded feature are put in order of `value` and each meets its neighbours only.
pub fn candidates<V: Ord>(features: &[impl AsRef<[u64]>], value: impl Fn(usize) -> V) -> Vec<(usize, usize)> {
    let mut by_feature: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (item, list) in features.iter().enumerate() {
        for f in list.as_ref() {
            by_feature.entry(*f).or_default().push(item);
        }
    }
    // for each item those behind it that it meets: many short lists are sorted faster than one long one
    let mut met: Vec<Vec<u32>> = vec![Vec::new(); features.len()];
    for items in by_feature.values_mut() {
        let reach = if items.len() > CROWD { NEIGHBOURS } else { CROWD };
        if items.len() > CROWD {
            items.sort_by_cached_key(|i| (value(*i), *i));
        }
        for (i, &a) in items.iter().enumerate() {
            let near = &items[i + 1..(i + 1 + reach).min(items.len())];
            near.iter().filter(|b| **b != a).for_each(|&b| met[a.min(b)].push(a.max(b) as u32));
        }
    }
    let pairs = met.into_iter().enumerate().flat_map(|(a, mut others)| {
        others.sort_unstable();
        others.dedup();
        others.into_iter().map(move |b| (a, b as usize))
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surest_first_and_forbidden_joins_refused() {
        let link = |a, b, score| Link { a, b, score };
        let fit = |a: usize, b: usize| (a.min(b), a.max(b)) != (0, 2);
        let got = cluster(4, vec![link(1, 2, 1.0), link(0, 1, 2.0), link(2, 3, 0.5)], fit);
        assert_eq!(got, [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn candidates_share_a_feature() {
        assert_eq!(candidates(&[vec![1], vec![1, 2], vec![2], vec![3]], |i| i), [(0, 1), (1, 2)]);
    }

    #[test]
    fn pairs_grow_with_the_items_where_all_share_one_feature() {
        let pairs = |n: usize| candidates(&vec![vec![7]; n], |i| i).len();
        assert_eq!(pairs(CROWD), CROWD * (CROWD - 1) / 2);
        assert!(pairs(4000) <= NEIGHBOURS * 4000);
    }
}
