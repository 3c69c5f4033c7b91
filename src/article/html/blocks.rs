//! The body of a page as text with blocks.

use std::ops::Range;

use dom_query::Document;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::words::WordList;
use super::super::{Article, ArticleNote, Block, Meta, byline, complete, dateline, stated};
use super::writer::{Piece, Writer};
use crate::claim::{BlockRole, Offsets};
use crate::lexicon::furniture::LineKind;
use crate::lexicon::lexicon;
use crate::text::{Tokens, scan};

/// The article of a page: its title, the summary below it, then the paragraphs of its body. `None` if it has no words.
pub fn read(body: &Document, meta: Meta, summary: Option<&str>) -> Option<Article> {
    let mut w = Writer::default();
    w.line(meta.title.as_deref().unwrap_or_default(), BlockRole::Headline);
    w.line(summary.unwrap_or_default(), BlockRole::Crosshead);
    w.walk(&body.root());
    let (text, pieces) = w.finish();
    let tokens = scan(&text, &lexicon().words);
    let words = WordList::new(&text, &tokens);
    let t = Tokens { text: &text, all: &tokens };
    let mut meta = Meta { offsets: Offsets::Text, ..meta };
    let (mut blocks, mut notes) = (roles(t, &pieces, &mut meta), Vec::new());
    add_dates(t, &blocks, &mut meta, &mut notes);
    wire_opening(t, &mut blocks, &mut meta);
    if !blocks.iter().any(|b| b.role == BlockRole::Body) {
        return None;
    }
    Some(complete(text, tokens, &words, blocks, meta, notes))
}

/// The pieces as blocks with their roles.
fn roles(t: Tokens<'_>, pieces: &[Piece], meta: &mut Meta) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(pieces.len());
    let told = lists_that_tell(pieces);
    let mut body_ends = 0;
    for p in pieces {
        let range = t.at(p.start as u32)..t.at(p.end as u32);
        if !range.is_empty() {
            let role = role(t, p, range.clone(), blocks.len(), &told, meta);
            blocks.push(Block { role, span: t.span(range.clone()), tokens: range.clone(), repeats: None });
            if role == BlockRole::Body && (p.list.is_some() || is_prose(t, range)) {
                body_ends = blocks.len();
            }
        }
    }
    about_the_author(t, &meta.authors, &mut blocks);
    below_the_body(body_ends, &mut blocks);
    blocks
}

/// The days of date lines, revisions last.
fn add_dates(t: Tokens<'_>, blocks: &[Block], meta: &mut Meta, notes: &mut Vec<ArticleNote>) {
    let lines = blocks.iter().filter(|b| b.role == BlockRole::Dateline);
    let mut stated: Vec<_> =
        lines.flat_map(|b| dateline::read(t, b.tokens.clone()).unwrap_or_default().dates.into_iter().map(|d| (d, b.span))).collect();
    stated.sort_by_key(|(day, _)| day.revised);
    stated::add_dates(meta, notes, stated);
}

/// The lists of short items most of which are more than a link. The others lead to other pages, or are sections with titles.
fn lists_that_tell(pieces: &[Piece]) -> FxHashSet<usize> {
    const LONGEST_ITEM: usize = 200;
    let mut items: FxHashMap<usize, (usize, usize, usize)> = FxHashMap::default();
    for (list, p) in pieces.iter().filter_map(|p| Some((p.list?, p))) {
        let (all, links, bytes) = items.entry(list).or_default();
        *all += 1;
        *links += if p.role == Some(BlockRole::Crosshead) { pieces.len() } else { usize::from(p.is_link()) };
        *bytes += p.end - p.start;
    }
    let tells = |(all, links, bytes): (usize, usize, usize)| links * 2 < all && bytes <= all * LONGEST_ITEM;
    items.into_iter().filter(|(_, counts)| tells(*counts)).map(|(list, _)| list).collect()
}

/// What a piece is: by its element, else by its words.
fn role(t: Tokens<'_>, p: &Piece, range: Range<usize>, index: usize, told: &FxHashSet<usize>, meta: &mut Meta) -> BlockRole {
    let furniture = &lexicon().furniture;
    let is_dateline = dateline::read(t, range.clone()).is_some_and(|d| !d.dates.is_empty() && d.stands_alone(t));
    match p.role {
        Some(BlockRole::Headline) => return BlockRole::Headline,
        Some(BlockRole::Caption) if !is_dateline => return BlockRole::Caption,
        _ => {}
    }
    let text = t.span(range.clone()).of(t.text);
    if index > 0 && meta.title.as_deref().is_some_and(|title| title.eq_ignore_ascii_case(text)) {
        return BlockRole::Boilerplate;
    }
    if byline::is_photo_credit(t, range.clone(), furniture) {
        return BlockRole::Caption;
    }
    if range.len() <= 30
        && p.is_link()
        && p.role != Some(BlockRole::Crosshead)
        && ![p.list, p.outer_list].iter().flatten().any(|l| told.contains(l))
    {
        return BlockRole::Boilerplate;
    }
    if (2..=4).contains(&range.len()) && t.is(range.end - 1, "ago") {
        return BlockRole::Boilerplate;
    }
    if is_dateline {
        // on a page that tells its day itself, a line that shows it is furniture
        return if meta.dates.is_empty() { BlockRole::Dateline } else { BlockRole::Boilerplate };
    }
    if let Some(found) = byline::read(t, range.clone(), furniture) {
        meta.credits.extend(found.credits);
        return BlockRole::Byline;
    }
    match furniture.line(t, range) {
        Some(LineKind::Boilerplate | LineKind::Comment) => BlockRole::Boilerplate,
        Some(LineKind::Byline) => BlockRole::Byline,
        Some(LineKind::Caption) => BlockRole::Caption,
        None => p.role.unwrap_or(BlockRole::Body),
    }
}

/// The place and agency before one of the first paragraphs become a block of their own.
fn wire_opening(t: Tokens<'_>, blocks: &mut Vec<Block>, meta: &mut Meta) {
    const LOOKED_AT: usize = 3;
    let bodies: Vec<usize> = (0..blocks.len()).filter(|i| blocks[*i].role == BlockRole::Body).take(LOOKED_AT).collect();
    for i in bodies {
        let Range { start, end } = blocks[i].tokens;
        if let Some(width) = stated::opening(t, start..end, meta) {
            let block = |role, tokens: Range<usize>| Block { role, span: t.span(tokens.clone()), tokens, repeats: None };
            blocks.splice(i..=i, [block(BlockRole::Dateline, start..start + width), block(BlockRole::Body, start + width..end)]);
            return;
        }
    }
}

/// A line without an end mark has at least so many words if it is a paragraph, and not a label.
const PROSE_WORDS: usize = 14;

/// A mark ends it, or it is long.
fn is_prose(t: Tokens<'_>, range: Range<usize>) -> bool {
    let tokens = &t.all[range];
    let last = tokens.iter().rev().find(|t| !t.punct().is_some_and(|c| matches!(c, '"' | '”' | '’' | '\'' | ')' | ']')));
    let ends = last.is_some_and(|t| t.punct().is_some_and(|c| matches!(c, '.' | '…' | '?' | '!' | ':' | ';')));
    ends || tokens.iter().filter(|t| t.is_word()).count() >= PROSE_WORDS
}

/// The lines about the author in the lower half of a page.
fn about_the_author(t: Tokens<'_>, authors: &[String], blocks: &mut [Block]) {
    let about_author = |b: &Block| {
        let text = b.span.of(t.text);
        authors
            .iter()
            .filter_map(|a| text.strip_prefix(a.as_str()).or_else(|| text.strip_prefix(a.split(' ').next()?)))
            .any(|rest| rest.starts_with(" is a"))
    };
    let half = blocks.len() / 2;
    for b in blocks[half..].iter_mut().filter(|b| b.role == BlockRole::Body) {
        if about_author(b) {
            b.role = BlockRole::Boilerplate;
        }
    }
}

/// Labels and titles below the last paragraph or list belong to the page, as they do in plain text.
fn below_the_body(body_ends: usize, blocks: &mut [Block]) {
    if body_ends == 0 {
        return;
    }
    let last = blocks[..body_ends].iter().rposition(|b| b.role == BlockRole::Body).map_or(0, |i| i + 1);
    for b in blocks[last..].iter_mut().filter(|b| matches!(b.role, BlockRole::Body | BlockRole::Crosshead)) {
        b.role = BlockRole::Boilerplate;
    }
}
