//! Whose seat a place is: "Norvik Shipping, based in |", "| will be home to the headquarters of Norvik Shipping".

use super::owner::{STOPS, apposed, merged_in, named, object, subject};
use crate::claim::Short;
use crate::extract::written::Written;
use crate::lexicon::word_sets;
use crate::text::Token;

word_sets! {
    /// Words for an office that is one of several, or is being left.
    MOVED = 0: "seat_moved";
    /// Between an organisation and its office: `its global headquarters`.
    PLAIN = 1: "office_modifier";
    /// Between a place and what it is to somebody.
    COPULA = 2: "seat_copula";
    /// What has its home in a town: `brewery`, `band`.
    BODY = 3: "seated_body";
}

/// The word names a body that has its home in a town.
pub fn is_body(token: &Token) -> bool {
    SETS.has(token, BODY)
}

/// The organisation that has its seat there, by the words on both sides of a place. `behind` begins right behind its name.
pub fn owner(before: &[Written], behind: &[Written]) -> Option<Short> {
    const BEHIND: usize = 14;
    let behind = &behind[..behind.len().min(BEHIND)];
    if before.iter().chain(behind).any(|w| w.has(&SETS, MOVED)) {
        return None;
    }
    based(before)
        .or_else(|| with_office(before))
        .or_else(|| office_is(before))
        .or_else(|| whose_office(before))
        .or_else(|| attribute(behind))
        .or_else(|| is_home(behind))
        .or_else(|| of_town(before, behind))
        .or_else(|| from_town(before))
}

/// `the | brewery Norvik`, `Norvik, a | brewery`.
fn of_town(before: &[Written], behind: &[Written]) -> Option<Short> {
    const DESCRIBED: usize = 3;
    let (article, of) = before.split_last()?;
    let body = behind.iter().take(DESCRIBED).position(|w| w.has(&SETS, BODY))?;
    let plain = |w: &Written| w.token().is_some() && !w.is_capital() && !w.ends_with(&STOPS);
    if !article.is(&["a", "an", "the"]) || !behind[..body].iter().all(plain) {
        return None;
    }
    let last = &behind[body];
    let behind = || object(&behind[body + 1..]).filter(|_| behind.get(body + 1).is_some_and(Written::is_capital));
    let apposed = of.last().is_some_and(|w| w.ends_with(&[',']));
    if apposed && last.ends_with(&STOPS) {
        named(of)
    } else if plain(last) {
        behind()
    } else {
        None
    }
}

/// `Norvik, a small brewery from |`.
fn from_town(words: &[Written]) -> Option<Short> {
    const LONGEST: usize = 5;
    let [of @ .., body, from] = words else { return None };
    let article = of.iter().rev().take(LONGEST).position(|w| w.is(&["a", "an", "the"])).map(|n| of.len() - 1 - n)?;
    let comma = article.checked_sub(1).filter(|i| of[*i].ends_with(&[',']))?;
    let plain = |w: &Written| !w.is_capital() && !w.ends_with(&STOPS);
    let told = from.is(&["from"]) && body.has(&SETS, BODY) && of[article..].iter().all(plain) && plain(body);
    told.then(|| named(&of[..=comma])).flatten()
}

/// `… based in`, `… run from`.
fn based(words: &[Written]) -> Option<Short> {
    let [of @ .., phrase, last] = words else { return None };
    let based = phrase.is(&["based", "headquartered"]) && last.is(&["in"]) || phrase.is(&["run", "managed"]) && last.is(&["from"]);
    based.then(|| subject(of).or_else(|| apposed(of)).or_else(|| described(of)).or_else(|| merged_in(of))).flatten()
}

/// `Norvik, a maker of small boats |`: the name before an apposition in lower case. That of a person is no organisation's, which the
/// articles tell.
fn described(words: &[Written]) -> Option<Short> {
    const LONGEST: usize = 7;
    let article = words.iter().rev().take(LONGEST).position(|w| w.is(&["a", "an", "the"])).map(|n| words.len() - 1 - n)?;
    let comma = article.checked_sub(1).filter(|i| words[*i].ends_with(&[',']))?;
    let plain = |w: &Written| !w.is_capital() && !w.ends_with(&STOPS);
    words[article..].iter().all(plain).then(|| named(&words[..=comma])).flatten()
}

/// `… has its headquarters in`, `Norvik's head office in`.
fn with_office(words: &[Written]) -> Option<Short> {
    let [until @ .., office, _] = words else { return None };
    let of = match until {
        _ if !words.last()?.is(&["in"]) => return None,
        _ if office.is(&["headquarters"]) => until,
        [of @ .., sort] if office.is(&["office"]) && sort.is(&["head", "main"]) => of,
        _ => return None,
    };
    let from = of.iter().rposition(|w| !w.has(&SETS, PLAIN))?;
    let (owner, word) = (&of[..from], &of[from]);
    if word.is(&["has", "have", "keep", "keeps"]) {
        subject(owner).or_else(|| named(owner))
    } else if word.is(&["with"]) {
        named(owner).or_else(|| merged_in(owner))
    } else if word.is_possessive() {
        named(&of[..=from])
    } else {
        None
    }
}

/// `the headquarters of Norvik will be in`.
fn office_is(words: &[Written]) -> Option<Short> {
    let of = words.iter().rposition(|w| w.is(&["of"])).filter(|i| *i > 0 && words[i - 1].is(&["headquarters"]))?;
    let end = words.len() - 1;
    (words[end].is(&["in"]) && of + 1 < end).then(|| subject(&words[of + 1..end])).flatten()
}

/// `Norvik, whose headquarters are in`.
fn whose_office(words: &[Written]) -> Option<Short> {
    let [of @ .., whose, office, copula, last] = words else { return None };
    let told = whose.is(&["whose"]) && office.is(&["headquarters"]) && copula.is(&["are", "is"]) && last.is(&["in"]);
    told.then(|| named(of)).flatten()
}

/// `-based Norvik Shipping`.
fn attribute(behind: &[Written]) -> Option<Short> {
    const LONGEST: usize = 6;
    let (first, rest) = behind.split_first()?;
    first.is_suffix("based").then(|| object(&rest[..rest.len().min(LONGEST)])).flatten()
}

/// `will be home to the headquarters of Norvik`, `is to be the seat of Norvik`.
fn is_home(words: &[Written]) -> Option<Short> {
    const PHRASES: [&[&str]; 5] = [
        &["home", "to", "the", "headquarters", "of"],
        &["home", "to", "the", "head", "office", "of"],
        &["the", "headquarters", "of"],
        &["the", "seat", "of"],
        &["headquarters", "of"],
    ];
    let from = words.iter().position(|w| !w.has(&SETS, COPULA)).filter(|i| *i > 0)?;
    let rest = &words[from..];
    let is = |phrase: &&&[&str]| rest.len() > phrase.len() && phrase.iter().zip(rest).all(|(a, b)| b.is(&[a]));
    object(&rest[PHRASES.iter().find(is)?.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Slot;
    use crate::extract::slots::tests::{Marked, words};

    fn of(text: &str) -> Option<Short> {
        let marked = Marked::new(text);
        let (before, behind) = words(&marked);
        owner(&before, &behind)
    }

    #[test]
    fn whose_seat() {
        let seats = [
            "Norvik Shipping, based in |.",
            "Norvik Shipping, which is headquartered in |,",
            "Norvik Shipping, a small company based in |,",
            "Norvik Shipping, a maker of small boats based in |,",
            "Norvik Shipping has its head office in |.",
            "The headquarters of Norvik Shipping will be in |.",
            "a stake in Norvik Shipping, whose headquarters are in |.",
            "It is |-based Norvik Shipping that",
            "| will be home to the headquarters of Norvik Shipping.",
            "a fire at Norvik Shipping's headquarters in | on",
            "It was the | freight company Norvik Shipping that",
            "Norvik Shipping, a | ferry operator, lost",
            "Norvik Shipping, a small ferry operator from |, lost",
        ];
        for text in seats {
            assert_eq!(of(text).as_deref(), Some("norvik shipping"), "{text}");
        }
        assert_eq!(of("The merged company will be based in | and led by").as_deref(), Some(Slot::MERGED));
        assert_eq!(of("The merged company is also UK-based in |"), None, "how it is called, not where it sits");
        let others = [
            "Norvik Shipping has its European headquarters in |.",
            "Norvik Shipping opened an office in |.",
            "Norvik Shipping, once based in |,",
            "The company is based in |.",
            "a reporter for Norvik Shipping based in |",
            "The owner of Norvik Shipping, a man from |,",
            "Norvik Shipping sold the | company",
            "Norvik Shipping bought a | company,",
        ];
        assert!(others.iter().all(|text| of(text).is_none()));
    }
}
