//! What a person leads: "the merged group will be led by |", "| will run the merged group".

use super::owner::{merged_in, object, subject};
use crate::claim::Short;
use crate::extract::written::Written;
use crate::lexicon::role_synonyms::{before_office, office};
use crate::lexicon::word_sets;

word_sets! {
    /// Participles of leading: `led`.
    LED = 0: "led";
    /// Verbs of leading: `run`.
    LEAD = 1: "lead";
    /// Before such a verb: `will`, `is due to`.
    AHEAD = 2: "lead_ahead";
    /// Ends what is done by somebody before the name stands.
    ENDS = 3: "agent_ends";
}

/// The organisation that a person leads, by the words on both sides of the name.
pub fn led(before: &[Written], behind: &[Written]) -> Option<Short> {
    led_by(before).or_else(|| leads(behind))
}

/// The organisation that the person leads by the words before the name: `the merged group will be run by`, a title between or none.
fn led_by(words: &[Written]) -> Option<Short> {
    const TITLE: usize = 9;
    let by = (1..words.len()).rev().take(TITLE).find(|i| words[*i].is(&["by"]))?;
    let told = words[by - 1].has(&SETS, LED) && !words[by + 1..].iter().any(|w| w.has(&SETS, ENDS));
    let of = &words[..by - 1];
    told.then(|| subject(of).or_else(|| merged_in(of))).flatten()
}

/// The organisation that the person leads by the words behind the name: `will run the merged group`, `is to be chief executive of the
/// merged group`.
fn leads(words: &[Written]) -> Option<Short> {
    const LONGEST: usize = 16;
    let words = &words[..words.len().min(LONGEST)];
    let from = words.iter().position(|w| !w.has(&SETS, AHEAD)).filter(|i| *i > 0)?;
    if words[from].has(&SETS, LEAD) {
        return object(&words[from + 1..]);
    }
    let be = words[from].is(&["be", "become", "serve"]);
    let of = words.iter().position(|w| w.is(&["of"])).filter(|i| be && *i > from + 1)?;
    let title = words[from + 1..of].iter().filter(|w| !w.is(&["the", "its", "as", "new"]));
    let title: Vec<String> = title.map(Written::plain).collect();
    is_head(&title.join(" ")).then(|| object(&words[of..])).flatten()
}

/// A title of who leads an organisation alone.
fn is_head(title: &str) -> bool {
    let one_of_many = title == "director" || !before_office(title).is_empty();
    !one_of_many && matches!(office(title), "chief executive" | "chief")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Slot;
    use crate::extract::slots::tests::{Marked, words};

    fn of(text: &str) -> Option<Short> {
        let marked = Marked::new(text);
        let (before, behind) = words(&marked);
        led(&before, &behind)
    }

    #[test]
    fn whom_somebody_leads() {
        let merged = [
            "The merged group will be led by |",
            "The combined company is to be run by its chief executive, |",
            "The combined company will be based in Oslo and led by Norvik's boss, |",
            "| will run the merged group.",
            "| is to be chief executive of the combined company,",
            "| will become head of the new group",
        ];
        for text in merged {
            assert_eq!(of(text).as_deref(), Some(Slot::MERGED), "{text}");
        }
        assert_eq!(of("Norvik Shipping, which is run by |").as_deref(), Some("norvik shipping"));
        let none = [
            "A search party led by |",
            "The merged group was praised by |",
            "The merged group is led by a team with |",
            "| will be deputy head of the merged group",
            "| will leave the merged group",
            "| will run in the election",
        ];
        assert!(none.iter().all(|text| of(text).is_none()));
    }
}
