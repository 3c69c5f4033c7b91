//! Tables of facts about English and the world, beside their typed loaders (`*.tsv`; a line beginning with `#` is a comment that
//! names the source). A table is tested data: sorted, unique, normalised, without contradictions.

pub mod class;
pub mod concepts;
pub mod gender;
pub mod kinship;
pub mod phrases;
pub mod roles;
pub mod status;
pub mod titles;
pub mod words;

use std::sync::LazyLock;

pub use concepts::Concepts;
pub use gender::Gender;
pub use kinship::Kinship;
pub use phrases::Phrases;
pub use roles::Roles;
pub use status::StatusWords;
pub use titles::Titles;
pub use words::WordTable;

/// All tables. Built once, on first use, from the text of the tables inside the program.
pub struct Lexicon {
    pub titles: Titles,
    pub roles: Roles,
    pub kinship: Kinship,
    pub status: StatusWords,
    pub concepts: Concepts,
    pub words: WordTable,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words = WordTable::default();
    words.mark_list(include_str!("function_words.tsv"));
    words.mark_list(include_str!("abbreviations.tsv"));
    Lexicon {
        titles: Titles::load(&mut words),
        roles: Roles::load(&mut words),
        kinship: Kinship::load(&mut words),
        status: StatusWords::load(&mut words),
        concepts: Concepts::load(&mut words),
        words,
    }
});

/// The program's lexicon.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The rows of a table: lines that are neither empty nor comments, split at tabs.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(table).map(|line| line.split('\t').collect())
}

/// The lines of a table that are neither empty nor comments.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::lines;

    /// A table's first column is sorted, unique and in lower case.
    pub fn assert_sorted(table: &'static str) {
        let words: Vec<&str> = lines(table).map(|l| l.split('\t').next().unwrap_or(l)).collect();
        for pair in words.windows(2) {
            assert!(pair[0] < pair[1], "{:?} stands before {:?}", pair[0], pair[1]);
        }
        for w in words {
            assert_eq!(w, w.to_lowercase());
        }
    }
}
