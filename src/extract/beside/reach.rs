//! How far a figure reaches in time, space and among people: "46 arrests in four nights", "12,000 nationwide", "30% among pupils".

use crate::claim::Short;
use crate::extract::written::{Around, Written};
use crate::lexicon::{class, stem, word_sets};

word_sets! {
    /// Before `the` and the whole of something.
    OVER = 0: "all_over";
    ALL = 1: "whole_country";
    EVERYWHERE = 2: "everywhere";
    /// What stands behind a stretch between two things.
    BEHIND = 3: "behind_stretch";
    /// What is fixed to the day.
    TERM = 4: "fixed_term";
    /// Before a stretch that something went on: `over the past four | nights`.
    DURING = 5: "during_stretch";
    STRETCH = 6: "stretch_of_days";
    AMONG = 7: "among";
}

/// Behind it stands the stretch that it sums up: " arrests over the past four nights", " since the shooting".
pub fn sums_up(around: &Around) -> bool {
    const WORDS: usize = 14;
    const NEAR: usize = 4;
    let near = &around.behind[..around.behind.len().min(WORDS)];
    let words = &near[..near.iter().position(|w| w.ends_with(&['.', ';', ':'])).unwrap_or(near.len())];
    let over = |i: usize| words[i].has(&SETS, DURING) && words[i + 1..].iter().take(NEAR).any(|w| w.has(&SETS, STRETCH));
    (0..words.len()).any(|i| words[i].is(&["since"]) || over(i))
}

/// `across the country`, `worldwide` behind a figure in its clause.
pub fn is_everywhere(around: &Around) -> bool {
    const REACH: usize = 12;
    let near = &around.behind[..around.behind.len().min(REACH)];
    let words = &near[..near.iter().position(|w| w.ends_with(&[',', ';', '.'])).map_or(near.len(), |at| at + 1)];
    let all = |w: &[Written]| w[0].has(&SETS, OVER) && w[1].is(&["the"]) && w[2].has(&SETS, ALL);
    words.iter().any(|w| w.has(&SETS, EVERYWHERE)) || words.windows(3).any(all)
}

/// A word of what lies between two points stands behind, or is joined to the length by "to the date" or "to the day".
pub fn is_between(around: &Around) -> bool {
    let exactly = match &around.behind[..] {
        [to, the, day, ..] => to.is(&["to"]) && the.is(&["the"]) && day.is(&["date", "day"]),
        _ => false,
    };
    around.behind.get(if exactly { 3 } else { 0 }).is_some_and(|w| SETS.has(w.first(), BEHIND))
}

/// "two-year | sentence".
pub fn leads_term(around: &Around) -> bool {
    around.next().is_some_and(|w| w.has(&SETS, TERM))
}

/// The stem of the noun behind the "among" that stands nearest, in the words before a figure or behind it.
pub fn among(around: &Around) -> Option<Short> {
    let is_among = |w: &Written| w.has(&SETS, AMONG);
    let noun = |words: &[Written], at: usize| {
        let word = words.get(at + 1).filter(|w| !w.class().any(class::FUNCTION | class::PRONOUN))?.bare();
        (!word.is_empty()).then(|| stem(&word))
    };
    let left = around.before.iter().rposition(is_among).and_then(|at| noun(&around.before, at));
    left.or_else(|| around.behind.iter().position(is_among).and_then(|at| noun(&around.behind, at)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::beside::tests::ask;

    #[test]
    fn a_stretch_that_is_summed_up() {
        assert!(ask("|46 arrests| over the past four nights", sums_up) && ask("|12 dead| since Monday", sums_up));
        assert!(!ask("|46 arrests| on Monday", sums_up) && !ask("|46 arrests| in Lund. Since", sums_up));
    }

    #[test]
    fn a_count_of_everywhere() {
        assert!(ask("|900| stores across the country", is_everywhere) && ask("|900| stores worldwide, it said", is_everywhere));
        assert!(!ask("|900| stores in Lund, and more across the country", is_everywhere));
    }

    #[test]
    fn what_lies_between() {
        assert!(ask("|two weeks| after the quake", is_between) && ask("|a year| to the day before", is_between));
        assert!(!ask("|two weeks| of rain", is_between) && ask("A |two-year| sentence", leads_term));
    }

    #[test]
    fn among_whom() {
        assert_eq!(ask("Among pupils, |30%| smoke", among).as_deref(), Some("pupil"));
        assert_eq!(ask("|30%| smoke among adults", among).as_deref(), Some("adult"));
        assert_eq!((ask("Among |30%| of", among), ask("|30%| among them", among)), (None, None));
    }
}
