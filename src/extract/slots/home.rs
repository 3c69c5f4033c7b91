//! What makes a place the home of the person before it: "Ana Lee, 31, of |", "Ana Lee, who lives in |".

use std::ops::Range;

use crate::lexicon::word_sets;
use crate::text::{Kind, Token, Tokens, form};

word_sets! {
    /// Between a name and where somebody is from: `who is`, `a 31-year-old`.
    PASSED = 0: "home_passed";
    DWELL = 1: "dwell";
}

/// Whether a token may stand before a home.
pub fn opens(t: Tokens<'_>, at: usize) -> bool {
    ["of", "from", "in"].contains(&t.str(at))
}

/// Whether the tokens between a name and a place say that it is the person's home: nothing but "of", with an age or not, or a verb that
/// says so.
pub fn leads(t: Tokens<'_>, between: Range<usize>) -> bool {
    let Some((last, words)) = t.all[between.clone()].split_last() else { return false };
    let is = |token: &Token, word: &str| token.text(t.text) == word;
    if (between.start..=between.end).any(|i| t.all[i].has(form::LINE)) {
        return false;
    }
    let said = |token: &Token, sets: u32| !token.is_capital() && SETS.has(token, sets);
    let passed = |token: &Token| match token.kind {
        Kind::Word => said(token, PASSED | DWELL),
        Kind::Number => !token.text(t.text).contains('.'),
        Kind::Punct => !token.punct().is_some_and(|c| ['.', '…', ';', ':', '"', '“', '”'].contains(&c)),
        Kind::Clitic | Kind::Address => false,
    };
    let first = words.first();
    let apart = first.is_some_and(|f| is(f, "who") || f.punct().is_some_and(|c| [',', '(', '-', '–', '—'].contains(&c)));
    let dwells = words.iter().any(|w| said(w, DWELL));
    words.iter().all(passed) && (is(last, "of") || is(last, "from") && (apart || dwells) || is(last, "in") && dwells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;
    use crate::text::scan;

    #[test]
    fn what_stands_between_a_name_and_a_home() {
        let is_home = |words: &str| {
            let text = format!("Lee{words}Bergen");
            let tokens = scan(&text, &lexicon().words);
            leads(Tokens { text: &text, all: &tokens }, 1..tokens.len() - 1)
        };
        let homes = [" of ", ", 31, of ", " (31) from ", ", a 31-year-old from ", ", who lives in ", ", a resident of ", ", who is from "];
        assert!(homes.iter().all(|words| is_home(words)));
        let others = [", director of ", " from ", " in ", ", who works in ", ", 31, arrived in ", ". Of ", ", 31, said from ", " and "];
        assert!(!others.iter().any(|words| is_home(words)));
    }
}
