//! What an article says about itself: that it was corrected or updated, and a note of its editor. Such a passage withdraws values, so that
//! it is a block of its own from which no claims are taken.

use std::ops::Range;

use super::{ArticleNote, Block};
use crate::claim::BlockRole;
use crate::text::{Kind, Span, Tokens};

mod set {
    use crate::lexicon::word_sets;

    word_sets! {
        /// What an article calls itself: `this story`.
        ARTICLE = 0: "article";
        /// What was done to it.
        CORRECTED = 1: "corrected";
        /// What heads a note: `Correction:`.
        CORRECTION = 2: "correction";
        /// What it did wrong, or rights: `This article misstated`.
        MISSTATED = 3: "misstated";
        /// What follows what was done to it: `was corrected to`.
        CORRECTED_TO = 4: "corrected_to";
        /// What goes before a version that is withdrawn, or what it said.
        EARLIER = 5: "earlier";
        /// What an earlier version did, as others do: `originally said`.
        TOLD_BEFORE = 6: "told_before";
    }
}

/// Longer passages are more than a note: what stands behind this many tokens is body again.
const LONGEST: usize = 150;

/// Splits notes off the blocks of the body; the first one that corrects something is noted.
pub fn split(t: Tokens<'_>, blocks: &mut Vec<Block>, notes: &mut Vec<ArticleNote>) {
    let mut first: Option<(Span, bool)> = None;
    let mut out = Vec::with_capacity(blocks.len());
    for block in std::mem::take(blocks) {
        let told = matches!(block.role, BlockRole::Body | BlockRole::Crosshead);
        let Some(note) = Some(block.tokens.clone()).filter(|_| told).and_then(|b| find(t, b)) else {
            out.push(block);
            continue;
        };
        let corrected = note.clone().any(|i| corrects(t, i));
        if first.is_none_or(|(_, known)| corrected && !known) {
            first = Some((t.span(note.clone()), corrected));
        }
        let parts = [
            (block.role, block.tokens.start..note.start),
            (BlockRole::Boilerplate, note.clone()),
            (block.role, note.end..block.tokens.end),
        ];
        out.extend(parts.into_iter().filter(|(_, part)| !part.is_empty()).map(|(role, part)| Block::new(t, role, part)));
    }
    *blocks = out;
    notes.extend(first.map(|(span, corrected)| {
        let (code, what) = if corrected { ("correction", "it was corrected") } else { ("about_itself", "something of itself") };
        let message = format!("the article says {}{what}; this note is not compared", if corrected { "that " } else { "" });
        ArticleNote { code: code.into(), message, span: Some(span) }
    }));
}

/// Whether a line begins with a label of such notes.
pub fn is_headed(t: Tokens<'_>, line: Range<usize>) -> bool {
    label(t, past_marks(t, line.clone()), line.end)
}

/// The note in a paragraph, from the sentence that it begins with.
fn find(t: Tokens<'_>, paragraph: Range<usize>) -> Option<Range<usize>> {
    let mut sentence = paragraph.start;
    let start = paragraph.clone().find_map(|i| {
        let begins = i == paragraph.start || begins_sentence(t, i);
        if begins {
            sentence = i;
        }
        let first = past_marks(t, i..paragraph.end);
        let headed = begins && (label(t, first, paragraph.end) || tells_of_itself(t, first, paragraph.end));
        (headed || is_earlier_version(t, i, sentence)).then_some(sentence)
    })?;
    let sentence_end = (start + 1..paragraph.end).find(|i| begins_sentence(t, *i)).unwrap_or(paragraph.end);
    let corrected = (start..sentence_end).any(|i| corrects(t, i));
    // behind "This story has been updated." stands the story
    Some(start..if corrected { end(t, start, paragraph.end) } else { sentence_end })
}

/// A correction goes on to the end of the paragraph, if that is not far.
fn end(t: Tokens<'_>, start: usize, paragraph: usize) -> usize {
    let near = start + LONGEST;
    if paragraph <= near { paragraph } else { (start + 1..near).rev().find(|i| begins_sentence(t, *i)).unwrap_or(near) }
}

/// A stop stands before the token, perhaps with marks that close.
fn begins_sentence(t: Tokens<'_>, i: usize) -> bool {
    const CLOSING: usize = 2;
    let mark = |i: usize| t.all[i].punct();
    let closes = |i: &usize| mark(*i).is_some_and(|c| matches!(c, '"' | '”' | '’' | ')' | ']'));
    let before = (0..i).rev().take(CLOSING).take_while(closes).count();
    let stop = i.checked_sub(before + 1).and_then(mark);
    !t.all[i].glued() && stop.is_some_and(|c| matches!(c, '.' | '!' | '?'))
}

/// Behind brackets, bullets and emphasis.
fn past_marks(t: Tokens<'_>, range: Range<usize>) -> usize {
    const MARKS: usize = 4;
    let passed = |i: &usize| t.all[*i].punct().is_some_and(|c| matches!(c, '(' | '[' | '*' | '_' | '•' | '–' | '—' | '-'));
    range.start + range.take(MARKS).take_while(passed).count()
}

/// `Correction:`, `CLARIFICATION (March 3):`, `Corrections & clarifications —`, `Editor's note:`
fn label(t: Tokens<'_>, i: usize, end: usize) -> bool {
    const BRACKET: usize = 20;
    const DAY: usize = 6;
    let Some(width) = t.get(i).filter(|w| w.is_capital()).and_then(|_| label_width(t, i)) else { return false };
    let behind = i + width;
    let mark = |i: usize| t.get(i).filter(|_| i < end).and_then(|t| t.punct());
    let heads = |i: usize| i >= end || mark(i) == Some(':') || mark(i).is_some_and(|c| matches!(c, '—' | '–')) && !t.all[i].glued();
    match mark(behind) {
        Some('(') => (behind + 1..end).take(BRACKET).any(|i| mark(i) == Some(':')),
        Some(',') => (behind + 1..end).take(DAY).any(|i| mark(i) == Some(':')),
        _ => heads(behind) || t.is(behind, "appended"),
    }
}

fn label_width(t: Tokens<'_>, i: usize) -> Option<usize> {
    let correction = |i: usize| t.get(i).is_some_and(|w| set::SETS.has(w, set::CORRECTION));
    let and = |i: usize| t.is(i, "and") || t.get(i).is_some_and(|t| t.is_punct('&'));
    if correction(i) {
        return Some(if and(i + 1) && correction(i + 2) { 3 } else { 1 });
    }
    let note =
        i + 1 + t.get(i + 1).map_or(0, |n| usize::from(n.kind == Kind::Clitic || n.punct().is_some_and(|c| matches!(c, '\'' | '’'))));
    let noted = t.is_any(note, &["note", "notes"]);
    (t.is_any(i, &["editor", "editors"]) && noted).then_some(note + 1 - i)
}

/// `This story has been corrected to`, `This article originally said`, `This version corrects`, `This is a corrected version`
fn tells_of_itself(t: Tokens<'_>, i: usize, end: usize) -> bool {
    const WIDEST: usize = 9;
    if !t.is_any(i, &["this", "the"]) {
        return false;
    }
    let has = |i: usize, sets: u32| i < end && t.get(i).is_some_and(|w| set::SETS.has(w, sets));
    let auxiliary = |i: &usize| t.is_any(*i, &["has", "was", "been", "since", "also", "is"]);
    if t.is(i, "this") && t.is(i + 1, "is") {
        return has(i + 3, set::CORRECTED) && t.is_any(i + 4, &["version", "story", "article"]);
    }
    if !has(i + 1, set::ARTICLE) {
        return false;
    }
    let verb = i + 2 + (i + 2..(i + WIDEST).min(end)).take_while(auxiliary).count();
    let to = verb + 1 >= end || has(verb + 1, set::CORRECTED_TO) || t.get(verb + 1).is_some_and(|t| t.kind == Kind::Punct);
    // others revise reports and versions
    let sure = t.is_any(i + 1, &["article", "story"]) || t.is_any(verb, &["corrected", "amended", "clarified"]);
    let done = verb > i + 2 && has(verb, set::CORRECTED) && to && sure;
    if t.is(i, "the") {
        // others have stories as well
        return done && verb > i + 3 && t.is_any(i + 1, &["article", "story"]) && t.is_any(verb, &["corrected", "amended"]);
    }
    let before = usize::from(has(verb, set::EARLIER));
    done || has(verb + before, set::MISSTATED) || before > 0 && has(verb + before, set::TOLD_BEFORE)
}

/// `An earlier version of this story`; of a report or feature only with what was wrong in it, as others make them too.
fn is_earlier_version(t: Tokens<'_>, i: usize, sentence: usize) -> bool {
    let has = |i: usize, sets: u32| t.get(i).is_some_and(|w| set::SETS.has(w, sets));
    let version = t.is_any(i, &["version", "versions"]) && t.is(i + 1, "of") && t.is(i + 2, "this");
    if !version || i <= sentence || !has(i - 1, set::EARLIER) {
        return false;
    }
    has(i + 3, set::ARTICLE) && (t.is_any(i + 3, &["article", "story"]) || has(i + 4, set::MISSTATED | set::TOLD_BEFORE))
}

/// A word that tells a correction from other notes.
fn corrects(t: Tokens<'_>, i: usize) -> bool {
    let updates = t.is_any(i, &["updated", "edited"]);
    let tells = set::SETS.has(&t.all[i], set::CORRECTED | set::CORRECTION | set::MISSTATED);
    tells && !updates || t.is(i, "version") && i > 0 && set::SETS.has(&t.all[i - 1], set::EARLIER)
}
