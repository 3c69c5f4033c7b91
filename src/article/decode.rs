//! From bytes to text: what is no text is refused with a reason, what is text in another encoding is decoded.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::ArticleNote;
use crate::claim::Offsets;

/// The text of a file, and how it was decoded.
#[derive(Debug)]
pub struct Decoded {
    /// The text as UTF-8.
    pub text: String,
    /// Whether byte offsets into the text are offsets into the file.
    pub offsets: Offsets,
    /// What is doubtful about the encoding; none for plain UTF-8.
    pub note: Option<ArticleNote>,
}

/// How many bytes are looked at to tell text from other data, and to find the encoding that a page declares.
const HEAD: usize = 4096;

/// Decodes a file. The text keeps a byte order mark of UTF-8, so that offsets hold. The error says what the file is instead of a text.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, String> {
    if let Some(what) = other_format(&bytes) {
        return Err(what.to_owned());
    }
    if let Some((encoding, _)) = Encoding::for_bom(&bytes).filter(|(e, _)| *e != UTF_8) {
        return Ok(decoded(encoding, &bytes, None));
    }
    if let Some(encoding) = utf_16_without_mark(&bytes) {
        return Ok(decoded(encoding, &bytes, guessed(encoding)));
    }
    if bytes[..bytes.len().min(HEAD)].contains(&0) {
        return Err("binary data, not text".to_owned());
    }
    let declared = declared(&bytes);
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text, offsets: Offsets::File, note: None }),
        Err(e) if is_broken_utf_8(e.as_bytes()) => Ok(decoded(UTF_8, e.as_bytes(), None)),
        Err(e) => {
            let bytes = e.into_bytes();
            let encoding = declared.unwrap_or_else(|| guess(&bytes));
            Ok(decoded(encoding, &bytes, if declared.is_some() { None } else { guessed(encoding) }))
        }
    }
}

/// The name of a format that is no text, by its first bytes (as listed by file(1)).
fn other_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: [(&[u8], &str); 16] = [
        (b"%PDF-", "a PDF, not text"),
        (b"\x1f\x8b", "gzip-compressed, not text"),
        (b"PK\x03\x04", "a ZIP archive or office document, not text"),
        (b"BZh", "bzip2-compressed, not text"),
        (b"\xfd7zXZ\0", "xz-compressed, not text"),
        (b"\x28\xb5\x2f\xfd", "zstd-compressed, not text"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive, not text"),
        (b"\x89PNG", "a PNG image, not text"),
        (b"\xff\xd8\xff", "a JPEG image, not text"),
        (b"GIF8", "a GIF image, not text"),
        (b"\x7fELF", "a program, not text"),
        (b"{\\rtf", "an RTF document, not plain text"),
        (b"\xd0\xcf\x11\xe0", "an office document, not text"),
        (b"SQLite format 3\0", "a database, not text"),
        (b"\xff\xfe\0\0", "UTF-32, which is not read"),
        (b"\0\0\xfe\xff", "UTF-32, which is not read"),
    ];
    FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, name)| *name)
}

/// Every second byte of the beginning is zero.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) / 2 * 2];
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let most = head.len() / 2 * 7 / 10;
    match (zeros(0), zeros(1)) {
        _ if head.len() < 8 => None,
        (high, 0) if high > most => Some(UTF_16BE),
        (0, low) if low > most => Some(UTF_16LE),
        _ => None,
    }
}

/// Most of what is not ASCII is UTF-8 all the same, or the text was cut within its last character.
fn is_broken_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    let cut = bad == 1 && std::str::from_utf8(bytes).is_err_and(|e| e.error_len().is_none());
    cut || good > bad
}

/// The encoding that a page names in its first bytes: `<meta charset=…>`, `<?xml encoding=…?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let at = head
        .find("charset=")
        .map(|i| i + 8)
        .or_else(|| head.find("encoding=").filter(|_| head.trim_start().starts_with("<?xml")).map(|i| i + 9))?;
    let name = head[at..].trim_start_matches(['"', '\'', ' ']);
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))).unwrap_or(name.len());
    Encoding::for_label(&name.as_bytes()[..end]).filter(|e| *e != UTF_8)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

fn guessed(encoding: &'static Encoding) -> Option<ArticleNote> {
    let message = format!("the encoding is not stated; read as {}", encoding.name());
    Some(ArticleNote { code: "encoding_guessed".into(), message, span: None })
}

fn decoded(encoding: &'static Encoding, bytes: &[u8], note: Option<ArticleNote>) -> Decoded {
    let (text, _, broken) = encoding.decode(bytes);
    let lost = broken.then(|| ArticleNote {
        code: "encoding_broken".into(),
        message: format!("some bytes are not {}", encoding.name()),
        span: None,
    });
    Decoded { text: text.into_owned(), offsets: Offsets::Text, note: note.or(lost) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Offsets, Option<String>) {
        let d = decode(bytes.to_vec()).unwrap();
        (d.text, d.offsets, d.note.map(|n| n.message))
    }

    #[test]
    fn encodings_are_marked_declared_or_guessed() {
        assert_eq!(text("\u{feff}Zürich".as_bytes()), ("\u{feff}Zürich".into(), Offsets::File, None));
        assert_eq!(text(b"\xff\xfeO\0l\0\xe9\0"), ("Ol\u{e9}".into(), Offsets::Text, None));
        let declared = b"<html><head><meta charset=\"windows-1252\"></head>\x93Ol\xe9\x94</html>";
        assert_eq!(text(declared).0, "<html><head><meta charset=\"windows-1252\"></head>“Olé”</html>");
        let guess = text(b"The mayor said: \x93It is over.\x94 He left the caf\xe9 at noon.");
        assert_eq!(guess.0, "The mayor said: “It is over.” He left the café at noon.");
        assert_eq!(guess.2.as_deref(), Some("the encoding is not stated; read as windows-1252"));
        let cut = &"The café in Zürich is “shut”".as_bytes()[..33];
        assert_eq!(text(cut), ("The café in Zürich is “shut\u{fffd}".into(), Offsets::Text, Some("some bytes are not UTF-8".into())));
        assert_eq!(text(b"T\0e\0n\0 \0m\0e\0n\0").0, "Ten men");
    }

    #[test]
    fn what_is_no_text_is_named() {
        let reason = |bytes: &[u8]| decode(bytes.to_vec()).unwrap_err();
        assert_eq!(reason(b"%PDF-1.7 ..."), "a PDF, not text");
        assert_eq!(reason(b"\x1f\x8b\x08\0"), "gzip-compressed, not text");
        assert_eq!(reason(b"abc\0\x01\x02def\0\0\0"), "binary data, not text");
    }
}
