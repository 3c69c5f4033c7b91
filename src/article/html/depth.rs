//! A bound on how deep a page is nested: parsing and judging a page takes time that grows with its depth.

/// Deeper tags are left out; browsers stop at 512.
const DEEPEST: usize = 256;

/// The page without the tags that stand deeper than [`DEEPEST`]; `None` when there are none, which is the rule.
pub fn limit(html: &str) -> Option<String> {
    if deepest(html) <= DEEPEST {
        return None;
    }
    let mut out = String::with_capacity(html.len());
    let (mut depth, mut from) = (0usize, 0usize);
    for tag in tags(html) {
        let keep = match tag.kind {
            Kind::Open => {
                depth += 1;
                depth <= DEEPEST
            }
            Kind::Close => {
                let keep = depth <= DEEPEST;
                depth = depth.saturating_sub(1);
                keep
            }
        };
        if !keep {
            out.push_str(&html[from..tag.start]);
            out.push(' ');
            from = tag.end;
        }
    }
    out.push_str(&html[from..]);
    Some(out)
}

fn deepest(html: &str) -> usize {
    let (mut depth, mut most) = (0usize, 0usize);
    for tag in tags(html) {
        depth = if tag.kind == Kind::Open { depth + 1 } else { depth.saturating_sub(1) };
        most = most.max(depth);
    }
    most
}

#[derive(PartialEq)]
enum Kind {
    Open,
    Close,
}

struct Tag {
    kind: Kind,
    start: usize,
    end: usize,
}

/// The tags that may nest, as they are written; those that are never closed (`<br>`, `<p>`, `<li>`) do not count.
fn tags(html: &str) -> impl Iterator<Item = Tag> {
    const UNCLOSED: [&str; 24] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td",
        "th", "tr", "dt", "dd", "option", "tbody", "path",
    ];
    let b = html.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + b[at..].iter().position(|c| *c == b'<')?;
            let close = b.get(start + 1) == Some(&b'/');
            let name_at = start + 1 + close as usize;
            let name_len = b[name_at..].iter().take_while(|c| c.is_ascii_alphanumeric()).count();
            at = name_at + name_len;
            if name_len == 0 {
                continue;
            }
            let end = b[at..].iter().position(|c| *c == b'>').map_or(b.len(), |n| at + n + 1);
            let name = &html[name_at..name_at + name_len];
            at = end;
            let empty = b[end - 2] == b'/' && !close;
            if !empty && !UNCLOSED.iter().any(|u| name.eq_ignore_ascii_case(u)) {
                return Some(Tag { kind: if close { Kind::Close } else { Kind::Open }, start, end });
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_deep_is_left_out() {
        assert_eq!(limit("<div><p>a<p>b<br></div>"), None);
        let deep = "<div>".repeat(300) + "word" + &"</div>".repeat(300);
        let flat = limit(&deep).unwrap();
        assert_eq!(flat.matches("<div>").count(), 256);
        assert_eq!(flat.matches("</div>").count(), 256);
        assert!(flat.contains("word"));
    }
}
