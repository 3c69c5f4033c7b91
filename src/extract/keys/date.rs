//! The key of a date: what happened then.

use std::ops::Range;

use super::{Clause, words};
use crate::claim::Key;
use crate::claim::entity;
use crate::extract::dates::governor::Governor;
use crate::extract::mention::NameMention;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, word_sets};

word_sets! {
    /// Verbs that do nothing but say.
    SAYING = 0: "only_saying";
}

impl Clause<'_> {
    /// The key of a date of this sentence: its concept is that of the verb or noun which governs it, else that of the nearest words; its
    /// subject that of the verb. `shown`: what the clause of the verb shows, if that is known.
    pub fn date_key(&self, date: usize, governor: Option<&Governor>, shown: Option<&'static str>, subject: Option<&NameMention>) -> Key {
        let d = &self.found.dates[date];
        let of_noun = matches!(governor, Some(Governor::Noun(_)));
        let spoken = !of_noun && self.beside(&d.tokens).any(|i| self.speaks(i)) && !self.is_of_a_participle(&d.tokens, governor)
            || self.is_of_a_statement(d.tokens.start);
        // a year in a name ("the 1976 act") dates nothing that is told beside it; in "the Expo 2009 keynote" it belongs to what is before
        let named_before = d.tokens.start > self.tokens.start && self.token(d.tokens.start - 1).is_capital();
        let numbered = matches!(governor, Some(Governor::Numbered(_))) && !named_before;
        // "Last week Lee said", "Lee, who leads the board, said on Monday": what was said is told by no word nearby
        let speaks = matches!(governor, Some(Governor::Verb(verb)) if self.says(*verb));
        let nearest = || if speaks { Some("said") } else { self.concept(&d.tokens, None, "date").filter(|_| !numbered) };
        let concept = || shown.or_else(|| governor.and_then(|g| self.governing_concept(g))).or_else(nearest);
        let concept = if spoken { Some(self.announced(&d.tokens).unwrap_or("said")) } else { concept() };
        let scope = self.scope(&d.tokens);
        // the place before a verb without a subject is where something happened
        let near = scope.subject.filter(|s| !matches!(governor, Some(Governor::Verb(_))) || !entity::is_place(s));
        let subject = subject.map(|n| self.found.entities[n.entity].id.as_str().into()).or(near);
        Key { time: None, concept: concept.map(Into::into), subject, ..scope }
    }

    /// The concept that a verb shows, or the last noun of a phrase that shows one.
    fn governing_concept(&self, governor: &Governor) -> Option<&'static str> {
        let words = match governor {
            Governor::Numbered(words) | Governor::Noun(words) => words.clone(),
            Governor::Verb(verb) => *verb..verb + 1,
        };
        let shown = |i: usize| {
            let (_, mut concepts) = self.cx.lexicon.concepts.at(self.cx.tokens.all, i)?;
            concepts.find(|c| c.dimensions.contains(&"date")).map(|c| c.name)
        };
        let tells = |i: &usize| self.tokens.contains(i) && self.token(*i).is(class::CONCEPT) && !self.strikes_no_blow(*i);
        let summoned = matches!(governor, Governor::Verb(verb) if self.is_summoned(*verb) && !self.cx.tokens.is_any(verb + 1, &["off", "a", "an", "the"]));
        let raised = matches!(governor, Governor::Verb(verb) if self.raises_alarm(*verb));
        if summoned || raised { Some("alarm") } else { words.rev().filter(tells).find_map(shown) }
    }

    /// "said in a statement Friday", "told reporters at a news conference on Monday".
    fn is_of_a_statement(&self, date: usize) -> bool {
        const REACH: usize = 7;
        let from = date.saturating_sub(REACH).max(self.tokens.start);
        let mut stated = false;
        for i in (from..date).rev() {
            let t = self.token(i);
            if words::SETS.has(t, words::STATEMENT) {
                stated = true;
            } else if t.is(class::CUE) {
                return stated;
            } else if !t.is(class::PREPOSITION | class::ARTICLE | class::DETERMINER) {
                return false;
            }
        }
        false
    }

    /// "The memo released on Friday alleges", "a letter, sent on Friday asking": the date is that of the participle before it, not of the
    /// verb of speech behind it.
    fn is_of_a_participle(&self, date: &Range<usize>, governor: Option<&Governor>) -> bool {
        let Some(Governor::Verb(verb)) = governor.filter(|_| self.tokens.contains(&date.end)) else { return false };
        let own = *verb < date.start && !self.token(*verb).is(class::CUE) && self.token(date.end).is(class::CUE);
        let goes_on = self.cx.tokens.str(date.end).ends_with("ing");
        own && (goes_on || (*verb..date.start).all(|i| !self.token(i).is_punct(',')))
    }

    /// The act that was made known: "announced Wednesday that Lee was fired".
    fn announced(&self, date: &Range<usize>) -> Option<&'static str> {
        const REACH: usize = 12;
        let known = date.start > self.tokens.start && self.cx.tokens.is_any(date.start - 1, &["announced", "confirmed"]);
        let clause = date.end + 1..(date.end + 1 + REACH).min(self.tokens.end);
        if !known || !self.cx.tokens.is(date.end, "that") {
            return None;
        }
        let to_come = |i: &usize| self.cx.tokens.is_any(*i, &["will", "would", "to", "plans", "may", "could"]);
        let told = |i: usize| self.governing_concept(&Governor::Verb(i)).filter(|_| self.is_past(i));
        clause.take_while(|i| !to_come(i)).find_map(told)
    }

    /// A past form of a verb.
    fn is_past(&self, i: usize) -> bool {
        let past = matches!(self.cx.lexicon.tense.get(self.token(i)), Some(TenseWord::Past | TenseWord::Bare));
        past || self.cx.tokens.str(i).ends_with("ed")
    }

    /// A verb of speech. Not "was called" to a place, "the bill", or a fight that "continued".
    fn speaks(&self, i: usize) -> bool {
        let determined = i > self.tokens.start && self.token(i - 1).is(class::ARTICLE | class::DETERMINER);
        self.token(i).is(class::CUE) && !determined && !self.is_summoned(i) && !self.cx.tokens.is(i, "continued")
    }

    /// A verb that does nothing but say: who endorses, accuses or orders somebody does more.
    fn says(&self, i: usize) -> bool {
        self.cx.tokens.is_in(i, &SETS, SAYING)
    }

    /// "A neighbour alerted the police"; "the alarm at the mill was raised".
    fn raises_alarm(&self, verb: usize) -> bool {
        const REACH: usize = 8;
        let raised = self.cx.tokens.is_any(verb, &["raised", "sounded"]);
        let before = verb.saturating_sub(REACH).max(self.tokens.start)..verb;
        self.cx.tokens.is(verb, "alerted") || raised && before.into_iter().any(|i| self.cx.tokens.is(i, "alarm"))
    }

    /// "Crews were called".
    fn is_summoned(&self, verb: usize) -> bool {
        let passive = verb > self.tokens.start && self.cx.tokens.is_any(verb - 1, &["was", "were", "been"]);
        passive && self.cx.tokens.is(verb, "called")
    }

    /// The tokens right before and right behind, a preposition between passed over.
    fn beside(&self, at: &Range<usize>) -> impl Iterator<Item = usize> {
        let step_over = |i: usize| self.tokens.contains(&i) && self.token(i).is(class::PREPOSITION);
        // "describing the May 4 attack"
        let attribute = self.token(at.start).is(class::ARTICLE);
        let before = at.start.checked_sub(1).filter(|_| !attribute).map(|i| if step_over(i) { i.saturating_sub(1) } else { i });
        [before, Some(at.end)].into_iter().flatten().filter(|i| self.tokens.contains(i))
    }
}
