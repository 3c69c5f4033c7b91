//! The body of a page as text with blocks.

use std::ops::Range;

use dom_query::Document;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::words::WordList;
use super::super::{Article, ArticleNote, Block, Meta, byline, complete, credit, dateline, furniture as page_furniture, stated};
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
    pull_quotes(t, &words, &pieces, &mut blocks);
    let blocks = wire(t, blocks, &mut meta);
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
    if let Some(agency) = credit::alone(t, range.clone(), furniture) {
        meta.credits.push(agency.to_owned());
        return BlockRole::Byline;
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
    if page_furniture::is_of_page(t, range.clone()) {
        return BlockRole::Boilerplate;
    }
    if names_author(t, range.clone(), &meta.authors) {
        return BlockRole::Byline;
    }
    match furniture.line(t, byline::unbracketed(t, range)) {
        Some(LineKind::Boilerplate | LineKind::Links | LineKind::Comment) => BlockRole::Boilerplate,
        Some(LineKind::Byline) => BlockRole::Byline,
        Some(LineKind::Caption) => BlockRole::Caption,
        None => p.role.unwrap_or(BlockRole::Body),
    }
}

/// What is set apart from the body and said in it as well.
fn pull_quotes(t: Tokens<'_>, words: &WordList, pieces: &[Piece], blocks: &mut [Block]) {
    const MOST: usize = 20;
    const LENGTHS: Range<usize> = 3..70;
    let starts: FxHashSet<u32> = pieces.iter().filter(|p| p.set_apart).map(|p| p.start as u32).collect();
    let name = |b: &Block| t.all[b.tokens.clone()].iter().all(|t| t.is_capital() || !t.is_word());
    let apart = |b: &Block| b.role == BlockRole::Body && starts.contains(&b.span.start) && !name(b);
    let quoted: Vec<usize> = (0..blocks.len()).filter(|i| apart(&blocks[*i])).take(MOST).collect();
    for i in quoted {
        let own = words.of(blocks[i].tokens.clone());
        let sources = blocks.iter().filter(|b| b.role == BlockRole::Body && !apart(b)).map(|b| words.of(b.tokens.clone()));
        let said = |source: Range<usize>| {
            let run = &words.hashes[own.clone()];
            let at = words.hashes[source.clone()].windows(run.len().max(1)).position(|w| w == run)?;
            Some(t.all[words.tokens[source.start + at] as usize].start)
        };
        let Some(first) = sources.filter(|_| LENGTHS.contains(&own.len())).find_map(said) else { continue };
        blocks[i].role = BlockRole::PullQuote;
        blocks[i].repeats = Some(first);
    }
}

/// The place and agency before the first paragraph and the credit behind the last one become blocks of their own.
fn wire<'t>(t: Tokens<'t>, blocks: Vec<Block>, meta: &mut Meta) -> Vec<Block> {
    let mut wire = stated::Wire::default();
    let mut out = Vec::with_capacity(blocks.len() + 2);
    for block in blocks {
        if block.role == BlockRole::Body {
            out.extend(wire.take(t, block.tokens, meta).blocks(t));
        } else {
            out.push(block);
        }
    }
    out
}

/// A known author with an office or a place behind a comma: `Ann Lee, economics editor`.
fn names_author(t: Tokens<'_>, line: Range<usize>, authors: &[String]) -> bool {
    const LONGEST: usize = 12;
    let text = t.span(line.clone()).of(t.text);
    let follows = |a: &String| text.strip_prefix(a.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(','));
    line.len() <= LONGEST && !is_prose(t, line) && authors.iter().any(follows)
}

/// How many words a line without an end mark must have to be a paragraph, and not a label.
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
