//! Phrases before and after a number that loosen or bound it.

use super::{Phrases, WordTable, class, columns, rows, unknown};
use crate::text::{Token, WordId};

/// Phrases with the name of their `value::Hedge`, by where they stand. Those before a number are found from their last word on.
#[derive(Default)]
pub struct Hedges {
    before: Phrases<&'static str>,
    after: Phrases<&'static str>,
}

/// The longest phrase before a number, in words.
const LONGEST: usize = 5;

impl Hedges {
    pub fn load(words: &mut WordTable) -> Self {
        let mut all = Hedges::default();
        for row in rows(include_str!("hedges.tsv")) {
            let [phrase, hedge, place] = columns("hedges.tsv", &row);
            if !["after", "before", "both"].contains(&place) {
                unknown("hedges.tsv", &row, place);
            }
            let ids = words.phrase(phrase);
            if place != "after" {
                ids.last().into_iter().for_each(|&last| words.mark_id(last, class::HEDGE));
                all.before.insert(ids.clone(), hedge);
            }
            if place != "before" {
                ids.first().into_iter().for_each(|&first| words.mark_id(first, class::HEDGE));
                all.after.insert(ids, hedge);
            }
        }
        all
    }

    /// The longest phrase that ends right before token `end`: where it begins, and the hedge.
    pub fn before(&self, tokens: &[Token], end: usize) -> Option<(usize, &'static str)> {
        tokens.get(end.checked_sub(1)?).filter(|t| t.is(class::HEDGE))?;
        (1..=LONGEST.min(end)).rev().find_map(|n| {
            let ids: [WordId; LONGEST] = std::array::from_fn(|i| tokens[(end - n + i).min(end - 1)].word);
            self.before.get(&ids[..n]).map(|&hedge| (end - n, hedge))
        })
    }

    /// The phrase that begins at token `at`: how many tokens, and the hedge.
    pub fn after(&self, tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
        tokens.get(at).filter(|t| t.is(class::HEDGE))?;
        self.after.longest(tokens, at).map(|(n, &hedge)| (n, hedge))
    }
}
