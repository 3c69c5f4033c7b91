//! Pairs of words of which one, put in place of the other, denies what was said: `open` and `closed`.

use super::{cut, lines};

const OPPOSITES: &str = include_str!("opposites.tsv");

/// Whether one of two words (or phrases) in lower case is the opposite of the other.
pub fn are_opposites(a: &str, b: &str) -> bool {
    lines(OPPOSITES).map(|line| cut(line, b'\t')).any(|pair| pair == (a, Some(b)) || pair == (b, Some(a)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_so_are_its_pairs() {
        assert!(lines(OPPOSITES).is_sorted_by(|a, b| a < b));
        assert!(lines(OPPOSITES).all(|line| cut(line, b'\t').1.is_some_and(|second| cut(line, b'\t').0 < second)));
    }

    #[test]
    fn opposites_are_so_both_ways() {
        assert!(are_opposites("open", "closed") && are_opposites("into", "out of") && are_opposites("out of", "into"));
        assert!(!are_opposites("open", "open") && !are_opposites("open", "true"));
    }
}
