//! The article that claims are of, and the line that both are written on.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Claim, ClaimKind, Name, SCHEMA_VERSION};

fn version() -> Name {
    SCHEMA_VERSION.into()
}

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockRole {
    /// The title.
    Headline,
    /// A title inside the text.
    Crosshead,
    /// Who wrote it: "By Ann Lee".
    Byline,
    /// Where and when it was written: "OSLO, March 9 (Agency) -", or a line with the date.
    Dateline,
    /// The text itself.
    Body,
    /// The text of a picture.
    Caption,
    /// Words of the text printed again as a block of their own.
    PullQuote,
    /// What the site prints around articles: "Read more", "Subscribe".
    Boilerplate,
    /// What readers wrote below.
    Comment,
    /// A block that repeats an earlier one.
    Duplicate,
}

impl BlockRole {
    /// Its name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            BlockRole::Headline => "headline",
            BlockRole::Crosshead => "crosshead",
            BlockRole::Byline => "byline",
            BlockRole::Dateline => "dateline",
            BlockRole::Body => "body",
            BlockRole::Caption => "caption",
            BlockRole::PullQuote => "pull_quote",
            BlockRole::Boilerplate => "boilerplate",
            BlockRole::Comment => "comment",
            BlockRole::Duplicate => "duplicate",
        }
    }
}

/// Where the publication date was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublishedBy {
    /// From the text.
    Stated,
    /// From the page's metadata, front matter or the JSON object.
    Metadata,
    /// From `--date`.
    Option,
}

/// What offsets refer to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// Into the file as it lies on disk.
    #[default]
    File,
    /// Into the extracted text (HTML, JSON).
    Text,
}

/// One article as reports and extract lines show it. In an extract line a file that was not read has only its path and `skipped`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// File stem, the relative path where two stems are the same, or the id that a JSON article states: "1-meridian".
    pub id: String,
    /// What lies below the argument, led by the argument's last component: "ferry-fire/1-meridian.txt".
    pub path: String,
    /// What the offsets of blocks, sentences and claims refer to.
    pub offsets: Offsets,
    /// Articles that copy one another share an origin: "o1"; known after reconciling, absent in an extract line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub origin: String,
    /// The story that it belongs to: the id of the story's first article. In an extract line only when somebody has put it there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub story: String,
    /// The headline; absent where none is found.
    pub title: Option<String>,
    /// Who published it, where the page, the JSON object or the text says so.
    pub outlet: Option<String>,
    /// Agencies and the like that are credited: "Reuters".
    pub credits: Vec<String>,
    /// Names of the authors, without titles.
    pub authors: Vec<String>,
    /// Date of publication, EDTF: "2026-03-09"; absent where none is found.
    pub published: Option<String>,
    /// Absent where `published` is.
    pub published_by: Option<PublishedBy>,
    /// ISO 639-1: "en"; "und" for a text that is not English and does not say what it is.
    pub language: Option<Name>,
    /// Number of words.
    pub words: u32,
    /// In order of the text.
    pub blocks: Vec<SourceBlock>,
    /// In order of the text; claims refer to them by index.
    pub sentences: Vec<SourceSentence>,
    /// What is doubtful about it.
    pub notes: Vec<Note>,
    /// Hashes by which copied passages are seen; in extract lines only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prints: Option<Prints>,
    /// Why the file was not read; in extract lines only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skipped: Option<String>,
}

/// One line of `extract`: an article with its claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The version of the JSON contract.
    #[serde(default = "version")]
    pub schema_version: Name,
    /// The article, without its text.
    pub source: Source,
    /// Its claims in order of the text.
    pub claims: Vec<Claim>,
    /// The text that the offsets refer to, when it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Default for Line {
    fn default() -> Self {
        Line { schema_version: version(), source: Source::default(), claims: Vec::new(), text: None }
    }
}

/// A block of an article, in code points; the end is exclusive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceBlock {
    pub role: BlockRole,
    pub start: u32,
    pub end: u32,
}

/// A sentence: where it begins and ends in code points, and begins in bytes, line and column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceSentence {
    pub start: u32,
    pub end: u32,
    /// 0 in a line of an older version, which lacks it.
    #[serde(default)]
    pub byte_start: u32,
    /// From 1.
    pub line: u32,
    /// From 1; 0 in a line of an older version, which lacks it.
    #[serde(default)]
    pub column: u32,
    /// What the block is that it stands in.
    pub block: BlockRole,
    /// Its words, exactly as in the text.
    pub text: String,
}

impl Source {
    /// The sentences that a claim stands in as one text, and where it begins (code points). Between them stand as many spaces as the
    /// article has characters there, so that offsets hold.
    pub fn around(&self, claim: &Claim) -> Option<(Cow<'_, str>, u32)> {
        /// Sentences that lie farther apart are not one passage.
        const GAP: u32 = 8;
        let (first, rest) = self.sentences.get(claim.sentence as usize..)?.split_first()?;
        let (mut text, mut end) = (Cow::Borrowed(first.text.as_str()), first.end);
        for s in rest.iter().take_while(|s| s.start < claim.end) {
            let gap = s.start.saturating_sub(end);
            if gap > GAP {
                break;
            }
            text.to_mut().extend(std::iter::repeat_n(' ', gap as usize).chain(s.text.chars()));
            end = s.end;
        }
        Some((text, first.start))
    }

    /// A claim that says nothing yet, of these bytes of a sentence.
    pub fn claim_at(&self, kind: ClaimKind, sentence: u32, bytes: Range<usize>) -> Option<Claim> {
        let s = self.sentences.get(sentence as usize)?;
        let (before, text) = (s.text.get(..bytes.start)?, s.text.get(bytes.clone())?);
        let chars = before.chars().count() as u32;
        let column = match before.rfind('\n') {
            Some(at) => before[at + 1..].chars().count() as u32 + 1,
            None => s.column + chars,
        };
        Some(Claim {
            id: format!("{}:{}:{}", self.id, kind.name(), s.start + chars).into(),
            source: self.id.as_str().into(),
            text: text.into(),
            byte_start: s.byte_start + bytes.start as u32,
            byte_end: s.byte_start + bytes.end as u32,
            start: s.start + chars,
            end: s.start + chars + text.chars().count() as u32,
            line: s.line + before.matches('\n').count() as u32,
            column,
            block: s.block,
            sentence,
            ..Claim::empty(kind)
        })
    }
}

/// Something doubtful about an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// What kind of doubt: "no_date", "two_dates", "not_english".
    pub code: Name,
    /// For a reader.
    pub message: String,
    /// Where, in code points; absent where it is of the whole article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// Where that ends; absent where `start` is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
}

/// Hashes of an article's words, by which copies are found without the text. Words are numbered over all sentences, so that the number of
/// a word and the lengths give its sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Prints {
    /// Number of words of each sentence, in order; 0 for one in furniture or in a duplicate.
    pub lengths: Vec<u32>,
    /// Hashes of sampled runs of five words, as (number of the first word, hash), in order. Every passage of 12 words has one at least, and
    /// equal passages have the same ones: two articles that share several hashes at one distance from each other share all words from the
    /// first run to the end of the last.
    pub runs: Vec<(u32, u32)>,
}
