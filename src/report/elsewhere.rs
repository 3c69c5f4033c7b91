//! What other articles have of a draft's claim where no group ties it to them: the same name, the same act, the words within a longer
//! quotation, a name that differs in a letter or two. The same figure is only shown, for another thing may have it.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::answer::Answer;
use super::meaning;
use crate::claim::{Claim, ClaimKind, Event, Figure};
use crate::text::fold::fold;
use crate::value::name::nearness::is_misspelled;

/// The most claims that are looked at for one claim: what more have is a common phrase.
const MOST: usize = 64;

/// The claims of the other articles, by what they say.
pub struct Elsewhere<'a> {
    told: FxHashMap<String, Vec<&'a Claim>>,
    /// Names of several words by their first and by their last.
    named: FxHashMap<String, Vec<&'a Claim>>,
    quoted: Quoted<'a>,
    /// The names that the draft has.
    own: FxHashSet<String>,
}

impl<'a> Elsewhere<'a> {
    pub fn new(claims: &'a [Claim], base: &str) -> Self {
        let (own, others): (Vec<&Claim>, Vec<&Claim>) = claims.iter().partition(|c| c.source == base);
        let mut found = Elsewhere {
            told: FxHashMap::default(),
            named: FxHashMap::default(),
            quoted: Quoted::default(),
            own: own.into_iter().filter(|c| is_name(c)).map(|c| fold(&c.text)).collect(),
        };
        others.into_iter().for_each(|c| found.add(c));
        found
    }

    fn add(&mut self, claim: &'a Claim) {
        if let Some(told) = told(claim) {
            self.told.entry(told).or_default().push(claim);
        }
        if let Some(ends) = ends(claim) {
            ends.into_iter().for_each(|end| self.named.entry(end).or_default().push(claim));
        }
        if claim.kind == ClaimKind::Quote {
            self.quoted.add(claim);
        }
    }

    /// What the others say to a claim that no group of theirs has, and the claims that say it, one of each article.
    pub fn answer(&self, claim: &Claim) -> (Answer, Vec<&'a Claim>) {
        let told = told(claim).and_then(|t| self.told.get(&t)).cloned().unwrap_or_default();
        // two things may have one number
        if claim.figure.is_some() {
            return (Answer::InNoSource, some(told.into_iter()).unwrap_or_default());
        }
        let quoted = if claim.kind == ClaimKind::Quote { self.quoted.with(&claim.text) } else { Vec::new() };
        let by_another = quoted.clone();
        if let Some(found) = some([told, quoted].concat().into_iter().filter(|c| !are_said_by_two(claim, c))) {
            return (Answer::Supported, found);
        }
        if let Some(found) = some(self.spellings(claim)) {
            return (Answer::SpelledDifferently, found);
        }
        (Answer::InNoSource, some(by_another.into_iter()).unwrap_or_default())
    }

    /// Names that may be the same with other letters, unless the draft has them as well.
    fn spellings(&self, claim: &Claim) -> impl Iterator<Item = &'a Claim> {
        let name = fold(&claim.text);
        let ends = ends(claim).into_iter().flatten();
        let near: Vec<&Claim> = ends.flat_map(|end| self.named.get(&end).into_iter().flatten().take(MOST)).copied().collect();
        near.into_iter().filter(move |c| {
            let other = fold(&c.text);
            !self.own.contains(&other) && are_spellings(&name, &other)
        })
    }
}

/// The first claim of each article, where there are any.
fn some<'a>(claims: impl Iterator<Item = &'a Claim>) -> Option<Vec<&'a Claim>> {
    let mut seen = FxHashSet::default();
    let found: Vec<&Claim> = claims.filter(|c| seen.insert(c.source.as_str())).take(MOST).collect();
    (!found.is_empty()).then_some(found)
}

fn is_name(claim: &Claim) -> bool {
    matches!(claim.kind, ClaimKind::Person | ClaimKind::Place)
}

/// What may be the same wherever it stands: a name, a figure of some digits, what somebody did on a day and at a place.
fn told(claim: &Claim) -> Option<String> {
    if let Some(event) = &claim.event {
        return done(event);
    }
    match &claim.figure {
        Some(f) if is_telling(f) && f.dimension.is_of_things() => Some(fold(&claim.text)),
        Some(f) if is_telling(f) => Some(meaning::of(Some(claim), &claim.text)),
        Some(_) => None,
        None => is_name(claim).then(|| fold(&claim.text)),
    }
}

/// An act with all that is told of it; none of which nobody is known to take part in.
fn done(e: &Event) -> Option<String> {
    let mut parts: Vec<String> = e.participants.iter().map(|p| format!("{:?} {}", p.role, p.entity)).collect();
    parts.sort();
    let setting = [&e.edtf, &e.day, &e.place].map(|s| s.as_deref().unwrap_or_default().to_owned()).join(" ");
    (!parts.is_empty()).then(|| format!("{} {:?} {} {setting}", e.concept, e.modality, parts.join(" ")))
}

/// A number that two things hardly have by chance; of what is measured, not counted, fewer digits are enough.
fn is_telling(f: &Figure) -> bool {
    use crate::value::Dimension::{Area, Length, Mass, Money, Volume};
    let digits_needed = if matches!(f.dimension, Area | Length | Mass | Money | Volume) { 2 } else { 3 };
    let written = f.amount.map(|a| a.to_string()).unwrap_or_default();
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len() >= digits_needed
}

/// The first and the last word of a name that has several, each with a sign of which it is.
fn ends(claim: &Claim) -> Option<[String; 2]> {
    let name = fold(&claim.text);
    let (first, rest) = name.split_once(' ').filter(|_| is_name(claim))?;
    Some([format!("{first} "), format!(" {}", rest.rsplit(' ').next()?)])
}

/// Whether two names are word by word the same, except for a letter or two in one of the words.
fn are_spellings(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let unlike: Vec<(&str, &str)> = a.iter().copied().zip(b.iter().copied()).filter(|(x, y)| x != y).collect();
    a.len() == b.len() && matches!(&unlike[..], [(x, y)] if is_misspelled(x, y))
}

/// Whether two quotations are given to two speakers.
fn are_said_by_two(a: &Claim, b: &Claim) -> bool {
    let speaker = |c: &Claim| Some(fold(c.quote.as_ref()?.speaker.as_deref()?.rsplit(' ').next()?));
    matches!((speaker(a), speaker(b)), (Some(x), Some(y)) if x != y)
}

/// Quotations by each two words that follow one another.
#[derive(Default)]
struct Quoted<'a> {
    quotes: Vec<(&'a Claim, Vec<String>)>,
    pairs: FxHashMap<u64, Vec<(usize, usize)>>,
}

impl<'a> Quoted<'a> {
    fn add(&mut self, claim: &'a Claim) {
        let words = words(&claim.text);
        for (at, pair) in words.windows(2).enumerate() {
            let places = self.pairs.entry(hash(pair)).or_default();
            if places.len() < MOST {
                places.push((self.quotes.len(), at));
            }
        }
        self.quotes.push((claim, words));
    }

    /// The quotations that have the words, at least two, one behind the other.
    fn with(&self, text: &str) -> Vec<&'a Claim> {
        let words = words(text);
        let places = words.get(..2).and_then(|pair| self.pairs.get(&hash(pair))).into_iter().flatten();
        let found = places.filter(|(quote, at)| self.quotes[*quote].1[*at..].starts_with(&words));
        found.map(|(quote, _)| self.quotes[*quote].0).collect()
    }
}

fn hash(pair: &[String]) -> u64 {
    FxBuildHasher.hash_one(pair)
}

fn words(text: &str) -> Vec<String> {
    let inner = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    fold(text).split_whitespace().map(inner).filter(|w| !w.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_or_two_make_a_spelling() {
        for (a, b) in [("david ferro", "davit ferro"), ("olga sybika", "olga sybiga"), ("peter van holm", "pieter van holm")] {
            assert!(are_spellings(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("maria ferro", "marie ferro"),
            ("martin ferro", "martina ferro"),
            ("paul ferro", "saul ferro"),
            ("anna ferro", "anna ferro"),
            ("david ferro", "davit ferry"),
        ] {
            assert!(!are_spellings(a, b), "{a} {b}");
        }
    }
}
