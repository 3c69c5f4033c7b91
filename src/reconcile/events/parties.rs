//! Disputes between parties: in one article two of them say different things of one matter. That is no conflict between sources, but a
//! reader has to know that the figure is one side's.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::{Claim, Figure};
use crate::reconcile::story::Story;
use crate::text::fold::fold;

/// Sentences that may lie between what the two say.
const NEAR: u32 = 1;

/// The figures of a story (as indexes into its claims) that another party answers with an unlike one.
pub fn disputed(story: &Story) -> FxHashSet<usize> {
    let mut out = FxHashSet::default();
    // The last figure of each matter and claimer, while it is near: those that are compared are as few as a sentence or two can hold.
    let mut last: FxHashMap<(usize, &str, &str), FxHashMap<String, usize>> = FxHashMap::default();
    for (member, m) in story.claims.iter().enumerate() {
        let Some((claimer, concept, head)) = matter(m.claim, m.key.concept.as_deref(), m.key.head.as_deref()) else { continue };
        let said = last.entry((m.article, concept, head)).or_default();
        said.retain(|_, other| m.claim.sentence.abs_diff(story.claims[*other].claim.sentence) <= NEAR);
        let answers = |other: &usize| {
            let o = &story.claims[*other];
            o.key.places == m.key.places && differ(o.claim, m.claim)
        };
        let against: Vec<usize> = said.iter().filter(|(who, other)| **who != claimer && answers(other)).map(|(_, other)| *other).collect();
        if !against.is_empty() {
            out.insert(member);
            out.extend(against);
        }
        said.insert(claimer, member);
    }
    out
}

/// Who says it, and what it is about; nothing for what the article itself says.
fn matter<'k>(claim: &Claim, concept: Option<&'k str>, head: Option<&'k str>) -> Option<(String, &'k str, &'k str)> {
    claim.figure.as_ref()?;
    Some((fold(claim.claimer.as_deref()?), concept?, head.unwrap_or_default()))
}

/// Both are plain amounts of one unit, and unlike.
fn differ(a: &Claim, b: &Claim) -> bool {
    let plain = |f: &Figure| f.amount.filter(|_| f.hedge.is_none() && !f.ordinal);
    match (&a.figure, &b.figure) {
        (Some(x), Some(y)) => x.unit == y.unit && plain(x).zip(plain(y)).is_some_and(|(p, q)| p != q),
        _ => false,
    }
}
