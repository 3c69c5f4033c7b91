//! What was done with what a figure counts or is the worth of: a book is printed and sold, a watch is stolen and found again.

use crate::lexicon::{lexicon, word_sets};

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

/// What was done, as the word tells that stands nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Made,
    Sold,
    Taken,
    Back,
}

/// Words looked at before a figure and behind it.
const NEAR: usize = 6;

/// Reads the words of its clause before a figure, else those behind.
pub fn stage(before: &str, behind: &str) -> Option<Stage> {
    let ends = |word: &&str| word.ends_with([',', ';', ':', '.']);
    let left = before.split_whitespace().rev().take(NEAR).take_while(|word| !ends(word)).find_map(of_word);
    left.or_else(|| {
        let end = behind.split_whitespace().take(NEAR).position(|word| ends(&word)).map_or(NEAR, |at| at + 1);
        behind.split_whitespace().take(end).find_map(of_word)
    })
}

fn of_word(word: &str) -> Option<Stage> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    match SETS.get(lexicon().words.id(&word)) {
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

    #[test]
    fn the_nearest_word_tells() {
        assert_eq!(stage("The press printed ", " maps"), Some(Stage::Made));
        assert_eq!(stage("Coins worth ", " were stolen in Ghent."), Some(Stage::Taken));
        assert_eq!(stage("Police recovered coins worth ", " stolen in Ghent."), Some(Stage::Back));
        assert_eq!(stage("The coins were sold, and ", " came to see them."), None);
    }
}
