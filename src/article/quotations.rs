//! Pairing of quotation marks: straight, curly, guillemets, low-high, doubled single marks, single marks; over paragraphs too.
//!
//! A paragraph is paired on its own, so that a lost mark costs one quotation and never the rest of the text. A double mark without
//! its partner closes with the paragraph (a quotation that goes on has a mark at the head of each paragraph), a single one is taken for
//! an apostrophe; unless the next paragraph has a closing mark for which it has no opening one. A quotation without its closing mark that
//! holds its own attribution ends before that.

use super::{ArticleNote, Block, Quotation, swallowed};
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, Span, Token, Tokens, form};

word_sets! {
    /// Words that are written with an apostrophe at their head.
    ELIDED = 0: "elided";
}

/// The quotations of a text, in order of their opening marks, and a note for the first mark whose partner is lost.
pub fn find(text: &str, tokens: &[Token], blocks: &[Block]) -> (Vec<Quotation>, Option<ArticleNote>) {
    let mut p =
        Pairing { text, tokens, open: Vec::new(), doubles: 0, drafts: Vec::new(), unfinished: None, paragraph: 0, earlier: 0, lone: None };
    for block in blocks {
        p.block(block);
    }
    let lone = p.lone.map(|i| Span::new(tokens[i].start, tokens[i].end));
    release(Tokens { text, all: tokens }, &mut p.drafts);
    let quotations = finish(tokens, p.drafts);
    let note = unbalanced(&quotations, lone);
    (quotations, note)
}

/// A note for the first mark whose partner is lost: that of an open quotation, or a `lone` one.
fn unbalanced(quotations: &[Quotation], lone: Option<Span>) -> Option<ArticleNote> {
    let continued = |i: usize| quotations.get(i + 1..).unwrap_or(&[]).iter().take(8).any(|q| q.continues == Some(i));
    let open = quotations.iter().enumerate().find(|(i, q)| !q.closed && !continued(*i)).map(|(_, lost)| lost.span);
    let lost = [open, lone].into_iter().flatten().min_by_key(|s| s.start)?;
    let message = "a quotation mark has no partner; its quotation ends with the paragraph".to_owned();
    Some(ArticleNote { code: "unbalanced_quotes".into(), message, span: Some(lost) })
}

/// Marks that pair with each other; `“…"` is a pair as well.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Guillemet,
    Single,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    /// It opens or closes, as the marks before it require.
    Either,
}

/// A quotation mark of one or two tokens.
struct Mark {
    family: Family,
    side: Side,
    width: usize,
}

/// A mark that waits for its partner.
struct Open {
    family: Family,
    draft: usize,
    /// A mark of its family was opened inside it, so that its own partner is lost if none is left for it.
    overtaken: bool,
    /// Where it closes if no better place comes: a single mark that may as well be the apostrophe of a plural.
    tentative: Option<usize>,
    /// The value of an attribute in left-over markup, which is no quotation.
    attribute: bool,
}

/// A quotation by the tokens between its marks; `end` is unknown or nothing while it is open, and stays so when it is dropped.
struct Draft {
    start: usize,
    end: Option<usize>,
    closed: bool,
    continues: Option<usize>,
}

struct Pairing<'t> {
    text: &'t str,
    tokens: &'t [Token],
    open: Vec<Open>,
    /// How many of the open ones are not single.
    doubles: usize,
    drafts: Vec<Draft>,
    /// The quotation that the paragraph before left open at its end.
    unfinished: Option<Unfinished>,
    /// The first token of the paragraph.
    paragraph: usize,
    /// Quotations that begin before it.
    earlier: usize,
    /// The first double mark that opened or closed nothing.
    lone: Option<usize>,
}

/// A quotation without a closing mark in its paragraph.
#[derive(Clone, Copy)]
struct Unfinished {
    family: Family,
    draft: usize,
    /// The token behind its paragraph.
    end: usize,
}

/// Longer lines than this are paragraphs of their own; shorter ones may be wrapped.
const WRAPPED: u32 = 100;

impl Pairing<'_> {
    fn block(&mut self, block: &Block) {
        let mut line = block.tokens.start;
        let mut i = block.tokens.start;
        (self.paragraph, self.earlier) = (line, self.drafts.len());
        let tells = |t: &Token| t.kind == Kind::Punct || t.has(form::LINE);
        while let Some(next) = self.tokens[i.min(block.tokens.end)..block.tokens.end].iter().position(tells) {
            i += next;
            let token = &self.tokens[i];
            if i > block.tokens.start && token.has(form::LINE) {
                if self.ends_paragraph(line, i) {
                    self.end_paragraph(i);
                    (self.paragraph, self.earlier) = (i, self.drafts.len());
                }
                line = i;
            }
            i += self.mark(i).map_or(1, |mark| self.take(i, mark));
        }
        self.end_paragraph(block.tokens.end);
    }

    /// Whether the line from token `from` to the line break before `to` ends a paragraph.
    fn ends_paragraph(&self, from: usize, to: usize) -> bool {
        let long = self.tokens[to - 1].end - self.tokens[from].start > WRAPPED;
        long || self.tokens[to].has(form::PARAGRAPH) || self.mark(to).is_some_and(|m| m.side == Side::Open && m.family != Family::Single)
    }

    /// The quotation mark at token `i`.
    fn mark(&self, i: usize) -> Option<Mark> {
        let c = self.tokens[i].punct()?;
        let twice = self.tokens.get(i + 1).is_some_and(|t| t.is_punct(c) && t.glued());
        let (family, width) = match c {
            '"' | '“' | '”' | '„' | '‟' | '＂' => (Family::Double, 1),
            '«' | '»' | '‹' | '›' => (Family::Guillemet, 1),
            '`' | '‘' if twice => (Family::Double, 2),
            '\'' | '’' if twice && (self.doubles > 0 || self.stands_for_a_double(i)) => (Family::Double, 2),
            '\'' | '’' if twice || i > 0 && self.tokens[i].glued() && self.tokens[i - 1].is_punct(c) => return None,
            '`' if self.is_code(i) => return None,
            '\'' | '’' | '‘' | '‚' | '‛' | '`' => (Family::Single, 1),
            _ => return None,
        };
        let shape = if i > 0 && self.is_attribute(i) { Side::Open } else { self.shape(i, width) };
        let side = match c {
            '“' if self.inside_low_mark() || self.is_turned(i) => Side::Close,
            '"' if shape == Side::Either && self.ends_line(i) => Side::Close,
            '“' | '‘' | '`' if shape != Side::Close => Side::Open,
            '”' | '’' if shape != Side::Open => Side::Close,
            '„' | '‚' | '‟' | '‛' => Side::Open,
            '«' | '‹' if shape == Side::Either => Side::Open,
            '»' | '›' if shape == Side::Either => Side::Close,
            _ => shape,
        };
        Some(Mark { family, side, width })
    }

    /// A mark of code in Markdown: its partner is the same mark, not the apostrophe of `word'.
    fn is_code(&self, i: usize) -> bool {
        const REACH: usize = 40;
        let mark = |t: &&Token| t.is_punct('`') || t.is_punct('\'') || t.is_punct('’');
        let behind = self.tokens[i + 1..].iter().take(REACH).take_while(|t| !t.has(form::LINE)).find(mark);
        let before = self.tokens[i.saturating_sub(REACH)..=i].iter().rev();
        let before = before.take_while(|t| !t.has(form::LINE)).skip(1).find(mark);
        let closes = self.tokens[i].glued() && i > 0 && !self.tokens[i - 1].punct().is_some_and(begins);
        if closes { before } else { behind }.is_some_and(|t| t.is_punct('`'))
    }

    /// Two single marks before a word where one double mark closes: `''We saw it."`.
    fn stands_for_a_double(&self, i: usize) -> bool {
        const REACH: usize = 100;
        let before_word = !self.tokens[i].glued() && self.tokens.get(i + 2).is_some_and(|t| t.glued() && t.is_word());
        let marks = || self.tokens[i + 2..].iter().take(REACH).take_while(|t| !t.has(form::LINE)).filter(|t| t.kind == Kind::Punct);
        before_word && marks().find(|t| t.is_punct('"') || t.is_punct('\'') && !t.glued()).is_some_and(|t| t.is_punct('"') && t.glued())
    }

    fn inside_low_mark(&self) -> bool {
        let start = self.open.last().map_or(0, |o| self.drafts[o.draft].start);
        start > 0 && self.tokens[start - 1].is_punct('„')
    }

    /// `road, “ and`, `road “,`: an opening mark set where only a closing one can stand.
    fn is_turned(&self, i: usize) -> bool {
        let before_mark = self.tokens.get(i + 1).is_some_and(|t| t.glued() && (t.is_punct(',') || t.is_punct('.')));
        let before_space = self.is_ended(i) && self.tokens.get(i + 1).is_some_and(|t| !t.glued());
        self.doubles > 0 && (before_mark || before_space)
    }

    /// The last mark of a line, behind a space or not, opens nothing.
    fn ends_line(&self, i: usize) -> bool {
        i > self.paragraph && self.tokens.get(i + 1).is_none_or(|t| t.has(form::LINE))
    }

    /// The mark at token `i` stands behind the end of a sentence or clause.
    fn is_ended(&self, i: usize) -> bool {
        i > 0 && self.tokens[i - 1].punct().is_some_and(|c| matches!(c, ',' | '.' | '!' | '?' | '…'))
    }

    /// What the spaces and marks around say: an opening mark stands before its word, a closing one behind.
    fn shape(&self, i: usize, width: usize) -> Side {
        let opens = !self.tokens[i].glued() || i == 0 || self.tokens[i - 1].punct().is_some_and(begins);
        let next = self.tokens.get(i + width);
        let closes = next.is_none_or(|t| !t.glued() || t.punct().is_some_and(ends));
        // `down!'" Lee said`: behind another mark, before a space
        let behind_mark = self.tokens[i].glued() && i > 0 && next.is_none_or(|t| !t.glued());
        match (opens, closes) {
            (true, false) => Side::Open,
            (true, true) if behind_mark => Side::Close,
            (false, true) => Side::Close,
            _ => Side::Either,
        }
    }

    /// Takes the mark at token `i` into account; returns its width.
    fn take(&mut self, i: usize, mark: Mark) -> usize {
        if mark.family == Family::Single {
            self.take_single(i, mark.side);
        } else if !self.is_inches(i) {
            match mark.side {
                Side::Open if self.is_set_apart(i) || self.is_out_of_place(i) => self.close_double(i, mark.family),
                Side::Open => self.begin(i, &mark),
                Side::Close => self.close_double(i, mark.family),
                Side::Either if self.doubles > 0 => self.close_double(i, mark.family),
                Side::Either => self.begin(i, &mark),
            }
        }
        mark.width
    }

    /// A closing mark that a slip has moved to the word behind it: `"We saw it, "said Lee`.
    fn is_set_apart(&self, i: usize) -> bool {
        let waited_for = self.doubles > 0 || self.unfinished.is_some() && self.drafts.len() == self.earlier;
        if !waited_for || i < 2 || !self.tokens[i].is_punct('"') {
            return false;
        }
        let Some(next) = self.tokens.get(i + 1).filter(|t| t.glued()) else { return false };
        let small = next.is_word() && !next.is_capital();
        // behind a stop nobody goes on with whose words they were
        let apart = small || next.is_punct('(') || !self.tokens[i - 1].is_punct('.') && self.says(i + 1);
        self.is_ended(i) && apart && !self.tokens[i - 2].is(class::CUE) || small && self.is_short_title(i)
    }

    /// `"We saw it, "Mayor Lee, who had come back, said. "It burned."`: a straight mark inside a quotation from which on nothing closes
    /// before another one opens, behind a comma nothing at all.
    fn is_out_of_place(&self, i: usize) -> bool {
        const REACH: usize = 400;
        let inside =
            self.open.last().is_some_and(|o| o.family == Family::Double && !o.attribute && self.is_straight(self.drafts[o.draft].start));
        if !inside || !self.tokens[i].is_punct('"') {
            return false;
        }
        let behind = i + 1..(i + 1 + REACH).min(self.tokens.len());
        let paragraph = behind.take_while(|k| !self.tokens[*k].has(form::PARAGRAPH));
        let marks = paragraph.filter(|k| self.tokens[*k].is_punct('"')).filter_map(|k| self.mark(k));
        let next = marks.into_iter().next().map(|m| m.side);
        next == Some(Side::Open) || next.is_none() && i > 0 && self.tokens[i - 1].is_punct(',')
    }

    /// The quotation that begins at token `start` has a straight mark.
    fn is_straight(&self, start: usize) -> bool {
        start > 0 && self.tokens[start - 1].is_punct('"')
    }

    /// `Lee said`, `Ann Lee said` at a token: capitals, then a verb of saying.
    fn says(&self, at: usize) -> bool {
        const NAME: usize = 3;
        let capitals = self.tokens[at..].iter().take(NAME).take_while(|t| t.is_word() && t.is_capital()).count();
        capitals > 0 && self.tokens.get(at + capitals).is_some_and(|t| t.is(class::CUE) && !t.is_capital())
    }

    /// `"Sunrise "author`: a title of few words whose closing mark stands before the next word.
    fn is_short_title(&self, i: usize) -> bool {
        const WORDS: usize = 4;
        let start = self.open.last().filter(|o| o.family == Family::Double).map_or(0, |o| self.drafts[o.draft].start);
        let title = &self.tokens[start.max(1)..i];
        self.doubles > 0 && start + WORDS >= i && title.iter().all(|t| t.is_word() && t.is_capital()) && !title.is_empty()
    }

    /// `6'2"`: the marks of feet and inches.
    fn is_inches(&self, i: usize) -> bool {
        let [feet, mark, inches] = (match i {
            3.. => &self.tokens[i - 3..i],
            _ => return false,
        }) else {
            return false;
        };
        feet.is_number() && mark.kind == Kind::Punct && inches.is_number() && inches.glued() && self.tokens[i].glued()
    }

    /// The value of an attribute in left-over markup: `<a href="…">`.
    fn is_attribute(&self, i: usize) -> bool {
        i > 0 && self.tokens[i].glued() && self.tokens[i - 1].is_punct('=')
    }

    fn begin(&mut self, i: usize, mark: &Mark) {
        if mark.family != Family::Single {
            if mark.family == Family::Double && self.begins_another(i) {
                self.end_unclosed(i);
            }
            self.doubles += 1;
            self.open.iter_mut().rev().take(1).for_each(|o| o.overtaken |= o.family == mark.family);
        }
        let goes_on = |u: &Unfinished| (u.family == Family::Single) == (mark.family == Family::Single);
        let continues = self.unfinished.take().filter(|u| self.tokens[i].has(form::LINE) && goes_on(u)).map(|u| self.keep(u));
        self.open.push(Open {
            family: mark.family,
            draft: self.drafts.len(),
            overtaken: false,
            tentative: None,
            attribute: self.is_attribute(i),
        });
        self.drafts.push(Draft { start: i + mark.width, end: None, closed: false, continues });
    }

    /// A sentence inside an open quotation has ended and another quotation opens, with too few closing marks left in the line for both:
    /// the mark between them is lost.
    fn begins_another(&self, i: usize) -> bool {
        const REACH: usize = 400;
        let capital = self.tokens.get(i + 1).is_some_and(|t| t.is_word() && t.is_capital());
        let sentence = i > 0 && self.tokens[i - 1].punct().is_some_and(|c| matches!(c, '.' | '!' | '?')) && !self.tokens[i].glued();
        let open = self.open.last().is_some_and(|o| o.family == Family::Double && !o.attribute);
        if !(capital && sentence && open) {
            return false;
        }
        let line = self.tokens[i + 1..].iter().take(REACH).position(|t| t.has(form::LINE)).unwrap_or(REACH);
        let behind = i + 1..(i + 1 + line).min(self.tokens.len());
        let marks =
            behind.filter(|k| self.tokens[*k].kind == Kind::Punct).filter_map(|k| self.mark(k)).filter(|m| m.family == Family::Double);
        let depth: i32 = marks.map(|m| if m.side == Side::Open { 1 } else { -1 }).sum();
        depth > -2
    }

    /// The open double quotation ends where another one begins at token `i`, its own mark lost.
    fn end_unclosed(&mut self, i: usize) {
        let draft = self.open.last().map(|o| o.draft);
        self.close_double(i, Family::Double);
        draft.into_iter().for_each(|d| self.drafts[d].closed = false);
    }

    fn close_double(&mut self, i: usize, family: Family) {
        if !self.open.iter().rev().take(4).any(|o| o.family == family) {
            return self.close_earlier(i, family);
        }
        while let Some(open) = self.open.pop() {
            if open.family == Family::Single {
                self.settle(&open);
                continue;
            }
            self.doubles -= 1;
            if open.family == family {
                if !open.attribute {
                    self.close(open.draft, i);
                }
                break;
            }
        }
    }

    /// The closing mark at token `i` ends what the paragraph before left open; it stands at the end of a sentence or clause, with no other
    /// quotation before it in the paragraph.
    fn close_earlier(&mut self, i: usize, family: Family) {
        let ended = i > self.paragraph && self.is_ended(i);
        let first = self.drafts.len() == self.earlier;
        if let Some(u) = self.unfinished.take_if(|u| ended && first && u.family == family) {
            let continues = Some(self.keep(u));
            self.drafts.push(Draft { start: self.paragraph, end: Some(i), closed: true, continues });
        } else if family != Family::Single && !self.tokens[i.saturating_sub(1)].is_number() {
            // a mark behind a number is one of inches
            self.lone = self.lone.or(Some(i));
        }
    }

    /// What was left open closes with its paragraph.
    fn keep(&mut self, u: Unfinished) -> usize {
        self.drafts[u.draft].end = Some(u.end);
        u.draft
    }

    fn close(&mut self, draft: usize, end: usize) {
        let d = &mut self.drafts[draft];
        (d.end, d.closed) = (Some(end), true);
    }

    /// A single mark that found no certain partner closes at the doubtful one, or was an apostrophe.
    fn settle(&mut self, open: &Open) {
        if let Some(at) = open.tentative {
            self.close(open.draft, at);
        }
    }

    fn take_single(&mut self, i: usize, side: Side) {
        let inside = self.open.last().is_some_and(|o| o.family == Family::Single);
        match side {
            Side::Open if self.is_elision(i) => {}
            Side::Open => {
                if inside && let Some(open) = self.open.pop() {
                    self.settle(&open);
                }
                self.begin(i, &Mark { family: Family::Single, side, width: 1 });
            }
            Side::Close if inside => self.close_single(i),
            Side::Close => self.close_earlier(i, Family::Single),
            _ => {}
        }
    }

    /// An apostrophe for letters left out: `'em`, `'90s`.
    fn is_elision(&self, i: usize) -> bool {
        let Some(next) = self.tokens.get(i + 1) else { return true };
        next.is_number() || SETS.has(next, ELIDED)
    }

    /// A mark behind a final s with words to follow may be an apostrophe; a later mark is then the better partner.
    fn close_single(&mut self, i: usize) {
        let plural = self.tokens[i - 1].text(self.text).ends_with(['s', 'S']);
        let goes_on = self.tokens.get(i + 1).is_some_and(|t| t.is_word() && !t.has(form::LINE));
        let Some(open) = self.open.last_mut() else { return };
        if plural && goes_on {
            open.tentative = open.tentative.or(Some(i));
        } else if let Some(open) = self.open.pop() {
            self.close(open.draft, i);
        }
    }

    /// The paragraph ends before token `end`.
    fn end_paragraph(&mut self, end: usize) {
        self.unfinished = None;
        self.doubles = 0;
        let open = std::mem::take(&mut self.open);
        for o in &open {
            let unfinished = Unfinished { family: o.family, draft: o.draft, end };
            if o.family == Family::Single {
                self.settle(o);
                self.unfinished = self.unfinished.or(Some(unfinished).filter(|_| o.tentative.is_none()));
            } else if !o.overtaken && !o.attribute {
                self.keep(unfinished);
                self.unfinished = Some(unfinished);
            } else if !o.attribute {
                self.lone = self.lone.or(Some(self.drafts[o.draft].start - 1));
            }
        }
    }
}

/// Marks behind which a quotation may open without a space.
fn begins(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\'' | '«' | '…')
}

/// Marks that may follow a closing mark without a space.
fn ends(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '—' | '–' | '-' | '/' | '”' | '’' | '"' | '\'' | '»' | '…')
}

/// Ends quotations without closing marks before the attributions that they hold; the next paragraph is no continuation of those.
fn release(t: Tokens<'_>, drafts: &mut [Draft]) {
    let mut goes_on = vec![false; drafts.len()];
    drafts.iter().filter_map(|d| d.continues).for_each(|earlier| goes_on[earlier] = true);
    for i in 0..drafts.len() {
        let d = &mut drafts[i];
        let Some(end) = d.end.filter(|end| !d.closed && *end > d.start) else { continue };
        if let Some(before) = swallowed::attribution(t, d.start..end, goes_on[i]) {
            d.end = Some(before);
            goes_on[i] = false;
        }
    }
    let parted = |earlier: &usize| !goes_on[*earlier];
    drafts.iter_mut().for_each(|d| _ = d.continues.take_if(|earlier| parted(earlier)));
}

/// Drops what was never closed, and sets levels and links.
fn finish(tokens: &[Token], drafts: Vec<Draft>) -> Vec<Quotation> {
    let mut place = vec![None; drafts.len()];
    let mut out: Vec<Quotation> = Vec::with_capacity(drafts.len());
    let mut around: Vec<usize> = Vec::new();
    for (i, d) in drafts.iter().enumerate() {
        let Some(end) = d.end.filter(|end| *end > d.start) else { continue };
        while around.last().is_some_and(|e| *e <= d.start) {
            around.pop();
        }
        place[i] = Some(out.len());
        out.push(Quotation {
            span: Span::new(tokens[d.start].start, tokens[end - 1].end),
            tokens: d.start..end,
            level: around.len().min(u8::MAX as usize) as u8,
            continues: d.continues.and_then(|c| place[c]),
            closed: d.closed,
        });
        around.push(end);
    }
    out
}
