//! Who takes part without a name: `19 firefighters`, `two suspects`, `a body`.

use super::party::Party;
use super::scene::Scene;
use super::told::Told;
use crate::claim::entity;
use crate::claim::{Modality, Short};
use crate::lexicon::class;
use crate::lexicon::event_words as sets;
use crate::lexicon::events::Frame;

/// Words for nobody that stand for people.
const NOBODY: [&str; 4] = ["nobody", "one", "none", "no-one"];

impl Scene<'_> {
    /// A noun in lower case that means a person or people.
    pub fn is_person_noun(&self, i: usize) -> bool {
        let known = || self.has(i, class::ROLE | class::KINSHIP) || self.cx.lexicon.kin.family(&self.stem(i)) == Some("people");
        self.is_lower(i) && (self.among(i, sets::PERSONS) || known()) && !self.among(i, sets::STATES)
    }

    pub fn names_nobody(&self, i: usize) -> bool {
        self.is(i, &NOBODY)
    }

    /// An id for a party without a name, of its number and its noun: `noun:19-firefighters`.
    fn nameless(&self, party: &Party) -> Option<Short> {
        let mut id = Short::from("noun:");
        if party.nobody && self.names_nobody(party.head) {
            id.push_str("people");
            return Some(id);
        }
        if !self.is_person_noun(party.head) && !self.among(party.head, sets::THINGS.and(sets::BUILT).and(sets::WAYS)) {
            return None;
        }
        if let Some(number) = (party.start..party.head).find(|i| self.is_count(*i)) {
            id.extend(self.word(number).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
            id.push('-');
        }
        id.extend(self.word(party.head).chars().flat_map(char::to_lowercase));
        Some(id)
    }

    /// A number of heads, not of years: not the `12` of `a 12-year-old girl`.
    fn is_count(&self, i: usize) -> bool {
        let number = self.has(i, class::NUMBER) || self.token(i).is_some_and(|t| t.is_number());
        number && !self.has(i, class::ORDINAL) && !self.is_punct(i + 1, &['-', '%']) && !self.has(i + 1, class::UNIT)
    }
}

impl Told {
    /// Troops are withdrawn by those who sent them.
    fn moved(&mut self, scene: &Scene) {
        let troops = |p: &Party| scene.is(p.head, &["troops", "forces", "soldiers", "marines", "personnel"]);
        if self.concept.name == "leave"
            && self.agents.iter().any(troops)
            && let Some(concept) = scene.cx.lexicon.events.named("withdraw")
        {
            self.concept = concept;
            let from = std::mem::take(&mut self.objects).into_iter().find_map(|p| p.entity.filter(|e| entity::is_place(e)));
            self.place = self.place.take().or(from);
            self.objects = self.agents.iter().filter(|p| troops(p)).map(|p| Party { entity: None, ..p.clone() }).collect();
        }
    }

    /// `Russian troops` that are withdrawn are troops that Russia withdraws.
    fn forces(&mut self, scene: &Scene) {
        for p in self.objects.iter_mut().filter(|p| scene.is_lower(p.head)) {
            let of = p.entity.take().map(|entity| Party { entity: Some(entity), ..p.clone() });
            self.agents.extend(of);
        }
    }

    /// Gives those to whom it happens an id where they have no name, and drops those to whom it cannot happen; false where none are left,
    /// so that it is not an event of its concept.
    pub fn settle(&mut self, scene: &Scene) -> bool {
        let certain = matches!(self.modality, Modality::Done | Modality::Claimed | Modality::Negated | Modality::Denied);
        let borne = self.concept.borne || self.frame == Frame::Undergo;
        // "the murder of an officer" is a crime; it is an event where it is counted, dated or placed.
        let dated = self.date.is_some() || self.day_name.is_some();
        let fixed = !self.nominal || self.place.is_some() || dated;
        if self.concept.people && self.frame == Frame::Own {
            self.agents.retain(|p| p.entity.as_deref().is_none_or(entity::is_person));
        }
        for p in self.agents.iter_mut().filter(|p| p.entity.is_none() && scene.is_person_noun(p.head)) {
            let others = (p.start..p.head).any(|i| scene.is(i, &["other"]));
            p.entity = others.then(|| Short::from(format!("noun:other-{}", scene.word(p.head))));
        }
        self.moved(scene);
        if self.concept.name == "withdraw" {
            self.forces(scene);
        }
        for p in self.objects.iter_mut().filter(|_| borne) {
            if self.concept.people && p.entity.as_deref().is_some_and(|e| !entity::is_person(e)) {
                p.entity = None;
            }
            if p.entity.is_none() && certain {
                p.entity = scene.nameless(p).filter(|id| fixed || id.contains('-'));
            }
        }
        let free = !self.concept.borne || matches!(self.frame, Frame::Own | Frame::At);
        let settled = self.place.is_some() && dated;
        free || settled || self.objects.iter().any(|p| p.entity.is_some() || !self.concept.people)
    }
}
