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

pub fn page(doc: &Document) {
    doc.select(ELEMENTS).remove();
    let Some(body) = doc.body() else { return };
    let total = body.normalized_char_count();
    for node in body.descendants() {
        if is_furniture(&node) && node.parent().is_some() && node.normalized_char_count() * LARGEST_PART <= total {
            node.remove_from_parent();
        }
    }
}

/// An element whose class or id has one of the words.
fn is_furniture(node: &NodeRef) -> bool {
    let Some(element) = node.element_ref() else { return false };
    let name = element.node_name();
    if matches!(&*name, "body" | "html" | "main" | "article" | "a" | "em" | "strong" | "h1") {
        return false;
    }
    let names = [element.class(), element.id()];
    names.iter().flatten().any(|v| v.split_ascii_whitespace().any(names_furniture))
}

/// The word stands in the name, between its ends, hyphens, underscores and changes of case.
fn names_furniture(name: &str) -> bool {
    let b = name.as_bytes();
    let edge = |i: usize| {
        i == 0
            || i >= b.len()
            || !b[i - 1].is_ascii_alphanumeric()
            || !b[i].is_ascii_alphanumeric()
            || (b[i - 1].is_ascii_lowercase() && b[i].is_ascii_uppercase())
    };
    FURNITURE.iter().any(|word| {
        let w = word.as_bytes();
        b.len() >= w.len() && (0..=b.len() - w.len()).any(|i| b[i..i + w.len()].eq_ignore_ascii_case(w) && edge(i) && edge(i + w.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_furniture_stand_on_their_own() {
        for name in ["newsletter", "c-newsletter__box", "articleRelated", "related_links", "box-read-more"] {
            assert!(names_furniture(name), "{name}");
        }
        for name in ["unrelated", "symbiosis", "shareholders", "body", "content"] {
            assert!(!names_furniture(name), "{name}");
        }
    }
}
