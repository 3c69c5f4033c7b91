//! Roles: the title or relation of a person, bound to the name beside it.

mod nominal;
mod office;
mod trade;

use super::Context;
use super::mention::{Mentions, NameKind, NameMention, RoleMention};
use crate::claim::RoleStatus;
use crate::lexicon::class;
use crate::lexicon::roles::RoleKind;
use office::{Office, OfficeReader};
use trade::Trades;

/// Finds the roles of the people of an article.
pub fn find(cx: &Context, found: &mut Mentions) {
    let mut roles = Vec::new();
    let binder = Binder { cx, found, reader: OfficeReader { cx, found } };
    for name in found.names.iter().filter(|n| n.kind == NameKind::Person) {
        binder.person(name, &mut roles);
    }
    roles.sort_by_key(|r| (r.span.start, r.span.end));
    roles.dedup_by_key(|r| (r.span, r.entity));
    roles.extend(nominal::find(cx, found, &roles));
    roles.sort_by_key(|r| (r.span.start, r.span.end));
    found.roles = roles;
}

struct Binder<'a> {
    cx: &'a Context<'a>,
    found: &'a Mentions,
    reader: OfficeReader<'a>,
}

impl Binder<'_> {
    fn person(&self, name: &NameMention, roles: &mut Vec<RoleMention>) {
        let (from, to) = self.sentence(name);
        let known = roles.len();
        self.before(from, name, roles);
        self.behind(to, name, roles);
        if roles.len() == known {
            roles.extend(Trades { cx: self.cx }.of(name, from, to));
        }
    }

    /// The tokens of the sentence of a name.
    fn sentence(&self, name: &NameMention) -> (usize, usize) {
        let sentences = &self.cx.article.sentences;
        let at = sentences.partition_point(|s| s.tokens.end <= name.tokens.start);
        sentences.get(at).map_or((name.tokens.start, name.tokens.end), |s| (s.tokens.start, s.tokens.end))
    }

    fn is_punct(&self, i: usize, marks: &[char]) -> bool {
        self.cx.tokens.get(i).and_then(|t| t.punct()).is_some_and(|c| marks.contains(&c))
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.cx.tokens.is(i, w))
    }

    /// `Russian President X`, `Putin's adviser, X,`, `NATO chief and former Prime Minister X`.
    fn before(&self, from: usize, name: &NameMention, roles: &mut Vec<RoleMention>) {
        let comma = name.tokens.start > from && self.is_punct(name.tokens.start - 1, &[',']);
        let end = if comma { name.tokens.start - 1 } else { name.tokens.start };
        let complement = || Some(end).filter(|_| comma).and_then(|end| self.reader.ending_in_complement(from, end));
        let Some(office) = self.reader.ending(from, end).or_else(complement) else { return };
        let first = self.joined_before(from, &office);
        let before = |o: &Office| self.is_premodifier(o) && !self.is_given_name(o, name);
        let binds = |o: &Office| if comma { self.is_apposition(o, name) } else { before(o) };
        if binds(&office) || first.as_ref().is_some_and(binds) {
            self.push(name.entity, office, roles);
            first.into_iter().for_each(|f| self.push(name.entity, f, roles));
        }
    }

    /// The role that `and` joins to the front of this one.
    fn joined_before(&self, from: usize, office: &Office) -> Option<Office> {
        let and = office.tokens.start.checked_sub(1).filter(|i| *i > from && self.is(*i, &["and"]))?;
        self.reader.ending(from, and)
    }

    /// `Earl Clark`: a given name, not an earl.
    fn is_given_name(&self, office: &Office, name: &NameMention) -> bool {
        const GIVEN: [&str; 4] = ["dean", "del", "duke", "earl"];
        office.tokens.len() == 1 && name.tokens.len() == 1 && self.is(office.tokens.start, &GIVEN)
    }

    fn is_premodifier(&self, office: &Office) -> bool {
        match office.kind {
            RoleKind::Office => true,
            RoleKind::Relation => office.possessed || office.of.is_some(),
            RoleKind::Person => false,
        }
    }

    /// `the minister, X,`: closed by a comma, unless a possessor makes it sure.
    fn is_apposition(&self, office: &Office, name: &NameMention) -> bool {
        let closed = self.is_punct(name.tokens.end, &[',', '.', ';', ')', '—', '–', ':']) || name.tokens.end >= self.cx.tokens.len();
        office.possessed || office.kind == RoleKind::Office && office.determined && closed
    }

    /// `X, an analyst with …`, `X, who serves as …`, `X is the president`.
    fn behind(&self, to: usize, name: &NameMention, roles: &mut Vec<RoleMention>) {
        let end = name.tokens.end;
        let (start, former) = if self.is_punct(end, &[',']) {
            match self.verb_of_being(end + 1) {
                Some(v) => v,
                None => return self.apposition(end + 1, to, name, roles),
            }
        } else {
            match self.verb_of_being(end) {
                Some(v) => v,
                None => return,
            }
        };
        if let Some(mut office) = self.reader.starting(start, to).filter(|o| o.kind != RoleKind::Person && !self.names_next(o)) {
            if former && office.status == RoleStatus::Current {
                office.status = RoleStatus::Former;
            }
            self.push(name.entity, office, roles);
        }
    }

    /// `who serves as`, `was elected`, `is`: the token behind, and whether the office is over.
    fn verb_of_being(&self, mut i: usize) -> Option<(usize, bool)> {
        if self.is(i, &["who", "has", "had"]) {
            i += 1;
        }
        if self.is(i, &["served", "worked"]) && self.is(i + 1, &["as"]) {
            return Some((i + 2, true));
        }
        if self.is(i, &["serves", "acts", "works"]) && self.is(i + 1, &["as"]) {
            return Some((i + 2, false));
        }
        let chosen = ["elected", "named", "appointed", "nominated"];
        if self.is(i, &["was", "been", "is"]) && self.is(i + 1, &chosen) {
            return Some((if self.is(i + 2, &["as"]) { i + 3 } else { i + 2 }, false));
        }
        let denied = self.is(i + 1, &["not", "never", "no", "neither", "hardly", "n't"]);
        (!denied && self.is(i, &["is", "became", "remains"])).then_some((i + 1, false))
    }

    fn apposition(&self, start: usize, to: usize, name: &NameMention, roles: &mut Vec<RoleMention>) {
        let Some(office) = self.reader.starting(start, to) else { return };
        let end = office.tokens.end;
        let closes = end >= to
            || self.is_punct(end, &[',', '.', ';', ')', '(', '—', '–', '?', '!', '”', '"'])
            || self.cx.tokens.all[end].is(class::PREPOSITION | class::RELATIVE)
            || self.is(end, &["and"]);
        let whole = office.tokens.start <= start + 1 || office.determined;
        if closes && whole && office.kind != RoleKind::Person && !self.names_next(&office) {
            let coordinated = self.is(end, &["and"]).then(|| self.reader.starting(end + 1, to)).flatten();
            self.push(name.entity, office, roles);
            if let Some(second) = coordinated.filter(|o| o.kind != RoleKind::Person && !self.names_next(o)) {
                self.push(name.entity, second, roles);
            }
        }
    }

    /// A person stands right behind the role, whose it then is.
    fn names_next(&self, office: &Office) -> bool {
        let names = &self.found.names;
        let at = names.partition_point(|n| n.tokens.start < office.tokens.end);
        names.get(at).is_some_and(|n| n.tokens.start == office.tokens.end && n.kind == NameKind::Person)
    }

    fn push(&self, entity: usize, office: Office, roles: &mut Vec<RoleMention>) {
        let Office { tokens, title, status, of, .. } = office;
        let span = self.cx.tokens.span(tokens.clone());
        roles.push(RoleMention { span, tokens, entity, title, status, of });
    }
}
