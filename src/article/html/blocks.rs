//! The body of a page as text with blocks.

use dom_query::{Document, NodeRef};

use super::super::words::WordList;
use super::super::{Article, Block, Meta, byline, complete, dateline};
use crate::claim::{BlockRole, Offsets};
use crate::lexicon::furniture::LineKind;
use crate::lexicon::lexicon;
use crate::text::{Tokens, scan};

/// A paragraph as the page writes it.
#[derive(Default)]
struct Piece {
    start: usize,
    end: usize,
    role: Option<BlockRole>,
    /// Bytes of it that are links.
    linked: usize,
}

/// The article of a page: its title, then the paragraphs of its body. `None` if it has no words.
pub fn read(body: &Document, meta: Meta) -> Option<Article> {
    let mut w = Writer::default();
    if let Some(title) = &meta.title {
        w.text.push_str(title);
        w.end_piece(Some(BlockRole::Headline));
    }
    w.walk(&body.root());
    w.end_piece(None);
    let Writer { text, pieces, .. } = w;
    let text = text.trim_end().to_owned();
    let tokens = scan(&text, &lexicon().words);
    let words = WordList::new(&text, &tokens);
    let t = Tokens { text: &text, all: &tokens };
    let mut meta = Meta { offsets: Offsets::Text, ..meta };
    let mut blocks = Vec::with_capacity(pieces.len());
    for p in &pieces {
        let range = t.at(p.start as u32)..t.at(p.end as u32);
        if !range.is_empty() {
            let role = role(t, p, range.clone(), blocks.len(), &mut meta);
            blocks.push(Block { role, span: t.span(range.clone()), tokens: range, repeats: None });
        }
    }
    below_the_body(t, &words, &meta.authors, &mut blocks);
    let bears = blocks.iter().any(|b| b.role == BlockRole::Body);
    bears.then(|| complete(text.clone(), tokens.clone(), &words, blocks, meta, Vec::new()))
}

/// What a piece is: by its element, else by its words.
fn role(t: Tokens<'_>, p: &Piece, range: std::ops::Range<usize>, index: usize, meta: &mut Meta) -> BlockRole {
    let furniture = &lexicon().furniture;
    if let Some(role @ (BlockRole::Headline | BlockRole::Caption)) = p.role {
        return role;
    }
    let text = t.span(range.clone()).of(t.text);
    if index > 0 && meta.title.as_deref().is_some_and(|title| title.eq_ignore_ascii_case(text)) {
        return BlockRole::Boilerplate;
    }
    if byline::is_photo_credit(t, range.clone(), furniture) {
        return BlockRole::Caption;
    }
    if range.len() <= 30 && p.linked * 10 >= text.len() * 8 && p.role != Some(BlockRole::Crosshead) {
        return BlockRole::Boilerplate;
    }
    if dateline::read(t, range.clone()).is_some_and(|d| d.rest.len() <= 3 && !d.dates.is_empty()) {
        return BlockRole::Boilerplate;
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

/// What stands behind the body: a title with nothing below it, and the lines about the author.
fn below_the_body(t: Tokens<'_>, words: &WordList, authors: &[String], blocks: &mut [Block]) {
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
    let last = blocks.iter().rposition(|b| b.role == BlockRole::Body && words.of(b.tokens.clone()).len() > 1).map_or(0, |i| i + 1);
    for b in blocks[last..].iter_mut().filter(|b| b.role == BlockRole::Crosshead) {
        b.role = BlockRole::Boilerplate;
    }
}

/// Collects the text of a body, paragraph by paragraph.
#[derive(Default)]
struct Writer {
    text: String,
    pieces: Vec<Piece>,
    open: Piece,
    space: bool,
}

impl Writer {
    /// All nodes in order, without recursion.
    fn walk(&mut self, root: &NodeRef) {
        enum Step<'a> {
            Enter(NodeRef<'a>),
            Leave(Leaving),
        }
        let mut todo: Vec<Step> = root.children_it(true).map(Step::Enter).collect();
        let mut links = 0usize;
        let mut roles: Vec<BlockRole> = Vec::new();
        while let Some(step) = todo.pop() {
            match step {
                Step::Leave(Leaving::Link) => links -= 1,
                Step::Leave(Leaving::Role) => {
                    self.end_piece(roles.last().copied());
                    roles.pop();
                }
                Step::Leave(Leaving::Block) => self.end_piece(roles.last().copied()),
                Step::Enter(node) if node.is_text() => self.push(&node.text(), links > 0),
                Step::Enter(node) => {
                    let name = node.node_name().unwrap_or_default();
                    let leaving = match &*name {
                        "a" => {
                            links += 1;
                            Some(Leaving::Link)
                        }
                        "br" => {
                            self.end_piece(roles.last().copied());
                            None
                        }
                        name => self.enter(name, &mut roles),
                    };
                    todo.extend(leaving.map(Step::Leave));
                    todo.extend(node.children_it(true).map(Step::Enter));
                }
            }
        }
    }

    /// A block element ends the paragraph before it.
    fn enter(&mut self, name: &str, roles: &mut Vec<BlockRole>) -> Option<Leaving> {
        let role = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockRole::Crosshead),
            "figcaption" | "caption" | "figure" => Some(BlockRole::Caption),
            _ => None,
        };
        let block = role.is_some()
            || matches!(
                name,
                "p" | "div"
                    | "section"
                    | "article"
                    | "li"
                    | "ul"
                    | "ol"
                    | "blockquote"
                    | "figure"
                    | "table"
                    | "tr"
                    | "pre"
                    | "dl"
                    | "dt"
                    | "dd"
                    | "header"
                    | "footer"
                    | "main"
                    | "hr"
            );
        if !block {
            if matches!(name, "td" | "th") {
                self.space = true;
            }
            return None;
        }
        self.end_piece(roles.last().copied());
        roles.extend(role);
        Some(if role.is_some() { Leaving::Role } else { Leaving::Block })
    }

    /// Adds text with its white space collapsed.
    fn push(&mut self, text: &str, linked: bool) {
        let before = self.text.len();
        for c in text.chars() {
            if c.is_whitespace() {
                self.space = true;
                continue;
            }
            if std::mem::take(&mut self.space) && self.text.len() > self.open.start {
                self.text.push(' ');
            }
            self.text.push(c);
        }
        if linked {
            self.open.linked += self.text.len() - before;
        }
    }

    fn end_piece(&mut self, role: Option<BlockRole>) {
        self.space = false;
        if self.text.len() > self.open.start {
            let piece = std::mem::take(&mut self.open);
            self.pieces.push(Piece { end: self.text.len(), role, ..piece });
            self.text.push_str("\n\n");
        }
        self.open = Piece { start: self.text.len(), ..Piece::default() };
    }
}

/// What ends when an element does.
enum Leaving {
    Link,
    Role,
    Block,
}
