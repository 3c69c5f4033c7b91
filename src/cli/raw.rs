//! A file or a line as it lies on disk, and the articles in it.

use std::path::PathBuf;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::cache::{Cache, Key};
use super::lines::{BYTE_ORDER_MARK, without_mark};
use crate::article::{self, Article, Skipped, json};

/// A file to read: where it is, how it is shown, and the id of the article in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InputFile {
    /// What lies below the argument, led by the argument's last component.
    pub shown: String,
    /// The id of the article in it.
    pub id: String,
    /// None for standard input.
    pub path: Option<PathBuf>,
}

/// An article, or the path of what is none and the reason.
pub type Read = Result<Article, (String, String)>;

/// The bytes of a whole file, or of one line of it.
pub struct Raw<'a> {
    pub file: &'a InputFile,
    /// From 1; none for the whole file.
    pub line: Option<usize>,
    pub bytes: Vec<u8>,
}

impl Raw<'_> {
    /// The articles in it; for what is none the path and the reason.
    pub fn read(self) -> Vec<Read> {
        let InputFile { shown, id, .. } = self.file;
        let read = match self.line {
            Some(line) => vec![read_line(self.bytes, line, shown, id)],
            None => article::read(self.bytes, shown, id),
        };
        let path = |part: Option<usize>| part.map_or(shown.clone(), |n| format!("{shown}:{n}"));
        read.into_iter().map(|r| r.map_err(|Skipped { part, reason }| (path(part), reason))).collect()
    }

    /// What an article depends on beside the program: the bytes, and where they lie, as far as that shows. The number of a line does not
    /// where the article has an id of its own.
    pub fn key(&self, cache: &Cache) -> Option<Key> {
        let InputFile { shown, id, .. } = self.file;
        let (sort, id): (&[u8], String) = match self.line {
            None => (b"file", id.clone()),
            Some(_) if self.bytes.starts_with(BYTE_ORDER_MARK) => return None,
            Some(_) if self.names_itself() => (b"line", String::new()),
            Some(line) => (b"line", format!("{id}:{line}")),
        };
        Some(cache.key(&[sort, shown.as_bytes(), id.as_bytes(), &self.bytes]))
    }

    fn names_itself(&self) -> bool {
        #[derive(Deserialize)]
        struct Named {
            id: Option<Value>,
        }
        let id = serde_json::from_slice::<Named>(&self.bytes).ok().and_then(|n| n.id);
        id.is_some_and(|id| id.is_number() || id.as_str().is_some_and(|s| !s.is_empty()))
    }
}

fn read_line(bytes: Vec<u8>, number: usize, shown: &str, id: &str) -> Result<Article, Skipped> {
    let skipped = |reason: String| Skipped { part: Some(number), reason };
    let text = String::from_utf8(bytes).map_err(|_| skipped("not UTF-8".to_owned()))?;
    let text = if number == 1 { text.trim_start_matches('\u{feff}') } else { &text };
    json::read(text.trim_end(), shown, &format!("{id}:{number}")).map_err(skipped)
}

/// Whether a line is one JSON object.
pub fn is_object(line: &[u8]) -> bool {
    let line = without_mark(line).trim_ascii();
    line.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}
