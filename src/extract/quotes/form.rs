//! The form of a quote: direct speech, a fragment, a scare quote, a title, a pull quote.

use super::super::Context;
use super::frame::Frame;
use super::phrase::is_plural_apostrophe;
use super::words;
use crate::claim::{BlockRole, QuoteForm};
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, Token, form};

word_sets! {
    /// Exclamations that are no quotation.
    CRY = 0: "quoted_cry";
}

/// What can be seen of a quotation without its speaker.
pub fn form(f: &Frame, at: usize, quotation: usize) -> QuoteForm {
    let cx = f.cx;
    let q = &cx.article.quotations[quotation];
    let block = cx.article.blocks.get(cx.article.blocks.partition_point(|b| b.span.end <= q.span.start));
    if block.is_some_and(|b| b.role == BlockRole::PullQuote) {
        QuoteForm::Pull
    } else if is_named_work(f, at, quotation) {
        QuoteForm::Title
    } else if is_sentence(f, at, quotation) {
        QuoteForm::Direct
    } else if is_title(f, at, quotation) {
        QuoteForm::Title
    } else if word_count(cx, quotation) <= 3 {
        QuoteForm::Scare
    } else {
        QuoteForm::Fragment
    }
}

/// Number of words between the marks; counts no further than 50.
pub fn word_count(cx: &Context, quotation: usize) -> usize {
    cx.tokens.all[cx.article.quotations[quotation].tokens.clone()].iter().filter(|t| t.is_word() || t.is_number()).take(50).count()
}

/// Begins with a capital where the frame, a colon or a comma lets a sentence begin, and is no mere name.
fn is_sentence(f: &Frame, at: usize, quotation: usize) -> bool {
    let cx = f.cx;
    let tokens = &cx.tokens.all[cx.article.quotations[quotation].tokens.clone()];
    let capital = tokens.iter().find(|t| t.is_word() || t.is_number()).is_some_and(|t| t.is_number() || t.has(form::CAPITAL));
    let free = at == 0 || f.is_punct(at - 1, &[':', ',', '—', '–', '.']) || f.quote(at - 1).is_some();
    let ended = tokens.last().is_some_and(|t| t.punct().is_some_and(|c| matches!(c, ',' | '.' | '!' | '?' | '…' | '—')))
        || f.is_punct(at + 1, &[',']);
    let said = (at.saturating_sub(6)..at).any(|i| f.has(i, class::CUE)) || at > 0 && f.is_punct(at - 1, &[':']);
    let cried = || word_count(cx, quotation) == 1 && tokens.first().is_some_and(|t| is_cry(t.text(cx.tokens.text)));
    let named = is_title_case(tokens) && (!ended || at > 0 && (word_count(cx, quotation) > 2 || !said && !cried()));
    capital && (free && ended || word_count(cx, quotation) > 8) && (at == 0 || !named)
}

/// The only word of a quotation is one that is cried out or answers.
pub fn is_cried(cx: &Context, quotation: usize) -> bool {
    let tokens = &cx.tokens.all[cx.article.quotations[quotation].tokens.clone()];
    tokens.first().is_some_and(|t| is_cry(t.text(cx.tokens.text)))
}

/// An exclamation or answer, which names nothing.
fn is_cry(word: &str) -> bool {
    SETS.holds(&word.to_ascii_lowercase(), CRY)
}

/// Capital words, or a name set off behind `titled`, a kind of work (with a comma or none), or a possessor: `NBC's "Today"`.
fn is_title(f: &Frame, at: usize, quotation: usize) -> bool {
    let tokens = &f.cx.tokens.all[f.cx.article.quotations[quotation].tokens.clone()];
    let comma = (at > 0 && f.is_punct(at - 1, &[','])) as usize;
    let possessed = at > 0 && (f.token(at - 1).is_some_and(|t| t.kind == Kind::Clitic) || is_plural_apostrophe(f, at - 1));
    let work = at > comma && f.is(at - 1 - comma, words::WORK) || possessed;
    // "to the National Library" is said in the middle of a sentence
    let middle = tokens.first().is_some_and(|t| !t.is_capital() && t.is(class::PREPOSITION | class::CONJUNCTION));
    is_title_case(tokens) && (work || !middle && word_count(f.cx, quotation) >= 2) || work && tokens.first().is_some_and(Token::is_capital)
}

/// `her memoir, "Long Way Home,"`: a title set off behind a kind of work.
fn is_named_work(f: &Frame, at: usize, quotation: usize) -> bool {
    let tokens = &f.cx.tokens.all[f.cx.article.quotations[quotation].tokens.clone()];
    at > 1 && f.is_punct(at - 1, &[',']) && f.is(at - 2, words::WORK) && is_title_case(tokens)
}

/// Every word but the small ones has a capital, or is a number.
fn is_title_case(tokens: &[Token]) -> bool {
    let small = class::ARTICLE | class::PREPOSITION | class::CONJUNCTION | class::DETERMINER;
    let mut words = tokens.iter().filter(|t| t.is_word() || t.is_number());
    words.clone().any(|t| t.is_number() || t.is_capital() && !t.is(small)) && words.all(|t| t.is_number() || t.is_capital() || t.is(small))
}
