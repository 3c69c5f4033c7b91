//! Who of several people with one surname is meant by it alone.
//!
//! A report names one of a family by the surname alone, the one that it is about; the others are brought in beside their kin ("his wife,
//! Ann Lee") and are soon named by their given names or with a title.

use rustc_hash::FxHashSet;

use super::Segment;
use super::people::People;
use super::weights::Label;
use crate::extract::Context;
use crate::lexicon::class;
use crate::text::Token;

mod deeds {
    use crate::lexicon::word_sets;

    word_sets! {
        /// Deadly deeds, as verbs and nouns.
        DONE = 0: "deed";
        /// Nouns of what else happens to the person behind them: `the disappearance of`.
        SUFFERED = 1: "suffered";
    }
}

/// What an article shows of the people who share surnames, by the number of their fullest name.
pub struct Bearers {
    /// Those who are brought in beside their kin.
    beside: FxHashSet<usize>,
    /// Those of them who stand behind the surname alone: "Lee's father, John Lee".
    kin: FxHashSet<usize>,
    /// Those beside their kin whom something said in their sentence may be from.
    heard: FxHashSet<usize>,
    /// The sentence in which each was last named in full or with a title.
    named: Vec<Option<usize>>,
    /// How often each is named before anybody else of the surname is.
    told: Vec<usize>,
    /// How often with a courtesy that means nobody else of the surname.
    addressed: Vec<usize>,
    /// Those who share a surname, with how the offices begin that are named beside them: `gov` of `Gov. Knut Hoyer`.
    offices: FxHashSet<(usize, String)>,
    /// Sentences with those to whom something was done in them by another of the surname: `Lee was convicted of the murder of Ann Lee`.
    harmed: FxHashSet<(usize, usize)>,
}

/// A mention by one word.
pub struct Mention<'a> {
    /// The number of the name, and of its sentence.
    pub name: usize,
    pub sentence: usize,
    pub segment: &'a Segment,
}

impl Bearers {
    /// `persons`: the number of the name of each person's segment, in order.
    pub fn of(cx: &Context, segments: &[Segment], persons: &[usize], people: &People) -> Bearers {
        let (names, none) = (people.names(), FxHashSet::default);
        let mut bearers = Bearers {
            beside: none(),
            kin: none(),
            heard: none(),
            named: vec![None; names],
            told: vec![0; names],
            addressed: vec![0; names],
            offices: FxHashSet::default(),
            harmed: FxHashSet::default(),
        };
        let rivals = people.rivals();
        let mut seen = FxHashSet::default();
        let mut alone: (usize, Vec<usize>) = (usize::MAX, Vec::new());
        for (s, name) in segments.iter().filter(|s| s.label == Label::Person).zip(persons) {
            let sentence = sentence_of(cx, s);
            if alone.0 != sentence {
                alone = (sentence, Vec::new());
            }
            if s.tokens.len() == 1 {
                alone.1.push(*name);
                let mut met = people.sharing(*name).iter().filter(|p| seen.contains(*p));
                if let (Some(only), None) = (met.next(), met.next()) {
                    bearers.told[*only] += 1;
                }
                let full = people.fullest(*name);
                if full != *name && rivals.get(&full).is_some_and(|all| all.iter().all(|p| *p == full || !seen.contains(p))) {
                    bearers.addressed[full] += 1;
                }
                continue;
            }
            let full = people.fullest(*name);
            if is_harmed(cx, s) {
                bearers.harmed.insert((sentence, full));
            }
            let first = rivals.get(&full).is_some_and(|all| all.iter().all(|p| *p == full || !seen.contains(p)));
            bearers.told[full] += first as usize;
            if rivals.contains_key(&full)
                && let Some(all) = cx.article.sentences.get(sentence)
            {
                bearers.offices.extend(all.tokens.clone().filter_map(|i| Some((full, beginning_of_office(cx, i)?))));
            }
            if seen.insert(full) {
                let behind = alone.1.iter().any(|bare| people.fullest(*bare) == full || people.sharing(*bare).contains(&full));
                let kin = follows_kin(cx, s);
                bearers.introduce(full, kin, behind);
                if kin && speaks(cx, sentence) {
                    bearers.heard.insert(full);
                }
            }
        }
        bearers
    }

    fn introduce(&mut self, full: usize, kin: bool, behind: bool) {
        if kin {
            self.beside.insert(full);
        }
        if kin && behind {
            self.kin.insert(full);
        }
    }

    /// Notes that somebody was named in full or with a title.
    pub fn name(&mut self, full: usize, sentence: usize) {
        self.named[full] = Some(sentence);
    }

    /// Notes that somebody who was brought in beside kin goes on being told of.
    pub fn go_on(&mut self, full: usize, sentence: usize) {
        if self.beside.contains(&full) {
            self.name(full, sentence);
        }
    }

    /// Who is meant by a surname, by the number of the fullest name; `None` where that stays open. `is_she`: whether somebody is a woman.
    pub fn meant(&self, cx: &Context, mention: &Mention, people: &People, is_she: impl Fn(usize) -> Option<bool>) -> Option<usize> {
        let spouse = spouse_behind(cx, mention.segment);
        let fitting = |p: &&usize| self.may_be(**p, mention.sentence) && spouse.is_none_or(|she| is_she(**p).is_none_or(|own| own == she));
        let near = |p: &&usize| self.named[**p].is_some_and(|s| s + 1 >= mention.sentence && self.may_be(**p, s));
        let several = people.sharing(mention.name);
        if several.is_empty() {
            let one = people.fullest(mention.name);
            return Some(one).filter(|p| fitting(&p) && (!self.kin.contains(p) || near(&p)));
        }
        // "the elder Lee": not whom the surname alone would mean
        let before = mention.segment.tokens.start.wrapping_sub(1);
        if cx.tokens.is_any(before, &["elder", "older", "younger", "senior"]) {
            return None;
        }
        if let Some(main) = self.main(several, mention.sentence).filter(|p| fitting(&p)) {
            return Some(main);
        }
        // "Secretary Lee", where "Mrs. Lee" was the one all along, and the other is "Governor Lee"
        if follows_office(cx, mention.segment)
            && let Some(one) = self.addressed(several).filter(|p| fitting(&p))
            && let Some(office) = beginning_of_office(cx, before)
            && several.iter().filter(|p| **p != one).all(|p| self.is_of_other_office(*p, &office))
        {
            return Some(one);
        }
        let mut just_named = several.iter().filter(fitting).filter(near);
        if let (Some(only), None) = (just_named.next(), just_named.next()) {
            return Some(*only);
        }
        let mut own = several.iter().filter(fitting).filter(|p| !self.beside.contains(p));
        match (own.next(), own.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        }
    }
}

impl Bearers {
    /// A surname alone may mean somebody in a sentence, unless another of the surname harms him there.
    pub fn may_be(&self, full: usize, sentence: usize) -> bool {
        !self.harmed.contains(&(sentence, full))
    }

    /// The article names offices beside them, but not this one.
    fn is_of_other_office(&self, full: usize, office: &str) -> bool {
        let mut own = self.offices.iter().filter(|(p, _)| *p == full).peekable();
        own.peek().is_some() && own.all(|(_, o)| o != office)
    }

    /// The one whom courtesies have meant before another with the surname is named at all.
    fn addressed(&self, several: &[usize]) -> Option<usize> {
        const OFTEN: usize = 3;
        several.iter().copied().find(|p| self.addressed[*p] + self.told[*p] >= OFTEN && self.addressed[*p] > 0)
    }

    /// The one whom the article is about: told of so often before another with the surname is named at all. `None` in a sentence that names
    /// only the other, and beside a relative who speaks: a report on the dead goes on with the father.
    fn main(&self, several: &[usize], sentence: usize) -> Option<usize> {
        const OFTEN: usize = 3;
        let main = several.iter().copied().find(|p| self.told[*p] >= OFTEN)?;
        let here = |p: usize| self.named[p] == Some(sentence);
        let others = || several.iter().copied().filter(|p| *p != main);
        let speaks = || others().any(|p| self.heard.contains(&p));
        (!speaks() && (here(main) || !others().any(here))).then_some(main)
    }
}

/// `the murder of | Ann Lee`, `killed | Ann Lee`, `the killing of his wife, | Ann Lee`: something was done to her.
fn is_harmed(cx: &Context, s: &Segment) -> bool {
    const REACH: usize = 6;
    let from = s.tokens.start.saturating_sub(REACH);
    let between = |t: &Token| {
        t.is_punct(',') || t.is_punct('.') || t.is(class::KINSHIP | class::DETERMINER | class::PRONOUN | class::TITLE | class::ROLE)
    };
    let led =
        (from..s.tokens.start).rev().find(|i| !between(&cx.tokens.all[*i]) && !cx.tokens.is_any(*i, &["of", "the", "pregnant", "young"]));
    led.is_some_and(|i| deeds::SETS.has(&cx.tokens.all[i], deeds::DONE | deeds::SUFFERED))
}

/// Somebody says something in a sentence.
fn speaks(cx: &Context, sentence: usize) -> bool {
    cx.article.sentences.get(sentence).is_some_and(|s| cx.tokens.all[s.tokens.clone()].iter().any(|t| t.is(class::CUE) && !t.is_capital()))
}

pub fn sentence_of(cx: &Context, s: &Segment) -> usize {
    cx.article.sentences.partition_point(|sentence| sentence.tokens.end <= s.tokens.start)
}

/// `Senator | Lee`: the word before is that of an office.
pub fn follows_office(cx: &Context, s: &Segment) -> bool {
    let before = s.tokens.start.checked_sub(1).map(|i| &cx.tokens.all[i]);
    before.is_some_and(|t| t.is(class::ROLE) && t.is_capital())
}

/// By its first letters an office is known in full and cut short: `Gov.`, `governor`.
fn beginning_of_office(cx: &Context, i: usize) -> Option<String> {
    const LETTERS: usize = 3;
    let role = cx.tokens.all.get(i).is_some_and(|t| t.is(class::ROLE) && !t.is(class::KINSHIP));
    role.then(|| cx.tokens.str(i).chars().take(LETTERS).flat_map(char::to_lowercase).collect())
}

/// `his wife, Ann Lee`, `the daughters Ann and Jane Lee`.
pub fn follows_kin(cx: &Context, s: &Segment) -> bool {
    const REACH: usize = 5;
    let from = s.tokens.start.saturating_sub(REACH);
    for i in (from..s.tokens.start).rev() {
        let t = &cx.tokens.all[i];
        if t.is(class::KINSHIP) {
            return true;
        }
        if !(t.is_punct(',') || t.is(class::CONJUNCTION) || t.is_word() && t.is_capital()) {
            return false;
        }
    }
    false
}

/// Whether a name is a woman's by the spouse or the reflexive whom its clause gives it: `Lee was found guilty of murdering his wife`.
fn spouse_behind(cx: &Context, s: &Segment) -> Option<bool> {
    const REACH: usize = 18;
    let end = cx.article.sentences.get(sentence_of(cx, s)).map_or(s.tokens.end, |sentence| sentence.tokens.end);
    let of = |i: usize, words: &[&str]| cx.tokens.is_any(i + 1, words) || cx.tokens.is_any(i + 2, words);
    for i in s.tokens.end..end.min(s.tokens.end + REACH) {
        if cx.tokens.is(i, "his") && of(i, &["wife", "girlfriend", "fiancee", "fiancée", "ex-wife"]) {
            return Some(false);
        }
        if cx.tokens.is(i, "her") && of(i, &["husband", "boyfriend", "fiance", "fiancé", "ex-husband"]) {
            return Some(true);
        }
        match () {
            () if cx.tokens.is(i, "himself") => return Some(false),
            () if cx.tokens.is(i, "herself") => return Some(true),
            () => {}
        }
        let t = &cx.tokens.all[i];
        if t.is_word() && t.is_capital() || t.is_punct(',') {
            return None;
        }
    }
    None
}
