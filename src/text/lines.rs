//! From byte offsets to lines, columns and code points.

use super::Span;

/// Where a byte lies. Lines and columns count from 1, columns and `chars` in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: u32,
    pub column: u32,
    /// Code points before it in the text.
    pub chars: u32,
}

/// The starts of a text's lines, and the code points before every `STRIDE`th byte, so that a place is found in constant time also on a
/// line of many megabytes. A line ends with `\n`, `\r\n` or a lone `\r`.
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<u32>,
    /// Empty for a text of ASCII alone, where code points are bytes.
    chars: Vec<u32>,
}

const STRIDE: usize = 32;

impl<'t> LineIndex<'t> {
    /// The index of a text, built in one pass.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends = |i: &usize| bytes[*i] == b'\n' || bytes.get(i + 1) != Some(&b'\n');
        let mut starts = vec![0];
        starts.extend(memchr::memchr2_iter(b'\n', b'\r', bytes).filter(ends).map(|i| i as u32 + 1));
        let mut chars = Vec::new();
        if !text.is_ascii() {
            chars.reserve(bytes.len() / STRIDE + 1);
            let mut before = 0;
            for stride in bytes.chunks(STRIDE) {
                chars.push(before);
                before += count_chars(stride);
            }
        }
        LineIndex { text, starts, chars }
    }

    /// The place of byte `at`, which lies on a character boundary inside the text or at its end.
    pub fn place(&self, at: u32) -> Place {
        let line = self.line(at);
        let chars = self.code_points(at);
        Place { line, column: chars - self.code_points(self.starts[line as usize - 1]) + 1, chars }
    }

    /// The line of byte `at`, from 1.
    pub fn line(&self, at: u32) -> u32 {
        self.starts.partition_point(|s| *s <= at) as u32
    }

    /// A span as code points.
    pub fn chars(&self, span: Span) -> (u32, u32) {
        (self.code_points(span.start), self.code_points(span.end))
    }

    /// The code points before byte `at`, which lies on a character boundary.
    pub fn code_points(&self, at: u32) -> u32 {
        let Some(&before) = self.chars.get(at as usize / STRIDE).or(self.chars.last()) else { return at };
        let from = (at as usize / STRIDE).min(self.chars.len() - 1) * STRIDE;
        before + count_chars(&self.text.as_bytes()[from..at as usize])
    }
}

/// The bytes that begin a code point, counted eight at a time.
fn count_chars(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks::<8>();
    let inner: u32 = words.iter().map(|w| inner_bytes(u64::from_le_bytes(*w))).sum();
    bytes.len() as u32 - inner - rest.iter().filter(|b| **b & 0xc0 == 0x80).count() as u32
}

/// How many of eight bytes go on with a code point: `10` stands in their highest bits.
fn inner_bytes(word: u64) -> u32 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    (((word >> 7) & !(word >> 6) & LOWEST).wrapping_mul(LOWEST) >> 56) as u32
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
