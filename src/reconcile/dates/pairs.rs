//! How sure it is that two dates are of one event.

use super::act;
use super::item::{Item, SAID, cannot_be_one, is_long, length, may_be_either, relation};
use super::open::Open;
use crate::claim::Grain;
use crate::lexicon::concepts::Traits;
use crate::reconcile::cluster::Link;
use crate::reconcile::similarity::{Bag, Symbols, shared};
use crate::value::time::Relation;

/// Dates that can be one belong together from this sureness on. Set by hand on stories whose pairs a reader had marked, between 2.5 and
/// 3.1: lower lets pairs meet that must not, higher loses groups. `tests/planted/main.rs` measures a change (`stories 1 400 date`),
/// `fixtures/floors.json` has what was reached.
const SAME: f32 = 2.8;

/// How much the likeness of the two sentences as a whole adds: more words tell the event of a date than stand next to it. By logistic
/// regression over marked pairs of dates this likeness weighs 3.84 where the other words together weigh 0.63.
const SENTENCE: f32 = 6.0;

/// What is taken off where both are a year, or half of one, in which the story lies: many a plan is for "the end of the year". Set by hand:
/// of 0, -0.6 and -1.0 the one at which the fewest marked pairs meet that must not.
const OWN_YEAR: f32 = -1.0;

/// What is taken off for each factor e between the lengths of two dates. Set by hand: regression asks for twice the 0.3 of the words alone.
const COARSER: f32 = 0.6;

/// The part of this penalty that remains where both tell one act of one thing.
const ONE_ACT: f32 = 0.4;

/// What is taken off for a week or year that nothing fixes, which may hold the day that another article names, or not.
const LOOSE: f32 = 0.3;

/// Dates of one article are one from this sureness of the words beside them on.
const SAME_IN_ARTICLE: f32 = 3.0;

/// What [`rarity`] adds by grain.
const RARE_MINUTE: f32 = 2.6;
const RARE_DAY: f32 = 1.2;
const RARE_MONTH: f32 = 0.9;
const RARE_YEAR: f32 = 0.7;
const RARE_STRETCH: f32 = 2.0;

/// What is added where both are the same days, or name one weekday or month where no article fixes the day. Regression gives both the same
/// weight; on marked pairs 0.7 and 0 lose groups, and from 1.0 to 2.2 nothing changes.
const SAME_DAYS: f32 = 1.0;

/// What [`day_of_story`] adds: for a day of a month, and for a weekday at the head of both articles.
const NAMED_DAY: f32 = 2.7;
const WEEKDAY_AHEAD: f32 = 2.2;

/// Two dates that may be of one event.
pub struct Pair {
    pub a: usize,
    pub b: usize,
    pub words: Words,
}

pub fn links(pairs: &[Pair], sureness: impl Fn(&Pair) -> Option<f32>) -> Vec<Link> {
    pairs.iter().filter_map(|p| Some(Link { a: p.a, b: p.b, score: sureness(p)? })).collect()
}

/// How much the words say that two dates are of one event, part by part.
pub struct Words {
    around: f32,
    near: f32,
    terms: f32,
    sentence: f32,
}

impl Words {
    pub fn of(symbols: &Symbols, a: &Item, b: &Item) -> Words {
        let alike = |x: &Bag, y: &Bag| symbols.likeness(x, y, (a.article, b.article));
        Words {
            around: around(symbols, a, b),
            near: alike(&a.near, &b.near),
            terms: alike(&a.terms, &b.terms),
            sentence: alike(&a.sentence, &b.sentence),
        }
    }

    /// As written; partners are compared by it.
    pub fn written(&self) -> f32 {
        self.around + 3.0 * self.near + 2.0 * self.terms
    }

    /// As meant, with what the sentences as a whole have in common.
    pub fn in_all(&self, symbols: &Symbols, a: &Item, b: &Item) -> f32 {
        // the year and another word
        let named = a.numbered && b.numbered && shared(&a.event, &b.event).count() > 1;
        let told_often = if a.own_year && b.own_year && !named { OWN_YEAR } else { 0.0 };
        self.meant(symbols, a, b) + SENTENCE * self.sentence + told_often
    }

    /// As written or as meant.
    pub fn meant(&self, symbols: &Symbols, a: &Item, b: &Item) -> f32 {
        let alike = |x: &Bag, y: &Bag| symbols.likeness(x, y, (a.article, b.article));
        let near = self.near.max(alike(&a.near_meant, &b.near_meant));
        let terms = self.terms.max(alike(&a.terms_meant, &b.terms_meant));
        self.around + 3.0 * near + 2.0 * terms
    }
}

/// What the concepts say: of what kind the two events are.
fn concept(a: &Item, b: &Item) -> f32 {
    let both = |one: Traits| a.traits.has(one) && b.traits.has(one);
    match (a.concept, b.concept) {
        // two meetings of one day have nobody in common
        (Some(x), Some(y)) if x == y && x != SAID => {
            if a.article != b.article && name_others(a, b) {
                0.0
            } else {
                1.2
            }
        }
        // "will be held again" and "must be repeated"
        _ if a.article != b.article && act::is_about_one(a.doing, b.doing) && !are_of_two(a, b) => 1.2,
        // "was sworn in" and "the swearing-in", "apologized" and "his apology"
        _ if a.article != b.article && a.told.tell_one_kind(&b.told) && !are_of_two(a, b) => 1.2,
        (None, None) => 0.0,
        // who apologizes does more than say
        (Some(SAID), Some(SAID)) if a.told.tell_more(&b.told) => -2.0,
        (x, y) if x == y => 0.0,
        (Some(SAID), None) | (None, Some(SAID)) if !a.told.tell_more(&b.told) => -1.5,
        (Some(SAID), _) | (_, Some(SAID)) => -2.0,
        // something that goes on is launched, started or founded
        (Some(_), Some(_)) if both(Traits::START) && shared(&a.event, &b.event).next().is_some() => 1.8,
        // something new is unveiled, launched or released
        (Some(_), Some(_)) if both(Traits::OUT) => 0.0,
        // a word nearby says less of what happened than the verb does
        (Some(x), Some(y)) => match (a.told.show(x), b.told.show(y)) {
            (true, true) => -1.2,
            (false, false) => -0.3,
            _ => -0.6,
        },
        _ => -0.3,
    }
}

/// Each names several, and none that the other names. How many are several is a choice: with fewer, one article may have left the others out.
fn name_others(a: &Item, b: &Item) -> bool {
    const SEVERAL: usize = 3;
    a.entities.len() >= SEVERAL && b.entities.len() >= SEVERAL && shared(&a.entities, &b.entities).next().is_none()
}

/// An act, and what was said.
fn tell_act_and_word(a: &Item, b: &Item) -> bool {
    (a.concept == Some(SAID) || b.concept == Some(SAID)) && a.told.tell_more(&b.told)
}

/// One dates what was said, the other something else as far as words and names tell.
fn are_word_and_else(a: &Item, b: &Item) -> bool {
    const TELLING: usize = 3;
    let one = shared(&a.entities, &b.entities).next().is_some() || shared(&a.terms_meant, &b.terms_meant).count() >= TELLING;
    (a.concept == Some(SAID)) != (b.concept == Some(SAID)) && !one
}

/// One kind of thing is told of both, and not once as planned and once as done.
fn are_told_alike(a: &Item, b: &Item) -> bool {
    let common = shared(&a.event, &b.event).count();
    // "the primary", and "the primary vote"
    let named = common > 1 || common == 1 && a.event.len().min(b.event.len()) == 1;
    // "the letter that Lee sent this month", "Lee's letter, sent on Aug. 6"
    let one_act = common > 0 && shared(&a.near_meant, &b.near_meant).count() > 1 && shared(&a.entities, &b.entities).next().is_some();
    let kind = named || one_act || a.told.tell_one_kind(&b.told) || a.concept.is_some() && a.concept == b.concept;
    kind && a.planned.zip(b.planned).is_none_or(|(x, y)| x == y)
}

/// They have two subjects.
pub fn are_of_two(a: &Item, b: &Item) -> bool {
    a.subject.zip(b.subject).is_some_and(|(x, y)| x != y)
}

/// How much concept, subject and names add.
fn around(symbols: &Symbols, a: &Item, b: &Item) -> f32 {
    let concept = concept(a, b);
    let subject = if a.subject.is_some() && a.subject == b.subject { 0.6 } else { 0.0 };
    let event = symbols.likeness(&a.event, &b.event, (a.article, b.article));
    concept + subject + event + 1.5 * symbols.likeness(&a.entities, &b.entities, (a.article, b.article))
}

pub fn sureness(symbols: &Symbols, items: &[Item], pair: &Pair) -> Option<f32> {
    let (a, b) = (&items[pair.a], &items[pair.b]);
    let relation = relation(a, b);
    if cannot_be_one(a, b) || a.told.are_two_steps(&b.told) || a.article == b.article && relation != Some(Relation::Equal) {
        return None;
    }
    if a.article == b.article {
        let words = pair.words.meant(symbols, a, b);
        return (words >= SAME_IN_ARTICLE).then_some(words);
    }
    let words = pair.words.in_all(symbols, a, b);
    match relation {
        Some(Relation::Equal) => {
            let words = words + SAME_DAYS + rarity(a, b);
            (words >= SAME).then_some(words)
        }
        Some(_) => {
            let act = act::is_about_one(a.doing, b.doing) && a.planned.zip(b.planned).is_none_or(|(x, y)| x == y);
            (words >= SAME + coarseness(a, b) * if act { ONE_ACT } else { 1.0 }).then_some(words)
        }
        // Fridays of two weeks have one name
        None => {
            let named = a.open.as_ref().zip(b.open.as_ref()).is_some_and(|(x, y)| x.is_named_like(y));
            let words = words + rarity(a, b) + if named || may_be_either(a, b) { SAME_DAYS } else { 0.0 };
            let open = a.open.as_ref().zip(b.open.as_ref());
            let loose = open.is_some_and(|(x, y)| x.may_hold(y) || y.may_hold(x));
            if loose && !are_told_alike(a, b) {
                return None;
            }
            if loose {
                // a day that both name is surer
                let sided = open.is_some_and(|(x, y)| x.lie_on_one_side(y));
                return Some(words - coarseness(a, b) - if sided { 0.0 } else { LOOSE }).filter(|w| *w >= SAME);
            }
            (words >= SAME + if open.is_some() { 0.0 } else { 0.4 }).then_some(words)
        }
    }
}

/// What is added where two articles give one minute, or one time far from the story, each once: more for a finer grain.
pub fn rarity(a: &Item, b: &Item) -> f32 {
    if let Some((x, y)) = a.clock.as_ref().zip(b.clock.as_ref()).filter(|_| a.article != b.article) {
        return RARE_MINUTE * x.coincides(y);
    }
    if let Some(named) = day_of_story(a, b) {
        return named;
    }
    let months = |i: &Item| i.open.as_ref().and_then(Open::month_alone);
    let one = a.rare && b.rare && a.article != b.article && a.days == b.days && months(a) == months(b);
    match a.date.grain {
        _ if !one => 0.0,
        Grain::Decade | Grain::Century => 0.0,
        Grain::Year if is_long(a) => {
            if are_of_two(a, b) {
                0.0
            } else {
                RARE_STRETCH
            }
        }
        Grain::Year => RARE_YEAR,
        Grain::Month | Grain::Season | Grain::Quarter | Grain::Half => RARE_MONTH,
        _ => RARE_DAY,
    }
}

/// What is added where two articles without a date of their own name one day: by month and number, or by weekday near the beginning of
/// both.
fn day_of_story(a: &Item, b: &Item) -> Option<f32> {
    let (x, y) = a.open.as_ref().zip(b.open.as_ref()).filter(|(x, y)| a.article != b.article && x.agrees(y))?;
    match (x.day_of_year().zip(y.day_of_year()), x.weekday().zip(y.weekday())) {
        (Some(_), _) => Some(NAMED_DAY),
        (None, Some(_)) if a.ahead && b.ahead && !a.told.differ(&b.told) && !tell_act_and_word(a, b) && !are_word_and_else(a, b) => {
            Some(WEEKDAY_AHEAD)
        }
        _ => None,
    }
}

/// What is taken off for unlike grains: a month that holds a day says little, so the words must say more.
fn coarseness(a: &Item, b: &Item) -> f32 {
    let (x, y) = (length(a).max(1) as f32, length(b).max(1) as f32);
    COARSER * (x.max(y) / x.min(y)).ln().min(5.0)
}
