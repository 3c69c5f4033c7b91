//! Markup that is never closed, behind which a browser shows nothing, and pages that end in the middle.

use super::super::ArticleNote;

/// Elements whose content is no markup, up to their closing tag.
const RAW: [&str; 8] = ["iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"];

/// Elements that no page may leave open.
const PAIRED: [&str; 4] = ["article", "div", "main", "section"];

/// Elements that are cut away with all that is in them, so that one that is open takes the rest of the page along.
const CUT: [&str; 4] = ["aside", "nav", "svg", "template"];

/// What is unclosed on a page, if something is.
pub fn find(html: &str) -> Option<String> {
    let b = html.as_bytes();
    let (mut at, mut open, mut cut, mut ends) = (0, 0i64, [0i64; CUT.len()], Ends::default());
    while let Some(lt) = b[at..].iter().position(|c| *c == b'<').map(|i| at + i) {
        if b[lt..].starts_with(b"<!--") {
            let Some(len) = html[lt + 4..].find("-->") else { return Some("a comment".to_owned()) };
            if swallows(&html[lt + 4..lt + 4 + len]) {
                return Some("a comment".to_owned());
            }
            at = lt + 4 + len;
            continue;
        }
        let closing = b.get(lt + 1) == Some(&b'/');
        let from = lt + 1 + usize::from(closing);
        let name = &html[from..from + b[from..].iter().take_while(|c| c.is_ascii_alphanumeric()).count()];
        at = from + name.len();
        if name.is_empty() {
            continue;
        }
        at = match super::attributes::end_of_tag(b, at) {
            Some(end) => end,
            None => return Some(format!("the tag <{name}")),
        };
        ends.see(name, closing);
        if PAIRED.iter().any(|p| p.eq_ignore_ascii_case(name)) {
            open += if closing { -1 } else { 1 };
        }
        // "<title/>" of a drawing has no content
        let empty = html[from..at].trim_end_matches('>').ends_with('/');
        if let Some(n) = CUT.iter().position(|c| c.eq_ignore_ascii_case(name)).filter(|_| !empty) {
            cut[n] += if closing { -1 } else { 1 };
        }
        if !closing && !empty && RAW.iter().any(|r| r.eq_ignore_ascii_case(name)) {
            match behind(html, at, name) {
                Some(end) => at = end,
                None => return Some(format!("<{}>", name.to_ascii_lowercase())),
            }
        }
    }
    let cut = CUT.iter().zip(cut).find(|(_, open)| *open > 0).map(|(name, _)| format!("<{name}>"));
    cut.or((open > 0 && ends.opened && !ends.closed).then(|| "the page".to_owned()))
}

/// The note that says so.
pub fn note(what: &str) -> ArticleNote {
    ArticleNote { code: "unclosed_markup".into(), message: message(what), span: None }
}

/// The note's text about what is unclosed.
pub fn message(what: &str) -> String {
    format!("{what} is never closed; text of the article may be missing")
}

/// Whether the page says where it begins and ends.
#[derive(Default)]
struct Ends {
    opened: bool,
    closed: bool,
}

impl Ends {
    fn see(&mut self, name: &str, closing: bool) {
        if ["body", "html"].iter().any(|n| n.eq_ignore_ascii_case(name)) {
            self.opened |= !closing;
            self.closed |= closing;
        }
    }
}

/// Another comment begins in a comment, behind paragraphs: the mark that ends it is that of the other one.
fn swallows(comment: &str) -> bool {
    comment.find("<!--").is_some_and(|other| comment[..other].contains("</p>"))
}

/// The byte of the closing tag of a raw element.
fn behind(html: &str, from: usize, name: &str) -> Option<usize> {
    let b = html.as_bytes();
    let closes = |i: &usize| b.get(i + 2..i + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
    html[from..].match_indices("</").map(|(i, _)| from + i).find(closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_never_closed_is_named() {
        let page = |inside: &str| format!("<html><body><div><p>The dam broke.</p>{inside}<p>The mill is lost.</p></div></body></html>");
        for (inside, what) in [
            ("<!-- advertisement", Some("a comment")),
            ("<!-- advertisement <p>A house.</p><!-- end -->", Some("a comment")),
            ("<SCRIPT>var a = 1;", Some("<script>")),
            ("<style>p { }", Some("<style>")),
            ("<a href=\"x>link</a>", Some("the tag <a")),
            ("<iframe src=x><p>a</p>", Some("<iframe>")),
            ("<nav><a href=x>b</a>", Some("<nav>")),
            ("<nav></nav><svg/><ASIDE>a</aside>", None),
            ("<!-- <p>old</p> --><!-- end -->", None),
            ("<svg><title/><path d=\"M0\"/></svg>", None),
            ("<script>if (a < b) document.write('<p class=\"');</script>", None),
            ("<br>2 < 3 & 4 > 3<p>an open paragraph<li>an item", None),
        ] {
            assert_eq!(find(&page(inside)).as_deref(), what, "{inside}");
        }
    }

    #[test]
    fn a_page_that_ends_in_the_middle_is_told() {
        assert_eq!(find("<html><body><div><p>The dam bro").as_deref(), Some("the page"));
        assert_eq!(find("<html><body><div><p>The dam broke.</p><p class=\"le").as_deref(), Some("the tag <p"));
        // the ends of body and page may be left out
        assert_eq!(find("<html><body><div><p>The dam broke.</p></div>"), None);
        assert_eq!(find("<p>The dam broke."), None);
    }
}
