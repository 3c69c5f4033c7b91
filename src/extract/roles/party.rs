//! The party of a person as a role: `Lee, a registered Republican,`; `Lee (R-Calif.)`; `Democrat Ann Lee`.

use std::ops::Range;

use super::super::mention::{NameMention, RoleMention};
use super::Binder;
use crate::claim::RoleStatus;
use crate::lexicon::class;

/// Who is of a party, and the letter that stands for it.
const PARTIES: [(&str, &str); 4] = [("democrat", "d"), ("republican", "r"), ("independent", "i"), ("libertarian", "l")];
/// Words between an article and the party.
const GRADES: usize = 3;
/// Before a party: who leads its members in a committee.
const LEADING: [&str; 4] = ["leading", "ranking", "senior", "top"];
/// Tokens to the noun for what they are on: `the Senate Armed Services Committee`.
const COMMITTEE: usize = 7;
/// What that is called.
const RANKING: &str = "ranking member";

impl Binder<'_> {
    /// The party that stands beside a name, behind it or before. `from`, `to`: the tokens of its sentence.
    pub(super) fn party(&self, from: usize, to: usize, name: &NameMention) -> Option<RoleMention> {
        let end = self.reader.behind_name(name);
        let (tokens, title) = self
            .in_short(end)
            .or_else(|| self.as_member(self.particulars_end(end, to), to))
            .or_else(|| name.tokens.start.checked_sub(1).filter(|i| *i >= from).and_then(|i| Some((i..i + 1, self.member(i)?))))?;
        let status = tokens.clone().find_map(|i| self.cx.lexicon.status.get(self.cx.tokens.get(i)?.word)).unwrap_or(RoleStatus::Current);
        let span = self.cx.tokens.span(tokens.clone());
        Some(RoleMention { span, tokens, entity: name.entity, title: title.to_owned(), status, of: None })
    }

    /// `(R-Calif.)`, `(D)`; `, D-N.Y.,`; `, D-Nev.` at the end.
    fn in_short(&self, mark: usize) -> Option<(Range<usize>, &'static str)> {
        const LONGEST: usize = 6;
        let letter = self.cx.tokens.get(mark + 1).filter(|t| t.is_capital()).map(|_| mark + 1)?;
        let (title, _) = PARTIES.iter().find(|(_, short)| self.is(letter, &[short]))?;
        let place = self.reader.is_hyphen(letter + 1);
        let bracket = self.is_punct(mark, &['(']);
        let close = if bracket { ')' } else { ',' };
        let inside = |i: usize| self.cx.tokens.get(i).is_some_and(|t| !t.is_word() || t.is_capital());
        let closing = (letter + 1..letter + 2 + LONGEST).take_while(|i| inside(*i)).find(|i| self.is_punct(*i, &[close]));
        // "Lee, D-Nev." at the end of a sentence
        let open = || place && !bracket && self.cx.tokens.get(letter + 2).is_some_and(|t| t.glued() && t.is_capital());
        let end = closing.or_else(|| open().then_some(letter + 3))?;
        let whole = bracket && (place || end == letter + 1) || self.is_punct(mark, &[',']) && place;
        whole.then_some((letter..end, *title))
    }

    /// `, a registered Republican,`; `, Republican of Maine`; `is a Democrat`; `, top Democrat on the Harbour Committee,`.
    fn as_member(&self, at: usize, to: usize) -> Option<(Range<usize>, &'static str)> {
        let being = self.verb_of_being(at + self.is_punct(at, &[',']) as usize).map(|(start, _)| start);
        let start = being.or_else(|| self.is_punct(at, &[',']).then_some(at + 1))?;
        let article = self.cx.tokens.get(start).is_some_and(|t| t.is(class::ARTICLE));
        let first = start + article as usize;
        let grade = |i: &usize| self.cx.tokens.get(*i).is_some_and(|t| t.is_word() && !t.is_capital() || self.reader.is_hyphen(*i));
        let leading = self.is(first, &LEADING);
        let head = first + (first..first + GRADES).take_while(|i| (article || leading) && grade(i)).count();
        let title = self.member(head)?;
        let committee = |i: usize| self.is(i, &["committee", "panel", "subcommittee"]);
        if leading && self.is(head + 1, &["on"]) && (head + 2..to.min(head + 2 + COMMITTEE)).any(committee) {
            return Some((first..head + 1, RANKING));
        }
        (article || being.is_none() && self.is(head + 1, &["of", "from"])).then_some(())?;
        self.reader.closes(head + 1, to).then_some((first..head + 1, title))
    }

    /// The party of which the word at a token names a member.
    fn member(&self, i: usize) -> Option<&'static str> {
        let written = |(title, short): &&(&'static str, &str)| *short != "i" && self.is(i, &[title]);
        let capital = self.cx.tokens.get(i).is_some_and(|t| t.is_capital());
        PARTIES.iter().find(written).filter(|_| capital).map(|(title, _)| *title)
    }
}
