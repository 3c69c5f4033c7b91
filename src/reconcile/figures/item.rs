//! A figure of a story with its key as numbers, ready to be compared.

use std::sync::LazyLock;

use jiff::{ToSpan, civil};
use rustc_hash::FxHashMap;

use super::happening::{self, Happening};
use super::nature::Nature;
use super::unit;
use super::variant;
use crate::claim::{Beside, BlockRole, Figure, Key, QuoteForm};
use crate::lexicon::{concepts, heads, lexicon, synonyms};
use crate::reconcile::entities::bare;
use crate::reconcile::similarity::{Bag, Sort, Symbol, Symbols};
use crate::reconcile::story::Story;
use crate::value::quantity::is_stretch_of_time;
use crate::value::relate::converted;
use crate::value::{Amount, Dimension, Hedge, Interval, Measured, Reading};

/// A figure with its key as numbers.
pub struct Item<'a> {
    /// Index into the story's claims.
    pub member: usize,
    pub figure: &'a Figure,
    pub key: &'a Key,
    pub article: usize,
    /// The publication day of its article.
    pub published: Option<civil::Date>,
    pub place: Place,
    /// Where it stands in its article, in code points.
    pub start: u32,
    /// What it was before, when the text says that it changed.
    pub before: Option<Measured<'a>>,
    pub reading: Reading<'a>,
    /// The reading, ready to be related to others.
    pub measured: Measured<'a>,
    pub concept: Option<Symbol>,
    pub head: Option<Symbol>,
    /// The noun as a term, which may stand beside another figure.
    pub head_term: Option<Symbol>,
    /// The family of its head noun.
    pub family: Option<&'static str>,
    /// What else its key and value say of it.
    pub nature: Nature,
    /// The sentence it stands in.
    pub sentence: u64,
    pub base: Option<Symbol>,
    pub subject: Option<Symbol>,
    pub entities: Bag,
    pub terms: Bag,
    /// The nearest of `terms`.
    pub near: Bag,
    pub time: Option<Interval>,
    /// Its time, if it has one, lies in the days of the story.
    pub current: bool,
    /// It counts the rest beside others, or some of them: "three other women", "another 250 homes", "the 12 worst-hit villages".
    pub rest: bool,
    /// It stands before the thing that it says something of: "a one-year contract".
    pub hyphenated: bool,
    /// What its sentence says of it right before and behind.
    pub beside: &'a Beside,
    /// The size that tells its model of a product from others.
    pub variant: Option<Amount>,
    /// What its sentence says of which happening it is.
    pub happening: Happening,
    /// It stands in a quotation, whose wording is compared for itself.
    pub quoted: bool,
    /// Its article names a country whose own dollar a bare one may be.
    pub other_dollar: bool,
    /// It is one of many in its sentence, as in a list of a product's features, so that it is not clear what it is of.
    pub listed: bool,
    /// The same figure in another unit ("90 square kilometers (35 square miles)"), which is no item of its own.
    pub again: Vec<Again>,
}

/// A figure said again in another unit.
#[derive(Clone, Copy)]
pub struct Again {
    /// Index into the story's claims.
    pub member: usize,
    /// The conversion is right to one unit of its last place.
    pub right: bool,
}

/// Where in an article a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the headline or the first sentence, which have room only for the figure that the story is about.
    Top,
    /// In the first paragraphs, which tell the story in short.
    Opening,
    Below,
}

/// How many first sentences are the opening.
const OPENING: u32 = 8;
/// Content words that count as standing next to a figure.
const NEAR: usize = 3;
/// How many figures in a sentence are a list.
const LIST: usize = 6;
/// Ages in articles that lie farther apart are not compared.
pub const DAYS_OF_AN_AGE: i32 = 180;
/// A toll dated so close to the reports is the story's own.
const DAYS_OF_A_TOLL: i32 = 3;

static NOTHING: LazyLock<Beside> = LazyLock::new(Beside::default);

/// All figures of a story in order of its claims; a figure that repeats another in a second unit belongs to that one.
pub fn items<'a>(story: &'a Story, symbols: &mut Symbols) -> Vec<Item<'a>> {
    let mut items: Vec<Item> =
        story.claims.iter().enumerate().filter_map(|(i, m)| Some(item(story, i, m.claim.figure.as_ref()?, symbols))).collect();
    fold(&mut items);
    let starts: FxHashMap<(usize, u32), Measured> = items.iter().map(|i| ((i.article, i.start), i.measured.clone())).collect();
    let now = now(story);
    let quoted = quoted(story);
    let mut in_sentence: FxHashMap<u64, usize> = FxHashMap::default();
    // "the 13-inch version" is not an item of the list but the thing that the price behind it is of
    let entries = items.iter().filter(|i| !variant::names_a_model(i));
    entries.for_each(|i| *in_sentence.entry(i.sentence).or_default() += 1);
    variant::note(story, &mut items);
    happening::note(story, &mut items);
    let of_another_dollar = unit::of_another_dollar(story);
    for i in &mut items {
        i.listed = in_sentence.get(&i.sentence).is_some_and(|n| *n >= LIST);
        i.other_dollar = of_another_dollar.contains(&i.article);
        i.quoted = quoted.get(&i.article).is_some_and(|spans| is_inside(spans, i.start));
        i.before = i.key.changed_from.and_then(|from| starts.get(&(i.article, from)).cloned());
        i.current = now.zip(i.time).is_some_and(|(now, time)| apart(now, time) <= DAYS_OF_A_TOLL);
        i.nature = Nature::of(i);
        symbols.count(&mut i.entities, i.article);
        symbols.count(&mut i.terms, i.article);
    }
    items
}

/// The spans of the quotations of each article, in order.
fn quoted(story: &Story) -> FxHashMap<usize, Vec<(u32, u32)>> {
    let mut spans: FxHashMap<usize, Vec<(u32, u32)>> = FxHashMap::default();
    let quotes = story.claims.iter().filter(|m| m.claim.quote.as_ref().is_some_and(|q| q.form == QuoteForm::Direct));
    for m in quotes {
        spans.entry(m.article).or_default().push((m.claim.start, m.claim.end));
    }
    spans.values_mut().for_each(|list| list.sort_unstable());
    spans
}

fn is_inside(spans: &[(u32, u32)], at: u32) -> bool {
    let before = spans.partition_point(|s| s.0 <= at);
    before.checked_sub(1).is_some_and(|last| at < spans[last].1)
}

/// The days of birth that fit all ages of one person, each as of the publication of its article; `None` where there are none, or no day.
pub fn born(ages: &[&Item]) -> Option<(civil::Date, civil::Date)> {
    let one = |i: &&Item| {
        let (day, years) = (i.published?, i16::try_from(i.figure.amount?.decimal()).ok()?);
        let years_before = |years: i16| day.checked_sub(i32::from(years).years()).ok();
        Some((years_before(years + 1)?.tomorrow().ok()?, years_before(years)?))
    };
    let spans: Vec<(civil::Date, civil::Date)> = ages.iter().map(one).collect::<Option<_>>()?;
    let all = spans.into_iter().reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)))?;
    (all.0 <= all.1).then_some(all)
}

/// Attaches to each figure those that repeat it in another unit.
fn fold(items: &mut Vec<Item>) {
    let at: FxHashMap<(usize, u32), usize> = items.iter().enumerate().map(|(i, item)| ((item.article, item.start), i)).collect();
    // for each item the one that it repeats; itself for most
    let mut said: Vec<usize> = (0..items.len()).collect();
    for i in 0..items.len() {
        let Some(first) = items[i].key.restates.and_then(|start| at.get(&(items[i].article, start))).map(|first| said[*first]) else {
            continue;
        };
        if let Some(right) = converted(&items[first].reading, &items[i].reading).filter(|_| first != i) {
            let member = items[i].member;
            items[first].again.push(Again { member, right });
            said[i] = first;
        }
    }
    let mut own = said.into_iter().enumerate().map(|(i, first)| i == first);
    items.retain(|_| own.next().unwrap_or(true));
}

/// The days in which the story was reported.
pub fn now(story: &Story) -> Option<Interval> {
    story.span.as_ref().and_then(|s| Interval::new(*s.start(), s.end().tomorrow().ok()?))
}

/// Days between two stretches; 0 when they touch.
pub fn apart(a: Interval, b: Interval) -> i32 {
    let (early, late) = if a.first <= b.first { (a, b) } else { (b, a) };
    if late.first <= early.after { 0 } else { early.after.until(late.first).map_or(i32::MAX, |s| s.get_days()) }
}

impl Item<'_> {
    /// Equal for figures that say the same in the same way, however written.
    pub fn value_key(&self) -> String {
        let f = self.figure;
        format!("{:?} {:?} {:?} {:?} {:?}", f.amount, f.low, f.high, f.hedge, f.unit)
    }

    /// It counts what players collect in a match or season: points, rebounds, goals.
    pub fn is_piled_up(&self) -> bool {
        self.family == Some("play") && !self.is_of_a_streak()
    }

    /// It is of a streak, as a count or as a place in it: the tenth win in a row makes ten.
    pub fn is_of_a_streak(&self) -> bool {
        is_of_a_streak(self.key)
    }

    /// It is of an earlier year, whose counts no longer change.
    pub fn is_of_the_past(&self) -> bool {
        const DAYS: i32 = 300;
        !self.current && self.time.is_some_and(|t| t.days() > DAYS)
    }
}

fn item<'a>(story: &'a Story, member: usize, figure: &'a Figure, symbols: &mut Symbols) -> Item<'a> {
    let m = &story.claims[member];
    let sentence = story.sentence_number(member);
    let mut add = |sort: Sort, s: &str| symbols.add(sort, s, sentence);
    let key = m.key;
    let global = |e: &'a str| story.entities.id(m.article, e);
    let entities: Vec<Symbol> = key.entities.iter().map(|e| add(Sort::Entity, bare(global(e)))).collect();
    // in the few words of a headline the word that shows the concept would count twice: "20 dead" and "18 died" have no second word in
    // common
    let headline = m.claim.block == BlockRole::Headline;
    let shown = |t: &str| headline && key.concept.as_deref().is_some_and(|c| concepts::shows(c, t));
    let term = |t: &'a str| if shown(t) { t } else { meaning(t) };
    let terms: Vec<Symbol> = key.terms.iter().map(|t| add(Sort::Term, term(t))).collect();
    let beside = key.beside.as_deref().unwrap_or(&NOTHING);
    let reading = reading(figure, key, &m.claim.text, beside);
    let family = key.head.as_deref().and_then(|h| lexicon().kin.family(h));
    // every part of a machine has a clock of its own
    let noun = key.head.as_deref().filter(|h| !h.ends_with("hertz"));
    Item {
        member,
        figure,
        key,
        article: m.article,
        published: story.published(member),
        place: place(m.claim.block, m.claim.sentence),
        start: m.claim.start,
        before: None,
        measured: Measured::new(reading.clone()),
        reading,
        concept: key.concept.as_deref().map(|c| add(Sort::Concept, c)),
        head: noun.map(|h| add(Sort::Head, heads::of(h))),
        head_term: noun.map(|h| add(Sort::Term, term(h))),
        family,
        nature: Nature::default(),
        sentence,
        base: key
            .base
            .as_deref()
            .map(|b| if b.contains(':') { add(Sort::Entity, bare(global(b))) } else { add(Sort::Base, synonyms::of(b)) }),
        subject: key.subject.as_deref().map(|s| add(Sort::Entity, bare(global(s)))),
        entities: entities.into(),
        near: terms[..terms.len().min(NEAR)].to_vec().into(),
        terms: terms.into(),
        time: key.time.as_deref().and_then(Interval::parse),
        current: false,
        rest: beside.rest || beside.selection,
        hyphenated: m.claim.text.contains('-'),
        beside,
        variant: None,
        happening: Happening::default(),
        quoted: false,
        other_dollar: false,
        listed: false,
        again: Vec::new(),
    }
}

/// The stem that stands for all that mean the same, by what they count or else by what they tell.
fn meaning(stem: &str) -> &str {
    synonyms::of(heads::of(stem))
}

fn is_of_a_streak(key: &Key) -> bool {
    key.concept.as_deref() == Some("streak")
}

fn place(block: BlockRole, sentence: u32) -> Place {
    match block {
        BlockRole::Headline => Place::Top,
        _ if sentence == 0 => Place::Top,
        _ if sentence < OPENING => Place::Opening,
        _ => Place::Below,
    }
}

/// Cents in a dollar.
const CENTS: i64 = 100;

/// What the figure says about a number. The fourth year of a war is a stretch of three to four years.
fn reading<'a>(f: &'a Figure, key: &Key, text: &str, beside: &Beside) -> Reading<'a> {
    let step = key.step.unwrap_or(Amount::ONE);
    // A bare dollar may be the American one; that two outlets write it differently is no difference.
    let unit = f.unit.as_deref().map(|u| if u == "US dollar" { "dollar" } else { u });
    if unit == Some("cent") && f.dimension == Dimension::Money {
        let dollars = |a: Option<Amount>| a.and_then(|a| a.over(Amount::from(CENTS)));
        let (amount, low, high) = (dollars(f.amount), dollars(f.low), dollars(f.high));
        let step = dollars(Some(step)).unwrap_or(step);
        return Reading { amount, low, high, step, hedge: f.hedge, unit: Some("dollar"), dimension: f.dimension };
    }
    // the 15th anniversary is 15 years after
    if f.ordinal && unit == Some("anniversary") && f.amount.is_some() {
        return Reading {
            amount: f.amount,
            low: f.amount,
            high: f.amount,
            step,
            hedge: None,
            unit: Some("year"),
            dimension: Dimension::Duration,
        };
    }
    if is_term(f, key, beside) {
        let step = Amount::TENTH.times(Amount::TENTH).unwrap_or(Amount::TENTH);
        return Reading { amount: f.amount, low: f.amount, high: f.amount, step, hedge: None, unit, dimension: f.dimension };
    }
    if is_of_a_streak(key) {
        return Reading {
            amount: f.amount,
            low: f.low,
            high: f.high,
            step,
            hedge: f.hedge,
            unit: Some("game"),
            dimension: Dimension::Count,
        };
    }
    // "1,946 career points" are points, "five of his points" a part of them
    let points = unit == Some("point") && f.dimension == Dimension::Count && !text.contains(" of ");
    let dimension = if points { Dimension::Other } else { f.dimension };
    let exact = f.amount.filter(|_| points && f.hedge.is_none());
    let r = Reading { amount: f.amount, low: exact.or(f.low), high: exact.or(f.high), step, hedge: f.hedge, unit, dimension };
    if is_ordinal_duration(f) { Reading { amount: None, hedge: Some(Hedge::Range), dimension: Dimension::Duration, ..r } } else { r }
}

/// A prison term, a ban or the term of a contract is fixed to the day: two and a half years are not two. The time already served is not
/// fixed.
fn is_term(f: &Figure, key: &Key, beside: &Beside) -> bool {
    const FIXING: [&str; 6] = ["contract", "probat", "sentenc", "suspend", "suspens", "ban"];
    const PASSED: [&str; 6] = ["serv", "spend", "spent", "remain", "left", "releas"];
    let place = |words: &[&str], reach: usize| key.terms.iter().take(reach).position(|t| words.contains(&t.as_str()));
    let stated = f.dimension == Dimension::Duration && f.hedge.is_none() && f.amount.is_some();
    let fixed = place(&FIXING, NEAR).is_some_and(|fixing| place(&PASSED, 2 * NEAR).is_none_or(|passed| fixing < passed));
    stated && (fixed || beside.term)
}

/// "its fourth year": an ordinal that counts a stretch of time.
pub fn is_ordinal_duration(f: &Figure) -> bool {
    f.ordinal && f.unit.as_deref().is_some_and(is_stretch_of_time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_the_top_wherever_it_stands() {
        assert_eq!(place(BlockRole::Headline, 3), Place::Top);
        assert_eq!(place(BlockRole::Body, 0), Place::Top);
        assert_eq!(place(BlockRole::Body, 3), Place::Opening);
        assert_eq!(place(BlockRole::Body, 30), Place::Below);
    }
}
