//! The noun phrase of a role: `Ukrainian Foreign Minister`, `Putin's senior policy adviser`, `former chief of staff`.

use std::borrow::Cow;
use std::ops::Range;

use super::super::Context;
use super::super::mention::{Mentions, NameKind, NameMention};
use super::agent::is_agent;
use super::words;
use crate::claim::RoleStatus;
use crate::lexicon::roles::{Modifier, RoleKind, RolePhrase};
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, Token};

word_sets! {
    /// Heads that `general` may follow.
    GENERAL = 0: "before_general";
}

/// A role as it stands in the text.
#[derive(Clone, Debug)]
pub struct Office {
    /// The whole phrase, without an article.
    pub tokens: Range<usize>,
    /// Head with what makes the office, lower case.
    pub title: String,
    /// Whether it is held, or was.
    pub status: RoleStatus,
    /// Entity id of the country, body or person it is of.
    pub of: Option<String>,
    /// An article or possessor stands before it.
    pub determined: bool,
    /// It has a possessor: `Putin's`, `his`.
    pub possessed: bool,
    pub kind: RoleKind,
}

/// The head of a role and what belongs to it behind: `chief | of staff`, `attorney | general`, `son | -in-law`.
pub(super) struct Head {
    pub at: usize,
    /// Behind the head and its tail.
    pub end: usize,
    pub title: Cow<'static, str>,
    pub kind: RoleKind,
}

/// Participles of status that are verbs as well.
pub(super) const DISMISSED: [&str; 4] = ["dismissed", "fired", "sacked", "toppled"];

/// Longer modifiers belong to something else.
pub(super) const LONGEST: usize = 9;

/// What may follow `of`, `to`, `in` as part of the office.
const TAILS: [&str; 8] = ["of staff", "of state", "of defense", "of defence", "of government", "of mission", "in chief", "in law"];

/// What a minister is of, as it stands behind `minister of` and before `minister`.
const DEPARTMENTS: [(&str, &str); 24] = [
    ("foreign affairs", "foreign"),
    ("home affairs", "interior"),
    ("internal affairs", "interior"),
    ("the interior", "interior"),
    ("interior", "interior"),
    ("defense", "defense"),
    ("defence", "defence"),
    ("health", "health"),
    ("finance", "finance"),
    ("justice", "justice"),
    ("education", "education"),
    ("energy", "energy"),
    ("transport", "transport"),
    ("transportation", "transport"),
    ("agriculture", "agriculture"),
    ("culture", "culture"),
    ("the economy", "economy"),
    ("economy", "economy"),
    ("trade", "trade"),
    ("the environment", "environment"),
    ("environment", "environment"),
    ("labor", "labor"),
    ("labour", "labour"),
    ("tourism", "tourism"),
];

/// Words between a head and the comma behind what it is of.
const LONGEST_COMPLEMENT: usize = 6;

/// Reads roles off the tokens.
#[derive(Clone, Copy)]
pub struct OfficeReader<'a> {
    pub cx: &'a Context<'a>,
    pub found: &'a Mentions,
}

impl<'a> OfficeReader<'a> {
    pub(super) fn token(&self, i: usize) -> Option<&'a Token> {
        self.cx.tokens.get(i)
    }

    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.cx.tokens.is(i, w))
    }

    pub(super) fn has(&self, i: usize, class: crate::text::Classes) -> bool {
        self.token(i).is_some_and(|t| t.is(class))
    }

    pub(super) fn is_clitic(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == Kind::Clitic) || self.is_plural_possessive(i)
    }

    fn is_plural_possessive(&self, i: usize) -> bool {
        let apostrophe = self.token(i).is_some_and(|t| t.glued() && t.punct().is_some_and(|c| matches!(c, '\'' | '’')));
        apostrophe && i > 0 && self.cx.tokens.str(i - 1).ends_with('s')
    }

    pub(super) fn is_hyphen(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.glued() && t.is_punct('-'))
    }

    pub(super) fn is_punct(&self, i: usize, marks: &[char]) -> bool {
        self.cx.tokens.curly(i).is_some_and(|c| marks.contains(&c))
    }

    /// Behind a name and the stop of its abbreviated end: `Bo Ek Jr. |`.
    pub fn behind_name(&self, name: &NameMention) -> usize {
        let end = name.tokens.end;
        let stop = self.is_punct(end, &['.']) && self.token(end).is_some_and(Token::glued);
        end + (stop && self.is(end - 1, &["jr", "sr"])) as usize
    }

    /// The name that a token is part of.
    pub(super) fn name_over(&self, i: usize) -> Option<&'a NameMention> {
        let names = &self.found.names;
        names.get(names.partition_point(|n| n.tokens.end <= i)).filter(|n| n.tokens.start <= i)
    }

    /// A person's name begins at a token.
    pub(super) fn person_at(&self, i: usize) -> bool {
        let names = &self.found.names;
        names.get(names.partition_point(|n| n.tokens.start < i)).is_some_and(|n| n.tokens.start == i && n.kind == NameKind::Person)
    }

    /// The role whose phrase ends before token `end`; its text goes back no further than token `from`.
    pub fn ending(&self, from: usize, end: usize) -> Option<Office> {
        let head = self.head_ending(from, end);
        head.map(|head| self.office(from, head)).or_else(|| self.one_of_ending(from, end))
    }

    /// The office, with an article or possessor before it, whose phrase ends with the head word at token `at`.
    pub fn determined(&self, from: usize, at: usize) -> Option<Office> {
        let head = self.head_ending(from, at + 1).filter(|h| h.kind == RoleKind::Office)?;
        let (_, determined, _) = self.modifiers(from, head.at);
        determined.then(|| self.office(from, head))
    }

    /// The role whose phrase begins at token `start`, which may be an article.
    pub fn starting(&self, start: usize, end: usize) -> Option<Office> {
        if let Some(office) = self.state(start).or_else(|| self.one_of(start, end)) {
            return Some(office);
        }
        let mut last = None;
        let mut i = start;
        let ends_sentence = |i: usize| i + 1 == end && self.token(i).is_some_and(|t| t.is_punct('.'));
        let followed = |i: usize, last: &Option<Head>| last.as_ref().is_some_and(|h| h.end == i) && self.is_participle(i);
        while i < end && i < start + LONGEST + 3 && self.may_modify(i) && !ends_sentence(i) && !followed(i, &last) {
            let head = self.head(i).map(|h| self.with_tail(h));
            i = head.as_ref().map_or(i + 1, |h| h.end);
            last = head.or(last);
        }
        last.filter(|h| h.end == i || self.is_clitic(h.end)).filter(|h| !self.is_clitic(h.end)).map(|h| self.office(start, h))
    }

    /// Takes `of` and the name behind the role as what it is of: `the president | of Ukraine`.
    pub fn with_of(&self, mut office: Office) -> Office {
        let article = self.has(office.tokens.end + 1, class::ARTICLE) as usize;
        let start = office.tokens.end + 1 + article;
        let names = &self.found.names;
        let at = names.partition_point(|n| n.tokens.start < start);
        let named = names.get(at).filter(|n| n.tokens.start == start && self.is(office.tokens.end, &["of"]));
        // "coach of the Denver 49ers": the place is a part of another name
        let team_end = |n: &NameMention| self.behind_numbered(n.tokens.end);
        if let Some(end) = named.and_then(team_end) {
            office.tokens.end = end;
        } else if let Some(n) = named {
            office.of = Some(self.found.entities[n.entity].id.clone());
            office.tokens.end = n.tokens.end;
        }
        office
    }

    /// Behind a number that letters end at token `i`: `49ers`.
    fn behind_numbered(&self, i: usize) -> Option<usize> {
        let suffix = self.token(i + 1).is_some_and(|t| t.is_word() && t.glued());
        let number = self.token(i).filter(|t| t.is_number())?;
        let whole = number.text(self.cx.tokens.text).ends_with(char::is_alphabetic);
        (whole || suffix).then_some(i + 1 + usize::from(!whole))
    }

    /// `a parolee | wanted for`: a participle instead of a clause.
    pub(super) fn is_participle(&self, i: usize) -> bool {
        let word = self.cx.tokens.str(i);
        let lower = self.token(i).is_some_and(|t| t.is_word() && !t.is_capital());
        lower && (word.ends_with("ed") || word.ends_with("ing") || word == "known")
    }

    pub(super) fn may_modify(&self, i: usize) -> bool {
        let Some(t) = self.token(i) else { return false };
        let closed = class::AUXILIARY | class::CONJUNCTION | class::RELATIVE | class::PREPOSITION | class::PRONOUN;
        match t.kind {
            Kind::Word => {
                let closed = t.is(closed) && !t.is(class::DETERMINER);
                let verb = t.is(class::CUE) && !t.is_capital() && self.simple_head(i).is_none();
                !closed && !verb
            }
            Kind::Clitic | Kind::Number => true,
            _ => self.is_hyphen(i) || self.is_plural_possessive(i) || self.is_abbreviation_stop(i),
        }
    }

    pub(super) fn is_abbreviation_stop(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.is_punct('.') && t.glued()) && i > 0 && self.has(i - 1, class::TITLE | class::ABBREVIATION)
    }

    /// The title that the word at `i` is head of, singular only.
    fn simple_head(&self, i: usize) -> Option<(&'static str, RoleKind)> {
        let t = self.token(i).filter(|t| t.is(class::ROLE | class::KINSHIP | class::TITLE))?;
        let l = self.cx.lexicon;
        if let Some(r) = l.roles.get(t.word).filter(|r| !r.plural) {
            return Some((r.title, r.kind));
        }
        if let Some(k) = l.kinship.get(t.word).filter(|k| !k.plural) {
            return Some((k.singular, RoleKind::Relation));
        }
        let office = l.titles.get(t.word)?.office?;
        t.is_capital().then_some((office, RoleKind::Office))
    }

    /// The head that the word at `i` is, without its tail. A free agent has no office, nor has a non-lawyer.
    pub(super) fn head(&self, at: usize) -> Option<Head> {
        let free = self.is(at, &["agent"]) && at > 0 && self.is(at - 1, &["free"]);
        let denied = at > 1 && self.is_hyphen(at - 1) && self.is(at - 2, &["non"]);
        if free || denied {
            return None;
        }
        if let Some((n, phrase)) = self.phrase(at) {
            return Some(Head { at, end: at + n, title: Cow::Borrowed(phrase.title), kind: RoleKind::Office });
        }
        let (title, kind) = self.simple_head(at).or_else(|| self.choice(at)).or_else(|| self.code(at))?;
        Some(Head { at, end: at + 1, title: Cow::Borrowed(title), kind })
    }

    /// `QB`, `GM` before a name.
    fn code(&self, at: usize) -> Option<(&'static str, RoleKind)> {
        let code = self.cx.lexicon.roles.code(self.cx.tokens.all, self.cx.tokens.text, at)?;
        (!code.plural && self.person_at(at + 1)).then_some((code.title, RoleKind::Office))
    }

    /// The role of several words that begins at a token, or the one word of one that is mostly something else.
    fn phrase(&self, at: usize) -> Option<(usize, RolePhrase)> {
        let (n, phrase) = self.cx.lexicon.roles.phrase(self.cx.tokens.all, at)?;
        (!phrase.plural && (!phrase.weak || self.is_sure(at, at + n))).then_some((n, phrase))
    }

    /// `a young center`, `the Hawks' center`, unlike `the city center`, `the center of`.
    fn is_sure(&self, start: usize, end: usize) -> bool {
        let grade = |t: &Token| self.cx.lexicon.roles.modifier(t.word) == Some(Modifier::Grade);
        let stands = |t: &Token| t.is(class::ARTICLE | class::STATUS) || t.is_capital() || grade(t);
        let led = start.checked_sub(1).is_some_and(|i| self.is_clitic(i) || self.token(i).is_some_and(stands));
        let before_name = || self.found.names.binary_search_by_key(&end, |n| n.tokens.start).is_ok();
        let joined =
            start.checked_sub(1).is_some_and(|i| self.is_punct(i, &[',']) || self.has(i, class::CONJUNCTION) || self.is(i, &["agent"]));
        let begins = self.begins_sentence(start);
        let lower = self.token(start).is_some_and(|t| !t.is_capital());
        (if begins { before_name() } else { led && lower || joined && self.person_at(end) }) && !self.is(end, &["of"])
    }

    /// A person whom the phrase does not name as possessor stands inside.
    pub fn holds_person(&self, tokens: &Range<usize>) -> bool {
        let names = &self.found.names;
        let from = names.partition_point(|n| n.tokens.start < tokens.start);
        let inside = names[from..].iter().take_while(|n| n.tokens.end <= tokens.end);
        inside.filter(|n| n.kind == NameKind::Person).any(|n| !self.is_clitic(n.tokens.end))
    }

    /// Takes what follows the head as part of the office, and the post that a nominee is named for.
    fn with_tail(&self, head: Head) -> Head {
        let head = self.with_plain_tail(head);
        if words::SETS.has(&self.cx.tokens.all[head.at], words::SEEKING | words::CHOICE) { self.for_post(head) } else { head }
    }

    /// Takes what follows the head as part of the office: `chief | of staff`, `attorney | general`, `minister | of health`.
    pub(super) fn with_plain_tail(&self, mut head: Head) -> Head {
        let hyphens = |i: usize| if self.is_hyphen(i) { i + 1 } else { i };
        let hyphened = self.is_hyphen(head.end);
        let next = head.end + hyphened as usize;
        if let Some((words, before)) = self.department(&head) {
            head.title = Cow::Owned(format!("{before} {}", head.title));
            head.end += 1 + words;
        } else if self.is(next, &["general"]) && self.cx.tokens.is_in(head.at, &SETS, GENERAL) {
            head.title.to_mut().push_str(" general");
            head.end = next + 1;
        } else if hyphened && self.has(next, class::STATUS) {
            head.end = next + 1;
        } else if hyphened && self.is(next, &["to"]) && self.is_hyphen(next + 1) && self.is(next + 2, &["be"]) {
            head.end = next + 3;
        } else if let Some(tail) = self.is(next, &["of", "in"]).then(|| TAILS.iter().find(|t| self.is_tail(next, t))).flatten() {
            let joint = if hyphened || *tail == "in law" { "-" } else { " " };
            head.title.to_mut().push_str(joint);
            head.title.to_mut().push_str(&tail.replace(' ', joint));
            head.end = hyphens(next + 1) + 1;
        } else if self.is_award(head.end) {
            head.title.to_mut().push_str(&format!(" of the {}", self.cx.tokens.str(head.end + 2).to_lowercase()));
            head.end += 3;
        }
        head
    }

    /// `player | of the year`: one title, whoever gives it.
    fn is_award(&self, i: usize) -> bool {
        self.is(i, &["of"]) && self.is(i + 1, &["the"]) && self.is(i + 2, &["decade", "game", "match", "month", "season", "week", "year"])
    }

    /// The department behind `minister of`: its words, and how it is put before `minister`.
    fn department(&self, head: &Head) -> Option<(usize, &'static str)> {
        if head.title != "minister" || !self.is(head.end, &["of", "for"]) {
            return None;
        }
        let stands = |words: &str| words.split(' ').zip(head.end + 1..).all(|(w, i)| self.is(i, &[w]));
        let known = DEPARTMENTS.iter().filter(|(words, _)| stands(words)).max_by_key(|(words, _)| words.len());
        known.map(|(words, before)| (words.split(' ').count(), *before))
    }

    /// The role before token `end` whose head has its complement in small letters behind: `the director of the county museum`; that of a
    /// relative only at the head of the sentence: `The son of Velmian farmers`.
    pub fn ending_in_complement(&self, from: usize, end: usize) -> Option<Office> {
        let first = from.max(end.saturating_sub(LONGEST_COMPLEMENT + 2));
        let relative = |h: &Head| self.has(h.at, class::KINSHIP) && h.at == from + 1 && self.has(from, class::ARTICLE);
        let leads = |h: &Head| h.kind == RoleKind::Office || relative(h) || self.is(h.at, &["head"]) && self.is(h.end, &["of"]);
        let head = (first..end).rev().find_map(|i| self.head(i).filter(leads).map(|h| self.with_tail(h)))?;
        let inside = |i: usize| {
            let t = self.token(i);
            let joint = self.is(i, &["of", "the", "for", "and", "a"]) || self.is_clitic(i) || self.is_hyphen(i);
            let closed = class::FUNCTION | class::CUE | class::NEGATION | class::TEMPORAL | class::VERB;
            joint || t.is_some_and(|t| t.is_word() && !t.is(closed))
        };
        let complement = head.end + 1 < end && self.is(head.end, &["of", "for"]) && (head.end + 1..end).all(inside);
        let kind = if relative(&head) { RoleKind::Relation } else { RoleKind::Office };
        let office = complement.then(|| self.office(from, Head { end, kind, ..head }))?;
        office.determined.then_some(office)
    }

    fn is_tail(&self, i: usize, tail: &str) -> bool {
        let Some((joint, word)) = tail.split_once(' ') else { return false };
        self.is(i, &[joint]) && (self.is(i + 1, &[word]) || self.is_hyphen(i + 1) && self.is(i + 2, &[word]))
    }

    /// The head whose phrase ends before token `end`.
    fn head_ending(&self, from: usize, end: usize) -> Option<Head> {
        let stop = end.checked_sub(1).filter(|i| *i > from && self.is_abbreviation_stop(*i));
        let end = stop.unwrap_or(end);
        if let Some(nominee) = self.nominee_ending(from, end) {
            return Some(nominee);
        }
        let nearest = (from..end).rev().take(6).find_map(|i| {
            let head = self.with_tail(self.head(i)?);
            Some(if head.end < end { self.with_complement(head, end) } else { head })
        })?;
        if nearest.end != end {
            return None;
        }
        // "receiver" ends "wide receiver"
        if let Some((n, phrase)) = nearest.at.checked_sub(1).filter(|i| *i >= from).and_then(|i| self.phrase(i))
            && nearest.at - 1 + n == end
        {
            let title = Cow::Borrowed(phrase.title);
            return Some(Head { at: nearest.at - 1, end: end + stop.is_some() as usize, title, kind: RoleKind::Office });
        }
        let general = self.is(nearest.at, &["general"]) && nearest.at > from;
        let before = general.then(|| if self.is_hyphen(nearest.at - 1) { nearest.at.saturating_sub(2) } else { nearest.at - 1 });
        if let Some(head) = before.filter(|b| self.cx.tokens.is_in(*b, &SETS, GENERAL)).and_then(|b| self.head(b)) {
            return Some(self.with_tail(head));
        }
        Some(Head { end: end + stop.is_some() as usize, ..nearest })
    }

    /// `Minister of Foreign Affairs`, `president of Ukraine`: `of` and the capital words up to token `end`.
    fn with_complement(&self, mut head: Head, end: usize) -> Head {
        // of "a lawyer for Mr. Lee" Lee is not the lawyer
        let named = (head.end + 1..end).any(|i| self.token(i).is_some_and(Token::is_capital));
        let titled = (head.end + 1..end).any(|i| self.has(i, class::TITLE | class::ABBREVIATION) || self.is_abbreviation_stop(i));
        let capitals = (head.end + 1..end).all(|i| self.token(i).is_some_and(Token::is_capital) || self.is(i, &["the", "and"]));
        let whole = capitals && named && !titled && end - head.end <= 6;
        if self.is(head.end, &["of", "for"]) && (whole || self.is_field(&head, end)) {
            head.end = end;
        }
        head
    }

    /// `vice president of product marketing`: what an office is of, in small letters up to token `end`; no person.
    fn is_field(&self, head: &Head, end: usize) -> bool {
        const LED: [&str; 14] = [
            "chairman",
            "chief",
            "commissioner",
            "coordinator",
            "dean",
            "director",
            "editor",
            "head",
            "lecturer",
            "manager",
            "minister",
            "president",
            "professor",
            "secretary",
        ];
        const WORDS: usize = 4;
        let inside = |i: usize| {
            let open = |t: &Token| t.is_word() && !t.is_capital() && !t.is(class::FUNCTION | class::CUE | class::NEGATION | class::ROLE);
            self.is(i, &["and"]) || self.is_hyphen(i) || self.token(i).is_some_and(open)
        };
        let led = head.kind == RoleKind::Office && LED.iter().any(|l| head.title.ends_with(l));
        let field = head.end + 1..end;
        let plain = led && (1..=WORDS).contains(&field.len()) && field.clone().all(inside);
        plain && !is_agent(self.cx, end - 1)
    }

    /// The role around a head, with its modifiers back to token `from`.
    pub(super) fn office(&self, from: usize, head: Head) -> Office {
        let (start, determined, possessed) = self.modifiers(from, head.at);
        let start = self.place_around(start).unwrap_or(start).max(from);
        let head = self.member(start, head);
        Office {
            title: self.title(start, &head),
            status: self.status(start, &head),
            of: self.of(start, &head),
            tokens: start..head.end,
            determined,
            possessed,
            kind: head.kind,
        }
    }

    /// Where the name of a place begins that goes on at a token: `St. | Louis`.
    fn place_around(&self, i: usize) -> Option<usize> {
        self.name_over(i).filter(|n| n.tokens.start < i && n.kind == NameKind::Place).map(|n| n.tokens.start)
    }

    /// The words that make the office, then the head.
    pub(super) fn title(&self, start: usize, head: &Head) -> String {
        let mut i = head.at;
        let said_before = words::SETS.has(&self.cx.tokens.all[head.at], words::SEEKING) || self.is(head.at, &["member"]);
        let behind_joint = |k: usize| k > start && self.joins_body(k - 1);
        while i > start
            && !behind_joint(i - 1)
            && !self.is_in_body(i - 1)
            && (self.makes_office(i - 1) || said_before && self.is_post(i - 1))
        {
            i -= 1;
        }
        let mut title = String::new();
        for k in i..head.at {
            if let Some(t) = self.token(k).filter(|t| t.is_word() && !t.is(class::STATUS)) {
                let full = self.cx.lexicon.titles.get(t.word).and_then(|t| t.office);
                title.push_str(&full.map_or_else(|| t.text(self.cx.tokens.text).to_lowercase(), str::to_owned));
                title.push(' ');
            }
        }
        title + &head.title
    }

    fn makes_office(&self, k: usize) -> bool {
        let Some(t) = self.token(k) else { return false };
        let rank = self.cx.lexicon.titles.get(t.word).is_some_and(|t| t.office.is_some());
        rank || self.cx.lexicon.roles.modifier(t.word) == Some(Modifier::Office) || self.is_hyphen(k) || self.is_abbreviation_stop(k)
    }

    /// A word of status; `sacked` is one only behind an article, a possessor or another modifier, not behind who sacks somebody.
    pub(super) fn is_status(&self, k: usize) -> bool {
        let stands = |k: usize| self.has(k, class::ARTICLE | class::DETERMINER | class::STATUS) || self.is_clitic(k);
        let led = || k == 0 || self.begins_sentence(k) || stands(k - 1);
        // "the deputy's mother" is no deputy
        self.has(k, class::STATUS) && !self.is_clitic(k + 1) && (!self.is(k, &DISMISSED) || led())
    }

    /// `one-time |`.
    fn is_once(&self, k: usize) -> bool {
        self.is(k, &["time"]) && self.is_hyphen(k - 1) && self.is(k - 2, &["one"])
    }

    /// `Ann Lee, once | the youngest mayor of Oslo`; not `once the mayor, Ann Lee, resigns`.
    fn is_behind_once(&self, start: usize, head: &Head) -> bool {
        let article = usize::from(start > 0 && self.has(start - 1, class::ARTICLE));
        let Some(once) = (start - article).checked_sub(1).filter(|i| self.is(*i, &["once", "formerly", "previously"])) else {
            return false;
        };
        let comma = |i: usize| self.token(i).is_some_and(|t| t.is_punct(','));
        let capital = |i: usize| self.token(i).is_some_and(|t| t.is_word() && t.is_capital());
        let named = once > 1 && comma(once - 1) && capital(once - 2);
        named && (self.is(head.end, &["of", "in", "at"]) || comma(head.end) && !capital(head.end + 1))
    }

    pub(super) fn begins_sentence(&self, k: usize) -> bool {
        let sentences = &self.cx.article.sentences;
        let at = sentences.partition_point(|s| s.tokens.end <= k);
        sentences.get(at).is_some_and(|s| s.tokens.start == k)
    }

    /// The status that stands nearest to the head.
    fn status(&self, start: usize, head: &Head) -> RoleStatus {
        // who was "then President-elect" was not yet president
        let words = (head.at + 1..head.end).chain((start..head.at).rev());
        if self.is(head.end - 1, &["be"]) {
            return RoleStatus::Elect;
        }
        if (start + 2..head.at).any(|k| self.is_once(k)) || self.is_behind_once(start, head) {
            return RoleStatus::Former;
        }
        let mut deputy = false;
        for k in words.filter(|k| self.is_status(*k)) {
            match self.token(k).and_then(|t| self.cx.lexicon.status.get(t.word)) {
                Some(RoleStatus::Deputy) => deputy = true,
                Some(RoleStatus::Current) | None => {}
                Some(status) => return status,
            }
        }
        if deputy { RoleStatus::Deputy } else { RoleStatus::Current }
    }

    /// The country, body or person in the phrase.
    fn of(&self, start: usize, head: &Head) -> Option<String> {
        let names = &self.found.names;
        let at = names.partition_point(|n| n.tokens.start < start);
        if let Some(n) = names.get(at).filter(|n| n.tokens.end <= head.end) {
            return Some(self.found.entities[n.entity].id.clone());
        }
        let demonym = (start..head.at).find(|k| self.has(*k, class::DEMONYM))?;
        self.cx.lexicon.demonyms.longest(self.cx.tokens.all, demonym).map(|(_, place)| format!("place:{place}"))
    }
}
