//! Whether one side is told as a fact, and in which time.

use super::Clause;
use super::words::{self, is_of};
use crate::claim::{Modality, Tense};
use crate::extract::events::{mood, saying};
use crate::lexicon::event_words as sets;
use crate::lexicon::events::Forms;

/// How a side is told.
pub struct Mood {
    pub modality: Modality,
    /// Before which token the subject ends.
    pub subject_end: usize,
}

impl Clause<'_> {
    /// None where it is left open whether it happens.
    pub fn mood(&self) -> Option<Mood> {
        let (s, g) = (self.scene, self.group);
        let said = match g.to {
            Some(to) => self.governed(to)?,
            None => Mood { modality: g.modality, subject_end: g.start },
        };
        let reported = g.would && saying::reported(s, self.at).is_some();
        let open = mood::is_supposed(s, self.at) || mood::is_asked(s) || mood::is_awaited(s, g);
        let would_not = g.would && !reported || self.is_hearsay(said.subject_end);
        let modality = match said.modality {
            // what was then to come
            Modality::Possible if reported => Modality::Planned,
            m @ (Modality::Done | Modality::Planned | Modality::Negated) => m,
            _ => return None,
        };
        (!open && !would_not && !self.is_modal()).then_some(Mood { modality, ..said })
    }

    /// What the word before `to` makes of it: `agreed to buy`, `failed to warn`.
    fn governed(&self, to: usize) -> Option<Mood> {
        let s = self.scene;
        let not = s.is(to.wrapping_sub(1), &["not", "never"]);
        let control = mood::governed(s, self.before_date(to));
        let modality = match if self.is_heading(to) { Modality::Planned } else { control.modality } {
            Modality::Planned | Modality::Done if not => Modality::Negated,
            m => m,
        };
        // "did not mean to shoot": whether it was done is another matter
        let word = self.before_date(to).wrapping_sub(1);
        let done = s.among(word, sets::DID_NOT.and(sets::DID).and(sets::BALKS)) || not;
        let intends =
            s.among(word, sets::PLANS.and(sets::AIMS)) && !(word.saturating_sub(3)..word).any(|i| s.is(i, &["did", "didn't", "had"]));
        if modality == Modality::Negated && !done && !intends {
            return None;
        }
        Some(Mood { modality: mood::stronger(self.group.modality, modality), subject_end: control.subject_end.unwrap_or(to) })
    }

    /// The token of `to`, or the first of the date before it: `agreed on Monday to buy`.
    fn before_date(&self, to: usize) -> usize {
        let s = self.scene;
        s.date_ending(to).map_or(to, |d| d.tokens.start - s.is(d.tokens.start.wrapping_sub(1), &["on", "in"]) as usize)
    }

    /// `Norvane to cut jobs`: a plan in the manner of headings.
    fn is_heading(&self, to: usize) -> bool {
        let s = self.scene;
        let heads = s.name_ending(to).is_some_and(|n| n.tokens.start <= s.tokens.start + 2);
        heads && !s.is_punct(s.tokens.end.wrapping_sub(1), &['.', '?', '!'])
    }

    /// `could not find`, `may not pay`, `should not have left`: no word on whether it was done, or not on that alone.
    fn is_modal(&self) -> bool {
        (self.group.start..self.at).any(|i| is_of(self.scene, i, words::MODAL))
    }

    /// `reports that the firm paid`: what a noun of hearsay holds is not told as a fact.
    fn is_hearsay(&self, subject_end: usize) -> bool {
        const REACH: usize = 12;
        let s = self.scene;
        let from = subject_end.saturating_sub(REACH).max(s.tokens.start + 1);
        let supposed = |i: usize| is_of(s, i, words::SUPPOSING) && i < subject_end;
        // "feared Anna Holm was dead"
        let bare = s.name_ending(subject_end).and_then(|n| n.tokens.start.checked_sub(1)).is_some_and(|i| s.among(i, sets::HEARSAY));
        bare || (from - 1..self.at).any(|i| s.is(i, &["that", "of"]) && s.among(i.wrapping_sub(1), sets::HEARSAY) || supposed(i))
    }

    /// `denied that it had bought`
    pub fn is_denied(&self) -> bool {
        saying::reported(self.scene, self.at).is_some_and(|said| saying::is_said_with(self.scene, said, sets::DENIES))
    }

    /// A negation that leaves it open whether it was done otherwise or later: `has not yet signed`, `did not resign because of`.
    pub fn is_hedged(&self, end: usize) -> bool {
        const REACH: usize = 14;
        let s = self.scene;
        let beside = (self.group.start..self.at).any(|i| s.among(i, sets::HEDGES));
        let yet = is_of(s, self.group.to.unwrap_or(0).wrapping_sub(1), words::NOT_YET);
        let clause = || (self.at + 1..(end + REACH).min(s.tokens.end)).take_while(|i| !s.is_punct(*i, &[',', ';', ':', '.']));
        // "is not treated as suspicious"
        let own = |i: usize| s.token(i).is_some_and(|t| self.verb.following.contains(&t.word));
        let until = clause().any(|i| is_of(s, i, words::LIMITING) && !(s.is(i, &["any", "as"]) && i < end) && !own(i));
        let also = clause().any(|i| s.among(i, sets::HEDGES));
        beside || yet || until || also
    }

    pub fn tense(&self, modality: Modality) -> Tense {
        let (s, g) = (self.scene, self.group);
        // "will be able to play"
        let from = g.to.map_or(g.start, |to| to.saturating_sub(4).max(s.tokens.start));
        let word = |words: &[&str]| (from..self.at).any(|i| s.is(i, words));
        let governed = g.to.is_some() && modality == Modality::Planned
            || g.to.is_some_and(|to| (to.saturating_sub(3)..to).any(|i| s.among(i, sets::PLANS)));
        if modality == Modality::Planned || governed || word(&["will", "shall", "won't", "'ll", "would", "wouldn't"]) {
            return Tense::Future;
        }
        let gerund = self.forms.has(Forms::GERUND) && word(&["is", "are", "isn't", "aren't"]);
        let present = !g.have && !self.forms.has(Forms::PAST) && g.start == self.at
            || gerund
            || self.verb.lemma == "be" && s.is(self.at, &["is", "are"]);
        if present || word(&["does", "do", "doesn't", "don't"]) {
            return Tense::Present;
        }
        if word(&["has", "have", "hasn't", "haven't"]) { Tense::Perfect } else { Tense::Past }
    }
}
