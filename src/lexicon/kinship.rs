//! Words of kinship: `son`, `wife`, `niece`.

use super::{ByWord, Gender, WordTable, class, columns, rows};

const TABLE: &str = include_str!("kinship.tsv");

/// What a word of kinship says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kin {
    /// The word in the singular.
    pub singular: &'static str,
    /// It is the plural.
    pub plural: bool,
    /// The sex of the relative; none for `cousin`.
    pub gender: Option<Gender>,
}

/// The words of kinship, singular and plural.
pub type Kinship = ByWord<Kin>;

/// Reads the table and marks its words.
pub fn load(words: &mut WordTable) -> Kinship {
    let mut all = Vec::new();
    for row in rows(TABLE) {
        let [singular, plural, gender] = columns("kinship.tsv", &row);
        let gender = Gender::from_column(gender, "kinship.tsv", &row);
        all.push((words.mark(singular, class::KINSHIP), Kin { singular, plural: false, gender }));
        all.push((words.mark(plural, class::KINSHIP), Kin { singular, plural: true, gender }));
    }
    all.into_iter().collect()
}
