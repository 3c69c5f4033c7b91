//! One side of a matter that has two, and what is told to be done or not to be done: `will hire 600 people`, `shed 600 positions`, `did not
//! warn the town`.
//!
//! These claims say something only where another article tells the other side, which reconciling finds out; so more verbs are read than
//! tell events, and a reading that is not sure is none.

pub mod beside;
mod mood;
mod nouns;
mod parties;
mod setting;
mod voice;
mod words;

use std::ops::Range;

use self::mood::Mood;
use self::voice::{Behind, Voice};
use super::mood::{Group, group};
use super::scene::Scene;
use super::told::Told;
use crate::claim::{Modality, Pole, Short, Side, Tense};
use crate::extract::mention::EventMention;
use crate::lexicon::class;
use crate::lexicon::events::{Forms, Frame, Object, Verb};

/// Reads what the verb at token `at` tells of one side, once for each matter.
pub fn read(scene: &Scene, at: usize, out: &mut Vec<EventMention>) {
    let mut verbs = scene.cx.lexicon.events.sides(&scene.cx.tokens.all[at]).peekable();
    if verbs.peek().is_none() || scene.is_punct(at + 1, &['-']) || scene.is_punct(at.wrapping_sub(1), &['-']) {
        return;
    }
    let (behind, group) = (Behind::of(scene, at), group(scene, at));
    let mut read: Vec<(&Verb, EventMention)> = Vec::new();
    for (verb, forms) in verbs.filter(|(verb, _)| behind.may_follow(verb)) {
        let Some(told) = (Clause { scene, at, verb, forms, group: &group }).read() else { continue };
        // of `stay` and `stay in office` the longer one is meant
        match read.iter_mut().find(|(_, m)| m.event.concept == told.event.concept) {
            Some(known) if known.0.particle.len() < verb.particle.len() => *known = (verb, told),
            Some(_) => {}
            None => read.push((verb, told)),
        }
    }
    out.extend(read.into_iter().map(|(_, told)| told));
}

struct Clause<'a> {
    scene: &'a Scene<'a>,
    at: usize,
    verb: &'a Verb,
    forms: Forms,
    group: &'a Group,
}

/// Which side is told, and how.
struct Stance {
    modality: Modality,
    pole: Pole,
    negated: bool,
    tense: Tense,
    /// It is told of nobody or of everybody.
    nobody: bool,
}

impl Clause<'_> {
    fn read(&self) -> Option<EventMention> {
        let s = self.scene;
        let behind = self.particle()?;
        let voice = self.voice(behind)?;
        let mood = self.mood()?;
        let (mut told, end) = self.parties(voice, mood.subject_end, behind);
        if !self.fits(&told, behind) {
            return None;
        }
        let stance = self.stance(&told, &mood, voice, end)?;
        told.modality = stance.modality;
        let tokens = self.start(&told, mood.subject_end)..end.max(behind);
        self.company(&mut told, mood.subject_end);
        // the subject of these verbs is the object of the act: what is held or in force, who dies or is free
        if matches!(self.verb.object, Object::Of(_) | Object::Person) && told.concept.whom {
            told.objects = std::mem::take(&mut told.agents);
        }
        told.complements(s, end);
        let side = self.side(&told, &stance, &tokens);
        self.settle(&mut told, end);
        Some(self.mention(told, tokens, side))
    }

    /// Who does it to whom or what, and the token behind these.
    fn parties(&self, voice: Voice, subject_end: usize, behind: usize) -> (Told, usize) {
        let subject = self.subject(voice, subject_end);
        let mut told = Told::new(self.scene.cx.lexicon.events.of_verb(self.verb), self.verb.frame, false);
        if voice == Voice::Passive {
            told.objects = subject;
            return (told, behind);
        }
        told.agents = subject;
        if self.verb.frame != Frame::Act {
            return (told, behind);
        }
        let (objects, end) = self.objects(behind);
        told.objects = objects;
        (told, end)
    }

    /// None where two negations meet, or one that leaves it open.
    fn stance(&self, told: &Told, mood: &Mood, voice: Voice, end: usize) -> Option<Stance> {
        let nobody = told.agents.iter().chain(&told.objects).any(|p| p.nobody);
        let denied = voice == Voice::Denied || self.is_denied();
        let negated = nobody || mood.modality == Modality::Negated;
        if nobody && mood.modality == Modality::Negated || negated && (denied || self.is_hedged(end)) {
            return None;
        }
        let everybody = !self.verb.happens && told.agents.iter().any(|p| words::is_of(self.scene, p.start, words::EVERYBODY));
        let yes = (negated || denied) != self.verb.happens;
        let modality = match (yes, denied) {
            (true, _) => Modality::Done,
            (false, true) => Modality::Denied,
            (false, false) => Modality::Negated,
        };
        Some(Stance {
            modality,
            pole: if yes { Pole::Yes } else { Pole::No },
            negated: negated || denied,
            tense: self.tense(if negated { Modality::Negated } else { mood.modality }),
            nobody: nobody || everybody,
        })
    }

    fn side(&self, told: &Told, stance: &Stance, tokens: &Range<usize>) -> Side {
        let matter = if told.concept.name == "act" { self.words() } else { Short::from(told.concept.name) };
        let beside = beside::side(self.scene, tokens, matter, stance.pole, stance.tense);
        Side {
            negated: stance.negated,
            nobody: stance.nobody,
            some: told.concept.name == "ballot" && beside::is_of_some(self.scene, tokens),
            ..self.nouns(told, beside)
        }
    }

    /// Sets when and where it was, and the names by which its object is known.
    fn settle(&self, told: &mut Told, end: usize) {
        self.leading(told);
        told.place = told.place.take().or_else(|| self.place_behind(end)).or_else(|| self.place_before(told));
        // somebody whose brother is freed is not freed
        if self.verb.frame == Frame::Act && self.verb.object != Object::People {
            self.owners(told);
        }
        told.objects.retain(|p| p.entity.is_some() || !self.scene.has(p.head, class::PRONOUN));
    }

    fn mention(&self, told: Told, tokens: Range<usize>, side: Side) -> EventMention {
        let mut mention = told.mention(self.scene, tokens, Some(self.words()));
        mention.event.side = Some(Box::new(Side { object: mention.head.take(), ..side }));
        mention
    }

    /// The verb with the words that must follow it.
    fn words(&self) -> Short {
        if self.verb.particle.is_empty() {
            Short::from(self.verb.lemma)
        } else {
            Short::from(format!("{} {}", self.verb.lemma, self.verb.particle))
        }
    }

    /// The first token of what is shown: the verb with its auxiliaries, or the phrase that says that nobody did it.
    fn start(&self, told: &Told, subject_end: usize) -> usize {
        let nobody = told.agents.iter().chain(&told.objects).filter(|p| p.nobody && p.head < self.at).map(|p| p.start).min();
        nobody.unwrap_or(subject_end.min(self.group.start).max(self.scene.tokens.start))
    }
}
