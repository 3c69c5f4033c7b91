//! Feasts and holidays by name.

use super::{Read, Reader};
use crate::lexicon::class;
use crate::lexicon::holidays::Feast;
use crate::text::{Classes, Kind, Token};
use crate::value::time::expr::{Cell, Expr};

impl Reader<'_> {
    /// `Christmas Eve`, `Easter 2018`, `Thanksgiving Day last year`.
    pub(super) fn feast(&self, at: usize) -> Read<Expr> {
        let (feast, end) = self.feast_name(at)?;
        self.with_year(Cell::Feast(feast), end)
    }

    /// The name alone.
    pub(super) fn feast_name(&self, at: usize) -> Read<Feast> {
        let names = self.words.holidays.beginning_with(self.tokens.get(at)?);
        let stands = |name: &[&str]| name.iter().enumerate().all(|(i, w)| self.is_name_part(at + i, w));
        let (name, feast) = names.iter().find(|(name, _)| stands(name))?;
        let end = at + name.len();
        (name.len() > 1 || !self.is_in_noun(at, end)).then_some((*feast, end))
    }

    /// `Christmas tree`, `Easter Offensive`, `Merry Christmas`: a single word beside a noun or in a name is no day.
    fn is_in_noun(&self, at: usize, end: usize) -> bool {
        const BESIDE: Classes = Classes(
            class::PREPOSITION.0
                | class::AUXILIARY.0
                | class::CONJUNCTION.0
                | class::ARTICLE.0
                | class::PRONOUN.0
                | class::DAY_PART.0
                | class::TEMPORAL.0,
        );
        let noun = |t: &Token| t.is_word() && !t.is(BESIDE);
        let named = at.checked_sub(1).and_then(|b| self.tokens.get(b)).is_some_and(|t| noun(t) && t.is_capital());
        named || self.tokens.get(end).is_some_and(noun)
    }

    fn is_name_part(&self, at: usize, part: &str) -> bool {
        match part {
            "'s" => self.tokens.get(at).is_some_and(|t| t.kind == Kind::Clitic),
            "." => self.is_punct(at, '.'),
            "'" => self.is_punct(at, '\'') || self.is_punct(at, '’'),
            _ => self.is(at, part),
        }
    }
}
