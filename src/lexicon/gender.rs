//! Grammatical gender of titles, roles and given names, by which a pronoun finds its person.

use super::unknown;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Male,
    Female,
}

impl Gender {
    /// `m` or `f` of a table's column; none for `-`.
    pub fn from_column(column: &str, table: &str, row: &[&str]) -> Option<Gender> {
        match column {
            "m" => Some(Gender::Male),
            "f" => Some(Gender::Female),
            "-" => None,
            _ => unknown(table, row, column),
        }
    }
}
