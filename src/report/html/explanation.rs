//! Why a group has its status, with the sources called by their numbers.

use maud::{Markup, html};

use super::lookup::Index;
use crate::reconcile::group::Group;
use crate::report::layout::{printable, sentence};

/// The explanation of a group as a sentence; where it names a source by its id, a link says the source's number.
pub fn explanation(index: &Index, g: &Group) -> Markup {
    html! {
        @for (n, part) in parts(&g.explanation, &g.sources).into_iter().enumerate() {
            @match part {
                Part::Text(text) if n == 0 => (printable(&sentence(text))),
                Part::Text(text) => (printable(text)),
                Part::Source(id) => {
                    @let number = index.source_number(id).unwrap_or_default();
                    a href={ "#s" (number) } title=(printable(id)) { "source " (number + 1) }
                }
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Part<'t> {
    Text(&'t str),
    Source(&'t str),
}

/// The text cut where it names one of these sources.
fn parts<'t>(text: &'t str, sources: &'t [String]) -> Vec<Part<'t>> {
    let mut out = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(char::is_alphanumeric)).map(|i| at + i) {
        let named = sources.iter().filter(|id| is_name(id) && stands_at(text, start, id)).max_by_key(|id| id.len());
        if let Some(id) = named {
            out.push(Part::Text(&text[done..start]));
            out.push(Part::Source(id));
            done = start + id.len();
            at = done;
        } else {
            at = text[start..].find(|c: char| !is_inside(c)).map_or(text.len(), |i| start + i);
        }
    }
    out.push(Part::Text(&text[done..]));
    out.retain(|p| *p != Part::Text(""));
    out
}

/// An id that cannot be a word of a sentence: `001_8486`, `2-gazette`, not `one`.
fn is_name(id: &str) -> bool {
    !id.chars().all(char::is_alphabetic) && !id.chars().all(char::is_numeric)
}

fn stands_at(text: &str, start: usize, id: &str) -> bool {
    text[start..].strip_prefix(id).is_some_and(|rest| !rest.starts_with(is_inside))
}

/// Characters that a longer id could go on with.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_found_as_whole_words() {
        let sources = ["1-wire".to_owned(), "1-wire-b".to_owned(), "one".to_owned()];
        let got = parts("former in 1-wire-b, current in 1-wire, one value", &sources);
        let wanted = [
            Part::Text("former in "),
            Part::Source("1-wire-b"),
            Part::Text(", current in "),
            Part::Source("1-wire"),
            Part::Text(", one value"),
        ];
        assert_eq!(got, wanted);
    }
}
