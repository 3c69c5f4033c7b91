//! Titles that name one office or kind of work: `CEO`, `chief executive`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::rows;

const TABLE: &str = include_str!("role_synonyms.tsv");

/// From a title to the usual one of its row. Read on first use, since only what compares articles asks.
static USUAL: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    for row in rows(TABLE) {
        all.extend(row.iter().map(|title| (*title, row[0])));
    }
    all
});

/// The name under which titles of one office meet: that of the longest end of the title that the table has, or the title itself.
pub fn office(title: &str) -> &str {
    known_end(title).map_or(title, |start| USUAL[&title[start..]])
}

/// What stands before that end: `party` of a party chairman.
pub fn before_office(title: &str) -> &str {
    title[..known_end(title).unwrap_or(0)].trim_end()
}

fn known_end(title: &str) -> Option<usize> {
    let mut ends = std::iter::once(0).chain(title.match_indices(' ').map(|(i, _)| i + 1));
    ends.find(|start| USUAL.contains_key(&title[*start..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_in_one_row() {
        let titles = rows(TABLE).flat_map(|row| row.into_iter()).count();
        assert_eq!(titles, USUAL.len());
    }

    #[test]
    fn the_end_of_a_title_decides() {
        assert_eq!(office("police officer"), "officer");
        assert_eq!(office("chief executive officer"), "chief executive");
        assert_eq!(office("marketing director"), "chief");
        assert_eq!(office("vice chair"), "vice chairman");
        assert_eq!(office("weaver"), "weaver");
        assert_eq!(["party chairman", "chairman", "weaver"].map(before_office), ["party", "", ""]);
    }
}
