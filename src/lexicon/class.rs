//! The class bits of a word, which the scan gives each token at no further cost. One bit a class; a word may have several. Whether a new
//! word needs a class is told in [`super`].

use crate::text::Classes;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal as $written:literal;)*) => {
        $($(#[$doc])* pub const $name: Classes = Classes(1 << $bit);)*

        /// The class with this name in a table; none if there is no such class.
        pub fn named(name: &str) -> Option<Classes> {
            match name { $($written => Some($name),)* _ => None }
        }
    };
}

classes! {
    /// the, a, an
    ARTICLE = 0 as "article";
    /// this, those, each, some, their …
    DETERMINER = 1 as "determiner";
    /// he, she, they … as subjects
    PRONOUN = 2 as "pronoun";
    /// in, of, at …
    PREPOSITION = 3 as "preposition";
    /// and, or, but
    CONJUNCTION = 4 as "conjunction";
    /// is, was, has, will, may … (also modal verbs)
    AUXILIARY = 5 as "auxiliary";
    /// not, no, never, without …
    NEGATION = 6 as "negation";
    /// who, which, that, where, when
    RELATIVE = 7 as "relative";
    /// A word or multiplier of number: one, twenty, dozen, million, half
    NUMBER = 8 as "number";
    /// The first word of a unit of measure
    UNIT = 9 as "unit";
    /// A word that begins a hedge or bound: about, nearly, more, at (least), up (to) …
    HEDGE = 10 as "hedge";
    MONTH = 11 as "month";
    WEEKDAY = 12 as "weekday";
    /// A word that can begin or be a date expression: yesterday, last, next, early, spring, decade …
    TEMPORAL = 13 as "temporal";
    /// A currency word or code
    CURRENCY = 14 as "currency";
    /// first, second, 21st's word form
    ORDINAL = 15 as "ordinal";
    GIVEN_NAME = 16 as "given_name";
    SURNAME = 17 as "surname";
    /// The first word of a place of the table
    PLACE = 18 as "place";
    /// Russian, Briton, Parisian
    DEMONYM = 19 as "demonym";
    /// Mr, Gen, President …: stands before a name
    TITLE = 20 as "title";
    /// The head word of a role: minister, spokesman, adviser
    ROLE = 21 as "role";
    /// A verb that reports speech: said, told, added
    CUE = 22 as "cue";
    /// A word that marks an organisation: Ministry, Party, Inc, University
    ORGANISATION = 23 as "organisation";
    /// van, de, al, bin …: inside a name
    PARTICLE = 24 as "particle";
    /// Written with a stop that ends no sentence: Mr, Gen, St, No, Inc
    ABBREVIATION = 25 as "abbreviation";
    /// An abbreviation that may also end a sentence: Inc, a.m., U.S., etc
    SOFT_ABBREVIATION = 26 as "soft_abbreviation";
    /// An ordinary lower-case English word
    COMMON = 27 as "common";
    /// A word that begins sentences more often than names: The, He, But, Meanwhile
    STARTER = 28 as "starter";
    /// former, acting, deputy, then, -elect …: the status of a role
    STATUS = 29 as "status";
    /// A verb form (or noun) that binds a measured concept: killed, dead, gained …
    CONCEPT = 30 as "concept";
    /// A family relation: son, wife, son-in-law
    KINSHIP = 31 as "kinship";
    /// A word that marks a place: Street, River, Province, Airport
    PLACE_WORD = 32 as "place_word";
    /// A finite verb form that is frequent in news (for the search of a governing verb)
    VERB = 33 as "verb";
    /// A verb or noun of change: rose, fell, up, down
    CHANGE = 34 as "change";
    /// A word of an event concept: met, signed, attack
    EVENT = 35 as "event";
    /// A given name or surname that is more often an ordinary word: will, mark, brown
    AMBIGUOUS_NAME = 36 as "ambiguous_name";
    /// A part of the day: morning, noon, tonight
    DAY_PART = 37 as "day_part";
    /// An adverb that may stand between a noun and its verb
    ADVERB = 38 as "adverb";
    /// The first word of a multi-word organisation or other named thing of the table
    NAMED = 39 as "named";
    /// The first word of a phrase that web sites print around articles, or of an agency's name
    FURNITURE = 58 as "furniture";
    /// An abbreviation that is one only with a capital letter: Gen, Mass, Ill
    CAPITALISED = 59 as "capitalised";
    /// An abbreviation before a number: No, p, Sept
    NUMBERED = 60 as "numbered";
    /// a.m., p.m. and the names of time zones
    CLOCK = 61 as "clock";
    /// A name that ends in an exclamation mark: Yahoo
    EXCLAIMED = 62 as "exclaimed";
    /// Stands behind a name and belongs to it: Jr, III, MP
    HONORIFIC_SUFFIX = 40 as "honorific_suffix";
    /// A verb of holding or showing something to be so: thinks, found; or one that speaks only beside a quotation: laughed
    ATTITUDE = 63 as "attitude";
    /// The last word of a role of several words: running back, point guard
    ROLE_END = 41 as "role_end";
    /// A word before a number that is a name and counts nothing: Article, Flight, Boeing
    LABEL = 45 as "label";
    /// A word that tells the tense of its sentence: will, was, starts
    TENSE = 46 as "tense";
    /// A given name of women
    FEMALE_NAME = 55 as "female_name";
    /// A given name of men
    MALE_NAME = 56 as "male_name";
}

/// Words that only hold a sentence together: articles, pronouns, prepositions, conjunctions, auxiliaries.
pub const FUNCTION: Classes = ARTICLE.and(DETERMINER).and(PRONOUN).and(PREPOSITION).and(CONJUNCTION).and(AUXILIARY).and(RELATIVE);
