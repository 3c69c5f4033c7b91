//! What stands between the words that two versions of a quotation have in common.

use std::collections::BTreeSet;
use std::ops::Range;

use super::version::{LONGEST, Version};
use super::words::{DOERS, MASK, MODAL, Mark, PIVOT, SETS, Words, is_content, is_light, is_negation};
use crate::lexicon::{class, lexicon, stem};

/// Pronouns in the form of a subject.
const SUBJECTS: [&str; 6] = ["he", "i", "she", "they", "we", "you"];

/// What stands between two aligned words on either side.
pub struct Gap<'w> {
    pub lost: &'w [String],
    pub added: &'w [String],
    /// The word behind it, which both have.
    next: Option<&'w str>,
    /// Where it begins in the shorter version.
    pub at: usize,
    /// What a mark in it says of it, in either version.
    pub mark: Option<Mark>,
}

impl Gap<'_> {
    /// `want us to go` and `want to go`.
    fn is_done_by_another(&self) -> bool {
        let doer = |w: &[String]| matches!(w, [one] if DOERS.contains(&one.as_str()));
        let alone = self.lost.is_empty() && doer(self.added) || self.added.is_empty() && doer(self.lost);
        alone && self.next == Some("to")
    }

    /// `they sold it` and `it sold it`: the subject differs.
    fn has_another_subject(&self) -> bool {
        let thing = |w: &[String]| matches!(w, [one] if one == "it");
        let somebody = |w: &[String]| matches!(w, [one] if SUBJECTS.contains(&one.as_str()));
        let swapped = thing(self.lost) && somebody(self.added) || somebody(self.lost) && thing(self.added);
        swapped && self.next.is_some()
    }

    /// `our harbour` and `their harbour`.
    fn is_of_another(&self) -> bool {
        const WHOSE: [&str; 5] = ["her", "his", "my", "our", "their"];
        let whose = |w: &[String]| matches!(w, [one] if WHOSE.contains(&one.as_str()));
        whose(self.lost) && whose(self.added)
    }

    /// `health care` and `healthcare`, `goverment` and `government`: the same spoken words, written together or apart, or with a slip.
    fn is_one_word(&self) -> bool {
        let apart = |w: &[String]| w.iter().any(|w| is_negation(w) || matches!(w.as_str(), "a" | "an"));
        let joined = || self.lost.concat() == self.added.concat() && !apart(self.lost) && !apart(self.added);
        !self.lost.is_empty() && !self.added.is_empty() && (joined() || self.is_slip())
    }

    /// A long word lacks a letter within, which makes it no other word that a dictionary has.
    fn is_slip(&self) -> bool {
        const LEAST: usize = 9;
        let ([lost], [added]) = (self.lost, self.added) else { return false };
        let (short, long) = if lost.len() < added.len() { (lost, added) } else { (added, lost) };
        let before = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
        let letters = long.bytes().all(|b| b.is_ascii_lowercase());
        let words = &lexicon().words;
        let both = [short, long].iter().all(|w| words.id(w) > 0);
        letters && !both && short.len() >= LEAST && before > 0 && before < short.len() && long.get(before + 1..) == short.get(before..)
    }

    /// A word that turns the meaning stands on one side only; `negated`: negations count.
    fn turns(&self, negated: bool) -> bool {
        if self.is_one_word() {
            return false;
        }
        let negation = |w: &String| negated && is_negation(w);
        let number = |w: &String| is_number(w);
        let pivot = |w: &String| SETS.holds(w, PIVOT) || DOERS.contains(&w.as_str());
        let differ = |test: &dyn Fn(&String) -> bool| self.lost.iter().any(test) != self.added.iter().any(test);
        let replaced = !self.lost.is_empty() && !self.added.is_empty();
        // "will you" is not "did you", nor "would we" "do we"
        let holds = |list: &[String], words: &[&str]| list.iter().any(|w| words.contains(&w.as_str()));
        let modal = |list: &[String]| list.iter().any(|w| SETS.holds(w, MODAL));
        let happened = |a: &[String], b: &[String]| holds(a, &["do", "does", "did"]) && modal(b) && !modal(a);
        let done = happened(self.lost, self.added) || happened(self.added, self.lost);
        differ(&negation)
            || differ(&number)
            || self.is_done_by_another()
            || self.has_another_subject()
            || replaced && done
            || self.is_of_another()
            || replaced && self.lost.iter().any(pivot) && self.added.iter().any(|w| pivot(w) && !self.lost.contains(w))
    }

    /// Stems of the content words on either side, so that other forms ("calling", "to call") are no difference.
    pub fn content(&self) -> [BTreeSet<String>; 2] {
        let masked = self.lost.iter().chain(self.added).any(|w| w.contains(MASK));
        if masked && self.lost.len() == self.added.len() || self.is_one_word() {
            return [BTreeSet::new(), BTreeSet::new()];
        }
        let has = |list: &[String], word: &str| list.iter().any(|w| w == word);
        // "any worse" and "anything worse"
        let filled = |word: &str, other: &[String]| match word {
            "anything" => has(other, "any"),
            "something" => has(other, "some"),
            _ => false,
        };
        let stems = |list: &[String], other: &[String]| {
            list.iter().filter(|w| is_content(w) && !filled(w, other)).map(|w| stem(w).to_string()).collect()
        };
        [stems(self.lost, self.added), stems(self.added, self.lost)]
    }

    /// Either side has a word with meaning that the other lacks. Where only one has, a clause is shortened: `coming in May` for
    /// `that will come here in May`.
    fn replaces(&self) -> bool {
        let [lost, added] = self.content();
        !lost.is_subset(&added) && !added.is_subset(&lost)
    }
}

/// "12", and numbers in words. Not "one", which is often no number ("which one"), nor a single letter.
fn is_number(word: &str) -> bool {
    let l = lexicon();
    let letter = word.len() == 1;
    word.starts_with(|c: char| c.is_ascii_digit()) || !letter && l.words.classes(l.words.id(word)).any(class::NUMBER) && word != "one"
}

/// The words of either version that turn what was said, or else replace each other, the first that do; none where they are many.
pub fn turning<'w>(short: &'w Words, long: &'w Words, pairs: &[(usize, usize)]) -> Option<[&'w [String]; 2]> {
    const MOST: usize = 4;
    let gaps = gaps(short, long, pairs);
    let open = || gaps.iter().filter(|g| g.mark.is_none());
    let gap = open().find(|g| g.turns(true)).or_else(|| open().find(|g| g.replaces()))?;
    (gap.lost.len().max(gap.added.len()) <= MOST).then_some([gap.lost, gap.added])
}

/// How two versions differ whose words align at `pairs`.
pub fn differences(short: &Words, long: &Words, pairs: &[(usize, usize)]) -> Version {
    let gaps = gaps(short, long, pairs);
    let differs = |g: &&Gap| {
        let [lost, added] = g.content();
        lost != added
    };
    if is_negated_elsewhere(&gaps, short) {
        return Version::Wording;
    }
    if are_moved(&gaps, long, pairs) {
        return Version::Reworded;
    }
    // "could not see anything" is "could see nothing": the number of negations counts
    let open: Vec<&Gap> = gaps.iter().filter(|g| g.mark.is_none()).collect();
    let count = |list: &[String]| list.iter().filter(|w| is_negation(w)).count();
    let negated = open.iter().map(|g| count(g.lost)).sum::<usize>() != open.iter().map(|g| count(g.added)).sum::<usize>();
    let marked = |mark| gaps.iter().filter(|g| g.mark == Some(mark)).any(|g| differs(&g) || g.turns(true));
    if open.iter().any(|g| g.turns(negated)) {
        Version::Critical
    } else if open.iter().any(|g| g.replaces()) {
        Version::Wording
    } else if open.iter().any(differs) {
        Version::Elided
    } else if marked(Mark::Bracketed) {
        Version::Bracketed
    } else if marked(Mark::Elided) {
        Version::Elided
    } else {
        Version::Minor
    }
}

/// `do not think that he will go`, `think that he will not go`: a negation stands on the other side of a word with meaning.
fn is_negated_elsewhere(gaps: &[Gap], short: &Words) -> bool {
    let negates = |list: &[String], word: &String| list.contains(word);
    let lost = gaps.iter().flat_map(|g| g.lost.iter().map(move |w| (g, w))).filter(|(_, w)| is_negation(w));
    lost.into_iter().any(|(g, word)| {
        let elsewhere = gaps.iter().filter(|h| h.at != g.at && negates(h.added, word) && !negates(g.added, word));
        elsewhere.into_iter().any(|h| short.words[g.at.min(h.at)..g.at.max(h.at)].iter().any(|w| is_content(w)))
    })
}

/// The stretches between aligned words. What the longer version has before the first and behind the last is its own, unless the shorter one
/// has something there too.
pub fn gaps<'w>(short: &'w Words, long: &'w Words, pairs: &[(usize, usize)]) -> Vec<Gap<'w>> {
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return Vec::new() };
    let gap = |lost: Range<usize>, added: Range<usize>| Gap {
        mark: short.mark(&lost).or_else(|| long.mark(&added)),
        next: short.words.get(lost.end).map(String::as_str),
        at: lost.start,
        lost: &short.words[lost],
        added: &long.words[added],
    };
    // what the longer one has at an edge counts as a replacement only where the other side has a word with meaning: "just with a grain of
    // salt"
    let edge = |lost: Range<usize>, added: Range<usize>| {
        let tells = short.words[lost.clone()].iter().any(|w| !is_light(w));
        if tells { gap(lost, added) } else { gap(lost, added.start..added.start) }
    };
    let before = (first.0 > 0).then(|| edge(0..first.0, first.1.saturating_sub(first.0)..first.1));
    let closing = short.words.len() - last.0 - 1;
    let end = (last.1 + 1 + closing).min(long.words.len());
    let behind = (closing > 0).then(|| edge(last.0 + 1..short.words.len(), last.1 + 1..end));
    let inner = pairs.windows(2).map(|w| gap(w[0].0 + 1..w[1].0, w[0].1 + 1..w[1].1));
    before.into_iter().chain(inner).chain(behind).filter(|g| !g.lost.is_empty() || !g.added.is_empty()).collect()
}

/// A word with meaning has moved, which may exchange who does what: "Ann beat Bo", "Bo beat Ann". Among many differences the word may have
/// been said twice.
fn are_moved(gaps: &[Gap], long: &Words, pairs: &[(usize, usize)]) -> bool {
    const FEW: usize = 4;
    const EDGE: usize = 3;
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return false };
    let edges = [&long.words[first.1.saturating_sub(EDGE)..first.1], &long.words[last.1 + 1..(last.1 + 1 + EDGE).min(long.words.len())]];
    let elsewhere = |at: usize, word: &String| {
        gaps.iter().any(|g| g.at != at && g.added.contains(word)) || edges.iter().any(|edge| edge.contains(word))
    };
    let mut lost = gaps.iter().flat_map(|g| g.lost.iter().map(move |w| (g.at, w))).filter(|(_, w)| is_content(w));
    gaps.len() <= FEW && lost.any(|(at, word)| elsewhere(at, word))
}

/// `the lightest and thinnest of ships` and `the thinnest and lightest of ships`: the same words with meaning, in the same order except
/// two that `and` joins.
pub fn is_swapped_pair(short: &Words, long: &Words) -> bool {
    const LIGHT_MORE: usize = 2;
    let telling = |w: &[String]| w.iter().filter(|w| !is_light(w)).cloned().collect::<Vec<_>>();
    let long_telling = telling(&long.words);
    let swapped = |at: usize| {
        let mut words = short.words.clone();
        words.swap(at - 1, at + 1);
        telling(&words) == long_telling
    };
    let joints = (1..short.words.len().saturating_sub(1)).filter(|i| matches!(short.words[*i].as_str(), "and" | "or"));
    long.words.len().abs_diff(short.words.len()) <= LIGHT_MORE && short.words.len() <= LONGEST && joints.into_iter().any(swapped)
}

/// Kinds of mild difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mild {
    Light,
    Masked,
    Form,
    Order,
    /// Words of one are not in the other.
    LeftOut,
    /// Words of each are not in the other.
    More,
}

/// What the mild difference between two versions is whose words align at `pairs`; `masked`: letters of one are not printed.
pub fn mild(short: &Words, long: &Words, pairs: &[(usize, usize)], masked: bool) -> Mild {
    let gaps = gaps(short, long, pairs);
    let contents: Vec<[BTreeSet<String>; 2]> = gaps.iter().map(Gap::content).collect();
    let adds = contents.iter().any(|[lost, added]| !added.is_subset(lost));
    let loses = contents.iter().any(|[lost, added]| !lost.is_subset(added));
    // "all my life" for "my whole life": what is lost in one place has another word for it nearby
    let pivot = |list: &[String], other: &[String]| list.iter().any(|w| !is_content(w) && !is_light(w) && !other.contains(w));
    let swapped = loses && gaps.iter().any(|g| pivot(g.added, g.lost)) || adds && gaps.iter().any(|g| pivot(g.lost, g.added));
    let replaced = gaps.iter().zip(&contents).any(|(g, [lost, added])| lost != added && lost.is_empty() && !g.lost.is_empty());
    if is_swapped_pair(short, long) {
        Mild::Order
    } else if adds && loses || replaced || swapped {
        Mild::More
    } else if adds || loses {
        Mild::LeftOut
    } else if masked {
        Mild::Masked
    } else if contents.iter().any(|[lost, _]| !lost.is_empty()) || gaps.iter().any(Gap::is_one_word) {
        Mild::Form
    } else {
        Mild::Light
    }
}
