//! What is taken from an article that is not English: numbers with their units, days in digits, names that the lexicon has. All else is
//! read by English words and grammar, which would find nonsense here.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Context;
use super::mention::{Mentions, NameKind, NameMention};
use crate::lexicon::class;
use crate::text::Tokens;
use crate::value::Dimension;

/// Keeps only what holds in any language; an English article keeps all.
pub fn limit(cx: &Context, found: &mut Mentions) {
    if cx.article.meta.language.as_deref() == Some("en") {
        return;
    }
    let t = cx.tokens;
    found.dates.retain(|d| is_iso(d.span.of(t.text)));
    found.figures.retain(|f| f.quantity.dimension != Dimension::Count && f.quantity.unit.is_some() && is_written_out(t, f.tokens.clone()));
    for f in &mut found.figures {
        (f.restates, f.changed_from) = (None, None);
    }
    let known: FxHashSet<usize> = found.names.iter().filter(|n| is_known(t, n)).map(|n| n.entity).collect();
    found.names.retain(|n| known.contains(&n.entity));
    found.places_inside.retain(|n| is_known(t, n));
    found.roles.clear();
    found.quotes.clear();
    found.attributions.clear();
    found.events.clear();
}

/// `2025-12-02`
fn is_iso(text: &str) -> bool {
    let b = text.as_bytes();
    b.len() == 10 && b.iter().enumerate().all(|(i, c)| if matches!(i, 4 | 7) { *c == b'-' } else { c.is_ascii_digit() })
}

/// One number in digits that means the same everywhere: no half of one with a decimal comma (`2,5` is two numbers and a mark), no group of
/// three digits (`1.234` is a thousand or one and a bit), no word for thousands or millions behind it.
fn is_written_out(t: Tokens<'_>, tokens: Range<usize>) -> bool {
    let numbers: Vec<usize> = tokens.clone().filter(|i| t.all[*i].is_number()).collect();
    let [at] = numbers[..] else { return false };
    let number = t.all[at].text(t.text);
    let grouped = number.rsplit_once(['.', ',']).is_some_and(|(_, digits)| digits.len() == 3);
    let glued = |i: usize, comma: bool| t.get(i).is_some_and(|x| x.glued() && if comma { x.is_punct(',') } else { x.is_number() });
    let halved = (glued(at + 1, true) && glued(at + 2, false)) || (at > 1 && glued(at, false) && glued(at - 1, true));
    !grouped && !halved && !t.get(tokens.end).is_some_and(|next| is_large(next.text(t.text)))
}

/// Words for thousands, millions and billions begin so in most languages of Europe.
fn is_large(word: &str) -> bool {
    const BEGIN: [&str; 8] = ["mil", "mio", "mrd", "mld", "bil", "bln", "tri", "tau"];
    BEGIN.iter().any(|b| word.get(..b.len()).is_some_and(|w| w.eq_ignore_ascii_case(b)))
}

/// A place of the tables, or a given name with a name behind it that is no English or foreign word for something.
fn is_known(t: Tokens<'_>, name: &NameMention) -> bool {
    let tokens = &t.all[name.tokens.clone()];
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    match name.kind {
        NameKind::Place => first.is(class::PLACE),
        NameKind::Person => tokens.len() > 1 && first.is(class::GIVEN_NAME) && last.is_capital() && !last.is(class::COMMON),
        NameKind::Organisation => true,
    }
}
