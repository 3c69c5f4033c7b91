//! Courtesy titles and abbreviated ranks: `Mr`, `Sir`, `Gen`, `Sen`.

use super::{ByWord, Gender, WordTable, class, columns, rows};

const TABLE: &str = include_str!("titles.tsv");

/// A word that stands before a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Title {
    /// What an abbreviated rank or office is in full; none for a mere courtesy.
    pub office: Option<&'static str>,
    /// The sex of whoever bears it: male for `Mr`; none where either may.
    pub gender: Option<Gender>,
}

/// The titles by word.
pub type Titles = ByWord<Title>;

/// Reads the table and marks its words.
pub fn load(words: &mut WordTable) -> Titles {
    let read = |row: Vec<&'static str>| {
        let [word, office, gender] = columns("titles.tsv", &row);
        let title = Title { office: (office != "-").then_some(office), gender: Gender::from_column(gender, "titles.tsv", &row) };
        (words.mark(word, class::TITLE), title)
    };
    rows(TABLE).map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn courtesies_have_a_gender_and_ranks_an_office() {
        let l = lexicon();
        assert_eq!(l.titles.get(l.words.id("mrs")), Some(Title { office: None, gender: Some(Gender::Female) }));
        assert_eq!(l.titles.get(l.words.id("gen")), Some(Title { office: Some("general"), gender: None }));
        assert_eq!(l.titles.get(l.words.id("table")), None);
    }
}
