//! What a sentence goes on to tell of something long past: "The last one, in March 2003, hit Corvel. It killed 40 people and injured 300."

use super::{Clause, ENTITIES, inside};
use crate::claim::{Key, Short};
use crate::extract::mention::{DateMention, NameKind};
use crate::lexicon::class;
use crate::text::form;
use crate::value::Interval;

/// A date that lies so far from the report is not of what it reports; times so far apart belong to two stories in comparing as well.
const DAYS: i32 = 45;
/// How many sentences may go on about one thing.
const SENTENCES: usize = 3;

impl Clause<'_> {
    /// Gives a figure without a date of its own the date and places of the earlier sentence whose past event its own goes on to tell of.
    pub(super) fn go_on(&self, key: &mut Key) {
        if key.time.is_some() || !self.goes_on(self.sentence) {
            return;
        }
        let Some(first) = (1..=SENTENCES.min(self.sentence)).map(|n| self.sentence - n).find(|s| !self.goes_on(*s)) else { return };
        let Some(time) = self.past_of(first) else { return };
        key.time = Some(time);
        if key.places.is_empty() {
            key.places = self.places_of(first);
        }
    }

    /// The sentence begins with "it", or with the noun that the one before has introduced: "a quake … The quake was".
    fn goes_on(&self, sentence: usize) -> bool {
        const OPENING: usize = 2;
        let Some(tokens) = self.cx.article.sentences.get(sentence).map(|s| s.tokens.clone()).filter(|t| t.len() > OPENING) else {
            return false;
        };
        if sentence == 0 || self.token(tokens.start).has(form::PARAGRAPH) && !self.cx.tokens.is(tokens.start, "it") {
            return false;
        }
        let verb = self.token(tokens.start + 1).is(class::AUXILIARY | class::VERB | class::TENSE | class::CONCEPT);
        let noun = tokens.start + 1;
        self.cx.tokens.is(tokens.start, "it") && verb || self.cx.tokens.is(tokens.start, "the") && self.is_introduced(noun, sentence - 1)
    }

    /// The sentence has the noun behind "a" among its first words; only these, so that a long one is not searched for every figure of the
    /// next.
    fn is_introduced(&self, noun: usize, sentence: usize) -> bool {
        const PHRASE: usize = 4;
        const LOOKED_AT: usize = 60;
        let tokens = self.cx.article.sentences[sentence].tokens.clone();
        let word = self.cx.tokens.str(noun);
        let again = |i: &usize| self.cx.tokens.str(*i) == word;
        let led = |i: usize| (i.saturating_sub(PHRASE).max(tokens.start)..i).any(|a| self.cx.tokens.is_any(a, &["a", "an", "another"]));
        tokens.clone().take(LOOKED_AT).find(again).is_some_and(led)
    }

    /// The date of a sentence that has no other, if it is long past.
    fn past_of(&self, sentence: usize) -> Option<Short> {
        let tokens = self.cx.article.sentences[sentence].tokens.clone();
        let dates: &[DateMention] = &self.found.dates[inside(&self.found.dates, &tokens, |d| &d.tokens)];
        let (published, [only]) = (self.cx.published?, dates) else { return None };
        let edtf = only.date.edtf.as_ref()?;
        let days = Interval::parse(edtf)?;
        let before = days.after.until(published).ok()?.get_days();
        (before > DAYS).then(|| edtf.clone())
    }

    fn places_of(&self, sentence: usize) -> Vec<Short> {
        let tokens = self.cx.article.sentences[sentence].tokens.clone();
        let names = &self.found.names[inside(&self.found.names, &tokens, |n| &n.tokens)];
        let mut out: Vec<Short> = Vec::new();
        for n in names.iter().take(ENTITIES).filter(|n| n.kind == NameKind::Place && !n.metonym) {
            let id = self.found.entities[n.entity].id.as_str();
            if !out.iter().any(|p| p == id) {
                out.push(id.into());
            }
        }
        out
    }
}
