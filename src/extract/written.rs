//! Words as they stand between spaces, with the marks attached to them. The phrases around a name, a figure or a date are read from these.

use std::ops::Range;

use crate::lexicon::WordSets;
use crate::text::{Classes, Kind, Token, Tokens};

/// A word with its marks: `Shipping,`, `Norvik's`, `London-based`.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    tokens: Tokens<'a>,
    start: usize,
    end: usize,
    /// Its tokens without the marks around them and without the mark of a possessor.
    core: (usize, usize),
    possessive: bool,
}

/// A longer row of tokens without a space between them is cut.
const LONGEST: usize = 40;

/// The last words before token `end` of a sentence that begins at token `start`, in order of the text.
pub fn before(tokens: Tokens<'_>, start: usize, end: usize, most: usize) -> Vec<Written<'_>> {
    let mut words = Vec::with_capacity(most);
    let mut until = end;
    while until > start && words.len() < most {
        let from = word_start(tokens, until.saturating_sub(LONGEST).max(start)..until);
        words.push(Written::of(tokens, from..until));
        until = from;
    }
    words.reverse();
    words
}

/// The first words from token `start` on, in a sentence that ends before token `end`.
pub fn behind(tokens: Tokens<'_>, start: usize, end: usize, most: usize) -> Vec<Written<'_>> {
    let mut words = Vec::with_capacity(most);
    let mut from = start;
    while from < end && words.len() < most {
        let until = word_end(tokens, from..end.min(from + LONGEST));
        words.push(Written::of(tokens, from..until));
        from = until;
    }
    words
}

/// The words before a mention and behind it in its sentence, both in order of the text.
pub struct Around<'a> {
    pub before: Vec<Written<'a>>,
    pub behind: Vec<Written<'a>>,
    /// No space stands before the mention, none behind it.
    glued: [bool; 2],
    at: Range<usize>,
}

impl<'a> Around<'a> {
    /// The words on either side of some tokens, at most `most` of them.
    pub fn of(tokens: Tokens<'a>, sentence: &Range<usize>, at: &Range<usize>, most: usize) -> Self {
        let glued = |i: usize| sentence.contains(&i) && tokens.all[i].glued();
        Around {
            before: before(tokens, sentence.start, at.start, most),
            behind: behind(tokens, at.end, sentence.end, most),
            glued: [glued(at.start), glued(at.end)],
            at: at.clone(),
        }
    }

    /// The words before, the nearest first.
    pub fn back(&self) -> impl Iterator<Item = &Written<'a>> {
        self.before.iter().rev()
    }

    /// The word right before.
    pub fn last(&self) -> Option<&Written<'a>> {
        self.before.last()
    }

    /// The word right behind.
    pub fn next(&self) -> Option<&Written<'a>> {
        self.behind.first()
    }

    /// The tokens of the last words before; what is attached to the mention itself is no word.
    pub fn tokens_before(&self, words: usize) -> Range<usize> {
        let words = self.before.len().min(words + usize::from(self.glued[0]));
        self.before.get(self.before.len() - words).map_or(self.at.start, |w| w.start)..self.at.start
    }

    /// The tokens of the first words behind.
    pub fn tokens_behind(&self, words: usize) -> Range<usize> {
        let words = self.behind.len().min(words + usize::from(self.glued[1]));
        self.at.end..words.checked_sub(1).map_or(self.at.end, |last| self.behind[last].end)
    }
}

/// Where the word begins that ends some tokens.
fn word_start(tokens: Tokens<'_>, within: Range<usize>) -> usize {
    (within.start + 1..within.end).rev().find(|i| !tokens.all[*i].glued()).unwrap_or(within.start)
}

/// Where the word ends that begins some tokens.
fn word_end(tokens: Tokens<'_>, within: Range<usize>) -> usize {
    (within.start + 1..within.end).find(|i| !tokens.all[*i].glued()).unwrap_or(within.end)
}

/// How many tokens at the end of a word mark a possessor; behind a mark they are two: `Inc.'s`.
fn possessive(tokens: Tokens<'_>, word: &Range<usize>) -> usize {
    let last = word.end - 1;
    match tokens.all[last].kind {
        Kind::Clitic => 1,
        Kind::Word if last > word.start && tokens.is(last, "s") && tokens.is_any(last - 1, &["'", "’"]) => 2,
        _ => 0,
    }
}

impl<'a> Written<'a> {
    fn of(tokens: Tokens<'a>, word: Range<usize>) -> Self {
        let mark = possessive(tokens, &word);
        let all = &tokens.all[word.start..word.end - mark];
        let from = all.iter().position(|t| t.kind != Kind::Punct).unwrap_or(all.len());
        let until = all.iter().rposition(|t| t.kind != Kind::Punct).map_or(from, |i| i + 1);
        Written { tokens, start: word.start, end: word.end, core: (word.start + from, word.start + until), possessive: mark > 0 }
    }

    fn core(&self) -> &'a [Token] {
        &self.tokens.all[self.core.0..self.core.1]
    }

    /// As it stands there.
    pub fn text(&self) -> &'a str {
        self.tokens.span(self.start..self.end).of(self.tokens.text)
    }

    /// All its tokens.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = &'a Token> {
        self.tokens.all[self.start..self.end].iter()
    }

    /// Its first token, a mark or not.
    pub fn first(&self) -> &'a Token {
        &self.tokens.all[self.start]
    }

    /// It in lower case without the marks around it; one of a possessor stays.
    pub fn bare(&self) -> String {
        self.text().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
    }

    /// Its one token, a possessor's or not; none for a compound.
    pub fn noun(&self) -> Option<&'a Token> {
        match self.core() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Its one token; none for a compound and for a possessor.
    pub fn token(&self) -> Option<&'a Token> {
        self.noun().filter(|_| !self.is_possessive())
    }

    pub fn has(&self, sets: &WordSets, which: u32) -> bool {
        self.token().is_some_and(|t| sets.has(t, which))
    }

    /// The classes of its one token.
    pub fn class(&self) -> Classes {
        self.token().map_or(Classes::NONE, |t| t.class)
    }

    /// Whether it is one of some words in lower case.
    pub fn is(&self, words: &[&str]) -> bool {
        self.token().is_some_and(|t| words.iter().any(|w| t.text(self.tokens.text).eq_ignore_ascii_case(w)))
    }

    /// It begins with a capital, no mark before it.
    pub fn is_capital(&self) -> bool {
        self.tokens.all[self.start].is_capital()
    }

    pub fn is_possessive(&self) -> bool {
        self.possessive
    }

    pub fn ends_with(&self, marks: &[char]) -> bool {
        self.tokens.str(self.end - 1).ends_with(marks)
    }

    /// Nothing but this word behind a hyphen, right after a name: `-based`.
    pub fn is_suffix(&self, word: &str) -> bool {
        let hyphen = self.end == self.start + 2 && self.tokens.all[self.start].is_punct('-');
        hyphen && self.tokens.all[self.start].glued() && self.tokens.str(self.start + 1) == word
    }

    /// It in lower case, without marks; empty where it is nothing else.
    pub fn plain(&self) -> String {
        let core = self.core();
        let text = core.first().zip(core.last()).map_or("", |(a, b)| a.span().to(b.span()).of(self.tokens.text));
        text.trim_end_matches('.').to_lowercase()
    }
}
