//! Finds the runs of capitalised words with what may connect them, and cuts them into units.

use std::ops::Range;

use super::feature::{Props, of_word, props};
use super::holder;
use super::memory::token_key;
use super::syllable;
use super::unit::{Lead, Run, Runs, Unit};
use super::words::{self, FUNCTION, is_hyphen, set};
use crate::extract::Context;
use crate::lexicon::class;
use crate::lexicon::roles::RoleKind;
use crate::text::{Classes, Kind, Token, form};

/// Classes of words that may be names or parts of names.
const NAMING: Classes = Classes(
    class::GIVEN_NAME.0
        | class::SURNAME.0
        | class::PLACE.0
        | class::NAMED.0
        | class::DEMONYM.0
        | class::TITLE.0
        | class::ROLE.0
        | class::ORGANISATION.0
        | class::PARTICLE.0
        | class::MONTH.0,
);

/// All runs of the article, sentence by sentence.
pub fn runs(cx: &Context) -> Runs {
    // of running words about one in eight has a capital
    let mut out = Runs { units: Vec::with_capacity(cx.tokens.len() / 5), runs: Vec::with_capacity(cx.tokens.len() / 8) };
    let begins = |t: &Token| t.is_word() && (t.has(form::CAPITAL) || t.is(class::PARTICLE));
    for (index, sentence) in cx.article.sentences.iter().enumerate() {
        let walker = Walker { cx, end: sentence.tokens.end, caseless: is_caseless(cx, &sentence.tokens) };
        let mut at = sentence.tokens.start;
        while let Some(next) = cx.tokens.all[at..sentence.tokens.end].iter().position(begins) {
            at = walker.run(at + next, sentence.tokens.start, index, &mut out);
        }
    }
    out
}

/// A headline that sets (nearly) every word with a capital, or in capitals: there a capital tells nothing. Of its first words of some
/// length eight in ten have one.
pub fn is_caseless(cx: &Context, tokens: &Range<usize>) -> bool {
    const FIRST: usize = 40;
    let (mut all, mut lower) = (0, 0);
    for t in cx.tokens.all[tokens.clone()].iter().filter(|t| t.is_word() && t.end - t.start > 3 && !t.is(FUNCTION)) {
        all += 1;
        lower += !t.has(form::CAPITAL) as usize;
        if all == FIRST || lower * 5 > FIRST {
            break;
        }
    }
    all >= 3 && lower * 5 <= all
}

struct Walker<'a> {
    cx: &'a Context<'a>,
    /// The end of the sentence.
    end: usize,
    caseless: bool,
}

impl Walker<'_> {
    fn token(&self, i: usize) -> Option<&Token> {
        if i < self.end { self.cx.tokens.get(i) } else { None }
    }

    /// A capitalised word, but not the code of a currency before its sign (`US$5`).
    fn is_capital(&self, i: usize) -> bool {
        let money = || self.cx.tokens.get(i + 1).is_some_and(|t| t.is_punct('$'));
        self.token(i).is_some_and(|t| t.is_capital() && !(t.end - t.start <= 3 && money()))
    }

    /// Reads the run at `at`, if there is one; the token to go on from.
    fn run(&self, at: usize, sentence_start: usize, sentence: usize, out: &mut Runs) -> usize {
        let first = out.units.len();
        let mut i = at;
        if !self.is_capital(at) {
            i = self.opening_particles(at);
            if i == at {
                return at + 1;
            }
        } else if self.is_plain(at, sentence_start) {
            return at + 1;
        }
        for p in at..i {
            out.units.push(self.connector(p..p + 1));
        }
        loop {
            let end = self.name_end(i);
            out.units.push(self.name(i..end, sentence_start));
            i = end;
            let next = self.bridge(i);
            if next == i && !self.is_capital(i) {
                break;
            }
            let step = if self.token(i).and_then(closing_mark).is_some() { next - i } else { 1 };
            (i..next).step_by(step.max(1)).for_each(|c| out.units.push(self.connector(c..c + step)));
            i = next;
        }
        for holder in self.holders(&out.units[first..]) {
            out.units[first + holder].fresh = true;
        }
        out.runs.push(Run { units: first..out.units.len(), sentence });
        i
    }

    /// The units of a run at which names of office holders begin (behind `Director of National Intelligence`, `Mayor of San Jose`), or of
    /// people behind a party or a plural (`Democrat`, `Senators`).
    fn holders(&self, run: &[Unit]) -> Vec<usize> {
        let role = |t: usize| self.token(t).is_some_and(|t| t.is(class::ROLE));
        let led = |t: usize| t > 1 && role(t - 2) && self.cx.tokens.is(t - 1, "of");
        let of = (0..run.len()).filter(|n| led(run[*n].tokens.start));
        let offices = of.filter_map(|start| Some(start + self.holder(&run[start..])?));
        let is_led = |n: &usize| holder::is_behind_role(self.cx, run[*n].tokens.start) && holder::begins_name(&run[*n..]);
        offices.chain((1..run.len()).filter(is_led)).collect()
    }

    /// The unit at which the holder's name begins in the units behind `of`, up to what connects them with others.
    fn holder(&self, units: &[Unit]) -> Option<usize> {
        const OTHERS: u64 = 1 << props::TITLE | 1 << props::ROLE | 1 << props::ORGANISATION;
        let of = units.split(|u| !u.is_name()).next()?;
        let is_given = |u: &Unit| u.props.0 & OTHERS == 0 && u.props.any(props::GIVEN);
        let names = |units: &[Unit]| units.iter().all(|u| u.props.0 & OTHERS == 0);
        let whole = |k: usize| self.cx.lexicon.places.exactly(&self.cx.tokens.all[of[0].tokens.start..of[k].tokens.start]).is_some();
        let begins = |k: &usize| is_given(&of[*k]) && names(&of[*k + 1..]) && (!is_given(&of[*k - 1]) || whole(*k));
        (1..of.len().saturating_sub(1)).rev().take(2).find(begins)
    }

    /// `The`, `They`, `I` before a word in lower case: no name, which is not worth weighing.
    fn is_plain(&self, at: usize, sentence_start: usize) -> bool {
        let t = &self.cx.tokens.all[at];
        let before_plain = || self.token(at + 1).is_some_and(|n| n.is_word() && !n.is_capital() && !connects(n));
        t.is(FUNCTION) && !t.is(NAMING) && before_plain() && (self.begins(at, sentence_start) || self.cx.tokens.is(at, "i"))
    }

    /// `al-Assad`, `van der Berg`: behind the particles at `at` that a name follows, else `at`.
    fn opening_particles(&self, at: usize) -> usize {
        let mut i = at;
        while self.token(i).is_some_and(|t| t.is_word() && t.is(class::PARTICLE)) && i < at + 3 {
            i += 1 + self.token(i + 1).is_some_and(|t| t.is_punct('-') && t.glued()) as usize;
        }
        if i > at && self.is_capital(i) { i } else { at }
    }

    /// The end of the name unit at `i`: a word, with its stop when it is an initial or an abbreviation and the name goes on.
    fn name_end(&self, i: usize) -> usize {
        let (Some(word), Some(next)) = (self.token(i), self.token(i + 1)) else { return i + 1 };
        if !next.glued() || next.kind != Kind::Punct {
            return i + 1;
        }
        let short = || word.end - word.start == 1 || word.is(class::TITLE | class::ABBREVIATION) || self.cx.tokens.is(i, "St");
        // the stop of "[George W.] Webb" as well
        let goes_on = || self.is_capital(i + 2 + self.token(i + 2).is_some_and(|t| t.is_punct(']')) as usize);
        if next.is_punct('.') && short() && goes_on() { i + 2 } else { syllable::end(self.cx, i, self.end).unwrap_or(i + 1) }
    }

    /// Behind what connects the name that ends at `i` with the next one; `i` when nothing does.
    fn bridge(&self, i: usize) -> usize {
        let Some(t) = self.token(i) else { return i };
        match t.kind {
            Kind::Clitic if self.is_capital(i + 1) => i + 1,
            Kind::Punct if is_hyphen(t) && (t.glued() || self.parts_article(i)) => self.behind_hyphen(i),
            Kind::Punct if t.is_punct('&') && self.is_capital(i + 1) => i + 1,
            Kind::Punct if t.is_punct('[') || t.is_punct(']') => self.behind_bracket(i),
            Kind::Punct => self.behind_nickname(i),
            Kind::Word if !t.is_capital() => self.behind_words(i),
            _ => i,
        }
    }

    fn behind_hyphen(&self, i: usize) -> usize {
        let mut j = i + 1;
        while self.token(j).is_some_and(|t| t.glued() && t.is_word() && t.is(class::PARTICLE) && !t.is_capital())
            && self.token(j + 1).is_some_and(|t| is_hyphen(t) && t.glued())
            && j < i + 6
        {
            j += 2;
        }
        let particle = i > 0 && self.cx.tokens.all[i - 1].is(class::PARTICLE);
        if self.token(j).is_some_and(|t| t.is_capital() && (t.glued() || particle)) { j } else { i }
    }

    /// `Al - Sudais`: a hyphen with spaces behind the Arabic article, as some agencies set it.
    fn parts_article(&self, i: usize) -> bool {
        i > 0 && self.cx.tokens.is_any(i - 1, &["al", "el"]) && self.token(i + 1).is_some_and(|t| !t.glued())
    }

    /// Behind `"Bob"` or `(Bob)` between two words of a name.
    fn behind_nickname(&self, i: usize) -> usize {
        let (Some(word), Some(closing)) = (self.token(i + 1), self.token(i).and_then(closing_mark)) else { return i };
        const NONE: Classes = Classes(
            class::PLACE.0 | class::DEMONYM.0 | class::ROLE.0 | class::ORGANISATION.0 | class::MONTH.0 | class::WEEKDAY.0 | FUNCTION.0,
        );
        let names = self.is_capital(i + 1) && word.glued() && !word.has(form::ALL_CAPS) && !word.is(NONE);
        let closed = self.token(i + 2).is_some_and(|t| t.glued() && t.punct() == Some(closing));
        let within = i.checked_sub(1).is_some_and(|b| self.cx.tokens.all[b].is(Classes(class::GIVEN_NAME.0 | class::SURNAME.0)));
        let apart = |t: Option<&Token>| t.is_some_and(|t| !t.glued());
        if names && closed && within && apart(self.token(i)) && apart(self.token(i + 3)) && self.is_capital(i + 3) { i + 3 } else { i }
    }

    /// `[Gregor W.] Webb`, `Joe [Webb]`: a part of a name that an editor put into a quotation, and nothing else.
    fn behind_bracket(&self, i: usize) -> usize {
        let is = |k: usize, class: Classes| self.is_capital(k) && self.token(k).is_some_and(|t| t.is(class));
        let surname = is(i + 1, class::SURNAME) && !self.token(i + 1).is_some_and(|t| t.is(class::ROLE | class::DEMONYM));
        if i == 0 || !surname {
            return i;
        }
        let mark = |k: usize, c: char| self.token(k).is_some_and(|t| t.is_punct(c));
        let joined = if mark(i, '[') {
            is(i - 1, class::GIVEN_NAME) && !is(i + 1, class::GIVEN_NAME) && mark(i + 2, ']')
        } else {
            // the bracket holds given names alone, with nothing of the name before it
            let open = (i.saturating_sub(5)..i).rev().find(|k| mark(*k, '['));
            let alone = |open: usize| !open.checked_sub(1).is_some_and(|k| is(k, class::GIVEN_NAME));
            let given = |k: usize| is(k, class::GIVEN_NAME) || self.token(k).is_some_and(|t| t.is_punct('.') || t.end - t.start == 1);
            open.is_some_and(|open| alone(open) && (open + 1..i).all(given))
        };
        if joined { i + 1 } else { i }
    }

    fn behind_words(&self, i: usize) -> usize {
        let mut j = i;
        while j < i + 4 && self.token(j).is_some_and(|t| t.is_word() && !t.is_capital() && connects(t)) {
            j += 1 + self.token(j + 1).is_some_and(|t| is_hyphen(t) && t.glued()) as usize;
        }
        if j > i && self.is_capital(j) { j } else { i }
    }

    fn connector(&self, tokens: Range<usize>) -> Unit {
        let t = &self.cx.tokens.all[tokens.start];
        let kind = match t.kind {
            _ if tokens.len() > 1 => props::NICKNAME,
            Kind::Clitic => props::CLITIC,
            Kind::Punct if is_hyphen(t) => props::HYPHEN,
            Kind::Punct if t.is_punct('[') || t.is_punct(']') => props::NICKNAME,
            Kind::Punct => props::AMPERSAND,
            _ => match words::of(t, set::CONNECTING) {
                set::OF => props::OF,
                set::AND => props::AND,
                set::FOR => props::FOR,
                set::THE => props::THE,
                _ => props::LOWER_PARTICLE,
            },
        };
        Unit { tokens, props: Props::from(props::CONNECTOR).with(kind), key: token_key(self.cx, t), lead: Lead::No, fresh: false }
    }

    fn name(&self, tokens: Range<usize>, sentence_start: usize) -> Unit {
        let token = &self.cx.tokens.all[tokens.start];
        let (key, lead) = (token_key(self.cx, token), self.lead(token, tokens.start));
        let mut props = of_word(self.cx, tokens.clone(), self.caseless || self.begins(tokens.start, sentence_start));
        if self.is_given_name(tokens.start) {
            props.set(props::TITLE, false);
            props.set(props::ROLE, false);
            return Unit { tokens, props, key, lead: Lead::Given, fresh: false };
        }
        Unit { tokens, props, key, lead, fresh: false }
    }

    /// `Dean Smith`: a rank that is a given name as well stands right before one surname, with no article and no title.
    fn is_given_name(&self, i: usize) -> bool {
        let capital = |i: usize| self.token(i).filter(|t| t.is_word() && t.is_capital());
        let surname = capital(i + 1).is_some_and(|t| (t.is(class::SURNAME) || t.word == 0) && !t.is(class::ORGANISATION));
        let ends = capital(i + 2).is_none() && !self.cx.tokens.is(i + 2, "of");
        let before = i.checked_sub(1).map(|b| &self.cx.tokens.all[b]);
        let free = before.is_none_or(|t| !t.is(class::ARTICLE));
        words::has(&self.cx.tokens.all[i], set::RANK) && surname && ends && free
    }

    fn lead(&self, t: &Token, at: usize) -> Lead {
        if words::leads_thing(t) {
            Lead::Thing
        } else if self.cx.lexicon.roles.code(self.cx.tokens.all, self.cx.tokens.text, at).is_some() {
            Lead::Code
        } else if !t.is(class::TITLE | class::ROLE) {
            Lead::No
        } else if words::has(t, set::COURTESY) {
            Lead::Courtesy
        } else if self.cx.lexicon.roles.get(t.word).is_some_and(|r| r.kind == RoleKind::Office && !r.plural) {
            Lead::Office
        } else {
            Lead::No
        }
    }

    /// The word at `i` would have a capital in any case: it begins a sentence, a quotation or a heading.
    fn begins(&self, i: usize, sentence_start: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|b| *b >= sentence_start).and_then(|b| self.token(b)) else { return true };
        self.cx.tokens.all[i].has(form::LINE)
            || self.cx.tokens.curly(i - 1).is_some_and(|c| matches!(c, '“' | '‘' | ':' | '.' | '?' | '!' | '…' | '•' | '*' | '|' | '«'))
            || (before.is_number() && i == sentence_start + 1)
    }
}

/// The mark that closes what a mark opens around a nickname.
fn closing_mark(t: &Token) -> Option<char> {
    match t.punct()? {
        '"' => Some('"'),
        '“' => Some('”'),
        '‘' => Some('’'),
        '\'' => Some('\''),
        '(' => Some(')'),
        _ => None,
    }
}

fn connects(t: &Token) -> bool {
    t.is(class::PARTICLE) || words::has(t, set::CONNECTING)
}
