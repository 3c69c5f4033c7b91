//! A title in the plural before a list of people, each of whom has it: `producers Ann Lee and Bo Ek`; `her sons, Ann, 3, and Bo`.

use super::super::Context;
use super::super::mention::{Mentions, NameKind, NameMention, RoleMention};
use super::office::{Office, OfficeReader};
use crate::lexicon::class;
use crate::lexicon::roles::RoleKind;
use crate::text::Token;

/// The roles that titles in the plural give; each person of a list has one with the span of the title.
pub fn find(cx: &Context, found: &Mentions) -> Vec<RoleMention> {
    let mut out = Vec::new();
    let lists = Lists { cx, found, reader: OfficeReader { cx, found } };
    for sentence in &cx.article.sentences {
        let noun = |t: &Token| t.is(class::ROLE | class::ROLE_END | class::KINSHIP | class::TITLE);
        let code = |i: usize| cx.lexicon.roles.code(cx.tokens.all, cx.tokens.text, i).is_some();
        let titled = sentence.tokens.clone().filter(|i| noun(&cx.tokens.all[*i]) || code(*i));
        for at in titled {
            lists.led_by(at, sentence.tokens.start, sentence.tokens.end, &mut out);
        }
    }
    out
}

struct Lists<'a> {
    cx: &'a Context<'a>,
    found: &'a Mentions,
    reader: OfficeReader<'a>,
}

impl Lists<'_> {
    /// The roles that the plural title at a token gives the people behind it.
    fn led_by(&self, at: usize, from: usize, to: usize, out: &mut Vec<RoleMention>) {
        let Some(head) = self.reader.several(at).map(|h| self.reader.with_plain_tail(h)) else { return };
        let office = self.reader.office(from, head);
        let comma = self.reader.is_punct(office.tokens.end, &[',']);
        let people = self.list(office.tokens.end + comma as usize, to);
        let Some(last) = people.last().filter(|_| people.len() > 1) else { return };
        let closed = !comma || self.is_closed(last.tokens.end, to) && self.is_stated(&office, from);
        if closed && (office.kind == RoleKind::Office || office.possessed) {
            let Office { tokens, title, status, of, .. } = office;
            let span = self.cx.tokens.span(tokens.clone());
            let role = |n: &&NameMention| RoleMention {
                span,
                tokens: tokens.clone(),
                entity: n.entity,
                title: title.clone(),
                status,
                of: of.clone(),
            };
            out.extend(people.iter().map(role));
        }
    }

    /// `the producers, A and B,`; `two officers, A and B,`: not the last word of a clause before another.
    fn is_stated(&self, office: &Office, from: usize) -> bool {
        let counted = |i: usize| self.reader.has(i, class::NUMBER);
        let before = office.tokens.start.saturating_sub(2).max(from)..office.tokens.end;
        office.determined || before.into_iter().any(counted)
    }

    fn is_closed(&self, end: usize, to: usize) -> bool {
        end >= to || self.reader.is_punct(end, &[',', '.', ';', ')', '—', '–', ':'])
    }

    /// The people of the list that begins at a token: `A, B and C`, each with an age or a state at most. Empty when it is none.
    fn list(&self, start: usize, to: usize) -> Vec<&NameMention> {
        let mut people = Vec::new();
        let mut at = start;
        while let Some(name) = self.person(at).filter(|n| n.tokens.end <= to) {
            people.push(name);
            let end = self.behind_home(self.behind_age(name.tokens.end));
            let comma = self.reader.is_punct(end, &[',']);
            let and = end + comma as usize;
            if self.reader.is(and, &["and"]) || self.reader.is_punct(and, &['&']) {
                return self.person(and + 1).map_or(Vec::new(), |last| people.into_iter().chain([last]).collect());
            }
            if !comma {
                break;
            }
            at = and;
        }
        Vec::new()
    }

    /// The person whose name begins at a token.
    fn person(&self, at: usize) -> Option<&NameMention> {
        let names = &self.found.names;
        names.get(names.partition_point(|n| n.tokens.start < at)).filter(|n| n.tokens.start == at && n.kind == NameKind::Person)
    }

    /// `Ann Lee | of Ohio`.
    fn behind_home(&self, end: usize) -> usize {
        let names = &self.found.names;
        let place =
            names.get(names.partition_point(|n| n.tokens.start <= end)).filter(|n| n.tokens.start == end + 1 && n.kind == NameKind::Place);
        place.filter(|_| self.reader.is(end, &["of"])).map_or(end, |place| place.tokens.end)
    }

    /// `Ann Lee | , 34`; `Lee | (34)`, `Lee | (left knee)`.
    fn behind_age(&self, end: usize) -> usize {
        const BRACKETED: usize = 6;
        let number = self.cx.tokens.get(end + 1).is_some_and(Token::is_number);
        let close = (end + 2..end + 2 + BRACKETED).find(|i| self.reader.is_punct(*i, &[')']));
        match close.filter(|_| self.reader.is_punct(end, &['('])) {
            Some(close) => close + 1,
            None if number && self.reader.is_punct(end, &[',']) => end + 2,
            None => end,
        }
    }
}
