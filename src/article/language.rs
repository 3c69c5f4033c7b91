//! Whether a text is English.

use super::{ArticleNote, Meta};
use crate::lexicon::class;
use crate::text::{Classes, Token, Tokens};

/// Words by which English is known: nearly every second word of running text is one of them.
const FUNCTION: Classes =
    Classes(class::ARTICLE.0 | class::DETERMINER.0 | class::PRONOUN.0 | class::PREPOSITION.0 | class::CONJUNCTION.0 | class::AUXILIARY.0);

/// Fewer words than these tell nothing.
const LEAST: usize = 16;

/// Sets the language: what the page says of itself, unless the words speak against it; `und` (undetermined) for a text that is not
/// English and does not say what it is.
pub fn decide(t: Tokens<'_>, meta: &mut Meta, notes: &mut Vec<ArticleNote>) {
    let stated = meta.language.take().filter(|l| !l.is_empty() && !l.starts_with("en"));
    let english = is_english(t.all) && !is_other_script(t);
    meta.language = Some(if english { "en".into() } else { stated.unwrap_or("und".into()) });
    if !english {
        let message = "the article is not English; only figures, dates and known names are taken from it".to_owned();
        notes.push(ArticleNote { code: "not_english".into(), message, span: None });
    }
}

/// Running English has 35 to 50 function words in a hundred, lists of names and headlines some ten, but common English words as well.
fn is_english(tokens: &[Token]) -> bool {
    let (mut words, mut function, mut common) = (0usize, 0usize, 0usize);
    for t in tokens.iter().filter(|t| t.is_word()) {
        words += 1;
        function += t.is(FUNCTION) as usize;
        common += t.is(class::COMMON) as usize;
    }
    words < LEAST || function * 100 >= words * 20 || (function * 100 >= words * 8 && common * 100 >= words * 40)
}

/// Most letters are of another script than the Latin one; where that has no spaces a sentence may be a single word.
fn is_other_script(t: Tokens<'_>) -> bool {
    const FIRST: char = '\u{370}';
    let (mut all, mut other) = (0u32, 0u32);
    for token in t.all.iter().filter(|t| t.is_word()) {
        all += token.end - token.start;
        other += if token.text(t.text).starts_with(|c| c >= FIRST) { token.end - token.start } else { 0 };
    }
    other * 2 > all
}
