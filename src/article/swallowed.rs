//! Words of the reporter inside a quotation whose closing mark is lost: `"We will rebuild, said the mayor. The council met.`

use std::ops::Range;

use crate::lexicon::class;
use crate::text::{Token, Tokens};

/// So many tokens behind its beginning at most the words of a quotation end: many may be open up to the end of one paragraph.
const REACH: usize = 400;

/// Where a quotation without its closing mark ends if it holds its own attribution: behind the comma before that. `goes_on`: the next
/// paragraph opens as if it were its continuation, so that more is asked of the attribution.
pub fn attribution(t: Tokens<'_>, quotation: Range<usize>, goes_on: bool) -> Option<usize> {
    let clause = |i: &usize| t.get(*i).and_then(Token::punct).is_some_and(|c| matches!(c, ',' | '?' | '!'));
    let behind_commas = quotation.clone().take(REACH).skip(1).filter(clause).map(|i| i + 1);
    behind_commas.into_iter().find(|i| is_attribution(t, *i..quotation.end, goes_on))
}

/// A verb of saying and who said it, or the other way round, to the end of the clause.
fn is_attribution(t: Tokens<'_>, range: Range<usize>, ends_sentence: bool) -> bool {
    let says = |i: usize| i < range.end && t.all[i].is(class::CUE) && !t.all[i].is_capital();
    let clause_ends = |i: usize| i >= range.end || t.all[i].is_punct('.') || !ends_sentence && t.all[i].is_punct(',');
    if says(range.start) {
        // "said the mayor on Monday" is sure enough
        let plain = t.is_any(range.start, &["said", "says", "added"]);
        // but not "said they had"
        let named = t.get(range.start + 1).is_some_and(|t| !t.is(class::PRONOUN));
        return person(t, range.start + 1..range.end).is_some_and(|behind| plain && named || clause_ends(behind));
    }
    person(t, range.clone()).is_some_and(|verb| says(verb) && clause_ends(verb + 1))
}

/// `she`, `Ann Lee`, `the mayor`, `Mayor Ann Lee`: the token behind it.
fn person(t: Tokens<'_>, range: Range<usize>) -> Option<usize> {
    const WORDS: usize = 4;
    let first = t.all[range.clone()].first()?;
    if first.is(class::PRONOUN) {
        return t.is_any(range.start, &["he", "she", "they"]).then_some(range.start + 1);
    }
    let the = usize::from(first.is(class::ARTICLE));
    let named = |i: &usize| t.all[*i].is_word() && (the > 0 || t.all[*i].is_capital()) && !t.all[*i].is(class::CUE);
    let words = (range.start + the..range.end).take(WORDS).take_while(named).count();
    (words > 0).then_some(range.start + the + words)
}
