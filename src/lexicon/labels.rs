//! Words whose number is a name: Article 5, Boeing 737, Group 20.

use super::{WordTable, class, lines};

/// Marks the words of the table.
pub fn mark(words: &mut WordTable) {
    for word in lines(include_str!("labels.tsv")) {
        words.mark(word, class::LABEL);
    }
}
