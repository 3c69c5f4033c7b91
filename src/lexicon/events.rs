//! Events: the concepts of what happens in the news, and the verbs and nouns that tell of them.

use rustc_hash::FxHashMap;

use super::event_words::{self, EventWords, Set};
use super::{Phrases, WordTable, class, columns, rows, unknown};
use crate::text::{Token, WordId};

const CONCEPTS: &str = include_str!("events.tsv");
const VERBS: &str = include_str!("events_verbs.tsv");
const SIDES: &str = include_str!("events_sides.tsv");
const NOUNS: &str = include_str!("events_nouns.tsv");

/// The tables of which one has the slip; the row in the message tells which.
const VERBS_OR_NOUNS: &str = "events_verbs.tsv, events_sides.tsv or events_nouns.tsv";

/// A concept of what happens: a row of `events.tsv`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct EventConcept {
    /// Its name in claims: `capture`.
    pub name: &'static str,
    /// Words for a reader: `phone call`.
    pub label: &'static str,
    /// The concept that contests it while it goes on: `fight` contests `capture`, since a town that is fought over is not taken.
    pub contested_by: Option<&'static str>,
    /// It contests another concept while it goes on: `fight`.
    pub contests: bool,
    /// It happens to a person once in a life: `die`, `bury`.
    pub once: bool,
    /// It happens to a person once in a story: `arrest`; also all that happens once in a life.
    pub single: bool,
    /// The concept by which others may tell the same: `resign` for `fire`, `die` for `shoot`.
    pub like: Option<&'static str>,
    /// The course of things that it is a step of, whose steps befall one person: `court` for `arrest` and `charge`, `harm` for `injure`.
    pub course: Option<&'static str>,
    /// It happens to people only: `arrest`, unlike `close`.
    pub people: bool,
    /// It is told only with whom or what it happens to: `arrest` needs somebody arrested, `fight` nobody.
    pub borne: bool,
    /// Several do it together, in any order: `meet`, `marry`.
    pub mutual: bool,
    /// Whoever announces it does it thereby: `resign`, `appoint`.
    pub declared: bool,
    /// Its object stays so for the time of a story: a town after `capture`.
    pub lasting: bool,
    /// The concept that it denies: `pass` for `reject`.
    pub against: Option<&'static str>,
    /// A matter with two sides, told by the verbs of `events_sides.tsv`: `jobs`, by `hire` and `shed`. The fields below are of such
    /// matters, except `anytime`.
    pub sided: bool,
    /// Both sides must have the same doer: for `jobs` the firm that hires and sheds.
    pub who: bool,
    /// Both sides must be done to the same: for `custody` the one who is held and freed.
    pub whom: bool,
    /// Both sides must be of one day: `shares`, which rise and fall from day to day.
    pub daily: bool,
    /// Both sides must tell the same number: `jobs`, 600 created and 600 cut.
    pub counted: bool,
    /// Tenses are not compared: `tenure`, where "stays" and "will leave" are two sides.
    pub state: bool,
    /// A later report of the other side is a change, no conflict: `fitness`, of a player who is out and then plays.
    pub turns: bool,
    /// Done at one time and not at another is no conflict: `open`, `publish`.
    pub anytime: bool,
    /// Only of somebody with a name, and left to the reader to decide: `survival`, since one of two victims may live.
    pub named: bool,
    /// Only between reports of one week: `survival`, since somebody who survives a crash dies some day.
    pub near: bool,
}

/// Who takes which part in what a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Somebody does it to somebody or something.
    Act,
    /// Several do it together.
    Pair,
    /// Somebody does it, and nobody else is touched.
    Own,
    /// It happens to the subject.
    Undergo,
    /// Somebody goes somewhere.
    Move,
    /// Something goes from one to another.
    Give,
    /// A noun whose object stands behind `on` or `against`.
    Onto,
    /// A noun of what happens to somebody.
    Patient,
    /// A noun of what happens at a place without a doer.
    At,
    /// Somebody does it to something, or it happens to the subject: `the bridge reopened`.
    Change,
}

/// What the object of a verb must be, so that the verb tells its concept; a column of the tables of verbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    Any,
    Person,
    /// A person, and behind it an office: `named Anna Holm chief`.
    Office,
    Place,
    Organisation,
    /// Somebody or something with a name.
    Name,
    /// There must be one, of whatever kind.
    Noun,
    /// There must be one that is no event itself: "announced the talks" tells of talks.
    Thing,
    /// One of these nouns, with `|` between them.
    Words(&'static str),
    /// A word of this set.
    Among(Set),
    /// Any; one of these nouns is the subject, with `|` between them.
    Subject(&'static str),
    /// There must be none: `demonstrate` of protesting.
    Nothing,
    /// None; what somebody leaves stands behind `from`.
    From,
    /// The subject is a word of this set.
    Of(Set),
    /// People, by name or by a noun.
    People,
    /// An office or a body with seats.
    Post,
}

/// One verb, or a verb with the words that must follow it.
#[derive(Debug, PartialEq, Eq)]
pub struct Verb {
    /// Base form.
    pub lemma: &'static str,
    /// `down` of `step down`, with spaces between several; empty for a bare verb. In a verb of one side `#` stands for a number.
    pub particle: &'static str,
    /// The numbers of these words, [`A_NUMBER`] for `#`.
    pub following: Box<[WordId]>,
    concept: usize,
    /// Who takes which part.
    pub frame: Frame,
    /// What its object must be.
    pub object: Object,
    /// False for a verb that says that it did not happen: `skip` of attending.
    pub happens: bool,
}

/// Stands in [`Verb::following`] for any number; no word has it.
pub const A_NUMBER: WordId = WordId::MAX;

/// The forms of a verb that a word may be, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    /// As in the tables: `fire`.
    pub const BASE: Forms = Forms(1);
    /// `fires`.
    pub const THIRD: Forms = Forms(2);
    /// `fired`, `flew`.
    pub const PAST: Forms = Forms(4);
    /// `fired`, `flown`.
    pub const PARTICIPLE: Forms = Forms(8);
    /// `firing`.
    pub const GERUND: Forms = Forms(16);

    pub fn has(self, form: Forms) -> bool {
        self.0 & form.0 != 0
    }
}

/// One noun or phrase of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventNoun {
    concept: usize,
    /// Who takes which part.
    pub frame: Frame,
}

/// The tables of events.
#[derive(Default)]
pub struct Events {
    concepts: Vec<EventConcept>,
    verbs: Vec<Verb>,
    by_form: FxHashMap<WordId, Vec<(usize, Forms)>>,
    sides: Vec<Verb>,
    /// By the number of a word the verbs of one side that it may be a form of.
    sides_by_form: FxHashMap<WordId, Vec<(usize, Forms)>>,
    nouns: Phrases<EventNoun>,
    pub words: EventWords,
}

impl Events {
    /// Reads the tables and marks the first word of each entry.
    pub fn load(words: &mut WordTable) -> Self {
        let mut events =
            Events { concepts: rows(CONCEPTS).map(|r| concept(&r)).collect(), words: EventWords::load(words), ..Events::default() };
        for row in rows(VERBS) {
            events.add_verb(&row, words);
        }
        for row in rows(SIDES) {
            events.add_side(&row, words);
        }
        for row in rows(NOUNS) {
            events.add_noun(&row, words);
        }
        events
    }

    fn add_verb(&mut self, row: &[&'static str], words: &mut WordTable) {
        let (verb, forms) = self.verb(row, words);
        self.verbs.push(verb);
        let index = self.verbs.len() - 1;
        forms.for_each(|(form, bit)| note(&mut self.by_form, words.mark(form, class::EVENT), index, bit));
    }

    /// A verb of one side does not set the class bit of events.
    fn add_side(&mut self, row: &[&'static str], words: &mut WordTable) {
        let (verb, forms) = self.verb(row, words);
        self.sides.push(verb);
        let index = self.sides.len() - 1;
        forms.for_each(|(form, bit)| note(&mut self.sides_by_form, words.intern(form), index, bit));
    }

    /// The verb of a row, and its spellings.
    fn verb(&self, row: &[&'static str], words: &mut WordTable) -> (Verb, impl Iterator<Item = (&'static str, Forms)> + use<>) {
        let [lemma, third, past, participle, gerund, particle, concept, frame, object, polarity] =
            columns("events_verbs.tsv or events_sides.tsv", row);
        let particle = if particle == "-" { "" } else { particle };
        let number = |word| if word == "#" { A_NUMBER } else { words.intern(word) };
        let verb = Verb {
            lemma,
            particle,
            following: particle.split_whitespace().map(number).collect(),
            concept: self.number(concept, row),
            frame: named(frame, row),
            object: self::object(object, row),
            happens: happens(polarity, row),
        };
        let forms =
            [(lemma, Forms::BASE), (third, Forms::THIRD), (past, Forms::PAST), (participle, Forms::PARTICIPLE), (gerund, Forms::GERUND)];
        (verb, forms.into_iter().flat_map(|(form, bit)| form.split('|').map(move |f| (f, bit))))
    }

    fn add_noun(&mut self, row: &[&'static str], words: &mut WordTable) {
        let [singular, plural, concept, frame] = columns("events_nouns.tsv", row);
        let noun = EventNoun { concept: self.number(concept, row), frame: named(frame, row) };
        for form in [singular, plural].into_iter().filter(|f| *f != "-") {
            let phrase = words.phrase(form);
            words.mark_id(phrase[0], class::EVENT);
            self.nouns.insert(phrase, noun);
        }
    }

    fn number(&self, concept: &str, row: &[&str]) -> usize {
        let found = self.concepts.binary_search_by(|c| c.name.cmp(concept));
        found.unwrap_or_else(|_| unknown(VERBS_OR_NOUNS, row, concept))
    }

    /// The verbs that a token may be a form of, with the forms.
    pub fn verbs(&self, token: &Token) -> impl Iterator<Item = (&Verb, Forms)> {
        let list = self.by_form.get(&token.word).map_or(&[][..], Vec::as_slice);
        list.iter().map(|(v, forms)| (&self.verbs[*v], *forms))
    }

    /// The verbs of one side that a token may be a form of, with the forms.
    pub fn sides(&self, token: &Token) -> impl Iterator<Item = (&Verb, Forms)> {
        let list = self.sides_by_form.get(&token.word).filter(|_| token.word > 0).map_or(&[][..], Vec::as_slice);
        list.iter().map(|(v, forms)| (&self.sides[*v], *forms))
    }

    /// The noun phrase of an event that begins at token `at`, and its length in tokens.
    pub fn noun(&self, tokens: &[Token], at: usize) -> Option<(usize, EventNoun)> {
        self.nouns.longest(tokens, at).map(|(n, noun)| (n, *noun))
    }

    pub fn of_verb(&self, verb: &Verb) -> &EventConcept {
        &self.concepts[verb.concept]
    }

    pub fn of_noun(&self, noun: EventNoun) -> &EventConcept {
        &self.concepts[noun.concept]
    }

    /// The concept of this name.
    pub fn named(&self, name: &str) -> Option<&EventConcept> {
        self.concepts.binary_search_by(|c| c.name.cmp(name)).ok().map(|i| &self.concepts[i])
    }
}

/// Notes that a word is a form of a verb.
fn note(by_form: &mut FxHashMap<WordId, Vec<(usize, Forms)>>, word: WordId, verb: usize, form: Forms) {
    let list = by_form.entry(word).or_default();
    match list.iter_mut().find(|(v, _)| *v == verb) {
        Some((_, bits)) => bits.0 |= form.0,
        None => list.push((verb, form)),
    }
}

fn concept(row: &[&'static str]) -> EventConcept {
    let [name, label, contested, traits] = columns("events.tsv", row);
    let contested_by = Some(contested).filter(|c| *c != "-");
    let mut concept = EventConcept { name, label, contested_by, ..EventConcept::default() };
    traits.split(',').filter(|t| *t != "-").for_each(|t| concept.add(t, row));
    concept
}

impl EventConcept {
    /// Takes a trait of the table.
    fn add(&mut self, named: &'static str, row: &[&str]) {
        match named.split_once(':') {
            Some(("like", concept)) => self.like = Some(concept),
            Some(("of", course)) => self.course = Some(course),
            Some(("against", concept)) => self.against = Some(concept),
            Some(_) => unknown("events.tsv", row, named),
            None => *self.flag(named).unwrap_or_else(|| unknown("events.tsv", row, named)) = true,
        }
        self.single |= self.once;
    }

    fn flag(&mut self, named: &str) -> Option<&mut bool> {
        Some(match named {
            "contests" => &mut self.contests,
            "once" => &mut self.once,
            "single" => &mut self.single,
            "people" => &mut self.people,
            "borne" => &mut self.borne,
            "mutual" => &mut self.mutual,
            "declared" => &mut self.declared,
            "lasting" => &mut self.lasting,
            "sided" => &mut self.sided,
            "who" => &mut self.who,
            "whom" => &mut self.whom,
            "daily" => &mut self.daily,
            "counted" => &mut self.counted,
            "state" => &mut self.state,
            "turns" => &mut self.turns,
            "named" => &mut self.named,
            "anytime" => &mut self.anytime,
            "near" => &mut self.near,
            _ => return None,
        })
    }
}

/// What the last column of a verb says.
fn happens(polarity: &str, row: &[&str]) -> bool {
    match polarity {
        "-" => true,
        "not" => false,
        _ => unknown(VERBS_OR_NOUNS, row, polarity),
    }
}

fn named(frame: &str, row: &[&str]) -> Frame {
    match frame {
        "act" => Frame::Act,
        "pair" => Frame::Pair,
        "self" => Frame::Own,
        "undergo" => Frame::Undergo,
        "move" => Frame::Move,
        "give" => Frame::Give,
        "onto" => Frame::Onto,
        "patient" => Frame::Patient,
        "at" => Frame::At,
        "change" => Frame::Change,
        _ => unknown(VERBS_OR_NOUNS, row, frame),
    }
}

fn object(column: &'static str, row: &[&str]) -> Object {
    let set = |name: &str| event_words::named(name).unwrap_or_else(|| unknown(VERBS_OR_NOUNS, row, name));
    match column {
        "-" => Object::Any,
        "office" => Object::Office,
        "person" => Object::Person,
        "place" => Object::Place,
        "org" => Object::Organisation,
        "name" => Object::Name,
        "noun" => Object::Noun,
        "thing" => Object::Thing,
        "from" => Object::From,
        "none" => Object::Nothing,
        "people" => Object::People,
        "post" => Object::Post,
        words if words.starts_with("of:") => Object::Of(set(&words[3..])),
        words if words.starts_with("by:") => Object::Subject(&words[3..]),
        words if words.starts_with("in:") => Object::Among(set(&words[3..])),
        words if words.contains('|') => Object::Words(words),
        // one word alone is an unknown kind of object: a noun would have its plural beside it
        word => unknown(VERBS_OR_NOUNS, row, word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{lexicon, lines};

    #[test]
    fn the_tables_are_sorted_and_unique() {
        let verbs: Vec<(&str, &str, &str)> = lines(VERBS).map(|l| l.split('\t').collect::<Vec<_>>()).map(|r| (r[0], r[5], r[6])).collect();
        assert!(verbs.is_sorted_by(|a, b| a < b), "{verbs:?}");
        assert_eq!(VERBS.to_lowercase().lines().skip(1).collect::<Vec<_>>(), VERBS.lines().skip(1).collect::<Vec<_>>());
    }

    #[test]
    fn what_a_concept_names_is_one() {
        let events = &lexicon().events;
        let known = |name: Option<&str>| name.is_none_or(|n| events.named(n).is_some());
        let wrong = events.concepts.iter().find(|c| ![c.contested_by, c.like, c.against].into_iter().all(known));
        assert_eq!(wrong.map(|c| c.name), None);
    }

    #[test]
    fn the_sides_are_of_matters_with_two() {
        let l = lexicon();
        let rows: Vec<Vec<&str>> = lines(SIDES).map(|l| l.split('\t').collect()).collect();
        assert!(rows.is_sorted_by_key(|r| (r[0], r[5], r[6])), "{rows:?}");
        assert!(l.events.sides.iter().all(|v| l.events.of_verb(v).sided));
        let open = |c: &EventConcept| c.name == "act" || ["contrast", "custody", "refund", "unanimity"].contains(&c.name);
        let told = |c: &EventConcept, yes: bool| l.events.sides.iter().any(|v| l.events.of_verb(v) == c && v.happens == yes);
        assert!(l.events.concepts.iter().filter(|c| c.sided).all(|c| open(c) || told(c, true) && told(c, false)));
    }

    #[test]
    fn all_forms_lead_to_the_verb() {
        let l = lexicon();
        let concepts = |w: &str| -> Vec<&str> {
            let token = crate::text::scan(w, &l.words)[0];
            l.events.verbs(&token).map(|(v, _)| l.events.of_verb(v).name).collect()
        };
        assert_eq!(concepts("met"), ["meet"]);
        assert_eq!(concepts("captures"), ["capture"]);
        assert_eq!(concepts("shutting"), ["close", "close"]);
        assert_eq!(concepts("released"), ["publish", "release", "bail"]);
        assert_eq!(concepts("travelled"), ["visit"]);
        assert_eq!(concepts("looked"), [""; 0]);
    }

    #[test]
    fn the_longest_noun_wins() {
        let l = lexicon();
        let tokens = crate::text::scan("phone calls", &l.words);
        let (length, noun) = l.events.noun(&tokens, 0).unwrap();
        assert_eq!((length, l.events.of_noun(noun).name), (2, "call"));
    }
}
