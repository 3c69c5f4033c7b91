//! Words at the ends of a street's name: `St`, `Avenue`; `N.W.` before it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{columns, rows, unknown};

const TABLE: &str = include_str!("streets.tsv");

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Street,
    Side,
}

/// Read on first use, since only what compares places asks.
static STREETS: LazyLock<FxHashMap<&'static str, (Kind, &'static str)>> = LazyLock::new(|| {
    let read = |row: Vec<&'static str>| {
        let [word, full, kind] = columns("streets.tsv", &row);
        let kind = match kind {
            "street" => Kind::Street,
            "side" => Kind::Side,
            _ => unknown("streets.tsv", &row, kind),
        };
        (word, (kind, full))
    };
    rows(TABLE).map(read).collect()
});

fn full(word: &str, wanted: Kind) -> Option<&'static str> {
    STREETS.get(word).filter(|(kind, _)| *kind == wanted).map(|(_, full)| *full)
}

/// The kind of street that the last word of a name in lower case is, written out.
pub fn kind_of_street(word: &str) -> Option<&'static str> {
    full(word, Kind::Street)
}

/// The side of the town that a word in lower case is, written out.
pub fn side_of_town(word: &str) -> Option<&'static str> {
    full(word, Kind::Side)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_out() {
        assert_eq!(["st", "avenue", "nw", "oak"].map(kind_of_street), [Some("street"), Some("avenue"), None, None]);
        assert_eq!(["nw", "east", "st"].map(side_of_town), [Some("northwest"), Some("east"), None]);
    }
}
