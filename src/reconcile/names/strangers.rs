//! Which articles hardly tell of one event: both name people and places, but none in common.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::Claim;
use crate::claim::entity;
use crate::reconcile::story::Story;

/// How many names an article must have to be a stranger; one with fewer may leave out what others name.
const NAMES: usize = 4;

/// The names of each article of a story.
pub struct Strangers<'a> {
    names: Vec<FxHashSet<&'a str>>,
}

impl<'a> Strangers<'a> {
    pub fn of(story: &'a Story) -> Self {
        let mut names: Vec<FxHashSet<&str>> = vec![FxHashSet::default(); story.lines.len()];
        for m in &story.claims {
            let all = m.key.entities.iter().map(|e| e.as_str()).chain(named(m.claim));
            names[m.article].extend(all.map(|e| entity::name(story.entities.id(m.article, e))));
        }
        Strangers { names }
    }

    /// The pairs of claims whose articles are no strangers; two articles are compared once.
    pub fn acquainted(&self, mut pairs: Vec<(usize, usize)>, article: impl Fn(usize) -> usize) -> Vec<(usize, usize)> {
        let mut known: FxHashMap<(usize, usize), bool> = FxHashMap::default();
        pairs.retain(|&(a, b)| {
            let (x, y) = (article(a).min(article(b)), article(a).max(article(b)));
            x == y || !*known.entry((x, y)).or_insert_with(|| self.are_strangers(x, y))
        });
        pairs
    }

    fn are_strangers(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.names[a], &self.names[b]);
        a.len() >= NAMES && b.len() >= NAMES && a.is_disjoint(b)
    }
}

/// The person or place that a claim names.
fn named(claim: &Claim) -> Option<&str> {
    let person = claim.person.as_ref().map(|p| p.entity.as_str());
    person.or_else(|| claim.place.as_ref().map(|p| p.entity.as_str()))
}
