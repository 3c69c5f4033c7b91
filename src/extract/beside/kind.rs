//! The kind of the things that a figure counts: the "USB" of "two USB 3.0 ports".

use crate::claim::Short;
use crate::lexicon::{class, lexicon};
use crate::text::scan;

/// The noun is one for people.
pub fn counts_people(head: &str) -> bool {
    lexicon().kin.family(head) == Some("people")
}

/// The name, not a number, right before the counted noun in the text of a figure. None for a country or place, which has several names, nor
/// for counts of people, whom two texts may describe in two ways.
pub fn kind(text: &str, head: Option<&str>) -> Option<Short> {
    let mut words = text.split_whitespace().rev();
    let noun = words.next().filter(|noun| !is_capital(noun) && !head.is_some_and(counts_people))?;
    let named = words.find(|word| !word.starts_with(|c: char| c.is_ascii_digit()))?;
    let own = named.len() < text.len() - noun.len() && !text.starts_with(named) && is_capital(named);
    let known = || lexicon().words.classes(lexicon().words.id(&named.to_lowercase()));
    (own && !known().any(class::DEMONYM | class::PLACE | class::NUMBER | class::FUNCTION)).then(|| Short::from(named))
}

/// The country of those counted in the text of a figure; none where it has several.
pub fn nation(text: &str) -> Option<Short> {
    let is_marked = text.split_whitespace().any(is_capital);
    let tokens = if is_marked { scan(text, &lexicon().words) } else { Vec::new() };
    let mut named = (0..tokens.len()).filter(|i| tokens[*i].is_capital()).filter_map(|i| lexicon().demonyms.longest(&tokens, i));
    let (_, first) = named.next()?;
    named.next().is_none().then(|| first.into())
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_of_those_counted() {
        assert_eq!(nation("two French soldiers").as_deref(), Some("france"));
        assert_eq!(nation("Four Norwegians").as_deref(), Some("norway"));
        assert_eq!((nation("four soldiers"), nation("nine French and German soldiers")), (None, None));
    }

    #[test]
    fn the_name_before_the_noun() {
        assert_eq!(kind("two USB 3.0 ports", Some("port")).as_deref(), Some("USB"));
        assert_eq!((kind("two ports", Some("port")), kind("Two USB", None)), (None, None));
        assert_eq!((kind("two French ships", Some("ship")), kind("two Apple workers", Some("worker"))), (None, None));
    }
}
