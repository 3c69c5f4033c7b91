//! From bytes to an [`Article`]: metadata, blocks, sentences, quotations. Reading cannot fail on text; what is doubtful becomes a note.

mod byline;
mod correction;
mod credit;
mod dateline;
mod decode;
mod duplicates;
mod format;
mod furniture;
mod html;
pub mod json;
mod language;
mod lines;
mod markdown;
mod prints;
pub mod quotations;
mod sentences;
mod stated;
mod swallowed;
pub mod txt;
mod words;

use std::ops::Range;

use format::Format;

use crate::claim::{BlockRole, Name, Offsets, Prints, PublishedBy};
use crate::text::joined::{Written, letters, take_apart};
use crate::text::{Span, Token, Tokens};

/// An article ready for extraction. All spans are bytes of `text`.
#[derive(Debug)]
pub struct Article {
    /// What is known about it.
    pub meta: Meta,
    /// The text that is read, to which the offsets of this article refer: the file itself, or the text taken out of HTML or JSON, without
    /// what only a typesetter needs.
    pub text: String,
    /// The text as it was written, to which the offsets of claims refer, where it is another.
    written: Option<Written>,
    /// All tokens of `text`.
    pub tokens: Vec<Token>,
    /// In order of the text, without overlap; together they hold every token.
    pub blocks: Vec<Block>,
    /// In order of the text, without overlap, each inside one block.
    pub sentences: Vec<Sentence>,
    /// In order of their opening marks; inner quotations follow the outer ones that hold them.
    pub quotations: Vec<Quotation>,
    /// What is doubtful about it.
    pub notes: Vec<ArticleNote>,
    /// Hashes by which copies are found.
    pub prints: Prints,
}

/// What is known about an article besides its text.
#[derive(Clone, Debug)]
pub struct Meta {
    /// File stem, or the `id` of a JSON article.
    pub id: String,
    /// What lies below the argument, led by the argument's last component.
    pub path: String,
    /// What offsets into the text refer to.
    pub offsets: Offsets,
    /// The headline; none where none is found.
    pub title: Option<String>,
    /// Who published it; none where nothing says so.
    pub outlet: Option<String>,
    /// Agencies and outlets that the article credits.
    pub credits: Vec<String>,
    /// Names of the authors, without titles.
    pub authors: Vec<String>,
    /// Every date that may be the publication date, the likeliest first; extraction chooses.
    pub dates: Vec<DateCandidate>,
    /// ISO 639-1; `und` for a text that is not English and does not say what it is.
    pub language: Option<Name>,
}

impl Meta {
    /// What is known of an article by its place alone. `path` is what lies below the argument.
    pub fn of_file(path: &str) -> Meta {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
        Meta {
            id: stem.to_owned(),
            path: path.to_owned(),
            offsets: Offsets::File,
            title: None,
            outlet: None,
            credits: Vec::new(),
            authors: Vec::new(),
            dates: Vec::new(),
            language: None,
        }
    }
}

/// A date that may be the article's own.
#[derive(Clone, Debug, PartialEq)]
pub struct DateCandidate {
    /// The day.
    pub date: jiff::civil::Date,
    /// Where it was found.
    pub by: PublishedBy,
    /// Where it stands in the text, if it does.
    pub span: Option<Span>,
}

/// A part of the text with one role: the title, a paragraph.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub role: BlockRole,
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// For a duplicate or pull quote: the byte where the text that it repeats begins.
    pub repeats: Option<u32>,
}

impl Block {
    fn new(t: Tokens<'_>, role: BlockRole, tokens: Range<usize>) -> Block {
        Block { role, span: t.span(tokens.clone()), tokens, repeats: None }
    }
}

/// A sentence inside one block.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Index into the blocks.
    pub block: usize,
}

/// What stands between a pair of quotation marks (the marks themselves left out).
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// 0 for an outer quotation, 1 for one inside it.
    pub level: u8,
    /// The earlier quotation that it continues in the next paragraph, if it does.
    pub continues: Option<usize>,
    /// Its closing mark is there; else it ends with its paragraph.
    pub closed: bool,
}

/// Something doubtful about an article.
#[derive(Clone, Debug)]
pub struct ArticleNote {
    /// What kind of doubt: `no_date`, `two_dates`.
    pub code: Name,
    /// For a reader.
    pub message: String,
    /// Where; none for the whole article.
    pub span: Option<Span>,
}

impl Article {
    /// All its tokens together with the text.
    pub fn tokens(&self) -> Tokens<'_> {
        Tokens { text: &self.text, all: &self.tokens }
    }

    /// Marks the text as that of another, as it was written.
    fn written(self, written: Option<Written>) -> Self {
        Article { written, ..self }
    }

    /// The text to which the offsets of claims refer.
    pub fn written_text(&self) -> &str {
        self.written.as_ref().map_or(&self.text, |w| &w.text)
    }

    /// Gives that text away.
    pub fn into_written_text(self) -> String {
        self.written.map_or(self.text, |w| w.text)
    }

    /// Where some bytes of the article stand in that text.
    pub fn place(&self, span: Span) -> Span {
        self.written.as_ref().map_or(span, |w| w.span(span))
    }

    /// Whether a token stands inside an outer quotation.
    pub fn is_quoted(&self, token: usize) -> bool {
        // so many inner ones may stand between it and the outer one
        const LOOK_BACK: usize = 4;
        let behind = self.quotations.partition_point(|q| q.tokens.start <= token);
        self.quotations[behind.saturating_sub(LOOK_BACK)..behind].iter().any(|q| q.level == 0 && q.tokens.end > token)
    }
}

/// Why there is no article in a file, or in a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    /// The line or item, from 1; none for the whole file.
    pub part: Option<usize>,
    /// For a reader.
    pub reason: String,
}

impl Skipped {
    fn whole(reason: String) -> Skipped {
        Skipped { part: None, reason }
    }
}

/// A longer text is no article: three times all of "War and Peace".
pub const LONGEST: usize = 8 << 20;
/// The most tokens of an article; each of them may become a claim.
const MOST_TOKENS: usize = 1 << 20;

/// Reads a file: one article, or many from a list in JSON. `path` is shown and its ending hints at the format, which the content
/// decides; `id` names the article.
pub fn read(bytes: Vec<u8>, path: &str, id: &str) -> Vec<Result<Article, Skipped>> {
    let decoded = match decode::decode(bytes) {
        Ok(d) if is_blank(&d.text) => return vec![Err(Skipped::whole("empty".to_owned()))],
        Ok(d) => d,
        Err(reason) => return vec![Err(Skipped::whole(reason))],
    };
    let meta = Meta { id: id.to_owned(), offsets: decoded.offsets, ..Meta::of_file(path) };
    let mut read = match format::of(&decoded.text, path) {
        Format::Json => return json::read_file(&decoded.text, path, id),
        Format::Html => html::read(&decoded.text, meta),
        Format::Markdown => read_apart(decoded.text, |text| markdown::read(text, meta)),
        Format::Text => read_apart(decoded.text, |text| txt::read(text, meta, false)),
    }
    .and_then(of_article_words);
    if let Ok(article) = &mut read {
        article.notes.extend(decoded.note);
    }
    vec![read.map_err(Skipped::whole)]
}

/// Nothing of a text is seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || letters(c) == Some(""))
}

/// Reads a text without what only a typesetter needs; the places of claims are those of the text as written.
fn read_apart(text: String, read: impl FnOnce(String) -> Article) -> Result<Article, String> {
    of_article_length(&text)?;
    let (text, written) = take_apart(text);
    Ok(read(text).written(written))
}

/// The error says that a text is too long to be an article.
fn of_article_length(text: &str) -> Result<(), String> {
    if text.len() > LONGEST { Err(format!("a text of more than {} MiB", LONGEST >> 20)) } else { Ok(()) }
}

fn of_article_words(article: Article) -> Result<Article, String> {
    if article.tokens.len() > MOST_TOKENS { Err("a text of more than a million words and marks".to_owned()) } else { Ok(article) }
}

/// From blocks to an article: repeated passages are marked, sentences and quotations found.
fn complete(
    text: String,
    tokens: Vec<Token>,
    words: &words::WordList,
    mut blocks: Vec<Block>,
    mut meta: Meta,
    mut notes: Vec<ArticleNote>,
) -> Article {
    let t = Tokens { text: &text, all: &tokens };
    language::decide(t, &mut meta, &mut notes);
    if meta.dates.is_empty() {
        let message = "the article states no date of publication".to_owned();
        notes.push(ArticleNote { code: "no_date".into(), message, span: None });
    }
    correction::split(t, &mut blocks, &mut notes);
    let mut sentences = sentences::find(t, &blocks);
    if duplicates::mark(t, words, &mut blocks, &sentences, &mut notes) {
        sentences = sentences::find(t, &blocks);
    }
    let (quotations, unbalanced) = quotations::find(&text, &tokens, &blocks);
    notes.extend(unbalanced);
    let prints = prints::of(words, &blocks, &sentences);
    Article { meta, prints, text, written: None, tokens, blocks, sentences, quotations, notes }
}

/// Whether claims are taken from a block of this role.
pub fn bears_claims(role: BlockRole) -> bool {
    use BlockRole::*;
    matches!(role, Headline | Crosshead | Dateline | Body | Caption | PullQuote | Duplicate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::reads;

    /// Runs of marks and of quotations that nothing closes take work that grows as the text: nowhere is the rest of it walked again.
    #[test]
    fn work_grows_with_the_text() {
        let looks = |text: String| reads::of(|| drop(txt::read(text, Meta::of_file("a.txt"), false)));
        for run in ["!", "! ", "…", "? ", ".'", ". ) ", "!…", "'. ", "«‘|\"; ", "“a ‘b ", "“a, ", "'was \"#/", "[1]", "“"] {
            let times = |n: usize| looks(run.repeat(n));
            assert!(times(4000) < 3 * times(2000), "{run:?}: {} and {} looks", times(2000), times(4000));
        }
    }
}
