//! Acts that come once: a person is born once, a trial, a bridge or a poll opens once. Two days for one are a contradiction, in whatever
//! words the articles tell them.

use rustc_hash::FxHashSet;

use super::act;
use super::item::Item;
use crate::claim::entity;
use crate::reconcile::similarity::shared;
use crate::reconcile::story::Story;

/// Acts that one story has once.
const ONCE: [&str; 8] = ["bear", "bury", "enact", "found", "in_force", "open", "poll", "trial"];
/// Acts that are of one person.
const OF_A_PERSON: [&str; 3] = ["bear", "bury", "trial"];
/// Acts whose day may lie years away, so that the two days may as well.
const LONG_AGO: [&str; 4] = ["bear", "enact", "found", "in_force"];
/// Acts of a law, whose name both must share.
const OF_A_LAW: [&str; 2] = ["enact", "in_force"];
/// The beginning of the acts of taking an office.
pub const OFFICE: &str = "head_";

/// Both tell an act that comes once, and nothing shows that it is of two people or things.
pub fn is_one(a: &Item, b: &Item) -> bool {
    acts(a, b).next().is_some() && !act::is_another(a.doing, b.doing) && !are_of_two(a, b) && are_near(a, b)
}

/// The acts by which the two are one: one act that comes once, or a law that would be in force before it was passed.
pub fn acts<'i>(a: &'i Item, b: &'i Item) -> impl Iterator<Item = (&'i str, &'i str)> {
    let named = a.doing.about.iter().any(|w| b.doing.about.contains(w));
    let pairs = own(a).flat_map(|x| own(b).map(move |y| (x, y)));
    pairs.filter(move |(x, y)| (x == y || is_too_early(a, b, x, y) || is_too_early(b, a, y, x)) && (named || !OF_A_LAW.contains(x)))
}

fn own<'i>(i: &'i Item) -> impl Iterator<Item = &'i str> {
    i.doing.acts.iter().map(AsRef::as_ref).filter(|act: &&str| ONCE.contains(act) || act.starts_with(OFFICE))
}

fn is_too_early(passed: &Item, since: &Item, act: &str, other: &str) -> bool {
    act == "enact" && other == "in_force" && passed.days.zip(since.days).is_some_and(|(p, s)| s.after <= p.first)
}

/// They name two people or bodies that did it, or have no name in common.
pub fn are_of_two(a: &Item, b: &Item) -> bool {
    let strangers = !a.entities.is_empty() && !b.entities.is_empty() && shared(&a.entities, &b.entities).next().is_none();
    // "the firm dismissed Lee, its chief executive since 2021"
    let office = own(a).any(|act| act.starts_with(OFFICE)) && shared(&a.entities, &b.entities).next().is_some();
    strangers || !office && a.who.zip(b.who).is_some_and(|(x, y)| x != y)
}

/// It is the birth, trial or funeral of two people.
pub fn are_two_people(a: &Item, b: &Item) -> bool {
    let personal = a.doing.acts.iter().any(|act| OF_A_PERSON.contains(&act.as_ref()) && b.doing.acts.contains(act));
    personal && a.who.zip(b.who).is_some_and(|(x, y)| x != y)
}

/// What is to come may be moved by months in a report, what has happened is mistaken by some days. Who was elected in one year takes office in
/// the next.
fn are_near(a: &Item, b: &Item) -> bool {
    const COMING: i32 = 200;
    const PAST: i32 = 10;
    const YEAR: i32 = 300;
    let Some((x, y)) = a.days.zip(b.days) else { return true };
    let apart = x.days_apart(y);
    let coming = a.to_come == Some(true) && b.to_come == Some(true);
    let most = if coming { COMING } else { PAST.max(x.days().max(y.days())) };
    acts(a, b).any(|(act, _)| match () {
        () if act.starts_with(OFFICE) => apart >= YEAR,
        () => LONG_AGO.contains(&act) || apart <= most,
    })
}

/// Who is named in which article.
pub struct Named<'s>(FxHashSet<(usize, &'s str)>);

impl<'s> Named<'s> {
    /// The people and bodies of all articles.
    pub fn of(story: &'s Story) -> Self {
        let names = story.claims.iter().flat_map(|m| {
            let told = m.claim.person.as_ref().map(|p| &p.entity).into_iter().chain(&m.key.entities).chain(&m.key.subject);
            told.map(|e| (m.article, entity::name(story.entities.id(m.article, e))))
        });
        Named(names.collect())
    }

    /// Each article names whom the other one has for it.
    pub fn know(&self, a: &Item, b: &Item) -> bool {
        let knows = |line: usize, who: Option<&str>| who.is_none_or(|w| self.0.contains(&(line, w)));
        knows(b.article, a.who) && knows(a.article, b.who)
    }
}
