//! Roles that other words than their own noun give: `one of Berg's lawyers`, `on parole`.

use std::borrow::Cow;

use super::super::Context;
use super::office::{Head, Office, OfficeReader};
use crate::claim::RoleStatus;
use crate::lexicon::class;
use crate::lexicon::roles::RoleKind;

/// Tokens between `one of` and the noun.
const LONGEST: usize = 8;

/// What `on` says of somebody's state before the law, and the noun for who is in it.
const STATES: [(&str, &str); 3] = [("parole", "parolee"), ("probation", "probationer"), ("bail", "defendant")];

impl OfficeReader<'_> {
    /// `on parole` at a token.
    pub fn state(&self, at: usize) -> Option<Office> {
        let (_, title) = STATES.iter().find(|(noun, _)| self.is(at, &["on"]) && self.is(at + 1, &[noun]))?;
        Some(Office {
            tokens: at..at + 2,
            title: (*title).to_owned(),
            status: RoleStatus::Current,
            of: None,
            determined: false,
            possessed: false,
            kind: RoleKind::Office,
        })
    }

    /// `one of Berg's lawyers` from a token on.
    pub fn one_of(&self, start: usize, end: usize) -> Option<Office> {
        let of = self.is(start, &["one"]) && self.is(start + 1, &["of"]);
        let mut phrase = (start + 2..end.min(start + 2 + LONGEST)).take_while(|i| of && self.may_modify(*i));
        let head = phrase.find_map(|i| self.several(i))?;
        Some(Office { tokens: start..head.end, determined: true, ..self.office(start + 2, head) })
    }

    /// `one of Berg's lawyers` before token `end`.
    pub fn one_of_ending(&self, from: usize, end: usize) -> Option<Office> {
        end.checked_sub(1).and_then(|last| self.several(last))?;
        let start = (from.max(end.saturating_sub(LONGEST + 2))..end).rev().find(|i| self.is(*i, &["one"]))?;
        self.one_of(start, end).filter(|o| o.tokens.end == end)
    }

    /// The head that a plural noun is: `lawyers`, `sons`, `Sens.`.
    pub(super) fn several(&self, at: usize) -> Option<Head> {
        let (l, word) = (self.cx.lexicon, self.token(at)?.word);
        let noun = l.roles.get(word).filter(|r| r.plural && r.kind != RoleKind::Person).map(|r| (r.title, r.kind));
        let kin = || l.kinship.get(word).filter(|k| k.plural).map(|k| (k.singular, RoleKind::Relation));
        let short = || l.titles.get(word).filter(|_| is_in_short(self.cx, at)).and_then(|t| t.office).map(|o| (o, RoleKind::Office));
        let code = || l.roles.code(self.cx.tokens.all, self.cx.tokens.text, at).filter(|c| c.plural).map(|c| (c.title, RoleKind::Office));
        let Some((title, kind)) = noun.or_else(kin).or_else(short).or_else(code) else { return several_in_words(self.cx, at) };
        let end = at + 1 + self.is_abbreviation_stop(at + 1) as usize;
        Some(Head { at, end, title: Cow::Borrowed(title), kind })
    }
}

/// `Sens.`: an office in the plural, in short.
pub(super) fn is_in_short(cx: &Context, at: usize) -> bool {
    cx.tokens.is_any(at, &["govs", "profs", "reps", "sens"])
}

/// The phrase in the plural that ends with the word at token `last`: `tight ends`.
pub(super) fn several_in_words(cx: &Context, last: usize) -> Option<Head> {
    const WORDS: usize = 2;
    cx.tokens.get(last).filter(|t| t.is(class::ROLE_END))?;
    (0..WORDS).rev().filter_map(|back| last.checked_sub(back)).find_map(|at| {
        let (n, phrase) = cx.lexicon.roles.phrase(cx.tokens.all, at).filter(|(n, p)| p.plural && at + n == last + 1)?;
        Some(Head { at, end: at + n, title: Cow::Borrowed(phrase.title), kind: RoleKind::Office })
    })
}
