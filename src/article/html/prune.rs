//! Cuts away what stands around the article before its body is looked for: elements that say by their class or id what they are.

use dom_query::{Document, NodeRef};

/// Elements that never hold the article.
const ELEMENTS: &str = "script, style, noscript, template, iframe, form, button, select, nav, aside, dialog, svg";

/// Words of classes and ids that name furniture (classes of common content systems; compare the lists of Readability and trafilatura).
const FURNITURE: [&str; 51] = [
    "newsletter",
    "subscribe",
    "subscription",
    "signup",
    "sign-up",
    "related",
    "recirc",
    "recommended",
    "recommendation",
    "readmore",
    "read-more",
    "read-next",
    "readnext",
    "more-on",
    "morefrom",
    "more-from",
    "also-like",
    "up-next",
    "upnext",
    "trending",
    "popular",
    "most-read",
    "promo",
    "promoted",
    "sponsor",
    "sponsored",
    "advert",
    "advertisement",
    "ad-container",
    "ad-slot",
    "adslot",
    "outbrain",
    "taboola",
    "social",
    "share",
    "sharing",
    "sharebar",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "disqus",
    "author-bio",
    "author-box",
    "bio",
    "cookie",
    "disclosure",
    "gallery",
    "photogallery",
    "print-only",
    "print-block",
    "visible-print",
];

/// An element with more than this part of the page's words in it is not furniture, whatever it is called.
const LARGEST_PART: usize = 4;

/// Marks inside a line that Readability does not know for such: it would end the paragraph at each.
const INLINE: &str = "u, s, strike, tt, big, nobr, acronym, bdi";

/// Cuts the furniture out of a page.
pub fn page(doc: &Document) {
    doc.select(ELEMENTS).remove();
    doc.select(INLINE).rename("span");
    let Some(body) = doc.body() else { return };
    let total = body.normalized_char_count();
    for node in body.descendants() {
        if is_furniture(&node) && node.parent().is_some() && node.normalized_char_count() * LARGEST_PART <= total {
            node.remove_from_parent();
        }
    }
    unwrap_paragraphs(doc);
}

/// Takes a paragraph out of an element that holds nothing else: Readability drops such an element for a few links, but not a paragraph.
fn unwrap_paragraphs(doc: &Document) {
    for node in doc.select("div").nodes() {
        if let [p] = node.element_children()[..]
            && p.has_name("p")
            && node.immediate_text().trim().is_empty()
            && is_running_text(&p)
        {
            node.replace_with(&p);
        }
    }
}

/// As long as a sentence or two, and more than half of it not in links.
fn is_running_text(p: &NodeRef) -> bool {
    const LEAST_CHARS: usize = 80;
    let linked: usize = p.descendants_it().filter(|n| n.has_name("a")).map(|a| a.normalized_char_count()).sum();
    let all = p.normalized_char_count();
    all >= LEAST_CHARS && linked * 2 < all
}

/// An element whose class or id has one of the words.
fn is_furniture(node: &NodeRef) -> bool {
    let Some(element) = node.element_ref() else { return false };
    let name = element.node_name();
    if matches!(&*name, "body" | "html" | "main" | "article" | "a" | "em" | "strong" | "h1") {
        return false;
    }
    let names = [element.class(), element.id()];
    names.iter().flatten().any(|v| has_word(v, &FURNITURE))
}

/// One of the names that a class or an id lists has one of the words.
pub fn has_word(names: &str, words: &[&str]) -> bool {
    names.split_ascii_whitespace().any(|name| words.iter().any(|word| stands_in(name, word)))
}

/// The word stands in the name, between its ends, hyphens, underscores and changes of case.
fn stands_in(name: &str, word: &str) -> bool {
    let b = name.as_bytes();
    let edge = |i: usize| {
        i == 0
            || i >= b.len()
            || !b[i - 1].is_ascii_alphanumeric()
            || !b[i].is_ascii_alphanumeric()
            || (b[i - 1].is_ascii_lowercase() && b[i].is_ascii_uppercase())
    };
    let w = word.as_bytes();
    b.len() >= w.len() && (0..=b.len() - w.len()).any(|i| b[i..i + w.len()].eq_ignore_ascii_case(w) && edge(i) && edge(i + w.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_furniture_stand_on_their_own() {
        for name in ["newsletter", "c-newsletter__box", "articleRelated", "related_links", "box-read-more"] {
            assert!(has_word(name, &FURNITURE), "{name}");
        }
        for name in ["unrelated", "symbiosis", "shareholders", "body", "content"] {
            assert!(!has_word(name, &FURNITURE), "{name}");
        }
    }
}
