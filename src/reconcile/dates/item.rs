//! A date of a story with its key as numbers, ready to be compared.

use std::sync::LazyLock;

use compact_str::CompactString;
use jiff::ToSpan;
use rustc_hash::{FxHashMap, FxHashSet};

use super::clock::ClockTime;
use super::event::EventWords;
use super::open::Open;
use crate::claim::entity;
use crate::claim::{BlockRole, Date, Doing, Grain, Lead, Modality, PublishedBy, Short};
use crate::lexicon::concepts::Traits;
use crate::lexicon::{class, lexicon, stem_of, synonyms, word_sets};
use crate::reconcile::similarity::{Bag, Sort, Symbol, Symbols};
use crate::reconcile::story::Story;
use crate::text::{Kind, Token, scan};
use crate::value::Interval;
use crate::value::time::{MONTH, Relation};

/// The concept of a date that dates an utterance.
pub const SAID: &str = "said";

word_sets! {
    /// What joins two dates.
    BETWEEN = 0: "between_dates";
}

/// A date with the words around it as numbers.
pub struct Item<'a> {
    pub member: usize,
    pub article: usize,
    /// The number of its sentence in the story.
    pub number: u64,
    pub date: &'a Date,
    /// As written, lower case.
    pub text: String,
    /// Written with its year, and so not computed from the article's own date.
    pub stated: bool,
    pub days: Option<Interval>,
    /// About which days of its month it means: "early September", "the end of the month"; none for "by the end of".
    pub part: Option<Interval>,
    /// The two days that its digits may mean: `02/03/2026`.
    pub either: Option<[Interval; 2]>,
    /// The parts of the date that are known, if its day is not.
    pub open: Option<Open>,
    pub clock: Option<ClockTime>,
    /// The hour of a day that its article has told before.
    pub inherited: bool,
    /// It dates the report and nothing in it.
    pub stamp: bool,
    /// A time outside the days of the story that its article names in one sentence only.
    pub rare: bool,
    /// A year, or half of one, that holds the days of the story.
    pub own_year: bool,
    /// It is the year in the name of its event: "the 2016 election".
    pub numbered: bool,
    /// Its day is known, or the article's day of publication, which is missing, would tell it.
    pub may_be_asked: bool,
    /// Computed from a day of publication that only the user has given.
    pub assumed: bool,
    pub concept: Option<&'a str>,
    /// What the table says of the concept.
    pub traits: Traits,
    /// What the words of its event show.
    pub told: EventWords,
    /// What was or will be done then.
    pub doing: &'a Doing,
    /// "until at least Monday".
    pub at_least: bool,
    /// Its clause says that something did not happen.
    pub negated: bool,
    /// It lies after the day of its article: nothing of that day is done yet.
    pub to_come: Option<bool>,
    /// Whether its sentence tells what it dates as planned, possible or called off (true) or as done (false); none where it tells neither,
    /// or both.
    pub planned: Option<bool>,
    /// It stands in the first sentences of its article.
    pub ahead: bool,
    /// What it is the day of is called by it, and it is that before the report or the same: "Monday night's march".
    pub calls: bool,
    /// It says how something usually is: "above its usual level for May".
    pub of_a_norm: bool,
    /// Who or what is meant, if that is no place.
    pub who: Option<&'a str>,
    pub subject: Option<Symbol>,
    /// The names of its key.
    pub entities: Bag,
    /// The nearest content words, which name the event.
    pub near: Bag,
    /// The content words of its key.
    pub terms: Bag,
    /// The words of the event that its sentence dates with it.
    pub event: Bag,
    /// The same, with one word standing for all that mean the same.
    pub near_meant: Bag,
    /// The words of `terms`, in the same way.
    pub terms_meant: Bag,
    /// All words and numbers of its sentence that carry meaning, except its own.
    pub sentence: Bag,
}

/// Content words that count as naming the event.
pub const NEAR: usize = 4;
/// Stems of words for those who announce what happened, which articles use interchangeably: "police said Saturday", "officials said
/// Saturday".
const OFFICIALS: [&str; 6] = ["offici", "author", "detect", "investig", "polic", "prosecutor"];
/// How many first sentences, the headline among them, say what an article is about.
const AHEAD: usize = 4;
/// The most days of a season.
const SEASON: i32 = 100;
/// Times farther than this from the days of the reports do not belong to the story itself.
const DAYS_OF_A_STORY: i32 = 10;

/// The days of a month that the words before it mean, with room on both sides; none for a stretch.
fn part_of_month(text: &str, month: Interval) -> Option<Interval> {
    const FIRST: i32 = 14;
    const MIDDLE: (i32, i32) = (7, 23);
    const LAST: i32 = 16;
    const END: i32 = 19;
    let text = text.to_lowercase();
    if text.split_whitespace().any(|w| SETS.holds(w, BETWEEN)) {
        return None;
    }
    let begins = |words: &[&str]| words.iter().any(|w| text.starts_with(w));
    let day = |n: i32| month.first.checked_add(n.days()).ok();
    match () {
        _ if begins(&["early", "the beginning of", "the start of"]) => Interval::new(month.first, day(FIRST)?),
        _ if begins(&["mid"]) => Interval::new(day(MIDDLE.0)?, day(MIDDLE.1)?),
        _ if begins(&["late "]) => Interval::new(day(LAST)?, month.after),
        _ if begins(&["the end of"]) => Interval::new(day(END)?, month.after),
        _ => None,
    }
}

/// "the end of the month" and the third, early and late September: in one month, and not in one part of it.
pub fn are_of_two_parts(a: &Item, b: &Item) -> bool {
    let meant = |i: &Item| i.part.or(i.days);
    let apart = meant(a).zip(meant(b)).is_some_and(|(x, y)| !x.overlaps(y));
    apart && a.days.zip(b.days).is_some_and(|(x, y)| x.overlaps(y))
}

static NOTHING: LazyLock<Doing> = LazyLock::new(Doing::default);

/// The dates of a story in order of its claims.
pub fn items<'a>(story: &'a Story, symbols: &mut Symbols) -> Vec<Item<'a>> {
    let mut items: Vec<Item> = (0..story.claims.len()).filter_map(|m| item(story, m, symbols)).collect();
    mark_planned(story, &mut items);
    inherit_days(story, &mut items);
    for i in &mut items {
        let Item { entities, near, terms, event, near_meant, terms_meant, sentence, .. } = i;
        [entities, near, terms, event, near_meant, terms_meant, sentence].into_iter().for_each(|bag| symbols.count(bag, i.article));
    }
    mark_rare(story, &mut items);
    items
}

fn item<'a>(story: &'a Story, member: usize, symbols: &mut Symbols) -> Option<Item<'a>> {
    let m = &story.claims[member];
    let date = m.claim.date.as_ref()?;
    let place = story.sentence_number(member);
    let mut add = |sort: Sort, s: &str| symbols.add(sort, s, place);
    let global = |e: &'a str| story.entities.id(m.article, e);
    let in_order: Vec<Symbol> = m.key.terms.iter().map(|t| add(Sort::Term, t)).collect();
    let said = m.key.concept.as_deref() == Some(SAID);
    let meaning = |t: &'a str| if said && OFFICIALS.contains(&t) { OFFICIALS[0] } else { synonyms::of(t) };
    let meant: Vec<Symbol> = m.key.terms.iter().map(|t| add(Sort::Meaning, meaning(t))).collect();
    let event: Vec<Symbol> = date.event.iter().flat_map(|e| e.split_whitespace()).map(|w| add(Sort::Event, &stem_of(w))).collect();
    let sentence =
        [story.before(member), story.behind(member)].into_iter().flat_map(words).map(|w| add(Sort::Word, &w)).collect::<Vec<_>>();
    let days = date.edtf.as_deref().and_then(Interval::parse);
    let open = days.is_none().then(|| Open::read(&m.claim.text));
    let doing = m.key.doing.as_deref().unwrap_or(&NOTHING);
    let within = date.grain == Grain::Month && doing.lead.is_none();
    let part = days.filter(|d| within && d.days() <= MONTH).and_then(|days| part_of_month(&m.claim.text, days));
    let undated = story.lines[m.article].source.published.is_none();
    Some(Item {
        member,
        article: m.article,
        number: place,
        date,
        stamp: is_stamp(m.claim.block, &m.key.terms),
        may_be_asked: open.as_ref().is_none_or(|o| undated && o.may_be_settled()),
        clock: matches!(date.grain, Grain::Hour | Grain::Minute).then(|| ClockTime::read(&m.claim.text)).flatten(),
        open,
        days,
        part,
        inherited: false,
        either: date.edtf.as_deref().and_then(either),
        text: m.claim.text.as_str().to_lowercase(),
        stated: !date.relative && date.edtf.as_deref().is_some_and(|e| m.claim.text.contains(e.get(..4).unwrap_or("-"))),
        rare: false,
        own_year: false,
        numbered: date.event.as_deref().is_some_and(|e| date.edtf.as_deref().is_some_and(|year| year.len() == 4 && e.starts_with(year))),
        assumed: date.relative && story.lines[m.article].source.published_by == Some(PublishedBy::Option),
        concept: m.key.concept.as_deref(),
        traits: lexicon().concepts.traits(m.key.concept.as_deref()),
        told: date.event.as_deref().map_or_else(EventWords::default, EventWords::read),
        doing,
        at_least: doing.lead == Some(Lead::Until) && story.before(member).trim_end().ends_with("at least"),
        negated: m.key.negated,
        to_come: days.zip(story.published(member)).map(|(days, published)| days.first > published),
        planned: None,
        calls: ["'s ", "’s "].iter().any(|own| story.behind(member).starts_with(own)) && is_of_report(days, story.published(member)),
        of_a_norm: is_of_a_norm(story.before(member)),
        ahead: (m.claim.sentence as usize) < AHEAD,
        who: m.key.subject.as_deref().filter(|s| !s.starts_with("place:")).map(|s| entity::name(global(s))),
        subject: m.key.subject.as_deref().map(|s| add(Sort::Entity, entity::name(global(s)))),
        entities: m.key.entities.iter().map(|e| add(Sort::Entity, entity::name(global(e)))).collect::<Vec<_>>().into(),
        near: in_order[..in_order.len().min(NEAR)].to_vec().into(),
        terms: in_order.into(),
        event: event.into(),
        near_meant: meant[..meant.len().min(NEAR)].to_vec().into(),
        terms_meant: meant.into(),
        sentence: sentence.into(),
    })
}

/// It is the day of the report or the one before.
fn is_of_report(days: Option<Interval>, published: Option<jiff::civil::Date>) -> bool {
    days.zip(published).and_then(|(days, published)| days.first.until(published).ok()).is_some_and(|s| (0..=1).contains(&s.get_days()))
}

/// "its usual level for", "the average of": no event.
fn is_of_a_norm(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let norm = |w: &str| matches!(w, "average" | "normal" | "norm" | "usual");
    words.next().is_some_and(|w| matches!(w, "for" | "in")) && words.take(2).any(norm)
}

/// The days of `[2026-02-03,2026-03-02]`.
fn either(edtf: &str) -> Option<[Interval; 2]> {
    let (a, b) = edtf.strip_prefix('[')?.strip_suffix(']')?.split_once(',')?;
    Some([Interval::parse(a)?, Interval::parse(b)?])
}

/// The days that a date may be of.
fn readings(i: &Item) -> impl Iterator<Item = Interval> {
    i.either.into_iter().flatten().chain(i.days)
}

/// One of two dates has two readings, of which one may be the other.
pub fn may_be_either(a: &Item, b: &Item) -> bool {
    (a.either.is_some() || b.either.is_some()) && readings(a).any(|x| readings(b).any(|y| x.overlaps(y)))
}

/// The stems of the words of a text that carry meaning, and its numbers.
fn words(text: &str) -> Vec<CompactString> {
    let lexicon = lexicon();
    let all = scan(text, &lexicon.words);
    let carries = |t: &&Token| matches!(t.kind, Kind::Word | Kind::Number) && !t.is(class::FUNCTION | class::NEGATION);
    all.iter().filter(carries).map(|t| lexicon.stem(t, text)).collect()
}

/// A date line, or "Updated: 9 May" in the text: when articles were written is no finding.
fn is_stamp(block: BlockRole, terms: &[Short]) -> bool {
    const STAMPS: [&str; 8] = ["edit", "last", "modifi", "post", "publish", "releas", "time", "updat"];
    let furniture = matches!(block, BlockRole::Dateline | BlockRole::Byline | BlockRole::Boilerplate);
    furniture || !terms.is_empty() && terms.iter().all(|t| STAMPS.contains(&t.as_str()))
}

/// Says of each date whether the events that its sentence has on that day are planned or done.
fn mark_planned(story: &Story, items: &mut [Item]) {
    let mut told: FxHashMap<(u64, &str), Option<bool>> = FxHashMap::default();
    for (n, m) in story.claims.iter().enumerate() {
        let Some(event) = m.claim.event.as_ref() else { continue };
        let Some(day) = event.edtf.as_deref().or(event.day.as_deref()) else { continue };
        let planned = match event.modality {
            Modality::Planned | Modality::Possible | Modality::Cancelled => Some(true),
            Modality::Done => Some(false),
            Modality::Denied | Modality::Claimed | Modality::Negated => None,
        };
        let of_day = told.entry((story.sentence_number(n), day)).or_insert(planned);
        *of_day = of_day.filter(|p| Some(*p) == planned);
    }
    for i in items {
        let day = i.date.edtf.as_deref().unwrap_or(story.claims[i.member].claim.text.as_str());
        i.planned = told.get(&(story.sentence_number(i.member), day)).copied().flatten();
    }
}

/// Gives a clock time without a day the one that its article has told last, in the sentences right before it: "capsized on Monday. It hit a
/// reef at 3:40 a.m."
fn inherit_days(story: &Story, items: &mut [Item]) {
    const BACK: u32 = 4;
    let mut told: Option<(usize, u32, Option<Interval>)> = None;
    for i in items {
        let m = &story.claims[i.member];
        let near = told.filter(|(line, sentence, _)| *line == i.article && m.claim.sentence - sentence.min(&m.claim.sentence) <= BACK);
        let dayless = i.days.is_none() && i.clock.as_ref().is_some_and(|c| is_dayless(i, c));
        if !dayless {
            told = (!i.stamp).then(|| (i.article, m.claim.sentence, i.days.filter(|d| d.days() == 1)));
            continue;
        }
        let over = |day: &Interval| story.published(i.member).is_some_and(|p| day.first <= p);
        if let Some(day) = near.and_then(|(.., day)| day).filter(|d| i.doing.promised != over(d)) {
            (i.days, i.open, i.inherited, i.may_be_asked, i.to_come) = (Some(day), None, true, true, Some(i.doing.promised));
        }
    }
}

/// The days that a date is of, or the month that it names where no article fixes its year.
type Named = Result<Interval, i8>;

fn named(i: &Item) -> Option<Named> {
    i.days.map(Ok).or_else(|| i.open.as_ref().and_then(Open::month_alone).map(Err))
}

/// Marks the dates outside the days of the story that stand in one sentence of their article, and long ones in which these days lie.
fn mark_rare(story: &Story, items: &mut [Item]) {
    let mut sentences: FxHashMap<(usize, Named), FxHashSet<u64>> = FxHashMap::default();
    for i in items.iter() {
        if let Some(named) = named(i) {
            sentences.entry((i.article, named)).or_default().insert(story.sentence_number(i.member));
        }
    }
    let now = story.days();
    for i in items {
        let apart = i.days.zip(now).is_some_and(|(days, now)| days.days_apart(now) > DAYS_OF_A_STORY);
        i.own_year = !apart && i.days.is_some_and(|days| days.days() > SEASON);
        let once = named(i).is_some_and(|n| sentences.get(&(i.article, n)).is_some_and(|s| s.len() == 1));
        let plain_year = i.date.grain == Grain::Year && !is_long(i);
        i.rare = once && (apart || i.days.is_none() || now.is_none() && !plain_year);
    }
}

pub fn features(i: &Item) -> Vec<u64> {
    if i.stamp || i.of_a_norm {
        return Vec::new();
    }
    let minute = i.clock.as_ref().and_then(ClockTime::feature).map(|m| 1 << 62 | m as u64);
    let day = i.open.as_ref().and_then(Open::feature).map(|d| 1 << 61 | d as u64);
    let hash = |s: &str| s.bytes().fold(7u64, |h, b| h.wrapping_mul(31).wrapping_add(b as u64)) >> 4;
    let concept = i.concept.map(|c| hash(c) | 1 << 63);
    // an attack on one town, an assault on it
    let acts = i.told.acts().flat_map(|kind| i.entities.iter().map(move |e| (hash(kind) ^ (*e as u64) << 24) | 1 << 62 | 1 << 61));
    // many unrelated things share a year
    let days = i.days.filter(|_| i.rare && (i.date.grain != Grain::Year || is_long(i))).map(feature_of);
    let words = i.near_meant.iter().map(|s| *s as u64).chain(i.subject.map(|s| 1 << 32 | s as u64));
    let done = i.doing.acts.iter().map(|act| hash(act) ^ 1 << 63);
    words.chain(concept).chain(done).chain(acts).chain(minute).chain(day).chain(days).collect()
}

/// A number of some days.
fn feature_of(days: Interval) -> u64 {
    let number = |d: jiff::civil::Date| (d.year() as u16 as u64) << 9 | d.day_of_year() as u64;
    1 << 60 | number(days.first) << 28 | number(days.after)
}

/// How two dates relate; `None` when one of them is not known.
pub fn relation(a: &Item, b: &Item) -> Option<Relation> {
    Some(a.days?.relate(b.days?))
}

pub fn is_part_of_day(i: &Item) -> bool {
    matches!(i.date.grain, Grain::Morning | Grain::Afternoon | Grain::Evening | Grain::Night)
}

/// Parts of one day that exclude each other; the evening is the beginning of the night.
pub fn other_part_of_day(a: &Item, b: &Item) -> bool {
    let dark = |i: &Item| matches!(i.date.grain, Grain::Evening | Grain::Night);
    is_part_of_day(a) && is_part_of_day(b) && a.date.grain != b.date.grain && !(dark(a) && dark(b))
}

/// How many days a date takes; by its grain where its days are not known.
pub fn length(i: &Item) -> i32 {
    i.days.map_or_else(
        || match i.date.grain {
            Grain::Week | Grain::Weekend => 7,
            Grain::Month => 30,
            Grain::Quarter | Grain::Season => 90,
            Grain::Half => 180,
            Grain::Year => 365,
            Grain::Decade | Grain::Century => 3650,
            _ => 1,
        },
        |d| d.days(),
    )
}

/// What is known of the two excludes that they are one day. Of a date that no article fixes only its words are known: "Friday" is no
/// Saturday, but may be "today".
pub fn cannot_be_one(a: &Item, b: &Item) -> bool {
    let clocks = a.clock.as_ref().zip(b.clock.as_ref());
    let other = match (&a.open, &b.open) {
        _ if may_be_either(a, b) => false,
        // the minute of a day that the other one names
        _ if (relation(a, b).is_none() || a.inherited || b.inherited)
            && clocks.is_some_and(|(x, y)| x.coincides(y) > 0.0 && (is_dayless(a, x) || is_dayless(b, y))) =>
        {
            false
        }
        (Some(x), Some(y)) => !x.agrees(y),
        (Some(open), None) => !b.days.is_some_and(|d| open.fits(d)),
        (None, Some(open)) => !a.days.is_some_and(|d| open.fits(d)),
        (None, None) => matches!(relation(a, b), Some(Relation::Disjoint | Relation::Adjacent)),
    };
    other
        || are_stretch_and_time_in_it(a, b)
        || are_two_stretches(a, b)
        || are_of_two_parts(a, b)
        || other_part_of_day(a, b)
        || are_two_clocks(a, b)
}

/// Two times of one day, of which neither may be the other rounded. What is shut "until at least 4 p.m." is so at 6 p.m. as well.
pub fn are_two_clocks(a: &Item, b: &Item) -> bool {
    let kept = |least: &Item, x: &ClockTime, y: &ClockTime| least.at_least && x.is_reached_by(y);
    let clocks = a.clock.as_ref().zip(b.clock.as_ref());
    clocks.is_some_and(|(x, y)| x.differs(y) && !kept(a, x, y) && !kept(b, y, x))
}

/// No article tells which day a clock time is of: "9 p.m.", "9 p.m. this evening".
fn is_dayless(i: &Item, clock: &ClockTime) -> bool {
    clock.alone || i.open.as_ref().is_some_and(Open::has_no_day)
}

/// The seasons of 2008-09 and 2009-10 share a year and are two seasons.
pub fn are_two_stretches(a: &Item, b: &Item) -> bool {
    let years = |i: &Item| i.date.grain == Grain::Year && i.date.edtf.as_deref().is_some_and(|e| e.contains('/'));
    years(a) && years(b) && relation(a, b) == Some(Relation::Overlaps)
}

/// What went on "from 2007 to 2014" is not what happened in 2014, though a time in a long stretch looks like a finer one of the same.
fn are_stretch_and_time_in_it(a: &Item, b: &Item) -> bool {
    let within = |i: &Item| i.date.edtf.as_deref().is_some_and(|e| !e.contains('/'));
    is_long(a) && within(b) || is_long(b) && within(a)
}

/// A stretch from one year to another, and no season that two years share: "from 2007 to 2014".
pub fn is_long(i: &Item) -> bool {
    const YEARS: i32 = 2 * 365 + 1;
    i.date.edtf.as_deref().is_some_and(|e| e.contains('/')) && i.days.is_some_and(|d| d.days() > YEARS)
}
