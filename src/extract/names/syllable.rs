//! Given names of East Asia, written as syllables with hyphens: `Kim Jong-un`, `Tsai Ing-wen`, `Prayut Chan-o-cha`.

use super::words::{self, FUNCTION, is_hyphen, set};
use crate::extract::Context;
use crate::lexicon::class;
use crate::text::{Classes, Token};

/// No syllable is written with more letters.
const LONGEST: u32 = 6;

/// Behind the name of syllables that begins at token `i`, in the sentence that ends before token `end`; `None` if it is no such name.
pub fn end(cx: &Context, i: usize, end: usize) -> Option<usize> {
    let token = |i: usize| cx.tokens.get(i).filter(|_| i < end);
    let joined = |i: usize| token(i).filter(|h| is_hyphen(h) && h.glued()).and_then(|_| token(i + 1)).filter(|t| t.glued() && t.is_word());
    let (word, second) = (token(i)?, joined(i + 1)?);
    if !is_short(word) || !is_short(second) || !is_second(cx, i, word, second) {
        return None;
    }
    let third = joined(i + 3).filter(|t| !t.is_capital() && is_syllable(t.text(cx.tokens.text)));
    Some(if third.is_some() { i + 5 } else { i + 3 })
}

fn is_short(t: &Token) -> bool {
    t.end - t.start <= LONGEST
}

/// Whether the syllable behind the hyphen goes on with the name of the one before it. What is an English word as well does so only behind a
/// surname (`Lee Soo-man`, unlike `Trump-era`), and so does a syllable with a capital.
fn is_second(cx: &Context, i: usize, word: &Token, second: &Token) -> bool {
    let ordinary = second.is(Classes(class::COMMON.0 | FUNCTION.0)) && !words::has(second, set::SYLLABLE);
    let text = |t: &Token| t.text(cx.tokens.text);
    let plain = !second.is_capital() && !ordinary && (second.end - second.start < LONGEST || is_syllable(text(second)));
    plain || is_syllable(text(word)) && is_syllable(text(second)) && follows_surname(cx, i)
}

/// A surname stands before token `i`, which is no part of a place (`Hong Kong`).
fn follows_surname(cx: &Context, i: usize) -> bool {
    const NONE: Classes = Classes(class::TITLE.0 | class::ROLE.0 | FUNCTION.0);
    let Some(before) = i.checked_sub(1) else { return false };
    let t = &cx.tokens.all[before];
    let place = || cx.lexicon.places.longest(cx.tokens.all, before).is_some_and(|(n, _)| n > 1);
    t.is_word() && t.is_capital() && t.is(class::SURNAME) && !t.is(NONE) && !place()
}

/// A consonant or none, vowels, and one of the few sounds that end a syllable of Chinese, Korean or Thai as they are romanised.
fn is_syllable(text: &str) -> bool {
    const INITIALS: [&str; 30] = [
        "", "b", "c", "ch", "d", "f", "g", "h", "hs", "j", "k", "kh", "l", "m", "n", "ng", "p", "ph", "q", "r", "s", "sh", "t", "th", "ts",
        "tz", "v", "x", "z", "zh",
    ];
    const FINALS: [&str; 10] = ["", "h", "k", "l", "m", "n", "ng", "p", "r", "t"];
    let lower = text.to_ascii_lowercase();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y' | 'ü');
    let initial = lower.find(vowel).unwrap_or(lower.len());
    let rest = &lower[initial..];
    let vowels = rest.find(|c| !vowel(c)).unwrap_or(rest.len());
    vowels > 0 && vowels <= 4 && INITIALS.contains(&&lower[..initial]) && FINALS.contains(&&rest[vowels..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_east_asia_are_told_from_other_words() {
        assert!(["un", "Jong", "wen", "sheung", "hyun", "kwan", "cha", "o", "hsiung", "seok"].into_iter().all(is_syllable));
        assert!(!["led", "era", "style", "based", "Trump", "born", "Smith", "backed"].into_iter().any(is_syllable));
    }
}
