//! Where a claim lies in its file, for formats that other programs read.

use super::index::Version;
use crate::claim::{Claim, Figure, Offsets, Source};

/// Lines and columns from 1, columns in code points; the end column is that behind the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The line in which it begins.
    pub line: u32,
    /// The column at which it begins.
    pub column: u32,
    /// The line in which it ends.
    pub end_line: u32,
    /// The column behind its last character.
    pub end_column: u32,
}

impl Region {
    /// `None` where positions refer to a text that was taken out of the file (HTML, JSON).
    pub fn of(claim: &Claim, source: &Source) -> Option<Region> {
        (source.offsets == Offsets::File).then(|| {
            let (breaks, last) = last_line(&claim.text);
            let length = last.chars().count() as u32;
            let end_column = if breaks == 0 { claim.column + length } else { length + 1 };
            Region { line: claim.line, column: claim.column, end_line: claim.line + breaks, end_column }
        })
    }
}

/// How many lines end in a text, and what stands behind the last end: `\n`, `\r\n` or a lone `\r`.
fn last_line(text: &str) -> (u32, &str) {
    let ends = |(i, b): (usize, u8)| b == b'\n' || b == b'\r' && text.as_bytes().get(i + 1) != Some(&b'\n');
    let breaks: Vec<usize> = text.bytes().enumerate().filter(|e| ends(*e)).map(|(i, _)| i).collect();
    (breaks.len() as u32, breaks.last().map_or(text, |i| &text[i + 1..]))
}

/// The claim to point at first: that of the value that fewest sources have, of figures one that excludes another, for "about 6" is not what
/// 5.9 and 6.1 differ in. It is where a reader looks first, no verdict.
pub fn first<'a>(versions: &[Version<'a>]) -> Option<&'a Claim> {
    let support = |v: &&Version| (v.origins(), v.sources.len());
    let apart = versions.iter().filter(|v| versions.iter().any(|other| are_apart(v, other)));
    let few = apart.min_by_key(support).or_else(|| versions.iter().min_by_key(support));
    few.and_then(|v| v.by_source().first().copied())
}

/// No number is in both readings.
fn are_apart(a: &Version, b: &Version) -> bool {
    let ends_before = |x: &Figure, y: &Figure| x.high.zip(y.low).is_some_and(|(high, low)| high < low);
    let alike = |x: &Figure, y: &Figure| x.unit == y.unit || x.dimension.is_of_things() && y.dimension.is_of_things();
    let figures = figure(a).zip(figure(b));
    figures.is_some_and(|(x, y)| alike(x, y) && (ends_before(x, y) || ends_before(y, x)))
}

fn figure<'a>(of: &Version<'a>) -> Option<&'a Figure> {
    of.claims.first()?.figure.as_deref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_three_ways() {
        assert_eq!(last_line("one"), (0, "one"));
        assert_eq!(last_line("one\ntwo"), (1, "two"));
        assert_eq!(last_line("one\r\ntwo\rthrée"), (2, "thrée"));
    }
}
