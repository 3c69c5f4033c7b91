//! Letters that a typesetter joined and hyphens that it offered, taken out of the text of a page, whose characters have no place in a file.

/// The text without soft hyphens, word joiners and spaces of no width, and with ligatures as the letters they are made of. A mark of byte
/// order at its start stays. A text without any of them is given back as it is.
pub fn apart(text: String) -> String {
    if !is_joined(&text) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match letters(c).filter(|_| at > 0 || c != '\u{feff}') {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

fn is_joined(text: &str) -> bool {
    !text.is_ascii() && text.chars().enumerate().any(|(n, c)| letters(c).is_some() && (n > 0 || c != '\u{feff}'))
}

/// What a character that is none to a reader stands for.
fn letters(c: char) -> Option<&'static str> {
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
}
