//! A bound on how long a text of a page is that must be escaped: whoever writes the page looks from each `&` to the end of its text.

use dom_query::{Document, NodeRef};

/// A longer text becomes several that stand side by side.
const LONGEST: usize = 1 << 12;

/// Divides the long texts of a page; what it says stays the same.
pub fn divide(doc: &Document) {
    let long: Vec<NodeRef> = doc.root().descendants().into_iter().filter(|n| n.is_text() && n.text().len() > LONGEST).collect();
    for node in long {
        let text = node.text();
        let mut rest = &*text;
        while !rest.is_empty() {
            let (part, behind) = rest.split_at(rest.floor_char_boundary(LONGEST));
            node.insert_before(&doc.tree.new_text(part));
            rest = behind;
        }
        node.remove_from_parent();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_divided_text_says_the_same() {
        let page = format!("<p>short</p><p>{}é</p>", "a&amp;ü".repeat(4000));
        let doc = Document::from(page.as_str());
        let before = doc.text();
        divide(&doc);
        assert_eq!(doc.text(), before);
        let texts = doc.root().descendants().into_iter().filter(|n| n.is_text());
        assert_eq!(texts.map(|t| t.text().len() <= LONGEST).collect::<Vec<_>>(), [true; 5]);
    }
}
