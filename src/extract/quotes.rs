//! Quotes: what stands between quotation marks, its form, and who says it.

use super::Context;
use super::mention::{Mentions, QuoteMention};
use crate::claim::QuoteForm;

/// Finds the quotes of an article.
pub fn find(cx: &Context, found: &mut Mentions) {
    let outer = cx.article.quotations.iter().enumerate().filter(|(_, q)| q.level == 0);
    for (quotation, _) in outer {
        found.quotes.push(QuoteMention { quotation, form: QuoteForm::Direct, speaker: None, cue: None, relayed_by: None });
    }
}
