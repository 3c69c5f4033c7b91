//! What was done with what a figure counts or is the worth of: a book is printed and sold, a watch is stolen and found again.

use crate::claim::Stage;
use crate::extract::written::{Around, Written};
use crate::lexicon::word_sets;

word_sets! {
    /// `printed`.
    MADE = 0: "copied_out";
    /// `sold`.
    SOLD = 1: "sold_off";
    /// `stole`.
    TAKEN = 2: "stolen";
    /// `recovered`.
    BACK = 3: "got_back";
}

/// Words looked at before a figure and behind it.
const NEAR: usize = 6;

/// Reads the words of its clause before a figure, else those behind.
pub fn stage(around: &Around) -> Option<Stage> {
    let ends = |w: &&Written| w.ends_with(&[',', ';', ':', '.']);
    let left = around.back().take(NEAR).take_while(|w| !ends(w)).find_map(of_word);
    left.or_else(|| {
        let near = || around.behind.iter().take(NEAR);
        let end = near().position(|w| ends(&w)).map_or(NEAR, |at| at + 1);
        near().take(end).find_map(of_word)
    })
}

fn of_word(word: &Written) -> Option<Stage> {
    match SETS.get(word.token()?.word) {
        MADE => Some(Stage::Made),
        SOLD => Some(Stage::Sold),
        TAKEN => Some(Stage::Taken),
        BACK => Some(Stage::Back),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::beside::tests::ask;

    #[test]
    fn the_nearest_word_tells() {
        assert_eq!(ask("The press printed |300| maps", stage), Some(Stage::Made));
        assert_eq!(ask("Coins worth |$300| were stolen in Ghent.", stage), Some(Stage::Taken));
        assert_eq!(ask("Police recovered coins worth |$300| stolen in Ghent.", stage), Some(Stage::Back));
        assert_eq!(ask("The coins were sold, and |300| came to see them.", stage), None);
    }
}
