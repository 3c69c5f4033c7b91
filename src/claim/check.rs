//! Whether a line that comes from outside can be what `extract` writes: lines are kept, sent around and cut by other programs.

use super::{Claim, ClaimKind, Line, SCHEMA_VERSION};

/// Says what in a line cannot be: a version of another contract, places that are not there, a claim without its reading.
pub fn line(line: &Line) -> Result<(), String> {
    if major(&line.schema_version) != major(SCHEMA_VERSION) {
        return Err(format!("schema_version is {:?}, this program reads {SCHEMA_VERSION}", line.schema_version));
    }
    if line.source.skipped.is_some() {
        return Ok(());
    }
    let sentences = &line.source.sentences;
    if sentences.windows(2).any(|w| w[0].end > w[1].start) || sentences.iter().any(|s| s.start > s.end) {
        return Err("the sentences are not in order".to_owned());
    }
    line.claims.iter().try_for_each(|c| claim(line, c).map_err(|what| format!("claim {:?}: {what}", c.id)))
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

fn claim(line: &Line, c: &Claim) -> Result<(), &'static str> {
    if c.source != line.source.id {
        return Err("it is of another source");
    }
    if !has_its_reading(c) {
        return Err("what its kind asks for is not there");
    }
    if c.byte_start > c.byte_end || c.start > c.end || c.byte_end < c.end {
        return Err("its offsets are out of order");
    }
    let sentence = line.source.sentences.get(c.sentence as usize).ok_or("its sentence is not there")?;
    if c.start < sentence.start || c.start >= sentence.end {
        return Err("it does not begin in its sentence");
    }
    let text = line.text.as_deref();
    if text.is_some_and(|t| t.get(c.byte_start as usize..c.byte_end as usize) != Some(&*c.text)) {
        return Err("the text has other words at its place");
    }
    Ok(())
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
