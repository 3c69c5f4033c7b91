//! Whether a line that comes from outside can be what `extract` writes: lines are kept, sent around and cut by other programs.

use rustc_hash::FxHashSet;

use super::{Claim, ClaimKind, Line, SCHEMA_VERSION, Source, SourceSentence};
use crate::value::time::edtf;

/// Says what in a line cannot be: a version of another contract, offsets outside its sentences, words that its sentences do not have, a
/// claim without a reading of its kind.
pub fn line(line: &Line) -> Result<(), String> {
    version(&line.schema_version)?;
    if line.source.skipped.is_some() {
        return Ok(());
    }
    source(&line.source)?;
    let ids: FxHashSet<&str> = line.claims.iter().map(|c| c.id.as_str()).collect();
    line.claims.iter().try_for_each(|c| claim(line, c, &ids).map_err(|what| format!("claim {:?}: {what}", c.id)))
}

/// Whether this program reads lines of that version of the contract: the first number must be the same.
pub fn version(written: &str) -> Result<(), String> {
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    if major(written) == major(SCHEMA_VERSION) {
        return Ok(());
    }
    Err(format!("schema_version is {written:?}, this program reads {SCHEMA_VERSION}"))
}

fn source(source: &Source) -> Result<(), String> {
    let sentences = &source.sentences;
    if sentences.windows(2).any(|w| w[0].end > w[1].start || w[0].line > w[1].line) || sentences.iter().any(|s| s.start >= s.end) {
        return Err("the sentences are not in order".to_owned());
    }
    // A line break is a character.
    if sentences.iter().any(|s| s.line == 0 || s.line - 1 > s.start) {
        return Err("a sentence has the number of a line that is not there".to_owned());
    }
    match &source.published {
        Some(day) if edtf::parse(day).is_none() => Err(format!("published is {day:?}, which is no date")),
        _ => Ok(()),
    }
}

fn claim(line: &Line, c: &Claim, ids: &FxHashSet<&str>) -> Result<(), &'static str> {
    if c.source != line.source.id {
        return Err("it is of another source");
    }
    if !has_its_reading(c) {
        return Err("what its kind asks for is not there");
    }
    if c.figure.as_ref().is_some_and(|f| f.low.zip(f.high).is_some_and(|(low, high)| low > high)) {
        return Err("its low is above its high");
    }
    if c.duplicate_of.as_ref().is_some_and(|d| *d == c.id || !ids.contains(d.as_str())) {
        return Err("what it is a duplicate of is not there");
    }
    if c.byte_start > c.byte_end || c.start > c.end || c.byte_end < c.end {
        return Err("its offsets are out of order");
    }
    let (sentence, behind) =
        line.source.sentences.get(c.sentence as usize..).and_then(<[_]>::split_first).ok_or("its sentence is not there")?;
    if c.start < sentence.start || c.start >= sentence.end {
        return Err("it does not begin in its sentence");
    }
    if !is_at_its_line(sentence, c) {
        return Err("its line and column are not those of its place");
    }
    if c.text.chars().count() != (c.end - c.start) as usize {
        return Err("its text is not as long as its place");
    }
    let across = behind.iter().take_while(|s| s.start < c.end);
    if ![sentence].into_iter().chain(across).all(|s| has_its_words(s, c)) {
        return Err("its sentence has other words at its place");
    }
    let text = line.text.as_deref();
    if text.is_some_and(|t| t.get(c.byte_start as usize..c.byte_end as usize) != Some(&*c.text)) {
        return Err("the text has other words at its place");
    }
    Ok(())
}

/// In the first line of its sentence a claim's column is that of the sentence plus the distance; further down each line takes a line break.
fn is_at_its_line(sentence: &SourceSentence, c: &Claim) -> bool {
    let into = c.start - sentence.start;
    match c.line.checked_sub(sentence.line) {
        None => false,
        Some(0) if sentence.column == 0 => c.column > 0,
        Some(0) => sentence.column.checked_add(into) == Some(c.column),
        Some(down) => down <= into && (1..=into).contains(&c.column),
    }
}

/// Whether the part of a claim that lies in a sentence has the words that stand there. Lines of an older version lack the byte offset of a
/// sentence and are not checked.
fn has_its_words(s: &SourceSentence, c: &Claim) -> bool {
    if s.byte_start == 0 && s.start > 0 {
        return true;
    }
    let said = s.text.as_bytes().get(c.byte_start.saturating_sub(s.byte_start) as usize..);
    let claimed = c.text.as_bytes().get(s.byte_start.saturating_sub(c.byte_start) as usize..);
    said.zip(claimed).is_some_and(|(a, b)| a.iter().zip(b).all(|(a, b)| a == b))
}

fn has_its_reading(c: &Claim) -> bool {
    match c.kind {
        ClaimKind::Figure => c.figure.is_some(),
        ClaimKind::Date => c.date.is_some(),
        ClaimKind::Person => c.person.is_some(),
        ClaimKind::Place => c.place.is_some(),
        ClaimKind::Role => c.role.is_some(),
        ClaimKind::Quote => c.quote.is_some(),
        ClaimKind::Event => c.event.is_some(),
    }
}
