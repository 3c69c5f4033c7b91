//! Whom pronouns and nominal mentions stand for: `he`, `the senator`, `the Republican`.
//!
//! A pronoun stands for the first person of fitting gender in the nearest sentence before it that names one outside quotations, or for
//! whoever was heard since; a nominal mention for the last person who was given that role.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::super::Context;
use super::super::mention::{Mentions, NameKind, NameMention};
use super::aside;
use super::holders::{Holder, NEAREST, Wanted};
use crate::lexicon::stem::stem;
use crate::lexicon::{Gender, class};

/// Sentences that are searched for the person of a pronoun.
const REACH: usize = 8;

/// The people of an article, by what pronouns and nouns may stand for them.
pub struct Referents<'a> {
    cx: &'a Context<'a>,
    found: &'a Mentions,
    gender: Vec<Option<Gender>>,
    /// Head word of a role, to those who have it, in order of their mentions.
    by_role: FxHashMap<&'a str, Vec<Holder<'a>>>,
    /// What each person has.
    held: FxHashMap<usize, Vec<Holder<'a>>>,
}

impl<'a> Referents<'a> {
    pub fn new(cx: &'a Context<'a>, found: &'a Mentions) -> Self {
        let mut gender = vec![None; found.entities.len()];
        let mut by_role: FxHashMap<&str, Vec<Holder>> = FxHashMap::default();
        let mut held: FxHashMap<usize, Vec<Holder>> = FxHashMap::default();
        let people = || found.names.iter().filter(|n| n.kind == NameKind::Person);
        for n in people() {
            gender[n.entity] = gender[n.entity].or_else(|| gender_of_title(cx, n));
        }
        for n in people() {
            gender[n.entity] = gender[n.entity].or_else(|| gender_of_given_name(cx, n));
        }
        for r in &found.roles {
            let head = r.title.rsplit(' ').next().unwrap_or(&r.title);
            gender[r.entity] = gender[r.entity].or_else(|| gender_of_role(cx, head));
            let holder = Holder::new(cx, r);
            by_role.entry(head).or_default().push(holder);
            held.entry(r.entity).or_default().push(holder);
        }
        Referents { cx, found, gender, by_role, held }
    }

    /// Whether a person may be of this gender.
    pub fn fits(&self, entity: usize, gender: Option<Gender>) -> bool {
        let known = self.gender[entity];
        gender.is_none() || known.is_none() || known == gender
    }

    pub fn is_person(&self, entity: usize) -> bool {
        self.found.entities[entity].kind == NameKind::Person
    }

    /// The person of a pronoun at token `at`, and the sentence that names the person.
    pub fn antecedent(&self, at: usize, gender: Gender) -> Option<(usize, usize)> {
        self.antecedent_but(at, gender, None)
    }

    /// The same for one who is not `addressed`.
    pub fn antecedent_but(&self, at: usize, gender: Gender, addressed: Option<usize>) -> Option<(usize, usize)> {
        let sentences = &self.cx.article.sentences;
        let here = sentences.partition_point(|s| s.tokens.end <= at);
        if let Some(person) = self.before_clause(at, gender) {
            return Some((person, here));
        }
        let addressed = addressed.or_else(|| self.whom(at));
        (here.saturating_sub(REACH)..=here).rev().filter(|s| *s < sentences.len()).find_map(|s| {
            let tokens = sentences[s].tokens.start..sentences[s].tokens.end.min(at);
            let opening = || self.opening_role(tokens.clone(), gender).filter(|e| addressed != Some(*e));
            let possessor = || if s == here { self.possessor(tokens.clone(), gender, addressed) } else { None };
            opening().or_else(|| self.first_person(tokens.clone(), gender, addressed)).or_else(possessor).map(|e| (e, s))
        })
    }

    /// The first person of fitting gender in a range of tokens, outside quotations; whoever does something comes before whom something is
    /// for or about. With two who do something together `he` is open, unless it can be only one of them.
    fn first_person(&self, tokens: Range<usize>, gender: Gender, addressed: Option<usize>) -> Option<usize> {
        let fits = |n: &NameMention| !self.possesses(n) && self.fits(n.entity, Some(gender)) && addressed != Some(n.entity);
        let mut people = self.people(tokens).peekable();
        let (mut joined_before, mut governed) = (false, None);
        while let Some(person) = people.next() {
            let joined = people.peek().is_some_and(|next| self.are_joined(person, next) && fits(person) && fits(next));
            if fits(person) && !joined && !joined_before {
                if !aside::is_governed(&self.cx.tokens, person) {
                    return Some(person.entity);
                }
                governed = governed.or(Some(person.entity));
            }
            joined_before = joined;
        }
        governed
    }

    /// `Lee's campaign fell apart when he …`: whose something is that the sentence begins with.
    fn possessor(&self, tokens: Range<usize>, gender: Gender, addressed: Option<usize>) -> Option<usize> {
        let fits = |n: &&NameMention| self.possesses(n) && self.fits(n.entity, Some(gender)) && addressed != Some(n.entity);
        let opening = tokens.start + 3;
        self.people(tokens).take_while(|n| n.tokens.start < opening).find(fits).map(|n| n.entity)
    }

    /// `The governor went on`, `In it, the governor`: the only one whom the article gives the role that opens a sentence.
    fn opening_role(&self, tokens: Range<usize>, gender: Gender) -> Option<usize> {
        const OPENING: usize = 10;
        let all = &self.cx.tokens;
        let opens = |i: &usize| *i == tokens.start || all.is(i - 1, ",");
        let the = tokens.clone().take(OPENING).find(|i| all.is(*i, "the") || all.is(*i, "The"))?;
        let head = the + 1;
        let role = self.cx.lexicon.roles.get(all.get(head)?.word).filter(|r| opens(&the) && !r.plural && head < tokens.end)?;
        let ends = all.get(head + 1).is_some_and(|t| t.is_word() && !t.is_capital() && !t.is(class::PREPOSITION | class::ROLE));
        let mut holders = self.by_role.get(role.title)?.iter().filter(|h| h.is_alone()).take(NEAREST).map(|h| h.entity);
        let first = holders.next().filter(|_| ends && !self.cx.article.is_quoted(the))?;
        (holders.all(|e| e == first) && self.fits(first, Some(gender))).then_some(first)
    }

    /// `However, one customer from Velm was cross`: the tokens of somebody without a name with whom a sentence begins that names nobody.
    pub fn introduced(&self, sentence: usize, gender: Gender) -> Option<Range<usize>> {
        const LONGEST: usize = 6;
        let all = &self.cx.tokens;
        let tokens = self.cx.article.sentences.get(sentence)?.tokens.clone();
        let adverb = tokens.len() > 2 && all.is(tokens.start + 1, ",");
        let start = tokens.start + 2 * adverb as usize;
        let counted = all.is_any(start, &["a", "an", "another", "one"]) && !self.cx.article.is_quoted(start);
        let person = |i: &usize| {
            let noun = all.all[*i].is_word() && !all.all[*i].is_capital();
            noun && self.cx.lexicon.kin.family(&stem(&all.all[*i].text(all.text).to_lowercase())) == Some("people")
        };
        let head = (start + 1..tokens.end.min(start + LONGEST)).find(person).filter(|_| counted)?;
        let plain = (start + 1..head).all(|i| all.all[i].is_word() && !all.all[i].is(class::PREPOSITION | class::AUXILIARY | class::CUE));
        let ends =
            all.get(head + 1).is_some_and(|t| t.is(class::PREPOSITION | class::AUXILIARY | class::RELATIVE | class::CUE) || !t.is_word());
        let fits = gender_of_role(self.cx, &all.all[head].text(all.text).to_lowercase()).is_none_or(|own| own == gender);
        (plain && ends && fits && !self.names_somebody(sentence)).then_some(start..head + 1)
    }

    /// `Ann Lee and Mayor Carl Webb`: only a title stands behind the word that joins them.
    fn are_joined(&self, first: &NameMention, second: &NameMention) -> bool {
        let tokens = &self.cx.tokens;
        let titles = first.tokens.end + 1..second.tokens.start;
        let titled =
            titles.len() <= 4 && titles.clone().all(|i| tokens.all[i].is(class::TITLE | class::ROLE | class::STATUS) || tokens.is(i, "."));
        tokens.is(first.tokens.end, "and") && titled
    }

    /// `his talk with Ann Lee, when she said`: the person right before the word that opens the clause of a pronoun at token `at`.
    fn before_clause(&self, at: usize, gender: Gender) -> Option<usize> {
        let opens = at.checked_sub(1).filter(|i| self.cx.tokens.is_any(*i, &["when", "where"]))?;
        let end = if opens > 0 && self.cx.tokens.is(opens - 1, ",") { opens - 1 } else { opens };
        let names = &self.found.names;
        let name = names.get(names.partition_point(|n| n.tokens.end < end)).filter(|n| n.tokens.end == end)?;
        (name.kind == NameKind::Person && self.fits(name.entity, Some(gender))).then_some(name.entity)
    }

    /// `Harry Lee, whom he called`: the person right before the relative pronoun before a pronoun at token `at`, who is not the one that is
    /// meant.
    fn whom(&self, at: usize) -> Option<usize> {
        let who = at.checked_sub(1).filter(|i| self.cx.tokens.is_any(*i, &["who", "whom"]))?;
        let end = if who > 0 && self.cx.tokens.is(who - 1, ",") { who - 1 } else { who };
        let names = &self.found.names;
        let name = names.get(names.partition_point(|n| n.tokens.end < end)).filter(|n| n.tokens.end == end)?;
        (name.kind == NameKind::Person).then_some(name.entity)
    }

    /// The person whom a sentence names outside quotations, if it names one and no other.
    pub fn sole_person(&self, sentence: usize) -> Option<usize> {
        let mut people = self.people(self.cx.article.sentences.get(sentence)?.tokens.clone()).map(|n| n.entity);
        let first = people.next()?;
        people.all(|e| e == first).then_some(first)
    }

    /// A sentence names a person outside quotations.
    pub fn names_somebody(&self, sentence: usize) -> bool {
        self.cx.article.sentences.get(sentence).is_some_and(|s| self.people(s.tokens.clone()).next().is_some())
    }

    /// The people named in a range of tokens, outside quotations; of a list no more than the first names.
    fn people(&self, tokens: Range<usize>) -> impl Iterator<Item = &NameMention> {
        const MOST: usize = 12;
        let names = &self.found.names;
        let from = names.partition_point(|n| n.tokens.start < tokens.start);
        let inside = names[from..].iter().take_while(move |n| n.tokens.end <= tokens.end).take(MOST);
        let said = |n: &&NameMention| n.kind == NameKind::Person && !self.cx.article.is_quoted(n.tokens.start);
        inside.filter(said).filter(|n| !aside::is_aside(&self.cx.tokens, n))
    }

    /// `Smith's lawyer`: the lawyer is meant, not Smith.
    fn possesses(&self, name: &NameMention) -> bool {
        self.cx.tokens.get(name.tokens.end).is_some_and(|t| t.kind == crate::text::Kind::Clitic)
    }

    /// The person whom a role with this head word, at token `at`, means, and the sentence that gives it to the person.
    pub fn with_role(&self, head: &str, wanted: &Wanted, at: usize) -> Option<(usize, usize)> {
        let holder = wanted.among(self.cx, self.by_role.get(head)?, at)?;
        Some((holder.entity, self.cx.article.sentences.partition_point(|s| s.tokens.end <= holder.token)))
    }

    /// Nothing that the article tells of a person speaks against a role.
    pub fn may_have(&self, entity: usize, wanted: &Wanted) -> bool {
        self.held.get(&entity).is_none_or(|held| wanted.may_be(held.iter().take(NEAREST)))
    }
}

/// The gender that a courtesy title before a mention shows.
fn gender_of_title(cx: &Context, name: &NameMention) -> Option<Gender> {
    let title = |i: usize| cx.tokens.get(i).and_then(|t| cx.lexicon.titles.get(t.word)).and_then(|t| t.gender);
    let start = name.tokens.start;
    start.checked_sub(1).and_then(title).or_else(|| start.checked_sub(2).and_then(title))
}

/// The gender that the given name of a mention shows.
fn gender_of_given_name(cx: &Context, name: &NameMention) -> Option<Gender> {
    let given = &cx.tokens.all[name.tokens.start];
    match (given.is(class::MALE_NAME), given.is(class::FEMALE_NAME)) {
        (true, false) if name.tokens.len() > 1 => Some(Gender::Male),
        (false, true) if name.tokens.len() > 1 => Some(Gender::Female),
        _ => None,
    }
}

/// The gender of the head word of a role or of a kinship: `spokesman`, `daughter`.
fn gender_of_role(cx: &Context, head: &str) -> Option<Gender> {
    let l = cx.lexicon;
    let word = l.words.id(head.split('-').next().unwrap_or(head));
    l.roles.get(word).and_then(|r| r.gender).or_else(|| l.kinship.get(word).and_then(|k| k.gender))
}

/// The gender of a pronoun for one person.
pub fn gender_of_pronoun(word: &str) -> Option<Gender> {
    let is = |pronoun: &&str| word.eq_ignore_ascii_case(pronoun);
    let male = ["he", "his", "him"].iter().any(is).then_some(Gender::Male);
    male.or_else(|| ["she", "her"].iter().any(is).then_some(Gender::Female))
}
