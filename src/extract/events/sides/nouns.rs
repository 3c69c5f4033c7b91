//! The nouns and the number that tell whom and what one side is about, where no name does.

use super::Clause;
use super::words::{self, is_of};
use crate::claim::{Short, Side};
use crate::extract::events::party::Party;
use crate::extract::events::told::Told;
use crate::lexicon::class;
use crate::lexicon::event_words as sets;
use crate::lexicon::events::Object;
use crate::lexicon::numbers::NumberWord;

/// What stands where a named subject would.
enum Subject {
    /// The token of a noun.
    Noun(usize),
    /// A word for somebody named elsewhere.
    Pronoun,
}

impl Clause<'_> {
    /// Adds to a side the nouns and the number of whom and what it is told.
    pub fn nouns(&self, told: &Told, side: Side) -> Side {
        let s = self.scene;
        let subject = if matches!(self.verb.object, Object::Of(_)) { self.company_noun(told) } else { self.subject_noun(told) };
        let noun = match subject {
            Some(Subject::Noun(at)) => Some(at),
            _ => None,
        };
        Side {
            subject: noun.map(|at| s.stem(at)),
            body: noun.is_some_and(|at| is_of(s, at, words::BODY)),
            pronoun: matches!(subject, Some(Subject::Pronoun)),
            number: self.number(told),
            of: self.of(told),
            sort: self.sort(told),
            ..side
        }
    }

    /// For shares: the company as it is written, where nothing else shows that it is one.
    fn company_noun(&self, told: &Told) -> Option<Subject> {
        const REACH: usize = 3;
        let s = self.scene;
        let share = told.agents.iter().find(|p| p.entity.is_none())?;
        let written = |i: &usize| {
            s.token(*i).is_some_and(|t| t.is_word() && t.is_capital())
                && !s.has(*i, class::ARTICLE | class::DETERMINER | class::PRONOUN | class::PREPOSITION)
        };
        let before = (share.start..share.head).rev().find(written);
        let behind = || (share.head + 1..share.head + 1 + REACH).find(|i| s.is(share.head + 1, &["in", "of"]) && written(i));
        let noun = || s.is(share.head + 1, &["in", "of"]).then(|| s.party_after(share.head + 2)).flatten().map(|(p, _)| p.head);
        let pointed = || (share.start..share.head).any(|i| s.is(i, &["its", "the", "their"]));
        let named = before.or_else(behind).or_else(noun).map(Subject::Noun);
        named.or_else(|| pointed().then_some(Subject::Pronoun))
    }

    fn subject_noun(&self, told: &Told) -> Option<Subject> {
        let first = told.agents.iter().find(|p| !p.nobody)?;
        let named = told.agents.iter().any(|p| p.entity.is_some());
        let subject = if self.scene.has(first.head, class::PRONOUN) { Subject::Pronoun } else { Subject::Noun(first.head) };
        (!named).then_some(subject)
    }

    /// The number before the noun of the object, in figures where a word tells it.
    fn number(&self, told: &Told) -> Option<Short> {
        let s = self.scene;
        let object = told.objects.first()?;
        let number = |i: &usize| s.token(*i).is_some_and(|t| t.is_number()) || s.has(*i, class::NUMBER) && !s.has(*i, class::ORDINAL);
        let at = (object.start..object.head).find(number)?;
        Some(match s.token(at).and_then(|t| s.cx.lexicon.numbers.get(t)) {
            Some(NumberWord::Digit(n) | NumberWord::Ten(n) | NumberWord::Group(n)) => Short::from(n.to_string()),
            _ => Short::from(s.word(at).to_lowercase().replace(',', "")),
        })
    }

    /// The noun behind the object that says what the object is of.
    fn of(&self, told: &Told) -> Option<Short> {
        let s = self.scene;
        let head = told.objects.first().filter(|p| p.entity.is_none())?.head;
        let (party, _) =
            s.is(head + 1, &["of", "for", "at", "between", "by", "in", "on", "with"]).then(|| s.party_after(head + 2)).flatten()?;
        (s.is_lower(party.head) && s.date_at(party.head).is_none()).then(|| s.stem(party.head))
    }

    /// `smoke | alarm`, `burglar | alarm`
    fn sort(&self, told: &Told) -> Option<Short> {
        let s = self.scene;
        let alarm = |p: &&Party| s.among(p.head, sets::ALARMS);
        let party = told.agents.iter().chain(&told.objects).find(alarm).filter(|p| p.start < p.head)?;
        let at = party.head - 1;
        let light = class::FUNCTION | class::NEGATION | class::NUMBER;
        (s.token(at).is_some_and(|t| t.is_word()) && !s.has(at, light)).then(|| Short::from(s.word(at).to_lowercase()))
    }
}
