//! Whether two sides are of one matter: who does it, to whom or what, how many and where.

use std::collections::BTreeSet;

use super::Side;
use crate::claim::entity;
use crate::lexicon::{stem, synonyms};
use crate::reconcile::nearness::{Nearness, nearness};

/// Whom the claims on one matter name.
pub struct Cast<'a> {
    /// The only one who does it by name.
    who: Option<&'a str>,
    whom: Option<&'a str>,
    /// How many companies they name; counted no further than two.
    companies: usize,
    /// How many kinds of bodies that vote.
    bodies: usize,
}

impl<'a> Cast<'a> {
    pub fn of(sides: &[Side<'a>]) -> Self {
        let only = |list: &dyn Fn(&Side<'a>) -> Vec<&'a str>| {
            let mut all = sides.iter().flat_map(list).filter(|e| !entity::is_place(e));
            let first = all.next()?;
            all.all(|e| e == first).then_some(first)
        };
        let bodies = sides.iter().filter_map(|s| s.told.voters.as_deref()).collect::<BTreeSet<_>>().len();
        Cast { who: only(&|s| s.who.clone()), whom: only(&|s| s.whom.clone()), companies: companies(sides), bodies }
    }

    pub fn is_of_one(&self, a: &Side, b: &Side) -> bool {
        let c = a.concept;
        if is_of_two_things(a, b) {
            return false;
        }
        match c.name {
            "hurt" => is_of_one_place(a, b) && are_hurt(a, b),
            "unanimity" => {
                let bodies = a.told.voters.as_deref().zip(b.told.voters.as_deref());
                bodies.map_or(self.bodies < 2, |(x, y)| x == y)
            }
            _ => {
                !self.is_denied_of_another(a, b)
                    && is_of_one_number(a, b)
                    && is_of_one_place(a, b)
                    && (!c.who || self.is_same_doer(a, b))
                    && (!c.whom || self.is_same_object(a, b))
            }
        }
    }

    /// The denial is of another doer: `the army did not arrest him` leaves open whether the police did.
    fn is_denied_of_another(&self, yes: &Side, no: &Side) -> bool {
        let denies = matches!(yes.concept.name, "suspicion" | "custody") && no.told.negated;
        // "was not murdered", "was not convicted": the person is dead or on trial in either case
        let open = match yes.concept.name {
            "guilt" | "survival" => no.told.negated,
            // "was not released" says no more than that
            "detention" => yes.told.negated,
            _ => false,
        };
        open || denies && no.has_a_doer() && !self.is_same_doer(yes, no)
    }

    fn is_same_doer(&self, a: &Side, b: &Side) -> bool {
        // "its shares" are those of the only company whose shares the story tells of
        if a.concept.name == "shares" {
            return match (company(a), company(b)) {
                (Some(x), Some(y)) => is_one_company(&x, &y),
                (x, y) => self.companies < 2 && (x.is_some() || a.told.pronoun) && (y.is_some() || b.told.pronoun),
            };
        }
        if !a.who.is_empty() && !b.who.is_empty() {
            return share(&a.who, &b.who);
        }
        if let Some((x, y)) = a.subject().zip(b.subject()) {
            return means(x) == means(y);
        }
        // a doer is unknown and both cite one speaker, or nobody did it
        let unknown = |s: &Side| s.who.is_empty() && s.subject().is_none();
        let speaker = a.claimer.is_some() && a.claimer == b.claimer;
        self.stands_for(a, b)
            || self.stands_for(b, a)
            || (unknown(a) || unknown(b)) && speaker
            || a.concept.name == "act" && !b.has_a_doer()
    }

    /// `the company` beside the only one that has a name.
    fn stands_for(&self, noun: &Side, named: &Side) -> bool {
        let body = noun.who.is_empty() && noun.told.body;
        body && self.who.is_some_and(|w| named.who.contains(&w) && entity::is_body(w))
    }

    fn is_same_object(&self, a: &Side, b: &Side) -> bool {
        let (x, y) = (a.told.object.as_deref(), b.told.object.as_deref());
        let nouns = x.zip(y).map(|(x, y)| means(x) == means(y));
        if !a.whom.is_empty() && !b.whom.is_empty() {
            return share(&a.whom, &b.whom) && (a.concept.name != "act" || nouns != Some(false));
        }
        let nameless = a.whom.is_empty() && b.whom.is_empty() && !a.concept.named;
        if a.concept.name == "act" && nameless && x.is_none() && y.is_none() {
            return true;
        }
        let one = a.concept.name == "takeover" && self.whom.is_some();
        nameless && nouns == Some(true) || one && (x.is_some() || y.is_some())
    }
}

/// How many companies the sides about shares name; counted no further than two.
fn companies(sides: &[Side]) -> usize {
    let mut named: Vec<String> = Vec::new();
    for c in sides.iter().filter(|s| s.concept.name == "shares").filter_map(company) {
        if named.len() > 1 {
            break;
        }
        if !named.iter().any(|n| is_one_company(n, &c)) {
            named.push(c);
        }
    }
    named.len()
}

fn is_of_one_number(a: &Side, b: &Side) -> bool {
    let both = a.told.number.as_ref().zip(b.told.number.as_ref());
    both.map_or(!a.concept.counted, |(x, y)| x == y)
}

/// Sirens in one port say nothing of another, whether the tables have the ports or not.
fn is_of_one_place(a: &Side, b: &Side) -> bool {
    a.place.zip(b.place).is_none_or(|(x, y)| matches!(nearness(x, y), Nearness::Same | Nearness::Inside))
}

/// `hire 300 in its shops`, `lay off 300 in its plant`; a contract with the coach, and one with somebody unknown.
fn is_of_two_things(a: &Side, b: &Side) -> bool {
    let (x, y) = (a.told.of.as_deref(), b.told.of.as_deref());
    let told_of_both = matches!(a.concept.name, "term" | "holding");
    x.zip(y).map_or(told_of_both && x.is_some() != y.is_some(), |(x, y)| means(x) != means(y))
}

/// Two entities are one, of whatever kind a heading has taken it for.
fn share(a: &[&str], b: &[&str]) -> bool {
    let slug = |e: &str| entity::name(e).to_owned();
    a.iter().any(|x| b.iter().any(|y| slug(x) == slug(y)))
}

/// The company that a side names, by the words of its id or by its name as it is written.
fn company(s: &Side) -> Option<String> {
    let id = s.who.first().map(|e| entity::name(e).to_owned());
    id.or_else(|| s.subject().map(str::to_owned))
}

/// One is the full name, the other its first word, perhaps as a stem.
fn is_one_company(x: &str, y: &str) -> bool {
    x.starts_with(y) || y.starts_with(x)
}

/// One says that somebody is hurt, the other that nobody is, or that this person is not.
fn are_hurt(yes: &Side, no: &Side) -> bool {
    let nobody = no.told.nobody && no.whom.is_empty() && no.who.is_empty();
    let person = |s: &Side| -> Vec<String> { s.whom.iter().chain(&s.who).map(|e| (*e).to_owned()).collect() };
    let noun = |s: &Side| {
        let standing = if s.told.pronoun { None } else { s.subject().or(s.told.object.as_deref()) };
        standing.filter(|n| !["one", "peopl", "person"].contains(n)).map(means)
    };
    nobody && noun(no).zip(noun(yes)).is_none_or(|(x, y)| x == y) || !person(no).is_empty() && person(no) == person(yes)
}

pub fn means(head: &str) -> String {
    synonyms::of(&stem(head)).to_owned()
}
