//! What stands before the head of a role and belongs to it: `Ukrainian Foreign |`, `Putin's senior policy |`.

use super::super::mention::NameKind;
use super::office::{DISMISSED, LONGEST, OfficeReader};
use crate::lexicon::roles::RoleKind;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, word_sets};
use crate::text::{Token, form};

word_sets! {
    /// Words before the head of an office that are part of it, and of no body.
    RANK = 0: "rank_in_office";
    /// What stands between a body or day and a role that is not of it.
    VERB = 1: "verb_between_names";
    /// What `fire` stands before as part of an office or body.
    OF_FIRES = 2: "of_fires";
    POSSESSIVE = 3: "possessive";
}

impl OfficeReader<'_> {
    /// Where the modifiers of the head begin; whether an article or possessor is before them, and whether a possessor.
    pub(super) fn modifiers(&self, from: usize, head: usize) -> (usize, bool, bool) {
        let (mut sure, mut i) = (head, head);
        while i > from && head - i < LONGEST {
            let k = i - 1;
            let possessed = self.cx.tokens.is_in(k, &SETS, POSSESSIVE);
            if possessed || self.has(k, class::ARTICLE) || self.is(k, &["this", "another"]) {
                return (i, true, possessed);
            }
            // "It's Senator Smith" says what it is
            if self.is_clitic(k) && k > 0 && self.has(k - 1, class::PRONOUN) {
                break;
            }
            if self.is_clitic(k) {
                return (self.possessor(from, k), true, true);
            }
            // "fellow" gives the office to somebody else too: "beat fellow councillor Ann Lee"
            if self.is(k, &["fellow"]) {
                let (start, determined, possessed) = self.led_by(from, k, i);
                return (if determined { start } else { sure }, determined, possessed);
            }
            if let Some(number) = self.age_ending(k) {
                return self.before_age(number.max(from), i, sure);
            }
            match self.modifier(k) {
                Some(true) if sure == i || self.joins_body(i) => sure = k,
                Some(_) => {}
                None => break,
            }
            i = k;
        }
        (sure, false, false)
    }

    /// Where an age begins that ends with token `old`: `| 32-year-old`.
    fn age_ending(&self, old: usize) -> Option<usize> {
        let number = old.checked_sub(4)?;
        let age = self.is(old, &["old"]) && self.is(old - 2, &["year"]) && self.is_hyphen(old - 1) && self.is_hyphen(old - 3);
        age.then_some(number)
    }

    /// The modifiers of a role behind an age, which is no part of it: `his 32-year-old | teacher`. `first`: the token behind the age;
    /// `sure`: the first token that surely belongs to the role.
    fn before_age(&self, number: usize, first: usize, sure: usize) -> (usize, bool, bool) {
        let (start, determined, possessed) = self.led_by(0, number, first);
        (if determined { start } else { sure }, determined, possessed)
    }

    /// The modifiers of a role from token `first` on, with the article or possessor before token `at`, which is no part of them.
    fn led_by(&self, from: usize, at: usize, first: usize) -> (usize, bool, bool) {
        let led = at.checked_sub(1).filter(|k| *k >= from);
        let possessed = led.is_some_and(|k| self.cx.tokens.is_in(k, &SETS, POSSESSIVE) || self.is_clitic(k));
        let determined = possessed || led.is_some_and(|k| self.has(k, class::ARTICLE));
        (first, determined, possessed)
    }

    /// Inside the name of a place: `United States attorney`.
    fn is_in_place(&self, k: usize) -> bool {
        self.name_over(k).is_some_and(|n| n.tokens.start < k && n.kind == NameKind::Place)
    }

    /// Behind the first word of a place's or body's name: `New York | City Mayor`, `House Judiciary | Committee Chairman`. Counties,
    /// the police and the press have officers of their own wherever they are.
    pub(super) fn is_in_body(&self, k: usize) -> bool {
        const SHORTEST: usize = 3;
        self.name_over(k).filter(|n| n.tokens.start < k).is_some_and(|n| match n.kind {
            NameKind::Place => !self.is(k, &["county", "district", "state"]),
            NameKind::Organisation => {
                n.tokens.len() >= SHORTEST && !self.cx.tokens.is_in(k, &SETS, RANK) && !self.is(k, &["fire", "police", "press"])
            }
            NameKind::Person => false,
        })
    }

    /// Inside the name of a body before a role: `Housing | and Urban Development Secretary`, `Organization | for Women President`.
    pub(super) fn joins_body(&self, k: usize) -> bool {
        let capital = |i: usize| self.token(i).is_some_and(|t| t.is_word() && t.is_capital());
        let role = class::ROLE | class::TITLE | class::KINSHIP;
        let own = |i: usize| capital(i) && self.name_over(i).is_none_or(|n| n.kind == NameKind::Organisation);
        // "Ekra and Prime Minister Ott", "Ekra and Orlane Chief Executive Ott" are two
        let office = |i: usize| self.has(i, role | class::STATUS | class::DEMONYM) || self.cx.tokens.is_in(i, &SETS, RANK);
        // "the Government of Prime Minister Ott" is no body of prime ministers
        let ranked = || self.cx.tokens.is_in(k + 1, &SETS, RANK) || self.head(k + 1).is_some_and(|h| h.kind == RoleKind::Office);
        let body = self.is(k, &["for", "of"]) && k > 0 && self.has(k - 1, class::ORGANISATION) && !ranked();
        let two = || self.name_over(k - 1).zip(self.name_over(k + 1)).is_some_and(|(a, b)| a.tokens != b.tokens);
        let pair = self.is(k, &["and"]) && k > 0 && !office(k - 1) && !office(k + 1) && !two();
        (body || pair) && own(k - 1) && own(k + 1)
    }

    /// Whether the token modifies a role: surely, or only when an article follows further left; none when it cannot.
    fn modifier(&self, k: usize) -> Option<bool> {
        let t = self.token(k)?;
        let closed = class::AUXILIARY | class::CONJUNCTION | class::RELATIVE | class::PREPOSITION | class::PRONOUN | class::NEGATION;
        if self.is_outside(k) {
            return None;
        }
        if self.joins_body(k) {
            return Some(false);
        }
        if t.is_word() {
            let known = self.is_status(k) || t.has(form::ALL_CAPS) || self.cx.lexicon.roles.modifier(t.word).is_some();
            if !known && (t.is(closed) || t.is(class::STARTER)) {
                return None;
            }
            // "witnesses District Attorney Smith" heard
            if !known && !t.is_capital() && self.token(k + 1).is_some_and(Token::is_capital) && (self.is_plural(k) || self.has_subject(k)) {
                return None;
            }
            if (t.is(class::CUE) || self.is(k, &DISMISSED)) && !known && !self.is_in_place(k) {
                return None;
            }
            if !known && !t.is_capital() && (t.is(class::VERB | class::EVENT) || self.is_predicate(k)) && !self.is_hyphen(k + 1) {
                return None;
            }
            // "the girls joined President Smith" on a stage
            if !known && !t.is_capital() && self.token(k + 1).is_some_and(Token::is_capital) && self.is_past(k) {
                return None;
            }
            // "Ann Lee accused Rep. Smith" of something
            if known && !t.is_capital() && self.cx.tokens.str(k).ends_with("ed") && self.is_predicate(k) {
                return None;
            }
            if self.is(k, &["elected"]) && self.elects(k) {
                return None;
            }
            // "and cast former Secretary Smith" as old
            let verb = known && !t.is_capital() && !self.is_status(k) && self.is_status(k + 1);
            return Some((known || t.is_capital()) && !verb);
        }
        if self.is_hyphen(k) {
            return Some(k > 0 && self.modifier(k - 1) == Some(true));
        }
        (self.is_abbreviation_stop(k) || t.is_punct('&') || t.is_number()).then_some(false)
    }

    /// `re-elected Rep. Smith`, `members elected Chairman Smith`, `was elected chairman`: a verb, and no part of the office.
    fn elects(&self, k: usize) -> bool {
        let Some(before) = k.checked_sub(1) else { return false };
        self.is_hyphen(before) || self.has(before, class::AUXILIARY) || self.is_plural(before)
    }

    fn is_plural(&self, k: usize) -> bool {
        self.cx.tokens.str(k).ends_with('s') && !self.cx.tokens.str(k).ends_with("ss")
    }

    /// `The First Sisters join | President Smith`: what stands behind a plural with a capital is a verb.
    fn has_subject(&self, k: usize) -> bool {
        k > 0 && self.token(k - 1).is_some_and(|t| t.is_word() && t.is_capital()) && self.is_plural(k - 1)
    }

    /// `The Hawks placed`, `The Hawks lost`: a past tense behind a name.
    fn is_predicate(&self, k: usize) -> bool {
        self.is_past(k) && k > 0 && !self.begins_sentence(k) && self.token(k - 1).is_some_and(|t| t.is_word() && t.is_capital())
    }

    /// A verb in the past tense, or a participle.
    pub(super) fn is_past(&self, k: usize) -> bool {
        let irregular = || self.token(k).is_some_and(|t| self.cx.lexicon.tense.get(t) == Some(TenseWord::Past));
        self.cx.tokens.str(k).ends_with("ed") || irregular()
    }

    /// A word before a role that is no part of it: the day of a statement, a verb, a number that counts those who held it.
    fn is_outside(&self, k: usize) -> bool {
        const PARTS: [&str; 5] = ["afternoon", "evening", "morning", "night", "week"];
        let day = self.has(k, class::WEEKDAY | class::MONTH) || self.is(k, &PARTS);
        let fires = self.is(k, &["fire"]) && !self.cx.tokens.is_in(k + 1, &SETS, OF_FIRES);
        // "signed under Ambassador Lee", unlike "under-secretary"
        let under = self.is(k, &["under"]) && !self.is_hyphen(k + 1) && !self.is(k + 1, &["secretary", "secretaries", "sheriff"]);
        day || fires || under || self.cx.tokens.is_in(k, &SETS, VERB) || self.counts_holders(k)
    }

    /// `became the fifth coach to be fired`, `was named the 21st head coach`.
    fn counts_holders(&self, k: usize) -> bool {
        let suffixed = self.token(k).is_some_and(Token::is_number) && self.cx.tokens.str(k).ends_with(char::is_alphabetic);
        let made = |i: usize| self.has(i, class::AUXILIARY) || self.is(i, &["became", "become", "becomes", "named"]);
        (suffixed || self.has(k, class::ORDINAL)) && k > 1 && self.is(k - 1, &["the"]) && made(k - 2)
    }

    /// Where the possessor before the clitic at `clitic` begins: a name, or a word.
    fn possessor(&self, from: usize, clitic: usize) -> usize {
        let names = &self.found.names;
        let at = names.partition_point(|n| n.tokens.end < clitic);
        let name = names.get(at).filter(|n| n.tokens.end == clitic);
        name.map_or(clitic.saturating_sub(1), |n| n.tokens.start).max(from)
    }
}
