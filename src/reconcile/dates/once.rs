//! Acts that come once: a person is born once, a trial, a bridge or a poll opens once. Two days for one are a contradiction, in whatever
//! words the articles tell them.

use rustc_hash::FxHashSet;

use super::act;
use super::item::Item;
use crate::claim::entity;
use crate::reconcile::similarity::shared;
use crate::reconcile::story::Story;

/// Acts that one story has once.
const ONCE: [&str; 6] = ["bear", "bury", "found", "open", "poll", "trial"];
/// Acts that are of one person.
const OF_A_PERSON: [&str; 3] = ["bear", "bury", "trial"];
/// Acts whose day may lie years away, so that the two days may as well.
const LONG_AGO: [&str; 2] = ["bear", "found"];

/// Both tell an act that comes once, and nothing shows that it is of two people or things.
pub fn is_one(a: &Item, b: &Item) -> bool {
    shared_acts(a, b).next().is_some() && !act::is_another(a.doing, b.doing) && !are_of_two(a, b) && are_near(a, b)
}

fn shared_acts<'i>(a: &'i Item, b: &'i Item) -> impl Iterator<Item = &'i str> {
    let once = |act: &&str| ONCE.contains(act);
    a.doing.acts.iter().map(AsRef::as_ref).filter(once).filter(|act| b.doing.acts.iter().any(|other| other == act))
}

/// They name two people or bodies that did it, or have no name in common.
pub fn are_of_two(a: &Item, b: &Item) -> bool {
    let strangers = !a.entities.is_empty() && !b.entities.is_empty() && shared(&a.entities, &b.entities).next().is_none();
    strangers || a.who.zip(b.who).is_some_and(|(x, y)| x != y)
}

/// It is the birth, trial or funeral of two people.
pub fn are_two_people(a: &Item, b: &Item) -> bool {
    let personal = a.doing.acts.iter().any(|act| OF_A_PERSON.contains(&act.as_ref()) && b.doing.acts.contains(act));
    personal && a.who.zip(b.who).is_some_and(|(x, y)| x != y)
}

/// What is to come may be moved by months in a report, what has happened is mistaken by some days.
fn are_near(a: &Item, b: &Item) -> bool {
    const COMING: i32 = 200;
    const PAST: i32 = 10;
    let long_ago = shared_acts(a, b).any(|act| LONG_AGO.contains(&act));
    let coming = a.to_come == Some(true) && b.to_come == Some(true);
    let most = |x: i32| if coming { COMING } else { PAST.max(x) };
    let Some((x, y)) = a.days.zip(b.days) else { return true };
    long_ago || x.days_apart(y) <= most(x.days().max(y.days()))
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
