//! Noun phrases that may name a speaker, found from the verb outwards without a parse of the sentence.

use std::ops::Range;

use super::super::mention::{NameKind, NameMention};
use super::frame::Frame;
use super::words;
use crate::lexicon::class;
use crate::lexicon::cues::Tense;
use crate::text::{Kind, Token};

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

/// A phrase that can be a speaker: a pronoun, a name, a person by role or kinship, several people, a body or a document.
pub fn can_speak(f: &Frame, phrase: &Phrase) -> bool {
    let last = phrase.core.end.saturating_sub(1);
    let person = f.has(last, class::ROLE | class::KINSHIP | class::ORGANISATION) || f.is(last, words::DOCUMENT | words::SPEAKING);
    let pronoun = is_pronoun(f, phrase.core.start) && !f.is(phrase.core.start, words::VAGUE);
    pronoun || person || f.name_ending(phrase.core.start, phrase.core.end).is_some() || f.token(last).is_some_and(Token::is_capital)
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

/// `National Union | for | Bridges President Ann Lee`: the role of the person at the end is in the body whose name stands before it.
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

/// A number, a clitic or a mark that may stand inside a noun phrase.
fn is_inside_phrase(f: &Frame, i: usize) -> bool {
    f.token(i).is_some_and(|t| t.is_number() || t.kind == Kind::Clitic)
        || f.is_hyphen(i)
        || f.is_punct(i, &['&', '$'])
        || is_abbreviation_stop(f, i)
        || is_plural_apostrophe(f, i)
}

/// Whether item `i` can belong to the noun phrase that ends before `end`.
fn nominal_before(f: &Frame, i: usize, end: usize) -> bool {
    let Some(t) = f.token(i) else { return false };
    if t.is_word() {
        let verb =
            t.is(class::CUE | class::ATTITUDE) && i + 1 < end && !t.is_capital() && f.name_starting(i).is_none() && !tells_of_office(f, i);
        let closed = t.is(class::CONJUNCTION | class::RELATIVE | class::AUXILIARY | class::PREPOSITION | class::NEGATION);
        let joining = closed && !t.is(class::DETERMINER)
            || t.is(class::RELATIVE)
            || is_pronoun(f, i) && !t.is(class::DETERMINER) && !counts_one(f, i, end);
        return !(verb || joining);
    }
    is_inside_phrase(f, i)
}

/// `Karsk | fire | chief Ann Lee`: what is a verb elsewhere stands in its base form before an office, and says of what it is.
pub fn tells_of_office(f: &Frame, i: usize) -> bool {
    let is_base = f.token(i).and_then(|t| f.cx.lexicon.cues.get(t.word)).is_some_and(|cue| cue.tense == Tense::Base);
    is_base && f.has(i + 1, class::ROLE) && f.token(i + 1).is_some_and(|t| !t.is_capital())
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
    let counts = counts_one(f, start, f.len()) && f.word(start + 1) != "of";
    if is_pronoun(f, start) && !is_determining(f, start) && !counts {
        return Some(Phrase { core: start..start + 1, all: start..start + 1 });
    }
    // "one young mother"
    let core_end = simple_end(f, start + counts as usize);
    if core_end == start + counts as usize {
        return counts.then(|| Phrase { core: start..start + 1, all: start..start + 1 });
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
pub fn simple_end(f: &Frame, start: usize) -> usize {
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
    is_inside_phrase(f, i)
}
