//! Several offices of one person, joined by commas and `and`, each with its complement: `founder and chief executive of the Harbour Bank,
//! former dean for marine law at the University of Oslo, and chair of the pilots' council`.

use super::super::mention::NameKind;
use super::office::{Office, OfficeReader};
use crate::claim::RoleStatus;
use crate::lexicon::class;
use crate::lexicon::roles::RoleKind;
use crate::text::{Kind, Token};

/// Tokens of the complement of an office.
const LONGEST_COMPLEMENT: usize = 20;
/// Offices in a list.
const MOST: usize = 8;

/// How an office stands to the person that it is bound to, which decides how freely others may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// `Ann Lee is the mayor of Oslo and the founder of …`.
    Predicate,
    /// `Ann Lee, mayor of Oslo and founder of …`: behind a comma an article may begin another person.
    Apposition,
}

impl OfficeReader<'_> {
    /// The offices that are joined behind this one, in order.
    pub fn joined(&self, first: &Office, to: usize, standing: Standing) -> Vec<Office> {
        let mut out: Vec<Office> = Vec::new();
        while out.len() < MOST {
            let last = out.last().unwrap_or(first);
            let end = self.complement_end(last.tokens.end, to);
            let Some(mut next) = self.behind_joint(end, to, standing) else { break };
            // "a former player and coach" may have left both
            let past = matches!(last.status, RoleStatus::Former | RoleStatus::Then);
            if past && !next.determined && next.status == RoleStatus::Current && !self.says_held(&next) {
                next.status = RoleStatus::Then;
            }
            out.push(next);
        }
        out
    }

    /// `current ambassador`.
    fn says_held(&self, office: &Office) -> bool {
        let held = |t: &Token| self.cx.lexicon.status.get(t.word) == Some(RoleStatus::Current);
        office.tokens.clone().filter_map(|i| self.token(i)).any(held)
    }

    /// The body that the complement of an office names: `chair of | the Harbour Board`.
    pub fn body(&self, office: &Office, to: usize) -> Option<String> {
        let complement = office.tokens.end..self.complement_end(office.tokens.end, to);
        let names = &self.found.names;
        let from = names.partition_point(|n| n.tokens.start < complement.start);
        let mut inside = names[from..].iter().take_while(|n| n.tokens.end <= complement.end);
        inside.find(|n| n.kind == NameKind::Organisation).map(|n| self.found.entities[n.entity].id.clone())
    }

    /// The place right behind an office: `mayor | of Oslo`.
    pub fn place_of(&self, office: &Office) -> Option<String> {
        let start = office.tokens.end + 1 + self.has(office.tokens.end + 1, class::ARTICLE) as usize;
        let name = self.name_over(start).filter(|n| n.tokens.start == start && n.kind == NameKind::Place);
        name.filter(|_| self.is(office.tokens.end, &["of"])).map(|n| self.found.entities[n.entity].id.clone())
    }

    /// The office behind `,`, `and` or `, and` at token `end`, unless it is another person's.
    fn behind_joint(&self, end: usize, to: usize, standing: Standing) -> Option<Office> {
        let comma = self.is_punct(end, &[',', ';']);
        let and = end + comma as usize;
        let joined = self.is(and, &["and"]) || self.is(and, &["&"]);
        let start = and + joined as usize + (joined && self.is(and + 1, &["also"])) as usize;
        let next = (comma || joined).then(|| self.starting(start, to)).flatten()?;
        let whole = next.tokens.start <= start + 1 || next.determined;
        let other = standing == Standing::Apposition && comma && (next.determined || next.tokens.start > start);
        let named = self.names_near(next.tokens.end, to) || self.holds_person(&next.tokens);
        (next.kind == RoleKind::Office && whole && !other && !named && self.closes(next.tokens.end, to)).then_some(next)
    }

    /// What may stand behind an office that is the last word of its phrase.
    pub fn closes(&self, end: usize, to: usize) -> bool {
        const MARKS: [char; 11] = [',', '.', ';', ')', '(', '—', '–', '?', '!', '”', ':'];
        end >= to || self.is_punct(end, &MARKS) || self.has(end, class::PREPOSITION | class::RELATIVE) || self.is(end, &["and"])
    }

    /// A person stands behind the office, at once or behind a comma or the office's complement: `and the mayor of Oslo, Ann Lee`.
    fn names_near(&self, end: usize, to: usize) -> bool {
        let behind = self.complement_end(end, to);
        let starts = |i: usize| self.person_at(i);
        starts(end)
            || starts(end + 1) && self.is_punct(end, &[','])
            || starts(behind)
            || starts(behind + 1) && self.is_punct(behind, &[','])
    }

    /// Where what an office is of or for ends: `| for marine law at the University of Oslo |, and`. `end` is the token behind the office.
    fn complement_end(&self, end: usize, to: usize) -> usize {
        if !self.has(end, class::PREPOSITION) || self.is(end, &["as", "before", "after", "until", "since", "during", "because"]) {
            return end;
        }
        let mut i = end;
        while i < to.min(end + LONGEST_COMPLEMENT) && self.complements(i, to) {
            i += 1;
        }
        i
    }

    /// A token inside a complement; `and` only where no office follows.
    fn complements(&self, i: usize, to: usize) -> bool {
        let Some(t) = self.token(i) else { return false };
        let closed = class::AUXILIARY | class::CUE | class::RELATIVE | class::PRONOUN | class::VERB;
        match t.kind {
            Kind::Word if self.is(i, &["and"]) => {
                self.starting(i + 1, to).is_none_or(|o| o.kind != RoleKind::Office || o.tokens.start > i + 2)
            }
            Kind::Word => t.is_capital() || self.is(i, &["his", "her", "its", "their"]) || !t.is(closed) || self.is_noun_phrase_word(t),
            Kind::Clitic | Kind::Number => true,
            _ => self.is_hyphen(i) || self.is_abbreviation_stop(i) || self.is_clitic(i) || t.is_punct('&'),
        }
    }

    fn is_noun_phrase_word(&self, t: &Token) -> bool {
        t.is(class::ORGANISATION | class::PREPOSITION | class::ARTICLE)
    }
}
