//! Events: what happened, who took part, where and when, and whether it did.
//!
//! Words of the table of events are read where they stand: a verb with its auxiliaries, its subject and its object, a noun with its
//! possessor and its `of`; then the prepositional phrases behind. There is no parse; what a reading does not find stays open, and an event
//! without a named participant, or a place with a date, is no claim.

pub mod mood;
mod nameless;
mod noun;
pub mod owner;
pub mod party;
mod rest;
mod same;
mod saying;
pub mod scene;
mod sides;
pub mod subject;
mod told;
mod verb;
mod votes;

use super::Context;
use super::mention::{EventMention, Mentions};
use super::quotes::referents::Referents;
use crate::claim::entity;
use crate::claim::{Modality, Short};
use crate::lexicon::class;
use crate::lexicon::event_words as sets;
use same::Brought;
use scene::Scene;
use told::Told;

/// Finds the events of all sentences.
pub fn find(cx: &Context, found: &mut Mentions) {
    let mut events = Found::default();
    let referents = Referents::new(cx, found);
    for sentence in &cx.article.sentences {
        let mut scene = None;
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let next = at + 1;
            if cx.tokens.all[at].is(class::EVENT) {
                let scene =
                    scene.get_or_insert_with(|| Scene { referents: Some(&referents), ..Scene::new(cx, found, sentence.tokens.clone()) });
                at = event(scene, at, &mut events).unwrap_or(next);
            } else {
                at = next;
            }
        }
    }
    same::resolve(&mut events.events, &events.brought, &cx.lexicon.events);
    found.events = events.events;
    sides(cx, found);
}

/// Adds what verbs and votes tell of one side of a matter that has two.
fn sides(cx: &Context, found: &mut Mentions) {
    // each reads on to the end of its clause: the bound keeps a text without clauses linear, and no article of news comes near it
    const MOST: usize = 4000;
    let referents = Referents::new(cx, found);
    let mut list = Vec::new();
    let mut tried = 0;
    'article: for sentence in &cx.article.sentences {
        let mut scene = None;
        for at in sentence.tokens.clone() {
            let (side, vote) = (cx.lexicon.events.sides(&cx.tokens.all[at]).next().is_some(), votes::may_open(cx, at));
            if side || vote {
                tried += 1;
                if tried > MOST {
                    break 'article;
                }
                let scene =
                    scene.get_or_insert_with(|| Scene { referents: Some(&referents), ..Scene::new(cx, found, sentence.tokens.clone()) });
                if side {
                    sides::read(scene, at, &mut list);
                }
                list.extend(vote.then(|| votes::read(scene, at)).flatten());
            }
        }
    }
    found.events.extend(list);
}

/// The events of an article, and how each brings in whom it happens to.
#[derive(Default)]
struct Found {
    events: Vec<EventMention>,
    brought: Vec<Option<Brought>>,
}

impl Found {
    fn push(&mut self, event: EventMention, brought: Option<Brought>) {
        self.events.push(event);
        self.brought.push(brought);
    }
}

/// Reads the event at token `at`, if it is one; the token behind its words.
fn event(scene: &Scene, at: usize, out: &mut Found) -> Option<usize> {
    if scene.names.iter().any(|n| n.tokens.contains(&at)) {
        return None;
    }
    let (told, tokens, verb) = match verb::read(scene, at) {
        Some((told, tokens)) => (told, tokens, Some(scene.stem(at))),
        None => noun::read(scene, at).map(|(told, tokens)| (told, tokens, None))?,
    };
    let end = tokens.end;
    let mut told = attributed(scene, at, told);
    told.drop_doer_of_himself();
    // who says that she will run is a candidate
    if told.concept.name == "run" && told.modality == Modality::Planned {
        told.modality = Modality::Done;
    }
    if !told.settle(scene) || !told.is_anchored() {
        return Some(end);
    }
    // Only one thing is denied at the end of a sentence: what was claimed first.
    let first = out.events.last().is_none_or(|e| e.span.start < scene.cx.tokens.all[scene.tokens.start].start);
    let denied = denial(scene, end)
        .filter(|_| first || told.modality == Modality::Claimed)
        .map(|(at, who)| (at, Told { modality: Modality::Denied, claimer: Some(who), ..told.clone() }));
    let brought = same::brought(scene, &told);
    out.push(told.mention(scene, tokens, verb), brought);
    if let Some((at, told)) = denied {
        out.push(told.mention(scene, at..at + 1, None), brought);
    }
    Some(end)
}

/// What is told in somebody's words counts as claimed if that somebody takes part in it, or if the verb of reporting says so.
fn attributed(scene: &Scene, at: usize, mut told: Told) -> Told {
    let takes_part = |entity: &str, told: &Told| {
        let country = if entity::is_place(entity) { scene.country(entity) } else { Short::default() };
        told.agents
            .iter()
            .chain(&told.partners)
            .chain(&told.objects)
            .any(|p| p.entity.as_deref().is_some_and(|e| e == entity || e == country))
    };
    // "announced a finding in the death of": all that is said presupposes the death
    if told.nominal && told.concept.once && told.modality == Modality::Done {
        return told;
    }
    if let Some(said) = saying::reported(scene, at) {
        let own = said.speaker.entity.is_some_and(|e| takes_part(&scene.found.entities[e].id, &told));
        let with = |words| saying::is_said_with(scene, said, words);
        // Who announces a resignation resigns.
        let declared = told.concept.declared && with(sets::ANNOUNCES);
        told.modality = match told.modality {
            Modality::Done | Modality::Claimed if with(sets::DENIES) => Modality::Denied,
            Modality::Done if !declared && (own || with(sets::DOUBTS)) => Modality::Claimed,
            // "said she would go": the future of what was said.
            Modality::Possible if told.future_in_past => Modality::Planned,
            m => m,
        };
    } else if let Some(speaker) = saying::quoted(scene, at)
        && told.modality == Modality::Done
    {
        // anybody without a part in it may tell that somebody was dismissed or arrested
        let suffers = |id: &str| told.objects.iter().any(|p| p.entity.as_deref() == Some(id));
        let stranger = speaker.entity.map(|e| &scene.found.entities[e].id).is_some_and(|id| !takes_part(id, &told) && !suffers(id));
        told.modality = if told.concept.single && stranger { Modality::Done } else { Modality::Claimed };
    }
    told
}

/// Who denies at the end of the sentence what was told before: `…, something that Kyiv denied`.
fn denial(scene: &Scene, from: usize) -> Option<(usize, Short)> {
    const REACH: usize = 60;
    let denies = |i: &usize| scene.among(*i, sets::DENIES.and(sets::DISPUTES)) || scene.is(*i, &["rejected"]);
    let verb = (from..(from + REACH).min(scene.tokens.end)).find(denies)?;
    let ends = scene.token(verb + 1).is_none_or(|t| t.punct().is_some()) || scene.date_at(verb + 1).is_some();
    let group = mood::group(scene, verb);
    let party = scene.party_before(group.start).filter(|p| ends && !group.be && p.entity.is_some())?;
    let gap = party.start.checked_sub(1).filter(|g| *g >= from)?;
    let relative = scene.is(gap, &["that", "which", "what"]) || scene.among(gap, sets::SAYINGS);
    relative.then(|| (verb, scene.called(&party)))
}
