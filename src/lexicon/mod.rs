//! Tables of facts about English and the world, beside their typed loaders (`*.tsv`; a line beginning with `#` is a comment that
//! names the source). A table is tested data: sorted, unique, normalised, without contradictions.

pub mod class;
pub mod phrases;
pub mod words;

use std::sync::LazyLock;

pub use phrases::Phrases;
pub use words::WordTable;

/// All tables. Built once, on first use, from the text of the tables inside the program.
pub struct Lexicon {
    pub words: WordTable,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words = WordTable::default();
    words.mark_list(include_str!("function_words.tsv"));
    Lexicon { words }
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
