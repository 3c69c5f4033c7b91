//! A sentence as the words that tell what it is about.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::claim::{BlockRole, Line, Short, SourceSentence};
use crate::lexicon::{class, lexicon, stem_of, synonyms, word_sets};
use crate::text::{Kind, Token, scan};

word_sets! {
    /// Stand in the sentences of any report.
    ANYWHERE = 0: "anywhere_in_news";
    /// Leave it open whether it is so.
    OPEN = 1: "leaves_it_open";
}

/// Of so long a sentence the rest is not looked at.
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
    /// A verb, or an adverb: no noun that the word before tells the kind of.
    pub verbal: bool,
    /// The clitic of a genitive stands behind it.
    pub owns: bool,
}

/// A sentence of an article.
pub struct Passage {
    pub line: usize,
    pub sentence: u32,
    pub words: Vec<Word>,
}

impl Passage {
    /// The sentences of the articles' own that have a word of a family.
    pub fn all(lines: &[Line], has: impl Fn(&Word) -> bool) -> Vec<Passage> {
        let told = lines.iter().enumerate().flat_map(|(l, line)| line.source.sentences.iter().enumerate().map(move |(n, s)| (l, n, s)));
        let told = told.filter(|(_, _, s)| tells(s)).map(|(line, n, s)| Passage { line, sentence: n as u32, words: words(&s.text) });
        told.filter(|p| p.words.iter().any(&has)).collect()
    }

    /// The words that carry meaning on both sides of a word, as many as `most` on each.
    pub fn near(&self, at: usize, most: usize) -> impl Iterator<Item = &Word> {
        let full = |w: &&Word| matches!(w.weight, Weight::Full | Weight::Name);
        self.words[..at].iter().rev().filter(full).take(most).chain(self.words[at + 1..].iter().filter(full).take(most))
    }

    /// The nearest word that carries meaning before another, if no mark stands between.
    pub fn before(&self, at: usize) -> Option<&Word> {
        const REACH: usize = 4;
        let near = at.saturating_sub(REACH)..at;
        let reached = near.rev().take_while(|i| !self.words[i + 1].apart).find(|i| self.words[*i].weight != Weight::Light)?;
        Some(&self.words[reached])
    }

    /// The nearest behind it.
    pub fn behind(&self, at: usize) -> Option<&Word> {
        const REACH: usize = 4;
        let near = self.words.iter().skip(at + 1).take(REACH);
        near.take_while(|w| !w.apart).find(|w| w.weight != Weight::Light)
    }

    /// What the words mean that carry meaning, but for one.
    pub fn told(&self, but: usize) -> BTreeSet<(&str, bool)> {
        let full =
            self.words.iter().enumerate().filter(|(i, w)| *i != but && matches!(w.weight, Weight::Full | Weight::Name | Weight::Number));
        full.map(|(_, w)| (w.means.as_str(), w.weight == Weight::Name)).collect()
    }

    pub fn days(&self) -> BTreeSet<&str> {
        self.words.iter().filter(|w| w.weight == Weight::Day).map(|w| w.lower.as_str()).collect()
    }

    /// How many words of the clause before a word say that it is not so, or leave it open.
    pub fn turns(&self, at: usize) -> usize {
        const REACH: usize = 6;
        self.words[at.saturating_sub(REACH)..at].iter().filter(|w| w.turns).count()
    }
}

/// A sentence of the article's own.
fn tells(s: &SourceSentence) -> bool {
    s.column > 0 && matches!(s.block, BlockRole::Headline | BlockRole::Crosshead | BlockRole::Body | BlockRole::Caption)
}

fn words(text: &str) -> Vec<Word> {
    let tokens = scan(text, &lexicon().words);
    let mut out: Vec<Word> = Vec::new();
    let mut apart = false;
    for t in tokens.iter().take(LONGEST) {
        match t.kind {
            Kind::Word | Kind::Number => {
                out.push(word(text, t, apart, out.is_empty()));
                apart = false;
            }
            Kind::Clitic => out.last_mut().into_iter().for_each(|w| w.owns = true),
            Kind::Punct | Kind::Address => apart = true,
        }
    }
    out
}

fn word(text: &str, t: &Token, apart: bool, first: bool) -> Word {
    let lower = Short::from(t.text(text).to_lowercase());
    let light = t.is(class::FUNCTION | class::NEGATION | class::TEMPORAL | class::MONTH) || SETS.has(t, ANYWHERE | OPEN);
    let weight = match () {
        () if t.is(class::WEEKDAY) => Weight::Day,
        () if t.is_number() || t.is(class::NUMBER) => Weight::Number,
        () if t.is_capital() && !first && !light => Weight::Name,
        () if light => Weight::Light,
        () => Weight::Full,
    };
    let means = if weight == Weight::Light { Short::default() } else { Short::from(synonyms::of(&stem_of(&lower))) };
    let verbal = t.is(class::CUE | class::EVENT)
        || lower.ends_with("ed")
        || lower.ends_with("ing")
        || lower.ends_with("ly")
        || crate::lexicon::stem::is_irregular_form(&lower);
    Word {
        bytes: t.start as usize..t.end as usize,
        turns: t.is(class::NEGATION) || SETS.has(t, OPEN),
        lower,
        means,
        weight,
        apart,
        verbal,
        owns: false,
    }
}
