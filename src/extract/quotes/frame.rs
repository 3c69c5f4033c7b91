//! A frame: one sentence, or the sentences that a quotation joins, seen as the tokens outside quotations with each quotation as one item.

use std::ops::Range;

use super::super::Context;
use super::super::mention::{Mentions, NameKind, NameMention};
use super::words::{PASSED_OVER, SETS};
use crate::lexicon::class;
use crate::lexicon::cues::{CueKind, Tense};
use crate::text::{Classes, Kind, Token};

/// A part of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Index of a token outside quotations; marks are left out.
    Token(usize),
    /// Index of an outer quotation.
    Quote(usize),
}

/// The items of one frame, with what they are looked up in.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub cx: &'a Context<'a>,
    pub names: &'a [NameMention],
    pub items: &'a [Item],
    /// Which items are quotations, and which are words that may be cues.
    pub quotes: &'a [usize],
    pub cues: &'a [usize],
}

impl<'a> Frame<'a> {
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// The token index at item `i`; none for a quotation and past the ends.
    pub fn index(&self, i: usize) -> Option<usize> {
        match self.items.get(i)? {
            Item::Token(t) => Some(*t),
            Item::Quote(_) => None,
        }
    }

    /// The token at item `i`, or the first one of its quotation; none has the greatest number past the end.
    pub fn token_at(&self, i: usize) -> usize {
        match self.items.get(i) {
            Some(Item::Token(t)) => *t,
            Some(Item::Quote(q)) => self.cx.article.quotations[*q].tokens.start,
            None => usize::MAX,
        }
    }

    /// The item within a range at which a name begins.
    pub fn item_of(&self, name: &NameMention, mut range: Range<usize>) -> Option<usize> {
        range.find(|i| self.index(*i) == Some(name.tokens.start))
    }

    /// The item of the last quotation before item `end`.
    pub fn quote_before(&self, end: usize) -> Option<usize> {
        self.quotes.partition_point(|q| *q < end).checked_sub(1).map(|n| self.quotes[n])
    }

    pub fn token(&self, i: usize) -> Option<&'a Token> {
        self.index(i).and_then(|t| self.cx.tokens.get(t))
    }

    pub fn quote(&self, i: usize) -> Option<usize> {
        match self.items.get(i)? {
            Item::Quote(q) => Some(*q),
            Item::Token(_) => None,
        }
    }

    /// The text of the word at item `i`; empty for everything else.
    pub fn word(&self, i: usize) -> &'a str {
        self.token(i).filter(|t| t.is_word()).map_or("", |t| t.text(self.cx.tokens.text))
    }

    /// Whether item `i` is a word of one of these sets of [`super::words`].
    pub fn is(&self, i: usize, sets: u32) -> bool {
        self.token(i).is_some_and(|t| SETS.has(t, sets))
    }

    pub fn has(&self, i: usize, class: Classes) -> bool {
        self.token(i).is_some_and(|t| t.is(class))
    }

    pub fn is_punct(&self, i: usize, marks: &[char]) -> bool {
        self.token(i).and_then(|t| t.punct()).is_some_and(|c| marks.contains(&c))
    }

    /// A comma, dash or bracket, by which an insertion is set off.
    pub fn is_comma(&self, i: usize) -> bool {
        match self.token(i).and_then(Token::punct) {
            Some(',' | '—' | '―' | '(' | ')') => true,
            Some('–' | '-') => !self.is_hyphen(i),
            _ => false,
        }
    }

    /// A hyphen inside a word: glued on both sides.
    pub fn is_hyphen(&self, i: usize) -> bool {
        let glued = |i: usize| self.token(i).is_some_and(Token::glued);
        let dash = self.is_punct(i, &['-']) && (self.is_punct(i + 1, &['-']) || self.is_punct(i.wrapping_sub(1), &['-']));
        self.is_punct(i, &['-', '–']) && glued(i) && glued(i + 1) && !dash
    }

    /// The two dashes between which item `at` stands: as many pairs as there are before it are closed.
    pub fn dashes(&self, at: usize) -> Option<(usize, usize)> {
        const INSERTION: usize = 40;
        const LONGEST: usize = 400;
        let dash = |i: &usize| self.is_punct(*i, &['—', '–', '―']) && !self.is_hyphen(*i);
        if at > LONGEST || (0..at).filter(dash).count() % 2 == 0 {
            return None;
        }
        let open = (at.saturating_sub(INSERTION)..at).rev().find(dash)?;
        let close = (at + 1..self.len().min(at + INSERTION)).find(dash)?;
        Some((open, close))
    }

    /// An adverb or auxiliary, which may stand between a subject and its verb.
    pub fn is_passed_over(&self, i: usize) -> bool {
        let Some(t) = self.token(i).filter(|t| t.kind == Kind::Word) else { return false };
        let adverb = || t.end - t.start > 4 && !t.is_capital() && self.word(i).as_bytes().ends_with(b"ly");
        t.is(class::AUXILIARY | class::ADVERB | class::WEEKDAY) || SETS.has(t, PASSED_OVER) || adverb()
    }

    /// The name mention that ends at item `end` (exclusive) and starts not before item `start`.
    pub fn name_ending(&self, start: usize, end: usize) -> Option<&'a NameMention> {
        let last = self.index(end.checked_sub(1)?)?;
        let first = self.index(start)?;
        let at = self.names.partition_point(|n| n.tokens.end <= last);
        self.names.get(at).filter(|n| n.tokens.end == last + 1 && n.tokens.start >= first)
    }

    /// The name mention that starts at item `i`, with a capital or a particle as all do.
    pub fn name_starting(&self, i: usize) -> Option<&'a NameMention> {
        let token = self.index(i)?;
        self.cx.tokens.get(token).filter(|t| t.is_capital() || t.is(class::PARTICLE))?;
        let at = self.names.partition_point(|n| n.tokens.start < token);
        self.names.get(at).filter(|n| n.tokens.start == token)
    }

    pub fn person_ending(&self, start: usize, end: usize) -> Option<&'a NameMention> {
        self.name_ending(start, end).filter(|n| n.kind == NameKind::Person)
    }

    /// The last mark of the quotation at item `i`, none if a word ends it. The mark that closes an inner quotation is left out.
    pub fn last_mark(&self, i: usize) -> Option<char> {
        last_mark(self.cx, self.quote(i)?)
    }

    /// Words outside quotations.
    pub fn words_outside(&self) -> usize {
        (0..self.len()).filter(|i| self.token(*i).is_some_and(Token::is_word)).count()
    }

    /// The tokens from item `range.start` to the item before `range.end`; none for an empty range or when an end is no token.
    pub fn tokens(&self, range: Range<usize>) -> Option<Range<usize>> {
        let tokens = self.index(range.start)?..self.index(range.end.checked_sub(1)?)? + 1;
        (tokens.start < tokens.end).then_some(tokens)
    }
}

/// Calls `each` with every frame of the article that holds a quotation or a cue, or has a quotation right behind it: its items, and the
/// range of its sentences.
pub fn frames(cx: &Context, found: &Mentions, mut each: impl FnMut(&Frame, Range<usize>)) {
    let outer: Vec<usize> = (0..cx.article.quotations.len()).filter(|q| cx.article.quotations[*q].level == 0).collect();
    let sentences = &cx.article.sentences;
    let (mut items, mut quotes, mut cues) = (Vec::new(), Vec::new(), Vec::new());
    let (mut next_quote, mut from) = (0, 0);
    while from < sentences.len() {
        let to = frame_end(cx, &outer, next_quote, from);
        let tokens = sentences[from].tokens.start..sentences[to - 1].tokens.end;
        if may_tell(cx, &outer, next_quote, &tokens) {
            collect(cx, &outer[next_quote..], tokens, &mut items);
            quotes.clear();
            quotes.extend((0..items.len()).filter(|i| matches!(items[*i], Item::Quote(_))));
            cues.clear();
            cues.extend((0..items.len()).filter(|i| matches!(items[*i], Item::Token(t) if cx.tokens.all[t].is(CUES))));
            next_quote += quotes.len();
            if !quotes.is_empty() || !cues.is_empty() || leads_to_quote(cx, &outer, next_quote, from..to) {
                each(&Frame { cx, names: &found.names, items: &items, quotes: &quotes, cues: &cues }, from..to);
            }
        }
        from = to;
    }
}

/// The sentence behind the last one that a quotation joins to sentence `from`; what says whose a quotation is joins it as well.
fn frame_end(cx: &Context, outer: &[usize], mut quote: usize, from: usize) -> usize {
    let sentences = &cx.article.sentences;
    let mut to = from + 1;
    while to < sentences.len() && sentences[to].block == sentences[from].block {
        let boundary = sentences[to].tokens.start;
        while outer.get(quote).is_some_and(|q| cx.article.quotations[*q].tokens.end < boundary) {
            quote += 1;
        }
        let inside = outer.get(quote).is_some_and(|q| cx.article.quotations[*q].tokens.start < boundary);
        let before = quote.checked_sub(1).and_then(|q| outer.get(q));
        if !inside && !before.is_some_and(|q| is_credited(cx, *q, sentences[to].tokens.clone())) {
            break;
        }
        to += 1;
    }
    to
}

/// Whether a sentence right behind a quotation says whose it is: `"…" — Jane Smith`, `"…?" Smith asked`.
fn is_credited(cx: &Context, quotation: usize, sentence: Range<usize>) -> bool {
    let tokens = &cx.tokens.all[sentence.clone()];
    if cx.article.quotations[quotation].tokens.end + closing_width(cx, quotation) != sentence.start {
        return false;
    }
    let dash = tokens[0].punct().is_some_and(|c| matches!(c, '—' | '–' | '―' | '-')) && tokens.get(1).is_some_and(Token::is_capital);
    if is_quoted(cx, tokens) {
        return true;
    }
    let cried = || last_mark(cx, quotation).is_some_and(|c| matches!(c, '?' | '!' | '…'));
    dash || cried() && (speaks(cx, &tokens[..tokens.len().min(9)]) || speaks_behind_insertion(cx, tokens))
}

/// `Smith was quoted as saying`
fn is_quoted(cx: &Context, tokens: &[Token]) -> bool {
    const SUBJECT: usize = 7;
    let word = |t: &Token, word: &str| t.is_word() && t.text(cx.tokens.text) == word;
    let verb = |w: &[Token]| w[0].is(class::AUXILIARY) && word(&w[1], "quoted") && word(&w[2], "as") && word(&w[3], "saying");
    let quoted = tokens.windows(4).take(SUBJECT).position(verb);
    quoted.is_some_and(|verb| verb > 0 && tokens[..verb].iter().all(|t| t.is_capital() || t.is_punct('.')))
}

/// Whether a few words are a subject and a verb of speech with nothing said behind it.
fn speaks(cx: &Context, tokens: &[Token]) -> bool {
    let ends = class::AUXILIARY | class::CONJUNCTION | class::RELATIVE | class::PREPOSITION;
    let stops = |t: &Token| t.is(ends) || t.punct().is_some_and(|c| c != '.') || t.is(CUES) && !t.is_capital();
    tokens.iter().position(stops).is_some_and(|verb| verb > 0 && says(cx, &tokens[verb..]))
}

/// `Lee, a critic of the police, said`: the verb stands behind what is put in about a name.
fn speaks_behind_insertion(cx: &Context, tokens: &[Token]) -> bool {
    const NAME: usize = 7;
    const INSERTION: usize = 24;
    let of = |t: &Token| t.is(class::PREPOSITION) && t.text(cx.tokens.text) == "of";
    let name = tokens.iter().take(NAME).take_while(|t| t.is_capital() || t.is_punct('.') || of(t)).count();
    if name == 0 || !tokens.get(name).is_some_and(|t| t.is_punct(',')) {
        return false;
    }
    let sentence = tokens.len().min(INSERTION);
    (name + 2..sentence).any(|i| tokens[i - 1].is_punct(',') && tokens[i].is(CUES) && says(cx, &tokens[i..]))
}

/// `pleasantly`
fn is_manner(cx: &Context, token: &Token) -> bool {
    token.is_word() && !token.is_capital() && token.text(cx.tokens.text).ends_with("ly")
}

/// The first of some tokens is a verb of speech with nothing said behind it.
fn says(cx: &Context, tokens: &[Token]) -> bool {
    let open = class::PREPOSITION | class::ADVERB | class::WEEKDAY | class::TEMPORAL | class::CONJUNCTION;
    let behind = tokens.get(1).is_none_or(|t| t.punct().is_some() || t.is(open) || is_manner(cx, t));
    cx.lexicon.cues.get(tokens[0].word).is_some_and(|cue| match cue.kind {
        CueKind::Say | CueKind::Weak => behind && cue.tense != Tense::Gerund,
        CueKind::Tell => cue.tense != Tense::Gerund,
        _ => false,
    })
}

/// Whether a quotation begins in or right behind a token range, or a cue stands in it.
fn may_tell(cx: &Context, outer: &[usize], next: usize, tokens: &Range<usize>) -> bool {
    let quoted = outer.get(next).is_some_and(|q| cx.article.quotations[*q].tokens.start <= tokens.end + 2);
    quoted || cx.tokens.all[tokens.clone()].iter().any(|t| t.is(CUES))
}

/// Whether the sentence behind these, in their paragraph, begins with a quotation: whoever acts in them may be the one who speaks.
fn leads_to_quote(cx: &Context, outer: &[usize], next: usize, sentences: Range<usize>) -> bool {
    let all = &cx.article.sentences;
    let behind = all.get(sentences.end).filter(|s| s.block == all[sentences.start].block);
    let quotation = outer.get(next).map(|q| cx.article.quotations[*q].tokens.start);
    behind.zip(quotation).is_some_and(|(s, start)| start <= s.tokens.start + 2)
}

fn last_mark(cx: &Context, quotation: usize) -> Option<char> {
    let tokens = &cx.tokens.all[cx.article.quotations[quotation].tokens.clone()];
    let mut marks = tokens.iter().rev().map(Token::punct);
    marks.find(|m| !matches!(m, Some('\'' | '’')))?
}

/// Words that may be verbs of speech or thought.
const CUES: Classes = Classes(class::CUE.0 | class::ATTITUDE.0);

/// The items of a token range, whose quotations are the first of those that follow.
fn collect(cx: &Context, quotations: &[usize], tokens: Range<usize>, items: &mut Vec<Item>) {
    items.clear();
    items.reserve(tokens.len());
    let mut quotations = quotations.iter().peekable();
    let mut i = tokens.start;
    while i < tokens.end {
        let starts = |q: usize| cx.article.quotations[q].tokens.start;
        if let Some(q) = quotations.next_if(|q| starts(**q) <= i + 2 && is_opening(cx, i, starts(**q))) {
            items.push(Item::Quote(*q));
            i = cx.article.quotations[*q].tokens.end + closing_width(cx, *q);
        } else {
            items.push(Item::Token(i));
            i += 1;
        }
    }
}

/// Whether the opening mark of the quotation that starts at `start` begins at token `i`.
fn is_opening(cx: &Context, i: usize, start: usize) -> bool {
    let doubled = start >= 2 && cx.tokens.all[start - 1].punct() == cx.tokens.all[start - 2].punct() && !cx.tokens.is(start - 1, "\"");
    i + 1 + doubled as usize >= start
}

fn closing_width(cx: &Context, quotation: usize) -> usize {
    let q = &cx.article.quotations[quotation];
    let at = q.tokens.end;
    let single = |i: usize| cx.tokens.get(i).and_then(|t| t.punct()).is_some_and(|c| matches!(c, '\'' | '’' | '‘' | '`'));
    let doubled = q.tokens.start >= 2 && single(q.tokens.start - 1) && single(q.tokens.start - 2) && single(at + 1);
    if q.closed { 1 + doubled as usize } else { 0 }
}
