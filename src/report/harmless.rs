//! A last filter before reports leave the program: control characters, which steer a terminal, are escaped wherever they come from.
//!
//! Reports for people make texts printable piece by piece, for they have escape sequences of their own. In JSON and on a page control
//! characters can only stand inside of texts, so that the bytes can be filtered as they are written.

use std::io::{self, Write};

/// What stands for a control character.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `\u009b`, which means the same; JSON escapes the characters below the space anyway.
    Json,
    /// `\u{fffd}`, and a space for a carriage return.
    Page,
}

/// Writes to `out` what is written here, without raw control characters but line breaks and tabs.
pub struct Harmless<'o, W> {
    out: &'o mut W,
    style: Style,
    /// The last byte began a character that may be a control.
    begun: bool,
}

/// The first byte of the controls from U+0080 to U+009F, and of 32 other characters.
const LEAD: u8 = 0xc2;
const DELETE: u8 = 0x7f;

impl<'o, W: Write> Harmless<'o, W> {
    pub fn new(style: Style, out: &'o mut W) -> Self {
        Harmless { out, style, begun: false }
    }

    /// How many bytes come before the first that has to be looked at.
    fn plain(&self, bytes: &[u8]) -> usize {
        let doubtful = match self.style {
            Style::Json => memchr::memchr2(DELETE, LEAD, bytes),
            Style::Page => bytes.iter().position(|b| matches!(*b, DELETE | LEAD) || *b < b' ' && !matches!(*b, b'\n' | b'\t')),
        };
        doubtful.unwrap_or(bytes.len())
    }

    fn replace(&mut self, control: u8) -> io::Result<()> {
        match (self.style, control) {
            (Style::Json, c) => write!(self.out, "\\u{c:04x}"),
            (Style::Page, b'\r') => self.out.write_all(b" "),
            (Style::Page, _) => self.out.write_all("\u{fffd}".as_bytes()),
        }
    }

    /// The byte behind [`LEAD`].
    fn end_character(&mut self, byte: u8) -> io::Result<()> {
        self.begun = false;
        if byte < 0xa0 { self.replace(byte) } else { self.out.write_all(&[LEAD, byte]) }
    }
}

impl<W: Write> Write for Harmless<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while let Some(&first) = rest.first() {
            if self.begun {
                self.end_character(first)?;
                rest = &rest[1..];
                continue;
            }
            let plain = self.plain(rest);
            self.out.write_all(&rest[..plain])?;
            match rest.get(plain) {
                Some(&LEAD) => self.begun = true,
                Some(&control) => self.replace(control)?,
                None => {}
            }
            rest = rest.get(plain + 1..).unwrap_or_default();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as it is written in pieces of so many bytes.
    fn sieved(style: Style, text: &str, piece: usize) -> String {
        let mut out = Vec::new();
        let mut sieve = Harmless::new(style, &mut out);
        text.as_bytes().chunks(piece).for_each(|c| sieve.write_all(c).unwrap());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn controls_are_written_in_another_way() {
        for piece in 1..9 {
            assert_eq!(
                sieved(Style::Json, "{\"a\": \"é\u{9b}2J\u{a0}\u{7f}\u{c2}\"}\n", piece),
                "{\"a\": \"é\\u009b2J\u{a0}\\u007f\u{c2}\"}\n"
            );
            assert_eq!(sieved(Style::Page, "<p>\u{1b}[2J\u{85}\r\n\té\u{a0}", piece), "<p>\u{fffd}[2J\u{fffd} \n\té\u{a0}");
        }
    }
}
