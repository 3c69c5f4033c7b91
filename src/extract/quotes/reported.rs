//! Speech reported without marks: `the ministry said that …`, `according to Smith, …`, `…, officials said`.

use std::ops::Range;

use super::frame::Frame;
use super::saying::Saying;
use super::words;
use crate::lexicon::cues::CueKind;

/// The tokens of what a saying reports outside quotation marks; none for verbs that report nothing.
pub fn content(f: &Frame, sayings: &[Saying], index: usize) -> Option<Range<usize>> {
    let s = &sayings[index];
    if !matches!(s.cue.kind, CueKind::Say | CueKind::Tell | CueKind::Source | CueKind::Show) {
        return None;
    }
    let (start, end) = (s.start(), s.end());
    if closes(f, s) {
        let from = sayings[..index].iter().rev().find(|b| b.end() < start && closes(f, b)).map_or(0, |b| b.end());
        return tokens(f, from..start);
    }
    let to = sayings[index + 1..].iter().find(|n| n.start() >= end && closes(f, n)).map_or(f.len(), Saying::start);
    let start = (end..to).find(|i| !f.is_passed_over(*i)).unwrap_or(to);
    tokens(f, start..to)
}

/// What is said stands before it: `…, said Smith`, `…, the ministry said.`
fn closes(f: &Frame, s: &Saying) -> bool {
    let behind_comma = s.start() > 0 && f.is_comma(s.start() - 1);
    let end = (s.end()..f.len()).find(|i| !f.is_passed_over(*i) && !f.is(*i, words::DAY)).unwrap_or(f.len());
    let at_end = end >= f.len() || f.is_punct(end, &['.', '?', '!']);
    let source_behind = s.cue.kind == CueKind::Source && s.start() > 0;
    s.start() > 0 && (source_behind || s.inverted && s.cue.kind != CueKind::Source || behind_comma && at_end)
}

/// The tokens between the first and the last word of some items; quotations between them are included.
fn tokens(f: &Frame, items: Range<usize>) -> Option<Range<usize>> {
    let first = items.clone().find_map(|i| f.index(i))?;
    let last = items.rev().find_map(|i| f.index(i))?;
    (first < last).then_some(first..last + 1)
}
