//! The line or two below a title that sum the article up (standfirst, deck), which stand outside of the body on most pages.

use dom_query::{Document, NodeRef};

use super::metadata::{letters, tidy};
use super::prune::has_word;

/// Words of classes for it.
const CLASSES: [&str; 16] = [
    "subtitle",
    "sub-title",
    "subheadline",
    "sub-headline",
    "subheading",
    "sub-heading",
    "subhead",
    "subheader",
    "deck",
    "dek",
    "standfirst",
    "strap",
    "strapline",
    "lede",
    "article-summary",
    "article-description",
];

/// How many elements below the title are looked at.
const LOOKED_AT: usize = 60;
/// The most characters that it has.
const LONGEST: usize = 500;

/// The summary that a page shows below its first `<h1>`: what the page also says in its description, or what its class names so.
pub fn shown(doc: &Document) -> Option<String> {
    let h1 = doc.select_single("h1").nodes().first().copied()?;
    let described = descriptions(doc);
    let title = letters(&h1.text());
    let texts = following(&h1).filter(is_line).take(LOOKED_AT).filter_map(|node| {
        let class = node.attr("class").is_some_and(|c| has_word(&c, &CLASSES));
        let text = tidy(&node.text()).filter(|t| t.chars().count() <= LONGEST)?;
        let (own, words) = (letters(&text), text.split_whitespace().count());
        (words >= 3 && own != title && (class || described.contains(&own))).then_some(text)
    });
    texts.into_iter().next()
}

/// The body tells the summary too, or most of it in the same words.
pub fn is_in(body: &Document, summary: &str) -> bool {
    let (body, summary) = (letters(&body.text()), letters(summary));
    let count = summary.chars().count();
    let at = |n: usize| summary.char_indices().nth(n).map_or(0, |(at, _)| at);
    body.contains(&summary[at(count / 4)..]) || body.contains(&summary[..at(count - count / 4)])
}

/// The descriptions of the page, as letters.
fn descriptions(doc: &Document) -> Vec<String> {
    const NAMES: &str = "meta[name='description'], meta[property='og:description'], meta[name='twitter:description']";
    doc.select(NAMES).iter().filter_map(|m| m.attr("content")).map(|c| letters(&c)).filter(|d| !d.is_empty()).collect()
}

/// The elements behind one, in the order of the page.
fn following<'a>(node: &NodeRef<'a>) -> impl Iterator<Item = NodeRef<'a>> + use<'a> {
    let mut next = after(node);
    std::iter::from_fn(move || {
        let node = next?;
        next = node.first_element_child().or_else(|| after(&node));
        Some(node)
    })
}

/// The next element that does not lie in this one.
fn after<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let mut at = *node;
    loop {
        if let Some(next) = at.next_element_sibling() {
            return Some(next);
        }
        at = at.parent()?;
    }
}

/// An element that holds a line of text, and no other such elements.
fn is_line(node: &NodeRef) -> bool {
    let name = node.node_name().unwrap_or_default();
    let block = |n: &NodeRef| matches!(&*n.node_name().unwrap_or_default(), "p" | "div" | "h2" | "h3" | "section" | "ul" | "table" | "a");
    matches!(&*name, "p" | "div" | "h2" | "h3" | "h4" | "span") && !node.element_children().iter().any(block)
}
