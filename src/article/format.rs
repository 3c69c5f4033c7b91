//! What kind of text a file holds: by its content, the ending of its name being a hint.

/// How a text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Json,
}

/// How much of a text is looked at.
const HEAD: usize = 4096;

/// The format of a text.
pub fn of(text: &str, path: &str) -> Format {
    let ending = path.rsplit_once('.').map_or("", |(_, e)| e).to_ascii_lowercase();
    let head = head(text.trim_start_matches('\u{feff}').trim_start());
    match ending.as_str() {
        "json" | "jsonl" | "ndjson" => Format::Json,
        _ if is_html(head) => Format::Html,
        "html" | "htm" | "xhtml" if head.contains('<') => Format::Html,
        "md" | "markdown" => Format::Markdown,
        _ if is_json(head) => Format::Json,
        _ if is_markdown(head) => Format::Markdown,
        _ => Format::Text,
    }
}

fn head(text: &str) -> &str {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// A document type, or a tag at the beginning that only pages have, or a `<body>` soon after.
fn is_html(head: &str) -> bool {
    if !head.starts_with('<') {
        return false;
    }
    let lower = head.to_ascii_lowercase();
    let begins =
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div", "<p>", "<p ", "<section", "<main", "<h1"];
    begins.iter().any(|b| lower.starts_with(b)) || lower.contains("<html") || lower.contains("<body")
}

/// An object (or a list of them) with the name of a field.
fn is_json(head: &str) -> bool {
    let inner = head.trim_start_matches('[').trim_start();
    inner.starts_with('{') && inner[1..].trim_start().starts_with('"')
}

/// A block of metadata, or a title with `#` at the beginning.
fn is_markdown(head: &str) -> bool {
    let title = head.starts_with("# ") || head.lines().filter(|l| l.starts_with("## ")).count() >= 2;
    title || (head.starts_with("---\n") && head[4..].contains("\n---") && head[4..].lines().next().is_some_and(|l| l.contains(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_endings_hint() {
        assert_eq!(of("<!DOCTYPE html><p>x", "a.txt"), Format::Html);
        assert_eq!(of("\u{feff}\n<html>", "a"), Format::Html);
        assert_eq!(of("<b>x</b>", "a.html"), Format::Html);
        assert_eq!(of("plain", "a.html"), Format::Text);
        assert_eq!(of("{\"text\": \"x\"}", "-"), Format::Json);
        assert_eq!(of("{curly} words", "a.txt"), Format::Text);
        assert_eq!(of("# Title\n\nText", "a.txt"), Format::Markdown);
        assert_eq!(of("---\ntitle: X\n---\nText", "a"), Format::Markdown);
        assert_eq!(of("Title\n\nText", "a.md"), Format::Markdown);
        assert_eq!(of("Title\n\nText", "a.txt"), Format::Text);
    }
}
