//! What comes in: an article that is read now, one that an earlier run has kept, or a file that is none.

use serde::{Deserialize, Serialize};

use super::cache::{Cache, Key};
use super::raw::{Raw, Read};
use crate::article::Article;
use crate::reconcile::stories::Telling;

/// One article, or the reason why there is none.
pub enum Item<'a> {
    /// With the key under which the cache is to keep it.
    Article(Box<Article>, Option<Key>),
    Kept(Box<Kept<'a>>),
    Skipped {
        path: String,
        reason: String,
    },
}

impl<'a> Item<'a> {
    /// The articles in a file or line. `key`: under which one may be kept.
    pub fn read(raw: Raw<'a>, key: Option<Key>) -> Vec<Self> {
        let read = raw.read();
        // An entry is of one article; where there are several, none is kept.
        let key = key.filter(|_| read.len() == 1);
        read.into_iter().map(|r| Item::of(r, key.clone())).collect()
    }

    /// The one article in it, or why there is none.
    pub fn read_one(raw: Raw<'a>, key: Option<Key>) -> Self {
        let path = raw.file.shown.clone();
        Item::read(raw, key).pop().unwrap_or_else(|| Item::Skipped { path, reason: "no article in it".to_owned() })
    }

    fn of(read: Read, key: Option<Key>) -> Self {
        match read {
            Ok(article) => Item::Article(Box::new(article), key),
            Err((path, reason)) => Item::Skipped { path, reason },
        }
    }

    /// The id of the article, if there is one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Item::Article(article, _) => Some(&article.meta.id),
            Item::Kept(kept) => Some(kept.id()),
            Item::Skipped { .. } => None,
        }
    }

    /// Gives the article an id that depends on the other inputs, so that it is not kept.
    pub fn rename(self, id: String) -> Self {
        match self {
            Item::Kept(kept) => kept.read().rename(id),
            Item::Article(mut article, _) => {
                article.meta.id = id;
                Item::Article(article, None)
            }
            skipped => skipped,
        }
    }
}

/// The first line of the entry of an article; below it stands its extract line.
#[derive(Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) telling: Telling,
    /// What the run says of the file on standard error.
    pub(super) troubles: Vec<String>,
}

/// An article that an earlier run has kept.
pub struct Kept<'a> {
    pub(super) raw: Raw<'a>,
    pub(super) key: Key,
    pub(super) head: Head,
    /// Its extract line.
    pub(super) line: Vec<u8>,
}

impl<'a> Kept<'a> {
    /// The articles of a file or line: kept, if an earlier run has kept them, or read.
    pub fn or_read(raw: Raw<'a>, cache: Option<&Cache>) -> Vec<Item<'a>> {
        let Some((cache, key)) = cache.and_then(|c| Some((c, raw.key(c)?))) else { return Item::read(raw, None) };
        let Some(mut entry) = cache.get(&key) else { return Item::read(raw, Some(key)) };
        let end = entry.iter().position(|b| *b == b'\n').map_or(0, |at| at + 1);
        match serde_json::from_slice(&entry[..end]) {
            Ok(head) => vec![Item::Kept(Box::new(Kept { raw, key, head, line: entry.split_off(end) }))],
            Err(_) => {
                cache.distrust(&key);
                Item::read(raw, Some(key))
            }
        }
    }

    pub fn id(&self) -> &str {
        self.head.telling.id()
    }

    /// What is to be said of its file.
    pub fn troubles(&self) -> &[String] {
        &self.head.troubles
    }

    /// The same article, read again and without a key.
    pub fn read(self) -> Item<'a> {
        Item::read_one(self.raw, None)
    }
}
