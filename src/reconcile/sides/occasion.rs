//! Whether two sides are of one occasion: the same time, and nothing told of one that restricts it.

use std::collections::BTreeSet;

use super::cast::means;
use super::{Side, Tense};
use crate::lexicon::{class, lexicon};
use crate::reconcile::events_verdict::words_behind;
use crate::reconcile::story::Story;
use crate::value::time::Relation;

/// The days go together; what is told of the past goes with what was to come only where plans may turn.
pub fn is_of_one_time(yes: &Side, no: &Side) -> bool {
    let c = yes.concept;
    let apart = yes.days.zip(no.days).is_some_and(|(x, y)| matches!(x.relate(y), Relation::Disjoint | Relation::Adjacent));
    let named = yes.day.zip(no.day).is_some_and(|(x, y)| x != y);
    let day = |s: &Side| s.days.map(|d| d.first).or(s.published);
    let daily = !c.daily || day(yes).is_some() && day(yes) == day(no);
    // "did not come on Monday" leaves the other days open
    let open = !c.state && !c.turns && (no.days.is_some() || no.day.is_some()) && yes.days.is_none() && yes.day.is_none();
    let tenses = match (yes.tense, no.tense) {
        // "missed the match", "will play the next"
        (Tense::Past, _) | (_, Tense::Past) if c.name == "fitness" => false,
        (x, y) if x == y || c.state => true,
        (Tense::Ahead, _) => c.turns || no.tense == Tense::Now,
        (_, Tense::Ahead) => yes.tense == Tense::Now,
        _ => true,
    };
    !apart && !named && daily && tenses && !open
}

/// What stands behind a negation restricts it where the other does not have it: `did not pay in cash`.
pub fn are_told_of_two(story: &Story, yes: &Side, no: &Side) -> bool {
    if occasion(story, yes) != occasion(story, no) || are_hours_apart(story, yes, no) {
        return true;
    }
    let words = story.sentence(yes.member).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let told: Vec<String> = words.map(|w| means(&w.to_lowercase())).collect();
    // "did not refund passengers who had booked through agents"
    let tells_more = || words_behind(story, no.member).iter().any(|w| !told.contains(w));
    let behind = story.behind(no.member).trim_start();
    let some = ["who ", "whose ", "whom ", "that ", "which ", "with ", "without "].iter().any(|w| behind.starts_with(w));
    if some && tells_more() {
        return true;
    }
    if yes.concept.name == "ballot" && is_of_some(story, yes) != is_of_some(story, no) {
        return true;
    }
    if yes.concept.name == "alarm" && is_of_two_kinds(story, yes, no) {
        return true;
    }
    if ["takeover", "tenure", "race", "fitness", "suspicion"].contains(&yes.concept.name) {
        const OF_ANY: [&str; 5] = ["accus", "charg", "involv", "suspicion", "wrongdo"];
        let words = |s: &Side| words_behind(story, s.member).into_iter().filter(|w| !OF_ANY.contains(&w.as_str())).collect::<BTreeSet<_>>();
        let (x, y) = (words(yes), words(no));
        return !x.is_subset(&y) && !y.is_subset(&x);
    }
    if yes.concept.name == "unanimity" {
        let (x, y) = (words_behind(story, yes.member), words_behind(story, no.member));
        return !x.is_empty() && !y.is_empty() && !x.iter().any(|w| y.contains(w));
    }
    if !["act", "hurt", "refund"].contains(&yes.concept.name) {
        return false;
    }
    tells_more()
}

/// The words that tell one of several occasions: `the second explosion`.
fn occasion(story: &Story, s: &Side) -> Vec<String> {
    const WORDS: [&str; 12] =
        ["another", "earlier", "first", "fourth", "last", "next", "other", "previous", "second", "separate", "similar", "third"];
    let text = &story.claims[s.member].claim.text;
    let behind = story.behind(s.member).split([',', ';', ':', '.']).next().unwrap_or_default();
    let before = story.before(s.member).rsplit([',', ';', ':', '.']).next().unwrap_or_default();
    let words = before.split_whitespace().chain(text.split_whitespace()).chain(behind.split_whitespace()).map(str::to_lowercase);
    words.filter(|w| WORDS.contains(&w.as_str())).collect()
}

/// The words of the clause before what tells a side.
fn clause_before<'s>(story: &'s Story, s: &Side) -> Vec<&'s str> {
    let clause = story.before(s.member).rsplit([',', ';', ':', '.']).next().unwrap_or_default();
    clause.split_whitespace().collect()
}

/// `two | lawmakers`, `most | members`: others may do otherwise.
fn is_of_some(story: &Story, s: &Side) -> bool {
    const SOME: [&str; 5] = ["few", "many", "most", "several", "some"];
    let classes = |w: &str| lexicon().words.classes(lexicon().words.id(&w.to_lowercase()));
    let number = |w: &str| w.starts_with(|c: char| c.is_ascii_digit()) || classes(w).any(class::NUMBER);
    clause_before(story, s).into_iter().any(|w| number(w) || SOME.contains(&w.to_lowercase().as_str()))
}

/// `smoke | alarm`, `burglar | alarm`.
fn is_of_two_kinds(story: &Story, yes: &Side, no: &Side) -> bool {
    let kind = |s: &Side| {
        let word = clause_before(story, s).into_iter().nth_back(1)?.to_lowercase();
        let light = lexicon().words.classes(lexicon().words.id(&word)).any(class::FUNCTION | class::NEGATION | class::NUMBER);
        (!light).then_some(word)
    };
    kind(yes).zip(kind(no)).is_some_and(|(x, y)| x != y)
}

/// One is told of another part of the day: `up at noon`, `closed down`.
fn are_hours_apart(story: &Story, yes: &Side, no: &Side) -> bool {
    const PARTS: [(&str, &str); 20] = [
        ("afternoon", "afternoon"),
        ("bell", "close"),
        ("close", "close"),
        ("closed", "close"),
        ("closing", "close"),
        ("dawn", "morning"),
        ("early", "morning"),
        ("evening", "evening"),
        ("far", "year"),
        ("hours", "after hours"),
        ("midday", "noon"),
        ("midnight", "night"),
        ("month", "month"),
        ("morning", "morning"),
        ("night", "night"),
        ("noon", "noon"),
        ("opened", "morning"),
        ("opening", "morning"),
        ("premarket", "morning"),
        ("year", "year"),
    ];
    let parts = |s: &Side| -> BTreeSet<&str> {
        let behind = story.behind(s.member).split([',', ';', ':', '.']).next().unwrap_or_default();
        let text = [story.before(s.member), &story.claims[s.member].claim.text, behind].join(" ").to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter_map(|w| PARTS.iter().find(|(word, _)| *word == w).map(|(_, part)| *part)).collect()
    };
    let (x, y) = (parts(yes), parts(no));
    if yes.concept.name == "shares" {
        // what is told without an hour is told of the close
        let close = |p: &BTreeSet<&str>| p.is_empty() || p.contains("close");
        return !(close(&x) && close(&y)) && x.is_disjoint(&y);
    }
    !x.is_empty() && !y.is_empty() && x.is_disjoint(&y)
}
