//! What was or will be done on the day of a date, told in whatever words, and what tells it from another of its kind.

use compact_str::CompactString;

use crate::claim::Short;
use crate::lexicon::{acts, class, lexicon, stem_of, word_sets};
use crate::text::{Token, Tokens, scan};

word_sets! {
    /// Which of several: `the second leg`, `another blast`.
    WHICH = 0: "which_of_several";
    /// Why or when it was: `before`, `because`.
    TURN = 1: "turning_clause";
    /// `left`, `opened`, `sank`.
    BEGAN = 2: "how_it_began";
    /// `landed`, `closed`, `were found`.
    ENDED = 3: "how_it_ended";
    /// `until`.
    UP_TO = 4: "up_to";
    /// Of one act that takes several days: `a part`, `a portion`.
    PART = 5: "part_of_one";
}

/// Words looked at before a date, and behind it.
const BEFORE: usize = 16;
const BEHIND: usize = 8;

/// The acts of one date.
#[derive(Default)]
pub struct DateAct {
    acts: Vec<&'static str>,
    /// Stems of the other words of its clause that carry meaning, and those of its places.
    about: Vec<CompactString>,
    places: Vec<CompactString>,
    /// Stems of what it was at: `in a | market`.
    grounds: Vec<CompactString>,
    /// `second`, `last`.
    which: Vec<String>,
    /// What stands before the nouns that it is told of: `driving` test.
    kinds: Vec<(CompactString, CompactString)>,
    /// How something began or how it ended, by the nearest word that tells: one of the sets.
    phase: Option<u32>,
    /// `until` stands right before.
    up_to: bool,
}

impl DateAct {
    /// Reads the words before and behind a date. `event` is what is told of that day, first who or what does it; where a place is, much happens.
    pub fn read(before: &str, behind: &str, event: Option<&str>, places: &[Short]) -> DateAct {
        let opens = before.split_whitespace().nth(1).is_none();
        let (before, behind) = (last(before), first(behind, if opens { BEFORE } else { BEHIND }));
        let words = |w: &str| lexicon().words.classes(lexicon().words.id(&w.to_lowercase()));
        // when it was told is another day; a mass is said
        if !before.trim_end().ends_with("be said")
            && !before.contains(" be said ")
            && event.is_some_and(|e| e.split_whitespace().skip(1).any(|w| words(w).any(class::CUE)))
        {
            return DateAct::default();
        }
        let mut act = DateAct { phase: phase(before, behind), up_to: is_up_to(before), ..DateAct::default() };
        let mut all: Vec<CompactString> = Vec::new();
        let mut carries: Vec<bool> = Vec::new();
        for text in [before, behind] {
            let tokens = scan(text, &lexicon().words);
            let words = clause(Tokens { text, all: &tokens }, std::ptr::eq(text, before));
            for i in words.clone() {
                let t = &tokens[i];
                if t.is_word() {
                    all.push(stem_of(t.text(text)));
                    carries.push(!t.is(class::FUNCTION | class::NEGATION | class::TEMPORAL | class::CUE));
                }
                if is_ground(&tokens, text, i) {
                    act.grounds.push(stem_of(t.text(text)));
                }
                let next = tokens.get(i + 1).is_some_and(|n| n.is_word() && !n.is(class::TEMPORAL | class::WEEKDAY | class::MONTH));
                if SETS.has(t, WHICH | PART) && next {
                    act.which.push(t.text(text).to_lowercase());
                }
            }
        }
        let (acts, used) = acts::told(&all);
        let of_place = |stem: &CompactString| places.iter().any(|p| p.trim_start_matches("place:").split('-').any(|w| stem_of(w) == *stem));
        // a place has one poll at a time, and mourns once
        let bound = acts.iter().any(|a| matches!(*a, "mourn" | "poll"));
        let tells = (0..all.len()).filter(|i| carries[*i] && !used.contains(i)).map(|i| all[i].clone());
        (act.places, act.about) = tells.partition(|stem| !bound && of_place(stem));
        act.acts = acts;
        let nouns = event.into_iter().flat_map(|e| e.split_whitespace());
        act.kinds = nouns.filter_map(|noun| kind(before, noun)).collect();
        act
    }

    pub fn acts(&self) -> impl Iterator<Item = &'static str> {
        self.acts.iter().copied()
    }

    /// One act is told of both, and of no two of a kind.
    pub fn is_one(&self, other: &DateAct) -> bool {
        self.acts.iter().any(|a| other.acts.contains(a)) && !self.is_another(other)
    }

    /// Besides the act a word is shared, or two places.
    pub fn is_about_one(&self, other: &DateAct) -> bool {
        let places = || self.places.iter().filter(|p| other.places.contains(p)).count() > 1;
        self.is_one(other) && (self.about.iter().any(|w| other.about.contains(w)) || places())
    }

    /// One day may have two blasts, and each clause tells where its own was: `in the market`, `near the school`.
    pub fn may_be_two(&self, other: &DateAct) -> bool {
        const OFTEN: [&str; 3] = ["explode", "fire", "shoot"];
        let often = self.acts.iter().filter(|a| other.acts.contains(a)).all(|a| OFTEN.contains(a));
        let apart = !self.grounds.is_empty() && !other.grounds.is_empty() && !self.grounds.iter().any(|g| other.grounds.contains(g));
        often && apart
    }

    /// The second of something and the first, the driving test and the flying test.
    pub fn is_another(&self, other: &DateAct) -> bool {
        let later = |w: &&String| w.as_str() != "first";
        let which = self.which.iter().filter(later).ne(other.which.iter().filter(later));
        let both = !self.which.is_empty() && !other.which.is_empty() && self.which != other.which;
        let kinds = self.kinds.iter().any(|a| other.kinds.iter().any(|b| a.1 == b.1 && a.0 != b.0));
        which || both || kinds || self.is_other_phase(other)
    }

    /// The start and the end of something, or how long something went on and when something happened.
    pub fn is_other_phase(&self, other: &DateAct) -> bool {
        self.phase.zip(other.phase).is_some_and(|(a, b)| a != b) || self.up_to != other.up_to
    }
}

/// Read from the words of the clause before a date, nearest first, else from those behind.
fn phase(before: &str, behind: &str) -> Option<u32> {
    const NEAR: usize = 7;
    let of = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        Some(SETS.get(lexicon().words.id(&word)) & (BEGAN | ENDED)).filter(|set| *set != 0)
    };
    let ends = |word: &&str| word.ends_with([',', ';', ':']);
    let left = before.split_whitespace().rev().take(NEAR).take_while(|word| !ends(word)).find_map(of);
    left.or_else(|| behind.split_whitespace().take(NEAR).find_map(of))
}

fn is_up_to(before: &str) -> bool {
    before.split_whitespace().next_back().is_some_and(|word| SETS.holds(word, UP_TO))
}

/// A noun in lower case behind a preposition of place and an article: `in a | market`.
fn is_ground(tokens: &[Token], text: &str, i: usize) -> bool {
    const AT: [&str; 7] = ["at", "behind", "in", "inside", "near", "outside", "through"];
    let t = &tokens[i];
    let noun = t.is_word() && !t.is_capital() && !t.is(class::FUNCTION | class::TEMPORAL | class::NUMBER);
    noun && i > 1 && tokens[i - 1].is(class::ARTICLE) && AT.contains(&tokens[i - 2].text(text))
}

/// The last words of a text.
fn last(text: &str) -> &str {
    text.char_indices().rev().filter(|(_, c)| c.is_whitespace()).nth(BEFORE).map_or(text, |(at, _)| &text[at..])
}

/// The first words of a text.
fn first(text: &str, most: usize) -> &str {
    text.char_indices().filter(|(_, c)| c.is_whitespace()).nth(most).map_or(text, |(at, _)| &text[..at])
}

/// The tokens of the clause that touches the date: behind the last turn of the text before it, or up to the first behind it.
fn clause(tokens: Tokens, before: bool) -> std::ops::Range<usize> {
    let turns = |t: &Token| SETS.has(t, TURN) || t.punct().is_some_and(|c| matches!(c, ';' | ':' | '"' | '“' | '”'));
    match before {
        true => tokens.all.iter().rposition(turns).map_or(0, |i| i + 1)..tokens.len(),
        false => 0..tokens.all.iter().position(turns).unwrap_or(tokens.len()),
    }
}

/// The word in lower case right before a noun, and the noun.
fn kind(before: &str, noun: &str) -> Option<(CompactString, CompactString)> {
    let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let at = words.iter().rposition(|w| *w == noun)?;
    let word = at.checked_sub(1).map(|i| words[i]).filter(|w| w.starts_with(char::is_lowercase))?;
    let light = lexicon().words.classes(lexicon().words.id(word)).any(class::FUNCTION | class::TEMPORAL | class::NUMBER | class::STATUS);
    (!light).then(|| (stem_of(word), stem_of(noun)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(text: &str, noun: &str) -> DateAct {
        let (before, behind) = text.split_once('|').unwrap();
        DateAct::read(before, behind, Some(noun), &[])
    }

    #[test]
    fn one_act_in_other_words() {
        let held = act("The driving test will be held again on |.", "test");
        assert!(held.is_about_one(&act("Learners must retake the driving test on |, the ministry said.", "Learners")));
        assert!(!held.is_one(&act("The flying test will be held again on |.", "test")));
        assert!(!held.is_one(&act("The driving test was cancelled on |.", "test")));
        assert!(act("A blast shook the town on |.", "blast").is_one(&act("The explosion happened at |.", "explosion")));
        assert!(!act("The bridge collapsed after a blast on |.", "bridge").is_one(&act("The bridge gave way on |.", "bridge")));
    }

    #[test]
    fn two_of_a_kind() {
        let first = act("The first leg will be played on |.", "leg");
        assert!(first.is_another(&act("The second leg will be played on |.", "leg")));
        assert!(!first.is_another(&act("The leg will be played on |.", "leg")));
        assert!(act("The quake struck at |.", "quake").is_another(&act("A second quake struck at |.", "quake")));
        let blast = act("A bomb exploded in a market at |.", "bomb");
        assert!(blast.may_be_two(&act("A bomb went off near a school at |.", "bomb")));
        assert!(!blast.may_be_two(&act("The bomb went off at |.", "bomb")));
        assert!(!act("The bridge fell into the river at |.", "bridge").may_be_two(&act("The old viaduct gave way at |.", "viaduct")));
        assert!(act("The match is on |.", "match").is_another(&act("Another match is on |.", "match")));
    }
}
