//! What organisation a phrase is about: "Norvik Shipping, | based in", "the merged group | will be led by".

use crate::claim::{Short, Slot};
use crate::extract::written::Written;
use crate::lexicon::{class, word_sets};

word_sets! {
    /// What several become: "the merged group".
    MERGED = 0: "merged";
    /// What an organisation is called by anybody.
    BODY = 1: "body";
    BODY_IN_GENERAL = 2: "body_in_general";
    /// Between an organisation and what is said of it.
    PASSED = 3: "copula";
    /// What sort of firm it is, behind its name: `plc`.
    SORT = 4: "sort_of_firm";
    /// Takes up a sentence with something else.
    TURN = 5: "turn";
}

/// Ends a name.
pub const STOPS: [char; 4] = [',', '.', ';', ':'];

fn is(word: &Written, sets: u32) -> bool {
    word.has(&SETS, sets)
}

fn merged() -> Option<Short> {
    Some(Short::from(Slot::MERGED))
}

/// The organisation that these words end in, before a comma or `will be`: "Norvik Shipping, which is |", "the merged group will be |".
pub fn subject(words: &[Written]) -> Option<Short> {
    let end = words.iter().rposition(|w| !is(w, PASSED)).map_or(0, |i| i + 1);
    let told = end < words.len() || words.last().is_some_and(|w| w.ends_with(&[',', '—', '–']));
    if told { named(&words[..end]) } else { None }
}

/// The organisation before an apposition that these words end in: "Norvik, a shipping company |".
pub fn apposed(words: &[Written]) -> Option<Short> {
    const LONGEST: usize = 5;
    let body = words.last().is_some_and(|w| is(w, BODY | BODY_IN_GENERAL));
    let article = |w: &Written| !w.is_capital() && w.is(&["a", "an", "the"]);
    let article = words.iter().rev().take(LONGEST).position(article).map(|n| words.len() - 1 - n)?;
    let comma = article.checked_sub(1).filter(|i| body && words[*i].ends_with(&[',']))?;
    named(&words[..=comma])
}

/// The organisation that these words end in.
pub fn named(words: &[Written]) -> Option<Short> {
    let (last, before) = words.split_last()?;
    if is(last, BODY | BODY_IN_GENERAL) && !last.is_capital() {
        return before.last().filter(|w| is(w, MERGED)).and_then(|_| merged());
    }
    let inside = |w: &&Written| w.is_capital() && !w.ends_with(&STOPS);
    let first = before.len() - before.iter().rev().take_while(inside).count();
    name(&words[first..])
}

/// The organisation that these words begin with: "Norvik Shipping said", "of the merged group".
pub fn object(words: &[Written]) -> Option<Short> {
    let from = words.iter().position(|w| !w.is(&["the", "of", "a"]))?;
    let words = &words[from..];
    if is(&words[0], MERGED) && !words[0].is_capital() {
        return words.get(1).filter(|w| is(w, BODY | BODY_IN_GENERAL)).and_then(|_| merged());
    }
    let open = words.iter().take_while(|w| w.is_capital()).count();
    let closed = words.iter().position(|w| w.ends_with(&STOPS) || w.is_possessive());
    name(&words[..closed.map_or(open, |i| open.min(i + 1))])
}

/// What several become, named anywhere in these words where nothing else takes up the sentence behind it.
pub fn merged_in(words: &[Written]) -> Option<Short> {
    let at = (1..words.len()).rev().find(|i| is(&words[i - 1], MERGED) && is(&words[*i], BODY | BODY_IN_GENERAL))?;
    let goes_on = |w: &Written| !w.ends_with(&[';', ':', '.']) && !is(w, TURN);
    words[at..].iter().all(goes_on).then(merged).flatten()
}

/// A name without its article and what sort of firm it is.
fn name(words: &[Written]) -> Option<Short> {
    let capital = words.first().is_some_and(Written::is_capital);
    let mut words = if words.first().is_some_and(|w| w.is(&["the"])) { &words[1..] } else { words };
    while let [rest @ .., last] = words
        && !rest.is_empty()
        && last.noun().is_some_and(|t| SETS.has(t, SORT))
    {
        words = rest;
    }
    let light = |w: &Written| w.token().is_some_and(|t| t.is(class::FUNCTION | class::WEEKDAY | class::MONTH | class::CUE));
    let plain: Vec<String> = words.iter().map(Written::plain).collect();
    let is_name = capital && !words.is_empty() && !words.iter().any(light) && plain.iter().all(|w| !w.is_empty());
    is_name.then(|| Short::from(plain.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::slots::tests::{Marked, words};

    #[test]
    fn whose_seat_it_is() {
        let of = |text: &str| subject(&words(&Marked::new(&format!("{text} |"))).0);
        assert_eq!(of("Norvik Shipping, which is").as_deref(), Some("norvik shipping"));
        assert_eq!(of("shares of Norvik Group,").as_deref(), Some("norvik"));
        assert_eq!(of("The merged group will be").as_deref(), Some(Slot::MERGED));
        assert_eq!(of("The company will be"), None, "which company nobody knows");
        assert_eq!(of("They are"), None);
        assert_eq!(of("a lawyer for Norvik"), None, "the lawyer may be based there");
        assert_eq!(named(&words(&Marked::new("at Norvik Inc.'s |")).0).as_deref(), Some("norvik"));
        assert_eq!(of("Rolls-Royce's Marine Group, which is").as_deref(), Some("rolls-royce marine"));
    }

    #[test]
    fn what_stands_behind() {
        let of = |text: &str| object(&words(&Marked::new(&format!("| {text}"))).1);
        assert_eq!(of("of the merged group, to").as_deref(), Some(Slot::MERGED));
        assert_eq!(of("Norvik Shipping said it").as_deref(), Some("norvik shipping"));
        assert_eq!(of("lawyer Ana Lee"), None);
    }
}
