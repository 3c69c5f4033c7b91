//! A sentence as the words that tell what it is about.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::claim::{BlockRole, ClaimKind, Line, Short, SourceSentence};
use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::{class, lexicon, stem_of, synonyms, word_sets};
use crate::text::{Kind, Token, form, scan};

word_sets! {
    /// Words in the sentences of any report.
    ANYWHERE = 0: "anywhere_in_news";
    /// Words that leave open whether something is so.
    OPEN = 1: "leaves_it_open";
    /// Joins things of one kind in a list.
    JOINING = 2: "joining";
    /// Tells whose words they are.
    SAYING = 3: "saying_in_news";
    /// Tells that somebody says it is not so.
    DENYING = 4: "verb_of_denial";
    /// What follows is somebody's charge.
    ACCUSING = 5: "accusing";
    /// One of two does it to the other, and is not done the same by it.
    STRIKING = 6: "done_by_one_of_two";
    /// Verbs by which something is looked for or found.
    SEEKING = 7: "seeking_and_finding";
    /// What one may be of several bodies.
    OF_MANY = 8: "of_several_bodies";
}

/// Words among which the nearest with meaning is looked for.
const BESIDE: usize = 4;

/// The most tokens of a sentence that are looked at.
const LONGEST: usize = 96;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Light,
    /// A day of the week: two sentences are of one day or of two.
    Day,
    Number,
    Name,
    Full,
}

pub struct Word {
    /// Where it stands in the sentence, in bytes.
    pub bytes: Range<usize>,
    pub lower: Short,
    /// The stem that stands for all that mean the same.
    pub means: Short,
    pub weight: Weight,
    /// A mark stands before it.
    pub apart: bool,
    /// It says that something is not so, or leaves it open.
    pub turns: bool,
    /// It makes what is told somebody's charge.
    pub accuses: bool,
    /// A verb, or an adverb: no noun that the word before tells the kind of.
    pub verbal: bool,
    /// The clitic of a genitive stands behind it.
    pub owns: bool,
    pub kind: Name,
    /// Stands before names and is not part of them.
    pub title: bool,
    /// Perhaps an abbreviation, or not a name at all.
    is_other: bool,
    /// Tells what sort of place or body a name is of: `Hospital`.
    pub generic: bool,
    /// A hyphen ties it to another word.
    pub tied: bool,
    /// It stands in quotation marks.
    pub quoted: bool,
}

impl Word {
    /// A mark other than a hyphen stands before it.
    pub fn begins(&self) -> bool {
        self.apart && !self.tied
    }
}

/// What a name is of, by the article's claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Unknown,
    Person,
    Place,
}

/// A sentence of an article.
pub struct Passage {
    pub article: usize,
    pub sentence: u32,
    pub headline: bool,
    pub words: Vec<Word>,
}

impl Passage {
    /// The sentences of all articles that are the articles' own.
    pub fn all(lines: &[Line]) -> Vec<Passage> {
        lines.iter().enumerate().flat_map(|(l, line)| of_line(l, line)).collect()
    }

    /// The words with meaning next to some words: two on each side; where one side has fewer, more of the other.
    pub fn near(&self, at: &Range<usize>) -> Vec<&Word> {
        const EACH: usize = 2;
        let full = |w: &&Word| matches!(w.weight, Weight::Full | Weight::Name);
        let (before, behind) = (self.words[..at.start].iter().rev().filter(full), self.words[at.end..].iter().filter(full));
        let (mut left, mut right): (Vec<&Word>, Vec<&Word>) = (before.take(2 * EACH).collect(), behind.take(2 * EACH).collect());
        let (few, more) = (left.len().min(EACH), right.len().min(EACH));
        left.truncate(2 * EACH - more);
        right.truncate(2 * EACH - few);
        left.append(&mut right);
        left
    }

    /// What stands behind `of` at word `end`: "convicted | of involuntary manslaughter"; empty where no `of` does.
    pub fn charge(&self, end: usize) -> BTreeSet<&str> {
        let of = self.words.get(end).is_some_and(|w| w.lower == "of");
        if of { self.object(end + 1) } else { BTreeSet::new() }
    }

    /// The words with meaning from word `start` on, as far as the next mark or preposition: "survived | the crash"
    pub fn object(&self, start: usize) -> BTreeSet<&str> {
        const REACH: usize = 7;
        let preposition = |w: &&Word| lexicon().words.classes(lexicon().words.id(&w.lower)).any(class::PREPOSITION);
        let behind = self.words.iter().skip(start).take(REACH).take_while(|w| !w.apart && !preposition(w));
        behind.filter(|w| w.weight == Weight::Full).map(|w| w.means.as_str()).collect()
    }

    /// The nearest word with meaning before word `at`, if no mark stands between them, or with `over` even then.
    pub fn before(&self, at: usize, over: bool) -> Option<&Word> {
        self.place_before(at, over).map(|i| &self.words[i])
    }

    /// The nearest word with meaning from word `end` on, if no mark stands before it.
    pub fn behind(&self, end: usize) -> Option<&Word> {
        self.place_behind(end).map(|i| &self.words[i])
    }

    /// Where [`Self::before`] stands.
    pub fn place_before(&self, at: usize, over: bool) -> Option<usize> {
        let near = at.saturating_sub(BESIDE)..at;
        near.rev().take_while(|i| over || !self.words[i + 1].apart).find(|i| self.words[*i].weight != Weight::Light)
    }

    /// Where [`Self::behind`] stands.
    pub fn place_behind(&self, end: usize) -> Option<usize> {
        let near = end..(end + BESIDE).min(self.words.len());
        near.take_while(|i| !self.words[*i].apart).find(|i| self.words[*i].weight != Weight::Light)
    }

    /// The meanings of the words around some words, and whether each is a name.
    pub fn told(&self, at: &Range<usize>) -> BTreeMap<&str, bool> {
        const AROUND: usize = 12;
        let around = at.start.saturating_sub(AROUND)..(at.end + AROUND).min(self.words.len());
        let full = |w: &&Word| matches!(w.weight, Weight::Full | Weight::Name | Weight::Number);
        let others = around.filter(|i| !at.contains(i)).map(|i| &self.words[i]).filter(full);
        others.map(|w| (w.means.as_str(), w.weight == Weight::Name)).collect()
    }

    /// Some words stand in a list of others of their kind.
    pub fn lists(&self, at: &Range<usize>) -> bool {
        let joins = |i: usize| self.words.get(i).is_some_and(|w| SETS.holds(&w.lower, JOINING));
        let row = self.words.get(at.end).is_some_and(|w| w.apart && w.weight == Weight::Name);
        joins(at.start.wrapping_sub(1)) || joins(at.start.wrapping_sub(2)) || joins(at.end) || row
    }

    /// A verb of saying stands next to the name: what is told are its bearer's words.
    pub fn is_speaker(&self, at: &Range<usize>) -> bool {
        const REACH: usize = 2;
        let says = |w: &Word| SETS.holds(&w.lower, SAYING);
        self.words[at.start.saturating_sub(REACH)..at.start].iter().chain(self.words.iter().skip(at.end).take(REACH)).any(says)
    }

    /// The names in a sentence that is no heading.
    pub fn names(&self) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        for (i, w) in self.words.iter().enumerate().filter(|(_, w)| w.weight == Weight::Name && !w.title && !self.headline) {
            match out.last_mut().filter(|r| r.end == i && !w.apart) {
                Some(run) => run.end = i + 1,
                None => out.push(i..i + 1),
            }
        }
        out.retain(|r| self.words[r.clone()].iter().all(|w| !w.is_other));
        out
    }

    /// The titles right before a name.
    pub fn titles(&self, at: usize) -> BTreeSet<&str> {
        const MOST: usize = 4;
        let near = at.saturating_sub(MOST)..at;
        let before = near.rev().take_while(|i| self.words[*i].weight == Weight::Name && !self.words[i + 1].apart);
        before.map(|i| self.words[i].means.as_str()).collect()
    }

    /// A verb by which somebody denies what follows: `denied | that`, `denies | hitting`, but not `was denied bail`.
    pub fn denies(&self, at: usize) -> bool {
        let suffered = at.checked_sub(1).is_some_and(|i| matches!(self.words[i].lower.as_str(), "was" | "were" | "been" | "be"));
        SETS.holds(&self.words[at].lower, DENYING) && !suffered
    }

    /// A verb by which one of two does something to the other: `beat`.
    pub fn strikes(&self, at: usize) -> bool {
        SETS.holds(&self.words[at].lower, STRIKING)
    }

    /// What makes the verb behind it one that is suffered: `was`.
    pub fn is_passive_auxiliary(&self, at: usize) -> bool {
        matches!(self.words[at].lower.as_str(), "was" | "were" | "been" | "be" | "being" | "get" | "got")
    }

    pub fn numbers(&self) -> BTreeSet<&str> {
        self.words.iter().filter(|w| w.weight == Weight::Number).map(|w| w.lower.as_str()).collect()
    }

    /// The words behind up to a mark.
    pub fn clause_behind(&self, at: usize) -> Range<usize> {
        const LONGEST: usize = 24;
        let end = (at + 1..(at + LONGEST).min(self.words.len())).find(|i| self.words[*i].apart);
        at + 1..end.unwrap_or((at + LONGEST).min(self.words.len()))
    }

    pub fn days(&self) -> BTreeSet<&str> {
        self.words.iter().filter(|w| w.weight == Weight::Day).map(|w| w.lower.as_str()).collect()
    }

    /// A name of which somebody may be one of many, or that of many somebody has: `a member of the | Orl Guild`.
    pub fn is_of_many(&self, at: usize) -> bool {
        const REACH: usize = 3;
        let near = &self.words[at.saturating_sub(REACH)..at];
        near.iter().any(|w| w.lower == "of") && near.iter().any(|w| SETS.holds(&w.lower, OF_MANY))
    }

    /// One of many that there may be was sought or found: `searched a | garage`.
    pub fn is_sought(&self, at: &Range<usize>) -> bool {
        let before = |n: usize| at.start.checked_sub(n).map(|i| self.words[i].lower.as_str());
        matches!(before(1), Some("a" | "an")) && before(2).is_some_and(|w| SETS.holds(w, SEEKING))
    }

    /// How many words of the sentence but for some negate something or leave it open.
    pub fn turns_beside(&self, at: &Range<usize>) -> usize {
        self.words[..at.start].iter().chain(&self.words[at.end..]).filter(|w| w.turns).count()
    }

    /// How many of the words right before a word negate it or leave it open.
    pub fn turns(&self, at: usize) -> usize {
        const REACH: usize = 6;
        self.words[at.saturating_sub(REACH)..at].iter().filter(|w| w.turns).count()
    }
}

/// A sentence of the article's own.
fn tells(s: &SourceSentence) -> bool {
    s.column > 0 && matches!(s.block, BlockRole::Headline | BlockRole::Crosshead | BlockRole::Body | BlockRole::Caption)
}

fn of_line(l: usize, line: &Line) -> Vec<Passage> {
    let mut named: FxHashMap<u32, Vec<(Range<u32>, Name)>> = FxHashMap::default();
    for c in &line.claims {
        let kind = match c.kind {
            ClaimKind::Person => Name::Person,
            ClaimKind::Place => Name::Place,
            _ => continue,
        };
        named.entry(c.sentence).or_default().push((c.byte_start..c.byte_end, kind));
    }
    let told = line.source.sentences.iter().zip(0..).filter(|(s, _)| tells(s));
    let passage = |(s, sentence): (&SourceSentence, u32)| {
        let names = named.get(&sentence).map_or(&[][..], Vec::as_slice);
        let headline = !matches!(s.block, BlockRole::Body | BlockRole::Caption);
        Passage { article: l, sentence, headline, words: words(s, names) }
    };
    told.map(passage).collect()
}

fn words(s: &SourceSentence, names: &[(Range<u32>, Name)]) -> Vec<Word> {
    let text = s.text.as_str();
    let tokens = scan(text, &lexicon().words);
    let mut out: Vec<Word> = Vec::new();
    let (mut apart, mut tied, mut quoted) = (false, false, false);
    // "Halden Capital bought the mill": a capital behind it, or a word that no table has, shows that the first is a name
    let follows = |i: usize| tokens.get(i + 1).is_some_and(|t| t.is_capital() && !t.is(class::FUNCTION));
    for (i, t) in tokens.iter().enumerate().take(LONGEST) {
        match t.kind {
            Kind::Word | Kind::Number => {
                let named = names.iter().find(|(bytes, _)| bytes.contains(&(s.byte_start + t.start)));
                let first = out.is_empty() && t.word != 0 && !follows(i);
                let word = word(text, t, apart, first, named.map_or(Name::Unknown, |n| n.1));
                out.push(Word { tied: tied && t.glued(), quoted, ..word });
                (apart, tied) = (false, false);
            }
            Kind::Clitic => out.last_mut().into_iter().for_each(|w| w.owns = true),
            Kind::Punct | Kind::Address => {
                quoted = match t.punct() {
                    Some('“') => true,
                    Some('”') => false,
                    Some('"') => !quoted,
                    _ => quoted,
                };
                tied = t.is_punct('-') && t.glued();
                out.last_mut().filter(|_| tied).into_iter().for_each(|w| w.tied = true);
                apart = true;
            }
        }
    }
    out
}

fn word(text: &str, t: &Token, apart: bool, first: bool, kind: Name) -> Word {
    const SHORT: usize = 5;
    // "a German tourist" is at no place
    let kind = if t.is(class::DEMONYM) { Name::Unknown } else { kind };
    let lower = Short::from(t.text(text).to_lowercase());
    let light = t.is(class::FUNCTION | class::NEGATION | class::TEMPORAL | class::MONTH) || SETS.has(t, ANYWHERE | OPEN);
    let weight = match () {
        () if t.is(class::WEEKDAY) => Weight::Day,
        () if t.is_number() || t.is(class::NUMBER) => Weight::Number,
        () if kind != Name::Unknown || t.is_capital() && !first && !light => Weight::Name,
        () if light => Weight::Light,
        () => Weight::Full,
    };
    let means = if weight == Weight::Light { Short::default() } else { Short::from(synonyms::of(&stem_of(&lower))) };
    let in_may = t.is(class::MONTH) && t.is_capital();
    let inflected = ["ed", "ing", "ly"].iter().any(|end| lower.ends_with(end));
    Word {
        bytes: t.start as usize..t.end as usize,
        turns: t.is(class::NEGATION) || SETS.has(t, OPEN | DENYING) && !in_may,
        accuses: SETS.has(t, ACCUSING),
        verbal: t.is(class::CUE | class::EVENT) || inflected || is_irregular_form(&lower),
        title: kind != Name::Person && t.is(class::TITLE | class::ROLE),
        is_other: t.has(form::DOTTED | form::DIGIT)
            || t.has(form::ALL_CAPS) && lower.len() <= SHORT
            || lower.contains(['\'', '’'])
            || t.is(class::CURRENCY) && !t.is(class::DEMONYM),
        tied: false,
        quoted: false,
        generic: t.is(class::ORGANISATION),
        lower,
        means,
        weight,
        apart,
        owns: false,
        kind,
    }
}
