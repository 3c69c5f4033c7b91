//! From byte offsets to lines, columns and code points.

use super::Span;

/// Where a byte lies. Lines and columns count from 1, columns and `chars` in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: u32,
    pub column: u32,
    pub chars: u32,
}

/// The starts of a text's lines, and the code points before every [`STRIDE`]th byte, so that a place is found in constant time also on a
/// line of many megabytes. A line ends with `\n`, `\r\n` or a lone `\r`.
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<u32>,
    /// Empty for a text of ASCII alone, where code points are bytes.
    chars: Vec<u32>,
}

const STRIDE: usize = 128;

impl<'t> LineIndex<'t> {
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends = |i: usize| bytes[i] == b'\n' || bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n');
        let mut starts = vec![0];
        starts.extend((0..bytes.len()).filter(|i| ends(*i)).map(|i| i as u32 + 1));
        let mut before = 0;
        let mut chars = Vec::new();
        let strides = if text.is_ascii() { 0 } else { usize::MAX };
        for stride in bytes.chunks(STRIDE).take(strides) {
            chars.push(before);
            before += count_chars(stride);
        }
        LineIndex { text, starts, chars }
    }

    /// The place of byte `at`, which lies on a character boundary inside the text or at its end.
    pub fn place(&self, at: u32) -> Place {
        let line = self.starts.partition_point(|s| *s <= at) - 1;
        let chars = self.code_points(at);
        Place { line: line as u32 + 1, column: chars - self.code_points(self.starts[line]) + 1, chars }
    }

    /// A span as code points.
    pub fn chars(&self, span: Span) -> (u32, u32) {
        (self.code_points(span.start), self.code_points(span.end))
    }

    fn code_points(&self, at: u32) -> u32 {
        let Some(&before) = self.chars.get(at as usize / STRIDE).or(self.chars.last()) else { return at };
        let from = (at as usize / STRIDE).min(self.chars.len() - 1) * STRIDE;
        before + count_chars(&self.text.as_bytes()[from..at as usize])
    }
}

fn count_chars(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|b| **b & 0xc0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_code_points_and_all_line_ends() {
        let text = "é“x”\r\nab\rc\nd";
        let index = LineIndex::new(text);
        let at = |s: &str| index.place(text.find(s).unwrap() as u32);
        assert_eq!(at("x"), Place { line: 1, column: 3, chars: 2 });
        assert_eq!(at("b"), Place { line: 2, column: 2, chars: 7 });
        assert_eq!(at("c"), Place { line: 3, column: 1, chars: 9 });
        assert_eq!(index.place(text.len() as u32), Place { line: 4, column: 2, chars: 12 });
    }

    #[test]
    fn long_lines_are_counted_from_the_nearest_mark() {
        let text = "é".repeat(1000);
        let index = LineIndex::new(&text);
        assert_eq!(index.chars(Span::new(254, 258)), (127, 129));
        assert_eq!(index.place(2000), Place { line: 1, column: 1001, chars: 1000 });
    }
}
