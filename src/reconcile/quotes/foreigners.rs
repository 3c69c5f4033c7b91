//! Speakers of another language than that of the article, whose quotations are translations.

use crate::claim::entity;
use crate::lexicon::word_sets;
use rustc_hash::FxHashSet;

use crate::reconcile::nearness::{above, is_country};
use crate::reconcile::story::Story;

word_sets! {
    /// Countries where English is spoken, and two metonyms of their governments, as entities without `place:`.
    ENGLISH_SPEAKING = 0: "english_speaking_country";
}

/// Those who hold an office of a country where English is not the language of public life, so that what is quoted of them is a translation.
pub fn foreigners<'a>(story: &'a Story) -> FxHashSet<&'a str> {
    let roles = story.claims.iter().filter_map(|m| Some((m, m.claim.role.as_ref()?)));
    let foreign = roles.filter(|(m, _)| m.key.base.as_deref().is_some_and(is_abroad));
    foreign.map(|(m, r)| story.entities.id(m.article, &r.entity)).collect()
}

/// Whether a place is, or lies in, a known country whose politics are not in English.
fn is_abroad(id: &str) -> bool {
    let Some(place) = entity::place(id) else { return false };
    let around: Vec<String> = std::iter::once(place.to_owned()).chain(above(id)).collect();
    around.iter().any(|p| is_country(p)) && !around.iter().any(|p| SETS.holds(p, ENGLISH_SPEAKING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_known_country_is_abroad() {
        let abroad = |place: &str| is_abroad(&format!("place:{place}"));
        assert!(abroad("bulgaria") && abroad("sofia") && abroad("kremlin"));
        assert!(!abroad("morrow-county") && !abroad("united-states") && !abroad("chicago"));
    }
}
