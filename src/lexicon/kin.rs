//! Families of counted nouns: `homes` and `structures` may count the same buildings.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::rows;
use super::stem;

/// From the stem of a noun to its family.
pub struct Kin(FxHashMap<CompactString, &'static str>);

impl Kin {
    pub fn load() -> Self {
        let mut by_stem = FxHashMap::default();
        for row in rows(include_str!("kin.tsv")) {
            let [family, nouns] = row[..] else { panic!("kin.tsv: {row:?}") };
            by_stem.extend(nouns.split(' ').map(|n| (stem(n), family)));
        }
        Kin(by_stem)
    }

    /// The family of a stemmed noun.
    pub fn family(&self, stem: &str) -> Option<&'static str> {
        self.0.get(stem).copied()
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
    }

    #[test]
    fn no_noun_has_two_families() {
        let nouns: Vec<&str> = rows(include_str!("kin.tsv")).flat_map(|r| r[1].split(' ').collect::<Vec<_>>()).collect();
        let unlike: rustc_hash::FxHashSet<&str> = nouns.iter().copied().collect();
        assert_eq!(nouns.len(), unlike.len());
        let mut families: FxHashMap<CompactString, &str> = FxHashMap::default();
        for row in rows(include_str!("kin.tsv")) {
            for noun in row[1].split(' ') {
                assert_eq!(*families.entry(stem(noun)).or_insert(row[0]), row[0], "{noun}");
            }
        }
    }
}
