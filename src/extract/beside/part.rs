//! Whether a figure counts all of something, a part of it or the rest: "two of the 40", "three other women", "the 12 worst-hit villages".

use crate::extract::written::{Around, Written};
use crate::lexicon::{class, lexicon, word_sets};
use crate::text::Token;

word_sets! {
    /// How badly somebody is hurt.
    DEGREE = 0: "degree_of_harm";
    /// Verbs of what makes a number larger or smaller.
    CHANGING = 2: "changing_number";
    /// Those whom an event harmed.
    HARMED = 1: "harmed";
}

/// "three other women", "50 more", "another 250 homes"; not "more than 50".
pub fn is_rest(text: &str, around: &Around) -> bool {
    let than = around.behind.get(1).is_some_and(|w| w.text().starts_with("than"));
    let next = around.next().map(|w| w.text()).filter(|w| *w == "more" && !than);
    let mut words = text.split_whitespace().chain(next).peekable();
    while let Some(word) = words.next() {
        match word.to_ascii_lowercase().as_str() {
            "other" | "others" | "another" | "additional" => return true,
            "more" => return words.peek().is_none_or(|next| *next != "than"),
            _ => {}
        }
    }
    false
}

/// "12 worst-hit villages" are not all that were hit.
pub fn is_selection(text: &str) -> bool {
    const LEADING: [&str; 4] = ["best", "most", "top", "worst"];
    let superlative = |w: &str| LEADING.contains(&w) || w.len() > 5 && w.ends_with("est");
    text.split_whitespace().skip(1).any(|w| w.split_once(['-', '‐', '‑']).is_some_and(|(first, _)| superlative(first)))
}

/// A number and "of the" stand right before.
pub fn is_whole(around: &Around) -> bool {
    let [.., number, of, the] = &around.before[..] else { return false };
    let counts = number.token().is_some_and(|t| t.is_number() || t.is(class::NUMBER));
    counts && of.is(&["of"]) && the.is(&["the", "its", "their", "those"])
}

/// What is added or taken away: "added 12 shops", "will close 12 shops", "twelve shops are to be opened".
pub fn is_change(around: &Around) -> bool {
    const RIGHT_BEFORE: usize = 3;
    let passive = around.behind.iter().find(|w| !w.token().is_some_and(|t| t.is(class::AUXILIARY)) && !w.is(&["to", "be", "been"]));
    let ends = around.before.iter().rposition(|w| w.ends_with(&[',', ';', ':'])).map_or(0, |at| at + 1);
    let mut active = around.before[ends..].iter().rev().take(RIGHT_BEFORE);
    around.next().is_some_and(|w| w.token().is_some_and(|t| t.is(class::AUXILIARY))) && passive.is_some_and(|w| w.has(&SETS, CHANGING))
        || active.any(|w| w.has(&SETS, CHANGING))
}

/// A number stands right behind, or behind "and": that of the next set or match.
pub fn goes_on(around: &Around) -> bool {
    let number = |w: &&Written| w.tokens().find(|t| t.punct().is_none()).is_some_and(Token::is_number);
    let mut next = around.behind.iter().filter(|w| w.tokens().any(|t| t.punct().is_none()));
    let first = next.next();
    first.is_some_and(|w| number(&w)) || first.is_some_and(|w| w.is(&["and"])) && next.next().is_some_and(|w| number(&w))
}

/// Two nouns behind the number.
pub fn joins_two(text: &str) -> bool {
    let light = |w: &str| {
        let word = w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        lexicon().words.classes(lexicon().words.id(&word)).any(class::NUMBER | class::FUNCTION) || w.contains(|c: char| c.is_ascii_digit())
    };
    text.rsplit_once(" and ").is_some_and(|(left, right)| {
        left.split_whitespace().last().is_some_and(|w| !light(w)) && right.split_whitespace().next().is_some_and(|w| !light(w))
    })
}

/// Only a part of those to whom it happened is counted: "by helicopter", "in critical condition", "with burns", "were critically injured".
pub fn is_restricted(text: &str, around: &Around) -> bool {
    const PARTS: [(&str, &str); 9] = [
        ("air", "ambulance"),
        ("by", "air"),
        ("by", "aircraft"),
        ("by", "helicopter"),
        ("critical", "condition"),
        ("intensive", "care"),
        ("serious", "condition"),
        ("with", "burns"),
        ("with", "serious"),
    ];
    let ends = around.behind.iter().position(|w| w.ends_with(&[',', ';', ':']));
    let clause = &around.behind[..ends.map_or(around.behind.len(), |at| at + 1)];
    let apart = clause.windows(2).any(|w| PARTS.iter().any(|(first, second)| w[0].is(&[first]) && w[1].is(&[second])));
    apart || is_of_those(text) || tells_degree(text, clause, around.last())
}

/// "nine of the injured": some of those whom the event harmed.
fn is_of_those(text: &str) -> bool {
    text.split_once(" of the ").is_some_and(|(_, whole)| whole.split_whitespace().any(|w| SETS.holds(w, HARMED)))
}

/// How badly they were hurt is told, in the figure's phrase, right before the verb with it, or behind it and before another number: who is
/// "critically injured" is one of those injured.
fn tells_degree(text: &str, clause: &[Written], last: Option<&Written>) -> bool {
    // "critically | injuring"
    let verb = last.is_some_and(|w| w.has(&SETS, DEGREE));
    let number = |w: &Written| w.token().is_some_and(|t| t.is_number() || t.is(class::NUMBER));
    let own = &clause[..clause.iter().position(number).unwrap_or(clause.len())];
    text.split_whitespace().any(|w| SETS.holds(w, DEGREE)) || own.iter().any(|w| w.has(&SETS, DEGREE)) || verb
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::beside::tests::ask;

    #[test]
    fn the_rest_beside_a_part() {
        let is_rest = |text: &str, behind: &str| ask(&format!("|{text}|{behind}"), |around| super::is_rest(text, around));
        assert!(is_rest("three other women", ""));
        assert!(is_rest("Another 250 homes", ""));
        assert!(is_rest("50 more", ""));
        assert!(is_selection("12 worst-hit villages") && is_selection("the five best-known banks"));
        assert!(!is_selection("12 villages") && !is_selection("two west-bound trains"));
        assert!(is_rest("several hundred", " more were expected"));
        assert!(!is_rest("50", ", more of them than before"));
        assert!(!is_rest("more than 50 homes", ""));
        assert!(!is_rest("four women", ""));
    }

    #[test]
    fn a_result_may_be_one_of_several() {
        let several = ["She won |6-4|, 6-3 in Basel", "won |6-4| 6-3", "won |5-3| and 4-2 on Sunday"];
        assert!(several.iter().all(|text| ask(text, goes_on)));
        let one = ["They won |3-1| on Sunday", "They won |3-1|, and the crowd of 200 left", "They won |3-1|."];
        assert!(!one.iter().any(|text| ask(text, goes_on)));
    }

    #[test]
    fn all_of_whom_some_are_told() {
        assert!(ask("Two of the |40 guests| left", is_whole) && !ask("Most of the |40 guests| left", is_whole));
        assert!(joins_two("60 pupils and teachers") && !joins_two("between 60 and 70 pupils"));
        let is_restricted = |text: &str| ask(text, |around| super::is_restricted(text.split('|').nth(1).unwrap(), around));
        assert!(is_restricted("|Six people| were taken by helicopter to Lund"));
        assert!(!is_restricted("|Six people| were hurt, one of them by helicopter blades"));
        assert!(is_restricted("|Two riders| were seriously hurt") && is_restricted("|two badly burned men| were flown out"));
        assert!(!is_restricted("|Nine riders| were hurt, two of them seriously"));
        assert!(!is_restricted("|Nine riders| were hurt and two critically injured"));
    }
}
