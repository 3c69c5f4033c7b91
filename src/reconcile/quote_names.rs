//! Names of speakers: who may be one and the same.

use crate::claim::Quote;
use crate::text::fold::fold;

/// Speakers that were not resolved.
pub const PRONOUNS: [&str; 10] = ["he", "she", "they", "we", "i", "it", "you", "who", "one", "his"];

/// A name of a speaker, folded.
pub struct Name {
    full: String,
    pub surname: String,
    /// Without spaces and the like.
    squeezed: String,
}

impl Name {
    pub fn of(quote: &Quote) -> Option<Name> {
        let speaker = quote.speaker.as_deref()?;
        // "the president" is somebody, but who is only reckoned.
        let is_name = speaker.rsplit(' ').next().is_some_and(|w| w.starts_with(char::is_uppercase));
        let is_person = quote.entity.as_deref().is_some_and(|e| e.starts_with("person:"));
        let full = fold(speaker);
        if !is_name || !is_person || quote.relayed_by.is_some() || PRONOUNS.contains(&full.as_str()) {
            return None;
        }
        let surname = full.rsplit(' ').next().unwrap_or_default().to_owned();
        let squeezed = full.chars().filter(|c| c.is_alphanumeric()).collect();
        Some(Name { full, surname, squeezed })
    }

    /// "Del Giudice" is DelGiudice, Clinton may be Hillary Clinton, and Lindquist the Lindqvist of another outlet.
    pub fn is_like(&self, other: &Name) -> bool {
        let alike = || strsim::normalized_damerau_levenshtein(&self.surname, &other.surname) >= ALIKE;
        let holds = |a: &str, b: &str| b.split(' ').all(|w| a.split(' ').any(|v| v == w));
        let ends = |a: &Name, b: &Name| a.squeezed.ends_with(&b.squeezed) || holds(&a.full, &b.full);
        ends(self, other) || ends(other, self) || alike()
    }
}

/// Surnames from this likeness on may be spellings of one.
const ALIKE: f64 = 0.7;
