//! The classes and sets of words that reading names asks for (`word_sets.tsv`), and its hyphens.

use crate::extract::Context;
use crate::lexicon::class;
use crate::text::{Classes, Token};

/// Words of the grammar, which are no names.
pub const FUNCTION: Classes = class::FUNCTION.and(class::NEGATION);

pub mod set {
    use crate::lexicon::word_sets;

    word_sets! {
        OF = 0: "of";
        AND = 1: "and";
        FOR = 2: "for";
        THE = 3: "the";
        /// Courtesies and abbreviated ranks that stand in the name of nothing else.
        COURTESY = 4: "courtesy";
        /// Nouns that are called after their head: `the Smith administration`.
        GOVERNING = 5: "governing";
        /// Words before the subject of a sentence that are no part of the name behind them: `Even Nixon knew`.
        LEADING = 6: "leading";
        /// Kinds of storms, which have names of people.
        STORM = 7: "storm";
        /// Prefixes of the names of ships.
        VESSEL = 8: "vessel";
        /// Kinds of ships, whose names may follow.
        SHIP = 9: "ship";
        /// Interjections with a capital at the beginning of what is said.
        CRY = 10: "cry";
        /// States of America as they are abbreviated behind the name of a town.
        STATE = 11: "state";
        /// Words that end no name of a person: streets, days, and nouns for anybody in a headline.
        NOBODY = 12: "nobody";
        /// Kinds of streets, which a number may name: `223rd Street`.
        STREET = 13: "street";
        /// Prizes and laws, which are called after people and places: `Nelson Mandela Award`, `Dayton Act`.
        PRIZE = 14: "prize";
        /// Words that end the names of bodies, and of no place.
        BODY = 15: "body";
        /// Names of people after whom things are called, and the word that follows then.
        EPONYM = 16: "eponym";
        EPONYMOUS = 17: "eponymous";
        /// Words that begin names of places in Spanish and Portuguese.
        GEOGRAPHIC = 18: "geographic";
        /// Particles of surnames, which stand before nothing else.
        PERSONAL_PARTICLE = 19: "personal_particle";
        /// Particles that join two words of one name.
        JOINING_PARTICLE = 20: "joining_particle";
        /// Second syllables of Korean and Chinese given names that are English words too.
        SYLLABLE = 21: "syllable";
        /// Verbs of what people do, and bodies and places seldom, besides verbs of speech.
        PERSONAL = 22: "personal_verb";
        /// Prefixes that a hyphen joins to a word: `Re-Elected`.
        PREFIX = 23: "prefix";
        /// People named by their home: `an Elmville man`.
        INHABITANT = 24: "inhabitant";
        /// Nouns that announce a list of settlements or islands.
        SETTLEMENTS = 25: "settlements";
        /// What may stand between such a noun and its list.
        ANNOUNCING = 26: "announcing";
        /// Where a part of a street lies: `East`, `N.W.`
        DIRECTION = 27: "direction";
        /// Kinds of streets in short: `Ave.`
        STREET_IN_SHORT = 28: "street_in_short";
        /// Adverbs behind a name in a headline that surnames are as well: `Ann Webb Still in Talks`.
        LATER = 29: "later";
        /// What tells a part of a land from all of it: `South Florida`.
        QUARTER = 30: "quarter";
        /// Given names that are ranks as well: `Dean Smith`.
        RANK = 31: "rank";
    }

    /// The words that connect names, besides particles.
    pub const CONNECTING: u32 = OF | AND | FOR | THE;
}

/// Whether a token is a word of at least one of these sets.
pub fn has(t: &Token, sets: u32) -> bool {
    set::SETS.has(t, sets)
}

/// Of these sets those that a token is a word of.
pub fn of(t: &Token, sets: u32) -> u32 {
    set::SETS.among(t, sets)
}

/// `Hurricane`, `HMS`: what is called so follows.
pub fn leads_thing(t: &Token) -> bool {
    t.is_capital() && has(t, set::STORM | set::VESSEL)
}

/// `the ferry Vesna`, `the ferry *Vesna*`: whether a kind of ship in lower case stands before the name at `start`.
pub fn follows_ship(cx: &Context, start: usize) -> bool {
    let token = |back: usize| start.checked_sub(back).map(|b| &cx.tokens.all[b]);
    let marked = token(1).is_some_and(|t| t.punct().is_some_and(|c| matches!(c, '*' | '_' | '"' | '“' | '‘' | '\'')));
    token(1 + marked as usize).is_some_and(|t| !t.is_capital() && has(t, set::SHIP))
}

/// Whether a word in lower case calls what it is after a person, unless it is after a place: `the Smith administration`.
pub fn is_of_its_head(t: &Token) -> bool {
    !t.is_capital() && has(t, set::GOVERNING)
}

/// The word before token `end` is the district of a court: `Federal District | Court`, `Southern District | of California`.
pub fn is_of_court(cx: &Context, end: usize) -> bool {
    const COMPASS: [&str; 6] = ["central", "eastern", "middle", "northern", "southern", "western"];
    let compass = || end > 1 && cx.tokens.is(end, "of") && cx.tokens.is_any(end - 2, &COMPASS);
    cx.tokens.is(end - 1, "district") && (cx.tokens.is_any(end, &["court", "courts", "judge", "judges"]) || compass())
}

/// A hyphen, or a dash that stands for one.
pub fn is_hyphen(t: &Token) -> bool {
    t.punct().is_some_and(|c| matches!(c, '-' | '–'))
}
