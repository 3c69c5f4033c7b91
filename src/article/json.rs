//! One article per JSON object, under the names that trafilatura writes.

use std::fmt::Display;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::{Article, DateCandidate, Meta, Skipped, dateline, is_blank, of_article_words, read_apart, txt};
use crate::claim::{Offsets, PublishedBy};
use crate::error::of_line;
use crate::lexicon::lexicon;
use crate::text::{Tokens, scan};

#[derive(Deserialize)]
struct JsonArticle {
    text: Option<String>,
    id: Option<Value>,
    title: Option<String>,
    author: Option<Value>,
    date: Option<String>,
    sitename: Option<String>,
    language: Option<String>,
    /// What only this program writes together: its extract lines have a version and claims, its claims a place.
    schema_version: Option<IgnoredAny>,
    claims: Option<IgnoredAny>,
    byte_start: Option<IgnoredAny>,
    byte_end: Option<IgnoredAny>,
}

/// Reads an object on one line; the error says why it is no article. `path` is shown, `fallback_id` serves when the object has no id.
pub fn read(object: &str, path: &str, fallback_id: &str) -> Result<Article, String> {
    // Serde would take a list for the fields in order.
    if !object.trim_start().starts_with('{') {
        return Err(NO_OBJECT.to_owned());
    }
    serde_json::from_str(object).map_err(|e| none(&of_line(&e))).and_then(|a| article(a, path, fallback_id))
}

const NO_OBJECT: &str = "not a JSON article: no object";

/// Reads a whole file: one object, a list of them, or one on each line. A broken one costs itself only.
pub fn read_file(text: &str, path: &str, id: &str) -> Vec<Result<Article, Skipped>> {
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(list)) if list.is_empty() => vec![Err(Skipped::whole(none(&"an empty list")))],
        Ok(Value::Array(list)) => {
            list.into_iter().enumerate().map(|(i, v)| numbered(from_value(v, path, &format!("{id}:{}", i + 1)), i + 1)).collect()
        }
        Ok(value) => vec![from_value(value, path, id).map_err(Skipped::whole)],
        Err(e) if !is_lines(text) => vec![Err(Skipped::whole(none(&e)))],
        Err(_) => {
            let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
            lines.map(|(i, line)| numbered(read(line, path, &format!("{id}:{}", i + 1)), i + 1)).collect()
        }
    }
}

/// There are several lines, and at least one is an object of its own, so that a broken line, even the first, costs only itself.
fn is_lines(text: &str) -> bool {
    let lines = || text.lines().filter(|l| !l.trim().is_empty());
    lines().nth(1).is_some() && lines().any(|l| l.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(l).is_ok())
}

fn numbered(read: Result<Article, String>, part: usize) -> Result<Article, Skipped> {
    read.map_err(|reason| Skipped { part: Some(part), reason })
}

fn from_value(value: Value, path: &str, id: &str) -> Result<Article, String> {
    if !value.is_object() {
        return Err(NO_OBJECT.to_owned());
    }
    serde_json::from_value(value).map_err(|e| none(&e)).and_then(|a| article(a, path, id))
}

fn none(reason: &impl Display) -> String {
    format!("not a JSON article: {reason}")
}

/// A name that stands beside every claim; an address is shorter.
const LONGEST_ID: usize = 4096;

fn article(a: JsonArticle, path: &str, fallback_id: &str) -> Result<Article, String> {
    if a.schema_version.is_some() && a.claims.is_some() || a.byte_start.is_some() && a.byte_end.is_some() {
        return Err("written by claimdiff itself, no article".to_owned());
    }
    let text = a.text.ok_or("no \"text\"")?;
    if is_blank(&text) {
        return Err("an empty \"text\"".to_owned());
    }
    let id = match a.id {
        Some(Value::String(id)) if id.len() > LONGEST_ID => return Err(format!("an \"id\" of more than {LONGEST_ID} bytes")),
        Some(Value::String(id)) if !id.is_empty() => id,
        Some(Value::Number(id)) => id.to_string(),
        _ => fallback_id.to_owned(),
    };
    let date = a.date.as_deref().and_then(date);
    let meta = Meta {
        id,
        offsets: Offsets::Text,
        title: a.title.filter(|t| !t.trim().is_empty()),
        outlet: a.sitename,
        authors: a.author.map(names).unwrap_or_default(),
        dates: date.map(|date| DateCandidate { date, by: PublishedBy::Metadata, span: None }).into_iter().collect(),
        language: a.language.map(Into::into),
        ..Meta::of_file(path)
    };
    of_article_words(read_apart(text, |text| txt::read(text, meta, true))?)
}

/// The day of a date as pages and programs write it: ISO, with or without a time, or in words.
pub fn date(text: &str) -> Option<jiff::civil::Date> {
    let all = scan(text, &lexicon().words);
    let line = dateline::read(Tokens { text, all: &all }, 0..all.len())?;
    line.dates.first().map(|d| d.date)
}

/// One name or a list; trafilatura writes several as `A; B`.
fn names(author: Value) -> Vec<String> {
    match author {
        Value::String(s) => s.split(';').map(|n| n.trim().to_owned()).filter(|n| !n.is_empty()).collect(),
        Value::Array(list) => list.into_iter().flat_map(names).collect(),
        Value::Object(mut o) => o.remove("name").map(names).unwrap_or_default(),
        _ => Vec::new(),
    }
}
