//! Runs of capitalised words with what may connect them, cut into units.

use std::ops::Range;

use super::feature::{Props, props};
use crate::extract::Context;
use crate::lexicon::class;
use crate::text::{Classes, Kind, Token, form};

/// The smallest part of a name: a word, an initial with its stop, a particle, a hyphen.
#[derive(Clone, Debug)]
pub struct Unit {
    pub tokens: Range<usize>,
    pub props: Props,
}

impl Unit {
    /// A capitalised word; else something that only connects such words.
    pub fn is_name(&self) -> bool {
        !self.props.any(props::CONNECTOR)
    }
}

/// The units between two places where no name can go on. `units` index into [`Runs::units`].
#[derive(Clone, Debug)]
pub struct Run {
    pub units: Range<usize>,
    pub sentence: usize,
}

#[derive(Default, Debug)]
pub struct Runs {
    pub units: Vec<Unit>,
    pub runs: Vec<Run>,
}

pub const FUNCTION: Classes = Classes(
    class::ARTICLE.0
        | class::DETERMINER.0
        | class::PRONOUN.0
        | class::PREPOSITION.0
        | class::CONJUNCTION.0
        | class::AUXILIARY.0
        | class::NEGATION.0
        | class::RELATIVE.0,
);

/// All runs of the article, sentence by sentence.
pub fn runs(cx: &Context) -> Runs {
    let mut out = Runs::default();
    for (index, sentence) in cx.article.sentences.iter().enumerate() {
        let walker = Walker { cx, end: sentence.tokens.end, caseless: is_caseless(cx, &sentence.tokens) };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            at = walker.run(at, sentence.tokens.start, index, &mut out);
        }
    }
    out
}

/// A headline that sets (nearly) every word with a capital, or in capitals: there a capital tells nothing.
fn is_caseless(cx: &Context, tokens: &Range<usize>) -> bool {
    let words = || cx.tokens.all[tokens.clone()].iter().filter(|t| t.is_word() && t.end - t.start > 3 && !t.is(FUNCTION));
    let capitals = words().take(40).filter(|t| t.is_capital()).count();
    let all = words().take(40).count();
    all >= 3 && capitals * 10 >= all * 8
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
            for c in i..next {
                out.units.push(self.connector(c..c + 1));
            }
            i = next;
        }
        out.runs.push(Run { units: first..out.units.len(), sentence });
        i
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
        let Some(word) = self.token(i) else { return i + 1 };
        let stop = self.token(i + 1).is_some_and(|t| t.is_punct('.') && t.glued());
        let short = word.end - word.start == 1 || word.is(class::TITLE | class::ABBREVIATION) || self.cx.tokens.is(i, "St");
        if stop && short && self.is_capital(i + 2) {
            i + 2
        } else if self.syllable(i) {
            i + 3
        } else {
            i + 1
        }
    }

    /// `Jong-un`: a hyphen and a second syllable in lower case, as given names of East Asia are written.
    fn syllable(&self, i: usize) -> bool {
        let (Some(word), Some(second)) = (self.token(i), self.token(i + 2)) else { return false };
        let glued = self.token(i + 1).is_some_and(|t| is_hyphen(t) && t.glued()) && second.glued();
        let short = second.end - second.start <= 5 && word.end - word.start <= 6 && second.is_word() && !second.is_capital();
        let text = second.text(self.cx.tokens.text);
        glued && short && (!second.is(Classes(class::COMMON.0 | FUNCTION.0)) || SYLLABLES.contains(&text))
    }

    /// Behind what connects the name that ends at `i` with the next one; `i` when nothing does.
    fn bridge(&self, i: usize) -> usize {
        let Some(t) = self.token(i) else { return i };
        match t.kind {
            Kind::Clitic if self.is_capital(i + 1) => i + 1,
            Kind::Punct if is_hyphen(t) && t.glued() => self.behind_hyphen(i),
            Kind::Punct if t.is_punct('&') && self.is_capital(i + 1) => i + 1,
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

    fn behind_words(&self, i: usize) -> usize {
        let mut j = i;
        while j < i + 4 && self.token(j).is_some_and(|t| t.is_word() && !t.is_capital() && connects(self.cx, j)) {
            j += 1 + self.token(j + 1).is_some_and(|t| is_hyphen(t) && t.glued()) as usize;
        }
        if j > i && self.is_capital(j) { j } else { i }
    }

    fn connector(&self, tokens: Range<usize>) -> Unit {
        let t = &self.cx.tokens.all[tokens.start];
        let is = |w: &str| self.cx.tokens.is(tokens.start, w);
        let kind = match t.kind {
            Kind::Clitic => props::CLITIC,
            Kind::Punct if is_hyphen(t) => props::HYPHEN,
            Kind::Punct => props::AMPERSAND,
            _ if is("of") => props::OF,
            _ if is("and") => props::AND,
            _ if is("for") => props::FOR,
            _ if is("the") => props::THE,
            _ => props::LOWER_PARTICLE,
        };
        Unit { tokens, props: Props::from(props::CONNECTOR).with(kind) }
    }

    fn name(&self, tokens: Range<usize>, sentence_start: usize) -> Unit {
        let props = super::feature::of_word(self.cx, tokens.clone(), self.caseless || self.begins(tokens.start, sentence_start));
        Unit { tokens, props }
    }

    /// The word at `i` would have a capital in any case: it begins a sentence, a quotation or a heading.
    fn begins(&self, i: usize, sentence_start: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|b| *b >= sentence_start).and_then(|b| self.token(b)) else { return true };
        self.cx.tokens.all[i].has(form::LINE)
            || before.punct().is_some_and(|c| matches!(c, '"' | '“' | '‘' | '\'' | ':' | '.' | '?' | '!' | '…' | '•' | '*' | '|' | '«'))
            || (before.is_number() && i == sentence_start + 1)
    }
}

/// Second syllables of Korean and Chinese given names that are English words too.
const SYLLABLES: [&str; 36] = [
    "in", "un", "an", "so", "on", "young", "sun", "won", "hang", "gun", "ban", "bin", "sang", "king", "song", "min", "man", "sin", "ping",
    "tan", "tong", "long", "ling", "fang", "wing", "pong", "kin", "can", "yang", "hung", "lung", "sing", "tie", "pin", "fat", "win",
];

pub fn is_hyphen(t: &Token) -> bool {
    t.punct().is_some_and(|c| matches!(c, '-' | '‐' | '‑' | '–'))
}

fn connects(cx: &Context, i: usize) -> bool {
    cx.tokens.all[i].is(class::PARTICLE) || ["of", "and", "for", "the"].iter().any(|w| cx.tokens.is(i, w))
}
