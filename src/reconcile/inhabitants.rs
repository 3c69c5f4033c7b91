//! Who is told of by their home before they are named: "A Foča man was found guilty of theft on Monday. Marko Ilic, 31, said nothing."
//!
//! Reports from courts and the police begin so. The one who is named is of the sex that the noun tells, stands with an age within the next
//! sentences, and both sentences tell of what befalls suspects.

use super::story::Story;
use crate::lexicon::Gender;
use crate::value::NameForm;

/// Nouns for somebody who is told of by a home.
const NOUNS: [(&str, Gender); 6] = [
    ("boy", Gender::Male),
    ("father", Gender::Male),
    ("girl", Gender::Female),
    ("man", Gender::Male),
    ("mother", Gender::Female),
    ("woman", Gender::Female),
];
/// So many sentences behind it they are named.
const NAMED_WITHIN: u32 = 3;
/// Beginnings of words for what befalls suspects (any dictionary).
const BEFALLS: [&str; 14] = [
    "accus", "acquit", "arraign", "arrest", "charge", "convict", "custody", "guilty", "indict", "jail", "plead", "prison", "sentenc",
    "suspect",
];

/// Each place that is somebody's home so, with the claim that names the person.
pub fn named_later(story: &Story) -> Vec<(usize, usize)> {
    let told = (0..story.claims.len()).filter_map(|place| Some((place, inhabitant(story, place)?)));
    told.filter_map(|(place, gender)| Some((place, named(story, place, gender)?))).collect()
}

/// The sex of whom the noun behind a place tells.
fn inhabitant(story: &Story, member: usize) -> Option<Gender> {
    let claim = story.claims[member].claim;
    claim.place.as_deref().filter(|p| !p.metonym)?;
    let behind = story.behind(member);
    let word: String = behind.strip_prefix(' ')?.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let (_, gender) = NOUNS.into_iter().find(|(noun, _)| *noun == word)?;
    befalls(story.sentence(member)).then_some(gender)
}

fn befalls(sentence: &str) -> bool {
    sentence
        .split(|c: char| !c.is_alphabetic())
        .any(|w| BEFALLS.iter().any(|b| w.len() >= b.len() && w.is_char_boundary(b.len()) && w[..b.len()].eq_ignore_ascii_case(b)))
}

/// The first person of that sex who is named in full, with an age, in the sentences behind.
fn named(story: &Story, place: usize, gender: Gender) -> Option<usize> {
    let home = &story.claims[place];
    let near = |m: usize| {
        let other = &story.claims[m];
        other.line == home.line && other.claim.sentence <= home.claim.sentence + NAMED_WITHIN
    };
    let is_named = |m: usize| {
        let claim = story.claims[m].claim;
        let full = claim.person.is_some() && claim.text.contains(' ') && claim.sentence > home.claim.sentence;
        full && NameForm::new(&claim.text).given_gender() == Some(gender)
    };
    let first = (place + 1..story.claims.len()).take_while(|m| near(*m)).find(|m| is_named(*m))?;
    (has_age(story, first) && befalls(story.sentence(first))).then_some(first)
}

/// "Marko Ilic, 31,", "31-year-old Marko Ilic".
fn has_age(story: &Story, person: usize) -> bool {
    let number = |w: &str| w.len() < 3 && w.starts_with(|c: char| c.is_ascii_digit());
    let behind = story.behind(person).strip_prefix(", ").and_then(|rest| rest.split([',', ' ', '.']).next()).is_some_and(number);
    let before = story.before(person).trim_end();
    behind || before.ends_with("year-old") || before.ends_with("year old")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_befalls_suspects() {
        assert!(befalls("A man was Arrested.") && befalls("They pleaded guilty"));
        assert!(!befalls("A man won the race.") && !befalls("čas"));
    }
}
