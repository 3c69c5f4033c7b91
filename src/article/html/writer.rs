//! The text of a body, paragraph by paragraph.

use dom_query::NodeRef;

use super::prune::has_word;
use crate::claim::BlockRole;
use crate::text::joined::apart;

/// A paragraph as the page writes it.
#[derive(Default)]
pub struct Piece {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// What its element says that it is; none where its words must tell.
    pub role: Option<BlockRole>,
    /// Bytes of it that are links.
    pub linked: usize,
    /// The list or table that it is part of, by its number, and the outermost around that.
    pub list: Option<usize>,
    pub outer_list: Option<usize>,
    /// It stands in an element for words that are quoted.
    pub set_apart: bool,
    /// It has the words of a class that captions and credits have, on an element inside the line.
    credited: bool,
}

impl Piece {
    /// Nearly all of it is a link.
    pub fn is_link(&self) -> bool {
        self.linked * 10 >= (self.end - self.start) * 8
    }
}

/// Collects text and where its paragraphs begin and end.
#[derive(Default)]
pub struct Writer {
    text: String,
    pieces: Vec<Piece>,
    open: Piece,
    /// White space stands before what comes next.
    space: bool,
    /// An element inside the line has just ended where another begins: a name and a day that style sheets set apart.
    seam: Seam,
    /// How many links are open.
    links: usize,
    /// How many elements for quoted words are open.
    quoted: usize,
    /// The numbers of the lists and tables that are open, and how many there were.
    lists: Vec<usize>,
    lists_seen: usize,
    /// The roles that open elements give to what is in them.
    roles: Vec<BlockRole>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Seam {
    #[default]
    No,
    Ended,
    Begun,
}

/// What ends when an element does.
enum Leaving {
    Link,
    List,
    Role,
    Block,
    Quoted,
    Space,
    Span,
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Leaving),
}

impl Writer {
    /// A paragraph that is known from elsewhere.
    pub fn line(&mut self, text: &str, role: BlockRole) {
        self.text.push_str(&apart(text.to_owned()));
        self.end_piece_as(Some(role));
    }

    /// The text and its paragraphs.
    pub fn finish(mut self) -> (String, Vec<Piece>) {
        self.end_piece();
        self.text.truncate(self.text.trim_end().len());
        (self.text, self.pieces)
    }

    /// All nodes in order, without recursion.
    pub fn walk(&mut self, root: &NodeRef) {
        let mut todo: Vec<Step> = root.children_it(true).map(Step::Enter).collect();
        while let Some(step) = todo.pop() {
            match step {
                Step::Leave(what) => self.leave(what),
                Step::Enter(node) if node.is_text() => self.push(&node.text()),
                Step::Enter(node) => {
                    todo.extend(self.enter(&node).map(Step::Leave));
                    todo.extend(node.children_it(true).map(Step::Enter));
                }
            }
        }
    }

    /// A block element ends the paragraph before it.
    fn enter(&mut self, node: &NodeRef) -> Option<Leaving> {
        let name = node.node_name().unwrap_or_default();
        if let Some(role) = role_of(node, &name) {
            self.end_piece();
            self.roles.push(role);
            return Some(Leaving::Role);
        }
        match &*name {
            "a" => {
                self.links += 1;
                Some(Leaving::Link)
            }
            "span" | "small" | "em" | "i" | "cite" => {
                self.open.credited |= is_caption(node);
                if self.seam == Seam::Ended {
                    self.seam = Seam::Begun;
                }
                (name.as_ref() == "span").then_some(Leaving::Span)
            }
            "td" | "th" | "time" => {
                self.space = true;
                Some(Leaving::Space)
            }
            "br" => {
                self.end_piece();
                None
            }
            "ul" | "ol" | "table" | "dl" => {
                self.end_piece();
                self.lists.push(self.lists_seen);
                self.lists_seen += 1;
                Some(Leaving::List)
            }
            "blockquote" | "aside" => {
                self.end_piece();
                self.quoted += 1;
                Some(Leaving::Quoted)
            }
            name if is_block(name) => {
                self.end_piece();
                Some(Leaving::Block)
            }
            _ => None,
        }
    }

    fn leave(&mut self, what: Leaving) {
        match what {
            Leaving::Link => self.links -= 1,
            Leaving::Space => self.space = true,
            Leaving::Span => self.seam = Seam::Ended,
            Leaving::Block => self.end_piece(),
            Leaving::Quoted => {
                self.end_piece();
                self.quoted -= 1;
            }
            Leaving::List => {
                self.end_piece();
                self.lists.pop();
            }
            Leaving::Role => {
                self.end_piece();
                self.roles.pop();
            }
        }
    }

    /// Adds text with its white space collapsed.
    fn push(&mut self, text: &str) {
        let text = &*apart(text.to_owned());
        let before = self.text.len();
        let seam = std::mem::take(&mut self.seam) == Seam::Begun;
        self.space |=
            seam && text.starts_with(char::is_uppercase) && self.text.ends_with(|c: char| c.is_lowercase() || matches!(c, '.' | ','));
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
        if self.links > 0 {
            self.open.linked += self.text.len() - before;
        }
    }

    fn end_piece(&mut self) {
        self.end_piece_as(self.roles.last().copied());
    }

    fn end_piece_as(&mut self, role: Option<BlockRole>) {
        self.space = false;
        if self.text.len() > self.open.start {
            let piece = std::mem::take(&mut self.open);
            let end = self.text.len();
            let credited = piece.credited && end - piece.start <= LONGEST_CAPTION;
            let role = role.or(credited.then_some(BlockRole::Caption));
            let (list, outer_list) = (self.lists.last().copied(), self.lists.first().copied());
            self.pieces.push(Piece { end, role, list, outer_list, set_apart: self.quoted > 0, ..piece });
            self.text.push_str("\n\n");
        }
        self.open = Piece { start: self.text.len(), ..Piece::default() };
    }
}

/// What an element makes of the paragraphs in it, by its name or by the words of its class.
fn role_of(node: &NodeRef, name: &str) -> Option<BlockRole> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockRole::Crosshead),
        "figcaption" | "caption" | "figure" => Some(BlockRole::Caption),
        "p" | "div" => is_caption(node).then_some(BlockRole::Caption),
        _ => None,
    }
}

/// The most bytes of a text below a picture, and of a line that says whose the picture is.
const LONGEST_CAPTION: usize = 700;
const LONGEST_CREDIT: usize = 150;

/// The class says that this is the text below a picture, or whose the picture is.
fn is_caption(node: &NodeRef) -> bool {
    const CAPTION: [&str; 3] = ["caption", "figcaption", "cutline"];
    const CREDIT: [&str; 6] = ["credit", "credits", "attribution", "photocredit", "photographer", "image-agency"];
    let Some(class) = node.attr("class") else { return false };
    let short = |most: usize| node.normalized_char_count() <= most;
    (has_word(&class, &CAPTION) && short(LONGEST_CAPTION)) || (has_word(&class, &CREDIT) && short(LONGEST_CREDIT))
}

fn is_block(name: &str) -> bool {
    matches!(name, "p" | "div" | "section" | "article" | "li" | "tr" | "pre" | "dt" | "dd" | "header" | "footer" | "main" | "hr")
}
