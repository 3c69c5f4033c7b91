//! Which of those who have a role a phrase means: `the vice president` is not `the president`, nor `the Ohio Democrat` one of Georgia.

use super::super::Context;
use super::super::mention::RoleMention;
use super::frame::Frame;
use super::phrase::Phrase;
use crate::claim::entity;
use crate::lexicon::roles::{Modifier, RoleWord};
use crate::lexicon::status::RoleStatus;
use crate::lexicon::{class, word_sets};

word_sets! {
    /// Roles that many people have, so that one without a name is whoever was named nearby.
    MANY = 0: "held_by_many";
    /// Nobody is of two parties.
    PARTY = 1: "party_member";
}

/// Words that make another office of one; `the coach` may still be an assistant coach where the article has no other.
const ANOTHER: [&str; 10] = ["assistant", "associate", "deputy", "elect", "ex", "former", "incoming", "junior", "lieutenant", "retired"];
/// First words with which an office is never called by its last word alone.
const NEVER: [(&str, &str); 9] = [
    ("vice", ""),
    ("prime", "minister"),
    ("attorney", "general"),
    ("consul", "general"),
    ("governor", "general"),
    ("secretary", "general"),
    ("solicitor", "general"),
    ("surgeon", "general"),
    ("inspector", "general"),
];
/// How many of the last mentions of a role are asked, so that a list of thousands costs no more.
pub const NEAREST: usize = 64;
/// Somebody who has a role.
#[derive(Clone, Copy)]
pub struct Holder<'a> {
    /// Token where the role is mentioned.
    pub token: usize,
    pub entity: usize,
    title: &'a str,
    status: RoleStatus,
    home: Option<&'a str>,
}

impl<'a> Holder<'a> {
    pub fn new(cx: &'a Context<'a>, role: &'a RoleMention) -> Self {
        let of = role.of.as_deref().and_then(entity::place);
        // "D-Ga."
        let written = cx.tokens.span(role.tokens.clone()).of(cx.tokens.text);
        let home = of.or_else(|| written.split_once(['-', '‐', '‑']).filter(|(party, _)| party.len() == 1).map(|(_, state)| state));
        Holder { token: role.tokens.start, entity: role.entity, title: &role.title, status: role.status, home }
    }

    /// The role is one word, and not that of a former or deputy one.
    pub fn is_alone(&self) -> bool {
        !self.title.contains(' ') && self.status == RoleStatus::Current
    }

    fn is_called(&self, word: &str) -> bool {
        self.title.split(' ').rev().skip(1).any(|w| w == word) || self.status.prefix().trim_end() == word
    }
}

/// Who is meant by a role without a name.
pub struct Wanted<'a> {
    head: &'static str,
    /// The words before its head, in lower case.
    before: Vec<String>,
    /// Those words of `before` that make the office what it is.
    office: Vec<String>,
    /// A place among them.
    home: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    pub fn new(f: &Frame<'a>, phrase: &Phrase, role: RoleWord) -> Self {
        let last = phrase.core.end.saturating_sub(1);
        let words = || (phrase.core.start..last).filter(|i| !f.has(*i, class::ARTICLE | class::DETERMINER) && !f.word(*i).is_empty());
        let lower = |i: usize| f.word(i).to_lowercase();
        let makes = |i: &usize| f.token(*i).is_some_and(|t| f.cx.lexicon.roles.modifier(t.word) == Some(Modifier::Office));
        let place = |i: &usize| f.has(*i, class::PLACE) && f.token(*i).is_some_and(|t| t.is_capital());
        Wanted {
            head: role.title,
            before: words().map(lower).collect(),
            office: words().filter(makes).map(lower).collect(),
            home: words().find(place).map(|i| f.word(i)),
        }
    }

    /// The holder whom token `at` means; `holders` are in order of their mentions.
    pub fn among<'h>(&self, cx: &Context, holders: &'h [Holder<'h>], at: usize) -> Option<&'h Holder<'h>> {
        let behind = holders.partition_point(|h| h.token < at);
        let holders = &holders[behind.saturating_sub(NEAREST)..holders.len().min(behind + NEAREST)];
        let behind = behind.min(NEAREST);
        let sentence = |token: usize| cx.article.sentences.partition_point(|s| s.tokens.end <= token);
        let near = |h: &Holder| !SETS.holds(self.head, MANY) || sentence(at) <= sentence(h.token) + REACH;
        let fits = |h: &&Holder, rank: Rank| self.rank(h) == Some(rank) && !self.is_elsewhere(holders, h.entity);
        let of_rank = |rank: Rank| holders[..behind].iter().rev().find(|h| fits(h, rank)).filter(|h| near(h));
        let held = || holders.iter().any(|h| self.rank(h) == Some(Rank::Same));
        of_rank(Rank::Same).or_else(|| if held() { None } else { of_rank(Rank::Like) })
    }

    /// How well a role is the one that is meant; none where it is another.
    fn rank(&self, h: &Holder) -> Option<Rank> {
        let has = |word: &str| self.before.iter().any(|w| w == word);
        let never = |(word, head): &(&str, &str)| (head.is_empty() || *head == self.head) && has(word) != h.is_called(word);
        if NEVER.iter().any(never) || ANOTHER.iter().any(|w| has(w) && !h.is_called(w)) {
            return None;
        }
        if self.office.iter().any(|w| !h.is_called(w)) {
            return (h.title == self.head).then_some(Rank::Like);
        }
        Some(if ANOTHER.iter().any(|w| h.is_called(w) && !has(w)) { Rank::Like } else { Rank::Same })
    }

    /// The article gives somebody another home than the phrase.
    fn is_elsewhere(&self, holders: &[Holder], entity: usize) -> bool {
        let homes = || holders.iter().filter(|h| h.entity == entity).filter_map(|h| h.home);
        self.home.is_some_and(|place| homes().next().is_some() && !homes().any(|home| abbreviates(home, place)))
    }

    /// Somebody with these roles may be meant: no other party or home than the phrase gives is known of them.
    pub fn may_be<'h>(&self, roles: impl Iterator<Item = &'h Holder<'h>>) -> bool {
        let of_party = SETS.holds(self.head, PARTY);
        let mut roles = roles;
        !roles.any(|h| {
            of_party && SETS.holds(h.title, PARTY) && h.title != self.head
                || self.home.zip(h.home).is_some_and(|(place, home)| !abbreviates(home, place))
        })
    }

    /// Somebody without a name was introduced with all the words of the phrase: `a source` is not `the Ohio source`.
    pub fn was_introduced_as(&self, name: &str) -> bool {
        let has = |word: &String| name.split([' ', '-']).any(|w| w.eq_ignore_ascii_case(word));
        self.is_called(name) && self.before.iter().all(has)
    }

    /// Somebody without a name was called by the same office.
    pub fn is_called(&self, name: &str) -> bool {
        let has = |word: &str| name.split([' ', '-']).any(|w| w.eq_ignore_ascii_case(word));
        let apart = NEVER.iter().map(|(word, _)| *word).chain(ANOTHER);
        has(self.head) && apart.into_iter().all(|w| has(w) == self.before.iter().any(|b| b == w))
    }
}

/// Sentences back to which one of many is looked for.
const REACH: usize = 8;

#[derive(Clone, Copy, PartialEq)]
enum Rank {
    Same,
    /// A longer office that may be called by its head alone, or a head alone where the phrase has a longer office.
    Like,
}

/// `Ga.` of Georgia, `N.Y.` of New York: its letters in order, beginning with the first.
fn abbreviates(short: &str, place: &str) -> bool {
    let letters = |s: &str| s.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>();
    let (short, place) = (letters(short), letters(place));
    let mut rest = place.iter();
    short.first() == place.first() && short.iter().all(|c| rest.any(|p| p == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_abbreviated() {
        assert!(abbreviates("Ga.", "Georgia") && abbreviates("Calif.", "California") && abbreviates("georgia", "Georgia"));
        assert!(!abbreviates("Ga.", "California") && !abbreviates("Ore.", "Ohio"));
    }
}
