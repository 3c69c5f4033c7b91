//! One sentence as the extractor of events sees it: its tokens, and the names and dates in it.

use std::ops::Range;

use crate::claim::entity;
use crate::claim::{BlockRole, Short};
use crate::extract::Context;
use crate::extract::mention::{DateMention, Mentions, NameMention, RoleMention};
use crate::extract::quotes::referents::Referents;
use crate::lexicon::event_words::{self as sets, Set};
use crate::lexicon::events::Forms;
use crate::lexicon::{PlaceType, WordSets, class};
use crate::text::{Classes, Kind, Token};

/// A sentence with what was found in it.
pub struct Scene<'a> {
    pub cx: &'a Context<'a>,
    pub found: &'a Mentions,
    /// Whom pronouns stand for, where that is asked.
    pub referents: Option<&'a Referents<'a>>,
    pub tokens: Range<usize>,
    pub names: &'a [NameMention],
    pub dates: &'a [DateMention],
}

/// The mentions whose first token lies in a range of tokens.
pub(super) fn inside<'a, T>(list: &'a [T], tokens: &Range<usize>, at: impl Fn(&T) -> usize) -> &'a [T] {
    let from = list.partition_point(|m| at(m) < tokens.start);
    let length = list[from..].partition_point(|m| at(m) < tokens.end);
    &list[from..from + length]
}

impl<'a> Scene<'a> {
    pub fn new(cx: &'a Context<'a>, found: &'a Mentions, tokens: Range<usize>) -> Self {
        let names = inside(&found.names, &tokens, |n| n.tokens.start);
        let dates = inside(&found.dates, &tokens, |d| d.tokens.start);
        Scene { cx, found, referents: None, tokens, names, dates }
    }

    /// It is the headline, whose verbs may lack their auxiliaries.
    pub fn is_headline(&self) -> bool {
        let sentences = &self.cx.article.sentences;
        let sentence = sentences.get(sentences.partition_point(|s| s.tokens.end <= self.tokens.start));
        let block = sentence.and_then(|s| self.cx.article.blocks.get(s.block));
        block.is_some_and(|b| b.role == BlockRole::Headline)
    }

    /// Token `i`, if it lies in the sentence.
    pub fn token(&self, i: usize) -> Option<&'a Token> {
        self.cx.tokens.get(i).filter(|_| self.tokens.contains(&i))
    }

    pub fn has(&self, i: usize, class: Classes) -> bool {
        self.token(i).is_some_and(|t| t.is(class))
    }

    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        self.tokens.contains(&i) && self.cx.tokens.is_any(i, words)
    }

    /// Token `i` is a word of one of these sets of a module.
    pub fn is_in(&self, i: usize, of: &WordSets, sets: u32) -> bool {
        self.tokens.contains(&i) && self.cx.tokens.is_in(i, of, sets)
    }

    /// Token `i` is a word of one of these sets.
    pub fn among(&self, i: usize, words: Set) -> bool {
        self.token(i).is_some_and(|t| self.cx.lexicon.events.words.has(t, words))
    }

    /// One of some marks; of quotation marks those that are curly stand for straight ones as well.
    pub fn is_punct(&self, i: usize, marks: &[char]) -> bool {
        self.token(i).and_then(|_| self.cx.tokens.curly(i)).is_some_and(|c| marks.contains(&c))
    }

    /// The mark of a possessor: `Putin's`, `the Americans'`.
    pub fn is_clitic(&self, i: usize) -> bool {
        let Some(t) = self.token(i) else { return false };
        let bare = self.is_punct(i, &['’']) && t.glued() && self.word(i.wrapping_sub(1)).ends_with(['s', 'S']);
        t.kind == Kind::Clitic || bare
    }

    /// The text of token `i`; empty outside the sentence.
    pub fn word(&self, i: usize) -> &'a str {
        if self.tokens.contains(&i) { self.cx.tokens.str(i) } else { "" }
    }

    pub fn stem(&self, i: usize) -> Short {
        self.token(i).map_or_else(Short::default, |t| self.cx.lexicon.stem(t, self.cx.tokens.text))
    }

    /// A word in lower case.
    pub fn is_lower(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.is_word() && !t.is_capital())
    }

    /// An adverb, which may stand before a verb or behind it.
    pub fn is_adverb(&self, i: usize) -> bool {
        let word = self.word(i);
        let by_form = word.len() > 4 && word.ends_with("ly") && self.is_lower(i) && !self.is(i, &["family", "ally", "only"]);
        by_form || self.among(i, sets::ADVERBS)
    }

    /// The name that ends before token `end`.
    pub fn name_ending(&self, end: usize) -> Option<&'a NameMention> {
        let at = self.names.partition_point(|n| n.tokens.end < end);
        self.names.get(at).filter(|n| n.tokens.end == end)
    }

    /// The name that begins at token `i`.
    pub fn name_starting(&self, i: usize) -> Option<&'a NameMention> {
        let at = self.names.partition_point(|n| n.tokens.start < i);
        self.names.get(at).filter(|n| n.tokens.start == i)
    }

    /// The role whose title begins at token `i`.
    pub fn role_starting(&self, i: usize) -> Option<&'a RoleMention> {
        let at = self.found.roles.partition_point(|r| r.tokens.start < i);
        self.found.roles.get(at).filter(|r| r.tokens.start == i)
    }

    pub fn date_ending(&self, end: usize) -> Option<&'a DateMention> {
        let at = self.dates.partition_point(|d| d.tokens.end < end);
        self.dates.get(at).filter(|d| d.tokens.end == end)
    }

    /// The date that holds token `i`.
    pub fn date_at(&self, i: usize) -> Option<&'a DateMention> {
        let at = self.dates.partition_point(|d| d.tokens.end <= i);
        self.dates.get(at).filter(|d| d.tokens.contains(&i))
    }

    /// The place of the demonym at token `i` as an entity id, and its length in tokens.
    pub fn demonym(&self, i: usize) -> Option<(usize, Short)> {
        let capital = |i: &usize| self.token(*i).is_some_and(Token::is_capital);
        let (length, place) = Some(i).filter(capital).and_then(|i| self.cx.lexicon.demonyms.longest(self.cx.tokens.all, i))?;
        Some((length, place_id(place)))
    }

    /// A finite verb or what begins one, so far as the tables know.
    pub fn is_verbal(&self, i: usize) -> bool {
        self.has(i, class::AUXILIARY) || self.has(i, class::CUE) && self.is_lower(i)
    }

    /// The past form of a verb that no table knows, behind the phrase that is its subject: `police fueled a riot`, not `masked men`. A
    /// phrase must begin behind it.
    pub fn is_past(&self, i: usize) -> bool {
        const SHORTEST: usize = 5;
        let word = self.word(i);
        let form = self.is_lower(i) && (word.len() >= SHORTEST && word.ends_with("ed") || self.among(i, sets::PREDICATES));
        let opens = class::ARTICLE | class::DETERMINER | class::PREPOSITION | class::PRONOUN | class::NUMBER;
        let follows = |j: usize| self.has(j, opens) || self.name_starting(j).is_some() || self.date_at(j).is_some();
        let determined = i == 0 || self.has(i - 1, class::ARTICLE | class::DETERMINER | class::NUMBER) || self.is_punct(i - 1, &['-']);
        form && !determined && !self.has(i, class::EVENT) && follows(i + 1)
    }

    /// The participle of a verb of the table behind the noun that it describes, with a phrase or day behind it: `two women | found in`.
    pub fn is_suffered(&self, i: usize) -> bool {
        let events = &self.cx.lexicon.events;
        // "the full set of"
        let plain = |forms: Forms| forms.has(Forms::PARTICIPLE) && !forms.has(Forms::BASE);
        let participle = |t: &Token| events.verbs(t).any(|(_, forms)| plain(forms));
        let form = self.is_lower(i) && self.has(i, class::EVENT) && self.token(i).is_some_and(participle);
        let verbal = form && events.noun(self.cx.tokens.all, i).is_none();
        verbal && (self.has(i + 1, class::PREPOSITION) || self.date_at(i + 1).is_some())
    }

    /// The entity id that a name stands for: a capital that acts is its country.
    pub fn entity(&self, name: &NameMention) -> Short {
        let entity = &self.found.entities[name.entity];
        if name.metonym { self.country(&entity.id) } else { Short::from(&entity.id) }
    }

    /// Whether an entity is a country of the table.
    pub fn is_country(&self, id: &str) -> bool {
        let named = entity::place(id).and_then(|slug| self.cx.lexicon.places.named(&slug.replace('-', " ")));
        named.is_some_and(|p| p.place_type == PlaceType::Country)
    }

    /// The country that a place of the table lies in; the place itself when the table knows none.
    pub fn country(&self, id: &str) -> Short {
        const DEEPEST: usize = 5;
        let places = &self.cx.lexicon.places;
        let first = places.named(&entity::place(id).unwrap_or(id).replace('-', " "));
        let mut holders = std::iter::successors(first, |p| places.holder(p)).take(DEEPEST);
        holders.find(|p| p.place_type == PlaceType::Country).map_or_else(|| Short::from(id), |p| place_id(&p.entity()))
    }
}

/// The entity id of a place.
fn place_id(slug: &str) -> Short {
    let mut id = Short::from("place:");
    id.push_str(slug);
    id
}
