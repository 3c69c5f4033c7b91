//! What a segment cannot be by rules of English, whatever its weights say.

use std::ops::Range;

use super::context::is_personal_verb;
use super::feature::{NO_NAME, PLACES, Props, props, shape};
use super::firms;
use super::shape::Segmented;
use super::unit::{Lead, Unit};
use super::weights::Label;
use super::words::{self, FUNCTION, is_hyphen, set};
use crate::extract::Context;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{KnownName, class, word_sets};
use crate::text::{Kind, Token, form};

word_sets! {
    /// What a way is measured in.
    LENGTH = 0: "length_of_way";
}

/// The units of the run on both sides of a segment.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub before: Option<&'a Unit>,
    pub behind: Option<&'a Unit>,
}

const NONE: u8 = 1 << Label::None as u8;
const PERSON: u8 = 1 << Label::Person as u8;
const PLACE: u8 = 1 << Label::Place as u8;
const OTHER: u8 = 1 << Label::Other as u8;
const NAMED: u64 = 1 << props::GIVEN | 1 << props::SURNAME;
const KNOWN: u64 = 1 << shape::KNOWN_ORGANISATION | 1 << shape::KNOWN_PEOPLE | 1 << shape::KNOWN_THING;

/// The labels (bits) that the words of a segment with this form leave to it, and those around it.
pub fn allowed(cx: &Context, segment: &Segmented, form: Props, around: Around) -> u8 {
    let sets = |token: usize| words::of(&cx.tokens.all[token], !0);
    let case = Case { cx, segment, form, around, first_sets: sets(segment.start()), last_sets: sets(segment.end() - 1) };
    let mut labels = !0;
    let mut without = |holds: bool, gone: u8| labels &= if holds { !gone } else { !0 };
    if segment.len == 1 {
        without(case.is_some_name(), NONE);
        without(case.is_adverb() || case.is_headline_verb() || case.is_cried(), !NONE);
        without(case.speaks_as_month(), !PERSON);
        without(case.is_month(), !NONE);
        without(case.is_brand() || case.is_listed() || case.is_notion() || case.are_initials() || case.is_eponym(), PERSON | PLACE);
        without(case.is_thing(), PERSON);
        without(case.is_home() || case.is_state_of_party(segment.start()), !PLACE);
        without(firms::is_firm(cx, segment, form) || firms::is_partner(cx, segment), PERSON | PLACE);
        without(firms::is_called_after_founder(cx, segment), PERSON);
        without(case.is_called_after() || case.is_family() || case.is_surname_of_given(), PLACE);
        without(case.are_initials_of_next(), !0);
        match case.is_land() {
            Some(true) => without(true, !PLACE),
            Some(false) => without(true, PLACE),
            None => {}
        }
    } else {
        without(case.ends_in_pronoun() || case.is_introduced() || case.goes_on() || case.is_geographic(), PERSON);
        without(case.is_system() || case.are_such_people(), PERSON);
        without(case.is_somebody_unnamed(), PERSON | PLACE);
        without(case.begins_with_adverb(), !0);
        without(case.is_model(), PERSON | PLACE);
        without(case.is_judicial() || case.is_headline() || case.is_list() || case.begins_with_initials(), PLACE);
        without(case.is_led() || case.is_position(), PERSON | PLACE);
        without(case.is_with_initials(), !PERSON);
        without(case.is_body(), if segment.last.any(props::SURNAME) { PLACE } else { PERSON | PLACE });
        without(case.last_is(set::PRIZE), !OTHER);
        without(case.ends_in_title() || case.is_state_of_party(segment.end() - 1), !0);
        without(firms::is_possessed_street(segment, case.last_sets), !0);
        without(firms::is_square(cx, segment) || firms::is_hotel(cx, segment) || firms::is_venue(cx, segment), !PLACE);
        without(firms::is_called_after_founder(cx, segment), PERSON);
        without(case.is_somebody_of_town(), !0);
        let from_town = case.comes_from_town();
        without(from_town, !PERSON);
        without(from_town && case.lacks_its_first_word(), !0);
    }
    without(case.is_measured_from(), !PLACE);
    without(segment.lead(0) == Lead::Given, !PERSON);
    without(
        segment.len == 1 && segment.lead(0) == Lead::Given || (1..segment.len).any(|n| matches!(segment.lead(n), Lead::Given | Lead::Code)),
        !0,
    );
    without(segment.is_broken() || firms::is_cut_from_venue(cx, segment), !0);
    without(case.ends_in_prefix(), PERSON | PLACE);
    without(case.is_nobody() || case.follows_particle(set::PERSONAL_PARTICLE), PERSON);
    without(case.is_no_place(), PLACE);
    without(case.is_cut_short() || case.follows_particle(set::JOINING_PARTICLE), PERSON | PLACE);
    labels
}

/// A surname, even if it is a word of place names too (`Hill`).
fn is_surname(word: Props) -> bool {
    word.any(props::SURNAME) && word.0 & NO_NAME & !(1 << props::PLACE_WORD) == 0
}

struct Case<'a> {
    cx: &'a Context<'a>,
    segment: &'a Segmented<'a>,
    form: Props,
    around: Around<'a>,
    /// The sets of words that the first and the last token are in.
    first_sets: u32,
    last_sets: u32,
}

impl Case<'_> {
    /// The first token is a word of at least one of these sets.
    fn first_is(&self, sets: u32) -> bool {
        self.first_sets & sets != 0
    }

    fn last_is(&self, sets: u32) -> bool {
        self.last_sets & sets != 0
    }

    fn token(&self, i: usize) -> Option<&Token> {
        self.cx.tokens.get(i)
    }

    fn first(&self) -> &Token {
        &self.cx.tokens.all[self.segment.start()]
    }

    fn before(&self) -> Option<&Token> {
        self.segment.start().checked_sub(1).and_then(|i| self.token(i))
    }

    fn letters(&self) -> u32 {
        self.first().end - self.first().start
    }

    fn behind(&self) -> Option<&Token> {
        self.token(self.segment.end())
    }

    /// `two miles southeast of The Karsts`, `20 km from Velm`: from where a way is measured, unless it is somebody's house.
    fn is_measured_from(&self) -> bool {
        let tokens = &self.cx.tokens;
        let Some(link) = self.segment.start().checked_sub(1).filter(|i| tokens.is_any(*i, &["of", "from"])) else { return false };
        let directed = |i: &usize| words::has(&tokens.all[*i], set::DIRECTION) || is_hyphen(&tokens.all[*i]);
        let start = (link.saturating_sub(4)..link).rev().take_while(directed).last().unwrap_or(link);
        let measured = start > 0 && tokens.is_in(start - 1, &SETS, LENGTH);
        let owned = self.behind().is_some_and(|t| t.kind == Kind::Clitic);
        let person = start == link && self.segment.first.any(props::GIVEN);
        measured && !owned && !person && (start < link || tokens.is(link, "from"))
    }

    /// `Jane Smith I know`: the last word begins what follows.
    fn ends_in_pronoun(&self) -> bool {
        self.segment.last.any(props::LETTER) && self.cx.tokens.is(self.segment.end() - 1, "i")
    }

    /// `Killing of Velm Mom`: where every word has a capital, what ends so is somebody of a place, by a word for a relative.
    fn is_somebody_unnamed(&self) -> bool {
        let (first, end) = (self.segment.first, self.segment.last);
        let homely = !first.any(props::GIVEN) || first.any(props::PLACE_FIRST);
        let whole = !self.segment.any.any(props::HYPHEN) && !self.is_surely_somebody();
        self.form.any(shape::CASELESS) && end.any(props::KINSHIP) && homely && whole
    }

    /// `Mac OS`: a word and the initials of a thing, which are no suffix of a person's name.
    fn is_system(&self) -> bool {
        let (first, last) = (self.segment.first, self.segment.last);
        let plain = !last.any(props::SUFFIX) && last.0 & NAMED == 0 && !last.any(props::DOTTED) && !last.any(props::INITIAL);
        let numeral = || self.cx.tokens.all[self.segment.end() - 1].text(self.cx.tokens.text).chars().all(|c| "IVX".contains(c));
        self.segment.len == 2 && last.any(props::ACRONYM) && !last.any(props::LETTER) && plain && !first.any(props::ACRONYM) && !numeral()
    }

    /// `a black GMC Ranger`: initials that no table has before a word, with an article as one of many has it.
    fn is_model(&self) -> bool {
        let first = self.segment.first;
        let initials = first.any(props::ACRONYM) && !first.any(props::DOTTED) && self.letters() >= 3;
        let strange = !first.any(props::PLACE_FIRST) && first.0 & NAMED == 0 && self.form.0 & PLACES == 0;
        let article = || (1..3).any(|back| self.segment.start().checked_sub(back).is_some_and(|i| self.cx.tokens.is_any(i, &["a", "an"])));
        let whole = || self.behind().is_none_or(|t| !t.is_word() || t.is_capital() || !t.is(class::COMMON) || t.is(FUNCTION));
        self.segment.len == 2 && initials && strange && article() && whole()
    }

    /// `your Ann Lees and Tom Webbs`: people like these.
    fn are_such_people(&self) -> bool {
        const REACH: usize = 5;
        let start = self.segment.start();
        let several = self.segment.last.any(props::PLURAL) && self.segment.last.0 & NAMED == 0;
        let joined =
            || (start.saturating_sub(REACH)..start).rev().find(|i| !self.cx.tokens.all[*i].is_capital() && !self.cx.tokens.is(*i, "and"));
        several && self.segment.len == 2 && joined().is_some_and(|i| self.cx.tokens.is(i, "your"))
    }

    /// `Reportedly Webb left`: an adverb that no table has, at the beginning of a sentence before a name.
    fn begins_with_adverb(&self) -> bool {
        const SHORTEST: u32 = 8;
        let word = self.segment.first;
        let opens = word.any(props::START) && !self.form.any(shape::CASELESS) && word.0 & (NAMED | 1 << props::PLACE_FIRST) == 0;
        opens && self.letters() >= SHORTEST && self.cx.tokens.str(self.segment.start()).ends_with("ly")
    }

    /// `Velm Gov. | Ann Lee`: the stop of a title, behind which a name goes on.
    fn ends_in_title(&self) -> bool {
        let (last, end) = (self.segment.len - 1, self.segment.end());
        self.segment.lead(last) == Lead::Courtesy && self.token(end - 1).is_some_and(|t| t.is_punct('.'))
    }

    /// `Jane Smith Re | -Elected`: the prefix belongs to the word behind its hyphen.
    fn ends_in_prefix(&self) -> bool {
        self.last_is(set::PREFIX) && self.behind().is_some_and(|t| t.glued() && is_hyphen(t))
    }

    /// `WASHINGTON —`: a town in capitals at the head of its paragraph.
    fn opens_dateline(&self) -> bool {
        let (t, at) = (self.first(), self.segment.start());
        let heads = t.has(form::PARAGRAPH) || at == 0;
        heads && t.has(form::ALL_CAPS) && t.is(class::PLACE) && !self.token(at + 1).is_some_and(|t| t.has(form::ALL_CAPS))
    }

    /// `Newtown, Conn.`; `Oh, he said`.
    fn is_state_or_cry(&self) -> bool {
        let stopped = || self.token(self.segment.start() + 1).is_some_and(|t| t.is_punct('.'));
        self.first_is(set::CRY) || self.first_is(set::STATE) && stopped()
    }

    /// The `Calif.` of `R-Calif.` at a token.
    fn is_state_of_party(&self, i: usize) -> bool {
        let at = |back: usize| i.checked_sub(back).and_then(|i| self.token(i));
        let letter = at(2).is_some_and(|t| t.is_capital() && self.cx.tokens.is_any(i - 2, &["d", "r", "i", "l"]));
        let state = at(0).is_some_and(|t| t.glued() && words::has(t, set::STATE));
        let set_off = at(3).is_some_and(|t| t.is_punct('(') || t.is_punct(','));
        letter && set_off && state && at(1).is_some_and(|t| is_hyphen(t) && t.glued())
    }

    /// `the Imam`, `Sen.`, `I've`, `R-Ohio`, `Even Nixon`: a title alone, a contraction, a party and its state, what leads a sentence.
    fn is_nobody(&self) -> bool {
        let segment = self.segment;
        let article = || self.before().is_some_and(|t| t.is(class::ARTICLE));
        let stopped = || segment.lead(0) == Lead::Courtesy && segment.end() - segment.start() == 2;
        match segment.len {
            1 if self.is_state_or_cry() || self.opens_dateline() => true,
            1 => segment.last.any(props::TITLE) && (article() || stopped()) || segment.last.any(props::CONTRACTION),
            3 if segment.first.any(props::LETTER) && segment.any.any(props::HYPHEN) => true,
            _ if self.last_is(set::NOBODY) => !self.is_surely_somebody(),
            _ => segment.first.any(props::START_COMMON) && self.first_is(set::LEADING),
        }
    }

    /// `Philip Street, 45,`, `Sergeant Joe Street`, `Philip Street said`.
    fn is_surely_somebody(&self) -> bool {
        let end = self.segment.end();
        let aged = self.behind().is_some_and(|t| t.is_punct(',')) && self.token(end + 1).is_some_and(|t| t.is_number());
        let speaks = self.behind().is_some_and(|t| t.is(class::CUE) && !t.is_capital());
        // among the capitals of a headline a verb looks like a title: "Jury Convicts Velm Man"
        let cased = !self.form.any(shape::CASELESS);
        let titled = || cased && self.before().is_some_and(|t| t.is(class::TITLE | class::ROLE) && t.is_capital());
        self.segment.first.any(props::GIVEN) && (aged || speaks) || titled()
    }

    /// `Jo'lene Webb of Port Velm |, Ark.`: a person and the town, whose state shows that it is one.
    fn is_somebody_of_town(&self) -> bool {
        let at = self.segment.start()..self.segment.end();
        let of = at.clone().find(|i| self.cx.tokens.is(*i, "of"));
        of.is_some_and(|of| self.is_full_name(at.start..of)) && self.is_before_state(at.end)
    }

    /// `Jo'lene Webb | of Port Velm, Ark.`: who is of a town is somebody.
    fn comes_from_town(&self) -> bool {
        const TOWN: usize = 3;
        let at = self.segment.start()..self.segment.end();
        let town = at.end + 1..at.end + 1 + TOWN;
        let end = town.start + town.clone().take_while(|i| self.token(*i).is_some_and(|t| t.is_word() && t.is_capital())).count();
        self.cx.tokens.is(at.end, "of") && end > town.start && self.is_before_state(end) && self.is_full_name(at)
    }

    /// `Jo'lene | Marie Webb of Port Velm, Ark.`: a word with a capital that no table has stands before it.
    fn lacks_its_first_word(&self) -> bool {
        self.before().is_some_and(|t| t.is_word() && t.is_capital() && t.word == 0)
    }

    /// A given name, or a word that no table has, and a surname end these tokens.
    fn is_full_name(&self, at: Range<usize>) -> bool {
        if at.len() < 2 {
            return false;
        }
        let is = |i: usize, class| self.cx.tokens.all[i].is(class);
        let family = is(at.end - 1, class::SURNAME) && !is(at.end - 1, class::ORGANISATION | class::ROLE);
        let first = &self.cx.tokens.all[at.start];
        family && (is(at.end - 2, class::GIVEN_NAME) || at.len() == 2 && first.word == 0 && first.is_word())
    }

    /// A comma and the abbreviation of a state stand at token `i`.
    fn is_before_state(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.is_punct(',')) && self.token(i + 1).is_some_and(|t| words::has(t, set::STATE))
    }

    /// `RB Webb`, `GM Webb`: what somebody is, in short.
    fn is_position(&self) -> bool {
        self.segment.lead(0) == Lead::Code
    }

    /// `Briton Mark Webb`, `DPP Anna Webb`, `Mongolia Khural`, `A Webb-Lee ticket`: what begins it is no part of a person's name.
    fn is_introduced(&self) -> bool {
        let (first, last) = (self.segment.first, self.segment.last);
        if first.any(props::LETTER) {
            let article = first.any(props::START) && self.cx.tokens.is(self.segment.start(), "a");
            let told = || self.behind().is_some_and(|t| !t.is_capital() && t.is(class::ROLE | class::ORGANISATION) && !t.is(class::CUE));
            return article && (self.segment.any.any(props::HYPHEN) || last.any(props::COMMON) || told());
        }
        if first.0 & NAMED != 0 || first.any(props::CONNECTOR) {
            return false;
        }
        if first.any(props::START) && self.cx.tokens.is(self.segment.start(), "one") {
            return true;
        }
        let initials = first.any(props::ACRONYM) && !first.any(props::DOTTED) && !last.any(props::ACRONYM) && self.letters() >= 3;
        let people = || self.first().is(class::NAMED) && self.known(self.segment.start()) == Some(KnownName::People);
        initials || first.any(props::DEMONYM) || people() || self.segment.begins_with_land(self.cx)
    }

    /// `Uncle Ben`, `Noting Webb`, `Nominates Ann Webb`: what begins it is no part of any name.
    fn is_led(&self) -> bool {
        let first = self.segment.first;
        if first.0 & NAMED != 0 || first.any(props::PLACE_FIRST) || first.any(props::CONNECTOR) {
            return false;
        }
        first.any(props::KINSHIP) || self.is_participle() || self.begins_with_verb()
    }

    /// The first token is the participle of an ordinary verb that would have a capital in any case.
    fn is_participle(&self) -> bool {
        let (first, word) = (self.segment.first, self.cx.tokens.str(self.segment.start()));
        let Some(stem) = word.strip_suffix("ing").filter(|_| first.any(props::START)) else { return false };
        first.any(props::START_COMMON) || stem.len() > 3 && (self.is_ordinary(stem) || self.is_ordinary(&format!("{stem}e")))
    }

    /// `Nominates Ann Webb`: where every word has a capital, an ordinary word with the ending of a verb before a given name.
    fn begins_with_verb(&self) -> bool {
        let start = self.segment.start();
        let given = || self.token(start + 1).is_some_and(|t| t.is(class::GIVEN_NAME));
        self.form.any(shape::CASELESS) && self.segment.first.any(props::START) && given() && self.is_inflected()
    }

    /// `Senator Apologizes for`: where every word has a capital, an ordinary word with the ending of a verb that no table of names has.
    fn is_headline_verb(&self) -> bool {
        let word = self.segment.last;
        let nameless = word.0 & NAMED == 0 && !word.any(props::PLACE_FIRST) && self.form.0 & KNOWN == 0;
        let follows = || self.before().is_some_and(Token::is_word) && !self.first().has(form::LINE);
        word.any(props::START) && nameless && follows() && self.is_inflected()
    }

    /// The first token is an ordinary word with the ending of a verb.
    fn is_inflected(&self) -> bool {
        self.cx.tokens.str(self.segment.start()).strip_suffix('s').is_some_and(|stem| stem.len() > 3 && self.is_ordinary(stem))
    }

    fn is_ordinary(&self, word: &str) -> bool {
        let words = &self.cx.lexicon.words;
        words.classes(words.id(&word.to_lowercase())).any(class::COMMON)
    }

    /// `San Juan del Sur` is nobody.
    fn is_geographic(&self) -> bool {
        self.form.any(shape::HAS_PARTICLE) && !self.segment.first.any(props::GIVEN) && self.first_is(set::GEOGRAPHIC)
    }

    /// `P.J. Hill`, `PJ Hill`.
    fn begins_with_initials(&self) -> bool {
        let first = self.segment.first;
        let initials = first.any(props::LETTER) || first.any(props::DOTTED) || first.any(props::ACRONYM) && self.letters() == 2;
        initials && !first.any(props::PLACE_FIRST) && self.segment.last.any(props::SURNAME) && self.form.0 & PLACES == 0
    }

    /// `J.J. Webb`, whatever stands around it.
    fn is_with_initials(&self) -> bool {
        self.segment.len == 2 && is_surname(self.segment.last) && self.is_dotted_pair() && self.form.0 & (KNOWN | PLACES) == 0
    }

    /// The `J.J.` of `J.J. Webb`.
    fn are_initials_of_next(&self) -> bool {
        let next = self.around.behind.filter(|unit| unit.is_name() && is_surname(unit.props));
        let known = |end: usize| self.cx.lexicon.organisations.exactly(&self.cx.tokens.all[self.segment.start()..end]).is_some();
        self.is_dotted_pair() && next.is_some_and(|unit| !known(unit.tokens.end))
    }

    /// Two letters, each with its stop, that are no place and no body.
    fn is_dotted_pair(&self) -> bool {
        let (first, letters) =
            (self.segment.first, self.cx.tokens.str(self.segment.start()).bytes().filter(u8::is_ascii_alphabetic).count());
        first.any(props::DOTTED) && letters == 2 && !first.any(props::PLACE_FIRST) && !self.first().is(class::NAMED | class::ABBREVIATION)
    }

    /// What the table of well-known names says of one token.
    fn known(&self, i: usize) -> Option<KnownName> {
        self.cx.lexicon.organisations.exactly(self.cx.tokens.all.get(i..i + 1)?)
    }

    /// `Webb Willing`, `Ann Webb Offers`, `Ann Webb Still`, `Velm Man In`: where every word has a capital, an ordinary word behind a name tells of its
    /// bearer.
    fn goes_on(&self) -> bool {
        let adverb = || self.segment.len > 2 && self.last_is(set::LATER);
        let ordinary = self.segment.last.any(props::START_COMMON) && self.segment.last.0 & NAMED == 0;
        let leads =
            || self.token(self.segment.end() - 1).is_some_and(|t| t.is(class::PREPOSITION)) && self.behind().is_some_and(Token::is_word);
        self.form.any(shape::CASELESS) && (ordinary || adverb() || leads())
    }

    /// `Unsurprisingly, Webb won`: an adverb that no table has, at the beginning of a sentence.
    fn is_adverb(&self) -> bool {
        const SHORTEST: u32 = 7;
        let word = self.segment.last;
        let opens = word.any(props::START) && word.any(props::UNKNOWN) && word.0 & NAMED == 0;
        let set_off = || self.behind().is_some_and(|t| t.is_punct(','));
        opens && self.letters() >= SHORTEST && self.cx.tokens.str(self.segment.start()).ends_with("ly") && set_off()
    }

    /// `the Southern District of California`, `Federal District Court`: the district of a court.
    fn is_judicial(&self) -> bool {
        self.segment.len == 2 && words::is_of_court(self.cx, self.segment.end())
    }

    /// `Deep State Fears`: an ordinary word at the end where every word has a capital, and none of places.
    fn is_headline(&self) -> bool {
        let ordinary = self.segment.last.any(props::START_COMMON) && !self.segment.any.any(props::PLACE_WORD);
        self.form.any(shape::CASELESS) && ordinary && self.form.0 & PLACES == 0
    }

    /// `Lake County News`, `Mount Kisco Medical Group`: what ends so is a body, wherever it is at home.
    fn is_body(&self) -> bool {
        self.last_is(set::BODY) && self.form.0 & PLACES == 0
    }

    /// `R-Ohio`, whose `Ohio` is one; the `Street` of `223rd Street`.
    fn is_no_place(&self) -> bool {
        let start = self.segment.start();
        let number = |back: usize| start.checked_sub(back).is_some_and(|i| self.cx.tokens.all[i].is_number());
        let numbered = || number(1) || number(2) && self.cx.tokens.all[start - 1].glued();
        match self.segment.len {
            1 => self.first_is(set::STREET) && numbered(),
            3 => self.segment.first.any(props::LETTER) && self.segment.any.any(props::HYPHEN),
            _ => false,
        }
    }

    /// `bin Salman`, `Dos Santos`, `Playas del Coco`: the particle before it belongs to it.
    fn follows_particle(&self, particles: u32) -> bool {
        const PARTICLE: u64 = 1 << props::LOWER_PARTICLE | 1 << props::CAPITAL_PARTICLE;
        let Some(unit) = self.around.before.filter(|unit| unit.props.0 & PARTICLE != 0) else { return false };
        let capital = unit.is_name() && particles == set::JOINING_PARTICLE;
        !capital && words::has(&self.cx.tokens.all[unit.tokens.start], particles)
    }

    /// `San Juan | del Sur`, `Rincón | de la Vieja`: the name goes on behind its particle.
    fn is_cut_short(&self) -> bool {
        self.around.behind.is_some_and(|unit| unit.props.any(props::LOWER_PARTICLE)) && self.first_is(set::GEOGRAPHIC)
    }

    /// `X and Y` is two places, unless the table has it as one.
    fn is_list(&self) -> bool {
        const LISTS: u64 = 1 << shape::HAS_AND | 1 << shape::HAS_FOR | 1 << shape::HAS_AMPERSAND;
        self.form.0 & LISTS != 0 && self.form.0 & PLACES == 0
    }
}

/// Rules for single words.
impl Case<'_> {
    /// A word of the tables of names that is no ordinary word; of the others the subject of a verb of speech where every word has a capital
    /// (`Gray said`), if it can be a surname or is in no table.
    fn is_some_name(&self) -> bool {
        let word = self.segment.last;
        if word.0 & NO_NAME != 0 {
            return false;
        }
        let ordinary = word.any(props::COMMON) || word.any(props::AMBIGUOUS) || word.any(props::CALENDAR);
        let speaker = word.any(props::SURNAME) || word.any(props::UNKNOWN) && !word.any(props::PLURAL);
        word.0 & NAMED != 0 && !ordinary || word.any(props::START) && speaker && self.speaks()
    }

    fn speaks(&self) -> bool {
        self.behind().is_some_and(|t| (t.is(class::CUE) || is_personal_verb(t)) && !t.is_capital())
    }

    /// `May declined to comment`: neither the month nor the auxiliary ever did.
    fn speaks_as_month(&self) -> bool {
        let word = self.segment.last;
        if !self.first().is(class::MONTH) || word.0 & NAMED == 0 || !self.speaks() {
            return false;
        }
        let past = |t: &Token| self.cx.lexicon.tense.get(t) == Some(TenseWord::Past) || t.text(self.cx.tokens.text).ends_with("ed");
        let dated = self.before().is_some_and(|t| t.is(class::PREPOSITION) || t.is_number());
        self.behind().is_some_and(past) && !dated
    }

    /// `the mayor since May`, unlike `since May said no`.
    fn is_month(&self) -> bool {
        let led = self.before().is_some_and(|t| ["since", "till", "until"].iter().any(|w| t.text(self.cx.tokens.text) == *w));
        let ends = |t: &Token| t.is(class::PREPOSITION | class::CONJUNCTION) || t.is_number() || t.kind != Kind::Clitic && !t.is_word();
        led && self.first().is(class::MONTH) && self.behind().is_none_or(ends)
    }

    /// `WaterAid`: a word with a capital inside that no table of names has, and that does not begin as names do (`McCain`, `DeSantis`).
    fn is_brand(&self) -> bool {
        const PREFIXES: [&str; 15] = ["Mc", "Mac", "De", "Di", "Da", "Du", "Le", "La", "Lo", "Van", "Fitz", "Al", "El", "Ben", "St"];
        let word = self.segment.last;
        if !word.any(props::CAMEL) || word.0 & NAMED != 0 || word.any(props::PLACE_FIRST) {
            return false;
        }
        let text = self.cx.tokens.str(self.segment.start());
        let led = |p: &str| text.strip_prefix(p).is_some_and(|rest| rest.starts_with(char::is_uppercase));
        text.is_ascii() && !text.contains('\'') && !PREFIXES.iter().any(|p| led(p))
    }

    /// `Tesco`, `Islam`: the table of well-known names has it, and no table of people or places.
    fn is_listed(&self) -> bool {
        self.form.0 & KNOWN != 0 && self.form.0 & PLACES == 0 && self.segment.last.0 & NAMED == 0
    }

    /// `Oh, not that`: set off.
    fn is_cried(&self) -> bool {
        let set_off = || self.behind().is_some_and(|t| t.is_punct(',') || t.is_punct('!'));
        self.first_is(set::CRY) && self.segment.last.any(props::START) && set_off()
    }

    /// `an Oscar`: of a person there is no article.
    fn is_thing(&self) -> bool {
        self.form.any(shape::KNOWN_THING) && self.before().is_some_and(|t| t.is(class::ARTICLE))
    }

    /// `A Velm man was held`, `a Velm, Ohio man`, `Ann Lee, of Velm, said`, `Velm Gov. Ann Lee`, `the mayor of Velm`: a word of no table where only a home can
    /// stand.
    fn is_home(&self) -> bool {
        const OTHER: u64 = 1 << props::ACRONYM | 1 << props::DEMONYM | 1 << props::COMMON | 1 << props::CAMEL | 1 << props::PLURAL;
        let word = self.segment.last;
        if word.0 & (NO_NAME | NAMED | OTHER) != 0 || self.form.0 & KNOWN != 0 || !word.any(props::UNKNOWN) {
            return false;
        }
        let end = self.segment.end();
        // "an Elmville, Ohio man"
        let state = |i: usize| self.cx.tokens.is(i, ",") && self.token(i + 1).is_some_and(|t| t.is_capital() && t.is(class::PLACE));
        let noun = if state(end) { end + 2 } else { end };
        let inhabitant = || self.token(noun).is_some_and(|t| !t.is_capital() && words::has(t, set::INHABITANT));
        let closed = || self.behind().is_some_and(|t| t.is_punct(',') || t.is_punct('.'));
        let of = || self.segment.start().checked_sub(2).is_some_and(|i| self.cx.tokens.is(i + 1, "of") && self.cx.tokens.is(i, ","));
        let office = || {
            let office = self.segment.start().checked_sub(2).filter(|i| self.cx.tokens.is(i + 1, "of"));
            office.is_some_and(|i| self.cx.tokens.is_any(i, &["governor", "mayor"]))
        };
        let governed = || {
            let end = self.segment.end();
            let stop = self.token(end + 1).is_some_and(|t| t.is_punct('.')) as usize;
            let led = self.token(end + 1 + stop).is_some_and(Token::is_capital);
            self.cx.tokens.is_any(end, &["gov", "governor", "mayor"]) && self.behind().is_some_and(Token::is_capital) && led
        };
        self.before().is_some_and(|t| t.is(class::ARTICLE)) && inhabitant() || of() && closed() || governed() || office()
    }

    /// `Islamophobia`, `Peronism`, `Africanisation`.
    fn is_notion(&self) -> bool {
        const ENDINGS: [&str; 6] = ["phobia", "isation", "ization", "ism", "ismo", "ology"];
        let word = self.segment.last;
        let plain = word.0 & NAMED == 0 && !word.any(props::PLACE_FIRST);
        plain && ENDINGS.iter().any(|ending| self.cx.tokens.str(self.segment.start()).ends_with(ending))
    }

    /// `N.A.A.C.P.`: initials that the table of places does not have.
    fn are_initials(&self) -> bool {
        const THREE: u32 = 5;
        self.segment.last.any(props::DOTTED) && self.form.0 & PLACES == 0 && self.letters() >= THREE
    }

    /// The `Richter` scale, a `Tony` award.
    fn is_eponym(&self) -> bool {
        self.first_is(set::EPONYM) && self.behind().is_some_and(|t| words::has(t, set::EPONYMOUS))
    }

    /// `the Smith administration`: a word that the tables do not have as place.
    fn is_called_after(&self) -> bool {
        const OTHER: u64 = 1 << props::ACRONYM | 1 << props::DEMONYM | 1 << props::PLACE_WORD | 1 << props::ORGANISATION;
        let plain = self.segment.last.0 & OTHER == 0 && self.form.0 & PLACES == 0;
        plain && self.behind().is_some_and(words::is_of_its_head)
    }

    /// The `Chad` of `Ann Chad`: a surname behind a given name that begins no place is no country.
    fn is_surname_of_given(&self) -> bool {
        let given = |unit: &Unit| unit.props.any(props::GIVEN) && unit.props.0 & (NO_NAME | 1 << props::PLACE_FIRST) == 0;
        self.segment.last.any(props::SURNAME) && self.around.before.is_some_and(given)
    }

    /// `the Obamas`: a surname in the plural.
    fn is_family(&self) -> bool {
        let word = self.segment.last;
        if !word.any(props::PLURAL) || word.0 & NAMED != 0 || word.any(props::PLACE_FIRST) {
            return false;
        }
        let surname = || {
            let lower = self.cx.tokens.str(self.segment.start()).to_lowercase();
            let words = &self.cx.lexicon.words;
            lower.strip_suffix('s').is_some_and(|stem| self.cx.lexicon.names.as_surname(words.id(stem)) > 0)
        };
        self.before().is_some_and(|t| t.is(class::ARTICLE)) && surname()
    }

    /// `the Amazon`: what is a firm without its article is a land or water with it; `None` for any other word.
    fn is_land(&self) -> Option<bool> {
        const LANDS: u64 = 1 << shape::REGION | 1 << shape::WATER;
        if !self.form.any(shape::KNOWN_ORGANISATION) || self.form.0 & LANDS == 0 {
            return None;
        }
        let alone = |t: &Token| !t.is_word() || !t.is_capital() && (!t.is(class::COMMON) || t.is(FUNCTION));
        Some(self.before().is_some_and(|t| t.is(class::ARTICLE)) && self.behind().is_none_or(alone))
    }
}
