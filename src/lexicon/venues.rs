//! What the end of a place's name says that it is: `General Hospital`, `Crown Court`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::streets::kind_of_street;
use super::{columns, rows};

const TABLE: &str = include_str!("venues.tsv");

static KINDS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let read = |row: Vec<&'static str>| {
        let [end, kind] = columns("venues.tsv", &row);
        (end, kind)
    };
    rows(TABLE).map(read).collect()
});

/// What a name in lower case says that its place is: `court` of `velm crown court`, `street` of all streets. A name of the kind alone says
/// nothing of which it is.
pub fn kind_of_venue(name: &str) -> Option<&'static str> {
    let (before, last) = name.rsplit_once(' ')?;
    let two = before.rsplit_once(' ').and_then(|(_, word)| KINDS.get(&name[name.len() - last.len() - 1 - word.len()..]));
    // "Tennis Court Road" is a street, "Velm Crown Court" none
    two.or_else(|| KINDS.get(last)).copied().or_else(|| kind_of_street(last).map(|_| "street"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_by_the_ends_of_names() {
        let kinds = ["velm crown court", "st anne's medical centre", "oak lane", "velm", "hospital", "harper county"].map(kind_of_venue);
        assert_eq!(kinds, [Some("court"), Some("hospital"), Some("street"), None, None, Some("county")]);
    }
}
