//! A file or a line as it lies on disk, and the articles in it.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::cache::{Cache, Key};
use super::input::{InputFile, Item};
use super::lines::{BYTE_ORDER_MARK, without_mark};
use crate::article::{self, Skipped, json};

/// The bytes of a whole file, or of one line of it.
pub struct Raw<'a> {
    pub file: &'a InputFile,
    /// From 1; none for the whole file.
    pub line: Option<usize>,
    pub bytes: Vec<u8>,
}

impl<'a> Raw<'a> {
    /// The articles in it, each with the key under which it may be kept.
    pub fn read(self, key: Option<Key>) -> Vec<Item<'a>> {
        let InputFile { shown, id, .. } = self.file;
        let mut read = match self.line {
            Some(line) => vec![read_line(self.bytes, line, shown, id)],
            None => article::read(self.bytes, shown, id),
        };
        // An entry is of one article; where there are several, none is kept.
        let key = key.filter(|_| read.len() == 1);
        let item = |r: Result<article::Article, Skipped>| match r {
            Ok(article) => Item::Article(Box::new(article), key.clone()),
            Err(Skipped { part, reason }) => Item::Skipped { path: part.map_or(shown.clone(), |n| format!("{shown}:{n}")), reason },
        };
        read.drain(..).map(item).collect()
    }

    /// The one article in it, or why there is none.
    pub fn read_one(self, key: Option<Key>) -> Item<'a> {
        let path = self.file.shown.clone();
        self.read(key).pop().unwrap_or_else(|| Item::Skipped { path, reason: "no article in it".to_owned() })
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

fn read_line(bytes: Vec<u8>, number: usize, shown: &str, id: &str) -> Result<article::Article, Skipped> {
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
