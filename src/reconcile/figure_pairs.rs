//! How sure it is that two figures measure the same thing.

use super::cluster::candidates;
use super::similarity::{Symbol, Symbols, shared};
use super::story::Story;
use crate::claim::{Figure, Key};
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
    pub reading: Reading<'a>,
    concept: Option<Symbol>,
    head: Option<Symbol>,
    base: Option<Symbol>,
    subject: Option<Symbol>,
    entities: Vec<Symbol>,
    terms: Vec<Symbol>,
    time: Option<Interval>,
}

impl Item<'_> {
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
    pub const HEAD: f32 = 1.2;
    pub const OTHER_HEAD: f32 = -2.5;
    pub const BASE: f32 = 1.0;
    pub const OTHER_BASE: f32 = -2.5;
    pub const SUBJECT: f32 = 0.5;
    pub const TERMS: f32 = 4.0;
    pub const ENTITIES: f32 = 1.5;
    pub const RARE_VALUE: f32 = 1.6;
    pub const VALUE: f32 = 0.6;
    pub const TIME: f32 = 0.5;
    pub const OTHER_TIME: f32 = -0.7;
    pub const BACKGROUND: f32 = -2.5;
}

/// Figures with a common value belong together from this sureness on.
const SAME: f32 = 2.0;
/// Figures without a common value need more: the claim that sources contradict each other must rest on the words alone.
const CONTRARY: f32 = 3.2;
/// Two figures of one article that differ are two things, unless one revises the other.
const DAYS_OF_ONE_STORY: i32 = 45;

impl<'a> Figures<'a> {
    pub fn new(story: &'a Story) -> Self {
        let mut symbols = Symbols::default();
        let items =
            story.claims.iter().enumerate().filter_map(|(i, m)| Some(item(story, i, m.claim.figure.as_ref()?, &mut symbols))).collect();
        let now = story.span.as_ref().and_then(|s| Interval::new(*s.start(), s.end().tomorrow().ok()?));
        Figures { items, symbols, now }
    }

    /// Pairs that may measure the same, through an index on dimension with each part of the key.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let features: Vec<Vec<u64>> = self.items.iter().map(features).collect();
        candidates(&features, |i| self.items[i].figure.amount.or(self.items[i].figure.low)).into_iter()
    }

    /// How sure it is that two figures measure the same; `None` when they do not, or it is not sure enough.
    pub fn sureness(&self, a: usize, b: usize) -> Option<f32> {
        let (x, y) = (&self.items[a], &self.items[b]);
        let relation = comparable(x, y)?;
        let words = self.words(x, y)?;
        if matches!(relation, Relation::Disjoint { .. }) {
            return (x.line != y.line && words.score >= CONTRARY && words.anchored).then_some(words.score - CONTRARY);
        }
        let score = words.score + value_weight(relation, x, y)?;
        (score >= SAME && words.anchored).then_some(score)
    }

    /// Whether two figures may stand in one group at all.
    pub fn may_share_group(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.items[a], &self.items[b]);
        match comparable(x, y) {
            None => false,
            Some(Relation::Disjoint { .. }) if x.line == y.line => revises(x, y),
            Some(Relation::Disjoint { .. }) => self.words(x, y).is_some_and(|w| w.score >= CONTRARY && w.anchored),
            Some(_) => self.words(x, y).is_some_and(|w| w.score >= -1.0),
        }
    }

    /// What the keys say, values apart; `None` when two parts exclude each other.
    fn words(&self, x: &Item, y: &Item) -> Option<Words> {
        if x.figure.dimension == Dimension::Age && x.subject != y.subject {
            return None;
        }
        let terms = self.symbols.cosine(&x.terms, &y.terms);
        let entities = self.symbols.cosine(&x.entities, &y.entities);
        let part = |a: Option<Symbol>, b: Option<Symbol>, same: f32, other: f32| match (a, b) {
            (Some(a), Some(b)) if a == b => same,
            (Some(_), Some(_)) => other,
            _ => 0.0,
        };
        let head = part(x.head, y.head, weight::HEAD, weight::OTHER_HEAD);
        let concept = part(x.concept, y.concept, weight::CONCEPT, weight::OTHER_CONCEPT);
        let base = part(x.base, y.base, weight::BASE, weight::OTHER_BASE);
        let subject = part(x.subject, y.subject, weight::SUBJECT, 0.0);
        let time = self.times(x, y)?;
        let score = head + concept + base + subject + time + weight::TERMS * terms + weight::ENTITIES * entities;
        let anchored = head > 0.0
            || concept > 0.0
            || base > 0.0
            || shared(&x.terms, &y.terms).next().is_some()
            || x.figure.dimension == Dimension::Age;
        Some(Words { score, anchored })
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

/// What the words of two keys say.
struct Words {
    score: f32,
    /// At least one part of the measured thing is shared.
    anchored: bool,
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
        reading: reading(figure, key),
        concept: key.concept.as_deref().map(|c| add("c", c)),
        head: key.head.as_deref().map(|h| add("t", h)),
        base: key.base.as_deref().map(|b| add("b", global(b))),
        subject: key.subject.as_deref().map(|s| add("e", global(s))),
        entities,
        terms,
        time: key.time.as_deref().and_then(Interval::parse),
    }
}

/// What the figure says about a number. The fourth year of a war is a stretch of three to four years.
fn reading<'a>(f: &'a Figure, key: &Key) -> Reading<'a> {
    let step = key.step.unwrap_or(Amount::ONE);
    let r = Reading { amount: f.amount, low: f.low, high: f.high, step, hedge: f.hedge, unit: f.unit.as_deref(), dimension: f.dimension };
    match f.amount.filter(|_| is_ordinal_duration(f)) {
        Some(n) => Reading {
            amount: None,
            low: n.minus(Amount::ONE),
            high: Some(n),
            hedge: Some(Hedge::Range),
            dimension: Dimension::Duration,
            ..r
        },
        None => r,
    }
}

/// "its fourth year": an ordinal that counts a stretch of time.
pub fn is_ordinal_duration(f: &Figure) -> bool {
    f.ordinal && f.unit.as_deref().is_some_and(is_stretch_of_time)
}

/// How the values relate; `None` for figures of two kinds.
fn comparable(x: &Item, y: &Item) -> Option<Relation> {
    let other_kind = x.reading.dimension != y.reading.dimension || x.figure.direction != y.figure.direction;
    let other_ordinal = x.figure.ordinal != y.figure.ordinal && !is_ordinal_duration(x.figure) && !is_ordinal_duration(y.figure);
    if other_kind || other_ordinal {
        return None;
    }
    match relate(&x.reading, &y.reading) {
        Relation::Unlike => None,
        relation => Some(relation),
    }
}

/// One figure is the other after a change that the text states.
fn revises(x: &Item, y: &Item) -> bool {
    x.key.changed_from == Some(y.start) || y.key.changed_from == Some(x.start)
}

/// A value that two articles hardly share by chance: more than one digit that is not zero, or more than a dozen.
fn is_rare(f: &Figure) -> bool {
    let Some(a) = f.amount else { return false };
    let digits = a.decimal().mantissa().unsigned_abs().to_string();
    digits.trim_end_matches('0').len() > 1 && a > Amount::from(12) || !a.is_whole()
}

/// What the values add to the sureness; `None` for two figures of one article that only do not exclude each other.
fn value_weight(relation: Relation, x: &Item, y: &Item) -> Option<f32> {
    match relation {
        Relation::Equal if is_rare(x.figure) => Some(weight::RARE_VALUE),
        Relation::Equal => Some(weight::VALUE),
        Relation::Bound | Relation::Range if x.line == y.line => None,
        _ => Some(0.0),
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
