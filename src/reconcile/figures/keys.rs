//! Two keys held against each other, values apart.

use super::fate::are_of_two_fates;
use super::item::Item;
use super::kind::are_of_two_kinds;
use super::nouns::{are_of_two_sexes, are_two_sorts, heads, is_base_wider, is_of_some};
use super::owners::{are_of_two_people, is_of_nobody};
use super::play::are_of_two_players;
use super::variant::are_of_two_models;
use super::weight;
use super::words::Words;
use crate::lexicon::concepts::Traits;
use crate::reconcile::nearness::{Nearness, is_country, is_on_the_map, nearness};
use crate::reconcile::similarity::Symbols;
use crate::reconcile::story::DAYS_OF_ONE_STORY;
use crate::value::{Dimension, Interval, time};

/// What two keys say; `None` when two parts exclude each other. `now`: the days in which the story was reported.
pub fn words(symbols: &Symbols, now: Option<Interval>, x: &Item, y: &Item) -> Option<Words> {
    // an age does not depend on what else the sentence dates
    let is_dated = x.figure.dimension != Dimension::Age || x.subject.is_none() || y.subject.is_none();
    let time = if is_dated { times(now, x, y)? } else { 0.0 };
    let other_time = is_dated
        && !(x.key.told_then || y.key.told_then)
        && x.time.zip(y.time).is_some_and(|(a, b)| a.relate(b) == time::Relation::Disjoint);
    Some(Words { time, other_time, ..words_at_any_time(symbols, x, y)? })
}

/// What two keys say, whatever their times; `None` when two other parts exclude each other.
pub fn words_at_any_time(symbols: &Symbols, x: &Item, y: &Item) -> Option<Words> {
    let age = x.figure.dimension == Dimension::Age;
    let known = x.subject.is_some() && y.subject.is_some();
    if known && x.subject != y.subject && (age || are_of_two_players(x, y) || x.article == y.article && are_of_two_people(x, y)) {
        return None;
    }
    if age && (is_of_nobody(x, y) || is_of_nobody(y, x)) {
        return None;
    }
    if are_of_two_fates(x, y) || are_elsewhere(x, y) || are_of_two_sexes(x, y) {
        return None;
    }
    if are_of_two_models(x, y) || are_of_two_kinds(x, y) {
        return None;
    }
    let articles = (x.article, y.article);
    Some(Words {
        head: heads(x, y),
        concept: if age && known || are_one_deed(x, y) { weight::CONCEPT } else { concepts(x, y) },
        base: bases(x, y) + part(x.variant, y.variant, weight::VARIANT, 0.0),
        subject: owners(x, y),
        time: 0.0,
        terms: weight::TERMS * symbols.likeness(&x.terms, &y.terms, articles),
        // an age has one owner, and nothing else of the sentence is of it
        entities: weight::ENTITIES * if age && known { 1.0 } else { names_alike(symbols, x, y) },
        one_of_a_kind: x.nature.is_one_of_a_kind && x.concept == y.concept,
        toll: x.concept == y.concept && (x.nature.is_own_toll && y.nature.is_own_toll || are_inhabitants_of_one_place(x, y)),
        other_time: false,
        two_sorts: are_two_sorts(x, y),
        may_be_of_a_kind: x.nature.is_one_of_a_kind && y.concept.is_none() || y.nature.is_one_of_a_kind && x.concept.is_none(),
    })
}

/// How much of the names around two figures is shared, from 0 to 1. Who told it counts where both name them, and takes nothing off where
/// one does.
fn names_alike(symbols: &Symbols, x: &Item, y: &Item) -> f32 {
    let articles = (x.article, y.article);
    let all = symbols.likeness(&x.entities, &y.entities, articles);
    if x.parties.is_none() && y.parties.is_none() {
        return all;
    }
    all.max(symbols.likeness(x.parties.as_ref().unwrap_or(&x.entities), y.parties.as_ref().unwrap_or(&y.entities), articles))
}

/// They have different dates and distant places: the dead of another country's quake are not those of the story.
fn are_elsewhere(x: &Item, y: &Item) -> bool {
    let other_day = x.time.zip(y.time).is_some_and(|(a, b)| !a.overlaps(b));
    let abroad = |a: &str| y.key.places.iter().all(|b| is_abroad(a, b));
    other_day && !x.key.places.is_empty() && !y.key.places.is_empty() && x.key.places.iter().all(|a| abroad(a))
}

/// One is a country, and the other lies outside of it.
fn is_abroad(a: &str, b: &str) -> bool {
    match nearness(a, b) {
        Nearness::Same | Nearness::Inside => false,
        Nearness::Apart => true,
        Nearness::Open => (is_country(a) || is_country(b)) && is_on_the_map(a) && is_on_the_map(b),
    }
}

/// Both are called what one sum may be called: the worth of a contract is the price of a deal, the worth of a haul what was stolen, and a
/// grant is an award in one outlet and funding in another.
pub fn may_be_one_sum(x: &Item, y: &Item) -> bool {
    let sum = |i: &Item| i.figure.dimension == Dimension::Money && i.traits.has(Traits::SUM);
    sum(x) && sum(y)
}

fn concepts(x: &Item, y: &Item) -> f32 {
    let other = if may_be_one_sum(x, y) { 0.0 } else { weight::OTHER_CONCEPT };
    part(x.concept, y.concept, weight::CONCEPT, other)
}

/// They count how often one thing was done to one person: "was shot 11 times".
fn are_one_deed(x: &Item, y: &Item) -> bool {
    x.key.verb.is_some() && x.key.verb == y.key.verb && x.subject.is_some() && x.subject == y.subject
}

fn are_inhabitants_of_one_place(x: &Item, y: &Item) -> bool {
    x.nature.is_population && y.nature.is_population && x.nature.owner.is_some() && x.nature.owner == y.nature.owner
}

/// What the owners of the figures add. A product has a price, and each of its parts a size.
fn owners(x: &Item, y: &Item) -> f32 {
    let one_product = x.figure.dimension == Dimension::Money && x.key.product.is_some() && x.key.product == y.key.product;
    if x.figure.dimension == Dimension::Ratio && (is_team_of(x, y) || is_team_of(y, x)) {
        return weight::SUBJECT;
    }
    let owner = part(x.nature.owner, y.nature.owner, weight::SUBJECT, weight::OTHER_SUBJECT);
    if one_product { weight::SUBJECT } else { owner }
}

/// What the bases of the figures add. Two words for it may both stand beside one of the figures: "30 days of standby time", "ten days of
/// protests and unrest".
fn bases(x: &Item, y: &Item) -> f32 {
    const BESIDE: usize = 4;
    const RIGHT_BESIDE: usize = 2;
    let stands = |base: &Item, i: &Item, reach: usize| i.key.terms.iter().take(reach).any(|t| Some(t) == base.key.base.as_ref());
    // the sixth day of a strike is not the five days that it has lasted
    let in_order = x.figure.ordinal || y.figure.ordinal;
    match (x.base, y.base) {
        // "them" here and "them" there may be two
        _ if is_of_some(x) || is_of_some(y) => 0.0,
        // a town is "the city" elsewhere
        (Some(a), Some(b)) if a != b && (x.is_from_a_noun() || y.is_from_a_noun()) => 0.0,
        (Some(a), Some(b)) if a == b => weight::BASE,
        (Some(_), None) | (None, Some(_)) if in_order => 0.0,
        (Some(_), Some(_)) if is_base_wider(x, y) => 0.0,
        (Some(_), Some(_)) if stands(x, y, BESIDE) || stands(y, x, BESIDE) => 0.0,
        (Some(_), Some(_)) => weight::OTHER_BASE,
        (Some(_), None) if stands(x, y, RIGHT_BESIDE) => weight::BASE_BESIDE,
        (None, Some(_)) if stands(y, x, RIGHT_BESIDE) => weight::BASE_BESIDE,
        _ => 0.0,
    }
}

/// The one is a team, the other its city, of which the team's record is told as well.
fn is_team_of(team: &Item, city: &Item) -> bool {
    let name = |i: &Item, kind: &str| i.key.subject.as_deref().and_then(|s| s.strip_prefix(kind)).map(str::to_owned);
    let names = name(team, "org:").zip(name(city, "place:"));
    names.is_some_and(|(team, city)| team.strip_prefix(city.as_str()).is_some_and(|rest| rest.starts_with('-')))
}

fn part<T: PartialEq>(a: Option<T>, b: Option<T>, same: f32, other: f32) -> f32 {
    match (a, b) {
        (Some(a), Some(b)) if a == b => same,
        (Some(_), Some(_)) => other,
        _ => 0.0,
    }
}

/// Two months or two years that do not overlap, however near they are: last year's figure is none of this year's.
fn are_two_periods(a: Interval, b: Interval) -> bool {
    const MONTH: i32 = 28;
    const YEAR: i32 = 365;
    let (short, long) = (a.days().min(b.days()), a.days().max(b.days()));
    short >= MONTH || long >= YEAR
}

/// It begins after the days of the story.
pub fn is_to_come(now: Option<Interval>, time: Interval) -> bool {
    now.is_some_and(|now| now.after <= time.first)
}

/// What the times of the figures add; `None` when they surely differ. A figure without a time holds for the days of the story.
fn times(now: Option<Interval>, x: &Item, y: &Item) -> Option<f32> {
    match (x.time, y.time) {
        (Some(a), Some(b)) => match a.relate(b) {
            time::Relation::Equal => Some(weight::TIME),
            // what is to come is told now
            time::Relation::Disjoint if (x.key.told_then && is_to_come(now, b)) || (y.key.told_then && is_to_come(now, a)) => {
                Some(weight::OTHER_TIME)
            }
            time::Relation::Disjoint | time::Relation::Adjacent if are_two_periods(a, b) => None,
            time::Relation::Disjoint if a.days_apart(b) > DAYS_OF_ONE_STORY => None,
            time::Relation::Disjoint if x.key.told_then || y.key.told_then => Some(0.0),
            time::Relation::Disjoint => Some(weight::OTHER_TIME),
            _ => Some(0.0),
        },
        (Some(a), None) | (None, Some(a)) => Some(match now {
            // what a court is told is of no day of the story
            _ if x.key.heard || y.key.heard => 0.0,
            // what is planned need not be dated again
            Some(days) if is_to_come(now, a) && a.days_apart(days) > DAYS_OF_ONE_STORY => weight::OTHER_TIME,
            Some(now) if a.days_apart(now) > DAYS_OF_ONE_STORY => weight::BACKGROUND,
            _ => 0.0,
        }),
        (None, None) => Some(0.0),
    }
}
