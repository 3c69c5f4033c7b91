//! Spellings of one spoken word. Outlets write what was said by their style guides: `F.B.I.` and `FBI`, `Gen. Lee` and `General Lee`,
//! `5%` and `five per cent`.

use crate::lexicon::numbers::NumberWord;
use crate::lexicon::{class, lexicon};
use crate::text::fold::fold;

/// A quotation with abbreviations, percentages and grouped digits written in one way, so that no stop stands in it that ends no sentence.
pub fn spelled_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    // "LET US GO": where all is in capitals they tell of no initials
    let shouted = !text.chars().any(char::is_lowercase);
    let mut chunks = text.split_whitespace().peekable();
    while let Some(chunk) = chunks.next() {
        let percent = is_word(chunk, "cent") && out.rsplit(' ').next().is_some_and(|w| w.eq_ignore_ascii_case("per"));
        out.push_str(if out.is_empty() || percent { "" } else { " " });
        spell(chunk, chunks.peek().copied(), shouted, &mut out);
    }
    out
}

/// Whether a chunk is a word, marks aside.
fn is_word(chunk: &str, word: &str) -> bool {
    chunk.trim_matches(|c: char| !c.is_alphanumeric()).eq_ignore_ascii_case(word)
}

/// Writes a word with the marks around it; `next` stands behind it.
fn spell(chunk: &str, next: Option<&str>, shouted: bool, out: &mut String) {
    let start = chunk.find(char::is_alphanumeric).unwrap_or(chunk.len());
    let (opening, word) = chunk.split_at(start);
    out.push_str(opening);
    if let Some((initials, rest)) = initials(word) {
        out.push_str(if is_country(&initials) { "USA" } else { &initials });
        let ends = rest.is_empty() && next.is_some_and(begins_a_sentence);
        out.push_str(if ends { "." } else { rest });
        return;
    }
    let bare = word.find(|c: char| !c.is_alphanumeric()).map_or(word, |end| &word[..end]);
    let rest = &word[bare.len()..];
    if !shouted && is_country(bare) {
        out.extend(["USA", rest]);
    } else if let Some(full) = full_form(bare, rest, next) {
        out.extend([full, rest.strip_prefix('.').unwrap_or(rest)]);
    } else {
        numerals(word, out);
    }
}

/// The letters of `F.B.I.`, and what stands behind their last stop.
fn initials(word: &str) -> Option<(String, &str)> {
    let (mut letters, mut rest) = (String::new(), word);
    loop {
        let mut chars = rest.chars();
        let (Some(letter), Some('.')) = (chars.next().filter(|c| c.is_alphabetic()), chars.next()) else { break };
        letters.push(letter);
        rest = chars.as_str();
    }
    // "F.B.I" without its last stop
    let mut chars = rest.chars();
    if let Some(last) = chars.next().filter(|c| !letters.is_empty() && c.is_alphabetic())
        && !chars.as_str().starts_with(char::is_alphanumeric)
    {
        letters.push(last);
        rest = chars.as_str();
    }
    let whole = letters.chars().count() > 1 && !rest.starts_with(|c: char| c.is_alphanumeric() || c == '.');
    whole.then_some((letters, rest))
}

fn is_country(word: &str) -> bool {
    matches!(word, "US" | "USA")
}

/// A word that begins sentences and no names stands behind a stop: it ends one.
fn begins_a_sentence(next: &str) -> bool {
    let word = next.trim_matches(|c: char| !c.is_alphanumeric());
    let l = lexicon();
    word.starts_with(char::is_uppercase) && l.words.classes(l.words.id(&word.to_lowercase())).any(class::FUNCTION | class::STARTER)
}

/// What an abbreviated title or office is in full, and other abbreviations without their stop; `rest` stands behind it. A title without
/// a stop stands before a name.
fn full_form<'w>(word: &'w str, rest: &str, next: Option<&str>) -> Option<&'w str> {
    let (l, lower) = (lexicon(), word.to_lowercase());
    let (stopped, named) = (rest.starts_with('.'), rest.is_empty() && next.is_some_and(|n| n.starts_with(char::is_uppercase)));
    if !word.starts_with(char::is_uppercase) || !(stopped || named) {
        return None;
    }
    let id = l.words.id(&lower);
    let office = if lower == "dr" { Some("doctor") } else { l.titles.get(id).and_then(|t| t.office) };
    let before_name = next.is_some_and(|n| n.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let short = stopped && before_name && l.words.classes(id).any(class::ABBREVIATION | class::NUMBERED);
    office.or(short.then_some(word))
}

/// `5,000` as `5000`, `5%` as `5 percent`, `twenty-five` as `25`.
fn numerals(word: &str, out: &mut String) {
    let end = word.rfind(char::is_alphanumeric).map_or(0, |i| i + word[i..].chars().next().map_or(0, char::len_utf8));
    if let Some(sum) = word[..end].split_once(['-', '‑', '‐']).and_then(|(tens, units)| sum(tens, units)) {
        out.extend([&sum.to_string(), &word[end..]]);
        return;
    }
    let mut before = ' ';
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ',' if before.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit) => {}
            '%' => out.push_str(" percent"),
            _ => out.push(c),
        }
        before = c;
    }
}

/// `12` for `twelve` of folded words. "one" is often no number ("which one"), so 1 becomes `one`.
pub fn numeral(word: &str) -> Option<String> {
    match number(word)? {
        NumberWord::Digit(n) if n > 1 => Some(n.to_string()),
        NumberWord::Ten(n) => Some(n.to_string()),
        _ => None,
    }
}

/// `25` for `twenty` and `five`.
fn sum(tens: &str, units: &str) -> Option<i64> {
    match (number(&fold(tens))?, number(&fold(units))?) {
        (NumberWord::Ten(t), NumberWord::Digit(u @ 1..=9)) => Some(t + u),
        _ => None,
    }
}

fn number(word: &str) -> Option<NumberWord> {
    let l = lexicon();
    l.numbers.of_word(l.words.id(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_in_one_way() {
        for (written, want) in [
            ("We called the B.B.C. and the U.N.'s envoy.", "We called the BBC and the UN's envoy."),
            ("It went to the I.M.F. They never answered", "It went to the IMF. They never answered"),
            ("a U.S. ship and the US navy told us", "a USA ship and the USA navy told us"),
            ("LET US GO", "LET US GO"),
            ("Gen. Hale met Sen Park, Dr. Lee and Mr. Cole.", "general Hale met senator Park, doctor Lee and Mr Cole."),
            ("some 5% of 12,500 or twenty-five per cent.", "some 5 percent of 12500 or 25 percent."),
            ("It is No. 3 ... and so. Then we left at 4 p.m.", "It is No 3 ... and so. Then we left at 4 pm"),
            ("I will go. A dog came.", "I will go. A dog came."),
        ] {
            assert_eq!(spelled_out(written), want);
        }
    }
}
