//! Which articles may belong to one story: those that share a telling word, found through an index.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::topics::{Topic, Weights, Word};
use crate::reconcile::cluster::Link;

/// By how many words an article is found; in a small folder, which says little about which words matter, by all.
const INDEXED: usize = 16;
const SMALL: usize = 1000;
/// How many articles that share a word an article meets, on either side in order of their days.
const NEIGHBOURS: usize = 12;
/// To how many of them it is linked, the most similar.
const LINKED: usize = 16;
/// From how many days apart articles are likely of two stories, and what part of their likeness is then left.
const DAYS_OF_ONE_STORY: i32 = 45;
const APART: f32 = 0.5;

/// Pairs of articles with at least this likeness, each once, in order. `days`: the day that each was published, if that is known.
pub fn links(topics: &[Topic], days: &[Option<i32>], least: f32) -> Vec<Link> {
    let words = if topics.len() <= SMALL { usize::MAX } else { INDEXED };
    let indexed: Vec<Vec<Word>> = topics.par_iter().map(|t| t.weightiest(words)).collect();
    let index = index(&indexed, days);
    let found = (0..topics.len()).into_par_iter().flat_map_iter(|a| {
        let weights = Weights::new(&topics[a]);
        let score = |b: usize| weights.likeness(&topics[b]) * nearness(days[a], days[b]);
        let mut near: Vec<Link> = met(a, &indexed[a], &index).into_iter().map(|b| Link { a, b, score: score(b) }).collect();
        near.retain(|l| l.score > 0.0 && l.score >= least);
        near.sort_unstable_by(|x, y| y.score.total_cmp(&x.score).then(x.b.cmp(&y.b)));
        near.truncate(LINKED);
        near.into_iter().map(|l| Link { a: l.a.min(l.b), b: l.a.max(l.b), score: l.score })
    });
    let mut links: Vec<Link> = found.collect();
    links.par_sort_unstable_by_key(|l| (l.a, l.b));
    links.dedup_by_key(|l| (l.a, l.b));
    links
}

/// For each word the articles that are found by it, in order of their days, with the place of each in that order.
struct Index {
    articles: FxHashMap<Word, Vec<u32>>,
    /// The place of each article in the order of days.
    rank: Vec<u32>,
}

fn index(indexed: &[Vec<Word>], days: &[Option<i32>]) -> Index {
    let mut order: Vec<usize> = (0..indexed.len()).collect();
    order.sort_by_key(|i| (days[*i].unwrap_or(i32::MAX), *i));
    let mut articles: FxHashMap<Word, Vec<u32>> = FxHashMap::default();
    let mut rank = vec![0; indexed.len()];
    for (place, &i) in order.iter().enumerate() {
        rank[i] = place as u32;
        for word in &indexed[i] {
            articles.entry(*word).or_default().push(i as u32);
        }
    }
    Index { articles, rank }
}

/// The articles that one meets, each once, in order.
fn met(article: usize, words: &[Word], index: &Index) -> Vec<usize> {
    let mut met: Vec<usize> = Vec::new();
    for list in words.iter().filter_map(|w| index.articles.get(w)) {
        let at = list.partition_point(|i| index.rank[*i as usize] < index.rank[article]);
        let near = at.saturating_sub(NEIGHBOURS)..(at + 1 + NEIGHBOURS).min(list.len());
        met.extend(list[near].iter().map(|i| *i as usize).filter(|i| *i != article));
    }
    met.sort_unstable();
    met.dedup();
    met
}

fn nearness(a: Option<i32>, b: Option<i32>) -> f32 {
    let far = a.zip(b).is_some_and(|(a, b)| (a - b).abs() > DAYS_OF_ONE_STORY);
    if far { APART } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(words: &[Word]) -> Topic {
        let weight = 1.0 / (words.len() as f32).sqrt();
        Topic { words: words.iter().map(|w| (*w, weight)).collect() }
    }

    #[test]
    fn articles_meet_through_a_shared_word_and_days_keep_them_apart() {
        let topics = [topic(&[1, 2]), topic(&[2, 3]), topic(&[2, 4]), topic(&[5])];
        let days = [Some(0), Some(1), Some(90), Some(0)];
        let got: Vec<(usize, usize, f32)> = links(&topics, &days, 0.1).into_iter().map(|l| (l.a, l.b, l.score)).collect();
        assert_eq!(got.iter().map(|l| (l.0, l.1)).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2)]);
        assert!(got[0].2 > 0.49 && got[1].2 < 0.26);
        assert_eq!(links(&topics, &days, 0.4).len(), 1);
    }

    #[test]
    fn links_grow_with_the_articles_where_all_share_a_word() {
        let many = vec![topic(&[1]); 2000];
        assert!(links(&many, &[None; 2000], 0.5).len() <= LINKED * 2000);
    }
}
