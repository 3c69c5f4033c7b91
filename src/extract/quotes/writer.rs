//! The writer of a letter that is quoted: `a letter he wrote to her mother that reads "…"`.

use super::frame::Frame;
use super::phrase::Phrase;
use super::saying::Saying;
use super::subject::subject_before;
use super::words;

/// A letter stands so near to the verb that says what it reads.
const REACH: usize = 16;

/// Who wrote the letter that a saying reads from; none for other sayings, and for a letter of nobody.
pub fn writer(f: &Frame, saying: &Saying) -> Option<Phrase> {
    if saying.cue.lemma != "read" || saying.inverted {
        return None;
    }
    let from = saying.at.saturating_sub(REACH);
    let letter = (from..saying.at).rev().find(|i| f.is(*i, words::DOCUMENT))?;
    let written = (letter + 1..saying.at).find(|i| writes(f, *i));
    let verb = written.or_else(|| (letter.saturating_sub(4)..letter).rev().find(|i| writes(f, *i)))?;
    subject_before(f, verb).filter(|p| p.core.end <= verb)
}

fn writes(f: &Frame, i: usize) -> bool {
    ["wrote", "written", "sent", "penned", "left", "mailed"].contains(&f.word(i))
}
