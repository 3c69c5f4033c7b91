//! Pieces of text as reports lay them out: made harmless, cut, wrapped, measured in columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The text with control characters made visible, so that no article can steer the terminal.
pub fn printable(text: &str) -> String {
    let hidden =
        |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let shown = |c: char| match c {
        '\n' | '\t' | '\r' => ' ',
        c if hidden(c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}

/// The text with a capital at its beginning.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters.as_str().chars()).collect()
}

/// `1 article`, `5 articles`.
pub fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// Columns that a text takes in a terminal.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The text with spaces behind it up to a width.
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// At most `width` columns, the cut shown by an ellipsis.
pub fn shorten(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for g in text.graphemes(true) {
        used += columns(g);
        if used > width {
            break;
        }
        out.push_str(g);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// The end of a path in at most `width` columns, since its end tells files of one folder apart.
pub fn shorten_path(path: &str, width: usize) -> String {
    if columns(path) <= width {
        return path.to_owned();
    }
    let mut used = 1;
    let mut kept: Vec<&str> =
        path.graphemes(true).rev().take_while(|g| (used + columns(g) <= width).then(|| used += columns(g)).is_some()).collect();
    kept.push("…");
    kept.into_iter().rev().collect()
}

/// Lines of at most `width` columns, broken between words.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let length = columns(word);
        if used > 0 && used + 1 + length > width {
            lines.push(String::new());
            used = 0;
        }
        if let Some(last) = lines.last_mut() {
            if used > 0 {
                last.push(' ');
                used += 1;
            }
            last.push_str(word);
            used += length;
        }
    }
    lines
}

/// A part of a sentence with the words that it is shown for.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The words before it.
    pub before: String,
    /// The words that it is shown for.
    pub marked: String,
    /// The words behind it.
    pub after: String,
}

impl Excerpt {
    /// All of it as one text.
    pub fn text(&self) -> String {
        format!("{}{}{}", self.before, self.marked, self.after)
    }
}

/// At most `room` characters of a sentence around the marked ones (given in code points); begins and ends with whole words, a cut shown
/// by an ellipsis.
pub fn excerpt(sentence: &str, mark: (usize, usize), room: usize) -> Excerpt {
    let chars: Vec<char> = printable(sentence).chars().collect();
    let to = mark.1.min(chars.len());
    let from = mark.0.min(to);
    if chars.len() > room && to - from + 2 > room {
        return beginning(&chars[from..to], room, from > 0);
    }
    let (first, last) = window(&chars, from, to, room);
    let take = |a: usize, b: usize| chars[a..b].iter().collect::<String>();
    Excerpt {
        before: format!("{}{}", if first > 0 { "…" } else { "" }, take(first, from)),
        marked: take(from, to),
        after: format!("{}{}", take(to, last), if last < chars.len() { "…" } else { "" }),
    }
}

/// The beginning of words that do not fit as a whole.
fn beginning(words: &[char], room: usize, inside: bool) -> Excerpt {
    let most = room.saturating_sub(2).min(words.len());
    let end = (1..=most).rev().find(|&i| words.get(i).is_none_or(|c| *c == ' ')).unwrap_or(most);
    Excerpt { before: if inside { "…" } else { "" }.to_owned(), marked: words[..end].iter().collect(), after: "…".to_owned() }
}

/// The characters to show: all, or a stretch around `from..to` that lies on word boundaries.
fn window(chars: &[char], from: usize, to: usize, room: usize) -> (usize, usize) {
    if chars.len() <= room {
        return (0, chars.len());
    }
    let spare = room.saturating_sub(to - from + 2);
    let behind = (chars.len() - to).min(spare - (spare / 2).min(from));
    let before = from.min(spare - behind);
    let first = (from - before..from).find(|&i| i == 0 || chars[i - 1] == ' ').unwrap_or(from);
    let last = (to..to + behind + 1).rev().find(|&i| i == chars.len() || chars[i] == ' ').unwrap_or(to);
    (first, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_keeps_the_mark() {
        let text = "one two three four five six seven eight nine ten";
        let start = text.find("five").unwrap();
        let parts = |e: Excerpt| [e.before, e.marked, e.after];
        assert_eq!(parts(excerpt(text, (start, start + 4), 24)), ["…four ", "five", " six…"]);
        assert_eq!(parts(excerpt(text, (0, 3), 200)), ["", "one", &text[3..]]);
        assert_eq!(parts(excerpt(text, (4, 40), 16)), ["…", "two three four", "…"]);
    }

    #[test]
    fn nothing_in_an_article_steers_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}c\nd"), "a\u{fffd}[31mb\u{fffd}c d");
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("aa bb cc dd", 5), ["aa bb", "cc dd"]);
    }

    #[test]
    fn a_cut_counts_columns() {
        assert_eq!(shorten("plain words", 20), "plain words");
        assert_eq!(shorten_path("a/long/folder/fox.txt", 12), "…der/fox.txt");
        assert_eq!(shorten_path("a/fox.txt", 12), "a/fox.txt");
        assert_eq!(shorten("plain words", 7), "plain…");
        assert_eq!(shorten("東京で火事", 7), "東京で…");
        assert_eq!(padded("東京", 5), "東京 ");
    }
}
