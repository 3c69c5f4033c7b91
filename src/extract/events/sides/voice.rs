//! How a verb of one side stands in its clause: the words that must follow it, and who does it to whom.

use super::Clause;
use super::words;
use crate::extract::events::party::Party;
use crate::extract::events::scene::Scene;
use crate::extract::mention::NameKind;
use crate::lexicon::class;
use crate::lexicon::event_words as sets;
use crate::lexicon::events::{A_NUMBER, Forms, Frame, Verb};
use crate::text::WordId;

/// Tokens behind a verb in which the words that must follow it begin.
const REACH: usize = 10;

/// The words behind a verb, by which most of the verbs that it may be are dismissed at once.
pub struct Behind([WordId; REACH]);

impl Behind {
    pub fn of(scene: &Scene, at: usize) -> Self {
        Behind(std::array::from_fn(|n| scene.token(at + 1 + n).map_or(0, |t| t.word)))
    }

    /// What must follow a verb may follow it here.
    pub fn may_follow(&self, verb: &Verb) -> bool {
        verb.following.first().is_none_or(|word| *word == A_NUMBER || self.0.contains(word))
    }
}

#[derive(Clone, Copy, PartialEq)]
pub enum Voice {
    Active,
    Passive,
    /// `denied dumping`
    Denied,
}

impl Clause<'_> {
    /// The token behind the words that must follow the verb; some of them may stand behind the object.
    pub fn particle(&self) -> Option<usize> {
        let (s, following) = (self.scene, &self.verb.following);
        let Some(last) = following.last() else { return Some(self.at + 1) };
        let from = self.at + 1 + s.is_adverb(self.at + 1) as usize;
        if let Some(end) = [self.at + 1, from].into_iter().find_map(|start| self.behind_words(start)) {
            return Some(end);
        }
        let apart = words::SETS.get(*last) & words::ADVERBIAL != 0 && self.verb.frame == Frame::Act;
        // "treat the fire in Lund | as suspicious"
        let ends = if following.len() > 1 { class::CONJUNCTION } else { class::PREPOSITION | class::CONJUNCTION };
        let object = |i: &usize| s.token(*i).is_some_and(|t| t.punct().is_none()) && !s.has(*i, ends);
        let mut near = self.at + 2..(self.at + REACH).min(s.tokens.end);
        let start = near.find(|i| self.behind_words(*i).is_some() || !object(i)).filter(|_| apart)?;
        self.behind_words(start).map(|_| self.at + 1)
    }

    /// The token behind the words that must follow the verb, where they begin at a token.
    fn behind_words(&self, start: usize) -> Option<usize> {
        const LONGEST: usize = 4;
        let s = self.scene;
        let number =
            |i: &usize| s.token(*i).is_some_and(|t| t.is_number()) || s.has(*i, class::NUMBER) || s.is(*i, &["a", "few", "several"]);
        self.verb.following.iter().try_fold(start, |at, word| {
            let step = match *word {
                A_NUMBER => (at..at + LONGEST).take_while(number).count(),
                word => s.token(at).is_some_and(|t| t.word == word) as usize,
            };
            (step > 0).then_some(at + step)
        })
    }

    pub fn voice(&self, behind: usize) -> Option<Voice> {
        let (s, g) = (self.scene, self.group);
        let active = |form: Forms| self.forms.has(form).then_some(Voice::Active);
        if self.verb.lemma == "be" {
            return Some(Voice::Active);
        }
        if self.forms.has(Forms::GERUND) {
            let denied = s.among(g.start.wrapping_sub(1), sets::DENIES);
            return if g.be { Some(Voice::Active) } else { denied.then_some(Voice::Denied) };
        }
        if g.bare {
            return active(Forms::BASE);
        }
        if g.have {
            return active(Forms::PARTICIPLE);
        }
        if g.be {
            return (self.verb.frame == Frame::Act && self.forms.has(Forms::PARTICIPLE)).then_some(Voice::Passive);
        }
        (!self.is_wished() && self.is_finite(behind)).then_some(Voice::Active)
    }

    /// A form of a wish, behind a subject that asks for another: `suggested that she step down`.
    fn is_wished(&self) -> bool {
        let (s, start) = (self.scene, self.group.start);
        let plural = |p: Party| {
            s.is_group(p.head) || s.cx.lexicon.plurals.is_plural(&s.word(p.head).to_lowercase()) || !s.joined_before(&p).is_empty()
        };
        let person = s.name_ending(start).is_some_and(|n| n.kind == NameKind::Person) && !s.is(self.at.wrapping_sub(2), &["and"]);
        let base = self.forms.has(Forms::BASE) && !self.forms.has(Forms::PAST);
        base && (person || !s.party_before(start).is_some_and(plural))
    }

    /// Without an auxiliary: a subject stands before it, and an object behind it where it takes one.
    fn is_finite(&self, behind: usize) -> bool {
        let (s, start) = (self.scene, self.group.start);
        let before = start.wrapping_sub(1);
        let determined = s.has(before, class::ARTICLE | class::DETERMINER | class::PREPOSITION) || s.is_clitic(before);
        let named = || s.name_ending(start).is_some() || s.party_before(start).is_some();
        let opens = self.verb.frame != Frame::Act || s.party_after(behind).is_some();
        !determined && opens && named()
    }
}
