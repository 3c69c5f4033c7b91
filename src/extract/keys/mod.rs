//! The claim key: what a figure or a date is about, read off the words around it.
//!
//! There is no parse tree. Nearness stands in for it: the distance of two tokens is the number of tokens between them plus a price
//! for each boundary (comma, dash, conjunction, relative word) that lies between. The nearest word that shows a fitting measured
//! concept names the concept; the nearest names and dates are its subject, places and time.

mod age;
mod aside;
mod background;
mod concept;
mod date;
mod figure;
mod governed;
mod hearing;
mod landmark;
mod later;
mod number;
mod refine;
mod streak;
mod strike;
mod teller;
pub mod times;
mod topic;
mod who;
mod words;

use std::cell::OnceCell;
use std::ops::Range;

use super::Context;
use super::mention::{DateMention, Mentions, NameKind, NameMention};
use super::quotes::referents::{Referents, gender_of_pronoun};
use crate::claim::{Key, Short};
use crate::lexicon::class;
use crate::lexicon::tense::TenseWord;
use crate::text::{Kind, Token, form};

/// Beyond this distance no place locates a figure, and nobody owns it.
const SCOPE_REACH: u32 = 40;
/// Beyond this distance a date does not date a figure.
const TIME_REACH: u32 = 33;
/// The date before belongs to another figure where the date behind is nearer by this much.
const OTHER_END: u32 = 4;
/// Words and names farther away are not looked at.
const WORD_REACH: u32 = 60;
/// Content words kept per key, the nearest first.
const TERMS: usize = 12;
/// Names kept per key, the nearest first.
const ENTITIES: usize = 6;

/// One sentence with what the keys of its claims are read from.
pub struct Clause<'a> {
    cx: &'a Context<'a>,
    found: &'a Mentions,
    referents: &'a OnceCell<Referents<'a>>,
    /// Index of the sentence.
    sentence: usize,
    tokens: Range<usize>,
    /// Price of all boundaries before each token of the sentence.
    price: Vec<u32>,
    /// The content words that are in no name, date or figure.
    content: Vec<Content>,
}

/// A word that may carry meaning.
struct Content {
    token: usize,
    stem: Short,
    /// The first letters of the stem, by which most unlike stems are told apart.
    head: u64,
}

impl Content {
    fn new(token: usize, stem: Short) -> Content {
        let head = match stem.as_bytes().first_chunk::<8>() {
            Some(head) => u64::from_le_bytes(*head),
            None => stem.bytes().fold(0, |n, b| n << 8 | b as u64),
        };
        Content { token, stem, head }
    }

    fn is_like(&self, other: &Content) -> bool {
        self.head == other.head && self.stem == other.stem
    }
}

/// The names, dates or figures that lie in a range of tokens, as a range of indexes.
fn inside<T>(list: &[T], tokens: &Range<usize>, at: impl Fn(&T) -> &Range<usize>) -> Range<usize> {
    let from = list.partition_point(|m| at(m).start < tokens.start);
    from..list.partition_point(|m| at(m).start < tokens.end)
}

impl<'a> Clause<'a> {
    /// `referents` are computed when a key first needs them, and serve all sentences of the article.
    pub fn new(cx: &'a Context<'a>, found: &'a Mentions, referents: &'a OnceCell<Referents<'a>>, sentence: usize) -> Self {
        let tokens = cx.article.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
        let names = inside(&found.names, &tokens, |n| &n.tokens);
        let dates = inside(&found.dates, &tokens, |d| &d.tokens);
        let figures = inside(&found.figures, &tokens, |f| &f.tokens);
        let mut taken: Vec<Range<usize>> = found.names[names.clone()].iter().map(|n| n.tokens.clone()).collect();
        taken.extend(found.dates[dates.clone()].iter().map(|d| d.tokens.clone()));
        taken.extend(
            found.figures[figures].iter().map(|f| f.tokens.start..f.head.as_ref().map_or(f.tokens.end, |h| h.start.max(f.tokens.start))),
        );
        taken.sort_by_key(|r| r.start);
        let content = content(cx, &tokens, &taken);
        let price = price(cx, &tokens);
        Clause { cx, found, referents, sentence, tokens, price, content }
    }

    fn referents(&self) -> &Referents<'a> {
        self.referents.get_or_init(|| Referents::new(self.cx, self.found))
    }

    fn distance(&self, a: usize, b: usize) -> u32 {
        let (a, b) = (a.min(b), a.max(b));
        let price = |i: usize| self.price.get(i - self.tokens.start).or(self.price.last()).copied().unwrap_or(0);
        (b - a) as u32 + price(b) - price(a)
    }

    /// The distance between two ranges of tokens: 0 when they touch or overlap.
    fn apart(&self, a: &Range<usize>, b: &Range<usize>) -> u32 {
        if a.start < b.end && b.start < a.end {
            return 0;
        }
        if a.end <= b.start { self.distance(a.end - 1, b.start) } else { self.distance(b.end - 1, a.start) }
    }

    /// Subject, names, places, time and content words around a range of tokens.
    fn scope(&self, at: &Range<usize>) -> Key {
        let mut key = Key { subject: self.subject(at), time: self.time(at), terms: self.terms(at), ..Key::default() };
        let mut names: Vec<(u32, &NameMention)> = self.names_near(at, WORD_REACH).iter().map(|n| (self.apart(at, &n.tokens), n)).collect();
        names.sort_by_key(|(distance, n)| (*distance, n.tokens.start));
        key.entities.reserve_exact(names.len().min(ENTITIES));
        for (distance, n) in names {
            let id = self.found.entities[n.entity].id.as_str();
            if key.entities.len() == ENTITIES {
                break;
            }
            let locates = n.kind == NameKind::Place && !n.metonym && !self.is_landmark(n);
            if locates && distance <= SCOPE_REACH && !key.places.iter().any(|p| p == id) {
                key.places.push(id.into());
            }
            if !key.entities.iter().any(|e| e == id) {
                key.entities.push(id.into());
                if self.is_teller(n) {
                    key.tellers.push(id.into());
                }
            }
        }
        key
    }

    /// The tokens of the sentence up to `reach` before and behind. A distance is never less than the tokens between, so that nothing
    /// within reach lies outside, and the work for a figure does not grow with the sentence.
    fn near(&self, at: &Range<usize>, reach: u32) -> Range<usize> {
        at.start.saturating_sub(reach as usize + 1).max(self.tokens.start)..(at.end + reach as usize + 1).min(self.tokens.end)
    }

    /// The names that begin near.
    fn names_near(&self, at: &Range<usize>, reach: u32) -> &[NameMention] {
        &self.found.names[inside(&self.found.names, &self.near(at, reach), |n| &n.tokens)]
    }

    fn token(&self, i: usize) -> &Token {
        &self.cx.tokens.all[i]
    }

    /// The stem of a word token in lower case; for an abbreviation or number the text itself.
    fn lemma(&self, i: usize) -> Option<Short> {
        Some(self.cx.lexicon.stem(self.cx.tokens.get(i)?, self.cx.tokens.text))
    }

    /// The nearest name before, within reach, or whom a nearer "he" stands for; before a second verb of the sentence's subject, that
    /// subject.
    fn subject(&self, at: &Range<usize>) -> Option<Short> {
        let names = || self.names_near(at, SCOPE_REACH).iter().rev().filter(|n| n.tokens.end <= at.start);
        // "finished his season in New Orleans with 106 carries" is of who finished it
        let acting = || names().filter(|n| !self.is_adverbial(n));
        // "according to the firm, it employs 5,000" is of the firm
        let before = acting().find(|n| !self.only_tells(n)).or_else(|| acting().next()).or_else(|| names().next());
        let from = before.map_or(self.near(at, SCOPE_REACH).start, |n| n.tokens.end);
        if let Some(person) = self.pronoun_before(from..at.start) {
            return Some(self.found.entities[person].id.as_str().into());
        }
        let before = before?;
        if self.opens_reported_clause(at) && self.is_teller(before) {
            return None;
        }
        if self.apart(at, &before.tokens) > SCOPE_REACH {
            return None;
        }
        let name = if self.begins_anew(before.tokens.end..at.start) { self.sentence_subject()? } else { before };
        Some(self.found.entities[name.entity].id.as_str().into())
    }

    /// It is the subject of what somebody tells: "Lee informed them that some 400 posts would go" are no posts of Lee's.
    fn opens_reported_clause(&self, at: &Range<usize>) -> bool {
        let light = |i: &usize| self.token(*i).is(class::HEDGE | class::ADVERB | class::ARTICLE);
        let before = (self.tokens.start..at.start).rev().find(|i| !light(i));
        before.is_some_and(|i| self.cx.tokens.is(i, "that"))
    }

    /// A place behind a preposition, as where something is done.
    fn is_adverbial(&self, name: &NameMention) -> bool {
        let before = name.tokens.start.checked_sub(1).filter(|i| *i >= self.tokens.start);
        name.kind == NameKind::Place && before.is_some_and(|i| self.token(i).is(class::PREPOSITION))
    }

    /// Who is named only for having told it: "according to the Herald, his district is", "as Lee notes, the fund holds".
    fn only_tells(&self, name: &NameMention) -> bool {
        const TITLE: usize = 3;
        let first = name.tokens.start;
        let before = (first.saturating_sub(TITLE).max(self.tokens.start)..first).rev();
        let mut title = before.skip_while(|i| self.token(*i).punct().is_none() && !self.token(*i).is(class::FUNCTION));
        let according =
            title.next().is_some_and(|i| i > self.tokens.start && self.cx.tokens.is(i, "to") && self.cx.tokens.is(i - 1, "according"));
        let led = [1, 2].into_iter().any(|n| first >= self.tokens.start + n && self.cx.tokens.is(first - n, "as"));
        let led = led && (self.cx.tokens.is(first - 1, "as") || self.token(first - 1).is(class::ARTICLE));
        let told = name.tokens.end + 1 < self.tokens.end && self.token(name.tokens.end).is(class::CUE);
        according || led && told && self.token(name.tokens.end + 1).is_punct(',')
    }

    /// Whom the last "he" or "she" of these tokens stands for, or who owns what is said to be what follows ("his district is"), if a
    /// sentence close before names the person.
    fn pronoun_before(&self, tokens: Range<usize>) -> Option<usize> {
        const REACH: usize = 2;
        // "his district is"
        const PHRASE: usize = 3;
        let copula = tokens.end.saturating_sub(1);
        // "her swim measured 34 km"
        let verb = |i: usize| self.token(i).is(class::AUXILIARY) || self.cx.lexicon.tense.get(self.token(i)) == Some(TenseWord::Past);
        let is = tokens.contains(&copula) && (verb(copula) || self.cx.tokens.str(copula).ends_with("ed"));
        let noun = |from: usize| is && from < copula && copula - from <= PHRASE && (from..copula).all(|i| is_content(self.token(i)));
        // "Ann Lee has a son; his salary is"
        let relative = |i: usize| tokens.clone().take_while(|k| *k < i).any(|k| self.token(k).is(class::KINSHIP | class::ROLE));
        let owned = |i: usize| self.cx.tokens.is_any(i, &["his", "her"]) && noun(i + 1) && !relative(i);
        let pronoun = tokens.clone().rev().find(|i| self.cx.tokens.is_any(*i, &["he", "she"]) || owned(*i))?;
        if self.cx.article.is_quoted(pronoun) {
            return None;
        }
        let gender = gender_of_pronoun(self.cx.tokens.str(pronoun))?;
        let (person, sentence) = self.referents().antecedent(pronoun, gender)?;
        (sentence + REACH >= self.sentence).then_some(person)
    }

    /// The name that opens the sentence, with a verb right behind.
    fn sentence_subject(&self) -> Option<&NameMention> {
        const OPENING: usize = 3;
        let first = &self.found.names[inside(&self.found.names, &self.tokens, |n| &n.tokens)].first()?;
        let opens = first.tokens.start < self.tokens.start + OPENING;
        let stop = |i: &usize| self.tokens.contains(i) && self.token(*i).is_punct('.');
        let verb = first.tokens.end + usize::from(stop(&first.tokens.end));
        let acts = self.tokens.contains(&verb) && self.token(verb).is(class::AUXILIARY | class::VERB | class::TENSE);
        (opens && acts).then_some(first)
    }

    /// A second verb of the sentence's subject, which the name before is not: "lies off the city of Bam and is home to 200 people".
    fn begins_anew(&self, between: Range<usize>) -> bool {
        between
            .clone()
            .any(|i| self.token(i).is(class::CONJUNCTION) && between.contains(&(i + 1)) && self.token(i + 1).is(class::AUXILIARY))
    }

    fn time(&self, at: &Range<usize>) -> Option<Short> {
        self.nearest_date(at)?.date.edtf.clone()
    }

    /// The date that says when a figure or another date holds.
    fn nearest_date(&self, at: &Range<usize>) -> Option<&DateMention> {
        let near = inside(&self.found.dates, &self.near(at, SCOPE_REACH), |d| &d.tokens);
        let opens = |d: &DateMention| d.tokens.start <= self.tokens.start + 2;
        // "was founded in 2007 and is backed with $60 million" dates the founding
        let of_another_verb = |d: &DateMention| d.tokens.end <= at.start && !opens(d) && self.begins_anew(d.tokens.end..at.start);
        let dates = self.found.dates[near].iter().filter(|d| d.tokens != *at && !of_another_verb(d) && !self.is_day_of_hearing(&d.tokens));
        let near = dates
            .map(|d| (self.apart(at, &d.tokens) + self.beyond(at, &d.tokens), d))
            // a date that opens its sentence is of the whole sentence
            .filter(|(distance, d)| *distance <= if opens(d) { SCOPE_REACH } else { TIME_REACH })
            .min_by_key(|(d, _)| *d)?;
        Some(near.1)
    }

    /// A price for a date behind the figure that only begins or ends a stretch ("the most since 2019"), and for one before that dates what
    /// the figure is compared with.
    fn beyond(&self, at: &Range<usize>, date: &Range<usize>) -> u32 {
        let word = |i: usize| self.tokens.contains(&i) && self.cx.tokens.is_any(i, &["since", "until", "before", "after", "than"]);
        let introduced = word(date.start) || date.start.checked_sub(1).is_some_and(word);
        // "2.4% in February from 2.7% in January"
        let compared = date.end + 1 == at.start && self.cx.tokens.is_any(date.end, &["against", "from", "versus"]);
        match () {
            _ if at.end <= date.start && introduced => SCOPE_REACH,
            _ if date.end <= at.start && self.dates_what_was(date) => SCOPE_REACH,
            _ if compared => OTHER_END,
            _ => 0,
        }
    }

    /// "up from 12 the day before, and 20 are missing": the day is that of the 12.
    fn dates_what_was(&self, date: &Range<usize>) -> bool {
        let number = date.start.checked_sub(2).filter(|from| *from >= self.tokens.start && self.cx.tokens.is(*from, "from"));
        let ends = date.end < self.tokens.end && self.token(date.end).is_punct(',');
        ends && number.is_some_and(|from| self.token(from + 1).is_number() || self.token(from + 1).is(class::NUMBER))
    }

    fn terms(&self, at: &Range<usize>) -> Vec<Short> {
        let window = self.near(at, WORD_REACH);
        let place = |token: usize| self.content.partition_point(|c| c.token < token);
        let near = &self.content[place(window.start)..place(window.end)];
        let mut out: Vec<&Content> = Vec::with_capacity(near.len().min(TERMS));
        let mut outward = self.outward(near, at);
        while out.len() < TERMS
            && let Some(word) = outward.next()
        {
            if !out.iter().any(|o| o.is_like(word)) {
                out.push(word);
            }
        }
        out.into_iter().map(|c| c.stem.clone()).collect()
    }

    /// The words of a list (which is in order of the text) from `at` outward: the nearest first, of two that are equally near the one
    /// before.
    fn outward<'s>(&self, words: &'s [Content], at: &Range<usize>) -> impl Iterator<Item = &'s Content> {
        let (before, rest) = words.split_at(words.partition_point(|c| c.token < at.start));
        let (inside, behind) = rest.split_at(rest.partition_point(|c| c.token < at.end));
        let far = |c: &'s Content| (self.apart(at, &(c.token..c.token + 1)), c);
        let mut before = before.iter().rev().map(far).peekable();
        let mut behind = behind.iter().map(far).peekable();
        let around = std::iter::from_fn(move || match (before.peek(), behind.peek()) {
            (Some(left), Some(right)) if right.0 < left.0 => behind.next(),
            (Some(_), _) => before.next(),
            _ => behind.next(),
        });
        inside.iter().chain(around.map(|(_, word)| word))
    }
}

/// A word that may carry meaning: no function word, no word of reporting.
fn is_content(t: &Token) -> bool {
    let function = class::FUNCTION | class::CUE;
    t.kind == Kind::Word && !t.is(function) && !t.has(form::DIGIT)
}

fn content(cx: &Context, tokens: &Range<usize>, taken: &[Range<usize>]) -> Vec<Content> {
    let mut taken = taken.iter().peekable();
    let mut out = Vec::with_capacity(tokens.len() / 2);
    for i in tokens.clone() {
        while taken.peek().is_some_and(|r| r.end <= i) {
            taken.next();
        }
        let t = &cx.tokens.all[i];
        if taken.peek().is_some_and(|r| r.contains(&i)) || !is_content(t) || t.end - t.start < 3 {
            continue;
        }
        out.push(Content::new(i, cx.lexicon.stem(t, cx.tokens.text)));
    }
    out
}

fn price(cx: &Context, tokens: &Range<usize>) -> Vec<u32> {
    let mut sum = 0;
    tokens
        .clone()
        .map(|i| {
            let t = &cx.tokens.all[i];
            sum += match t.punct() {
                Some(',' | '"' | '“' | '”') => 4,
                Some(';' | ':' | '—' | '–' | '(' | ')') => 10,
                _ if t.is(class::RELATIVE) => 6,
                _ if t.is(class::CONJUNCTION) => 3,
                _ => 0,
            };
            sum
        })
        .collect()
}
