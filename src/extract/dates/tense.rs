//! Whether the words around a date speak of the past or of the future.

use std::ops::Range;

use crate::claim::BlockRole;
use crate::extract::Context;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, Token};
use crate::value::time::{Reader, Tense};

word_sets! {
    /// Participles of planning, before `for` and the date.
    PLANNED = 0: "planned";
    /// Nouns before `date` that make it lie ahead: `start date`.
    COMING = 1: "coming";
    /// Verbs of who looks back.
    RECALLING = 2: "recalls";
    /// Verbs of giving something another day.
    MOVED = 3: "given_another_day";
}

/// How many tokens before a date a verb may stand, and how many behind it.
const REACH: usize = 24;
const REACH_BEHIND: usize = 14;

/// The tense of the clause that a date stands in: the nearest telling word before it in the sentence, else behind it. The verb of a speaker
/// behind it (`takes effect on Jan. 1, officials said`) tells only when the date opens the sentence.
///
/// Also whether the word stands so near that it must be the date's own verb.
pub fn around(cx: &Context, date: &Range<usize>) -> (Tense, bool) {
    if lies_ahead(cx, date.start) {
        // "was set for" may be of a day that is over
        let was = date.start > 2 && cx.tokens.is(date.start - 1, "for") && cx.tokens.is_any(date.start - 3, &["was", "were", "been"]);
        return (Tense::Future, !was);
    }
    // the day that something was moved from may be over or not
    if date.start > 0 && cx.tokens.is(date.start - 1, "from") && giver_of_another_day(cx, date.start - 1).is_some() {
        return (Tense::Open, false);
    }
    let bounds = sentence(cx, date.start);
    let behind = date.end.min(bounds.end)..bounds.end.min(date.end + REACH_BEHIND);
    let opens = date.start <= bounds.start + 2;
    let speaks = |at: usize| cx.tokens.get(at).is_some_and(|t| t.is(class::CUE));
    let behind = behind.filter(|at| opens || !speaks(*at));
    let told = before(&bounds, date).chain(behind).find_map(|at| Some((tells(cx, at, date)?, at)));
    if told.is_none() && is_headline_plan(cx, &bounds, date.start) {
        return (Tense::Future, true);
    }
    let as_of = date.start > 1 && cx.tokens.is(date.start - 2, "as") && cx.tokens.is(date.start - 1, "of");
    let coming = of_what_comes(cx, date);
    match told {
        Some((Tense::Future, _)) | None if coming => (Tense::Future, true),
        Some((tense, at)) => {
            // what "was due to open" on a day may have been due before the report
            let was = tense == Tense::Future && was_ahead(cx, at);
            let tense = if was && is_thwarted(cx, date.end..bounds.end) { Tense::Open } else { tense };
            (tense, as_of || !was && is_own_verb(cx, at, date, opens))
        }
        None => (if as_of { Tense::Past } else { Tense::Open }, as_of),
    }
}

/// `New tram line to open in June`: in a headline without a finite verb, what something is to do lies ahead.
fn is_headline_plan(cx: &Context, sentence: &Range<usize>, date: usize) -> bool {
    let block = cx.article.sentences.iter().find(|s| s.tokens == *sentence).and_then(|s| cx.article.blocks.get(s.block));
    let verb = |to: usize| {
        let base = cx.tokens.get(to + 1).is_some_and(|t| t.is_word() && !t.is(class::FUNCTION));
        base && to > sentence.start && !names_a_thing(cx, to + 1)
    };
    block.is_some_and(|b| b.role == BlockRole::Headline) && (sentence.start..date).any(|i| cx.tokens.is(i, "to") && verb(i))
}

/// Whether a verb near a date is the one that it goes with: not where the date belongs to a noun behind it (`the June 7 primary`).
fn is_own_verb(cx: &Context, verb: usize, date: &Range<usize>, opens: bool) -> bool {
    const NEAR: usize = 8;
    let function = class::FUNCTION | class::CUE | class::ADVERB;
    let attribute = cx.tokens.get(date.end).is_some_and(|t| t.is_word() && !t.is_capital() && !t.is(function));
    let before = verb < date.start && date.start - verb <= NEAR && !attribute;
    before || opens && verb >= date.end && verb - date.end <= NEAR
}

/// `until`, `until at least`, `ahead of`, `starting`, `set for` right before a date: it is still to come, whatever the verb's tense
/// (`adjourned until Monday`).
fn lies_ahead(cx: &Context, start: usize) -> bool {
    let at_least = start > 2 && cx.tokens.is(start - 2, "at") && cx.tokens.is(start - 1, "least");
    let start = if at_least { start - 2 } else { start };
    let before = |n: usize, word: &str| start >= n && cx.tokens.is(start - n, word);
    let until = ["until", "till", "starting"].iter().any(|w| before(1, w)) && !before(2, "had") && !before(2, "since");
    let until = until && !ends_hours(cx, start);
    let ahead = (2..5).any(|n| before(n, "ahead") && before(n - 1, "of"));
    let on = start > 2 && cx.tokens.is_any(start - 2, &["in", "down"]);
    let planned = before(1, "for") && start > 2 && cx.tokens.is_in(start - if on { 3 } else { 2 }, &SETS, PLANNED);
    until || ahead || planned || before(1, "to") && is_put_to(cx, start - 1)
}

/// `postponed the race to`, `has been moved from May 3 to`: the day behind is the new one. Not `had been moved to`, which may be over.
fn is_put_to(cx: &Context, to: usize) -> bool {
    giver_of_another_day(cx, to).is_some_and(|i| !(1..=3).any(|n| i >= n && cx.tokens.is_any(i - n, &["had", "was", "were"])))
}

/// The verb before `to` that gives something the day behind it: `postponed | the race to`.
pub fn giver_of_another_day(cx: &Context, to: usize) -> Option<usize> {
    const REACH: usize = 8;
    let from = sentence(cx, to).start.max(to.saturating_sub(REACH));
    let ends = |i: &usize| cx.tokens.all[*i].punct().is_some_and(|c| c != '-');
    // "put on show from May 3 to June 4" gives nothing another day
    let light = |i: usize| cx.tokens.is_any(i, &["bring", "brought", "push", "pushed", "put"]);
    let away = |i: usize| (i + 1..to).any(|i| cx.tokens.is_any(i, &["back", "forward", "off"]));
    (from..to).rev().take_while(|i| !ends(i)).find(|i| cx.tokens.is_in(*i, &SETS, MOVED) && (!light(*i) || away(*i)))
}

/// The hour that stands here ends a stretch of one day: `from seven in the morning until ten at night on Monday`.
fn ends_hours(cx: &Context, start: usize) -> bool {
    const STRETCH: usize = 8;
    let hour = |i: usize| Reader::of_clock(cx.tokens, &cx.lexicon.time).begins_with_clock(i);
    let from = (start.saturating_sub(STRETCH)..start).rev().find(|i| cx.tokens.is(*i, "from"));
    from.is_some_and(|i| hour(start) && hour(i + 1))
}

/// `a January start date`: the date is that of something to come, unless its sentence tells of the past.
fn of_what_comes(cx: &Context, date: &Range<usize>) -> bool {
    cx.tokens.is_in(date.end, &SETS, COMING) && cx.tokens.is(date.end + 1, "date")
}

/// Whether a word before the date in its sentence promises something: what comes `in two weeks` behind it is a day, no length of time.
pub fn promises(cx: &Context, date: &Range<usize>) -> bool {
    let told = before(&sentence(cx, date.start), date).find(|at| tells(cx, *at, date).is_some());
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

/// A word in the past, or one that may be: `won`, `set`, `killed`.
pub fn is_past_form(cx: &Context, at: usize) -> bool {
    let tense = cx.tokens.get(at).and_then(|t| cx.lexicon.tense.get(t));
    matches!(tense, Some(TenseWord::Past | TenseWord::Bare)) || cx.tokens.str(at).ends_with("ed")
}

/// What one word says about the tense of a date.
fn tells(cx: &Context, at: usize, date: &Range<usize>) -> Option<Tense> {
    let t = cx.tokens.get(at).filter(|t| t.is_word())?;
    // what follows something need not be past
    if cx.tokens.is(at, "followed") && cx.tokens.is(at + 1, "by") {
        return None;
    }
    // "will have to", "has to": what must be done is not done
    let duty = cx.tokens.is_any(at, &["have", "has"]) && cx.tokens.is(at + 1, "to");
    if duty || cx.tokens.is(at, "must") {
        return (!is_of_what_was(cx, at, date)).then_some(Tense::Future);
    }
    if is_held(cx, at) {
        return None;
    }
    match cx.lexicon.tense.get(t) {
        Some(TenseWord::Past) if is_to_come(cx, at) => return Some(Tense::Future),
        Some(TenseWord::Promise | TenseWord::Future) if !t.is_capital() || opens_sentence(cx, at) => return Some(Tense::Future),
        Some(TenseWord::BeforeTo) if cx.tokens.is(at + 1, "to") && !names_a_thing(cx, at + 2) => return Some(Tense::Future),
        Some(TenseWord::Announced) if !t.is_capital() || opens_sentence(cx, at) => return Some(Tense::Future),
        Some(TenseWord::Past) if !t.is_capital() => return participle(cx, at),
        Some(TenseWord::Bare) if !t.is_capital() && !has_auxiliary(cx, at) => return Some(Tense::Past),
        _ => {}
    }
    let participle_form = t.end - t.start > 4 && !t.is_capital() && cx.tokens.str(at).ends_with("ed") && !t.is(class::NUMBER);
    if participle_form { participle(cx, at) } else { None }
}

/// `have` that tells nothing of the past: `will have it`, `has its first trip`, `will have left`.
fn is_held(cx: &Context, at: usize) -> bool {
    let will = at.checked_sub(1).is_some_and(|i| cx.tokens.is_any(i, &["will", "shall", "'ll"]));
    let thing = |t: &Token| t.is(class::ARTICLE | class::DETERMINER | class::PRONOUN) || t.is_number();
    cx.tokens.is_any(at, &["have", "has"]) && (will || cx.tokens.get(at + 1).is_some_and(thing))
}

/// `was to begin`: what was to be done was not done when it was said.
fn is_to_come(cx: &Context, at: usize) -> bool {
    let to = at + 1 + usize::from(cx.tokens.get(at + 1).is_some_and(|t| t.is(class::ADVERB)));
    let bare = cx.tokens.get(to + 1).is_some_and(|t| t.is_word() && !t.is_capital()) && !cx.tokens.is_any(to + 1, &["blame", "have"]);
    cx.tokens.is_any(at, &["was", "were"]) && cx.tokens.is(to, "to") && bare && !names_a_thing(cx, to + 1)
}

/// `was to`, `was due to`, `had been set to`: the plan is of the past, and its day may be over.
fn was_ahead(cx: &Context, at: usize) -> bool {
    (at.saturating_sub(2)..=at).any(|i| cx.tokens.is_any(i, &["was", "were", "been"]))
}

/// `but the singer fell ill`: what comes behind a plan tells that its day is over.
fn is_thwarted(cx: &Context, behind: Range<usize>) -> bool {
    let turns = |i: usize| cx.tokens.is_any(i, &["but", "before", "until", "when"]);
    let turn = behind.clone().find(|i| turns(*i));
    turn.is_some_and(|turn| (turn + 1..behind.end).any(|i| is_past_form(cx, i)))
}

/// Whether what must be done looks back on the day of a date: `must resign over the crash on 12 December`, `must not forget 6 January`.
fn is_of_what_was(cx: &Context, duty: usize, date: &Range<usize>) -> bool {
    const LOOKS_BACK: [&str; 5] = ["after", "for", "of", "over", "since"];
    let start = sentence(cx, date.start).start.max(date.start.saturating_sub(REACH));
    let between = start.max(if duty < date.start { duty } else { start })..date.start;
    // a noun and what leads to the date stand behind the preposition
    let noun = |i: usize| cx.tokens.is_any(i, &LOOKS_BACK) && i + 2 < date.start;
    let deadline = date.start > 0 && cx.tokens.is_any(date.start - 1, &["before", "by"]);
    between.into_iter().any(|i| !deadline && noun(i) || cx.tokens.is_in(i, &SETS, RECALLING))
}

/// `Will he be back in two days?`; a capital elsewhere, or of a month, is that of a name.
fn opens_sentence(cx: &Context, at: usize) -> bool {
    sentence(cx, at).start == at && !cx.tokens.all[at].is(class::MONTH)
}

/// What a past form says: nothing behind `be` (`will be held`), whose own auxiliary tells; `to be formally sentenced` lies ahead.
fn participle(cx: &Context, at: usize) -> Option<Tense> {
    let adverb = at > 1 && cx.tokens.get(at - 1).is_some_and(|t| t.is(class::ADVERB) || t.text(cx.tokens.text).ends_with("ly"));
    let before = if adverb { at.checked_sub(2) } else { at.checked_sub(1) };
    if before.is_some_and(|be| is_awaited(cx, be)) {
        return Some(Tense::Future);
    }
    if before.is_some_and(|have| cx.tokens.is(have, "have") && is_held(cx, have)) {
        return None;
    }
    match before.filter(|i| cx.tokens.is(*i, "be")) {
        Some(be) => (be > 0 && cx.tokens.is(be - 1, "to")).then_some(Tense::Future),
        None => Some(Tense::Past),
    }
}

/// `when he's sentenced`, `if it is approved`: the present of something awaited.
fn is_awaited(cx: &Context, be: usize) -> bool {
    const NEAR: usize = 4;
    let present = cx.tokens.is_any(be, &["is", "are"]) || cx.tokens.get(be).is_some_and(|t| t.kind == Kind::Clitic);
    present && (be.saturating_sub(NEAR)..be).any(|i| cx.tokens.is_any(i, &["when", "if", "once", "until", "unless"]))
}

/// What stands behind `to` is no verb: `agreed to a deal`, `agreed to terms`.
fn names_a_thing(cx: &Context, at: usize) -> bool {
    let noun = |t: &Token| t.is(class::ARTICLE | class::DETERMINER | class::PRONOUN) || t.is_number() || is_plural(t.text(cx.tokens.text));
    cx.tokens.get(at).is_some_and(noun)
}

/// Whether an auxiliary or `to` stands before a verb: it is no past tense then.
fn has_auxiliary(cx: &Context, verb: usize) -> bool {
    verb.checked_sub(1).is_some_and(|at| cx.tokens.is(at, "to") || cx.tokens.get(at).is_some_and(|t| t.is(class::AUXILIARY)))
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
}
