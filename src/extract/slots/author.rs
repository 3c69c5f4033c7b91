//! What a person has written: "the message was written by |".

use super::written::Written;
use crate::claim::Short;
use crate::lexicon::{class, word_sets};

word_sets! {
    WRITTEN = 0: "written_by";
}

/// The text that a person has written alone, by the words on both sides of the name.
pub fn of(before: &[Written], behind: &[Written]) -> Option<Short> {
    const LONGEST: usize = 5;
    let [text @ .., be, verb, by] = before else { return None };
    let told = be.is(&["was"]) && verb.has(&SETS, WRITTEN) && by.is(&["by"]);
    // "written by | and another", "by |'s aide"
    let alone = behind.first().is_none_or(|w| !w.is(&["and", "with"]) && !w.is_possessive());
    let light = |w: &Written| w.noun().is_none_or(|t| t.is(class::FUNCTION)) || w.ends_with(&[',']);
    let name = text.iter().rev().take_while(|w| !light(w)).count();
    let article = text.len().checked_sub(name + 1).is_some_and(|i| text[i].is(&["the"]));
    let words = text[text.len() - name..].iter().map(Written::plain).collect::<Vec<_>>().join(" ");
    (told && alone && article && (1..=LONGEST).contains(&name)).then(|| Short::from(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::slots::tests::{Marked, words};

    #[test]
    fn what_somebody_has_written() {
        let read = |text: &str| {
            let marked = Marked::new(text);
            let (before, behind) = words(&marked);
            of(&before, &behind)
        };
        assert_eq!(read("The message was written by |, police said.").as_deref(), Some("message"));
        assert_eq!(read("She said the farewell letter was drafted by |.").as_deref(), Some("farewell letter"));
        let none = ["A letter was written by |.", "The letter was written by | and her aide.", "The letter was read by |."];
        assert!(none.iter().all(|text| read(text).is_none()));
    }
}
