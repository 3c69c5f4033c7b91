//! The claims that take part in the comparison.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::claim::{BlockRole, Claim, Key, Line};

/// One claim that takes part in the comparison.
pub struct Member<'a> {
    pub claim: &'a Claim,
    /// Index of its article among the story's lines.
    pub article: usize,
    /// Number of its origin.
    pub origin: u32,
    pub key: &'a Key,
}

static NO_KEY: LazyLock<Key> = LazyLock::new(Key::default);

/// The claims of some articles, in order of source and text; a claim of a repeated block is left out.
pub fn members(lines: &[Line]) -> Vec<Member<'_>> {
    let mut origins: FxHashMap<&str, u32> = FxHashMap::default();
    let mut claims = Vec::new();
    for (article, l) in lines.iter().enumerate() {
        for claim in l.claims.iter().filter(|c| takes_part(c)) {
            let next = origins.len() as u32;
            let origin = *origins.entry(&claim.origin).or_insert(next);
            claims.push(Member { claim, article, origin, key: claim.key.as_deref().unwrap_or(&NO_KEY) });
        }
    }
    claims
}

/// A repetition of a claim says nothing new.
fn takes_part(c: &Claim) -> bool {
    c.duplicate_of.is_none() && !matches!(c.block, BlockRole::Duplicate | BlockRole::PullQuote)
}
