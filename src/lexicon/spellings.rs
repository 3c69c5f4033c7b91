//! Spellings of one word: British and American ones, and others that stand side by side. Speech has no spelling, so that two outlets may
//! print one quotation in two.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{columns, rows};

/// The beginnings of the table by their first letters.
static BEGINNINGS: LazyLock<FxHashMap<&'static str, Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let mut out: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for row in rows(include_str!("spellings.tsv")) {
        let [spelling, one] = columns("spellings.tsv", &row);
        out.entry(&spelling[..SHORTEST]).or_default().push((spelling, one));
    }
    out
});

/// The length of the shortest beginning.
const SHORTEST: usize = 4;

/// Prefixes that may stand before a word of the table.
const BEFORE: [&str; 5] = ["dis", "mis", "re", "tele", "un"];

/// The one spelling by which a word in lower case is compared with others. It need not be correct: all words in `-ise` get `-ize`.
pub fn one_spelling(lower: &str) -> Cow<'_, str> {
    if lower.len() < SHORTEST || !lower.is_ascii() {
        return Cow::Borrowed(lower);
    }
    let behind = BEFORE.iter().filter_map(|b| Some((b.len(), lower.strip_prefix(b)?)));
    let known = std::iter::once((0, lower)).chain(behind).find_map(|(at, word)| {
        let (spelling, one) = beginning(word)?;
        Some(format!("{}{one}{}", &lower[..at], &word[spelling.len()..]))
    });
    let word = known.map_or(Cow::Borrowed(lower), Cow::Owned);
    with_a_z(&word).map_or(word, Cow::Owned)
}

/// The longest beginning of the table that a word has.
fn beginning(word: &str) -> Option<(&'static str, &'static str)> {
    let known = BEGINNINGS.get(word.get(..SHORTEST)?)?;
    known.iter().filter(|(spelling, _)| word.starts_with(spelling)).max_by_key(|(spelling, _)| spelling.len()).copied()
}

/// `organise` as `organize`, with its forms.
fn with_a_z(word: &str) -> Option<String> {
    const ENDINGS: [&str; 9] = ["isation", "isational", "isations", "ise", "ised", "iser", "isers", "ises", "ising"];
    const LEAST: usize = 3;
    let stem = ENDINGS.iter().find_map(|e| word.strip_suffix(e)).filter(|stem| stem.len() >= LEAST)?;
    Some(format!("{stem}iz{}", &word[stem.len() + 2..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_are_one_word() {
        for (one, other) in [
            ("colours", "colors"),
            ("neighbourhood", "neighborhood"),
            ("dishonoured", "dishonored"),
            ("organisations", "organizations"),
            ("centred", "centered"),
            ("theatres", "theaters"),
            ("travelling", "traveling"),
            ("cancellation", "cancelation"),
            ("fulfil", "fulfill"),
            ("defence", "defense"),
            ("programmes", "programs"),
            ("whilst", "while"),
            ("grey", "gray"),
        ] {
            assert_eq!(one_spelling(one), one_spelling(other));
        }
    }

    #[test]
    fn two_words_stay_two() {
        for (one, other) in [("mourning", "morning"), ("filling", "filing"), ("prise", "prize"), ("hour", "hor"), ("policing", "polizing")]
        {
            assert_ne!(one_spelling(one), one_spelling(other));
        }
    }

    #[test]
    fn the_table_is_in_order_and_without_chains() {
        let table: Vec<Vec<&str>> = rows(include_str!("spellings.tsv")).collect();
        assert!(table.is_sorted_by(|a, b| a[0] < b[0]));
        for row in &table {
            assert!(row[0].len() >= SHORTEST && row[0] != row[1], "{row:?}");
            assert_eq!(beginning(row[1]).map_or(row[1], |(_, one)| one), row[1], "{row:?}");
        }
    }
}
