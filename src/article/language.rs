//! Whether a text is English.

use super::{ArticleNote, Meta};
use crate::lexicon::class;
use crate::text::{Classes, Token};

/// Words by which English is known: nearly every second word of running text is one of them.
const FUNCTION: Classes =
    Classes(class::ARTICLE.0 | class::DETERMINER.0 | class::PRONOUN.0 | class::PREPOSITION.0 | class::CONJUNCTION.0 | class::AUXILIARY.0);

/// Fewer words than these tell nothing.
const LEAST: usize = 16;

/// Sets the language: what the page says of itself, unless the words speak against it; `und` (undetermined) for a text that is not
/// English and does not say what it is.
pub fn decide(tokens: &[Token], meta: &mut Meta, notes: &mut Vec<ArticleNote>) {
    let stated = meta.language.take().filter(|l| !l.is_empty() && !l.starts_with("en"));
    let english = is_english(tokens);
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
