//! What an event is called that has no name: the words around it that its sentences share, as they are written.

use std::collections::BTreeMap;

use super::story::Story;
use crate::text::stem;

/// Words of a label.
const WORDS: usize = 3;

/// Stems in order of how many lists have them, then of how early in them they stand; each list has the nearest first.
pub fn ranked<'s, S: AsRef<str> + 's>(lists: impl Iterator<Item = &'s [S]>) -> Vec<&'s str> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for list in lists {
        for (place, stem) in list.iter().enumerate() {
            let c = counts.entry(stem.as_ref()).or_default();
            *c = (c.0 + 1, c.1 + place);
        }
    }
    let mut stems: Vec<(&str, (usize, usize))> = counts.into_iter().collect();
    stems.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.1.1.cmp(&b.1.1)).then(a.0.cmp(b.0)));
    stems.into_iter().map(|s| s.0).collect()
}

/// The words with these stems (the most telling first) in the order of the sentence that has most of them.
pub fn words(story: &Story, members: &[usize], stems: &[&str]) -> String {
    let wanted = &stems[..stems.len().min(WORDS)];
    let found = members.iter().map(|m| written(story.sentence(*m), wanted));
    found.max_by_key(|w| (w.len(), std::cmp::Reverse(w.join(" ").len()))).unwrap_or_default().join(" ")
}

/// Each of the stems once, as the sentence has it.
fn written(sentence: &str, stems: &[&str]) -> Vec<String> {
    let mut out: Vec<(String, String)> = Vec::new();
    for word in sentence.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).filter(|w| !w.is_empty()) {
        // A stem begins as its word does, so that few words need one.
        let near = |s: &&str| s.as_bytes().first() == word.as_bytes().first();
        if stems.iter().any(near) {
            let stem = stem(&word).to_string();
            if stems.contains(&stem.as_str()) && !out.iter().any(|(s, _)| *s == stem) {
                out.push((stem, word));
            }
        }
    }
    out.into_iter().map(|(_, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_written_and_in_order() {
        assert_eq!(written("The ferries caught fire; the ferry burned.", &["fire", "ferri", "caught"]), ["ferries", "caught", "fire"]);
    }
}
