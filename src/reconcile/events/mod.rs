//! What happened, over all sources: the mentions of one event, and whether they can all be true.
//!
//! Two mentions are of one event when they have the same concept, and participants, place and time are compatible; what is only planned or
//! possible joins what is told as done if place or day agree. Whether it happened, its day and its place are then judged over all mentions.
//! A contradiction rests on two articles' own words; what parties say against each other is listed as their dispute.

mod clause;
mod doers;
mod finders;
pub mod label;
mod offences;
pub mod only;
mod pairs;
pub mod parties;
mod piece;
pub(super) mod text;
pub(super) mod verdict;
mod whereabouts;

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::entity;
use crate::claim::{Event, Modality, Part, Short};
use crate::lexicon::events::EventConcept;
use crate::lexicon::temporal::TimeWord;
use crate::lexicon::{lexicon, word_sets};
use crate::reconcile::cluster::{Link, candidates, cluster};
use crate::reconcile::group::{Draft, GroupKind};
use crate::reconcile::names::called::Names;
use crate::reconcile::sides;
use crate::reconcile::story::Story;
use crate::text::fnv::fnv64;
use crate::value::Interval;
use crate::value::time::is_long_before;
use only::Only;

/// A mention of an event, with the entities of the story.
#[derive(Clone)]
pub struct Item<'a> {
    pub member: usize,
    pub article: usize,
    pub event: &'a Event,
    /// Whether it happened, as its article has it.
    pub modality: Modality,
    pub concept: &'static EventConcept,
    /// Who does it, alone or with others, sorted.
    pub parties: Vec<&'a str>,
    /// Whom it happens to, sorted.
    pub objects: Vec<&'a str>,
    /// The objects without a name, as ids: `noun:19-firefighters`.
    pub nameless: Vec<&'a str>,
    /// The noun that stands for the object where no name does.
    pub head: Option<&'a str>,
    /// Content words behind what tells it, as stems.
    pub rest: &'a [Short],
    /// They say that it is about a killing.
    pub of_killing: bool,
    /// Whose those without a name are: `person:ada-lind` of "Ada Lind's bodyguard", `noun:mayor` where no name is told.
    pub owner: Option<&'a str>,
    /// Several do it together, so that their order says nothing.
    pub mutual: bool,
    pub place: Option<&'a str>,
    pub days: Option<Interval>,
    /// The day of the week, as a number from Monday; of a date too.
    pub weekday: Option<i8>,
    pub claimer: Option<&'a str>,
    /// Told by a verb, and so asserted rather than named.
    pub told: bool,
    /// It happened long before its report, as far as that is known.
    pub background: bool,
}

/// Groups of events, those of a single mention too.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let mut items: Vec<Item> = (0..story.claims.len()).filter_map(|m| item(story, m)).collect();
    let features: Vec<Vec<u64>> = items.iter().map(features).collect();
    let pairs = candidates(&features, |i| items[i].days);
    let only = Only::of(&items);
    let links: Vec<Link> =
        pairs.into_iter().filter_map(|(a, b)| Some(Link { a, b, score: pairs::sureness(&items[a], &items[b], &only)? })).collect();
    let clusters = cluster(items.len(), links, |a, b| pairs::may_share(&items[a], &items[b]));
    for c in &clusters {
        settle(&mut items, c);
        oppose(&mut items, c);
    }
    let mut drafts: Vec<Draft> =
        clusters.into_iter().map(|c| draft(story, names, &c.into_iter().map(|i| &items[i]).collect::<Vec<_>>())).collect();
    drafts.extend(doers::groups(story, names, &items));
    let opposed = sides::groups(story, names, &drafts);
    drafts.extend(opposed);
    drafts
}

/// An article that tells something that happens once as done also mentions it as planned in passing: "the decision to fire him", where he
/// was fired. Such mentions are taken as done.
fn settle(items: &mut [Item], members: &[usize]) {
    let open = |i: &Item| matches!(i.modality, Modality::Planned | Modality::Possible) && i.concept.single;
    let of_one = |a: &[&str], b: &[&str]| a.iter().all(|e| b.contains(e));
    let settles = |done: &Item, i: &Item| {
        let told = done.article == i.article && done.told && done.modality == Modality::Done;
        told && of_one(&i.objects, &done.objects) && (!i.objects.is_empty() || i.parties == done.parties)
    };
    let passing = |m: &&usize| open(&items[**m]) && members.iter().any(|d| settles(&items[*d], &items[**m]));
    let settled: Vec<usize> = members.iter().filter(passing).copied().collect();
    settled.into_iter().for_each(|m| items[m].modality = Modality::Done);
}

/// Where one article tells that something was rejected and another that it was approved, the first is taken as a mention of the second that
/// did not happen.
fn oppose(items: &mut [Item], members: &[usize]) {
    let names: BTreeSet<&str> = members.iter().map(|m| items[*m].concept.name).collect();
    for m in members {
        let i = &items[*m];
        if i.concept.against.is_some_and(|c| names.contains(c)) {
            items[*m] = opposite(i);
        }
    }
}

/// The mention as one of the opposite concept that did not happen.
pub fn opposite<'a>(i: &Item<'a>) -> Item<'a> {
    let concept = i.concept.against.and_then(|c| lexicon().events.named(c)).unwrap_or(i.concept);
    let modality = match i.modality {
        Modality::Done => Modality::Negated,
        Modality::Claimed => Modality::Denied,
        Modality::Negated => Modality::Done,
        Modality::Denied => Modality::Claimed,
        open => open,
    };
    Item { concept, modality, ..i.clone() }
}

fn item<'a>(story: &'a Story, member: usize) -> Option<Item<'a>> {
    let m = &story.claims[member];
    let event = m.claim.event.as_deref()?;
    let with = |parts: &[Part]| {
        let mut list: Vec<&str> =
            event.participants.iter().filter(|p| parts.contains(&p.role)).map(|p| story.entities.id(m.article, &p.entity)).collect();
        list.sort_unstable();
        list.dedup();
        list
    };
    let (nameless, objects) = with(&[Part::Object, Part::Beneficiary]).into_iter().partition(|e| entity::is_nameless(e));
    let concept = lexicon().events.named(&event.concept).filter(|c| !c.sided)?;
    let parties = with(&[Part::Agent, Part::Partner]);
    let mutual = event.participants.iter().any(|p| p.role == Part::Partner) || concept.mutual && parties.len() > 1;
    let days = event.edtf.as_deref().and_then(Interval::parse);
    // of a report without a day no day is known to be its own
    let background = days.is_some_and(|d| story.published(member).is_none_or(|report| is_long_before(d.after, report)));
    Some(Item {
        member,
        article: m.article,
        event,
        modality: event.modality,
        concept,
        parties,
        objects,
        head: m.key.head.as_deref().map(|h| head(concept, h)),
        owner: m.key.base.as_deref().filter(|_| !nameless.is_empty()).map(|o| story.entities.id(m.article, o)),
        nameless,
        rest: &m.key.terms,
        of_killing: concept.name == "accuse" && is_of_killing(story.behind(member)),
        mutual,
        place: event.place.as_deref(),
        days,
        background,
        weekday: weekday(event),
        claimer: m.claim.claimer.as_deref(),
        told: m.key.verb.is_some(),
    })
}

word_sets! {
    /// Words for a killing and what is done to somebody who is killed.
    KILLING = 0: "step_killing";
}

/// The words behind an accusation, up to the end of the sentence, tell of a killing.
fn is_of_killing(behind: &str) -> bool {
    behind.split(|c: char| !c.is_alphanumeric()).any(|w| SETS.holds(&w.to_lowercase(), KILLING) || w == "deaths")
}

/// The noun that stands for all that mean the same: a mark that is broken is a record.
fn head<'a>(concept: &EventConcept, stem: &'a str) -> &'a str {
    match (concept.name, stem) {
        ("record", _) => "record",
        ("publish", "e-mail" | "mail") => "email",
        _ => stem,
    }
}

/// The day of the week that a mention names or that its day is.
fn weekday(event: &Event) -> Option<i8> {
    let at = event.day.as_deref().and_then(|day| match lexicon().time.of_word(lexicon().words.id(&day.to_lowercase())) {
        Some(TimeWord::Weekday { number, .. }) => Some(number - 1),
        _ => None,
    });
    let of_day = || event.edtf.as_deref()?.get(..10)?.parse::<jiff::civil::Date>().ok().map(|d| d.weekday().to_monday_zero_offset());
    at.or_else(of_day)
}

/// One number for each entity (or place) with the concept under which the event may meet another.
fn features(i: &Item) -> Vec<u64> {
    let number = |concept: &str, s: &str| fnv64(concept.bytes().chain([b'|']).chain(s.bytes()));
    let concepts = [Some(i.concept.like.unwrap_or(i.concept.name)), i.concept.contested_by, i.concept.against];
    // Somebody without a name may be one of those with a name, or of the others without.
    let borne = (i.concept.borne || !i.nameless.is_empty()).then_some("noun:");
    let anchors = || i.parties.iter().chain(&i.objects).copied().chain(i.place).chain(i.event.edtf.as_deref()).chain(borne);
    concepts.into_iter().flatten().flat_map(|c| anchors().map(move |a| number(c, a))).collect()
}

fn draft(story: &Story, names: &Names, items: &[&Item]) -> Draft {
    let first = || items.iter().map(|i| i.concept).find(|c| !c.contests).unwrap_or(items[0].concept);
    let concept = items.iter().map(|i| i.concept).find(|c| c.like.is_none() && !c.contests).unwrap_or_else(first);
    let who = most(items);
    Draft {
        kind: GroupKind::Event,
        identity: format!("{}|{}", concept.name, who.join("|")),
        label: text::label(story, names, concept, &who, items),
        verdict: verdict::verdict(story, names, items),
        values: text::values(names, items),
    }
}

/// Up to three who take part, those of most mentions first, the object before the others.
fn most<'a>(items: &[&Item<'a>]) -> Vec<&'a str> {
    const SHOWN: usize = 3;
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut articles: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    items.iter().flat_map(|i| i.objects.iter().map(|e| (*e, i.article))).for_each(|(e, article)| {
        articles.entry(e).or_default().insert(article);
    });
    let told_by_several = |e: &str| articles.get(e).is_some_and(|of| of.len() > 1);
    // whom one article names beside the one of whom all tell is no part of what all tell
    let shared = articles.values().any(|of| of.len() > 1);
    for i in items {
        for e in i.objects.iter().filter(|e| !shared || told_by_several(e)) {
            counts.entry(e).or_default().0 += 2;
        }
        for e in &i.parties {
            counts.entry(e).or_default().0 += 1;
        }
    }
    if items.iter().all(|i| i.objects.is_empty()) {
        for e in items.iter().flat_map(|i| &i.nameless) {
            counts.entry(e).or_default().0 += 2 + e.matches('-').count();
        }
    }
    let mut list: Vec<(&str, usize)> = counts.into_iter().map(|(e, n)| (e, n.0)).collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    // One phrase stands for all participants without a name.
    let first = list.iter().map(|(e, _)| *e).find(|e| entity::is_nameless(e));
    list.into_iter().map(|(e, _)| e).filter(|e| !entity::is_nameless(e) || first == Some(e)).take(SHOWN).collect()
}

/// Whether the article or somebody in it says that it happened.
pub fn happened(m: Modality) -> bool {
    matches!(m, Modality::Done | Modality::Claimed)
}

/// Whether somebody says that it did not.
pub fn did_not(m: Modality) -> bool {
    matches!(m, Modality::Negated | Modality::Denied)
}

/// One party says what another denies, each of them with somebody to say it.
pub fn is_disputed(story: &Story, members: &[usize]) -> bool {
    let event = |m: &usize| story.claims[*m].claim.event.as_deref();
    let contests = |e: &Event| lexicon().events.named(&e.concept).is_some_and(|c| c.contests);
    let with = |wanted: &dyn Fn(&Event) -> bool| -> Vec<&str> {
        members.iter().filter(|m| event(m).is_some_and(wanted)).filter_map(|m| story.claims[*m].claim.claimer.as_deref()).collect()
    };
    let mixed = members.iter().filter_map(event).any(|e| !contests(e));
    let yes = with(&|e| happened(e.modality) && !contests(e));
    let no = with(&|e| did_not(e.modality) || mixed && contests(e));
    let (yes, no): (BTreeSet<&str>, BTreeSet<&str>) = (yes.into_iter().collect(), no.into_iter().collect());
    yes.iter().any(|a| no.iter().any(|b| a != b))
}
