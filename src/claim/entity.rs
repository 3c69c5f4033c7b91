//! Ids of entities: the kind, a colon and the name in small letters with hyphens: `person:ann-lee`, `place:kyiv`, `org:nato`; `noun:` for who
//! has no name.

/// A person.
pub fn is_person(id: &str) -> bool {
    id.starts_with("person:")
}

/// A place.
pub fn is_place(id: &str) -> bool {
    id.starts_with("place:")
}

/// A body: a firm, an agency, a team.
pub fn is_body(id: &str) -> bool {
    id.starts_with("org:")
}

/// Somebody or something without a name.
pub fn is_nameless(id: &str) -> bool {
    id.starts_with("noun:")
}

/// The name in an id, of whatever kind. For where one article takes a firm for a place or a person and another does not.
pub fn name(id: &str) -> &str {
    id.split_once(':').map_or(id, |(_, name)| name)
}

/// The name of a person, if the id is one's.
pub fn person(id: &str) -> Option<&str> {
    id.strip_prefix("person:")
}

/// The name of a place, if the id is one's.
pub fn place(id: &str) -> Option<&str> {
    id.strip_prefix("place:")
}

/// The name of a body, if the id is one's.
pub fn body(id: &str) -> Option<&str> {
    id.strip_prefix("org:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_a_kind_and_a_name() {
        assert!(is_person("person:ann-lee") && is_place("place:lowick") && is_body("org:reeds") && is_nameless("noun:two-men"));
        assert_eq!((person("person:ann-lee"), place("person:ann-lee")), (Some("ann-lee"), None));
        assert_eq!([name("org:reeds"), name("lowick")], ["reeds", "lowick"]);
    }
}
