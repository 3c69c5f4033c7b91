//! On which day something was said, by the days of the week that an article names.

use crate::lexicon::{class, lexicon};
use crate::reconcile::story::Story;

/// Sentences back to which the day of a quotation may be named.
const REACH: usize = 3;

/// The most bytes of a sentence that are read: a longer one may have any number of quotations, each of which would read it again.
const LONGEST: usize = 4000;

/// The days of the week named around a quotation in its sentence, else in the sentences before it; see [`named`].
pub fn days(story: &Story, member: usize) -> Vec<String> {
    let m = &story.claims[member];
    let sentences = &story.lines[m.article].source.sentences;
    let here = (m.claim.sentence as usize).min(sentences.len());
    let sentence = story.sentence(member);
    if sentence.len() > LONGEST {
        return Vec::new();
    }
    let own = named(&sentence.replacen(m.claim.text.as_str(), " ", 1));
    let before = || sentences[here.saturating_sub(REACH)..here].iter().flat_map(|s| named(&s.text)).collect();
    if own.is_empty() { before() } else { own }
}

/// Both know their day, and have none in common.
pub fn apart(one: &[String], other: &[String]) -> bool {
    !one.is_empty() && !other.is_empty() && !one.iter().any(|d| other.contains(d))
}

/// The days of the week in a text, each by its first three letters; not in the name of a paper ("the Sunday Herald", "the Sun").
pub fn named(text: &str) -> Vec<String> {
    let l = lexicon();
    let words: Vec<&str> = text.split_whitespace().collect();
    let day = |(n, word): (usize, &&str)| {
        let plain = word.trim_matches(|c: char| !c.is_alphabetic()).trim_end_matches("'s").trim_end_matches("’s");
        let lower = plain.to_lowercase();
        let short = lower.len() < "friday".len() && !word.contains('.');
        let weekday = plain.starts_with(char::is_uppercase) && l.words.classes(l.words.id(&lower)).any(class::WEEKDAY);
        let the = n > 0 && words[n - 1].eq_ignore_ascii_case("the");
        let paper = the && word.ends_with(char::is_alphabetic) && words.get(n + 1).is_some_and(|w| w.starts_with(char::is_uppercase));
        (weekday && !short && !paper).then(|| lower[..3].to_owned())
    };
    let mut days: Vec<String> = words.iter().enumerate().filter_map(day).collect();
    days.sort();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_occasions_have_no_day_in_common() {
        let (monday, both) = (named("On Monday, the mayor said"), named("She spoke on Friday, not Monday."));
        assert_eq!(both, ["fri", "mon"]);
        assert_eq!(named("She told the Sun and the Sunday Herald on Fri. that Monday’s vote was lost."), ["fri", "mon"]);
        assert!(!apart(&monday, &both) && apart(&monday, &named("Friday night")) && !apart(&monday, &named("That night")));
    }
}
