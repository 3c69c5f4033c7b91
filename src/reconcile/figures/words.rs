//! What the keys of two figures say about whether they measure the same, values apart.

use super::fate::are_of_two_fates;
use super::item::{Item, Place, apart};
use super::kind::are_of_two_kinds;
use super::nature::{are_two_sexes, are_two_sides};
use super::play::{are_of_two_players, are_two_counts_of_play};
use super::variant::are_of_two_models;
use super::versions::is_from_a_noun;
use crate::claim::Key;
use crate::lexicon::heads;
use crate::reconcile::nearness::{Nearness, is_country, is_on_the_map, nearness};
use crate::reconcile::similarity::{Symbol, Symbols, shared};
use crate::reconcile::story::DAYS_OF_ONE_STORY;
use crate::value::{Amount, Dimension, Interval, time};

/// What the parts of a key weigh. Set by hand, so that one agreeing part is no alignment and two strong ones are; how to measure a change
/// is told at `pairs::weight`.
mod weight {
    /// Both have one concept, of measured things.
    pub const CONCEPT: f32 = 1.2;
    /// They have two concepts.
    pub const OTHER_CONCEPT: f32 = -1.5;
    /// Both are of something that a story has only one of.
    pub const ONE_OF_A_KIND: f32 = 1.2;
    /// Both count the same people: the story's own toll, or the inhabitants of one place.
    pub const TOLL: f32 = 0.6;
    /// Both count one noun.
    pub const HEAD: f32 = 1.2;
    /// They count two nouns of one family.
    pub const KIN: f32 = 0.4;
    /// They count two nouns.
    pub const OTHER_HEAD: f32 = -2.5;
    /// Both are of one base: percent of what.
    pub const BASE: f32 = 1.0;
    /// They are of two bases.
    pub const OTHER_BASE: f32 = -2.5;
    /// The base of one stands as a word beside the other: "two years of inquiry", "the two-year inquiry".
    pub const BASE_BESIDE: f32 = 0.7;
    /// Both are of one model of a product.
    pub const VARIANT: f32 = 0.8;
    /// Both have one subject.
    pub const SUBJECT: f32 = 0.5;
    /// They have two subjects.
    pub const OTHER_SUBJECT: f32 = -0.1;
    /// By this the likeness (0 to 1) of the words around counts.
    pub const TERMS: f32 = 4.0;
    /// By this the likeness (0 to 1) of the names around counts.
    pub const ENTITIES: f32 = 1.5;
    /// Both hold for one time.
    pub const TIME: f32 = 0.5;
    /// They hold for two times.
    pub const OTHER_TIME: f32 = -0.7;
    /// One holds for a time outside the story.
    pub const BACKGROUND: f32 = -2.5;
}

/// What the words of two keys say, part by part.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub head: f32,
    pub concept: f32,
    pub base: f32,
    pub subject: f32,
    pub time: f32,
    pub terms: f32,
    pub entities: f32,
    /// The thing measured is the only one of its kind in a story: its war.
    pub one_of_a_kind: bool,
    /// One key names that thing, the other names none.
    pub may_be_of_a_kind: bool,
    /// Both count the same people: the story's own dead or injured, or those who live in one place.
    pub toll: bool,
    /// Both are dated, and not alike.
    pub other_time: bool,
    /// They count people of two sorts (officers, protesters), or a part and the whole (electricians, workers).
    pub two_sorts: bool,
}

impl Words {
    /// What two keys say; `None` when two parts exclude each other. `now`: the days in which the story was reported.
    pub fn of(symbols: &Symbols, now: Option<Interval>, x: &Item, y: &Item) -> Option<Words> {
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
            // an age does not depend on what else the sentence dates
            time: if age && known { 0.0 } else { times(now, x, y)? },
            terms: weight::TERMS * symbols.likeness(&x.terms, &y.terms, articles),
            entities: weight::ENTITIES * symbols.likeness(&x.entities, &y.entities, articles),
            one_of_a_kind: x.nature.is_one_of_a_kind && x.concept == y.concept,
            toll: x.concept == y.concept && (x.nature.is_own_toll && y.nature.is_own_toll || are_inhabitants_of_one_place(x, y)),
            other_time: !(age && known) && x.time.zip(y.time).is_some_and(|(a, b)| a.relate(b) == time::Relation::Disjoint),
            two_sorts: are_two_sorts(x, y),
            may_be_of_a_kind: x.nature.is_one_of_a_kind && y.concept.is_none() || y.nature.is_one_of_a_kind && x.concept.is_none(),
        })
    }

    /// All parts together.
    pub fn score(&self) -> f32 {
        let whole = if self.one_of_a_kind { weight::ONE_OF_A_KIND } else { 0.0 };
        let toll = if self.toll { weight::TOLL } else { 0.0 };
        whole + toll + self.head + self.concept + self.base + self.subject + self.time + self.terms + self.entities
    }

    /// Whether two may be members of one group beside the pair that a contradiction rests on: they share what is measured and something
    /// around it.
    pub fn goes_along(&self) -> bool {
        const ALONG: f32 = 0.8;
        let shared = !self.excludes() && self.score() >= ALONG;
        shared || self.one_of_a_kind || self.may_be_of_a_kind || self.toll
    }

    /// A part of what is measured surely differs.
    pub fn excludes(&self) -> bool {
        self.head < 0.0 || self.concept < 0.0 || self.base < 0.0 || self.two_sorts || self.other_time && !self.toll
    }

    /// The measured thing itself is shared.
    pub fn measured(&self) -> bool {
        self.head > 0.0 || self.concept > 0.0 || self.base > 0.0
    }

    /// How alike the words and names around are, from 0 to 2.
    pub fn alike(&self) -> f32 {
        self.terms / weight::TERMS + self.entities / weight::ENTITIES
    }

    /// They share the owner of the figure, or most of the sentence; without that, two figures of one kind are two things.
    pub fn same_scene(&self) -> bool {
        let needed = match self.subject {
            _ if self.one_of_a_kind => 0.0,
            s if self.toll && s >= 0.0 => 0.2,
            s if s > 0.0 => 0.25,
            s if s < 0.0 => 0.9,
            _ => 0.4,
        };
        self.alike() >= needed
    }

    /// Something of what is measured is shared.
    pub fn anchored(&self) -> bool {
        self.measured() || self.terms > 0.0
    }
}

/// Each is of a person or body that the sentence of the other does not name.
pub fn have_two_owners(x: &Item, y: &Item) -> bool {
    let beside = |i: &Item, owner: Option<Symbol>| owner.is_some_and(|o| i.entities.binary_search(&o).is_ok());
    are_of_two_owners(x, y) && !beside(x, y.subject) && !beside(y, x.subject)
}

/// They are of two people or bodies, each with a rate of its own. People with one surname may be one subject ("the Clintons").
pub fn are_of_two_owners(x: &Item, y: &Item) -> bool {
    let named = |s: &&str| s.starts_with("person:") || s.starts_with("org:");
    let owners = x.key.subject.as_deref().filter(named).zip(y.key.subject.as_deref().filter(named));
    owners.is_some_and(|(a, b)| x.subject != y.subject && !share_surname(a, b))
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

fn share_surname(a: &str, b: &str) -> bool {
    let last = |id: &str| id.rsplit(['-', ':']).next().unwrap_or(id).trim_end_matches('s').to_owned();
    last(a) == last(b)
}

/// They count two sorts, or one counts a narrower sort and fewer, so that it may be a part of the other.
fn are_two_sorts(x: &Item, y: &Item) -> bool {
    let fewer =
        |part: &Item, all: &Item| all.head.is_some() && part.reading.high.zip(all.reading.low).is_some_and(|(part, all)| part < all);
    let part = |part: &Item, all: &Item| {
        let narrower = part.key.head.as_deref().zip(all.key.head.as_deref()).is_some_and(|(a, b)| heads::is_kind_of(a, b));
        (part.nature.people.is_some() && all.nature.people.is_none() || narrower) && fewer(part, all)
    };
    x.nature.people.zip(y.nature.people).is_some_and(|(a, b)| a != b) || part(x, y) || part(y, x)
}

/// Concepts that may name one sum of money: the worth of a contract is the price of a deal, the worth of a haul what was stolen, and a
/// grant is an award in one outlet and funding in another.
const NAMES_OF_A_SUM: [&str; 8] = ["award", "contract", "damages", "funding", "market_value", "price", "salary", "stolen"];

/// Both are called what one sum may be called.
pub fn may_be_one_sum(x: &Item, y: &Item) -> bool {
    let sum = |i: &Item| i.figure.dimension == Dimension::Money && i.key.concept.as_deref().is_some_and(|c| NAMES_OF_A_SUM.contains(&c));
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
        (Some(a), Some(b)) if a != b && (is_from_a_noun(x) || is_from_a_noun(y)) => 0.0,
        (Some(a), Some(b)) if a == b => weight::BASE,
        (Some(_), None) | (None, Some(_)) if in_order => 0.0,
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

/// What the times of the figures add; `None` when they surely differ. A figure without a time holds for the days of the story.
fn times(now: Option<Interval>, x: &Item, y: &Item) -> Option<f32> {
    match (x.time, y.time) {
        (Some(a), Some(b)) => match a.relate(b) {
            time::Relation::Equal => Some(weight::TIME),
            time::Relation::Disjoint if apart(a, b) > DAYS_OF_ONE_STORY => None,
            time::Relation::Disjoint => Some(weight::OTHER_TIME),
            _ => Some(0.0),
        },
        (Some(a), None) | (None, Some(a)) => Some(match now {
            Some(now) if apart(a, now) > DAYS_OF_ONE_STORY => weight::BACKGROUND,
            _ => 0.0,
        }),
        (None, None) => Some(0.0),
    }
}

/// One counts people and the other what happened to them: "46 people were arrested", "46 arrests".
fn name_one_deed(x: &Item, y: &Item) -> bool {
    const DEEDS: [&str; 7] = ["arrest", "case", "detent", "fatal", "infect", "injuri", "rescu"];
    let is_deed = |i: &Item| i.key.head.as_deref().is_some_and(|h| DEEDS.contains(&h));
    // somebody whom reporters talk to is a source
    let people = |i: &Item| i.family == Some("people") || is_deed(i) || i.key.concept.as_deref() == Some("interviewed");
    // each part has another rest
    let rest = x.rest && y.rest && is_handful(x) && is_handful(y);
    x.concept.is_some() && x.concept == y.concept && people(x) && people(y) && !rest
}

/// An age far down in an article, of somebody without a name whose sentence does not name the bearer of the other age either.
fn is_of_nobody(nobody: &Item, other: &Item) -> bool {
    let named = |bearer| nobody.entities.binary_search(&bearer).is_ok();
    nobody.subject.is_none()
        && !nobody.beside.stands_for_one
        && nobody.place == Place::Below
        && other.subject.is_some_and(|bearer| !named(bearer))
}

/// They are of two people.
pub fn are_of_two_people(x: &Item, y: &Item) -> bool {
    let of_a_person = |i: &Item| i.key.subject.as_deref().is_some_and(|s| s.starts_with("person:"));
    of_a_person(x) && of_a_person(y)
}

/// Families whose nouns are two names of one thing: nations are countries.
const ONE_MEANING: [&str; 3] = ["blast", "country", "tremor"];

/// Families in which one noun may be a part of another: of seven weapons five are guns.
const LOOSE: [&str; 5] = ["firearm", "measure", "parcel", "principle", "suit"];

/// Nouns or bases are not surely one, so that two values need not contradict each other: 20 percent of women and men, and 30 percent of
/// men; five percent of them, and ten of the women.
pub fn may_be_of_two(x: &Item, y: &Item) -> bool {
    let loose = x.head != y.head && x.family == y.family && x.family.is_some_and(|f| LOOSE.contains(&f));
    let bases = x.base.is_some() && y.base.is_some() && x.base != y.base;
    // the police and a newspaper may have spoken with people of one place
    let interviewed = |i: &Item| i.key.concept.as_deref() == Some("interviewed");
    loose || bases || are_two_parts(x, y) || is_of_some(x) || is_of_some(y) || interviewed(x) || interviewed(y)
}

/// They are two parts of one toll: women and men, adults and children, the dead and others.
fn are_two_parts(x: &Item, y: &Item) -> bool {
    let nouns = x.key.head.as_deref().zip(y.key.head.as_deref());
    x.key.counts_bodies() != y.key.counts_bodies() || nouns.is_some_and(|(a, b)| are_two_sides(a, b))
}

/// It is counted of those who were named before: "five percent of them".
fn is_of_some(i: &Item) -> bool {
    i.key.base.as_deref() == Some(Key::STANDING_FOR)
}

/// How often something was done to one person, and to another.
pub fn are_times_of_two(x: &Item, y: &Item) -> bool {
    let times = |i: &Item| i.figure.unit.as_deref() == Some("time");
    times(x) && times(y) && are_of_two_owners(x, y)
}

/// What the counted nouns add: equal, of one family, or different; nothing where one stands beside the other figure ("550 Palestinians",
/// "550 Palestinian prisoners").
fn heads(x: &Item, y: &Item) -> f32 {
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
fn are_of_two_sexes(x: &Item, y: &Item) -> bool {
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
