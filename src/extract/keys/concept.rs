//! Which measured concept the words around a figure or a date show.

use std::ops::Range;

use super::{Clause, inside, is_content, words};
use crate::extract::dates::governor::clause_behind;
use crate::extract::mention::FigureMention;
use crate::lexicon::concepts::{Concept, Traits};
use crate::lexicon::{class, heads, word_sets};
use crate::text::form;
use crate::value::Dimension;

word_sets! {
    /// Words of gain and loss, of anything.
    OF_ANYTHING = 0: "gained_or_lost";
    /// What stands behind a stretch between two things.
    BEHIND = 1: "behind_stretch";
}

/// Beyond this distance a concept word says nothing about a figure.
const CONCEPT_REACH: u32 = 28;
/// Within this distance what befell the counted says more than who they are.
const FATE_REACH: u32 = 4;
/// Nobody is hurt by what stands farther away than this.
const FATE_FAR: u32 = 14;
/// A toll "from the quake that struck the mountains of the north on Monday rose to 310".
const FAR_FROM_TOLL: u32 = 20;
/// How far behind "three-year" the noun may stand.
const ATTRIBUTIVE_REACH: u32 = 3;
/// Up to this distance a word belongs to the figure whatever is counted.
const BESIDE: u32 = 1;

/// A figure or date whose concept is asked for.
struct Measured<'m> {
    at: &'m Range<usize>,
    head: Option<&'m Range<usize>>,
    dimension: &'m str,
    /// The family of the counted noun, if it has one, of a figure that counts something.
    family: Option<Option<&'static str>>,
    /// It stands before the noun that it measures.
    attributive: bool,
}

impl Clause<'_> {
    /// The concept that the nearest words show. Who is counted says less than what befell them: "22 workers were killed"; but "all 700
    /// residents" and "700 residents of Bam" are those who live there.
    pub(super) fn concept(&self, at: &Range<usize>, head: Option<&Range<usize>>, dimension: &str) -> Option<&'static str> {
        // "four are held, two having been freed": the word before tells of the four, not of the two
        if self.cx.tokens.is(at.end, "having") {
            return None;
        }
        if let Some(name) = self.made_of(at, dimension) {
            return Some(name);
        }
        let spared = self.is_none_of(at);
        let mut nearest: Option<(u32, &Concept)> = None;
        let mut fate = None;
        self.concepts(at, head, dimension, |distance, concept, trigger| {
            if spared && concept.traits.has(Traits::FATE) {
                return;
            }
            let is_nearer = |best: Option<(u32, &Concept)>| best.is_none_or(|(d, _)| distance < d);
            if is_nearer(nearest) {
                nearest = Some((distance, concept));
            }
            // "400 posts at the works in Vejle would go"
            let reach = FATE_REACH + self.words_of_places(at.end..trigger);
            if distance <= reach && concept.traits.has(Traits::FATE) && is_nearer(fate) {
                fate = Some((distance, concept));
            }
        });
        let (_, shown) = nearest?;
        let everybody = at.start > self.tokens.start && self.cx.tokens.is(at.start - 1, "all") || self.cx.tokens.is(at.end, "of");
        Some(fate.filter(|_| shown.traits.has(Traits::WHO) && !everybody).map_or(shown, |(_, fate)| fate).name)
    }

    /// How many of these tokens belong to names or lead to them.
    fn words_of_places(&self, tokens: Range<usize>) -> u32 {
        let leads = |i: usize| self.token(i).is(class::PREPOSITION) && self.tokens.contains(&(i + 1)) && self.is_in_name(i + 1);
        tokens.filter(|i| self.is_in_name(*i) || leads(*i)).count() as u32
    }

    /// "None of the 164 passengers was hurt"
    fn is_none_of(&self, at: &Range<usize>) -> bool {
        const REACH: usize = 4;
        let from = at.start.saturating_sub(REACH).max(self.tokens.start);
        (from..at.start).any(|i| self.cx.tokens.is_any(i, &["none", "neither"]) && self.cx.tokens.is(i + 1, "of"))
    }

    /// What an amount of money is in or of, whatever was done with it: "paid $13 million in federal and local taxes" is tax.
    fn made_of(&self, at: &Range<usize>, dimension: &str) -> Option<&'static str> {
        const REACH: usize = 6;
        if dimension != "money" || !self.cx.tokens.is_any(at.end, &["in", "of"]) {
            return None;
        }
        let ends = class::PREPOSITION | class::AUXILIARY | class::RELATIVE | class::TEMPORAL;
        let phrase =
            (at.end + 1..(at.end + REACH).min(self.tokens.end)).take_while(|i| self.token(*i).is_word() && !self.token(*i).is(ends));
        let fitting = |i: usize| {
            let (_, mut all) = self.cx.lexicon.concepts.at(self.cx.tokens.all, i)?;
            all.find(|c| c.dimensions.contains(&dimension)).map(|c| c.name)
        };
        phrase.filter(|i| self.token(*i).is(class::CONCEPT) && !self.is_named(*i)).filter_map(fitting).last()
    }

    /// Calls `found` for each concept that a word shows, with how far away it stands.
    fn concepts(
        &self,
        at: &Range<usize>,
        head: Option<&Range<usize>>,
        dimension: &str,
        mut found: impl FnMut(u32, &'static Concept, usize),
    ) {
        if self.counts_children(at) || dimension == "duration" && self.lies_between(at) {
            return;
        }
        // "14 others" says as little as "14"
        let noun = head.and_then(|h| self.lemma(h.end - 1)).filter(|noun| noun != "other");
        let family = noun.map(|l| self.cx.lexicon.kin.family(&l));
        let measured = Measured { at, head, dimension, family, attributive: dimension == "duration" && self.is_attributive(at) };
        let near = self.near(at, CONCEPT_REACH);
        let near = if dimension == "date" { self.clause_of(at, near) } else { near };
        for i in near.filter(|i| self.token(*i).is(class::CONCEPT)) {
            if let Some((distance, concept)) = self.shown_at(i, &measured) {
                found(distance, concept, i);
            }
        }
    }

    /// The tokens near a date that may tell what happened then: behind a comma comes something else, unless the date opens its sentence,
    /// and what has been so "since the ship sank in May" is not of May. What happened "in May, when the ship sank" is told behind.
    fn clause_of(&self, date: &Range<usize>, near: Range<usize>) -> Range<usize> {
        const OPENING: usize = 3;
        if let Some(start) = clause_behind(self.cx.tokens, date.end) {
            return start.min(near.end)..near.end;
        }
        let opens = date.start < self.tokens.start + OPENING;
        let ends = |i: &usize| !opens && self.token(*i).is_punct(',');
        let since = |i: &usize| self.cx.tokens.is(*i, "since") && i + 1 < date.start;
        let start = (near.start..date.start).rev().find(since).map_or(near.start, |i| i + 1);
        start..(date.end..near.end).find(ends).unwrap_or(near.end)
    }

    /// "a three-year budget": what it measures is the noun behind it.
    pub(super) fn is_attributive(&self, at: &Range<usize>) -> bool {
        at.clone().any(|i| self.token(i).is_punct('-')) && at.end < self.tokens.end && self.token(at.end).is_word()
    }

    /// The concept that the word at `i` shows of what is measured, with how far away it stands.
    fn shown_at(&self, i: usize, m: &Measured) -> Option<(u32, &'static Concept)> {
        let (length, mut concepts) = self.cx.lexicon.concepts.at(self.cx.tokens.all, i)?;
        let trigger = i..i + length;
        let in_head = m.head.is_some_and(|h| h.contains(&i));
        // "two murder charges" are charges
        let to_noun = |h: &Range<usize>| (h.end - trigger.end.min(h.end)) as u32;
        let distance = m.head.filter(|_| in_head).map_or_else(|| self.apart(m.at, &trigger), to_noun);
        let behind = trigger.start >= m.at.end && distance <= ATTRIBUTIVE_REACH;
        if !in_head && (m.attributive && !behind || m.at.contains(&i) || distance > CONCEPT_REACH || self.shows_nothing(i, m.at)) {
            return None;
        }
        let weak = length == 1 && words::SETS.has(self.token(i), words::WEAK);
        let named = in_head && (distance == 0 || m.family.flatten().is_none());
        let counts = |family: &str| named || self.may_count(family, m, distance, weak) && !self.has_no_job(family, m, i);
        let concept = concepts.find(|c| c.dimensions.contains(&m.dimension) && c.family.is_none_or(counts))?;
        let befalls = concept.traits.has(Traits::FATE) && m.dimension != "date";
        // who had to do with a fire is not who was hurt in it, and nobody is jailed for minutes
        let another = || self.is_of_another_clause(m.at, i) || self.is_of_another_figure(m.at, i);
        let far = if self.is_toll(&trigger) { FAR_FROM_TOLL } else { FATE_FAR };
        let befallen = !in_head && befalls;
        let another = || another() || m.head.is_none() && self.is_told_behind(m.at, i);
        let too_far = befallen && (distance > far || another() || self.stands_by(m.at, i) || self.is_object_of_another(m.at, &trigger));
        let spared = befalls && self.only_nearly(i);
        // people who were interviewed are not all people of the sentence
        let too_far = too_far || concept.name == "interviewed" && distance > FATE_REACH;
        let too_far = too_far || m.dimension == "share" && self.is_of_an_earlier_share(m.at, &trigger);
        // "in the village of Vell as 34 pupils came home" tells of no inhabitants
        let too_far = too_far || concept.name == "population" && !in_head && !self.may_be_inhabitants(m.head);
        let too_short = concept.name == "jail" && self.cx.tokens.is_any(m.at.end - 1, &["hour", "hours", "minute", "minutes"]);
        let unlike = self.is_of_another_kind(concept.name, m.at, m.head);
        (!too_far && !too_short && !spared && !unlike).then_some((distance, concept))
    }

    /// What stands before the first of two shares belongs to that one, where the second says itself what it is of: "paid tax at 33 percent
    /// and gave 12 percent of their income away", "approval at 30 percent, with 60 percent of voters saying".
    fn is_of_an_earlier_share(&self, at: &Range<usize>, trigger: &Range<usize>) -> bool {
        const REACH: usize = 6;
        let of_noun = |end: usize| self.cx.tokens.is(end, "of");
        // "down from 65 percent of voters"
        let compared = (at.start.saturating_sub(2)..at.start).any(|i| self.cx.tokens.is_any(i, &["from", "to", "than"]));
        if trigger.end > at.start || !of_noun(at.end) || compared {
            return false;
        }
        let figures = &self.found.figures;
        let between = &figures[inside(figures, &(trigger.end..at.start), |f| &f.tokens)];
        let share = |f: &FigureMention| matches!(f.quantity.dimension, Dimension::Share | Dimension::SharePoints);
        between.iter().rev().take(REACH).any(|f| share(f) && !of_noun(f.tokens.end))
    }

    /// Nothing is counted, or a noun that says no more than that they are people.
    fn may_be_inhabitants(&self, head: Option<&Range<usize>>) -> bool {
        const INHABITANTS: [&str; 10] =
            ["people", "person", "persons", "resident", "residents", "inhabitants", "souls", "citizens", "villagers", "townspeople"];
        head.is_none_or(|h| self.cx.tokens.is_any(h.end - 1, &INHABITANTS))
    }

    /// "the toll", "the number of dead", "the number of people killed"
    fn is_toll(&self, trigger: &Range<usize>) -> bool {
        const REACH: usize = 4;
        let number = |i: usize| self.cx.tokens.is(i, "number") && self.cx.tokens.is(i + 1, "of");
        self.cx.tokens.is(trigger.end - 1, "toll") || (trigger.start.saturating_sub(REACH)..trigger.start).any(number)
    }

    /// Behind a bare number a clause says why it grew: "rose to 23 after three of the injured had died".
    fn is_told_behind(&self, at: &Range<usize>, trigger: usize) -> bool {
        let to = at.start > self.tokens.start && self.cx.tokens.is(at.start - 1, "to");
        to && (at.end..trigger).any(|i| self.cx.tokens.is_any(i, &["after", "as", "because", "when", "while"]))
    }

    /// A semicolon stands between: "he is charged with murder; two brothers were held".
    fn is_of_another_clause(&self, at: &Range<usize>, trigger: usize) -> bool {
        let mut between = if trigger < at.start { trigger..at.start } else { at.end..trigger };
        between.any(|i| self.token(i).is_punct(';'))
    }

    /// Another figure has the word right behind it or its noun: the toll that "rose to 310, with 1,400 injured" does not count the injured.
    fn is_of_another_figure(&self, at: &Range<usize>, trigger: usize) -> bool {
        let figures = &self.found.figures;
        let before = figures.partition_point(|f| f.tokens.start < trigger);
        let last = figures[..before].last().filter(|f| f.tokens.start >= at.end);
        // "five children were among the 11 dead"
        if last.is_some_and(|f| self.is_among(at.end..f.tokens.start)) {
            return false;
        }
        let counted = |f: &FigureMention| f.head.clone().unwrap_or(f.tokens.end..f.tokens.end);
        last.map(counted).is_some_and(|head| head.contains(&trigger) || head.end == trigger)
    }

    /// "were among the", "are among": what stands between a part and the whole of which it is one.
    fn is_among(&self, between: Range<usize>) -> bool {
        const REACH: usize = 5;
        let leads = |i: usize| i + 1 == between.end || i + 2 == between.end && self.cx.tokens.is_any(i + 1, &["the", "those", "its"]);
        let mut last = between.clone().rev().take(REACH);
        last.any(|i| self.cx.tokens.is(i, "among") && leads(i)) && !between.clone().any(|i| self.token(i).is_punct(','))
    }

    /// "two nearly killed", "who might have been killed": it befell nobody.
    fn only_nearly(&self, trigger: usize) -> bool {
        const REACH: usize = 6;
        let before = trigger.saturating_sub(REACH).max(self.tokens.start)..trigger;
        let nearly = before.end > before.start && self.cx.tokens.is_any(trigger - 1, &["nearly", "almost"]);
        let mut clause = before.rev().take_while(|i| self.token(*i).punct().is_none_or(|c| c == '-'));
        nearly || clause.any(|i| self.cx.tokens.is_any(i, &["might", "could"]) && self.cx.tokens.is(i + 1, "have"))
    }

    /// It happened to somebody else, and those counted were only there: "killed in front of two girls", "arrested by four officers".
    fn stands_by(&self, at: &Range<usize>, trigger: usize) -> bool {
        if trigger >= at.start {
            return false;
        }
        let determined = at.start - 1 > trigger && self.token(at.start - 1).is(class::ARTICLE | class::DETERMINER | class::PRONOUN);
        let before = at.start - 1 - usize::from(determined);
        let joined = self.cx.tokens.is_any(before.saturating_sub(1), &["along", "together"]);
        let there = self.cx.tokens.is_any(before, &["before", "behind", "beside", "by", "from", "near", "with"]) && !joined;
        let in_front = self.cx.tokens.is(before, "of") && before > 0 && self.cx.tokens.is_any(before - 1, &["front", "presence"]);
        before > trigger && (there || in_front)
    }

    /// A concept that counts people is not shown by a word beside a figure of something else, nor by one far from a figure without a noun.
    fn may_count(&self, family: &str, m: &Measured, distance: u32, weak: bool) -> bool {
        let calibre = || self.cx.tokens.str(m.at.start).starts_with('.');
        match m.family {
            None => !weak && !calibre(),
            // what happens to a building happens to a village, and somebody who is laid off had a job
            Some(Some(own)) => own == family || own == "settlement" && family == "building" || own == "people" && family == "job",
            // routes and books are launched as well
            Some(None) => family != "missile" && distance <= BESIDE && !weak,
        }
    }

    /// Of people only workers go with any word of jobs: a family loses children, and a school adds pupils. A number without a noun does so
    /// only where a word of work stands near it: a team lost eight of its last ten.
    fn has_no_job(&self, family: &str, m: &Measured, word: usize) -> bool {
        let worker = || m.head.and_then(|h| self.lemma(h.end - 1)).is_some_and(|noun| heads::are_near(&noun, "job"));
        family == "job"
            && self.cx.tokens.is_in(word, &SETS, OF_ANYTHING)
            && match m.family {
                None => !self.tells_of_work(m.at),
                Some(of) => of == Some("people") && !worker(),
            }
    }

    /// Jobs or those who have them stand near a figure.
    fn tells_of_work(&self, at: &Range<usize>) -> bool {
        let shows = |i: usize| {
            self.cx.lexicon.concepts.at(self.cx.tokens.all, i).is_some_and(|(_, mut all)| all.any(|c| c.traits.has(Traits::WORK)))
        };
        self.near(at, CONCEPT_REACH).any(|i| self.token(i).is(class::CONCEPT) && shows(i))
    }

    /// A word of a concept that says something else here: "Steve Jobs" has no jobs.
    fn shows_nothing(&self, i: usize, at: &Range<usize>) -> bool {
        self.is_in_name(i)
            || self.is_named(i)
            || self.is_done_by(at, i)
            || self.misses(at, i)
            || self.gets_away(i)
            || self.is_of_a_squad(i)
            || self.strikes_no_blow(i)
            || self.promises(i)
            || self.is_of_the_dead(i)
            || self.is_late_in_a_day(i)
            || self.lives_somewhere(i)
            || self.fights_something(i)
            || self.cuts_no_amount(i)
    }

    /// "the late Justice Lane", "the late singer's": no delay.
    fn is_of_the_dead(&self, trigger: usize) -> bool {
        let next = trigger + 1;
        let led = trigger > self.tokens.start && self.cx.tokens.is_any(trigger - 1, &["the", "his", "her", "their"]);
        let someone = self.tokens.contains(&next) && (self.token(next).is_capital() || self.token(next).is(class::ROLE));
        self.cx.tokens.is(trigger, "late") && led && someone
    }

    /// "late Saturday", "late on Monday", "late in the week": no delay, unlike "14 hours late on Monday".
    fn is_late_in_a_day(&self, trigger: usize) -> bool {
        let next = trigger + 1;
        let time = self.tokens.contains(&next) && self.token(next).is(class::WEEKDAY | class::MONTH | class::DAY_PART);
        let by = trigger > self.tokens.start && self.token(trigger - 1).is(class::UNIT);
        self.cx.tokens.is(trigger, "late") && !by && (time || self.cx.tokens.is_any(next, &["at", "in", "last", "on", "that", "this"]))
    }

    /// "Lee lives in Bergen and has two children": nobody lost a life.
    fn lives_somewhere(&self, trigger: usize) -> bool {
        const WHO: [&str; 8] = ["also", "and", "he", "now", "she", "still", "who", "woman"];
        let somewhere = self.cx.tokens.is_any(trigger + 1, &["alone", "at", "here", "in", "near", "on", "there", "with"]);
        let before = trigger.checked_sub(1).filter(|b| self.tokens.contains(b));
        let someone = before.is_some_and(|b| self.token(b).is_capital() || self.cx.tokens.is_any(b, &WHO));
        self.cx.tokens.is(trigger, "lives") && somewhere && someone
    }

    /// "fighting cancer", "fighting the ban", "fighting for their lives": whoever fights something is in no war.
    fn fights_something(&self, trigger: usize) -> bool {
        const PHRASE: usize = 4;
        let next = trigger + 1;
        let behind = next..(next + PHRASE).min(self.tokens.end);
        if self.cx.tokens.is(next, "for") && behind.into_iter().any(|i| self.cx.tokens.is_any(i, &["life", "lives"])) {
            return true;
        }
        self.cx.tokens.is(trigger, "fighting") && self.tokens.contains(&next) && {
            let t = self.token(next);
            let fought = t.is(class::ARTICLE | class::DETERMINER) || is_content(t) && !t.is(class::TENSE | class::VERB);
            t.is_word() && fought && !self.cx.tokens.is_any(next, &["began", "broke", "continued", "ended", "erupted", "resumed"])
        }
    }

    /// "pledged to repay $84,000": what somebody promises to do is told by the next verb, and no gift.
    fn promises(&self, trigger: usize) -> bool {
        let infinitive = self.cx.tokens.is(trigger + 1, "to") && self.tokens.contains(&(trigger + 2)) && {
            let t = self.token(trigger + 2);
            t.is_word() && !t.is_capital() && !t.is(class::ARTICLE | class::DETERMINER | class::PRONOUN)
        };
        infinitive && self.cx.tokens.is_any(trigger, &["pledge", "pledged", "pledges", "pledging"])
    }

    /// The word tells what somebody's work is: "homicide detectives", "the robbery-homicide department".
    fn is_of_a_squad(&self, trigger: usize) -> bool {
        const JOINED: usize = 2;
        let joined = self.tokens.contains(&(trigger + 1)) && self.token(trigger + 1).is_punct('-');
        let next = trigger + 1 + if joined { JOINED } else { 0 };
        self.tokens.contains(&next) && words::SETS.has(self.token(next), words::SQUAD)
    }

    /// A capital in the middle of a sentence: `Jobs`, who is not known by more.
    fn is_named(&self, i: usize) -> bool {
        let t = self.token(i);
        t.is_capital() && !t.has(form::ALL_CAPS) && i > self.tokens.start && {
            let before = self.token(i - 1);
            before.is_word() && !before.is_capital()
        }
    }

    /// A verb with the figure for its object: "missing 10 games", but "the missing 10".
    fn misses(&self, at: &Range<usize>, trigger: usize) -> bool {
        let before = trigger.checked_sub(1).filter(|b| self.tokens.contains(b));
        trigger + 1 == at.start && self.cx.tokens.is(trigger, "missing") && !before.is_some_and(|b| self.token(b).is(class::ARTICLE))
    }

    /// They fled from a crime, not from danger: on foot, with the loot, in a car.
    fn gets_away(&self, trigger: usize) -> bool {
        let next = trigger + 1;
        words::SETS.has(self.token(trigger), words::FLEEING)
            && self.tokens.contains(&next)
            && (self.cx.tokens.is_any(next, &["on", "with", "by"])
                || self.cx.tokens.is(next, "in") && self.cx.tokens.get(next + 1).is_some_and(|t| t.is(class::ARTICLE)))
    }

    /// Those who are counted did it to others: "two men accused of killing her", "four men who shot a guard", "two men killed a mother".
    fn is_done_by(&self, at: &Range<usize>, trigger: usize) -> bool {
        const NEXT: usize = 3;
        // "two of them in masks, stole the jewels", "made off with the jewels": unlike `stolen` never suffered
        if trigger >= at.end && self.cx.tokens.is_any(trigger, &["got", "made", "making", "steal", "stealing", "steals", "stole"]) {
            return true;
        }
        if !words::SETS.has(self.token(trigger), words::DEED) {
            return false;
        }
        let blamed = |mut tokens: Range<usize>| tokens.any(|i| words::SETS.has(self.token(i), words::BLAMED));
        if blamed(at.end..(at.end + NEXT).min(self.tokens.end)) {
            return true;
        }
        if trigger < at.end {
            return false;
        }
        let article = self.token(trigger - 1).is(class::ARTICLE | class::PRONOUN);
        let link = trigger.checked_sub(1 + usize::from(article));
        let linked = link.is_some_and(|i| self.cx.tokens.is_any(i, &["after", "for", "in", "of", "over", "to", "with"]));
        let passive = (at.end..trigger).any(|i| self.token(i).is(class::AUXILIARY));
        let object = self.tokens.contains(&(trigger + 1)) && {
            let t = self.token(trigger + 1);
            let day = t.is(class::WEEKDAY | class::MONTH);
            let function = t.is(class::PREPOSITION | class::CONJUNCTION | class::ADVERB | class::AUXILIARY);
            t.is(class::ARTICLE | class::PRONOUN) || t.is_word() && t.is_capital() && !day && !function
        };
        linked && blamed(at.end..trigger) || !passive && object
    }

    /// The token belongs to a name.
    pub(super) fn is_in_name(&self, i: usize) -> bool {
        let names = &self.found.names;
        names.get(names.partition_point(|n| n.tokens.end <= i)).is_some_and(|n| n.tokens.start <= i)
    }

    /// "two weeks after", "within ten days": how far two things lie apart, not how long one takes.
    pub(super) fn lies_between(&self, at: &Range<usize>) -> bool {
        self.cx.tokens.is_in(at.end, &SETS, BEHIND) || at.start > self.tokens.start && self.cx.tokens.is(at.start - 1, "within")
    }
}
