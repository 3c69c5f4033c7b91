//! From an [`Article`] to its claims. Needs one article and nothing else.

pub mod assemble;
mod beside;
pub mod dates;
mod doing;
pub mod events;
pub mod figures;
mod foreign;
pub mod keys;
pub mod mention;
pub mod names;
mod polarity;
mod products;
pub mod published;
pub mod quotes;
pub mod roles;
mod slots;
mod written;

use jiff::civil;

use crate::article::Article;
use crate::claim::{Claim, Source};
use crate::lexicon::{Lexicon, lexicon};
use crate::text::Tokens;
use mention::Mentions;

/// One article as an extract line: the source and its claims in order of the text.
pub struct Extracted {
    /// The article without its text.
    pub source: Source,
    /// Its claims.
    pub claims: Vec<Claim>,
}

/// What every extractor sees: the article, its tokens, the tables, and the day relative dates count from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The article.
    pub article: &'a Article,
    /// All its tokens.
    pub tokens: Tokens<'a>,
    /// The tables.
    pub lexicon: &'static Lexicon,
    /// The day from which relative dates count; none where it is not known.
    pub published: Option<civil::Date>,
}

/// The steps in order: what finds the mentions of each kind, each building on those before, then what drops some of them and what adds to
/// the others.
const FINDERS: [fn(&Context, &mut Mentions); 8] =
    [dates::find, figures::find, names::find, roles::find, quotes::find, events::find, foreign::limit, slots::find];

/// All claims of an article. `date` is the publication date of articles that state none.
pub fn extract(article: &Article, date: Option<civil::Date>) -> Extracted {
    let cx = context(article, date);
    let mut found = Mentions::default();
    FINDERS.iter().for_each(|find| find(&cx, &mut found));
    assemble::assemble(&cx, found, date)
}

/// All claims of several articles. Each kind is extracted from all of them before the next, so that its code and tables stay in the
/// processor's cache, which has no room for those of all kinds.
pub fn extract_all(articles: &[&Article], date: Option<civil::Date>) -> Vec<Extracted> {
    let mut all: Vec<(Context, Mentions)> = articles.iter().map(|a| (context(a, date), Mentions::default())).collect();
    for find in FINDERS {
        all.iter_mut().for_each(|(cx, found)| find(cx, found));
    }
    all.into_iter().map(|(cx, found)| assemble::assemble(&cx, found, date)).collect()
}

fn context(article: &Article, date: Option<civil::Date>) -> Context<'_> {
    Context { article, tokens: article.tokens(), lexicon: lexicon(), published: published::choose(article, date) }
}
