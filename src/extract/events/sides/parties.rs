//! Who does what one side tells, and to whom or what.

use super::Clause;
use super::voice::Voice;
use crate::claim::Modality;
use crate::claim::entity;
use crate::extract::events::mood;
use crate::extract::events::party::Party;
use crate::extract::events::subject::Subjects;
use crate::extract::events::told::Told;
use crate::lexicon::class;
use crate::lexicon::event_words as sets;
use crate::lexicon::events::Object;

impl Clause<'_> {
    pub fn subject(&self, voice: Voice, end: usize) -> Vec<Party> {
        let s = self.scene;
        let end = if voice == Voice::Denied { mood::group(s, self.group.start - 1).start } else { end };
        if let Object::Of(set) = self.verb.object {
            return self.among_before(end, set).into_iter().collect();
        }
        let named = Subjects { scene: s, of_people: false }.named(end);
        let joined = named.is_empty() && s.is(end.wrapping_sub(1), &["and", "but"]);
        if joined { self.first_of_clause(end).into_iter().collect() } else { named }
    }

    /// `The driver was questioned but was not arrested`: who the sentence begins with, where a verb stands right behind it.
    fn first_of_clause(&self, end: usize) -> Option<Party> {
        let s = self.scene;
        let (party, behind) = s.party_after(s.tokens.start)?;
        let verb = s.has(behind, class::AUXILIARY | class::CUE) || s.is_past(behind) || s.word(behind).ends_with("ed");
        (verb && behind < end).then_some(party)
    }

    /// The phrase of a word of a set that ends before the verb, perhaps with a place or company behind it: `shares in Norvik`.
    fn among_before(&self, end: usize, set: sets::Set) -> Option<Party> {
        const REACH: usize = 8;
        let s = self.scene;
        let inner = |i: usize| {
            s.token(i).is_some_and(|t| t.is_word() || t.is_number()) && !s.is_verbal(i) && !s.has(i, class::CONJUNCTION | class::RELATIVE)
        };
        let mut i = end;
        while i > s.tokens.start && end - i < REACH && inner(i - 1) {
            i -= 1;
            if s.among(i, set) && s.is_lower(i) || s.among(i, set) && i == s.tokens.start {
                return s.party_before(i + 1);
            }
        }
        None
    }

    /// The objects behind the verb, with the `of` phrase of their head: `the sale of Norvik`.
    pub fn objects(&self, behind: usize) -> (Vec<Party>, usize) {
        let s = self.scene;
        let from = behind + s.is_adverb(behind) as usize;
        let (mut list, mut end) = s.parties_after(from);
        if list.is_empty() && s.has(from, class::PRONOUN) {
            list.push(Party { entity: None, head: from, start: from, nobody: false });
            end = from + 1;
        }
        // what is done to somebody's son is not done to that somebody
        let joined = list.len() == 1 && list[0].entity.is_none() && !s.is_person_noun(list[0].head) && s.is(end, &["of", "by", "for"]);
        if joined {
            let (of, behind) = s.parties_after(end + 1);
            list.extend(of.into_iter().filter(|p| p.entity.is_some()));
            end = behind.max(end);
        }
        (list, end)
    }

    /// The names inside the phrase of the object: `rejected Norvik's bid`.
    pub fn owners(&self, told: &mut Told) {
        let s = self.scene;
        let inside = |p: &Party| {
            let from = s.names.partition_point(|n| n.tokens.start < p.start);
            s.names[from..].iter().take_while(|n| n.tokens.end <= p.head).map(|n| s.entity(n)).collect::<Vec<_>>()
        };
        for p in told.objects.iter().filter(|p| p.entity.is_none() && !s.is_person_noun(p.head)).cloned().collect::<Vec<_>>() {
            let named = inside(&p).into_iter();
            told.objects.extend(named.map(|e| Party { entity: Some(e), head: p.head, start: p.start, nobody: false }));
        }
    }

    /// Whose shares rise: the name in the phrase or behind it.
    pub fn company(&self, told: &mut Told, end: usize) {
        const REACH: usize = 6;
        let s = self.scene;
        let (Object::Of(_), Some(head)) = (self.verb.object, told.agents.first().map(|p| p.head)) else { return };
        let from = head.saturating_sub(REACH).max(s.tokens.start);
        let near = s.names[s.names.partition_point(|n| n.tokens.start < from)..].iter().take_while(|n| n.tokens.end <= end);
        let entity = near.map(|n| s.entity(n)).find(|e| !entity::is_person(e));
        if let Some(first) = told.agents.first_mut() {
            first.entity = entity;
        }
    }

    /// What stands before and behind the verb is what the table asks for.
    pub fn fits(&self, told: &Told, behind: usize) -> bool {
        let s = self.scene;
        let person = |p: &Party| {
            p.entity.as_deref().map_or_else(|| s.is_person_noun(p.head) || s.is(p.head, &["he", "she", "i"]), entity::is_person)
        };
        let noun = |p: &Party| p.entity.is_some() || s.is_lower(p.head) && !s.has(p.head, class::PRONOUN);
        let objects = &told.objects;
        match self.verb.object {
            Object::Any => true,
            Object::Person => told.agents.iter().any(|p| person(p) || p.nobody) && self.is_closed(behind),
            // `was not charged with fraud` denies what stands behind the preposition
            Object::People => objects.iter().any(|p| person(p) || p.nobody && s.names_nobody(p.head)) && !self.is_about(behind),
            Object::Organisation => objects.iter().any(|p| p.entity.as_deref().is_some_and(|e| !entity::is_person(e))),
            Object::Among(set) => objects.iter().any(|p| s.among(p.head, set)),
            Object::Of(_) => !told.agents.is_empty(),
            Object::Noun => objects.iter().any(noun),
            Object::Nothing => {
                s.token(behind).is_none_or(|t| t.punct().is_some())
                    || s.has(behind, class::PREPOSITION | class::CONJUNCTION | class::TEMPORAL | class::WEEKDAY)
                    || s.date_at(behind).is_some()
            }
            _ => false,
        }
    }

    /// No noun phrase goes on behind `stayed on`: not `stayed on the line`.
    fn is_closed(&self, behind: usize) -> bool {
        let s = self.scene;
        let last = behind.wrapping_sub(1);
        let open = s.has(last, class::PREPOSITION) && s.is(last, &["on", "out", "aside", "down"]);
        !open || !s.has(behind, class::ARTICLE | class::DETERMINER) && s.name_starting(behind).is_none()
    }

    /// The act is denied as far as it is about what a preposition names: `with fraud`, `of theft`.
    fn is_about(&self, behind: usize) -> bool {
        const REACH: usize = 10;
        let s = self.scene;
        let near = (behind..(behind + REACH).min(s.tokens.end)).take_while(|i| !s.is_punct(*i, &[',', ';', '.']));
        self.group.modality == Modality::Negated && near.into_iter().any(|i| s.is(i, &["with", "over", "for", "of"]))
    }
}
