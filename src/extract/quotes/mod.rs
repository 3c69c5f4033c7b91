//! Quotes: what stands between quotation marks, its form, and who says it.

mod attach;
mod form;
mod frame;
mod memory;
mod phrase;
mod saying;
mod speaker;

use std::ops::Range;

use super::Context;
use super::mention::{Mentions, QuoteMention, Speaker};
use crate::claim::QuoteForm;
use attach::Link;
use frame::{Frame, frames};
use memory::Memory;
use saying::Saying;

/// Finds the quotes of an article.
pub fn find(cx: &Context, found: &mut Mentions) {
    let mut reader = Reader { found, quotes: Vec::new(), memory: Memory::default() };
    frames(cx, found, |f, sentences| reader.frame(f, sentences));
    found.quotes = reader.quotes;
}

struct Reader<'a> {
    found: &'a Mentions,
    quotes: Vec<QuoteMention>,
    memory: Memory,
}

impl Reader<'_> {
    fn frame(&mut self, f: &Frame, sentences: Range<usize>) {
        let sayings = saying::sayings(f);
        let mut last = None;
        for at in 0..f.len() {
            let Some(quotation) = f.quote(at) else { continue };
            let quote = self.quote(f, &sayings, at, quotation, &sentences);
            if quote.speaker.is_some() {
                last = quote.speaker.clone();
            }
            self.quotes.push(quote);
        }
        let speaker = last.or_else(|| self.unquoted(f, &sayings));
        self.memory.hear(f, &sentences, speaker);
    }

    fn quote(&self, f: &Frame, sayings: &[Saying], at: usize, quotation: usize, sentences: &Range<usize>) -> QuoteMention {
        let form = form::form(f, at, quotation);
        let mut quote = QuoteMention { quotation, form, speaker: None, cue: None, relayed_by: None };
        match attach::link(f, sayings, at) {
            Some(link) => self.attribute(f, sayings, link, &mut quote),
            None if self.is_free(f, at, quotation, form) => quote.speaker = self.memory.goes_on(f, sentences).cloned(),
            None => {}
        }
        if quote.speaker.is_some() && quote.form == QuoteForm::Scare {
            quote.form = QuoteForm::Fragment;
        }
        quote
    }

    fn attribute(&self, f: &Frame, sayings: &[Saying], link: Link, quote: &mut QuoteMention) {
        quote.speaker = self.speaker(f, &sayings[link.saying]);
        quote.cue = Some(f.word(sayings[link.saying].at).to_owned());
        quote.relayed_by = link.relayed_by.and_then(|s| self.speaker(f, &sayings[s])).map(|s| s.name);
    }

    fn speaker(&self, f: &Frame, saying: &Saying) -> Option<Speaker> {
        speaker::speaker(f, &self.found.entities, &saying.subject)
    }

    /// A quote that is a sentence of its own.
    fn is_free(&self, f: &Frame, at: usize, quotation: usize, form: QuoteForm) -> bool {
        form == QuoteForm::Direct && (at == 0 || f.words_outside() <= 3) && form::words(f.cx, quotation) >= 2
    }

    /// Who is heard in a frame without a quote of a known speaker.
    fn unquoted(&self, f: &Frame, sayings: &[Saying]) -> Option<Speaker> {
        match sayings.first() {
            Some(s) => self.speaker(f, s),
            None => speaker::speaker(f, &self.found.entities, &phrase::main_subject(f, f.len())?).filter(|s| s.entity.is_some()),
        }
    }
}
