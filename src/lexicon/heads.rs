//! Nouns that news count, and how they stand to each other: crooks are robbers, robbers may be men, officers are no protesters.

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::rows;
use super::stem;

const TABLE: &str = include_str!("heads.tsv");

/// By stem; read on first use, since only what compares articles asks.
#[derive(Default)]
struct Heads {
    /// From a stem to the stem that stands for all of its row.
    one: FxHashMap<CompactString, CompactString>,
    /// From such a stem to the number of its sort.
    sorts: FxHashMap<CompactString, usize>,
    /// From such a stem to the number of its row of nouns that may stand for each other.
    near: FxHashMap<CompactString, usize>,
    /// Such stems, the wider first.
    wider: FxHashSet<(CompactString, CompactString)>,
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let mut heads = Heads::default();
    for mut stems in rows_of("one") {
        let first = stems.remove(0);
        heads.one.extend(stems.into_iter().map(|s| (s, first.clone())));
    }
    let firsts = |kind| rows_of(kind).map(|stems| stems.iter().map(|s| heads.first(s).into()).collect::<Vec<CompactString>>());
    let numbered = |kind| firsts(kind).enumerate().flat_map(|(number, row)| row.into_iter().map(move |s| (s, number)));
    let (near, sorts) = (numbered("near").collect(), numbered("sort").collect());
    let wider = firsts("wide").flat_map(|row| row[1..].iter().map(|narrow| (row[0].clone(), narrow.clone())).collect::<Vec<_>>()).collect();
    Heads { near, sorts, wider, ..heads }
});

/// The stems of each row of a kind.
fn rows_of(kind: &str) -> impl Iterator<Item = Vec<CompactString>> {
    rows(TABLE).filter_map(move |row| match row[..] {
        [of, words] => (of == kind).then(|| words.split(' ').map(stem).collect()),
        _ => panic!("heads.tsv: {row:?}"),
    })
}

impl Heads {
    fn first<'s>(&'s self, stem: &'s str) -> &'s str {
        self.one.get(stem).map_or(stem, CompactString::as_str)
    }
}

/// The stem that stands for a stem and all that count the same thing; itself for most.
pub fn of(stem: &str) -> &str {
    HEADS.first(stem)
}

/// The number of the sort of people that a stem counts.
pub fn sort(stem: &str) -> Option<usize> {
    HEADS.sorts.get(of(stem)).copied()
}

/// The second may be what the first says more closely: `lorries` are `vehicles`.
pub fn is_kind_of(narrow: &str, wide: &str) -> bool {
    of(narrow) != of(wide) && HEADS.wider.contains(&(CompactString::from(of(wide)), CompactString::from(of(narrow))))
}

/// Two nouns by which some count what others count: `jobs` and `workers`.
pub fn are_near(a: &str, b: &str) -> bool {
    let near = |stem: &str| HEADS.near.get(of(stem)).copied();
    near(a).is_some() && near(a) == near(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_noun_is_a_kind_of_itself() {
        for row in rows_of("wide") {
            assert!(row[1..].iter().all(|narrow| of(narrow) != of(&row[0])), "{row:?}");
        }
    }

    #[test]
    fn a_noun_is_one_thing_and_of_one_sort() {
        for kind in ["near", "one", "sort"] {
            let mut number_of: FxHashMap<CompactString, usize> = FxHashMap::default();
            for (number, row) in rows_of(kind).enumerate() {
                for word in row {
                    assert_eq!(*number_of.entry(word.clone()).or_insert(number), number, "{word}");
                }
            }
        }
    }

    #[test]
    fn the_rows_are_sorted_by_kind() {
        assert!(rows(TABLE).is_sorted_by_key(|row| row[0]));
        assert!(rows(TABLE).all(|row| ["near", "one", "sort", "wide"].contains(&row[0])));
    }

    #[test]
    fn nouns_are_one_or_wider_or_of_two_sorts() {
        assert_eq!(of(&stem("raiders")), of(&stem("thieves")));
        assert!(is_kind_of(&stem("lorries"), &stem("vehicles")) && !is_kind_of("vehicl", "truck"));
        assert!(!is_kind_of(&stem("lorries"), &stem("buses")));
        assert!(are_near(&stem("jobs"), &stem("employees")) && !are_near(&stem("jobs"), &stem("houses")));
        assert!(sort(&stem("policemen")).is_some() && sort(&stem("officers")) == sort(&stem("cops")));
        assert_ne!(sort(&stem("pupils")), sort(&stem("teachers")));
        assert_eq!(sort("peopl"), None);
    }
}
