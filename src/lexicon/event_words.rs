//! Words by which one tells whether an event happens and to whom: sets of one bit each, so that a token is looked up once for many sets.
//! The words stand in `event_words.tsv`; where a new word goes is told in [`super`].

use super::{WordTable, columns, rows};
use crate::text::{Token, WordId};

const TABLE: &str = include_str!("event_words.tsv");

/// Some of the sets of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set(u64);

impl Set {
    /// The words of both sets.
    pub const fn and(self, other: Set) -> Set {
        Set(self.0 | other.0)
    }
}

macro_rules! sets {
    ($($(#[$doc:meta])* $name:ident = $bit:literal as $written:literal;)*) => {
        $($(#[$doc])* pub const $name: Set = Set(1 << $bit);)*

        /// The set with this name in the table; none if there is no such set.
        pub(super) fn named(name: &str) -> Option<Set> {
            match name { $($written => Some($name),)* _ => None }
        }
    };
}

sets! {
    /// May stand before a verb or behind it.
    ADVERBS = 0 as "adverbs";
    /// A noun before `to` and a verb: what somebody has set out to do.
    AIMS = 1 as "aims";
    /// Before a noun: it did not come.
    AVERTS = 2 as "averts";
    /// A noun before `to` and a verb: it was not done.
    BALKS = 3 as "balks";
    /// A part of the body.
    BODY = 4 as "body";
    /// What can be destroyed: buildings, vehicles, land.
    BUILT = 5 as "built";
    /// Puts an end to what was meant to happen.
    CANCELS = 6 as "cancels";
    /// Before a noun: somebody says so.
    CLAIMS = 7 as "claims";
    /// Before a noun of fighting: no blood is shed.
    CONTESTS = 8 as "contests";
    /// What somebody is charged with doing, no event itself.
    CRIMES = 9 as "crimes";
    /// Before a noun or gerund, or as what somebody does who is quoted: it was not done.
    DENIES = 10 as "denies";
    /// Before `to` and a verb: it did happen.
    DID = 11 as "did";
    /// Before `to` and a verb: it did not happen.
    DID_NOT = 12 as "did_not";
    /// Before `of` and a place: where it is from there.
    DIRECTIONS = 13 as "directions";
    /// People who do harm, and are not its victims.
    DOERS = 14 as "doers";
    /// A verb of reporting that leaves doubt whether it is so.
    DOUBTS = 15 as "doubts";
    /// Before a noun: changes what it means, as in `heart attack`.
    FIGURATIVE = 16 as "figurative";
    /// Stands for the country or body named before it: `Russian troops`.
    GROUPS = 17 as "groups";
    /// What cannot be hit: an attack on it is one with words.
    IDEALS = 18 as "ideals";
    /// A verb of coming about, behind the noun of an event: what follows it is of the event.
    OCCURS = 19 as "occurs";
    /// Before `of`, `for` or `to` and a noun: it is open whether it happens.
    OPENS = 20 as "opens";
    /// A noun of people beyond those of roles, kinship and counted people.
    PERSONS = 21 as "persons";
    /// Before a noun: it is still to come.
    PLANNED = 22 as "planned";
    /// Before `to` and a verb: it is meant to happen.
    PLANS = 23 as "plans";
    /// Before a noun: it may come.
    POSSIBLE = 24 as "possible";
    /// An office or body that somebody leaves.
    POSTS = 25 as "posts";
    /// A verb that a noun of an event is the subject of.
    PREDICATES = 26 as "predicates";
    /// What is said of talks, agreements and the like that came about.
    SETTLES = 27 as "settles";
    /// Words counted as people that are not nouns for a person.
    STATES = 28 as "states";
    /// Carries out the noun behind it: `held a meeting`.
    SUPPORTS = 29 as "supports";
    /// What is found, lost, destroyed or taken away.
    THINGS = 30 as "things";
    /// What is still to come for the subject: `faces arraignment`.
    UNDERGOES = 31 as "undergoes";
    /// What is closed and opened to people.
    WAYS = 32 as "ways";
    /// Before whom one testifies or appears.
    HEARERS = 33 as "hearers";
    /// A noun that is a form of a verb of speech too: `the order`.
    SPEECH_NOUNS = 34 as "speech_nouns";
    /// What is put to somebody, who accepts or rejects it.
    OFFERS = 35 as "offers";
    /// What sounds where there is danger.
    ALARMS = 36 as "alarms";
    /// What is held on a day, or called off.
    GATHERINGS = 37 as "gatherings";
    /// What a company creates or cuts: posts, and the people in them.
    JOBS = 38 as "jobs";
    /// What a player plays in or misses.
    MATCHES = 39 as "matches";
    /// What one votes for or against.
    MOTIONS = 40 as "motions";
    /// What is paid back.
    REFUNDS = 41 as "refunds";
    /// What is held a second time.
    REPEATS = 42 as "repeats";
    /// A company's change of owner.
    SALES = 43 as "sales";
    /// What rises and falls on an exchange.
    SHARES = 44 as "shares";
    /// What is in force for a time.
    TERMS = 45 as "terms";
    /// Begins the words, beside numbers, for how a vote was taken.
    BALLOTS = 46 as "ballots";
    /// Beside a negation: leaves it open whether it was done in another way or later.
    HEDGES = 47 as "hedges";
    /// Before `that` or `of`: what follows is not told as a fact.
    HEARSAY = 48 as "hearsay";
    /// What somebody suffers who is hurt.
    WOUNDS = 49 as "wounds";
    /// Before a noun: somebody says that it is not so.
    DISPUTES = 50 as "disputes";
    /// A verb of saying that does what it says: `announced her resignation`.
    ANNOUNCES = 51 as "announces";
    /// Behind what is told: somebody says so, and another denies it.
    SAYINGS = 52 as "sayings";
    /// What is stolen in a game or a figure of speech, which is no theft.
    UNSTOLEN = 53 as "unstolen";
    /// Things that their holders make public: `documents`.
    PAPERS = 54 as "papers";
    /// Offices that people run for, other than titles of people.
    OFFICES = 55 as "offices";
    /// Before `of` or `that` and a clause: it may come.
    CHANCES = 56 as "chances";
    /// Before a noun: the subject gets away from it: `escaped arrest`.
    EVADES = 57 as "evades";
    /// Before the noun of an act: it was not done; before that of a gathering: it was broken off.
    HALTS = 58 as "halts";
    /// Before a noun of what others ask for: it is not done.
    REBUFFS = 59 as "rebuffs";
    /// Before a clause: somebody thinks, hopes or fears so, and it is not told as a fact.
    THOUGHTS = 60 as "thoughts";
}

/// For each word of the lexicon the sets that it is in.
#[derive(Default)]
pub struct EventWords(Vec<u64>);

impl EventWords {
    /// Reads the table and gives each of its words a number.
    pub fn load(words: &mut WordTable) -> Self {
        let mut bits = Vec::new();
        for row in rows(TABLE) {
            let [name, list] = columns("event_words.tsv", &row);
            let Some(set) = named(name) else { panic!("event_words.tsv has the set {name}") };
            for word in list.split(' ') {
                let id = words.intern(word) as usize;
                bits.resize(bits.len().max(id + 1), 0);
                bits[id] |= set.0;
            }
        }
        EventWords(bits)
    }

    /// Whether a token is a word of at least one of these sets.
    pub fn has(&self, token: &Token, sets: Set) -> bool {
        self.is(token.word, sets)
    }

    /// The same of the number of a word.
    pub fn is(&self, word: WordId, sets: Set) -> bool {
        word > 0 && self.0.get(word as usize).is_some_and(|bits| bits & sets.0 != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn the_sets_and_their_words_are_sorted_and_unique() {
        for row in rows(TABLE) {
            let words: Vec<&str> = row[1].split(' ').collect();
            assert!(words.is_sorted_by(|a, b| a < b), "{words:?}");
            assert!(words.iter().all(|w| w.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')), "{words:?}");
        }
    }

    #[test]
    fn a_word_is_in_its_sets_and_no_others() {
        let l = lexicon();
        let is = |word: &str, set| l.events.words.is(l.words.id(word), set);
        assert!(is("cancelled", CANCELS) && !is("cancelled", PLANS));
        assert!(is("plans", PLANS) && is("plans", AIMS) && is("plans", PLANS.and(DENIES)));
        assert!(!is("ferry", CANCELS.and(PLANS)) && !is("", CANCELS));
    }
}
