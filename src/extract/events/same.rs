//! Who is meant by `the deputy` or `a man`: the person whom the article names in the same matter.
//!
//! News introduces people twice: `A man was arrested on Monday`, and further down `Robert Keller was arrested`. Somebody without a name to
//! whom something happens is the person whom the article names for the same thing, or for another step of the same course. `The man` is
//! already named or soon will be; `a man` behind the name is somebody else.

use rustc_hash::FxHashMap;

use super::party::Party;
use super::scene::Scene;
use super::told::Told;
use crate::claim::entity;
use crate::claim::{Modality, Part, Short};
use crate::extract::mention::EventMention;
use crate::lexicon::events::{EventConcept, Events};
use crate::lexicon::{class, event_words as sets};

/// How a single person without a name is brought in, to whom something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brought {
    /// `the man`
    Known,
    /// `a man`
    New,
    /// `man` of a headline.
    Bare,
    /// `his wife`
    Kin,
}

/// How the only person without a name is brought in to whom it happens; none where several are meant, or somebody's relative, or another.
pub fn brought(scene: &Scene, told: &Told) -> Option<Brought> {
    let [party] = &told.objects[..] else { return None };
    let nameless = party.entity.as_deref().is_some_and(entity::is_nameless) && told.concept.people;
    let kin = scene.is(party.start, &["his", "her"]) && scene.has(party.head, class::KINSHIP) && told.concept.once;
    (nameless && (kin || is_one(scene, party)) && fits(scene, told.concept, party.head)).then(|| match () {
        () if kin => Brought::Kin,
        () if scene.is(party.start, &["the"]) => Brought::Known,
        () if scene.is(party.start, &["a", "an"]) => Brought::New,
        () => Brought::Bare,
    })
}

/// One person, and no other than was named: not `two men`, `another man`, `his brother`.
fn is_one(scene: &Scene, party: &Party) -> bool {
    let plural = scene.cx.lexicon.plurals.is_plural(&scene.word(party.head).to_lowercase());
    let words = party.start..party.head;
    let owned = scene.has(party.start, class::DETERMINER) || words.clone().any(|i| scene.is_clitic(i));
    let other = |i: usize| scene.has(i, class::ORDINAL | class::NUMBER) || scene.is(i, &["another", "other"]);
    !plural && !owned && !party.nobody && !scene.has(party.head, class::KINSHIP) && !words.into_iter().any(other)
}

/// The noun fits the event: a doer of harm is not its victim, and a victim is not tried for it.
fn fits(scene: &Scene, concept: &EventConcept, head: usize) -> bool {
    match concept.course {
        Some("harm") => !scene.among(head, sets::DOERS),
        Some(_) => !scene.is(head, &["victim", "witness"]),
        None => true,
    }
}

/// A person whom an article names for something that befell them.
struct Named {
    who: Short,
    /// The first event of it.
    first: usize,
    edtf: Option<Short>,
}

/// The most people in one matter; with more it is open who is meant.
const MOST: usize = 4;

/// Puts names for those without one, where the article leaves no doubt. `brought` says how each event brings its person in.
pub fn resolve(events: &mut [EventMention], brought: &[Option<Brought>], table: &'static Events) {
    if brought.iter().all(Option::is_none) {
        return;
    }
    let named = named(events, table);
    for (i, how) in brought.iter().enumerate() {
        let Some(who) = how.and_then(|how| whom(&events[i], i, how, &named, table)) else { continue };
        for p in events[i].event.participants.iter_mut().filter(|p| p.role == Part::Object) {
            p.entity = who.clone();
        }
        // "the officer says he killed the boy": he is another
        events[i].event.participants.retain(|p| p.role == Part::Object || p.entity != who);
        events[i].head = None;
    }
    let strangers: Vec<usize> = (0..events.len()).filter(|i| is_stranger(events, *i, brought, &named, table)).collect();
    strangers.into_iter().for_each(|i| part(events, i, brought));
}

/// `A former coach has been released`, where the article has named somebody who was arrested, and nobody who was released: another one.
fn is_stranger(
    events: &[EventMention],
    i: usize,
    brought: &[Option<Brought>],
    named: &FxHashMap<&'static str, Vec<Named>>,
    table: &'static Events,
) -> bool {
    let of_release = |c: &&EventConcept| c.name == "release" && brought[i] == Some(Brought::New);
    let Some(concept) = table.named(&events[i].event.concept).filter(of_release) else { return false };
    let held = named.get("court").into_iter().flatten().any(|n| n.first < i);
    held && !named.contains_key(concept.name) && noun(&events[i]).is_some()
}

/// The object of an event, where it is a person without a name.
fn noun(e: &EventMention) -> Option<&Short> {
    e.event.participants.iter().find(|p| p.role == Part::Object && entity::is_nameless(&p.entity)).map(|p| &p.entity)
}

/// Marks the person without a name in event number `at`, and in a headline before it, as another than those whom the article names.
fn part(events: &mut [EventMention], at: usize, brought: &[Option<Brought>]) {
    let Some(who) = noun(&events[at]).cloned() else { return };
    let other = Short::from(who.replacen("noun:", "noun:another-", 1));
    let concept = events[at].event.concept.clone();
    for (e, _) in events[..=at].iter_mut().zip(brought).filter(|(e, how)| how.is_some() && e.event.concept == concept) {
        e.event.participants.iter_mut().filter(|p| p.entity == who).for_each(|p| p.entity = other.clone());
    }
}

/// The matters that an event belongs to: its kind, which different words may tell, and the course that it is a step of.
fn matters(concept: &EventConcept) -> impl Iterator<Item = &'static str> + use<> {
    [Some(concept.like.unwrap_or(concept.name)), concept.course].into_iter().flatten()
}

fn named(events: &[EventMention], table: &'static Events) -> FxHashMap<&'static str, Vec<Named>> {
    let mut all: FxHashMap<&'static str, Vec<Named>> = FxHashMap::default();
    for (first, e) in events.iter().enumerate().filter(|(_, e)| !matches!(e.event.modality, Modality::Negated | Modality::Denied)) {
        let Some(concept) = table.named(&e.event.concept) else { continue };
        let persons = e.event.participants.iter().filter(|p| p.role == Part::Object && entity::is_person(&p.entity));
        for p in persons {
            for matter in matters(concept) {
                let list = all.entry(matter).or_default();
                match list.iter().position(|n| n.who == p.entity) {
                    Some(i) => list[i].edtf = list[i].edtf.take().or_else(|| e.event.edtf.clone()),
                    None if list.len() <= MOST => list.push(Named { who: p.entity.clone(), first, edtf: e.event.edtf.clone() }),
                    None => {}
                }
            }
        }
    }
    all
}

/// The only person whom the article names in the matter of event number `at`, if the way in which it is told does not speak against it.
fn whom(e: &EventMention, at: usize, how: Brought, named: &FxHashMap<&'static str, Vec<Named>>, table: &'static Events) -> Option<Short> {
    let concept = table.named(&e.event.concept)?;
    let (matter, list) = matters(concept).find_map(|m| Some((m, named.get(m)?)))?;
    // another step of the same course has a day of its own
    let own = Some(matter) != concept.course;
    let another_day =
        |n: &Named| e.event.edtf.as_deref().zip(n.edtf.as_deref()).is_some_and(|(a, b)| own && !a.starts_with(b) && !b.starts_with(a));
    let [n] = &list[..] else { return None };
    // "his wife" may be hurt where somebody else is killed
    let kin = how != Brought::Kin || own && e.owner.as_ref() != Some(&n.who);
    let fits = kin && !another_day(n) && (how == Brought::Known || at < n.first);
    fits.then(|| n.who.clone())
}
