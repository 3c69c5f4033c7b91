//! Which figures without a common value measure one thing and so contradict each other: those whose words alone say so, and those that are
//! each other's best partners in their two articles, if neither article has the other's value for anything like it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::apart::are_of_one_crowd;
use super::comparable::{CONTRARY, Pair};
use super::fate::is_nameless;
use super::item::{Item, Place};
use super::nature::DIGITS_OF_A_CAREER;
use super::nouns::{is_anyone, is_handful};
use super::pairs::Figures;
use super::play::{are_one_moment, is_of_a_record, is_time_left};
use super::result;
use super::variant::is_price;
use super::words::{NEARLY_ONE_SENTENCE, Words, is_anybody};
use crate::claim::entity;
use crate::lexicon::concepts::Traits;
use crate::lexicon::{concepts, stem};
use crate::reconcile::cluster::Link;
use crate::reconcile::nearness::{Nearness, is_country, is_on_the_map, nearness};
use crate::reconcile::partners::Partners;
use crate::reconcile::similarity::{Symbol, shared};
use crate::value::relate::Relation;
use crate::value::{Amount, Dimension, Interval, time};

/// Sums are told for a month, a quarter, a year.
const DAYS_OF_A_PERIOD: i32 = 28;
/// By how much a partner must be better than the next one of its article.
const MARGIN: f32 = 0.25;
/// How alike the words and names around two figures must be that are the only ones of their kind: where noun and concept are equal, and
/// where only words beside a unit tell what is measured.
const ALIKE: f32 = 0.3;
const ALIKE_NAMED_TWICE: f32 = 0.1;
const ALIKE_BY_WORDS: f32 = 0.4;
/// The same where neither article has another value of the dimension.
const ALIKE_ALONE: f32 = 0.15;
/// The same for three or more digits with a noun that is no word for people.
const ALIKE_BY_NOUN: f32 = 0.15;

/// An article's figures of one dimension that go with a concept, a noun or a word, and with a time other than the story's.
type Kind = (usize, Dimension, Symbol, Option<Interval>);

/// Stands for any concept, noun or word.
const ANY: Symbol = Symbol::MAX;

/// What the pairs of a story's figures say about each other's partners.
pub struct Versions<'f, 'a> {
    figures: &'f Figures<'a>,
    /// Figures that another article has as well, with that article.
    told: FxHashSet<(usize, usize)>,
    /// For each figure and each other article its best partner there, values apart.
    best: Partners,
    /// The best partner among those of which it may be a typing error: a count of a handful is no rival of a number with four digits.
    slips: Partners,
    /// The figures of each kind, one for each value, up to a few.
    kinds: FxHashMap<Kind, Vec<usize>>,
    /// The pairs that contradict each other if they measure one thing, with what the words say of that.
    contrary: Vec<(usize, usize, Words)>,
}

impl<'f, 'a> Versions<'f, 'a> {
    /// `links`: the pairs that are sure to be one thing because they have a value in common.
    pub fn new(figures: &'f Figures<'a>, pairs: &[Pair], links: &[Link]) -> Self {
        let told = told(figures, links);
        let words = |p: &Pair| {
            let (x, y) = (&figures.items[p.a], &figures.items[p.b]);
            let told = told.contains(&(p.a, y.article)) || told.contains(&(p.b, x.article));
            if told { None } else { Some((p.a, p.b, figures.words(x, y)?)) }
        };
        let contrary: Vec<_> = pairs.iter().filter(|p| p.is_contrary()).filter_map(words).collect();
        let mut best = Partners::default();
        for (a, b, words) in &contrary {
            note(&mut best, &figures.items, *a, *b, words.score());
            note(&mut best, &figures.items, *b, *a, words.score());
        }
        let mut slips = Partners::default();
        for (a, b, words) in contrary.iter().filter(|(a, b, _)| is_slip(&figures.items[*a], &figures.items[*b])) {
            note(&mut slips, &figures.items, *a, *b, words.score());
            note(&mut slips, &figures.items, *b, *a, words.score());
        }
        Versions { figures, told, best, slips, kinds: kinds(&figures.items), contrary }
    }

    /// The pairs that are versions of one thing, with how sure.
    pub fn links(&self) -> Vec<Link> {
        let contrary = self.contrary.iter();
        contrary.filter_map(|(a, b, words)| Some(Link { a: *a, b: *b, score: self.sureness(*a, *b, words)? })).collect()
    }

    fn sureness(&self, a: usize, b: usize, words: &Words) -> Option<f32> {
        let (x, y) = (&self.figures.items[a], &self.figures.items[b]);
        let score = words.score();
        if (is_price(x) || is_price(y)) && !are_of_one_size(x, y) {
            return None;
        }
        // a plan has points as well, but not so many
        if x.is_piled_up() && y.is_piled_up() && x.nature.digits >= DIGITS_OF_A_CAREER && !is_slip(x, y) {
            return None;
        }
        if self.has_rival(x, y) || self.has_rival(y, x) {
            return None;
        }
        if is_way(x) && is_way(y) && !are_one_way(x, y, words) {
            return None;
        }
        if result::differ(x, y) {
            return (!self.has_another_result(x, y) && !self.has_another_result(y, x)).then_some(score / 10.0);
        }
        if self.are_of_two_rains(x, y) || is_move_of_shares(x) && !are_told_of_one(x, y) {
            return None;
        }
        if is_time_left(x) || is_time_left(y) {
            return are_one_moment(x, y, words).then_some(score / 10.0);
        }
        // any large accident has two people of one age group, sex and fate
        if is_nameless(x) && is_nameless(y) {
            return None;
        }
        let by_words = score >= CONTRARY
            && !words.two_sorts
            && !are_one_and_many(x, y)
            && words.measured()
            && words.same_scene()
            && names_its_thing(x, y, words);
        let by_place = || self.is_best(a, b) && self.is_best(b, a) && (self.are_ages_of_one(x, y) || self.stand_for_one(x, y, words));
        // what somebody has so far is one number, whatever else is told of it
        let one_scene = words.alike() >= ALIKE || x.beside.stands_now && y.beside.stands_now && words.head > 0.0;
        let by_digits = || is_slip(x, y) && self.is_best_slip(a, b) && self.is_best_slip(b, a) && !words.excludes() && one_scene;
        if by_words { Some(score - CONTRARY) } else { (by_digits() || by_place()).then_some(score / 10.0) }
    }

    /// The article of a result has another one that may be of the match as well.
    fn has_another_result(&self, x: &Item, y: &Item) -> bool {
        let all = self.kinds.get(&kind(x, ANY)).map_or(&[][..], Vec::as_slice);
        let others = || all.iter().map(|n| &self.figures.items[*n]).filter(|i| i.value_key() != x.value_key());
        all.len() == MANY || others().any(|i| result::are_of_one(i, y))
    }

    /// The article of a figure that is of one place has another value of its kind for the place of the other figure: "412 homes in Vejle"
    /// are no version of "321 in Ribe" where "231 in Ribe" stands beside them.
    fn has_rival(&self, x: &Item, y: &Item) -> bool {
        // a place may be read as a mere word
        let named = |i: &Item, place: &str| entity::place(place).is_some_and(|name| i.key.terms.contains(&stem(name)));
        let there = |i: &Item| y.key.places.iter().any(|p| i.key.places.contains(p) || named(i, p));
        let mark = x.concept.or(x.head_term);
        let all = mark.and_then(|mark| self.kinds.get(&kind(x, mark)));
        let rival = |n: &usize| {
            let i = &self.figures.items[*n];
            there(i) && i.member != x.member && i.key.concept == x.key.concept && i.head == x.head
        };
        !x.key.places.is_empty() && !there(x) && all.is_some_and(|all| all.iter().any(rival))
    }

    /// `b`, or a repetition of it, is the best partner of `a` in its article.
    fn is_best(&self, a: usize, b: usize) -> bool {
        self.is_best_of(&self.best, a, b)
    }

    fn is_best_slip(&self, a: usize, b: usize) -> bool {
        self.is_best_of(&self.slips, a, b)
    }

    fn is_best_of(&self, partners: &Partners, a: usize, b: usize) -> bool {
        let items = &self.figures.items;
        partners.is_best(a, b, items[b].article, MARGIN, |x, y| can_be_one_value(&items[x], &items[y]))
    }

    /// Two best partners that nothing tells apart: both articles open with this toll of the story, or neither has another value of this
    /// kind.
    fn stand_for_one(&self, x: &Item, y: &Item, words: &Words) -> bool {
        if words.excludes() || is_single(x) || is_single(y) {
            return false;
        }
        if x.nature.is_population || y.nature.is_population {
            return words.toll;
        }
        let opening = x.place != Place::Below && y.place != Place::Below;
        let alone = self.are_alone(x, y);
        let toll = words.toll && (x.head.is_some() || y.head.is_some());
        match self.shared_mark(x, y, words) {
            Some(Mark::Concept) if toll => true,
            _ if opening && toll => true,
            Some(Mark::Concept) if are_of_one_crowd(x, y) => true,
            Some(_) if words.head > 0.0 && words.concept > 0.0 => words.alike() >= ALIKE_NAMED_TWICE,
            // what a player has so far is one number
            Some(Mark::Noun) if x.is_of_this_season() && y.is_of_this_season() => words.subject > 0.0,
            Some(Mark::Noun) if are_led_with(x, y, words) => true,
            Some(Mark::Noun) => {
                words.alike() >= ALIKE_BY_NOUN && (is_telling(x, y) || words.alike() >= ALIKE && share_more_than_noun(x, y))
            }
            Some(Mark::Concept) if self.have_one_value(x, y, words) || self.lead_with_it(x, y, words) => true,
            Some(Mark::Concept) => words.alike() >= ALIKE && share_more_than_noun(x, y),
            Some(Mark::Base) => true,
            Some(Mark::Word) => words.alike() >= if alone { ALIKE_ALONE } else { ALIKE_BY_WORDS },
            None => false,
        }
    }

    /// Ages of one person, of whom neither article tells another age.
    fn are_ages_of_one(&self, x: &Item, y: &Item) -> bool {
        let age = |i: &Item| i.figure.dimension == Dimension::Age;
        let other = |i: &Item, o: &Item| age(o) && o.article == i.article && o.subject == i.subject && !can_be_one_value(i, o);
        let only = |i: &Item| !self.figures.items.iter().any(|o| other(i, o));
        age(x) && age(y) && x.subject.is_some() && x.subject == y.subject && only(x) && only(y)
    }

    /// What the concept names has one value in a story, or both articles have only one value that could be it.
    fn have_one_value(&self, x: &Item, y: &Item, words: &Words) -> bool {
        // long things and ways are many
        let one_thing = !is_of_anything(x) || words.subject > 0.0 || words.alike() >= ALIKE_ALONE;
        let one_measure = || is_measure(x) && !is_money(x) && are_of_one_size(x, y) && one_thing && self.are_alone(x, y);
        x.traits.has(Traits::ONE) || is_move_of_shares(x) || one_measure()
    }

    /// Both reports tell early of one such value, and nothing says that it is of two things: what the wreck's depth is, how much the firm
    /// earned in the year, what was raised.
    fn lead_with_it(&self, x: &Item, y: &Item, words: &Words) -> bool {
        let one_owner = words.subject >= 0.0 && (is_money(x) || !are_in_two_places(x, y));
        if !(is_measure(x) && are_of_one_size(x, y) && one_owner) {
            return false;
        }
        let top = x.is_at_the_top() && y.is_at_the_top();
        let one_period = x.time.is_some_and(|t| t.days() >= DAYS_OF_A_PERIOD) && x.time == y.time;
        match x.figure.dimension {
            // what a thing costs to buy, to build, to mend
            Dimension::Money => (top || one_period) && self.are_alone(x, y) && !is_price(x),
            Dimension::Duration => false,
            _ => x.is_in_the_lead() && y.is_in_the_lead() && !is_of_anything(x) && !is_way(x),
        }
    }

    /// Rain that fell in two places, in two stretches of time, or in one stretch and in who knows how long.
    fn are_of_two_rains(&self, x: &Item, y: &Item) -> bool {
        if !is_rain(x) {
            return false;
        }
        // a place may be a mere word
        let telling = |t: &str| !concepts::shows("rain", t) && !matches!(t, "fall" | "hour");
        let word = x.key.terms.iter().any(|t| telling(t) && y.key.terms.contains(t));
        let one_place = word || shared(&x.entities, &y.entities).next().is_some();
        let stretch = |i: &Item| self.figures.items.iter().find(|o| o.sentence == i.sentence && o.figure.dimension == Dimension::Duration);
        let one_stretch = match (stretch(x), stretch(y)) {
            (Some(a), Some(b)) => can_be_one_value(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        !(one_place && one_stretch)
    }

    /// The two articles have no other value of this dimension and time.
    fn are_alone(&self, x: &Item, y: &Item) -> bool {
        self.are_sole(x, y, ANY)
    }

    /// For its time, its article has no other value of this dimension with the same concept, noun or word (`mark`) but such as the article
    /// `other` has as well.
    fn is_sole(&self, i: &Item, mark: Symbol, other: usize) -> bool {
        let Some(all) = self.kinds.get(&kind(i, mark)).filter(|all| all.len() < MANY) else { return false };
        all.iter().all(|n| can_be_one_value(&self.figures.items[*n], i) || self.told.contains(&(*n, other)))
    }

    /// What is to come is dated loosely, by one article only or otherwise by the other: "by the end of 2027", "over the next two years".
    fn are_of_one_plan(&self, x: &Item, y: &Item) -> bool {
        let to_come = |i: &Item| i.time.is_some_and(|t| self.figures.is_to_come(t));
        match (x.time, y.time) {
            (Some(a), Some(b)) => a.relate(b) == time::Relation::Overlaps,
            (None, None) => false,
            _ => to_come(x) || to_come(y),
        }
    }

    /// Both are the only values of a kind in their articles, but for values that both articles have: "112 passengers and five crew", "87
    /// passengers and a crew of five".
    fn are_sole(&self, x: &Item, y: &Item, mark: Symbol) -> bool {
        self.is_sole(x, mark, y.article) && self.is_sole(y, mark, x.article)
    }

    /// A concept, noun, base or word with which both articles have only one value.
    fn shared_mark(&self, x: &Item, y: &Item, words: &Words) -> Option<Mark> {
        // what a plant will produce when it is finished is what it produces
        let one_time = time_apart(x) == time_apart(y) || x.key.told_then != y.key.told_then || x.is_output() && y.is_output();
        let sole = |s: Symbol| one_time && self.are_sole(x, y, s);
        let one_plan = one_time || self.are_of_one_plan(x, y);
        let sole_noun = |s: Symbol| one_plan && self.are_sole(x, y, s);
        let both = |a: Option<Symbol>, b: Option<Symbol>| a.is_some_and(|a| b == Some(a) && sole_noun(a));
        let counted = x.figure.dimension.is_of_things();
        let top = x.is_at_the_top() && y.is_at_the_top() && !is_handful(x) && !is_anyone(x);
        let anybody = is_anybody(x) && words.concept <= 0.0 && !top;
        if both(x.concept, y.concept) && (!counted || words.head > 0.0 || words.toll) {
            return Some(Mark::Concept);
        }
        if is_of_a_body(x) && words.concept > 0.0 && both(x.base, y.base) && are_of_one_size(x, y) {
            return Some(Mark::Base);
        }
        if x.head.is_some() && x.head == y.head && x.head_term.is_some_and(sole_noun) && !anybody {
            return Some(Mark::Noun);
        }
        let marks = || shared(&x.terms, &y.terms).filter(|t| sole(*t)).count();
        let next_to = || shared(&x.near, &y.near).any(sole);
        let alone = || self.are_alone(x, y);
        let by_words = is_of_a_body(x) && marks() > 1
            || x.figure.dimension == Dimension::Ratio && marks() > 0
            || next_to() && (marks() > 1 || alone());
        (is_measure(x) && are_of_one_size(x, y) && by_words).then_some(Mark::Word)
    }
}

/// What two articles may give only one value for.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Concept,
    /// A counted noun.
    Noun,
    /// The place from which a distance is measured.
    Base,
    /// Words beside a measure.
    Word,
}

/// A length or a way covered, of which a story may have many, each of another thing.
fn is_of_anything(i: &Item) -> bool {
    i.key.concept.as_deref().is_some_and(|c| matches!(c, "course" | "length" | "speed_limit"))
}

/// Both reports tell early how many of a thing there are, with one word or name besides.
fn are_led_with(x: &Item, y: &Item, words: &Words) -> bool {
    let early = if is_anybody(x) { x.is_at_the_top() && y.is_at_the_top() } else { x.is_in_the_lead() && y.is_in_the_lead() };
    early && words.subject >= 0.0 && are_of_one_size(x, y) && share_more_than_noun(x, y) && !are_in_two_places(x, y)
}

/// Both sentences name places, and none of one lies in or is one of the other.
fn are_in_two_places(x: &Item, y: &Item) -> bool {
    let may_hold = |a: &str, b: &str| is_country(a) && !is_on_the_map(b);
    let one = |a: &str, b: &str| matches!(nearness(a, b), Nearness::Same | Nearness::Inside) || may_hold(a, b) || may_hold(b, a);
    let placed = !x.key.places.is_empty() && !y.key.places.is_empty();
    placed && !x.key.places.iter().any(|a| y.key.places.iter().any(|b| one(a, b)))
}

/// How far the price of a share rose or fell.
fn is_move_of_shares(i: &Item) -> bool {
    i.key.concept.as_deref() == Some("share_move")
}

fn is_rain(i: &Item) -> bool {
    i.key.concept.as_deref() == Some("rain")
}

/// They have one owner, or the words beside one name the owner of the other: a firm may be a mere word elsewhere.
fn are_told_of_one(x: &Item, y: &Item) -> bool {
    let names = |i: &Item, owner: &str| {
        let words = || owner.split_once(':').map_or(owner, |(_, name)| name).split('-').map(stem);
        i.key.entities.iter().any(|e| e == owner) || words().any(|w| i.key.terms.contains(&w))
    };
    let told = |a: &Item, b: &Item| a.key.subject.as_deref().is_some_and(|owner| names(b, owner));
    x.subject.is_some() && x.subject == y.subject || told(x, y) || told(y, x)
}

/// A length, an area, a weight: what a thing has once.
fn is_of_a_body(i: &Item) -> bool {
    use Dimension::{Area, Length, Mass, Volume};
    matches!(i.figure.dimension, Area | Length | Mass | Volume)
}

/// It tells how far away something is.
fn is_way(i: &Item) -> bool {
    i.figure.dimension == Dimension::Length && i.key.concept.as_deref() == Some("distance")
}

/// Many things lie away from a road or a town: besides what they are measured from, a word or name must be shared.
fn are_one_way(x: &Item, y: &Item, words: &Words) -> bool {
    let named = shared(&x.entities, &y.entities).any(|e| Some(e) != x.base);
    // two things may be found at two distances, and a fire comes nearer
    let beside = named || !(x.is_from_a_noun() || y.is_from_a_noun()) && shared(&x.terms, &y.terms).next().is_some();
    words.alike() >= ALIKE && beside
}

/// It is a measure that words beside it can tell from others; not an age, which needs its owner.
fn is_measure(i: &Item) -> bool {
    !i.figure.dimension.is_of_things() && i.figure.dimension != Dimension::Age
}

fn is_money(i: &Item) -> bool {
    i.figure.dimension == Dimension::Money
}

/// They differ by no more than an error would explain: a factor, for a magnitude (a logarithm) one.
fn are_of_one_size(x: &Item, y: &Item) -> bool {
    const FACTOR: i64 = 3;
    let Some((a, b)) = x.reading.amount.zip(y.reading.amount).filter(|_| x.reading.unit == y.reading.unit) else { return false };
    if x.figure.dimension == Dimension::Magnitude {
        return a.max(b).minus(a.min(b)).is_some_and(|apart| apart <= Amount::ONE);
    }
    a.max(b).decimal() <= a.min(b).decimal() * rust_decimal::Decimal::from(FACTOR)
}

/// "One person" means somebody rather than a number.
fn is_single(i: &Item) -> bool {
    i.figure.dimension == Dimension::Count && i.figure.amount == Some(Amount::ONE)
}

/// One counts a single person, the other many: "one person was arrested" and "46 people were arrested" are of two evenings.
fn are_one_and_many(x: &Item, y: &Item) -> bool {
    const MANY: i64 = 10;
    let many = |i: &Item| i.reading.low.is_some_and(|low| low >= Amount::from(MANY));
    is_single(x) && many(y) || is_single(y) && many(x)
}

/// Their values meet, be it as a bound or a range that holds the other.
fn can_be_one_value(x: &Item, y: &Item) -> bool {
    !matches!(x.measured.relate(&y.measured), Relation::Disjoint { .. } | Relation::Unlike)
}

fn note(best: &mut Partners, items: &[Item], item: usize, other: usize, score: f32) {
    best.note(item, other, items[other].article, score, |x, y| can_be_one_value(&items[x], &items[y]));
}

/// The figures that have a partner of their own value, with the article of that partner.
fn told(figures: &Figures, links: &[Link]) -> FxHashSet<(usize, usize)> {
    let items = &figures.items;
    let said = |l: &&Link| is_said_of(&items[l.a]) && is_said_of(&items[l.b]) && can_be_one_value(&items[l.a], &items[l.b]);
    let across = links.iter().filter(said).filter(|l| items[l.a].article != items[l.b].article);
    let linked = across.flat_map(|l| [(l.a, items[l.b].article), (l.b, items[l.a].article)]);
    linked.chain(bare_sums(items)).collect()
}

/// Sums of money whose number another article gives without its currency, with that article: "part of works that cost 46 million in all".
fn bare_sums(items: &[Item]) -> Vec<(usize, usize)> {
    const LEAST: i64 = 1000;
    let mut bare: FxHashMap<Amount, Vec<usize>> = FxHashMap::default();
    for i in items.iter().filter(|i| i.figure.dimension == Dimension::Count && i.head.is_none()) {
        if let Some(amount) = i.figure.amount.filter(|a| *a >= Amount::from(LEAST)) {
            bare.entry(amount).or_default().push(i.article);
        }
    }
    let sums = items.iter().enumerate().filter(|(_, i)| is_money(i));
    let articles = |i: &Item| i.figure.amount.and_then(|a| bare.get(&a)).into_iter().flatten().copied();
    sums.flat_map(|(n, i)| articles(i).filter(|a| *a != i.article).map(move |a| (n, a)).collect::<Vec<_>>()).collect()
}

/// Counts of one person or body with four digits or more that differ in one digit: a typing error.
fn is_slip(x: &Item, y: &Item) -> bool {
    const LEAST: usize = 4;
    let written = |i: &Item| i.figure.amount.filter(|a| a.is_whole() && i.figure.hedge.is_none()).map(|a| a.to_string());
    let one_owner = x.subject.is_some() && x.subject == y.subject;
    let Some((a, b)) = written(x).zip(written(y)).filter(|_| x.figure.dimension.is_of_things() && one_owner) else { return false };
    let broken = !(x.beside.stands_now && y.beside.stands_now) && (is_of_a_record(x) || is_of_a_record(y));
    let other: Vec<usize> = a.bytes().zip(b.bytes()).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    let long = a.len() == b.len() && a.len() >= LEAST && x.nature.digits.min(y.nature.digits) as usize >= LEAST;
    let [at] = other[..] else { return false };
    // a record is broken by one, and what players collect grows by tens
    let grows = x.is_piled_up() && at + 2 == a.len();
    long && !grows && (at + 1 < a.len() || !broken)
}

/// Exact numbers of something other than people: a story seldom counts two such things.
fn is_telling(x: &Item, y: &Item) -> bool {
    x.nature.digits.min(y.nature.digits) > 2 && !is_anybody(x)
}

/// A word or name beside the counted noun, or beside the one that shows the concept, is shared too.
fn share_more_than_noun(x: &Item, y: &Item) -> bool {
    let words = shared(&x.terms, &y.terms).filter(|t| Some(*t) != x.head_term).count();
    words > usize::from(x.head.is_none()) || shared(&x.entities, &y.entities).next().is_some()
}

/// It states a value; "hundreds" allows most numbers and states none.
fn is_said_of(i: &Item) -> bool {
    i.reading.amount.is_some() || i.figure.ordinal
}

fn kind(i: &Item, mark: Symbol) -> Kind {
    (i.article, i.reading.dimension, mark, time_apart(i))
}

/// The time of a figure outside the days of the story, so that another year's value does not count as a second one.
fn time_apart(i: &Item) -> Option<Interval> {
    i.time.filter(|_| !i.current)
}

/// The figures that go with a concept or word of an article, by dimension, one for each value.
fn kinds(items: &[Item]) -> FxHashMap<Kind, Vec<usize>> {
    let mut kinds: FxHashMap<Kind, Vec<usize>> = FxHashMap::default();
    for (n, i) in items.iter().enumerate().filter(|(_, i)| !i.rest) {
        for mark in i.concept.into_iter().chain(i.head_term).chain(i.base).chain(i.terms.iter().copied()).chain([ANY]) {
            let values = kinds.entry(kind(i, mark)).or_default();
            if values.len() < MANY && !values.iter().any(|first| can_be_one_value(&items[*first], i)) {
                values.push(n);
            }
        }
    }
    kinds
}

/// How many values of a kind are a list, none of which is compared.
const MANY: usize = 6;

/// Both name what they measure: two counts without a noun, or two shares of something unknown, contradict each other only in nearly equal
/// sentences; numbers of inhabitants must be of one place.
fn names_its_thing(x: &Item, y: &Item, words: &Words) -> bool {
    let named = match x.figure.dimension {
        _ if x.nature.is_population || y.nature.is_population => return words.toll,
        Dimension::Count | Dimension::Other if words.concept > 0.0 && words.time > 0.0 => x.head.is_some() || y.head.is_some(),
        Dimension::Count | Dimension::Other => x.head.is_some() && y.head.is_some() && (words.concept > 0.0 || !is_anybody(x)),
        Dimension::Share => words.base > 0.0,
        _ => true,
    };
    named || words.alike() >= NEARLY_ONE_SENTENCE
}
