//! From an [`Article`] to its claims. Needs one article and nothing else.

pub mod assemble;
pub mod dates;
pub mod events;
pub mod figures;
pub mod keys;
pub mod mention;
pub mod names;
pub mod published;
pub mod quotes;
pub mod roles;

use jiff::civil;

use crate::article::Article;
use crate::claim::{Claim, Source};
use crate::lexicon::{Lexicon, lexicon};
use crate::text::Tokens;
use mention::Mentions;

/// One article as an extract line: the source and its claims in order of the text.
pub struct Extracted {
    pub source: Source,
    pub claims: Vec<Claim>,
}

/// What every extractor sees: the article, its tokens, the tables, and the day relative dates count from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub article: &'a Article,
    pub tokens: Tokens<'a>,
    pub lexicon: &'static Lexicon,
    pub published: Option<civil::Date>,
}

/// All claims of an article. `date` is the publication date of articles that state none.
pub fn extract(article: &Article, date: Option<civil::Date>) -> Extracted {
    let published = published::choose(article, date);
    let cx = Context { article, tokens: article.tokens(), lexicon: lexicon(), published };
    let mut found = Mentions::default();
    dates::find(&cx, &mut found);
    figures::find(&cx, &mut found);
    names::find(&cx, &mut found);
    roles::find(&cx, &mut found);
    quotes::find(&cx, &mut found);
    events::find(&cx, &mut found);
    assemble::assemble(&cx, found, date)
}
