//! Noun phrases that may name a speaker, found from the verb outwards without a parse of the sentence.

use std::ops::Range;

use super::super::mention::{NameKind, NameMention};
use super::clause::main_subject;
use super::frame::Frame;
use super::words;
use crate::lexicon::{class, word_sets};
use crate::text::Token;

word_sets! {
    /// Prepositions before where and when something was said.
    WHERE = 0: "before_scene";
}

/// A noun phrase by its items: `core` up to its first complement, `all` with complements (`a spokesman | for the company`).
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    pub core: Range<usize>,
    pub all: Range<usize>,
}

/// The most items of a phrase that may be a speaker; the bound also keeps the walk linear.
const LONGEST: usize = 24;
/// The longest insertion between a subject and its verb, in items.
pub const LONGEST_INSERTION: usize = 60;

pub fn is_pronoun(f: &Frame, i: usize) -> bool {
    f.is(i, words::PRONOUN)
}

/// The subject of the verb at item `verb` that stands before it.
pub fn subject_before(f: &Frame, verb: usize) -> Option<Phrase> {
    let mut end = verb;
    for _ in 0..6 {
        while end > 0 && f.is_passed_over(end - 1) {
            end -= 1;
        }
        end = time_start(f, end).unwrap_or(end);
        let last = end.checked_sub(1)?;
        if f.is(last, words::TO | words::THEN) {
            return main_subject(f, last);
        }
        if f.is(last, words::RELATIVE) {
            let whom = (f.word(last) == "who").then(|| person_of_place(f, before_commas(f, last))).flatten();
            return whom.or_else(|| antecedent(f, last));
        }
        if !f.is_comma(last) {
            let near = phrase_before(f, end).filter(|p| !is_bare_word(f, p));
            if let Some(comma) = near.as_ref().and_then(|p| scene_start(f, p)) {
                end = comma;
                continue;
            }
            if let Some(whole) = near.as_ref().and_then(|p| told_of(f, p)) {
                return Some(whole);
            }
            if let Some(name) = near.as_ref().and_then(|p| name_of_title(f, p)) {
                return Some(name);
            }
            return near.or_else(|| main_subject(f, end)).or_else(|| phrase_before(f, end));
        }
        let Some(comma) = insertion_start(f, last) else { return person_opening(f, last) };
        if let Some(name) = name_alone(f, comma + 1..last) {
            return Some(name);
        }
        end = before_commas(f, comma + 1);
    }
    None
}

/// The comma before a phrase that says where or when: `Lee | , in Elmsford, Ohio, | said`, `Lee | , at a rally on Monday, | said`.
fn scene_start(f: &Frame, phrase: &Phrase) -> Option<usize> {
    let led = phrase.core.start.checked_sub(1).filter(|i| SETS.holds(f.word(*i), WHERE))?;
    let comma = led.checked_sub(1).filter(|i| f.is_punct(*i, &[',']))?;
    let day = || f.word(phrase.all.end) == "on" && f.has(phrase.all.end + 1, class::WEEKDAY);
    (comma > 0 && (f.is_comma(phrase.all.end) || day())).then_some(comma)
}

/// Where a time between a subject and its verb begins: `the president | this morning | says`, `the mayor | late last night | said`.
fn time_start(f: &Frame, end: usize) -> Option<usize> {
    // "on Monday", whose day is passed over already
    if let Some(on) = end.checked_sub(1).filter(|i| f.word(*i) == "on" && f.has(end, class::WEEKDAY)) {
        return Some(on);
    }
    let unit = end.checked_sub(1).filter(|i| f.has(*i, class::DAY_PART) || ["week", "weekend", "month", "year"].contains(&f.word(*i)))?;
    let start = unit.checked_sub(1).filter(|i| ["this", "last"].contains(&f.word(*i)))?;
    let start = if start > 0 && ["late", "early", "earlier"].contains(&f.word(start - 1)) { start - 1 } else { start };
    let behind_noun = start.checked_sub(1).is_some_and(|i| !f.has(i, class::PREPOSITION | class::CONJUNCTION) && !f.is_comma(i));
    behind_noun.then_some(start)
}

/// The name that opens the frame with its title behind a comma, when the title is taken for the subject: `Ann Lee, head of the board says`.
fn name_of_title(f: &Frame, phrase: &Phrase) -> Option<Phrase> {
    let comma = phrase.all.start.checked_sub(1).filter(|i| f.is_punct(*i, &[',']))?;
    if f.person_ending(phrase.core.start, phrase.core.end).is_some() {
        return None;
    }
    let titled = f.has(phrase.core.end - 1, class::ROLE);
    let near = titled.then(|| name_before(f, phrase).or_else(|| person_opening(f, comma))).flatten();
    near.or_else(|| person_described(f, phrase.all.end))
}

/// The person who opens the clause that ends before item `end` and of whom nothing but appositions tells: `Ann Lee, Democrat of Ohio, a
/// founder of the party, | said`.
fn person_described(f: &Frame, end: usize) -> Option<Phrase> {
    let quoted = f.quote_before(end).map_or(0, |q| q + 1);
    let start = (quoted..end).find(|i| !f.is_comma(*i))?;
    let core = phrase_after(f, start)?.core;
    f.person_ending(core.start, core.end)?;
    let tells = class::AUXILIARY | class::CUE | class::RELATIVE;
    let bare = core.end < end && f.is_comma(core.end) && !(core.end..end).any(|i| f.has(i, tells) && !f.has(i, class::ROLE));
    bare.then(|| Phrase { core: core.clone(), all: core })
}

/// The noun that a relative clause ending with a phrase describes, when the verb behind it does not belong to that clause: `the man | who
/// found Joe Kell | told`, `Ann Lee, a nurse who nursed him -- he has died -- said`.
fn told_of(f: &Frame, phrase: &Phrase) -> Option<Phrase> {
    const REACH: usize = 14;
    let name = f.name_ending(phrase.core.start, phrase.core.end)?;
    let start = f.item_of(name, phrase.core.clone())?;
    let from = start.saturating_sub(REACH);
    let ends = |i: usize| f.is_comma(i) || f.is_punct(i, &[';', ':', '.']) || f.is(i, words::CONJUNCTION | words::OPENING | words::THAT);
    let inside = |i: &usize| !ends(*i) && f.last_mark(*i).is_none();
    let who = (from..start).rev().take_while(inside).find(|i| f.word(*i) == "who")?;
    // "who said Lee told", "whom Lee told"
    let own = who + 1 < start && !(who + 1..start).any(|i| f.has(i, class::CUE | class::ATTITUDE));
    let whole = antecedent(f, who).filter(|p| own && p.core.end <= who)?;
    name_before(f, &whole).or_else(|| can_speak(f, &whole).then_some(whole))
}

/// The person's name behind which a phrase stands as an apposition: `Ann Lee, | a nurse`.
fn name_before(f: &Frame, phrase: &Phrase) -> Option<Phrase> {
    let comma = phrase.all.start.checked_sub(1).filter(|i| f.is_punct(*i, &[',']))?;
    let name = phrase_before(f, comma)?;
    let opens = name.all.start.checked_sub(1).is_none_or(|i| f.is_comma(i) || f.quote(i).is_some() || f.is_punct(i, &[';', ':', '.']));
    let core = name.core.clone();
    (opens && name.all.end == comma && f.person_ending(core.start, core.end).is_some()).then_some(name)
}

/// The person who opens the frame, with a title before the name and what it is of behind it, up to item `end`.
fn person_opening(f: &Frame, end: usize) -> Option<Phrase> {
    let core = phrase_after(f, 0)?.core;
    f.person_ending(core.start, core.end)?;
    let mut behind = core.end;
    while f.is(behind, words::COMPLEMENT) && behind < end {
        behind = simple_end(f, behind + 1).max(behind + 1);
    }
    (behind == end).then(|| Phrase { core: core.clone(), all: core })
}

/// One word in lower case that names nobody: more likely a verb or the rest of a phrase than a subject.
fn is_bare_word(f: &Frame, phrase: &Phrase) -> bool {
    let only = phrase.all.start;
    let lower = f.token(only).is_some_and(|t| t.is_word() && !t.is_capital());
    phrase.all.len() == 1 && lower && !is_pronoun(f, only) && !can_speak(f, phrase)
}

/// A phrase that can be a speaker: a pronoun, a name, a person by role or kinship, several people, a body or a document.
pub fn can_speak(f: &Frame, phrase: &Phrase) -> bool {
    let last = phrase.core.end.saturating_sub(1);
    let person = f.has(last, class::ROLE | class::KINSHIP | class::ORGANISATION) || f.is(last, words::DOCUMENT | words::SPEAKING);
    let pronoun = is_pronoun(f, phrase.core.start) && !f.is(phrase.core.start, words::VAGUE);
    pronoun || person || f.name_ending(phrase.core.start, phrase.core.end).is_some() || f.token(last).is_some_and(Token::is_capital)
}

/// `from Ann Lee of Ohio, who`: the person of a place that ends before item `end`.
fn person_of_place(f: &Frame, end: usize) -> Option<Phrase> {
    const NAME: usize = 6;
    let place = f.name_ending(end.saturating_sub(NAME), end).filter(|n| n.kind == NameKind::Place)?;
    let of = f.item_of(place, end.saturating_sub(NAME)..end)?.checked_sub(1)?;
    let person = ["of", "from"].contains(&f.word(of)).then(|| f.person_ending(of.saturating_sub(NAME), of)).flatten()?;
    let core = f.item_of(person, of.saturating_sub(NAME)..of)?..of;
    Some(Phrase { core: core.clone(), all: core })
}

/// What the relative pronoun at item `i` stands for.
fn antecedent(f: &Frame, i: usize) -> Option<Phrase> {
    phrase_before(f, before_commas(f, i))
}

/// Without the comma, the dash, the two hyphens or the words in brackets that stand before item `end`.
fn before_commas(f: &Frame, mut end: usize) -> usize {
    const BRACKET: usize = 12;
    for _ in 0..2 {
        let Some(last) = end.checked_sub(1).filter(|i| f.is_comma(*i)) else { break };
        let closed = f.is_punct(last, &[')']);
        let bracket = || (last.saturating_sub(BRACKET)..last).rev().find(|i| f.is_punct(*i, &['(']));
        end = if closed { bracket().unwrap_or(last) } else { last };
    }
    end
}

/// The comma (dash, bracket) that opens the insertion closed at item `close`.
fn insertion_start(f: &Frame, close: usize) -> Option<usize> {
    let from = close.saturating_sub(LONGEST_INSERTION);
    // two hyphens are a dash
    let close = if f.is_punct(close, &['-']) && f.is_punct(close.wrapping_sub(1), &['-']) { close - 1 } else { close };
    let bracket = f.is_punct(close, &[')']);
    let opens = |i: &usize| if bracket { f.is_punct(*i, &['(']) } else { f.is_comma(*i) && !f.is_punct(*i, &['(', ')']) };
    (from..close).rev().take_while(|i| !f.is_punct(*i, &[';', ':'])).find(opens)
}

/// An insertion that is nothing but a person's name, with or without a title.
fn name_alone(f: &Frame, range: Range<usize>) -> Option<Phrase> {
    let bracket = (range.clone()).find(|i| f.is_punct(*i, &['('])).filter(|_| f.is_punct(range.end - 1, &[')']));
    let end = bracket.unwrap_or(range.end);
    let phrase = phrase_before(f, end)?;
    let whole = phrase.all.start <= range.start && phrase.core.end == end;
    let core = phrase.core.start.max(range.start)..end;
    (whole && f.person_ending(core.start, core.end).is_some()).then(|| Phrase { core: core.clone(), all: core })
}

/// The noun phrase that ends before item `end`.
pub fn phrase_before(f: &Frame, end: usize) -> Option<Phrase> {
    let last = end.checked_sub(1)?;
    if is_pronoun(f, last) {
        return Some(Phrase { core: last..end, all: last..end });
    }
    let mut start = end;
    // the starts of the simple phrases, right to left, and the joining words between them
    let mut joints: Vec<usize> = Vec::new();
    while start > 0 && end - start < LONGEST {
        let i = start - 1;
        if joins(f, i) && start < end && joints.last() != Some(&start) {
            joints.push(i);
        } else if !nominal_before(f, i, end) {
            break;
        }
        start = i;
        if begins_phrase(f, start, end) && !(start > 0 && joins(f, start - 1)) {
            break;
        }
    }
    let phrase = choose(f, start, end, &joints)?;
    let adverbial = start > 0 && f.is(start - 1, words::ADVERBIAL) && f.person_ending(start, end).is_none();
    if adverbial { phrase_before(f, start - 1).or(Some(phrase)) } else { Some(phrase) }
}

/// Which of the simple phrases between `start` and `end` is the subject; `joints` are the words that join them, right to left.
fn choose(f: &Frame, mut start: usize, end: usize, joints: &[usize]) -> Option<Phrase> {
    while start < end && (f.is_passed_over(start) || f.is_hyphen(start) || f.is_punct(start, &['.', '\'', '’'])) {
        start += 1;
    }
    if start >= end {
        return None;
    }
    let last_start = joints.first().map_or(start, |j| j + 1);
    let first_end = joints.last().copied().unwrap_or(end);
    let leading = first_end <= start;
    let person_last = f.person_ending(last_start, end).is_some();
    // "Smith and Jones" are two speakers
    if let [and] = *joints
        && person_last
        && f.is(and, words::AND)
        && let Some(first) = f.person_ending(start, and).and_then(|n| f.item_of(n, start..and))
        && (start..first).all(|i| f.has(i, class::ROLE | class::TITLE) || f.is_punct(i, &['.']))
    {
        return Some(Phrase { core: first..end, all: first..end });
    }
    // "hearings on Ann Lee ended": she is what they are about
    let about = last_start.checked_sub(1).is_some_and(|i| ["about", "against", "on", "over"].contains(&f.word(i)));
    let opens = |n: &NameMention| {
        f.item_of(n, last_start..end)
            .is_some_and(|at| (last_start..at).all(|i| f.has(i, class::TITLE | class::ROLE) || f.is_punct(i, &['.'])))
    };
    let topic = about && !leading && f.person_ending(last_start, end).is_some_and(opens);
    let own = || topic || heads_complement(f, start..first_end) && !names_its_chief(f, start..first_end, last_start..end);
    if joints.is_empty() || leading || (person_last && !own()) {
        return nonempty(last_start..end).map(|core| Phrase { core: core.clone(), all: core });
    }
    nonempty(start..first_end).map(|core| Phrase { core, all: start..end })
}

fn nonempty(range: Range<usize>) -> Option<Range<usize>> {
    (range.start < range.end).then_some(range)
}

/// Whether a simple phrase has a head that takes a person as complement: `a spokesman (for …)`, `a letter (from …)`.
fn heads_complement(f: &Frame, core: Range<usize>) -> bool {
    let Some(head) = core.end.checked_sub(1) else { return false };
    f.has(head, class::ROLE | class::KINSHIP | class::ORGANISATION) || f.is(head, words::DOCUMENT)
}

/// `National Union | for | Bridges President Ann Lee`: the role of the person at the end is told of the body whose name stands before it.
fn names_its_chief(f: &Frame, head: Range<usize>, last: Range<usize>) -> bool {
    let body = f.has(head.end - 1, class::ORGANISATION) && f.token(head.end - 1).is_some_and(Token::is_capital);
    let Some(person) = f.person_ending(last.start, last.end) else { return false };
    let name = f.item_of(person, last.clone()).unwrap_or(last.start);
    body && (last.start + 1..name).any(|i| f.has(i, class::ROLE) && f.token(i).is_some_and(Token::is_capital))
}

fn joins(f: &Frame, i: usize) -> bool {
    f.is(i, words::JOINING) || f.is(i, words::AND) && between_capitals(f, i)
}

/// `Smith and Jones`.
fn between_capitals(f: &Frame, i: usize) -> bool {
    let capital = |i: usize| f.token(i).is_some_and(Token::is_capital);
    i > 0 && capital(i - 1) && capital(i + 1)
}

/// Whether item `i` can belong to the noun phrase that ends before `end`.
fn nominal_before(f: &Frame, i: usize, end: usize) -> bool {
    let Some(t) = f.token(i) else { return false };
    if t.is_word() {
        let verb = t.is(class::CUE | class::ATTITUDE) && i + 1 < end && !t.is_capital() && f.name_starting(i).is_none();
        let closed = t.is(class::CONJUNCTION | class::RELATIVE | class::AUXILIARY | class::PREPOSITION | class::NEGATION);
        let joining = closed && !t.is(class::DETERMINER)
            || t.is(class::RELATIVE)
            || is_pronoun(f, i) && !t.is(class::DETERMINER) && !counts_one(f, i, end);
        return !(verb || joining);
    }
    t.is_number()
        || t.kind == crate::text::Kind::Clitic
        || f.is_hyphen(i)
        || f.is_punct(i, &['&', '$'])
        || is_abbreviation_stop(f, i)
        || is_plural_apostrophe(f, i)
}

/// `one lawmaker`, `one of the lawmakers`: somebody of several.
fn counts_one(f: &Frame, i: usize, end: usize) -> bool {
    let one = ["one", "One"].contains(&f.word(i));
    one && i + 1 < end && (f.word(i + 1) == "of" || !f.has(i + 1, class::FUNCTION))
}

pub fn is_plural_apostrophe(f: &Frame, i: usize) -> bool {
    i > 0 && f.is_punct(i, &['\'', '’']) && f.token(i).is_some_and(Token::glued) && f.word(i - 1).ends_with('s')
}

/// The stop of `Sen.`, `Jr.` or an initial.
pub fn is_abbreviation_stop(f: &Frame, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|b| f.token(b)) else { return false };
    let short = before.end - before.start == 1 || before.is(class::ABBREVIATION | class::SOFT_ABBREVIATION | class::TITLE);
    f.is_punct(i, &['.']) && short && before.is_capital() && f.token(i + 1).is_some_and(|t| t.is_capital() || t.is(class::PARTICLE))
}

/// A simple phrase begins at item `i`: with an article or another determiner, or with a name that has no title before it.
fn begins_phrase(f: &Frame, i: usize, end: usize) -> bool {
    if f.has(i, class::ARTICLE | class::DETERMINER) || counts_one(f, i, end) {
        return true;
    }
    let before = i.checked_sub(1).and_then(|b| f.token(b));
    let alone = before.is_none_or(|b| {
        !(b.is_capital()
            || b.is(class::ROLE | class::TITLE | class::KINSHIP | class::DEMONYM | class::STATUS)
            || b.punct().is_some()
            || b.kind == crate::text::Kind::Clitic)
    });
    f.name_starting(i).is_some_and(|n| n.kind == NameKind::Person && f.name_ending(i, end).is_some_and(|m| m.tokens == n.tokens)) && alone
}

/// The noun phrase that begins at item `start` (adverbs passed over).
pub fn phrase_after(f: &Frame, mut start: usize) -> Option<Phrase> {
    while f.token(start).is_some() && f.is_passed_over(start) && !f.has(start, class::AUXILIARY) {
        start += 1;
    }
    if is_pronoun(f, start) && !is_determining(f, start) {
        return Some(Phrase { core: start..start + 1, all: start..start + 1 });
    }
    let core_end = simple_end(f, start);
    if core_end == start {
        return None;
    }
    let mut end = core_end;
    while f.person_ending(start, end).is_none() && f.is(end, words::COMPLEMENT) && end - start < LONGEST {
        let next = simple_end(f, end + 1);
        // "the authors of the", before a quotation that is a title
        if next == end + 1 || f.has(next - 1, class::ARTICLE) {
            break;
        }
        end = next;
    }
    Some(Phrase { core: start..core_end, all: start..end })
}

/// `this`, `some`, `one` before a noun.
fn is_determining(f: &Frame, i: usize) -> bool {
    f.has(i, class::DETERMINER) && f.token(i + 1).is_some_and(|t| t.is_word() && !t.is(class::CUE | class::AUXILIARY | class::PREPOSITION))
}

/// Where the simple noun phrase that begins at item `start` ends.
fn simple_end(f: &Frame, start: usize) -> usize {
    let mut i = start;
    while i - start < LONGEST && nominal_after(f, i, start) {
        i = match f.name_starting(i) {
            Some(n) => (i + 1..f.len()).find(|k| f.token_at(*k) >= n.tokens.end).unwrap_or(f.len()),
            None => i + 1,
        };
        let person = f.person_ending(start, i).is_some();
        let joined = || f.is(i, words::AND) && between_capitals(f, i) || names_aide(f, i);
        if person && !joined() && !f.token(i).is_some_and(|t| t.kind == crate::text::Kind::Clitic || t.is_capital()) {
            break;
        }
    }
    i.min(f.len())
}

/// `Smith | campaign spokesman Jane Doe`: a role and another person's name follow.
fn names_aide(f: &Frame, i: usize) -> bool {
    let lower = |i: usize| f.token(i).is_some_and(|t| t.is_word() && !t.is_capital() && t.is(class::COMMON));
    let name = (i..i + 4).find(|k| !lower(*k)).filter(|k| *k > i && f.has(k - 1, class::ROLE));
    name.and_then(|k| f.name_starting(k)).is_some_and(|n| n.kind == NameKind::Person)
}

fn nominal_after(f: &Frame, i: usize, start: usize) -> bool {
    let Some(t) = f.token(i) else { return false };
    if i > start && t.is(class::ARTICLE) {
        return false;
    }
    if t.is_word() {
        // "said the judge"
        let person = t.is(class::ROLE | class::KINSHIP) && f.has(start, class::ARTICLE | class::DETERMINER);
        let verb = t.is(class::CUE) && i > start && !t.is_capital() && !person;
        let closed =
            t.is(class::CONJUNCTION | class::RELATIVE | class::AUXILIARY | class::PREPOSITION | class::PRONOUN) && !t.is(class::DETERMINER);
        let led = i == start + 1 && f.has(start, class::ARTICLE) || i > start && f.is_hyphen(i - 1);
        // mothers have a day of their own
        let day = t.is(class::WEEKDAY | class::TEMPORAL) && i > start && !led && !t.is(class::KINSHIP);
        return !verb && !day && (!closed || f.is(i, words::AND) && between_capitals(f, i));
    }
    t.is_number()
        || t.kind == crate::text::Kind::Clitic
        || f.is_hyphen(i)
        || f.is_punct(i, &['&', '$'])
        || is_abbreviation_stop(f, i)
        || is_plural_apostrophe(f, i)
}
