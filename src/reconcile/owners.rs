//! What organisation a phrase is about: "Norvik Shipping, | based in", "the merged group | will be led by".

use crate::lexicon::{class, lexicon, word_sets};

word_sets! {
    /// What several become: "the merged group".
    MERGED = 0: "merged";
    /// What an organisation is called by anybody.
    BODY = 1: "body";
    BODY_IN_GENERAL = 2: "body_in_general";
    /// Between an organisation and what is said of it.
    PASSED = 3: "copula";
}

/// No story names more seats, leaders or voyages of one.
pub const CROWD: usize = 40;
/// Words looked at on either side.
const REACH: usize = 24;
/// The one name of all that several become.
pub const NEW: &str = "merged";

/// The last words before a place or person, in the order of the text.
pub fn last_words(before: &str) -> Vec<&str> {
    let mut words: Vec<&str> = before.split_whitespace().rev().take(REACH).collect();
    words.reverse();
    words
}

/// A word without what stands around it, in lower case.
pub fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn is(word: &str, sets: u32) -> bool {
    SETS.get(lexicon().words.id(&plain(word))) & sets != 0
}

fn ends_with_mark(word: &str) -> bool {
    word.ends_with([',', '—', '–'])
}

/// The organisation that these words end in, before a comma or `will be`: "Norvik Shipping, which is |", "the merged group will be |".
pub fn subject(words: &[&str]) -> Option<String> {
    let end = words.iter().rposition(|w| !is(w, PASSED)).map_or(0, |i| i + 1);
    let told = end < words.len() || words.last().is_some_and(|w| ends_with_mark(w));
    if told { named(&words[..end]) } else { None }
}

/// The organisation before an apposition that these words end in: "Norvik, a shipping company |".
pub fn apposed(words: &[&str]) -> Option<String> {
    const LONGEST: usize = 5;
    let body = words.last().is_some_and(|w| is(w, BODY | BODY_IN_GENERAL));
    let article = words.iter().rev().take(LONGEST).position(|w| matches!(*w, "a" | "an" | "the")).map(|n| words.len() - 1 - n)?;
    let comma = article.checked_sub(1).filter(|i| body && words[*i].ends_with(','))?;
    let name = words[comma].trim_end_matches(',');
    named(&words[..comma].iter().copied().chain([name]).collect::<Vec<_>>())
}

/// The organisation that these words end in.
pub fn named(words: &[&str]) -> Option<String> {
    let last = words.last()?;
    if is(last, BODY | BODY_IN_GENERAL) && !last.starts_with(char::is_uppercase) {
        let before = words.len().checked_sub(2).map(|i| words[i])?;
        return is(before, MERGED).then(|| NEW.to_owned());
    }
    let inside = |w: &&&str| w.starts_with(char::is_uppercase) && !w.ends_with([',', '.', ';', ':']);
    let first = words.len() - 1 - words[..words.len() - 1].iter().rev().take_while(inside).count();
    name(&words[first..])
}

/// The organisation that these words begin with: "Norvik Shipping said", "of the merged group".
pub fn object(words: &[&str]) -> Option<String> {
    let from = words.iter().position(|w| !matches!(plain(w).as_str(), "the" | "of" | "a"))?;
    let words = &words[from..];
    if is(words[0], MERGED) && !words[0].starts_with(char::is_uppercase) {
        return words.get(1).is_some_and(|w| is(w, BODY | BODY_IN_GENERAL)).then(|| NEW.to_owned());
    }
    let open = words.iter().take_while(|w| w.starts_with(char::is_uppercase)).count();
    let closed = words.iter().position(|w| w.ends_with([',', '.', ';', ':']) || w.ends_with("'s") || w.ends_with("’s"));
    name(&words[..closed.map_or(open, |i| open.min(i + 1))])
}

/// What several become, named anywhere in these words where nothing else takes up the sentence behind it.
pub fn merged_in(words: &[&str]) -> Option<String> {
    const TURNS: [&str; 8] = ["because", "but", "if", "that", "when", "which", "while", "who"];
    let at = (1..words.len()).rev().find(|i| is(words[i - 1], MERGED) && is(words[*i], BODY | BODY_IN_GENERAL))?;
    let on = |w: &str| !w.ends_with([';', ':', '.']) && !TURNS.contains(&plain(w).as_str());
    words[at..].iter().all(|w| on(w)).then(|| NEW.to_owned())
}

/// A name without its article and what sort of firm it is.
fn name(words: &[&str]) -> Option<String> {
    const SORTS: [&str; 14] =
        ["ag", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings", "inc", "limited", "ltd", "plc", "sa"];
    let mut plain: Vec<String> = words.iter().map(|w| plain(w.trim_end_matches("'s").trim_end_matches("’s"))).collect();
    if plain.first().is_some_and(|w| w == "the") {
        plain.remove(0);
    }
    while plain.len() > 1 && plain.last().is_some_and(|w| SORTS.contains(&w.as_str())) {
        plain.pop();
    }
    let capital = words.first().is_some_and(|w| w.starts_with(char::is_uppercase));
    let light =
        |w: &String| lexicon().words.classes(lexicon().words.id(w)).any(class::FUNCTION | class::WEEKDAY | class::MONTH | class::CUE);
    (capital && !plain.is_empty() && !plain.iter().any(|w| w.is_empty() || light(w))).then(|| plain.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        text.split_whitespace().collect()
    }

    #[test]
    fn whose_seat_it_is() {
        let of = |text| subject(&words(text));
        assert_eq!(of("Norvik Shipping, which is").as_deref(), Some("norvik shipping"));
        assert_eq!(of("shares of Norvik Group,").as_deref(), Some("norvik"));
        assert_eq!(of("The merged group will be").as_deref(), Some(NEW));
        assert_eq!(of("The company will be"), None, "which company nobody knows");
        assert_eq!(of("They are"), None);
        assert_eq!(of("a lawyer for Norvik"), None, "the lawyer may be based there");
    }

    #[test]
    fn what_stands_behind() {
        let of = |text| object(&words(text));
        assert_eq!(of("of the merged group, to").as_deref(), Some(NEW));
        assert_eq!(of("Norvik Shipping said it").as_deref(), Some("norvik shipping"));
        assert_eq!(of("lawyer Ana Lee"), None);
    }
}
