//! What a word is in its clause, read from the tables, from its form and from its neighbours.

use super::{Clause, MODAL, PARTICLE, Part, SETS, TURN, is_number};
use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::temporal::TimeWord;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, event_words, lexicon};
use crate::text::{Classes, Kind, Token, form};

impl Clause<'_> {
    /// A headline in which all words have capitals: they say nothing.
    pub(super) fn is_in_capitals(&self) -> bool {
        let words = || self.tokens.iter().filter(|t| t.is_word() && !t.is(class::FUNCTION));
        let capital = words().filter(|t| t.is_capital()).count();
        capital > 3 && capital * 10 >= words().count() * 9
    }

    fn before(&self, i: usize) -> Option<Part> {
        i.checked_sub(1).and_then(|b| self.part(b))
    }

    /// What token `i` is, as its tables, its form and what stands before it tell. `titled`: all words have capitals; `opens`: it opens the
    /// sentence.
    pub(super) fn read(&self, i: usize, titled: bool, opens: bool) -> Part {
        let t = &self.tokens[i];
        match t.kind {
            Kind::Clitic => return Part::Owning,
            Kind::Number | Kind::Address => return Part::Noun,
            Kind::Punct => return self.mark(i),
            Kind::Word => {}
        }
        let lower = self.word(i).to_lowercase();
        let told = self.by_place(i, titled, opens).or_else(|| self.by_word(i, &lower)).or_else(|| self.by_class(t));
        told.unwrap_or_else(|| self.by_form(i, &lower))
    }

    /// What a word is by where it stands: joined to another, with a time, or with a capital within a sentence.
    fn by_place(&self, i: usize, titled: bool, opens: bool) -> Option<Part> {
        let (t, before) = (&self.tokens[i], self.before(i));
        if matches!(self.word(i), "'s" | "’s") {
            return Some(Part::Owning);
        }
        if (self.is_hyphen(i + 1) || i > 0 && self.is_hyphen(i - 1)) && !t.is(class::RELATIVE | class::PRONOUN) {
            return Some(Part::Noun);
        }
        let this = i > 0 && self.word(i - 1).eq_ignore_ascii_case("this");
        if (this || matches!(before, Some(Part::Time | Part::Own))) && t.is(class::DAY_PART) {
            return Some(Part::Time);
        }
        if t.is(class::WEEKDAY) && t.is_capital() || matches!(lexicon().time.of(t), Some(TimeWord::Day(_) | TimeWord::Tonight)) {
            return Some(Part::Time);
        }
        if self.word(i) == "I" {
            return Some(Part::Pronoun);
        }
        let named = t.is_capital() && !opens && !titled && !matches!(before, None | Some(Part::Stop));
        named.then(|| if t.is(class::ARTICLE) { Part::Article } else { Part::Noun })
    }

    /// What some words of the grammar are, by what stands beside them.
    fn by_word(&self, i: usize, lower: &str) -> Option<Part> {
        let (before, next) = (self.before(i), self.tokens.get(i + 1));
        let clause_follows = || next.is_some_and(|n| n.is(class::PRONOUN) || n.is(class::DETERMINER) || self.word(i + 1) == "the");
        Some(match lower {
            "there" | "here" | "alone" => Part::Adverb,
            // "right now"
            "right" if self.own.start == i + 1 => Part::Adverb,
            "than" if next.is_some_and(is_number) => Part::Article,
            "remain" | "remains" if !matches!(before, Some(Part::To | Part::Auxiliary)) => Part::Auxiliary,
            "including" => Part::Preposition,
            "to" => Part::To,
            "that" if before != Some(Part::Preposition) => Part::Relative,
            "no" => Part::Article,
            "as" if clause_follows() => Part::Turn,
            "as" | "following" | "than" => Part::Preposition,
            _ => return None,
        })
    }

    /// What a word of the grammar is by its class.
    fn by_class(&self, t: &Token) -> Option<Part> {
        const PARTS: [(Classes, Part); 7] = [
            (class::AUXILIARY, Part::Auxiliary),
            (class::RELATIVE, Part::Relative),
            (class::ARTICLE.and(class::DETERMINER), Part::Article),
            (class::CONJUNCTION, Part::Joint),
            (class::PREPOSITION, Part::Preposition),
            (class::NEGATION, Part::Adverb),
            (class::PRONOUN, Part::Pronoun),
        ];
        if SETS.has(t, TURN) {
            return Some(Part::Turn);
        }
        PARTS.iter().find(|(mask, _)| t.is(*mask)).map(|(_, part)| *part)
    }

    /// What any other word is.
    fn by_form(&self, i: usize, lower: &str) -> Part {
        let t = &self.tokens[i];
        // "the first line"
        let ordinal = t.is(class::ORDINAL) && matches!(self.before(i), Some(Part::Article | Part::Owning));
        match () {
            _ if !ordinal && self.is_adverb(t, lower) => Part::Adverb,
            _ if t.is(class::HEDGE) => Part::Article,
            _ if self.is_verb(i, lower) => Part::Verb,
            _ if self.is_participle(i, lower) => Part::Participle,
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
    pub(super) fn is_hyphen(&self, i: usize) -> bool {
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
}
