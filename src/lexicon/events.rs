//! Events: the concepts of what happens in the news, and the verbs and nouns that tell of them.

use rustc_hash::FxHashMap;

use super::event_words::{self, EventWords, Set};
use super::{Phrases, WordTable, class, rows};
use crate::text::{Token, WordId};

const CONCEPTS: &str = include_str!("events.tsv");
const VERBS: &str = include_str!("events_verbs.tsv");
const SIDES: &str = include_str!("events_sides.tsv");
const NOUNS: &str = include_str!("events_nouns.tsv");

/// What happens.
#[derive(Debug, PartialEq, Eq)]
pub struct EventConcept {
    /// Its name in claims: `capture`.
    pub name: &'static str,
    /// Words for a reader: `phone call`.
    pub label: &'static str,
    /// The concept whose going on contests it: fighting, where a town is said to be captured.
    pub contested_by: Option<&'static str>,
    /// Its going on contests another concept.
    pub contests: bool,
    /// It happens to one person once.
    pub once: bool,
    /// It happens to one person but once in a story, though it may again in a life.
    pub single: bool,
    /// The concept that may tell of the same: who was fired may be said to have resigned.
    pub like: Option<&'static str>,
    /// The course of things that it is a step of, all steps of which befall one person: a court case, an attack on somebody.
    pub course: Option<&'static str>,
    /// It happens to people only.
    pub people: bool,
    /// It is nothing without whom or what it happens to.
    pub borne: bool,
    /// Several do it together, whoever is named first.
    pub mutual: bool,
    /// Who announces it does it: a resignation, an appointment.
    pub declared: bool,
    /// What it does to its object stays for the time of a story: a town that is captured.
    pub lasting: bool,
    /// The concept of which it says that it did not happen: what is rejected is not approved.
    pub against: Option<&'static str>,
    /// A matter that has two sides, which the table of sides tells: job cuts and new jobs. What follows is of such a matter.
    pub sided: bool,
    /// The two sides are of one matter where the same do it.
    pub who: bool,
    /// Where it is done to the same.
    pub whom: bool,
    /// Where it is of the same day.
    pub daily: bool,
    /// Where the number is the same.
    pub counted: bool,
    /// One side may be told as what is, and the other as what will be.
    pub state: bool,
    /// A later report may tell the other side.
    pub turns: bool,
    /// What was not done at one time may have been done at another: an office opens, papers are published.
    pub anytime: bool,
    /// It is told of somebody with a name: of two suspects one may be free.
    pub named: bool,
    /// It is of reports of one week or so: who survives a crash dies some day.
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
    /// A noun of what happens at a place, by nobody.
    At,
    /// Somebody does it to something, or it happens to the subject: `the bridge reopened`.
    Change,
}

/// What the object of a verb must be, for the verb to tell of its concept.
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
    /// There must be one that is no event itself: of "announced the talks" the talks are told.
    Thing,
    /// One of these nouns, with `|` between them.
    Words(&'static str),
    /// A word of this set.
    Among(Set),
    /// Any; one of these nouns is the subject, with `|` between them.
    Subject(&'static str),
    /// There must be none: `demonstrate` of protesting.
    Nothing,
    /// None; what is left stands behind `from`.
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
    pub lemma: &'static str,
    /// `down` of `step down`, with spaces between several; empty for a bare verb. In a verb of one side `#` stands for a number.
    pub particle: &'static str,
    concept: usize,
    pub frame: Frame,
    pub object: Object,
    /// False for a verb that says that it did not happen: `skip` of attending.
    pub happens: bool,
}

/// The forms of a verb that a word may be, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    pub const BASE: Forms = Forms(1);
    pub const THIRD: Forms = Forms(2);
    pub const PAST: Forms = Forms(4);
    pub const PARTICIPLE: Forms = Forms(8);
    pub const GERUND: Forms = Forms(16);

    pub fn has(self, form: Forms) -> bool {
        self.0 & form.0 != 0
    }
}

/// One noun or phrase of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventNoun {
    concept: usize,
    pub frame: Frame,
}

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
        let (verb, forms) = self.verb(row);
        self.verbs.push(verb);
        let index = self.verbs.len() - 1;
        forms.for_each(|(form, bit)| note(&mut self.by_form, words.mark(form, class::EVENT), index, bit));
    }

    /// A verb of one side is no mark for those who look for events.
    fn add_side(&mut self, row: &[&'static str], words: &mut WordTable) {
        let (verb, forms) = self.verb(row);
        self.sides.push(verb);
        let index = self.sides.len() - 1;
        forms.for_each(|(form, bit)| note(&mut self.sides_by_form, words.intern(form), index, bit));
    }

    /// The verb of a row, and its spellings.
    fn verb(&self, row: &[&'static str]) -> (Verb, impl Iterator<Item = (&'static str, Forms)> + use<>) {
        let &[lemma, third, past, participle, gerund, particle, concept, frame, object, polarity] = row else {
            panic!("a verb of events has ten columns: {row:?}")
        };
        let particle = if particle == "-" { "" } else { particle };
        let verb = Verb {
            lemma,
            particle,
            concept: self.number(concept),
            frame: named(frame),
            object: self::object(object),
            happens: polarity == "-",
        };
        let forms =
            [(lemma, Forms::BASE), (third, Forms::THIRD), (past, Forms::PAST), (participle, Forms::PARTICIPLE), (gerund, Forms::GERUND)];
        (verb, forms.into_iter().flat_map(|(form, bit)| form.split('|').map(move |f| (f, bit))))
    }

    fn add_noun(&mut self, row: &[&'static str], words: &mut WordTable) {
        let &[singular, plural, concept, frame] = row else { panic!("events_nouns.tsv: {row:?}") };
        let noun = EventNoun { concept: self.number(concept), frame: named(frame) };
        for form in [singular, plural].into_iter().filter(|f| *f != "-") {
            let phrase = words.phrase(form);
            words.mark_id(phrase[0], class::EVENT);
            self.nouns.insert(phrase, noun);
        }
    }

    fn number(&self, concept: &str) -> usize {
        let found = self.concepts.binary_search_by(|c| c.name.cmp(concept));
        found.unwrap_or_else(|_| panic!("events.tsv has no concept {concept}"))
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
    let &[name, label, contested, traits] = row else { panic!("events.tsv: {row:?}") };
    let is = |what: &str| traits.split(',').any(|t| t == what);
    let trait_of = |what: &str| traits.split(',').find_map(|t| t.strip_prefix(what));
    EventConcept {
        name,
        label,
        contested_by: Some(contested).filter(|c| *c != "-"),
        contests: is("contests"),
        once: is("once"),
        single: is("once") || is("single"),
        like: trait_of("like:"),
        course: trait_of("of:"),
        people: is("people"),
        borne: is("borne"),
        mutual: is("mutual"),
        declared: is("declared"),
        lasting: is("lasting"),
        against: trait_of("against:"),
        sided: is("sided"),
        who: is("who"),
        whom: is("whom"),
        daily: is("daily"),
        counted: is("counted"),
        state: is("state"),
        turns: is("turns"),
        named: is("named"),
        anytime: is("anytime"),
        near: is("near"),
    }
}

fn named(frame: &str) -> Frame {
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
        _ => panic!("no frame of events is called {frame}"),
    }
}

fn object(column: &'static str) -> Object {
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
        words if words.starts_with("of:") => Object::Of(event_words::named(&words[3..]).unwrap_or_else(|| panic!("no set {words}"))),
        words if words.starts_with("by:") => Object::Subject(&words[3..]),
        words if words.starts_with("in:") => Object::Among(event_words::named(&words[3..]).unwrap_or_else(|| panic!("no set {words}"))),
        words => Object::Words(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{lexicon, lines, tests::assert_sorted};

    #[test]
    fn the_tables_are_sorted_and_unique() {
        assert_sorted(CONCEPTS);
        assert_sorted(NOUNS);
        let verbs: Vec<(&str, &str, &str)> = lines(VERBS).map(|l| l.split('\t').collect::<Vec<_>>()).map(|r| (r[0], r[5], r[6])).collect();
        assert!(verbs.is_sorted_by(|a, b| a < b), "{verbs:?}");
        assert_eq!(VERBS.to_lowercase().lines().skip(1).collect::<Vec<_>>(), VERBS.lines().skip(1).collect::<Vec<_>>());
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
