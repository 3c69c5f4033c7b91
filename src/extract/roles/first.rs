//! Who was the first of her kind in something: `the first woman to chair the harbour board`, `becoming the first black woman of the
//! council`.

use super::super::mention::RoleMention;
use super::assumed::Clause;
use super::words;
use crate::claim::RoleStatus;
use crate::lexicon::class;
use crate::text::Token;

/// Tokens of the noun phrase behind `first`, and of what says in what.
const PHRASE: usize = 6;
const FIELD: usize = 24;

/// Kinds of people who are called the first of their kind, and the word for each.
const KINDS: [(&str, &str); 26] = [
    ("african", "black"),
    ("arab", "arab"),
    ("asian", "asian"),
    ("black", "black"),
    ("buddhist", "buddhist"),
    ("catholic", "catholic"),
    ("civilian", "civilian"),
    ("female", "woman"),
    ("gay", "gay"),
    ("hindu", "hindu"),
    ("hispanic", "hispanic"),
    ("indigenous", "indigenous"),
    ("jew", "jewish"),
    ("jewish", "jewish"),
    ("latina", "hispanic"),
    ("latino", "hispanic"),
    ("lesbian", "lesbian"),
    ("male", "man"),
    ("man", "man"),
    ("muslim", "muslim"),
    ("person", "person"),
    ("protestant", "protestant"),
    ("sikh", "sikh"),
    ("transgender", "transgender"),
    ("woman", "woman"),
    ("women", "woman"),
];

impl Clause<'_> {
    /// The distinction that `first` at a token gives somebody.
    pub(super) fn first(&self, at: usize) -> Option<RoleMention> {
        let led = at > self.from && self.is(at - 1, &["the"]) && !self.is(at.wrapping_sub(2), &["not", "n't", "since", "for"]);
        let end = (at + 1..self.to.min(at + 1 + PHRASE)).find(|i| !self.is_of_phrase(*i))?;
        let mut kinds: Vec<&str> = (at + 1..end).filter_map(|i| self.kind(i)).collect();
        kinds.dedup();
        let field = self.field(at + 1).filter(|_| led && !kinds.is_empty())?;
        let entity = self.distinguished(at)?;
        let tokens = at..end;
        let title = format!("first {} ({field})", kinds.join(" "));
        Some(RoleMention { span: self.r.cx.tokens.span(tokens.clone()), tokens, entity, title, status: RoleStatus::Current, of: None })
    }

    fn is_of_phrase(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.is_punct('-') || t.is_word() && !t.is(class::FUNCTION))
    }

    fn kind(&self, i: usize) -> Option<&'static str> {
        KINDS.iter().find(|(word, _)| self.is(i, &[word])).map(|(_, kind)| *kind)
    }

    /// The body in which somebody is first: the first that has members, else the last of any sort.
    fn field(&self, start: usize) -> Option<String> {
        let ends = |i: &usize| self.token(*i).is_none() || matches!(self.r.cx.tokens.curly(*i), Some(',' | ';' | ':' | '”' | '('));
        let until = (start..self.to.min(start + FIELD)).find(ends).unwrap_or(self.to.min(start + FIELD));
        let is = |i: &usize, set: u32| self.token(*i).is_some_and(|t| words::SETS.has(t, set));
        let seat = (start..until).find(|i| is(i, words::MEMBERSHIP));
        let body = seat.or_else(|| (start..until).rev().find(|i| is(i, words::BODY)))?;
        Some(self.r.cx.tokens.str(body).to_lowercase())
    }

    /// Whose the distinction is: `making her the`, `Lee, the`, else the only person of the sentence so far, or its pronoun.
    fn distinguished(&self, at: usize) -> Option<usize> {
        let article = at - 1;
        if let Some(object) = article.checked_sub(1).filter(|i| *i >= self.from).and_then(|i| self.of_gender(i)) {
            return Some(object);
        }
        let mut people = self.before(article);
        let first = people.next();
        let beside = self.before(article).last().filter(|n| n.tokens.end + 1 == article && self.is(n.tokens.end, &[","]));
        let stated = (self.from..article).any(|i| self.token(i).is_some_and(|t| words::SETS.has(t, words::BEING | words::BECOMING)));
        let only = first.filter(|f| stated && people.all(|n| n.entity == f.entity));
        let pronoun = || (self.from..article).find_map(|i| self.token(i).filter(|t| is_subject(t)).and_then(|_| self.of_gender(i)));
        beside.or(only).map(|n| n.entity).or_else(|| pronoun().filter(|_| stated && first.is_none()))
    }
}

fn is_subject(t: &Token) -> bool {
    t.is(class::PRONOUN)
}
