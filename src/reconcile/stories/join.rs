//! Articles joined to stories: the most similar first, as long as two stories are alike on average over all their articles.

use rustc_hash::FxHashMap;

use super::topics::{Topic, Word};
use crate::reconcile::cluster::Link;

/// A story under construction: its articles, and the sum of their topics.
struct Gathered {
    articles: Vec<usize>,
    sum: FxHashMap<Word, f32>,
}

impl Gathered {
    fn of(article: usize, topic: &Topic) -> Self {
        Gathered { articles: vec![article], sum: topic.words.iter().copied().collect() }
    }

    /// The mean likeness of the articles of two stories.
    fn likeness(&self, other: &Gathered) -> f32 {
        let (small, large) = if self.sum.len() <= other.sum.len() { (self, other) } else { (other, self) };
        let shared: f32 = small.sum.iter().filter_map(|(word, v)| Some(v * large.sum.get(word)?)).sum();
        shared / (self.articles.len() * other.articles.len()) as f32
    }

    fn take(&mut self, other: Gathered) {
        self.articles.extend(other.articles);
        for (word, weight) in other.sum {
            *self.sum.entry(word).or_default() += weight;
        }
    }
}

/// Stories as lists of articles, each in order, in order of their first articles. Links of equal strength are taken in order of the
/// articles.
pub fn join(topics: &[Topic], mut links: Vec<Link>, least: f32) -> Vec<Vec<usize>> {
    links.sort_unstable_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut home: Vec<usize> = (0..topics.len()).collect();
    let mut stories: Vec<Option<Gathered>> = topics.iter().enumerate().map(|(i, t)| Some(Gathered::of(i, t))).collect();
    // A refused pair is asked again only when the two have grown, so that the work does not grow with links times size.
    let mut refused: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for link in links {
        let (a, b) = (home[link.a].min(home[link.b]), home[link.a].max(home[link.b]));
        let (Some(x), Some(y)) = (&stories[a], &stories[b]) else { continue };
        let size = x.articles.len() + y.articles.len();
        if a == b || refused.get(&(a, b)).is_some_and(|then| 2 * size < 3 * then) {
            continue;
        }
        if x.likeness(y) < least {
            refused.insert((a, b), size);
            continue;
        }
        let (keep, gone) = if x.articles.len() >= y.articles.len() { (a, b) } else { (b, a) };
        if let (Some(gone), Some(kept)) = (stories[gone].take(), &mut stories[keep]) {
            gone.articles.iter().for_each(|i| home[*i] = keep);
            kept.take(gone);
        }
    }
    let mut out: Vec<Vec<usize>> = stories.into_iter().flatten().map(|s| s.articles).collect();
    out.iter_mut().for_each(|s| s.sort_unstable());
    out.sort_unstable();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_is_no_story() {
        let topic = |words: &[Word]| Topic { words: words.iter().map(|w| (*w, 1.0 / (words.len() as f32).sqrt())).collect() };
        let topics = [topic(&[1, 2]), topic(&[2, 3]), topic(&[3, 4]), topic(&[4, 5])];
        let links = vec![Link { a: 0, b: 1, score: 0.5 }, Link { a: 1, b: 2, score: 0.5 }, Link { a: 2, b: 3, score: 0.5 }];
        assert_eq!(join(&topics, links.clone(), 0.3), [vec![0, 1], vec![2, 3]]);
        assert_eq!(join(&topics, links, 0.1), [vec![0, 1, 2, 3]]);
    }
}
