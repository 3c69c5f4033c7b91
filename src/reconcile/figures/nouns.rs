//! What two figures count: one noun, two of one family, or two that may be of two groups.

use super::item::Item;
use super::nature::{are_two_sexes, are_two_sides};
use super::play::are_two_counts_of_play;
use super::weight;
use crate::claim::Key;
use crate::lexicon::heads;
use crate::reconcile::similarity::shared;
use crate::value::{Amount, Dimension};

/// They count two sorts, or one counts a narrower sort and fewer, so that it may be a part of the other.
pub fn are_two_sorts(x: &Item, y: &Item) -> bool {
    let fewer =
        |part: &Item, all: &Item| all.head.is_some() && part.reading.high.zip(all.reading.low).is_some_and(|(part, all)| part < all);
    let part = |part: &Item, all: &Item| {
        let narrower = part.key.head.as_deref().zip(all.key.head.as_deref()).is_some_and(|(a, b)| heads::is_kind_of(a, b));
        (part.nature.people.is_some() && all.nature.people.is_none() || narrower) && fewer(part, all)
    };
    x.nature.people.zip(y.nature.people).is_some_and(|(a, b)| a != b) || part(x, y) || part(y, x)
}

/// Families whose nouns are two names of one thing: nations are countries.
const ONE_MEANING: [&str; 3] = ["blast", "country", "tremor"];

/// Families in which one noun may be a part of another: of seven weapons five are guns.
const LOOSE: [&str; 5] = ["firearm", "measure", "parcel", "principle", "suit"];

/// Nouns or bases are not surely one, so that two values need not contradict each other: 20 percent of women and men, and 30 percent of
/// men; five percent of them, and ten of the women.
pub fn may_be_of_two(x: &Item, y: &Item) -> bool {
    let loose = x.head != y.head && x.family == y.family && x.family.is_some_and(|f| LOOSE.contains(&f));
    let bases = x.base.is_some() && y.base.is_some() && x.base != y.base && !is_base_wider(x, y);
    // the police and a newspaper may have spoken with people of one place
    let interviewed = |i: &Item| i.key.concept.as_deref() == Some("interviewed");
    loose || bases || are_two_parts(x, y) || is_of_some(x) || is_of_some(y) || interviewed(x) || interviewed(y)
}

/// One is weighed by a wider name: tonnes of the drug, tonnes of cocaine.
pub fn is_base_wider(x: &Item, y: &Item) -> bool {
    let bases = x.key.base.as_deref().zip(y.key.base.as_deref());
    bases.is_some_and(|(a, b)| heads::is_kind_of(a, b) || heads::is_kind_of(b, a))
}

/// They are two parts of one toll: women and men, adults and children, the dead and others.
fn are_two_parts(x: &Item, y: &Item) -> bool {
    let nouns = x.key.head.as_deref().zip(y.key.head.as_deref());
    x.key.counts_bodies() != y.key.counts_bodies() || nouns.is_some_and(|(a, b)| are_two_sides(a, b))
}

/// It is counted of those who were named before: "five percent of them".
pub fn is_of_some(i: &Item) -> bool {
    i.key.base.as_deref() == Some(Key::STANDING_FOR)
}

/// One counts people and the other what happened to them: "46 people were arrested", "46 arrests".
fn name_one_deed(x: &Item, y: &Item) -> bool {
    const DEEDS: [&str; 7] = ["arrest", "case", "detent", "fatal", "infect", "injuri", "rescu"];
    let is_deed = |i: &Item| i.key.head.as_deref().is_some_and(|h| DEEDS.contains(&h));
    // somebody whom reporters talk to is a source
    let people = |i: &Item| i.family == Some("people") || is_deed(i) || i.key.concept.as_deref() == Some("interviewed");
    // jobs that are lost, and those who lose them
    let work = |i: &Item| matches!(i.family, Some("job" | "people"));
    let jobs = x.key.concept.as_deref() == Some("jobs_lost") && work(x) && work(y);
    // each part has another rest
    let rest = x.rest && y.rest && is_handful(x) && is_handful(y);
    x.concept.is_some() && x.concept == y.concept && (people(x) && people(y) || jobs) && !rest
}

/// What the counted nouns add: equal, of one family, or different; nothing where one stands beside the other figure ("550 Palestinians",
/// "550 Palestinian prisoners").
pub fn heads(x: &Item, y: &Item) -> f32 {
    let (Some(a), Some(b)) = (x.head, y.head) else { return 0.0 };
    if is_size_of_a_group(x) || is_size_of_a_group(y) {
        // the group whose size it is stands behind: a crew is no jury
        let both = is_size_of_a_group(x) && is_size_of_a_group(y);
        let (a, b) = if both { (&x.terms, &y.terms) } else { (&x.near, &y.near) };
        let one = shared(a, b).any(|t| Some(t) != x.head_term && Some(t) != y.head_term);
        if one { weight::HEAD } else { weight::OTHER_HEAD }
    } else if a == b {
        weight::HEAD
    } else if are_two_counts_of_play(x, y) {
        weight::OTHER_HEAD
    } else if x.family == y.family && x.family.is_some_and(|f| ONE_MEANING.contains(&f)) {
        weight::HEAD
    } else if may_be_other_people(x, y) {
        0.0
    } else if x.family.is_some() && x.family == y.family || name_one_deed(x, y) {
        weight::KIN
    } else if is_one_wider(x, y) || x.family.zip(y.family).is_none() && (has_noun_beside(x, y) || has_noun_beside(y, x)) {
        0.0
    } else {
        weight::OTHER_HEAD
    }
}

/// `a 12-member crew`, `a 12-person crew`.
fn is_size_of_a_group(i: &Item) -> bool {
    i.hyphenated
        && i.figure.dimension == Dimension::Count
        && i.key.head.as_deref().is_some_and(|h| matches!(h, "man" | "member" | "person"))
}

/// Women and men.
pub fn are_of_two_sexes(x: &Item, y: &Item) -> bool {
    let count = x.figure.dimension == Dimension::Count && y.figure.dimension == Dimension::Count;
    count && x.key.head.as_deref().zip(y.key.head.as_deref()).is_some_and(|(a, b)| are_two_sexes(a, b))
}

/// The words around a figure have the noun that the other counts.
pub fn has_noun_beside(x: &Item, other: &Item) -> bool {
    other.head_term.is_some_and(|noun| x.terms.binary_search(&noun).is_ok())
}

/// The noun of one is narrower than that of the other: lorries and vehicles.
fn is_one_wider(x: &Item, y: &Item) -> bool {
    x.key
        .head
        .as_deref()
        .zip(y.key.head.as_deref())
        .is_some_and(|(a, b)| heads::are_near(a, b) || heads::is_kind_of(a, b) || heads::is_kind_of(b, a))
}

/// They may be two groups: a few people under two nouns to whom nothing common happened ("two deputies", "two gang members"). Larger
/// numbers are hardly equal by chance: "17 inmates" are the "17 Muslims".
pub fn may_be_other_people(x: &Item, y: &Item) -> bool {
    let people = x.family == Some("people") && y.family == Some("people") && x.head != y.head;
    let told_apart = x.concept.is_none() || x.concept != y.concept || x.rest && y.rest;
    is_handful(x) && is_handful(y) && people && told_apart && !is_anyone(x) && !is_anyone(y)
}

/// Below ten.
pub fn is_handful(i: &Item) -> bool {
    i.figure.amount.is_some_and(|a| a < Amount::from(10))
}

/// A noun for people of any sort.
pub fn is_anyone(i: &Item) -> bool {
    const ANYONE: [&str; 9] = ["man", "men", "peopl", "person", "resid", "victim", "woman", "women", "suspect"];
    i.key.head.as_deref().is_some_and(|h| ANYONE.contains(&h))
}
