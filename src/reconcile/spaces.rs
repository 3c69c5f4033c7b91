//! While texts are compared, all white space in them is spaces and all hyphens are the plain one: the line that a sentence was wrapped at
//! and the space at which no line may break say nothing.

use crate::claim::{Line, Short};

/// The texts as they were written, by line and index; only those that are unlike.
#[derive(Default)]
pub struct Written {
    sentences: Vec<(usize, usize, String)>,
    claims: Vec<(usize, usize, Short)>,
}

/// Makes all texts of sentences and claims plain, character for character, so that offsets in code points hold.
pub fn plain(lines: &mut [Line]) -> Written {
    let mut written = Written::default();
    for (at, line) in lines.iter_mut().enumerate() {
        for (n, sentence) in line.source.sentences.iter_mut().enumerate().filter(|(_, s)| !is_plain(&s.text)) {
            let text = of(&sentence.text).collect();
            written.sentences.push((at, n, std::mem::replace(&mut sentence.text, text)));
        }
        for (n, claim) in line.claims.iter_mut().enumerate().filter(|(_, c)| !is_plain(&c.text)) {
            let text = of(&claim.text).collect();
            written.claims.push((at, n, std::mem::replace(&mut claim.text, text)));
        }
    }
    written
}

impl Written {
    /// Puts the texts back into the same lines.
    pub fn restore(self, lines: &mut [Line]) {
        for (at, n, text) in self.sentences {
            lines[at].source.sentences[n].text = text;
        }
        for (at, n, text) in self.claims {
            lines[at].claims[n].text = text;
        }
    }
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| (b' '..0x80).contains(&b)) || of(text).eq(text.chars())
}

fn of(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|c| match c {
        '‐' | '‑' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_stays_one() {
        let plain = |text: &str| of(text).collect::<String>();
        assert_eq!(plain("the 40\u{202f}000‑ton\nship\tof\u{a0}Brno"), "the 40 000-ton ship of Brno");
        assert!(is_plain("the 40,000-ton ship – “of Brno”") && !is_plain("of\nBrno"));
    }
}
