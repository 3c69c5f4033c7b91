//! Whether two sides are of one occasion: the same time, and nothing told of one that restricts it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Side;
use super::cast::means;
use crate::claim::{Period, Tense};
use crate::lexicon::word_sets;
use crate::reconcile::story::Story;
use crate::value::time::Relation;

word_sets! {
    /// Stems that go with any charge or sentence.
    OF_ANY = 0: "stems_of_any_charge";
}

/// Days and tenses fit; past and future fit only where plans may change.
pub fn is_of_one_time(yes: &Side, no: &Side) -> bool {
    let c = yes.concept;
    let apart = yes.days.zip(no.days).is_some_and(|(x, y)| matches!(x.relate(y), Relation::Disjoint | Relation::Adjacent));
    let named = yes.day.zip(no.day).is_some_and(|(x, y)| x != y);
    let day = |s: &Side| s.days.map(|d| d.first).or(s.published);
    let daily = !c.daily || day(yes).is_some() && day(yes) == day(no);
    // "did not come on Monday" leaves the other days open
    let open = !c.state && !c.turns && (no.days.is_some() || no.day.is_some()) && yes.days.is_none() && yes.day.is_none();
    !apart && !named && daily && !open && (!c.near || are_near(yes, no)) && are_of_one_tense(yes, no)
}

/// Reports of one week, as far as they are dated.
fn are_near(a: &Side, b: &Side) -> bool {
    const DAYS: i32 = 7;
    let days = |(x, y): (Date, Date)| x.until(y).is_ok_and(|s| s.get_days().abs() <= DAYS);
    a.published.zip(b.published).is_none_or(days)
}

fn are_of_one_tense(yes: &Side, no: &Side) -> bool {
    let c = yes.concept;
    match (yes.told.tense, no.told.tense) {
        // "missed the match", "will play the next"
        (Tense::Past, _) | (_, Tense::Past) if c.name == "fitness" => false,
        (x, y) if x == y || c.state => true,
        (Tense::Future, then) => c.turns || then == Tense::Present,
        (then, Tense::Future) => then == Tense::Present,
        _ => true,
    }
}

/// They are of two occasions or things. Words behind a negation restrict it unless the other has them, too: `did not pay in cash`.
pub fn are_told_of_two(story: &Story, yes: &Side, no: &Side) -> bool {
    let (x, y) = (yes.told, no.told);
    if x.which != y.which || are_hours_apart(yes, no) || x.some != y.some || is_of_two_sorts(yes, no) {
        return true;
    }
    // "did not refund passengers who had booked through agents"
    if y.restricted && tells_more(story, yes, no) {
        return true;
    }
    match yes.concept.name {
        "takeover" | "tenure" | "race" | "fitness" | "suspicion" | "guilt" | "life_term" | "death_term" => {
            let (x, y) = (rest_of_one(story, yes), rest_of_one(story, no));
            !x.is_subset(&y) && !y.is_subset(&x)
        }
        "unanimity" => {
            let (x, y) = (story.terms_behind(yes.member), story.terms_behind(no.member));
            !x.is_empty() && !y.is_empty() && x.is_disjoint(&y)
        }
        "act" | "hurt" | "refund" | "survival" => tells_more(story, yes, no),
        // out of a hospital, and in custody
        "detention" => [yes, no].into_iter().any(|s| story.terms_behind(s.member).contains("hospit")),
        _ => false,
    }
}

/// The words with which the clause goes on, except those that go with any charge or sentence: `cleared of | involvement`.
fn rest_of_one<'s>(story: &'s Story, s: &Side) -> BTreeSet<&'s str> {
    story.terms_behind(s.member).into_iter().filter(|w| !SETS.holds(w, OF_ANY)).collect()
}

/// The negation goes on with a word that the other's sentence lacks.
fn tells_more(story: &Story, yes: &Side, no: &Side) -> bool {
    let words = story.sentence(yes.member).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let told: BTreeSet<String> = words.map(|w| means(&w.to_lowercase())).collect();
    story.terms_behind(no.member).iter().any(|w| !told.contains(*w))
}

/// `smoke | alarm`, `burglar | alarm`.
fn is_of_two_sorts(yes: &Side, no: &Side) -> bool {
    yes.concept.name == "alarm" && yes.told.sort.as_ref().zip(no.told.sort.as_ref()).is_some_and(|(x, y)| x != y)
}

/// The two are of different parts of the day: `up at noon`, `closed down`.
fn are_hours_apart(yes: &Side, no: &Side) -> bool {
    let (x, y) = (&yes.told.periods, &no.told.periods);
    let disjoint = !x.iter().any(|p| y.contains(p));
    if yes.concept.name == "shares" {
        // without an hour the close is meant
        let close = |p: &[Period]| p.is_empty() || p.contains(&Period::Close);
        return !(close(x) && close(y)) && disjoint;
    }
    !x.is_empty() && !y.is_empty() && disjoint
}
