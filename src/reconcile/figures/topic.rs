//! Which figures measure two things, by the words that name what is measured: fuel costs and staff costs, inflation and core inflation, a
//! tower and a chimney; by who expects it; or as a whole and a part: all who were taken to hospital and those who were flown there.

use super::item::Item;
use super::place::are_of_two_places;
use crate::claim::{Beside, Short};
use crate::lexicon::synonyms;
use crate::lexicon::topics::{self, TopicWord};
use crate::value::Dimension;

/// They differ in whether it was only hoped for, in who expects it, who holds it or what was done with it.
fn are_told_apart(a: &Beside, b: &Beside) -> bool {
    let two = |a: &Option<Short>, b: &Option<Short>| a.as_ref().zip(b.as_ref()).is_some_and(|(a, b)| a != b);
    let phrasal = a.verb.is_some() && a.verb == b.verb && a.phrasal != b.phrasal;
    let stages = a.stage.zip(b.stage).is_some_and(|(a, b)| a != b);
    two(&a.forecaster, &b.forecaster)
        || two(&a.holder, &b.holder)
        || a.restricted != b.restricted
        || a.wished != b.wished
        || phrasal
        || stages
}

/// One is what somebody has, the other what is added to that or taken away: "runs 240 shops", "will open 12 shops".
fn are_stock_and_change(x: &Item, y: &Item) -> bool {
    let has = |i: &Item| !i.beside.changes && i.concept.is_none();
    x.beside.changes && has(y) || y.beside.changes && has(x)
}

/// One is a share among some, the other of all or of others.
fn are_shares_among_two(x: &Item, y: &Item) -> bool {
    let share = matches!(x.figure.dimension, Dimension::Share | Dimension::SharePoints);
    let has =
        |i: &Item, noun: &Short| i.key.base.as_ref() == Some(noun) || i.key.terms.contains(noun) || i.beside.among.as_ref() == Some(noun);
    let other = |a: &Item, b: &Item| a.beside.among.as_ref().is_some_and(|noun| !has(b, noun));
    share && (other(x, y) || other(y, x))
}

/// One is the whole of which the other may be a part, or counts another sort with it: "two of the 40 guests", "40 guests and waiters".
fn are_all_and_some(x: &Item, y: &Item) -> bool {
    let joined = x.beside.joined != y.beside.joined && x.head == y.head;
    x.figure.dimension == Dimension::Count && (x.beside.whole != y.beside.whole || joined)
}

/// Two values of them do not contradict each other: they are of two bodies, of a whole and a part, or of two topics.
pub fn contradict_nothing(x: &Item, y: &Item) -> bool {
    are_told_apart(x.beside, y.beside)
        || are_all_and_some(x, y)
        || are_shares_among_two(x, y)
        || are_stock_and_change(x, y)
        || are_of_two_topics(x, y)
        || are_of_two_places(x, y)
}

/// The nouns differ, or the words before them tell two kinds or a part. For times, money and shares the table must have both nouns: one
/// that it lacks may be another word for the same.
fn are_of_two_topics(x: &Item, y: &Item) -> bool {
    let Some((a, b)) = topics(x, y) else { return false };
    let noun = |words: &[Short]| words.first().and_then(|w| topics::of(w)).filter(|t| matches!(t, TopicWord::Same(_)));
    let of_a_thing = x.figure.dimension == Dimension::Length;
    if !has_noun_of(a, b) && !has_noun_of(b, a) {
        let part = |words: &[Short]| words.iter().any(|w| topics::of(w) == Some(TopicWord::Part));
        return of_a_thing || part(a) || part(b) || noun(a).is_some() && noun(b).is_some();
    }
    let (left, right) = (beside(a, b), beside(b, a));
    let tells = |words: &[&Short]| words.iter().any(|w| topics::of(w) != Some(TopicWord::Plain));
    let parts = |words: &[&Short]| words.iter().any(|w| topics::of(w) == Some(TopicWord::Part));
    !of_a_thing && tells(&left) && tells(&right) || parts(&left) || parts(&right)
}

/// Two shares of one value are of two things: profit is not sales.
pub fn are_shares_of_two(x: &Item, y: &Item) -> bool {
    let noun = |words: &[Short]| words.first().and_then(|w| topics::of(w));
    let share = matches!(x.figure.dimension, Dimension::Share | Dimension::SharePoints);
    let (profit, sales) = (topics::of("profit"), topics::of("sale"));
    let apart = |a, b| noun(a) == profit && noun(b) == sales;
    share && topics(x, y).is_some_and(|(a, b)| (apart(a, b) || apart(b, a)) && !has_noun_of(a, b) && !has_noun_of(b, a))
}

/// What both measure, in words; `None` where one counts a noun or names nothing.
fn topics<'i>(x: &'i Item, y: &'i Item) -> Option<(&'i [Short], &'i [Short])> {
    // the "weight" or "rate" of something is none itself
    let plain = |w: &Short| topics::of(w) == Some(TopicWord::Plain);
    let of = |i: &'i Item| i.key.modifiers.iter().position(|w| !plain(w)).filter(|_| i.key.head.is_none()).map(|n| &i.key.modifiers[n..]);
    of(x).zip(of(y))
}

/// The noun of the first stands among the words of the second.
fn has_noun_of(a: &[Short], b: &[Short]) -> bool {
    a.first().is_some_and(|noun| b.iter().any(|w| mean_one_thing(noun, w)))
}

/// The words of the first that the second lacks.
fn beside<'w>(a: &'w [Short], b: &[Short]) -> Vec<&'w Short> {
    a.iter().filter(|w| !b.iter().any(|o| mean_one_thing(w, o))).collect()
}

fn mean_one_thing(a: &str, b: &str) -> bool {
    let same = |s: &str| topics::of(s).filter(|t| matches!(t, TopicWord::Same(_)));
    a == b || synonyms::of(a) == synonyms::of(b) || same(a).is_some() && same(a) == same(b)
}
