//! The place and time of what one side tells.

use super::Clause;
use crate::claim::Short;
use crate::extract::events::scene::Scene;
use crate::extract::events::told::{Told, day_name};
use crate::extract::mention::{NameKind, NameMention};
use crate::lexicon::class;
use crate::lexicon::events::Object;

impl Clause<'_> {
    /// A place further behind: `cut jobs in the tram works at Lund`.
    pub fn place_behind(&self, end: usize) -> Option<Short> {
        const REACH: usize = 12;
        let s = self.scene;
        let ends = |i: usize| {
            s.token(i).is_none_or(|t| t.punct().is_some())
                || s.has(i, class::CONJUNCTION | class::RELATIVE)
                || s.is(i, &["after", "because", "before", "when", "while", "since"])
        };
        let near = (end..(end + REACH).min(s.tokens.end)).take_while(|i| !ends(*i)).filter(|i| is_locating(s, *i));
        let place = |i: usize| s.name_starting(i + 1 + s.is(i + 1, &["the"]) as usize).filter(|n| n.kind == NameKind::Place);
        near.into_iter().find_map(place).map(|n| s.entity(n))
    }

    /// A place before the verb: `In Lund, the sirens`, `sirens in Lund`, `the Lund plant`.
    pub fn place_before(&self, told: &Told) -> Option<Short> {
        const REACH: usize = 24;
        const PHRASE: usize = 5;
        let s = self.scene;
        let from = self.group.start.saturating_sub(REACH).max(s.tokens.start);
        let names = &s.names[..s.names.partition_point(|n| n.tokens.end <= self.group.start)];
        let near = names.iter().rev().take_while(|n| n.tokens.start >= from).filter(|n| n.kind == NameKind::Place);
        let light = class::AUXILIARY | class::PREPOSITION | class::CONJUNCTION;
        let tells = |n: &&NameMention| {
            let (before, end) = (n.tokens.start.wrapping_sub(1), n.tokens.end);
            is_locating(s, before)
                || s.is(before, &["of"]) && (before.saturating_sub(PHRASE)..before).any(|i| is_locating(s, i))
                || s.is_lower(end) && !s.is_clitic(end) && !s.has(end, light)
        };
        // of "the Lund sirens" Lund is no party
        let party = |e: &Short| told.agents.iter().chain(&told.objects).any(|p| p.entity.as_ref() == Some(e));
        let shared = matches!(self.verb.object, Object::Of(_));
        near.into_iter().find(tells).map(|n| s.entity(n)).filter(|e| shared || !party(e))
    }

    /// The date at the head of the sentence, or between the subject and the verb.
    pub fn leading(&self, told: &mut Told) {
        let s = self.scene;
        let first = s.dates.first().filter(|d| d.tokens.start <= s.tokens.start + 2 && d.tokens.end <= self.group.start);
        let subject = told.agents.iter().chain(&told.objects).map(|p| p.head).filter(|h| *h < self.at).max();
        let last = s.dates[..s.dates.partition_point(|d| d.tokens.end <= self.group.start)].last();
        let between = last.filter(|d| subject.is_some_and(|h| d.tokens.start > h));
        if let Some(date) = between.or(first).filter(|_| told.date.is_none() && told.day_name.is_none()) {
            told.date = date.date.edtf.clone();
            told.day_name = day_name(s, date);
        }
    }
}

fn is_locating(scene: &Scene, i: usize) -> bool {
    scene.is(i, &["in", "at", "near", "outside"])
}
