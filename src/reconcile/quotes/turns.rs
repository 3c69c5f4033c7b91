//! Short sentences of which one says the opposite of the other. Too few words align to compare them word by word, but the word that turns
//! the meaning stands within the stretch that they share.

use super::words::{Words, is_content, is_light, is_negation};
use crate::lexicon::{are_opposites, stem, word_sets};

word_sets! {
    /// Words that begin a further statement.
    JOINT = 0: "joint";
    /// What `no` denies besides what follows: `no longer`, `no doubt`.
    OTHERWISE = 1: "denied_by_no";
    /// What leaves open whether it is so.
    OPEN = 2: "leaving_it_open";
}

/// How one sentence is the opposite of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    /// One has a negation more: `The ice will not carry us`, `The ice will carry us until March`.
    Denied,
    /// One has the opposite word: `They walked into the hall`, `They walked out of the hall`.
    Opposed,
}

/// Sentences looked at in each version.
const LOOK: usize = 12;
/// Sentences of more words are held against each other word by word.
const LONGEST: usize = 40;
/// Words that both have.
const SHARED: usize = 3;

/// How a sentence of one version is the opposite of one of the other.
pub fn turned(a: &Words, b: &Words) -> Option<Turn> {
    let short = |w: &'_ &[String]| w.len() <= LONGEST;
    let mut pairs = a.sentences().take(LOOK).filter(short).flat_map(|s| b.sentences().take(LOOK).filter(short).map(move |t| (s, t)));
    pairs.find_map(|(s, t)| match () {
        _ if denies(s, t) || denies(t, s) => Some(Turn::Denied),
        _ if are_opposed(s, t) => Some(Turn::Opposed),
        _ => None,
    })
}

/// Without its only negation `no` is the beginning of `yes`, light words aside, and `yes` has neither a negation nor a condition. More
/// words in `no` could limit the denial: `will not carry us for ever`.
fn denies(no: &[String], yes: &[String]) -> bool {
    // "no longer" and "no doubt" do not deny what stands behind them
    let negation = |w: &String| is_negation(w);
    let mut negations = no.iter().enumerate().filter(|(_, w)| negation(w));
    let (Some((at, word)), None) = (negations.next(), negations.next()) else { return false };
    let open = |w: &[String]| w.iter().any(|w| SETS.holds(w, OPEN));
    let of_noun = word == "no" && no.get(at + 1).is_some_and(|w| is_content(w) && !SETS.holds(w, OTHERWISE));
    let denies = of_noun || matches!(word.as_str(), "not" | "never");
    if at == 0 || !denies || yes.iter().any(negation) || open(yes) || open(no) {
        return false;
    }
    let begins = |rest: &[&String], alike: fn(&str, &str) -> bool| {
        let says = rest.len() >= SHARED && rest.iter().any(|w| is_content(w)) && rest.iter().filter(|w| !is_light(w)).nth(1).is_some();
        let led = yes.iter().take_while(|w| is_light(w)).count();
        // "more police training" is not more police
        let goes_on = |end: usize| yes.get(end).is_none_or(|w| is_light(w) || SETS.holds(w, JOINT));
        let from = |start: usize| {
            let same = yes[start..].len() >= rest.len() && yes[start..].iter().zip(rest).all(|(v, w)| alike(v, w));
            same && goes_on(start + rest.len())
        };
        says && (0..=led.min(yes.len())).any(from)
    };
    let without = |from: usize| no[..from].iter().chain(&no[at + 1..]).collect::<Vec<_>>();
    let helped = at > 1 && matches!(no[at - 1].as_str(), "do" | "does" | "did");
    begins(&without(at), |v, w| v == w) || helped && begins(&without(at - 1), |v, w| stem(v) == stem(w))
}

/// The two sentences are equal except for one stretch, and these stretches are opposites.
fn are_opposed(s: &[String], t: &[String]) -> bool {
    let before = s.iter().zip(t).take_while(|(v, w)| v == w).count();
    let (x, y) = (&s[before..], &t[before..]);
    let behind = x.iter().rev().zip(y.iter().rev()).take_while(|(v, w)| v == w).count();
    let (x, y) = (&x[..x.len() - behind], &y[..y.len() - behind]);
    let shared = || s[..before].iter().chain(&s[s.len() - behind..]);
    before > 0 && before + behind >= SHARED && shared().any(|w| is_content(w)) && are_opposites(&x.join(" "), &y.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(a: &str, b: &str) -> Option<Turn> {
        let (a, b) = (Words::of(a), Words::of(b));
        assert_eq!(turned(&a, &b), turned(&b, &a));
        turned(&a, &b)
    }

    #[test]
    fn a_negation_in_what_both_say_denies_it() {
        assert_eq!(turn("The ice won't carry us.", "The ice will carry us until March."), Some(Turn::Denied));
        assert_eq!(turn("I never touched the ledger.", "Well, I touched the ledger once, in May."), Some(Turn::Denied));
        assert_eq!(turn("She did not finish the race.", "She finished the race in four hours."), Some(Turn::Denied));
        assert_eq!(turn("There will be no road closures.", "There will be road closures."), Some(Turn::Denied));
        assert_eq!(turn("We have no plans to sell.", "We have plans to sell the harbour."), Some(Turn::Denied));
        assert_eq!(turn("There is no doubt about the plan.", "There is doubt about the plan."), None);
        assert_eq!(turn("It rained. The ferry can't sail.", "The ferry can sail at noon."), Some(Turn::Denied));
    }

    #[test]
    fn what_is_denied_in_part_or_on_a_condition_is_not_turned() {
        for (a, b) in [
            ("The ice will not carry us for ever.", "The ice will carry us until March."),
            ("The ice will not carry us.", "The ice will carry us if it freezes."),
            ("The ice will not carry us.", "The ice will not carry us until March."),
            ("The ice will not carry us.", "I doubt that the ice will carry us."),
            ("The ice will not carry us.", "The snow will melt."),
            ("It is not.", "It is what it is."),
        ] {
            assert_eq!(turn(a, b), None, "{a} {b}");
        }
    }

    #[test]
    fn the_opposite_word_in_one_sentence() {
        assert_eq!(turn("They walked into the hall.", "They walked out of the hall."), Some(Turn::Opposed));
        assert_eq!(turn("We voted for the bridge.", "We voted against the bridge."), Some(Turn::Opposed));
        assert_eq!(turn("They walked into the hall.", "They walked past the hall."), None);
        assert_eq!(turn("They walked into the hall.", "We all walked out of the hall."), None);
    }
}
