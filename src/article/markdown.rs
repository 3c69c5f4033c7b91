//! Markdown, read in place: offsets are those of the file, and the marks of titles and metadata are blocks of their own.

use super::{Article, Meta, txt};
use crate::claim::{BlockRole, PublishedBy};
use crate::text::{Span, Tokens};

use super::lines::Line;
use super::{DateCandidate, json};

/// Reads a text whose titles begin with `#`, perhaps with a block of metadata at its head.
pub fn read(text: String, meta: Meta) -> Article {
    txt::read_marked(text, meta, mark)
}

/// The roles of the lines that the marks decide, and what the block of metadata says.
fn mark(t: Tokens<'_>, lines: &[Line], meta: &mut Meta) -> Vec<Option<BlockRole>> {
    let mut roles = vec![None; lines.len()];
    let body = front_matter(t, lines, meta, &mut roles);
    let mut code = false;
    for i in body..lines.len() {
        let line = text_of(t, lines[i].span);
        let fence = line.starts_with("```") || line.starts_with("~~~");
        code ^= fence;
        if code || fence || line.starts_with("![") || line.starts_with("[^") {
            roles[i] = Some(BlockRole::Boilerplate);
        } else if is_title(line) {
            let first = !roles.contains(&Some(BlockRole::Headline));
            roles[i] = Some(if first && (line.starts_with("# ") || !has_top_title(t, lines)) {
                BlockRole::Headline
            } else {
                BlockRole::Crosshead
            });
        }
    }
    roles
}

fn text_of(t: Tokens<'_>, span: Span) -> &str {
    span.of(t.text)
}

fn is_title(line: &str) -> bool {
    let marks = line.bytes().take_while(|b| *b == b'#').count();
    (1..=6).contains(&marks) && line[marks..].starts_with(' ')
}

fn has_top_title(t: Tokens<'_>, lines: &[Line]) -> bool {
    lines.iter().any(|l| text_of(t, l.span).starts_with("# "))
}

/// `---`, lines `name: value`, `---` at the head of the file. Gives the first line behind it.
fn front_matter(t: Tokens<'_>, lines: &[Line], meta: &mut Meta, roles: &mut [Option<BlockRole>]) -> usize {
    let is_fence = |l: &Line| text_of(t, l.span) == "---";
    if !lines.first().is_some_and(is_fence) {
        return 0;
    }
    let Some(end) = lines.iter().skip(1).position(is_fence).map(|i| i + 1) else { return 0 };
    for line in &lines[1..end] {
        let Some((name, value)) = text_of(t, line.span).split_once(':') else { continue };
        field(meta, name.trim(), value.trim().trim_matches(['"', '\'']), line.span);
    }
    roles[..=end].fill(Some(BlockRole::Boilerplate));
    end + 1
}

fn field(meta: &mut Meta, name: &str, value: &str, span: Span) {
    if value.is_empty() {
        return;
    }
    match name.to_ascii_lowercase().as_str() {
        "title" => meta.title = Some(value.to_owned()),
        "author" | "authors" => {
            meta.authors = value.trim_matches(['[', ']']).split([',', ';']).map(|n| n.trim().trim_matches('"').to_owned()).collect()
        }
        "site" | "sitename" | "outlet" | "publisher" => meta.outlet = Some(value.to_owned()),
        "date" | "published" => {
            let date = json::date(value).map(|date| DateCandidate { date, by: PublishedBy::Metadata, span: Some(span) });
            meta.dates.extend(date);
        }
        "lang" | "language" => meta.language = Some(value.to_owned().into()),
        _ => {}
    }
}
