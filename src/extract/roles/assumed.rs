//! Roles that a clause gives, takes or holds, away from the name: `Lee was hired as head coach`, `her tenure as secretary of state`,
//! `kept the post of whip`, `named Ann Lee chief of staff`, `when she was mayor`.

use std::ops::Range;

use super::super::Context;
use super::super::mention::{Mentions, NameKind, NameMention, RoleMention};
use super::super::quotes::referents::{Referents, gender_of_pronoun};
use super::list::Standing;
use super::office::{Office, OfficeReader};
use super::words;
use crate::claim::RoleStatus;
use crate::lexicon::class;
use crate::lexicon::roles::RoleKind;
use crate::text::{Kind, Token};

/// Tokens between an office and the word that gives it.
const REACH: usize = 24;
/// Names farther away are not looked at.
const FAR: usize = 120;
/// Tokens between a possessor and the noun for the time of an office.
const POSSESSOR: usize = 4;
/// Tokens between a verb and the person that it gives an office.
const OBJECT: usize = 9;

/// Words that lead to an office, besides pronouns.
const LEADING: u32 = words::AS | words::TO | words::APPOINTING | words::POST | words::CONTEST | words::BECOMING | words::FIRST;

/// The roles that the clauses of an article give people; `found` has those that stand beside names.
pub fn find(cx: &Context, found: &Mentions) -> Vec<RoleMention> {
    let mut out = Vec::new();
    let reader = Reader { cx, found, office: OfficeReader { cx, found }, referents: Referents::new(cx, found) };
    for sentence in &cx.article.sentences {
        let clause = Clause { r: &reader, from: sentence.tokens.start, to: sentence.tokens.end };
        let tokens = cx.tokens.all[sentence.tokens.clone()].iter().zip(sentence.tokens.clone());
        let leading = tokens.filter(|(t, _)| t.is(class::PRONOUN) || words::SETS.has(t, LEADING));
        out.extend(leading.filter_map(|(_, i)| clause.role(i)).flat_map(|role| clause.with_joined(role)));
    }
    out
}

pub(super) struct Reader<'a> {
    pub(super) cx: &'a Context<'a>,
    found: &'a Mentions,
    office: OfficeReader<'a>,
    referents: Referents<'a>,
}

/// A sentence from token `from` to token `to`.
pub(super) struct Clause<'a> {
    pub(super) r: &'a Reader<'a>,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Who has an office, and how.
type Bearer = (usize, RoleStatus);

impl Clause<'_> {
    /// The role that the word at token `i` leads to.
    fn role(&self, i: usize) -> Option<RoleMention> {
        let t = self.token(i)?;
        match words::SETS.among(t, LEADING) {
            words::AS => self.as_office(i),
            words::TO => self.promotion(i),
            words::BECOMING => self.bind(self.office(i + 1)?, (self.main_subject(i)?, RoleStatus::Current)),
            words::FIRST => self.first(i),
            0 => self.of_pronoun(i),
            set => {
                let of = set & words::POST != 0 && self.is(i + 1, &["of"]);
                let won = set & words::CONTEST != 0 && self.is(i + 1, &["for"]);
                if of || won { self.post(i) } else { self.object(i).and_then(|name| self.complement(i, name)) }
            }
        }
    }

    /// `as head coach`; `As mayor, Lee said` at the beginning of a sentence.
    fn as_office(&self, at: usize) -> Option<RoleMention> {
        let office = self.office(at + 1).filter(|o| !self.acts(o))?;
        let bearer = self.trigger(at).map_or_else(|| self.behind_office(at, &office), |trigger| self.bearer(trigger, at, &office))?;
        self.bind(office, bearer)
    }

    /// `as the foreman | announced the verdict`: a clause of its own.
    fn acts(&self, office: &Office) -> bool {
        let verb = |t: &Token| t.is_word() && !t.is_capital() && t.is(class::CUE | class::AUXILIARY | class::TENSE);
        office.determined && self.token(office.tokens.end).is_some_and(verb)
    }

    /// `promoted to head coach`.
    fn promotion(&self, at: usize) -> Option<RoleMention> {
        let verb = at.checked_sub(1).filter(|i| *i >= self.from && self.token(*i).is_some_and(|t| words::SETS.has(t, words::ELEVATING)))?;
        let office = self.office(at + 1).filter(|_| !self.is_open(verb))?;
        let who = if self.is_passive(verb, at) { self.subject(verb) } else { None }?;
        self.bind(office, (who, RoleStatus::Current))
    }

    /// The office that begins at a token, behind an article at most.
    fn office(&self, at: usize) -> Option<Office> {
        let office = self.r.office.starting(at, self.to)?;
        let begins = office.tokens.start <= at + 1 && office.kind == RoleKind::Office;
        (begins && !self.person_at(office.tokens.end)).then(|| self.r.office.with_of(office))
    }

    /// The role and those that are joined to its office: `was mayor of Oslo and chair of the board`.
    fn with_joined(&self, role: RoleMention) -> Vec<RoleMention> {
        let RoleMention { tokens, title, status, of, .. } = role.clone();
        let (determined, possessed, kind) = (false, false, RoleKind::Office);
        let first = Office { tokens, title, status, of, determined, possessed, kind };
        let others = self.r.office.joined(&first, self.to, Standing::Predicate);
        let with_body = |o: Office| Office { of: o.of.clone().or_else(|| self.r.office.body(&o, self.to)), ..o };
        let bound = others.into_iter().filter_map(|o| self.bind(with_body(o), (role.entity, status)));
        std::iter::once(role.clone()).chain(bound).collect()
    }

    fn bind(&self, office: Office, (entity, status): Bearer) -> Option<RoleMention> {
        let Office { tokens, title, of, .. } = office;
        let status = if office.status == RoleStatus::Current { status } else { office.status };
        Some(RoleMention { span: self.r.cx.tokens.span(tokens.clone()), tokens, entity, title, status, of })
    }

    /// The word before `as` that gives, takes or holds an office, in the same clause.
    fn trigger(&self, at: usize) -> Option<usize> {
        let any = words::APPOINTING | words::DISMISSING | words::SERVING | words::TENURE | words::REPLACING;
        let over = |i: usize| words::SETS.has(&self.r.cx.tokens.all[i], words::TAKING) && self.is(i + 1, &["over"]);
        for i in (at.saturating_sub(REACH).max(self.from)..at).rev() {
            let t = self.token(i)?;
            if over(i) || words::SETS.has(t, words::REPLACING) {
                return Some(i).filter(|i| !self.is_open(self.before_will(*i)));
            }
            if words::SETS.has(t, any) {
                return Some(i).filter(|i| !self.is_open(*i));
            }
            let verb = t.is(class::CUE | class::AUXILIARY | class::RELATIVE) && !t.is_capital();
            if verb || t.punct().is_some_and(|c| matches!(c, ';' | ':' | '"' | '“' | '”')) {
                return None;
            }
        }
        None
    }

    /// Where the verb at a token begins with its `will`.
    fn before_will(&self, verb: usize) -> usize {
        verb.checked_sub(1).filter(|i| *i >= self.from && self.is(*i, &["will"])).unwrap_or(verb)
    }

    /// `could be named`, `was not hired`, `refused to serve`: no office yet.
    fn is_open(&self, verb: usize) -> bool {
        let closed = |t: &Token| t.is(class::NEGATION) || t.is(class::AUXILIARY) && !words::SETS.has(t, words::BEING);
        let perfect = |i: usize| self.is(i, &["has", "have", "had", "having"]);
        // "stabbed to death while working" is no infinitive
        let leads = |i: usize| !(i + 1..verb).any(|k| self.is(k, &["while"]));
        let before = |i: usize| self.token(i).is_some_and(closed) && !perfect(i) || self.is(i, &["if"]) || self.is(i, &["to"]) && leads(i);
        (verb.saturating_sub(3).max(self.from)..verb).any(before)
    }

    /// Who has the office that `as` at token `at` leads to.
    fn bearer(&self, trigger: usize, at: usize, office: &Office) -> Option<Bearer> {
        let t = self.token(trigger)?;
        let past = self.r.cx.tokens.str(trigger).ends_with("ed") && !self.is(trigger.wrapping_sub(1), &["has", "have"]);
        let status = if self.before_will(trigger) < trigger { RoleStatus::Elect } else { RoleStatus::Current };
        match words::SETS
            .among(t, words::APPOINTING | words::DISMISSING | words::SERVING | words::TENURE | words::REPLACING | words::TAKING)
        {
            set if set & words::REPLACING != 0 && self.is_passive(trigger, at) => Some((self.subject(trigger)?, RoleStatus::Then)),
            set if set & (words::REPLACING | words::TAKING) != 0 => Some((self.subject(self.before_will(trigger))?, status)),
            set if set & words::TENURE != 0 => {
                let who = self.possessor(trigger).or_else(|| self.subject(trigger)).or_else(|| self.behind_comma(office))?;
                Some((who, RoleStatus::Then))
            }
            words::SERVING => {
                let leaves = !self.is_any_of(trigger, &["serv", "act", "work"]);
                Some((self.subject(trigger)?, if past || leaves { RoleStatus::Then } else { RoleStatus::Current }))
            }
            set => {
                let who = if self.is_passive(trigger, at) { self.subject(trigger) } else { self.object_before(trigger, at) }?;
                Some((who, if set == words::APPOINTING { RoleStatus::Current } else { RoleStatus::Then }))
            }
        }
    }

    fn is_any_of(&self, i: usize, stems: &[&str]) -> bool {
        let word = self.r.cx.tokens.str(i);
        stems.iter().any(|s| word.len() >= s.len() && word.is_char_boundary(s.len()) && word[..s.len()].eq_ignore_ascii_case(s))
    }

    /// `was … hired`, `Lee hired as`.
    fn is_passive(&self, verb: usize, at: usize) -> bool {
        let first = self.verb_start(verb);
        let auxiliary = (first..verb).any(|i| self.token(i).is_some_and(|t| words::SETS.has(t, words::BEING)));
        auxiliary || verb + 1 == at && self.before(first).last().is_some_and(|n| n.tokens.end == first)
    }

    /// Where the verb begins that ends with token `verb`: `was | later | re-elected`.
    fn verb_start(&self, verb: usize) -> usize {
        let belongs = |i: usize| {
            let t = self.token(i);
            let lower = t.is_some_and(|t| t.is_word() && !t.is_capital());
            let prefix =
                self.is(i, &["re", "also"]) || t.is_some_and(|t| t.is_punct('-')) || lower && self.r.cx.tokens.str(i).ends_with("ly");
            prefix || t.is_some_and(|t| t.is(class::AUXILIARY | class::ADVERB) || words::SETS.has(t, words::BEING))
        };
        (self.from..verb).rev().take_while(|i| belongs(*i)).last().unwrap_or(verb)
    }

    /// The subject of the verb at a token: the person or pronoun right before it, or the only person before it in its sentence.
    fn subject(&self, verb: usize) -> Option<usize> {
        let first = self.verb_start(verb);
        if let Some(pronoun) = first.checked_sub(1).filter(|i| *i >= self.from).and_then(|i| self.of_gender(i)) {
            return Some(pronoun);
        }
        if self.is_of_kin(first) {
            return None;
        }
        let mut people = self.before(first).filter(|n| !self.possesses(n)).map(|n| (n.entity, n.tokens.end));
        let Some(last) = people.clone().last() else { return self.leading_pronoun(first) };
        let adjacent = last.1 == first || self.is(last.1, &[","]) && first.saturating_sub(last.1) < 3;
        (adjacent || people.all(|p| p.0 == last.0)).then_some(last.0)
    }

    /// `and his wife, who | served`: a relative without a name did it.
    fn is_of_kin(&self, verb: usize) -> bool {
        let who = verb.checked_sub(1).filter(|i| *i > self.from + 1 && self.is(*i, &["who"]));
        let noun = who.map(|i| i - 1 - self.is(i - 1, &[","]) as usize);
        noun.and_then(|i| self.token(i)).is_some_and(|t| t.is(class::KINSHIP))
    }

    /// `She | chaired the board and later | served as`: whom the pronoun stands for that begins the sentence.
    fn leading_pronoun(&self, verb: usize) -> Option<usize> {
        let joined = self.is(verb.wrapping_sub(1), &["and", ","]);
        joined.then(|| self.of_gender(self.from)).flatten()
    }

    /// The first person or pronoun of the clause: who does what makes him become something. `Lee was elected, and Webb beat Marsh to
    /// become`.
    fn main_subject(&self, verb: usize) -> Option<usize> {
        let led = self.is(verb.wrapping_sub(1), &["to", "before", "after", "and", "since"]);
        let wished =
            (verb.saturating_sub(3).max(self.from)..verb).any(|i| self.token(i).is_some_and(|t| words::SETS.has(t, words::WISHING)));
        let named = self.clause_before(verb).and_then(|i| self.people(i..verb).find(|n| !self.possesses(n)));
        let first = named.or_else(|| self.before(verb).find(|n| !self.possesses(n)));
        let opening = verb.saturating_sub(FAR).max(self.from)..first.map_or(verb, |n| n.tokens.start);
        let pronoun = opening.into_iter().find_map(|i| self.subject_pronoun(i)).filter(|_| named.is_none());
        pronoun.or(first.map(|n| n.entity)).filter(|_| led && !wished && !self.is_open(verb - 1))
    }

    /// Whom `he` or `she` at token `i` stands for.
    fn subject_pronoun(&self, i: usize) -> Option<usize> {
        if self.is(i, &["he", "she"]) { self.of_gender(i) } else { None }
    }

    /// Where the last main clause before a verb begins: behind a semicolon, or a comma and `and`.
    fn clause_before(&self, verb: usize) -> Option<usize> {
        let first = verb.saturating_sub(FAR).max(self.from);
        let joins = |i: &usize| self.is(*i, &[";"]) || self.is(*i, &[","]) && self.is(i + 1, &["and", "but", "while"]);
        (first..verb).rev().find(joins).filter(|i| self.people(*i..verb).any(|n| !self.possesses(n)))
    }

    /// `her tenure`, `Lee's tenure`.
    fn possessor(&self, noun: usize) -> Option<usize> {
        let near = noun.saturating_sub(POSSESSOR).max(self.from)..noun;
        let named = self.before(noun).last().filter(|n| near.contains(&n.tokens.end) && self.possesses(n));
        named.map(|n| n.entity).or_else(|| near.rev().find_map(|i| self.of_gender(i)))
    }

    /// Whom a pronoun at token `i` stands for.
    pub(super) fn of_gender(&self, i: usize) -> Option<usize> {
        let gender =
            self.token(i).filter(|t| t.is_word() && t.end - t.start <= 3).and_then(|_| gender_of_pronoun(self.r.cx.tokens.str(i)))?;
        self.r.referents.antecedent(i, gender).map(|(entity, _)| entity)
    }

    /// `As mayor, Lee`: whose the office is that a sentence begins with.
    fn behind_office(&self, at: usize, office: &Office) -> Option<Bearer> {
        let opens = at == self.from || at == self.from + 1 && self.is(self.from, &["\"", "“"]);
        self.behind_comma(office).filter(|_| opens).map(|who| (who, RoleStatus::Then))
    }

    /// The person, with a title at most, behind the comma that closes an office.
    fn behind_comma(&self, office: &Office) -> Option<usize> {
        const TITLED: usize = 3;
        let comma = Some(office.tokens.end).filter(|i| self.is(*i, &[","]))?;
        let name =
            self.people(comma..self.to.min(comma + FAR)).next().filter(|n| n.tokens.start <= comma + TITLED && !self.possesses(n))?;
        let titles = (comma + 1..name.tokens.start).all(|i| self.token(i).is_some_and(|t| t.is(class::TITLE) || t.is_punct('.')));
        titles.then_some(name.entity)
    }

    /// Whom the verb at a token gives an office: `hired Ann Lee of Boston as coach`, `hired her as`.
    fn object_before(&self, verb: usize, at: usize) -> Option<usize> {
        let pronoun = (verb + 2 == at).then(|| self.of_gender(verb + 1)).flatten();
        pronoun.or_else(|| self.object(verb).filter(|n| n.tokens.end <= at).map(|n| n.entity))
    }

    /// The person behind the verb at a token.
    fn object(&self, verb: usize) -> Option<&NameMention> {
        self.people(verb + 1..self.to.min(verb + FAR)).next().filter(|n| n.tokens.start <= verb + OBJECT && !self.possesses(n))
    }

    /// `named Ann Lee chief of staff`: the office behind the object.
    fn complement(&self, verb: usize, name: &NameMention) -> Option<RoleMention> {
        if self.is_open(verb) || self.is_passive(verb, usize::MAX) {
            return None;
        }
        let office = self.office(name.tokens.end).filter(|o| !o.determined && o.tokens.start == name.tokens.end)?;
        self.bind(office, (name.entity, RoleStatus::Current))
    }

    /// `kept the No. 2 job of House minority whip`, `won the race for mayor`.
    fn post(&self, noun: usize) -> Option<RoleMention> {
        let office = self.office(noun + 2)?;
        let contest = self.token(noun).is_some_and(|t| words::SETS.has(t, words::CONTEST));
        let gets =
            |i: usize| if contest { self.is(i, &["won", "wins"]) } else { words::SETS.has(&self.r.cx.tokens.all[i], words::HOLDING) };
        let verb = (noun.saturating_sub(POSSESSOR + 3).max(self.from)..noun).rev().find(|i| gets(*i))?;
        let who = self.subject(verb).filter(|_| !self.is_open(verb))?;
        self.bind(office, (who, RoleStatus::Current))
    }

    /// `while she was secretary of state`, `He is the mayor`.
    fn of_pronoun(&self, at: usize) -> Option<RoleMention> {
        let verb = at + 1;
        let subject = self.token(at).is_some_and(|t| t.is(class::PRONOUN)) && self.is(verb, &["is", "was", "became", "remains"]);
        let several = || {
            let mut people = self.before(at);
            people.next().is_some_and(|first| people.any(|n| n.entity != first.entity))
        };
        if !subject || self.r.cx.article.is_quoted(at) || several() {
            return None;
        }
        let status = if self.is(verb, &["was"]) { RoleStatus::Then } else { RoleStatus::Current };
        self.bind(self.office(verb + 1)?, (self.of_gender(at)?, status))
    }

    pub(super) fn token(&self, i: usize) -> Option<&Token> {
        self.r.cx.tokens.get(i)
    }

    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        self.r.cx.tokens.is_any(i, words)
    }

    /// The people who are named before a token, in its sentence.
    pub(super) fn before(&self, end: usize) -> impl Iterator<Item = &NameMention> + Clone {
        self.people(end.saturating_sub(FAR).max(self.from)..end)
    }

    /// The people who are named within a range of tokens.
    fn people(&self, tokens: Range<usize>) -> impl Iterator<Item = &NameMention> + Clone {
        let names = &self.r.found.names;
        let from = names.partition_point(|n| n.tokens.start < tokens.start);
        names[from..].iter().take_while(move |n| n.tokens.end <= tokens.end).filter(|n| n.kind == NameKind::Person)
    }

    fn person_at(&self, i: usize) -> bool {
        self.people(i..self.to.min(i + FAR)).next().is_some_and(|n| n.tokens.start == i)
    }

    /// `Lee's`.
    fn possesses(&self, name: &NameMention) -> bool {
        self.token(name.tokens.end).is_some_and(|t| t.kind == Kind::Clitic)
    }
}
