//! How sure it is that two figures measure the same thing.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::demand::are_of_two_parties;
use super::happening;
use super::headline;
use super::item::{DAYS_OF_AN_AGE, Item, Place, born, items, now};
use super::nature::DIGITS_OF_A_CAREER;
use super::place::are_of_two_reaches;
use super::play::{are_average_and_sum, are_near_on_the_clock, are_row_and_number, may_be_of_two_players};
use super::result;
use super::topic::{are_shares_of_two, contradict_nothing};
use super::unit::may_be_of_two_kinds;
use super::value::{digits, give_one_value, is_large_sum, is_one_value, one_number, repeats_a_sum};
use super::variant::are_of_two_products;
use super::versions::{Versions, are_anybody, are_apart, is_counted_anew, is_other_stretch};
use super::words::{
    Words, are_of_two_owners, are_of_two_people, are_times_of_two, has_noun_beside, have_two_owners, is_anyone, is_handful, may_be_of_two,
    may_be_other_people,
};
use crate::claim::Figure;
use crate::reconcile::cluster::{Link, candidates};
use crate::reconcile::names::strangers::Strangers;
use crate::reconcile::similarity::{Symbols, shared};
use crate::reconcile::story::Story;
use crate::reconcile::twins::{self, Twins};
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
    headlines: FxHashMap<usize, usize>,
}

/// What the values add to what the words weigh (`words::weight`). Set by hand: raised or lowered until pairs of figures in news stories
/// that a reader had joined or kept apart came out right. The first command measures a change on stories with a known truth, the second
/// names what has fallen below `fixtures/floors.json` and raises that file (see `tests/planted/main.rs`):
///
/// ```text
/// cargo run --release --example planted -- stories 1 400 figure
/// cargo run --release --example planted -- floors
/// ```
mod weight {
    /// The digits agree and the concepts differ: makes good for the concept.
    pub const OTHER_NAME: f32 = 1.1;
    /// By significant digits of the coarser one: 1, 2, 3, more.
    pub const EQUAL_DIGITS: [f32; 4] = [0.6, 1.1, 1.6, 2.0];
    /// The same where one is a rounding or otherwise less exact.
    pub const ROUNDED_DIGITS: [f32; 4] = [0.3, 0.7, 1.2, 1.6];
    /// No other figure of the two articles shares a value with one of them.
    pub const ONLY_PARTNER: f32 = 0.6;
    /// A headline's figure with its partner in the opening of another article.
    pub const TOP: f32 = 0.8;
    /// The same further down.
    pub const TOP_AND_BELOW: f32 = 0.4;
    /// A sum of money that an article has twice.
    pub const SUM_AGAIN: f32 = 1.0;
    /// The only sum of so many millions in both articles, wherever it stands.
    pub const ONLY_SUM: f32 = 0.8;
    /// The only such age in both articles, where one stands for somebody whom its text has named.
    pub const ONE_AGE: f32 = 0.5;
    /// Any other common value.
    pub const NEAR_VALUE: f32 = 0.3;
    /// Whoever says "more than 30" of what is 32 has taken the nearest round number.
    pub const CLOSE_BOUND: f32 = 0.5;
    /// A bound that is more than twice or less than half the value.
    pub const FAR_FROM_BOUND: f32 = -1.2;
    /// "hundreds" allows most numbers that a story has.
    pub const VAGUE: f32 = -1.2;
}

/// Figures with a common value belong together from this sureness on.
const SAME: f32 = 2.0;
/// Figures without a common value need more: the claim that sources contradict each other must rest on the words alone.
pub const CONTRARY: f32 = 2.8;
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
        Figures { items, symbols, now: now(story), strangers: Strangers::of(story), twins, headlines }
    }

    /// Pairs that may measure the same, through an index on dimension with each part of the key.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let features: Vec<Vec<u64>> = self.items.iter().map(features).collect();
        let pairs = candidates(&features, |i| self.items[i].figure.amount.or(self.items[i].figure.low));
        self.strangers.acquainted(pairs, |i| self.items[i].article).into_iter()
    }

    /// Those of the pairs that can be one thing.
    fn comparable(&self) -> Vec<Pair> {
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

    /// All pairs that are sure enough, with how sure.
    pub fn links(&self) -> Vec<Link> {
        let pairs = self.comparable();
        let partners = self.partners(&pairs);
        let sole = |a: usize, b: usize| partners.get(&(a, self.items[b].article)).is_some_and(|p| self.is_sole(p));
        let agreeing = pairs.iter().filter(|p| !p.is_contrary());
        let sure = |p: &Pair| Some(Link { a: p.a, b: p.b, score: self.sureness(p, sole(p.a, p.b) && sole(p.b, p.a))? });
        let mut same: Vec<Link> = agreeing.filter_map(sure).collect();
        let versions = Versions::new(self, &pairs, &same).links();
        same.extend(versions);
        same.extend(self.twins());
        same.extend(self.headlines.iter().map(|(a, b)| Link { a: *a, b: *b, score: twins::sureness(false) }));
        same
    }

    /// The pairs at the same place of two nearly equal sentences.
    fn twins(&self) -> Vec<Link> {
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
    fn partners(&self, pairs: &[Pair]) -> FxHashMap<(usize, usize), Partners> {
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
    fn is_sole(&self, p: &Partners) -> bool {
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

    /// How sure it is that two figures, which do not contradict each other, measure the same; `None` when it is not sure enough. `only`: no
    /// other figure of the two articles shares a value with one of them.
    fn sureness(&self, &Pair { a, b, relation, needed }: &Pair, only: bool) -> Option<f32> {
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

    /// What the keys say, values apart; `None` when two parts exclude each other.
    pub fn words(&self, x: &Item, y: &Item) -> Option<Words> {
        Words::of(&self.symbols, self.now, x, y)
    }
}

/// Two figures of one kind.
pub struct Pair {
    pub a: usize,
    pub b: usize,
    relation: Relation,
    /// How sure it must be that they measure the same.
    needed: f32,
}

impl Pair {
    /// They are of two articles and cannot both be right if they measure the same thing.
    pub fn is_contrary(&self) -> bool {
        matches!(self.relation, Relation::Disjoint { .. }) && self.needed == CONTRARY
    }
}

/// The figures of an article that give the value of a figure of another.
struct Partners {
    first: usize,
    count: u32,
    /// All are equal.
    alike: bool,
}

/// How the values relate; `None` for figures of two kinds.
fn comparable(x: &Item, y: &Item) -> Option<Relation> {
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
        Relation::Disjoint { .. } if x.beside.demand.zip(y.beside.demand).is_some_and(|(a, b)| are_of_two_parties(a, b)) => None,
        relation if !is_one_value(relation) && are_of_two_reaches(x, y) => None,
        relation if x.rest != y.rest && !is_one_value(relation) && !one_number(x, y) => None,
        // four villages in ruins are the "four hardest-hit villages" by chance
        _ if x.beside.selection != y.beside.selection && digits(x, y) < 2 => None,
        relation => Some(relation),
    }
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

/// One figure is what the other was before a change that the text states: "from 28 to 19" and another article's 28.
fn revises(x: &Item, y: &Item) -> bool {
    let was = |a: &Item, b: &Item| {
        a.before.as_ref().is_some_and(|m| matches!(m.relate(&b.measured), Relation::Equal | Relation::Hedge | Relation::Rounding))
    };
    was(x, y) || was(y, x)
}

/// An article gives one figure and says that the other is what was reported before. A sentence may have many lengths of time: for these it
/// must be told what each is of.
fn withdraws(x: &Item, y: &Item) -> bool {
    let told = x.figure.dimension != Dimension::Duration || x.concept.is_some() && x.concept == y.concept;
    x.article == y.article && x.key.superseded != y.key.superseded && told
}

/// The ages of one person in reports some years apart: 27, and 29 two years later.
fn grown_older(x: &Item, y: &Item) -> bool {
    let days = x.published.zip(y.published).and_then(|(a, b)| a.until(b).ok()).map_or(0, |s| s.get_days().abs());
    x.figure.dimension == Dimension::Age && days > DAYS_OF_AN_AGE
}

/// The ages of one person before and after a birthday: 26 in January, 27 in September.
fn had_a_birthday(x: &Item, y: &Item) -> bool {
    let one = x.subject.is_some() && x.subject == y.subject;
    one && grown_older(x, y) && born(&[x, y]).is_some()
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
    let named = |i: &Item| i.key.subject.as_deref().is_some_and(|s| s.starts_with("person:") || s.starts_with("org:"));
    let one_owner = words.subject > 0.0 && named(x) && named(y);
    let telling = match x.figure.dimension {
        Dimension::Money => true,
        Dimension::Count | Dimension::Share | Dimension::Ratio => digits(x, y) >= EXACT,
        _ => false,
    };
    one_owner && telling && relation == Relation::Equal && x.concept == y.concept
}

/// The sureness that the pair needs. `None` for figures that are two things: those of one sentence, and those of one article that differ,
/// unless one revises the other. A vague word contradicts nothing.
fn needed(relation: Relation, x: &Item, y: &Item) -> Option<f32> {
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
fn may_differ(x: &Item, y: &Item) -> bool {
    // somebody named beside the time on the clock does not own it
    let owners = have_two_owners(x, y) && !are_near_on_the_clock(x, y);
    let apart = grown_older(x, y) || are_apart(x, y) || owners || are_of_two_products(x, y) || are_match_and_career(x, y);
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
fn in_one_article_otherwise(relation: Relation, x: &Item, y: &Item) -> bool {
    let said_again = matches!(relation, Relation::Equal | Relation::Unit | Relation::Disjoint { .. });
    x.article == y.article && !said_again && !withdraws(x, y) && !repeats_a_sum(x, y)
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

/// Features by which figures meet: the dimension with the concept, head, base, entity or term; with all digits of a large exact value; with
/// the first digit near the beginning of an article and for values that hardly agree by chance.
fn features(i: &Item) -> Vec<u64> {
    let dimension = (i.reading.dimension as u64) << 56;
    let f = |kind: u64, s: u32| dimension | kind << 48 | s as u64;
    let mut out: Vec<u64> =
        i.concept.iter().map(|s| f(1, *s)).chain(i.head_term.iter().map(|s| f(2, *s))).chain(i.base.iter().map(|s| f(3, *s))).collect();
    out.extend(i.entities.iter().map(|s| f(4, *s)));
    out.extend(i.terms.iter().map(|s| f(2, *s)));
    // values that two articles hardly share by chance: a score, a sum of money
    let telling = matches!(i.figure.dimension, Dimension::Age | Dimension::Money | Dimension::Ratio);
    out.extend(i.figure.amount.filter(|_| i.place != Place::Below || telling).map(|a| f(5, leading(a))));
    const LARGE: i64 = 100;
    out.extend(i.figure.amount.filter(|a| i.nature.digits > 1 && *a >= Amount::from(LARGE)).map(|a| f(6, whole(a))));
    out
}

/// A number for the first digit of an amount, rounded, and its place.
fn leading(a: Amount) -> u32 {
    numbered(a.decimal().abs().round_sf(1).unwrap_or_default())
}

/// A number for all digits of an amount and their place.
fn whole(a: Amount) -> u32 {
    numbered(a.decimal().abs())
}

/// A number for an amount, however many zeros it is written with; two large ones may share it.
fn numbered(amount: Decimal) -> u32 {
    let plain = amount.normalize();
    (plain.mantissa().unsigned_abs() % 0xff_ffff) as u32 | plain.scale() << 24
}
