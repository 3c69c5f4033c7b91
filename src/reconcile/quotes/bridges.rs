//! A few words that stand in two long quotations do not make them one.

use std::hash::Hash;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::reconcile::cluster::Link;

/// The links without those by which a few words would join two longer texts that are otherwise unrelated: the words go with the text that
/// is surest, and with what is linked to it.
///
/// `few`: what the few words of an item are known by, none for a longer one; `text`: equal for items of one text; `own`: two items are of
/// one article, which says the words in two places.
pub fn unbridged<K: Hash + Eq>(
    links: Vec<Link>,
    few: impl Fn(usize) -> Option<K>,
    text: impl Fn(usize) -> usize,
    own: impl Fn(usize, usize) -> bool,
) -> Vec<Link> {
    /// How sure a repetition in the same article is, compared with words of another article.
    const OWN: f32 = 0.95;
    let mut surest: FxHashMap<K, (f32, usize)> = FxHashMap::default();
    let mut linked: FxHashSet<(usize, usize)> = FxHashSet::default();
    // the few words of a link, and the longer item
    let sides = |link: &Link| match (few(link.a), few(link.b)) {
        (Some(words), None) => Some((words, link.b)),
        (None, Some(words)) => Some((words, link.a)),
        _ => None,
    };
    for link in &links {
        match sides(link) {
            Some((words, long)) => {
                let score = if own(link.a, link.b) { OWN * link.score } else { link.score };
                let best = surest.entry(words).or_insert((score, long));
                *best = if score > best.0 { (score, long) } else { *best };
            }
            None => linked.extend([(text(link.a), text(link.b)), (text(link.b), text(link.a))]),
        }
    }
    let holds = |words: &K, long: usize| {
        surest.get(words).is_none_or(|(_, best)| text(*best) == text(long) || linked.contains(&(text(*best), text(long))))
    };
    links.into_iter().filter(|link| sides(link).is_none_or(|(words, long)| holds(&words, long))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_words_belong_to_one_of_two_strangers() {
        // item 0 has a few words; 1 and 2 are one text, 3 is linked with them, 4 is a stranger
        let link = |a, b, score| Link { a, b, score };
        let links = vec![link(0, 1, 0.9), link(0, 2, 0.8), link(0, 3, 0.7), link(0, 4, 0.8), link(1, 3, 0.9)];
        let few = |i: usize| (i == 0).then_some("words");
        let kept: Vec<(usize, usize)> =
            unbridged(links, few, |i| i.max(1).min(if i == 2 { 1 } else { i }), |_, _| false).iter().map(|l| (l.a, l.b)).collect();
        assert_eq!(kept, [(0, 1), (0, 2), (0, 3), (1, 3)]);
    }
}
