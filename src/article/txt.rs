//! Plain text: blocks by empty lines, the headline first.

use super::{Article, Block, Meta, quotations, sentences};
use crate::claim::BlockRole;
use crate::lexicon::lexicon;
use crate::text::{Tokens, form, scan};

/// Reads a plain text. `meta` brings what is known from outside (id, path).
pub fn read(text: String, meta: Meta, body_only: bool) -> Article {
    let tokens = scan(&text, &lexicon().words);
    let mut blocks: Vec<Block> = Vec::new();
    for (i, t) in tokens.iter().enumerate() {
        match blocks.last_mut() {
            Some(b) if !t.has(form::PARAGRAPH) => {
                b.span.end = t.end;
                b.tokens.end = i + 1;
            }
            _ => {
                let role = if blocks.is_empty() && !body_only { BlockRole::Headline } else { BlockRole::Body };
                blocks.push(Block { role, span: t.span(), tokens: i..i + 1, repeats: None });
            }
        }
    }
    let sentences = sentences::find(Tokens { text: &text, all: &tokens }, &blocks);
    let quotations = quotations::find(&text, &tokens, &blocks);
    let notes = quotations::unbalanced(&quotations).into_iter().collect();
    Article { meta, text, tokens, blocks, sentences, quotations, notes }
}
