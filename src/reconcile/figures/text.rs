//! Numbers and intervals as a reader would write them: `5,825`, `333.5 to 334.5 million dollars`, `18.5 to 19.5%`.

use rust_decimal::Decimal;

use crate::lexicon::{lexicon, word_sets};
use crate::value::{Amount, Dimension};

word_sets! {
    /// Units without a plural.
    UNCHANGED = 0: "unit_without_plural";
}

/// Words for large numbers, the largest first.
const SCALES: [(i64, &str); 3] = [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
/// How many decimals are shown; of a number below one, how many digits.
const PLACES: u32 = 3;

/// What a figure stands for, from its lowest to its highest value; an end that is missing is open.
pub fn interval(low: Option<Amount>, high: Option<Amount>, unit: Option<&str>) -> String {
    let ends: Vec<Amount> = low.into_iter().chain(high).collect();
    let scale = scale(&ends);
    let shown = |a: Amount| number(scale.and_then(|(size, _)| a.over(size)).unwrap_or(a));
    let behind = behind(scale.map(|s| s.1), unit, ends.iter().all(|a| *a == Amount::ONE));
    match (low, high) {
        (Some(a), Some(b)) if a == b => format!("{}{behind}", shown(a)),
        (Some(a), Some(b)) => format!("{} to {}{behind}", shown(a), shown(b)),
        (Some(a), None) => format!("{}{behind} or more", shown(a)),
        (None, Some(b)) => format!("{}{behind} or less", shown(b)),
        (None, None) => "any value".to_owned(),
    }
}

/// What a figure stands for; a fraction of a whole ("a third") in percent.
pub fn stands_for(low: Option<Amount>, high: Option<Amount>, unit: Option<&str>, dimension: Dimension) -> String {
    if dimension != Dimension::Share || unit.is_some() {
        return interval(low, high, unit);
    }
    let percent = |end: Amount| end.times(Amount::from(100)).map(|a| Amount::new(a.decimal().round_dp(1)));
    interval(low.and_then(percent), high.and_then(percent), Some("%"))
}

/// A number with a comma after each three digits before the point, and not more behind it than a reader wants.
pub fn number(amount: Amount) -> String {
    let exact = amount.decimal();
    let short = if exact.abs() < Decimal::ONE { exact.round_sf(PLACES).unwrap_or(exact) } else { exact.round_dp(PLACES) };
    grouped(&short.normalize().to_string())
}

fn grouped(text: &str) -> String {
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut out = String::from(sign);
    for (i, c) in digits.char_indices() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out + rest
}

/// The largest word that shortens all ends and loses nothing of them.
fn scale(ends: &[Amount]) -> Option<(Amount, &'static str)> {
    let fits = |size: Amount| {
        ends.iter().all(|a| a.over(size).is_some_and(|x| x.decimal().abs() >= Decimal::ONE && x.decimal().scale() <= PLACES))
    };
    SCALES.into_iter().map(|(size, word)| (Amount::from(size), word)).find(|(size, _)| !ends.is_empty() && fits(*size))
}

/// Scale and unit, as they follow a number.
fn behind(scale: Option<&str>, unit: Option<&str>, one: bool) -> String {
    let scale = scale.map_or(String::new(), |s| format!(" {s}"));
    let unit = unit.map_or(String::new(), |u| match u {
        sign if !sign.starts_with(char::is_alphabetic) => sign.to_owned(),
        // the other side's points of a score
        word if word.starts_with("to ") || word.starts_with("by ") => format!(" {word}"),
        word if one => format!(" {word}"),
        word => format!(" {}", plural(word)),
    });
    scale + &unit
}

/// What follows the word of a unit that takes the plural: "kilometers per hour", "degrees celsius".
const FOLLOWS: [&str; 5] = [" per ", " of ", " celsius", " fahrenheit", " sterling"];

/// The plural of a unit or a counted noun.
pub fn plural(noun: &str) -> String {
    let (head, rest) = FOLLOWS.iter().find_map(|f| noun.find(f)).map_or((noun, ""), |at| noun.split_at(at));
    let (lead, last) = head.rfind([' ', '-']).map_or(("", head), |at| head.split_at(at + 1));
    if SETS.holds(last, UNCHANGED) { noun.to_owned() } else { format!("{lead}{}{rest}", lexicon().plurals.plural(last)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(s: &str) -> Option<Amount> {
        s.parse().ok()
    }

    #[test]
    fn numbers_are_short_and_grouped() {
        let number = |s: &str| n(s).map(number).unwrap_or_default();
        assert_eq!(number("640"), "640");
        assert_eq!(number("5660"), "5,660");
        assert_eq!(number("-1234567.25"), "-1,234,567.25");
        assert_eq!(number("5.82500000000001"), "5.825");
        assert_eq!(number("0.145833333333334"), "0.146");
        assert_eq!(number("12.0004"), "12");
    }

    #[test]
    fn intervals_say_which_end_is_open() {
        assert_eq!(interval(n("18.5"), n("19.5"), Some("%")), "18.5 to 19.5%");
        assert_eq!(interval(n("12"), n("12"), Some("missile")), "12 missiles");
        assert_eq!(interval(n("1"), n("1"), Some("child")), "1 child");
        assert_eq!(interval(n("9"), n("9"), Some("to 14")), "9 to 14");
        assert_eq!(interval(n("12"), None, None), "12 or more");
        assert_eq!(interval(None, n("12"), Some("square kilometer")), "12 square kilometers or less");
        assert_eq!(interval(n("333500000"), n("334500000"), Some("dollar")), "333.5 to 334.5 million dollars");
        assert_eq!(interval(n("900000"), n("1200000"), None), "900,000 to 1,200,000");
        assert_eq!(interval(None, None, None), "any value");
    }

    #[test]
    fn a_fraction_is_shown_in_percent() {
        let third = |unit| stands_for(n("0.291666666666667"), n("0.333333333333333"), unit, Dimension::Share);
        assert_eq!(third(None), "29.2 to 33.3%");
        assert_eq!(stands_for(n("18.5"), n("19.5"), Some("%"), Dimension::Share), "18.5 to 19.5%");
        assert_eq!(stands_for(n("0.5"), n("0.5"), None, Dimension::Ratio), "0.5");
    }

    #[test]
    fn the_head_of_a_unit_takes_the_plural() {
        assert_eq!(plural("kilometer per hour"), "kilometers per hour");
        assert_eq!(plural("police officer"), "police officers");
        assert_eq!(plural("person"), "people");
        assert_eq!(plural("degree celsius"), "degrees celsius");
        assert_eq!(plural("acre-foot"), "acre-feet");
        assert_eq!(plural("yen"), "yen");
    }
}
