//! The form of a whole segment: its length, how its words fit together, what the tables say of all of it.

use std::ops::Range;

use super::feature::{Props, props, shape};
use super::unit::{Lead, Unit};
use crate::extract::Context;
use crate::lexicon::{KnownName, PlaceType, class};
use crate::text::Kind;

/// A segment that grows unit by unit from its first one, with what all of its units have in common.
pub struct Segmented<'a> {
    units: &'a [Unit],
    pub first: Props,
    pub last: Props,
    /// Units that are no connectors.
    names: usize,
    /// What every name unit has, what some name unit has, what any unit has.
    every: Props,
    some: Props,
    pub any: Props,
    /// What any unit has between the first and the last one.
    pub inner: Props,
    /// What any unit has before the last one.
    before_last: Props,
    tables: Tables<'a>,
    pub len: usize,
}

impl<'a> Segmented<'a> {
    /// Nothing yet of the units from `start` on.
    pub fn new(cx: &'a Context<'a>, units: &'a [Unit], start: usize) -> Self {
        let none = Props::default();
        let units = &units[start..];
        let tables = Tables::new(cx, &units[0]);
        let first = units[0].props;
        Segmented {
            units,
            first,
            last: none,
            names: 0,
            every: Props(!0),
            some: none,
            any: none,
            inner: none,
            before_last: none,
            tables,
            len: 0,
        }
    }

    /// Takes in the next unit.
    pub fn grow(&mut self) {
        if self.len > 1 {
            self.inner = self.inner.or(self.last);
        }
        self.before_last = self.before_last.or(self.last);
        let unit = &self.units[self.len];
        self.last = unit.props;
        self.any = self.any.or(unit.props);
        if unit.is_name() {
            self.names += 1;
            self.every.0 &= unit.props.0;
            self.some = self.some.or(unit.props);
        }
        self.len += 1;
    }

    /// The first token.
    pub fn start(&self) -> usize {
        self.units[0].tokens.start
    }

    /// Its first word alone is a country, or a big city before two more words, and no name or ordinary word: `Kenya Airways`.
    pub fn begins_with_land(&self, cx: &Context) -> bool {
        self.len > 1
            && !self.inner.any(props::HYPHEN)
            && self.tables.place.filter(|(longest, _)| *longest == 1).is_some_and(|(_, number)| {
                let place = cx.lexicon.places.get(number);
                let city = place.place_type == PlaceType::City && place.size > 5 && self.names > 2;
                let large = place.place_type == PlaceType::Country || city;
                large && !place.is_name && !place.is_word
            })
    }

    /// All its words are what people of a place are called: `British Indian`.
    pub fn are_peoples(&self) -> bool {
        self.every.any(props::DEMONYM)
    }

    /// The token behind it.
    pub fn end(&self) -> usize {
        self.units[self.len - 1].tokens.end
    }

    /// Whether its unit at `at` is a word that names of people follow.
    pub fn lead(&self, at: usize) -> Lead {
        self.units[at].lead
    }

    /// Another name begins inside it.
    pub fn is_broken(&self) -> bool {
        self.units[1..self.len].iter().any(|u| u.fresh)
    }

    /// The features of what it holds.
    pub fn shape(&self) -> Props {
        let mut p =
            Props::from(shape::BIAS).with([shape::ONE, shape::TWO, shape::THREE, shape::FOUR, shape::MORE][self.names.clamp(1, 5) - 1]);
        p.set(shape::STARTS_PARTICLE, self.first.any(props::LOWER_PARTICLE));
        EVERY.iter().for_each(|(bit, prop)| p.set(*bit, self.every.any(*prop)));
        SOME.iter().for_each(|(bit, prop)| p.set(*bit, self.some.any(*prop)));
        if self.len > 1 {
            self.words(&mut p);
        }
        let tokens = self.units[0].tokens.start..self.end();
        self.tables.known(&tokens, &mut p);
        self.tables.place(&tokens, self.first, &mut p);
        p
    }

    /// How several words fit together.
    fn words(&self, p: &mut Props) {
        let (given, surname) = (self.first.any(props::GIVEN), self.last.any(props::SURNAME));
        p.set(shape::GIVEN_SURNAME, given && surname);
        p.set(shape::GIVEN_OTHER, given && !surname);
        p.set(shape::OTHER_SURNAME, !given && surname);
        p.set(shape::INITIAL_FIRST, self.first.any(props::INITIAL) || self.first.any(props::DOTTED));
        p.set(shape::INITIAL_INSIDE, self.inner.any(props::INITIAL));
        p.set(shape::HAS_LETTER, self.before_last.any(props::LETTER));
        p.set(shape::CASELESS, self.every.any(props::START));
        if self.inner.any(props::CONNECTOR) {
            CONNECTORS.iter().for_each(|(bit, prop)| p.set(*bit, self.inner.any(*prop)));
        }
    }
}

const EVERY: [(u8, u8); 2] = [(shape::ALL_COMMON, props::COMMON), (shape::ALL_CAPS, props::ACRONYM)];

const SOME: [(u8, u8); 3] =
    [(shape::HAS_FUNCTION, props::FUNCTION), (shape::HAS_CALENDAR, props::CALENDAR), (shape::HAS_TITLE, props::TITLE)];

const CONNECTORS: [(u8, u8); 8] = [
    (shape::HAS_OF, props::OF),
    (shape::HAS_AND, props::AND),
    (shape::HAS_FOR, props::FOR),
    (shape::HAS_THE, props::THE),
    (shape::HAS_PARTICLE, props::LOWER_PARTICLE),
    (shape::HAS_HYPHEN, props::HYPHEN),
    (shape::HAS_CLITIC, props::CLITIC),
    (shape::HAS_AMPERSAND, props::AMPERSAND),
];

/// What the tables hold that begins at the first token of a segment, looked up once for all of its lengths.
struct Tables<'a> {
    cx: &'a Context<'a>,
    /// Length in tokens of the longest demonym.
    demonym: usize,
    /// Length in tokens and number of the longest place.
    place: Option<(usize, u32)>,
}

impl<'a> Tables<'a> {
    fn new(cx: &'a Context<'a>, first: &Unit) -> Self {
        let at = first.tokens.start;
        let place = if first.props.any(props::PLACE_FIRST) { cx.lexicon.places.longest(cx.tokens.all, at) } else { None };
        let demonym = cx.lexicon.demonyms.longest(cx.tokens.all, at).map_or(0, |(n, _)| n);
        Tables { cx, demonym, place }
    }

    /// What the tables of organisations and demonyms say of all of these tokens.
    fn known(&self, range: &Range<usize>, p: &mut Props) {
        let tokens = &self.cx.tokens.all[range.clone()];
        if tokens[0].is(class::NAMED) {
            match self.cx.lexicon.organisations.exactly(tokens) {
                Some(KnownName::Organisation) => p.set(shape::KNOWN_ORGANISATION, true),
                Some(KnownName::People) => p.set(shape::KNOWN_PEOPLE, true),
                Some(KnownName::Thing) => p.set(shape::KNOWN_THING, true),
                None => {}
            }
        }
        if tokens.len() <= self.demonym.min(3) {
            let longest = self.cx.lexicon.demonyms.longest(tokens, 0);
            p.set(shape::DEMONYM, longest.is_some_and(|(n, _)| n == tokens.len()));
        }
    }

    /// What the table of places says of all of these tokens.
    fn place(&self, tokens: &Range<usize>, first: Props, p: &mut Props) {
        let Some((longest, number)) = self.place else { return };
        let places = &self.cx.lexicon.places;
        let number = match tokens.len().cmp(&longest) {
            std::cmp::Ordering::Equal => Some(number),
            std::cmp::Ordering::Less => places.spelt(&self.cx.tokens.all[tokens.clone()]),
            std::cmp::Ordering::Greater => {
                p.set(shape::PLACE_THEN_MORE, true);
                p.set(shape::PLACE_CLITIC, p.any(shape::HAS_CLITIC) && self.cx.tokens.all[tokens.start + longest].kind == Kind::Clitic);
                None
            }
        };
        let Some(place) = number.map(|n| places.get(n)) else { return };
        let bit = match place.place_type {
            PlaceType::Country => shape::COUNTRY,
            PlaceType::Region => shape::REGION,
            PlaceType::City if place.size > 5 => shape::BIG_CITY,
            PlaceType::City => shape::CITY,
            PlaceType::Water => shape::WATER,
            PlaceType::Building | PlaceType::Other => shape::BUILDING,
        };
        p.set(bit, true);
        p.set(shape::PLACE_NOT_NAME, !place.is_name && !place.is_word && !first.any(props::GIVEN) && !first.any(props::SURNAME));
        p.set(shape::PLACE_AND_WORD, place.is_word);
    }
}
