//! The words around a date or place as parts of a clause, so that a piece of it begins at the head of a phrase and ends where one ends.
//!
//! There is no parse tree: what a word is, is read from the tables, from its form and from its neighbour.

use std::ops::Range;

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::temporal::TimeWord;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, event_words, lexicon, word_sets};
use crate::text::{Kind, Token, form, scan};

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
/// The most tokens of a number with what hyphens join to it: `six-year-old`.
const MOST_JOINED: usize = 6;
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

    /// Sets the words that all sentences on the event have: only places and counts among them are told.
    pub fn share(&mut self, common: &FxHashSet<CompactString>) {
        self.common = Some(common.clone());
    }

    /// All sentences on the event have the word.
    pub fn is_common(&self, i: usize) -> bool {
        self.common.as_ref().is_none_or(|c| c.contains(self.word(i).to_lowercase().as_str()))
    }

    /// A place that not all sentences tell: "| in Lowick".
    pub fn is_place_of_few(&self, at: usize, phrase: Range<usize>) -> bool {
        let last = phrase.end.saturating_sub(1);
        let street = || self.word(at) == "on" && self.tokens.get(last).is_some_and(|t| t.is(class::PLACE_WORD));
        let leads = self.tokens.get(at).is_some_and(|t| SETS.has(t, LOCATING)) || street();
        leads && self.is_capital(last) && !self.is_common(last)
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
            "there" | "here" | "alone" => return Part::Adverb,
            "than" if matches!(self.tokens.get(i + 1), Some(n) if is_number(n)) => return Part::Article,
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
        // "the first line"
        let ordinal = t.is(class::ORDINAL) && matches!(before, Some(Part::Article | Part::Owning));
        if !ordinal && self.is_adverb(t, &lower) {
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
        // "for drunk | driving", and not "a quake | measuring"
        let compound = i > 1 && self.is(i - 2, Part::Preposition);
        let behind = self.before(i) == Some(Part::Noun) && leads && !compound;
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
        // "the 2012 | attacks"
        if i == self.own.end && before == Some(Part::Own) && self.is_led_by_article() && (!lower.ends_with("ed") || t.is(class::EVENT)) {
            return false;
        }
        let carried = before == Some(Part::Auxiliary) || before == Some(Part::Adverb) && i > 1 && self.is(i - 2, Part::Auxiliary);
        let modal = |i: usize| SETS.has(&self.tokens[i], MODAL) || matches!(self.word(i), "do" | "does" | "did");
        let adverb = before == Some(Part::Adverb) && i > 1 && modal(i - 2);
        let led = before == Some(Part::To) || i > 0 && modal(i - 1) || adverb;
        let past = matches!(lexicon().tense.get(t), Some(TenseWord::Past | TenseWord::Bare)) && !matches!(lower, "ago" | "since");
        // "used", "tied", and not "need", "shed"
        let short = || lower.len() == 4 && (lower.starts_with(['a', 'e', 'i', 'o', 'u']) || lower.as_bytes()[1] == b'i');
        let formed = lower.ends_with("ed") && (lower.len() > 4 || short()) && !t.is(class::NUMBER);
        // "terror attacks" is a noun phrase and no verb
        let described = before == Some(Part::Noun) && !self.is_capital(i - 1);
        let noun = t.is(class::EVENT) && described && !lower.ends_with("ed");
        let many = || self.word(i - 1).ends_with('s') || self.word(i - 1) == "police";
        let bare = !past && !lower.ends_with("ed") && described && (!many() || lower.ends_with('s'));
        let cue = t.is(class::CUE) && !noun && !bare && lower != "according";
        let goes_on = carried && lower.len() > 4 && lower.ends_with("ing");
        // "set off" is past; "set" alone speaks of what is to come
        let sets = lower == "set" && self.tokens.get(i + 1).is_some_and(|n| SETS.has(n, PARTICLE));
        past || sets
            || formed && !noun
            || cue
            || goes_on
            || self.is_present(i, lower)
            || carried && is_irregular_form(lower)
            || led && !t.has(form::DIGIT)
    }

    /// "the mill | hopes | to open", by a verb that tells the tense.
    fn is_present(&self, i: usize, lower: &str) -> bool {
        let next = self.tokens.get(i + 1);
        let object = next.is_some_and(|n| is_number(n) || n.is(class::ARTICLE | class::DETERMINER) || self.word(i + 1) == "to");
        let one = self.before(i) == Some(Part::Noun) && !self.word(i - 1).ends_with('s');
        object && one && lower.ends_with('s') && lexicon().tense.get(&self.tokens[i]).is_some()
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
            _ => self.common.is_none() || !self.is_count_of_few(i),
        }
    }

    /// It belongs to a number that not all sentences tell: "| 214 | passengers", "a | six-year-old | boy", "| more than | 200", "| 5 meters
    /// |".
    fn is_count_of_few(&self, i: usize) -> bool {
        const MEASURE: usize = 6;
        let from = i.saturating_sub(MEASURE);
        (from..=(i + 2).min(self.len() - 1)).any(|n| self.count_at(n).is_some_and(|c| c.contains(&i)))
    }

    /// The tokens of the number that begins here, with what hedges it and its unit; none where all tell it, or where it is a name: "Route
    /// 52".
    fn count_at(&self, i: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 4;
        let number = |i: usize| self.tokens.get(i).is_some_and(is_number);
        let sign = |i: usize| matches!(self.word(i), "$" | "€" | "£" | "#");
        let label = |i: usize| self.is_capital(i) && self.is(i, Part::Noun) || self.tokens[i].is(class::LABEL);
        // "79th", "one day"
        let other = |i: usize| self.word(i) == "one" || self.tokens[i].is(class::ORDINAL) || self.is_glued_word(i + 1);
        let behind = |i: usize| number(i) || label(i) || matches!(self.word(i), "-" | "." | "/");
        // "9/11"
        let parted = self.word(i + 1) == "/";
        if !number(i) || other(i) || parted || self.is_common(i) || i > 0 && behind(i - 1) {
            return None;
        }
        let mut start = i - usize::from(i > 0 && sign(i - 1));
        while start > 0
            && i - start < 3
            && (self.tokens[start - 1].is(class::HEDGE) || matches!(self.word(start - 1), "than" | "magnitude"))
        {
            start -= 1;
        }
        let mut end = (i + 1..i + LONGEST).find(|i| !number(*i)).unwrap_or(i + LONGEST);
        while end < i + MOST_JOINED && self.is_hyphen(end) {
            end += 2;
        }
        let measured = |t: &Token| t.is(class::UNIT) || matches!(t.text(self.text), "%" | "times" | "percent" | "magnitude");
        end += usize::from(self.tokens.get(end).is_some_and(measured));
        let named = self.is_capital(end) || matches!(self.word(end), "block" | "of");
        (!named).then_some(start..end)
    }

    fn is_glued_word(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is_word() && t.glued())
    }

    /// The phrase has a number that not all sentences tell.
    pub fn counts(&self, phrase: Range<usize>) -> bool {
        self.common.is_some() && phrase.into_iter().any(|i| self.is_count_of_few(i))
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

fn is_number(t: &Token) -> bool {
    t.is_number() || t.is(class::NUMBER)
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
