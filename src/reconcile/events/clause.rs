//! The words around a date or place as parts of a clause, so that a piece of it begins at the head of a phrase and ends where one ends.
//!
//! There is no parse tree: what a word is, is read from the tables, from its form and from its neighbour.

use std::ops::Range;

use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::temporal::TimeWord;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, event_words, lexicon, word_sets};
use crate::text::{Kind, Token, form, scan};

word_sets! {
    /// Opens a clause that says why or when: `before`, `because`.
    TURN = 0: "turning_clause";
    /// Behind which, as behind `to`, stands the base form of a verb.
    MODAL = 1: "modal";
    /// Belongs to the verb that it stands behind: `out`, `up`.
    PARTICLE = 2: "adverbial_particle";
}

/// Bytes on either side of the claim that are looked at.
const WINDOW: usize = 480;
/// Words of a noun phrase on one side of its head.
const PHRASE: usize = 8;

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
        let mut clause = Clause { text, parts: Vec::with_capacity(tokens.len()), tokens, own: first..last };
        let titled = clause.is_in_capitals();
        for i in 0..clause.tokens.len() {
            let part = if clause.own.contains(&i) { Part::Own } else { clause.read(i, titled, from == 0 && i == 0) };
            clause.parts.push(part);
        }
        clause
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

    /// A headline in which all words have capitals: they say nothing.
    fn is_in_capitals(&self) -> bool {
        let words = || self.tokens.iter().filter(|t| t.is_word() && !t.is(class::FUNCTION));
        let capital = words().filter(|t| t.is_capital()).count();
        capital > 3 && capital * 10 >= words().count() * 9
    }

    fn before(&self, i: usize) -> Option<Part> {
        i.checked_sub(1).and_then(|b| self.part(b))
    }

    fn read(&self, i: usize, titled: bool, opens: bool) -> Part {
        let t = &self.tokens[i];
        match t.kind {
            Kind::Clitic => return Part::Owning,
            Kind::Number | Kind::Address => return Part::Noun,
            Kind::Punct => return self.mark(i),
            Kind::Word => {}
        }
        if matches!(self.word(i), "'s" | "’s") {
            return Part::Owning;
        }
        let before = self.before(i);
        if (self.is_hyphen(i + 1) || i > 0 && self.is_hyphen(i - 1)) && !t.is(class::RELATIVE | class::PRONOUN) {
            return Part::Noun;
        }
        let lower = self.word(i).to_lowercase();
        let this = i > 0 && self.word(i - 1).eq_ignore_ascii_case("this");
        if (this || matches!(before, Some(Part::Time | Part::Own))) && t.is(class::DAY_PART) {
            return Part::Time;
        }
        if t.is(class::WEEKDAY) && t.is_capital() || matches!(lexicon().time.of(t), Some(TimeWord::Day(_) | TimeWord::Tonight)) {
            return Part::Time;
        }
        if self.word(i) == "I" {
            return Part::Pronoun;
        }
        let named = t.is_capital() && !opens && !titled && !matches!(before, None | Some(Part::Stop));
        if named {
            return if t.is(class::ARTICLE) { Part::Article } else { Part::Noun };
        }
        match lower.as_str() {
            "there" | "here" => return Part::Adverb,
            "remain" | "remains" if !matches!(before, Some(Part::To | Part::Auxiliary)) => return Part::Auxiliary,
            "including" => return Part::Preposition,
            "to" => return Part::To,
            "that" if before != Some(Part::Preposition) => return Part::Relative,
            "no" => return Part::Article,
            "as" if self
                .tokens
                .get(i + 1)
                .is_some_and(|n| n.is(class::PRONOUN) || n.is(class::DETERMINER) || self.word(i + 1) == "the") =>
            {
                return Part::Turn;
            }
            "as" | "following" | "than" => return Part::Preposition,
            _ => {}
        }
        if SETS.has(t, TURN) {
            return Part::Turn;
        }
        for (mask, part) in [
            (class::AUXILIARY, Part::Auxiliary),
            (class::RELATIVE, Part::Relative),
            (class::ARTICLE.and(class::DETERMINER), Part::Article),
            (class::CONJUNCTION, Part::Joint),
            (class::PREPOSITION, Part::Preposition),
            (class::NEGATION, Part::Adverb),
            (class::PRONOUN, Part::Pronoun),
        ] {
            if t.is(mask) {
                return part;
            }
        }
        if self.is_adverb(t, &lower) {
            return Part::Adverb;
        }
        if t.is(class::HEDGE) {
            return Part::Article;
        }
        match () {
            _ if self.is_verb(i, &lower) => Part::Verb,
            _ if self.is_participle(i, &lower) => Part::Participle,
            _ => Part::Noun,
        }
    }

    fn is_adverb(&self, t: &Token, lower: &str) -> bool {
        const NOUNS: [&str; 6] = ["ally", "assembly", "early", "family", "reply", "supply"];
        let by_form = lower.len() > 4 && lower.ends_with("ly") && !NOUNS.contains(&lower);
        by_form || lexicon().events.words.has(t, event_words::ADVERBS)
    }

    /// `resolution | backing | the plan`, `accused of | setting | fire to`.
    fn is_participle(&self, i: usize, lower: &str) -> bool {
        let Some(next) = self.tokens.get(i + 1) else { return false };
        let own = self.own.contains(&(i + 1)) || self.tokens[i].is(class::STATUS);
        let leads = !own && (next.is_number() || next.is(class::ARTICLE | class::DETERMINER | class::PRONOUN) || next.is_capital());
        let gerund = self.before(i) == Some(Part::Preposition) && (leads || next.is_word() && !next.is(class::FUNCTION));
        let behind = self.before(i) == Some(Part::Noun) && leads;
        lower.len() > 4 && lower.ends_with("ing") && !self.tokens[i].is_capital() && (gerund || behind)
    }

    /// A hyphen inside a word.
    fn is_hyphen(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is_punct('-') && t.glued()) && self.tokens.get(i + 1).is_some_and(Token::glued)
    }

    fn mark(&self, i: usize) -> Part {
        let glued = self.tokens[i].glued() && self.tokens.get(i + 1).is_some_and(Token::glued);
        let stop_of_a_title = || {
            const LONGEST: usize = 4;
            self.word(i) == "." && i > 0 && self.is_capital(i - 1) && self.word(i - 1).len() <= LONGEST && self.is_capital(i + 1)
        };
        match self.word(i) {
            "," => Part::Comma,
            "-" | "/" | "’" | "'" if glued => Part::Noun,
            ":" if glued && i > 0 && self.tokens[i - 1].is_number() => Part::Noun,
            "$" | "€" | "£" | "%" | "&" | "#" | "." if stop_of_a_title() || self.word(i) != "." => Part::Noun,
            _ => Part::Stop,
        }
    }

    /// A verb in the past or of the tables, and no participle before a noun that it describes.
    fn is_verb(&self, i: usize, lower: &str) -> bool {
        let t = &self.tokens[i];
        let before = self.before(i);
        if matches!(before, Some(Part::Article | Part::Owning | Part::Preposition)) {
            return false;
        }
        let carried = before == Some(Part::Auxiliary) || before == Some(Part::Adverb) && i > 1 && self.is(i - 2, Part::Auxiliary);
        let modal = |i: usize| SETS.has(&self.tokens[i], MODAL) || matches!(self.word(i), "do" | "does" | "did");
        let adverb = before == Some(Part::Adverb) && i > 1 && modal(i - 2);
        let led = before == Some(Part::To) || i > 0 && modal(i - 1) || adverb;
        let past = matches!(lexicon().tense.get(t), Some(TenseWord::Past | TenseWord::Bare)) && !matches!(lower, "ago" | "since");
        let formed = lower.len() > 4 && lower.ends_with("ed") && !t.is(class::NUMBER);
        // "terror attacks": what happened, and nobody's word
        let described = before == Some(Part::Noun) && !self.is_capital(i - 1);
        let noun = t.is(class::EVENT) && described && !lower.ends_with("ed");
        let many = || self.word(i - 1).ends_with('s') || self.word(i - 1) == "police";
        let bare = !past && !lower.ends_with("ed") && described && (!many() || lower.ends_with('s'));
        let cue = t.is(class::CUE) && !noun && !bare && lower != "according";
        let goes_on = carried && lower.len() > 4 && lower.ends_with("ing");
        past || formed && !noun || cue || goes_on || carried && is_irregular_form(lower) || led && !t.has(form::DIGIT)
    }

    /// The noun phrase that ends with this token, as its first token. Two names with `and` between them stay together.
    pub fn phrase_start(&self, head: usize) -> usize {
        let mut at = head;
        for _ in 0..PHRASE {
            let Some(before) = at.checked_sub(1) else { break };
            let joined = self.is_joint_of_names(before);
            match self.parts[before] {
                Part::Noun => at = before,
                Part::Owning if before > 0 && self.parts[before - 1] == Part::Noun => at = before - 1,
                Part::Joint if joined => at = before - 1,
                _ => break,
            }
        }
        if self.tokens[at].kind == Kind::Punct && !matches!(self.word(at), "$" | "€" | "£" | "#") { (at + 1).min(head) } else { at }
    }

    /// Behind the last token of the noun phrase that begins here, an `of` with its noun among it; the claim may stand in it.
    pub fn phrase_end(&self, start: usize) -> usize {
        let end = self.words_end(start);
        if !(self.is(end, Part::Preposition) && self.word(end) == "of") {
            return end;
        }
        let noun = self.behind_articles(end + 1);
        if self.is(noun, Part::Noun) { self.words_end(noun) } else { end }
    }

    /// The same without the `of`.
    pub fn words_end(&self, start: usize) -> usize {
        let mut at = start;
        for _ in 0..PHRASE {
            match self.part(at) {
                Some(Part::Noun) => at += 1,
                Some(Part::Owning) if self.is(at + 1, Part::Noun) => at += 2,
                Some(Part::Joint) if self.is_joint_of_names(at) => at += 2,
                Some(Part::Joint) if self.joins_adjectives(at) => at += 2,
                // "the fragile | Lowick | economy"
                Some(Part::Own) if at == self.own.start && self.is(self.own.end, Part::Noun) => at = self.own.end + 1,
                _ => break,
            }
        }
        at
    }

    /// `a new | and | tougher ban`, by the article.
    fn joins_adjectives(&self, i: usize) -> bool {
        let common = |i: usize| self.is(i, Part::Noun) && self.tokens[i].is_word() && !self.is_capital(i);
        i > 1 && self.word(i) == "and" && matches!(self.word(i - 2), "a" | "an") && common(i - 1) && common(i + 1)
    }

    /// A token of a phrase that is neither the claim nor another time.
    pub fn is_told(&self, i: usize) -> bool {
        match self.part(i) {
            Some(Part::Own | Part::Time) | None => false,
            Some(Part::Owning) => i > 0 && !matches!(self.parts[i - 1], Part::Own | Part::Time),
            _ => true,
        }
    }

    fn is_joint_of_names(&self, i: usize) -> bool {
        self.word(i) == "and" && i > 0 && self.is_capital(i - 1) && self.is_capital(i + 1) && self.is(i + 1, Part::Noun)
    }

    /// Past the articles before a noun, and the claim, where it describes the noun.
    pub fn behind_articles(&self, start: usize) -> usize {
        const MOST: usize = 3;
        let mut at = start;
        for _ in 0..MOST {
            match self.part(at) {
                Some(Part::Article) => at += 1,
                Some(Part::Own) => at = self.own.end + usize::from(self.is(self.own.end, Part::Owning)),
                _ => break,
            }
        }
        at
    }

    /// Behind the claim or another time and what leads to it, where it stands here as a phrase of its own; else the same place.
    pub fn behind_time(&self, start: usize) -> usize {
        const LEADING: usize = 4;
        let mut at = start + usize::from(self.is(start, Part::Comma));
        let mut led = false;
        for _ in 0..LEADING {
            match self.part(at) {
                Some(Part::Preposition | Part::Article | Part::Adverb | Part::Turn) => (at, led) = (at + 1, true),
                _ => break,
            }
        }
        let from = at;
        while matches!(self.part(at), Some(Part::Own | Part::Time)) {
            at += 1;
        }
        let noun = self.is(at, Part::Noun)
            && !self.tokens[at].is_number()
            && (!self.word(at).ends_with("ing") || self.tokens[at].is(class::EVENT));
        let describes = led && noun || self.is(at, Part::Owning);
        if at == from || describes {
            return start;
        }
        let enclosed = self.is(start, Part::Comma) && self.is(at, Part::Comma);
        at + usize::from(enclosed)
    }

    /// Where the claim or another time begins with what leads to it, if it ends here.
    pub fn before_time(&self, end: usize) -> usize {
        const LEADING: usize = 3;
        let mut at = end;
        while at > 0 && matches!(self.parts[at - 1], Part::Own | Part::Time) {
            at -= 1;
        }
        if at == end {
            return end;
        }
        for _ in 0..LEADING {
            match at.checked_sub(1).map(|b| self.parts[b]) {
                Some(Part::Preposition | Part::Article | Part::Adverb) => at -= 1,
                _ => break,
            }
        }
        at
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

/// Where a word begins at most so many bytes before one.
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
