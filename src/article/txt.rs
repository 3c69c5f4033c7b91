//! Plain text: blocks by empty lines, the headline first.

use super::{Article, Block, Meta, Sentence};
use crate::claim::BlockRole;
use crate::lexicon::lexicon;
use crate::text::{Span, Token, form, scan};

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
    let sentences = blocks.iter().enumerate().flat_map(|(i, b)| sentences(&text, &tokens, b, i)).collect();
    Article { meta, text, tokens, blocks, sentences, quotations: Vec::new(), notes: Vec::new() }
}

fn sentences(text: &str, tokens: &[Token], block: &Block, index: usize) -> Vec<Sentence> {
    let _ = text;
    let mut out = Vec::new();
    let mut from = block.tokens.start;
    for i in block.tokens.clone() {
        let ends = ['.', '!', '?'].iter().any(|c| tokens[i].is_punct(*c));
        if i + 1 == block.tokens.end || (ends && tokens[i + 1].is_capital()) || tokens[i + 1].has(form::LINE) {
            out.push(Sentence { span: Span::new(tokens[from].start, tokens[i].end), tokens: from..i + 1, block: index });
            from = i + 1;
        }
    }
    out
}
