//! The subject of a verb of speech that stands before it, past what is inserted between the two.

use std::ops::Range;

use super::super::mention::NameKind;
use super::clause::main_subject;
use super::frame::Frame;
use super::phrase::{LONGEST_INSERTION, Phrase, can_speak, is_pronoun, phrase_after, phrase_before, simple_end};
use super::words;
use crate::lexicon::{class, lexicon, word_sets};

word_sets! {
    /// Prepositions before where and when something was said.
    WHERE = 0: "before_scene";
}

/// The subject of the verb at item `verb` that stands before it.
pub fn subject_before(f: &Frame, verb: usize) -> Option<Phrase> {
    let near = nearest_before(f, verb);
    let named = near.as_ref().is_some_and(|p| f.person_ending(p.core.start, p.core.end).is_some() || is_pronoun(f, p.core.start));
    if named { near } else { near.as_ref().and_then(|p| whose_apposition(f, p)).or_else(|| behind_quotation(f, verb)).or(near) }
}

/// `“…,” Ann Lee, a member for Ohio and the chairman of the board — where it all began — said`: the person who opens the clause right behind
/// a quotation that waits for its speaker, where what is put in ends before the verb at item `verb`, the first one of speech.
fn behind_quotation(f: &Frame, verb: usize) -> Option<Phrase> {
    let last = (0..verb).rev().find(|i| !f.is_passed_over(*i)).filter(|i| f.is_comma(*i))?;
    let quote = f.quote_before(verb).filter(|q| matches!(f.last_mark(*q), Some(',' | '?' | '!')))?;
    let core = phrase_after(f, quote + 1)?.core;
    f.person_ending(core.start, core.end).filter(|_| f.is_comma(core.end) && core.end < last)?;
    // "Lee, whose lawyer, Tom Roe, said"
    let other = |i: usize| f.word(i) == "whose" || f.cues.contains(&i) && !f.token(i).is_some_and(|t| t.is_capital() || t.is(class::ROLE));
    (!(core.end..last).any(other)).then(|| Phrase { core: core.clone(), all: core })
}

/// The person whose second or later office a phrase without a name is: `Ann Lee, a nurse and | head of the ward at the hospital | said`.
fn whose_apposition(f: &Frame, phrase: &Phrase) -> Option<Phrase> {
    if !f.has(phrase.core.end - 1, class::ROLE) {
        return None;
    }
    let mut start = phrase.all.start;
    for n in 0..3 {
        let joint = start.checked_sub(1).filter(|i| f.is(*i, words::AND) || n > 0 && f.is_punct(*i, &[',']))?;
        let before = phrase_before(f, joint).filter(|p| p.all.end == joint)?;
        if f.person_ending(before.core.start, before.core.end).is_some() {
            return f.is_punct(joint, &[',']).then_some(before);
        }
        start = Some(before).filter(|p| f.has(p.core.end - 1, class::ROLE))?.all.start;
    }
    None
}

/// The phrase nearest to the verb at item `verb` that may be its subject, past what is inserted between the two.
fn nearest_before(f: &Frame, verb: usize) -> Option<Phrase> {
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
            if near.as_ref().is_some_and(|p| is_told_of_noun(f, p)) {
                return None;
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

/// A noun and who did something to it, without a pronoun between them: `..., | charges Norland | denied`. Neither speaks.
fn is_told_of_noun(f: &Frame, phrase: &Phrase) -> bool {
    let noun = phrase.all.start;
    let speaks = f.has(noun, class::ROLE | class::KINSHIP | class::ORGANISATION) || f.is(noun, words::DOCUMENT | words::SPEAKING);
    let plain = f.token(noun).is_some_and(|t| t.is_word() && !t.is_capital() && !t.is(class::FUNCTION)) && !speaks;
    let owner = f.name_ending(noun + 1, phrase.all.end).is_some_and(|n| n.kind == NameKind::Place);
    let apart = noun > 0 && f.is_comma(noun - 1);
    phrase.all.len() == 2 && plain && owner && apart && lexicon().plurals.is_plural(f.word(noun))
}

/// The comma before a phrase that says where or when: `Lee | , in Elmsford, Ohio, | said`, `Lee | , at a rally on Monday, | said`, `Lee | ,
/// speaking from Elmsford, Ohio, | said`.
fn scene_start(f: &Frame, phrase: &Phrase) -> Option<usize> {
    let led = phrase.core.start.checked_sub(1)?;
    let acts = |i: usize| f.word(i).ends_with("ing") && f.token(i).is_some_and(|t| !t.is_capital());
    let acting = led.checked_sub(1).filter(|i| f.has(led, class::PREPOSITION) && acts(*i));
    let led = acting.or(Some(led).filter(|i| SETS.holds(f.word(*i), WHERE)))?;
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
