//! Who is to be given an office and who belongs to a body, which the office and the body say: `nominee for surgeon general`, `the mayor's
//! pick for fire chief`, `member of the harbour board`.

use std::borrow::Cow;

use super::office::{Head, OfficeReader};
use super::words;
use crate::lexicon::class;
use crate::lexicon::roles::{Modifier, RoleKind};
use crate::text::Token;

/// Tokens of the office that a nominee is named for.
const LONGEST_POST: usize = 8;
/// Tokens between `member of` and the body.
const LONGEST_BODY: usize = 9;

/// Offices and how they stand before `candidate`.
const ADJECTIVES: [(&str, &str); 5] = [
    ("president", "presidential"),
    ("vice president", "vice presidential"),
    ("governor", "gubernatorial"),
    ("mayor", "mayoral"),
    ("senator", "senate"),
];

impl OfficeReader<'_> {
    /// `pick`, `choice`, where an office follows.
    pub fn choice(&self, at: usize) -> Option<(&'static str, RoleKind)> {
        let noun = self.token(at).is_some_and(|t| words::SETS.has(t, words::CHOICE));
        (noun && self.post(at + 1).is_some()).then_some(("nominee", RoleKind::Office))
    }

    /// Takes the post behind the head: `nominee | for U.S. surgeon general`.
    pub(super) fn for_post(&self, mut head: Head) -> Head {
        if let Some((title, end)) = self.post(head.end) {
            head.title = Cow::Owned(format!("{title} {}", head.title));
            head.end = end;
        }
        head
    }

    /// The post that `for`, `to be` or `as` at a token leads to: its title and the token behind it.
    fn post(&self, at: usize) -> Option<(String, usize)> {
        let start = match () {
            () if self.is(at, &["for", "as"]) => at + 1,
            () if self.is(at, &["to"]) && self.is(at + 1, &["be", "become"]) => at + 2,
            () => return None,
        };
        let mut i = start;
        let mut found: Option<Head> = None;
        while i < start + LONGEST_POST && self.may_modify(i) {
            let plain = !self.token(i).is_some_and(|t| words::SETS.has(t, words::CHOICE | words::SEEKING));
            let head = plain.then(|| self.head(i)).flatten().filter(|h| h.kind == RoleKind::Office).map(|h| self.with_plain_tail(h));
            i = head.as_ref().map_or(i + 1, |h| h.end);
            found = head.or(found);
        }
        let post = found.filter(|h| h.end == i && !self.is_clitic(h.end))?;
        Some((adjective(&self.title(start, &post)).to_owned(), post.end))
    }

    /// `his nominee for surgeon general` before token `end`: the nominee, whose the name behind is.
    pub(super) fn nominee_ending(&self, from: usize, end: usize) -> Option<Head> {
        let joint = (from.max(end.saturating_sub(LONGEST_POST))..end).rev().find(|i| self.is(*i, &["for", "be", "as"]))?;
        let joint = if self.is(joint, &["be"]) { joint.checked_sub(1).filter(|i| self.is(*i, &["to"]))? } else { joint };
        let noun = joint.checked_sub(1).filter(|i| *i >= from)?;
        let names = self.token(noun).is_some_and(|t| words::SETS.has(t, words::SEEKING | words::CHOICE));
        let head = names.then(|| self.head(noun)).flatten().map(|h| self.for_post(h))?;
        (head.end == end).then_some(head)
    }

    /// A word of the post before `nominee`: `surgeon general`, `Supreme Court`.
    pub(super) fn is_post(&self, i: usize) -> bool {
        let t = self.token(i);
        t.is_some_and(|t| {
            t.is_word() && (t.is(class::TITLE) && t.is(class::ROLE) || words::SETS.has(t, words::MEMBERSHIP)) || self.is_court(i)
        })
    }

    fn is_court(&self, i: usize) -> bool {
        self.is(i, &["court"])
    }

    /// A member of something that the phrase names is what its title says: `gang member`, `member of the city council`.
    pub(super) fn member(&self, start: usize, mut head: Head) -> Head {
        if head.title != "member" {
            return head;
        }
        let body = |t: &Token| words::SETS.has(t, words::MEMBERSHIP) || self.cx.lexicon.roles.modifier(t.word) == Some(Modifier::Office);
        if head.at > start && self.token(head.at - 1).is_some_and(body) {
            head.kind = RoleKind::Office;
        } else if let Some(noun) = self.body_behind(head.end) {
            head.title = Cow::Owned(format!("{noun} member"));
            head.kind = RoleKind::Office;
        }
        head
    }

    /// The noun for the body in `of the harbour board`, lower case. `at` is the token of `of`.
    fn body_behind(&self, at: usize) -> Option<String> {
        let inside = |i: &usize| self.token(*i).is_some_and(|t| t.is_word() && (t.is_capital() || !t.is(class::FUNCTION | class::CUE)));
        let article = at + 1 + self.has(at + 1, class::ARTICLE | class::DETERMINER) as usize;
        let mut phrase = (article..article + LONGEST_BODY).take_while(inside).filter(|_| self.is(at, &["of"]));
        let noun = phrase.find(|i| self.token(*i).is_some_and(|t| words::SETS.has(t, words::MEMBERSHIP)))?;
        Some(self.cx.tokens.str(noun).to_lowercase())
    }
}

/// How an office stands before `nominee`: "presidential" for "president".
fn adjective(title: &str) -> &str {
    ADJECTIVES.iter().find(|(office, _)| *office == title).map_or(title, |(_, adjective)| adjective)
}
