//! Head words of roles: `president`, `spokesman`, `ally`.

use rustc_hash::FxHashMap;

use super::{Gender, WordTable, class, rows};
use crate::text::WordId;

const TABLE: &str = include_str!("roles.tsv");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// An office or trade, which may stand before a name: `President Sandu`.
    Office,
    /// A role only together with what it is of: `an ally of the president`.
    Relation,
    /// A person without office: `a witness`.
    Person,
}

/// What the head word of a role says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoleWord {
    /// Singular, in the usual spelling.
    pub title: &'static str,
    pub plural: bool,
    pub gender: Option<Gender>,
    pub kind: RoleKind,
}

/// The role words, singular and plural.
#[derive(Default)]
pub struct Roles(FxHashMap<WordId, RoleWord>);

impl Roles {
    /// Reads the table and marks its words.
    pub fn load(words: &mut WordTable) -> Self {
        let mut by_word = FxHashMap::default();
        for row in rows(TABLE) {
            let [singular, plural, gender, kind, usual] = row[..] else { panic!("roles.tsv: {row:?}") };
            let title = if usual == "-" { singular } else { usual };
            let gender = Gender::from_column(gender);
            let kind = match kind {
                "t" => RoleKind::Office,
                "r" => RoleKind::Relation,
                _ => RoleKind::Person,
            };
            let mut class = class::ROLE;
            if kind == RoleKind::Office {
                class = class | class::TITLE;
            }
            by_word.insert(words.mark(singular, class), RoleWord { title, plural: false, gender, kind });
            by_word.insert(words.mark(plural, class::ROLE), RoleWord { title, plural: true, gender, kind });
        }
        Roles(by_word)
    }

    pub fn get(&self, word: WordId) -> Option<RoleWord> {
        self.0.get(&word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{lexicon, tests::assert_sorted};

    #[test]
    fn the_table_is_sorted_and_lower_case() {
        assert_sorted(TABLE);
    }

    #[test]
    fn spellings_and_plurals_lead_to_one_title() {
        let l = lexicon();
        let title = |w: &str| l.roles.get(l.words.id(w)).map(|r| (r.title, r.plural));
        assert_eq!(title("advisors"), Some(("adviser", true)));
        assert_eq!(title("secretary"), Some(("secretary", false)));
        assert_eq!(title("table"), None);
    }
}
