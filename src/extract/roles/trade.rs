//! Trades and offices that no table has, told by where they stand: `Ann Lee, the harbour reeve,`; `The harbour reeve, Ann Lee,`.

use std::ops::Range;

use super::super::Context;
use super::super::mention::{NameMention, RoleMention};
use super::agent::is_agent;
use super::office::OfficeReader;
use crate::claim::RoleStatus;
use crate::lexicon::{class, stem, word_sets};
use crate::text::{Classes, Kind};

word_sets! {
    /// Nouns for several people.
    GROUP = 0: "group_of_people";
}

/// Words between the article and the end of the phrase.
const LONGEST: usize = 5;
/// What no word of the phrase is.
const CLOSED: Classes = class::FUNCTION.and(class::CUE).and(class::NEGATION).and(class::NUMBER).and(class::HEDGE);
/// What the head of a trade is not: times, measures, change, and the people whom the tables know already.
const NO_HEAD: Classes = class::TEMPORAL
    .and(class::DAY_PART)
    .and(class::WEEKDAY)
    .and(class::MONTH)
    .and(class::UNIT)
    .and(class::CURRENCY)
    .and(class::ORDINAL)
    .and(class::CHANGE)
    .and(class::ADVERB)
    .and(class::EVENT)
    .and(class::CONCEPT)
    .and(class::VERB)
    .and(class::ROLE)
    .and(class::KINSHIP)
    .and(class::ORGANISATION)
    .and(class::PLACE_WORD);

/// A person's trade behind the name or before it.
pub struct Trades<'a> {
    pub cx: &'a Context<'a>,
    pub reader: OfficeReader<'a>,
}

impl Trades<'_> {
    /// The trade in apposition to a name. `from`, `to`: the tokens of its sentence.
    pub fn of(&self, name: &NameMention, from: usize, to: usize) -> Option<RoleMention> {
        let end = self.reader.behind_name(name);
        let phrase = self.behind(end, to).or_else(|| self.before(from, name.tokens.start, end))?;
        self.mention(phrase, name.entity)
    }

    /// `Ann Lee, the harbour reeve,`.
    fn behind(&self, end: usize, to: usize) -> Option<Range<usize>> {
        let article = self.is_punct(end, &[',']).then_some(end + 1)?;
        let stop = self.phrase(article, to)?;
        let closed = stop >= to || self.is_punct(stop, &[',', '.', ';', ')', '—', '–']) || self.is(stop, &["who", "whose"]);
        let of = self.has(stop, class::PREPOSITION) && is_agent(self.cx, stop - 1);
        (closed || of).then_some(article..stop)
    }

    /// `The harbour reeve, Ann Lee,` and `A beekeeper, Lee said` at the beginning of a sentence.
    fn before(&self, from: usize, start: usize, end: usize) -> Option<Range<usize>> {
        let comma = start.checked_sub(1).filter(|i| *i > from && self.is_punct(*i, &[',']))?;
        let article = (from..comma).find(|i| self.cx.tokens.get(*i).is_some_and(|t| t.is_word()))?;
        let closed = self.is_punct(end, &[',']) && self.is(article, &["the"]);
        (self.phrase(article, comma)? == comma && (closed || is_agent(self.cx, comma - 1))).then_some(article..comma)
    }

    /// Where the noun phrase ends that begins with an article or possessor.
    fn phrase(&self, article: usize, to: usize) -> Option<usize> {
        let led = self.has(article, class::ARTICLE) || self.is(article, &["his", "her", "its", "their"]);
        let end = (article + 1..to).find(|i| !self.belongs(*i)).unwrap_or(to);
        (led && (article + 2..=article + 1 + LONGEST).contains(&end) && self.is_head(end - 1)).then_some(end)
    }

    /// A lower-case word that closes no phrase, or a hyphen inside one.
    fn belongs(&self, i: usize) -> bool {
        let Some(t) = self.cx.tokens.get(i) else { return false };
        match t.kind {
            Kind::Word => t.is(class::STATUS) || !t.is_capital() && !t.is(CLOSED),
            _ => t.glued() && t.is_punct('-'),
        }
    }

    /// A noun in the singular that names no time, measure or group.
    fn is_head(&self, i: usize) -> bool {
        let word = self.cx.tokens.str(i);
        let known =
            self.has(i, NO_HEAD) || self.has(i, class::STATUS) || ["there", "here", "then"].contains(&word) || SETS.holds(word, GROUP);
        let other = ["s", "ed", "ing", "ly", "est"].iter().any(|ending| word.ends_with(ending)) && !word.ends_with("ss");
        let (kin, stem) = (&self.cx.lexicon.kin, stem(word));
        word.len() > 2 && !known && !other && (kin.family(&stem).is_none() || kin.is_trade(&stem))
    }

    fn mention(&self, phrase: Range<usize>, entity: usize) -> Option<RoleMention> {
        let tokens = phrase.start + 1..phrase.end;
        let status = tokens.clone().find_map(|i| self.cx.lexicon.status.get(self.cx.tokens.get(i)?.word));
        let title = self.cx.tokens.str(tokens.end - 1).to_lowercase();
        let (span, status) = (self.cx.tokens.span(tokens.clone()), status.unwrap_or(RoleStatus::Current));
        Some(RoleMention { span, tokens, entity, title, status, of: None })
    }

    fn is_punct(&self, i: usize, marks: &[char]) -> bool {
        self.cx.tokens.curly(i).is_some_and(|c| marks.contains(&c))
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.cx.tokens.is(i, w))
    }

    fn has(&self, i: usize, class: Classes) -> bool {
        self.cx.tokens.get(i).is_some_and(|t| t.is(class))
    }
}
