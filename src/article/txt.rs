//! Plain text: which of its lines is the headline, which a date, a name, a caption, and which belongs to the page around the article.

use std::ops::Range;

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use super::dateline::Stated;
use super::lines::{self, Line};
use super::words::WordList;
use super::{Article, ArticleNote, Block, Meta, byline, complete, credit, dateline, furniture, stated};
use crate::claim::BlockRole;
use crate::lexicon::furniture::LineKind;
use crate::lexicon::stem::stem_of;
use crate::lexicon::{Furniture, class, lexicon};
use crate::text::{Span, Token, Tokens, form, scan};

/// Reads a plain text. `meta` brings what is known from outside (id, path, what a JSON object says). With `body_only` the text is the
/// body as it is, and nothing of it is taken for a headline or for what stands around an article.
pub fn read(text: String, meta: Meta, body_only: bool) -> Article {
    let role = if body_only { Some(BlockRole::Body) } else { None };
    read_marked(text, meta, |_, lines, _| vec![role; lines.len()])
}

/// Reads a text in which `mark` gives some lines their roles, and adds to the metadata, before the others are judged.
pub fn read_marked(text: String, meta: Meta, mark: impl Fn(Tokens<'_>, &[Line], &mut Meta) -> Vec<Option<BlockRole>>) -> Article {
    let mut tokens = scan(&text, &lexicon().words);
    let lines = lines::find(Tokens { text: &text, all: &tokens });
    lines::unwrap(&mut tokens, &lines);
    let words = WordList::new(&text, &tokens);
    let t = Tokens { text: &text, all: &tokens };
    let mut meta = meta;
    let roles = mark(t, &lines, &mut meta);
    let mut page = Page { t, words: &words, roles, lines, meta, notes: Vec::new(), dates: Vec::new(), link_lists: Vec::new() };
    if page.roles.iter().any(Option::is_none) {
        page.assign_roles();
    }
    let blocks = page.blocks();
    let (meta, notes) = (page.meta, page.notes);
    complete(text, tokens, &words, blocks, meta, notes)
}

/// A text on the way to its blocks: the role of each line, once it is known.
struct Page<'a> {
    t: Tokens<'a>,
    words: &'a WordList,
    lines: Vec<Line>,
    roles: Vec<Option<BlockRole>>,
    meta: Meta,
    notes: Vec<ArticleNote>,
    /// Dates that lines state, with the line.
    dates: Vec<(usize, Stated)>,
    /// Lines that head a list of other articles.
    link_lists: Vec<usize>,
}

/// A line without an end mark is a title or label up to this many words.
const TITLE_WORDS: usize = 32;
/// The longest title between paragraphs, in words.
const CROSSHEAD_WORDS: usize = 14;

impl Page<'_> {
    fn assign_roles(&mut self) {
        let furniture = &lexicon().furniture;
        for i in 0..self.lines.len() {
            if self.roles[i].is_none() {
                self.roles[i] = self.role_by_itself(i, furniture);
            }
        }
        self.links();
        let first = self.first_prose();
        let marked = self.roles.iter().position(|r| *r == Some(BlockRole::Headline));
        let title = marked.or_else(|| self.choose_title(first));
        self.top(first, title);
        self.comments();
        self.crossheads(first);
        self.tail();
        self.set_title(title);
        self.note_title(title, first);
        self.set_dates(first);
    }

    fn tokens(&self, i: usize) -> &[Token] {
        &self.t.all[self.lines[i].tokens.clone()]
    }

    fn words(&self, i: usize) -> usize {
        self.hashes(i).len()
    }

    fn hashes(&self, i: usize) -> &[u32] {
        &self.words.hashes[self.words.of(self.lines[i].tokens.clone())]
    }

    /// What a line is by its own words, wherever it stands.
    fn role_by_itself(&mut self, i: usize, furniture: &Furniture) -> Option<BlockRole> {
        let line = bare(self.t, self.lines[i].tokens.clone());
        if self.words(i) == 0 {
            return Some(BlockRole::Boilerplate);
        }
        if let Some(role) = dateline::read(self.t, line.clone()).and_then(|found| self.dateline(i, found, furniture)) {
            return Some(role);
        }
        if let Some(agency) = credit::alone(self.t, line.clone(), furniture) {
            self.credit(byline::Byline { authors: Vec::new(), credits: vec![agency.to_owned()] });
            return Some(BlockRole::Byline);
        }
        if let Some(found) = byline::read(self.t, line.clone(), furniture) {
            self.credit(found);
            return Some(BlockRole::Byline);
        }
        if byline::is_photo_credit(self.t, line.clone(), furniture) {
            return Some(BlockRole::Caption);
        }
        if furniture::is_of_page(self.t, line.clone()) {
            return Some(BlockRole::Boilerplate);
        }
        let line = byline::unbracketed(self.t, line);
        match furniture.line(self.t, line.clone())? {
            LineKind::Links => {
                self.link_lists.push(i);
                Some(BlockRole::Boilerplate)
            }
            LineKind::Boilerplate => {
                self.credit_of_agency(line, furniture);
                Some(BlockRole::Boilerplate)
            }
            LineKind::Byline => {
                self.credit_of_agency(line, furniture);
                Some(BlockRole::Byline)
            }
            LineKind::Caption => Some(BlockRole::Caption),
            LineKind::Comment => Some(BlockRole::Comment),
        }
    }

    /// A line of dates, if little else stands on it; the names on it may be authors.
    fn dateline(&mut self, i: usize, found: dateline::DateLine, furniture: &Furniture) -> Option<BlockRole> {
        if !found.stands_alone(self.t) {
            return None;
        }
        let name = found.rest.first().map(|first| *first..found.rest[found.rest.len() - 1] + 1);
        let agency = name.and_then(|name| credit::alone(self.t, name, furniture));
        self.credit(byline::Byline { authors: Vec::new(), credits: agency.map(str::to_owned).into_iter().collect() });
        self.dates.extend(found.dates.into_iter().map(|d| (i, d)));
        if let Some(by) = found.rest.iter().find(|r| self.t.is(**r, "by"))
            && let Some(names) = byline::read(self.t, *by..self.names_end(*by, &self.lines[i].tokens), furniture)
        {
            self.credit(names);
        }
        Some(BlockRole::Dateline)
    }

    /// Where the names after "by" end on a line that also has dates.
    fn names_end(&self, by: usize, line: &Range<usize>) -> usize {
        (by + 1..line.end)
            .find(|i| !self.t.all[*i].is_capital() && !self.t.is(*i, "and") && !self.t.all[*i].is_punct(','))
            .unwrap_or(line.end)
    }

    fn credit(&mut self, found: byline::Byline) {
        for (names, into) in [(found.authors, &mut self.meta.authors), (found.credits, &mut self.meta.credits)] {
            for name in names {
                if !into.contains(&name) {
                    into.push(name);
                }
            }
        }
    }

    fn credit_of_agency(&mut self, line: Range<usize>, furniture: &Furniture) {
        let credits = byline::agency_in(self.t, line, furniture).into_iter().collect();
        self.credit(byline::Byline { authors: Vec::new(), credits });
    }

    /// No mark ends it, so that it may be a title or a label.
    fn is_open(&self, i: usize) -> bool {
        self.is_unended(i) && !self.is_item(i)
    }

    fn is_unended(&self, i: usize) -> bool {
        let line = self.lines[i].tokens.clone();
        // a sentence ends before a credit
        let end = credit::behind(self.t, line.clone(), &lexicon().furniture).unwrap_or(line.end);
        let tokens = &self.t.all[line.start..end];
        let last = tokens.iter().rev().find(|t| !t.punct().is_some_and(|c| matches!(c, '"' | '”' | '’' | '\'' | ')' | ']')));
        let ends = last.is_some_and(|t| t.punct().is_some_and(|c| matches!(c, '.' | '…' | ':' | ';' | ',' | '。')));
        let asks = last.is_some_and(|t| t.punct().is_some_and(|c| matches!(c, '?' | '!' | '？' | '！')));
        let words = self.words(i);
        !ends && words <= if asks { CROSSHEAD_WORDS } else { TITLE_WORDS }
    }

    /// A sentence ends inside the line, or a quotation ends it that began behind other words.
    fn has_sentence(&self, i: usize) -> bool {
        let tokens = self.tokens(i);
        let short = |t: &Token| t.end - t.start <= 2 || t.is(class::ABBREVIATION | class::SOFT_ABBREVIATION);
        let ends =
            |w: &[Token]| !short(&w[0]) && w[1].punct().is_some_and(|c| matches!(c, '.' | '!' | '?')) && w[2].is_capital() && !w[2].glued();
        let whole = tokens[0].punct().is_some_and(|c| matches!(c, '"' | '“' | '‘' | '\'' | '«'));
        let quoted =
            tokens.windows(2).any(|w| w[0].punct().is_some_and(|c| matches!(c, '!' | '?')) && matches!(w[1].punct(), Some('”' | '"')));
        tokens.windows(3).any(ends) || (quoted && !whole)
    }

    /// An item of a list.
    fn is_item(&self, i: usize) -> bool {
        let first = &self.tokens(i)[0];
        first.punct().is_some_and(|c| matches!(c, '•' | '●' | '▪' | '◦' | '*' | '-' | '–'))
    }

    fn is_prose(&self, i: usize) -> bool {
        self.roles[i].is_none() && !self.is_open(i)
    }

    /// The items below the title of a list of other articles.
    fn links(&mut self) {
        const LONGEST_TITLE: usize = 5;
        let mut titles = std::mem::take(&mut self.link_lists);
        titles.retain(|i| self.words(*i) <= LONGEST_TITLE);
        for title in titles {
            let items = (title + 1..self.lines.len()).take_while(|i| self.roles[*i].is_none() && self.is_item(*i) && self.is_unended(*i));
            let end = title + 1 + items.count();
            self.roles[title + 1..end].fill(Some(BlockRole::Boilerplate));
        }
    }

    /// The first paragraph of the body; the number of lines if there is none.
    fn first_prose(&self) -> usize {
        (0..self.lines.len()).find(|i| self.is_prose(*i)).unwrap_or(self.lines.len())
    }

    /// The line above the body whose words the body uses; else the first that is not shorter than a label.
    fn choose_title(&self, first_prose: usize) -> Option<usize> {
        let candidates: Vec<usize> = (0..first_prose).filter(|i| self.roles[*i].is_none()).collect();
        let known = self.body_words(first_prose);
        let used = |i: usize| self.content_words(i).filter(|h| known.contains(h)).count();
        let named = candidates.iter().copied().find(|i| used(*i) >= 2 && used(*i) * 4 >= self.content_words(*i).count());
        let named = named.map(|i| self.title_above(i, first_prose).unwrap_or(i));
        let alone = || candidates.iter().copied().find(|i| used(*i) > 0 || (self.words(*i) >= 4 && known.len() < 60));
        let short = || candidates.first().copied().filter(|i| candidates.len() == 1 && self.words(*i) >= 2 && self.reads_on(*i));
        let label = || self.only_label(first_prose, &known);
        named.or_else(|| self.title_inside(first_prose)).or_else(alone).or_else(label).or_else(short)
    }

    /// The line right above one that was taken for the title, if it is the title and that one the second: it is as long as a title, not
    /// written like a label, and one of its words stands in the body in some form.
    fn title_above(&self, second: usize, first_prose: usize) -> Option<usize> {
        const LEAST_WORDS: usize = 4;
        let above = second.checked_sub(1)?;
        let titled = self.roles[above].is_none() && self.words(above) >= LEAST_WORDS && self.reads_on(above) && !self.has_sentence(above);
        if !titled {
            return None;
        }
        let known: FxHashSet<CompactString> = self.prose(first_prose).flat_map(|i| self.stems(i)).collect();
        self.stems(above).any(|s| known.contains(&s)).then_some(above)
    }

    /// A word behind the first is small and has a meaning of its own: `Keeper's praise`, not `World News`.
    fn reads_on(&self, i: usize) -> bool {
        let telling = |t: &Token| t.is_word() && !t.is_capital() && t.end - t.start >= 4 && !t.is(class::FUNCTION);
        self.tokens(i).iter().skip(1).any(telling)
    }

    /// The stems of the long words of a line.
    fn stems(&self, i: usize) -> impl Iterator<Item = CompactString> {
        const LONG: u32 = 5;
        let long = |t: &&Token| t.is_word() && t.end - t.start >= LONG && !t.is(class::FUNCTION);
        self.tokens(i).iter().filter(long).map(|t| stem_of(t.text(self.t.text)))
    }

    /// Words long enough to have a meaning of their own.
    fn content_words(&self, i: usize) -> impl Iterator<Item = u32> {
        let long = |t: &Token| t.end - t.start >= 4 || t.has(form::ALL_CAPS);
        self.words
            .of(self.lines[i].tokens.clone())
            .filter(move |w| long(&self.t.all[self.words.tokens[*w] as usize]))
            .map(|w| self.words.hashes[w])
    }

    fn body_words(&self, first_prose: usize) -> FxHashSet<u32> {
        self.prose(first_prose).flat_map(|i| self.content_words(i)).collect()
    }

    /// The first paragraphs of the body.
    fn prose(&self, first_prose: usize) -> impl Iterator<Item = usize> {
        const FIRST: usize = 60;
        (first_prose..self.lines.len()).filter(|i| self.is_prose(*i)).take(FIRST)
    }

    /// A title in the middle of a file: an open line, above a second printing of the body.
    fn title_inside(&self, first_prose: usize) -> Option<usize> {
        self.lines.get(first_prose)?;
        let again = (first_prose + 1..self.lines.len()).find(|i| self.hashes(*i) == self.hashes(first_prose))?;
        (first_prose + 1..again).rev().take_while(|i| !self.is_prose(*i)).find(|i| self.roles[*i].is_none() && self.words(*i) >= 3)
    }

    /// The one open line between the paragraphs of a text that has no title above them, if half of its words are the body's.
    fn only_label(&self, first_prose: usize, known: &FxHashSet<u32>) -> Option<usize> {
        const LEAST_WORDS: usize = 5;
        let last = (first_prose..self.lines.len()).rev().find(|i| self.is_prose(*i))?;
        let mut labels = (first_prose..last).filter(|i| self.roles[*i].is_none() && self.is_open(*i));
        let title = labels.next().filter(|i| self.words(*i) >= LEAST_WORDS && !self.has_sentence(*i))?;
        let used = self.content_words(title).filter(|h| known.contains(h)).count();
        (labels.next().is_none() && used >= 2 && used * 2 >= self.content_words(title).count()).then_some(title)
    }

    /// Notes that a title found between paragraphs may be only a crosshead.
    fn note_title(&mut self, title: Option<usize>, first_prose: usize) {
        let inside = title.filter(|t| *t > first_prose).map(|t| self.lines[t].span);
        let message = "the headline stands below the first paragraph".to_owned();
        self.notes.extend(inside.map(|span| ArticleNote { code: "headline_inside".into(), message, span: Some(span) }));
    }

    /// Labels above the body: those above the title belong to the page, those below it are second titles.
    fn top(&mut self, first_prose: usize, title: Option<usize>) {
        for i in 0..first_prose {
            if self.roles[i].is_some() {
                continue;
            }
            let is_title = Some(i) == title || title.is_some_and(|t| self.same_words(t, i));
            if let Some(found) = byline::with_office(self.t, self.lines[i].tokens.clone()).filter(|_| !is_title) {
                self.credit(found);
                self.roles[i] = Some(BlockRole::Byline);
                continue;
            }
            let label = self.words(i) <= 3 && self.tokens(i).iter().all(|t| !t.is_word() || t.has(form::ALL_CAPS));
            self.roles[i] = Some(match title {
                _ if is_title => BlockRole::Headline,
                Some(t) if t < i && !label => BlockRole::Crosshead,
                _ => BlockRole::Boilerplate,
            });
        }
        if let Some(t) = title {
            self.roles[t] = Some(BlockRole::Headline);
        }
    }

    fn same_words(&self, a: usize, b: usize) -> bool {
        self.hashes(a) == self.hashes(b)
    }

    /// Everything below the heading of the comments.
    fn comments(&mut self) {
        let begins = |i: &usize| self.roles[*i] == Some(BlockRole::Comment) || self.counts_comments(*i);
        let Some(from) = (0..self.lines.len()).find(begins) else { return };
        if self.roles[..from].iter().any(Option::is_none) {
            self.roles[from..].fill(Some(BlockRole::Comment));
        }
    }

    /// `12 comments:`, `No comments:`
    fn counts_comments(&self, i: usize) -> bool {
        let line = self.lines[i].tokens.clone();
        let count = self.t.all[line.start].is_number() || self.t.is(line.start, "no");
        let word = ["comment", "comments", "responses", "replies"].iter().any(|w| self.t.is(line.start + 1, w));
        count && word && line.len() <= 4
    }

    /// Open lines between paragraphs.
    fn crossheads(&mut self, first_prose: usize) {
        for i in first_prose..self.lines.len() {
            if self.roles[i].is_some() {
                continue;
            }
            let above_prose = self.lines.get(i + 1).is_some() && self.is_prose(i + 1);
            let title = self.is_open(i) && self.words(i) <= CROSSHEAD_WORDS && above_prose && !self.has_sentence(i);
            if title {
                self.roles[i] = Some(BlockRole::Crosshead);
            }
        }
    }

    /// Open lines below the last paragraph belong to the page; all that is left is body.
    fn tail(&mut self) {
        let last = (0..self.lines.len()).rev().find(|i| self.is_prose(*i)).unwrap_or(self.lines.len());
        for i in 0..self.lines.len() {
            let outside = i > last && self.is_open(i) && self.words(i) <= CROSSHEAD_WORDS;
            self.roles[i].get_or_insert(if outside { BlockRole::Boilerplate } else { BlockRole::Body });
        }
    }

    fn set_title(&mut self, title: Option<usize>) {
        if let Some(line) = title {
            let text = self.lines[line].span.of(self.t.text).trim_start_matches('#').trim_start();
            self.meta.title.get_or_insert_with(|| text.to_owned());
        }
    }

    /// The dates of date lines, the likeliest first: above the body the nearest to it, then those below; revisions last.
    fn set_dates(&mut self, first_prose: usize) {
        let mut found = std::mem::take(&mut self.dates);
        found.retain(|(line, _)| self.roles[*line] == Some(BlockRole::Dateline));
        found.sort_by_key(|(line, d)| (d.revised, *line > first_prose, first_prose.abs_diff(*line)));
        let found: Vec<_> = found.into_iter().map(|(line, stated)| (stated, self.lines[line].span)).collect();
        let found = if found.is_empty() && self.meta.dates.is_empty() { self.closing_date(first_prose) } else { found };
        stated::add_dates(&mut self.meta, &mut self.notes, found);
    }

    /// The day behind the last sentence of one of the first paragraphs, of a text with no line for it.
    fn closing_date(&self, first_prose: usize) -> Vec<(Stated, Span)> {
        const FIRST: usize = 3;
        let lines = self.lines.iter().take(first_prose.saturating_add(FIRST));
        lines.filter_map(|l| Some((dateline::closing(self.t, l.tokens.clone())?, l.span))).take(1).collect()
    }

    /// The lines as blocks; the opening of a wire story is one of its own.
    fn blocks(&mut self) -> Vec<Block> {
        let mut out = Vec::with_capacity(self.lines.len() + 1);
        let mut wire = stated::Wire::default();
        for i in 0..self.lines.len() {
            let mut tokens = self.lines[i].tokens.clone();
            let role = self.roles[i].unwrap_or(BlockRole::Body);
            let marks = tokens.clone().take_while(|j| self.t.all[*j].is_punct('#')).count();
            if marks > 0 && marks < tokens.len() && matches!(role, BlockRole::Headline | BlockRole::Crosshead) {
                out.push(Block::new(self.t, BlockRole::Boilerplate, tokens.start..tokens.start + marks));
                tokens.start += marks;
            }
            if role == BlockRole::Body {
                let parts = wire.take(self.t, tokens.clone(), &mut self.meta);
                out.extend(parts.blocks(self.t));
                continue;
            }
            out.push(Block::new(self.t, role, tokens));
        }
        out
    }
}

/// A line without the stars and underscores that Markdown sets around words.
fn bare(t: Tokens<'_>, line: Range<usize>) -> Range<usize> {
    let mark = |i: &usize| t.all[*i].punct().is_some_and(|c| matches!(c, '*' | '_'));
    let (start, end) = (line.start + line.clone().take_while(mark).count(), line.end - line.clone().rev().take_while(mark).count());
    if start < end && start > line.start && end < line.end { start..end } else { line }
}
