//! The lines of a plain text, hard-wrapped paragraphs joined.

use std::ops::Range;

use crate::text::{Span, Tokens, form};

/// One paragraph: a line of the file, or several that were wrapped at a fixed width.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// An empty line (or the start of the text) stands before it.
    pub gap: bool,
}

/// The widest line that a wrapped text is expected to have.
const WRAP: u32 = 100;

/// All paragraphs of a text in order; together they hold every token.
pub fn find(t: Tokens<'_>) -> Vec<Line> {
    let raw = raw(t);
    match wrap_width(&raw) {
        Some(width) => join(t, raw, width),
        None => raw,
    }
}

fn raw(t: Tokens<'_>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut start = 0;
    while start < t.len() {
        let more = &t.all[start + 1..];
        let end = start + 1 + more.iter().position(|t| t.has(form::LINE)).unwrap_or(more.len());
        out.push(Line { tokens: start..end, span: t.span(start..end), gap: t.all[start].has(form::PARAGRAPH) });
        start = end;
    }
    out
}

/// The width at which a text was wrapped: that of its longest line, if nearly all are short and several stand together.
fn wrap_width(lines: &[Line]) -> Option<u32> {
    let long = lines.iter().filter(|l| l.span.len() > WRAP).count();
    let together = lines.iter().filter(|l| !l.gap).count();
    if long * 20 > lines.len() || together < 2 {
        return None;
    }
    lines.iter().map(|l| l.span.len()).filter(|w| *w <= WRAP).max().filter(|w| *w >= 40)
}

/// A line was wrapped when the first word of the next one would not have fitted on it.
fn join(t: Tokens<'_>, lines: Vec<Line>, width: u32) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut last_width = 0;
    for line in lines {
        let own = line.span.len();
        let first_word = t.all[line.tokens.start].end - line.span.start;
        match out.last_mut() {
            Some(above) if !line.gap && last_width + 1 + first_word > width => {
                above.tokens.end = line.tokens.end;
                above.span.end = line.span.end;
            }
            _ => out.push(line),
        }
        last_width = own;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;
    use crate::text::scan;

    fn lines(text: &str) -> Vec<String> {
        let all = scan(text, &lexicon().words);
        find(Tokens { text, all: &all }).iter().map(|l| l.span.of(text).replace('\n', " ")).collect()
    }

    #[test]
    fn wrapped_lines_are_joined_and_others_are_not() {
        let wrapped = "The river rose by two metres in the night and the\nvillage by the mill was cut off from the road for\na day.\nThe mayor came.\n";
        assert_eq!(
            lines(wrapped),
            [
                "The river rose by two metres in the night and the village by the mill was cut off from the road for a day.",
                "The mayor came."
            ]
        );
        assert_eq!(lines("One\nTwo\n\nThree"), ["One", "Two", "Three"]);
    }
}
