//! Text quote selectors (<https://www.w3.org/TR/annotation-model/#text-quote-selector>), made from the sentences that a source carries, so
//! that no text is needed.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::claim::{Claim, Selector, Source, SourceSentence};

/// Characters of context on either side, as in Hypothesis.
const CONTEXT: usize = 32;

/// Gives each claim its selector. Claims stand in order of source and text.
pub fn add(sources: &[Source], claims: &mut [Claim]) {
    let by_id: FxHashMap<&str, &Source> = sources.iter().map(|s| (s.id.as_str(), s)).collect();
    let of_source = claims.par_chunk_by_mut(|a, b| a.source == b.source);
    of_source.for_each(|claims| {
        let sentences = claims.first().and_then(|c| by_id.get(c.source.as_str())).map_or(&[][..], |s| &s.sentences[..]);
        let mut place = Place::default();
        for c in claims {
            let (before, behind) = place.around(sentences, c).unwrap_or_default();
            let (prefix, suffix) = (last(before).into(), first(behind).into());
            c.selector = Some(Box::new(Selector { selector_type: "TextQuoteSelector".into(), exact: c.text.clone(), prefix, suffix }));
        }
    });
}

/// What stands right before a claim in its sentence.
pub fn prefix<'s>(source: &'s Source, claim: &Claim) -> &'s str {
    Place::default().around(&source.sentences, claim).map_or("", |(before, _)| last(before))
}

/// A place in a sentence that moves on with the claims, so that no sentence is counted through again and again.
#[derive(Default)]
struct Place {
    sentence: usize,
    chars: usize,
    bytes: usize,
}

impl Place {
    /// What stands before and behind a claim in its sentence.
    fn around<'s>(&mut self, sentences: &'s [SourceSentence], claim: &Claim) -> Option<(&'s str, &'s str)> {
        let index = sentences.partition_point(|s| s.end <= claim.start);
        let sentence = sentences.get(index)?;
        let chars = claim.start.checked_sub(sentence.start)? as usize;
        if self.sentence != index || self.chars > chars {
            *self = Place { sentence: index, chars: 0, bytes: 0 };
        }
        let ahead = sentence.text.get(self.bytes..)?;
        self.bytes += ahead.char_indices().nth(chars - self.chars).map_or(ahead.len(), |(i, _)| i);
        self.chars = chars;
        let (before, rest) = sentence.text.split_at(self.bytes);
        let behind = rest.strip_prefix(claim.text.as_str()).or_else(|| behind(&sentences[index..], claim.end));
        Some((before, behind.unwrap_or_default()))
    }
}

/// What stands behind a claim that reaches into a later sentence.
fn behind(sentences: &[SourceSentence], end: u32) -> Option<&str> {
    let sentence = sentences.get(sentences.partition_point(|s| s.end < end))?;
    let chars = end.checked_sub(sentence.start)? as usize;
    sentence.text.char_indices().nth(chars).map(|(i, _)| &sentence.text[i..])
}

fn first(text: &str) -> &str {
    text.char_indices().nth(CONTEXT).map_or(text, |(i, _)| &text[..i])
}

fn last(text: &str) -> &str {
    text.char_indices().rev().nth(CONTEXT - 1).map_or(text, |(i, _)| &text[i..])
}
