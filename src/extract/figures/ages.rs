//! Ages: `31-year-old`, `ten months of age`, `aged 31`, `a man of 31`, `Smith, 31,`, `who was 10`, `dead at 28`, `adults over 21`, `21 or
//! older`.

use crate::claim::Name;
use crate::lexicon::{class, stem, word_sets};
use crate::text::form;
use crate::value::number::Form;
use crate::value::{Amount, Dimension};

use super::draft::{Draft, Value};
use super::measure::Measured;
use super::reader::Reader;

word_sets! {
    /// Nouns for one person, of whom "of 71" tells the age.
    SOMEBODY = 0: "somebody";
    /// What stands between who is so old and the number: `was only 43`.
    BEFORE_AGE = 1: "before_age";
    /// Pronouns for people of any sort.
    ANYBODY = 2: "anybody";
}

impl Reader<'_> {
    /// The index behind an age and its unit, if the value is one.
    pub fn age(&self, draft: &Draft, last: &Measured) -> Option<(usize, Name)> {
        if let Some(unit) = draft.measure.as_ref().filter(|m| m.dimension == Dimension::Duration).map(|m| m.unit.clone()) {
            let before = self.is_aged(draft).then_some(draft.tokens.end);
            return self.old(draft.tokens.end).or(before).map(|end| (end, unit));
        }
        if draft.measure.is_some() || !possible(draft, last) {
            return None;
        }
        if ["yo", "y/o"].iter().any(|w| self.tokens.is(draft.tokens.end, w)) {
            return Some((draft.tokens.end + 1, "year".into()));
        }
        let told = self.is_of_one_among(draft)
            || self.is_aged(draft)
            || self.is_apposed(draft)
            || self.is_said_of_person(draft)
            || self.is_said_of_several(draft)
            || self.is_at_death(draft);
        let number = last.number.tokens.start;
        let told =
            told || self.before_age_words(number) < number || self.is_of_people_beyond(draft) || self.goes_on_older(draft.tokens.end);
        told.then(|| (draft.tokens.end, "year".into()))
    }

    /// `21 or older`, `65 and over`, `12 or younger` behind an age: only people are older.
    fn goes_on_older(&self, at: usize) -> bool {
        (self.tokens.is(at, "or") || self.tokens.is(at, "and")) && self.tokens.is_any(at + 1, &["older", "younger"])
    }

    /// `adults over 21`, `anyone under 40`: a bound right behind people, with nothing counted behind it.
    fn is_of_people_beyond(&self, draft: &Draft) -> bool {
        let (start, end) = (draft.tokens.start, draft.tokens.end);
        let bound = self.tokens.is_any(start, &["over", "under", "above", "below"]) && start + 2 == end;
        let Some(who) = start.checked_sub(1).filter(|_| bound) else { return false };
        let family = || self.lexicon.kin.family(&stem(&self.lower(&self.tokens.all[who])));
        let plural = || self.lexicon.plurals.is_plural(&self.lower(&self.tokens.all[who]));
        let people = self.tokens.is_in(who, &SETS, ANYBODY) || plural() && (family() == Some("people") || self.names_trade(who));
        let verb = self.tokens.get(end).is_some_and(|t| t.is(class::AUXILIARY | class::CUE | class::VERB));
        people && (verb || self.counted(end).is_none()) && !self.tokens.get(end).is_some_and(|t| t.is_number() || t.is_punct('%'))
    }

    /// Whom a noun of trades and offices means: `physicians`, `drivers`.
    fn names_trade(&self, at: usize) -> bool {
        self.tokens.all[at].is(class::ROLE)
    }

    /// `-old`, ` old`, ` of age` at token `at`: the index behind it.
    pub fn old(&self, at: usize) -> Option<usize> {
        let next = self.joint(at)?;
        if self.tokens.is(next, "old") || self.tokens.is(next, "olds") {
            return Some(next + 1);
        }
        (self.tokens.is(next, "of") && self.tokens.is(next + 1, "age")).then_some(next + 2)
    }

    /// `aged`, `age`, `ages`, `the age of` before; the second of `ages 16 and 6`.
    fn is_aged(&self, draft: &Draft) -> bool {
        let before = |n: usize, words: &[&str]| draft.tokens.start >= n && words.iter().any(|w| self.tokens.is(draft.tokens.start - n, w));
        let listed =
            before(1, &["and", "or", ","]) && self.is_in_list_of_ages(draft.tokens.start) && self.counted(draft.tokens.end).is_none();
        before(1, &["aged", "age", "ages"]) || before(1, &["of"]) && before(2, &["age", "ages"]) || self.is_of_somebody(draft) || listed
    }

    /// `a woman of 83`, and no `woman of two faces`.
    fn is_of_somebody(&self, draft: &Draft) -> bool {
        let Some(who) = draft.tokens.start.checked_sub(2).filter(|i| self.tokens.is(i + 1, "of")) else { return false };
        let closes = draft.measure.is_none() && self.tokens.get(draft.tokens.end).is_none_or(|t| !t.is_punct('-') && !t.is_punct('%'));
        SETS.has(&self.tokens.all[who], SOMEBODY) && closes && self.counted(draft.tokens.end).is_none()
    }

    /// Numbers, commas, `and` and `or` lead back from token `at` to `aged` or `ages`.
    fn is_in_list_of_ages(&self, at: usize) -> bool {
        const LIST: usize = 9;
        let linked = |i: &usize| {
            let t = &self.tokens.all[*i];
            t.is_number() || t.is(class::NUMBER) || t.is_punct(',') || self.tokens.is_any(*i, &["and", "or", "aged", "ages"])
        };
        (at.saturating_sub(LIST)..at).rev().take_while(linked).any(|i| self.tokens.is_any(i, &["aged", "ages"]))
    }

    /// `nine were hurt, the youngest 19`: the number closes the words on one of them.
    fn is_of_one_among(&self, draft: &Draft) -> bool {
        let led = draft.tokens.start.checked_sub(2).is_some_and(|the| self.tokens.is(the, "the"));
        let closes = self.tokens.get(draft.tokens.end).is_none_or(|t| {
            t.has(form::PARAGRAPH) || self.tokens.is(draft.tokens.end, "and") || matches!(t.punct(), Some('.' | ',' | ';' | ')'))
        });
        led && closes && self.tokens.is_any(draft.tokens.start - 1, &["youngest", "oldest", "eldest"])
    }

    /// A noun in the singular that may be somebody: `the striker, 24, said`.
    fn names_one(&self, at: usize) -> bool {
        let outside = class::FUNCTION | class::UNIT | class::NUMBER | class::ADVERB | class::CURRENCY;
        self.is_noun_like(at)
            && !self.tokens.all[at].is(outside)
            && !self.is_verb_like(at)
            && !self.lexicon.plurals.is_plural(&self.lower(&self.tokens.all[at]))
    }

    /// Between commas behind a name: `Smith, 31, said`.
    fn is_apposed(&self, draft: &Draft) -> bool {
        let (start, end) = (draft.tokens.start, draft.tokens.end);
        let start = if start > 0 && (self.tokens.is(start - 1, "now") || self.tokens.is(start - 1, "then")) { start - 1 } else { start };
        let comma = start > 1 && self.tokens.all[start - 1].is_punct(',') && !self.tokens.all[start].has(form::LINE);
        let name = comma && {
            let suffix = start > 2 && self.tokens.all[start - 2].is_punct('.') && self.tokens.is_any(start - 3, &["jr", "sr"]);
            let t = &self.tokens.all[start - 2];
            suffix
                || t.is_capital() && !t.is(class::MONTH | class::WEEKDAY)
                || t.is_punct(')')
                || self.names_one(start - 2) && self.tokens.get(end).is_some_and(|t| t.is_punct(','))
        };
        let closes = self.tokens.get(end).is_none_or(|t| {
            matches!(t.punct(), Some(',' | '.' | ';' | ')' | '—' | '–')) || t.is_punct('-') && !t.glued() || t.has(form::PARAGRAPH)
        });
        let list = self.tokens.get(end + 1).is_some_and(|t| t.is_number());
        name && (closes && !list || self.goes_on_without_comma(end)) || self.is_apposed_to_two(start, end)
    }

    /// A plural of people: `her two sons, 16 and 13, were`.
    fn names_several(&self, at: usize) -> bool {
        let lower = self.lower(&self.tokens.all[at]);
        self.lexicon.plurals.is_plural(&lower) && self.lexicon.kin.family(&stem(&lower)) == Some("people")
    }

    /// The ages of two that are named together: `Ann and Paul, 16 and 13, were`, from the number at `start`.
    fn is_apposed_to_two(&self, start: usize, end: usize) -> bool {
        const NAMES: usize = 5;
        let number = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_number());
        let first = if self.tokens.is(end, "and") && number(end + 1) {
            start
        } else if start > 2 && self.tokens.is(start - 1, "and") && number(start - 2) {
            start - 2
        } else {
            return false;
        };
        let comma = first > 1 && self.tokens.all[first - 1].is_punct(',');
        let name = |i: usize| self.tokens.all[i].is_capital() && !self.tokens.all[i].is(class::MONTH | class::WEEKDAY);
        let and = |i: &usize| self.tokens.is(*i, "and") && *i > 0 && name(i - 1);
        let people = comma && self.names_several(first - 2);
        let named =
            comma && name(first - 2) && (first.saturating_sub(NAMES)..first - 2).rev().take_while(|i| name(*i) || and(i)).any(|i| and(&i));
        (named || people)
            && self.tokens.get(first + 3).is_none_or(|t| matches!(t.punct(), Some(',' | '.' | ';' | ')')) || t.has(form::PARAGRAPH))
    }

    /// Behind an age whose second comma is left out: `Smith, 31 was held`, `Smith, 31 and Jones`.
    fn goes_on_without_comma(&self, end: usize) -> bool {
        let joined = self.tokens.is(end, "and") && self.tokens.get(end + 1).is_some_and(|t| t.is_capital());
        joined || self.tokens.is_any(end, &["is", "was", "has", "had", "who", "said", "told"])
    }

    /// Where the words for an age before a number begin: `the age of 40`, `age 40`; else `start`.
    pub fn before_age_words(&self, start: usize) -> usize {
        let of = usize::from(start > 0 && self.tokens.is(start - 1, "of"));
        let Some(age) = start.checked_sub(1 + of).filter(|i| self.tokens.is_any(*i, &["age", "ages"])) else { return start };
        age - usize::from(age > 0 && self.tokens.is_any(age - 1, &["the", "an"]))
    }

    /// `he was 10`, `who will be 35 by`, `Smith was only 43`: nothing that could be counted follows.
    fn is_said_of_person(&self, draft: &Draft) -> bool {
        let (start, end) = (draft.tokens.start, draft.tokens.end);
        let verb = start > 1 && self.tokens.is_in(start - 1, &SETS, BEFORE_AGE);
        let pronoun = |i: usize| self.tokens.is_any(i, &["he", "she", "who", "i"]);
        let surname = |i: usize| self.tokens.all[i].is(class::SURNAME) && self.tokens.all[i].is_capital();
        let person = |i: usize| pronoun(i) || surname(i);
        let verbs =
            (0..start).rev().take_while(|i| self.tokens.is_in(*i, &SETS, BEFORE_AGE) || self.tokens.is(*i, "would")).take(4).count();
        let subject = verb && start.checked_sub(verbs + 1).is_some_and(|i| person(i) || i > 0 && pronoun(i - 1));
        let closes = self.tokens.get(end).is_none_or(|t| t.punct().is_some() && !t.is_punct('-') && !t.is_punct('%'));
        subject && (closes || ["when", "by", "at", "and", "in", "but", "on", "this", "now", "today"].iter().any(|w| self.tokens.is(end, w)))
    }

    /// One of two or more numbers that are said of people: `who were 29 and 44`, `They are 31, 33 and 36.`
    fn is_said_of_several(&self, draft: &Draft) -> bool {
        const LIST: usize = 8;
        let number = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_number() || t.is(class::NUMBER));
        let listed = |i: &usize| number(*i) || self.tokens.is(*i, "and") || self.tokens.get(*i).is_some_and(|t| t.is_punct(','));
        let (start, end) = (draft.tokens.start, draft.tokens.end);
        let first = (start.saturating_sub(LIST)..start).rev().take_while(listed).last().unwrap_or(start);
        let led = first > 1 && self.tokens.is_any(first - 1, &["are", "were"]) && self.tokens.is_any(first - 2, &["they", "who", "both"]);
        let last = (end..end + LIST).take_while(|i| self.tokens.get(*i).is_some() && listed(i)).filter(|i| number(*i)).last();
        let stop = last.map_or(end, |i| i + 1);
        let several = last.is_some() || first < start;
        let closes = self.tokens.get(stop).is_none_or(|t| matches!(t.punct(), Some('.' | ',' | ';' | ')')) || t.has(form::PARAGRAPH));
        let joined = (first..stop).any(|i| self.tokens.is(i, "and"));
        led && several && joined && number(first) && (closes || self.tokens.is_any(stop, &["when", "at"]))
    }

    /// `dies at 95`, `dead at 28`, `died suddenly at 54`.
    fn is_at_death(&self, draft: &Draft) -> bool {
        let Some(verb) = draft.tokens.start.checked_sub(2).filter(|at| self.tokens.is(at + 1, "at")) else { return false };
        let adverb = self.tokens.str(verb).ends_with("ly") || self.tokens.all[verb].is(class::ADVERB);
        self.tokens.is_any(verb.saturating_sub(usize::from(adverb)), &["dead", "dies", "died", "die", "dying", "death"])
    }
}

/// A whole number of years that people reach.
fn possible(draft: &Draft, last: &Measured) -> bool {
    let within = |a: Amount| a.is_whole() && a > Amount::ZERO && a <= Amount::from(125);
    last.number.form != Form::Fraction
        && match draft.value {
            Value::One(a) | Value::Either(a, _) => within(a),
            Value::Between(a, b) => within(a) && within(b),
        }
}
