//! A bound on how deep a page is nested: parsing and judging a page takes time that grows with its depth.

/// Deeper tags are left out; browsers stop at 512.
const DEEPEST: usize = 256;

/// What all tags of a page may add up to, each counted by how deep it stands; an article of ten thousand tags, ten deep, has a fortieth of
/// it.
const MOST_WORK: usize = 4_000_000;

/// The page without the tags that stand deeper than [`DEEPEST`], or behind so many that [`MOST_WORK`] is spent; `None` when there are none,
/// as usual.
pub fn limit(html: &str) -> Option<String> {
    let mut out = String::new();
    let mut from = 0;
    let mut nest = Nest::default();
    for tag in tags(html).filter(|t| !nest.takes(&t.kind)) {
        out.push_str(&html[from..tag.start]);
        // one space for any number of them, since later steps walk the text once for each element around it
        if !out.ends_with(' ') {
            out.push(' ');
        }
        from = tag.end;
    }
    (from > 0).then(|| out + &html[from..])
}

/// How the tags up to some place are nested.
#[derive(Default)]
struct Nest {
    /// Elements that are open and kept.
    depth: usize,
    /// Elements that are open and left out.
    left_out: usize,
    work: usize,
}

impl Nest {
    /// Whether the next tag is kept.
    fn takes(&mut self, tag: &Kind) -> bool {
        let fits = self.left_out == 0 && self.depth < DEEPEST && self.work < MOST_WORK;
        self.work += self.depth + 1;
        match tag {
            Kind::Open if fits => self.depth += 1,
            Kind::Open => self.left_out += 1,
            Kind::Close if self.left_out > 0 => {
                self.left_out -= 1;
                return false;
            }
            Kind::Close => {
                self.depth = self.depth.saturating_sub(1);
                return true;
            }
            Kind::Single => {}
        }
        fits
    }
}

enum Kind {
    Open,
    Close,
    /// It is never closed, or is empty.
    Single,
}

struct Tag {
    kind: Kind,
    start: usize,
    end: usize,
}

/// The tags as they are written; those that need not be closed (`<br>`, `<p>`, `<li>`) are taken for empty.
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
            let single = empty || UNCLOSED.iter().any(|u| name.eq_ignore_ascii_case(u));
            let kind = if single {
                Kind::Single
            } else if close {
                Kind::Close
            } else {
                Kind::Open
            };
            return Some(Tag { kind, start, end });
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
        assert!(flat.len() < "<div>".len() * 256 * 3);
    }

    #[test]
    fn tags_are_left_out_when_there_are_far_too_many() {
        let lists = "<ul><li>".repeat(100_000) + "word";
        let flat = limit(&lists).unwrap();
        assert_eq!((flat.matches("<ul>").count(), flat.matches("<li>").count()), (256, 255));
        let many = "<div>".repeat(200) + &"<p>".repeat(100_000);
        assert!(limit(&many).unwrap().matches("<p>").count() < 4_000_000 / 200);
        assert_eq!(limit(&"<p>".repeat(100_000)), None);
    }
}
