//! Figures: every number that says how much, how many, how long, how far, and what it is a number of.
//!
//! A walk over the tokens that may begin a number. At each, in this order: is it a number that is no figure (`leave`); the number with
//! its sign, currency and unit (`measure`); a second number that makes it a range (`range`); hedges and bounds (`bounds`); what
//! is counted (`counted`), by what it is divided (`rates`), ages, shares, ordinals, `ranks`, `results`, counts of zero (`nobody`); then
//! how it stands to the figure before it (`pairs`), and at last what the article tells of such a number elsewhere (`magnitudes`).

mod ages;
mod bare_rates;
mod bounds;
mod counted;
mod decades;
mod draft;
mod elided;
mod leave;
mod listed;
mod magnitudes;
mod marks;
mod measure;
mod models;
mod nobody;
mod ordinals;
mod pairs;
mod range;
mod ranks;
mod rates;
mod read;
mod reader;
mod resolution;
mod results;
mod shares;
mod twice;
mod vague;
mod walk;

use super::Context;
use super::mention::Mentions;

/// Finds the figures of an article; the dates have been found before.
pub fn find(cx: &Context, found: &mut Mentions) {
    found.figures = walk::Walk::new(cx, &found.dates).figures();
    magnitudes::settle(cx, &mut found.figures);
    bare_rates::settle(cx, &mut found.figures);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Meta, txt};
    use crate::extract::dates;
    use crate::lexicon::lexicon;
    use crate::text::token::reads;

    /// Looks at tokens that dates and figures take for a text.
    fn looks(text: String) -> usize {
        let article = txt::read(text, Meta::of_file("a.txt"), true);
        let cx = Context { article: &article, tokens: article.tokens(), lexicon: lexicon(), published: None };
        reads::of(|| {
            let mut found = Mentions::default();
            dates::find(&cx, &mut found);
            find(&cx, &mut found);
        })
    }

    /// Text of twice the length takes twice the work: nowhere does a reader walk over the rest of the text again.
    #[test]
    fn work_grows_with_the_text() {
        let runs = [
            "9 ",
            "9",
            "1,",
            "one ",
            "hundred ",
            "a ",
            "five million ",
            "and a half ",
            "$ ",
            "US$5 ",
            "5 to ",
            "5-",
            "+1-",
            "5 or ",
            "5% ",
            "more than ",
            "12,34,",
            "1 000 ",
            "three point ",
            "5 (",
            "5 km, ",
            "early ",
            "the end of ",
            "the day before ",
            "last ",
            "Monday ",
            "May ",
            "in May and ",
            "1999-",
            "1999 to ",
            "two weeks ",
            "fiscal ",
            "prior to the ",
            "now ",
            "7:30 ",
            "4/5/",
            "from March to ",
            "'80s ",
            "mid-",
            ".5 ",
            "x10^",
            "two 500-pound bombs ",
            "no one was ",
            "won 5-4 ",
            "the second-",
            "5.2 quake ",
            "ten men and ",
            "It rose 2% to 5. ",
        ];
        for run in runs {
            let (once, twice) = (looks(run.repeat(400)), looks(run.repeat(800)));
            assert!(twice <= once * 2 + once / 4 + 200, "{run:?}: {once} looks, then {twice}");
        }
    }
}
