//! Whether the words around a date speak of the past or of the future.

use std::ops::Range;

use crate::extract::Context;
use crate::lexicon::class;
use crate::lexicon::tense::TenseWord;
use crate::value::time::Tense;

/// How many tokens before a date a verb may stand, and how many behind it.
const REACH: usize = 24;
const REACH_BEHIND: usize = 9;

/// The tense of the clause that a date stands in: the nearest telling word before it in the sentence, else behind it. The verb of a speaker
/// behind it (`takes effect on Jan. 1, officials said`) tells only when the date opens the sentence.
pub fn around(cx: &Context, date: &Range<usize>) -> Tense {
    if lies_ahead(cx, date.start) {
        return Tense::Future;
    }
    let bounds = sentence(cx, date.start);
    let behind = date.end.min(bounds.end)..bounds.end.min(date.end + REACH_BEHIND);
    let opens = date.start <= bounds.start + 2;
    let speaks = |at: usize| cx.tokens.get(at).is_some_and(|t| t.is(class::CUE));
    let behind = behind.filter(|at| opens || !speaks(*at));
    before(&bounds, date).chain(behind).find_map(|at| tells(cx, at)).unwrap_or_default()
}

/// `until`, `ahead of`, `starting` right before a date: it is still to come, whatever the tense of the verb (`adjourned until Monday`).
fn lies_ahead(cx: &Context, start: usize) -> bool {
    let before = |n: usize, word: &str| start >= n && cx.tokens.is(start - n, word);
    let until = ["until", "till", "starting"].iter().any(|w| before(1, w)) && !before(2, "had") && !before(2, "since");
    until || before(1, "of") && before(2, "ahead")
}

/// Whether a word before the date in its sentence promises something: what comes `in two weeks` behind it is a day, no length of time.
pub fn promises(cx: &Context, date: &Range<usize>) -> bool {
    let told = before(&sentence(cx, date.start), date).find(|at| tells(cx, *at).is_some());
    told.and_then(|at| cx.lexicon.tense.get(&cx.tokens.all[at])) == Some(TenseWord::Promise)
}

fn before(bounds: &Range<usize>, date: &Range<usize>) -> impl Iterator<Item = usize> + use<> {
    (bounds.start.max(date.start.saturating_sub(REACH))..date.start).rev()
}

/// The tokens of the sentence that holds a token.
pub fn sentence(cx: &Context, token: usize) -> Range<usize> {
    let sentences = &cx.article.sentences;
    let i = sentences.partition_point(|s| s.tokens.end <= token);
    sentences.get(i).map_or(0..cx.tokens.len(), |s| s.tokens.clone())
}

/// What one word says about the tense.
fn tells(cx: &Context, at: usize) -> Option<Tense> {
    let t = cx.tokens.get(at).filter(|t| t.is_word())?;
    match cx.lexicon.tense.get(t) {
        Some(TenseWord::Promise | TenseWord::Future) => return Some(Tense::Future),
        Some(TenseWord::BeforeTo) if cx.tokens.is(at + 1, "to") => return Some(Tense::Future),
        Some(TenseWord::Announced) if !t.is_capital() => return Some(Tense::Future),
        Some(TenseWord::Past) if !t.is_capital() => return Some(Tense::Past),
        Some(TenseWord::Bare) if !t.is_capital() && !has_auxiliary(cx, at) => return Some(Tense::Past),
        _ => {}
    }
    let participle = t.end - t.start > 4 && !t.is_capital() && cx.tokens.str(at).ends_with("ed") && !t.is(class::NUMBER);
    (participle && !(at > 0 && cx.tokens.is(at - 1, "be"))).then_some(Tense::Past)
}

/// Whether an auxiliary or `to` stands before a verb: it is no past tense then.
fn has_auxiliary(cx: &Context, verb: usize) -> bool {
    verb.checked_sub(1).is_some_and(|at| cx.tokens.is(at, "to") || cx.tokens.get(at).is_some_and(|t| t.is(class::AUXILIARY)))
}
