//! How a figure stands to the one before it: the same in another unit, or what it has become; and where a change goes.

use crate::extract::Context;
use crate::extract::mention::FigureMention;
use crate::lexicon::changes::{Bond, Course};
use crate::lexicon::class;
use crate::value::quantity::convert;
use crate::value::{Amount, Dimension, Direction, Quantity};

use super::read::{Draft, Reader};

/// Ties `figure` to the last of `out`, and gives it its span.
pub fn tie(cx: &Context, out: &mut [FigureMention], figure: &mut FigureMention) {
    figure.span = cx.tokens.span(figure.tokens.clone());
    let (index, next) = (out.len().wrapping_sub(1), out.len());
    let Some(last) = out.last_mut() else { return };
    let between = last.tokens.end..figure.tokens.start;
    if between.len() > 3 {
        return;
    }
    let words: Vec<&str> = between.map(|i| cx.tokens.str(i)).collect();
    let before = |w: &str| last.tokens.start > 0 && cx.tokens.is(last.tokens.start - 1, w);
    match words.as_slice() {
        ["("] | [",", "or"] | ["or"] | [",", "(", ..] | ["["] if restates(&last.quantity, &figure.quantity) => {
            figure.restates = Some(index)
        }
        ["to"] if before("from") => {
            share_unit(&mut last.quantity, &figure.quantity);
            figure.changed_from = Some(index);
        }
        ["from"] | [",", "from"] if before("to") => last.changed_from = Some(next),
        ["up" | "down", "from"] | [",", "up" | "down", "from"] => last.changed_from = Some(next),
        _ => {}
    }
}

/// The same measured in another unit.
fn restates(a: &Quantity, b: &Quantity) -> bool {
    let (Some(x), Some(y)) = (a.unit.as_deref(), b.unit.as_deref()) else { return false };
    x != y && (a.dimension == Dimension::Money && b.dimension == Dimension::Money || convert(Amount::ONE, x, y).is_some())
}

/// `from 28 to 19 points`: the unit stands at the second only.
fn share_unit(first: &mut Quantity, second: &Quantity) {
    if first.unit.is_none() {
        first.unit.clone_from(&second.unit);
        first.dimension = second.dimension;
    }
}

/// Tokens looked at before a figure for a word of change.
const REACH: usize = 6;

impl Reader<'_> {
    /// Where the change goes that a figure measures: `rose 2%`, `down about 12`, `a drop of 5 per cent`, `+2%`.
    pub fn direction(&self, draft: &Draft, plus: bool) -> Option<Direction> {
        if plus {
            return Some(Direction::Up);
        }
        let dimension = draft.measure.as_ref().map_or(Dimension::Count, |m| m.dimension);
        let loose = matches!(dimension, Dimension::Share | Dimension::SharePoints | Dimension::Money)
            || draft.measure.as_ref().is_some_and(|m| m.unit == "point");
        let of = draft.tokens.start > 0 && self.tokens.is(draft.tokens.start - 1, "of");
        let at = self.change_before(draft.tokens.start)?;
        let (course, bond) = self.lexicon.changes.get(&self.tokens.all[at])?;
        let fits = match bond {
            Bond::Any => true,
            Bond::Noun => of,
            Bond::Loose => loose,
        };
        match course {
            Course::Up if fits => Some(Direction::Up),
            Course::Down if fits => Some(Direction::Down),
            _ => None,
        }
    }

    /// The word of change right before token `at`, but for `by`, `of`, articles and adverbs.
    fn change_before(&self, at: usize) -> Option<usize> {
        let passed = |i: usize| {
            let t = &self.tokens.all[i];
            ["by", "of", "a", "an", "another", "further", "additional", "only", "just", "as", "much", "also"]
                .iter()
                .any(|w| self.tokens.is(i, w))
                || t.is(class::ADVERB)
                || t.is_word() && self.tokens.str(i).ends_with("ly")
        };
        (at.saturating_sub(4)..at).rev().take_while(|&i| i + 1 == at || passed(i + 1)).find(|&i| self.tokens.all[i].is(class::CHANGE))
    }

    /// A word of change stands shortly before `from` at token `at`: what follows is a change, no range.
    pub fn is_change(&self, at: usize) -> bool {
        (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| self.tokens.all[i].is_word() || self.tokens.all[i].is_number() || self.tokens.all[i].is_punct('%'))
            .any(|i| self.lexicon.changes.get(&self.tokens.all[i]).is_some())
    }
}
