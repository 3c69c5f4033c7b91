//! Where one event was, according to each source.
//!
//! Only places that locate count: those behind "in" or "at". What they locate is read from the words of their sentence. Places that lie
//! in one another are compatible; two known places that do not, for what is surely the same event, are a conflict.

mod acts;
pub mod addresses;
mod courses;
pub mod residences;
mod seats;
mod sites;
pub(super) mod slots;
mod streets;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::{BlockRole, ClaimKind, Place, PlaceType};
use crate::lexicon::{class, lexicon, stem, synonyms, word_sets};
use crate::reconcile::cluster::{candidates, cluster, links};
use crate::reconcile::events::{self, label::Teller};
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::names::called::Names;
use crate::reconcile::nearness::{Nearness, is_on_the_map, nearness};
use crate::reconcile::similarity::{Bag, Sort, Symbol, Symbols, shared};
use crate::reconcile::story::Story;
use crate::reconcile::twins::{self, Twins};
use crate::value::Interval;
use acts::{Actors, Acts};

word_sets! {
    /// Bodies that every town has: `bank`, `union`.
    LOCAL_BODY = 0: "local_body";
    /// Verbs that say no more than that something happens.
    OCCURRING = 1: "occurring";
    /// Several of a kind, one after the other: `string`, `spate`.
    SERIES = 2: "series";
}

/// A place with what it locates.
struct Item<'a> {
    member: usize,
    article: usize,
    place: &'a Place,
    /// The same number for places that are equal in all by which they are compared.
    number: usize,
    /// Stems of the content words around, the nearest first, and the same as sorted numbers.
    stems: Vec<String>,
    words: Bag,
    /// The days of its sentence.
    days: Vec<Interval>,
    /// Its clause says that something did not happen.
    negated: bool,
    /// It tells which body without a name is meant: `the union in Lund`.
    of_a_body: bool,
    /// Several things happened there: `a string of raids in Lund`.
    of_a_series: bool,
    actors: Actors<'a>,
}

/// Content words that are looked at on either side.
const NEAR: usize = 5;
/// How alike the words around two places must be to join them, and to say that they contradict each other.
const SAME: f32 = 0.4;
const CONTRARY: f32 = 0.5;
/// The same for places of one day, each the only one of its article that goes with a word.
const DATED: f32 = 0.3;
/// How many telling words must be shared.
const SHARED: usize = 2;
/// The least likeness at which one shared word is enough for places that do not exclude each other.
const ALIKE: f32 = 0.55;

/// How two places stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Same,
    /// One lies in the other.
    Inside,
    /// Both are known, and neither lies in the other.
    Apart,
    /// The tables lack one of them.
    Unknown,
}

/// Groups of the places of one event that several mentions locate.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let mut symbols = Symbols::default();
    let days = days_by_sentence(story);
    let acts = acts::events_by_sentence(story);
    let stated = stated_containment(story);
    let mut told: Vec<Draft> = seats::groups(story, &stated).into_iter().chain(courses::groups(story, &stated, &days)).collect();
    told.extend(sites::groups(story, &stated, &days));
    let taken: FxHashSet<usize> = told.iter().flat_map(|d| d.values.iter().flat_map(|v| v.1.iter().copied())).collect();
    let others = (0..story.claims.len()).filter(|m| !taken.contains(m));
    let mut items: Vec<Item> = others.filter_map(|m| item(story, m, &days, &acts, &mut symbols)).collect();
    number(&mut items);
    items.iter_mut().for_each(|i| symbols.count(&mut i.words, i.article));
    // articles of one story name the same places over and over
    let known = RefCell::new(FxHashMap::default());
    let relate =
        |a: &Item, b: &Item| *known.borrow_mut().entry((a.number, b.number)).or_insert_with(|| relation(&stated, a.place, b.place));
    let features: Vec<Vec<u64>> = items.iter().map(|i| i.words.iter().map(|w| *w as u64).collect()).collect();
    let only = Only::of(&items);
    let twin_places = Twins::of(story, |c| c.place.is_some());
    let sureness = |a: usize, b: usize| {
        let (x, y) = (&items[a], &items[b]);
        match relate(x, y) {
            Relation::Unknown => None,
            Relation::Apart if are_of_two_matters(story, x, y) || x.actors.acts(&y.actors) == Acts::Two => None,
            relation if twin_places.are(x.member, y.member) => Some(twins::sureness(relation != Relation::Apart)),
            relation => sureness(&symbols, &only, relation, x, y),
        }
    };
    let links = links(candidates(&features, |i| items[i].member), sureness);
    let clusters = cluster(items.len(), links, |a, b| goes_along(relate(&items[a], &items[b]), &items[a], &items[b]));
    let drafts = clusters.into_iter().filter(|c| c.len() > 1);
    let events = drafts.filter_map(|c| draft(story, &stated, &c.into_iter().map(|i| &items[i]).collect::<Vec<_>>()));
    let events = events.chain(residences::groups(story, names, &stated)).chain(addresses::groups(story)).chain(streets::groups(story));
    events.chain(told).collect()
}

/// For each place the places that texts put it into, as entities.
pub type Stated = FxHashMap<String, FxHashSet<String>>;
/// The days that each sentence names, by its number in the story.
pub type Days = BTreeMap<u64, Vec<Interval>>;

fn days_by_sentence(story: &Story) -> Days {
    let mut out = Days::new();
    for (m, member) in story.claims.iter().enumerate() {
        let date = member.claim.date.as_ref().and_then(|d| Interval::parse(d.edtf.as_deref()?));
        if let Some(days) = date {
            out.entry(story.sentence_number(m)).or_default().push(days);
        }
    }
    out
}

fn item<'a>(story: &'a Story, member: usize, days: &Days, acts: &acts::Events, symbols: &mut Symbols) -> Option<Item<'a>> {
    let m = &story.claims[member];
    let place = m.claim.place.as_deref().filter(|p| !p.metonym)?;
    if matches!(m.claim.block, BlockRole::Dateline | BlockRole::Byline | BlockRole::Boilerplate) {
        return None;
    }
    let sentence = story.lines[m.article].source.sentences.get(m.claim.sentence as usize)?;
    let start = byte_of(&sentence.text, m.claim.start.checked_sub(sentence.start)?)?;
    let (before, rest) = sentence.text.split_at(start);
    let after = rest.get(m.claim.text.len()..)?;
    if !locates(before) {
        return None;
    }
    if reports(after) {
        return None;
    }
    let stems = words_around(before, after);
    let number = story.sentence_number(member);
    let words: Vec<Symbol> = stems.iter().map(|s| symbols.add(Sort::Meaning, synonyms::of(s), number)).collect();
    let days = days.get(&number).cloned().unwrap_or_default();
    let negated = m.key.negated;
    let of_a_body = is_behind_a_body(before);
    let of_a_series = is_behind_a_series(before);
    let actors = Actors::of(story, member, before, acts);
    Some(Item { member, article: m.article, place, number: 0, stems, words: words.into(), days, negated, of_a_body, of_a_series, actors })
}

fn number(items: &mut [Item]) {
    let mut numbers: FxHashMap<(&str, &str, PlaceType), usize> = FxHashMap::default();
    for i in items {
        let next = numbers.len();
        i.number = *numbers.entry((&i.place.entity, &i.place.name, i.place.place_type)).or_insert(next);
    }
}

fn byte_of(text: &str, chars: u32) -> Option<usize> {
    text.char_indices().nth(chars as usize).map(|(at, _)| at)
}

/// The words before end in "in" or "at", perhaps with an article between. The place of an office is not where something happened.
fn locates(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let last = words.next().map(str::to_lowercase).unwrap_or_default();
    let last = if last == "the" { words.next().map(str::to_lowercase).unwrap_or_default() } else { last };
    let seat = words.next().is_some_and(|w| matches!(w, "based" | "headquartered" | "headquarters" | "office" | "offices"));
    last == "at" || last == "in" && !seat
}

/// The words behind go on with what somebody there says: "a station in Lund | is reporting", "police in Lund | said".
fn reports(after: &str) -> bool {
    const REACH: usize = 3;
    let l = lexicon();
    let classes = |w: &str| l.words.classes(l.words.id(&w.to_lowercase()));
    let mut words = after.split_whitespace().take(REACH).take_while(|w| w.ends_with(char::is_alphabetic));
    let cue = |w: &str| {
        let bare = w.strip_suffix("ing").filter(|b| classes(b).any(class::CUE));
        classes(w).any(class::CUE) || bare.is_some()
    };
    words.find(|w| !classes(w).any(class::AUXILIARY)).is_some_and(cue)
}

/// The words before begin the sentence or a clause with a body without a name: `The bank in`, `, and the court in`.
fn is_behind_a_body(before: &str) -> bool {
    let mut words = before.split_whitespace().rev().map(|w| w.to_lowercase());
    let (preposition, noun, article) = (words.next(), words.next(), words.next());
    let is = |w: Option<String>, set| w.is_some_and(|w| SETS.holds(&w, set));
    let opens = match words.next() {
        None => true,
        Some(w) => w.ends_with([',', ';', ':']) || matches!(w.as_str(), "and" | "but" | "that" | "while"),
    };
    preposition.is_some_and(|p| matches!(p.as_str(), "in" | "at"))
        && is(noun, LOCAL_BODY)
        && matches!(article.as_deref(), Some("the" | "a" | "an"))
        && opens
}

/// `a string of daring raids in`.
fn is_behind_a_series(before: &str) -> bool {
    const REACH: usize = 6;
    let words: Vec<&str> = before.split_whitespace().rev().take(REACH).collect();
    words.windows(2).any(|w| w[0] == "of" && SETS.holds(&w[1].to_lowercase(), SERIES))
}

/// Stems of the content words on both sides, the nearest first; names (capitals inside a sentence) are left out.
pub fn words_around(before: &str, after: &str) -> Vec<String> {
    let split = |c: char| !c.is_alphanumeric();
    let left: Vec<&str> = before.split(split).filter(|w| !w.is_empty()).collect();
    let first = left.first().copied();
    let left = left.into_iter().rev().filter_map(|w| content(w, Some(w) == first)).take(NEAR);
    let right = after.split(split).filter(|w| !w.is_empty()).filter_map(|w| content(w, false)).take(NEAR);
    let (mut left, mut right, mut out) = (left, right, Vec::new());
    loop {
        let (a, b) = (left.next(), right.next());
        if a.is_none() && b.is_none() {
            return out;
        }
        out.extend(a.into_iter().chain(b));
    }
}

fn content(word: &str, first: bool) -> Option<String> {
    let capital = word.starts_with(char::is_uppercase);
    let lower = word.to_lowercase();
    let l = lexicon();
    let light = class::FUNCTION | class::CUE | class::TEMPORAL | class::NUMBER | class::WEEKDAY | class::MONTH;
    let is_light = l.words.classes(l.words.id(&lower)).any(light);
    let kept = word.len() > 2
        && !SETS.holds(&lower, OCCURRING)
        && !is_light
        && (!capital || first)
        && !word.starts_with(|c: char| c.is_ascii_digit());
    kept.then(|| stem(&lower).to_string())
}

/// Two places that are told of two people or acts, or of which a sentence names both.
fn are_of_two_matters(story: &Story, a: &Item, b: &Item) -> bool {
    let site = |i: &Item| story.claims[i.member].key.site.as_deref();
    let who = |i: &Item| site(i).and_then(|s| s.who.as_deref()).map(|who| story.entities.id(i.article, who));
    let two_people = who(a).zip(who(b)).is_some_and(|(x, y)| x != y);
    let two_acts = site(a).zip(site(b)).is_some_and(|(x, y)| x.act != y.act);
    let names = |i: &Item, other: &Item| story.sentence(i.member).contains(story.claims[other.member].claim.text.as_str());
    two_people || two_acts || names(a, b) || names(b, a)
}

/// Pairs of places of which a text itself puts one into the other: "Goražde, Bosnia".
fn stated_containment(story: &Story) -> Stated {
    let mut out = Stated::default();
    for pair in story.claims.windows(2) {
        if let [a, b] = pair
            && let (Some(inner), Some(outer)) = (a.claim.place.as_deref(), b.claim.place.as_deref())
            && a.article == b.article
            && a.claim.sentence == b.claim.sentence
            && b.claim.start == a.claim.end + 2
        {
            out.entry(inner.entity.to_string()).or_default().insert(outer.entity.to_string());
        }
    }
    out
}

pub fn relation(stated: &Stated, a: &Place, b: &Place) -> Relation {
    if a.entity == b.entity {
        return Relation::Same;
    }
    let outer = |p: &Place| stated.get(p.entity.as_str());
    let lies_in = |x: &Place, y: &Place| outer(x).is_some_and(|o| o.contains(y.entity.as_str()));
    if lies_in(a, b) || lies_in(b, a) {
        return Relation::Inside;
    }
    match nearness(&a.entity, &b.entity) {
        Nearness::Same | Nearness::Inside => Relation::Inside,
        _ if is_on_the_map(&a.entity) && is_on_the_map(&b.entity) && settled(a) && settled(b) => Relation::Apart,
        _ if is_on_the_map(&a.entity) && is_on_the_map(&b.entity) => Relation::Unknown,
        // texts put both into the same place, such as two towns of a country
        _ if outer(a).zip(outer(b)).is_some_and(|(x, y)| !x.is_disjoint(y)) && !share_a_word(a, b) => Relation::Apart,
        _ => Relation::Unknown,
    }
}

/// "Holm" and "Holm Ridge" may lie in each other.
fn share_a_word(a: &Place, b: &Place) -> bool {
    a.name.split(' ').any(|w| b.name.split(' ').any(|v| v == w))
}

/// It has borders that a table knows: a town, region or country, not a sea or "the West".
fn settled(p: &Place) -> bool {
    matches!(p.place_type, PlaceType::Country | PlaceType::Region | PlaceType::City)
}

/// Whether two places may be members of one group beside others: they share a word, and their days fit.
fn goes_along(relation: Relation, a: &Item, b: &Item) -> bool {
    may_be_one(relation, a, b) && shared(&a.words, &b.words).next().is_some()
}

/// An article has one place for an event, and two dated places are of one event only if they share a day.
fn may_be_one(relation: Relation, a: &Item, b: &Item) -> bool {
    let other_days = !a.days.is_empty() && !b.days.is_empty() && a.days.iter().all(|x| b.days.iter().all(|y| are_apart(*x, *y)));
    !other_days
        && match relation {
            Relation::Same => true,
            // a series has several places, and the last raid of it only one
            Relation::Apart if a.actors.acts(&b.actors) == Acts::Two => false,
            Relation::Inside | Relation::Apart => a.article != b.article && a.of_a_series == b.of_a_series,
            Relation::Unknown => false,
        }
}

/// The words that go with one place only in an article.
struct Only<'a>(FxHashMap<(usize, Symbol), Option<&'a str>>);

impl<'a> Only<'a> {
    fn of(items: &[Item<'a>]) -> Self {
        let mut places: FxHashMap<(usize, Symbol), Option<&str>> = FxHashMap::default();
        for i in items {
            for word in i.words.iter() {
                let one = places.entry((i.article, *word)).or_insert(Some(&i.place.entity));
                *one = one.filter(|place| *place == i.place.entity);
            }
        }
        Only(places)
    }

    /// Two places of one day, each the only one of its article that goes with a word that both have.
    fn tell(&self, a: &Item, b: &Item) -> bool {
        let alone = |i: &Item, word: Symbol| self.0.get(&(i.article, word)).is_some_and(Option::is_some);
        let one_day = a.days.iter().any(|x| b.days.contains(x));
        one_day && shared(&a.words, &b.words).any(|word| alone(a, word) && alone(b, word))
    }
}

/// How sure it is that two places locate one event.
fn sureness(symbols: &Symbols, only: &Only, relation: Relation, a: &Item, b: &Item) -> Option<f32> {
    // "the bank in Lund" and "the bank in Bergen" are two
    if a.negated != b.negated || relation == Relation::Apart && (a.of_a_body || b.of_a_body) {
        return None;
    }
    if !may_be_one(relation, a, b) {
        return None;
    }
    let likeness = symbols.likeness(&a.words, &b.words, (a.article, b.article));
    let common = shared(&a.words, &b.words).count();
    let needed = if relation == Relation::Apart { CONTRARY } else { SAME };
    let telling = common >= SHARED || relation != Relation::Apart && common > 0 && likeness >= ALIKE;
    let enough = telling && likeness >= needed || likeness >= DATED && only.tell(a, b);
    enough.then_some(if relation == Relation::Apart { likeness - 1.0 } else { likeness })
}

fn are_apart(x: Interval, y: Interval) -> bool {
    use crate::value::time::Relation;
    matches!(x.relate(y), Relation::Disjoint | Relation::Adjacent)
}

fn draft(story: &Story, stated: &Stated, items: &[&Item]) -> Option<Draft> {
    let stems = events::label::ranked(items.iter().map(|i| i.stems.as_slice()));
    let mut by_place: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for i in items {
        by_place.entry(i.place.entity.as_str()).or_default().push(i.member);
    }
    let values = by_place.into_values().map(|m| (story.claims[m[0]].claim.text.to_string(), m)).collect();
    let tellers: Vec<Teller> = items.iter().map(|i| teller(i)).collect();
    let label = format!("where: {}", events::label::told(story, &tellers).unwrap_or_else(|| items[0].place.name.to_string()));
    let identity = stems.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    Some(Draft { kind: GroupKind::Place, identity, label, verdict: verdict(story, stated, items)?, values })
}

fn teller<'e>(i: &'e Item) -> Teller<'e> {
    Teller { member: i.member, event: None, stems: i.stems.iter().map(String::as_str).collect() }
}

/// Over the distinct places of the group.
fn verdict(story: &Story, stated: &Stated, items: &[&Item]) -> Option<Verdict> {
    let mut seen = FxHashSet::default();
    let places: Vec<&Place> = items.iter().map(|i| i.place).filter(|p| seen.insert(p.entity.as_str())).collect();
    let pairs = places.iter().enumerate().flat_map(|(n, a)| places[n + 1..].iter().map(move |b| (*a, *b)));
    let at = |p: &Place| items.iter().filter(|i| i.place.entity == p.entity).map(|i| i.member).collect::<Vec<_>>();
    for (a, b) in pairs {
        match relation(stated, a, b) {
            Relation::Apart if !are_of_one_act(items, a, b) || are_counted_apart(story, &at(a), &at(b)) => {
                let why = format!("{} and {}: neither lies in the other, perhaps of two acts", a.name, b.name);
                return Some(Verdict::new(Status::Unresolved, Reason::Identity, why));
            }
            Relation::Apart => return Some(apart(a, b)),
            Relation::Unknown => return None,
            Relation::Inside | Relation::Same => {}
        }
    }
    Some(of_one(places.len()))
}

/// What was at one place is counted otherwise than what was at the other, in the very sentences, and no count is the same: 12 arrested in
/// one town, 40 in another, may be two acts.
fn are_counted_apart(story: &Story, a: &[usize], b: &[usize]) -> bool {
    let counts = |members: &[usize]| {
        let sentences: BTreeSet<u64> = members.iter().map(|m| story.sentence_number(*m)).collect();
        let counted = story.claims.iter().enumerate().filter_map(|(m, member)| {
            let of = member.key.head.as_deref().filter(|_| member.claim.kind == ClaimKind::Figure)?;
            let number = member.claim.text.split_whitespace().next()?.to_lowercase();
            sentences.contains(&story.sentence_number(m)).then_some((of, number))
        });
        counted.collect::<BTreeSet<(&str, String)>>()
    };
    let (x, y) = (counts(a), counts(b));
    x.is_disjoint(&y) && x.iter().any(|(of, _)| y.iter().any(|(other, _)| of == other))
}

/// Two articles give the two places to the act of the same people or things, so far as they tell.
fn are_of_one_act(items: &[&Item], a: &Place, b: &Place) -> bool {
    let at = |p: &Place| items.iter().filter(|i| i.place.entity == p.entity).copied().collect::<Vec<_>>();
    let one = |x: &Item, y: &Item| x.article != y.article && x.actors.acts(&y.actors) == Acts::One;
    at(a).into_iter().any(|x| at(b).into_iter().any(|y| one(x, y)))
}

/// The verdict for two places that exclude each other.
pub fn apart(a: &Place, b: &Place) -> Verdict {
    Verdict::new(Status::Conflict, Reason::Disjoint, format!("{} and {}: neither lies in the other", a.name, b.name))
}

/// The verdict for two places of which one may lie in the other, or that may both be meant.
pub fn open(a: &Place, b: &Place) -> Verdict {
    let why = format!("{} and {}: neither the texts nor a table say whether both can be meant", a.name, b.name);
    Verdict::new(Status::Unresolved, Reason::MissingScope, why)
}

/// The verdict on places that lie in one another.
pub fn of_one(places: usize) -> Verdict {
    match places {
        1 => Verdict::new(Status::Agree, Reason::Same, "the same place everywhere"),
        _ => Verdict::new(Status::Compatible, Reason::Containment, "one place lies in the other"),
    }
}
