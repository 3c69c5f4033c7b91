//! How sure it is that two figures measure the same thing.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::apart::{is_counted_anew, is_other_stretch};
use super::comparable::{
    CONTRARY, Pair, comparable, grown_older, had_a_birthday, in_one_article_otherwise, may_differ, needed, revises, withdraws,
};
use super::features::features;
use super::headline;
use super::item::{Item, Place};
use super::items::items;
use super::keys;
use super::nouns::{has_noun_beside, may_be_of_two};
use super::play::{are_near_on_the_clock, may_be_of_two_players};
use super::result;
use super::topic::contradict_nothing;
use super::value::{digits, give_one_value, is_large_sum, one_number, repeats_a_sum};
use super::weight;
use super::words::{Words, are_anybody};
use crate::claim::entity;
use crate::reconcile::cluster::{Link, candidates};
use crate::reconcile::names::strangers::Strangers;
use crate::reconcile::similarity::{Symbols, shared};
use crate::reconcile::story::Story;
use crate::reconcile::twins::Twins;
use crate::value::relate::{Measured, Relation};
use crate::value::{Amount, Dimension, Interval, Reading};

/// All figures of a story, ready to be compared.
pub struct Figures<'a> {
    pub items: Vec<Item<'a>>,
    symbols: Symbols,
    /// The days in which the story was reported.
    now: Option<Interval>,
    strangers: Strangers<'a>,
    twins: Twins,
    /// The figures of headlines that the text below contradicts, with what they stand for there.
    pub(super) headlines: FxHashMap<usize, usize>,
}

/// Members of one group must score at least this, values apart; those without a common value need something in common.
const TOGETHER: f32 = -1.0;
/// The most that unlike dates take off where a headline's figure is found again with its digits.
const OTHER_DATE_AT_TOP: f32 = -0.5;

impl<'a> Figures<'a> {
    pub fn new(story: &'a Story) -> Self {
        let mut symbols = Symbols::default();
        let twins = Twins::of(story, |c| c.figure.is_some());
        let items = items(story, &mut symbols);
        let headlines = headline::contradicted(story, &items);
        Figures { items, symbols, now: story.days(), strangers: Strangers::of(story), twins, headlines }
    }

    /// Pairs that may measure the same, through an index on dimension with each part of the key.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let features: Vec<Vec<u64>> = self.items.iter().map(features).collect();
        let pairs = candidates(&features, |i| self.items[i].figure.amount.or(self.items[i].figure.low));
        self.strangers.acquainted(pairs, |i| self.items[i].article).into_iter()
    }

    /// Those of the pairs that can be one thing.
    pub(super) fn comparable(&self) -> Vec<Pair> {
        let related = |(a, b): (usize, usize)| {
            let (x, y) = (&self.items[a], &self.items[b]);
            let relation = comparable(x, y).filter(|_| !self.contradicts_below(a, y) && !self.contradicts_below(b, x))?;
            Some(Pair { a, b, relation, needed: needed(relation, x, y)? })
        };
        self.pairs().filter_map(related).collect()
    }

    /// A headline's figure is contradicted by its own article, so that the same value in the text of another article is of another thing.
    fn contradicts_below(&self, headline: usize, other: &Item) -> bool {
        self.headlines.contains_key(&headline) && other.article != self.items[headline].article && other.place != Place::Top
    }

    /// The pairs at the same place of two nearly equal sentences.
    pub(super) fn twins(&self) -> Vec<Link> {
        self.twins.links(self.items.iter().map(|i| i.member), |a, b| {
            let (x, y) = (&self.items[a], &self.items[b]);
            let relation = comparable(x, y).filter(|_| !(grown_older(x, y) || is_counted_anew(x) || x.quoted && y.quoted))?;
            let contrary = matches!(relation, Relation::Disjoint { .. });
            // "four women were killed", "two men were killed": nearly equal, but of two things
            let one = x.base == y.base && x.head == y.head;
            // routes that are launched are no missiles
            let other_noun = || self.words(x, y).is_none_or(|w| w.head < 0.0);
            let of_two = || !one && may_be_of_two(x, y) || contradict_nothing(x, y);
            (!(other_noun() || contrary && of_two())).then_some(!contrary)
        })
    }

    /// For each figure and each other article, the figures there that give its value.
    pub(super) fn partners(&self, pairs: &[Pair]) -> FxHashMap<(usize, usize), Partners> {
        let mut all: FxHashMap<(usize, usize), Partners> = FxHashMap::default();
        for &Pair { a, b, .. } in pairs.iter().filter(|p| self.have_one_value(p)) {
            for (x, y) in [(a, b), (b, a)] {
                let p = all.entry((x, self.items[y].article)).or_insert(Partners { first: y, count: 0, alike: true });
                match (self.is_exact(x, p.first), self.is_exact(x, y)) {
                    (true, false) => continue,
                    (false, true) => *p = Partners { first: y, count: 1, alike: true },
                    _ => {
                        p.count += 1;
                        p.alike &= self.are_one_number(p.first, y);
                    }
                }
            }
        }
        all
    }

    /// There is only one figure, or one that the article repeats with its unit or with more than one digit (a length of time from ten on).
    pub(super) fn is_sole(&self, p: &Partners) -> bool {
        let first = &self.items[p.first];
        // a team may win by the score that was its record before
        if first.figure.dimension == Dimension::Ratio {
            return p.count == 1;
        }
        let counted = matches!(first.figure.dimension, Dimension::Count | Dimension::Rank | Dimension::Duration);
        let long = first.figure.dimension == Dimension::Duration && first.figure.amount.is_some_and(|a| a >= Amount::from(10));
        p.count == 1 || p.alike && (!counted || first.nature.digits > 1 || long)
    }

    /// The same value to three digits; beside such a partner one that only rounds to the value does not count.
    fn is_exact(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.items[a], &self.items[b]);
        digits(x, y) > 2 && x.measured.relate(&y.measured) == Relation::Equal
    }

    /// Two figures of one article that give one number, with a bound or without: "more than $65,000" and "the $65,000".
    fn are_one_number(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.items[a], &self.items[b]);
        x.measured.relate(&y.measured) == Relation::Equal || digits(x, y) > 1 && one_number(x, y)
    }

    fn have_one_value(&self, &Pair { a, b, relation, .. }: &Pair) -> bool {
        let (x, y) = (&self.items[a], &self.items[b]);
        x.article != y.article && give_one_value(relation, x, y)
    }

    /// Their values exclude each other.
    pub(super) fn are_contrary(&self, a: usize, b: usize) -> bool {
        matches!(self.items[a].measured.relate(&self.items[b].measured), Relation::Disjoint { .. })
    }

    /// How sure it is that two figures, which do not contradict each other, measure the same; `None` when it is not sure enough. `only`: no
    /// other figure of the two articles shares a value with one of them.
    pub(super) fn sureness(&self, &Pair { a, b, relation, needed }: &Pair, only: bool) -> Option<f32> {
        let (x, y) = (&self.items[a], &self.items[b]);
        let words = self.words(x, y)?;
        if are_others(relation, x, y, &words) || is_only_a_bound(relation, x, y, &words) || may_be_of_two_players(x, y, &words) {
            return None;
        }
        if is_digit_without_noun(x, y, &words) || is_digit_without_noun(y, x, &words) {
            return None;
        }
        // One outlet calls a sum a cost and another a fine: where the digits agree, the concept weighs less.
        let agree = relation == Relation::Equal || digits(x, y) > 2 && give_one_value(relation, x, y);
        let top = if only { top_weight(relation, x, y) } else { 0.0 };
        let speaks = top > 0.0 && speaks_for_itself(relation, x, y, &words);
        let one_sum = top > 0.0 && x.figure.dimension == Dimension::Money && one_number(x, y);
        let other_name = match words.concept < 0.0 && only && agree {
            true if one_sum => -words.concept,
            true => weight::OTHER_NAME,
            false => 0.0,
        };
        // sums of one kind in millions that agree to two digits are one, though only one article tells the years
        let same_sum =
            only && is_large_sum(x) && digits(x, y) > 1 && words.concept > 0.0 && words.terms > 0.0 && give_one_value(relation, x, y);
        let undated = if same_sum && (x.time.is_none() || y.time.is_none()) { -words.time } else { 0.0 };
        let date = if top > 0.0 && (digits(x, y) > 1 || speaks) { (OTHER_DATE_AT_TOP - words.time).max(0.0) } else { 0.0 };
        let date = date.max(undated);
        let again = if repeats_a_sum(x, y) { weight::SUM_AGAIN } else { 0.0 };
        let one_sum_of_all = only && relation == Relation::Equal && is_large_sum(x);
        let sum = if one_sum_of_all && top == 0.0 { weight::ONLY_SUM } else { 0.0 };
        let bears = |i: &Item| i.beside.stands_for_one || i.subject.is_some();
        let one_age = only && relation == Relation::Equal && (x.beside.stands_for_one || y.beside.stands_for_one) && bears(x) && bears(y);
        let age = if one_age { weight::ONE_AGE } else { 0.0 };
        let total = words.score() + value_weight(relation, x, y, only) + other_name + top + date + again + age + sum;
        // two votes or games of a story do not end alike by chance
        let score = only && relation == Relation::Equal && x.figure.dimension == Dimension::Ratio;
        let one_score = score && (digits(x, y) > 2 || result::are_of_one(x, y));
        let anchored =
            words.anchored() || speaks || again > 0.0 || one_score || one_age || only && is_one_value_of_one_owner(relation, x, y, &words);
        (anchored && total >= needed).then_some(total)
    }

    /// Whether two figures may stand in one group at all.
    pub fn may_share_group(&self, a: usize, b: usize) -> bool {
        if self.headlines.get(&a) == Some(&b) || self.headlines.get(&b) == Some(&a) {
            return true;
        }
        // a headline's figure may join whatever the figure that it stands for may join
        let stood_for = |n: usize| self.headlines.get(&n).copied().unwrap_or(n);
        let (a, b) = (stood_for(a), stood_for(b));
        let (x, y) = (&self.items[a], &self.items[b]);
        let Some((relation, words)) = comparable(x, y).zip(self.words(x, y)) else { return false };
        let disjoint = matches!(relation, Relation::Disjoint { .. });
        let loose = in_one_article_otherwise(relation, x, y);
        let beside = || disjoint && x.article != y.article && x.nature.may_go_along && y.nature.may_go_along && may_differ(x, y);
        match needed(relation, x, y).or_else(|| beside().then_some(CONTRARY)) {
            _ if self.twins.are(x.member, y.member) => !grown_older(x, y) || had_a_birthday(x, y),
            None => false,
            Some(_) if are_others(relation, x, y, &words) || may_be_of_two_players(x, y, &words) => false,
            Some(needed) if loose => words.score() >= needed,
            Some(_) if disjoint && are_near_on_the_clock(x, y) => !words.excludes(),
            Some(_) if disjoint => revises(x, y) || withdraws(x, y) || words.goes_along() && !are_anybody(x, y, &words),
            Some(_) => words.score() >= TOGETHER || top_weight(relation, x, y) > 0.0 && words.head >= 0.0,
        }
    }

    /// Whether two figures repeat those of a link: an article that agrees with one of two that contradict each other contradicts the other,
    /// even where its words say less.
    pub fn repeats(&self, link: &Link, a: usize, b: usize) -> bool {
        let again = |n: usize, of: usize| n == of || self.items[n].measured.relate(&self.items[of].measured) == Relation::Equal;
        let of_link = again(a, link.a) && again(b, link.b) || again(a, link.b) && again(b, link.a);
        let (x, y) = (&self.items[a], &self.items[b]);
        let contrary = || comparable(x, y).is_some_and(|r| matches!(r, Relation::Disjoint { .. }) && needed(r, x, y) == Some(CONTRARY));
        of_link && contrary() && self.words(x, y).is_some_and(|w| !w.excludes() && !are_anybody(x, y, &w))
    }

    /// It begins after the days of the story.
    pub fn is_to_come(&self, time: Interval) -> bool {
        keys::is_to_come(self.now, time)
    }

    /// What the keys say, values apart; `None` when two parts exclude each other.
    pub fn words(&self, x: &Item, y: &Item) -> Option<Words> {
        keys::words(&self.symbols, self.now, x, y)
    }

    /// The same, whatever their times.
    pub(super) fn words_at_any_time(&self, x: &Item, y: &Item) -> Option<Words> {
        keys::words_at_any_time(&self.symbols, x, y)
    }
}

/// The figures of an article that give the value of a figure of another.
pub(super) struct Partners {
    first: usize,
    count: u32,
    /// All are equal.
    alike: bool,
}

/// What the values add to the sureness: more where the articles share more digits and have fewer figures that would fit, since then chance
/// is less likely.
fn value_weight(relation: Relation, x: &Item, y: &Item, only: bool) -> f32 {
    let digits = digits(x, y).clamp(1, 4) as usize - 1;
    let alone = if only { weight::ONLY_PARTNER } else { 0.0 };
    match relation {
        Relation::Equal => weight::EQUAL_DIGITS[digits] + alone,
        Relation::Bound if x.figure.dimension == Dimension::Money && one_number(x, y) => weight::EQUAL_DIGITS[digits] + alone,
        _ if give_one_value(relation, x, y) => weight::ROUNDED_DIGITS[digits] + alone,
        Relation::Bound if is_close_bound(x, y) => weight::CLOSE_BOUND,
        Relation::Bound if is_times_as_much(&x.measured, &y.measured, Decimal::TWO) => weight::FAR_FROM_BOUND,
        Relation::Disjoint { .. } => 0.0,
        Relation::Range if is_wide(&x.reading) || is_wide(&y.reading) => weight::VAGUE,
        _ => weight::NEAR_VALUE,
    }
}

/// A headline has room for one figure, the one that every report of the story has near its beginning.
fn top_weight(relation: Relation, x: &Item, y: &Item) -> f32 {
    if x.article == y.article || !give_one_value(relation, x, y) {
        return 0.0;
    }
    match (x.place, y.place) {
        (Place::Top, Place::Top | Place::Opening) | (Place::Opening, Place::Top) => weight::TOP,
        (Place::Top, _) | (_, Place::Top) => weight::TOP_AND_BELOW,
        _ => 0.0,
    }
}

/// Two values that hardly agree by chance: three digits, two digits with a unit or a name near them, an equal round sum of money, or one
/// digit with a unit at the beginning of both articles.
fn speaks_for_itself(relation: Relation, x: &Item, y: &Item, words: &Words) -> bool {
    let counted = x.figure.dimension.is_of_things();
    match digits(x, y) {
        1 if x.figure.dimension == Dimension::Money => {
            matches!(relation, Relation::Equal | Relation::Bound) && x.figure.amount == y.figure.amount
        }
        1 => !counted && x.figure.dimension != Dimension::Age && one_number(x, y) && x.place != Place::Below && y.place != Place::Below,
        2 => words.entities > 0.0 || !counted || x.nature.digits.max(y.nature.digits) > 3,
        _ => true,
    }
}

/// Two equal sums or exact numbers of one person or body with the same concept or none: a fine is not what its payer raised. Not times,
/// lengths and weights, which may be equal by chance.
fn is_one_value_of_one_owner(relation: Relation, x: &Item, y: &Item, words: &Words) -> bool {
    const EXACT: u32 = 3;
    let named = |i: &Item| i.key.subject.as_deref().is_some_and(|s| entity::is_person(s) || entity::is_body(s));
    let one_owner = words.subject > 0.0 && named(x) && named(y);
    let telling = match x.figure.dimension {
        Dimension::Money => true,
        Dimension::Count | Dimension::Share | Dimension::Ratio => digits(x, y) >= EXACT,
        _ => false,
    };
    one_owner && telling && relation == Relation::Equal && x.concept == y.concept
}

/// The upper end is more than four times the lower one.
fn is_wide(r: &Reading) -> bool {
    r.low.zip(r.high).is_some_and(|(low, high)| high.decimal() > low.decimal() * Decimal::from(4))
}

/// A value more than ten times the bound is of other people: "at least two" hurt in one place are not the 70 of the night. Only the story's
/// own toll may grow so, from one day's reports to another's.
fn are_others(relation: Relation, x: &Item, y: &Item, words: &Words) -> bool {
    let grows = words.toll && x.published.zip(y.published).is_some_and(|(a, b)| a != b);
    matches!(relation, Relation::Bound | Relation::Range) && !grows && is_times_as_much(&x.measured, &y.measured, Decimal::TEN)
}

/// The bound alone does not join them: "as many as 3,000 guests" allows any 1,000 elsewhere, "more than 6,000 fans" any 9,000 seats, and a
/// fixed term does not limit how long something took.
fn is_only_a_bound(relation: Relation, x: &Item, y: &Item, words: &Words) -> bool {
    let other_noun = || words.head <= 0.0 && x.head.is_some() && y.head.is_some() && x.head != y.head && words.concept <= 0.0;
    let far = || is_times_as_much(&x.measured, &y.measured, Decimal::TWO) && !names_more_than_noun(x, y, words);
    relation == Relation::Bound && !one_number(x, y) && (are_anybody(x, y, words) || is_other_stretch(x, y) || other_noun() || far())
}

/// What is measured is told alike, and with a word beside the noun: one who coached for more than three seasons may have played for
/// fifteen.
fn names_more_than_noun(x: &Item, y: &Item, words: &Words) -> bool {
    words.toll || words.measured() && shared(&x.terms, &y.terms).any(|t| Some(t) != x.head_term)
}

/// One is a digit whose noun its sentence leaves out, and the other has a noun of its own: in `one coat instead of two` the two are coats,
/// not two doors elsewhere.
fn is_digit_without_noun(bare: &Item, other: &Item, words: &Words) -> bool {
    let small = bare.figure.amount.is_some_and(|a| a < Amount::from(10)) && bare.figure.dimension == Dimension::Count;
    let named = words.concept > 0.0 || words.base > 0.0 || has_noun_beside(bare, other) || shared(&bare.near, &other.near).next().is_some();
    small && bare.head.is_none() && other.head.is_some() && bare.article != other.article && !named
}

/// A bound little below the value, with one word right beside both: "costing more than $3 million" is said of a cost of $3.2 million.
fn is_close_bound(x: &Item, y: &Item) -> bool {
    let close = Decimal::new(12, 1);
    !is_times_as_much(&x.measured, &y.measured, close) && shared(&x.near, &y.near).next().is_some()
}

/// One is more than `times` the other, so that nobody would have put it that way: "more than 30" of 85.
fn is_times_as_much(a: &Measured, b: &Measured, times: Decimal) -> bool {
    match (a.size(), b.size()) {
        (Some(x), Some(y)) => x.max(y) > x.min(y) * times,
        _ => false,
    }
}
