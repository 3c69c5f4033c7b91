//! How many dots a picture has on its two sides: `2880x1800`, `2,880 by 1,800 pixels`, `2880 pixels by 1800`.

use crate::extract::mention::FigureMention;
use crate::value::number::{Form, Number, number};
use crate::value::{Amount, Dimension, Quantity};

use super::reader::Reader;

/// Fewer dots than this on a side are another thing: `4x4`, `a 10 by 12 room`.
const SIDE: i64 = 100;

/// The resolution that begins at token `at`: what one side has, in the unit `by` what the other has. Without a word for pixels the sides
/// must be joined by a sign without spaces.
pub fn resolution(reader: &Reader, at: usize) -> Option<FigureMention> {
    let first = side(reader, at)?;
    let unit = pixels(reader, first.tokens.end);
    let (second, last, glued) = second_side(reader, unit.unwrap_or(first.tokens.end))?;
    let end = pixels(reader, last);
    (unit.or(end).is_some() || glued).then_some(())?;
    let quantity = Quantity::whole(first.amount, format!("by {second}").into(), Dimension::Other);
    Some(FigureMention::new(at..end.unwrap_or(last), quantity, None))
}

/// The other side behind `by` or a sign at token `at`: its dots, the index behind it, whether nothing parts it from the sign.
fn second_side(reader: &Reader, at: usize) -> Option<(Amount, usize, bool)> {
    let t = reader.tokens.get(at)?;
    let joined = reader.tokens.str(at).strip_prefix('x').filter(|_| t.glued()).and_then(|digits| digits.parse::<i64>().ok());
    if let Some(dots) = joined.filter(|dots| *dots >= SIDE) {
        return Some((Amount::from(dots), at + 1, true));
    }
    let sign = reader.tokens.is(at, "x") || t.is_punct('×');
    let second = side(reader, at + 1).filter(|_| sign || reader.tokens.is(at, "by"))?;
    Some((second.amount, second.tokens.end, sign && t.glued()))
}

fn side(reader: &Reader, at: usize) -> Option<Number> {
    reader.tokens.get(at).filter(|t| t.is_number())?;
    let n = number(reader.tokens, &reader.lexicon.numbers, at).filter(|n| n.form == Form::Digits && !n.scaled)?;
    (n.amount.is_whole() && n.amount >= Amount::from(SIDE)).then_some(n)
}

/// Behind the word for pixels at token `at`.
fn pixels(reader: &Reader, at: usize) -> Option<usize> {
    let next = reader.joint(at)?;
    reader.tokens.is_any(next, &["pixels", "pixel", "dots", "px"]).then_some(next + 1)
}
