//! The words around a date or place as parts of a clause, so that a piece of it begins at the head of a phrase and ends where one ends.
//!
//! There is no parse tree: what a word is, is read from the tables, from its form and from its neighbour.

mod phrases;
mod read;
mod shared;

use std::ops::Range;

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::{class, lexicon, word_sets};
use crate::text::{Token, scan};

word_sets! {
    /// Words that open a clause of time or reason: `before`, `because`.
    TURN = 0: "turning_clause";
    /// Words before the base form of a verb, as `to` is.
    MODAL = 1: "modal";
    /// Words that belong to the verb before them: `out`, `up`.
    PARTICLE = 2: "adverbial_particle";
    /// Leads to the place of what happened: `in`, `near`.
    LOCATING = 3: "locating_preposition";
}

/// Bytes on either side of the claim that are looked at.
const WINDOW: usize = 480;

/// What a token is in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It belongs to the claim.
    Own,
    /// A mark that ends a clause.
    Stop,
    Comma,
    Joint,
    /// Opens a clause of its own.
    Turn,
    Preposition,
    To,
    /// An article or what stands for it: `the`, `their`, `some`.
    Article,
    Auxiliary,
    Pronoun,
    Relative,
    Adverb,
    /// A weekday or a word like `yesterday`, other than the claim.
    Time,
    Verb,
    /// A noun, a name, a number or what describes one.
    Noun,
    /// The `'s` of an owner.
    Owning,
    /// Describes the noun before it by a verb: `measuring 5.2`.
    Participle,
}

/// The words around a claim.
pub struct Clause<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    parts: Vec<Part>,
    pub own: Range<usize>,
    /// The words that all sentences on this event have, in lower case; none where there is only one sentence.
    common: Option<FxHashSet<CompactString>>,
}

impl<'t> Clause<'t> {
    /// Around the bytes of a sentence that are the claim.
    pub fn around(sentence: &'t str, claim: Range<usize>) -> Clause<'t> {
        let from = window_start(sentence, claim.start);
        let text = &sentence[from..window_end(sentence, claim.end)];
        let tokens = without_brackets(text, scan(text, &lexicon().words), claim.start - from..claim.end - from);
        let inside = |t: &Token| (t.start as usize) < claim.end - from && claim.start - from < t.end as usize;
        let first = tokens.iter().position(inside).unwrap_or(tokens.len());
        let last = tokens.iter().rposition(inside).map_or(first, |i| i + 1);
        let mut clause = Clause { text, parts: Vec::with_capacity(tokens.len()), tokens, own: first..last, common: None };
        let titled = clause.is_in_capitals();
        for i in 0..clause.tokens.len() {
            let part = if clause.own.contains(&i) { Part::Own } else { clause.read(i, titled, from == 0 && i == 0) };
            clause.parts.push(part);
        }
        clause
    }

    /// The words in lower case.
    pub fn words(&self) -> FxHashSet<CompactString> {
        self.tokens.iter().map(|t| CompactString::from(t.text(self.text).to_lowercase())).collect()
    }

    /// The claim stands before a noun that it describes: "the | 2012 | attacks", "| Monday |'s debate".
    pub fn is_attributive(&self) -> bool {
        let end = self.own.end;
        let owner = self.is(end, Part::Owning) && self.is(end + 1, Part::Noun);
        owner || self.is(end, Part::Noun) && !self.tokens[end].is_number() && self.is_led_by_article()
    }

    fn is_led_by_article(&self) -> bool {
        let start = self.own.start;
        let article = |w: &str| matches!(w.to_lowercase().as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their");
        let verb = || is_irregular_form(self.word(self.own.end)) || self.word(self.own.end).ends_with("ed");
        let of = || self.word(start - 1) == "of" && !self.is_capital(self.own.end) && !verb();
        article(self.word(start)) && !self.is_capital(self.own.end)
            || start > 0 && (article(self.word(start - 1)) || self.is(start - 1, Part::Owning) || of())
    }

    pub fn part(&self, i: usize) -> Option<Part> {
        self.parts.get(i).copied()
    }

    pub fn is(&self, i: usize, part: Part) -> bool {
        self.part(i) == Some(part)
    }

    pub fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.text(self.text))
    }

    pub fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn is_capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(Token::is_capital)
    }

    pub fn is_cue(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(class::CUE))
    }

    pub fn is_negation(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(class::NEGATION))
    }

    pub fn is_modal(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| SETS.has(t, MODAL))
    }

    /// May lead to a noun phrase: "before | a judge".
    pub fn is_preposition(&self, i: usize) -> bool {
        self.is(i, Part::To) || self.tokens.get(i).is_some_and(|t| t.is(class::PREPOSITION))
    }

    /// May open a clause too.
    pub fn opens_clause(&self, i: usize) -> bool {
        self.word(i) == "as" || self.is(i, Part::Turn)
    }

    /// A word that belongs to the verb before it: `broke out`.
    pub fn is_particle(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| SETS.has(t, PARTICLE)) || matches!(self.word(i), "away" | "back")
    }

    /// The phrases among some tokens, without what stands between them: "council, tram plan".
    pub fn nouns(&self, kept: &[usize]) -> String {
        let runs = kept.chunk_by(|a, b| a + 1 == *b && self.is(*a, Part::Noun) && self.is(*b, Part::Noun));
        let phrases = runs.filter(|run| self.is(run[0], Part::Noun));
        phrases.map(|run| self.joined(run)).collect::<Vec<_>>().join(", ")
    }

    /// Some tokens as written, with a space where there is one or where something has been left out.
    pub fn joined(&self, kept: &[usize]) -> String {
        let mut out = String::new();
        for (n, &i) in kept.iter().enumerate() {
            let follows = n > 0 && kept[n - 1] + 1 == i && self.tokens[i].glued();
            if n > 0 && !follows {
                out.push(' ');
            }
            out.push_str(self.word(i));
        }
        out
    }
}

/// Where a word begins within the window before a byte.
fn window_start(sentence: &str, start: usize) -> usize {
    let Some(far) = start.checked_sub(WINDOW) else { return 0 };
    let far = (far..=start).find(|i| sentence.is_char_boundary(*i)).unwrap_or(start);
    sentence[far..start].find(char::is_whitespace).map_or(start, |i| far + i)
}

fn window_end(sentence: &str, end: usize) -> usize {
    if sentence.len() <= end + WINDOW {
        return sentence.len();
    }
    let far = (end..=end + WINDOW).rev().find(|i| sentence.is_char_boundary(*i)).unwrap_or(end);
    sentence[end..far].rfind(char::is_whitespace).map_or(end, |i| end + i)
}

/// Without what stands in brackets, unless the claim does.
fn without_brackets(text: &str, tokens: Vec<Token>, claim: Range<usize>) -> Vec<Token> {
    const LONGEST: usize = 24;
    let mark = |i: usize, c: char| tokens.get(i).is_some_and(|t: &Token| t.is_punct(c));
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let close = if mark(at, '(') { (at + 1..tokens.len().min(at + LONGEST)).find(|i| mark(*i, ')')) } else { None };
        let holds = |close: usize| tokens[at..=close].iter().any(|t| (t.start as usize) < claim.end && claim.start < t.end as usize);
        match close.filter(|close| !holds(*close)) {
            Some(close) => at = close + 1,
            None => {
                out.push(tokens[at]);
                at += 1;
            }
        }
    }
    debug_assert!(text.len() >= claim.end);
    out
}

fn is_number(t: &Token) -> bool {
    t.is_number() || t.is(class::NUMBER)
}
