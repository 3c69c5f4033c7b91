//! What is known of a unit and of a segment, as bits. Each bit has a row in the table of weights.

use std::ops::Range;

use super::words::FUNCTION;
use crate::extract::Context;
use crate::lexicon::class;
use crate::text::{Classes, Token, form};

/// A set of features of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Props(pub u64);

impl Props {
    pub fn from(bit: u8) -> Self {
        Props(1 << bit)
    }
    pub fn with(self, bit: u8) -> Self {
        Props(self.0 | 1 << bit)
    }
    pub fn set(&mut self, bit: u8, on: bool) {
        self.0 |= (on as u64) << bit;
    }
    pub fn any(self, bit: u8) -> bool {
        self.0 >> bit & 1 == 1
    }
    pub fn or(self, other: Props) -> Self {
        Props(self.0 | other.0)
    }
}

/// Which features follow from the classes of a word.
pub struct ByClass {
    mask: u64,
    /// By class bit.
    props: [u64; 64],
}

impl ByClass {
    /// From pairs of a feature and the class, or one of several classes, that it follows from.
    pub const fn of(pairs: &[(u8, Classes)]) -> Self {
        let mut by_class = ByClass { mask: 0, props: [0; 64] };
        let mut i = 0;
        while i < pairs.len() {
            let (feature, mut classes) = (pairs[i].0, pairs[i].1.0);
            by_class.mask |= classes;
            while classes != 0 {
                by_class.props[classes.trailing_zeros() as usize] |= 1 << feature;
                classes &= classes - 1;
            }
            i += 1;
        }
        by_class
    }

    pub fn get(&self, classes: Classes) -> Props {
        let mut bits = classes.0 & self.mask;
        let mut props = 0;
        while bits != 0 {
            props |= self.props[bits.trailing_zeros() as usize];
            bits &= bits - 1;
        }
        Props(props)
    }
}

/// Names the bits of a group, for the code and for the table of weights.
macro_rules! features {
    ($group:ident, $names:ident: $($(#[$doc:meta])* $name:ident = $written:literal;)*) => {
        pub mod $group {
            $crate::extract::names::feature::features!(@number 0u8; $($(#[$doc])* $name;)*);
        }
        pub const $names: &[&str] = &[$($written),*];
    };
    (@number $n:expr; $(#[$doc:meta])* $name:ident; $($rest:tt)*) => {
        $(#[$doc])* pub const $name: u8 = $n;
        $crate::extract::names::feature::features!(@number $n + 1u8; $($rest)*);
    };
    (@number $n:expr;) => {};
}
pub(crate) use features;

features! { props, PROPS:
    /// Stands where every word has a capital.
    START = "start";
    /// An ordinary word where every word has a capital.
    START_COMMON = "start_common";
    COMMON = "common";
    FUNCTION = "function";
    GIVEN = "given";
    GIVEN_FREQUENT = "given_frequent";
    SURNAME = "surname";
    SURNAME_FREQUENT = "surname_frequent";
    AMBIGUOUS = "ambiguous";
    DEMONYM = "demonym";
    TITLE = "title";
    ROLE = "role";
    ORGANISATION = "organisation";
    PLACE_WORD = "place_word";
    /// The first word of a spelling in the table of places.
    PLACE_FIRST = "place_first";
    CALENDAR = "calendar";
    /// Two to six capitals.
    ACRONYM = "acronym";
    INITIAL = "initial";
    /// One letter without a stop.
    LETTER = "letter";
    DOTTED = "dotted";
    /// A capital behind a lower-case letter: `JPMorgan`.
    CAMEL = "camel";
    DIGIT = "digit";
    UNKNOWN = "unknown";
    SUFFIX = "suffix";
    KINSHIP = "kinship";
    STATUS = "status";
    CAPITAL_PARTICLE = "capital_particle";
    /// Ends like the surnames of many languages.
    SURNAME_ENDING = "surname_ending";
    /// Ends like the names of many towns and countries.
    PLACE_ENDING = "place_ending";
    /// Ends like the name of a people or a language.
    PEOPLE_ENDING = "people_ending";
    PLURAL = "plural";
    CUE = "cue";
    /// Not a capitalised word, but between two of them.
    CONNECTOR = "connector";
    OF = "of";
    AND = "and";
    FOR = "for";
    THE = "the";
    LOWER_PARTICLE = "lower_particle";
    HYPHEN = "hyphen";
    CLITIC = "clitic";
    AMPERSAND = "ampersand";
    /// `I've`, `Don't`
    CONTRACTION = "contraction";
    /// A nickname in marks inside a name: `"Bob"`.
    NICKNAME = "nickname";
}

features! { shape, SHAPES:
    BIAS = "bias";
    ONE = "one";
    TWO = "two";
    THREE = "three";
    FOUR = "four";
    MORE = "more";
    GIVEN_SURNAME = "given_surname";
    GIVEN_OTHER = "given_other";
    OTHER_SURNAME = "other_surname";
    INITIAL_FIRST = "initial_first";
    INITIAL_INSIDE = "initial_inside";
    /// The whole is in the table of places.
    COUNTRY = "country";
    REGION = "region";
    BIG_CITY = "big_city";
    CITY = "city";
    BUILDING = "building";
    WATER = "water";
    PLACE_NOT_NAME = "place_not_name";
    PLACE_AND_WORD = "place_and_word";
    /// A place of the table begins it, and more follows.
    PLACE_THEN_MORE = "place_then_more";
    HAS_OF = "has_of";
    HAS_AND = "has_and";
    HAS_FOR = "has_for";
    HAS_THE = "has_the";
    HAS_PARTICLE = "has_particle";
    HAS_HYPHEN = "has_hyphen";
    HAS_CLITIC = "has_clitic";
    HAS_AMPERSAND = "has_ampersand";
    STARTS_PARTICLE = "starts_particle";
    ALL_COMMON = "all_common";
    ALL_CAPS = "all_caps";
    HAS_FUNCTION = "has_function";
    HAS_CALENDAR = "has_calendar";
    /// The whole is in the table of organisations, as one, as a people, as a thing.
    KNOWN_ORGANISATION = "known_organisation";
    KNOWN_PEOPLE = "known_people";
    KNOWN_THING = "known_thing";
    /// The whole is a demonym: `South Korean`.
    DEMONYM = "demonym";
    /// Begins with a place of the table and the possessive: `Kenya's High Court`.
    PLACE_CLITIC = "place_clitic";
    /// A role or title is inside.
    HAS_TITLE = "has_title";
    /// An initial or letter before the last word.
    HAS_LETTER = "has_letter";
    /// All words have a capital in any case.
    CASELESS = "caseless";
}

features! { recall, RECALLS:
    /// The same words elsewhere in the article are mostly a person.
    SAME_PERSON = "same_person";
    SAME_PLACE = "same_place";
    SAME_ORGANISATION = "same_organisation";
    SAME_PEOPLE = "same_people";
    SAME_OTHER = "same_other";
    SAME_NONE = "same_none";
    /// It ends the name of a person of several words elsewhere.
    LAST_OF_PERSON = "last_of_person";
    FIRST_OF_PERSON = "first_of_person";
    PART_OF_ORGANISATION = "part_of_organisation";
    PART_OF_PLACE = "part_of_place";
    /// The initials of an organisation elsewhere.
    ABBREVIATES = "abbreviates";
    /// It ends the name of a person elsewhere, and the table has it as no more than a small town.
    NAMESAKE = "namesake";
}

/// Endings of names, and what they are frequent in.
const ENDINGS: [(&str, u8); 64] = [
    ("ov", props::SURNAME_ENDING),
    ("ova", props::SURNAME_ENDING),
    ("ev", props::SURNAME_ENDING),
    ("eva", props::SURNAME_ENDING),
    ("ko", props::SURNAME_ENDING),
    ("sky", props::SURNAME_ENDING),
    ("ski", props::SURNAME_ENDING),
    ("skyy", props::SURNAME_ENDING),
    ("skiy", props::SURNAME_ENDING),
    ("ska", props::SURNAME_ENDING),
    ("vich", props::SURNAME_ENDING),
    ("vic", props::SURNAME_ENDING),
    ("ic", props::SURNAME_ENDING),
    ("ić", props::SURNAME_ENDING),
    ("yan", props::SURNAME_ENDING),
    ("ian", props::SURNAME_ENDING),
    ("dze", props::SURNAME_ENDING),
    ("shvili", props::SURNAME_ENDING),
    ("son", props::SURNAME_ENDING),
    ("sen", props::SURNAME_ENDING),
    ("ez", props::SURNAME_ENDING),
    ("ak", props::SURNAME_ENDING),
    ("uk", props::SURNAME_ENDING),
    ("oglu", props::SURNAME_ENDING),
    ("opoulos", props::SURNAME_ENDING),
    ("idis", props::SURNAME_ENDING),
    ("zadeh", props::SURNAME_ENDING),
    ("pour", props::SURNAME_ENDING),
    ("stein", props::SURNAME_ENDING),
    ("mann", props::SURNAME_ENDING),
    ("stan", props::PLACE_ENDING),
    ("land", props::PLACE_ENDING),
    ("burg", props::PLACE_ENDING),
    ("ville", props::PLACE_ENDING),
    ("pur", props::PLACE_ENDING),
    ("abad", props::PLACE_ENDING),
    ("grad", props::PLACE_ENDING),
    ("ford", props::PLACE_ENDING),
    ("ton", props::PLACE_ENDING),
    ("town", props::PLACE_ENDING),
    ("shire", props::PLACE_ENDING),
    ("istan", props::PLACE_ENDING),
    ("nagar", props::PLACE_ENDING),
    ("garh", props::PLACE_ENDING),
    ("berg", props::PLACE_ENDING),
    ("port", props::PLACE_ENDING),
    ("ia", props::PLACE_ENDING),
    ("field", props::PLACE_ENDING),
    ("mouth", props::PLACE_ENDING),
    ("isk", props::PLACE_ENDING),
    ("insk", props::PLACE_ENDING),
    ("ivka", props::PLACE_ENDING),
    ("ish", props::PEOPLE_ENDING),
    ("ese", props::PEOPLE_ENDING),
    ("ians", props::PEOPLE_ENDING),
    ("ian", props::PEOPLE_ENDING),
    ("ans", props::PEOPLE_ENDING),
    ("ist", props::PEOPLE_ENDING),
    ("ists", props::PEOPLE_ENDING),
    ("ism", props::PEOPLE_ENDING),
    ("ic", props::PEOPLE_ENDING),
    ("ics", props::PEOPLE_ENDING),
    ("ites", props::PEOPLE_ENDING),
    ("is", props::PEOPLE_ENDING),
];

/// For each lower-case ASCII letter, as bits, which of [`ENDINGS`] have it at their end; at last those that end in another letter.
const BY_LAST: [u64; 27] = {
    let mut sets = [0; 27];
    let mut i = 0;
    while i < ENDINGS.len() {
        let ending = ENDINGS[i].0.as_bytes();
        sets[last_place(ending[ending.len() - 1])] |= 1 << i;
        i += 1;
    }
    sets
};

/// For each of [`ENDINGS`] what the [`tail`] of a word with it is under a mask, and its feature.
const TAILS: [(u64, u64, u8); ENDINGS.len()] = {
    let mut tails = [(0, 0, 0); ENDINGS.len()];
    let mut i = 0;
    while i < ENDINGS.len() {
        let (ending, bit) = ENDINGS[i];
        tails[i] = (tail(ending.as_bytes()), !0 << (64 - 8 * ending.len()), bit);
        i += 1;
    }
    tails
};

/// The last eight bytes of a word in one number, the last one highest.
const fn tail(word: &[u8]) -> u64 {
    if let Some(last) = word.last_chunk::<8>() {
        return u64::from_le_bytes(*last);
    }
    let (mut tail, mut i) = (0, 0);
    while i < word.len() {
        tail = tail >> 8 | (word[i] as u64) << 56;
        i += 1;
    }
    tail
}

const fn last_place(last: u8) -> usize {
    if last.is_ascii_lowercase() { (last - b'a') as usize } else { 26 }
}

/// Features of a word that is no name of a person behind a title.
pub const NO_NAME: u64 = 1 << props::TITLE
    | 1 << props::ROLE
    | 1 << props::STATUS
    | 1 << props::FUNCTION
    | 1 << props::DEMONYM
    | 1 << props::ORGANISATION
    | 1 << props::PLACE_WORD
    | 1 << props::CONNECTOR;

/// What the table of places says of a whole segment.
pub const PLACES: u64 =
    1 << shape::COUNTRY | 1 << shape::REGION | 1 << shape::BIG_CITY | 1 << shape::CITY | 1 << shape::BUILDING | 1 << shape::WATER;

/// The features of the name unit at these tokens. `start`: it would have a capital in any case.
pub fn of_word(cx: &Context, tokens: Range<usize>, start: bool) -> Props {
    let t = &cx.tokens.all[tokens.start];
    let text = t.text(cx.tokens.text);
    let letters = t.end - t.start;
    let common = t.is(class::COMMON) && !t.is(class::MONTH | class::WEEKDAY);
    let contraction = is_contraction(text);
    let initial = letters == 1 && tokens.len() == 2;
    let function = t.is(FUNCTION) && !initial || contraction;
    let mut p = CLASSES.get(t.class);
    p.set(props::FUNCTION, function);
    p.set(props::CONTRACTION, contraction);
    p.set(props::START, start);
    p.set(props::START_COMMON, start && (common || function));
    p.set(props::COMMON, common);
    let (given, surname) = (cx.lexicon.names.as_given(t.word), cx.lexicon.names.as_surname(t.word));
    p.set(props::GIVEN, given > 0);
    p.set(props::GIVEN_FREQUENT, given > 6);
    p.set(props::SURNAME, surname > 0);
    p.set(props::SURNAME_FREQUENT, surname > 6);
    p.set(props::ACRONYM, t.has(form::ALL_CAPS) && letters <= 6);
    p.set(props::INITIAL, initial);
    p.set(props::LETTER, letters == 1 && tokens.len() == 1);
    p.set(props::DOTTED, t.has(form::DOTTED));
    p.set(props::CAMEL, is_camel(text, t));
    p.set(props::DIGIT, t.has(form::DIGIT));
    p.set(props::UNKNOWN, t.word == 0 || t.class.0 == 0);
    endings(text, t, &mut p);
    p
}

static CLASSES: ByClass = ByClass::of(&[
    (props::AMBIGUOUS, class::AMBIGUOUS_NAME),
    (props::DEMONYM, class::DEMONYM),
    (props::TITLE, class::TITLE),
    (props::ROLE, class::ROLE),
    (props::ORGANISATION, class::ORGANISATION),
    (props::PLACE_WORD, class::PLACE_WORD),
    (props::PLACE_FIRST, class::PLACE),
    (props::CALENDAR, Classes(class::MONTH.0 | class::WEEKDAY.0)),
    (props::SUFFIX, class::HONORIFIC_SUFFIX),
    (props::KINSHIP, class::KINSHIP),
    (props::STATUS, class::STATUS),
    (props::CAPITAL_PARTICLE, class::PARTICLE),
    (props::CUE, class::CUE),
]);

fn endings(text: &str, t: &Token, p: &mut Props) {
    let [.., before, last] = *text.as_bytes() else { return };
    if text.len() < 4 || t.has(form::ALL_CAPS) {
        return;
    }
    let tail = tail(text.as_bytes());
    let mut set = BY_LAST[last_place(last)];
    while set != 0 {
        let (ending, mask, bit) = TAILS[set.trailing_zeros() as usize];
        p.set(bit, tail & mask == ending);
        set &= set - 1;
    }
    p.set(props::PLURAL, last == b's' && before != b's');
}

/// `I've`, `Don't`, `We’re`.
fn is_contraction(text: &str) -> bool {
    let may_be = text.bytes().any(|b| b == b'\'' || !b.is_ascii());
    may_be
        && text.rsplit_once(['\'', '’']).is_some_and(|(front, end)| match end {
            "t" => front.ends_with('n'),
            _ => matches!(end, "m" | "ve" | "ll" | "d" | "re"),
        })
}

/// A capital behind a lower-case letter.
fn is_camel(text: &str, t: &Token) -> bool {
    if t.has(form::ALL_CAPS) {
        return false;
    }
    let inner = &text.as_bytes()[1..];
    inner.iter().any(u8::is_ascii_uppercase) || !inner.is_ascii() && text.chars().skip(1).any(char::is_uppercase)
}
