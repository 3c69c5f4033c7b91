//! Rows that the user's configuration adds to the tables.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::slug;

/// Rows in the formats of the tables, and names that stand for others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct More {
    /// Rows of `units.tsv`.
    pub units: String,
    /// Rows of `concepts.tsv`, in any order; a row of a name that the table has adds words to it.
    pub concepts: String,
    /// Rows of `agencies.tsv`.
    pub agencies: String,
    /// Name, and the name that it stands for.
    pub aliases: Vec<(String, String)>,
}

impl More {
    /// Nothing is added.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && self.concepts.is_empty() && self.agencies.is_empty() && self.aliases.is_empty()
    }
}

static MORE: OnceLock<More> = OnceLock::new();

/// Adds rows to the tables. Has an effect only before anything is looked up.
pub fn add(more: More) {
    let _ = MORE.set(more);
}

/// What was added, if anything.
pub fn more() -> Option<&'static More> {
    MORE.get()
}

/// Rows of a table with those that were added, which come first and so prevail.
pub(super) fn rows(added: fn(&'static More) -> &'static str, table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    super::rows(more().map_or("", added)).chain(super::rows(table))
}

/// Names that stand for others, in the form of entity ids (`kiev` → `kyiv`).
#[derive(Debug, Default)]
pub struct Aliases(FxHashMap<String, String>);

impl Aliases {
    pub(super) fn load() -> Self {
        let pairs = more().map_or(&[][..], |m| &m.aliases[..]);
        Aliases(pairs.iter().map(|(alias, name)| (slug(alias), slug(name))).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entity that `kind:name` stands for, when the name is an alias.
    pub fn entity(&self, entity: &str) -> Option<String> {
        let (kind, name) = entity.split_once(':')?;
        self.0.get(name).map(|n| format!("{kind}:{n}"))
    }

    /// The name of a person with the alias that it is, or ends with, replaced; in lower case.
    pub fn name(&self, name: &str) -> Option<String> {
        if self.is_empty() {
            return None;
        }
        let name = slug(name);
        let mut ends = std::iter::once(0).chain(name.match_indices('-').map(|(i, _)| i + 1));
        ends.find_map(|i| self.0.get(&name[i..]).map(|n| format!("{}{n}", &name[..i]).replace('-', " ")))
    }
}
