//! The lines of a JSON Lines file, read as they are needed, none of them longer than an article can be.

use std::io::{self, BufRead};

use crate::article::LONGEST;
use crate::error::reason;

/// A line that is not blank, with its number from 1, or why it is not there.
pub type Numbered = (usize, Result<Vec<u8>, String>);

/// Goes through the lines of a file; an error of reading is the last thing that it gives.
pub struct Lines<R> {
    from: R,
    number: usize,
    failed: bool,
}

impl<R: BufRead> Lines<R> {
    pub fn new(from: R) -> Self {
        Lines { from, number: 0, failed: false }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Numbered;

    fn next(&mut self) -> Option<Numbered> {
        while !self.failed {
            self.number += 1;
            match read_line(&mut self.from) {
                Ok(None) => return None,
                Ok(Some(Line::Whole(line))) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(Some(Line::Whole(line))) => return Some((self.number, Ok(line))),
                Ok(Some(Line::TooLong)) => return Some((self.number, Err(format!("a line of more than {} MiB", LONGEST >> 20)))),
                Err(e) => {
                    self.failed = true;
                    return Some((self.number, Err(reason(&e))));
                }
            }
        }
        None
    }
}

/// What may stand before the first line.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The line without the mark that may stand before it.
pub fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line)
}

enum Line {
    Whole(Vec<u8>),
    TooLong,
}

/// The next line; what is too long is passed over without being kept.
fn read_line(from: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    io::Read::take(&mut *from, LONGEST as u64 + 1).read_until(b'\n', &mut line)?;
    if line.len() <= LONGEST || line.ends_with(b"\n") {
        return Ok((!line.is_empty()).then_some(Line::Whole(line)));
    }
    drop(line);
    from.skip_until(b'\n')?;
    Ok(Some(Line::TooLong))
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[test]
    fn a_line_that_is_too_long_costs_itself_only() {
        let long = io::Read::take(io::repeat(b'x'), LONGEST as u64 + 9);
        let input = io::Read::chain(io::Read::chain(&b"{}\n\n"[..], long), &b"\n[]"[..]);
        let got: Vec<Numbered> = Lines::new(BufReader::new(input)).collect();
        assert_eq!(got, [(1, Ok(b"{}\n".to_vec())), (3, Err("a line of more than 8 MiB".to_owned())), (4, Ok(b"[]".to_vec()))]);
    }

    #[test]
    fn an_error_of_reading_ends_the_file() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("gone"))
            }
        }
        let input = BufReader::new(io::Read::chain(&b"{}\n"[..], Broken));
        assert_eq!(Lines::new(input).collect::<Vec<_>>(), [(1, Ok(b"{}\n".to_vec())), (2, Err("gone".to_owned()))]);
    }
}
