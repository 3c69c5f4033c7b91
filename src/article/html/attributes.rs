//! A bound on the attributes of a tag: the parser compares each with all before it, and whoever writes the page looks from each `&` to the
//! end of its value.

/// A tag with more of them is taken for its name alone.
const MOST: usize = 500;

/// A tag of more bytes is taken for its name alone, if there are more `&` in it than addresses have.
const LONGEST: usize = 1 << 16;
const MOST_ESCAPED: usize = 1000;

/// The page with the names alone of tags that are beyond these bounds; `None` when there are none, as usual.
pub fn limit(html: &str) -> Option<String> {
    let mut out = String::new();
    let mut kept = 0;
    let escaped = |t: &Tag| html.as_bytes()[t.name_end..t.end].iter().filter(|b| **b == b'&').count();
    let beyond = |t: &Tag| t.attributes > MOST || t.end - t.name_end > LONGEST && escaped(t) > MOST_ESCAPED;
    for tag in tags(html.as_bytes()).filter(beyond) {
        out.push_str(&html[kept..tag.name_end]);
        kept = tag.end;
    }
    (kept > 0).then(|| out + &html[kept..])
}

struct Tag {
    /// Behind its name.
    name_end: usize,
    /// Its closing bracket, or the end of the page.
    end: usize,
    attributes: usize,
}

/// The opening tags, in order. Brackets inside of quoted values do not end a tag.
fn tags(b: &[u8]) -> impl Iterator<Item = Tag> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += b[at..].iter().position(|c| *c == b'<')? + 1;
            let name_end = at + b[at..].iter().take_while(|c| c.is_ascii_alphanumeric()).count();
            if name_end > at {
                let tag = tag(b, name_end);
                at = tag.end;
                return Some(tag);
            }
        }
    })
}

/// The closing bracket of a tag whose name ends at a byte; `None` if it is never closed.
pub fn end_of_tag(b: &[u8], name_end: usize) -> Option<usize> {
    Some(tag(b, name_end).end).filter(|end| *end < b.len())
}

/// The tag whose name ends at a byte. What stands between spaces, outside of quotes, counts as an attribute.
fn tag(b: &[u8], name_end: usize) -> Tag {
    let (mut attributes, mut quote, mut before) = (0, None, b' ');
    for (i, &c) in b.iter().enumerate().skip(name_end) {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => {}
            None if c == b'>' => return Tag { name_end, end: i, attributes },
            None if matches!(c, b'"' | b'\'') && before == b'=' => quote = Some(c),
            None if c.is_ascii_whitespace() || c == b'/' => attributes += usize::from(!before.is_ascii_whitespace()),
            None => {}
        }
        before = c;
    }
    Tag { name_end, end: b.len(), attributes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tags_with_far_too_many_attributes_lose_them() {
        let many: String = (0..600).map(|i| format!(" a{i}=1")).collect();
        assert_eq!(limit(&format!("<p{many}>a<b x=\"> {many}\">c")).as_deref(), Some(&*format!("<p>a<b x=\"> {many}\">c")));
        assert_eq!(limit("<p class='a b'>a<br/>b < c"), None);
        assert_eq!(limit(&format!("<p{many}")).as_deref(), Some("<p"));
        assert_eq!(limit(&format!("<img alt='{}'>a", "&amp;".repeat(20_000))).as_deref(), Some("<img>a"));
        assert_eq!(limit(&format!("<img src='{}'>a", "QUJD".repeat(20_000))), None);
    }
}
