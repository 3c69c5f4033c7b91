//! Whether two sides are of one matter: who does it, to whom or what, how many and where.

use std::collections::BTreeSet;

use super::Side;
use crate::lexicon::{stem, synonyms};
use crate::reconcile::events_only;
use crate::reconcile::nearness::{Nearness, nearness};

/// Whom the claims on one matter name.
pub struct Cast<'a> {
    /// The only one who does it by name.
    who: Option<&'a str>,
    whom: Option<&'a str>,
    /// How many companies they name, more than two being as good as two.
    companies: usize,
    /// How many kinds of bodies that vote.
    bodies: usize,
}

impl<'a> Cast<'a> {
    pub fn of(sides: &[Side<'a>]) -> Self {
        let only = |list: &dyn Fn(&Side<'a>) -> Vec<&'a str>| {
            let mut all = sides.iter().flat_map(list).filter(|e| !e.starts_with("place:"));
            let first = all.next()?;
            all.all(|e| e == first).then_some(first)
        };
        let mut named: Vec<String> = Vec::new();
        for c in sides.iter().filter(|s| s.concept.name == "shares").filter_map(company) {
            if named.len() > 1 {
                break;
            }
            if !named.iter().any(|n| is_one_company(n, &c)) {
                named.push(c);
            }
        }
        let companies = named.len();
        let bodies = sides.iter().filter_map(|s| body(s.subject?)).collect::<BTreeSet<_>>().len();
        Cast { who: only(&|s| s.who.clone()), whom: only(&|s| s.whom.clone()), companies, bodies }
    }

    pub fn is_of_one(&self, a: &Side, b: &Side) -> bool {
        let c = a.concept;
        let number = a.number.zip(b.number);
        let counted = if c.counted {
            number.is_some_and(|(x, y)| figure(x) == figure(y))
        } else {
            number.is_none_or(|(x, y)| figure(x) == figure(y))
        };
        // sirens in one port leave it open whether there were any in another, on a map or not
        let places = a.place.zip(b.place).is_none_or(|(x, y)| matches!(nearness(x, y), Nearness::Same | Nearness::Inside));
        // "hire 300 in its shops", "lay off 300 in its plant"; a contract with the coach, and one with nobody knows whom
        let of = a.of.zip(b.of).is_some_and(|(x, y)| means(x) != means(y));
        if of || matches!(c.name, "term" | "holding") && a.of.is_some() != b.of.is_some() {
            return false;
        }
        if c.name == "hurt" {
            return places && are_hurt(a, b);
        }
        if c.name == "unanimity" {
            let bodies = a.subject.and_then(body).zip(b.subject.and_then(body));
            return bodies.map_or(self.bodies < 2, |(x, y)| x == y);
        }
        // "the army did not arrest him" leaves it open whether the police did
        const CLEARS: [&str; 5] = ["absolve", "clear", "exonerate", "rule out as", "vindicate"];
        let denies = matches!(c.name, "suspicion" | "custody") && !CLEARS.contains(&b.verb);
        if denies && !(b.who.is_empty() && b.subject.is_none()) && !self.is_same_doer(a, b) {
            return false;
        }
        counted && places && (!c.who || self.is_same_doer(a, b)) && (!c.whom || self.is_same_object(a, b))
    }

    fn is_same_doer(&self, a: &Side, b: &Side) -> bool {
        // "its shares" are those of the only company whose shares the story tells of
        if a.concept.name == "shares" {
            return match (company(a), company(b)) {
                (Some(x), Some(y)) => is_one_company(&x, &y),
                (x, y) => self.companies < 2 && (x.is_some() || a.subject == Some("?")) && (y.is_some() || b.subject == Some("?")),
            };
        }
        let unknown = |s: &Side| s.who.is_empty() && s.subject.is_none_or(|h| h == "?");
        if !a.who.is_empty() && !b.who.is_empty() {
            return share(&a.who, &b.who);
        }
        if let Some((x, y)) = a.subject.zip(b.subject).filter(|(x, y)| *x != "?" && *y != "?") {
            return means(x) == means(y);
        }
        // "the company" beside the only one that has a name
        let stands_for = |noun: &Side, named: &Side| {
            let head = noun.subject.filter(|_| noun.who.is_empty());
            self.who.is_some_and(|w| named.who.contains(&w) && head.is_some_and(|h| is_noun_of(h, w)))
        };
        if stands_for(a, b) || stands_for(b, a) {
            return true;
        }
        // who speaks of it for both, or what nobody did
        let speaker = a.claimer.is_some() && a.claimer == b.claimer;
        (unknown(a) || unknown(b)) && speaker || a.concept.name == "act" && b.who.is_empty() && b.subject.is_none()
    }

    fn is_same_object(&self, a: &Side, b: &Side) -> bool {
        let heads = a.head.zip(b.head).map(|(x, y)| means(x) == means(y));
        if !a.whom.is_empty() && !b.whom.is_empty() {
            return share(&a.whom, &b.whom) && (a.concept.name != "act" || heads != Some(false));
        }
        let any = a.whom.is_empty() && b.whom.is_empty();
        if a.concept.name == "act" && any && a.head.is_none() && b.head.is_none() {
            return true;
        }
        let one = a.concept.name == "takeover" && self.whom.is_some();
        any && heads == Some(true) || one && (a.head.is_some() || b.head.is_some())
    }
}

/// Two entities are one, of whatever kind a heading has taken it for.
fn share(a: &[&str], b: &[&str]) -> bool {
    let slug = |e: &str| e.split_once(':').map_or(e.to_owned(), |(_, s)| s.to_owned());
    a.iter().any(|x| b.iter().any(|y| slug(x) == slug(y)))
}

/// The company that a side names, by the words of its id or by its name as it is written.
fn company(s: &Side) -> Option<String> {
    let id = s.who.first().map(|e| e.split_once(':').map_or(*e, |(_, slug)| slug).to_owned());
    id.or_else(|| s.subject.filter(|n| *n != "?").map(str::to_owned))
}

/// One is written in full, the other by its first word, perhaps as a stem.
fn is_one_company(x: &str, y: &str) -> bool {
    x.starts_with(y) || y.starts_with(x)
}

/// Nobody is hurt, or somebody is; or the same person.
fn are_hurt(yes: &Side, no: &Side) -> bool {
    let nobody = no.nobody && no.whom.is_empty() && no.who.is_empty();
    let person = |s: &Side| -> Vec<String> { s.whom.iter().chain(&s.who).map(|e| (*e).to_owned()).collect() };
    let noun = |s: &Side| s.subject.or(s.head).filter(|n| !["?", "one", "peopl", "person"].contains(n)).map(means);
    nobody && noun(no).zip(noun(yes)).is_none_or(|(x, y)| x == y) || !person(no).is_empty() && person(no) == person(yes)
}

/// The body that a noun of those who vote stands for; none for a member of anything.
fn body(noun: &str) -> Option<&str> {
    const VOTING: [(&str, &str); 12] = [
        ("deputi", "parliament"),
        ("director", "board"),
        ("judg", "court"),
        ("juri", "court"),
        ("juror", "court"),
        ("justic", "court"),
        ("lawmak", "parliament"),
        ("magistr", "court"),
        ("minist", "cabinet"),
        ("panel", "court"),
        ("senat", "parliament"),
        ("tribun", "court"),
    ];
    (noun != "member").then(|| VOTING.iter().find(|(n, _)| *n == noun).map_or(noun, |(_, body)| *body))
}

/// A figure of a number in words, where it is a small one.
fn figure(number: &str) -> String {
    events_only::count(&format!("noun:{number}-x")).unwrap_or(number).to_owned()
}

pub fn means(head: &str) -> String {
    synonyms::of(&stem(head)).to_owned()
}

/// A noun such as `company`, for a body; `man` or an office for nobody but who bears it.
fn is_noun_of(head: &str, entity: &str) -> bool {
    const BODIES: [&str; 30] = [
        "airlin",
        "author",
        "bank",
        "board",
        "brewer",
        "broadcast",
        "builder",
        "carmak",
        "carrier",
        "chain",
        "club",
        "council",
        "compani",
        "develop",
        "firm",
        "giant",
        "group",
        "hospit",
        "insur",
        "manufactur",
        "maker",
        "museum",
        "oper",
        "owner",
        "produc",
        "retail",
        "stock",
        "team",
        "union",
        "univers",
    ];
    entity.starts_with("org:") && BODIES.contains(&head)
}
