//! Names of speakers: which may be of one person.

use rustc_hash::FxHashMap;

use crate::claim::Quote;
use crate::claim::entity;
use crate::lexicon::{class, lexicon, word_sets};
use crate::reconcile::story::Story;
use crate::text::fold::fold;
use crate::value::name::nearness::are_speakers_alike;
use crate::value::{NameForm, NameRelation, same_person};

word_sets! {
    /// Speakers that were not resolved.
    PRONOUN = 0: "unresolved_speaker";
}

/// Whether a speaker in folded letters is a pronoun.
pub fn is_unresolved(speaker: &str) -> bool {
    SETS.holds(speaker, PRONOUN)
}

/// A name of a speaker, folded.
pub struct Name {
    /// With its capitals.
    pub written: String,
    full: String,
    pub surname: String,
    /// Without spaces and the like.
    squeezed: String,
}

impl Name {
    pub fn of(quote: &Quote) -> Option<Name> {
        let speaker = quote.speaker.as_deref()?;
        // "the president" is somebody, but who is only a guess
        let is_name = speaker.rsplit(' ').next().is_some_and(|w| w.starts_with(char::is_uppercase));
        let is_person = quote.entity.as_deref().is_some_and(entity::is_person);
        let pronoun = is_unresolved(&fold(speaker));
        (is_name && is_person && quote.relayed_by.is_none() && !pronoun).then(|| Name::new(speaker))
    }

    /// The full name of the person for whom a pronoun or an office stands.
    pub fn reckoned(quote: &Quote) -> Option<Name> {
        let id = entity::person(quote.entity.as_deref()?).filter(|id| id.contains('-'))?;
        let plain = quote.relayed_by.is_none() && Name::of(quote).is_none() && !id.contains(|c: char| c.is_ascii_digit());
        plain.then(|| Name::new(&id.split('-').map(capitalised).collect::<Vec<_>>().join(" ")))
    }

    fn new(written: &str) -> Name {
        let full = fold(written);
        let surname = full.rsplit(' ').next().unwrap_or_default().to_owned();
        let squeezed = full.chars().filter(|c| c.is_alphanumeric()).collect();
        Name { written: written.to_owned(), full, surname, squeezed }
    }

    /// The given name, where there is more than a surname.
    pub fn given(&self) -> Option<&str> {
        let title = |w: &str| lexicon().words.classes(lexicon().words.id(w)).any(class::TITLE);
        self.full.split_once(' ').map(|(first, _)| first).filter(|w| w.chars().count() > 1 && !w.contains('.') && !title(w))
    }

    /// They have one surname and two given names: "Bela Orsk" is not "Berta Orsk", but "Bob" may be "Robert", and "Kristian" "Christian".
    pub fn has_other_given(&self, other: &Name) -> bool {
        let Some((x, y)) = self.given().zip(other.given()) else { return false };
        let unlike = || !are_speakers_alike(x, y);
        let differ = || same_person(&NameForm::new(&self.written), &NameForm::new(&other.written), true) == NameRelation::Different;
        let inside = |a: &Name, given: &str| a.full.split([' ', '-']).any(|w| w.starts_with(given) || given.starts_with(w));
        self.surname == other.surname && !inside(self, y) && !inside(other, x) && unlike() && differ()
    }

    /// They may name one person: "Del Giudice" is "DelGiudice", a surname may be that of a full name, and "Lindquist" may be "Lindqvist".
    pub fn is_like(&self, other: &Name) -> bool {
        let alike = || are_speakers_alike(&self.surname, &other.surname);
        let holds = |a: &str, b: &str| b.split(' ').all(|w| a.split(' ').any(|v| v == w));
        let ends = |a: &Name, b: &Name| a.squeezed.ends_with(&b.squeezed) || holds(&a.full, &b.full);
        !self.has_other_given(other) && (ends(self, other) || ends(other, self) || alike())
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// The one speaker of a story with each last name; none where several have it.
pub type Surnames<'a> = FxHashMap<&'a str, Option<&'a str>>;

/// The surnames of those who are quoted by name.
pub fn surnames<'a>(story: &'a Story) -> Surnames<'a> {
    let mut out = Surnames::default();
    for m in &story.claims {
        let Some(entity) = m.claim.quote.as_ref().and_then(|q| q.entity.as_deref()) else { continue };
        let id = story.entities.id(m.article, entity);
        let Some((_, surname)) = entity::person(id).and_then(|name| name.rsplit_once('-')) else { continue };
        out.entry(surname).and_modify(|one| *one = one.filter(|known| *known == id)).or_insert(Some(id));
    }
    out
}

/// Who speaks as `org:ward` in a story that quotes Ann Ward: a firm and a person have one name.
pub fn person_of<'a>(id: &'a str, surnames: &Surnames<'a>) -> &'a str {
    let surname = entity::body(id).and_then(|name| surnames.get(name));
    surname.copied().flatten().unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_that_speaks_may_be_a_person_of_its_name() {
        let known = Surnames::from_iter([("ward", Some("person:ann-ward")), ("lee", None)]);
        assert_eq!(
            ["org:ward", "org:lee", "org:ward-steel"].map(|id| person_of(id, &known)),
            ["person:ann-ward", "org:lee", "org:ward-steel"]
        );
    }
}
