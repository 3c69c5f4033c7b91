//! Where the phrases of a clause begin and end.

use super::{Clause, Part};
use crate::lexicon::class;
use crate::text::Kind;

/// Words of a noun phrase on one side of its head.
const PHRASE: usize = 8;

impl Clause<'_> {
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
}
