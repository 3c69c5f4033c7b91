//! Ordinals as figures: `sixth meeting`, `its fourth year`. A rank, or the place in a run of years.

use crate::extract::mention::FigureMention;
use crate::lexicon::class;
use crate::text::{Kind, Span};
use crate::value::number::{Form, number};
use crate::value::{Amount, Dimension, Quantity};

use super::read::Reader;

/// The ordinal at token `at` with the noun it ranks.
pub fn ordinal(reader: &Reader, at: usize) -> Option<FigureMention> {
    let n = number(reader.tokens, &reader.lexicon.numbers, at).filter(|n| n.form == Form::Ordinal)?;
    let end = n.tokens.end;
    let noun = head(reader, end)?;
    if n.amount <= Amount::from(2) && !is_counted_first(reader, at, noun) {
        return None;
    }
    let word = reader.lower(&reader.tokens.all[noun]);
    let unit = reader.lexicon.plurals.singular(&word).into_owned();
    let (amount, tokens) = (Some(n.amount), at..noun + 1);
    let quantity = Quantity {
        amount,
        low: amount,
        high: amount,
        step: Amount::ONE,
        unit: Some(unit.into()),
        dimension: Dimension::Rank,
        hedge: None,
        direction: None,
        ordinal: true,
    };
    Some(FigureMention { span: Span::default(), tokens, quantity, head: Some(end..noun + 1), restates: None, changed_from: None })
}

/// The last noun of the phrase behind an ordinal, at most three words on.
fn head(reader: &Reader, at: usize) -> Option<usize> {
    let next = reader.joint(at)?;
    if next > at || reader.tokens.get(at)?.is_capital() {
        return None;
    }
    let end = (at..at + 4).take_while(|&i| i == at && reader.is_noun_like(i) || i > at && continues(reader, i)).last()?;
    (!reader.tokens.all[end].is(class::CUE)).then_some(end)
}

fn continues(reader: &Reader, at: usize) -> bool {
    let t = &reader.tokens.all[at.min(reader.tokens.len() - 1)];
    let joined = t.kind == Kind::Punct && t.is_punct('-') && t.glued();
    reader.is_noun_like(at) && !reader.is_verb_like(at) && !t.is_capital() || joined && reader.tokens.get(at + 1).is_some_and(|n| n.glued())
}

/// First and second rank something only where somebody's or a run of times is meant: `his first visit`, `the second day in a row`.
fn is_counted_first(reader: &Reader, at: usize, noun: usize) -> bool {
    let owned = at > 0 && {
        let before = &reader.tokens.all[at - 1];
        before.kind == Kind::Clitic || ["his", "her", "its", "their", "our", "my"].iter().any(|w| reader.tokens.is(at - 1, w))
    };
    let time = reader.lexicon.units.by_words(reader.tokens, noun).is_some_and(|(_, u)| u.dimension == "duration");
    owned || time && reader.tokens.is(noun + 1, "in")
}
