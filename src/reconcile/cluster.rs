//! Best-first clustering: the surest pairs join first, and a join that would put two members together that must not is refused.

use rustc_hash::FxHashMap;

/// A pair of items that may be about the same thing, and how sure that is.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub a: usize,
    pub b: usize,
    pub score: f32,
}

/// Those of the pairs that are sure enough, with how sure.
pub fn links(pairs: Vec<(usize, usize)>, sureness: impl Fn(usize, usize) -> Option<f32>) -> Vec<Link> {
    pairs.into_iter().filter_map(|(a, b)| Some(Link { a, b, score: sureness(a, b)? })).collect()
}

/// Clusters of `n` items. `may_join` sees the members of two clusters and decides whether they may become one. Deterministic: equal
/// scores are taken in order of the items.
pub fn cluster(n: usize, mut links: Vec<Link>, may_join: impl Fn(&[usize], &[usize]) -> bool) -> Vec<Vec<usize>> {
    links.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut home: Vec<usize> = (0..n).collect();
    let mut clusters: Vec<Vec<usize>> = (0..n).map(|i| vec![i]).collect();
    for link in links {
        let (a, b) = (home[link.a], home[link.b]);
        if a == b || !may_join(&clusters[a], &clusters[b]) {
            continue;
        }
        let (keep, gone) = if clusters[a].len() >= clusters[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut clusters[gone]);
        for &m in &moved {
            home[m] = keep;
        }
        clusters[keep].extend(moved);
    }
    let mut out: Vec<Vec<usize>> = clusters.into_iter().filter(|c| !c.is_empty()).collect();
    for c in &mut out {
        c.sort_unstable();
    }
    out.sort();
    out
}

/// A feature that so many items share is crowded: each item then meets only its neighbours in order of value.
const CROWD: usize = 40;
/// How many neighbours on either side.
const NEIGHBOURS: usize = 8;

/// Pairs of items that share a feature, found through an index, each once and in order. The number of pairs grows with the items, not
/// with their square: items of a crowded feature are put in order of `value` and each meets its neighbours only.
pub fn candidates<V: Ord>(features: &[Vec<u64>], value: impl Fn(usize) -> V) -> Vec<(usize, usize)> {
    let mut by_feature: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (item, list) in features.iter().enumerate() {
        for f in list {
            by_feature.entry(*f).or_default().push(item);
        }
    }
    let mut pairs = Vec::new();
    for items in by_feature.values_mut() {
        let reach = if items.len() > CROWD { NEIGHBOURS } else { CROWD };
        if items.len() > CROWD {
            items.sort_by_cached_key(|i| (value(*i), *i));
        }
        for (i, &a) in items.iter().enumerate() {
            let near = &items[i + 1..(i + 1 + reach).min(items.len())];
            pairs.extend(near.iter().filter(|b| **b != a).map(|&b| (a.min(b), a.max(b))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surest_first_and_forbidden_joins_refused() {
        let link = |a, b, score| Link { a, b, score };
        let forbid = |x: &[usize], y: &[usize]| !(x.contains(&0) && y.contains(&2) || x.contains(&2) && y.contains(&0));
        let got = cluster(4, vec![link(1, 2, 1.0), link(0, 1, 2.0), link(2, 3, 0.5)], forbid);
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
