//! How sure it is that two figures measure the same thing.

use super::cluster::{Link, candidates, links};
use super::similarity::{Symbol, Symbols};
use super::story::Story;
use rustc_hash::FxHashMap;

use crate::claim::{Figure, Key};
use crate::lexicon::lexicon;
use crate::value::quantity::is_stretch_of_time;
use crate::value::relate::{Relation, relate};
use crate::value::{Amount, Dimension, Hedge, Interval, Reading, time};

/// A figure with its key as numbers.
pub struct Item<'a> {
    /// Index into the story's claims.
    pub member: usize,
    pub figure: &'a Figure,
    pub key: &'a Key,
    pub line: usize,
    /// Where it stands in its article, in code points.
    start: u32,
    /// What it was before, when the text says that it changed.
    before: Option<Reading<'a>>,
    pub reading: Reading<'a>,
    concept: Option<Symbol>,
    head: Option<Symbol>,
    /// The family of its head noun.
    family: Option<&'static str>,
    /// The sentence it stands in.
    sentence: u64,
    base: Option<Symbol>,
    subject: Option<Symbol>,
    entities: Vec<Symbol>,
    terms: Vec<Symbol>,
    time: Option<Interval>,
    /// Its time, if it has one, lies in the days of the story.
    current: bool,
}

impl Item<'_> {
    /// A vague word contradicts nothing, nor does a place in a row ("its first season"), nor what players pile up in a match or season.
    fn may_contradict(&self) -> bool {
        let repeated = self.figure.unit.as_deref() == Some("time");
        let from_somewhere =
            self.figure.dimension != Dimension::Length || self.key.concept.as_deref() != Some("distance") || self.base.is_some();
        let exact = self.reading.amount.is_some() && !self.figure.ordinal || is_ordinal_duration(self.figure);
        exact && !repeated && from_somewhere && self.family != Some("play")
    }

    /// Equal for figures that say the same in the same way, however written.
    pub fn value_key(&self) -> String {
        let f = self.figure;
        format!("{:?} {:?} {:?} {:?} {:?}", f.amount, f.low, f.high, f.hedge, f.unit)
    }
}

/// All figures of a story, ready to be compared.
pub struct Figures<'a> {
    pub items: Vec<Item<'a>>,
    symbols: Symbols,
    /// The days in which the story was reported.
    now: Option<Interval>,
}

/// What the parts of a key weigh. Hand-set on development stories: one agreeing part is no alignment, two strong ones are.
mod weight {
    pub const CONCEPT: f32 = 1.2;
    pub const OTHER_CONCEPT: f32 = -1.5;
    pub const OTHER_NAME: f32 = 0.9;
    pub const ONE_OF_A_KIND: f32 = 1.2;
    pub const TOLL: f32 = 0.6;
    pub const HEAD: f32 = 1.2;
    pub const KIN: f32 = 0.4;
    pub const OTHER_HEAD: f32 = -2.5;
    pub const BASE: f32 = 1.0;
    pub const OTHER_BASE: f32 = -2.5;
    pub const SUBJECT: f32 = 0.5;
    pub const OTHER_SUBJECT: f32 = -0.1;
    pub const TERMS: f32 = 4.0;
    pub const ENTITIES: f32 = 1.5;
    /// By significant digits of the coarser one: 1, 2, 3, more.
    pub const EQUAL_DIGITS: [f32; 4] = [0.6, 1.1, 1.6, 2.0];
    pub const ROUNDED_DIGITS: [f32; 4] = [0.3, 0.7, 1.2, 1.6];
    pub const ONLY_PARTNER: f32 = 0.6;
    pub const NEAR_VALUE: f32 = 0.3;
    pub const FAR_FROM_BOUND: f32 = -1.2;
    pub const TIME: f32 = 0.5;
    pub const OTHER_TIME: f32 = -0.7;
    pub const BACKGROUND: f32 = -2.5;
}

/// Figures with a common value belong together from this sureness on.
const SAME: f32 = 2.0;
/// Figures without a common value need more: the claim that sources contradict each other must rest on the words alone.
const CONTRARY: f32 = 2.8;
/// Members of one group may be no more unlike than this, values apart; those without a common value need something in common.
const TOGETHER: f32 = -1.0;
/// Times that lie farther apart belong to two stories.
const DAYS_OF_ONE_STORY: i32 = 45;
/// A toll dated so close to the reports is the story's own.
const DAYS_OF_A_TOLL: i32 = 3;

impl<'a> Figures<'a> {
    pub fn new(story: &'a Story) -> Self {
        let mut symbols = Symbols::default();
        let mut items: Vec<Item> =
            story.claims.iter().enumerate().filter_map(|(i, m)| Some(item(story, i, m.claim.figure.as_ref()?, &mut symbols))).collect();
        let starts: FxHashMap<(usize, u32), Reading> = items.iter().map(|i| ((i.line, i.start), i.reading.clone())).collect();
        for i in &mut items {
            i.before = i.key.changed_from.and_then(|from| starts.get(&(i.line, from)).cloned());
        }
        let now: Option<Interval> = story.span.as_ref().and_then(|s| Interval::new(*s.start(), s.end().tomorrow().ok()?));
        for i in &mut items {
            i.current = now.zip(i.time).is_some_and(|(now, time)| apart(now, time) <= DAYS_OF_A_TOLL);
        }
        Figures { items, symbols, now }
    }

    /// Pairs that may measure the same, through an index on dimension with each part of the key.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let features: Vec<Vec<u64>> = self.items.iter().map(features).collect();
        candidates(&features, |i| self.items[i].figure.amount.or(self.items[i].figure.low)).into_iter()
    }

    /// All pairs that are sure enough, with how sure.
    pub fn links(&self) -> Vec<Link> {
        let pairs: Vec<(usize, usize)> = self.pairs().collect();
        let mut partners: FxHashMap<(usize, usize), u32> = FxHashMap::default();
        for &(a, b) in pairs.iter().filter(|(a, b)| self.have_common_value(*a, *b)) {
            *partners.entry((a, self.items[b].line)).or_default() += 1;
            *partners.entry((b, self.items[a].line)).or_default() += 1;
        }
        let only =
            |a: usize, b: usize| partners.get(&(a, self.items[b].line)) == Some(&1) && partners.get(&(b, self.items[a].line)) == Some(&1);
        links(pairs, |a, b| self.sureness(a, b, only(a, b)))
    }

    fn have_common_value(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.items[a], &self.items[b]);
        x.line != y.line && comparable(x, y).is_some_and(|r| !matches!(r, Relation::Disjoint { .. }))
    }

    /// How sure it is that two figures measure the same; `None` when they do not, or it is not sure enough. `only`: no other figure of the
    /// two articles shares a value with one of them.
    pub fn sureness(&self, a: usize, b: usize, only: bool) -> Option<f32> {
        let (x, y) = (&self.items[a], &self.items[b]);
        let relation = comparable(x, y)?;
        let words = self.words(x, y)?;
        let needed = needed(relation, x, y)?;
        // One price is a cost to this outlet and a fine to that one: where the digits agree, the name of the concept weighs less.
        let other_name = if words.concept < 0.0 && only && relation == Relation::Equal { weight::OTHER_NAME } else { 0.0 };
        let score = words.score() + other_name + value_weight(relation, x, y, only);
        let anchored =
            if needed == CONTRARY { words.measured() && words.same_scene() && names_its_thing(x, y, &words) } else { words.anchored() };
        (anchored && score >= needed).then_some(if needed == CONTRARY { score - CONTRARY } else { score })
    }

    /// Whether two figures may stand in one group at all.
    pub fn may_share_group(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.items[a], &self.items[b]);
        let Some((relation, words)) = comparable(x, y).zip(self.words(x, y)) else { return false };
        let disjoint = matches!(relation, Relation::Disjoint { .. });
        let loose = in_one_article_otherwise(relation, x, y);
        match needed(relation, x, y) {
            None => false,
            Some(needed) if loose => words.score() >= needed,
            Some(_) if disjoint => revises(x, y) || words.goes_along(),
            Some(_) => words.score() >= TOGETHER,
        }
    }

    /// What the keys say, values apart; `None` when two parts exclude each other.
    pub fn words(&self, x: &Item, y: &Item) -> Option<Words> {
        let age = x.figure.dimension == Dimension::Age;
        if age && x.subject.is_some() && y.subject.is_some() && x.subject != y.subject {
            return None;
        }
        let part = |a: Option<Symbol>, b: Option<Symbol>, same: f32, other: f32| match (a, b) {
            (Some(a), Some(b)) if a == b => same,
            (Some(_), Some(_)) => other,
            _ => 0.0,
        };
        Some(Words {
            head: heads(x, y),
            concept: if age && x.subject.is_some() && x.subject == y.subject {
                weight::CONCEPT
            } else {
                part(x.concept, y.concept, weight::CONCEPT, weight::OTHER_CONCEPT)
            },
            base: part(x.base, y.base, weight::BASE, weight::OTHER_BASE),
            subject: part(x.subject, y.subject, weight::SUBJECT, weight::OTHER_SUBJECT),
            time: self.times(x, y)?,
            terms: weight::TERMS * self.symbols.likeness(&x.terms, &y.terms),
            entities: weight::ENTITIES * self.symbols.likeness(&x.entities, &y.entities),
            one_of_a_kind: is_one_of_a_kind(x) && x.concept == y.concept,
            toll: is_own_toll(x) && is_own_toll(y) && x.concept == y.concept,
            may_be_of_a_kind: is_one_of_a_kind(x) && y.concept.is_none() || is_one_of_a_kind(y) && x.concept.is_none(),
        })
    }

    /// How the times fit that two figures hold for; `None` when they are surely two. A figure without a time holds for the days of the
    /// story.
    fn times(&self, x: &Item, y: &Item) -> Option<f32> {
        match (x.time, y.time) {
            (Some(a), Some(b)) => match a.relate(b) {
                time::Relation::Equal => Some(weight::TIME),
                time::Relation::Disjoint if apart(a, b) > DAYS_OF_ONE_STORY => None,
                time::Relation::Disjoint => Some(weight::OTHER_TIME),
                _ => Some(0.0),
            },
            (Some(a), None) | (None, Some(a)) => Some(match self.now {
                Some(now) if apart(a, now) > DAYS_OF_ONE_STORY => weight::BACKGROUND,
                _ => 0.0,
            }),
            (None, None) => Some(0.0),
        }
    }
}

/// The concepts by which a story counts whom it happened to.
const HAPPENED_TO: [&str; 6] = ["dead", "displaced", "evacuated", "hospitalized", "injured", "missing"];

/// A count of people without a time of its own, that is of the days of the story.
fn is_own_toll(i: &Item) -> bool {
    let people = i.head.is_none() || i.family == Some("people");
    i.figure.dimension == Dimension::Count
        && people
        && i.time.is_none_or(|_| i.current)
        && i.key.concept.as_deref().is_some_and(|c| HAPPENED_TO.contains(&c))
}

/// A story has one war.
fn is_one_of_a_kind(i: &Item) -> bool {
    i.key.concept.as_deref() == Some("war")
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
    /// Both count the same people of the story's own days: its dead, its injured.
    pub toll: bool,
}

impl Words {
    fn score(&self) -> f32 {
        let whole = if self.one_of_a_kind { weight::ONE_OF_A_KIND } else { 0.0 };
        let toll = if self.toll { weight::TOLL } else { 0.0 };
        whole + toll + self.head + self.concept + self.base + self.subject + self.time + self.terms + self.entities
    }

    /// For members of one group beside the pair that a contradiction rests on: what is measured is shared, and something around it.
    fn goes_along(&self) -> bool {
        const ALONG: f32 = 1.2;
        let shared = self.measured() && self.score() >= ALONG && self.alike() >= 0.25;
        shared || self.one_of_a_kind || self.may_be_of_a_kind || self.toll
    }

    /// The measured thing itself is shared.
    fn measured(&self) -> bool {
        self.head > 0.0 || self.concept > 0.0 || self.base > 0.0
    }

    /// How alike the words and names around are, from 0 to 2.
    fn alike(&self) -> f32 {
        self.terms / weight::TERMS + self.entities / weight::ENTITIES
    }

    /// Whose figure it is, or the sentence as a whole, is shared: without that, two figures of one kind are two things.
    fn same_scene(&self) -> bool {
        let needed = match self.subject {
            _ if self.one_of_a_kind => 0.0,
            _ if self.toll => 0.2,
            s if s > 0.0 => 0.25,
            s if s < 0.0 => 0.9,
            _ => 0.4,
        };
        self.alike() >= needed
    }

    /// Something of what is measured is shared.
    fn anchored(&self) -> bool {
        self.head > 0.0 || self.concept > 0.0 || self.base > 0.0 || self.terms > 0.0
    }
}

/// Days between two stretches; 0 when they touch.
fn apart(a: Interval, b: Interval) -> i32 {
    let (early, late) = if a.first <= b.first { (a, b) } else { (b, a) };
    if late.first <= early.after { 0 } else { early.after.until(late.first).map_or(i32::MAX, |s| s.get_days()) }
}

fn item<'a>(story: &'a Story, member: usize, figure: &'a Figure, symbols: &mut Symbols) -> Item<'a> {
    let m = &story.claims[member];
    let place = story.sentence_number(member);
    let mut add = |kind: &str, s: &str| symbols.add(&format!("{kind}:{s}"), place);
    let key = m.key;
    let global = |e: &'a str| story.entities.id(m.line, e);
    let mut entities: Vec<Symbol> = key.entities.iter().map(|e| add("e", global(e))).collect();
    let mut terms: Vec<Symbol> = key.terms.iter().map(|t| add("t", t)).collect();
    for list in [&mut entities, &mut terms] {
        list.sort_unstable();
        list.dedup();
    }
    Item {
        member,
        figure,
        key,
        line: m.line,
        start: m.claim.start,
        before: None,
        reading: reading(figure, key),
        concept: key.concept.as_deref().map(|c| add("c", c)),
        head: key.head.as_deref().map(|h| add("t", h)),
        family: key.head.as_deref().and_then(|h| lexicon().kin.family(h)),
        sentence: place,
        base: key.base.as_deref().map(|b| add("b", global(b))),
        subject: key.subject.as_deref().map(|s| add("e", global(s))),
        entities,
        terms,
        time: key.time.as_deref().and_then(Interval::parse),
        current: false,
    }
}

/// What the figure says about a number. The fourth year of a war is a stretch of three to four years.
fn reading<'a>(f: &'a Figure, key: &Key) -> Reading<'a> {
    let step = key.step.unwrap_or(Amount::ONE);
    // A bare dollar may be the American one; that two outlets write it differently is no difference.
    let unit = f.unit.as_deref().map(|u| if u == "US dollar" { "dollar" } else { u });
    let r = Reading { amount: f.amount, low: f.low, high: f.high, step, hedge: f.hedge, unit, dimension: f.dimension };
    if is_ordinal_duration(f) { Reading { amount: None, hedge: Some(Hedge::Range), dimension: Dimension::Duration, ..r } } else { r }
}

/// "its fourth year": an ordinal that counts a stretch of time.
pub fn is_ordinal_duration(f: &Figure) -> bool {
    f.ordinal && f.unit.as_deref().is_some_and(is_stretch_of_time)
}

/// How the values relate; `None` for figures of two kinds.
fn comparable(x: &Item, y: &Item) -> Option<Relation> {
    // "+2%" is not 2 %, but a fall of 107 points is what a headline calls "off 107".
    let (up, down) = (x.figure.direction, y.figure.direction);
    let relative = matches!(x.figure.dimension, Dimension::Share | Dimension::SharePoints);
    let other_way = if relative { up != down } else { up.is_some() && down.is_some() && up != down };
    let other_kind = x.reading.dimension != y.reading.dimension || other_way;
    let part_of_a_thing = |i: &Item| i.figure.dimension == Dimension::Count && i.figure.amount.is_some_and(|a| !a.is_whole());
    if part_of_a_thing(x) != part_of_a_thing(y) && (x.head.is_none() || y.head.is_none()) {
        return None;
    }
    let other_ordinal = x.figure.ordinal != y.figure.ordinal && !is_ordinal_duration(x.figure) && !is_ordinal_duration(y.figure);
    if other_kind || other_ordinal {
        return None;
    }
    match relate(&x.reading, &y.reading) {
        Relation::Unlike => None,
        relation => Some(relation),
    }
}

/// One figure is what the other was before a change that the text states: "from 28 to 19" and another article's 28.
fn revises(x: &Item, y: &Item) -> bool {
    let was = |a: &Item, b: &Item| {
        a.before.as_ref().is_some_and(|r| matches!(relate(r, &b.reading), Relation::Equal | Relation::Hedge | Relation::Rounding))
    };
    was(x, y) || was(y, x)
}

/// The significant digits of a figure; 1 for a vague word.
fn digits(f: &Figure) -> u32 {
    let Some(a) = f.amount else { return 1 };
    let written = a.decimal().mantissa().unsigned_abs().to_string();
    written.trim_end_matches('0').len() as u32
}

/// What the counted nouns say: the same, akin, or two; a noun that the other figure has beside it ("550 Palestinians", "550 Palestinian
/// prisoners") says nothing.
fn heads(x: &Item, y: &Item) -> f32 {
    let (Some(a), Some(b)) = (x.head, y.head) else { return 0.0 };
    if a == b {
        weight::HEAD
    } else if x.family.is_some() && x.family == y.family {
        weight::KIN
    } else if x.terms.binary_search(&b).is_ok() || y.terms.binary_search(&a).is_ok() {
        0.0
    } else {
        weight::OTHER_HEAD
    }
}

/// Two counts without a noun, or two shares of nobody knows what, contradict each other only in sentences that are all but the same.
fn names_its_thing(x: &Item, y: &Item, words: &Words) -> bool {
    let named = match x.figure.dimension {
        Dimension::Count | Dimension::Other if words.concept > 0.0 && words.time > 0.0 => x.head.is_some() || y.head.is_some(),
        Dimension::Count | Dimension::Other => x.head.is_some() && y.head.is_some(),
        Dimension::Share => words.base > 0.0,
        _ => true,
    };
    named || words.alike() >= 1.5
}

/// What the values add to the sureness: the more digits two articles share, and the fewer figures they have that would fit, the less is
/// it by chance.
fn value_weight(relation: Relation, x: &Item, y: &Item, only: bool) -> f32 {
    let digits = digits(x.figure).min(digits(y.figure)).clamp(1, 4) as usize - 1;
    let alone = if only { weight::ONLY_PARTNER } else { 0.0 };
    match relation {
        Relation::Equal => weight::EQUAL_DIGITS[digits] + alone,
        Relation::Rounding | Relation::Hedge | Relation::Truncation | Relation::Unit => weight::ROUNDED_DIGITS[digits] + alone,
        Relation::Bound if far_from_bound(&x.reading, &y.reading) => weight::FAR_FROM_BOUND,
        Relation::Disjoint { .. } => 0.0,
        _ => weight::NEAR_VALUE,
    }
}

/// How sure the whole must be. `None` for two figures that are two things: those of one sentence, and those of one article that differ,
/// unless one revises the other. A vague word contradicts nothing.
fn needed(relation: Relation, x: &Item, y: &Item) -> Option<f32> {
    let exact = x.may_contradict() && y.may_contradict();
    match relation {
        Relation::Disjoint { .. } if revises(x, y) => Some(SAME),
        _ if x.sentence == y.sentence => None,
        Relation::Disjoint { .. } => (x.line != y.line && exact).then_some(CONTRARY),
        _ if in_one_article_otherwise(relation, x, y) => Some(CONTRARY),
        _ => Some(SAME),
    }
}

/// One article says it in two ways that only do not exclude each other.
fn in_one_article_otherwise(relation: Relation, x: &Item, y: &Item) -> bool {
    x.line == y.line && !matches!(relation, Relation::Equal | Relation::Unit | Relation::Disjoint { .. })
}

/// A bound is kept, but nobody would have put it so: "more than 30" of what is 85.
fn far_from_bound(a: &Reading, b: &Reading) -> bool {
    let middle = |r: &Reading| r.amount.or(r.low).or(r.high);
    match (middle(a), middle(b)) {
        (Some(x), Some(y)) => x.max(y).decimal() > x.min(y).decimal() * rust_decimal::Decimal::TWO,
        _ => false,
    }
}

/// Numbers that stand for dimension with concept, head, base, entity, term or amount.
fn features(i: &Item) -> Vec<u64> {
    let dimension = (i.reading.dimension as u64) << 56;
    let f = |kind: u64, s: u32| dimension | kind << 48 | s as u64;
    let mut out: Vec<u64> =
        i.concept.iter().map(|s| f(1, *s)).chain(i.head.iter().map(|s| f(2, *s))).chain(i.base.iter().map(|s| f(3, *s))).collect();
    out.extend(i.entities.iter().map(|s| f(4, *s)));
    out.extend(i.terms.iter().map(|s| f(2, *s)));
    out
}
