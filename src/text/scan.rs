//! The one pass over the text: from bytes to tokens.

use unicode_normalization::char::compose;

use super::token::{Classes, Kind, PUNCT, ShortWord, Token, Words, form};

/// All tokens of `text` in order; total, linear, without an allocation per token.
pub fn scan<W: Words>(text: &str, words: &W) -> Vec<Token> {
    let mut s =
        Scanner { text, bytes: text.as_bytes(), at: 0, lower: String::with_capacity(64), out: Vec::with_capacity(text.len() / 5 + 8) };
    s.run(words);
    s.out
}

struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    lower: String,
    out: Vec<Token>,
}

/// What the byte behind a run of ASCII letters says about the word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Letter,
    /// The word has ended, whatever comes.
    End,
    /// It may go on, or be part of an address.
    Maybe,
}

/// [`Next`] of each byte. A stop and a colon end a word only with white space behind them; that is looked at where they are met.
static NEXT: [Next; 256] = {
    let mut table = [Next::End; 256];
    let mut b = 0;
    while b < 256 {
        let byte = b as u8;
        if byte.is_ascii_alphabetic() {
            table[b] = Next::Letter;
        } else if byte.is_ascii_digit() || byte >= 0x80 || matches!(byte, b'.' | b':' | b'&' | b'\'' | b'-' | b'_' | b'+' | b'@') {
            table[b] = Next::Maybe;
        }
        b += 1;
    }
    table
};

/// The ASCII letters at the head of some bytes, up to sixteen.
struct Letters {
    len: usize,
    /// In lower case, the first one lowest; nothing behind them.
    lower: u128,
    /// All of them are upper-case ones.
    upper: bool,
}

fn letters(bytes: &[u8]) -> Letters {
    let head = match bytes.first_chunk::<16>() {
        Some(head) => u128::from_le_bytes(*head),
        None => bytes.iter().rev().fold(0, |n, b| n << 8 | *b as u128),
    };
    let (len, lower, upper) = letters_of_eight(head as u64);
    if len < 8 {
        return Letters { len, lower: lower as u128, upper };
    }
    let (more, behind, upper_behind) = letters_of_eight((head >> 64) as u64);
    Letters { len: 8 + more, lower: (behind as u128) << 64 | lower as u128, upper: upper && upper_behind }
}

/// How many letters begin eight bytes, the letters in lower case, and whether all are upper-case ones.
fn letters_of_eight(head: u64) -> (usize, u64, bool) {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = EACH << 7;
    let lower = head | (EACH * 0x20);
    // no byte of these sums carries into the next one
    let seven = lower & !HIGH;
    let (from_a, behind_z) = (seven + EACH * (0x80 - b'a' as u64), seven + EACH * (0x7f - b'z' as u64));
    let others = !(from_a & !behind_z & !head) & HIGH;
    let mask = if others == 0 { !0 } else { (others & others.wrapping_neg()).wrapping_sub(1) >> 7 };
    (others.trailing_zeros() as usize / 8, lower & mask, head & (EACH * 0x20) & mask == 0)
}

/// The longest name before `://` or `@`, and the most labels of a host: a bound, so that a long run is not walked again from each of its
/// words.
const LONGEST_NAME: usize = 256;
const MOST_LABELS: usize = 12;

/// Top-level domains by which a bare `name.tld` is taken for an address.
const DOMAINS: [&str; 14] = ["com", "org", "net", "gov", "edu", "info", "ru", "ua", "uk", "su", "de", "fr", "eu", "io"];

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Characters without width, which are skipped: soft hyphen, joiners, BOM, bidi marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

impl Scanner<'_> {
    fn run<W: Words>(&mut self, words: &W) {
        let mut gap = form::SPACE | form::LINE | form::PARAGRAPH;
        let mut breaks = 0u32;
        while self.at < self.bytes.len() {
            let b = self.bytes[self.at];
            match b {
                b'a'..=b'z' | b'A'..=b'Z' => self.word(words, gap),
                b'0'..=b'9' => self.number(gap),
                b' ' | b'\t' | 0x0b | 0x0c => {
                    gap |= form::SPACE;
                    self.at += 1;
                    continue;
                }
                b'\n' | b'\r' => {
                    breaks += 1;
                    if b == b'\r' && self.bytes.get(self.at + 1) == Some(&b'\n') {
                        self.at += 1;
                    }
                    gap |= form::LINE | if breaks > 1 { form::PARAGRAPH } else { 0 };
                    self.at += 1;
                    continue;
                }
                0..=0x7f => self.punct(gap),
                _ => {
                    let c = self.char_at(self.at);
                    if c.is_whitespace() {
                        gap |= form::SPACE;
                        if matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}') {
                            gap |= form::LINE;
                        }
                        self.at += c.len_utf8();
                        continue;
                    }
                    if is_invisible(c) || is_mark(c) {
                        self.at += c.len_utf8();
                        continue;
                    }
                    if c.is_alphabetic() { self.word(words, gap) } else { self.mark(c, gap) }
                }
            }
            gap = 0;
            breaks = 0;
        }
    }

    /// A combining mark, with the letter before it as the one letter that tables have.
    fn add_mark(&mut self, mark: char) {
        let letter = self.lower.pop();
        match letter.and_then(|l| compose(l, mark)) {
            Some(both) => self.lower.push(both),
            None => self.lower.extend(letter.into_iter().chain([mark])),
        }
    }

    fn char_at(&self, at: usize) -> char {
        self.text[at..].chars().next().unwrap_or('\0')
    }

    fn push(&mut self, start: usize, word: u32, kind: Kind, form: u8, class: Classes) {
        self.out.push(Token { start: start as u32, end: self.at as u32, word, kind, form, class });
    }

    /// A word of a few ASCII letters that nothing can continue: nearly all of running text, so its bytes are read together.
    fn plain_word<W: Words>(&mut self, words: &W, gap: u8) -> bool {
        let start = self.at;
        let letters = letters(&self.bytes[start..]);
        if !(1..=ShortWord::LONGEST).contains(&letters.len) || !self.ends_at(start + letters.len, letters.len) {
            return false;
        }
        let capital = if self.bytes[start] & 0x20 == 0 { form::CAPITAL } else { 0 };
        let all_caps = if letters.upper && letters.len > 1 { form::ALL_CAPS } else { 0 };
        let (id, class) = words.look_up_short(&ShortWord::new(letters.lower, letters.len));
        self.at = start + letters.len;
        self.push(start, id, Kind::Word, gap | capital | all_caps, class);
        true
    }

    /// Whether a word of `len` letters surely ends before byte `at`.
    fn ends_at(&self, at: usize, len: usize) -> bool {
        let Some(&b) = self.bytes.get(at) else { return true };
        match NEXT[b as usize] {
            Next::End => true,
            Next::Letter => false,
            Next::Maybe => matches!(b, b'.' | b':') && len > 3 && self.bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace),
        }
    }

    fn word<W: Words>(&mut self, words: &W, gap: u8) {
        let start = self.at;
        if self.plain_word(words, gap) || self.address(start, gap) {
            return;
        }
        self.lower.clear();
        let (mut upper, mut letters, mut digit, mut dotted) = (0u32, 0u32, false, false);
        let mut first_upper = false;
        while self.at < self.bytes.len() {
            let b = self.bytes[self.at];
            match b {
                b'a'..=b'z' => self.lower.push(b as char),
                b'A'..=b'Z' => {
                    upper += 1;
                    first_upper |= letters == 0;
                    self.lower.push((b | 0x20) as char);
                }
                b'0'..=b'9' if !digit && letters <= 3 && upper == letters && self.is_currency(start, words) => break,
                b'0'..=b'9' => {
                    digit = true;
                    self.lower.push(b as char);
                    self.at += 1;
                    continue;
                }
                b'.' if self.acronym_stop(start) => {
                    dotted = true;
                    self.lower.push('.');
                    self.at += 1;
                    continue;
                }
                b'&' if self.letters_around(self.at) && upper == letters => {
                    self.lower.push('&');
                    self.at += 1;
                    continue;
                }
                b'\'' if self.inner_apostrophe(1) => {
                    self.lower.push('\'');
                    self.at += 1;
                    continue;
                }
                0..=0x7f => break,
                _ => {
                    let c = self.char_at(self.at);
                    if is_apostrophe(c) && self.inner_apostrophe(c.len_utf8()) {
                        self.lower.push('\'');
                        self.at += c.len_utf8();
                        continue;
                    }
                    if is_mark(c) || is_invisible(c) {
                        self.at += c.len_utf8();
                        if is_mark(c) {
                            self.add_mark(c);
                        }
                        continue;
                    }
                    if !c.is_alphabetic() {
                        break;
                    }
                    if c.is_uppercase() {
                        upper += 1;
                        first_upper |= letters == 0;
                    }
                    self.lower.extend(c.to_lowercase());
                    letters += 1;
                    self.at += c.len_utf8();
                    continue;
                }
            }
            letters += 1;
            self.at += 1;
        }
        let (id, class) = words.look_up(&self.lower);
        let mut form = gap;
        if first_upper {
            form |= form::CAPITAL;
        }
        if upper == letters && letters > 1 {
            form |= form::ALL_CAPS;
        }
        if dotted {
            form |= form::DOTTED;
        }
        if digit {
            form |= form::DIGIT;
        }
        self.push(start, id, Kind::Word, form, class);
        self.clitic();
    }

    /// The capitals from `start` to the cursor are a currency's: `EUR` in `EUR50m`, `US` in `$US22`.
    fn is_currency<W: Words>(&self, start: usize, words: &W) -> bool {
        start > 0 && self.bytes[start - 1] == b'$' || words.ends_before_digits(&self.lower)
    }

    /// A stop that belongs to an acronym: everything so far is single letters between stops, and a letter with a stop (or the end of
    /// such a run) follows: `U.S.`, `p.m.`, `H.W.`, `U.S` before a space.
    fn acronym_stop(&self, start: usize) -> bool {
        let b = self.bytes;
        let letter = |i: usize| b.get(i).is_some_and(u8::is_ascii_alphabetic);
        let single_so_far = self.at == start + 1 || (self.at >= 2 && b[self.at - 2] == b'.');
        if !single_so_far {
            return false;
        }
        let next_single = letter(self.at + 1) && !b.get(self.at + 2).is_some_and(|c| c.is_ascii_alphanumeric() || *c >= 0x80);
        let ends_run = self.at > start + 1 && !b.get(self.at + 1).is_some_and(u8::is_ascii_alphanumeric);
        next_single || ends_run
    }

    fn letters_around(&self, at: usize) -> bool {
        at > 0 && self.bytes[at - 1].is_ascii_uppercase() && self.bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase)
    }

    /// An apostrophe of `len` bytes at the cursor with a letter behind it, which is not the clitic `'s`.
    fn inner_apostrophe(&self, len: usize) -> bool {
        let rest = &self.text[self.at + len..];
        let mut it = rest.chars();
        let Some(next) = it.next() else { return false };
        let after = it.next();
        let clitic = matches!(next, 's' | 'S') && !after.is_some_and(char::is_alphanumeric);
        next.is_alphabetic() && !clitic
    }

    /// The `'s` right behind a word.
    fn clitic(&mut self) {
        let mut it = self.text[self.at..].chars();
        if let (Some(a), Some(s @ ('s' | 'S'))) = (it.next(), it.next())
            && is_apostrophe(a)
            && !it.next().is_some_and(char::is_alphanumeric)
        {
            let start = self.at;
            self.at += a.len_utf8() + s.len_utf8();
            self.push(start, 0, Kind::Clitic, 0, Classes::NONE);
        }
    }

    /// `https://…`, `www.…`, `name@host`, `name.tld`: pushed as one token when the cursor stands on one.
    fn address(&mut self, start: usize, gap: u8) -> bool {
        let b = self.bytes;
        let mut i = start;
        let last = b.len().min(start + LONGEST_NAME);
        while i < last && (b[i].is_ascii_alphanumeric() || matches!(b[i], b'-' | b'_' | b'+')) {
            i += 1;
        }
        let found = match b.get(i) {
            Some(b':') => b[i..].starts_with(b"://"),
            Some(b'@') => b.get(i + 1).is_some_and(u8::is_ascii_alphanumeric),
            Some(b'.') => b[start..i].eq_ignore_ascii_case(b"www") || self.domain(i) || self.mailbox(i),
            _ => false,
        };
        if !found {
            return false;
        }
        let end = b[i..].iter().position(|c| c.is_ascii_whitespace() || matches!(c, b'"' | b'<' | b'>' | b')' | b']') || *c >= 0x80);
        let mut end = end.map_or(b.len(), |n| i + n);
        while end > i && matches!(b[end - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'') {
            end -= 1;
        }
        self.at = end;
        self.push(start, 0, Kind::Address, gap, Classes::NONE);
        true
    }

    /// The stop at `i` begins `.tld` with a known top-level domain in lower case.
    fn domain(&self, mut i: usize) -> bool {
        let b = self.bytes;
        for _ in 0..MOST_LABELS {
            let from = i + 1;
            let mut j = from;
            while j < b.len() && (b[j].is_ascii_lowercase() || b[j].is_ascii_digit() || b[j] == b'-') {
                j += 1;
            }
            if j == from || j - from > 40 || b.get(j).is_some_and(|c| c.is_ascii_alphanumeric() || *c >= 0x80) {
                return false;
            }
            if b.get(j) == Some(&b'.') && b.get(j + 1).is_some_and(u8::is_ascii_lowercase) {
                i = j;
                continue;
            }
            return DOMAINS.iter().any(|d| d.as_bytes() == &b[from..j]);
        }
        false
    }

    /// `first.last@host`: an `@` follows the dotted words from `i` on.
    fn mailbox(&self, i: usize) -> bool {
        let mut it = self.bytes[i..].iter().take(64).skip_while(|c| c.is_ascii_alphanumeric() || matches!(c, b'.' | b'-' | b'_' | b'+'));
        it.next() == Some(&b'@') && it.next().is_some_and(u8::is_ascii_alphanumeric)
    }

    fn number(&mut self, gap: u8) {
        let start = self.at;
        let b = self.bytes;
        self.digits();
        loop {
            match b.get(self.at) {
                Some(b',') if self.group_of_three(self.at + 1) => self.at += 4,
                Some(b'.') if b.get(self.at + 1).is_some_and(u8::is_ascii_digit) && !self.dotted_date(start) => {
                    self.at += 1;
                    self.digits();
                    break;
                }
                Some(_) if self.may_be_grouped(start) && self.thin_group() > 0 => self.at += self.thin_group() + 3,
                _ => break,
            }
        }
        self.push(start, 0, Kind::Number, gap, Classes::NONE);
    }

    fn digits(&mut self) {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
    }

    /// Exactly three digits at `at`.
    fn group_of_three(&self, at: usize) -> bool {
        let digit = |i: usize| self.bytes.get(i).is_some_and(u8::is_ascii_digit);
        digit(at) && digit(at + 1) && digit(at + 2) && !digit(at + 3)
    }

    /// At most three digits stand before the first group, no zero leads them, and they are no group themselves: else they are those of a
    /// telephone.
    fn may_be_grouped(&self, start: usize) -> bool {
        let before = self.out.last().filter(|t| t.kind == Kind::Number).map_or(" ", |t| &self.text[t.end as usize..start]);
        let grouped = self.bytes[start..self.at].iter().any(|b| !b.is_ascii_digit());
        grouped || self.at <= start + 3 && self.bytes[start] != b'0' && !matches!(before, "\u{a0}" | "\u{2009}" | "\u{202f}" | "\u{2007}")
    }

    /// The bytes of a thin or no-break space (or an apostrophe as in Swiss figures) that groups three digits; 0 for none.
    fn thin_group(&self) -> usize {
        let c = if self.bytes[self.at] == b'\'' {
            '\''
        } else if self.bytes[self.at] < 0x80 {
            return 0;
        } else {
            self.char_at(self.at)
        };
        let groups = matches!(c, '\'' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}' | '’');
        if groups && self.group_of_three(self.at + c.len_utf8()) { c.len_utf8() } else { 0 }
    }

    /// `3.12.2025`: a second stop with a digit follows the digits behind this one.
    fn dotted_date(&self, start: usize) -> bool {
        let b = self.bytes;
        let mut i = self.at + 1;
        while b.get(i).is_some_and(u8::is_ascii_digit) {
            i += 1;
        }
        let after_stop = start > 0 && b[start - 1] == b'.' && start > 1 && b[start - 2].is_ascii_digit();
        after_stop || (b.get(i) == Some(&b'.') && b.get(i + 1).is_some_and(u8::is_ascii_digit))
    }

    fn punct(&mut self, gap: u8) {
        let start = self.at;
        let b = self.bytes[start];
        // counted only where a run is one token: else a row of brackets would be walked again from each bracket
        let run = if matches!(b, b'.' | b'-') { self.bytes[start..].iter().take_while(|c| **c == b).count() } else { 1 };
        let (c, len) = match b {
            b'.' if run >= 2 => ('…', run),
            b'-' if run >= 2 => ('—', run),
            b'@' if self.bytes.get(start + 1).is_some_and(u8::is_ascii_alphanumeric) => return self.handle(gap),
            _ => (b as char, 1),
        };
        self.at += len;
        self.push(start, PUNCT + c as u32, Kind::Punct, gap, Classes::NONE);
    }

    /// `@name` of a social network.
    fn handle(&mut self, gap: u8) {
        let start = self.at;
        self.at += 1;
        while self.bytes.get(self.at).is_some_and(|c| c.is_ascii_alphanumeric() || *c == b'_') {
            self.at += 1;
        }
        self.push(start, 0, Kind::Address, gap, Classes::NONE);
    }

    /// A hyphen that has a place of its own in Unicode, or at which no line may break, is one like any other.
    fn mark(&mut self, c: char, gap: u8) {
        let start = self.at;
        self.at += c.len_utf8();
        let c = if matches!(c, '‐' | '‑') { '-' } else { c };
        self.push(start, PUNCT + c as u32, Kind::Punct, gap, Classes::NONE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::WordId;

    struct NoWords;
    impl Words for NoWords {
        fn look_up(&self, _: &str) -> (WordId, Classes) {
            (0, Classes::NONE)
        }
    }

    fn tokens(text: &str) -> Vec<&str> {
        scan(text, &NoWords).iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn words_keep_inner_apostrophes_and_lose_the_clitic() {
        assert_eq!(tokens("Trump’s aide didn't see O'Brien"), ["Trump", "’s", "aide", "didn't", "see", "O'Brien"]);
        assert_eq!(tokens("the Democrats' plan"), ["the", "Democrats", "'", "plan"]);
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(tokens("5,660 missiles, 18.6% and 12,34"), ["5,660", "missiles", ",", "18.6", "%", "and", "12", ",", "34"]);
        assert_eq!(tokens("5\u{202f}660 on 3.12.2025."), ["5\u{202f}660", "on", "3", ".", "12", ".", "2025", "."]);
        assert_eq!(
            tokens("call 0845\u{a0}125\u{a0}2222, 0800\u{a0}555\u{a0}111"),
            ["call", "0845", "125", "2222", ",", "0800", "555", "111"]
        );
        assert_eq!(tokens("12\u{a0}500\u{a0}000 or 1,500\u{a0}000"), ["12\u{a0}500\u{a0}000", "or", "1,500\u{a0}000"]);
        assert_eq!(tokens("1,200m in the 1990s"), ["1,200", "m", "in", "the", "1990", "s"]);
    }

    #[test]
    fn acronyms_keep_their_stops() {
        assert_eq!(tokens("the U.S. plan at 5 p.m. today"), ["the", "U.S.", "plan", "at", "5", "p.m.", "today"]);
        assert_eq!(tokens("It is A. He left."), ["It", "is", "A", ".", "He", "left", "."]);
    }

    #[test]
    fn addresses_are_one_token() {
        assert_eq!(
            tokens("see sonar21.com, a.b@c.org or https://x.y/z?q=1."),
            ["see", "sonar21.com", ",", "a.b@c.org", "or", "https://x.y/z?q=1", "."]
        );
        assert_eq!(tokens("the war.The end"), ["the", "war", ".", "The", "end"]);
    }

    #[test]
    fn marks_in_runs_are_one_token() {
        let text = "wait... (...) five--six";
        assert_eq!(tokens(text), ["wait", "...", "(", "...", ")", "five", "--", "six"]);
        assert!(scan(text, &NoWords)[1].is_punct('…'));
    }

    #[test]
    fn gaps_are_flags() {
        let text = "a b\nc\r\n\r\nd-e";
        let t = scan(text, &NoWords);
        let forms: Vec<(bool, bool, bool)> = t.iter().map(|t| (t.has(form::SPACE), t.has(form::LINE), t.has(form::PARAGRAPH))).collect();
        assert_eq!(
            forms,
            [
                (true, true, true),
                (true, false, false),
                (false, true, false),
                (false, true, true),
                (false, false, false),
                (false, false, false)
            ]
        );
    }
}
