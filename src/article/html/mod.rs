//! HTML: the page's own statements about the article, its body by the rules of Readability (crate `dom_smoothie`) after the page's
//! furniture was cut away, and that body as blocks of text.

mod attributes;
mod blocks;
mod depth;
mod metadata;
mod prune;
mod summary;
mod texts;
mod title;
mod unclosed;
mod writer;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::{Article, Meta};

/// A page that is larger is not an article.
const LARGEST: usize = 24 << 20;

/// Reads a page. The error says why it holds no article.
pub fn read(html: &str, meta: Meta) -> Result<Article, String> {
    if html.len() > LARGEST {
        return Err(format!("a page of more than {} MiB", LARGEST >> 20));
    }
    let open = unclosed::find(html);
    let mut article = of_page(html, meta).map_err(|reason| match &open {
        Some(what) => format!("{reason}; {}", unclosed::message(what)),
        None => reason,
    })?;
    article.notes.extend(open.as_deref().map(unclosed::note));
    Ok(article)
}

fn of_page(html: &str, meta: Meta) -> Result<Article, String> {
    let plain = attributes::limit(html);
    let html = plain.as_deref().unwrap_or(html);
    let shallow = depth::limit(html);
    let doc = Document::from(shallow.as_deref().unwrap_or(html));
    let mut meta = meta;
    metadata::read(&doc, &mut meta);
    let summary = summary::shown(&doc);
    prune::page(&doc);
    texts::divide(&doc);
    let (body, byline) = body(doc).ok_or("no article found on the page")?;
    if meta.authors.is_empty() {
        meta.authors = byline.map(|b| metadata::people(&b)).unwrap_or_default();
    }
    let summary = summary.filter(|s| !summary::is_in(&body, s));
    blocks::read(&body, meta, summary.as_deref()).ok_or("no article found on the page".to_owned())
}

/// The part of the page that is the article, and the line that names its authors.
fn body(doc: Document) -> Option<(Document, Option<String>)> {
    let config = Config { disable_json_ld: true, keep_classes: true, ..Config::default() };
    let mut readability = Readability::with_document(doc, None, Some(config)).ok()?;
    let article = readability.parse().ok()?;
    Some((Document::fragment(article.content), article.byline))
}
