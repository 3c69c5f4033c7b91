//! Families of counted nouns: `homes` and `structures` may count the same buildings.

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::stem;
use super::{columns, rows};

/// From the stem of a noun to its family, and the stems of what people do.
pub struct Kin {
    families: FxHashMap<CompactString, &'static str>,
    trades: FxHashSet<CompactString>,
}

impl Kin {
    pub fn load() -> Self {
        let mut kin = Kin { families: FxHashMap::default(), trades: FxHashSet::default() };
        for row in rows(include_str!("kin.tsv")) {
            let [name, nouns] = columns("kin.tsv", &row);
            let family = name.strip_suffix("/trade");
            if family.is_some() {
                kin.trades.extend(nouns.split(' ').map(stem));
            }
            kin.families.extend(nouns.split(' ').map(|n| (stem(n), family.unwrap_or(name))));
        }
        kin
    }

    /// The family of a stemmed noun.
    pub fn family(&self, stem: &str) -> Option<&'static str> {
        self.families.get(stem).copied()
    }

    /// Whether a stemmed noun tells what somebody does.
    pub fn is_trade(&self, stem: &str) -> bool {
        self.trades.contains(stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_hold_unlike_nouns() {
        let kin = Kin::load();
        assert_eq!(kin.family(&stem("homes")), Some("building"));
        assert_eq!(kin.family(&stem("structures")), kin.family(&stem("home")));
        assert_eq!(kin.family(&stem("missiles")), kin.family(&stem("drone")));
        assert_eq!(kin.family("opinion"), None);
        assert!(kin.is_trade(&stem("bakers")) && !kin.is_trade(&stem("victim")));
        assert_eq!(kin.family(&stem("bakers")), Some("people"));
    }

    #[test]
    fn no_noun_has_two_families() {
        let nouns: Vec<&str> = rows(include_str!("kin.tsv")).flat_map(|r| r[1].split(' ').collect::<Vec<_>>()).collect();
        let unlike: FxHashSet<&str> = nouns.iter().copied().collect();
        assert_eq!(nouns.len(), unlike.len());
        let mut families: FxHashMap<CompactString, &str> = FxHashMap::default();
        for row in rows(include_str!("kin.tsv")) {
            for noun in row[1].split(' ') {
                assert_eq!(*families.entry(stem(noun)).or_insert(row[0]), row[0], "{noun}");
            }
        }
    }
}
