//! Events told by nouns: `the capture of`, `talks with`, `Yermak's resignation`.

use std::ops::Range;

use super::mood;
use super::party::Party;
use super::scene::Scene;
use super::subject::Subjects;
use super::told::{Told, is_with_slash, occurrence, predicate};
use crate::claim::entity;
use crate::claim::{Modality, PlaceType, Short};
use crate::extract::mention::NameKind;
use crate::lexicon::class;
use crate::lexicon::event_words as sets;
use crate::lexicon::events::Frame;
use crate::value::time::edtf;

/// What the noun of an event at these tokens tells.
pub fn read(scene: &Scene, at: usize) -> Option<(Told, Range<usize>)> {
    let events = &scene.cx.lexicon.events;
    let (length, noun) = events.noun(scene.cx.tokens.all, at)?;
    let tokens = at..at + length;
    if tokens.end > scene.tokens.end || is_part_of_compound(scene, tokens.end) || is_figurative(scene, at, events.of_noun(noun).contests) {
        return None;
    }
    let mut phrase = Phrase { scene, at, start: at, possessor: None, told: Told::new(events.of_noun(noun), noun.frame, true) };
    phrase.walk_back();
    if scene.is(at, &["strike", "strikes"]) && !phrase.is_of_labour() {
        return None;
    }
    let before = (phrase.told.date.clone(), phrase.told.day_name.clone());
    let end = phrase.told.complements(scene, tokens.end);
    if phrase.is_acted_on() {
        (phrase.told.date, phrase.told.day_name) = before;
    }
    phrase.governed();
    phrase.told.modality = mood::stronger(phrase.told.modality, predicate(scene, end));
    if let Some(behind) = occurrence(scene, end) {
        phrase.told.complements(scene, behind);
    }
    phrase.place_possessor();
    phrase.drop_day_to_come();
    // "his occupation" is his job.
    let persons = |list: &[Party]| !list.is_empty() && list.iter().all(|p| p.entity.as_deref().is_some_and(entity::is_person));
    if scene.is(at, &["occupation"]) && (persons(&phrase.told.agents) || phrase.told.agents.is_empty() && persons(&phrase.told.objects)) {
        return None;
    }
    // "the fall of Kupiansk", but not of a ruler.
    let falls = |p: &Party| p.entity.as_deref().is_some_and(entity::is_place);
    if noun.frame == Frame::Patient && !phrase.told.objects.iter().any(falls) {
        return None;
    }
    // "the release of the report"
    let papers = |p: &Party| scene.among(p.head, sets::PAPERS);
    if phrase.told.concept.name == "release"
        && phrase.told.objects.iter().any(papers)
        && let Some(concept) = events.named("publish")
    {
        phrase.told.concept = concept;
    }
    let free = |p: &Party| p.entity.as_deref().is_some_and(entity::is_person) || scene.is_person_noun(p.head);
    if phrase.told.concept.name == "release" && !phrase.told.objects.iter().any(free) {
        return None;
    }
    // "attacks on his integrity" are words.
    let ideal = |p: &Party| p.entity.is_none() && scene.among(p.head, sets::IDEALS);
    if phrase.told.concept.name == "attack" && phrase.told.objects.iter().any(ideal) {
        return None;
    }
    Some((phrase.told, tokens))
}

/// `heart attack`, `personal attacks`, `a court battle`: words before a noun that change what it means.
fn is_figurative(scene: &Scene, at: usize, contests: bool) -> bool {
    let before = at.wrapping_sub(1);
    scene.among(before, sets::FIGURATIVE) || contests && scene.among(before, sets::CONTESTS)
}

/// `death toll`, `attack helicopter`: the noun only describes another one.
fn is_part_of_compound(scene: &Scene, next: usize) -> bool {
    let function =
        class::PREPOSITION | class::CONJUNCTION | class::AUXILIARY | class::RELATIVE | class::PRONOUN | class::TEMPORAL | class::WEEKDAY;
    let verb = scene.word(next).ends_with("ed") || scene.among(next, sets::PREDICATES) || scene.has(next, class::CUE | class::EVENT);
    scene.is_punct(next, &['-']) || scene.is_lower(next) && !scene.has(next, function) && !verb && !scene.is_adverb(next)
}

struct Phrase<'a> {
    scene: &'a Scene<'a>,
    at: usize,
    /// The first token of the phrase that is known.
    start: usize,
    possessor: Option<Party>,
    told: Told,
}

impl Phrase<'_> {
    /// Reads what stands before the noun in its phrase.
    fn walk_back(&mut self) {
        const LONGEST: usize = 9;
        let s = self.scene;
        while self.start > s.tokens.start && self.at - self.start < LONGEST {
            let i = self.start - 1;
            let clitic = s.is_clitic(i) as usize;
            if let Some(date) = s.date_ending(self.start - clitic) {
                // "9/11 lawsuits": on what they are, not when they were filed
                if !is_with_slash(s, date) || self.told.concept.course == Some("harm") || self.told.concept.name == "attack" {
                    self.told.date = self.told.date.take().or_else(|| date.date.edtf.clone());
                }
                self.start = date.tokens.start;
            } else if clitic == 1 {
                self.possessor = s.party_before(i);
                self.start = self.possessor.as_ref().map_or(i, |p| p.start);
                break;
            } else if let Some(name) = s.name_ending(self.start) {
                self.name_before(name.tokens.start, name.tokens.end);
            } else if let Some((1, place)) = s.demonym(i) {
                if !self.is_open() {
                    self.by_origin(Party { entity: Some(place), head: i, start: i, nobody: false });
                }
                self.start = i;
            } else if !self.word_before(i) {
                break;
            }
        }
    }

    /// `the Moscow talks`, `the Moss-Winkler meeting`, `US strikes`.
    fn name_before(&mut self, start: usize, end: usize) {
        let s = self.scene;
        let Some(name) = s.name_ending(end) else { return };
        let entity = &s.found.entities[name.entity];
        let joined = s.is_punct(end, &['-', '–']) || s.is_punct(start.wrapping_sub(1), &['-', '–']);
        let acts = name.kind != NameKind::Place || entity.place_type == PlaceType::Country;
        // "the Supreme Court nomination" names the post.
        let post = name.kind == NameKind::Organisation && matches!(self.told.concept.name, "appoint" | "nominate" | "elect");
        if joined || acts && !post && !self.is_open() && matches!(self.told.frame, Frame::Act | Frame::Onto | Frame::Pair) {
            if let Some(party) = s.party_before(end) {
                self.by_origin(party);
            }
        } else if name.kind == NameKind::Place && self.told.place.is_none() {
            self.told.place = Some(Short::from(&entity.id));
        }
        self.start = start;
    }

    /// `the Iraqi invasion` may be by or of Iraq.
    fn is_open(&self) -> bool {
        matches!(self.told.concept.name, "invade" | "occupy")
    }

    fn by_origin(&mut self, party: Party) {
        match self.told.frame {
            Frame::Pair => self.told.partners.push(party),
            Frame::At | Frame::Undergo | Frame::Patient => {}
            // "the Jan Berg shooting" names whom it happened to.
            Frame::Act if self.told.concept.people && party.entity.as_deref().is_some_and(entity::is_person) => {
                self.told.objects.push(party);
            }
            _ => self.told.agents.push(party),
        }
    }

    /// Takes a word or mark before the noun into the phrase; false where the phrase begins behind it.
    fn word_before(&mut self, i: usize) -> bool {
        let s = self.scene;
        if s.is(i, &["his", "her"]) {
            self.possessor = s.owner(i).map(|entity| Party { entity: Some(entity), head: i, start: i, nobody: false });
            self.start = i;
            return false;
        }
        if s.has(i, class::ARTICLE | class::DETERMINER) || s.is(i, &["no"]) {
            if s.is(i, &["no", "neither"]) {
                self.told.modality = Modality::Negated;
            } else if s.is(i, &["any"]) {
                self.told.modality = mood::stronger(self.told.modality, Modality::Possible);
            }
            self.start = i;
            return false;
        }
        let stop = class::PREPOSITION | class::AUXILIARY | class::CONJUNCTION | class::RELATIVE | class::PRONOUN | class::NEGATION;
        let word = s.token(i).is_some_and(|t| t.is_word() || t.is_number()) && !s.has(i, stop);
        let governs = s.among(
            i,
            sets::SUPPORTS.and(sets::AVERTS).and(sets::EVADES).and(sets::HALTS).and(sets::DENIES).and(sets::DISPUTES).and(sets::UNDERGOES),
        );
        // "follow-up", "face-to-face": a word that a hyphen ties to others.
        let part = s.is_punct(i.wrapping_sub(1), &['-']) || s.is_punct(i + 1, &['-']) && i + 1 < self.at;
        if !(word && !governs || part || s.is_punct(i, &['-', '“', '”', '‘'])) || self.is_governor(i) {
            return false;
        }
        // A pending lawsuit has been filed.
        let filed = s.is(i, &["pending"]) && matches!(self.told.concept.name, "sue" | "charge");
        if !filed {
            self.told.modality = mood::stronger(self.told.modality, attribute(s, i));
        }
        self.told.counted |= s.has(i, class::ORDINAL);
        self.start = i;
        true
    }

    /// A verb before a phrase without an article: `cancelled talks`, `announced plans`.
    fn is_governor(&self, i: usize) -> bool {
        let s = self.scene;
        let verbal = s.among(i, sets::CANCELS.and(sets::PLANNED).and(sets::POSSIBLE).and(sets::CLAIMS));
        verbal && i > s.tokens.start && !s.has(i - 1, class::ARTICLE | class::DETERMINER | class::PREPOSITION) && !s.is_clitic(i - 1)
    }

    /// What the word before the phrase makes of it.
    fn governed(&mut self) {
        let s = self.scene;
        let Some(i) = self.start.checked_sub(1).filter(|i| *i >= s.tokens.start) else { return };
        if s.is(i, &["or", "nor"]) {
            self.told.modality = mood::stronger(self.told.modality, Modality::Possible);
        }
        if s.has(i, class::PREPOSITION) { self.led_by(i) } else { self.governed_by(i) }
    }

    /// What the preposition at token `i` makes of it: `calls | for`, `called | off`.
    fn led_by(&mut self, i: usize) {
        let s = self.scene;
        let open = s.among(i.wrapping_sub(1), sets::OPENS) && s.is(i, &["for", "of", "to", "on"]);
        let off = s.is(i, &["off"]) && s.is(i.wrapping_sub(1), &["called", "call", "calls", "put", "calling", "break", "broke"]);
        let said = if open && self.is_rebuffed(i - 1) {
            Modality::Negated
        } else if open {
            Modality::Possible
        } else if off {
            self.called_off(mood::group(s, i - 1).start);
            Modality::Cancelled
        } else {
            return;
        };
        self.told.modality = mood::stronger(self.told.modality, said);
    }

    /// What the verb at token `i` makes of it: `cancelled`, `announced`.
    fn governed_by(&mut self, i: usize) {
        let s = self.scene;
        let lists = [
            (sets::SUPPORTS, Modality::Done),
            (sets::CANCELS, Modality::Cancelled),
            (sets::PLANNED.and(sets::UNDERGOES), Modality::Planned),
            (sets::POSSIBLE, Modality::Possible),
            (sets::DENIES.and(sets::DISPUTES), Modality::Denied),
            (sets::CLAIMS, Modality::Claimed),
            (sets::AVERTS, Modality::Negated),
            (sets::HALTS, Modality::Negated),
            (sets::EVADES, Modality::Negated),
        ];
        let listed = lists.iter().find(|(set, _)| s.among(i, *set) && self.may_be_kept_off(i));
        let Some((_, said)) = listed else { return };
        // "had never had a veto overridden" does not deny that there was one
        if s.is(i, &["had", "has", "have", "having"]) && s.is_lower(self.at + 1) && s.has(self.at + 1, class::EVENT) {
            return;
        }
        // Who announces sanctions or a recall does it; who announces a capture says that there was one.
        let own = s.is(i, &["announced", "announces", "announcing"]) && matches!(self.told.frame, Frame::Onto | Frame::Own | Frame::Give);
        let said = if own { &Modality::Done } else { said };
        let group = mood::group(s, i);
        let (mut modality, mut start) = (mood::stronger(group.modality, *said), Some(group.start));
        let mut control = Modality::Done;
        if let Some(to) = group.to {
            let by = mood::governed(s, to);
            (modality, control, start) = (mood::stronger(modality, by.modality), by.modality, by.subject_end);
        }
        if *said == Modality::Cancelled {
            start.filter(|_| !group.be).into_iter().for_each(|end| self.called_off(end));
            modality = self.cancelled(i, mood::stronger(group.modality, control));
        }
        self.told.modality = mood::stronger(self.told.modality, modality);
        let subject = start.and_then(|end| s.party_before(end));
        match said {
            Modality::Done if !group.be => self.told.agents.extend(subject.into_iter().flat_map(|p| {
                let mut all = s.joined_before(&p);
                all.push(p);
                all
            })),
            Modality::Planned if s.among(i, sets::UNDERGOES) && self.told.objects.is_empty() => self.told.objects.extend(subject),
            Modality::Negated if !group.be && s.among(i, sets::EVADES) && self.told.objects.is_empty() => self.told.objects.extend(subject),
            Modality::Denied | Modality::Claimed => self.told.claimer = subject.map(|p| s.called_first(&p)),
            _ => {}
        }
    }

    /// What the verb at token `i` keeps from happening can be kept from happening: an act that is halted, unlike a meeting, and what the
    /// authorities do to somebody who gets away, unlike an attack that somebody escaped. True of every other verb.
    fn may_be_kept_off(&self, i: usize) -> bool {
        let s = self.scene;
        let c = self.told.concept;
        let act = matches!(self.told.frame, Frame::Act | Frame::Onto);
        let fate = c.people && act && c.name != "kidnap";
        if s.among(i, sets::HALTS) {
            return act;
        }
        !s.among(i, sets::EVADES) || s.among(i, sets::AVERTS) || fate
    }

    /// Who is to do it refuses: `rejected calls for her resignation`. `calls`: the token of the noun of asking.
    fn is_rebuffed(&self, calls: usize) -> bool {
        let s = self.scene;
        // "rejected growing calls"
        let Some(verb) = [calls.wrapping_sub(1), calls.wrapping_sub(2)].into_iter().find(|i| s.among(*i, sets::REBUFFS)) else {
            return false;
        };
        let own = s.party_before(mood::group(s, verb).start).and_then(|p| p.entity);
        own.is_some() && self.possessor.as_ref().is_some_and(|p| p.entity == own)
    }

    /// Something is done to the act that the noun tells, or said of it, and the day behind is of that. `overrode the veto on Monday`, `will
    /// vote on the veto on Monday`.
    fn is_acted_on(&self) -> bool {
        let s = self.scene;
        let Some(i) = self.start.checked_sub(1).filter(|i| *i >= s.tokens.start) else { return false };
        let act = matches!(self.told.frame, Frame::Act | Frame::Give | Frame::Onto);
        let verb = |i: usize| s.is_lower(i) && s.token(i).is_some_and(|t| s.cx.lexicon.events.verbs(t).next().is_some());
        let told_of = |i: usize| verb(i) || s.is_verbal(i) || s.is(i, &["vote", "voted", "votes", "voting"]);
        let governs = verb(i) && !s.among(i, sets::SUPPORTS.and(sets::CLAIMS));
        act && (governs || s.is(i, &["about", "on", "over"]) && told_of(i.wrapping_sub(1)))
    }

    /// What has been done was not done on a day to come: that day is of another act.
    fn drop_day_to_come(&mut self) {
        let gathering = matches!(self.told.frame, Frame::Pair | Frame::At);
        let first = || edtf::parse(self.told.date.as_deref()?)?.interval().map(|i| i.first);
        let to_come = || first().zip(self.scene.cx.published).is_some_and(|(day, published)| day > published);
        if self.told.modality == Modality::Done && !gathering && to_come() {
            self.told.date = None;
        }
    }

    /// Whoever calls off a visit or a meeting, before token `end`, is taken for a participant if nobody else is named.
    fn called_off(&mut self, end: usize) {
        let s = self.scene;
        let own = matches!(self.told.frame, Frame::Own | Frame::Move | Frame::Pair);
        let nobody = self.told.agents.is_empty() && self.told.partners.is_empty() && self.possessor.is_none();
        if own && nobody {
            let subject = Subjects { scene: s, of_people: false }.of(end, false);
            self.told.agents.extend(subject.into_iter().filter(|p| p.entity.is_some()));
        }
    }

    /// A strike of those who work, and no attack: it is called off or planned for, it is held `over pay`, or an adjective says so.
    fn is_of_labour(&self) -> bool {
        let s = self.scene;
        let before = self.start.wrapping_sub(1);
        let behind = self.at + 1;
        let called = s.is(before, &["off", "called", "call", "calls", "suspended", "suspend", "suspends"]);
        let kind = |i: usize| s.is(i, &["general", "rail", "pay", "wildcat", "doctors", "teachers"]);
        let cause = s.is(behind, &["over"]) && s.is(behind + 1, &["pay", "wages", "jobs", "conditions", "pensions"]);
        let cause = cause || s.is(behind, &["action", "ballot"]);
        let on = s.is(behind, &["on", "against", "by"]);
        let attack = (self.start..self.at).any(|i| s.is(i, &["air", "drone", "missile", "rocket", "military", "artillery", "retaliatory"]));
        !attack && !on && (called || cause || (self.start..self.at).any(kind))
    }

    /// What is asked to be cancelled, may be, or is not, is still to come: `called on him to cancel`, `considers cancelling`. `said`: what
    /// the words before the verb of cancelling, at token `i`, say of it.
    fn cancelled(&self, i: usize, said: Modality) -> Modality {
        let s = self.scene;
        let thought_of =
            s.word(i).ends_with("ing") && !s.has(i.wrapping_sub(1), class::AUXILIARY) && !s.is(i.wrapping_sub(1), &["by", "after"]);
        match said {
            Modality::Possible | Modality::Negated | Modality::Denied => Modality::Planned,
            _ if thought_of => Modality::Planned,
            _ => Modality::Cancelled,
        }
    }

    /// `Yermak's arrest` happens to him, `Russia's capture of` is done by it.
    fn place_possessor(&mut self) {
        let Some(party) = self.possessor.take() else { return };
        if self.is_first_of_its_kind(&party) {
            self.told.place = self.told.place.take().or(party.entity);
            return;
        }
        match self.told.frame {
            Frame::Act | Frame::Patient | Frame::Undergo if self.told.objects.is_empty() => self.told.objects.push(party),
            Frame::At => {}
            Frame::Own if self.told.concept.name == "protest" && self.is_site(&party) => {
                self.told.place = self.told.place.take().or(party.entity)
            }
            _ => self.told.agents.push(party),
        }
    }

    /// `France's biggest theft`, `Iran's deadliest quake`: the possessor says among which events it ranks, not who did it.
    fn is_first_of_its_kind(&self, party: &Party) -> bool {
        let s = self.scene;
        let most = |i: usize| s.is(i, &["most", "worst"]) || s.is_lower(i) && s.word(i).len() > 5 && s.word(i).ends_with("est");
        let place = party.entity.as_deref().is_some_and(entity::is_place);
        place && (party.head + 1..self.at).any(most)
    }

    /// A town or another place that is no country does nothing itself: `Oslo's protests` are protests there.
    fn is_site(&self, party: &Party) -> bool {
        let s = self.scene;
        party.entity.as_deref().is_some_and(|e| entity::is_place(e) && !s.is_country(e)) && !s.is_group(party.head)
    }
}

/// What an adjective or participle before the noun says.
fn attribute(scene: &Scene, i: usize) -> Modality {
    let lists = [(sets::CANCELS, Modality::Cancelled), (sets::PLANNED, Modality::Planned), (sets::POSSIBLE, Modality::Possible)];
    let listed = lists.iter().find(|(set, _)| scene.among(i, *set)).map(|(_, m)| *m);
    let claimed = || scene.is(i, &["alleged", "claimed", "purported", "reported", "suspected", "so-called"]);
    listed.unwrap_or(if claimed() { Modality::Claimed } else { Modality::Done })
}
