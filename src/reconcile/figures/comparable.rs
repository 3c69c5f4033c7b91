//! Which figures can be one thing at all, and how sure it must be that they are.

use super::apart::are_apart;
use super::demand::are_of_two_parties;
use super::happening;
use super::item::{DAYS_OF_AN_AGE, Item, Place, born};
use super::nature::DIGITS_OF_A_CAREER;
use super::nouns::{has_noun_beside, is_anyone, is_handful, may_be_of_two, may_be_other_people};
use super::owners::{are_of_two_owners, are_of_two_people, are_times_of_two, have_two_owners};
use super::period::are_of_two_periods;
use super::place::{are_of_two_reaches, are_tolls_of_whole_and_part};
use super::play::{are_average_and_sum, are_near_on_the_clock, are_of_two_seasons, are_row_and_number};
use super::result;
use super::topic::{are_shares_of_two, contradict_nothing};
use super::unit::may_be_of_two_kinds;
use super::value::{digits, is_one_value, one_number, repeats_a_sum};
use super::variant::are_of_two_products;
use crate::claim::Figure;
use crate::reconcile::similarity::shared;
use crate::value::relate::Relation;
use crate::value::{Amount, Dimension};

/// Figures with a common value belong together from this sureness on.
const SAME: f32 = 2.0;

/// Figures without a common value need more: the claim that sources contradict each other must rest on the words alone.
pub const CONTRARY: f32 = 2.8;

/// Two figures of one kind.
pub struct Pair {
    pub a: usize,
    pub b: usize,
    pub relation: Relation,
    /// How sure it must be that they measure the same.
    pub needed: f32,
}

impl Pair {
    /// They are of two articles and cannot both be right if they measure the same thing.
    pub fn is_contrary(&self) -> bool {
        matches!(self.relation, Relation::Disjoint { .. }) && self.needed == CONTRARY
    }
}

/// How the values relate; `None` for figures of two kinds.
pub fn comparable(x: &Item, y: &Item) -> Option<Relation> {
    // "+2%" is not 2 %, but a fall of 107 points is what a headline calls "off 107".
    let (up, down) = (x.figure.direction, y.figure.direction);
    let relative = matches!(x.figure.dimension, Dimension::Share | Dimension::SharePoints);
    let other_way = if relative { up != down } else { up.is_some() && down.is_some() && up != down };
    let other_kind = x.reading.dimension != y.reading.dimension || other_way;
    let stated = |f: &Figure| if f.amount.is_some() { [f.amount, None] } else { [f.low, f.high] };
    let part_of_a_thing =
        |i: &Item| i.figure.dimension == Dimension::Count && stated(i.figure).into_iter().flatten().any(|a| !a.is_whole());
    if part_of_a_thing(x) != part_of_a_thing(y) && (x.head.is_none() || y.head.is_none()) && digits(x, y) < 2 {
        return None;
    }
    let streaks = x.is_of_a_streak() && y.is_of_a_streak();
    let other_ordinal =
        x.figure.ordinal != y.figure.ordinal && !streaks && !matches!(x.reading.dimension, Dimension::Duration | Dimension::Rank);
    if other_kind || other_ordinal || two_vague_words(x, y) || are_rank_and_order(x, y) || are_average_and_sum(x, y) {
        return None;
    }
    if are_row_and_number(x, y) || are_row_and_number(y, x) {
        return None;
    }
    if result::differ(x, y) {
        return result::may_be_versions(x, y).then_some(Relation::Disjoint { gap: Amount::ZERO });
    }
    if x.figure.dimension == Dimension::Ratio && result::are_of_other_sides(x, y) {
        return None;
    }
    match x.measured.relate(&y.measured) {
        Relation::Unlike => None,
        _ if happening::are_told_apart(x, y) => None,
        Relation::Disjoint { .. } if may_be_of_two_kinds(x, y) => None,
        Relation::Disjoint { .. } if x.article != y.article && happening::may_be_two(x, y) => None,
        Relation::Disjoint { .. } if are_of_two_periods(x, y) || are_pronounced_and_served(x, y) => None,
        Relation::Disjoint { .. } if are_of_two_parties(x.beside.demand, y.beside.demand) => None,
        relation if !is_one_value(relation) && (are_of_two_reaches(x, y) || are_tolls_of_whole_and_part(x, y)) => None,
        relation if x.rest != y.rest && !is_one_value(relation) && !one_number(x, y) => None,
        // four villages in ruins are the "four hardest-hit villages" by chance
        _ if x.beside.selection != y.beside.selection && digits(x, y) < 2 => None,
        relation => Some(relation),
    }
}

/// An article tells that a part of the prison term was suspended, and the sentences do not both say that it is the one pronounced: of three
/// years, one of them suspended, two are served.
fn are_pronounced_and_served(x: &Item, y: &Item) -> bool {
    let term = |i: &Item| i.key.concept.as_deref() == Some("jail");
    let pronounced = |i: &Item| i.key.terms.iter().any(|t| t == "sentenc");
    term(x) && term(y) && (x.is_partly_suspended || y.is_partly_suspended) && !(pronounced(x) && pronounced(y))
}

/// One is a rank ("No. 1"), the other a place in order ("the first loss"); "No. 3" and "third-ranked" are both ranks.
fn are_rank_and_order(x: &Item, y: &Item) -> bool {
    let ranks_both = x.figure.dimension == Dimension::Rank && y.figure.dimension == Dimension::Rank;
    let order = if x.figure.ordinal { x } else { y };
    let ranks = |head: &str| ["rank", "seed"].iter().any(|r| head.starts_with(r));
    ranks_both && x.figure.ordinal != y.figure.ordinal && x.head != y.head && !order.key.head.as_deref().is_some_and(ranks)
}

/// Two vague words whose intervals only touch: nobody means both "hundreds" and "thousands".
fn two_vague_words(x: &Item, y: &Item) -> bool {
    let below = |a: &Item, b: &Item| a.reading.high.zip(b.reading.low).is_some_and(|(high, low)| high <= low);
    let vague = |i: &Item| i.figure.amount.is_none() && !i.figure.ordinal;
    vague(x) && vague(y) && (below(x, y) || below(y, x))
}

/// One figure is what the other was before a change that the text states: "from 34 to 21" and another article's 34.
pub fn revises(x: &Item, y: &Item) -> bool {
    let was = |a: &Item, b: &Item| {
        a.before.as_ref().is_some_and(|m| matches!(m.relate(&b.measured), Relation::Equal | Relation::Hedge | Relation::Rounding))
    };
    was(x, y) || was(y, x)
}

/// An article gives one figure and says that the other is what was reported before. A sentence may have many lengths of time: for these it
/// must be told what each is of.
pub fn withdraws(x: &Item, y: &Item) -> bool {
    let told = x.figure.dimension != Dimension::Duration || x.concept.is_some() && x.concept == y.concept;
    x.article == y.article && x.key.superseded != y.key.superseded && told
}

/// The ages of one person in reports some years apart: 27, and 29 two years later.
pub fn grown_older(x: &Item, y: &Item) -> bool {
    let days = x.published.zip(y.published).and_then(|(a, b)| a.until(b).ok()).map_or(0, |s| s.get_days().abs());
    x.figure.dimension == Dimension::Age && days > DAYS_OF_AN_AGE
}

/// The ages of one person before and after a birthday: 26 in January, 27 in September.
pub fn had_a_birthday(x: &Item, y: &Item) -> bool {
    let one = x.subject.is_some() && x.subject == y.subject;
    one && grown_older(x, y) && born(&[x, y]).is_some()
}

/// The sureness that the pair needs. `None` for figures that are two things: those of one sentence, and those of one article that differ,
/// unless one revises the other. A vague word contradicts nothing.
pub fn needed(relation: Relation, x: &Item, y: &Item) -> Option<f32> {
    let exact = x.nature.may_contradict && y.nature.may_contradict && may_differ(x, y);
    match relation {
        Relation::Disjoint { .. } if revises(x, y) || withdraws(x, y) || had_a_birthday(x, y) => Some(SAME),
        _ if x.sentence == y.sentence => None,
        _ if is_share(x) && relation != Relation::Equal && are_of_two_owners(x, y) => None,
        // 2,106 of one player and 2,110 of another are no roundings of each other
        Relation::Rounding if x.figure.dimension == Dimension::Count && are_of_two_people(x, y) && x.subject != y.subject => None,
        _ if are_times_of_two(x, y) || are_shares_of_two(x, y) => None,
        Relation::Disjoint { .. } if may_be_of_two(x, y) || contradict_nothing(x, y) => None,
        Relation::Disjoint { .. } => (x.article != y.article && exact).then_some(CONTRARY),
        _ if in_one_article_otherwise(relation, x, y) => Some(CONTRARY),
        // "more than a year ago" and "a year before the vote" end on two days
        Relation::Bound | Relation::Range if x.beside.between || y.beside.between => Some(CONTRARY),
        _ if are_a_few_of_any(x, y) => None,
        _ if are_two_small_counts(x, y) => Some(CONTRARY),
        _ => Some(SAME),
    }
}

/// They are of one time, owner, product and sort, so that two values may be versions of one.
pub fn may_differ(x: &Item, y: &Item) -> bool {
    // somebody named beside the time on the clock does not own it
    let owners = have_two_owners(x, y) && !are_near_on_the_clock(x, y);
    let apart = grown_older(x, y)
        || are_of_two_seasons(x, y)
        || are_apart(x, y)
        || owners
        || are_of_two_products(x, y)
        || are_match_and_career(x, y);
    !apart && x.nature.counts_a_part == y.nature.counts_a_part
}

/// One is of a match, the other of a career.
fn are_match_and_career(x: &Item, y: &Item) -> bool {
    let career = |i: &Item| i.nature.digits >= DIGITS_OF_A_CAREER;
    x.is_piled_up() && y.is_piled_up() && career(x) != career(y)
}

fn is_share(i: &Item) -> bool {
    matches!(i.figure.dimension, Dimension::Share | Dimension::SharePoints)
}

/// One article gives two values that do not exclude each other but are not one number.
pub fn in_one_article_otherwise(relation: Relation, x: &Item, y: &Item) -> bool {
    let said_again = matches!(relation, Relation::Equal | Relation::Unit | Relation::Disjoint { .. });
    x.article == y.article && !said_again && !withdraws(x, y) && !repeats_a_sum(x, y)
}

/// Two nouns of no common family, each counted below ten, are equal by chance: "two officers" and "two petrol bombs" of one night are two
/// counts, and so are "two deputies" and "two gang members" to whom nothing common happened. A headline may name the same by another noun.
fn are_two_small_counts(x: &Item, y: &Item) -> bool {
    let small = |i: &Item| {
        let below_ten = i.figure.amount.is_some_and(|a| a < Amount::from(10));
        i.figure.dimension == Dimension::Count && below_ten && i.place != Place::Top
    };
    let akin = x.family.is_some() && x.family == y.family && !may_be_other_people(x, y);
    let named = x.head.zip(y.head).is_some_and(|(a, b)| a != b);
    let beside = has_noun_beside(x, y) || has_noun_beside(y, x);
    small(x) && small(y) && named && !akin && !beside
}

/// "two men" in the dock and "two men" at a bar: less than ten of a noun for people of any sort, to whom nothing happened, with no other
/// word in common.
fn are_a_few_of_any(x: &Item, y: &Item) -> bool {
    let few =
        |i: &Item| is_handful(i) && is_anyone(i) && i.concept.is_none() && i.place != Place::Top && i.figure.dimension == Dimension::Count;
    let one_deed = x.beside.verb.is_some() && x.beside.verb == y.beside.verb;
    few(x) && few(y) && !one_deed && !shared(&x.terms, &y.terms).any(|t| Some(t) != x.head_term)
}
