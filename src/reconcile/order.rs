//! The order in which the articles of a story are compared: their content decides it, so that another name of a file changes nothing.

use crate::claim::Line;
use crate::text::fold::fold;

/// How many first sentences tell articles apart.
const SENTENCES: usize = 3;

/// Puts lines in order of their days and words; of copies the one with the first id is first.
pub fn by_content(lines: &mut [Line]) {
    lines.sort_by_cached_key(|l| {
        let s = &l.source;
        let opening = s.sentences.iter().take(SENTENCES).map(|s| fold(&s.text)).collect::<Vec<_>>().join(" ");
        let end = s.sentences.last().map(|s| fold(&s.text));
        (s.published.clone(), opening, s.words, l.claims.len(), end, s.id.clone())
    });
}

/// Puts lines in order of their ids, as reports show them.
pub fn by_id(lines: &mut [Line]) {
    lines.sort_by(|a, b| a.source.id.cmp(&b.source.id));
}
