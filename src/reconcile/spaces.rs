//! While texts are compared, all white space in them is spaces, all hyphens are the plain one, and what only a typesetter needs is gone: the
//! line that a sentence was wrapped at, the space at which no line may break, a soft hyphen and a ligature say nothing.

use crate::claim::{Line, Short};
use crate::text::joined;

/// The texts as they were written and where they stand, by line and index; only those that are unlike.
#[derive(Default)]
pub struct Written {
    sentences: Vec<(usize, usize, String)>,
    claims: Vec<(usize, usize, Short)>,
    /// Those of all sentences and of all claims of a line.
    places: Vec<(usize, Places, Places)>,
}

/// Starts and ends.
type Places = Vec<[u32; 2]>;

/// Makes all texts of sentences and claims plain. Offsets in code points follow, those in bytes do not.
pub fn plain(lines: &mut [Line]) -> Written {
    let mut written = Written::default();
    for (at, line) in lines.iter_mut().enumerate() {
        let lengths = Lengths::of(line);
        if !lengths.0.is_empty() {
            let sentences = line.source.sentences.iter().map(|s| [s.start, s.end]).collect();
            written.places.push((at, sentences, line.claims.iter().map(|c| [c.start, c.end]).collect()));
            lengths.follow(line);
        }
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
    /// Puts the texts and their places back into the same lines; keys are left as they are.
    pub fn restore(self, lines: &mut [Line]) {
        for (at, n, text) in self.sentences {
            lines[at].source.sentences[n].text = text;
        }
        for (at, n, text) in self.claims {
            lines[at].claims[n].text = text;
        }
        for (at, sentences, claims) in self.places {
            lines[at].source.sentences.iter_mut().zip(sentences).for_each(|(s, place)| [s.start, s.end] = place);
            lines[at].claims.iter_mut().zip(claims).for_each(|(c, place)| [c.start, c.end] = place);
        }
    }
}

/// Code points that become none or several when a text is made plain, in order: where they stand, and how many all of them up to there add.
struct Lengths(Vec<(u32, i32)>);

impl Lengths {
    fn of(line: &Line) -> Self {
        let (mut out, mut sum) = (Vec::new(), 0);
        for sentence in line.source.sentences.iter().filter(|s| !s.text.is_ascii()) {
            for (n, c) in sentence.text.chars().enumerate() {
                if let Some(letters) = joined::letters(c) {
                    sum += letters.len() as i32 - 1;
                    out.push((sentence.start.saturating_add(n as u32), sum));
                }
            }
        }
        Lengths(out)
    }

    fn follow(&self, line: &mut Line) {
        let moved = |at: &mut u32| {
            let before = self.0.partition_point(|(change, _)| change < at);
            *at = at.saturating_add_signed(before.checked_sub(1).map_or(0, |n| self.0[n].1));
        };
        line.source.sentences.iter_mut().flat_map(|s| [&mut s.start, &mut s.end]).for_each(moved);
        for c in &mut line.claims {
            let key = c.key.iter_mut().flat_map(|k| [&mut k.changed_from, &mut k.restates]).flatten();
            [&mut c.start, &mut c.end].into_iter().chain(key).for_each(moved);
        }
    }
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| (b' '..0x80).contains(&b)) || of(text).eq(text.chars())
}

fn of(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|c| {
        let letters = joined::letters(c);
        let other = match c {
            '‐' | '‑' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        letters.unwrap_or_default().chars().chain(letters.is_none().then_some(other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{BlockRole, Claim, ClaimKind, Source, SourceSentence};

    #[test]
    fn white_space_hyphens_and_joined_letters_are_plain() {
        let plain = |text: &str| of(text).collect::<String>();
        assert_eq!(plain("the 40\u{202f}000‑ton\nship\tof\u{a0}Brno"), "the 40 000-ton ship of Brno");
        assert_eq!(plain("the oﬃ\u{ad}cer"), "the officer");
        assert!(is_plain("the 40,000-ton ship – “of Brno”") && !is_plain("of\nBrno"));
    }

    #[test]
    fn places_follow_and_are_put_back() {
        let text = "The oﬃ\u{ad}cer saw a ﬁre.";
        let sentence = |start: u32| SourceSentence {
            start,
            end: start + 21,
            byte_start: 0,
            line: 1,
            column: 1,
            block: BlockRole::Body,
            text: text.to_owned(),
        };
        let source = Source { sentences: vec![sentence(0), sentence(22)], ..Source::default() };
        let fire = Claim { start: 39, end: 42, text: "ﬁre".into(), ..Claim::empty(ClaimKind::Event) };
        let mut lines = vec![Line { source, claims: vec![fire], ..Line::default() }];
        let before = lines.clone();
        let written = plain(&mut lines);
        let (second, fire) = (&lines[0].source.sentences[1], &lines[0].claims[0]);
        let at = (fire.start - second.start) as usize;
        assert_eq!(&second.text[at..at + (fire.end - fire.start) as usize], "fire");
        written.restore(&mut lines);
        assert_eq!(lines, before);
    }
}
