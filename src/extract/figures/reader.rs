//! What all parts of the grammar of figures read from.

use crate::extract::Context;
use crate::lexicon::Lexicon;
use crate::text;

/// The tokens and tables that all parts of the grammar read.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub tokens: text::Tokens<'a>,
    pub lexicon: &'static Lexicon,
}

impl<'a> Reader<'a> {
    pub fn new(cx: &Context<'a>) -> Self {
        Reader { tokens: cx.tokens, lexicon: cx.lexicon }
    }
}
