//! Whose age a figure tells.
//!
//! An age stands beside its bearer in few ways: behind the name ("Ann Lee, 31,", "Ann Lee of Oslo, the crew's 31-year-old chief", "Lee died
//! Monday at the age of 31"), before it ("31-year-old nurse Ann Lee", "a 31-year-old man, identified as Paul Lee"), behind a pronoun ("She
//! was 31"), in the order of the names ("Ann and Paul Lee, 16 and 13"), or it stands for its bearer ("The 31-year-old was found"), whom the
//! text may name later (`later`). Whatever
//! else stands between breaks the tie: "her 31-year-old son" is not her age, and somebody who was 12 when something happened is older now.

use std::ops::Range;

use compact_str::format_compact;

use super::{Clause, SCOPE_REACH};
use crate::claim::Short;
use crate::extract::mention::{FigureMention, NameKind, NameMention};
use crate::extract::quotes::referents::gender_of_pronoun;
use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, word_sets};
use crate::text::Kind;
use crate::value::{Amount, Dimension};

word_sets! {
    /// Words that may stand between a name and an age behind it.
    LINK = 0: "between_name_and_age";
    /// Words before somebody's age: "was only 31", "then 31".
    TOLD = 1: "before_age_of_somebody";
    /// Whose friend or wife somebody is.
    OWNING = 2: "possessive_of_people";
    /// What begins another noun phrase.
    POSSESSIVE = 3: "possessive_or_relative";
    /// What leads a clause of another time.
    AT_THAT_TIME = 4: "at_that_time";
    /// What leads to the name of somebody or to where he is from.
    NAMING = 5: "names_behind";
}

/// Tokens between a name and the age behind it, or the age and the name behind it.
const GAP: usize = 9;
/// Ages of one list that are looked at on either side, and tokens between the list and its names.
const MANY: usize = 4;
const TURN: usize = 4;
/// Figures of an article that are looked through for the ages beside names.
const LOOK: usize = 400;
/// Tokens of the phrase that an age stands in: "the Oslo crew's 31-year-old chief", "31-year-old former police officer".
const PHRASE: usize = 6;

impl Clause<'_> {
    /// Entity id of the person whose age stands at these tokens, if the text around ties one to it.
    pub(super) fn whose_age(&self, at: &Range<usize>) -> Option<Short> {
        if self.cx.tokens.is(at.end, "when") {
            return None;
        }
        let named = self.aged_in_turn(at).or_else(|| self.aged_before(at)).or_else(|| self.aged_behind(at)).map(|n| n.entity);
        let named = named.or_else(|| self.aged_ahead(at));
        let person = named.or_else(|| self.aged_by_pronoun(at)).or_else(|| self.aged_by_itself(at));
        person.map(|person| self.found.entities[person].id.as_str().into()).or_else(|| self.aged_relative(at))
    }

    /// "Lee's 31-year-old friend", "his 31-year-old wife": the age of the friend, not of Lee.
    fn aged_relative(&self, at: &Range<usize>) -> Option<Short> {
        let owner = at.start.checked_sub(1).filter(|i| *i >= self.tokens.start)?;
        // "Stams' friend"
        let mark = self.token(owner).punct().is_some_and(|c| matches!(c, '\'' | '’')) && self.token(owner).glued();
        let owned = mark || self.is_clitic(owner) || self.cx.tokens.is_in(owner, &SETS, OWNING);
        let other = class::FUNCTION | class::CUE | class::VERB | class::TENSE;
        let noun = |i: &usize| self.token(*i).is_word() && !self.token(*i).is(other) && !self.token(*i).is_capital();
        let behind = at.end..(at.end + PHRASE).min(self.tokens.end);
        let last = behind.take_while(noun).last().filter(|_| owned && self.is_attributive(at))?;
        Some(format_compact!("noun:{}", self.lemma(last)?))
    }

    /// The noun for somebody whose age is told but not the name: "a 31-year-old former police officer", "the driver, 31,".
    pub(super) fn aged_noun(&self, at: &Range<usize>) -> Option<Short> {
        let person = |i: &usize| self.lemma(*i).filter(|l| self.cx.lexicon.kin.family(l) == Some("people"));
        let other = class::FUNCTION | class::CUE | class::TENSE;
        let phrase = |i: &usize| self.token(*i).is_word() && !self.token(*i).is(other);
        let behind = (at.end..(at.end + PHRASE).min(self.tokens.end)).take_while(phrase).filter_map(|i| person(&i)).last();
        let comma = at.start.checked_sub(2).filter(|i| *i >= self.tokens.start && self.token(i + 1).is_punct(','));
        behind.filter(|_| self.is_attributive(at)).or_else(|| comma.and_then(|i| person(&i)))
    }

    /// The person named at the place of this age among several: "Ann and Paul Lee, 16 and 13", "Ann, Eve and Paul, aged 20, 19 and 17".
    fn aged_in_turn(&self, at: &Range<usize>) -> Option<&NameMention> {
        let figures = &self.found.figures;
        let this = figures.partition_point(|f| f.tokens.start < at.start);
        let age = |f: &FigureMention| f.quantity.dimension == Dimension::Age && f.quantity.amount.is_some();
        let in_turn =
            |a: usize, b: usize| age(&figures[a]) && age(&figures[b]) && self.joins(figures[a].tokens.end..figures[b].tokens.start);
        let before = (1..=MANY.min(this)).take_while(|n| in_turn(this - n, this - n + 1)).count();
        let behind = (this + 1..figures.len()).take(MANY).take_while(|i| in_turn(i - 1, *i)).count();
        let ages = before + 1 + behind;
        let list = figures.get(this - before).filter(|_| ages > 1)?.tokens.clone();
        let first = list.start;
        let mut people = self.people(&list).rev().filter(|n| n.tokens.end <= first).peekable();
        let gap = people.peek()?.tokens.end..first;
        if gap.len() > TURN
            || !gap.clone().all(|i| self.links(i))
            || !self.token(gap.start).is_punct(',') && !self.token(gap.start).is_punct('(')
        {
            return None;
        }
        let mut named: Vec<&NameMention> = vec![people.next()?];
        for n in people.take(ages) {
            if !named.last().is_some_and(|last| self.joins(n.tokens.end..last.tokens.start)) {
                break;
            }
            named.push(n);
        }
        // the last named comes first
        (named.len() == ages).then(|| named[behind])
    }

    /// "and", a comma or both: what stands between two members of a list.
    fn joins(&self, gap: Range<usize>) -> bool {
        let link = |i: usize| self.cx.tokens.is(i, "and") || self.token(i).is_punct(',');
        !gap.is_empty() && gap.len() < 3 && gap.into_iter().all(link)
    }

    /// The person named before: the nearest that owns nothing ("Lee's son, 31").
    fn aged_before(&self, at: &Range<usize>) -> Option<&NameMention> {
        let mut before = self.people(at).rev().filter(|n| n.tokens.end <= at.start);
        let person = before.find(|n| !self.is_clitic(n.tokens.end))?;
        let gap = person.tokens.end..at.start;
        let attributive = self.is_attributive(at);
        let opens =
            gap.is_empty() || self.token(gap.start).punct().is_some() || self.token(gap.start).is(class::AUXILIARY | class::RELATIVE);
        let linked = gap.len() <= GAP && (opens || !attributive) && gap.clone().all(|i| self.links(i));
        (linked || attributive && self.apposes(gap)).then_some(person)
    }

    /// ", the crew's", ", a retired", ", Oslo's" before "31-year-old chief": what a name and an age in its apposition have between them.
    fn apposes(&self, gap: Range<usize>) -> bool {
        let outside = class::AUXILIARY | class::CUE | class::VERB | class::CONJUNCTION | class::RELATIVE;
        let comma = gap.clone().next().is_some_and(|i| self.token(i).is_punct(','));
        let phrase = gap.start + 1..gap.end;
        let free = |i: usize| self.token(i).punct().is_none() && !self.token(i).is(outside) && !self.cx.tokens.is_in(i, &SETS, POSSESSIVE);
        comma && phrase.len() <= PHRASE && phrase.into_iter().all(free)
    }

    /// A word that ties an age to the name before it: no noun and no verb but those of dying and turning.
    fn links(&self, i: usize) -> bool {
        let named = |n: &NameMention| n.kind == NameKind::Place && n.tokens.contains(&i);
        self.token(i).punct().is_some_and(|c| matches!(c, ',' | '.' | '('))
            || self.cx.tokens.is_in(i, &SETS, LINK | TOLD)
            || self.names_near(&(i..i + 1), 0).iter().any(named)
            || self.found.dates.get(self.found.dates.partition_point(|d| d.tokens.end <= i)).is_some_and(|d| d.tokens.start <= i)
    }

    /// The person named behind.
    fn aged_behind(&self, at: &Range<usize>) -> Option<&NameMention> {
        let person = self.people(at).find(|n| n.tokens.start >= at.end)?;
        let gap = at.end..person.tokens.start;
        let comma = gap.clone().last().is_some_and(|i| self.token(i).is_punct(','));
        // "two sons, ages 16 and 6, Waldie said"
        let speaks = comma && person.tokens.end < self.tokens.end && self.token(person.tokens.end).is(class::CUE);
        let verb = class::CUE | class::VERB | class::AUXILIARY;
        let near = gap.len() < 3 && gap.clone().all(|i| !self.token(i).is(class::PREPOSITION | verb));
        let other = speaks || self.is_enclosed(at) || gap.clone().last().is_some_and(|i| self.is_done(i));
        (!other && (near || self.is_attributive(at) && self.describes(gap))).then_some(person)
    }

    /// Between the commas of an apposition: "the gunman, 31, shot Ann Lee" tells no age of hers.
    fn is_enclosed(&self, at: &Range<usize>) -> bool {
        let comma = |i: usize| self.tokens.contains(&i) && self.token(i).is_punct(',');
        at.start.checked_sub(1).is_some_and(comma) && comma(at.end)
    }

    /// A verb in the past, by which one did something to whom the text names behind it: "the 31-year-old shot Ann Lee".
    fn is_done(&self, i: usize) -> bool {
        let word = self.cx.tokens.str(i);
        let past = self.cx.lexicon.tense.get(self.token(i)) == Some(TenseWord::Past) || word.ends_with("ed") || is_irregular_form(word);
        past && self.token(i).is_word() && !self.token(i).is_capital() && !self.cx.tokens.is_any(i, &["named", "called", "identified"])
    }

    /// "nurse and", "Oslo police officer", "man, identified as": what an age and the name behind it have between them.
    fn describes(&self, gap: Range<usize>) -> bool {
        let outside =
            class::AUXILIARY | class::CUE | class::VERB | class::CONJUNCTION | class::RELATIVE | class::PRONOUN | class::DETERMINER;
        let naming = gap.clone().last().is_some_and(|i| self.cx.tokens.is_any(i, &["as", "named", "called"]));
        let fits = |i: usize| {
            let t = self.token(i);
            self.cx.tokens.is_in(i, &SETS, NAMING)
                || self.cx.tokens.is(i, "of") && i + 1 < gap.end
                || t.is_punct(',') && (naming || i + 1 == gap.end)
                || t.punct().is_none() && !t.is(outside | class::PREPOSITION)
        };
        gap.len() <= PHRASE && gap.clone().all(fits)
    }

    /// "He was 31", "She is now 31": whom the text before means, outside quotations.
    fn aged_by_pronoun(&self, at: &Range<usize>) -> Option<usize> {
        const REACH: usize = 2;
        let (person, sentence) = self.bearer_by_pronoun(at)?;
        (sentence + REACH >= self.sentence).then_some(person)
    }

    /// The sentence before names whom a pronoun means, and nothing follows the age: "He was 21, just out of college" tells of another day.
    pub(super) fn is_told_right_behind(&self, at: &Range<usize>) -> bool {
        let closes = at.end >= self.tokens.end || self.token(at.end).punct().is_some_and(|c| matches!(c, '.' | ';' | ')'));
        closes && self.bearer_by_pronoun(at).is_some_and(|(_, sentence)| sentence + 1 >= self.sentence)
    }

    /// "The 31-year-old left" stands for the person of the sentence before, who is alone in it: not behind "Lee met a diver" or "Lee said
    /// the diver had left".
    pub(super) fn stands_right_behind(&self, at: &Range<usize>) -> bool {
        const LONG: usize = 60;
        const OTHERS: [&str; 7] = ["a", "an", "another", "her", "his", "the", "their"];
        let Some(last) = self.sentence.checked_sub(1) else { return false };
        let Some(sentence) = self.cx.article.sentences.get(last).filter(|s| s.tokens.len() <= LONG) else { return false };
        let person = |i: usize| self.lemma(i).is_some_and(|l| self.cx.lexicon.kin.family(&l) == Some("people"));
        let led = |i: usize| (i.saturating_sub(3).max(sentence.tokens.start)..i).any(|n| self.cx.tokens.is_any(n, &OTHERS));
        let title = |i: usize| i + 1 < sentence.tokens.end && self.token(i + 1).is_capital();
        let other = |i: usize| self.token(i).is(class::CUE) || !self.token(i).is_capital() && person(i) && led(i) && !title(i);
        let sole = self.referents().sole_person(last);
        sole.is_some() && self.aged_by_itself(at) == sole && !sentence.tokens.clone().any(other)
    }

    /// Whom the pronoun before an age means, and the sentence that tells.
    fn bearer_by_pronoun(&self, at: &Range<usize>) -> Option<(usize, usize)> {
        let passed = |i: &usize| self.token(*i).is(class::AUXILIARY | class::ADVERB) || self.cx.tokens.is_in(*i, &SETS, TOLD);
        let verbs = (self.tokens.start..at.start).rev().take_while(passed).count();
        let pronoun = at.start.checked_sub(verbs + 1).filter(|i| verbs > 0 && *i >= self.tokens.start)?;
        let word = self.token(pronoun);
        let gender = gender_of_pronoun(self.cx.tokens.str(pronoun)).filter(|_| word.is(class::PRONOUN))?;
        let earlier = pronoun > self.tokens.start && self.cx.tokens.is_in(pronoun - 1, &SETS, AT_THAT_TIME);
        if earlier || self.cx.article.is_quoted(pronoun) {
            return None;
        }
        self.referents().antecedent(pronoun, gender)
    }

    /// "The 31-year-old was found": whom the article gives that age, if it is one; else the only person whom the last sentence names that
    /// names any, if that is the one it tells of.
    fn aged_by_itself(&self, at: &Range<usize>) -> Option<usize> {
        const REACH: usize = 3;
        let alone = at.end == self.tokens.end
            || self.does_something(at.end)
            || self.token(at.end).punct().is_some_and(|c| c != '-')
            || self.token(at.end).is(class::AUXILIARY | class::CUE | class::VERB | class::EVENT | class::RELATIVE | class::ADVERB);
        let the = at.start > self.tokens.start && self.cx.tokens.is(at.start - 1, "the");
        if !(the && alone && self.cx.tokens.is(at.end - 1, "old")) || self.cx.article.is_quoted(at.start) {
            return None;
        }
        let mut bearers = self.bearers_of_age(at).peekable();
        if let Some(first) = bearers.peek().copied() {
            return bearers.all(|person| person == first).then_some(first);
        }
        let before = self.sentence.saturating_sub(REACH)..self.sentence;
        let last = before.rev().find(|s| self.referents().names_somebody(*s))?;
        // "the 31-year-old shot Ann Lee" is not Ann Lee
        let named_behind = |person: usize| self.people(at).any(|n| n.entity == person && n.tokens.start >= at.end);
        let other =
            |person: usize| self.has_another_age(at, person) || self.is_minor(at) && self.found.roles.iter().any(|r| r.entity == person);
        self.referents().sole_person(last).filter(|person| !named_behind(*person) && self.is_told_of(last, *person) && !other(*person))
    }

    /// The age of a child, who holds no office.
    fn is_minor(&self, at: &Range<usize>) -> bool {
        const OF_AGE: i64 = 18;
        self.age_at(at).is_some_and(|f| f.quantity.amount.is_some_and(|a| a < Amount::from(OF_AGE)))
    }

    fn age_at(&self, at: &Range<usize>) -> Option<&FigureMention> {
        let figures = &self.found.figures;
        figures.get(figures.partition_point(|f| f.tokens.start < at.start)).filter(|f| f.tokens == *at)
    }

    /// The article gives somebody another age than the one at these tokens.
    fn has_another_age(&self, at: &Range<usize>, person: usize) -> bool {
        let own = self.age_at(at).and_then(|f| f.quantity.amount);
        let other = |f: &FigureMention| f.quantity.dimension == Dimension::Age && f.quantity.amount.is_some() && f.quantity.amount != own;
        self.found.figures.iter().take(LOOK).any(|f| other(f) && self.name_beside(&f.tokens) == Some(person))
    }

    /// The people beside whose names the article so far has the same age as at these tokens: "Ann Lee, 31,", "31-year-old Ann Lee".
    fn bearers_of_age(&self, at: &Range<usize>) -> impl Iterator<Item = usize> {
        let age = |f: &&FigureMention| f.quantity.dimension == Dimension::Age;
        let own = self.age_at(at).and_then(|f| f.quantity.amount);
        let told = |f: &FigureMention| f.tokens.start < self.tokens.end && f.tokens != *at;
        let same = self.found.figures.iter().take(LOOK).filter(age).filter(move |f| own.is_some() && f.quantity.amount == own && told(f));
        same.filter_map(|f| self.name_beside(&f.tokens))
    }

    /// The person right before the comma before an age, or right behind an age and what tells of its bearer.
    fn name_beside(&self, age: &Range<usize>) -> Option<usize> {
        let names = &self.found.names;
        let next = names.partition_point(|n| n.tokens.start < age.end);
        let comma = age.start.checked_sub(1).filter(|i| self.token(*i).punct().is_some_and(|c| matches!(c, ',' | '(')));
        let before = next.checked_sub(1).map(|i| &names[i]).filter(|n| comma == Some(n.tokens.end));
        let behind = || names.get(next).filter(|n| self.is_attributive(age) && self.describes(age.end..n.tokens.start));
        before.or_else(behind).filter(|n| n.kind == NameKind::Person).map(|n| n.entity)
    }

    /// A sentence begins with the name of somebody who does not speak in it, and tells of no other by a pronoun: not "Dr. Lee treated him".
    fn is_told_of(&self, sentence: usize, person: usize) -> bool {
        const TITLE: usize = 3;
        const SPEECH: usize = 3;
        let Some(all) = self.cx.article.sentences.get(sentence).map(|s| s.tokens.clone()) else { return false };
        let name = self.found.names.iter().find(|n| n.tokens.start >= all.start).filter(|n| n.entity == person);
        let Some(name) = name.filter(|n| n.tokens.start <= all.start + TITLE) else { return false };
        let speaks = (name.tokens.end..all.end).take(SPEECH).any(|i| self.token(i).is(class::CUE));
        !speaks && !all.clone().any(|i| self.cx.tokens.is(i, "him"))
    }

    /// A word in the past tense stands before a light one: "led from the start", not "retired nurse".
    fn does_something(&self, i: usize) -> bool {
        let word = self.cx.tokens.str(i);
        let past = word.ends_with("ed") || is_irregular_form(word);
        past && i + 1 < self.tokens.end && self.token(i + 1).is(class::FUNCTION)
    }

    pub(super) fn people(&self, at: &Range<usize>) -> impl DoubleEndedIterator<Item = &NameMention> {
        self.names_near(at, SCOPE_REACH).iter().filter(|n| n.kind == NameKind::Person)
    }

    fn is_clitic(&self, i: usize) -> bool {
        self.cx.tokens.get(i).is_some_and(|t| t.kind == Kind::Clitic)
    }
}
