//! Who has found something, by the words where the finder stands: police in one article, a neighbour in another. People on duty arrive
//! after whoever comes across something, so who found it is left to the reader.

use std::collections::BTreeSet;

use super::{Item, happened};
use crate::lexicon::{class, lexicon, stem, synonyms, word_sets};
use crate::reconcile::group::{Reason, Status, Verdict};
use crate::reconcile::story::Story;

word_sets! {
    /// People whose duty it is to search; several of them may have been there.
    ON_DUTY = 0: "finder_on_duty";
    /// Words that may mean any other finder: `a man`.
    ANYBODY = 1: "finder_in_general";
    /// Between the finder and the verb.
    BETWEEN = 2: "before_verb_of_finding";
    BE = 3: "form_of_be";
}

/// How many words are looked at for the finder.
const REACH: usize = 30;

/// A finder: what stands for all words that mean the same, and the word as written.
type Finder<'a> = (String, &'a str);

/// The verdict where two articles name two finders and neither names the other's.
pub fn verdict(story: &Story, items: &[&Item]) -> Option<Verdict> {
    const MOST: usize = 48;
    let told = items.iter().filter(|i| i.concept.name == "find" && i.told && happened(i.modality)).take(MOST);
    let found: Vec<(usize, Finder)> = told.filter_map(|i| Some((i.article, finder(story, i.member)?))).collect();
    let by = |article: usize| found.iter().filter(|f| f.0 == article).map(|f| f.1.0.as_str()).collect::<BTreeSet<&str>>();
    let mut pairs = found.iter().flat_map(|a| found.iter().map(move |b| (a, b)));
    let (a, b) = pairs.find(|(a, b)| a.0 < b.0 && by(a.0).is_disjoint(&by(b.0)))?;
    let why = format!("found by {} in one, by {} in another", a.1.1, b.1.1);
    Some(Verdict::new(Status::Unresolved, Reason::Identity, why))
}

/// The finder, as subject of an active verb or behind `by`.
fn finder<'s>(story: &'s Story, member: usize) -> Option<Finder<'s>> {
    let (before, behind) = (story.before(member), story.behind(member));
    let is = |w: &str, set: u32| SETS.holds(&w.to_lowercase(), set);
    let last = before.split_whitespace().rev().take(REACH).find(|w| !is(w, BETWEEN))?;
    match last {
        // "was found by her son"
        be if SETS.holds(be, BE) => {
            let clause = behind.split([',', ';', ':', '.']).next().unwrap_or("");
            let by = clause.split_whitespace().take(REACH).skip_while(|w| *w != "by").skip(1);
            by.take_while(|w| !ends(w)).filter_map(known).last()
        }
        // "Her son entered the house and found"
        "and" => clause_before(before).split_whitespace().take(REACH).find_map(known),
        word => known(word),
    }
}

/// What stands before the verb, behind the last mark.
fn clause_before(before: &str) -> &str {
    before.rsplit([',', ';', ':', '"', '“', '”']).next().unwrap_or(before)
}

fn ends(word: &str) -> bool {
    let words = &lexicon().words;
    words
        .classes(words.id(&word.to_lowercase()))
        .any(class::PREPOSITION | class::AUXILIARY | class::RELATIVE | class::TEMPORAL | class::WEEKDAY)
}

/// A word that tells who somebody is.
fn known(word: &str) -> Option<Finder<'_>> {
    let lower = word.to_lowercase();
    let l = lexicon();
    let stem = stem(&lower);
    if SETS.holds(&lower, ON_DUTY) {
        return Some(("on duty".to_owned(), word));
    }
    let person = || {
        let is_named = word.starts_with(char::is_uppercase) || !word.chars().all(char::is_alphabetic);
        let role = l.words.classes(l.words.id(&lower)).any(class::ROLE | class::KINSHIP);
        !is_named && (role || l.kin.family(&stem) == Some("people"))
    };
    (!SETS.holds(&lower, ANYBODY) && person()).then(|| (synonyms::of(&stem).to_owned(), word))
}
