//! From byte offsets to lines, columns and code points.

use super::Span;

/// Where a byte lies. Lines and columns count from 1, columns and `chars` in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: u32,
    pub column: u32,
    pub chars: u32,
}

/// The starts of a text's lines, with the code points before each. A line ends with `\n`, `\r\n` or a lone `\r`.
pub struct LineIndex<'t> {
    text: &'t str,
    /// (byte offset of the line's start, code points before it)
    starts: Vec<(u32, u32)>,
}

impl<'t> LineIndex<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut starts = vec![(0, 0)];
        let bytes = text.as_bytes();
        let mut chars = 0u32;
        for (i, &b) in bytes.iter().enumerate() {
            chars += (b & 0xc0 != 0x80) as u32;
            if b == b'\n' || (b == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
                starts.push((i as u32 + 1, chars));
            }
        }
        LineIndex { text, starts }
    }

    /// The place of byte `at`, which lies on a character boundary inside the text or at its end.
    pub fn place(&self, at: u32) -> Place {
        let line = self.starts.partition_point(|s| s.0 <= at) - 1;
        let (start, chars) = self.starts[line];
        let inside = count_chars(&self.text.as_bytes()[start as usize..at as usize]);
        Place { line: line as u32 + 1, column: inside + 1, chars: chars + inside }
    }

    /// A span as code points.
    pub fn chars(&self, span: Span) -> (u32, u32) {
        let start = self.place(span.start).chars;
        (start, start + count_chars(&self.text.as_bytes()[span.start as usize..span.end as usize]))
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
}
