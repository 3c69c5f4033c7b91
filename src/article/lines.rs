//! The lines of a plain text, hard-wrapped paragraphs joined.

use std::ops::Range;

use crate::text::{Span, Token, Tokens, form};

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
const WRAP: usize = 100;

/// All paragraphs of a text in order; together they hold every token.
pub fn find(t: Tokens<'_>) -> Vec<Line> {
    let raw = raw(t);
    let widths: Vec<usize> = raw.iter().map(|l| l.span.of(t.text).chars().count()).collect();
    match wrap_width(&raw, &widths) {
        Some(width) => join(t, raw, &widths, width),
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

/// The width at which a text was wrapped, in characters: that of its longest line, if nearly all are short and several stand together.
fn wrap_width(lines: &[Line], widths: &[usize]) -> Option<usize> {
    let long = widths.iter().filter(|w| **w > WRAP).count();
    let together = lines.iter().filter(|l| !l.gap).count();
    if long * 20 > lines.len() || together < 2 {
        return None;
    }
    widths.iter().copied().filter(|w| *w <= WRAP).max().filter(|w| *w >= 40)
}

/// A line was wrapped when what stands before the first space of the next one would not have fitted on it.
fn join(t: Tokens<'_>, lines: Vec<Line>, widths: &[usize], width: usize) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut last_width = 0;
    for (line, own) in lines.into_iter().zip(widths) {
        let first = line.span.of(t.text).split_whitespace().next().unwrap_or_default().chars().count();
        match out.last_mut() {
            Some(above) if !line.gap && last_width + 1 + first > width => {
                above.tokens.end = line.tokens.end;
                above.span.end = line.span.end;
            }
            _ => out.push(line),
        }
        last_width = *own;
    }
    out
}

/// Inside a paragraph that was wrapped the break of a line is a space like any other.
pub fn unwrap(tokens: &mut [Token], lines: &[Line]) {
    for token in lines.iter().flat_map(|l| l.tokens.start + 1..l.tokens.end) {
        let token = &mut tokens[token];
        if token.has(form::LINE) {
            token.form = token.form & !form::LINE | form::SPACE;
        }
    }
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

    /// A word is wrapped together with the marks around it, and a line is as wide as its characters are many.
    #[test]
    fn marks_are_wrapped_with_their_words() {
        let text = "The council of Brno — “all of it”, as Jana Dvořáková\n(“Dvořáková”), who leads the house, put it on Monday —\nvoted.\n";
        assert_eq!(lines(text), [text.trim_end().replace('\n', " ")]);
    }
}
