//! Events told by verbs.

use std::ops::Range;

use super::mood::{self, Group};
use super::party::Party;
use super::scene::Scene;
use super::subject::Subjects;
use super::told::{Told, day_name, predicate};
use crate::claim::entity;
use crate::claim::{Modality, Short};
use crate::extract::mention::NameKind;
use crate::lexicon::class;
use crate::lexicon::event_words as sets;
use crate::lexicon::events::{Forms, Frame, Object, Verb};

/// The longest title before a name that is looked at.
const TITLE: usize = 3;

/// What the verb at token `at` tells, and the tokens of the verb with its particle.
pub fn read(scene: &Scene, at: usize) -> Option<(Told, Range<usize>)> {
    let events = &scene.cx.lexicon.events;
    // "was re-elected"
    let again = scene.is_punct(at.wrapping_sub(1), &['-']) && scene.is(at.wrapping_sub(2), &["re"]);
    let first = if again { at - 2 } else { at };
    let group = mood::group(scene, first);
    if is_part_of_compound(scene, at) || is_inside_a_name(scene, at) {
        return None;
    }
    // "had previously released reports": others than those of this event
    let earlier = (group.start..first).any(|i| scene.is(i, &["previously"]));
    if earlier && events.verbs(scene.token(at)?).any(|(verb, _)| !events.of_verb(verb).single) {
        return None;
    }
    events.verbs(scene.token(at)?).find_map(|(verb, forms)| {
        let particle = particle(scene, at, verb)?;
        let told = Told::new(events.of_verb(verb), verb.frame, false);
        let mut reading = Reading { scene, at, first, verb, forms, group, told, behind: particle, frame: verb.frame };
        reading.choose_frame();
        reading.read()?;
        Some((reading.told, at..at + 1))
    })
}

/// The token from which the object of the verb at token `at` is read: behind a verb that `and` joins to it (`shot and killed a boy`) and
/// the words before a number (`killed as many as nine`).
fn behind(scene: &Scene, at: usize) -> usize {
    const HEDGE: usize = 4;
    let next = |i: usize| scene.is_lower(i) && (scene.has(i, class::EVENT) || scene.word(i).ends_with("ed"));
    let from = if scene.is(at + 1, &["and"]) && next(at + 2) { at + 3 } else { at + 1 };
    let number = |i: &usize| scene.has(*i, class::NUMBER) || scene.token(*i).is_some_and(|t| t.is_number());
    let words = ["as", "many", "at", "least", "most", "more", "than", "up", "to", "about", "around", "nearly", "almost", "some"];
    let hedge = (from..from + HEDGE).take_while(|i| scene.is(*i, &words)).last();
    hedge.map(|i| i + 1).filter(number).unwrap_or(from)
}

/// A word with a capital among others without, inside a name that no table knows: `the Hot Shot crew`.
fn is_inside_a_name(scene: &Scene, at: usize) -> bool {
    const CONTENT: usize = 5;
    let capital = scene.token(at).is_some_and(|t| t.is_capital()) && at > scene.tokens.start;
    let function = class::PREPOSITION | class::CONJUNCTION | class::AUXILIARY | class::RELATIVE | class::PRONOUN | class::DETERMINER;
    let content = |i: usize| scene.is_lower(i) && scene.word(i).len() >= CONTENT && !scene.has(i, function);
    capital && scene.tokens.clone().filter(|i| content(*i)).nth(1).is_some()
}

/// `fire-fighting`, `charge-sheet`: a hyphen ties it to another word.
fn is_part_of_compound(scene: &Scene, at: usize) -> bool {
    scene.is_punct(at + 1, &['-']) && scene.token(at + 1).is_some_and(|t| t.glued())
}

/// `shelled out`, `sold off`, `signed up`: the word behind makes another verb of it.
fn is_other_verb(scene: &Scene, at: usize, lemma: &str) -> bool {
    let next = |words: &[&str]| scene.is(at + 2, words);
    match scene.word(at + 1) {
        "out" => !next(&["of", "in"]),
        "up" => !next(&["to"]),
        "off" => !next(&["the", "its", "his", "her"]),
        "away" => true,
        "across" | "at" | "into" | "through" | "toward" | "towards" | "upon" => lemma == "fire",
        "on" => lemma == "fire" && scene.date_at(at + 2).is_none(),
        _ => false,
    }
}

/// The token from which the object of a verb is read, when the words that must follow it do: at once, or a single one behind the object.
fn particle(scene: &Scene, at: usize, verb: &Verb) -> Option<usize> {
    const REACH: usize = 9;
    let words = verb.particle;
    if words.is_empty() {
        let nature = matches!(verb.object, Object::Subject(_));
        return (nature || !is_other_verb(scene, at, verb.lemma))
            .then(|| behind(scene, at) + (nature && scene.is(at + 1, &["up"])) as usize);
    }
    if words.split(' ').enumerate().all(|(n, w)| scene.is(at + 1 + n, &[w])) {
        let last = at + words.split(' ').count();
        // "spoke with Putin": the phrase behind the preposition is read as any other.
        let phrase = scene.has(last, class::PREPOSITION) && !scene.is(last, &["of", "in", "up", "down", "off", "over"]);
        return Some(if phrase && !takes_what_follows(verb) { last } else { last + 1 });
    }
    if takes_what_follows(verb) {
        return None;
    }
    let near = (at + 2..(at + REACH).min(scene.tokens.end))
        .take_while(|i| !scene.is_punct(*i, &[',', ';', '.', ':']) && !scene.has(*i - 1, class::NEGATION));
    (!words.contains(' ')).then_some(near).and_then(|mut near| near.find(|i| scene.is(*i, &[words]))).map(|_| at + 1)
}

/// `run for`, `make off with`: the object stands behind the preposition.
fn takes_what_follows(verb: &Verb) -> bool {
    verb.object == Object::Post || verb.frame == Frame::Act && verb.particle == "off with"
}

#[derive(Clone, Copy, PartialEq)]
enum Voice {
    Active,
    Passive,
    /// A gerund without a subject of its own: `after capturing`.
    Bare(Modality),
}

struct Reading<'a> {
    scene: &'a Scene<'a>,
    at: usize,
    /// The first token of the verb: that of `re-elected` is `re`.
    first: usize,
    verb: &'a Verb,
    forms: Forms,
    group: Group,
    told: Told,
    /// The token from which the object is read.
    behind: usize,
    /// The verb's frame, or the one of its two that it has here.
    frame: Frame,
}

impl Reading<'_> {
    /// `closed the bridge`, `the bridge was closed` or `the bridge closed`.
    fn choose_frame(&mut self) {
        if self.verb.frame == Frame::Change {
            let passive = self.group.be && !self.forms.has(Forms::GERUND) || self.scene.is(self.behind, &["by"]);
            self.frame = if passive || self.has_object() { Frame::Act } else { Frame::Undergo };
            self.told.frame = self.frame;
        }
    }

    fn read(&mut self) -> Option<()> {
        let voice = self.voice()?;
        if self.is_other_act(voice) {
            return None;
        }
        let (mut modality, from) = (self.group.modality, self.group.start);
        let mut subject_end = Some(from);
        if let Some(to) = self.group.to {
            let control = mood::governed(self.scene, to);
            (modality, subject_end) = (mood::stronger(modality, control.modality), control.subject_end);
        }
        if mood::is_chance(self.scene, from) {
            return None;
        }
        self.told.future_in_past = self.group.would && !mood::is_supposed(self.scene, self.at);
        if voice == Voice::Passive && !self.group.be {
            let suffered = mood::suffered(self.scene, from);
            // "had never had a veto overridden": of all the time before
            if suffered == Modality::Negated {
                return None;
            }
            modality = mood::stronger(modality, suffered);
        }
        let subject = match (voice, subject_end) {
            (Voice::Bare(said), _) => {
                modality = mood::stronger(modality, said);
                Vec::new()
            }
            // "in a statement released by": what stands before the participle, whoever the sentence is about.
            (Voice::Passive, Some(end)) if !self.group.be && self.is_of_two(end) => Vec::new(),
            (Voice::Passive, Some(end)) if !self.group.be => self.subjects().of_participle(end),
            (_, Some(end)) => self.subjects().named(end),
            (_, None) => Vec::new(),
        };
        if self.group.start == self.first && subject.is_empty() && !matches!(voice, Voice::Bare(_)) && !self.is_joined() {
            return None;
        }
        if self.is_duty(voice) {
            return None;
        }
        self.assign(voice, subject)?;
        self.told.modality = self.modality(mood::stronger(modality, self.group.modality));
        if self.told.modality == Modality::Negated && self.is_with() {
            return None;
        }
        Some(())
    }

    /// A headline tells either of one person or of another whom that one belongs to: `Lawyer of Jan Berg | jailed`, `Mother of boy | shot`.
    fn is_of_two(&self, end: usize) -> bool {
        let s = self.scene;
        let near = self.subjects().of(end, true);
        let far = self.subjects().of(end, false);
        s.is_headline() && near != far && far.iter().any(|p| s.is_person_noun(p.head) || p.head == s.tokens.start)
    }

    /// "was not charged with murder" denies what stands behind the preposition, not that there was a charge.
    fn is_with(&self) -> bool {
        const REACH: usize = 8;
        let behind = || (self.behind..self.behind + REACH).any(|i| self.scene.is(i, &["with"]));
        self.frame == Frame::Act && (self.verb.particle == "with" || self.verb.lemma == "charge" && behind())
    }

    fn voice(&self) -> Option<Voice> {
        let g = &self.group;
        let transitive = matches!(self.frame, Frame::Act | Frame::Give | Frame::Onto);
        if self.forms.has(Forms::GERUND) {
            return if g.be { Some(Voice::Active) } else { self.gerund() };
        }
        if g.bare && self.forms.has(Forms::BASE) || g.have && self.forms.has(Forms::PARTICIPLE) {
            return Some(Voice::Active);
        }
        if g.be {
            return (transitive && self.forms.has(Forms::PARTICIPLE)).then_some(Voice::Passive);
        }
        if g.bare || g.have || self.is_attribute() {
            return None;
        }
        if !self.forms.has(Forms::PAST) && self.forms.has(Forms::PARTICIPLE) {
            return transitive.then_some(Voice::Passive);
        }
        if self.forms.has(Forms::PAST) {
            let nature = matches!(self.verb.object, Object::Subject(_));
            let alone = matches!(self.verb.object, Object::Words(words) if words.ends_with("|none"));
            return match transitive && !nature && !alone && !self.has_object() && !self.is_of_court() {
                true => self.is_reduced().then_some(Voice::Passive),
                false => Some(Voice::Active),
            };
        }
        self.is_present().then_some(Voice::Active)
    }

    /// `A judge granted bail`: who decides it, and not the one to whom it is given.
    fn is_of_court(&self) -> bool {
        let s = self.scene;
        let given = || s.is(self.behind, &["to"]) && s.party_after(self.behind + 1).is_some();
        let court = |p: Party| (p.start.saturating_sub(TITLE).max(s.tokens.start)..=p.head).any(|i| s.among(i, sets::HEARERS));
        self.frame == Frame::Give && (given() || s.party_before(self.group.start).is_some_and(court))
    }

    /// The verb tells something else: a hotel charges a guest 50 dollars, a bull charges a man, somebody concedes that something is so,
    /// walks out of a room, or steals a pass or the show.
    fn is_other_act(&self, voice: Voice) -> bool {
        const REACH: usize = 4;
        let s = self.scene;
        match (self.verb.lemma, self.verb.particle) {
            ("quit", "") => self.has_object() && !self.is_post(),
            ("fire", "") => voice == Voice::Passive && !self.group.be && s.is(self.behind, &["from"]) && self.is_from_cover(),
            ("charge", "") => voice != Voice::Passive || self.has_object() || s.is(self.behind, &["for", "more", "less"]),
            ("steal", "") => {
                const THIEVES: [&str; 8] = ["burglar", "burglars", "raiders", "robber", "robbers", "thief", "thieves", "gang"];
                let before = s.party_before(self.group.start);
                let (taken, next) = match voice {
                    Voice::Passive => (before, self.behind),
                    _ => s.party_after(self.behind).map_or((None, self.behind), |(p, next)| (Some(p), next)),
                };
                // "stole a heart from the church", "thieves stole the ball"
                let by = if voice == Voice::Passive { s.is(next, &["by"]).then_some(next + 1) } else { Some(self.group.start) };
                let thieves = by.is_some_and(|i| (i.saturating_sub(1)..=i + 1).any(|k| s.is(k, &THIEVES)));
                !thieves && !s.is(next, &["from"]) && taken.is_some_and(|p| s.among(p.head, sets::UNSTOLEN))
            }
            ("concede", "") => (self.behind..self.behind + REACH).any(|i| s.is(i, &["that"])),
            ("walk", "out") => {
                let goes_on = |i: usize| s.has(i, class::PREPOSITION) && !s.is(i, &["on", "at", "in", "over", "after", "for"]);
                goes_on(self.behind) || s.is(self.behind, &["on", "in"]) && s.date_at(self.behind + 1).is_none()
            }
            _ => false,
        }
    }

    /// What stands behind the verb is a post, or a body with a name: `quit the cabinet`, not `quit the choir`.
    fn is_post(&self) -> bool {
        let s = self.scene;
        let post = |p: &Party| {
            let left = s.among(p.head, sets::POSTS.and(sets::OFFICES)) && !s.is(p.head, &["party", "race"]);
            left || s.has(p.head, class::ROLE) || p.entity.as_deref().is_some_and(entity::is_body)
        };
        match s.party_after(self.behind) {
            Some((p, _)) => post(&p),
            // "quit smoking", but "quit “in protest”"
            None => !s.word(self.behind).ends_with("ing"),
        }
    }

    /// `Berg fired from the roof` tells of shots: not where the auxiliary is left out (`Berg, fired from the bank`, and in headlines), nor
    /// where a post or a body with a name stands behind the preposition.
    fn is_from_cover(&self) -> bool {
        let s = self.scene;
        let employs = |p: &Party| {
            let body = p.entity.as_deref().is_some_and(entity::is_body);
            body || s.among(p.head, sets::POSTS.and(sets::OFFICES)) || s.has(p.head, class::ROLE)
        };
        let comma = self.group.start.wrapping_sub(1);
        let reduced = s.is_punct(comma, &[',']) && s.name_ending(comma).is_some();
        !s.is_headline() && !reduced && !s.party_after(self.behind + 1).is_some_and(|(p, _)| employs(&p))
    }

    /// `killed six people and destroyed 200 homes`: the subject stands before an earlier verb.
    fn is_joined(&self) -> bool {
        self.scene.is(self.first.wrapping_sub(1), &["and", "but"]) && self.forms.has(Forms::PAST) && self.has_object()
    }

    /// `a team charged with fighting the blaze`: what they are to do, and no crime.
    fn is_duty(&self, voice: Voice) -> bool {
        let s = self.scene;
        let what = self.at + 2;
        let gerund = s.is_lower(what) && s.word(what).ends_with("ing");
        let crime = || s.among(what, sets::CRIMES) || s.token(what).is_some_and(|t| s.cx.lexicon.events.verbs(t).next().is_some());
        voice == Voice::Passive && self.verb.lemma == "charge" && gerund && !crime()
    }

    /// `two men arrested in Rome`: a passive without its auxiliary; not `whom he fired in May`, `Trump announced on Sunday that`.
    fn is_reduced(&self) -> bool {
        let s = self.scene;
        let start = self.group.start;
        let pronoun = s.has(start.wrapping_sub(1), class::PRONOUN);
        let party = s.party_before(start).map_or(start, |p| p.start);
        let gap = (party.saturating_sub(4)..party).any(|i| s.has(i, class::RELATIVE) || s.is(i, &["that"]));
        !pronoun && !gap && !matches!(self.verb.object, Object::Noun | Object::Thing)
    }

    /// `after capturing`, `denied killing`; any other gerund is left alone.
    fn gerund(&self) -> Option<Voice> {
        let before = self.group.start.wrapping_sub(1);
        let said = match before {
            i if self.scene.is(i, &["of"]) => self.charge(i.wrapping_sub(1)),
            i if self.scene.is(i, &["after", "by", "for"]) => Modality::Done,
            i if self.scene.is(i, &["before"]) && self.is_sequel(i) => Modality::Done,
            i if self.scene.is(i, &["without"]) => Modality::Negated,
            i if self.scene.among(i, sets::DENIES) => Modality::Denied,
            _ => return None,
        };
        (self.has_object() && self.frame == Frame::Act).then_some(Voice::Bare(said))
    }

    /// `The jury deliberated for hours before convicting him`: what a court did at last. `before`: the token of that word.
    fn is_sequel(&self, before: usize) -> bool {
        const REACH: usize = 16;
        let s = self.scene;
        let from = before.saturating_sub(REACH).max(s.tokens.start);
        let clause = || (from..before).rev().take_while(|i| s.token(*i).is_some_and(|t| t.punct().is_none()));
        let past = clause().any(|i| s.is_lower(i) && s.word(i).ends_with("ed"));
        let open = clause().any(|i| s.has(i, class::AUXILIARY | class::NEGATION) || s.is(i, &["to", "need", "needs"]));
        self.told.concept.course == Some("court") && past && !open
    }

    /// What the word before `of` and a gerund says: a court has found so (`found guilty of killing`), somebody says so (`accused of
    /// killing`), or it is only thought of (`in favor of killing`, `the idea of killing`).
    fn charge(&self, before: usize) -> Modality {
        let s = self.scene;
        // "found guilty on Friday of killing"
        let before = s.date_ending(before + 1).map_or(before, |d| d.tokens.start.wrapping_sub(1));
        let before = before - s.is(before, &["on"]) as usize;
        if s.is(before, &["guilty", "convicted"]) {
            Modality::Done
        } else if s.is(before, &["accused", "accuses", "accusing", "suspected", "charged", "him", "her", "them"])
            || s.name_ending(before + 1).is_some()
        {
            Modality::Claimed
        } else {
            Modality::Possible
        }
    }

    /// `the captured city`: an attribute of the noun behind it.
    fn is_attribute(&self) -> bool {
        let before = self.group.start.wrapping_sub(1);
        let s = self.scene;
        // "elected officials", "a convicted killer": what somebody is, and no news.
        let lasting = matches!(self.verb.lemma, "elect" | "convict" | "appoint" | "injure" | "wound" | "hire");
        if lasting
            && (self.at + 1..self.at + 3).any(|i| s.is_person_noun(i))
            && !s.has(self.at + 1, class::ARTICLE | class::DETERMINER | class::NUMBER)
        {
            return true;
        }
        let determined =
            s.has(before, class::ARTICLE | class::PREPOSITION) || s.has(before, class::DETERMINER) && !s.has(before, class::RELATIVE);
        determined || s.is_clitic(before) || s.is_punct(before, &['-', '“'])
    }

    /// A present form (of headlines, mostly) is a verb behind a name, where a noun does not fit.
    fn is_present(&self) -> bool {
        let s = self.scene;
        let party = s.party_before(self.group.start);
        // "4.6 quake rattles Naxos"
        let nature = |p: &Party| matches!(self.verb.object, Object::Subject(words) if words.split('|').any(|w| s.is(p.head, &[w])));
        let before = s.name_ending(self.group.start).is_some() || party.is_some_and(|p| p.entity.is_some() || nature(&p));
        let noun = s.cx.lexicon.events.noun(s.cx.tokens.all, self.at).is_some();
        let phrase = s.has(self.at + 1, class::PREPOSITION) || !self.has_object();
        let third = self.forms.has(Forms::THIRD);
        before && !(noun && phrase) && (third || self.has_plural_subject() && self.has_object() && self.frame == Frame::Act)
    }

    /// Several are named before the verb, or a noun of several: `police arrest`, not `Prescott fire`.
    fn has_plural_subject(&self) -> bool {
        let s = self.scene;
        let Some(p) = s.party_before(self.group.start) else { return false };
        s.is_group(p.head) || s.cx.lexicon.plurals.is_plural(&s.word(p.head).to_lowercase()) || !s.joined_before(&p).is_empty()
    }

    /// A noun phrase begins behind the verb.
    fn has_object(&self) -> bool {
        let s = self.scene;
        let mut i = self.behind;
        while s.is_adverb(i) && !s.is_punct(i + 1, &['-']) {
            i += 1;
        }
        if s.date_at(i).is_some() || s.has(i, class::PREPOSITION | class::CONJUNCTION | class::AUXILIARY | class::TEMPORAL | class::WEEKDAY)
        {
            return false;
        }
        let opens = s.token(i).is_some_and(|t| t.is_word() || t.is_number()) || s.is_punct(i, &['$', '£', '€', '¥', '“', '‘']);
        opens && !s.is(i, &["when", "while", "where", "who", "which", "that"])
    }

    fn subjects(&self) -> Subjects<'_> {
        Subjects { scene: self.scene, of_people: self.told.concept.people }
    }

    /// Gives subject and object their parts, and reads what follows.
    fn assign(&mut self, voice: Voice, subject: Vec<Party>) -> Option<()> {
        let (s, frame) = (self.scene, self.frame);
        match (voice, frame) {
            (Voice::Passive, _) | (_, Frame::Undergo) => self.told.objects = subject,
            _ => self.told.agents = subject,
        }
        // "sank a free throw", "crashed a party"
        if frame == Frame::Undergo && self.has_object() {
            return None;
        }
        let end = self.object(voice)?;
        self.own_body();
        self.mentioned_before();
        self.measured();
        if !self.fits(end) {
            return None;
        }
        if matches!(self.verb.object, Object::Subject(_)) {
            self.struck();
        }
        // "conceded", "conceded defeat", "conceded the race"
        if matches!(self.verb.object, Object::Words(words) if words.ends_with("|none")) {
            self.told.objects.clear();
        }
        let charges = (frame == Frame::Onto).then(|| std::mem::take(&mut self.told.objects));
        // "No charges were filed against": nothing happened to whom the preposition names.
        if charges.iter().flatten().any(|p| p.nobody) {
            self.group.modality = Modality::Negated;
        }
        let end = self.told.complements(s, end);
        // "granted bail to Jan Berg": it happens to him
        if self.told.concept.borne && self.told.objects.is_empty() {
            self.told.objects = std::mem::take(&mut self.told.beneficiaries);
        }
        if self.told.objects.is_empty() {
            self.told.objects.extend(charges.into_iter().flatten());
        }
        if self.group.to.is_some() {
            self.group.modality = mood::stronger(self.group.modality, predicate(s, end));
        }
        self.seat();
        if !self.is_embedded(voice) {
            self.leading(s.tokens.start);
        }
        Some(())
    }

    /// Gives what stands behind an active verb its part: the token behind it; none where it makes the verb mean another thing.
    fn object(&mut self, voice: Voice) -> Option<usize> {
        let takes = matches!(self.frame, Frame::Act | Frame::Give | Frame::Onto | Frame::Pair | Frame::Move);
        if voice == Voice::Passive || !takes || !self.has_object() {
            return Some(self.behind);
        }
        let (parties, behind) = self.scene.parties_after(self.behind);
        match self.frame {
            // "meeting them with flexibility", "met the deadline" are other things.
            Frame::Pair if parties.iter().all(|p| p.entity.is_none()) => return None,
            Frame::Pair => self.told.partners = parties,
            Frame::Move => self.told.place = parties.into_iter().find_map(|p| p.entity.filter(|e| entity::is_place(e))),
            _ => self.told.objects = self.installed().unwrap_or(parties),
        }
        Some(behind)
    }

    /// The person whom `named Anna Holm chief of` puts into office: the name right before the office; not the name in `a Holm aide`.
    fn installed(&self) -> Option<Vec<Party>> {
        let s = self.scene;
        let concept = matches!(self.told.concept.name, "appoint" | "nominate" | "elect");
        let name = s.name_starting(self.behind).filter(|n| concept && n.kind == NameKind::Person)?;
        let next = name.tokens.end;
        let office = s.is_lower(next) && s.has(next, class::ROLE | class::STATUS) && s.has(next + 1, class::PREPOSITION);
        office.then(|| s.party_before(next)).flatten().map(|p| vec![p])
    }

    /// A participle, a charge or a relative clause tells of another time than its sentence: `On Monday the sister of a boy killed by police
    /// was`.
    fn is_embedded(&self, voice: Voice) -> bool {
        let s = self.scene;
        let before = self.group.start.wrapping_sub(1);
        let relative = s.is(before, &["who", "which", "that"]) && !s.is(before.wrapping_sub(1), &["said", "says"]);
        // "On Monday he was found guilty of killing his wife": that was the verdict
        let charged = matches!(voice, Voice::Bare(_)) && !s.is(before, &["after", "by"]);
        relative || charged || voice == Voice::Passive && !self.group.be
    }

    /// `Bush injured his knee`: it happens to the subject.
    fn own_body(&mut self) {
        let s = self.scene;
        let own = |p: &Party| s.among(p.head, sets::BODY) && s.is(p.start, &["his", "her", "their", "my"]);
        if self.frame == Frame::Act && self.told.objects.first().is_some_and(own) {
            self.told.objects = std::mem::take(&mut self.told.agents);
        }
    }

    /// `initialled the treaty but did not sign it`: of the nouns that the verb asks for the last one before it is meant.
    fn mentioned_before(&mut self) {
        const REACH: usize = 30;
        let (s, Object::Words(words)) = (self.scene, self.verb.object) else { return };
        if !self.told.objects.is_empty() || !s.is(self.behind, &["it", "them"]) {
            return;
        }
        let before = self.at.saturating_sub(REACH).max(s.tokens.start)..self.group.start;
        let meant = before.rev().find(|i| s.is_lower(*i) && words.split('|').any(|w| s.is(*i, &[w])));
        self.told.objects = meant.map(|head| Party { entity: None, head, start: head, nobody: false }).into_iter().collect();
    }

    /// `released hundreds of papers`: the papers.
    fn measured(&mut self) {
        let (s, Object::Among(sets::PAPERS)) = (self.scene, self.verb.object) else { return };
        for p in self.told.objects.iter_mut().filter(|p| s.is(p.head + 1, &["of"]) && !s.among(p.head, sets::PAPERS)) {
            if let Some((inner, _)) = s.party_after(p.head + 2).filter(|(inner, _)| s.among(inner.head, sets::PAPERS)) {
                *p = inner;
            }
        }
    }

    /// `Nurses in Wales walked out`: the place of the doers, who have no name.
    fn seat(&mut self) {
        let s = self.scene;
        let mut end = self.group.start;
        while s.is_adverb(end.wrapping_sub(1)) {
            end -= 1;
        }
        let name = s.name_ending(end).filter(|n| n.kind == NameKind::Place && s.is(n.tokens.start.wrapping_sub(1), &["in", "at", "near"]));
        let mut doers = self.told.agents.iter().chain(&self.told.objects).filter(|p| p.head < end).peekable();
        let nameless = doers.peek().is_some() && doers.all(|p| p.entity.is_none());
        if let Some(name) = name.filter(|_| nameless && self.told.place.is_none()) {
            self.told.place = Some(Short::from(&s.found.entities[name.entity].id));
        }
    }

    /// Whether one of these nouns, with `|` between them, is the subject (or stands behind `by`).
    fn subject_is(&self, words: &str) -> bool {
        self.told.agents.iter().any(|p| words.split('|').any(|w| self.scene.is(p.head, &[w])))
    }

    /// `A quake struck Naxos`: nobody does it, and it happens at a place.
    fn struck(&mut self) {
        self.told.agents.clear();
        let is_place = |p: &Party| p.entity.as_deref().is_some_and(entity::is_place);
        self.told.place = self.told.objects.iter().find(|p| is_place(p)).and_then(|p| p.entity.clone());
        self.told.objects.clear();
    }

    /// The object is what the table asks for; of what is given to somebody it may be the second, behind token `end`: `offered Holm the
    /// post`.
    fn fits(&self, end: usize) -> bool {
        let s = self.scene;
        let objects = &self.told.objects;
        let some = |is: fn(&str) -> bool| objects.iter().any(|p| p.entity.as_deref().is_some_and(is));
        match self.verb.object {
            Object::Any => true,
            Object::Nothing => !self.has_object(),
            Object::From => self.is_left(),
            // only verbs of sides ask for these
            Object::Of(_) | Object::People => false,
            // "made the papers public"
            Object::Among(set) => objects.iter().any(|p| s.among(p.head - s.is(p.head, &[self.verb.particle]) as usize, set)),
            Object::Subject(words) => self.subject_is(words),
            Object::Person => {
                some(entity::is_person)
                    || objects.iter().any(|p| p.entity.is_none() && (s.is_person_noun(p.head) || p.nobody && s.names_nobody(p.head)))
            }
            Object::Office => some(entity::is_person) && self.has_office(),
            Object::Place => some(entity::is_place),
            Object::Organisation => some(entity::is_body),
            Object::Name => objects.iter().any(|p| p.entity.is_some()),
            Object::Noun => !objects.is_empty(),
            Object::Thing => objects.iter().any(|p| !s.has(p.head, class::EVENT)),
            Object::Post => objects.iter().any(|p| s.has(p.head, class::ROLE) || s.among(p.head, sets::OFFICES)),
            Object::Words(words) if words.ends_with("|none") && objects.is_empty() => true,
            Object::Words(words) => {
                let second = (self.frame == Frame::Give).then(|| s.party_after(end)).flatten().map(|(p, _)| p);
                let is = |w: &str| objects.iter().chain(&second).any(|p| s.is(p.head, &[w]));
                words.split('|').any(|w| match w {
                    "person" | "place" | "org" => {
                        objects.iter().filter_map(|p| p.entity.as_deref()?.split(':').next()).any(|kind| kind == w)
                    }
                    noun => is(noun),
                })
            }
        }
    }

    /// An office stands behind the verb or its object, before any preposition but `as`: `was named chief of`.
    fn has_office(&self) -> bool {
        const REACH: usize = 8;
        let s = self.scene;
        let near = (self.at + 1..self.at + REACH).take_while(|i| !s.has(*i, class::PREPOSITION) || s.is(*i, &["as"]));
        // "coach of the year" is a prize.
        let prize = |i: usize| s.is(i + 1, &["of"]) && s.is(i + 2, &["the"]) && s.is(i + 3, &["year", "month", "week", "season"]);
        let office = |i: usize| s.is_lower(i) && s.has(i, class::ROLE) && !prize(i);
        near.take_while(|i| s.token(*i).is_some_and(|t| t.punct().is_none())).any(office)
    }

    /// What stands behind `from` is a place, a body or a post, and no custom that somebody departs from.
    fn is_left(&self) -> bool {
        let s = self.scene;
        let left = |p: Party| p.entity.is_some() || s.among(p.head, sets::POSTS.and(sets::WAYS).and(sets::BUILT));
        !s.is(self.behind, &["from"]) || s.party_after(self.behind + 1).is_none_or(|(p, _)| left(p))
    }

    /// `On Tuesday, …`, `In Moscow, …`: date and place at the head of the sentence.
    fn leading(&mut self, start: usize) {
        const HEAD: usize = 5;
        let s = self.scene;
        let own = self.told.date.is_none();
        let comma = (start..(start + HEAD + 3).min(self.group.start)).find(|i| s.is_punct(*i, &[',']));
        let verbs = |end: usize| (start..end).any(|i| s.is_verbal(i) || s.has(i, class::EVENT));
        if let Some(date) = s.dates.first().filter(|d| own && d.tokens.start <= start + 2 && d.tokens.end <= self.group.start)
            && !verbs(date.tokens.start)
            && !s.is(date.tokens.start.wrapping_sub(1), &["since", "until", "before", "after", "by"])
            && !(date.tokens.end..self.group.start).any(|i| s.is_verbal(i) && s.has(i, class::CUE) || s.is_punct(i, &['—', '–']))
        {
            self.told.date = date.date.edtf.clone();
            self.told.day_name = self.told.day_name.take().or_else(|| day_name(s, date));
        }
        if let Some(comma) = comma
            && self.told.place.is_none()
            && s.is(start, &["in", "at", "near"])
            && let Some(name) = s.name_ending(comma).filter(|n| n.kind == NameKind::Place && !verbs(n.tokens.start))
        {
            self.told.place = Some(Short::from(&s.found.entities[name.entity].id));
        }
    }

    fn modality(&self, said: Modality) -> Modality {
        let s = self.scene;
        let nobody = self.told.agents.iter().chain(&self.told.objects).any(|p| p.nobody);
        let told = if nobody { Modality::Negated } else { said };
        let open = mood::is_supposed(s, self.at) || mood::is_awaited(s, &self.group) || mood::is_asked(s);
        let told = if open && told == Modality::Done { Modality::Possible } else { told };
        let told = if mood::is_thought(s, self.group.start) { Modality::Possible } else { told };
        match (self.verb.happens, told) {
            (true, m) => m,
            (false, Modality::Negated) => Modality::Done,
            (false, Modality::Done | Modality::Claimed) => Modality::Negated,
            (false, m) => m,
        }
    }
}
