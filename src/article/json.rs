//! One article per JSON object, under the names that trafilatura writes.

use serde::Deserialize;

use super::{Article, DateCandidate, Meta, txt};
use crate::claim::{Offsets, PublishedBy};

#[derive(Deserialize)]
struct JsonArticle {
    text: Option<String>,
    id: Option<String>,
    title: Option<String>,
    author: Option<String>,
    date: Option<String>,
    sitename: Option<String>,
}

/// Reads one object; the error says why it is no article.
pub fn read(object: &str, path: &str, fallback_id: &str) -> Result<Article, String> {
    let a: JsonArticle = serde_json::from_str(object).map_err(|e| format!("not a JSON article: {e}"))?;
    let text = a.text.ok_or("no \"text\"")?;
    let date = a.date.as_deref().and_then(|d| d.get(..10)).and_then(|d| d.parse().ok());
    let meta = Meta {
        id: a.id.unwrap_or_else(|| fallback_id.to_owned()),
        path: path.to_owned(),
        offsets: Offsets::Text,
        title: a.title,
        outlet: a.sitename,
        credits: Vec::new(),
        authors: a.author.into_iter().collect(),
        dates: date.map(|date| DateCandidate { date, by: PublishedBy::Metadata, span: None }).into_iter().collect(),
        language: None,
    };
    Ok(txt::read(text, meta, true))
}
