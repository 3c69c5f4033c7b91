//! Letters that a typesetter joined and hyphens that it offered: what readers read instead, and where it stands in the text as written.

use super::Span;

/// The text without soft hyphens, word joiners and spaces of no width, and with ligatures as the letters they are made of. A mark of byte
/// order at its start stays. A text without any of them is given back as it is.
pub fn apart(text: String) -> String {
    take_apart(text).0
}

/// The same, and the text as it was written where it is another.
pub fn take_apart(text: String) -> (String, Option<Written>) {
    if !is_joined(&text) {
        return (text, None);
    }
    let (mut out, mut changes) = (String::with_capacity(text.len()), Vec::new());
    for (at, c) in text.char_indices() {
        match letters(c).filter(|_| at > 0 || c != '\u{feff}') {
            Some(letters) => {
                let read = Span::new(out.len() as u32, (out.len() + letters.len()) as u32);
                changes.push(Change { read, written: Span::new(at as u32, (at + c.len_utf8()) as u32) });
                out.push_str(letters);
            }
            None => out.push(c),
        }
    }
    (out, Some(Written { text, changes }))
}

/// A text as it was written, beside the one that is read.
#[derive(Clone, Debug)]
pub struct Written {
    pub text: String,
    /// In order.
    changes: Vec<Change>,
}

/// Bytes of the text that is read, and of the one character that stands for them.
#[derive(Clone, Copy, Debug)]
struct Change {
    read: Span,
    written: Span,
}

impl Written {
    /// Where some bytes of the text that is read are written. A ligature is taken whole; what has no width around them is left out.
    pub fn span(&self, read: Span) -> Span {
        let (start, end) = (self.start(read.start), self.end(read.end));
        Span::new(start, end.max(start))
    }

    /// Where what begins at a byte of the text that is read begins as written.
    pub fn start(&self, at: u32) -> u32 {
        let before = self.changes.partition_point(|c| c.read.start <= at);
        let Some(change) = before.checked_sub(1).map(|n| self.changes[n]) else { return at };
        if at < change.read.end { change.written.start } else { change.written.end + (at - change.read.end) }
    }

    fn end(&self, at: u32) -> u32 {
        let before = self.changes.partition_point(|c| c.read.start < at);
        let Some(change) = before.checked_sub(1).map(|n| self.changes[n]) else { return at };
        change.written.end + at.saturating_sub(change.read.end)
    }
}

fn is_joined(text: &str) -> bool {
    !text.is_ascii() && text.chars().enumerate().any(|(n, c)| letters(c).is_some() && (n > 0 || c != '\u{feff}'))
}

/// What a character that is none to a reader stands for.
pub fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => "",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_they_are_read() {
        let read = |text: &str| apart(text.to_owned());
        assert_eq!(read("the oﬃ\u{ad}cer’s ﬁre\u{2060}\u{200b}man"), "the officer’s fireman");
        assert_eq!(read("\u{feff}\u{feff}Ten"), "\u{feff}Ten");
        assert!(!is_joined("\u{feff}Ten men – or «nine»"));
    }

    #[test]
    fn words_stand_where_they_are_written() {
        let (read, written) = take_apart("\u{ad}\u{ad}the oﬃ\u{ad}cer\u{ad} and\u{ad} ﬁre".to_owned());
        let written = written.unwrap();
        let place = |word: &str| {
            let at = read.find(word).unwrap() as u32;
            written.span(Span::new(at, at + word.len() as u32)).of(&written.text)
        };
        for (word, as_written) in [
            ("the", "the"),
            ("officer", "oﬃ\u{ad}cer"),
            ("and", "and"),
            ("fire", "ﬁre"),
            ("re", "re"),
            ("ce", "ce"),
            ("fi", "ﬃ"),
            ("i", "ﬃ"),
        ] {
            assert_eq!(place(word), as_written, "{word}");
        }
    }
}
