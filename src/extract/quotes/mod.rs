//! Quotes: what stands between quotation marks, its form, and who says it.

mod aside;
mod attach;
mod clause;
mod form;
mod frame;
mod holders;
mod memory;
mod phrase;
pub(super) mod referents;
mod reported;
mod saying;
mod speaker;
mod subject;
mod words;
mod writer;

use std::ops::Range;

use super::Context;
use super::mention::{Attribution, Mentions, NameKind, NameMention, QuoteMention, Speaker};
use crate::claim::QuoteForm;
use crate::lexicon::class;
use crate::text::{Kind, Token};
use attach::{Link, Place};
use frame::{Frame, frames};
use memory::Memory;
use phrase::Phrase;
use referents::Referents;
use saying::Saying;
use speaker::Namer;

/// Finds the quotes of an article.
pub fn find(cx: &Context, found: &mut Mentions) {
    let referents = Referents::new(cx, found);
    let (quotes, attributions, carried) = Default::default();
    let mut reader = Reader { found, referents, quotes, attributions, memory: Memory::default(), carried };
    frames(cx, found, |f, sentences| reader.frame(f, sentences));
    let Reader { mut quotes, attributions, carried, .. } = reader;
    join_neighbours(cx, &mut quotes, &carried);
    (found.quotes, found.attributions) = (quotes, attributions);
}

/// `"…." "…," she said`: a quote that ends where the next one begins, or goes on in the next paragraph, has the same speaker, if it has
/// none of its own. Those whose speaker is only who was heard before them are given in order.
fn join_neighbours(cx: &Context, quotes: &mut [QuoteMention], carried: &[usize]) {
    for i in (1..quotes.len()).rev() {
        let (before, after) = (&quotes[i - 1], &quotes[i]);
        let is_carried = |i: usize| carried.binary_search(&i).is_ok();
        let open = before.speaker.is_none() || is_carried(i - 1) && !is_carried(i) && goes_on(cx, before.quotation, after.quotation);
        let free = open && before.form == QuoteForm::Direct && after.form == QuoteForm::Direct;
        if free
            && after.speaker.is_some()
            && (goes_on(cx, before.quotation, after.quotation) || touch(cx, before.quotation, after.quotation))
        {
            quotes[i - 1].speaker = quotes[i].speaker.clone();
        }
    }
}

/// The second quotation is the next paragraph of the first, which holds no "…, she said" as where its closing mark is lost.
fn goes_on(cx: &Context, first: usize, second: usize) -> bool {
    let told = |t: &Token| t.is(class::CUE);
    let next = cx.article.quotations[second].continues == Some(first);
    next && !cx.tokens.all[cx.article.quotations[first].tokens.clone()].iter().rev().take(4).any(told)
}

/// Nothing but marks and spaces stands between two quotations.
fn touch(cx: &Context, first: usize, second: usize) -> bool {
    let (first, second) = (&cx.article.quotations[first], &cx.article.quotations[second]);
    let between = cx.tokens.text.get(first.span.end as usize..second.span.start as usize);
    between.is_some_and(|t| t.chars().count() <= 4 && t.chars().all(|c| c == ' ' || "\"“”".contains(c)))
}

struct Reader<'a> {
    found: &'a Mentions,
    referents: Referents<'a>,
    quotes: Vec<QuoteMention>,
    attributions: Vec<Attribution>,
    memory: Memory,
    /// The quotes whose speaker is whoever was heard before them.
    carried: Vec<usize>,
}

impl Reader<'_> {
    fn frame(&mut self, f: &Frame, sentences: Range<usize>) {
        let sayings = saying::sayings(f);
        self.report(f, &sayings);
        let mut last = None;
        for at in f.quotes.iter().copied() {
            let Some(quotation) = f.quote(at) else { continue };
            let (quote, carried) = self.quote(f, &sayings, at, quotation, &sentences);
            if carried {
                self.carried.push(self.quotes.len());
            }
            if quote.speaker.is_some() {
                last = self.around(f, &sayings, at).or_else(|| quote.speaker.clone());
            }
            self.quotes.push(quote);
        }
        // somebody who only acts is taken for the speaker where nobody in the paragraph has spoken
        let silent = f.quotes.is_empty() && f.cues.is_empty() && self.memory.is_heard_in(f, &sentences);
        let speaker = last.or_else(|| match () {
            () if silent => None,
            // "We were so close that Smith called her mother", behind a quotation without its closing mark: its speaker goes on
            () if speaks_of_itself(f) => self.memory.goes_on(f, &sentences).cloned(),
            () => self.unquoted(f, &sayings),
        });
        let asked = questioned(f, &sayings).and_then(|p| self.speaker(f, &p)).filter(|s| s.pronoun.is_none());
        self.memory.hear(f, &sentences, speaker, asked);
    }

    /// Who speaks in the sentence around two dashes between which the quotation at item `at` stands.
    fn around(&self, f: &Frame, sayings: &[Saying], at: usize) -> Option<Speaker> {
        let (open, close) = f.dashes(at)?;
        let outside = sayings.iter().find(|s| s.end() <= open || s.start() > close)?;
        self.speaker(f, &outside.subject)
    }

    /// Keeps what the sayings of a frame report without marks.
    fn report(&mut self, f: &Frame, sayings: &[Saying]) {
        for (i, saying) in sayings.iter().enumerate() {
            if let Some(content) = reported::content(f, sayings, i)
                && phrase::can_speak(f, &saying.subject)
                && let Some(speaker) = self.speaker(f, &saying.subject)
            {
                self.attributions.push(Attribution { content, speaker, cue: Some(f.word(saying.at).to_owned()) });
            }
        }
    }

    /// A quote with its speaker, and whether that is only who was heard before it.
    fn quote(&self, f: &Frame, sayings: &[Saying], at: usize, quotation: usize, sentences: &Range<usize>) -> (QuoteMention, bool) {
        let mut carried = false;
        let form = form::form(f, at, quotation);
        let mut quote = QuoteMention { quotation, form, speaker: None, cue: None, relayed_by: None };
        match attach::link(f, sayings, at).filter(|l| self.holds(f, sayings, l, at, form)) {
            Some(Link { place: Place::Before(_), saying, .. }) if opined(f, &sayings[saying], at).is_some() => {
                quote.speaker = opined(f, &sayings[saying], at).and_then(|p| self.speaker(f, &p));
            }
            Some(link) => self.attribute(f, sayings, link, sentences, &mut quote),
            None if answered(f, at, quotation).is_some() => {
                quote.speaker = answered(f, at, quotation).and_then(|p| self.speaker(f, &p));
            }
            None if said_by_noun(f, sayings, at).is_some() => {
                quote.speaker = said_by_noun(f, sayings, at).and_then(|p| self.speaker(f, &p));
            }
            None if form == QuoteForm::Direct && (introduced(f, at) || credited(f, at).is_some()) => {
                let introducing = || {
                    let subject = clause::main_subject(f, at.saturating_sub(1)).map(|p| speaker::before_its_verb(f, &p));
                    subject.filter(|p| phrase::can_speak(f, p) && !f.is(p.core.start, words::VAGUE))
                };
                quote.speaker = credited(f, at).or_else(introducing).and_then(|p| self.speaker(f, &p));
            }
            None if self.is_free(f, at, quotation, form) => {
                quote.speaker = self.memory.goes_on(f, sentences).cloned();
                carried = true;
            }
            None => {}
        }
        if quote.speaker.is_some() && quote.form == QuoteForm::Scare {
            quote.form = QuoteForm::Fragment;
        }
        (quote, carried)
    }

    /// Titles have a speaker only where they are cried out, scare quotes only where the link is strong.
    fn holds(&self, f: &Frame, sayings: &[Saying], link: &Link, at: usize, form: QuoteForm) -> bool {
        match form {
            _ if attach::entitles(f, &sayings[link.saying], at) => false,
            QuoteForm::Title => attach::is_immediate(f, &sayings[link.saying], link, at),
            QuoteForm::Scare => attach::convinces(f, &sayings[link.saying], link, at),
            _ => true,
        }
    }

    fn attribute(&self, f: &Frame, sayings: &[Saying], link: Link, sentences: &Range<usize>, quote: &mut QuoteMention) {
        let saying = &sayings[link.saying];
        if let Some(writer) = writer::writer(f, saying).and_then(|p| self.speaker(f, &p)) {
            (quote.speaker, quote.cue) = (Some(writer), Some(f.word(saying.at).to_owned()));
            return;
        }
        quote.speaker =
            self.answerer(f, saying, sentences).or_else(|| self.speaker_to(f, &saying.subject, self.addressed(f.cx, quote.quotation)));
        quote.cue = Some(f.word(saying.at).to_owned());
        let relayer = link.relayed_by.and_then(|s| self.speaker(f, &sayings[s].subject));
        match (&quote.speaker, relayer) {
            // "Smith said he had called it …": one speaker, whom the first phrase names
            (Some(s), Some(r)) if s.name == r.name => quote.speaker = Some(r),
            (_, relayer) => quote.relayed_by = relayer.map(|r| r.name),
        }
    }

    /// `he answered`, right behind a question that was put to somebody: it is he.
    fn answerer(&self, f: &Frame, saying: &Saying, sentences: &Range<usize>) -> Option<Speaker> {
        let gender = referents::gender_of_pronoun(f.word(saying.subject.core.start))?;
        // with "After all, he said, “…”" the one who asked goes on
        let opens = f.quote(0).is_some() || saying.start() == 0;
        if !opens {
            return None;
        }
        let asked = self.memory.asked(sentences).filter(|_| ANSWERS.contains(&saying.cue.lemma))?;
        let fits = asked.entity.is_some_and(|e| self.referents.is_person(e) && self.referents.fits(e, Some(gender)));
        let written = f.word(saying.subject.core.start).to_owned();
        fits.then(|| Speaker { pronoun: Some(written), ..asked.clone() })
    }

    fn speaker(&self, f: &Frame, phrase: &Phrase) -> Option<Speaker> {
        self.speaker_to(f, phrase, None)
    }

    /// The speaker that a phrase names, of words that address `addressed`.
    fn speaker_to(&self, f: &Frame, phrase: &Phrase, addressed: Option<usize>) -> Option<Speaker> {
        Namer { f, referents: &self.referents, memory: &self.memory, addressed, entities: &self.found.entities }.speaker(phrase)
    }

    /// Whom a quotation speaks to: `You are after me, Drew, and I …`.
    fn addressed(&self, cx: &Context, quotation: usize) -> Option<usize> {
        const LOOK: usize = 12;
        let tokens = &cx.article.quotations[quotation].tokens;
        let from = self.found.names.partition_point(|n| n.tokens.start < tokens.start);
        let inside = self.found.names[from..].iter().take(LOOK).take_while(|n| n.tokens.end <= tokens.end);
        let set_off = |n: &&NameMention| {
            let led = n.tokens.start == tokens.start || cx.tokens.is(n.tokens.start - 1, ",");
            led && (n.tokens.end == tokens.end || cx.tokens.get(n.tokens.end).is_some_and(|t| t.punct().is_some()))
        };
        inside.filter(|n| n.kind == NameKind::Person).find(set_off).map(|n| n.entity)
    }

    /// A quote that is a sentence of its own.
    fn is_free(&self, f: &Frame, at: usize, quotation: usize, form: QuoteForm) -> bool {
        form == QuoteForm::Direct && (at == 0 || f.words_outside() <= 3) && form::word_count(f.cx, quotation) >= 2
    }

    /// Who is heard in a frame without a quote of a known speaker.
    fn unquoted(&self, f: &Frame, sayings: &[Saying]) -> Option<Speaker> {
        match sayings.first() {
            // in "Whether Smith wants it is unclear" nobody speaks
            first if f.word(0) == "Whether" && first.is_none_or(|s| (0..s.at).all(|i| !f.is_comma(i))) => None,
            Some(s) if !phrase::can_speak(f, &s.subject) => None,
            Some(s) => self.speaker(f, &s.subject),
            // "Governor Smith?" is a question about him
            None if f.is_punct(f.len().wrapping_sub(1), &['?']) => None,
            None => self.speaker(f, &clause::main_subject(f, f.len())?).filter(|s| s.entity.is_some()),
        }
    }
}

/// Outside quotation marks a frame speaks in the first person.
fn speaks_of_itself(f: &Frame) -> bool {
    const FIRST: [&str; 6] = ["i", "me", "my", "our", "us", "we"];
    (0..f.len())
        .any(|i| f.token(i).is_some_and(Token::is_word) && FIRST.iter().any(|w| f.word(i).eq_ignore_ascii_case(w) && f.word(i) != "US"))
}

/// What one does who was asked.
const ANSWERS: [&str; 5] = ["answer", "reply", "respond", "retort", "say"];

/// Whom the last saying of a frame asks: `Smith asked Jones, "…?"`.
fn questioned(f: &Frame, sayings: &[Saying]) -> Option<Phrase> {
    let ask = sayings.last().filter(|s| !s.inverted && matches!(s.cue.lemma, "ask" | "question"))?;
    let hearer = phrase::phrase_after(f, ask.at + 1)?;
    let put = f.quotes.iter().any(|q| f.last_mark(*q) == Some('?'));
    (put && f.person_ending(hearer.core.start, hearer.core.end).is_some()).then_some(hearer)
}

/// Who gives an answer of one word: `Smith offered an emphatic "yes" when asked`.
fn answered(f: &Frame, at: usize, quotation: usize) -> Option<Phrase> {
    const REACH: usize = 4;
    const GIVING: [&str; 4] = ["gave", "gives", "offered", "offers"];
    if form::word_count(f.cx, quotation) != 1 || !form::is_cried(f.cx, quotation) {
        return None;
    }
    // a "no" vote is no answer, and neither is a "no" to somebody
    if f.token(at + 1).is_some_and(|t| t.is_word()) && !["after", "as", "when"].contains(&f.word(at + 1)) {
        return None;
    }
    let verb = (at.saturating_sub(REACH)..at).rev().find(|i| GIVING.contains(&f.word(*i)))?;
    subject::subject_before(f, verb).filter(|p| phrase::can_speak(f, p))
}

/// The speaker whom the noun before a quotation gives: `Smith's claim that "…"`, `in Smith's words, "…"`.
fn said_by_noun(f: &Frame, sayings: &[Saying], at: usize) -> Option<Phrase> {
    let led = at.checked_sub(1).filter(|i| f.is_punct(*i, &[',', ':']) || f.is(*i, words::THAT));
    let noun = led.unwrap_or(at).checked_sub(1).filter(|i| f.is(*i, words::UTTERANCE));
    noun.and_then(|i| possessor(f, i)).or_else(|| warned_by(f, sayings, at))
}

/// Whose words a noun gives in a clause of its own, with no verb of speech behind it: `Despite warnings from the ministry that the plan was
/// “…,” the council …`.
fn warned_by(f: &Frame, sayings: &[Saying], at: usize) -> Option<Phrase> {
    const REACH: usize = 24;
    let said = |i: &usize| sayings.iter().any(|s| s.at == *i);
    let that = (at.saturating_sub(REACH)..at).rev().take_while(|i| !said(i)).find(|i| f.is(*i, words::THAT))?;
    let from = (at.saturating_sub(REACH)..that).rev().find(|i| ["by", "from", "of"].contains(&f.word(*i)))?;
    let whom = phrase::phrase_after(f, from + 1).filter(|p| p.all.end == that && phrase::can_speak(f, p))?;
    from.checked_sub(1).filter(|i| f.is(*i, words::UTTERANCE)).map(|_| whom)
}

/// The person whose a noun is.
fn possessor(f: &Frame, noun: usize) -> Option<Phrase> {
    let clitic = (noun.saturating_sub(2)..noun).rev().find(|i| f.token(*i).is_some_and(|t| t.kind == Kind::Clitic))?;
    let name = f.person_ending(0, clitic)?;
    let core = clitic - name.tokens.len().min(clitic)..clitic;
    Some(Phrase { core: core.clone(), all: core })
}

/// The person whose opinion a quoted clause gives: `agrees with Smith's opinion that the plan is "…"`; no verb of speech stands between.
fn opined(f: &Frame, saying: &Saying, at: usize) -> Option<Phrase> {
    const REACH: usize = 24;
    let from = at.saturating_sub(REACH).max(saying.end());
    possessor(f, (from..at).rev().find(|i| f.is(*i, words::UTTERANCE) && f.is(i + 1, words::THAT))?)
}

/// A colon or comma stands before the quote: `She put it in one sentence: "…"`.
fn introduced(f: &Frame, at: usize) -> bool {
    at > 0 && f.is_punct(at - 1, &[':', ',']) && f.last_mark(at).is_some_and(|c| matches!(c, '.' | '!' | '?' | ','))
}

/// The name behind a dash that credits a quote: `"…" — Jane Smith`.
fn credited(f: &Frame, at: usize) -> Option<Phrase> {
    let name = f.is_punct(at + 1, &['—', '–', '―', '-']).then(|| f.name_starting(at + 2)).flatten()?;
    let core = at + 2..at + 2 + name.tokens.len();
    (name.kind == NameKind::Person).then(|| Phrase { core: core.clone(), all: core })
}
