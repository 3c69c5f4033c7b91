//! What one verb or noun tells, while it is being read.

use super::party::Party;
use super::scene::Scene;
use super::{mood, rest};
use crate::claim::entity;
use crate::claim::{Event, Modality, Part, Participant, Short};
use crate::extract::mention::{DateMention, EventMention, NameKind};
use crate::lexicon::event_words as sets;
use crate::lexicon::events::{EventConcept, Frame};
use crate::lexicon::temporal::TimeWord;
use crate::lexicon::{class, lexicon, word_sets};

word_sets! {
    /// `took place`.
    TAKING = 0: "taking";
}

/// An event as far as it is read.
#[derive(Clone, Debug)]
pub struct Told {
    pub concept: &'static EventConcept,
    pub frame: Frame,
    /// Told by a noun.
    pub nominal: bool,
    /// Who does it.
    pub agents: Vec<Party>,
    /// To whom or what it happens.
    pub objects: Vec<Party>,
    /// Who does it together.
    pub partners: Vec<Party>,
    /// To whom something is given.
    pub beneficiaries: Vec<Party>,
    /// Entity id of the place.
    pub place: Option<Short>,
    /// EDTF.
    pub date: Option<Short>,
    /// The day as it is named where the date is not fixed.
    pub day_name: Option<Short>,
    pub modality: Modality,
    /// Who says or denies it, where the reading has found out.
    pub claimer: Option<Short>,
    /// One of several: "her third meeting". The year beside it is that of all.
    pub counted: bool,
    /// Told with `would`, which in reported speech is what was then to come.
    pub future_in_past: bool,
}

impl Told {
    pub fn new(concept: &'static EventConcept, frame: Frame, nominal: bool) -> Self {
        Told {
            concept,
            frame,
            nominal,
            agents: Vec::new(),
            objects: Vec::new(),
            partners: Vec::new(),
            beneficiaries: Vec::new(),
            place: None,
            date: None,
            day_name: None,
            modality: Modality::Done,
            claimer: None,
            counted: false,
            future_in_past: false,
        }
    }

    /// Reads what stands behind a verb (and its object) or a noun from token `from` on: prepositional phrases and dates, up to a comma, a
    /// conjunction or another verb. The token at which the reading ended.
    pub fn complements(&mut self, scene: &Scene, from: usize) -> usize {
        const LONGEST: usize = 28;
        const BRACKET: usize = 8;
        let mut i = from;
        while i < scene.tokens.end && i < from + LONGEST {
            i = match scene.date_at(i) {
                Some(date) => {
                    if !is_attribute(scene, date) || is_in_event(scene, date, from) {
                        self.dated(scene, i, date);
                    }
                    date.tokens.end
                }
                None if scene.has(i, class::PREPOSITION) => match self.phrase(scene, i, from) {
                    // what follows is of the clause in there: "the veto of a bill allowing those killed in the May 4 attacks"
                    Some(end) if self.nominal && holds_clause(scene, i + 1, end, !self.concept.people) => return end,
                    Some(end) => end,
                    None => return i,
                },
                None if scene.is_punct(i, &['(']) => match (i..i + BRACKET).find(|j| scene.is_punct(*j, &[')'])) {
                    Some(close) => close + 1,
                    None => return i,
                },
                None if i == from
                    && let Some(end) = behind_apposition(scene, i) =>
                {
                    end
                }
                None if self.ends(scene, i) => return i,
                None => i + 1,
            };
        }
        i
    }

    fn dated(&mut self, scene: &Scene, at: usize, date: &DateMention) {
        let edtf = date.date.edtf.as_deref();
        let bounds = ["since", "until", "before", "after", "by", "than"];
        // "going back to 2007"
        let back = |to: usize| scene.is(to, &["to"]) && scene.is(to.wrapping_sub(1), &["back"]);
        let bound = scene.is(at.wrapping_sub(1), &bounds) || scene.is(at, &bounds) || back(at) || back(at.wrapping_sub(1));
        let day = edtf.filter(|e| !(self.counted && is_year(e)));
        if !bound && self.date.is_none() {
            self.date = day.map(Short::from);
            self.day_name = self.day_name.take().or_else(|| day_name(scene, date));
        }
    }

    fn ends(&self, scene: &Scene, i: usize) -> bool {
        let token = scene.token(i);
        let comma_before_place =
            scene.is_punct(i, &[',']) && self.place.is_some() && scene.name_starting(i + 1).is_some_and(|n| n.kind == NameKind::Place);
        let mark = token.is_some_and(|t| t.punct().is_some()) && !scene.is_punct(i, &['-', '“', '”']) && !comma_before_place;
        // "killed 19 firefighters battling a blaze in …": where the blaze is.
        let participle = scene.is_lower(i) && scene.word(i).len() > 5 && scene.word(i).ends_with("ing") && i > 0;
        // "the shooting of a teenager fueled a riot in": where the riot is; but the talks themselves are what began.
        let other = scene.is_past(i) && !(self.nominal && scene.among(i, sets::OCCURS.and(sets::PREDICATES)));
        mark || other
            || self.nominal && (behind_failure(scene, i).is_some() || self.concept.people && is_of_another(scene, i))
            || participle && !scene.is(i, &["morning", "evening", "during"])
            || scene.has(i, class::RELATIVE | class::CONJUNCTION)
            || scene.is_verbal(i)
    }

    /// Reads the phrase behind the preposition at token `at`; the token behind it, or none where the reading is to end.
    fn phrase(&mut self, scene: &Scene, at: usize, from: usize) -> Option<usize> {
        if scene.date_at(at + 1).is_some() || scene.is(at, &["off", "out", "up", "down"]) {
            return Some(at + 1);
        }
        let noun_start = self.nominal && at == from;
        if self.frame == Frame::Pair && scene.is(at, &["with", "between", "among", "alongside"]) {
            let (parties, end) = scene.parties_after(at + 1);
            self.partners.extend(parties);
            return Some(end.max(at + 1));
        }
        if scene.is(at, &["by"]) {
            let (parties, end) = scene.parties_after(at + 1);
            self.agents.extend(parties);
            return Some(end.max(at + 1));
        }
        if scene.is(at, &["of"]) {
            // "14 miles north of Bergen"
            if self.place.is_none() && scene.among(at.wrapping_sub(1), sets::DIRECTIONS) {
                return Some(self.at_place(scene, at));
            }
            return noun_start.then(|| self.of(scene, at)).or_else(|| Some(skipped(scene, at)));
        }
        if self.takes_as_object(scene, at) {
            let (parties, end) = scene.parties_after(at + 1);
            self.objects.extend(parties);
            return Some(end.max(at + 1));
        }
        if scene.is(at, &["to"]) {
            return self.to(scene, at);
        }
        if self.frame == Frame::Move && scene.is(at, &["from"]) {
            return None;
        }
        if scene.is(at, &["in", "at", "near", "outside", "inside", "on", "off", "over", "around", "across", "into"]) {
            return Some(self.at_place(scene, at));
        }
        if matches!(self.concept.name, "withdraw" | "launch") && scene.is(at, &["from"]) {
            return Some(self.at_place(scene, at));
        }
        // "before the committee": where one testifies or appears.
        let hears = |i: usize| {
            let chamber = scene.is(i, &["house", "senate"]) && scene.token(i).is_some_and(|t| t.is_capital());
            chamber || scene.among(i, sets::HEARERS) || scene.name_starting(i).is_some_and(|n| n.kind == NameKind::Organisation)
        };
        if scene.is(at, &["before"]) && (at + 1..at + 4).any(hears) {
            return Some(skipped(scene, at));
        }
        // "as chief of the museum"
        let ends = class::PRONOUN | class::AUXILIARY | class::PREPOSITION | class::EVENT;
        let phrase = |i: &usize| scene.is_clitic(*i) || scene.token(*i).is_some_and(|t| t.is_word() && !t.is(ends));
        let office = || (at + 1..at + 8).take_while(phrase).any(|i| scene.has(i, class::ROLE));
        if scene.is(at, &["as"]) && office() {
            return Some(skipped(scene, at));
        }
        scene.is(at, &["for", "about", "from", "under", "with", "through", "on", "against", "aboard"]).then(|| skipped(scene, at))
    }

    fn takes_as_object(&self, scene: &Scene, at: usize) -> bool {
        match self.frame {
            Frame::Onto => self.objects.is_empty() && scene.is(at, &["on", "against", "at"]),
            Frame::Own => self.objects.is_empty() && scene.is(at, &["from"]),
            _ => false,
        }
    }

    /// `of` right behind a noun: whom or what it is about.
    fn of(&mut self, scene: &Scene, at: usize) -> usize {
        let (parties, end) = scene.parties_after(at + 1);
        match self.frame {
            Frame::Pair => self.partners.extend(parties),
            Frame::Own | Frame::Move => self.agents.extend(parties),
            Frame::At => {}
            _ => self.objects.extend(parties),
        }
        end.max(at + 1)
    }

    fn to(&mut self, scene: &Scene, at: usize) -> Option<usize> {
        match self.frame {
            Frame::Move => Some(self.at_place(scene, at)),
            Frame::Give => {
                let (parties, end) = scene.parties_after(at + 1);
                self.beneficiaries.extend(parties);
                Some(end.max(at + 1))
            }
            _ => None,
        }
    }

    /// Notes the place behind the preposition at token `at`, if there is one; the token behind it.
    fn at_place(&mut self, scene: &Scene, at: usize) -> usize {
        const REACH: usize = 7;
        let mut i = at + 1;
        while i < (at + 1 + REACH).min(scene.tokens.end) {
            if let Some(name) = scene.name_starting(i) {
                if name.kind == NameKind::Place && self.place.is_none() {
                    self.place = Some(Short::from(&scene.found.entities[name.entity].id));
                }
                return name.tokens.end;
            }
            let of = scene.is(i, &["of"]) && i > at + 1;
            let inner = scene.token(i).is_some_and(|t| t.is_word())
                && (of || !scene.has(i, class::PREPOSITION | class::RELATIVE | class::CONJUNCTION));
            if scene.date_at(i).is_some() || !inner || scene.is_verbal(i) {
                break;
            }
            i += 1;
        }
        i.max(at + 1)
    }

    /// Nobody does to himself what is told of two: a pronoun before the verb was taken for whoever stands behind it.
    pub fn drop_doer_of_himself(&mut self) {
        let suffers = |e: &Short| self.objects.iter().any(|p| p.entity.as_ref() == Some(e));
        let people = self.concept.people;
        self.agents.retain(|p| !people || !p.entity.as_ref().is_some_and(suffers));
    }

    /// Somebody takes part by name, or it has a place and a date: less is no claim. What several do together needs two of these.
    pub fn is_anchored(&self) -> bool {
        let parties = [&self.agents, &self.objects, &self.partners, &self.beneficiaries];
        let named = parties.iter().map(|l| l.iter().filter(|p| p.entity.is_some()).count()).sum::<usize>();
        let settings = self.place.is_some() as usize + (self.date.is_some() || self.day_name.is_some()) as usize;
        let contests = self.concept.contests && self.place.is_some();
        contests || if self.frame == Frame::Pair { named + settings > 1 } else { named > 0 || settings > 1 }
    }

    /// The claim of it, told by the verb (its stem given) or noun that these tokens are.
    pub fn mention(self, scene: &Scene, tokens: std::ops::Range<usize>, verb: Option<Short>) -> EventMention {
        let owner = self.objects.iter().find_map(|p| scene.owner_of(p, tokens.start));
        let head = self.objects.iter().find(|p| p.entity.as_deref().is_none_or(entity::is_nameless)).map(|p| scene.stem(p.head));
        let mut participants = Vec::new();
        for (role, parties) in [
            (Part::Agent, &self.agents),
            (Part::Object, &self.objects),
            (Part::Partner, &self.partners),
            (Part::Beneficiary, &self.beneficiaries),
        ] {
            for entity in parties.iter().filter_map(|p| p.entity.clone()) {
                if !participants.iter().any(|p: &Participant| p.entity == entity) {
                    participants.push(Participant { role, entity });
                }
            }
        }
        let day = self.day_name.filter(|_| self.date.is_none());
        let event = Event {
            concept: self.concept.name.into(),
            participants,
            modality: self.modality,
            place: self.place,
            edtf: self.date,
            day,
            side: None,
        };
        let rest = rest::behind(scene, tokens.end);
        EventMention { span: scene.cx.tokens.span(tokens), event, verb, head, owner, claimer: self.claimer, rest }
    }
}

/// Behind the comma at token `i` that closes a name in apposition, before a preposition: `the clerk, Ada Lind, in Bergen`. A title may
/// stand before the name.
fn behind_apposition(scene: &Scene, i: usize) -> Option<usize> {
    const TITLE: usize = 3;
    let opened = |start: usize| (start.saturating_sub(TITLE).max(scene.tokens.start)..start).any(|j| scene.is_punct(j, &[',']));
    let closes = scene.is_punct(i, &[',']) && scene.has(i + 1, class::PREPOSITION);
    (closes && scene.name_ending(i).is_some_and(|n| opened(n.tokens.start))).then_some(i + 1)
}

/// The day that a date names which no day of publication fixes: `Tuesday`, `November 12`.
pub fn day_name(scene: &Scene, date: &DateMention) -> Option<Short> {
    if date.date.edtf.is_some() {
        return None;
    }
    let has = |class| date.tokens.clone().find(|i| scene.has(*i, class));
    if let Some(weekday) = has(class::WEEKDAY) {
        return Some(Short::from(scene.word(weekday)));
    }
    let Some(TimeWord::Month { number: month, .. }) = lexicon().time.of(scene.token(has(class::MONTH)?)?) else { return None };
    let month = jiff::civil::Date::new(2000, month, 1).ok()?.strftime("%B");
    let day = date.tokens.clone().find(|i| scene.token(*i).is_some_and(|t| t.is_number()))?;
    let number = scene.word(day).trim_end_matches(char::is_alphabetic);
    Some(Short::from(format!("{month} {number}")))
}

/// A year or more, as an EDTF value.
fn is_year(edtf: &str) -> bool {
    edtf.len() <= 4
}

/// What is said of an event behind its phrase: `the talks were cancelled`, `no agreement was reached`.
pub fn predicate(scene: &Scene, end: usize) -> Modality {
    const LONGEST: usize = 7;
    let end = behind_insertion(scene, end);
    if behind_failure(scene, end).is_some() {
        return Modality::Negated;
    }
    if !scene.has(end, class::AUXILIARY | class::NEGATION) {
        return Modality::Done;
    }
    let verb =
        (end..(end + LONGEST).min(scene.tokens.end)).find(|i| !scene.has(*i, class::AUXILIARY | class::NEGATION) && !scene.is_adverb(*i));
    let Some(verb) = verb else { return Modality::Done };
    let open = scene.is(verb, &["expected", "planned", "scheduled", "due", "set", "likely", "slated"]);
    let averted = scene.among(verb, sets::AVERTS) && scene.has(verb - 1, class::AUXILIARY);
    if !open && !averted && !scene.among(verb, sets::SETTLES.and(sets::CANCELS).and(sets::OCCURS)) && !scene.is(verb, &["called", "put"]) {
        return Modality::Done;
    }
    let said = if scene.among(verb, sets::CANCELS) || scene.is(verb, &["called", "put"]) && scene.is(verb + 1, &["off"]) {
        Modality::Cancelled
    } else if open {
        Modality::Planned
    } else if averted {
        Modality::Negated
    } else {
        Modality::Done
    };
    mood::stronger(mood::group(scene, verb).modality, said)
}

/// `the meeting fell through`, `has fallen through`: the token behind the words that say that what stands before token `end` came to
/// nothing.
fn behind_failure(scene: &Scene, end: usize) -> Option<usize> {
    const AUXILIARIES: usize = 3;
    let verb = (end..end + AUXILIARIES).find(|i| !scene.has(*i, class::AUXILIARY) && !scene.is_adverb(*i))?;
    (scene.is(verb, &["fallen", "falls", "fell"]) && scene.is(verb + 1, &["through"])).then_some(verb + 2)
}

/// Where the verb stands that an insertion parts from its subject: `the talks in Oslo, planned for Monday, were`.
fn behind_insertion(scene: &Scene, end: usize) -> usize {
    const LONGEST: usize = 14;
    let closes = |i: &usize| scene.is_punct(*i, &[',']) && scene.has(i + 1, class::AUXILIARY);
    let close = || (end + 1..end + LONGEST).take_while(|i| !scene.is_punct(*i, &[';', ':', '“', '”'])).find(closes);
    let behind = scene.is_punct(end, &[',']).then(close).flatten();
    behind.map_or(end, |i| i + 1)
}

/// The token behind a verb that says that the event of the phrase before token `end` came about: `the talks were held in Oslo`; or to
/// nothing.
pub fn occurrence(scene: &Scene, end: usize) -> Option<usize> {
    const AUXILIARIES: usize = 5;
    if let Some(behind) = behind_failure(scene, end) {
        return Some(behind);
    }
    let verb = (end..end + AUXILIARIES).find(|i| !scene.has(*i, class::AUXILIARY | class::NEGATION) && !scene.is_adverb(*i))?;
    let places = scene.is_in(verb, &SETS, TAKING);
    let fits = if places { scene.is(verb + 1, &["place"]) } else { scene.is_lower(verb) && !scene.has(verb, class::EVENT) };
    (fits && scene.among(verb, sets::OCCURS)).then_some(verb + 1 + places as usize)
}

/// `the June 20 shooting`, `the veto of the 9/11 bill`: the date is that of the noun behind it.
fn is_attribute(scene: &Scene, date: &DateMention) -> bool {
    let (before, behind) = (date.tokens.start.wrapping_sub(1), date.tokens.end);
    let determiner = |i: usize| scene.has(i, class::ARTICLE | class::DETERMINER);
    let determined =
        determiner(before) || determiner(date.tokens.start) || scene.is(before, &["of", "for", "about"]) || is_with_slash(scene, date);
    let function = class::PREPOSITION | class::CONJUNCTION | class::AUXILIARY | class::RELATIVE | class::PRONOUN;
    let noun = scene.token(behind).is_some_and(|t| t.is_word()) && !scene.has(behind, function) && !scene.is_adverb(behind);
    determined && noun
}

/// `9/11`: before a noun it is the name of a matter.
pub fn is_with_slash(scene: &Scene, date: &DateMention) -> bool {
    date.tokens.clone().any(|i| scene.word(i).contains('/') || scene.is_punct(i, &['/']))
}

/// `died in Oslo in the June 20 attacks`: phrases of place and time behind the verb (or its object), before token `from`, tell in which
/// event it happened, and so its day is that of the noun.
fn is_in_event(scene: &Scene, date: &DateMention, from: usize) -> bool {
    let before = date.tokens.start.wrapping_sub(1);
    let preposition = before - scene.has(before, class::ARTICLE | class::DETERMINER) as usize;
    let clause = (from..preposition).any(|i| scene.has(i, class::EVENT) || scene.word(i).ends_with("ing"));
    // "the May 4 rocket attacks"
    let event = scene.has(date.tokens.end, class::EVENT) || scene.has(date.tokens.end + 1, class::EVENT);
    let within = scene.is(preposition, &["in", "during", "at"]) && event;
    within && from <= preposition && !clause
}

/// The participle at token `i` tells something else of those to whom it happened, and what follows belongs to that: `the deaths of two
/// women | found on Tuesday`; not `the arrest of two women | announced on Tuesday`.
fn is_of_another(scene: &Scene, i: usize) -> bool {
    scene.is_suffered(i) && !scene.among(i, sets::OCCURS.and(sets::PREDICATES).and(sets::CLAIMS))
}

/// A noun phrase from token `from` to `end` holds a clause of its own: `a bill allowing the town to`, and with `participles` also `those
/// killed in`.
fn holds_clause(scene: &Scene, from: usize, end: usize, participles: bool) -> bool {
    const SHORTEST: usize = 6;
    let opens = class::ARTICLE | class::DETERMINER | class::PRONOUN;
    let indefinite = scene.is(from, &["a", "an"]);
    let noun = |i: usize| scene.is_lower(i) && !scene.has(i, class::FUNCTION | class::ARTICLE | class::DETERMINER);
    let plural = |i: usize| scene.is_lower(i) && scene.cx.lexicon.plurals.is_plural(&scene.word(i).to_lowercase());
    let object = |i: usize| scene.has(i, opens) || scene.name_starting(i).is_some() || indefinite && plural(i);
    let gerund = |i: usize| scene.word(i).len() >= SHORTEST && scene.word(i).ends_with("ing") && object(i + 1);
    let participle = |i: usize| {
        let form = scene.word(i).ends_with("ed") || scene.has(i, class::EVENT) && scene.word(i).ends_with('n');
        form && scene.has(i + 1, class::PREPOSITION)
    };
    let clause = |i: usize| {
        scene.is_lower(i) && (gerund(i) && noun(i - 1) || participles && participle(i) && (noun(i - 1) || scene.is(i - 1, &["those"])))
    };
    (from + 1..end).any(clause)
}

/// The token behind the noun phrase after a preposition.
fn skipped(scene: &Scene, at: usize) -> usize {
    scene.party_after(at + 1).map_or(at + 1, |(_, end)| end)
}
