//! One side of a matter that has two, and what is told to be done or not to be done: `will hire 600 people`, `shed 600 positions`, `did not
//! warn the town`.
//!
//! These claims say something only where another article tells the other side, which reconciling finds out; so more verbs are read than
//! tell events, and a reading that is not sure is none.

use std::ops::Range;

use super::mood::{self, Group};
use super::party::Party;
use super::scene::Scene;
use super::subject::Subjects;
use super::told::{Told, day_name};
use crate::claim::{Modality, Short};
use crate::extract::mention::{EventMention, NameKind, NameMention, Side};
use crate::lexicon::class;
use crate::lexicon::event_words as sets;
use crate::lexicon::events::{Forms, Frame, Object, Verb};

/// Reads what the verb at token `at` tells of one side, once for each matter.
pub fn read(scene: &Scene, at: usize, out: &mut Vec<EventMention>) {
    let token = &scene.cx.tokens.all[at];
    let mut read: Vec<(&Verb, EventMention)> = Vec::new();
    for (verb, forms) in scene.cx.lexicon.events.sides(token) {
        let Some(told) = (Clause { scene, at, verb, forms, group: mood::group(scene, at) }).read() else { continue };
        // of `stay` and `stay in office` the longer one is meant
        match read.iter_mut().find(|(_, m)| m.event.concept == told.event.concept) {
            Some(known) if known.0.particle.len() < verb.particle.len() => *known = (verb, told),
            Some(_) => {}
            None => read.push((verb, told)),
        }
    }
    out.extend(read.into_iter().map(|(_, told)| told));
}

#[derive(Clone, Copy, PartialEq)]
enum Voice {
    Active,
    Passive,
    /// `denied dumping`
    Denied,
}

struct Clause<'a> {
    scene: &'a Scene<'a>,
    at: usize,
    verb: &'a Verb,
    forms: Forms,
    group: Group,
}

impl Clause<'_> {
    fn read(&self) -> Option<EventMention> {
        let s = self.scene;
        if s.is_punct(self.at + 1, &['-']) || s.is_punct(self.at.wrapping_sub(1), &['-']) {
            return None;
        }
        let behind = self.particle()?;
        let voice = self.voice(behind)?;
        let (mut modality, subject_end) = self.mood()?;
        let subject = self.subject(voice, subject_end);
        let mut told = Told::new(s.cx.lexicon.events.of_verb(self.verb), self.verb.frame, false);
        let mut end = behind;
        if voice == Voice::Passive {
            told.objects = subject;
        } else {
            told.agents = subject;
            if self.verb.frame == Frame::Act {
                (told.objects, end) = self.objects(behind);
            }
        }
        if !self.fits(&told, behind) {
            return None;
        }
        let nobody = told.agents.iter().chain(&told.objects).any(|p| p.nobody);
        let all = !self.verb.happens && told.agents.iter().any(|p| s.is(p.start, &["all", "everyone", "everybody", "both"]));
        modality = match (nobody, modality) {
            (true, Modality::Negated) => return None,
            (true, _) => Modality::Negated,
            (false, m) => m,
        };
        let denied = voice == Voice::Denied || self.is_denied();
        if modality == Modality::Negated && (denied || self.is_hedged(end)) {
            return None;
        }
        let tense = self.tense(modality);
        let yes = (modality != Modality::Negated && !denied) == self.verb.happens;
        told.modality = match (yes, denied) {
            (true, _) => Modality::Done,
            (false, true) => Modality::Denied,
            (false, false) => Modality::Negated,
        };
        let tokens = self.start(&told, subject_end)..end.max(behind);
        self.company(&mut told, subject_end);
        // what is held or in force is what it is done to
        if matches!(self.verb.object, Object::Of(_)) && told.concept.whom {
            told.objects = std::mem::take(&mut told.agents);
        }
        told.complements(s, end);
        let side = Side { subject: self.subject_noun(&told), number: self.number(&told), of: self.of(&told), tense, nobody: nobody || all };
        self.leading(&mut told);
        told.place = told.place.take().or_else(|| self.place_behind(end)).or_else(|| self.place_before(&told));
        if self.verb.frame == Frame::Act {
            self.owners(&mut told);
        }
        told.objects.retain(|p| !s.has(p.head, class::PRONOUN));
        Some(self.mention(told, tokens, side))
    }

    fn mention(&self, told: Told, tokens: Range<usize>, side: Side) -> EventMention {
        let lemma = if self.verb.particle.is_empty() {
            Short::from(self.verb.lemma)
        } else {
            Short::from(format!("{} {}", self.verb.lemma, self.verb.particle))
        };
        EventMention { side: Some(side), ..told.mention(self.scene, tokens, Some(lemma)) }
    }

    /// The token behind the words that must follow the verb; a single one may stand behind the object.
    fn particle(&self) -> Option<usize> {
        const REACH: usize = 6;
        let (s, words) = (self.scene, self.verb.particle);
        if words.is_empty() {
            return Some(self.at + 1);
        }
        let from = self.at + 1 + s.is_adverb(self.at + 1) as usize;
        for start in [self.at + 1, from] {
            if words.split(' ').enumerate().all(|(n, w)| s.is(start + n, &[w])) {
                return Some(start + words.split(' ').count());
            }
        }
        let apart = ["off", "on", "out", "up", "down", "over"].contains(&words) && self.verb.frame == Frame::Act;
        let near = self.at + 2..(self.at + REACH).min(s.tokens.end);
        let near = near.take_while(|i| {
            s.token(*i).is_some_and(|t| t.punct().is_none()) && !s.has(*i, class::PREPOSITION | class::CONJUNCTION) || s.is(*i, &[words])
        });
        apart.then(|| near.into_iter().find(|i| s.is(*i, &[words]))).flatten().map(|_| self.at + 1)
    }

    fn voice(&self, behind: usize) -> Option<Voice> {
        let (s, g) = (self.scene, &self.group);
        if self.verb.lemma == "be" {
            return Some(Voice::Active);
        }
        if self.forms.has(Forms::GERUND) {
            let denied = s.is(g.start.wrapping_sub(1), &["denied", "denies", "denying", "deny"]);
            return if g.be { Some(Voice::Active) } else { denied.then_some(Voice::Denied) };
        }
        if g.bare {
            return self.forms.has(Forms::BASE).then_some(Voice::Active);
        }
        if g.have {
            return self.forms.has(Forms::PARTICIPLE).then_some(Voice::Active);
        }
        if g.be {
            return (self.verb.frame == Frame::Act && self.forms.has(Forms::PARTICIPLE)).then_some(Voice::Passive);
        }
        // "suggested that she step down"
        let wished = self.forms.has(Forms::BASE) && !self.forms.has(Forms::PAST);
        let plural = |p: Party| {
            s.is_group(p.head) || s.cx.lexicon.plurals.is_plural(&s.word(p.head).to_lowercase()) || !s.joined_before(&p).is_empty()
        };
        let person = s.name_ending(g.start).is_some_and(|n| n.kind == NameKind::Person) && !s.is(self.at.wrapping_sub(2), &["and"]);
        if wished && (person || !s.party_before(g.start).is_some_and(plural)) {
            return None;
        }
        let determined =
            s.has(g.start.wrapping_sub(1), class::ARTICLE | class::DETERMINER | class::PREPOSITION) || s.is_clitic(g.start.wrapping_sub(1));
        let named = || s.name_ending(g.start).is_some() || s.party_before(g.start).is_some();
        let opens = self.verb.frame != Frame::Act || s.party_after(behind).is_some();
        (!determined && opens && named()).then_some(Voice::Active)
    }

    /// How it is told, and before which token the subject ends; none where it is left open whether it happens.
    fn mood(&self) -> Option<(Modality, usize)> {
        let (s, g) = (self.scene, &self.group);
        let mut said = (g.modality, g.start);
        if let Some(to) = g.to {
            let not = s.is(to.wrapping_sub(1), &["not", "never"]);
            let control = mood::governed(s, self.before_date(to));
            let modality = if self.is_heading(to) { Modality::Planned } else { control.modality };
            let modality = if not && matches!(modality, Modality::Planned | Modality::Done) { Modality::Negated } else { modality };
            // "did not mean to shoot": whether it was done is another matter
            let word = self.before_date(to).wrapping_sub(1);
            let done = s.among(word, sets::DID_NOT.and(sets::DID).and(sets::BALKS)) || not;
            let intends =
                s.among(word, sets::PLANS.and(sets::AIMS)) && !(word.saturating_sub(3)..word).any(|i| s.is(i, &["did", "didn't", "had"]));
            if modality == Modality::Negated && !done && !intends {
                return None;
            }
            said = (mood::stronger(g.modality, modality), control.subject_end.unwrap_or(to));
        }
        let reported = g.would && mood::reported(s, self.at).is_some();
        let open = mood::is_supposed(s, self.at) || mood::is_asked(s) || mood::is_awaited(s, g);
        let would_not = g.would && !reported || self.is_hearsay(said.1);
        let fits = match said.0 {
            Modality::Possible => reported,
            Modality::Done | Modality::Planned | Modality::Negated => true,
            _ => false,
        };
        let said = (if reported && said.0 == Modality::Possible { Modality::Planned } else { said.0 }, said.1);
        (fits && !open && !would_not && !self.is_modal()).then_some(said)
    }

    /// The token of `to`, or the first of the date before it: `agreed on Monday to buy`.
    fn before_date(&self, to: usize) -> usize {
        let s = self.scene;
        s.date_ending(to).map_or(to, |d| d.tokens.start - s.is(d.tokens.start.wrapping_sub(1), &["on", "in"]) as usize)
    }

    /// `Norvane to cut jobs`: a plan in the manner of headings.
    fn is_heading(&self, to: usize) -> bool {
        let s = self.scene;
        let heads = s.name_ending(to).is_some_and(|n| n.tokens.start <= s.tokens.start + 2);
        heads && !s.is_punct(s.tokens.end.wrapping_sub(1), &['.', '?', '!'])
    }

    /// `could not find`, `may not pay`, `should not have left`: no word on whether it was done, or not on that alone.
    fn is_modal(&self) -> bool {
        let modal =
            ["can", "could", "cannot", "can't", "couldn't", "may", "might", "must", "should", "shouldn't", "ought", "need", "dare", "let"];
        (self.group.start..self.at).any(|i| self.scene.is(i, &modal))
    }

    /// `reports that the firm paid`: what a noun of hearsay holds is not told as a fact.
    fn is_hearsay(&self, subject_end: usize) -> bool {
        const REACH: usize = 12;
        let s = self.scene;
        let from = subject_end.saturating_sub(REACH).max(s.tokens.start + 1);
        let supposed =
            |i: usize| s.is(i, &["presuming", "assuming", "supposing", "provided", "providing", "whether", "should"]) && i < subject_end;
        (from - 1..self.at).any(|i| s.is(i, &["that", "of"]) && s.among(i.wrapping_sub(1), sets::HEARSAY) || supposed(i))
    }

    /// `denied that it had bought`
    fn is_denied(&self) -> bool {
        let cue = mood::reported(self.scene, self.at).and_then(|said| said.cue.as_deref().map(str::to_lowercase));
        cue.is_some_and(|c| ["denied", "denies", "denying", "deny"].contains(&c.as_str()))
    }

    /// A negation that leaves it open whether it was done otherwise or later: `has not yet signed`, `did not resign because of`.
    fn is_hedged(&self, end: usize) -> bool {
        const REACH: usize = 14;
        let s = self.scene;
        let beside = (self.group.start..self.at).any(|i| s.among(i, sets::HEDGES));
        let yet = s.is(self.group.to.unwrap_or(0).wrapping_sub(1), &["yet", "able", "unable", "need", "have", "has", "had"]);
        let clause = || (self.at + 1..(end + REACH).min(s.tokens.end)).take_while(|i| !s.is_punct(*i, &[',', ';', ':', '.']));
        let until = clause().any(|i| {
            s.is(
                i,
                &[
                    "until",
                    "because",
                    "yet",
                    "unless",
                    "but",
                    "enough",
                    "alone",
                    "before",
                    "immediately",
                    "only",
                    "without",
                    "any",
                    "anymore",
                    "just",
                    "initially",
                    "than",
                    "as",
                ],
            ) && !(s.is(i, &["any", "as"]) && i < end)
        });
        let also = clause().any(|i| s.among(i, sets::HEDGES));
        beside || yet || until || also
    }

    fn subject(&self, voice: Voice, end: usize) -> Vec<Party> {
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

    /// What stands behind the verb, with what the head of it is of: `the sale of Norvik`.
    fn objects(&self, behind: usize) -> (Vec<Party>, usize) {
        let s = self.scene;
        let from = behind + s.is_adverb(behind) as usize;
        let (mut list, mut end) = s.parties_after(from);
        if list.is_empty() && s.has(from, class::PRONOUN) {
            list.push(Party { entity: None, head: from, start: from, nobody: false });
            end = from + 1;
        }
        let joined = list.len() == 1 && list[0].entity.is_none() && s.is(end, &["of", "by", "for"]);
        if joined {
            let (of, behind) = s.parties_after(end + 1);
            list.extend(of.into_iter().filter(|p| p.entity.is_some()));
            end = behind.max(end);
        }
        (list, end)
    }

    /// The names inside the phrase of the object: `rejected Norvik's bid`.
    fn owners(&self, told: &mut Told) {
        let s = self.scene;
        let inside = |p: &Party| {
            let from = s.names.partition_point(|n| n.tokens.start < p.start);
            s.names[from..].iter().take_while(|n| n.tokens.end <= p.head).map(|n| s.entity(n)).collect::<Vec<_>>()
        };
        for p in told.objects.iter().filter(|p| p.entity.is_none()).cloned().collect::<Vec<_>>() {
            let named = inside(&p).into_iter();
            told.objects.extend(named.map(|e| Party { entity: Some(e), head: p.head, start: p.start, nobody: false }));
        }
    }

    /// A place further behind: `cut jobs in its rail division at Lund`.
    fn place_behind(&self, end: usize) -> Option<Short> {
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
    fn place_before(&self, told: &Told) -> Option<Short> {
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

    /// Whose shares rise: the name in the phrase or behind it.
    fn company(&self, told: &mut Told, end: usize) {
        const REACH: usize = 6;
        let s = self.scene;
        let (Object::Of(_), Some(head)) = (self.verb.object, told.agents.first().map(|p| p.head)) else { return };
        let from = head.saturating_sub(REACH).max(s.tokens.start);
        let near = s.names[s.names.partition_point(|n| n.tokens.start < from)..].iter().take_while(|n| n.tokens.end <= end);
        let entity = near.map(|n| s.entity(n)).find(|e| !e.starts_with("person:"));
        if let Some(first) = told.agents.first_mut() {
            first.entity = entity;
        }
    }

    /// What stands before and behind the verb is what the table asks for.
    fn fits(&self, told: &Told, behind: usize) -> bool {
        let s = self.scene;
        let person = |p: &Party| {
            p.entity.as_deref().map_or_else(|| s.is_person_noun(p.head) || s.is(p.head, &["he", "she", "i"]), |e| e.starts_with("person:"))
        };
        let noun = |p: &Party| p.entity.is_some() || s.is_lower(p.head) && !s.has(p.head, class::PRONOUN);
        let objects = &told.objects;
        match self.verb.object {
            Object::Any => true,
            Object::Person => told.agents.iter().any(|p| person(p) || p.nobody) && self.is_closed(behind),
            // `was not charged with fraud` denies what stands behind the preposition
            Object::People => objects.iter().any(|p| person(p) || p.nobody && s.names_nobody(p.head)) && !self.is_about(behind),
            Object::Organisation => objects.iter().any(|p| p.entity.as_deref().is_some_and(|e| !e.starts_with("person:"))),
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

    fn tense(&self, modality: Modality) -> Option<&'static str> {
        let (s, g) = (self.scene, &self.group);
        // "will be able to play"
        let from = g.to.map_or(g.start, |to| to.saturating_sub(4).max(s.tokens.start));
        let word = |words: &[&str]| (from..self.at).any(|i| s.is(i, words));
        let governed = g.to.is_some() && modality == Modality::Planned
            || g.to.is_some_and(|to| (to.saturating_sub(3)..to).any(|i| s.among(i, sets::PLANS)));
        if modality == Modality::Planned || governed || word(&["will", "shall", "won't", "'ll", "would", "wouldn't"]) {
            return Some("ahead");
        }
        let gerund = self.forms.has(Forms::GERUND) && word(&["is", "are", "isn't", "aren't"]);
        let present = !g.have && !self.forms.has(Forms::PAST) && g.start == self.at
            || gerund
            || self.verb.lemma == "be" && s.is(self.at, &["is", "are"]);
        if present || word(&["does", "do", "doesn't", "don't"]) {
            return Some("now");
        }
        word(&["has", "have", "hasn't", "haven't"]).then_some("perfect")
    }

    /// The date at the head of the sentence, or between the subject and the verb.
    fn leading(&self, told: &mut Told) {
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

    /// Of shares the company as it is written, where nothing shows that it is one.
    fn subject_noun(&self, told: &Told) -> Option<Short> {
        const REACH: usize = 3;
        let s = self.scene;
        if !matches!(self.verb.object, Object::Of(_)) {
            return self.head_of(&told.agents);
        }
        let share = told.agents.iter().find(|p| p.entity.is_none())?;
        let written = |i: &usize| {
            s.token(*i).is_some_and(|t| t.is_word() && t.is_capital())
                && !s.has(*i, class::ARTICLE | class::DETERMINER | class::PRONOUN | class::PREPOSITION)
        };
        let before = (share.start..share.head).rev().find(written);
        let behind = || (share.head + 1..share.head + 1 + REACH).find(|i| s.is(share.head + 1, &["in", "of"]) && written(i));
        let noun = || s.is(share.head + 1, &["in", "of"]).then(|| s.party_after(share.head + 2)).flatten().map(|(p, _)| p.head);
        let pointed = || (share.start..share.head).any(|i| s.is(i, &["its", "the", "their"]));
        let named = before.or_else(behind).or_else(noun).map(|i| s.stem(i));
        named.or_else(|| pointed().then(|| Short::from("?")))
    }

    /// The stem of the noun that stands where a named subject would; `?` for a pronoun that stands for nobody known.
    fn head_of(&self, agents: &[Party]) -> Option<Short> {
        let s = self.scene;
        let first = agents.iter().find(|p| !p.nobody)?;
        if agents.iter().any(|p| p.entity.is_some()) {
            return None;
        }
        Some(if s.has(first.head, class::PRONOUN) { Short::from("?") } else { s.stem(first.head) })
    }

    /// The number before the noun of the object.
    fn number(&self, told: &Told) -> Option<Short> {
        let s = self.scene;
        let object = told.objects.first()?;
        let number = |i: &usize| s.token(*i).is_some_and(|t| t.is_number()) || s.has(*i, class::NUMBER) && !s.has(*i, class::ORDINAL);
        (object.start..object.head).find(number).map(|i| Short::from(s.word(i).to_lowercase().replace(',', "")))
    }

    /// The noun behind the object that says of what it is.
    fn of(&self, told: &Told) -> Option<Short> {
        let s = self.scene;
        let head = told.objects.first().filter(|p| p.entity.is_none())?.head;
        let (party, _) =
            s.is(head + 1, &["of", "for", "at", "between", "by", "in", "on", "with"]).then(|| s.party_after(head + 2)).flatten()?;
        (s.is_lower(party.head) && s.date_at(party.head).is_none()).then(|| s.stem(party.head))
    }

    /// The first token of what is shown: the verb with its auxiliaries, or the phrase that says that nobody did it.
    fn start(&self, told: &Told, subject_end: usize) -> usize {
        let nobody = told.agents.iter().chain(&told.objects).filter(|p| p.nobody && p.head < self.at).map(|p| p.start).min();
        nobody.unwrap_or(subject_end.min(self.group.start).max(self.scene.tokens.start))
    }
}

fn is_locating(scene: &Scene, i: usize) -> bool {
    scene.is(i, &["in", "at", "near", "outside"])
}
