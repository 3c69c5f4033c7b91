//! Dates of one event over all sources.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::clock_time::ClockTime;
use super::cluster::{Link, candidates, cluster};
use super::entities::bare;
use super::event_label;
use super::figure_item;
use super::group::{Draft, GroupKind, Reason, Status, Verdict};
use super::open_date::Open;
use super::partners::Partners;
use super::similarity::{Bag, Sort, Symbol, Symbols, shared};
use super::story::Story;
use super::strangers::Strangers;
use super::twins::Twins;
use crate::claim::{BlockRole, Date, Grain, PublishedBy, Short};
use crate::lexicon::{stem_of, synonyms};
use crate::value::Interval;
use crate::value::time::Relation;
use crate::value::time::spoken::written;

/// A date with the words around it as numbers.
struct Item<'a> {
    member: usize,
    line: usize,
    date: &'a Date,
    /// As written, lower case.
    text: String,
    /// Written with its year, and so not reckoned from the article's own date.
    stated: bool,
    days: Option<Interval>,
    /// What it says, if it is not reckoned.
    open: Option<Open>,
    clock: Option<ClockTime>,
    /// It dates the report and nothing in it.
    stamp: bool,
    /// A time outside the days of the story that its article names in one sentence only.
    rare: bool,
    /// It is reckoned, or the day of publication, which its article does not have, would tell.
    may_be_asked: bool,
    /// Reckoned from a day of publication that nobody but the user has said.
    assumed: bool,
    concept: Option<&'a str>,
    subject: Option<Symbol>,
    entities: Bag,
    /// The nearest content words, which name the event.
    near: Bag,
    terms: Bag,
    /// The words of the event that its sentence dates with it.
    event: Bag,
    /// Both with one word for all that mean the same.
    near_meant: Bag,
    terms_meant: Bag,
}

/// Content words that count as naming the event.
const NEAR: usize = 4;
/// Dates that can be one belong together from this sureness on; dates that cannot need more. Hand-set on development stories.
const SAME: f32 = 2.3;
const CONTRARY: f32 = 4.2;
/// So do dates that cannot, where each article dates this kind of event once and has the other's date for nothing like it.
const CONTRARY_SOLE: f32 = 2.6;
/// Or where each is the other's best partner by words, so much better than the next.
const CONTRARY_BEST: f32 = 1.6;
const MARGIN: f32 = 0.5;
/// From here on it does not matter that an article has the other's date for something like it.
const WHATEVER_TOLD: f32 = 3.0;
/// Beside the pair that a contradiction rests on, so much must speak for one event.
const ALONG: f32 = 1.2;

/// What [`rarity`] adds by grain.
const RARE_MINUTE: f32 = 2.6;
const RARE_DAY: f32 = 1.2;
const RARE_MONTH: f32 = 0.9;
const RARE_YEAR: f32 = 0.7;
/// Times so far from the days of the reports are none of the story's own.
const DAYS_OF_A_STORY: i32 = 10;

/// Events of which a story has several.
const REPEATED: [&str; 2] = ["court", "game"];

/// The concept of a date that dates an utterance.
const SAID: &str = "said";

/// Groups of dates, those of a single member too.
pub fn groups(story: &Story) -> Vec<Draft> {
    let mut symbols = Symbols::default();
    let mut items: Vec<Item> = (0..story.claims.len()).filter_map(|m| item(story, m, &mut symbols)).collect();
    for i in &mut items {
        let Item { entities, near, terms, event, near_meant, terms_meant, .. } = i;
        [entities, near, terms, event, near_meant, terms_meant].into_iter().for_each(|bag| symbols.count(bag, i.line));
    }
    mark_rare(story, &mut items);
    let features: Vec<Vec<u64>> = items.iter().map(features).collect();
    let pairs = Strangers::of(story).acquainted(candidates(&features, |i| items[i].days), |i| items[i].line);
    let pairs: Vec<Pair> = pairs.into_iter().map(|(a, b)| Pair { a, b, words: Words::of(&symbols, &items[a], &items[b]) }).collect();
    let same = links(&pairs, |p| sureness(&symbols, &items, p));
    let versions = versions(&symbols, &items, &pairs, &same);
    let twins = Twins::of(story, |c| c.date.is_some());
    let links = same.into_iter().chain(versions).chain(twin_links(&twins, &items)).collect();
    let fits = |a: usize, b: usize| {
        let (x, y) = (&items[a], &items[b]);
        twins.are(x.member, y.member) && may_be_twins(x, y) || fit(&symbols, x, y)
    };
    let clusters = cluster(items.len(), links, fits);
    clusters.into_iter().map(|c| draft(story, &c.into_iter().map(|i| &items[i]).collect::<Vec<_>>())).collect()
}

fn item<'a>(story: &'a Story, member: usize, symbols: &mut Symbols) -> Option<Item<'a>> {
    let m = &story.claims[member];
    let date = m.claim.date.as_ref()?;
    let place = story.sentence_number(member);
    let mut add = |sort: Sort, s: &str| symbols.add(sort, s, place);
    let global = |e: &'a str| story.entities.id(m.line, e);
    let in_order: Vec<Symbol> = m.key.terms.iter().map(|t| add(Sort::Term, t)).collect();
    let meant: Vec<Symbol> = m.key.terms.iter().map(|t| add(Sort::Meaning, synonyms::of(t))).collect();
    let event: Vec<Symbol> = date.event.iter().flat_map(|e| e.split_whitespace()).map(|w| add(Sort::Event, &stem_of(w))).collect();
    let days = date.edtf.as_deref().and_then(Interval::parse);
    let open = days.is_none().then(|| Open::read(&m.claim.text));
    let undated = story.lines[m.line].source.published.is_none();
    Some(Item {
        member,
        line: m.line,
        date,
        stamp: is_stamp(m.claim.block, &m.key.terms),
        may_be_asked: open.as_ref().is_none_or(|o| undated && o.may_be_settled()),
        clock: matches!(date.grain, Grain::Hour | Grain::Minute).then(|| ClockTime::read(&m.claim.text)).flatten(),
        open,
        days,
        text: m.claim.text.as_str().to_lowercase(),
        stated: !date.relative && date.edtf.as_deref().is_some_and(|e| m.claim.text.contains(e.get(..4).unwrap_or("-"))),
        rare: false,
        assumed: date.relative && story.lines[m.line].source.published_by == Some(PublishedBy::Option),
        concept: m.key.concept.as_deref(),
        subject: m.key.subject.as_deref().map(|s| add(Sort::Entity, bare(global(s)))),
        entities: m.key.entities.iter().map(|e| add(Sort::Entity, bare(global(e)))).collect::<Vec<_>>().into(),
        near: in_order[..in_order.len().min(NEAR)].to_vec().into(),
        terms: in_order.into(),
        event: event.into(),
        near_meant: meant[..meant.len().min(NEAR)].to_vec().into(),
        terms_meant: meant.into(),
    })
}

/// A date line, or "Updated: 9 May" in the text: when articles were written is no finding.
fn is_stamp(block: BlockRole, terms: &[Short]) -> bool {
    const STAMPS: [&str; 8] = ["edit", "last", "modifi", "post", "publish", "releas", "time", "updat"];
    let furniture = matches!(block, BlockRole::Dateline | BlockRole::Byline | BlockRole::Boilerplate);
    furniture || !terms.is_empty() && terms.iter().all(|t| STAMPS.contains(&t.as_str()))
}

fn features(i: &Item) -> Vec<u64> {
    if i.stamp {
        return Vec::new();
    }
    let minute = i.clock.as_ref().and_then(ClockTime::feature).map(|m| 1 << 62 | m as u64);
    let concept = i.concept.map(|c| c.bytes().fold(7u64, |h, b| h.wrapping_mul(31).wrapping_add(b as u64)) | 1 << 63);
    i.near_meant.iter().map(|s| *s as u64).chain(i.subject.map(|s| 1 << 32 | s as u64)).chain(concept).chain(minute).collect()
}

/// Marks the dates outside the days of the story that stand in one sentence of their article.
fn mark_rare(story: &Story, items: &mut [Item]) {
    let mut sentences: FxHashMap<(usize, Interval), FxHashSet<u64>> = FxHashMap::default();
    for i in items.iter() {
        if let Some(days) = i.days {
            sentences.entry((i.line, days)).or_default().insert(story.sentence_number(i.member));
        }
    }
    let now = figure_item::now(story);
    for i in items {
        let apart = i.days.zip(now).is_some_and(|(days, now)| figure_item::apart(days, now) > DAYS_OF_A_STORY);
        i.rare = apart && i.days.is_some_and(|days| sentences.get(&(i.line, days)).is_some_and(|s| s.len() == 1));
    }
}

/// What it adds that two articles give one minute, or name one time far from the story, each once: the more, the finer it is.
fn rarity(a: &Item, b: &Item) -> f32 {
    if let Some((x, y)) = a.clock.as_ref().zip(b.clock.as_ref()).filter(|_| a.line != b.line) {
        return RARE_MINUTE * x.coincides(y);
    }
    let one = a.rare && b.rare && a.line != b.line && a.days == b.days;
    match a.date.grain {
        _ if !one => 0.0,
        Grain::Decade | Grain::Century => 0.0,
        Grain::Year => RARE_YEAR,
        Grain::Month | Grain::Season | Grain::Quarter | Grain::Half => RARE_MONTH,
        _ => RARE_DAY,
    }
}

/// How two dates relate; `None` when one of them is not known.
fn relation(a: &Item, b: &Item) -> Option<Relation> {
    Some(a.days?.relate(b.days?))
}

fn is_part_of_day(i: &Item) -> bool {
    matches!(i.date.grain, Grain::Morning | Grain::Afternoon | Grain::Evening | Grain::Night)
}

/// Parts of one day that exclude each other; the evening is the beginning of the night.
fn other_part_of_day(a: &Item, b: &Item) -> bool {
    let dark = |i: &Item| matches!(i.date.grain, Grain::Evening | Grain::Night);
    is_part_of_day(a) && is_part_of_day(b) && a.date.grain != b.date.grain && !(dark(a) && dark(b))
}

/// Two dates that may be of one event.
struct Pair {
    a: usize,
    b: usize,
    words: Words,
}

fn links(pairs: &[Pair], sureness: impl Fn(&Pair) -> Option<f32>) -> Vec<Link> {
    pairs.iter().filter_map(|p| Some(Link { a: p.a, b: p.b, score: sureness(p)? })).collect()
}

/// How much the words say that two dates are of one event, part by part.
struct Words {
    around: f32,
    near: f32,
    terms: f32,
}

impl Words {
    fn of(symbols: &Symbols, a: &Item, b: &Item) -> Words {
        let alike = |x: &Bag, y: &Bag| symbols.likeness(x, y, (a.line, b.line));
        Words { around: around(symbols, a, b), near: alike(&a.near, &b.near), terms: alike(&a.terms, &b.terms) }
    }

    /// As written, by which one partner is told from another.
    fn written(&self) -> f32 {
        self.around + 3.0 * self.near + 2.0 * self.terms
    }

    /// As written or as meant.
    fn meant(&self, symbols: &Symbols, a: &Item, b: &Item) -> f32 {
        let alike = |x: &Bag, y: &Bag| symbols.likeness(x, y, (a.line, b.line));
        let near = self.near.max(alike(&a.near_meant, &b.near_meant));
        let terms = self.terms.max(alike(&a.terms_meant, &b.terms_meant));
        self.around + 3.0 * near + 2.0 * terms
    }
}

/// What concept, subject and names say.
fn around(symbols: &Symbols, a: &Item, b: &Item) -> f32 {
    let concept = match (a.concept, b.concept) {
        (Some(x), Some(y)) if x == y && x != SAID => 1.2,
        (None, None) => 0.0,
        (x, y) if x == y => 0.0,
        (Some(SAID), _) | (_, Some(SAID)) => -2.0,
        (Some(_), Some(_)) => -1.2,
        _ => -0.3,
    };
    let subject = if a.subject.is_some() && a.subject == b.subject { 0.6 } else { 0.0 };
    let event = symbols.likeness(&a.event, &b.event, (a.line, b.line));
    concept + subject + event + 1.5 * symbols.likeness(&a.entities, &b.entities, (a.line, b.line))
}

fn sureness(symbols: &Symbols, items: &[Item], pair: &Pair) -> Option<f32> {
    let (a, b) = (&items[pair.a], &items[pair.b]);
    let relation = relation(a, b);
    if cannot_be_one(a, b) || a.line == b.line && relation != Some(Relation::Equal) {
        return None;
    }
    let words = pair.words.meant(symbols, a, b);
    match relation {
        Some(Relation::Equal) if a.line == b.line => (words >= SAME + 0.7).then_some(words),
        Some(Relation::Equal) => {
            let words = words + 0.7 + rarity(a, b);
            (words >= SAME).then_some(words)
        }
        Some(_) => (words >= SAME + coarseness(a, b)).then_some(words),
        // Fridays of two weeks have one name
        None => {
            let words = words + rarity(a, b);
            (words >= SAME + if a.open.is_some() && b.open.is_some() { 0.0 } else { 0.4 }).then_some(words)
        }
    }
}

/// What is known of two dates is not of one day. Of one that no article fixes only what it says is known: "Friday" is no Saturday, and
/// whether it is "today" no article tells.
fn cannot_be_one(a: &Item, b: &Item) -> bool {
    let clocks = a.clock.as_ref().zip(b.clock.as_ref());
    let other = match (&a.open, &b.open) {
        // the minute of a day that the other one names
        _ if relation(a, b).is_none() && clocks.is_some_and(|(x, y)| (x.alone || y.alone) && x.coincides(y) > 0.0) => false,
        (Some(x), Some(y)) => !x.agrees(y),
        (Some(open), None) => !b.days.is_some_and(|d| open.fits(d)),
        (None, Some(open)) => !a.days.is_some_and(|d| open.fits(d)),
        (None, None) => matches!(relation(a, b), Some(Relation::Disjoint | Relation::Adjacent)),
    };
    other || other_part_of_day(a, b) || clocks.is_some_and(|(x, y)| x.differs(y))
}

/// The pairs of dates that cannot be one though they date one event: by their words alone, or because neither article has the other's date
/// for it and each dates that kind of event once, or has nothing that the other's date goes with as well.
fn versions(symbols: &Symbols, items: &[Item], pairs: &[Pair], same: &[Link]) -> Vec<Link> {
    let told: FxHashSet<(usize, usize)> = same.iter().flat_map(|l| [(l.a, items[l.b].line), (l.b, items[l.a].line)]).collect();
    let sole = sole(items);
    let best = partners(items, pairs);
    let is_best = |a: usize, b: usize| best.is_best(a, b, items[b].line, MARGIN, |x, y| !cannot_be_one(&items[x], &items[y]));
    links(pairs, |pair| {
        let (a, b) = (pair.a, pair.b);
        let (x, y) = (&items[a], &items[b]);
        if !cannot_be_one(x, y) || !may_contradict(x, y) {
            return None;
        }
        let words = pair.words.meant(symbols, x, y);
        let alone = x.concept.is_some() && sole.contains(&(x.line, x.concept)) && sole.contains(&(y.line, y.concept));
        let once = alone && words >= CONTRARY_SOLE || is_best(a, b) && is_best(b, a) && words >= CONTRARY_BEST && name_one_event(x, y);
        let one_kind = x.concept.is_some() && x.concept == y.concept || is_named(x, y);
        let sure = words >= WHATEVER_TOLD && one_kind && is_best(a, b) && is_best(b, a);
        let untold = is_near(x, y) && (sure || !told.contains(&(a, y.line)) && !told.contains(&(b, x.line)));
        let repeated = x.concept.is_some_and(|c| REPEATED.contains(&c));
        let by_words = words >= CONTRARY && (x.concept.is_some() || is_named(x, y)) && (x.stated || is_within_months(x, y));
        (by_words || once && untold && !repeated).then_some((words - CONTRARY_SOLE) / 10.0)
    })
}

/// The dates at the same place of two sentences that are all but the same.
fn twin_links(twins: &Twins, items: &[Item]) -> Vec<Link> {
    twins.links(items.iter().map(|i| i.member), |a, b| {
        let (x, y) = (&items[a], &items[b]);
        (!x.stamp && !y.stamp && may_be_twins(x, y)).then(|| !cannot_be_one(x, y))
    })
}

/// The same words reckoned from two publication days are no contradiction, nor is a time of day beside a day.
fn may_be_twins(a: &Item, b: &Item) -> bool {
    !cannot_be_one(a, b) || a.text != b.text && are_as_fine(a, b)
}

/// For each date and each other article the date there that its words go with best.
fn partners(items: &[Item], pairs: &[Pair]) -> Partners {
    let mut best = Partners::default();
    for &Pair { a, b, ref words } in pairs.iter().filter(|p| items[p.a].line != items[p.b].line) {
        let score = words.written();
        best.note(a, b, items[b].line, score, |x, y| !cannot_be_one(&items[x], &items[y]));
        best.note(b, a, items[a].line, score, |x, y| !cannot_be_one(&items[x], &items[y]));
    }
    best
}

/// The nearest words say what happened: two of them are shared, or one and a name. A state, which is no event, is seen on several days.
fn name_one_event(a: &Item, b: &Item) -> bool {
    let words = shared(&a.near_meant, &b.near_meant).count();
    let names = shared(&a.entities, &b.entities).next().is_some();
    let others = !names && !a.entities.is_empty() && !b.entities.is_empty();
    let told = a.concept.is_some() || is_named(a, b) || words > 1 && names;
    !others && told && (words > 1 || words == 1 && names) || tell_one_event(a, b)
}

/// The words of the event are the same, but for those that one of them has more: who, what was done, and to whom.
fn tell_one_event(a: &Item, b: &Item) -> bool {
    const WHO_DID_WHAT: usize = 3;
    let both = shared(&a.event, &b.event).count();
    both >= WHO_DID_WHAT && both == a.event.len().min(b.event.len())
}

/// A wrong date of one event is seldom far from the right one; two events of a kind mostly lie farther apart, the more so where it is not
/// sure that they are of one kind.
fn is_near(a: &Item, b: &Item) -> bool {
    const OF_ONE_KIND: i32 = 10;
    const OF_ANY: i32 = 4;
    let most = if a.concept == b.concept { OF_ONE_KIND } else { OF_ANY };
    let (Some(x), Some(y)) = (a.days, b.days) else { return true };
    figure_item::apart(x, y) <= most.max(x.days().max(y.days()))
}

/// Dates without a year that lie farther apart are of two events: an anniversary, somebody of the same name.
fn is_within_months(a: &Item, b: &Item) -> bool {
    const DAYS: i32 = 60;
    a.days.zip(b.days).is_none_or(|(x, y)| figure_item::apart(x, y) <= DAYS)
}

/// The kinds of event that an article has one date for.
fn sole<'a>(items: &[Item<'a>]) -> FxHashSet<(usize, Option<&'a str>)> {
    let mut kinds: FxHashMap<(usize, Option<&str>), (usize, bool)> = FxHashMap::default();
    for (n, i) in items.iter().enumerate() {
        let kind = kinds.entry((i.line, i.concept)).or_insert((n, true));
        kind.1 &= !cannot_be_one(&items[kind.0], i);
    }
    kinds.into_iter().filter(|(_, (_, one))| *one).map(|(kind, _)| kind).collect()
}

/// Two articles that date the same kind of event otherwise. The same words reckoned from two publication days ("today", "April 9") are
/// no contradiction, and an article that is dated twice is not. Events of two years must be named by more than their kind.
fn may_contradict(a: &Item, b: &Item) -> bool {
    let words = shared(&a.near_meant, &b.near_meant).count();
    let said = a.concept == Some(SAID) || b.concept == Some(SAID);
    let event = !said
        && match (a.concept, b.concept) {
            (Some(x), Some(y)) => x == y,
            (None, None) => words > 0,
            _ => words > 1,
        };
    let named = words > 1 || a.date.grain != Grain::Year || tell_one_event(a, b);
    a.line != b.line
        && event
        && named
        && a.may_be_asked
        && b.may_be_asked
        && are_as_fine(a, b)
        && a.text != b.text
        && a.stated == b.stated
        && !are_weeks_apart(a, b)
}

/// "Saturday" may be that of the week before.
fn are_weeks_apart(a: &Item, b: &Item) -> bool {
    let days = a.days.zip(b.days).and_then(|(x, y)| x.first.until(y.first).ok()).map_or(0, |s| s.get_days());
    let weekday = |i: &Item| i.date.relative && !i.text.contains(|c: char| c.is_ascii_digit());
    (weekday(a) || weekday(b)) && days != 0 && days % 7 == 0
}

/// Most of the nearest words are shared.
fn is_named(a: &Item, b: &Item) -> bool {
    a.near_meant.len() > 1 && shared(&a.near_meant, &b.near_meant).count() * 3 >= 2 * a.near_meant.len().max(b.near_meant.len())
}

/// Days contradict days and years years; "today" and "four years ago" are of two things.
fn are_as_fine(a: &Item, b: &Item) -> bool {
    let (x, y) = (length(a), length(b));
    x.max(y) <= 2 * x.min(y)
}

/// Days that a date takes, of one that is not reckoned about.
fn length(i: &Item) -> i32 {
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

/// A month that holds a day says little; the more unlike the grains, the more the words must say.
fn coarseness(a: &Item, b: &Item) -> f32 {
    let days = |i: &Item| i.days.map_or(1.0, |d| d.days().max(1) as f32);
    let (x, y) = (days(a), days(b));
    0.3 * (x.max(y) / x.min(y)).ln().min(5.0)
}

/// Whether two dates may be together in one group.
fn fit(symbols: &Symbols, p: &Item, q: &Item) -> bool {
    (!cannot_be_one(p, q) || may_contradict(p, q)) && Words::of(symbols, p, q).meant(symbols, p, q) + rarity(p, q) >= ALONG
}

fn draft(story: &Story, items: &[&Item]) -> Draft {
    let (label, identity) = label(story, items);
    Draft { kind: GroupKind::Date, identity, label, verdict: verdict(story, items), values: values(story, items) }
}

fn label(story: &Story, items: &[&Item]) -> (String, String) {
    let near = |i: &&Item| {
        let terms = &story.claims[i.member].key.terms;
        &terms[..terms.len().min(NEAR)]
    };
    let stems = event_label::ranked(items.iter().map(near));
    let members: Vec<usize> = items.iter().map(|i| i.member).collect();
    let identity = stems.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    let events = items.iter().filter_map(|i| Some((i.member, i.date.event.as_deref()?)));
    let phrase = event_label::told(story, events, &stems).unwrap_or_else(|| event_label::phrase(story, &members, &stems));
    let date = items.first().map_or("", |i| story.claims[i.member].claim.text.as_str());
    (format!("when: {}", if phrase.is_empty() { date } else { &phrase }), identity)
}

fn values(story: &Story, items: &[&Item]) -> Vec<(String, Vec<usize>)> {
    type Value<'v> = (Option<&'v str>, Grain, String);
    let mut by_value: BTreeMap<Value, Vec<usize>> = BTreeMap::new();
    for i in items {
        let text = &story.claims[i.member].claim.text;
        let written = if i.date.edtf.is_some() { String::new() } else { text.as_str().to_lowercase() };
        by_value.entry((i.date.edtf.as_deref(), i.date.grain, written)).or_default().push(i.member);
    }
    by_value.into_iter().map(|((edtf, _, _), members)| (display(&story.claims[members[0]].claim.text, edtf), members)).collect()
}

fn display(text: &str, edtf: Option<&str>) -> String {
    match edtf {
        Some(e) => {
            let written = written(e);
            if text.to_lowercase().contains(&written) { text.to_owned() } else { format!("{text} ({written})") }
        }
        None => text.to_owned(),
    }
}

/// Whether there is a time that lies in all of them.
fn share_a_day(times: impl Iterator<Item = Interval>) -> bool {
    let all = times.reduce(|a, b| Interval { first: a.first.max(b.first), after: a.after.min(b.after) });
    all.is_none_or(|i| i.first < i.after)
}

fn verdict(story: &Story, items: &[&Item]) -> Verdict {
    let known: Vec<(&Item, Interval)> = items.iter().filter_map(|i| Some((*i, i.days?))).collect();
    let meets = share_a_day(known.iter().map(|k| k.1));
    let texts = |list: &[&Item]| {
        list.iter()
            .map(|i| format!("\"{}\"", story.claims[i.member].claim.text))
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
            .join(", ")
    };
    if !meets && share_a_day(known.iter().filter(|k| !k.0.assumed).map(|k| k.1)) {
        let explanation = format!("the days differ only if the articles are of the day that was given for them: {}", texts(items));
        return Verdict::new(Status::Unresolved, Reason::DateAnchor, explanation);
    }
    if !meets {
        return apart(&known);
    }
    if let Some((a, b)) = parts_of_one_day(items) {
        return Verdict::new(Status::Conflict, Reason::Disjoint, format!("different parts of the day: {}", texts(&[a, b])));
    }
    if items.len() == 1 {
        return Verdict::new(Status::Agree, Reason::Same, "one mention");
    }
    if let Some((a, b)) = clocks_of_one_day(items) {
        return Verdict::new(Status::Conflict, Reason::Disjoint, format!("different times of the day: {}", texts(&[a, b])));
    }
    if known.len() < items.len() {
        return of_open(items, known.is_empty(), &texts(items));
    }
    let equal = known.windows(2).all(|w| w[0].1 == w[1].1 && w[0].0.date.grain == w[1].0.date.grain);
    if equal {
        Verdict::new(Status::Agree, Reason::Same, "the same time everywhere")
    } else {
        Verdict::new(Status::Compatible, Reason::Granularity, format!("one is finer than the other: {}", texts(items)))
    }
}

/// Dates of which not all are reckoned: one as far as they go, or a question that a day of publication would settle.
fn of_open(items: &[&Item], all: bool, texts: &str) -> Verdict {
    let apart = items.iter().any(|a| items.iter().any(|b| cannot_be_one(a, b)));
    if apart {
        let why = format!("not all dates can be reckoned, for want of an article's own date: {texts}");
        return Verdict::new(Status::Unresolved, Reason::DateAnchor, why);
    }
    let one_grain = items.windows(2).all(|w| w[0].date.grain == w[1].date.grain);
    if all && one_grain {
        Verdict::new(Status::Agree, Reason::Same, "the same everywhere, though no article's own date fixes it")
    } else {
        Verdict::new(Status::Compatible, Reason::Granularity, format!("one says no more of the day than the other: {texts}"))
    }
}

/// The first two that name parts of a day that exclude each other.
fn parts_of_one_day<'i, 'a>(items: &[&'i Item<'a>]) -> Option<(&'i Item<'a>, &'i Item<'a>)> {
    let first = items.iter().find(|i| is_part_of_day(i))?;
    items.iter().find(|i| other_part_of_day(first, i)).map(|other| (*first, *other))
}

/// The first two that give times of the day that differ.
fn clocks_of_one_day<'i, 'a>(items: &[&'i Item<'a>]) -> Option<(&'i Item<'a>, &'i Item<'a>)> {
    let differ = |a: &Item, b: &Item| a.clock.as_ref().zip(b.clock.as_ref()).is_some_and(|(x, y)| x.differs(y));
    items.iter().find_map(|a| Some((*a, *items.iter().find(|b| differ(a, b))?)))
}

fn apart(known: &[(&Item, Interval)]) -> Verdict {
    let mut times: Vec<Interval> = known.iter().map(|k| k.1).collect();
    times.sort_unstable_by_key(|t| (t.first, t.after));
    times.dedup();
    let neighbours = times.iter().all(|a| times.iter().all(|b| a.relate(*b) != Relation::Disjoint));
    let days: std::collections::BTreeSet<&str> = known.iter().filter_map(|k| k.0.date.edtf.as_deref()).collect();
    let list = days.into_iter().collect::<Vec<_>>().join(" and ");
    if neighbours && known.iter().any(|k| matches!(k.0.date.grain, Grain::Night | Grain::Evening | Grain::Hour | Grain::Minute)) {
        return Verdict::new(Status::Compatible, Reason::DayBoundary, format!("adjacent days, near midnight: {list}"));
    }
    Verdict::new(Status::Conflict, Reason::Disjoint, format!("different days: {list}"))
}
