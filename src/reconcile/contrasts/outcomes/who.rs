//! Whom a verb tells of: the name before or behind it, or the one that a pronoun or `the 47-year-old` stands for.

use std::ops::Range;

use crate::claim::Short;
use crate::lexicon::{class, lexicon};
use crate::reconcile::contrasts::passage::{Name, Passage, Weight, Word};

/// Whose outcome it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The last word of a name.
    Person(Short),
    /// Somebody of whom the sentence tells that it is another: `two others`.
    Another,
    Unknown,
}

/// Whom what stands before the words of a verb is.
pub fn subject(passages: &[Passage], passage: usize, start: usize) -> Whose {
    let p = &passages[passage];
    let relative = start.checked_sub(1).is_some_and(|i| matches!(p.words[i].lower.as_str(), "who" | "that"));
    let end = start - relative as usize;
    let people: Vec<Range<usize>> = people(p).into_iter().filter(|r| r.end <= end).collect();
    let Some(last) = end.checked_sub(1).map(|i| &p.words[i]) else { return Whose::Unknown };
    if let Some(near) = people.last().filter(|r| r.end == end) {
        return if is_governed(p, near.start) { Whose::Unknown } else { named(p, near) };
    }
    // behind an apposition, or a verb that `and` joins to the first
    let joined = p.words.get(end).is_some_and(|w| w.begins()) || matches!(last.lower.as_str(), "and" | "but" | "then");
    if joined {
        let mut free = people.iter().filter(|r| !is_governed(p, r.start));
        if let Some(first) = free.next() {
            let one = free.all(|r| named(p, r) == named(p, first));
            return if one { named(p, first) } else { Whose::Unknown };
        }
        return Whose::Unknown;
    }
    stands_for(passages, passage, end)
}

/// Whom what stands behind a verb is.
pub fn object(passages: &[Passage], passage: usize, from: usize) -> Whose {
    const REACH: usize = 10;
    let p = &passages[passage];
    let first = people(p).into_iter().find(|r| r.start >= from && r.start < from + REACH);
    if let Some(name) = first {
        let between = &p.words[from..name.start];
        let head = between.iter().rev().find(|w| w.weight == Weight::Full);
        let fits = head.is_none_or(is_person_noun) && !is_governed(p, name.start);
        return if fits { named(p, &name) } else { Whose::Unknown };
    }
    let end = (from..(from + REACH).min(p.words.len())).take_while(|i| !p.words[*i].begins() && !ends_phrase(&p.words[*i])).last();
    end.map_or(Whose::Unknown, |i| stands_for(passages, passage, i + 1))
}

/// A word that ends a noun phrase.
pub fn ends_phrase(w: &Word) -> bool {
    w.weight == Weight::Day
        || lexicon().words.classes(lexicon().words.id(&w.lower)).any(class::PREPOSITION | class::CONJUNCTION | class::RELATIVE)
}

/// Whom the noun phrase before word `end` stands for: `she`, `the 47-year-old`.
fn stands_for(passages: &[Passage], passage: usize, end: usize) -> Whose {
    const LONGEST: usize = 6;
    let p = &passages[passage];
    let last = &p.words[end - 1];
    if matches!(last.lower.as_str(), "he" | "she" | "him" | "her") {
        return antecedent(passages, passage, end - 1);
    }
    let near = (end.saturating_sub(LONGEST)..end).rev();
    let mut phrase = near.take_while(|i| *i + 1 == end || !p.words[*i + 1].begins());
    let opens = |w: &Word| matches!(w.lower.as_str(), "the" | "a" | "an" | "two" | "three" | "another" | "other" | "others" | "one");
    let Some(start) = phrase.find(|i| opens(&p.words[*i])) else { return Whose::Unknown };
    let inside = &p.words[start + 1..end];
    let plural = lexicon().plurals.is_plural(&last.lower);
    if inside.iter().any(|w| w.weight == Weight::Name) || p.words[start].lower != "the" || plural {
        return Whose::Another;
    }
    if inside.iter().any(|w| w.lower == "other") || last.weight != Weight::Full || !(is_person_noun(last) || last.lower == "old") {
        return Whose::Unknown;
    }
    antecedent(passages, passage, start)
}

/// The person whom the nearest sentence before word `at` is about.
fn antecedent(passages: &[Passage], passage: usize, at: usize) -> Whose {
    const BACK: usize = 2;
    let p = &passages[passage];
    let here: Vec<Range<usize>> = people(p).into_iter().filter(|r| r.end <= at && !is_governed(p, r.start)).collect();
    if let Some(first) = here.first() {
        return if here.iter().all(|r| named(p, r) == named(p, first)) { named(p, first) } else { Whose::Unknown };
    }
    let before = (passage.saturating_sub(BACK)..passage).rev().map(|i| &passages[i]).filter(|q| q.article == p.article);
    for q in before {
        if let Some(first) = people(q).iter().find(|r| !is_governed(q, r.start)) {
            return named(q, first);
        }
    }
    Whose::Unknown
}

fn named(p: &Passage, name: &Range<usize>) -> Whose {
    Whose::Person(Short::from(p.words[name.end - 1].lower.as_str()))
}

/// The names of people, but for those whose something is told of: `Lund's | brother`.
fn people(p: &Passage) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (i, w) in p.words.iter().enumerate().filter(|(_, w)| w.kind == Name::Person) {
        match out.last_mut().filter(|r| r.end == i && !w.begins()) {
            Some(run) => run.end = i + 1,
            None => out.push(i..i + 1),
        }
    }
    out.retain(|r| !p.words[r.end - 1].owns);
    out
}

/// A preposition stands before the name and its titles: `a spokesman for | Mayor Lund`.
fn is_governed(p: &Passage, start: usize) -> bool {
    let mut i = start;
    while i > 0 && !p.words[i].begins() && (p.words[i - 1].title || p.words[i - 1].lower == "the") {
        i -= 1;
    }
    let before = i.checked_sub(1).filter(|_| !p.words[i].begins()).map(|b| &p.words[b]);
    before.is_some_and(|w| lexicon().words.classes(lexicon().words.id(&w.lower)).any(class::PREPOSITION))
}

fn is_person_noun(w: &Word) -> bool {
    let l = lexicon();
    l.words.classes(l.words.id(&w.lower)).any(class::ROLE | class::KINSHIP) || l.kin.family(&w.means) == Some("people")
}
